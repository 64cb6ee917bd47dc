"""Tables of Word files and web pages: what spans say, and the tasks in them."""

import pytest

from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.reading import decode
from tests.reading.builders import package, paragraph_xml

HEAD = "序号 任务 单位"
BARS = ["序号 | 任务 | 单位", "1 | 建库 | 甲局"]
LONG = "建设" * 30
TASKS = [
    ("1", "建设平台", ["市科技局"], ["2023-06-30"]),
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


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("序号 改革事项 主要内容 指导部门", [("1", "建库"), ("2", "引才")]),
        ("序号 甲 乙 丙", [("一", "平台"), ("二", "人才")]),
    ],
)
def test_a_table_above_the_headings_of_its_parts(head: str, expected: list[tuple[str, str]]) -> None:
    rows = ("4>一、平台", "1 建库 建成数据库 市科技局", "4>二、人才", "2 引才 引进人才 市人社局")
    data = package(paragraph_xml("2023年工作要点") + docx_table(head, *rows))
    plan = parse_source(decode(data, "a.docx")).plan
    assert [(m.number, m.title) for m in plan.measures] == expected


# web pages


def html_rows(markup: str) -> list[list[list[tuple[str, int, int, bool]]]]:
    """The cells of each row of each table: words, column, columns, whether it began above."""
    source = decode(f"<html><p>头</p>{markup}".encode(), "a.html")
    return [
        [[(source.text[slice(*c.span)], c.column, c.columns, c.above) for c in row.cells] for row in grid]
        for grid in source.tables
    ]


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>&nbsp;</table>",
         [[[("甲", 0, 1, False), ("乙", 1, 1, False)], [("丙", 0, 1, False), ("", 1, 1, False)]]]),
        ("<TABLE><TR><TH ROWSPAN=2>甲</TH><TH COLSPAN='2'>乙</TH></TR><TR><TD>丙<TD>丁</TABLE>",
         [[[("甲", 0, 1, False), ("乙", 1, 2, False)], [("甲", 0, 1, True), ("丙", 1, 1, False), ("丁", 2, 1, False)]]]),
        ("<table><tr><td>甲<td rowspan=2>乙<tr><td>丙<tr><td>丁<td>戊</table>",
         [[[("甲", 0, 1, False), ("乙", 1, 1, False)], [("丙", 0, 1, False), ("乙", 1, 1, True)],
           [("丁", 0, 1, False), ("戊", 1, 1, False)]]]),
        ("<table><tr><td><p>甲</p><p>乙</p><td>丙</table>", [[[("甲\n乙", 0, 1, False), ("丙", 1, 1, False)]]]),
        ("<table><tr><td>外<td><table><tr><td>内</table></table>", [[[("内", 0, 1, False)]]]),
        ("<table><tr><td>甲</td><td hidden>否</td><td>乙</table>", [[[("甲", 0, 1, False), ("乙", 1, 1, False)]]]),
        ("<table><tr><td>甲</td>话<td>乙</table>", []),
        ("<nav><table><tr><td>甲</table></nav>", []),
        ("<table><tr><td>甲", []),
    ],
)  # fmt: skip
def test_cells_of_a_page(markup: str, rows: list[list[list[tuple[str, int, int, bool]]]]) -> None:
    assert html_rows(markup) == rows


HOSTILE = {
    "spans": "<table>" + "<tr>" + "<td rowspan=200 colspan=50>甲" * 10_000 + "</table>",
    "wide": "<table>" + "<tr><td>甲" * 10_000 + "<tr>" + "<td>乙" * 10_000 + "</table>",
    "said again": "<table>" + ("<tr>" + "<td rowspan=200>甲" * 48 + "<td>一" + "<tr><td>丁" * 199) * 60 + "</table>",
    "nested": "<table><tr><td>甲<td>乙<td>丙<tr><td>" * 8_000 + "</table>" * 8_000,
    "empty rows": "<table><tr><td rowspan=200>甲" + "<tr>" * 20_000 + "</table>",
    "ends": "<table>" + "</td></table>" * 20_000,
    "tasks": "<table><tr><td>任务<td>责任单位" + "<tr><td>建设<td rowspan=200>甲局" * 2_000 + "</table>",
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_tables_are_read_in_bounded_time(markup: str) -> None:
    source = decode(f"<html><p>头</p>{markup}".encode(), "a.html")
    assert sum(len(row.cells) for grid in source.tables for row in grid) <= 8 * markup.count("<t") + 5000
