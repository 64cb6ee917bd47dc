"""The lines of a table whose cells came out a line or a paragraph each, as paragraphs; and which of them are numbers."""

import re
from dataclasses import dataclass, field

from kjplan.model import Span
from kjplan.parsing.lines.rows import OPENS
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.tables.cell_numbers import BARE, DECIMAL, GLUED, Style, chinese_number, follows, may_count_groups
from kjplan.parsing.tables.dealing import MOST_PARAGRAPHS
from kjplan.reading.text import SourceText

_CLOSES = re.compile("[。;:!?]$")
_LEVELS = re.compile("[0-9]+")
LONGEST_GROUP = 40
"""The name of a group of rows is no longer."""


@dataclass(slots=True)
class Paragraph:
    """Lines that make a paragraph of a cell: the numbers of its first unit and of the one behind it, its place and its pieces."""

    first: int
    last: int
    start: int
    end: int
    pieces: list[Span]
    tabled: bool = False
    named: tuple[Span, Span] | None = None
    """The number and the name of a group of rows, where each is a paragraph of its own."""

    @property
    def span(self) -> Span:
        """Its place in the notice."""
        return self.start, self.end


@dataclass(slots=True)
class Paragraphs:
    """The units of a table as paragraphs: where blank lines part its cells, lines between which there is none are one."""

    source: SourceText
    units: list[Unit]
    at: int
    apart: bool = False
    barred: bool = False
    """Whether lines that are only a bar part the cells."""
    numbered: bool = False
    """Whether the first column is called 序号."""
    glued: bool | None = None
    """Whether the numbers share a line with the words behind them; None before the first was seen."""
    style: Style = ""
    """How the rows are numbered, where that is known."""
    paths: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """The numbers of several levels (1.2, 1-2) that were read, by how many came before."""

    def __post_init__(self) -> None:
        self.apart = self.at + 1 < len(self.units) and self._gap(self.at + 1) > 1
        self.barred = self._is_bar(self.at + 1)
        self.numbered = self.at < len(self.units) and self.is_head(self.units[self.at].span)

    def is_head(self, span: Span) -> bool:
        """Whether a stretch is the name of the column of numbers."""
        return OPENS.fullmatch(self.source.folded, *span) is not None

    def _is_bar(self, i: int) -> bool:
        return i < len(self.units) and self.source.folded[slice(*self.units[i].span)] == "|"

    def _gap(self, i: int) -> int:
        """How many line ends part a unit from the one before."""
        return self.source.breaks(self.units[i - 1].end, self.units[i].start)

    def take(self, i: int) -> Paragraph:
        """The paragraph that begins with a unit."""
        folded, unit = self.source.folded, self.units[i]
        made = Paragraph(i, i + 1, unit.start, unit.end, [unit.span], unit.tabled)
        if self.barred:
            while self._is_bar(made.last):
                made.last += 1
            return made
        if not self.apart or unit.tabled or BARE.fullmatch(folded, *unit.span):
            return made
        while made.last < len(self.units) and made.last - i < MOST_PARAGRAPHS:
            line = self.units[made.last]
            if line.tabled or self._gap(made.last) != 1 or BARE.fullmatch(folded, *line.span):
                break
            if _CLOSES.search(folded, made.end - 1, made.end):
                made.pieces.append(line.span)
            else:
                made.pieces[-1] = made.pieces[-1][0], line.end
            made.end, made.last = line.end, made.last + 1
        return made

    def number(self, paragraph: Paragraph, wanted: int) -> Span | None:
        """The number that opens a row, where a paragraph is it or, in some tables, begins with it."""
        folded, (start, end) = self.source.folded, paragraph.span
        if not folded[start].isdecimal():
            return self._chinese(paragraph.span, wanted)
        bare = BARE.fullmatch(folded, start, end)
        if bare is None and self.numbered and DECIMAL.fullmatch(folded, start, end):
            return self._of_levels(paragraph.span, wanted)
        m = bare or GLUED.match(folded, start, end)
        if (
            m is None
            or (bare and self._counts_levels(paragraph))
            or int(m["n"]) != wanted
            or self.glued not in (None, bare is None)
        ):
            return None
        if self.style not in ("", "arabic"):
            return None
        self.glued, self.style = bare is None, "arabic"
        return start, m.end("n")

    def _of_levels(self, span: Span, wanted: int) -> Span | None:
        """The same for 1.1, 1.2, 2.1 (or 1-1) alone on a line: each the next one of its level, or the first below the next above."""
        path = tuple(map(int, _LEVELS.findall(self.source.folded, *span)))
        before = self.paths.get(wanted - 1)
        if (
            self.style not in ("", "decimal")
            or self.glued
            or not (follows(before, path) if before else set(path) == {1})
        ):
            return None
        self.glued, self.style, self.paths[wanted] = False, "decimal", path
        return span

    def _counts_levels(self, here: Paragraph) -> bool:
        """Whether a number alone on a line is that of a group: 1, the group's name, 1.1."""
        folded = self.source.folded
        if not self.numbered or here.last + 1 >= len(self.units) or not BARE.fullmatch(folded, *here.span):
            return False
        below = self.units[here.last + 1]
        own, path = _LEVELS.findall(folded, *here.span), _LEVELS.findall(folded, *below.span)
        return DECIMAL.fullmatch(folded, *below.span) is not None and path[0] == own[0] and set(path[1:]) == {"1"}

    def _chinese(self, span: Span, wanted: int) -> Span | None:
        """The same for 一 and （一） alone on a line: only below 序号, as 一 on a line may be anything else."""
        found = chinese_number(self.source.folded, span) if self.numbered and not self.glued else None
        if found is None or found[1] != wanted or self.style not in ("", found[0]):
            return None
        self.glued, self.style = False, found[0]
        return span

    def group(self, here: Paragraph, wanted: int) -> tuple[Paragraph, Paragraph, int] | None:
        """The number and the name of a group of rows that begin with a paragraph, the paragraph of the row below and that row's
        number, which counts on or begins again; None where it is no such number."""
        folded, units = self.source.folded, self.units
        if not self.numbered or self.style == "plain":
            return None
        if not (may_count_groups(folded, here.span) or self._counts_levels(here)):
            return None
        if here.last >= len(units) or (name := self.take(here.last)).last >= len(units):
            return None
        if name.end - name.start > LONGEST_GROUP or name.tabled or chinese_number(folded, name.span):
            return None
        below = self.take(name.last)
        plain = (chinese_number(folded, below.span) or ("",))[0] == "plain"
        number = None if plain else next((n for n in (1, wanted) if self.number(below, n)), None)
        if number is None:
            return None
        if not (chinese_number(folded, here.span) or folded[here.start].isdecimal()):
            return name, below, number
        whole = Paragraph(here.first, name.last, here.start, name.end, [here.span, name.span])
        whole.named = here.span, name.span
        return whole, below, number

    def opening(self, paragraph: Paragraph) -> int | None:
        """The number that is a paragraph of its own, as of the first row of an excerpt (68), or opens the first row of all (1)."""
        if self.number(paragraph, 1) is not None:
            return 1
        m = None if self.glued else BARE.fullmatch(self.source.folded, *paragraph.span)
        if m is None or m["n"].startswith("0"):
            return None
        self.glued, self.style = False, "arabic"
        return int(m["n"])

    def parted(self, i: int) -> bool:
        """Whether a blank line stands before a unit."""
        return i < len(self.units) and self._gap(i) > 1
