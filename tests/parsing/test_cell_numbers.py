"""Tables with a cell a line whose rows are numbered in Chinese, and rows that hold several tasks each."""

import pytest

from kjplan.model import Section
from tests.parsing.cells_text import Facts, facts, lines, paragraphs, plan_of

HEAD = ("序号", "工作任务", "主要工作内容", "牵头单位", "配合单位")
ROWS = (
    *("（一）", "管住源头", "在设计文件中写明土方平衡方案。", "区建管委", "区水务局、区房管局"),
    *("（二）", "建好场所", "制定场所布局图。", "区渣土\n专班", "区规划局"),
    *("完成场所备案。", "区市容局", "——", "清理闲置地块", "属地街镇", "区市容局、区财政局"),
)
TASKS: Facts = [
    ("一", "管住源头", [("区建管委", "lead"), ("区水务局", "support"), ("区房管局", "support")], []),
    (None, "制定场所布局图", [("区渣土专班", "lead"), ("区规划局", "support")], []),
    (None, "完成场所备案", [("区市容局", "lead")], []),
    (None, "清理闲置地块", [("属地街镇", "lead"), ("区市容局", "support"), ("区财政局", "support")], []),
]
LAST = ("（三）", "降尘", "洒水降尘。", "区环保局", "——")
DUSTY: Facts = [("三", "降尘", [("区环保局", "lead")], [])]


def named(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(s.number, s.marker, s.title) for s in plan_of(text).walk(Section)][1:]


def test_rows_with_chinese_numbers_below_names_of_groups_that_have_theirs_in_a_cell() -> None:
    text = paragraphs(
        *HEAD, "一", "建好处置体系", *ROWS, "二", "管好过程", "（一）", "查车辆", "查车。", "区交警队", "无"
    )
    assert facts(text) == [*TASKS, ("一", "查车辆", [("区交警队", "lead")], [])]
    assert named(text) == [
        ("一", None, "建好处置体系"),
        ("二", "（二）", "建好场所"),
        ("二", None, "管好过程"),
    ]
    first, second = plan_of(text).parts[0].children[:2]  # type: ignore[union-attr]
    assert isinstance(first, Section)
    assert isinstance(second, Section)
    assert [c.title for c in first.children] == ["管住源头", "建好场所"]  # type: ignore[union-attr]
    assert [c.title for c in second.children] == ["查车辆"]  # type: ignore[union-attr]


def test_a_row_goes_on_below_the_head_of_the_next_page() -> None:
    assert facts(paragraphs(*HEAD, *ROWS[:10], *HEAD, *ROWS[10:], *LAST)) == [*TASKS, *DUSTY]


def test_a_dash_where_the_number_of_a_group_was_lost() -> None:
    text = paragraphs(*HEAD, "—", "建好处置体系", *ROWS, *LAST)
    assert facts(text) == [*TASKS, *DUSTY]
    assert named(text)[0] == (None, None, "建好处置体系")


def test_rows_are_numbered_without_brackets() -> None:
    text = lines(
        *HEAD,
        "一",
        "管住源头",
        "写明方案。",
        "区建管委",
        "区水务局",
        "二",
        "建好场所",
        "备案。",
        "区市容局",
        "区财政局",
    )
    assert facts(text) == [
        ("一", "管住源头", [("区建管委", "lead"), ("区水务局", "support")], []),
        ("二", "建好场所", [("区市容局", "lead"), ("区财政局", "support")], []),
    ]


def test_several_tasks_beside_one_number() -> None:
    text = paragraphs(
        *("序号", "工作任务", "具体内容", "责任单位", "完成时限"),
        *("1", "数据归集", "建成数据仓库。", "市数据局", "6月底前", "编制数据目录。", "市档案局", "9月底前"),
        *("2", "数据应用", "开放数据接口。", "市数据局、市财政局", "年底前"),
    )
    assert facts(text) == [
        (None, "建成数据仓库", [("市数据局", "lead")], ["6月底前"]),
        (None, "编制数据目录", [("市档案局", "lead")], ["9月底前"]),
        ("2", "数据应用", [("市数据局", "joint"), ("市财政局", "joint")], ["年底前"]),
    ]
    assert named(text) == [("1", None, "数据归集")]


@pytest.mark.parametrize(
    "cells",
    [
        ("建成数据仓库。", "市数据局", "6月底前", "详见数据局方案。"),  # a remark has neither who nor when
        ("建成数据仓库。", "市数据局", "6月底前", "编制目录。", "按职责分工做好"),  # words where bodies should be
    ],
)
def test_what_may_be_no_further_task_states_nothing(cells: tuple[str, ...]) -> None:
    head = ("序号", "工作任务", "具体内容", "责任单位", "完成时限")
    full = ("2", "数据应用", "开放接口。", "市数据局", "年底前", "3", "数据安全", "定期检查。", "市网信办", "每季度")
    found = facts(paragraphs(*head, "1", "数据归集", *cells, *full))
    assert found[0][2] == []
    assert [bodies for _, _, bodies, _ in found[1:]] == [[("市数据局", "lead")], [("市网信办", "lead")]]


def test_a_chinese_number_in_a_table_with_figures_before_its_rows_is_words() -> None:
    head = ("序号", "工作任务", "责任单位")
    text = paragraphs(*head, "1", "做好工作一", "市数据局", "2", "一", "市档案局", "3", "做好工作二", "市财政局")
    assert [number for number, *_ in facts(text)] == ["1", "2", "3"]


def test_without_a_column_of_numbers_a_chinese_number_opens_no_row() -> None:
    text = lines("工作任务", "具体要求", "责任科室", "一", "集中公开", "公布目录。", "办公室")
    assert [bodies for *_, bodies, _ in facts(text) if bodies] == []
