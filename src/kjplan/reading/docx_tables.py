"""Rows of tables in Word files: cells that span rows and columns keep the columns of the table's head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kjplan.reading.table_rows import MOST_COLUMNS, row_line, said_below

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
class Grid:
    """The columns of a table, as its rows come: where the cells of its head begin, and what cells that span rows hold."""

    _starts: list[int] = field(default_factory=list)
    _below: dict[int, str] = field(default_factory=dict)

    def texts(self, cells: Sequence[Cell]) -> list[str]:
        """The words of a row, cell by cell; empty ones added for columns of the head that a cell spans."""
        starts, at = [], 0
        for cell in cells:
            starts.append(at)
            at += cell.columns
        if not self._starts and len(cells) > 1:
            self._starts = starts
        words = [
            self._words(at, self._column(k, at, len(cells)), cell)
            for k, (at, cell) in enumerate(zip(starts, cells, strict=True))
        ]
        if len(words) in (1, len(self._starts)) or not {*starts} <= {*self._starts} or len(words) > MOST_COLUMNS:
            return words
        held = dict(zip(starts, words, strict=True))
        return [held.get(start, "") for start in self._starts[:MOST_COLUMNS]]

    def _column(self, k: int, at: int, size: int) -> int:
        """The column of the head that the k-th of a row's cells, which begins at a place of the grid, stands in."""
        return k if size == len(self._starts) or at not in self._starts else self._starts.index(at)

    def _words(self, at: int, column: int, cell: Cell) -> str:
        words = " ".join(cell.lines)
        if cell.continues:
            return words or self._below.get(at, "")
        self._below[at] = said_below(column, words) if cell.begins else ""
        return words


def line_of(cells: list[str]) -> str:
    """A table row on one line. Where cells are labels (索引号：), each is followed by its value, and pairs by blanks."""
    if not any(_LABEL.fullmatch(cell) for cell in cells):
        return row_line(cells)
    line = ""
    for cell in cells:
        line += ("  " if line and not line.endswith(("：", ":")) and cell else "") + cell
    return line


def _spanned(span: Element | None) -> int:
    value = "" if span is None else span.get("val", "")
    return min(max(int(value), 1), MOST_COLUMNS) if len(value) <= 9 and value.isascii() and value.isdigit() else 1
