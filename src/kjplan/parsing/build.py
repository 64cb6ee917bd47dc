"""Headings to the nodes of a plan, and what becomes of the words below them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kjplan.model import Goal, Measure, Node, Role, Section
from kjplan.parsing.headings.heading import Heading, end_of
from kjplan.parsing.headings.leads import AIMS
from kjplan.parsing.judging import TASK_ROLES, Judge
from kjplan.parsing.lines.units import Unit, words_of
from kjplan.parsing.orders import promises_document, states_order
from kjplan.parsing.tasks import Piece, TaskReader, Words, window
from kjplan.reading.text import SourceText

_FINAL = "。;.;,:"


@dataclass(slots=True)
class Builder:
    """Makes nodes of headings as the judge says; keeps where each node's words stand for the extraction of facts."""

    source: SourceText
    judge: Judge
    counted: Sequence[int] = ()
    """Where first markers of points stand in the document."""
    words: Words = field(default_factory=dict)
    tasks: TaskReader = field(init=False)

    def __post_init__(self) -> None:
        self.tasks = TaskReader(self.source, self.words, counted=self.counted)

    def build(self, headings: list[Heading]) -> list[Section | Measure | Goal]:
        """The nodes of the outermost headings, in document order."""
        nodes: list[Section | Measure | Goal] = []
        tasks = False
        self.judge.see(headings)
        for heading in headings:
            late = tasks and self.judge.leads(heading, last=heading is headings[-1])
            nodes.append(node := self._node(heading, "safeguards" if late else None, 0))
            tasks = tasks or (isinstance(node, Section) and node.role == "measures")
        return nodes

    def rows(self, units: list[Unit]) -> tuple[list[Node], list[Unit]]:
        """The tasks of a table that stands in a document without headings, and the units that are none of its rows."""
        found, others = Section(role="measures"), list[Unit]()
        pieces = [(u.start, u.end, u) for u in units]
        at = 0
        while at < len(pieces):
            taken = self.tasks.take_laid(found, window(pieces, at)) if pieces[at][2].tabled else 1
            others += [u for _, _, u in pieces[at : at + taken] if u.rule not in ("table-row", "table-group")]
            at += taken
        return found.children, others

    def orders(self, units: list[Unit]) -> tuple[list[Node], list[Unit]]:
        """The paragraphs of a notice without headings that order something, as tasks, and the other units."""
        found, others = Section(role="measures"), []
        for unit in units:
            free = not unit.tabled and not unit.rule.startswith("heading")
            if free and states_order(self.source, unit.start, unit.end):
                self.tasks.add_task(found, unit.start, unit.end, unit)
            else:
                others.append(unit)
        return found.children, others

    def _node(self, heading: Heading, holder: Role | None, depth: int) -> Node:
        role, named = self.judge.role(heading, holder)
        kind = self.judge.kind(heading, role, named=named, depth=depth)
        if kind == "section":
            return self._section(heading, role, depth)
        return self._goal(heading) if kind == "goal" else self._measure(heading)

    def _section(self, heading: Heading, role: Role, depth: int) -> Section:
        section = Section(
            number=heading.marker.number or None,
            marker=self._marker(heading),
            title=self._title(heading),
            role=role,
        )
        self._claim_heading(heading, section)
        if role == "goals":
            heading.units += _figures_below(self.source.folded, heading.children)
        if role in TASK_ROLES and not heading.children:
            self.tasks.fill(section, self._paragraphs(heading), not self.judge.holds_tasks(heading))
        else:
            self._fill_words(section, self._paragraphs(heading))
        within: Role = "goals" if role == "principles" and self.judge.leads_in(heading, AIMS) else role
        section.children += [self._node(child, within, depth + 1) for child in heading.children]
        section.span = heading.marker.start, end_of(heading)
        return section

    def _fill_words(self, section: Section, pieces: list[Piece]) -> None:
        """The paragraphs of a section that holds headings or is of another role; rows above its headings are tasks all the same."""
        at, aims = 0, section.role == "goals" and any(unit.row is not None for _, _, unit in pieces)
        while at < len(pieces):
            (start, end, unit), size = pieces[at], 1
            if aims and unit.tabled and (unit.row is not None or not unit.cells):
                size = self.tasks.take_aims(section, window(pieces, at))
            elif unit.row is not None and section.role in TASK_ROLES:
                size = self.tasks.take_laid(section, window(pieces, at))
            elif unit.rule == "note" or unit.figures:
                self.tasks.add_words(section, unit)
            elif section.role in TASK_ROLES and (
                states_order(self.source, start, end) or promises_document(self.source, start, end)
            ):
                self.tasks.add_task(section, start, end, unit)
            else:
                self.tasks.add_text(section, start, end, unit)
            at += size

    def _goal(self, heading: Heading) -> Goal:
        spans = [(start, end) for start, end, _ in self._paragraphs(heading)]
        if heading.title is not None:
            start = heading.title[0]
            spans = [(start, heading.unit.end), *(s for s in spans if s[0] > heading.unit.end)]
        text = "\n".join(self.source.words(s, e) for s, e in spans)
        goal = Goal(
            number=heading.marker.number or None,
            marker=self._marker(heading),
            text=text.rstrip(_FINAL + "；："),
        )
        goal.span = heading.marker.start, end_of(heading)
        self._claim_heading(heading, goal)
        for unit in heading.body:
            self.tasks.claim_words(unit, goal, unit.start, "paragraph")
        self.words[id(goal)] = [*spans]
        return goal

    def _measure(self, heading: Heading) -> Measure:
        marker, own, source = heading.marker, heading.unit, self.source
        paragraphs = self._paragraphs(heading)
        words = [words_of(source, u) if u.cells else source.words(s, e) for s, e, u in paragraphs]
        measure = Measure(
            number=marker.number or None,
            marker=self._marker(heading),
            title=self._title(heading),
            text=words[0] if len(words) == 1 else "\n".join(words),
            span=(marker.start, end_of(heading)),
        )
        self._claim_heading(heading, measure)
        for _, _, unit in paragraphs:
            if unit is not own:
                self.tasks.claim_words(unit, measure, unit.start, "paragraph")
        self.tasks.keep(measure, heading.title, [(s, e) for s, e, _ in paragraphs], parted=heading.glued)
        return measure

    def _paragraphs(self, heading: Heading) -> list[Piece]:
        """(start, end, unit) of the words under a heading, those on its own line first."""
        words = [] if heading.inline is None else [(*heading.inline, heading.unit)]
        return words + [(u.start, u.end, u) for u in heading.body] if heading.units else words

    def _marker(self, heading: Heading) -> str | None:
        if heading.marker.style == "captioned":
            return None
        return self.source.text[heading.marker.start : heading.marker.end].lstrip("|｜ ") or None

    def _title(self, heading: Heading) -> str | None:
        return None if heading.title is None else self.source.words(*heading.title)

    def _claim_heading(self, heading: Heading, node: Node) -> None:
        """The leaves of a heading's line: marker, title with its closing punctuation, words."""
        unit, title, inline = heading.unit, heading.title, heading.inline
        start, end = heading.marker.start, heading.marker.end
        leaves = [("page_number", unit.start, start)] if unit.start < start else []
        if end > start:
            leaves.append(("marker", start, end))
        if title is not None and title[0] < unit.end:
            leaves.append(("title", title[0], inline[0] if inline else unit.end))
        if inline is not None and not isinstance(node, Section):
            leaves.append(("text", *inline))
        unit.owner, unit.leaves = node, tuple(leaves)
        for below in heading.units:
            if below.rule == "title-on-next-line":
                below.owner, below.leaves = node, (("title", below.start, below.end),)


_CAPTION = re.compile("[^。;:]{2,40}(?:指标|目标|表)[^。;:]{0,12}")


def _figures_below(folded: str, children: list[Heading]) -> list[Unit]:
    """The units of tables of indicators that stand below numbered goals, with their captions, taken off these: they are no words of the
    goal above, but of the part."""
    found: list[Unit] = []
    for child in children:
        at = next((k for k, unit in enumerate(child.units) if unit.figures), len(child.units))
        if at and at < len(child.units) and _CAPTION.fullmatch(folded, *child.units[at - 1].span):
            at -= 1
        found += child.units[at:]
        del child.units[at:]
    return found
