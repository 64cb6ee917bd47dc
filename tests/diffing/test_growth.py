"""Plans of many goals and parts are compared in step with their size."""

from collections.abc import Callable

import pytest

import kjplan
from kjplan.diffing.lookback import lookback
from kjplan.diffing.trend import trend
from kjplan.model import Plan
from tests.growth import growth

LINEAR = 9
"""Far from 4, and as far from the 16 of quadratic work."""


def _goals(n: int) -> str:
    goals = "".join(f"{k + 1}.企业{chr(0x4E00 + k)}总量增长{k % 50}%。\n" for k in range(n))
    return f"某市2024年科技工作要点\n一、主要目标\n{goals}二、重点任务\n1.推进平台建设。\n"


def _parts(n: int) -> str:
    parts = "".join(f"{'一二三四五'[k % 5]}、甲{k}\n（一）建设平台{k}。\n" for k in range(n))
    return f"某市2024年科技工作要点\n{parts}"


@pytest.mark.parametrize("made", [_goals, _parts])
@pytest.mark.parametrize("compare", [lookback, lambda old, new: trend([old, new])], ids=["lookback", "trend"])
def test_linear(made: Callable[[int], str], compare: Callable[[Plan, Plan], object]) -> None:
    def work(n: int) -> Callable[[], object]:
        old, new = kjplan.parse(made(n)), kjplan.parse(made(n + 1))
        return lambda: compare(old, new)

    assert growth(work, 500) < LINEAR
