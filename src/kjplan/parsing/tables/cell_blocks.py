"""Cuts a table whose cells came out a line or a paragraph each into rows, by their numbers, that count on each on a line of its own."""

import re
from collections import Counter
from dataclasses import dataclass, field

from kjplan.late import late
from kjplan.model import Span
from kjplan.parsing.lines.cut_names import goes_on
from kjplan.parsing.lines.furniture import is_running_furniture
from kjplan.parsing.markers import STYLES, read_marker
from kjplan.parsing.tables.cell_numbers import BARE, chinese_number
from kjplan.parsing.tables.column_names import name_in
from kjplan.parsing.tables.columns import Table
from kjplan.parsing.tables.dealing import MOST_PARAGRAPHS
from kjplan.parsing.tables.paragraphs import LONGEST_GROUP, Paragraph, Paragraphs

_ENDS = late(
    r"(?:[备附]?注|说明|填表人?|制表人?|联系人|来源) ?:|(?:[合总小]\s{0,4}计|汇\s{0,4}总)$|附 ?[件表录] ?[0-9一二三四五六七八九十]{0,3}(?: ?:|$)|第[一二三四五六七八九十]{1,3}[章节部编]"
)
"""What ends a table."""
_TOTAL = re.compile(r"(?:[合总小]\s{0,4}计|汇\s{0,4}总)$")
_FIGURES = re.compile(r"[0-9.,%\-~—–/]{1,20}[^0-9。,;]{0,4}")
_NOTE = re.compile(r"(?:[备附]?注|说明|填表人?|制表人?) ?:")
_MOST_MISSING = 12
"""So many rows may be missing behind the name of a group: a part of a table that was published."""
_MOST_MISSING_IN_PART = 200
"""The same in an excerpt, whose first number is not 1: the rows of one body out of the table of a whole city."""


@dataclass(slots=True)
class Block:
    """A row: its number, and the paragraphs up to the next one."""

    number: Paragraph
    digits: Span
    cells: list[Paragraph]
    groups: list[Paragraph] = field(default_factory=list)
    """Lines before it that name the rows from here on."""
    open: bool = False
    """Whether it is not known where it ends."""
    titled: bool = False
    """Whether its last paragraph may name the rows below."""
    title: Paragraph | None = None
    inner: bool = False
    """Whether it is one of several rows beside one number and name."""


def read_blocks(paragraphs: Paragraphs, table: Table, first: int) -> tuple[list[Block], int]:
    """The rows of a table whose first begins with a unit, and the number of the first unit behind them."""
    return _Blocks(paragraphs, [name_in(paragraphs.source.folded, head) for head in table.heads]).read(first)


def behind(paragraphs: Paragraphs, at: int) -> int:
    """The first unit behind the sums and the note that may close a table whose rows end before a unit."""
    folded, units = paragraphs.source.folded, paragraphs.units
    if at < len(units) and _TOTAL.match(folded, *units[at].span):
        at += 1
        while at < len(units) and not units[at].tabled and _FIGURES.fullmatch(folded, *units[at].span):
            at += 1
    noted = at < len(units) and not units[at].tabled and _NOTE.match(folded, *units[at].span) is not None
    return at + noted


@dataclass(slots=True)
class _Blocks:
    paragraphs: Paragraphs
    names: list[str]
    blocks: list[Block] = field(default_factory=list)
    groups: list[Paragraph] = field(default_factory=list)
    """Names of groups that stand before the next row."""
    most_missing: int = _MOST_MISSING

    def read(self, at: int) -> tuple[list[Block], int]:
        """All rows from a unit on."""
        number = self.paragraphs.opening(self.paragraphs.take(at)) or 1
        self.most_missing = _MOST_MISSING if number == 1 else _MOST_MISSING_IN_PART
        while True:
            here = self.paragraphs.take(at)
            digits = self.paragraphs.number(here, number)
            if digits is None:
                break
            block, after = self._block(here, digits)
            self.blocks.append(block)
            block.groups, self.groups = self.groups, []
            found = self._next(after, block, number)
            if found is None:
                break
            number, at = found
        filled = [block for block in self.blocks if block.cells]
        return filled, max((p.last for block in self.blocks[-1:] for p in (block.number, *block.cells)), default=at)

    def _block(self, here: Paragraph, digits: Span) -> tuple[Block, int]:
        """A row with the rest of its number's line, if any; and the number of the unit behind that line."""
        if not self.paragraphs.glued:
            return Block(here, digits, []), here.last
        start = digits[1]
        folded = self.paragraphs.source.folded
        while start < here.end and folded[start] in ".、 \t\n":
            start += 1
        pieces = [(max(a, start), b) for a, b in here.pieces if start < b]
        if not pieces:
            return Block(here, digits, []), here.last
        return Block(here, digits, [Paragraph(here.first, here.last, start, here.end, pieces)]), here.last

    def _next(self, at: int, block: Block, number: int) -> tuple[int, int] | None:
        """Fill a row with the paragraphs up to the next one; that one's number and unit, None where it is the last."""
        some: list[Paragraph] = []
        units = self.paragraphs.units
        while at < len(units) and len(some) <= MOST_PARAGRAPHS:
            here = self.paragraphs.take(at)
            if here.tabled:
                break
            if (some or block.cells) and self.paragraphs.number(here, number + 1):
                block.cells += some
                return number + 1, at
            if self.paragraphs.is_head(here.span):
                at = self._repeated(here)
                if at and (
                    self.paragraphs.number(below := self.paragraphs.take(at), number + 1) or self._goes_on(below)
                ):
                    continue
                break
            if (some or block.cells) and (found := self._numbered_group(here, number)):
                block.cells += some
                return found
            if self._ends(here):
                if found := self._groups(here, number):
                    block.cells += some
                    return found
                break
            if not is_running_furniture(self.paragraphs.source.folded, *here.span) or here.end - here.start < 4:
                some.append(here)
            at = here.last
        self._close(block, some)
        return None

    def _goes_on(self, below: Paragraph) -> bool:
        """Whether a row goes on below a head said again: what stands there is no number."""
        folded = self.paragraphs.source.folded
        return not BARE.fullmatch(folded, *below.span) and chinese_number(folded, below.span) is None

    def _numbered_group(self, here: Paragraph, number: int) -> tuple[int, int] | None:
        """The number and unit of the row below a line that counts groups, 二, and their name; None for any other line."""
        found = self.paragraphs.group(here, number + 1)
        if found is None:
            return None
        self.groups = [found[0]]
        return found[2], found[1].first

    def _repeated(self, here: Paragraph) -> int:
        """The unit behind a head that says again what the table's says, as on each of its pages; 0 where it is another."""
        at = here.first
        for name in self.names:
            if at >= len(self.paragraphs.units):
                return 0
            paragraph = self.paragraphs.take(at)
            if name_in(self.paragraphs.source.folded, paragraph.span) != name:
                return 0
            at = paragraph.last
        return at if at < len(self.paragraphs.units) else 0

    def _ends(self, here: Paragraph) -> bool:
        """Whether a line ends the table, or names a group of rows: 一、…"""
        folded = self.paragraphs.source.folded
        if _ENDS.match(folded, *here.span):
            return True
        marker = read_marker(folded, *here.span)
        return marker is not None and marker.rank <= STYLES["cn-paren"].rank

    def _groups(self, here: Paragraph, number: int) -> tuple[int, int] | None:
        """The number and unit of the row below a line that names rows and has a number of its own, or several such lines; None
        where there is none. Rows may be missing there, or count from 1 again."""
        folded, units = self.paragraphs.source.folded, self.paragraphs.units
        self.groups = []
        while here.end - here.start <= LONGEST_GROUP and here.last < len(units) and read_marker(folded, *here.span):
            self.groups.append(here)
            here = self.paragraphs.take(here.last)
            m = BARE.fullmatch(folded, *here.span)
            if m and not self.paragraphs.glued and (int(m["n"]) == 1 or 0 < int(m["n"]) - number <= self.most_missing):
                return int(m["n"]), here.first
            if self.paragraphs.number(here, number + 1):
                return number + 1, here.first
        self.groups = []
        return None

    def _close(self, block: Block, some: list[Paragraph]) -> None:
        """Find the end of the last row: at a blank line where only lines part cells, or where it has as many cells as all others."""
        sizes = Counter(len(b.cells) for b in self.blocks[:-1])
        spaced = any(self.paragraphs.parted(cell.first) for b in self.blocks[:-1] for cell in b.cells)
        if not (self.paragraphs.apart or spaced):
            gap = next((k for k, p in enumerate(some) if k and self.paragraphs.parted(p.first)), len(some))
            if self.paragraphs.parted(block.number.first):
                some = some[:gap]
        if len(sizes) == 1:
            size = max(0, next(iter(sizes)) - len(block.cells))
            folded = self.paragraphs.source.folded
            while 0 < size < len(some) and goes_on(folded, some[size - 1].pieces[-1], some[size].pieces[0]):
                size += 1
            some = some[:size]
        most = max(sizes, default=len(self.names))
        block.open = bool(some)
        block.cells += some[: max(most + 1, len(some) if len(sizes) == 1 else 0)]
