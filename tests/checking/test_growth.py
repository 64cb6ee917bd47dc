"""Checks of large plans take time in step with their size, counted in calls."""

from collections.abc import Callable

import pytest

import kjplan
from kjplan.checking import check
from tests.growth import call_growth

CALLS = 6
"""Above the 4 of linear work, far below the 16 of quadratic work."""


def _rates(n: int) -> str:
    """Measures that mean all of what each goal sets a part of."""
    goals = "".join(f"{k + 1}.企业检查覆盖率达到{k % 90}%。\n" for k in range(n))
    tasks = "".join(f"{k + 1}.推进{chr(0x4E00 + k)}建设。实现企业检查全覆盖。\n" for k in range(n))
    return f"某市2024年科技工作要点\n一、主要目标\n{goals}二、重点任务\n{tasks}"


def _tasks(n: int) -> str:
    """Tasks with and without body and day, and documents in brackets that nothing closes."""
    stated = ("", "（市{0}局、市{1}委负责）", "（6月底前完成）")
    tasks = "".join(
        f"{k + 1}.推进（{chr(0x4E00 + k)}建设.。加强“管理,《{chr(0x4E00 + k)}{stated[k % 3].format(chr(0x5E00 + k), chr(0x5E01 + k))}。\n"
        for k in range(n)
    )
    return f"某市2024年科技工作要点\n一、重点任务\n{tasks}"


@pytest.mark.parametrize("made", [_rates, _tasks])
def test_calls(made: Callable[[int], str]) -> None:
    def work(n: int) -> Callable[[], object]:
        plan = kjplan.parse(made(n))
        check(kjplan.parse(made(4)))
        return lambda: check(plan)

    assert call_growth(work, 150) < CALLS
