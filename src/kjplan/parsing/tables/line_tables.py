"""Tables of tasks whose rows are lines with bars, tabs or, below 序号, blanks between the cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kjplan.extraction.names.unit_names import looks_like_body
from kjplan.extraction.times.time_words import LASTING
from kjplan.model import Span
from kjplan.parsing.lines.furniture import is_running_furniture
from kjplan.parsing.lines.rows import TIME_HEAD
from kjplan.parsing.lines.units import NO_FIGURES, Unit
from kjplan.parsing.markers import read_marker
from kjplan.parsing.tables.broken_rows import broken_rows
from kjplan.parsing.tables.column_names import ORDINAL, YEAR, name_in
from kjplan.parsing.tables.columns import Table, read_figures, read_head, trimmed
from kjplan.parsing.tables.high_heads import fits, spread, stripped, two_lines
from kjplan.parsing.tables.line_cells import blank_cells, blank_head, cells_of, quoted_lines
from kjplan.parsing.tables.quotas import keep_caption, read_quotas, unit_above, with_figures
from kjplan.parsing.tables.row_values import Columns, Line, Value, carry
from kjplan.parsing.tables.table_rows import Rower, group_lines, rank_above, says_on
from kjplan.reading.text import SourceText


@dataclass(slots=True)
class LineTables:
    """Tables whose rows are lines with bars, tabs or, below 序号, blanks between the cells."""

    source: SourceText
    made: list[Unit] = field(default_factory=list)
    _table: Table | None = None
    _rower: Rower | None = None
    _lines: list[Line] = field(default_factory=list)
    _figures: int = 0
    """How many columns the table of indicators has that is open."""

    def lay(self, units: list[Unit]) -> list[Unit]:
        """The units with the rows of all tables of tasks known as such."""
        at = 0
        if '\t"' in self.source.folded:
            units = self._joined(units)
        if "\t" in self.source.folded:
            units = self._whole_rows(units)
        while at < len(units):
            unit = units[at]
            free = not unit.tabled and not self._is_rule(unit)
            cells = self._cells(unit) if free else []
            if free and (high := self._open(units, at, cells)):
                for head in units[at : at + high]:
                    head.tabled = not self._is_rule(head)
                    head.figures = head.figures or (NO_FIGURES if self._figures else ())
                    self.made.append(head)
                at += high
                continue
            if cells and (width := self._figures or (len(self._table.kinds) if self._table else 0)) != len(cells):
                cells = self._cells(unit, width)
            if cells and self._figures == len(cells):
                unit.tabled, unit.figures = True, [[cell] if cell[0] < cell[1] else [] for cell in cells]
                self.made.append(unit)
            elif cells and self._table and self._goes_on(cells) and (fitting := self._fitted(cells)):
                self._add(unit, fitting)
            else:
                self._close()
                inside = bool(self.made) and self.made[-1].tabled
                more = sum(a < b for a, b in cells) > 1 or says_on(self.source.folded, unit)
                unit.tabled = unit.tabled or (more and inside)
                self.made.append(unit)
            at += 1
        self._close()
        return self.made

    def _joined(self, units: list[Unit]) -> list[Unit]:
        """The units, those of a row of a spreadsheet whose cells have line breaks as one."""
        spans, made, at, unclosed = [unit.span for unit in units], list[Unit](), 0, set[int]()
        while at < len(units):
            size = 1 if units[at].tabled else quoted_lines(self.source.folded, spans, at, unclosed)
            made.append(units[at] if size == 1 else Unit(units[at].start, units[at + size - 1].end))
            at += size
        return made

    def _whole_rows(self, units: list[Unit]) -> list[Unit]:
        """The units, those of a row whose cells have line breaks as one."""
        folded, made, at = self.source.folded, list[Unit](), 0
        tabbed = [unit for unit in units if not unit.tabled and _TABS.search(folded, *unit.span)]
        if len(tabbed) == len(units):
            return units
        while at < len(units):
            unit = units[at]
            made.append(unit)
            at += 1
            if unit.tabled or not _TABS.search(folded, *unit.span):
                continue
            table = read_head(folded, stripped(self._cells(unit)))
            if table is None:
                continue
            below = at
            while below < len(units) and not units[below].tabled and not self._is_rule(units[below]):
                below += 1
            lines = [self._line_cells(units, k) for k in range(at, below)]
            for size in broken_rows(folded, table, lines):
                made.append(units[at] if size == 1 else Unit(units[at].start, units[at + size - 1].end))
                at += size
        return made

    def _line_cells(self, units: list[Unit], k: int) -> list[Span]:
        """The cells of a line below a head; a tab alone on the line above it ends the cell before its own."""
        unit = units[k]
        cells = self._cells(unit, inside=True) or [unit.span]
        above = self.source.folded[units[k - 1].end : unit.start].split("\n")[1:-1]
        tabs = sum(line.count("\t") for line in above)
        return [*[(unit.start, unit.start)] * tabs, *cells]

    def _fitted(self, cells: list[Span]) -> list[Span]:
        return fitted(self.source.folded, self._table, cells) if self._table else []

    def _goes_on(self, cells: list[Span]) -> bool:
        """Whether a line with cells may be a row below the last head: where other lines are between, as headings are, it must look
        like one, else the head counts no longer."""
        if self._lines or not self.made or self.made[-1].tabled or self._is_rule(self.made[-1]) or not self._table:
            return True
        if len(cells) != len(self._table.kinds):
            return len(cells) == 1
        folded, numbered = self.source.folded, self._table.kinds[0] == "number"
        fits = _seems(folded, self._table, cells, least=0 if numbered and cells[0][0] < cells[0][1] else 1)
        if not fits:
            self._table = None
        return fits

    def _is_rule(self, unit: Unit) -> bool:
        """Whether a line only rules others off: |---|---|"""
        return is_running_furniture(self.source.folded, *unit.span)

    def _cells(self, unit: Unit, width: int = 0, *, inside: bool = False) -> list[Span]:
        """The cells of a line; inside a table one of its tabs may stand before or behind all words."""
        folded, (start, end) = self.source.folded, unit.span
        outside = (inside or self._table) and (folded[start - 1 : start] == "\t" or folded[end : end + 1] == "\t")
        if ("\t" in folded[start:end] or outside) and "|" not in folded[start:end]:
            while start and folded[start - 1] in " \t":
                start -= 1
            while end < len(folded) and folded[end] in " \t":
                end += 1
        cells = cells_of(folded, start, end, width)
        if not cells and self._table and self._table.blanks:
            return blank_cells(folded, self._table, start, end)
        return cells

    def _open(self, units: Sequence[Unit], at: int, cells: list[Span]) -> int:
        """Read the head of a table that begins with a unit; how many units it takes, 0 where none begins."""
        folded = self.source.folded
        if not cells:
            table, high = blank_head(folded, *units[at].span), 1
        elif len(cells) == 1:
            return 0
        else:
            ruled = at + 1 < len(units) and self._is_rule(units[at + 1])
            lower = at + 1 + ruled
            below = self._cells(units[lower], len(cells)) if lower < len(units) else []
            high = lower + 1 - at
            if "指标" in folded[slice(*units[at].span)] and (size := self._open_figures(units[at], cells, below, high)):
                return size
            table, high = self._read_head(unit_above(self.source, units[max(at - 2, 0) : at]), cells, below, high)
        if table is None:
            return 0
        self._close()
        keep_caption(folded, table, self.made)
        self._figures, self._table = 0, table
        self._rower = Rower(folded, Columns.of(folded, table), self.made, rank_above(self.source, self.made))
        return high

    def _read_head(
        self, given: Span | None, cells: list[Span], below: list[Span], high: int
    ) -> tuple[Table | None, int]:
        """The head of a table of tasks or quotas in a line, and the one below; and how many units it takes."""
        folded = self.source.folded
        over = spread(folded, cells)
        under = [(0, 0) if name_in(folded, a) == name_in(folded, b) else b for a, b in zip(over, below, strict=False)]
        if table := two_lines(folded, cells, below):
            return with_figures(folded, table, over if len(over) == len(table.heads) else [], given), high
        if len(below) == len(cells) and fits(over, under) and (table := read_quotas(folded, over, under, given)):
            return table, high
        if table := read_head(folded, stripped(cells)):
            return with_figures(folded, table, [], given), 1
        some = stripped(cells)
        return read_quotas(folded, some, [(0, 0)] * len(some), given), 1

    def _open_figures(self, unit: Unit, cells: list[Span], below: list[Span], high: int) -> int:
        """The same for a table of indicators."""
        folded = self.source.folded
        over = spread(folded, cells)
        if len(below) == len(cells) and fits(over, below) and (figures := read_figures(folded, over, below)):
            size = high
        elif (figures := read_figures(folded, cells, [(0, 0)] * len(cells))) and not any(
            YEAR.match(folded, *cell) for cell in below
        ):
            size = 1
        else:
            return 0
        self._close()
        self._figures, self._table, self._rower = len(cells), None, None
        unit.figures = figures
        return size

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
        self._rower.over.clear()
        for span in ((unit.start, title[0]), title, (title[1], unit.end)):
            start, end = trimmed(self.source.folded, span)
            if start < end:
                self.made.append(Unit(start, end))

    def _close(self) -> None:
        """The rows so far follow each other without a gap."""
        if self._rower is not None and self._lines:
            group_lines(self.source.folded, self._rower.columns, self._lines)
            carry(self._rower.columns, self._lines)
            self._rower.take(self._lines)
        self._lines = []


_TABS = re.compile(r"\S\t+\S")

_TIMED = re.compile(
    rf"[0-9]{{1,2}}月|20[0-9]{{2}}|季度|年[内底末中]|[上下]半年|底前|每[年月季]|[0-9]{{1,2}}\.[0-9]{{1,2}}|{LASTING}"
)
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
    given = stripped(cells)
    if table.blanks or len(given) == size or len(given) < 2:
        return cells if len(cells) == size else []
    kept = len(cells) == size and _seems(folded, table, cells, least=0)
    if kept and any(kind != "words" and a < b for kind, (a, b) in zip(table.kinds, cells, strict=True)):
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
            _TIMED.search(words) if TIME_HEAD.search(folded, *head) else _names_bodies(words)
        ):
            return False
        else:
            found += 1
    return found >= least


def _names_bodies(words: str) -> bool:
    return any(looks_like_body(name) for name in _NAME.findall(words)) or "牵头" in words
