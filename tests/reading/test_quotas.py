"""Figures of tables whose unit stands in the head, in a column or above: quotas of places and of tasks, in every format."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjplan.model import Measure, Plan
from kjplan.output.notice_text import render
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import decode, from_text
from tests.reading.tables_of_tasks import Cell, TaskTable, as_bars, as_docx, as_html, as_pdf

Figure = tuple[str | None, str, str, str | None, str | None, str | None]
"""Title of the measure, indicator, value, unit, scope, period."""
Rows = Sequence[Sequence[str]]

BEFORE, AFTER = ["2023年工作方案", "一、重点任务"], ["二、保障措施", "（一）加强领导。健全机制。"]


def figures(plan: Plan) -> list[Figure]:
    return [
        (m.title, t.indicator, str(t.value) + (f"-{t.value_max}" if t.value_max else ""), t.unit, t.scope, t.period)
        for m in plan.walk(Measure)
        for t in m.targets
    ]


def plan_of(data: bytes, name: str) -> Plan:
    parsed = parse_source(decode(data, name))
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    for target in parsed.plan.targets:
        assert target.span is not None
        assert parsed.source.text[slice(*target.span)] == target.quote
    return parsed.plan


def table_of(rows: Rows) -> TaskTable:
    return TaskTable([[Cell(words) for words in row] for row in rows])


def in_text(*lines: str) -> Plan:
    return plan_of("\n".join([*BEFORE, *lines, *AFTER]).encode(), "a.txt")


def bars(rows: Rows) -> list[str]:
    return [" | ".join(row) for row in rows]


def in_all_formats(rows: Rows, above: str = "") -> dict[str, Plan]:
    table, before = table_of(rows), [*BEFORE, *([above] if above else [])]
    paragraphs = ["".join(f"<p>{x}</p>" for x in some) for some in (before, AFTER)]
    found = {
        "html": plan_of(f"<html><body>{paragraphs[0]}{as_html(table)}{paragraphs[1]}".encode(), "a.html"),
        "docx": plan_of(as_docx(table, before, AFTER), "a.docx"),
        "text": plan_of("\n".join([*before, as_bars(table, markdown=False), *AFTER]).encode(), "a.txt"),
        "markdown": plan_of("\n\n".join([*before, as_bars(table, markdown=True), *AFTER]).encode(), "a.md"),
        "pdf": plan_of(as_pdf(table, before, AFTER), "a.pdf"),
    }
    if rows[0][0] == "序号" and all(cell for row in rows for cell in row):
        found["cells"] = plan_of("\n".join([*before, *(c for row in rows for c in row), *AFTER]).encode(), "a.txt")
    return found


TASKS = (
    ("序号", "子行业", "建设区域", "装机计划（MW）", "责任单位"),
    ("1", "地铁", "高架车站和停车场", "35-36", "市地铁集团"),
    ("2", "铁路", "候车楼和货场", "15", "市铁路局"),
    ("3", "机场", "航站楼", "≥4.5", "市机场集团"),
)
QUOTAS = (
    ("序号", "街镇", "2023年任务量（亩）", "一季度", "二季度"),
    ("1", "东河镇", "122.52", "24.50", "98.02"),
    ("2", "西山街道", "52", "11", "41"),
)


def test_units_in_the_head_of_a_table_of_tasks() -> None:
    for form, plan in in_all_formats(TASKS).items():
        assert figures(plan) == [
            ("地铁", "装机计划", "35-36", "MW", None, None),
            ("铁路", "装机计划", "15", "MW", None, None),
            ("机场", "装机计划", "4.5", "MW", None, None),
        ], form
        assert [[b.name for b in m.responsibility.bodies] for m in plan.measures[:3]] == [
            ["市地铁集团"],
            ["市铁路局"],
            ["市机场集团"],
        ]


def test_quotas_of_places_by_quarter() -> None:
    for form, plan in in_all_formats(QUOTAS).items():
        assert figures(plan) == [
            ("东河镇", "任务量", "122.52", "亩", "东河镇", "2023年"),
            ("东河镇", "任务量", "24.50", "亩", "东河镇", "一季度"),
            ("东河镇", "任务量", "98.02", "亩", "东河镇", "二季度"),
            ("西山街道", "任务量", "52", "亩", "西山街道", "2023年"),
            ("西山街道", "任务量", "11", "亩", "西山街道", "一季度"),
            ("西山街道", "任务量", "41", "亩", "西山街道", "二季度"),
        ], form


def test_a_unit_above_the_table_and_no_sums() -> None:
    rows = (("县区", "造林计划", "备注"), ("甲县", "12", "含续建"), ("乙县", "3.5", ""), ("合计", "15.5", ""))
    for form, plan in in_all_formats(rows, "单位：万亩").items():
        assert figures(plan) == [
            ("甲县", "造林计划", "12", "万亩", "甲县", None),
            ("乙县", "造林计划", "3.5", "万亩", "乙县", None),
        ], form
        assert [m.title for m in plan.measures] == ["甲县", "乙县", "加强领导"], form


def test_a_column_of_units() -> None:
    rows = (
        ("序号", "任务", "计量单位", "目标值", "责任单位"),
        ("1", "造林绿化", "万亩", "12", "市林业局"),
        ("2", "新建公园", "个", "完成年度任务", "市园林局"),
        ("3", "改造管网", "公里", "≥30", "市住建局"),
    )
    for form, plan in in_all_formats(rows).items():
        assert figures(plan) == [
            ("造林绿化", "造林绿化", "12", "万亩", None, None),
            ("改造管网", "改造管网", "30", "公里", None, None),
        ], form
        assert "完成年度任务" in (plan.measures[1].text or ""), form


def test_years_below_what_is_planned() -> None:
    head: list[list[Cell | None]] = [
        [Cell("区县", rows=2), Cell("造林任务（亩）", columns=2), None],
        [None, Cell("2022年"), Cell("2023年")],
    ]
    table = TaskTable([*head, [Cell("甲县"), Cell("12"), Cell("13")], [Cell("乙县"), Cell("2"), Cell("3")]])
    expected = [
        ("甲县", "造林任务", "13", "亩", "甲县", "2023年"),
        ("乙县", "造林任务", "3", "亩", "乙县", "2023年"),
    ]
    page = f"<html><p>{BEFORE[0]}</p><p>{BEFORE[1]}</p>{as_html(table)}<p>{AFTER[0]}</p><p>{AFTER[1]}</p>"
    assert figures(plan_of(page.encode(), "a.html")) == expected
    assert figures(plan_of(as_pdf(table, BEFORE, AFTER), "a.pdf")) == expected
    assert (
        figures(
            in_text(
                "区县 | 造林任务（亩） | 造林任务（亩）", "区县 | 2022年 | 2023年", "甲县 | 12 | 13", "乙县 | 2 | 3"
            )
        )
        == expected
    )


@pytest.mark.parametrize(
    "head",
    ["投资计划（万元）", "数量（个）", "完成情况（个）", "面积（亩）", "计划完成时间", "任务来源", "资金计划（万元）", "2022年任务（亩）"],
)  # fmt: skip
def test_columns_that_are_no_plan_of_a_figure(head: str) -> None:
    rows = (("序号", "任务", head, "责任单位"), ("1", "造林", "12", "市林业局"), ("2", "治沙", "3", "市林业局"))
    assert figures(in_text(*bars(rows))) == []
    assert figures(in_text(*(cell for row in rows for cell in row))) == []


@pytest.mark.parametrize(
    "rows",
    [
        (("街镇", "任务量"), ("东河镇", "12"), ("西山镇", "3")),
        (("街镇", "联系人", "电话"), ("东河镇", "张三", "8866"), ("西山镇", "李四", "8877")),
        (("街镇", "一季度", "二季度"), ("东河镇", "12", "3"), ("西山镇", "3", "4")),
        (("企业", "任务量（亩）"), ("甲公司", "12"), ("乙公司", "3")),
    ],
    ids=["no unit", "no figures", "nothing counted", "no places"],
)
def test_tables_that_are_none_of_quotas(rows: Rows) -> None:
    assert figures(in_text(*bars(rows))) == []


def test_a_figure_that_stands_beside_several_rows_is_that_of_none() -> None:
    table = (
        "<table><tr><td>任务<td>建设任务（个）<td>责任单位<tr><td>建设公园<td rowspan=2>12<td>市园林局"
        "<tr><td>建设绿道<td>市园林局<tr><td>建设广场<td>3<td>市园林局</table>"
    )
    plan = plan_of(
        f"<html><p>{BEFORE[0]}</p><p>{BEFORE[1]}</p>{table}<p>{AFTER[0]}</p><p>{AFTER[1]}</p>".encode(), "a.html"
    )
    assert figures(plan) == [("建设广场", "建设任务", "3", "个", None, None)]


def test_indicators_with_units_in_the_head() -> None:
    plan = in_text(
        "序号 | 指标 | 2022年 | 目标值（万亩）", "1 | 粮食播种面积 | 150 | 160", "2 | 高标准农田面积 | 30 | ≥35"
    )
    assert [(t.indicator, str(t.value), t.unit) for t in plan.targets] == [
        ("粮食播种面积", "160", "万亩"),
        ("高标准农田面积", "35", "万亩"),
    ]


@pytest.mark.parametrize("rows", [TASKS, QUOTAS])
def test_a_rendered_plan_has_the_same_figures(rows: Rows) -> None:
    plan = in_text(*bars(rows))
    assert figures(plan)
    assert figures(parse_source(from_text(render(plan))).plan) == figures(plan)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["东河镇", "西山镇", "合计", "甲县", ""]), *[st.sampled_from(["12", "3.5", "", "—", "≥4", "1-2", "按计划"])] * 3),
        max_size=6,
    ),
    st.lists(st.sampled_from(["街镇", "任务量（亩）", "一季度", "2023年", "计量单位", "目标值", "备注", "责任单位", "装机计划（MW", "）（亩）"]), min_size=4, max_size=4),
    st.sampled_from(["", "单位：亩", "（单位：万亩）", "单位："]),
)  # fmt: skip
def test_nothing_is_lost_of_any_quotas(rows: list[tuple[str, ...]], head: list[str], above: str) -> None:
    lines = bars([head, *rows])
    in_text(above, *lines)  # each asserts that every character has its leaf, and every target its words
    in_text(above, "序号", *head, *(cell for k, row in enumerate(rows, 1) for cell in (str(k), *row)))
    cells = "".join(f"<tr>{''.join(f'<td>{c}' for c in row)}" for row in [head, *rows])
    plan_of(f"<html><p>{BEFORE[0]}</p><p>{BEFORE[1]}</p><p>{above}</p><table>{cells}</table>".encode(), "a.html")
