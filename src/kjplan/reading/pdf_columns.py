"""Tables of PDF pages that have no ruling lines, told by the places of their words alone, and only where these are plain.

The head begins with 序号 and names at least three columns; below it no words reach from one column into another; the first column
holds the numbers 1, 2, 3 and nothing else; and either every line has a number, or larger gaps part the lines into rows of which
each has one. A table of which some of this is not so keeps its words as lines of one cell, that no reader may deal to columns.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from kjplan.reading.pdf_pieces import Columns, PieceRow, columns_named, rows_of
from kjplan.reading.pdf_tables import TableCell, TableText
from kjplan.reading.pdf_words import PADDING, Char, cell_words, fills, line_of

_FAR = 3.5
"""A line so many times its size below the one above is no line of the table."""
_PARTED = 1.2
"""Lines further apart than so many times the least distance belong to two rows."""
_WRAPPED = 2
"""Words of a cell reach over no more columns, where the head does not name all of them."""
_EDGE = 0.08
"""Share of the page's height at its head and foot where page numbers stand."""
_NEAR = 1.0
"""Widths that differ by no more points are the same."""
_HEADING = re.compile("[一二三四五六七八九十]{1,3}、")
_MARK = "、，。；：,;:"


@dataclass(slots=True)
class _Open:
    """A table that reaches the foot of a page, with all of that page: its columns, the number of its next row, and whether its last
    row may be cut in two there."""

    table: TableText
    tables: list[TableText]
    columns: Columns
    number: int
    full: bool
    sure: bool = True

    def part(self) -> None:
        """Take the last row off the table: the end of the page cut it."""
        if len(self.table.rows) > 1:
            words = "  ".join(cell.words for cell in self.table.rows.pop() if cell.words)
            rest = TableText(
                self.table.bottom, [[TableCell(1, False, False, words)]], self.table.bottom, sure=False, ruled=False
            )
            self.tables.insert(self.tables.index(self.table) + 1, rest)


@dataclass(slots=True)
class AlignedTables:
    """Finds such tables page by page: one may go on over several."""

    width: float = 0
    height: float = 0
    _rows: list[PieceRow] = field(default_factory=list)
    """The lines of the page."""
    _found: list[TableText] = field(default_factory=list)
    _used: set[int] = field(default_factory=set)
    _open: _Open | None = None

    def take(self, characters: list[Char], width: float, height: float) -> tuple[list[TableText], list[Char]]:
        """The tables of a page, and the characters that are in none."""
        if self._open is None and not any(ch.text in "序编" for ch in characters):
            return [], characters
        self.width, self.height = width, height
        self._rows, self._found, self._used, at = rows_of(characters), [], set(), 0
        if self._open is not None:
            at = self._go_on(self._open)
        while at < len(self._rows):
            columns = columns_named(self._rows[at])
            at = at + 1 if columns is None else self._read(columns, at, 1, head=True)
        return self._found, [ch for ch in characters if id(ch) not in self._used]

    def _go_on(self, before: _Open) -> int:
        """Read the lines of a page that go on the table of the page before; the first line behind them."""
        self._open, rows, columns = None, self._rows, before.columns.copy()
        top = next((k for k, row in enumerate(rows) if row[0].line.bottom < (1 - _EDGE) * self.height), len(rows))
        end = top
        while end < len(rows) and not columns_named(rows[end]) and (end == top or _near(rows[end - 1], rows[end])):
            if not _fits(columns, rows[end]):
                break
            end += 1
        if not before.sure:
            return self._unsure(columns, top, end, before) if end > top else top
        numbers = [n for row in rows[top:end] if (n := columns.number(row)) is not None]
        again = columns_named(rows[end]) if end < len(rows) and not numbers else None
        if again:
            if end > top:
                before.part()
                self._keep(top, end)
            return self._read(again, end, before.number, head=True)
        if numbers[:1] == [before.number]:
            return self._read(before.columns, top, before.number, head=False, before=before)
        if end > top and before.full:
            before.part()
            return self._keep(top, end)
        return top

    def _unsure(self, columns: Columns, at: int, end: int, before: _Open | None = None) -> int:
        """Keep lines of a table that is not sure, with those that go on its last row; on the next page it is not either."""
        end = self._with_rest(columns, at, end)
        self._keep(at, end)
        if self._at_foot(end):
            number = before.number if before else 1
            self._open = _Open(self._found[-1], self._found, columns, number, full=False, sure=False)
        return end

    def _at_foot(self, end: int) -> bool:
        """Whether nothing but a page number stands below a line."""
        return all(row[0].line.top < _EDGE * self.height for row in self._rows[end:])

    def _keep(self, at: int, end: int) -> int:
        """Keep lines of a table that are not sure as rows of one cell; the line behind them."""
        rows = self._rows[at:end]
        lines = [[TableCell(1, False, False, "  ".join(piece.line.text for piece in row))] for row in rows]
        self._found.append(TableText(_top(rows[0]), lines, _bottom(rows[-1]), sure=False, ruled=False))
        self._use(at, end)
        return end

    def _use(self, at: int, end: int) -> None:
        self._used.update(id(ch) for row in self._rows[at:end] for piece in row for ch in piece.chars)

    def _read(self, columns: Columns, at: int, number: int, *, head: bool, before: _Open | None = None) -> int:
        """Read the table whose head, or first row, is a line; the first line behind it.

        :param number: the number that its first row must have
        :param before: the table of the page before that it goes on: lines apart from the first row are the other half of a row that
            the page's end cut in two, and neither half is sure
        """
        rows, start = self._rows, at + head
        given, end = columns.copy(), start
        while end < len(rows) and _near(rows[end - 1] if end else rows[0], rows[end]) and _fits(columns, rows[end]):
            end += 1
        leading = _leading(columns, rows[start:end])
        while (
            end - start > 1
            and columns.is_text(rows[end - 1])
            and (_alone(rows[end - 2], rows[end - 1], leading) or _is_heading(rows[start:end]))
        ):
            end -= 1
        columns = given
        for row in rows[start:end]:  # without the lines that are none of the table after all
            columns.grow(row)
        numbers = [n for row in rows[start:end] if (n := columns.number(row)) is not None]
        if not numbers:  # a head of two lines, whose second keeps to no column, may have numbers below
            last = self._last_number(columns, start)
            return self._unsure(columns, at, last) if last > start else at + 1
        last = self._last_number(columns, end)
        blocks = _blocks(columns, rows[start:end]) if last == end else []
        if before is not None and blocks and not _counts(columns, blocks[0]):
            before.part()
            at = self._keep(start, start + len(blocks.pop(0)))
        if not all(_counts(columns, block) for block in blocks):
            blocks = []
        counted = numbers == [*range(number, number + len(numbers))]
        made = _cells(columns, blocks, self.width) if blocks and counted else []
        if not made or (head and _begins_lower(made)):
            return self._unsure(columns, at, last)
        names = [[TableCell(1, False, False, name) for name in columns.head]] if head else []
        self._found.append(TableText(_top(rows[at]), [*names, *made], _bottom(rows[end - 1]), ruled=False))
        self._use(at, end)
        if self._at_foot(end):
            full = any(cell.full for cell in made[-1])
            self._open = _Open(self._found[-1], self._found, columns, numbers[-1] + 1, full)
        return end

    def _with_rest(self, columns: Columns, at: int, end: int) -> int:
        """The line behind those which stand as near below the last row as lines of a cell do, or near it and parted, right of its
        number: a name that was wrapped there is no paragraph. Words that reach over three columns, or all behind the number, are one."""
        rows, most = self._rows, min(_WRAPPED, len(columns.left) - 2)
        leading = _leading(columns, rows[at:end]) or 2 * rows[end - 1][0].line.size
        while end < len(rows) and (
            0 < _distance(rows[end - 1], rows[end]) <= _PARTED * leading
            or (len(rows[end]) > 1 and _near(rows[end - 1], rows[end]))
        ):
            if rows[end][0].line.left <= columns.right[0] or any(columns.reach(piece) > most for piece in rows[end]):
                break
            end += 1
        return end

    def _last_number(self, columns: Columns, end: int) -> int:
        """The line behind the last one near those above that opens with a number in the first column: more than ``end`` where lines
        of the table do not keep to its columns."""
        last = at = end
        while at < len(self._rows) and _near(self._rows[at - 1], self._rows[at]):
            at += 1
            last = at if columns.number(self._rows[at - 1]) is not None else last
        return last


def _near(above: PieceRow, row: PieceRow) -> bool:
    return above[0].line.bottom - row[0].line.bottom <= _FAR * max(above[0].line.size, row[0].line.size)


def _fits(columns: Columns, row: PieceRow) -> bool:
    """Whether a line may be one of the table: its words stand in the columns, and in the first is a number or nothing."""
    first = columns.of(row[0])
    return (first != 0 or columns.number(row) is not None) and columns.grow(row)


def _leading(columns: Columns, lines: list[PieceRow]) -> float:
    """The distance of two lines of a cell: the least of two in one column, whose words may stand between those of another."""
    above: dict[int, float] = {}
    found = []
    for row in lines:
        for piece in row:
            k, bottom = columns.of(piece), piece.line.bottom
            if k is None:  # in one of several columns that the head does not name
                continue
            if k in above:
                found.append(above[k] - bottom)
            above[k] = bottom
    return min(found, default=0.0)


def _distance(above: PieceRow, row: PieceRow) -> float:
    return above[0].line.bottom - row[0].line.bottom


def _alone(above: PieceRow, row: PieceRow, leading: float) -> bool:
    """Whether the last line of a table stands off the one above: it is the first of the words below the table."""
    return 0 < _PARTED * leading < _distance(above, row)


def _is_heading(rows: list[PieceRow]) -> bool:
    """Whether the last of some lines is a heading (二、保障措施) and not the next point of its cell, whose first stands above."""
    opens = [_HEADING.match(piece.line.text) is not None for row in rows for piece in row]
    return opens[-1] and not any(opens[:-1])


def _blocks(columns: Columns, lines: list[PieceRow]) -> list[list[PieceRow]]:
    """The lines in rows: one each where all have a number, else parted by larger gaps."""
    if all(columns.number(row) is not None for row in lines):
        return [[row] for row in lines]
    leading = _leading(columns, lines)
    blocks = [[lines[0]]]
    for above, row in pairwise(lines):
        if _distance(above, row) > _PARTED * leading:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _counts(columns: Columns, block: list[PieceRow]) -> bool:
    """Whether lines are one row: one of them has a number."""
    return sum(columns.number(row) is not None for row in block) == 1


def _cells(columns: Columns, blocks: list[list[PieceRow]], page: float) -> list[list[TableCell]]:
    """The cells of each row; none where it is not plain for every line of a cell whether it was wrapped."""
    lefts = [*columns.left, page - columns.left[0] + PADDING - 4]
    widths = [b - a for a, b in pairwise(lefts)]
    found = []
    for block in blocks:
        cells = []
        for k, width in enumerate(widths):
            parts = [[ch for p in row if columns.of(p) == k for ch in p.chars] for row in block]
            lines = [line for chars in parts if chars for line in line_of(chars)]
            extent = columns.right[k] - columns.left[k]
            for a, b in pairwise(lines):
                size = a.right - columns.left[k] + b.head
                if extent + _NEAR < size <= width - PADDING and a.text[-1] not in _MARK:
                    return []
            cells.append(TableCell(1, False, False, cell_words(lines, width), fills(lines, width)))
        found.append(cells)
    return found


def _begins_lower(rows: list[list[TableCell]]) -> bool:
    """Whether the column after the numbers is empty in the first row and not below: its cells are merged over rows, and their words
    stand in the middle of them, so that the first and the last row of each are not known."""
    return not rows[0][1].words and any(row[1].words for row in rows[1:])


def _top(row: PieceRow) -> float:
    return max(piece.line.top for piece in row)


def _bottom(row: PieceRow) -> float:
    return min(piece.line.bottom for piece in row)
