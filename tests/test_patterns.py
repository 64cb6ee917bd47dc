"""No pattern of the parser, the extraction or the rules takes more than time linear in its text.

Every compiled pattern that their modules hold is fed repetitive text of two lengths; what grows with the square of the
length takes seconds or minutes on the longer one, where a linear pattern takes milliseconds.
"""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping

import pytest

import kjplan.checking
import kjplan.extraction
import kjplan.parsing

SHORT, LONG = 20_000, 100_000
LIMIT = 2.0
"""Seconds for LONG characters: a linear pattern needs some hundredths even on a slow machine."""
PIECES = [
    "1", "1,000", "１", "、", "，", "。", "；", "：", "的", "一", "十", "百分之", "年", "市", "新增", "等", "由", "至少", "(", ")", "（",
    "《", "》", "“", "”", " ", "\u3000", "\t", "\n", "\r\n", " \n", "-", ".", "1.", "1.1", "（一）", "A", "http://", "1 ",
    "（A、", "《a》", "1家", "1家、", "前1", "第一", "第一章", "到2025年", "责任单位：", "A、", "A和", "以", "从1", "一、", "1月", "一是",
    "制定办法", "2025年1月1日前", "市科技局、", "索 引 号", "——", "…", "关于印发", "各县(市、区)", "负责", "牵头，", "1万", "(1", "人均",
]  # fmt: skip


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Name and pattern of all that is compiled in the three rooms, each once."""
    found: dict[str, tuple[str, re.Pattern[str]]] = {}
    for room in (kjplan.parsing, kjplan.extraction, kjplan.checking):
        for info in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                for pattern in _within(value, 4):
                    found.setdefault(pattern.pattern, (f"{info.name}.{name}", pattern))
    return list(found.values())


def _within(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    """Patterns in a global: itself, in a table, or in an object of one."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and isinstance(value, Mapping):
        for inner in (*value.keys(), *value.values()):
            yield from _within(inner, depth - 1)
    elif depth and isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            yield from _within(inner, depth - 1)
    elif depth and hasattr(type(value), "__dataclass_fields__"):
        for name in type(value).__dataclass_fields__:
            yield from _within(getattr(value, name, None), depth - 1)


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    begin = time.perf_counter()
    for _ in pattern.finditer(text):
        pass
    return time.perf_counter() - begin


def test_they_are_found() -> None:
    assert len(patterns()) > 100


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_linear(piece: str) -> None:
    slow = []
    for name, pattern in patterns():
        short = _seconds(pattern, piece * (SHORT // len(piece)))
        # what is quadratic needs 25 times as long for five times the text: no need to wait for it where it is clear already
        if short > LIMIT / 4 or (short > LIMIT / 40 and _seconds(pattern, piece * (LONG // len(piece))) > LIMIT):
            slow.append(f"{name}: {short:.2f} s for {SHORT} characters")
    assert slow == []
