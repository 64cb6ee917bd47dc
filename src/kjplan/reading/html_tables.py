"""Tables of a web page: which lines of the page its cells took, and how many rows and columns they span.

The lines stay as they are, a cell a line: pages lay text out in tables too, and what a table is for is not for a reader to
say. Of tables one in the other only the innermost are told; one in furniture, with hidden cells or with words between its
cells is not. Each cell is looked at a fixed number of times, and a span counts to a bound.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from kjplan.model import Span
from kjplan.reading.grids import MOST_COLUMNS, MOST_ROWSPAN, Grid, OpenCell, Placing
from kjplan.reading.markup import attributes_of

TABLE_TAGS = frozenset(["table", "tr", "td", "th"])
_SPAN = re.compile("span", re.IGNORECASE)


class _Cell(NamedTuple):
    """Lines of a cell, the end not among them, and how many rows and columns it spans."""

    first: int
    end: int
    rows: int
    columns: int


@dataclass(slots=True)
class _Table:
    told: bool
    """Whether its cells are kept."""
    rows: list[list[_Cell]] = field(default_factory=list)
    cell: _Cell | None = None
    """The cell that is open, its end not known."""

    def close_cell(self, line: int) -> None:
        if self.cell is not None:
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(self.cell._replace(end=line))
            self.cell = None


@dataclass(slots=True)
class Tables:
    """The tables that are open, one in the other, and those that are done."""

    _open: list[_Table] = field(default_factory=list)
    _done: list[_Table] = field(default_factory=list)

    def start(self, name: str, raw: str, line: int, *, shown: bool) -> None:
        """A table, row or cell begins.

        :param line: the number of lines so far
        :param shown: whether it stands neither in a hidden element nor in furniture
        """
        if name == "table":
            if self._open:
                self._open[-1] = _Table(told=False)
            self._open.append(_Table(told=shown))
        elif self._open and self._open[-1].told:
            table = self._open[-1]
            table.close_cell(line)
            if name == "tr":
                table.rows.append([])
            elif shown:
                table.cell = _Cell(line, line, *_spans(raw))

    def end(self, name: str, line: int) -> None:
        """A table, row or cell ends."""
        if not self._open:
            return
        self._open[-1].close_cell(line)
        if name == "table" and (table := self._open.pop()).told:
            self._done.append(table)

    def cut(self, line: int) -> None:
        """Lines from this one on were hidden: a table some of whose cells they were is not told."""
        if self._open and (rows := self._open[-1].rows) and rows[-1] and rows[-1][-1].end > line:
            self._open[-1] = _Table(told=False)

    def grids(self, lines: Sequence[str], starts: Sequence[int]) -> list[Grid]:
        """The tables of the page, in the order in which they end.

        :param lines: all lines of the page
        :param starts: where each begins in the text
        """
        return [grid for table in self._done if (grid := _grid(table, lines, starts))]


def _spans(raw: str) -> tuple[int, int]:
    """Rows and columns that a cell spans."""
    if not _SPAN.search(raw):
        return 1, 1
    attributes = attributes_of(raw)
    return _count(attributes.get("rowspan", ""), MOST_ROWSPAN), _count(attributes.get("colspan", ""), MOST_COLUMNS)


def _count(value: str, most: int) -> int:
    value = value.strip()
    return min(max(int(value), 1), most) if len(value) <= 9 and value.isascii() and value.isdigit() else 1


_GROWTH, _GROWTH_FREE = 8, 5000
"""A table whose rows hold so many times its cells, and so many more, because cells stand beside rows, is none to be read."""


def _grid(table: _Table, lines: Sequence[str], starts: Sequence[int]) -> Grid | None:
    """The grid of a table; None where words stand between its cells, or its cells stand beside too many rows."""
    if _astray(table, lines):
        return None
    placing, grid = Placing(), []
    left = _GROWTH * sum(map(len, table.rows)) + _GROWTH_FREE
    for cells in _rows(table, lines, starts):
        grid.append(placing.row(_of_row(cells), cells))
        left -= len(grid[-1].cells)
        if left < 0:
            return None
    return grid


def _astray(table: _Table, lines: Sequence[str]) -> bool:
    cells = [cell for row in table.rows for cell in row]
    return any(line for a, b in pairwise(cells) for line in lines[a.end : b.first])


def _rows(table: _Table, lines: Sequence[str], starts: Sequence[int]) -> Iterator[list[OpenCell]]:
    """The cells of each row that has any, in the text."""
    for row in table.rows:
        if row:
            yield [OpenCell(_span(cell, lines, starts), cell.rows, cell.columns) for cell in row]


def _span(cell: _Cell, lines: Sequence[str], starts: Sequence[int]) -> Span:
    filled = [k for k in range(cell.first, cell.end) if lines[k]]
    if not filled:
        return starts[cell.first], starts[cell.first]
    return starts[filled[0]], starts[filled[-1]] + len(lines[filled[-1]])


def _of_row(cells: Sequence[OpenCell]) -> Span:
    filled = [cell.span for cell in cells if cell.span[0] < cell.span[1]]
    return (filled[0][0], filled[-1][1]) if filled else cells[0].span
