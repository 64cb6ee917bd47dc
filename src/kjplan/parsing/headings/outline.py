"""Units to a tree of headings with the paragraphs under each: the concrete outline, before anything is called a measure."""

from dataclasses import dataclass, field
from functools import partial

from kjplan.parsing.headings.bare import bare_headings
from kjplan.parsing.headings.captions import find_captions
from kjplan.parsing.headings.contents import Contents, entitled, read_entry
from kjplan.parsing.headings.counted_rows import counted_rows
from kjplan.parsing.headings.fragments import counted_on, goes_on_from_a_cut
from kjplan.parsing.headings.heading import Heading, captioned, heading_of, part_glued, untrailed
from kjplan.parsing.headings.hyphened import hyphened_headings
from kjplan.parsing.headings.not_headings import FIRST_NOTE, LISTS, entry_in_list, named_columns, spoken_in_prose
from kjplan.parsing.headings.numbering import Sequence
from kjplan.parsing.headings.part_titles import part_titles
from kjplan.parsing.headings.roles import is_dated_role_title, is_role_title, role_of, without_brackets
from kjplan.parsing.headings.titles import MAX_TITLE
from kjplan.parsing.headings.worded import find_boxes, read_worded
from kjplan.parsing.lines.furniture import running_kind
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import STYLES, Marker, read_marker, read_named
from kjplan.parsing.messages import Finding
from kjplan.reading.text import SourceText


@dataclass(slots=True)
class Outline:
    """The headings of a stretch of units, and the units before the first of them."""

    before: list[Unit] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    furniture: list[Unit] = field(default_factory=list)

    def take_page_line(self, folded: str, unit: Unit, kind: str, contents: Contents) -> None:
        """Take a line that is the page's and no word of the text; what one of a table of contents says is kept."""
        if kind == "table_of_contents":
            read_entry(folded, unit.start, unit.end, contents)
        self.furniture.append(unit)


def build_outline(source: SourceText, units: list[Unit], findings: list[Finding]) -> Outline:
    """The outline of consecutive units; numbering faults go to ``findings``. Linear in the number of units."""
    folded = source.folded
    outline, sequence = Outline(), Sequence(cut=partial(goes_on_from_a_cut, folded, units))
    stack: list[Heading] = []
    awaiting: Heading | None = None
    contents: Contents = {}
    listed = 0
    loose = [u for u in units if not u.tabled]
    bare = bare_headings(folded, loose) | find_boxes(folded, loose) | part_titles(folded, loose)
    rows = counted_rows(folded, loose)
    bare |= rows | hyphened_headings(folded, loose)
    columns = named_columns(folded, [u for u in loose if not folded.startswith("|", u.start)])
    spoken = spoken_in_prose(folded, loose)
    captions = find_captions(folded, units)
    for before, unit in zip([None, *units], units, strict=False):
        start = unit.start
        if start in captions:
            stack = [captioned(captions[start])]
            sequence.accept(stack[0].marker)
            outline.headings += stack
            continue
        if unit.rule == "title-on-next-line":
            continue
        listed = entry_in_list(folded, unit, listed) if listed or folded[start] in LISTS else 0
        if listed > FIRST_NOTE:
            unit.rule = "note"
        if listed or unit.tabled or start in columns or start in spoken:
            (stack[-1].units if stack else outline.before).append(unit)
            continue
        if start not in rows and (kind := running_kind(folded, start, unit.end)) is not None:
            outline.take_page_line(folded, unit, kind, contents)
            continue
        marker = read_heading(folded, unit, sequence, findings, source) or bare.get(start)
        if marker is None or (awaiting is not None and marker.style == "title-only"):
            if awaiting is not None and unit.end - unit.start <= MAX_TITLE:
                awaiting.title = untrailed(folded, unit.start, unit.end)
                awaiting.units.append(unit)
                unit.rule = "title-on-next-line"
            else:
                (stack[-1].units if stack else outline.before).append(unit)
            awaiting = None
            continue
        depth = sequence.accept(marker)
        del stack[depth:]
        heading = entitled(folded, heading_of(folded, unit, marker), contents)
        if not source.is_broken(*((before.end, start) if before else (unit.end, _after(units, unit)))):
            part_glued(folded, heading, part=not stack)
        (stack[-1].children if stack else outline.headings).append(heading)
        stack.append(heading)
        awaiting = heading if heading.title is None and heading.inline is None else None
    return outline


def _after(units: list[Unit], first: Unit) -> int:
    """Where the unit behind the first one begins, or its own end where it is the only one."""
    return units[1].start if len(units) > 1 else first.end


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
        boxed = without_brackets(line)
        if line and (
            is_role_title(boxed) or (boxed != line and role_of(boxed)) or (sequence.last and is_dated_role_title(line))
        ):
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
