"""Units to a tree of headings with the paragraphs under each: the concrete outline, before anything is called a measure."""

import re
from dataclasses import dataclass, field
from functools import partial

from kjplan.model import Span
from kjplan.parsing.headings.bare import bare_headings
from kjplan.parsing.headings.captions import Caption, find_captions
from kjplan.parsing.headings.fragments import counted_on, goes_on_from_a_cut
from kjplan.parsing.headings.glued import MAX_PARAGRAPH_TITLE, blank_behind_title, split_glued, split_surely
from kjplan.parsing.headings.numbering import Sequence
from kjplan.parsing.headings.part_titles import part_titles
from kjplan.parsing.headings.roles import is_dated_role_title, is_role_title
from kjplan.parsing.headings.titles import MAX_TITLE, split_title
from kjplan.parsing.headings.worded import find_boxes, read_worded
from kjplan.parsing.lines.furniture import ATTACHMENT_LIST, running_kind
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import CN, NAMED, STYLES, Marker, read_marker, read_named
from kjplan.parsing.messages import Finding
from kjplan.parsing.tables.cell_heads import figure_columns, head_at, known_columns
from kjplan.parsing.tables.columns import MOST_CELLS
from kjplan.reading.text import SAYS, SourceText


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


@dataclass(slots=True)
class Outline:
    """The headings of a stretch of units, and the units before the first of them."""

    before: list[Unit] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    furniture: list[Unit] = field(default_factory=list)


def build_outline(source: SourceText, units: list[Unit], findings: list[Finding]) -> Outline:
    """The outline of consecutive units; numbering faults go to ``findings``. Linear in the number of units."""
    folded = source.folded
    outline, sequence = Outline(), Sequence(cut=partial(goes_on_from_a_cut, folded, units))
    stack: list[Heading] = []
    awaiting: Heading | None = None
    listed = 0
    loose = [u for u in units if not u.tabled]
    bare = bare_headings(folded, loose) | find_boxes(folded, loose) | part_titles(folded, loose)
    columns = _column_names(folded, [u for u in loose if not folded.startswith("|", u.start)])
    spoken = _spoken_in_prose(folded, loose)
    captions = find_captions(folded, units)
    for before, unit in zip([None, *units], units, strict=False):
        start = unit.start
        if start in captions:
            stack = [_captioned(captions[start])]
            sequence.accept(stack[0].marker)
            outline.headings += stack
            continue
        if unit.rule == "title-on-next-line":
            continue
        listed = _listed(folded, unit, listed) if listed or folded[start] in _LISTS else 0
        if listed > _NOTE:
            unit.rule = "note"
        if listed or unit.tabled or start in columns or start in spoken:
            (stack[-1].units if stack else outline.before).append(unit)
            continue
        if running_kind(folded, start, unit.end) is not None:
            outline.furniture.append(unit)
            continue
        marker = read_heading(folded, unit, sequence, findings, source) or bare.get(start)
        if marker is None or (awaiting is not None and marker.style == "title-only"):
            if awaiting is not None and unit.end - unit.start <= MAX_TITLE:
                awaiting.title = _untrailed(folded, unit.start, unit.end)
                awaiting.units.append(unit)
                unit.rule = "title-on-next-line"
            else:
                (stack[-1].units if stack else outline.before).append(unit)
            awaiting = None
            continue
        depth = sequence.accept(marker)
        del stack[depth:]
        heading = _heading(folded, unit, marker)
        if not source.is_broken(*((before.end, start) if before else (unit.end, _after(units, unit)))):
            _split_glued(folded, heading, part=not stack)
        (stack[-1].children if stack else outline.headings).append(heading)
        stack.append(heading)
        awaiting = heading if heading.title is None and heading.inline is None else None
    return outline


def _after(units: list[Unit], first: Unit) -> int:
    """Where the unit behind the first one begins, or its own end where it is the only one."""
    return units[1].start if len(units) > 1 else first.end


def _listed(folded: str, unit: Unit, before: int) -> int:
    """What ``attachment_entry`` says of a line; a row of a table, and one that begins or goes on no list, is no entry."""
    if unit.tabled or not (before or folded[unit.start] in _LISTS):
        return 0
    return attachment_entry(folded, unit.start, unit.end, before)


_LISTS = "附注备"
"""What begins such a list."""
_ENTRY = re.compile(r"(?P<n>[0-9]{1,2}) ?[.、](?![0-9])")

_NOTES = re.compile(r"(?:备?注|附注) ?: ?1 ?[.、]")
_NOTE = 1000


def attachment_entry(folded: str, start: int, end: int, before: int) -> int:
    """The number of a line in the list of attachments before the signature; 0 for a line of another kind.

    ``附件：1.任务分工表`` is entry 1, the lines ``2.指标表`` and ``3.项目表`` after it count on: they are no headings. ``附件：``
    alone, with all entries below it, is -1.

    Notes below a table (注：1.…) count on in the same way, from 1001.

    :param before: the number of the line before, 0 if it was in no such list
    """
    if folded[start] == "附" and ATTACHMENT_LIST.match(folded, start, end):
        return -1 if folded[end - 1] == ":" else 1
    if folded[start] in _LISTS and _NOTES.match(folded, start, end):
        return _NOTE + 1
    noted = before > _NOTE
    m = _ENTRY.match(folded, start, end) if before and (noted or end - start <= 80) else None
    base = _NOTE if noted else 0
    return base + int(m["n"]) if m is not None and int(m["n"]) == max(before - base, 0) + 1 else 0


_LONGEST_PART_NAME, _LONGEST_PAGE_NUMBER = 20, 3


def read_heading(
    folded: str, unit: Unit, sequence: Sequence, findings: list[Finding], source: SourceText
) -> Marker | None:
    """The marker of a unit that is a heading at this point of the sequence, or None."""
    start = unit.start
    while start < unit.end - 1 and folded[start] == " ":
        start += 1
    marker = read_marker(folded, start, unit.end)
    if marker is None:
        line = folded[unit.start : unit.end] if unit.end - unit.start <= _LONGEST_PART_NAME else ""
        if line and (is_role_title(line) or (sequence.last and is_dated_role_title(line))):
            return Marker("title-only", STYLES["title-only"].rank, len(sequence.last) + 1, "", unit.start, unit.start)
        if named := read_named(folded, unit.start, unit.end):
            return named[0]
        return (
            _behind_page_number(folded, unit, sequence)
            or counted_on(folded, unit, sequence)
            or read_worded(folded, unit, sequence)
        )
    verdict = sequence.judge(marker)
    if verdict.accepted and verdict.fault is None:
        return marker
    words = source.text[marker.start : marker.end]
    span = (marker.start, marker.end)
    if not verdict.accepted:
        if hidden := _behind_page_number(folded, unit, sequence):
            return hidden
        findings.append(Finding("marker-out-of-sequence", span, (words, str(verdict.expected))))
        return None
    assert verdict.fault is not None  # what is accepted without one has been returned
    findings.append(Finding(verdict.fault, span, (words, str(verdict.expected))))
    return marker


def _behind_page_number(folded: str, unit: Unit, sequence: Sequence) -> Marker | None:
    """The marker behind a page number that was glued to its line (11014.1 …, 15三、…), or None: it must be just the one
    that the numbering calls for."""
    for at in range(unit.start + 1, min(unit.start + _LONGEST_PAGE_NUMBER, unit.end - 1) + 1):
        if not folded[at - 1].isdecimal():
            return None
        marker = read_marker(folded, at, unit.end)
        if marker is not None and (marker.path or not folded[at].isdecimal()) and sequence.goes_on(marker):
            return marker
    return None


_SPOKEN = re.compile(rf"(?P<n>[{CN}]{{1,3}})(?P<mode>[是要])")
_SPOKEN_INSIDE = re.compile(r"[。;:,]\s{0,4}二[是要]")


def _spoken_in_prose(folded: str, units: list[Unit]) -> set[int]:
    """Where paragraphs begin that open with 一是 and go on to 二是 themselves, so that these are points and no headings;
    and those that go on counting below them (一是…。二是…。 / 三是…)."""
    found: set[int] = set()
    inside = False
    for unit in units:
        m = _SPOKEN.match(folded, *unit.span) if folded[unit.start] in CN else None
        if m is None:
            inside = False
        elif m["n"] == "一":
            inside = _SPOKEN_INSIDE.search(folded, m.end(), unit.end) is not None
        if inside:
            found.add(unit.start)
    return found


_LONGEST_COLUMN = 8


def _column_names(folded: str, units: list[Unit]) -> set[int]:
    """Where the names of the columns of a table begin that stand one a line: 工作任务 among them is no part's name."""
    found: set[int] = set()
    for k, unit in enumerate(units):
        short = unit.end - unit.start <= _LONGEST_COLUMN and unit.start not in found
        if short and all(u.end - u.start <= _LONGEST_COLUMN for u in units[k + 1 : k + 3]):
            lines = [u.span for u in units[k : k + MOST_CELLS + 1]]
            head = head_at(folded, lines)
            known = len(known_columns(folded, lines)) or figure_columns(folded, lines)
            found.update(start for start, _ in (head.heads if head else lines[:known]))
    return found


_PART_RANK = STYLES["cn-dot"].rank
"""The rank of the names of parts, and below it that of what holds them."""


def _heading(folded: str, unit: Unit, marker: Marker) -> Heading:
    """Title and words of a heading's own line."""
    style, start, end = marker.style, marker.end, unit.end
    unit.rule = "heading:" + style
    if style in NAMED and (named := read_named(folded, unit.start, end)):
        return Heading(marker, unit, (start, named[1]))
    while start < end and folded[start].isspace():
        start += 1
    if start == end:
        return Heading(marker, unit)
    split = split_title(folded[start:end], part=marker.rank <= _PART_RANK)
    if split is None:
        return Heading(marker, unit, None, (start, end))
    stop, rest = split
    inline = (start + rest, end) if start + rest < end else None
    return Heading(marker, unit, (start, start + stop), inline)


def _captioned(caption: Caption) -> Heading:
    """The heading that the caption of a table is."""
    first, *more = caption.units
    first.rule = "heading:captioned"
    for unit in more:
        unit.rule = "title-on-next-line"
    marker = Marker("captioned", STYLES["captioned"].rank, 1, "", first.start, caption.label_end)
    return Heading(marker, first, caption.title, units=more)


def _split_glued(folded: str, heading: Heading, *, part: bool) -> None:
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
        heading.title, heading.inline = (start, start + size), (start + size, end)


def _untrailed(folded: str, start: int, end: int) -> Span:
    """A title on a line of its own without the 。 or ： that may close it."""
    return (start, end - 1) if folded[end - 1] in "。:" and end - start > 1 else (start, end)
