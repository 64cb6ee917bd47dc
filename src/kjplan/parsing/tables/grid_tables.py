"""Tables of tasks that the format marks as tables (web pages, Word files), or that the reader of PDF found by lines or places."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kjplan.model import Span
from kjplan.parsing.lines.units import NO_FIGURES, Unit
from kjplan.parsing.tables.column_names import name_in, spans_others
from kjplan.parsing.tables.columns import MOST_CELLS, Table, read_figures, read_head, read_high_head, trimmed
from kjplan.parsing.tables.high_heads import fits
from kjplan.parsing.tables.quotas import keep_caption, read_quotas, unit_above, with_figures
from kjplan.parsing.tables.row_values import Columns, Line, Value, carry
from kjplan.parsing.tables.table_rows import Rower, group_lines, rank_above, says_on
from kjplan.reading.grids import Grid, GridRow
from kjplan.reading.text import SourceText

_LOOK = 5
"""A head stands among so many rows of a table."""


_BETWEEN_PAGES = 2
"""So many lines may stand between two parts of a table: a page number, (续)."""


@dataclass(slots=True)
class _Head:
    """The head of a table: the columns in which cells begin, its first row and the first below it, and what it says."""

    starts: list[int]
    first: int
    end: int
    table: Table | None = None
    figures: list[list[Span]] | None = None


@dataclass(slots=True)
class GridTables:
    """Tables that the format marks."""

    source: SourceText
    made: list[Unit] = field(default_factory=list)
    _units: list[Unit] = field(default_factory=list)
    _at: int = 0
    """The first unit that is not in ``made``."""
    _head: _Head | None = None
    """The head of the table before: a table over several pages may be several."""
    _width: int = 0
    """How many columns that one has, empty ones included."""

    def lay(self, units: list[Unit]) -> list[Unit]:
        """The units with the rows of all tables of tasks made one each."""
        self._units = units
        for grid in self.source.tables:
            starts = sorted({cell.column for row in grid for cell in row.cells if cell.span[0] < cell.span[1]})
            if len(starts) == 1 and self.source.media_type == "application/pdf":
                self._keep_words(grid)
            if not 2 <= len(starts) <= MOST_CELLS:
                continue
            head = self._read_head(grid, starts)
            if head is None or (head.first and self._head and self._says_same(head)):
                head = self._goes_on(grid, starts) or head
            if head is None:
                continue
            self._take_until(grid[0].span[0])
            keep_caption(self.source.folded, head.table, self.made)
            if head.figures:
                self._lay_figures(grid, head)
            else:
                self._lay_tasks(grid, head)
            self._head, self._width = head, _width(grid)
        return [*self.made, *units[self._at :]]

    def _keep_words(self, grid: Grid) -> None:
        """Lines of a table of a PDF whose columns are not sure are words, and no rows."""
        self._take_until(grid[0].span[0])
        for at in range(self._at, len(self._units)):
            if self._units[at].start >= grid[-1].span[1]:
                break
            self._units[at].tabled = True

    def _take_until(self, offset: int) -> None:
        """Keep the units before an offset as they are."""
        while self._at < len(self._units) and self._units[self._at].start < offset:
            self.made.append(self._units[self._at])
            self._at += 1

    def _read_head(self, grid: Grid, starts: list[int]) -> _Head | None:
        folded = self.source.folded
        none = [(0, 0)] * len(starts)
        given = unit_above(self.source, self._lines_above(grid))
        for k, row in enumerate(grid[:_LOOK]):
            upper = [_covering(folded, row, start) for start in starts]
            full = all(a < b for a, b in upper)
            if k + 1 < len(grid) and 1 < len({*upper}) < len(upper):  # not the title of the table
                lower = [_beneath(folded, grid[k + 1], start) for start in starts]
                if fits(upper, lower):
                    if figures := read_figures(folded, upper, lower):
                        return _Head(starts, k, k + 2, figures=figures)
                    if full and (table := read_high_head(folded, upper, lower)):
                        return _Head(starts, k, k + 2, table=with_figures(folded, table, upper, given))
                    if full and (table := read_quotas(folded, upper, lower, given)):
                        return _Head(starts, k, k + 2, table=table)
            if figures := read_figures(folded, upper, none):
                return _Head(starts, k, k + 1, figures=figures)
            if full and (table := read_head(folded, upper)):
                return _Head(starts, k, k + 1, table=with_figures(folded, table, [], given))
            if full and (table := read_quotas(folded, upper, none, given)):
                return _Head(starts, k, k + 1, table=table)
        return None

    def _lines_above(self, grid: Grid) -> list[Unit]:
        """The last line above a table, and its first row where that may be its caption."""
        at = bisect_left(self._units, grid[0].span[0], key=lambda unit: unit.start)
        first = (
            [Unit(*grid[0].span)]
            if len({cell.span for cell in grid[0].cells if cell.span[0] < cell.span[1]}) == 1
            else []
        )
        return [*self._units[max(at - 1, 0) : at], *first]

    def _says_same(self, head: _Head) -> bool:
        """Whether a head inside a table says what the last one said: rows of the page before stand above it."""
        names = [
            [name_in(self.source.folded, span) for span in h.table.heads] for h in (head, self._head) if h and h.table
        ]
        return len(names) == 2 and names[0] == names[1]

    def _goes_on(self, grid: Grid, starts: list[int]) -> _Head | None:
        """The head of the table before, where this one has its columns and follows at once, as on the next page."""
        if self._head is None or self._width != _width(grid) or not {*starts} <= {*self._head.starts}:
            return None
        behind = self._at
        while behind < len(self._units) and self._units[behind].start < grid[0].span[0]:
            behind += 1
            if behind - self._at > _BETWEEN_PAGES:
                return None
        for unit in self._units[self._at : behind]:
            unit.tabled = says_on(self.source.folded, unit)
        return replace(self._head, first=0, end=0)

    def _lay_tasks(self, grid: Grid, head: _Head) -> None:
        """Add the units of the rows of a table of tasks."""
        table, folded = head.table, self.source.folded
        assert table is not None
        lines: list[Line] = []
        names = [name_in(folded, span) for span in table.heads]
        rower = Rower(folded, Columns.of(folded, table), self.made, rank_above(self.source, self.made))

        def flush() -> None:
            group_lines(folded, rower.columns, lines)
            if grid[0].span[0] in self.source.unmarked:
                carry(rower.columns, lines)
            rower.take(lines)
            lines.clear()

        for k, row in enumerate(grid):
            units = self._units_of(row.span)
            repeated = self._repeats(row, head.starts, names)
            if not units or self._units[self._at] is not units[0] or k < head.end or repeated:
                flush()
            if not units:
                continue
            self._take_until(units[0].start)
            self._at += len(units)
            if k < head.end or repeated:
                for unit in units:
                    unit.tabled = k >= head.first
                self.made += units
            elif self._is_between(row, head.starts):
                lines.append(Line(unit := self._merged(units, row), [], unit.span))
            else:
                lines.append(Line(self._merged(units, row), [self._value(row, start) for start in head.starts]))
        flush()

    def _lay_figures(self, grid: Grid, head: _Head) -> None:
        """Add the units of the rows of a table of indicators."""
        assert head.figures is not None
        for k, row in enumerate(grid):
            units = self._units_of(row.span)
            if not units:
                continue
            self._take_until(units[0].start)
            self._at += len(units)
            if k < head.end:
                for unit in units if k >= head.first else ():
                    unit.tabled, unit.figures = True, NO_FIGURES
                if k == head.first:
                    units[0].figures = head.figures
                self.made += units
                continue
            unit = self._merged(units, row)
            values = [self._value(row, start) for start in head.starts]
            unit.tabled, unit.figures = True, [[value.span] if value.own else [] for value in values]
            self.made.append(unit)

    def _units_of(self, span: Span) -> list[Unit]:
        """The units that lie in a stretch; none where one reaches beyond it."""
        start, end = span
        at = self._at
        while at < len(self._units) and self._units[at].end <= start:
            at += 1
        found = []
        while at < len(self._units) and self._units[at].start < end:
            if self._units[at].start < start or self._units[at].end > end:
                return []
            found.append(self._units[at])
            at += 1
        return found

    def _merged(self, units: Sequence[Unit], row: GridRow) -> Unit:
        """The units of a row as one."""
        cells = [trimmed(self.source.folded, cell.span) for cell in row.cells if not cell.above]
        return Unit(units[0].start, units[-1].end, cells=[c for c in cells if c[0] < c[1]] if len(units) > 1 else ())

    def _value(self, row: GridRow, start: int) -> Value:
        cell = next((cell for cell in row.cells if cell.column == start), None)
        return Value() if cell is None else Value(trimmed(self.source.folded, cell.span), cell.above)

    def _is_between(self, row: GridRow, starts: Sequence[int]) -> bool:
        """Whether a row is one cell over all columns."""
        filled = [cell for cell in row.cells if cell.span[0] < cell.span[1]]
        return len(filled) == 1 and filled[0].column <= starts[0] and filled[0].column + filled[0].columns > starts[-1]

    def _repeats(self, row: GridRow, starts: Sequence[int], names: Sequence[str]) -> bool:
        """Whether a row is the head again, as on each page of a long table."""
        return _says_again(self.source.folded, [_covering(self.source.folded, row, start) for start in starts], names)


def _width(grid: Grid) -> int:
    """How many columns a table has."""
    return max((cell.column + cell.columns for row in grid for cell in row.cells), default=0)


def _says_again(folded: str, cells: Sequence[Span], names: Sequence[str]) -> bool:
    said = [name_in(folded, cell) for cell in cells]
    same = sum(a == b for a, b in zip(said, names, strict=True))
    return same >= 2 and all(a == b or not a or spans_others(a) for a, b in zip(said, names, strict=True))


def _covering(folded: str, row: GridRow, start: int) -> Span:
    """The words of the cell that stands in a column, or spans it."""
    cell = next((cell for cell in row.cells if cell.column <= start < cell.column + cell.columns), None)
    return (0, 0) if cell is None else trimmed(folded, cell.span)


def _beneath(folded: str, row: GridRow, start: int) -> Span:
    """The same of the second row of a head: nothing where the cell of the first row reaches down."""
    cell = next((cell for cell in row.cells if cell.column <= start < cell.column + cell.columns), None)
    return (0, 0) if cell is None or cell.above else trimmed(folded, cell.span)
