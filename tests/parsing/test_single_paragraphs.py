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


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        ("任务一：建设码头", "任务二：修缮渡口", ["建设码头", "修缮渡口"]),
        ("一、建设码头", "二、修缮渡口", ["建设码头", "修缮渡口"]),
    ],
)
def test_lines_that_say_who_answers_are_no_second_paragraph(first: str, second: str, titles: list[str]) -> None:
    who = "责任部门：市水利局\n"
    plan = kjplan.parse(f"甲市2023年工作要点\n{first}\n新建码头5座。\n{who}{second}\n修缮渡口6处。\n{who}")
    assert [task.title for task in plan.walk(Measure)] == titles
    assert [[body.name for body in task.responsibility.bodies] for task in plan.walk(Measure)] == [["市水利局"]] * 2


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("第1件：建设码头。新建码头5座。\n第2件：修缮渡口。修缮6处。\n", ["建设码头", "修缮渡口"]),
        ("第一件：建设码头。新建码头5座。\n第二件：修缮渡口。修缮6处。\n", ["建设码头", "修缮渡口"]),
        ("第1件大事办好。\n第2件大事办好。\n", []),
        (
            "一、重点任务\n◆建设码头。新建码头5座。（责任单位：市水利局）\n◆修缮渡口。修缮6处。（责任单位：市交通局）\n",
            ["建设码头", "修缮渡口"],
        ),
    ],
)
def test_deeds_that_are_counted_and_bulleted(lines: str, titles: list[str]) -> None:
    plan = kjplan.parse(f"甲市2023年民生实事\n{lines}")
    assert [t.title for t in plan.walk(Measure) if t.title and len(t.title) == 4] == titles
