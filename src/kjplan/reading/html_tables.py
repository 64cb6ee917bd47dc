"""Data tables of a web page: a row a line with `` | `` between its cells, as Word files have them.

Pages lay text out in tables, and metadata stand in tables of labels and values; all these stay one cell a line. What is
not plainly a data table is none. Each cell is looked at a fixed number of times, and a span counts to a bound.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from kjplan.reading.markup import attributes_of
from kjplan.reading.table_rows import MOST_COLUMNS, row_line, said_below

TABLE_TAGS = frozenset(["table", "tr", "td", "th"])
_MOST_ROWSPAN = 200
_MOST_LINES = 8
"""A cell with more lines is a part of the page's layout."""
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_GROWTH = 4
_GROWTH_FREE = 2000
"""A table whose rows take so many times the room of its cells says so much again that it is no table of tasks."""
_SPAN = re.compile("span", re.IGNORECASE)
_LABEL = re.compile(r".{1,12}[：:]")
_BAR = re.compile(r"[|｜]")


class _Cell(NamedTuple):
    """Lines of a cell, the end not among them, and how many rows and columns it spans."""

    first: int
    end: int
    rows: int
    columns: int


@dataclass(slots=True)
class _Table:
    start: int
    data: bool
    """Whether it may be a data table."""
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
    """The tables that are open, one in the other."""

    _open: list[_Table] = field(default_factory=list)

    def start(self, name: str, raw: str, line: int, shown: bool) -> None:
        """A table, row or cell begins.

        :param line: the number of lines so far
        :param shown: whether it stands neither in a hidden element nor in furniture
        """
        if name == "table":
            if self._open:
                self._open[-1] = _Table(self._open[-1].start, data=False)
            self._open.append(_Table(line, data=shown))
        elif self._open and self._open[-1].data:
            table = self._open[-1]
            table.close_cell(line)
            if name == "tr":
                table.rows.append([])
            elif shown:
                table.cell = _Cell(line, line, *_spans(raw))

    def end(self, name: str, lines: list[str], furnished: int) -> None:
        """A table, row or cell ends; the lines of a data table become those of its rows.

        :param furnished: the first line that no furniture can have taken
        """
        if not self._open:
            return
        table = self._open[-1]
        table.close_cell(len(lines))
        if name == "table":
            self._open.pop()
            rows = _rows(table, lines) if table.data and furnished <= table.start else None
            if rows is not None:
                lines[table.start :] = rows

    def cut(self, line: int) -> None:
        """Lines from this one on were hidden: a table some of whose cells they were is no data table."""
        if self._open and (rows := self._open[-1].rows) and rows[-1] and rows[-1][-1].end > line:
            self._open[-1].data = False


def _spans(raw: str) -> tuple[int, int]:
    """Rows and columns that a cell spans."""
    if not _SPAN.search(raw):
        return 1, 1
    attributes = attributes_of(raw)
    return _span(attributes.get("rowspan", ""), _MOST_ROWSPAN), _span(attributes.get("colspan", ""), MOST_COLUMNS)


def _span(value: str, most: int) -> int:
    value = value.strip()
    return min(max(int(value), 1), most) if len(value) <= 9 and value.isascii() and value.isdigit() else 1


def _rows(table: _Table, lines: list[str]) -> list[str] | None:
    """The lines of a data table's rows, a caption above them; None where it is none."""
    cells = [cell for row in table.rows for cell in row]
    if not cells or _astray(cells, lines):
        return None
    words = [[line.strip() for line in lines[cell.first : cell.end] if line.strip()] for cell in cells]
    if not all(map(_is_data, words)):
        return None
    texts = [" ".join(cell) for cell in words]
    grid = _grid(table.rows, iter(texts))
    first = next(row for row in table.rows if row)
    if grid is None or any(text.endswith(("：", ":")) for text in texts[: len(first)]):
        return None
    made = [line for line in map(_line, grid) if line]
    if len(made) < _FEWEST_ROWS or sum(map(len, made)) > _GROWTH * _room(texts) + _GROWTH_FREE:
        return None
    return lines[table.start : cells[0].first] + made


def _astray(cells: list[_Cell], lines: list[str]) -> bool:
    """Whether words stand between or behind the cells, and so in none."""
    ends = [cell.end for cell in cells]
    starts = [*(cell.first for cell in islice(cells, 1, None)), len(lines)]
    return any(line for end, start in zip(ends, starts, strict=True) for line in lines[end:start])


def _is_data(words: list[str]) -> bool:
    """Whether a cell may be one of a data table: neither a long text nor a label, and a bar would part it."""
    return (
        len(words) <= _MOST_LINES
        and not (len(words) == 1 and _LABEL.fullmatch(words[0]))
        and not any(map(_BAR.search, words))
    )


def _room(texts: list[str]) -> int:
    return sum(map(len, texts)) + 3 * len(texts)


def _line(cells: list[str]) -> str:
    """A row as a line: a cell that spans all columns stands alone; nothing where all are empty."""
    if len(cells) == 1:
        return cells[0]
    return row_line(cells) if any(cells) else ""


def _grid(rows: list[list[_Cell]], texts: Iterator[str]) -> list[list[str]] | None:
    """The words of each row, column by column; of a row in one cell, that alone. Columns in which no cell begins are left
    out. None where the rows differ in width, are too narrow or too wide."""
    grid: list[list[str]] = []
    below: list[tuple[int, str]] = []
    """How many rows more a cell from above takes in each column, and what it is in them."""
    begun: set[int] = set()
    for row in rows:
        if not row and not any(left for left, _ in below):
            continue
        made, below, starts = _placed(row, below, texts)
        if (grid and len(made) != len(grid[0])) or not _FEWEST_COLUMNS <= len(made) <= MOST_COLUMNS:
            return None
        if len(row) == 1 and row[0].columns == len(made):
            starts.clear()
        begun |= starts
        if row:
            grid.append(made)
    columns = sorted(begun)
    if len(columns) < _FEWEST_COLUMNS:
        return None
    return [[made[k] for k in columns] if any(made[1:]) else made[:1] for made in grid]


def _placed(
    row: list[_Cell], above: list[tuple[int, str]], texts: Iterator[str]
) -> tuple[list[str], list[tuple[int, str]], set[int]]:
    """The words of a row, what its cells are in the rows below, and the columns in which one begins. No more is placed than a
    table may have columns."""
    made: list[str] = []
    below: list[tuple[int, str]] = []
    starts: set[int] = set()

    def carry(within: int) -> None:
        while len(made) < within and (len(made) < len(above)) and above[len(made)][0]:
            left, words = above[len(made)]
            made.append(words)
            below.append((left - 1, words))

    for cell in row:
        words = next(texts)
        if len(made) > MOST_COLUMNS:
            continue
        carry(len(above))
        starts.add(len(made))
        again = said_below(len(made), words) if cell.rows > 1 else ""
        made += [words, *[""] * (cell.columns - 1)]
        below += [(cell.rows - 1, again), *[(cell.rows - 1, "")] * (cell.columns - 1)]
    carry(len(above))
    return made, below, starts
