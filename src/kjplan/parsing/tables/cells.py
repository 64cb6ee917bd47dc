"""Finds tables of tasks whose cells came out a line or a paragraph each, as copied or crawled pages and Word files have them.

Below the head (序号 · 工作任务 · 责任单位, a name a line, 序号 left out at times) each row begins with its number on a line of its own, or has
it behind a cell that rows share. What stands between two numbers is dealt to the columns (:mod:`kjplan.parsing.tables.dealing`); a row of which that is not sure keeps its words and states no fact.
"""

import re
from dataclasses import dataclass, field

from kjplan.model import Span
from kjplan.parsing.lines.furniture import is_running_furniture
from kjplan.parsing.lines.rows import OPENS, Row
from kjplan.parsing.lines.units import NO_FIGURES, Unit
from kjplan.parsing.messages import Finding
from kjplan.parsing.tables.cell_blocks import Block, behind, read_blocks
from kjplan.parsing.tables.cell_heads import read_cell_head
from kjplan.parsing.tables.cell_rows import CellRows, Dealt
from kjplan.parsing.tables.cell_words import BLANK, Words
from kjplan.parsing.tables.column_names import LONGEST_NAME, kind_of, name_in
from kjplan.parsing.tables.columns import Table
from kjplan.parsing.tables.cut_cells import full_width, joined
from kjplan.parsing.tables.dealing import Dealer
from kjplan.parsing.tables.looks import Look, looks_of_figures
from kjplan.parsing.tables.paragraphs import Paragraph, Paragraphs
from kjplan.parsing.tables.quotas import keep_caption
from kjplan.parsing.tables.row_values import Columns, Line, Value, carry
from kjplan.parsing.tables.table_rows import INNER, Rower, rank_above
from kjplan.reading.text import SourceText

_FIRST = re.compile(r"1(?:$|[.、](?![0-9]))")
"""The number of a first row, alone on a line or before the first cell."""


def lay_cells(source: SourceText, units: list[Unit], findings: list[Finding]) -> list[Unit]:
    """The units of a text, those of each row of such a table as one that knows its cells; a table of which some is not sure is
    told to ``findings``."""
    folded, made, at = source.folded, list[Unit](), 0
    one = any(_FIRST.match(folded, *unit.span) for unit in units if folded[unit.start] == "1")
    while at < len(units):
        unit = units[at]
        if not unit.tabled and (
            (folded[unit.start] in "序编" and OPENS.fullmatch(folded, *unit.span))
            or (one and unit.end - unit.start <= LONGEST_NAME and kind_of(name_in(folded, unit.span)))
        ):
            end = _CellTable(source, units, made, findings).lay(at)
            if end > at:
                at = end
                continue
        made.append(unit)
        at += 1
    return made


@dataclass(slots=True)
class _CellTable:
    source: SourceText
    units: list[Unit]
    made: list[Unit]
    findings: list[Finding]
    looks: list[Look] = field(default_factory=list)
    figures: list[list[Span]] | None = None
    """The names of the columns of a table of indicators."""
    names: list[str] = field(default_factory=list)
    """The names in the head, as they stand one below the other."""
    widths: list[float] = field(default_factory=list)
    """How wide the lines of each column are that its width broke; 0 where none were."""

    def lay(self, at: int) -> int:
        """Add the units of a table that begins with a unit; the number of the first unit behind it, ``at`` where none begins."""
        paragraphs = Paragraphs(self.source, self.units, at)
        head = read_cell_head(paragraphs, at)
        if head is None:
            return at
        table, self.figures = head.table, head.figures
        self.names = [name_in(self.source.folded, span) for span in dict.fromkeys(table.heads)]
        blocks, end = read_blocks(paragraphs, table, head.first)
        if not blocks:
            self.made += self.units[at:end]
            return end
        blocks[0].groups = head.groups
        if self.figures:
            return self._lay_figures(table, blocks, at, end)
        rows = CellRows(self.source, self.units, table, paragraphs.apart or paragraphs.barred)
        dealt = rows.deal(blocks)
        self.looks = rows.looks
        self.widths = [] if rows.parted else self._widths(dealt)
        unsure = sum(not row.counts for row in dealt) if table.figures or "fact" in table.kinds else 0
        if paragraphs.glued and not any(row.counts for row in dealt):  # paragraphs with numbers of their own
            self.made += self.units[at:end]
            return end
        if unsure:
            self.findings.append(Finding("table-not-sure", table.heads[0], (str(unsure),)))
        keep_caption(self.source.folded, table, self.made)
        return self._add(table, dealt, at)

    def _add(self, table: Table, dealt: list[Dealt], at: int) -> int:
        """Add the units of the head, of names of groups and of rows; the number of the first unit behind them."""
        folded = self.source.folded
        columns = Columns.of(folded, table)
        rower = Rower(folded, columns, self.made, rank_above(self.source, self.made))
        lines: list[Line] = []
        sure, inner = any(row.counts for row in dealt), False

        def flush() -> None:
            carry(columns, lines)
            rower.take(lines)
            lines.clear()

        for row in dealt:
            block = row.block
            if inner and (block.groups or not block.inner):
                flush()
                rower.leave(INNER)
            inner = block.inner
            for title in [*block.groups, None]:
                stop = block.number.first if title is None else title.first
                if at < stop:
                    flush()
                    self._leave(at, stop)
                if title is not None:
                    lines.append(self._title(title, inner=block.inner and title is block.groups[-1]))
                    at = title.last
            last = block.cells[-1]
            at = last.last
            cells = [*([] if block.inner else [block.digits]), *(p.span for p in block.cells)]
            unit = Unit(block.number.start, self.units[at - 1].end, cells=cells)
            if row.counts:
                lines.append(Line(unit, self._values(table, row)))
            else:
                flush()
                rower.above = []  # of this row nothing is sure, and so of none that says 同上 below it
                pieces = [piece for p in block.cells for piece in p.pieces]
                number = None if block.inner else block.digits
                unit.tabled, unit.row = True, Row(pieces, [], number, rower.groups_over() if sure else [])
                self.made.append(unit)
            if block.title is not None:
                lines.append(self._title(block.title))
                at = block.title.last
        flush()
        stop = behind(Paragraphs(self.source, self.units, 0), at)
        self._leave(at, stop)
        return stop

    def _title(self, title: Paragraph, *, inner: bool = False) -> Line:
        number, name = title.named or (None, title.span)
        return Line(Unit(title.start, self.units[title.last - 1].end), [], name, number, inner)

    def _lay_figures(self, table: Table, blocks: list[Block], at: int, end: int) -> int:
        """Add the rows of a table of indicators, where most have a cell for each column."""
        assert self.figures is not None
        size = len(table.heads) - 1
        full = sum(len(block.cells) == size for block in blocks)
        if full * 2 <= len(blocks):
            self.made += self.units[at:end]
            return end
        self.looks = looks_of_figures(self.source.folded, table)
        dealer = Dealer(self.looks, {})
        first = len(self.made)
        for block in blocks:
            self._leave(at, block.number.first)
            if block.open and len(block.cells) > size and len(blocks) > 1:
                del block.cells[size:]
            counts = [1] * size
            if len(block.cells) != size:
                words = (Words.of(name_in(self.source.folded, p.span)) for p in block.cells)
                counts, _ = dealer.deal([*words])
            at = block.cells[-1].last
            unit = Unit(block.number.start, self.units[at - 1].end, tabled=True)
            unit.cells = [block.digits, *(p.span for p in block.cells)]
            values = self._values(table, Dealt(block, counts or [len(block.cells)] + [0] * (size - 1)))
            unit.figures = [[value.span] if value.filled else [] for value in values]
            self.made.append(unit)
        for unit in self.made[first:]:
            unit.figures = unit.figures or NO_FIGURES
        self.made[first].figures = self.figures
        return at

    def _leave(self, at: int, stop: int) -> None:
        """Add the lines of a head as words; page numbers stay what they are. That of a table of indicators is one with bars, as its
        rows are: a rendered plan has the table again."""
        while at < stop:
            unit = self.units[at]
            unit.tabled = not is_running_furniture(self.source.folded, *unit.span)
            size = self._head_size(at, stop)
            if size > 1:
                cells = [u.span for u in self.units[at : at + size]]
                unit = Unit(unit.start, cells[-1][1], tabled=True, cells=cells)
            self.made.append(unit)
            at += max(size, 1)

    def _head_size(self, at: int, stop: int) -> int:
        """How many units the head of a table of indicators takes that begins with one, where its names are one line each."""
        size = len(self.names) if self.figures else 0
        said = [name_in(self.source.folded, unit.span) for unit in self.units[at : min(at + size, stop)]]
        return size if size and said == self.names else 0

    def _widths(self, dealt: list[Dealt]) -> list[float]:
        columns: list[list[list[Span]]] = [[] for _ in self.looks]
        for row in dealt:
            at = 0
            for k, size in enumerate(row.counts):
                columns[k].append([q for p in row.block.cells[at : at + size] for q in p.pieces])
                at += size
        return [full_width(self.source.folded, cells) for cells in columns]

    def _values(self, table: Table, row: Dealt) -> list[Value]:
        values, at, k = [], 0, 0
        for kind in table.kinds:
            if kind == "number":
                values.append(Value(row.block.digits))
                continue
            some = row.block.cells[at : at + row.counts[k]]
            at += len(some)
            if not some or (len(some) == 1 and BLANK.fullmatch(self.source.folded, *some[0].span)):
                values.append(Value())
            else:
                span = some[0].start, some[-1].end
                whole = self.looks[k] == "name"
                pieces = [q for p in some for q in p.pieces]
                if self.widths and self.widths[k]:
                    pieces = joined(self.source.folded, pieces, self.widths[k])
                values.append(Value(span, pieces=(span,) if whole else tuple(pieces)))
            k += 1
        return values
