"""Tables of tasks: what their head says of each column, and the facts that a cell states."""

import pytest

from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.parsing.lines.units import split_units
from kjplan.parsing.tables.cell_heads import head_at
from kjplan.parsing.tables.columns import read_head
from kjplan.parsing.tables.line_cells import cells_of
from kjplan.reading import from_text

ROW = "1 | 建设平台。新建省级平台10家 | 市科技局 | 市财政局、市人社局 | 6月底前"


def plan_of(*rows: str) -> tuple[str, Plan]:
    text = "2023年工作要点\n一、重点任务\n" + "\n".join(rows) + "\n"
    return text, parse_source(from_text(text)).plan


def test_a_row_is_a_task_with_what_its_columns_state() -> None:
    text, plan = plan_of("序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限", ROW)
    (measure,) = plan.measures
    assert (measure.title, measure.text) == (
        "建设平台",
        "新建省级平台10家（牵头单位：市科技局；配合单位：市财政局、市人社局；完成时限：6月底前）",
    )
    bodies = [(text[slice(*b.span)], b.name, b.role) for b in measure.responsibility.bodies if b.span]
    assert bodies == [
        ("市科技局", "市科技局", "lead"),
        ("市财政局", "市财政局", "support"),
        ("市人社局", "市人社局", "support"),
    ]
    assert [(text[slice(*d.span)], d.date) for d in measure.due if d.span] == [("6月底前", "2023-06-30")]
    assert [(t.quote, t.indicator) for t in measure.targets] == [("10家", "省级平台")]


@pytest.mark.parametrize("head", ["完成时限", "计划完成时间", "时限要求", "时间安排", "完成节点"])
@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2023年12月", "2023-12-31"),
        ("2023年5月-9月", "2023-09-30"),
        ("2023.11", "2023-11-30"),
        ("2024年", "2024-12-31"),
        ("6月", "2023-06-30"),
        ("全年", "2023-12-31"),
        ("长期", None),
    ],
)
def test_a_column_of_times_holds_them_in_any_words(head: str, cell: str, date: str | None) -> None:
    _, plan = plan_of(f"序号 | 工作任务 | 责任单位 | {head}", f"1 | 建设平台 | 市科技局 | {cell}")
    (measure,) = plan.measures
    assert [(d.text, d.date) for d in measure.due] == [(cell, date)]


def test_persons_are_no_bodies_and_a_leading_column_leads() -> None:
    head = "序号 | 工作任务 | 责任领导 | 牵头责任单位 | 责任单位"
    _, plan = plan_of(head, "1 | 建设平台。新建10家 | 张三 | 市科技局 | 市财政局")
    (measure,) = plan.measures
    assert [(b.name, b.role) for b in measure.responsibility.bodies] == [("市科技局", "lead"), ("市财政局", "joint")]


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("序号 | 工作任务 | 责任单位 | 完成时限", True),
        ("| 任务名称 | 责任部门 |", True),
        ("序号｜重点任务｜责 任 单 位", True),
        ("序号 | 重点任务 | 牵头责任单位 | 主要责任单位 | 协同配合单位", True),
        ("序号 | 工作任务 | 责任领导 | 责任科室 | 完成期限", True),
        ("序号 | 改革举措 | 主要内容 | 指导部门 | 推广范围", True),
        ("序号 | 责任单位", False),
        ("名称 | 数量 | 单位", False),
        ("任务", False),
        ("1 | 建设平台 | 市科技局", False),
    ],
)
def test_the_head_of_a_table_of_tasks(line: str, opens: bool) -> None:
    folded = line.replace("｜", "|")
    assert (read_head(folded, cells_of(folded, 0, len(folded))) is not None) is opens


def test_a_line_with_bars_that_no_table_opens_is_as_it_was() -> None:
    _, plan = plan_of("政府 | 企业 | 高校共同推进平台建设和成果转化。")
    assert [m.title for m in plan.measures] == ["政府 | 企业 | 高校共同推进平台建设和成果转化"]


def test_rows_of_another_width_are_words_of_the_section() -> None:
    _, plan = plan_of(
        "序号 | 工作任务 | 责任单位", "1 | 建设平台 | 市科技局", "注 | 以上为重点工作", "2 | 培育企业 | 市工信局"
    )
    assert [m.title for m in plan.measures] == ["建设平台", "培育企业"]


def test_a_rule_between_rows_is_furniture() -> None:
    _, plan = plan_of("| 任务 | 责任单位 |", "|---|:---:|", "| 建设平台 | 市科技局 |")
    assert [f.text for f in plan.furniture] == ["|---|:---:|"]
    assert [m.title for m in plan.measures] == ["建设平台"]


HEAD = ("序号", "工作任务", "责任单位")


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ((*HEAD, "1", "建设平台", "市科技局", "2", "培育企业", "市工信局"), ["建设平台", "培育企业"]),
        ((*HEAD, "1", "建设平台", "市科技局", "2", "市工信局"), ["建设平台", "市工信局"]),
        (("任务", "单位", "1", "建设平台", "市科技局"), ["任务", "单位", "1", "建设平台", "市科技局"]),
    ],
)
def test_cells_one_a_line(lines: tuple[str, ...], titles: list[str]) -> None:
    _, plan = plan_of(*lines)
    assert [m.title for m in plan.measures] == titles


@pytest.mark.parametrize(
    ("lines", "opens"),
    [
        (("序号", "改革举措", "主要内容", "指导部门"), True),
        (("序号", "名称", "数量", "单位"), False),
        (("序号", "工作任务"), False),
        (("工作任务", "序号", "责任单位"), False),
        (("序号", "工作任务", "1", "建设平台"), False),
        (("序号", "(cid:1)", "工作任务", "责任单位"), False),
    ],
)
def test_the_head_of_a_table_one_name_a_line(lines: tuple[str, ...], opens: bool) -> None:
    source = from_text("\n".join(lines))
    spans = [unit.span for unit in split_units(source)]
    assert (head_at(source.folded, spans) is not None) is opens


def test_what_cells_one_a_line_state_stands_in_them() -> None:
    text, plan = plan_of(*HEAD, "1", "建设平台", "市科技局", "2", "培育企业", "市工信局、市财政局")
    bodies = [[(text[slice(*b.span)], b.name) for b in m.responsibility.bodies if b.span] for m in plan.measures]
    assert bodies == [[("市科技局", "市科技局")], [("市工信局", "市工信局"), ("市财政局", "市财政局")]]
