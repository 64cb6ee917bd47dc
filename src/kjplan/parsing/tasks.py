"""Paragraphs and rows of tables that are tasks without a number of their own."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from kjplan.model import Measure, Node, Paragraph, Section, Span
from kjplan.parsing.headings.items import find_items
from kjplan.parsing.headings.leads import states_aims
from kjplan.parsing.headings.titles import (
    first_sentence,
    has_title_sentence,
    is_duty_line,
    is_greeting,
    is_note,
    names_persons,
    split_title,
    stands_above,
    states_at_end,
)
from kjplan.parsing.lines.rows import Group, Row, as_sentence, as_text, between_bars
from kjplan.parsing.lines.units import Unit, words_of
from kjplan.parsing.markers import read_marker
from kjplan.parsing.shared_out import gives_duty, lists_duties
from kjplan.parsing.tables.line_cells import number_in
from kjplan.reading.text import SAYS, Passage, SourceText

Words = dict[int, list[Span | Passage]]
"""Where the words of each node stand, by ``id(node)``; as a passage where they are put together from cells of a table."""
Piece = tuple[int, int, Unit]
"""A paragraph: its start and end, and the unit that holds it."""


def window(pieces: list[Piece], at: int) -> list[Piece]:
    """The paragraph at a place, with all others of the row of a table that it begins."""
    row, end = pieces[at][2].row, at + 1
    if isinstance(row, Row):
        while end < len(pieces) and pieces[end][2].row is row:
            end += 1
    return pieces[at:end]


_NO_TASKS = (is_greeting, names_persons, is_note)
_FINAL = "。:;,"
_ROW_STYLES = frozenset(["ar-dot", "ar-paren", "cn-dot", "cn-paren", "circled", "decimal"])
"""Numbers that may open the words of a row which has no column for them."""


@dataclass(slots=True)
class TaskReader:
    """Makes measures of paragraphs and rows; keeps where their words stand in ``words``."""

    source: SourceText
    words: Words
    groups: dict[tuple[int, int], Section] = field(default_factory=dict)
    """The section of each group of rows, by the ``id`` of the section that the table stands in and ``id(group)``: a heading inside
    a table ends its groups."""
    counted: Sequence[int] = ()
    """Where first markers of points stand in the document (``first_markers``), looked for once for all its parts."""

    def fill(self, section: Section, paragraphs: list[Piece], led_in: bool) -> None:
        """Tasks out of the paragraphs and table rows of a section that has no headings below.

        :param paragraphs: those under the heading; words on its own line come first, and are no task
        :param led_in: whether the first paragraph may be a task; else tasks begin with the first that opens with a title
        """
        at = 0
        while at < len(paragraphs):
            if paragraphs[at][2].tabled:
                at += self.take_laid(section, window(paragraphs, at))
            else:
                led_in = led_in or self._opens_task(paragraphs[at : at + 2])
                at += self._add_paragraph(section, paragraphs[at : at + 2], led_in)

    def take_duties(self, section: Section, units: list[Unit]) -> list[Unit]:
        """Add the lines that say what each body sees to, as tasks; the units that are none: all above the first."""
        folded = self.source.folded
        free = [u.span for u in units if not u.tabled and not u.rule.startswith("heading")]
        if not lists_duties(folded, free):
            return units
        at = next(k for k, u in enumerate(units) if u.span in free and gives_duty(folded, u.span))
        for unit in units[at:]:
            self.add_task(section, unit.start, unit.end, unit)
        return units[:at]

    def take_laid(self, section: Section, pieces: list[Piece]) -> int:
        """Add the line of a table that a paragraph is: a task, the name of a group of rows, or words of the section; how many
        paragraphs it takes."""
        units = [unit for _, _, unit in pieces]
        row = units[0].row
        if isinstance(row, Group):
            self._open_group(section, row, units[0])
        elif row is not None and any(SAYS.search(self.source.folded, *words) for words in row.words):
            size = next((k for k, unit in enumerate(units) if unit.row is not row), len(units))
            holders = self._holders(section, row.groups)
            task = self._row(row, units[:size])
            (holders[-1] if holders else section).children.append(task)
            for holder in holders:
                holder.span = (holder.span or task.span or (0, 0))[0], units[size - 1].end
            return size
        else:
            self.add_words(section, units[0])
        return 1

    def take_aims(self, section: Section, pieces: list[Piece]) -> int:
        """Add a line of a table of goals to the section's words: what it aims at with who answers and by when, as one sentence; how
        many paragraphs it takes."""
        units = [unit for _, _, unit in pieces]
        row = units[0].row
        if not isinstance(row, Row):
            self.add_words(section, units[0])
            return 1
        said = as_sentence(self.source, row)
        section.text.append(Paragraph(text=said.text, span=(units[0].start, units[-1].end)))
        self.words.setdefault(id(section), []).append(said)
        for unit in units:
            self.claim_words(unit, section, unit.start, "paragraph")
        return len(units)

    def _holders(self, section: Section, groups: list[Group]) -> list[Section]:
        keys = ((id(section), id(group)) for group in groups)
        return [self.groups[key] for key in keys if key in self.groups]

    def _open_group(self, section: Section, group: Group, unit: Unit) -> None:
        """Add the section that the rows of a group make: its name may have a number (一、平台建设)."""
        start, end = group.title
        folded = self.source.folded
        marker = None if group.number else read_marker(folded, start, end)
        title = marker.end if marker and marker.end < end else start
        while folded[title].isspace():
            title += 1
        stop = end - (folded[end - 1] in _FINAL and end - title > 1)
        made = Section(title=self.source.words(title, stop), role=section.role, span=unit.span)
        if marker and title > start:
            made.number, made.marker = marker.number, self.source.text[marker.start : marker.end]
        elif group.number:
            made.number, made.marker = number_in(folded, group.number), self._marker_in(group.number)
        holders = self._holders(section, group.groups)
        (holders[-1] if holders else section).children.append(made)
        for holder in holders:
            holder.span = (holder.span or unit.span)[0], unit.end
        self.groups[id(section), id(group)] = made
        unit.rule, unit.owner = "table-group", made
        leaves = (("marker", unit.start, title), ("title", title, unit.end))
        unit.leaves = tuple(leaf for leaf in leaves if leaf[1] < leaf[2])

    def _marker_in(self, cell: Span) -> str | None:
        """A number in a cell of its own that is written as a marker, （一）."""
        words = self.source.text[slice(*cell)]
        return words if read_marker(self.source.folded, *cell) else None

    def _opens_task(self, pieces: list[Piece]) -> bool:
        words = [self.source.folded[start:end] for start, end, _ in pieces]
        below = len(words) > 1 and stands_above(words[0], words[1])
        titled = has_title_sentence(words[0]) or states_at_end(words[0])
        return below or (titled and not pieces[0][2].rule.startswith("heading"))

    def _add_paragraph(self, section: Section, pieces: list[Piece], led_in: bool) -> int:
        """Add a paragraph, as a task where it is one, alone or as the title of the one below; how many were taken."""
        start, end, unit = pieces[0]
        words = self.source.folded[start:end]
        mute = not SAYS.search(words)
        told = any(tells(words) for tells in _NO_TASKS) or (not section.children and states_aims(words))
        below = bool(section.children) and section.children[-1].kind == "measure"
        if below and (mute or is_greeting(words) or is_duty_line(words)):
            self._add_to_last(section, start, end, unit)
        elif mute or told or unit.rule.startswith("heading"):
            self.add_text(section, start, end, unit)
        elif len(pieces) > 1 and stands_above(words, self.source.folded[slice(*pieces[1][:2])]):
            section.children.append(self._task_below(*pieces))
            return 2
        elif led_in and not words.endswith(":"):
            self.add_task(section, start, end, unit)
        else:
            self.add_text(section, start, end, unit)
        return 1

    def add_text(self, section: Section, start: int, end: int, unit: Unit) -> None:
        """A paragraph that is the section's own words."""
        if unit.cells:
            section.text.append(Paragraph(text=words_of(self.source, unit), span=(start, end)))
            place: Span | Passage = between_bars(self.source, [[cell] for cell in unit.cells])
        else:
            section.text.append(Paragraph(text=self.source.words(start, end), span=(start, end)))
            place = start, end
        self.words.setdefault(id(section), []).append(place)
        self.claim_words(unit, section, start, "paragraph")

    def _add_to_last(self, section: Section, start: int, end: int, unit: Unit) -> None:
        """Words to the audience between two tasks (各位代表！), a line that only names the responsible (责任单位：市科技局) and
        one without any letter (×) are no task: they stay with the one before."""
        task = section.children[-1]
        assert isinstance(task, Measure) and task.span is not None
        task.text, task.span = f"{task.text}\n{self.source.words(start, end)}".lstrip("\n"), (task.span[0], end)
        self.words[id(task)].append((start, end))
        self.claim_words(unit, task, start, "paragraph")

    def add_words(self, section: Section, unit: Unit) -> None:
        """A line that belongs to the section and states no fact: the head of a table."""
        section.text.append(Paragraph(text=words_of(self.source, unit), span=unit.span))
        if any(unit.figures):
            self.words.setdefault(id(section), []).append(between_bars(self.source, unit.figures))
        self.claim_words(unit, section, unit.start, "paragraph")

    def add_task(self, section: Section, start: int, end: int, unit: Unit) -> None:
        """A paragraph that is a task of its own: its first sentence is the title."""
        folded = self.source.folded
        while folded[start].isspace():  # behind the title of a heading
            start += 1
        stop = start + first_sentence(folded[start:end])
        title_end = stop + 1 if stop < end and folded[stop] in "!?" else stop
        rest = min(end, stop + 1)
        while rest < end and folded[rest].isspace():
            rest += 1
        words = self.source.words
        measure = Measure(title=words(start, title_end), text=words(rest, end), span=(start, end))
        leaves = [("title", start, rest), ("text", rest, end)]
        if not unit.rule.startswith("heading"):
            unit.rule, unit.owner = "task-paragraph", measure
        unit.leaves = (*unit.leaves, *((k, s, e) for k, s, e in leaves if s < e))
        self.keep(measure, (start, title_end), [(rest, end)] if rest < end else [])
        section.children.append(measure)

    def _task_below(self, title: Piece, body: Piece) -> Measure:
        """A paragraph that is a task, below the line that is its title."""
        start, end, unit = title
        stop = end - (self.source.folded[end - 1] == "。")
        words = self.source.words
        measure = Measure(title=words(start, stop), text=words(*body[:2]), span=(start, body[1]))
        unit.rule, unit.owner, unit.leaves = "task-title", measure, (("title", start, end),)
        self.claim_words(body[2], measure, body[0], "text")
        self.keep(measure, (start, stop), [body[:2]])
        return measure

    def _row(self, row: Row, units: list[Unit]) -> Measure:
        """A row of a table that is a task: its first cell of words opens with the title, before which a number may stand."""
        source, (start, end) = self.source, row.words[0]
        marker = read_marker(source.folded, start, end) if row.number is None else None
        if marker and marker.style in _ROW_STYLES and marker.end < end:
            start = marker.end
            while source.folded[start].isspace():
                start += 1
        else:
            marker = None
        stop, rest = self._title_in(start, end, numbered=marker is not None or row.number is not None)
        words = [span for span in ((rest, end), *row.words[1:]) if span[0] < span[1]]
        text = as_text([source.words(*span) for span in words])
        measure = Measure(title=source.words(start, stop) if start < stop else None, text=text + row.stated(source))
        measure.span = units[0].start, units[-1].end
        if marker:
            measure.number, measure.marker = marker.number, source.text[marker.start : marker.end]
        elif row.number is not None and (number := number_in(source.folded, row.number)) is not None:
            measure.number, measure.marker = number, None if number.isdecimal() else self._marker_in(row.number)
        for unit in units:
            edges = [("marker", unit.start, start), ("title", max(unit.start, start), rest), ("text", rest, unit.end)]
            kept = [(kind, max(s, unit.start), min(e, unit.end)) for kind, s, e in edges]
            unit.rule, unit.owner = "table-row", measure
            unit.leaves = tuple((kind, s, e) for kind, s, e in kept if s < e)
        self.keep(measure, (start, stop) if start < stop else None, words, parted=rest == end)
        self.words[id(measure)] = [*self.words[id(measure)], *row.passages(source)]
        return measure

    def _title_in(self, start: int, end: int, *, numbered: bool) -> tuple[int, int]:
        """Where the title in the first cell of a row ends and its other words begin: with a number where the title of a numbered
        line would end (机场：建设屋顶光伏), else with the first sentence."""
        folded = self.source.folded
        if numbered and (split := split_title(folded[start:end])):
            return start + split[0], start + split[1]
        stop = start + first_sentence(folded[start:end])
        rest = min(end, stop + 1)
        while rest < end and folded[rest].isspace():
            rest += 1
        if stop == rest and folded[stop - 1] in ";," and stop - start > 1:
            stop -= 1
        return stop, rest

    def keep(self, measure: Measure, title: Span | None, words: list[Span], *, parted: bool = False) -> None:
        """Keep where a measure's words stand, title and first words as one where they share a line and are not cells of
        their own (``parted``); find its points."""
        if words and self.counted and self._counts(words[0][0], words[-1][1]):
            measure.items = [item for span in words for item in find_items(Passage.of(self.source, [span]))]
        if title is not None and words and not parted and not self.source.is_broken(title[1], words[0][0]):
            words = [(title[0], words[0][1]), *words[1:]]
        elif title is not None:
            words = [title, *words]
        self.words[id(measure)] = [*words]

    def _counts(self, start: int, end: int) -> bool:
        """Whether a stretch holds a first marker."""
        at = bisect_left(self.counted, start)
        return at < len(self.counted) and self.counted[at] < end

    def claim_words(self, unit: Unit, node: Node, start: int, kind: str) -> None:
        """Claim a paragraph for a node, or the words after the title on the heading's own line."""
        unit.leaves = (*unit.leaves, (kind, start, unit.end))
        if not unit.rule.startswith("heading"):
            unit.rule, unit.owner = kind, node
