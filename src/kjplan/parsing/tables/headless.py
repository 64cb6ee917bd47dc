"""Rows of a table of tasks that were pasted without its head: 1⇥建设平台⇥新建码头数据平台3个。⇥省水利厅, a number that counts on first and who answers last, or
by when behind who answers (⇥省水利厅⇥6月底)."""

import re
from collections.abc import Sequence

from kjplan.model import Span
from kjplan.parsing.headings.titles import says_who
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.tables.cell_words import Words
from kjplan.parsing.tables.line_cells import cells_of
from kjplan.reading.text import SourceText

_FEWEST, _FEWEST_CELLS = 3, 3
_NUMBER = re.compile(r"(?P<n>[0-9]{1,3})[.、]?")


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


def answers(folded: str, cells: Sequence[Span]) -> bool:
    """Whether the last cell of a row says who answers, or the one before it where the last says when."""
    if says_who(folded[slice(*cells[-1])]):
        return True
    return len(cells) > 2 and Words.of(folded[slice(*cells[-1])]).is_time and says_who(folded[slice(*cells[-2])])


def _lay(folded: str, run: list[tuple[Unit, list[Span]]]) -> None:
    if len(run) < _FEWEST or 3 * sum(answers(folded, cells[1:]) for _, cells in run) < 2 * len(run):
        return
    for unit, cells in run:
        number = _NUMBER.match(folded, *cells[0])
        assert number is not None  # the run counts on by it
        unit.tabled, unit.cells, unit.row = True, cells, Row(cells[1:], [], number.span("n"), [])
