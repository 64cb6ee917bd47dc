"""Finds the tables of tasks in a text before its outline: those that the format marks, and those whose lines have bars or tabs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kjplan.extraction.unit_names import looks_like_body
from kjplan.model import Span
from kjplan.parsing.columns import (
    MOST_CELLS,
    ORDINAL,
    Table,
    name_in,
    put_below,
    read_head,
    read_high_head,
    spans_others,
)
from kjplan.parsing.furniture import is_running_furniture
from kjplan.parsing.markers import read_marker
from kjplan.parsing.table_rows import Columns, Line, Rower, Value, carry
from kjplan.parsing.tables import blank_cells, blank_head, cells_of
from kjplan.parsing.units import Unit
from kjplan.reading.grids import Grid, GridRow
from kjplan.reading.text import SourceText

_LOOK = 5
"""A head stands among so many rows of a table."""


def lay_tables(source: SourceText, units: list[Unit]) -> list[Unit]:
    """The units of a text, those of each row of a table of tasks as one that knows its cells, and names of groups of rows as
    units of their own. Other tables stay as they are."""
    if source.tables:
        units = _Grids(source).lay(units)
    folded = source.folded
    if "|" in folded or "\t" in folded or "序号" in folded:
        units = _Lines(source).lay(units)
    return units


@dataclass(slots=True)
class _Grids:
    """Tables that the format marks."""

    source: SourceText
    _head: tuple[Table, list[int]] | None = None
    """The head of the table before, and where its columns begin: a table over several pages may be several."""

    def lay(self, units: list[Unit]) -> list[Unit]:
        """The units with the rows of all tables of tasks made one each."""
        made: list[Unit] = []
        at = 0
        for grid in self.source.tables:
            starts = sorted({cell.column for row in grid for cell in row.cells if cell.span[0] < cell.span[1]})
            if not 2 <= len(starts) <= MOST_CELLS:
                continue
            first = self._read_head(grid, starts)
            if first is None:
                continue
            begin = grid[0].span[0]
            while at < len(units) and units[at].start < begin:
                made.append(units[at])
                at += 1
            at = self._lay(grid, first, units, at, made)
        return [*made, *units[at:]]

    def _read_head(self, grid: Grid, starts: list[int]) -> int | None:
        """Reads the head of a table; the number of its first row below, or None where it is no table of tasks."""
        folded = self.source.folded
        for k, row in enumerate(grid[:_LOOK]):
            upper = [_covering(folded, row, start) for start in starts]
            if not all(a < b for a, b in upper):
                continue
            if k + 1 < len(grid) and len({*upper}) < len(upper):
                lower = [_beneath(folded, grid[k + 1], start) for start in starts]
                if _fits(upper, lower) and (table := read_high_head(folded, upper, lower)):
                    table.rows = 2
                    self._head = table, starts
                    return k + 2
            if table := read_head(folded, upper):
                self._head = table, starts
                return k + 1
        return 0 if self._head and self._head[1] == starts else None

    def _lay(self, grid: Grid, first: int, units: list[Unit], at: int, made: list[Unit]) -> int:
        """Adds the units of a table's rows; the number of the first unit behind it."""
        assert self._head is not None
        table, starts = self._head
        lines: list[Line] = []
        names = [name_in(self.source.folded, head) for head in table.heads]
        rower = Rower(self.source.folded, Columns.of(self.source.folded, table), made, _rank_above(self.source, made))
        for k, row in enumerate(grid):
            taken = _units_of(row.span, units, at)
            if taken is None:
                rower.take(lines)
                lines = []
                continue
            before, behind = taken
            if before > at:
                rower.take(lines)
                lines = []
                made += units[at:before]
            at = behind
            unit = self._merged(units[before:behind], row)
            if k < first or self._repeats(row, starts, names):
                rower.take(lines)
                lines = []
                for head in units[before:behind]:
                    head.tabled = k >= first - table.rows
                made += units[before:behind]
            elif self._is_between(row, starts):
                lines.append(Line(unit, [], unit.span))
            else:
                lines.append(Line(unit, [self._value(row, start) for start in starts]))
        rower.take(lines)
        return at

    def _merged(self, units: Sequence[Unit], row: GridRow) -> Unit:
        """The units of a row as one."""
        cells = [_trimmed(self.source.folded, cell.span) for cell in row.cells if not cell.above]
        return Unit(units[0].start, units[-1].end, cells=[c for c in cells if c[0] < c[1]] if len(units) > 1 else ())

    def _value(self, row: GridRow, start: int) -> Value:
        cell = next((cell for cell in row.cells if cell.column == start), None)
        return Value() if cell is None else Value(_trimmed(self.source.folded, cell.span), cell.above)

    def _is_between(self, row: GridRow, starts: Sequence[int]) -> bool:
        """Whether a row is one cell over all columns."""
        filled = [cell for cell in row.cells if cell.span[0] < cell.span[1]]
        return len(filled) == 1 and filled[0].column <= starts[0] and filled[0].column + filled[0].columns > starts[-1]

    def _repeats(self, row: GridRow, starts: Sequence[int], names: Sequence[str]) -> bool:
        """Whether a row is the head again, as on each page of a long table."""
        return _says_again(self.source.folded, [_covering(self.source.folded, row, start) for start in starts], names)


_NEAR = 3
"""A caption and a note may stand between a heading and its table."""


def _rank_above(source: SourceText, units: Sequence[Unit]) -> int:
    """Rank of the number of the heading right above a table; -1 where there is none."""
    for unit in reversed(units[-_NEAR:]):
        if source.folded.startswith("附", unit.start):
            break
        if marker := read_marker(source.folded, *unit.span):
            return marker.rank
    return -1


def _says_again(folded: str, cells: Sequence[Span], names: Sequence[str]) -> bool:
    said = [name_in(folded, cell) for cell in cells]
    same = sum(a == b for a, b in zip(said, names, strict=True))
    return same >= 2 and all(a == b or not a or spans_others(a) for a, b in zip(said, names, strict=True))


def _units_of(span: Span, units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """First and end of the units that lie in a stretch; None where there is none, or one reaches beyond it."""
    start, end = span
    while at < len(units) and units[at].end <= start:
        at += 1
    first = at
    while at < len(units) and units[at].start < end:
        if units[at].start < start or units[at].end > end:
            return None
        at += 1
    return (first, at) if at > first else None


def _covering(folded: str, row: GridRow, start: int) -> Span:
    """The words of the cell that stands in a column, or spans it."""
    cell = next((cell for cell in row.cells if cell.column <= start < cell.column + cell.columns), None)
    return (0, 0) if cell is None else _trimmed(folded, cell.span)


def _beneath(folded: str, row: GridRow, start: int) -> Span:
    """The same of the second row of a head: nothing where the cell of the first row reaches down."""
    cell = next((cell for cell in row.cells if cell.column <= start < cell.column + cell.columns), None)
    return (0, 0) if cell is None or cell.above else _trimmed(folded, cell.span)


def _fits(upper: Sequence[Span], lower: Sequence[Span]) -> bool:
    """Whether the names of a second row stand only below those that span several columns."""
    return all(a == b or upper.count(over) > 1 for over, (a, b) in zip(upper, lower, strict=True))


def _trimmed(folded: str, span: Span) -> Span:
    start, end = span
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end


@dataclass(slots=True)
class _Lines:
    """Tables whose rows are lines with bars, tabs or, below 序号, blanks between the cells."""

    source: SourceText
    made: list[Unit] = field(default_factory=list)
    _table: Table | None = None
    _rower: Rower | None = None
    _lines: list[Line] = field(default_factory=list)

    def lay(self, units: list[Unit]) -> list[Unit]:
        """The units with the rows of all tables of tasks known as such."""
        at = 0
        while at < len(units):
            unit = units[at]
            free = not unit.tabled and not self._is_rule(unit)
            cells = self._cells(unit) if free else []
            if free and (high := self._open(units, at, cells)):
                for head in units[at : at + high]:
                    head.tabled = not self._is_rule(head)
                    self.made.append(head)
                at += high
                continue
            if cells and self._table and (fitting := fitted(self.source.folded, self._table, cells)):
                self._add(unit, fitting)
            else:
                unit.tabled = unit.tabled or (len(cells) > 1 and bool(self.made) and self.made[-1].tabled)
                self._close()
                self.made.append(unit)
            at += 1
        self._close()
        return self.made

    def _is_rule(self, unit: Unit) -> bool:
        """Whether a line only rules others off: |---|---|"""
        return is_running_furniture(self.source.folded, *unit.span)

    def _cells(self, unit: Unit) -> list[Span]:
        folded, (start, end) = self.source.folded, unit.span
        if "\t" in folded[start:end] and "|" not in folded[start:end]:
            while start and folded[start - 1] in " \t":
                start -= 1
            while end < len(folded) and folded[end] in " \t":
                end += 1
        cells = cells_of(folded, start, end)
        if not cells and self._table and self._table.blanks:
            return blank_cells(folded, self._table, start, end)
        return cells

    def _open(self, units: Sequence[Unit], at: int, cells: list[Span]) -> int:
        """Read the head of a table that begins with a unit; how many units it takes, 0 where none begins."""
        folded = self.source.folded
        table, high = None, 1
        if len(cells) > 1:
            high = 3 if at + 1 < len(units) and self._is_rule(units[at + 1]) else 2
            below = self._cells(units[at + high - 1]) if at + high <= len(units) else []
            table = _two_lines(folded, cells, below)
            if table is None:
                table, high = read_head(folded, _stripped(cells)), 1
        elif not cells:
            table = blank_head(folded, *units[at].span)
        if table is None:
            return 0
        self._close()
        self._table, self._rower = (
            table,
            Rower(folded, Columns.of(folded, table), self.made, _rank_above(self.source, self.made)),
        )
        return high

    def _add(self, unit: Unit, cells: list[Span]) -> None:
        """A line below a head that has its columns."""
        assert self._table is not None
        folded, filled = self.source.folded, [cell for cell in cells if cell[0] < cell[1]]
        first = self._table.kinds[0]
        if (
            len(filled) == 1
            and filled == cells[:1]
            and not ORDINAL.fullmatch(folded, *filled[0])
            and (first == "number" or (first == "words" and read_marker(folded, *filled[0])))
        ):
            self._between(unit, filled[0])
        else:
            self._lines.append(Line(unit, [Value(cell) for cell in cells]))

    def _between(self, unit: Unit, title: Span) -> None:
        """A line with only one cell, before the words of any row: a heading, without the bars, or the name of rows below."""
        assert self._rower is not None
        marker = read_marker(self.source.folded, *title)
        if marker is None or marker.rank <= self._rower.below:
            self._lines.append(Line(unit, [], title))
            return
        self._close()
        for span in ((unit.start, title[0]), title, (title[1], unit.end)):
            start, end = _trimmed(self.source.folded, span)
            if start < end:
                self.made.append(Unit(start, end))

    def _close(self) -> None:
        """The rows so far follow each other without a gap."""
        if self._rower is not None and self._lines:
            carry(self._rower.columns, self._lines)
            self._rower.take(self._lines)
        self._lines = []


def _two_lines(folded: str, upper: list[Span], lower: list[Span]) -> Table | None:
    """The head of a table that two lines make: the lower may have all columns or only those below names that span several."""
    names = [name_in(folded, cell) for cell in upper]
    if len(lower) < 2 or not any(map(spans_others, names)):
        return None
    short, below = _stripped(upper), [cell for cell in lower if cell[0] < cell[1]]
    if len(upper) == len(lower):
        over = list(upper)
        for k in range(1, len(over)):
            if (not names[k] and spans_others(name_in(folded, over[k - 1]))) or (names[k] and names[k] == names[k - 1]):
                over[k] = over[k - 1]
        under = [(0, 0) if name_in(folded, a) == name_in(folded, b) else b for a, b in zip(over, lower, strict=True)]
        if _fits(over, [b if b[0] < b[1] else (0, 0) for b in under]) and (
            table := read_high_head(folded, over, under)
        ):
            return table
    placed = put_below(folded, short, below)
    return None if placed is None else read_high_head(folded, *placed)


def _stripped(cells: list[Span]) -> list[Span]:
    """Cells without the empty ones at the end of a line."""
    end = len(cells)
    while end and cells[end - 1][0] == cells[end - 1][1]:
        end -= 1
    return cells[:end]


_TIMED = re.compile(
    r"[0-9]{1,2}月|20[0-9]{2}|季度|年[内底末中]|[上下]半年|全年|长期|持续|底前|每[年月季]|[0-9]{1,2}\.[0-9]{1,2}"
)
_TIME_HEAD = re.compile("时|期限|进度|节点")
_NAME = re.compile(r"[^、,;\s/]+")
_LONGEST_FACT = 60


def fitted(folded: str, table: Table, cells: list[Span]) -> list[Span]:
    """The cells of a line in the columns of a table; none where they do not fit.

    Where a web page was made text, the rows beside a merged cell lack their first cells, and have empty ones at their end
    (对重点区域亮化; | 2021.12 | 甲集团 | |) or are short. Such a row is moved to the right if what then stands below bodies and times
    is some, and is not where the row stands as it is.
    """
    size = len(table.kinds)
    if len(cells) > size and not any(a < b for a, b in cells[size:]):
        cells = cells[:size]
    if len(cells) > size:
        return []
    given = _stripped(cells)
    if table.blanks or len(given) == size or len(given) < 2:
        return cells if len(cells) == size else []
    kept = len(cells) == size and _seems(folded, table, cells, least=0)
    if kept and any(kind == "fact" and a < b for kind, (a, b) in zip(table.kinds, cells, strict=True)):
        return cells
    for shift in range(size - len(given), 0, -1):
        moved = [(0, 0)] * shift + given + [(0, 0)] * (size - len(given) - shift)
        if _seems(folded, table, moved, least=1) and given[0][0] < given[0][1]:
            return moved
    return cells if len(cells) == size else []


def _seems(folded: str, table: Table, cells: Sequence[Span], least: int) -> bool:
    """Whether what stands in columns of numbers, bodies and times can be that, and at least so many bodies and times are there."""
    found = 0
    for kind, head, cell in zip(table.kinds, table.heads, cells, strict=True):
        if kind == "words" or cell[0] == cell[1]:
            continue
        words = folded[slice(*cell)]
        if kind == "number":
            if not ORDINAL.fullmatch(words):
                return False
        elif len(words) > _LONGEST_FACT or not (
            _TIMED.search(words) if _TIME_HEAD.search(folded, *head) else _names_bodies(words)
        ):
            return False
        else:
            found += 1
    return found >= least


def _names_bodies(words: str) -> bool:
    return any(looks_like_body(name) for name in _NAME.findall(words)) or "牵头" in words
