"""Tables whose cells came out a line each and of which something is left out: 序号, the first rows, a cell that tells who."""

import pytest

from kjplan.model import Measure, Plan, Section
from tests.parsing.cells_text import facts, lines, paragraphs, plan_of

UNNUMBERED = ("工作任务", "具体要求", "责任科室", "时限要求")


@pytest.mark.parametrize("bar", ["", "|"])
def test_numbers_behind_a_cell_that_rows_share(bar: str) -> None:
    cells = (
        *UNNUMBERED,
        *("集中公开", "1", "全面清理规范性文件，并公布目录。", "办公室", "年底前"),
        *("做好基础工作", "2", "规范发布各类信息，加强保密审查。", "各科室", "持续推进"),
        *("3", "编制年度报告并按时发布。", "办公室", "3月底前"),
    )
    text = "2023年任务分解\n" + "\n".join(f"{cell}\n{bar}" if bar else cell for cell in cells) + "\n"
    assert facts(text) == [
        ("1", "全面清理规范性文件，并公布目录", [("办公室", "lead")], ["年底前"]),
        ("2", "规范发布各类信息，加强保密审查", [("各科室", "lead")], ["持续推进"]),
        ("3", "编制年度报告并按时发布", [("办公室", "lead")], ["3月底前"]),
    ]
    assert [s.title for s in plan_of(text).walk(Section)] == ["集中公开", "做好基础工作"]


def test_numbers_that_no_name_of_the_head_stands_above() -> None:
    text = lines(
        *UNNUMBERED,
        "1",
        "集中公开",
        "公布目录。",
        "办公室",
        "年底前",
        "2",
        "做好报告",
        "按时发布。",
        "法规科",
        "3月底前",
    )
    assert [bodies for _, _, bodies, _ in facts(text)] == [[("办公室", "lead")], [("法规科", "lead")]]


def test_names_of_columns_without_a_number_below_open_no_table() -> None:
    text = lines(*UNNUMBERED, "集中公开", "公布目录。", "办公室", "年底前")
    assert [bodies for _, _, bodies, _ in facts(text) if bodies] == []


def test_a_column_behind_the_bodies_whose_name_is_not_known_is_no_task() -> None:
    head = ("序号", "改革举措", "主要内容", "指导部门", "推广范围")
    rows = (
        *("1", "技术调查官制度", "审理案件时可以引入技术调查官，帮助查明事实。", "市法院、市知识产权局", "全市"),
        *("2", "专利保险机制", "围绕专利应用和维权开发保险产品。", "市知识产权局", "3个试验区"),
    )
    assert [bodies for _, _, bodies, _ in facts(lines(*head, *rows))] == [
        [("市法院", "support"), ("市知识产权局", "support")],
        [("市知识产权局", "support")],
    ]


@pytest.mark.parametrize(
    ("cells", "unsure"),
    [
        # names of groups without a number, above rows of one cell
        (("旧区改造", "1", "完成征收", "2", "市住建局", "行动三：品质提升", "3", "市绿化局"), "3"),
        # a name that may be a body's or that of the rows below
        (
            (
                "1",
                "完成征收",
                "市住建局",
                "2",
                "改造管网",
                "市水务局",
                "3",
                "加装电梯",
                "旧区改造",
                "4",
                "清淤",
                "市水务局",
            ),
            "1",
        ),
        # two columns, and rows of three cells of which none is known as a body
        (("1", "完成征收", "房屋", "土地", "2", "改造管网", "雨水", "污水", "3", "加装电梯", "多层", "高层"), "3"),
    ],
)
def test_what_is_not_sure_states_nothing_and_says_so(cells: tuple[str, ...], unsure: str) -> None:
    text = lines("序号", "工作任务", "责任单位", *cells)
    plan = plan_of(text)
    assert [d.message.split()[0] for d in plan.diagnostics if d.code == "table-not-sure"] == [unsure]
    assert sum(not m.responsibility.stated for m in plan.measures) >= int(unsure)
    assert {b.name for m in plan.measures for b in m.responsibility.bodies} <= {"市住建局", "市水务局"}


def test_the_rows_of_one_body_out_of_a_longer_table() -> None:
    text = paragraphs(
        *(
            "序号",
            "重点工作任务",
            "主要责任单位",
            "协同配合单位",
            "一、主要预期目标",
            "3",
            "固定资产投资稳步增长。",
            "区发改委",
            "区工信局",
        ),
        *(
            "二、扩大投资",
            "三、延长链条",
            "68",
            "推进粮库扩建，新建两座平房仓。",
            "区粮食局",
            "区政府有关部门，各乡镇人民政府。",
        ),
        *("69", "深化粮食产销合作，引进优质粮源。", "区粮食局", "区商务局"),
    )
    assert facts(text)[-2:] == [
        (
            "68",
            "推进粮库扩建，新建两座平房仓",
            [("区粮食局", "lead"), ("区政府有关部门", "support"), ("各乡镇人民政府", "support")],
            [],
        ),
        ("69", "深化粮食产销合作，引进优质粮源", [("区粮食局", "lead"), ("区商务局", "support")], []),
    ]


def groups(plan: Plan) -> list[tuple[str | None, list[str | None]]]:
    """Title of every section but the first, and the numbers of its rows."""
    return [(s.title, [c.number for c in s.children if isinstance(c, Measure)]) for s in [*plan.walk(Section)][1:]]


def test_a_name_behind_a_row_that_has_all_its_cells_names_those_below() -> None:
    cells = (
        *("旧房改造", "1", "改造旧房三幢。", "区房管局", "区财政局", "2", "加装电梯七十台。", "家园建设"),
        *("3", "建设示范小区十个。", "区房管局", "区财政局", "4", "整治小区。", "区城管局", "区房管局"),
    )
    plan = plan_of(paragraphs("序号", "重点工作任务", "责任单位", "配合单位", *cells))
    assert groups(plan) == [("旧房改造", ["1", "2"]), ("家园建设", ["3", "4"])]


def test_a_row_that_is_not_sure_stands_in_the_group_above_it() -> None:
    """家园建设 may be the body of the second row, or name the rows below."""
    cells = (
        *("旧房改造", "1", "改造旧房三幢。", "区房管局", "2", "加装电梯七十台。", "家园建设"),
        *("3", "建设示范小区十个。", "区房管局", "4", "整治小区。", "区城管局"),
    )
    plan = plan_of(paragraphs("序号", "重点工作任务", "责任单位", *cells))
    assert [d.code for d in plan.diagnostics] == ["table-not-sure"]
    assert groups(plan) == [("旧房改造", ["1", "2", "3", "4"])]
    assert [m.responsibility.stated for m in plan.measures] == [True, False, True, True]
