"""Tables: plain, on a terminal, as csv and tsv, as Markdown."""

import csv
import io
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kjplan.output.csv import cell, to_csv
from kjplan.output.folding import folded
from kjplan.output.markdown import escape, to_markdown
from kjplan.output.table import to_plain, to_screen
from kjplan.output.width import pad, width
from kjplan.querying.table import Column, Table

COLUMNS = [
    Column("number", "序号", "No."),
    Column("task", "任务", "task"),
    Column("value", "数值", "value", align="right"),
]
_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""A Markdown reader to ask; rich brings it along."""

HOSTILE = Table(
    COLUMNS,
    [
        ["1", "[red]推进[/red]平台\x1b[31m建设", "7.50"],
        ["2", "新增|1000家\n二是\u202eabc", "1000"],
        ["", "=1+1 *强调* <script>", ""],
    ],
)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("科技", 4), ("ａ", 2), ("“一流”", 6), ("é", 1), ("e\u0301", 1), ("", 0), ("ｱ", 1)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_pad() -> None:
    assert pad("科技", 6) == "科技  "
    assert pad("科技", 6, right=True) == "  科技"


def test_plain() -> None:
    assert to_plain(HOSTILE) == (
        "No.  task                             value\n"
        "---  -------------------------------  -----\n"
        "1    [red]推进[/red]平台\\x1b[31m建设   7.50\n"
        "2    新增|1000家 二是\\u202eabc         1000\n"
        "     =1+1 *强调* <script>\n"
    )


def test_plain_is_aligned_and_nothing_is_cut() -> None:
    long = "推" * 300
    table = Table(COLUMNS, [["1", long, "1"], ["2", "短", "22"]])
    lines = to_plain(table).splitlines()
    assert long in lines[2]
    assert width(lines[2]) == width(lines[3])


def test_plain_without_rows_is_its_headings() -> None:
    assert to_plain(Table(COLUMNS, [])) == "No.  task  value\n---  ----  -----\n"


def test_colour_is_only_in_the_headings_and_only_when_asked_for() -> None:
    assert to_plain(HOSTILE, color=True).startswith("\x1b[1mNo.")
    assert "\x1b" not in to_plain(HOSTILE)


def test_raw_keeps_control_characters() -> None:
    assert "\x1b[31m" in to_plain(HOSTILE, raw=True)
    assert "\x1b[31m" in to_csv(HOSTILE, raw=True)


@pytest.mark.parametrize("columns", [30, 60, 200])
def test_screen_folds_and_loses_nothing(columns: int) -> None:
    table = Table(COLUMNS, [["1", "推动省科学院与中原科技城融合发展，建设高能级研发平台" * 3, "7.5"]])
    text = to_screen(table, columns, color=False)
    assert all(width(line) <= columns for line in text.splitlines())
    assert "…" not in text and "\x1b" not in text
    assert sum(text.count(ch) for ch in "推动省科学院与中原科技城融合发展建设高能级研发平台") >= 25 * 3


def test_a_table_with_no_room_for_its_columns_is_a_list() -> None:
    heads = [Column(f"k{n}", f"栏目{n}", f"column {n}") for n in range(6)]
    table = Table(heads, [["建设省级研发平台" * 2, "", "达到65%", "市科技局", "年底前", "x"], ["改造", *["b"] * 5]])
    text = to_screen(table, 40, color=False)
    assert all(width(line) <= 40 for line in text.splitlines())
    first, second = text.split("\n\n")
    assert first.splitlines() == [
        "column 0: 建设省级研发平台建设省级研发平",
        "          台",
        "column 2: 达到65%",
        "column 3: 市科技局",
        "column 4: 年底前",
        "column 5: x",
    ]
    assert second.startswith("column 0: 改造\ncolumn 1: b\n")
    assert to_screen(table, 60, color=False).startswith("column 0")
    assert "─" in to_screen(table, 60, color=False)


GOALS = Table(
    [Column("goal", "目标", "goal"), Column("target", "目标值", "targets"), Column("progress", "进展情况", "progress")],
    [
        ["全社会研发投入强度突破2.6%", "全社会研发投入强度：突破2.6%", ""],
        ["技术合同成交额达到400亿元以上（含）", "新增1000家；（新培育）1,500家以上，见plan-2022.docx", ""],
    ],
)


@pytest.mark.parametrize("columns", range(40, 100))
def test_no_figure_is_broken_and_no_line_begins_with_a_closing_mark(columns: int) -> None:
    lines = to_screen(GOALS, columns, color=False).splitlines()
    text = "\n".join(lines)
    for figure in ("2.6%", "400亿元", "1000家", "1,500家", "plan-2022.docx"):
        assert figure in text
    assert text.count("2.6%") == 2
    for line in lines:
        assert width(line) <= columns
        assert not re.search(r"(?:^|  )[，；：）]|（(?:  |$)", line), line


def test_a_column_that_is_empty_throughout_gives_way_to_folding() -> None:
    assert "progress" in to_screen(GOALS, 120, color=False)
    assert "progress" not in to_screen(GOALS, 60, color=False)
    assert "progress" in to_screen(Table(GOALS.columns, []), 24, color=False)
    one = Table(GOALS.columns, [*GOALS.rows, ["甲", "乙", "已完成"]])
    assert "已完成" in to_screen(one, 60, color=False)


@given(st.text(alphabet="推进平台0123.5%家A-z （），。\u0301“”", max_size=60), st.integers(2, 30))
def test_folding_keeps_every_character_and_the_width(text: str, columns: int) -> None:
    lines = folded(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns for line in lines)


def test_a_bar_gives_way_where_there_is_no_room() -> None:
    table = Table([*COLUMNS, Column("bar", "", "", spare=True)], [["1", "推进" * 10, "7.5", "█" * 20]])
    assert "█" * 20 in to_screen(table, 80, color=False)
    assert "█" not in to_screen(table, 50, color=False)
    assert "█" in to_plain(table)


def test_screen_reads_no_markup_and_shows_control_characters() -> None:
    text = to_screen(HOSTILE, 100, color=True)
    assert "[red]推进[/red]平台\\x1b[31m建设" in text
    assert "\\u202eabc" in text
    assert "\x1b[31m" not in text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86 371", "'+86 371"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("-3.5", "-3.5"),
        ("+0.5", "+0.5"),
        ("1=1", "1=1"),
        ("(1)=", "(1)="),
        ("", ""),
        ("a\x1bb", "a\\x1bb"),
    ],
)
def test_cells_that_would_be_formulas_are_text(text: str, written: str) -> None:
    assert cell(text) == written


def test_csv_heads_and_quoting() -> None:
    assert to_csv(HOSTILE) == (
        "number,task,value\n"
        "1,[red]推进[/red]平台\\x1b[31m建设,7.50\n"
        '2,"新增|1000家\n二是\\u202eabc",1000\n'
        ",'=1+1 *强调* <script>,\n"
    )
    assert to_csv(HOSTILE, keys=False).splitlines()[0] == "No.,task,value"
    assert to_csv(HOSTILE, "\t").splitlines()[0] == "number\ttask\tvalue"


_CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co"]), max_size=8).map(str.strip)


@given(st.lists(st.lists(_CELLS, min_size=3, max_size=3), max_size=4))
def test_a_csv_reader_reads_the_cells_back(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(to_csv(Table(COLUMNS, rows)), newline="")))
    assert read[1:] == [[cell(text) for text in row] for row in rows]


def test_markdown() -> None:
    assert to_markdown(HOSTILE) == (
        "| No. | task | value |\n"
        "| --- | --- | --: |\n"
        "| 1 | \\[red\\]推进\\[/red\\]平台\\\\x1b\\[31m建设 | 7.50 |\n"
        "| 2 | 新增\\|1000家<br>二是\\\\u202eabc | 1000 |\n"
        "|  | \\=1+1 \\*强调\\* \\<script\\> |  |\n"
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("一、主要目标", "一、主要目标"),
        ("# 标题", "\\# 标题"),
        ("C# 语言", "C# 语言"),
        ("1. 第一", "1\\. 第一"),
        ("2022年", "2022年"),
        ("- 项", "\\- 项"),
        ("2.6%", "2.6%"),
        ("1.", "1\\."),
        ("--- ", "\\--- "),
        ("-3", "-3"),
        ("## x", "\\## x"),
        ("> x", "\\> x"),
        ("a-b", "a-b"),
        ("https://example.org", "https:\\//example.org"),
        ("www.example.org", "www\\.example.org"),
        ("&amp; `x` ~~y~~ $z$", "\\&amp; \\`x\\` \\~\\~y\\~\\~ \\$z\\$"),
    ],
)
def test_markdown_reads_nothing_as_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped


_MARKUP = st.text(alphabet="ab 1.2)-+#=>*_[]()!`~|\\&<>$:/w@;\"'科{}^%", max_size=14).map(str.strip)


@given(_MARKUP.filter(bool))
def test_a_markdown_reader_sees_a_paragraph_of_plain_words(text: str) -> None:
    html = _READER.render(escape(text))
    assert html.startswith("<p>") and unescape(html.removeprefix("<p>").removesuffix("</p>\n")) == text


@given(st.lists(_MARKUP, min_size=3, max_size=3))
def test_a_markdown_reader_sees_the_cells(cells: list[str]) -> None:
    html = _READER.render(to_markdown(Table(COLUMNS, [cells])))
    assert [unescape(cell) for cell in re.findall("<td[^>]*>(.*?)</td>", html)] == cells
