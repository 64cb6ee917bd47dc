"""Parts of a single paragraph are tasks where most parts are, though others hold points. All texts are invented."""

import pytest

import kjplan
from kjplan.model import Measure, Section

_WHOLE = "合理确定码头泊位价格，鼓励各港口签订多年合同，做好服务。"
_HELD = "（一）完善机制。按月组织转让。\n（二）理顺价格。严格执行价格政策。\n"


def _plan(singles: int, held: int) -> str:
    names = [
        "抓紧签订合同",
        "拉大峰谷差价",
        "签订多年合同",
        "共享信用信息",
        "规范签订合同",
        "健全配套机制",
        "保障工作落实",
        "做好宣传引导",
    ]
    parts = [
        f"{'一二三四五六七八'[k]}、{names[k]}\n" + (f"{_WHOLE}\n" if k < singles else _HELD)
        for k in range(singles + held)
    ]
    return "甲省2023年码头工作方案\n" + "".join(parts)


@pytest.mark.parametrize(
    ("singles", "held", "tasks"), [(4, 2, True), (5, 3, True), (3, 2, False), (4, 4, False), (2, 0, True)]
)
def test_parts_of_one_paragraph(singles: int, held: int, tasks: bool) -> None:
    plan = kjplan.parse(_plan(singles, held))
    first = [part for part in plan.parts if part.number in ("一", "二")]
    assert all(isinstance(part, Measure if tasks else Section) for part in first)
    assert [isinstance(part, Section) for part in plan.parts[singles:]] == [True] * held


@pytest.mark.parametrize(
    ("title", "role"),
    [("切实强化工作保障", "safeguards"), ("加强工作保障", "safeguards"), ("加强水电保障", "measures")],
)
def test_a_part_that_keeps_the_work_going(title: str, role: str) -> None:
    plan = kjplan.parse(f"甲省2023年码头工作方案\n一、重点任务\n{_HELD}二、{title}\n{_HELD}")
    part = plan.parts[1]
    assert isinstance(part, Section)
    assert part.role == role
