"""Plans of many goals and parts are compared and traced in step with their size."""

from collections.abc import Callable
from functools import cache

import pytest

import kjplan
from kjplan.diffing.lookback import lookback
from kjplan.diffing.trend import trend
from kjplan.model import Plan
from kjplan.tracing import trace
from tests.growth import growth

LINEAR = 9
"""Far from 4, and as far from the 16 of quadratic work."""


_TASK = "1.推进平台建设。\n"


def _goals(n: int, what: str = "企业{0}总量", tasks: str = _TASK) -> str:
    goals = "".join(f"{k + 1}.{what.format(chr(0x4E00 + k))}增长{k % 50}%。\n" for k in range(n))
    return f"某市2024年科技工作要点\n一、主要目标\n{goals}二、重点任务\n{tasks}"


def _areas(n: int) -> str:
    """Names that all end alike."""
    return _goals(n, "{}种植面积")


def _shares(n: int) -> str:
    """Shares that some measure may mean all of, each of one thing."""
    tasks = "".join(f"{k + 1}.推进{chr(0x4E00 + k)}检查全覆盖。发展{chr(0x5E00 + k)}产业。\n" for k in range(n))
    return _goals(n, "{0}检查覆盖率达到65%，{0}产业", tasks)


def _parts(n: int) -> str:
    parts = "".join(f"{'一二三四五'[k % 5]}、甲{k}\n（一）建设平台{k}。\n" for k in range(n))
    return f"某市2024年科技工作要点\n{parts}"


@cache
def _plan(made: Callable[[int], str], n: int) -> Plan:
    return kjplan.parse(made(n))


def _steps(old: Plan, new: Plan) -> object:
    return trend([old, new])


def _with_a_gap(old: Plan, new: Plan) -> object:
    """All that the first plan says comes back in the third."""
    return trend([old, kjplan.parse(_goals(1, "{}用水量")), new])


def _traced(old: Plan, _: Plan) -> object:
    return trace(old)


@pytest.mark.parametrize("made", [_goals, _areas, _shares, _parts])
@pytest.mark.parametrize("compare", [lookback, _steps, _with_a_gap, _traced])
def test_linear(made: Callable[[int], str], compare: Callable[[Plan, Plan], object]) -> None:
    def work(n: int) -> Callable[[], object]:
        old, new = _plan(made, n), _plan(made, n + 1)
        return lambda: compare(old, new)

    assert growth(work, 500) < LINEAR
