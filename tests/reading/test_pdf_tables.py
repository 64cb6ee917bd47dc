"""Tables of PDF files: ruling lines to cells, wrapped words in cells, tables over pages; and what is no table."""

import pytest

from kjplan.parsing import parse_source
from kjplan.reading import decode
from kjplan.reading.pdf_layout import paragraphs
from kjplan.reading.pdf_lines import Page
from kjplan.reading.pdf_tables import Box, Rule, TableCell, TableText, ruled_tables
from kjplan.reading.pdf_words import Line
from tests.reading.tables_of_tasks import Cell, TaskTable, as_pdf

ACROSS = [Rule(y, 0, 90) for y in (100, 80, 60)]
DOWN = [Rule(x, 60, 100) for x in (0, 30, 90)]


def boxes(across: list[Rule], down: list[Rule]) -> list[list[tuple[int, ...]]]:
    return [[tuple(cell) for cell in table.cells] for table in ruled_tables(across, down)]


SIMPLE = [Box(0, 0, 1, 1), Box(0, 1, 1, 1), Box(1, 0, 1, 1), Box(1, 1, 1, 1)]


@pytest.mark.parametrize(
    ("across", "down", "cells"),
    [
        (ACROSS, DOWN, [SIMPLE]),
        # two sides of a thin rectangle, and a line in pieces
        ([*ACROSS, Rule(99.5, 0, 90)], [*DOWN[1:], Rule(0, 60, 81), Rule(0.5, 79, 100)], [SIMPLE]),
        # cells that span rows and columns
        ([ACROSS[0], Rule(80, 30, 90), ACROSS[2]], DOWN, [[(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]]),
        (ACROSS, [DOWN[0], Rule(30, 60, 80), DOWN[2]], [[(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]]),
        # two tables
        ([*ACROSS, *(Rule(a.at - 60, 0, 90) for a in ACROSS)], [*DOWN, *(Rule(d.at, 0, 40) for d in DOWN)], [SIMPLE, SIMPLE]),
        # a frame, a rule below a letterhead, a single row, lines that do not meet
        ([ACROSS[0], ACROSS[2]], [DOWN[0], DOWN[2]], []),
        (ACROSS, [], []),
        ([ACROSS[0], ACROSS[2]], DOWN, []),
        ([Rule(a.at, 200, 290) for a in ACROSS], DOWN, []),
    ],
)  # fmt: skip
def test_lines_to_cells(across: list[Rule], down: list[Rule], cells: list[list[tuple[int, ...]]]) -> None:
    assert boxes(across, down) == [[tuple(cell) for cell in table] for table in cells]


def test_many_lines_are_looked_at_in_bounded_time() -> None:
    grid = [Rule(5.0 * k, 0, 1500) for k in range(290)]
    assert len(boxes(grid, grid)[0]) == 289 * 289
    assert boxes([Rule(5.0 * k, 0, 9000) for k in range(2000)], grid) == []


def test_a_table_stands_between_the_paragraphs_around_it() -> None:
    rows = [[TableCell(1, False, False, "任务"), TableCell(1, False, False, "单位")]]
    page = Page(
        False, 600, 840, [Line("上。", 80, 120, 700, 716, 16, 16, 0), Line("下。", 80, 120, 400, 416, 16, 16, 0)]
    )
    page.tables = [TableText(600, rows)]
    assert [words for words, _ in paragraphs([page])] == ["上。", "任务 | 单位", "下。"]


def test_a_table_over_pages_with_its_head_on_each() -> None:
    head: list[Cell | None] = [Cell("序号"), Cell("工作任务"), Cell("牵头单位"), Cell("完成时限")]
    words = "建设创新平台，完善管理制度，推动开放共享，服务企业研发活动，形成长效机制"
    rows: list[list[Cell | None]] = [
        [Cell(str(k)), Cell(words), Cell("市科技局、市人力资源社会保障局"), Cell("6月底前")] for k in range(1, 25)
    ]
    table = TaskTable([head, *rows[:12], head, *rows[12:]])
    data = as_pdf(table, ["2023年工作要点", "一、重点任务"], ["二、保障措施", "（一）加强领导。健全机制。"])
    plan = parse_source(decode(data, "a.pdf")).plan
    found = [m for m in plan.measures if m.title == words]
    assert [m.number for m in found] == [str(k) for k in range(1, 25)]
    assert {tuple(b.name for b in m.responsibility.bodies) for m in found} == {("市科技局", "市人力资源社会保障局")}
    assert [s.title for s in plan.sections] == ["重点任务", "保障措施"]
