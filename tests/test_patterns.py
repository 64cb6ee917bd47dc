"""No pattern of the program takes more than time linear in its text.

Every compiled pattern that their modules hold is fed 100,000 repetitive characters, in the ways in which its module calls it
(match, search …); what grows with the square of the length would take seconds or minutes, and is stopped.
"""

import importlib
import inspect
import pkgutil
import re
import signal
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import FrameType, ModuleType

import pytest

import kjplan
from kjplan.late import Late

LENGTH = 100_000
LIMIT = 3.0
"""Seconds of the processor: a linear pattern needs some hundredths even on a slow machine, a quadratic one minutes."""
_CALL = r"\b{name}\.(match|fullmatch|search|finditer|sub|split)\("
PIECES = [
    "1", "1,000", "、", "的", "一", "市", "新增", " ", "\n", "-", "《", "（", "1家、", "第一章", "责任单位：A、", "关于印发", "\u3000", "|", "<", "`",
]  # fmt: skip


class TooSlow(Exception):
    """The pattern was still at work when its time was up."""


def patterns() -> list[tuple[str, re.Pattern[str], set[str]]]:
    """Name, pattern and the methods called of all that is compiled, each once."""
    found: dict[str, tuple[str, re.Pattern[str], set[str]]] = {}
    for info in pkgutil.walk_packages(kjplan.__path__, "kjplan."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for pattern in _within(value, 4):
                held = found.setdefault(pattern.pattern, (f"{info.name}.{name}", pattern, set()))
                held[2].update(_calls(module, name))
    return list(found.values())


def _calls(module: ModuleType, name: str) -> set[str]:
    """How a module uses a pattern by its name; one in a table, or handed on, is matched."""
    return set(re.findall(_CALL.format(name=re.escape(name)), inspect.getsource(module))) or {"match"}


def _within(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    """Patterns in a global: itself, in a table, or in an object of one."""
    if isinstance(value, Late):
        yield re.compile(value.pattern)
    elif isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and isinstance(value, Mapping):
        for inner in (*value.keys(), *value.values()):
            yield from _within(inner, depth - 1)
    elif depth and isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            yield from _within(inner, depth - 1)
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _within(getattr(value, field.name, None), depth - 1)


def _run(pattern: re.Pattern[str], calls: set[str], text: str) -> None:
    """Use a pattern as its module does; all that is searched behaves as finditer."""
    pattern.match(text)
    if "fullmatch" in calls:
        pattern.fullmatch(text)
    if calls - {"match", "fullmatch"}:
        for _ in pattern.finditer(text):
            pass


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooSlow


@pytest.fixture
def alarm() -> Iterator[None]:
    if not hasattr(signal, "setitimer"):
        pytest.skip("no interval timer on this system")
    before = signal.signal(signal.SIGVTALRM, _stop)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def test_they_are_found() -> None:
    rooms = {name.split(".")[1] for name, _, _ in patterns()}
    assert rooms > {"parsing", "extraction", "checking", "reading", "gathering", "storage", "output"}
    assert len(patterns()) > 500


@pytest.mark.usefixtures("alarm")
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_linear(piece: str) -> None:
    slow = []
    for name, pattern, calls in patterns():
        signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
        try:
            _run(pattern, calls, piece * (LENGTH // len(piece)))
        except TooSlow:
            slow.append(name)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    assert slow == []


@pytest.mark.usefixtures("alarm")
def test_a_quadratic_pattern_is_caught() -> None:
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT / 10)
    with pytest.raises(TooSlow):
        _run(re.compile(r"\s*x"), {"search"}, " " * LENGTH)
