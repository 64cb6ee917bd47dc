"""Tables of web pages and Word files: which are written a row a line, what spans say, and the tasks in them."""

import pytest

from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.reading import decode
from kjplan.reading.text import SourceText
from tests.reading.builders import package, paragraph_xml


def page(markup: str) -> SourceText:
    return decode(f"<html><body><p>头</p>{markup}</body></html>".encode(), "a.html")


def lines(markup: str) -> list[str]:
    return [line for line in page(markup).text.split("\n")[1:] if line]


def table(*rows: str, tag: str = "<table>") -> str:
    """A table whose cells are parted by blanks, one of attributes and words by ``>``."""
    made = "".join("<tr>" + "".join(_cell(cell) for cell in row.split()) + "</tr>" for row in rows)
    return f"{tag}{made}</table>"


def _cell(cell: str) -> str:
    spans, _, words = cell.rpartition(">")
    return f"<td {spans}>{'' if words == '-' else words}</td>"


HEAD = "序号 任务 单位"
ROW = "1 建库 甲局"
BARS = ["序号 | 任务 | 单位", "1 | 建库 | 甲局"]
APART = ["序号", "任务", "单位", "1", "建库", "甲局"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (table(HEAD, ROW), BARS),
        ("<table><caption>表</caption><thead><tr><th>序号<th>任务<th>单位<tbody><tr><td>1<td>建库<td>甲局</table>",
         ["表", *BARS]),
        (f"<table><tr><td>{table(HEAD, ROW)}</td></tr></table>", BARS),
        (table(HEAD, ROW).replace("甲局", "<p>甲局</p><p>乙局</p>"), [BARS[0], "1 | 建库 | 甲局 乙局"]),
        (table(HEAD, "colspan=3>一、平台", ROW), [BARS[0], "一、平台", BARS[1]]),
        (table(HEAD, ROW, "2 - -"), [*BARS, "2"]),
        (table(HEAD, ROW, "2 建网 -"), [*BARS, "| 2 | 建网 |  |"]),
        (table(HEAD, ROW, "- 建网 -"), [*BARS, "|  | 建网 |  |"]),
        (table("colspan=2>序号 任务 单位", "colspan=2>1 建库 甲局"), BARS),
        ("<table hidden><tr><td>否</table>" + table(HEAD, ROW), BARS),
        (table(HEAD, ROW, "2 否 否").replace("<tr><td >2", "<tr hidden><td >2"), BARS),
        (table("序号 任务 单位", "1 建库 甲局").replace("</tr>", "<td hidden>否</td></tr>"), BARS),
    ],
)  # fmt: skip
def test_a_data_table_is_written_a_row_a_line(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (table(HEAD), APART[:3]),
        (table("任务 单位", "建库 甲局"), ["任务", "单位", "建库", "甲局"]),
        (table(HEAD, ROW, "2 建网"), [*APART, "2", "建网"]),
        (table("索引号： 1/2 甲", "日期： 今日 乙"), ["索引号：", "1/2", "甲", "日期：", "今日", "乙"]),
        (table("索引号 1/2 甲", "日期: 今日 乙"), ["索引号", "1/2", "甲", "日期:", "今日", "乙"]),
        (table(HEAD, "1 甲|乙 甲局"), [*APART[:4], "甲|乙", "甲局"]),
        (table(HEAD, "1 甲｜乙 甲局"), [*APART[:4], "甲｜乙", "甲局"]),
        (table(HEAD, f"1 {'<p>段</p>' * 9} 甲局"), [*APART[:4], *["段"] * 9, "甲局"]),
        (table(HEAD, ROW).replace("建库", table("内")), [*APART[:4], "内", "甲局"]),
        (f"<nav>{table(HEAD, ROW)}</nav>", APART),
        (f"<select>{table(HEAD, ROW)}", APART),
        (table(HEAD, ROW).replace("建库", '<i class="share">建库</i>'), APART),
        (table(HEAD, ROW).replace("</table>", "<p>话</table>"), [*APART, "话"]),
        (table(HEAD, ROW).replace("</table>", ""), APART),
        (table(HEAD, "rowspan=9>1 建库 甲局", "建网 乙局 丙局"), [*APART, "建网", "乙局", "丙局"]),
        (table("colspan=99>一 二 三", "colspan=99>一 二 三"), ["一", "二", "三"] * 2),
    ],
)  # fmt: skip
def test_any_other_table_stays_a_cell_a_line(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


LONG = "建设" * 30


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("1 建库 rowspan=2>甲局", "2 建网"), ["1 | 建库 | 甲局", "2 | 建网 | 甲局"]),
        (("rowspan=2>类 建库 甲局", "建网 乙局"), ["类 | 建库 | 甲局", "|  | 建网 | 乙局 |"]),
        (("1 rowspan=2>类 甲局", "2 乙局"), ["1 | 类 | 甲局", "2 |  | 乙局"]),
        ((f"1 建库 rowspan=2>{LONG}", "2 建网"), [f"1 | 建库 | {LONG}", "| 2 | 建网 |  |"]),
        (("1 建库 ROWSPAN='2'>甲局", "2 建网", "3 建馆 乙局"),
         ["1 | 建库 | 甲局", "2 | 建网 | 甲局", "3 | 建馆 | 乙局"]),
        (("1 colspan=2>建库", "2 建网 甲局"), ["| 1 | 建库 |  |", "2 | 建网 | 甲局"]),
        (("1 建库 rowspan=x>甲局", "2 建网 乙局"), ["1 | 建库 | 甲局", "2 | 建网 | 乙局"]),
    ],
)  # fmt: skip
def test_a_cell_that_spans_rows_is_said_again_where_it_holds_for_each(
    rows: tuple[str, ...], expected: list[str]
) -> None:
    assert lines(table(HEAD, *rows)) == [BARS[0], *expected]


HTML_PLAN = "<p>2023年工作要点</p><p>一、重点任务</p>" + table(
    "序号 项目 工作任务 完成时限 牵头单位",
    "1 rowspan=3>平台 建设平台。新建省级平台10家 6月底前 rowspan=2>市科技局",
    "2 培育企业。新增企业20家 rowspan=2>9月底前",
    "3 引进人才。引进人才30名 市人社局",
)
TASKS = [
    ("1", "平台", ["市科技局"], ["2023-06-30"]),
    ("2", "培育企业", ["市科技局"], ["2023-09-30"]),
    ("3", "引进人才", ["市人社局"], ["2023-09-30"]),
]


def tasks(plan: Plan) -> list[tuple[str | None, str | None, list[str], list[str | None]]]:
    return [
        (
            m.number,
            m.title,
            [b.name for b in m.responsibility.bodies] if m.responsibility else [],
            [d.date for d in m.due],
        )
        for m in plan.measures
    ]


def test_the_tasks_of_a_page_with_a_table() -> None:
    plan = parse_source(decode(f"<html>{HTML_PLAN}".encode(), "a.html")).plan
    assert tasks(plan) == TASKS
    assert [t.quote for t in plan.targets] == ["10家", "20家", "30名"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("序号 改革事项 主要内容 指导部门", [("1", "建库"), ("2", "引才")]),
        ("序号 甲 乙 丙", [("一", "平台"), ("二", "人才")]),
    ],
)
def test_a_table_above_the_headings_of_its_parts(head: str, expected: list[tuple[str, str]]) -> None:
    rows = ("colspan=4>一、平台", "1 建库 建成数据库 市科技局", "colspan=4>二、人才", "2 引才 引进人才 市人社局")
    plan = parse_source(decode(f"<html><p>2023年工作要点</p>{table(head, *rows)}".encode(), "a.html")).plan
    assert [(m.number, m.title) for m in plan.measures] == expected


# Word files


def docx_rows(*rows: str) -> list[str]:
    return decode(package(docx_table(*rows)), "a.docx").text.splitlines()


def docx_table(*rows: str) -> str:
    """A table whose cells are parted by blanks: ``+>`` begins a cell that spans rows, ``|>`` continues it, ``2>`` spans two
    columns."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(_tc, row.split()))}</w:tr>" for row in rows) + "</w:tbl>"


def _tc(cell: str) -> str:
    span, _, words = cell.rpartition(">")
    said = {"": "", "+": '<w:vMerge w:val="restart"/>', "|": "<w:vMerge/>"}
    properties = said.get(span, f'<w:gridSpan w:val="{span}"/>')
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph_xml('' if words == '-' else words)}</w:tc>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("1 建库 +>甲局", "2 建网 |>-", "3 建馆 -"), ["1 | 建库 | 甲局", "2 | 建网 | 甲局", "| 3 | 建馆 |  |"]),
        (("+>类 建库 甲局", "|>- 建网 乙局"), ["类 | 建库 | 甲局", "|  | 建网 | 乙局 |"]),
        (("+>类 建库 甲局", "|>- 建网 -"), ["类 | 建库 | 甲局", "|  | 建网 |  |"]),
        ((f"1 建库 +>{LONG}", "2 建网 |>-"), [f"1 | 建库 | {LONG}", "| 2 | 建网 |  |"]),
        (("1 2>建库", "2 建网 乙局"), ["| 1 | 建库 |  |", "2 | 建网 | 乙局"]),
        (("3>一、平台", "1 建库 甲局"), ["一、平台", "1 | 建库 | 甲局"]),
        (("99999999999>一 二 三",), ["一 | 二 | 三"]),
    ],
)
def test_spans_in_a_word_file(rows: tuple[str, ...], expected: list[str]) -> None:
    assert docx_rows(HEAD, *rows) == [BARS[0], *expected]


def test_a_head_whose_cells_span_columns_keeps_its_rows() -> None:
    assert docx_rows("序号 2>任务 单位", "1 2>建库 甲局", "2 建 网 乙局") == [*BARS, "2 | 建 | 网 | 乙局"]


def test_the_tasks_of_a_word_file_with_a_table() -> None:
    body = docx_table(
        "序号 项目 工作任务 完成时限 牵头单位",
        "1 +>平台 建设平台。新建省级平台10家 6月底前 +>市科技局",
        "2 |>- 培育企业。新增企业20家 +>9月底前 |>-",
        "3 |>- 引进人才。引进人才30名 |>- 市人社局",
    )
    data = package(paragraph_xml("2023年工作要点") + paragraph_xml("一、重点任务") + body)
    assert tasks(parse_source(decode(data, "a.docx")).plan) == TASKS


# bounds


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        (table(HEAD, *[ROW] * 33_000), 33_001),
        (table(HEAD, "1 建库 rowspan=99999>" + "局" * 40, *["2 建网"] * 150), 152),
    ],
    ids=["100,000 cells", "a span of many rows"],
)
def test_large_tables(markup: str, rows: int) -> None:
    found = lines(markup)
    assert len(found) == rows
    assert all(line.count(" | ") == 2 for line in found)


HOSTILE = {
    "spans": "<table>" + "<tr>" + "<td rowspan=200 colspan=50>甲" * 30_000 + "</table>",
    "wide": "<table>" + "<tr><td>甲" * 30_000 + "<tr>" + "<td>乙" * 30_000 + "</table>",
    "said again": "<table><tr>" + f"<td rowspan=200>{'甲' * 40}" * 48 + "<td>一" + "<tr><td>丁" * 199 + "</table>",
    "nested": "<table><tr><td>甲<td>乙<td>丙<tr><td>" * 20_000 + "</table>" * 20_000,
    "empty rows": "<table><tr><td rowspan=200>甲" + "<tr>" * 60_000 + "</table>",
    "ends": "<table>" + "</td></table>" * 60_000,
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_tables_are_read_in_bounded_time(markup: str) -> None:
    assert len(page(markup).text) <= 2 * len(markup)
