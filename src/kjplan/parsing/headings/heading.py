"""A heading: its marker, its title, the words on its line, and what stands below it."""

from dataclasses import dataclass, field

from kjplan.model import Span
from kjplan.parsing.headings.captions import Caption
from kjplan.parsing.headings.glued import (
    MAX_PARAGRAPH_TITLE,
    blank_behind_name,
    blank_behind_title,
    split_glued,
    split_surely,
)
from kjplan.parsing.headings.titles import split_title
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import NAMED, STYLES, Marker, read_named
from kjplan.reading.text import SAYS


@dataclass(slots=True)
class Heading:
    """A heading: its marker, its title and the units of the paragraphs that follow it directly."""

    marker: Marker
    unit: Unit
    title: Span | None = None
    inline: Span | None = None
    """The words that share the title's line; None where it stands alone."""
    units: list[Unit] = field(default_factory=list)
    children: list["Heading"] = field(default_factory=list)

    @property
    def line(self) -> Span:
        """Its line from the title on."""
        return (self.title or self.inline or self.unit.span)[0], self.unit.end

    @property
    def body(self) -> list[Unit]:
        """The units below it that are no part of its title."""
        return [u for u in self.units if u.rule != "title-on-next-line"] if self.units else self.units

    @property
    def glued(self) -> bool:
        """Whether nothing parts its title from the words on its line."""
        return self.title is not None and self.inline is not None and self.title[1] == self.inline[0]

    def says_nothing(self, folded: str) -> bool:
        """Whether its own words, or where it is a mere marker those below it, are without any letter: 1.—"""
        title, inline = self.title, self.inline
        if title or inline:
            return not (title and SAYS.search(folded, *title)) and not (inline and SAYS.search(folded, *inline))
        return not any(SAYS.search(folded, *unit.span) for unit in self.units)


def end_of(heading: Heading) -> int:
    """End of the last unit under a heading."""
    while heading.children:
        heading = heading.children[-1]
    return heading.units[-1].end if heading.units else heading.unit.end


_PART_RANK = STYLES["cn-dot"].rank
"""The rank of the names of parts, and below it that of what holds them."""


def heading_of(folded: str, unit: Unit, marker: Marker) -> Heading:
    """Title and words of a heading's own line."""
    style, start, end = marker.style, marker.end, unit.end
    unit.rule = "heading:" + style
    if style in NAMED and (named := read_named(folded, unit.start, end)):
        return Heading(marker, unit, (start, named[1]))
    while start < end and folded[start].isspace():
        start += 1
    if start == end:
        return Heading(marker, unit)
    if marker.path and (blank := blank_behind_name(folded[start:end])):
        return Heading(marker, unit, (start, start + blank), (start + blank + 1, end))
    split = split_title(folded[start:end], part=marker.rank <= _PART_RANK)
    if split is None:
        return Heading(marker, unit, None, (start, end))
    stop, rest = split
    inline = (start + rest, end) if start + rest < end else None
    return Heading(marker, unit, (start, start + stop), inline)


def captioned(caption: Caption) -> Heading:
    """The heading that the caption of a table is."""
    first, *more = caption.units
    first.rule = "heading:captioned"
    for unit in more:
        unit.rule = "title-on-next-line"
    marker = Marker("captioned", STYLES["captioned"].rank, 1, "", first.start, caption.label_end)
    return Heading(marker, first, caption.title, units=more)


def part_glued(folded: str, heading: Heading, *, part: bool) -> None:
    """Tell the title of a heading in flattened text from the words glued to it, where that can be told: where its line has
    no title or a long one, and else only the name of a part or a label that opens it.

    :param part: whether it is an outermost heading, which may be called by more names
    """
    if heading.title is None and heading.inline is None:
        return
    start, end = (heading.title or heading.inline or heading.unit.span)[0], heading.unit.end
    if heading.title is None and (blank := blank_behind_title(folded, start, end)):
        heading.title, heading.inline = (start, blank), (blank + 1, end)
        return
    short = heading.title is not None and heading.title[1] - start <= MAX_PARAGRAPH_TITLE
    if size := (split_surely if short else split_glued)(folded[start:end], part=part):
        words = start + size
        while words < end - 1 and folded[words].isspace():
            words += 1
        heading.title, heading.inline = (start, start + size), (words, end)


def untrailed(folded: str, start: int, end: int) -> Span:
    """A title on a line of its own without the 。 or ： that may close it."""
    return (start, end - 1) if folded[end - 1] in "。:" and end - start > 1 else (start, end)
