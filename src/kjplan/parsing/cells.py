"""Finds tables of tasks whose cells came out a line or a paragraph each, as copied or crawled pages and Word files have them.

Below the head (序号 · 工作任务 · 责任单位, a name a line) each row begins with its number on a line of its own. What stands between two
numbers is dealt to the columns (:mod:`kjplan.parsing.dealing`); a row of which that is not sure keeps its words and states no fact.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from kjplan.model import Span
from kjplan.parsing.cell_blocks import Block, Paragraph, Paragraphs, behind, read_blocks
from kjplan.parsing.cell_heads import OPENS, CellHead, read_cell_head
from kjplan.parsing.columns import LONGEST_NAME, Table, kind_of, name_in
from kjplan.parsing.dealing import MOST_PARAGRAPHS, Dealer, Words
from kjplan.parsing.furniture import is_running_furniture
from kjplan.parsing.looks import FACTS, Look, looks_of, looks_of_figures
from kjplan.parsing.markers import read_marker
from kjplan.parsing.messages import Finding
from kjplan.parsing.rows import Row
from kjplan.parsing.table_rows import Columns, Line, Rower, Value, carry, rank_above
from kjplan.parsing.units import NO_FIGURES, Unit
from kjplan.reading.text import SourceText

_HINT = re.compile("序 {0,4}号|编 {0,4}号")
_ONE = re.compile(r"[\r\n] {0,8}1 {0,8}[\r\n]")


def may_hold_cells(folded: str) -> bool:
    """Whether a text may have such a table: 序号, or 1 on a line of its own."""
    return _HINT.search(folded) is not None or ("1" in folded and _ONE.search(folded) is not None)


def lay_cells(source: SourceText, units: list[Unit], findings: list[Finding]) -> list[Unit]:
    """The units of a text, those of each row of such a table as one that knows its cells; a table of which some is not sure is
    told to ``findings``."""
    folded, made, at = source.folded, list[Unit](), 0
    one = _ONE.search(folded) is not None
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
class _Dealt:
    """A row whose paragraphs are dealt: how many each column gets; none where that is not sure."""

    block: Block
    counts: list[int]


@dataclass(slots=True)
class _CellTable:
    source: SourceText
    units: list[Unit]
    made: list[Unit]
    findings: list[Finding]
    looks: list[Look] = field(default_factory=list)
    figures: list[list[Span]] | None = None
    """The names of the columns of a table of indicators."""
    known: dict[Span, Words] = field(default_factory=dict)

    def lay(self, at: int) -> int:
        """Add the units of a table that begins with a unit; the number of the first unit behind it, ``at`` where none begins."""
        paragraphs = Paragraphs(self.source, self.units, at)
        head = read_cell_head(paragraphs, at)
        if head is None:
            return at
        table, self.figures = head.table, head.figures
        blocks, end = read_blocks(paragraphs, table, head.first)
        if not blocks:
            self.made += self.units[at:end]
            return end
        blocks[0].groups = head.groups
        if self.figures:
            return self._lay_figures(table, blocks, at, end)
        self.looks = looks_of(self.source.folded, table)
        dealt = self._deal(head, blocks)
        unsure = sum(not row.counts for row in dealt)
        if unsure == len(dealt) and paragraphs.glued:  # paragraphs with numbers of their own
            self.made += self.units[at:end]
            return end
        if unsure and "fact" in table.kinds:
            self.findings.append(Finding("table-not-sure", table.heads[0], (str(unsure),)))
        return self._add(table, dealt, at)

    def _words(self, paragraph: Paragraph) -> Words:
        found = self.known.get(paragraph.span)
        if found is None:
            found = self.known[paragraph.span] = Words.of(name_in(self.source.folded, paragraph.span))
        return found

    def _deal(self, head: CellHead, blocks: list[Block]) -> list[_Dealt]:
        """The rows with their paragraphs dealt to the columns, where that is sure for enough of them."""
        self._take_group(head.table, blocks)
        if blocks[0].groups:
            for block, below in pairwise(blocks):
                block.titled = len(below.cells) >= len(self.looks)
        dealer = self._dealer(blocks)
        dealt, sure, stating = [], 0, 0
        for block in blocks:
            cells = [self._words(p) for p in block.cells]
            counts, certain = dealer.deal(cells)
            if block.open:
                counts, certain = self._cut(dealer, block, cells)
            whole = certain and counts == [1] * len(self.looks) and not dealer.merged
            if block.titled and not whole and (left := self._without_title(dealer, cells)):
                block.title = block.cells.pop()
                counts, certain = left, True
            certain = certain and any(
                n for n, look in zip(counts, self.looks, strict=True) if look in ("name", "words")
            )
            stated = any(size and look in FACTS for size, look in zip(counts, self.looks, strict=False))
            sure += certain and (stated or dealer.merged)
            stating += certain and stated
            dealt.append(_Dealt(block, counts if certain else []))
        self._doubt(dealt)
        if sure * 2 < len(blocks) or not (stating > 1 or len(blocks) == stating == 1):
            for row in dealt:
                row.counts = []
        return dealt

    def _doubt(self, dealt: list[_Dealt]) -> None:
        """Where the last column names bodies known as such, words at the end of a row that are none, and stand nowhere else, may as
        well name the rows below (旧区改造): they state nothing."""
        if self.looks[-1] not in ("lead", "bodies"):
            return
        ends = [(row, self._words(row.block.cells[-1])) for row in dealt if row.counts and row.counts[-1] == 1]
        said = Counter(name_in(self.source.folded, row.block.cells[-1].span) for row, _ in ends)
        if 2 * sum(words.bodies > 0 for _, words in ends) >= len(ends):
            for row, words in ends:
                if not words.bodies and said[name_in(self.source.folded, row.block.cells[-1].span)] == 1:
                    row.counts = []

    def _take_group(self, table: Table, blocks: list[Block]) -> None:
        """The last name of the head names a group of rows where all rows have a cell less than there are columns then."""
        name = name_in(self.source.folded, table.heads[-1])
        sizes = Counter(len(block.cells) for block in blocks if not block.open)
        if table.high or kind_of(name) or len(self.looks) < 3 or len(self.looks) in sizes:
            return
        if sizes and max(sizes) == len(self.looks) - 1 and "words" in table.kinds[:-1]:
            span = table.heads.pop()
            table.kinds.pop()
            self.looks = looks_of(self.source.folded, table)
            blocks[0].groups.insert(0, self._paragraph_at(span))

    def _paragraph_at(self, span: Span) -> Paragraph:
        first = bisect_left(self.units, span[0], key=lambda unit: unit.start)
        return Paragraphs(self.source, self.units, first).take(first)

    def _dealer(self, blocks: Sequence[Block]) -> Dealer:
        """One that knows how long names and words are in the rows that have all cells, and whether others lack the first."""
        dealer = Dealer(self.looks, {})
        lengths: dict[int, list[int]] = {}
        for block in blocks:
            cells = [self._words(p) for p in block.cells]
            if len(cells) == len(self.looks) and dealer.deal(cells) == ([1] * len(cells), True):
                for k, cell in enumerate(cells):
                    lengths.setdefault(k, []).append(cell.size)
        dealer.typical = {
            k: max(median(sizes), 4) for k, sizes in lengths.items() if self.looks[k] in ("name", "words")
        }
        if self.looks[0] == "name":
            lacking = [self._words(b.cells[0]) for b in blocks if len(b.cells) < len(self.looks)]
            dealer.merged = sum(map(dealer.lacks_name, lacking)) * 2 >= max(len(lacking), 1)
        return dealer

    def _cut(self, dealer: Dealer, block: Block, cells: list[Words]) -> tuple[list[int], bool]:
        """The same for a last row of which it is not known where it ends: the most paragraphs that can be dealt surely."""
        for size in range(min(len(cells), MOST_PARAGRAPHS), 0, -1):
            counts, certain = dealer.deal(cells[:size])
            if certain:
                del block.cells[size:]
                return counts, True
        kept = 1
        while (
            kept < min(len(cells), len(self.looks))
            and not cells[kept].sentence
            and not read_marker(self.source.folded, *block.cells[kept].span)
        ):
            kept += 1
        del block.cells[kept:]
        return [], False

    def _without_title(self, dealer: Dealer, cells: list[Words]) -> list[int]:
        """How the other paragraphs of a row are dealt where the last may name the rows below; none where it is a cell."""
        last = cells[-1]
        if len(cells) < 2 or last.size > 30 or not last.plain or last.bodies or last.time or last.figure:
            return []
        left, certain = dealer.deal(cells[:-1])
        return left if certain else []

    def _add(self, table: Table, dealt: list[_Dealt], at: int) -> int:
        """Add the units of the head, of names of groups and of rows; the number of the first unit behind them."""
        folded = self.source.folded
        columns = Columns.of(folded, table)
        rower = Rower(folded, columns, self.made, rank_above(self.source, self.made))
        lines: list[Line] = []

        def flush() -> None:
            carry(columns, lines)
            rower.take(lines)
            lines.clear()

        for row in dealt:
            block = row.block
            for title in [*block.groups, None]:
                stop = block.number.first if title is None else title.first
                if at < stop:
                    flush()
                    self._leave(at, stop)
                if title is not None:
                    lines.append(Line(self._title(title), [], title.span))
                    at = title.last
            last = block.cells[-1]
            at = last.last
            unit = Unit(
                block.number.start, self.units[at - 1].end, cells=[block.digits, *(p.span for p in block.cells)]
            )
            if row.counts:
                lines.append(Line(unit, self._values(table, row)))
            else:
                flush()
                pieces = [piece for p in block.cells for piece in p.pieces]
                unit.tabled, unit.row = True, Row(pieces, [], block.digits)
                self.made.append(unit)
            if block.title is not None:
                lines.append(Line(self._title(block.title), [], block.title.span))
                at = block.title.last
        flush()
        stop = behind(Paragraphs(self.source, self.units, 0), at)
        self._leave(at, stop)
        return stop

    def _title(self, title: Paragraph) -> Unit:
        return Unit(title.start, self.units[title.last - 1].end)

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
                counts, _ = dealer.deal([self._words(p) for p in block.cells])
            at = block.cells[-1].last
            unit = Unit(block.number.start, self.units[at - 1].end, tabled=True)
            unit.cells = [block.digits, *(p.span for p in block.cells)]
            values = self._values(table, _Dealt(block, counts or [len(block.cells)] + [0] * (size - 1)))
            unit.figures = [[value.span] if value.filled else [] for value in values]
            self.made.append(unit)
        for unit in self.made[first:]:
            unit.figures = unit.figures or NO_FIGURES
        self.made[first].figures = self.figures
        return at

    def _leave(self, at: int, stop: int) -> None:
        """Add the lines of a head as words; page numbers stay what they are."""
        for unit in self.units[at:stop]:
            unit.tabled = not is_running_furniture(self.source.folded, *unit.span)
            self.made.append(unit)

    def _values(self, table: Table, row: _Dealt) -> list[Value]:
        values, at, k = [], 0, 0
        for kind in table.kinds:
            if kind == "number":
                values.append(Value(row.block.digits))
                continue
            some = row.block.cells[at : at + row.counts[k]]
            at += len(some)
            if not some:
                values.append(Value())
            else:
                span = some[0].start, some[-1].end
                whole = self.looks[k] == "name"
                values.append(Value(span, pieces=(span,) if whole else tuple(q for p in some for q in p.pieces)))
            k += 1
        return values
