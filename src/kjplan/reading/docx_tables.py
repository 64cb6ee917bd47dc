"""Rows of tables in Word files: cells that span rows and columns keep the columns of the table's head, in the line that a row
becomes; and where each cell stands in that line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kjplan.model import Span
from kjplan.reading.grids import MOST_COLUMNS, Grid, GridCell, GridRow
from kjplan.reading.table_rows import cell_offsets, row_line, said_below

_LABEL = re.compile(r".{1,12}[：:]$")


class Cell(NamedTuple):
    """A cell: its lines, how many columns it spans, and whether it begins or continues one that spans rows."""

    lines: list[str]
    columns: int = 1
    begins: bool = False
    continues: bool = False

    @classmethod
    def of(cls, cell: Element, lines: list[str]) -> "Cell":
        """The cell in ``<w:tc>``."""
        merged = cell.find("tcPr/vMerge")
        begins = merged is not None and merged.get("val") == "restart"
        return cls(lines, _spanned(cell.find("tcPr/gridSpan")), begins, merged is not None and not begins)


@dataclass(slots=True)
class Columns:
    """The columns of a table, as its rows come: where the cells of its head begin, and what cells that span rows hold."""

    _starts: dict[int, int] = field(default_factory=dict)
    """Where the cells of the head begin, and which of them each is."""
    _below: dict[int, str] = field(default_factory=dict)

    def texts(self, cells: Sequence[Cell]) -> list[str]:
        """The words of a row, cell by cell; empty ones added for columns of the head that a cell spans."""
        starts = starts_of(cells)
        if not self._starts and len(cells) > 1:
            self._starts = {start: k for k, start in enumerate(starts)}
        words = [
            self._words(at, self._column(k, at, len(cells)), cell)
            for k, (at, cell) in enumerate(zip(starts, cells, strict=True))
        ]
        if (
            len(words) in (1, len(self._starts))
            or max(len(words), len(self._starts)) > MOST_COLUMNS
            or not self._starts.keys() >= {*starts}
        ):
            return words
        held = dict(zip(starts, words, strict=True))
        return [held.get(start, "") for start in self._starts]

    def places(self, cells: Sequence[Cell], size: int) -> list[int]:
        """Which of the ``size`` texts of a row is each cell's."""
        starts = starts_of(cells)
        return [*range(size)] if size == len(cells) else [self._starts[start] for start in starts]

    def _column(self, k: int, at: int, size: int) -> int:
        """The column of the head that the k-th of a row's cells, which begins at a place of the grid, stands in."""
        return k if size == len(self._starts) else self._starts.get(at, k)

    def _words(self, at: int, column: int, cell: Cell) -> str:
        words = " ".join(cell.lines)
        if cell.continues:
            return words or self._below.get(at, "")
        self._below[at] = said_below(column, words) if cell.begins else ""
        return words


class Row(NamedTuple):
    """A row of a table: which table, its cells, where the words of each stand in the row's line, and whether merged cells are told."""

    table: int | str
    cells: Sequence[Cell]
    spans: Sequence[Span]
    marked: bool = True


def row_of(table: int, columns: Columns, cells: Sequence[Cell], texts: Sequence[str]) -> Row:
    """A row whose line ``row_line`` makes of some texts."""
    offsets = cell_offsets(texts)
    spans = [(offsets[k], offsets[k] + len(texts[k])) for k in columns.places(cells, len(texts))]
    return Row(table, cells, spans)


def row_of_one(table: int, cells: Sequence[Cell]) -> Row:
    """A row of which only one cell holds words, on a line, which are the row's line."""
    return Row(table, cells, [(0, sum(map(len, cell.lines))) for cell in cells])


def grids_of(rows: Iterable[tuple[int, int, Row]]) -> list[Grid]:
    """The tables of a text.

    :param rows: start and end of the line of each row in the text, and the row
    """
    grids: dict[int | str, Grid] = {}
    below: dict[int, Span] = {}
    for at, end, row in rows:
        grid = grids.setdefault(row.table, [])
        if not grid:
            below.clear()
        made = []
        for column, cell, (left, right) in zip(starts_of(row.cells), row.cells, row.spans, strict=True):
            span = (at + left, at + right)
            if cell.continues and left == right:
                span = below.get(column, span)
            else:
                below[column] = span
            made.append(GridCell(column, cell.columns, span, cell.continues))
        grid.append(GridRow((at, end), made))
    return [*grids.values()]


def starts_of(cells: Sequence[Cell]) -> list[int]:
    """The column of the table that each cell of a row begins in."""
    return [*accumulate((cell.columns for cell in cells), initial=0)][:-1]


def holds_labels(cells: Sequence[str]) -> bool:
    """Whether cells of a row are labels: 索引号："""
    return any(_LABEL.fullmatch(cell) for cell in cells)


def line_of(cells: Sequence[str]) -> str:
    """A table row on one line. Where cells are labels, each is followed by its value, and pairs by blanks."""
    if not holds_labels(cells):
        return row_line(cells)
    line = ""
    for cell in cells:
        line += ("  " if line and not line.endswith(("：", ":")) and cell else "") + cell
    return line


def _spanned(span: Element | None) -> int:
    value = "" if span is None else span.get("val", "")
    return min(max(int(value), 1), MOST_COLUMNS) if len(value) <= 9 and value.isascii() and value.isdigit() else 1
