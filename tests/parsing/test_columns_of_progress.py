"""Columns of a table of tasks that tell what was done: their words stay, and their figures are no targets."""

import pytest

from kjplan.output.notice_text import render
from tests.parsing.cells_text import plan_of

TITLE = "平山县2024年重点任务分解表"


@pytest.mark.parametrize("name", ["完成情况", "进展情况", "目前进展", "落实情况"])
def test_what_a_column_says_was_done_is_no_target(name: str) -> None:
    rows = "1\t新建驿站30座\t建成12座\t县城管局\n2\t新建公厕8座\t\t县城管局\n"
    plan = plan_of(f"{TITLE}\n序号\t工作任务\t{name}\t责任单位\n{rows}")
    assert [[str(t.value) for t in m.targets] for m in plan.measures] == [["30"], ["8"]]
    assert plan.measures[0].text == f"（责任单位：县城管局；{name}：建成12座）"
    assert [m.text for m in plan_of(render(plan)).measures] == [m.text for m in plan.measures]


def test_what_a_column_says_is_to_be_done_is_a_target() -> None:
    rows = "1\t新建驿站30座\t建成公厕12座\t县城管局\n2\t新建码头8座\t改造泵站5座\t县城管局\n"
    plan = plan_of(f"{TITLE}\n序号\t工作任务\t具体内容\t责任单位\n{rows}")
    assert [[str(t.value) for t in m.targets] for m in plan.measures] == [["30", "12"], ["8", "5"]]
