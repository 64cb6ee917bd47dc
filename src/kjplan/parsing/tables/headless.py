"""Rows of a table of tasks that were pasted without its head: 1⇥建设平台⇥新建码头数据平台3个。⇥省水利厅, a number that counts on first and who answers last."""

import re

from kjplan.extraction.duties.bare_lists import read_line
from kjplan.model import Span
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.tables.line_cells import cells_of
from kjplan.reading.text import SourceText

_FEWEST, _FEWEST_CELLS = 3, 3
_NUMBER = re.compile(r"(?P<n>[0-9]{1,3})[.、]?")
ANSWERS = re.compile(
    r"[^。;:]{2,200}(?:牵头|负责|配合|参[与加]|落实|承担|组织实施)[。)]?|\(?(?:责任|牵头|配合|负责|承办|主办)(?:单位|部门):.{2,200}"
)
"""The line or cell that ends a row: 省水利厅牵头，省财政厅配合."""


def says_who(folded: str, span: Span) -> bool:
    """Whether a line or cell says who answers, or is nothing but bodies."""
    return ANSWERS.fullmatch(folded, *span) is not None or read_line(folded[slice(*span)]) is not None


def lay_headless(source: SourceText, units: list[Unit]) -> None:
    """Make rows of the lines that are such, in place: at least three that follow each other, two thirds of them with who answers,
    and no line of cells above them, which would be a head that names none of these (序号⇥姓名⇥单位)."""
    folded = source.folded
    run: list[tuple[Unit, list[Span]]] = []
    headed = False
    for unit in [*units, None]:
        cells = [] if unit is None or unit.tabled else _cells(folded, unit)
        if unit is not None and _counts_on(folded, run, cells):
            run.append((unit, cells))
            continue
        if not headed:
            _lay(folded, run)
        headed = bool(run) or len(cells) > 1 or (unit is not None and unit.tabled)
        run = [(unit, cells)] if unit is not None and _counts_on(folded, [], cells) else []


def _cells(folded: str, unit: Unit) -> list[Span]:
    return [cell for cell in cells_of(folded, *unit.span) if cell[0] < cell[1]]


def _counts_on(folded: str, run: list[tuple[Unit, list[Span]]], cells: list[Span]) -> bool:
    """Whether cells are a row that goes on from those before, or the first one, which may have any number."""
    number = _NUMBER.fullmatch(folded, *cells[0]) if len(cells) >= _FEWEST_CELLS else None
    if number is None:
        return False
    if not run:
        return True
    before = _NUMBER.match(folded, *run[-1][1][0])
    return before is not None and int(number["n"]) == int(before["n"]) + 1 and len(cells) == len(run[-1][1])


def _lay(folded: str, run: list[tuple[Unit, list[Span]]]) -> None:
    who = sum(says_who(folded, cells[-1]) for _, cells in run)
    if len(run) < _FEWEST or 3 * who < 2 * len(run):
        return
    for unit, cells in run:
        unit.tabled, unit.cells = True, cells
        unit.row = Row(cells[1:], [], (cells[0][0], cells[0][1]), [])
