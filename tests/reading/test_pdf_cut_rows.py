"""Rows of PDF tables that the end of a page cuts in two: which halves are put together, and which are not."""

from io import BytesIO
from typing import Any

import pytest

from kjplan.model import Measure, Plan
from kjplan.parsing import parse_source
from kjplan.reading import decode
from kjplan.reading.pdf_cut_rows import join_cut_rows
from kjplan.reading.pdf_lines import Page
from kjplan.reading.pdf_tables import TableCell, TableText
from kjplan.reading.pdf_words import Line
from tests.reading.fonts import pdf_font

Rows = list[list[str]]


def page(*rows: str, full: str = "", words: tuple[Line, ...] = ()) -> Page:
    """A page that a table fills; cells that end in one of the characters of ``full`` are full to their last line."""
    cells = [
        [TableCell(1, False, False, cell, bool(cell) and cell[-1] in full) for cell in row.split("|")] for row in rows
    ]
    return Page(False, 600, 840, [*words], [TableText(740, cells, 100)])


def joined(*pages: Page) -> list[list[str]]:
    return [["|".join(c.words for c in row) for t in p.tables for row in t.rows] for p in join_cut_rows([*pages])]


HEAD, FIRST = "序号|任务|单位", "1|建库|甲局"


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        # the words go on, the number counts on below
        ("2|推动开|乙局", ["|放|", "3|引才|丙局"], ["2|推动开放|乙局"]),
        # under the head that is said again
        ("2|推动开|乙局", [HEAD, "|放|", "3|引才|丙局"], ["2|推动开放|乙局"]),
        # at the end of the table
        ("2|推动开|乙局", ["|放|"], ["2|推动开放|乙局"]),
        # a list of bodies that goes on
        ("2|推动开|乙局、", ["|放|丙局", "3|引才|丙局"], ["2|推动开放|乙局、 丙局"]),
        # a cell that is not full, or empty above: a row without a number
        ("2|推动局|乙局", ["|放|", "3|引才|丙局"], ["2|推动局|乙局"]),
        ("2|推动开|", ["|放|丙局", "3|引才|丙局"], ["2|推动开|"]),
        # numbers that do not count on
        ("2|推动开|乙局", ["|放|", "5|引才|丙局"], ["2|推动开|乙局"]),
        ("4|推动开|乙局", ["|放|", "5|引才|丙局"], ["4|推动开|乙局"]),
        # a row of its own
        ("2|推动开|乙局", ["3|放|", "4|引才|丙局"], ["2|推动开|乙局"]),
        # another table
        ("2|推动开|乙局", ["|放", "3|引才"], ["2|推动开|乙局"]),
    ],
)
def test_the_halves_of_a_row(above: str, below: list[str], expected: list[str]) -> None:
    pages = joined(page(HEAD, FIRST, above, full="开"), page(*below))
    assert pages[0] == [HEAD, FIRST, *expected]
    assert len(pages[1]) == len(below) - ("放" in expected[0])


def test_a_row_over_three_pages() -> None:
    pages = joined(
        page(HEAD, FIRST, "2|推动开|乙局", full="开"), page("|放开|", full="开"), page("|发|", "3|引才|丙局")
    )
    assert pages == [[HEAD, FIRST, "2|推动开放开发|乙局"], [], ["3|引才|丙局"]]


def test_words_between_the_tables() -> None:
    line = Line("以下为第二批任务", 80, 300, 780, 796, 16, 16, 0)
    low = Line("— 1 —", 280, 320, 40, 50, 10, 10, 0)
    body = Line("以下为第二批任务", 80, 300, 600, 616, 16, 16, 0)
    first = page(HEAD, FIRST, "2|推动开|乙局", full="开", words=(low,))
    assert joined(first, page("|放|", "3|引才|丙局", words=(line,)))[0][-1] == "2|推动开放|乙局"
    first = page(HEAD, FIRST, "2|推动开|乙局", full="开")
    below = page("|放|", "3|引才|丙局", words=(body,))
    below.tables[0].top = 500
    assert joined(first, below)[0][-1] == "2|推动开|乙局"


def pdf_of_tables(*tables: Rows) -> bytes:
    """A PDF with a table a page, below the first lines of a plan."""
    pytest.importorskip("reportlab", reason="reportlab, which makes the PDFs, is not installed")
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    small = ParagraphStyle("cell", fontName=pdf_font(), fontSize=10, leading=15, wordWrap="CJK")
    story: list[Any] = [Paragraph(words, small) for words in ("2023年工作要点", "一、重点任务")]
    for rows in tables:
        cells = [[Paragraph(words, small) for words in row] for row in rows]
        story += [Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))], colWidths=[110] * 4), PageBreak()]
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4, topMargin=70, bottomMargin=70).build(story)
    return file.getvalue()


def plan_of(data: bytes) -> Plan:
    return parse_source(decode(data, "a.pdf")).plan


@pytest.mark.parametrize("more", [[], [["3", "优化服务", "市工信局", "年底前"]]], ids=["last", "counted on"])
def test_a_cut_row_is_one_task(more: Rows) -> None:
    words = "建设创新平台完善管理制度推动开放共享"  # two full lines of the cell
    head = ["序号", "工作任务", "责任单位", "完成时限"]
    above = [head, ["1", "引进人才", "市人社局", "9月底前"], ["2", words, "市科技局", "6月底前"]]
    plan = plan_of(pdf_of_tables(above, [["", "服务企业", "", ""], *more]))
    assert [(m.number, m.title, [b.name for b in m.responsibility.bodies]) for m in plan.walk(Measure)] == [
        ("1", "引进人才", ["市人社局"]),
        ("2", f"{words}服务企业", ["市科技局"]),
        *(("3", "优化服务", ["市工信局"]) for _ in more),
    ]
