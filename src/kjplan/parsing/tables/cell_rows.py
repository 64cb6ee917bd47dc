"""Deals the paragraphs of all rows of a table to its columns: what is known of some rows helps with the others."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from kjplan.extraction.names.body_ends import REST
from kjplan.model import Span
from kjplan.parsing.lines.cut_names import goes_on
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import read_marker
from kjplan.parsing.tables.cell_blocks import Block
from kjplan.parsing.tables.cell_words import Words
from kjplan.parsing.tables.column_names import kind_of, name_in
from kjplan.parsing.tables.columns import Table
from kjplan.parsing.tables.cut_cells import full_width, joined
from kjplan.parsing.tables.dealing import MOST_PARAGRAPHS, Dealer
from kjplan.parsing.tables.looks import FACTS, Look, looks_of
from kjplan.parsing.tables.paragraphs import Paragraph, Paragraphs
from kjplan.reading.text import SourceText

_OPEN = re.compile("[、(]$")
_TAIL = re.compile(rf"\s*{REST}|(?<=[)省市县区镇乡])\s*(?:人民)?政府|(?<=[0-9年月日])\s*(?:[月日]?底?前|月?底)")
"""What no cell is alone: the end of 各有关部/门, 各县（市、区）/人民政府, 6月/底前."""


def _is_open(words: str) -> bool:
    """Whether a bracket is open at the end of a line."""
    return words.rfind("(") > words.rfind(")")


@dataclass(slots=True)
class Dealt:
    """A row whose paragraphs are dealt: how many each column gets; none where that is not sure."""

    block: Block
    counts: list[int]


@dataclass(slots=True)
class CellRows:
    """The rows of one table, whose last name may turn out to be that of a group."""

    source: SourceText
    units: list[Unit]
    table: Table
    parted: bool
    """Whether bars or blank lines part the cells, which may be several lines each then."""
    looks: list[Look] = field(init=False)
    stating: frozenset[Look] = field(init=False)
    known: dict[Span, Words] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.looks = looks_of(self.source.folded, self.table)
        self.stating = FACTS | {"amount"} if self.table.figures else FACTS

    def words(self, paragraph: Paragraph) -> Words:
        """What can be told of a paragraph."""
        found = self.known.get(paragraph.span)
        if found is None:
            found = self.known[paragraph.span] = Words.of(name_in(self.source.folded, paragraph.span))
        return found

    def deal(self, blocks: list[Block]) -> list[Dealt]:
        """The rows with their paragraphs dealt to the columns, where that is sure for enough of them."""
        self._take_group(blocks)
        for block in blocks:
            block.cells = self._mended(block.cells)
        self._unwrap(blocks)
        if blocks[0].groups:
            for block, below in pairwise(blocks):
                block.titled = len(below.cells) >= len(self.looks)
        dealer = self._dealer(blocks)
        dealt, sure, stating = [], 0, 0
        inner = Dealer(self.looks[1:], {k - 1: size for k, size in dealer.typical.items() if k}, self.stating)
        blocks = [part for block in blocks for part in self._parts(dealer, inner, block)]
        for block in blocks:
            cells = [self.words(p) for p in block.cells]
            if block.inner:
                counts, certain = inner.deal(cells)
                counts = [0, *counts]
            else:
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
            stated = any(size and look in self.stating for size, look in zip(counts, self.looks, strict=False))
            sure += certain and (stated or dealer.merged)
            stating += certain and stated
            dealt.append(Dealt(block, counts if certain else []))
        self._doubt(dealt)
        if sure * 2 < len(blocks) or not (stating > 1 or len(blocks) == stating == 1):
            for row in dealt:
                row.counts = []
        return dealt

    def _mended(self, cells: list[Paragraph]) -> list[Paragraph]:
        """The paragraphs of a row, those as one of which the second is surely the end of a word or list that a line end cut."""
        folded, made = self.source.folded, cells[:1]
        for cell in cells[1:]:
            last = made[-1]
            cut = _OPEN.search(folded, last.end - 1, last.end) or _is_open(folded[slice(*last.span)])
            if cut or _TAIL.fullmatch(folded, last.end, cell.end) or goes_on(folded, last.pieces[-1], cell.pieces[0]):
                pieces = [*last.pieces[:-1], (last.pieces[-1][0], cell.pieces[0][1]), *cell.pieces[1:]]
                made[-1] = Paragraph(last.first, cell.last, last.start, cell.end, pieces)
            else:
                made.append(cell)
        return made

    def _unwrap(self, blocks: list[Block]) -> None:
        """Let the lines of the first cells be one where the width of their column broke them, as most rows show."""
        longer = [block for block in blocks if len(block.cells) > len(self.looks)]
        if self.parted or not longer or self.looks[0] not in ("name", "words"):
            return
        full = full_width(self.source.folded, [[p.span for p in block.cells[:2]] for block in longer])
        for block in longer if full else ():
            while len(block.cells) > len(self.looks):
                first, below = block.cells[:2]
                words = self.words(below)
                if words.bodies or words.time or words.blank:
                    break
                if len(joined(self.source.folded, [first.span, below.span], full)) > 1:
                    break
                span = first.start, below.end
                block.cells[:2] = [Paragraph(first.first, below.last, *span, [span])]

    def _parts(self, dealer: Dealer, inner: Dealer, block: Block) -> list[Block]:
        """A row; or those beside one number and one name, each with words and facts of its own, where that is sure of all."""
        if self.looks[0] != "name" or "words" not in self.looks[1:] or len(block.cells) <= len(self.looks[1:]):
            return [block]
        cells = [self.words(p) for p in block.cells]
        for size in range(len(cells), len(cells) - 1 if not block.open else 2, -1):
            if dealer.deal(cells[:size])[1]:
                break
            starts = [1, *(k for k in range(2, size) if _opens_again(cells[k - 1], cells[k])), size]
            if len(starts) > 2 and all(self._is_sure(inner, cells[a:b]) for a, b in pairwise(starts)):
                return self._split(block, starts)
        return [block]

    def _is_sure(self, inner: Dealer, cells: list[Words]) -> bool:
        counts, certain = inner.deal(cells)
        return certain and any(n and look in self.stating for n, look in zip(counts, inner.looks, strict=True))

    def _split(self, block: Block, starts: list[int]) -> list[Block]:
        """The rows beside one number and name, which name them as a group."""
        name = block.cells[0]
        title = Paragraph(block.number.first, name.last, block.number.start, name.end, [block.digits, name.span])
        title.named = block.digits, name.span
        some = [block.cells[a:b] for a, b in pairwise(starts)]
        parts = [Block(cells[0], (0, 0), cells, inner=True) for cells in some]
        parts[0].groups = [*block.groups, title]
        return parts

    def _doubt(self, dealt: list[Dealt]) -> None:
        """Where the last column names bodies known as such, words at the end of a row that are none, and stand nowhere else, may as
        well name the rows below (旧区改造): they state nothing."""
        if self.looks[-1] not in ("lead", "bodies"):
            return
        ends = [(row, self.words(row.block.cells[-1])) for row in dealt if row.counts and row.counts[-1] == 1]
        said = Counter(name_in(self.source.folded, row.block.cells[-1].span) for row, _ in ends)
        if 2 * sum(words.bodies > 0 for _, words in ends) >= len(ends):
            for row, words in ends:
                if (
                    not words.bodies
                    and not words.blank
                    and said[name_in(self.source.folded, row.block.cells[-1].span)] == 1
                ):
                    row.counts = []

    def _take_group(self, blocks: list[Block]) -> None:
        """The last name of the head names a group of rows where all rows have a cell less than there are columns then."""
        table = self.table
        name = name_in(self.source.folded, table.heads[-1])
        sizes = Counter(len(block.cells) for block in blocks if not block.open)
        last = len(table.heads) - 1
        if table.high or kind_of(name) or last in (*table.figures, table.unit):
            return
        if len(self.looks) < 3 or len(self.looks) in sizes:
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
        dealer = Dealer(self.looks, {}, self.stating)
        lengths: dict[int, list[int]] = {}
        for block in blocks:
            cells = [self.words(p) for p in block.cells]
            if len(cells) == len(self.looks) and dealer.deal(cells) == ([1] * len(cells), True):
                for k, cell in enumerate(cells):
                    lengths.setdefault(k, []).append(cell.size)
        dealer.typical = {
            k: max(median(sizes), 4) for k, sizes in lengths.items() if self.looks[k] in ("name", "words")
        }
        if self.looks[0] == "name":
            lacking = [self.words(b.cells[0]) for b in blocks if len(b.cells) < len(self.looks)]
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


def _opens_again(before: Words, cell: Words) -> bool:
    """Whether a paragraph behind who or by when may be the words of another row."""
    told = before.bodies or before.time or before.blank
    return bool(told) and not (cell.bodies or cell.is_time or cell.blank or cell.figure or cell.reference)
