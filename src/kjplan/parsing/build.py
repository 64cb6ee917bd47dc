"""Outline to the plan's tree: which heading is a section, a goal or a measure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kjplan.model import Goal, Measure, Node, Role, Section
from kjplan.parsing.front.evidence import only_answers, states_duty
from kjplan.parsing.front.kinds import orders_next, rules_or_sets_up
from kjplan.parsing.headings.heading import Heading, end_of
from kjplan.parsing.headings.leads import AIMS, AIMS_BELOW, is_fault
from kjplan.parsing.headings.roles import leads_work, nested_role_of, role_of
from kjplan.parsing.headings.titles import has_title_sentence, is_greeting, stands_above, states_at_end
from kjplan.parsing.lines.units import Unit, words_of
from kjplan.parsing.markers import NAMED, STYLES
from kjplan.parsing.orders import is_form, states_order
from kjplan.parsing.shared_out import is_shared_out, lists_duties
from kjplan.parsing.tasks import Piece, TaskReader, Words, window
from kjplan.reading.text import SourceText

_FINAL = "。;.;,:"
_LEAD_IN = re.compile(
    r"(?:(?:以下|下列|如下|下面)(?![^。:]{0,8}目标)[^。:]{0,8}|(?:抓好|做好|做到|推进|完成)[^。:,]{0,8}(?:方面|项|件)的?)(?:工作|任务|措施|举措|实事)[:。]?$"
)
_MEANS = re.compile("(?:推进|工作|保障|主要|有关|具体)?(?:措施|举措)")
_ORGANISING = re.compile(
    "领导|责任|督导|督查|督促|督察|督办|监督|考核|评估|宣传|资金|投入|经费|保障|政治|问责|调度|协调|机制|队伍"
)
_TASK_ROLES = ("measures", "safeguards")
_LEAF_ROLES = ("goals", *_TASK_ROLES)
"""Of which roles a heading that holds no others may be more than a section."""


@dataclass(slots=True)
class Builder:
    """Makes nodes of headings; keeps where each node's words stand for the extraction of facts.

    ``plans`` says whether the document plans anything: where it does not, every heading is a section of role other, but for
    the parts that ``title`` lets order work (下一步工作要求 in a 通报).
    """

    source: SourceText
    plans: bool
    lead: str = ""
    """The last of the folded words above the first heading, which may say what the points of a text are: 要努力实现以下目标:"""
    title: str | None = None
    """The title of the document."""
    flat: bool = False
    """Whether no heading holds others and most hold one paragraph: then each is a task, and no part with a task in it."""
    outermost: int = 0
    """The lowest rank of the outermost headings: an excerpt may begin with the last headings below one that it lacks."""
    counted: Sequence[int] = ()
    """Where first markers of points stand in the document."""
    words: Words = field(default_factory=dict)
    tasks: TaskReader = field(init=False)
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        self.folded = self.source.folded
        self.tasks = TaskReader(self.source, self.words, counted=self.counted)

    def build(self, headings: list[Heading]) -> list[Section | Measure | Goal]:
        """The nodes of the outermost headings, in document order."""
        nodes: list[Section | Measure | Goal] = []
        tasks = False
        self.outermost = min((heading.marker.rank for heading in headings), default=0)
        singles = sum(len(self._body(heading)) <= 1 for heading in headings)
        self.flat = 2 * singles > len(headings) > 1 and not any(heading.children for heading in headings)
        for heading in headings:
            late = tasks and (
                self._organises(heading) or (heading is headings[-1] and leads_work(self._folded_title(heading)))
            )
            nodes.append(node := self._node(heading, "safeguards" if late else None, 0))
            tasks = tasks or (isinstance(node, Section) and node.role == "measures")
        return nodes

    def _organises(self, heading: Heading) -> bool:
        """Whether a part behind the tasks is called 推进措施 or the like and holds nothing but how the work is led and watched."""
        below = [self._folded_title(child) for child in heading.children]
        named = _MEANS.fullmatch(self._folded_title(heading)) is not None
        return named and len(below) > 1 and all(_ORGANISING.search(t) for t in below)

    def _folded_title(self, heading: Heading) -> str:
        return "" if heading.title is None else self.folded[slice(*heading.title)]

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
        role, named = self._role(heading, holder)
        if heading.children or role not in _LEAF_ROLES or heading.says_nothing(self.folded):
            return self._section(heading, role, depth)
        own_line = heading.inline is None
        if role == "goals":
            titled = named or (own_line and bool(body := self._body(heading)) and not only_answers(self.folded, body))
            return self._section(heading, role, depth) if titled else self._goal(heading)
        if heading.marker.style in NAMED or self._opens_tasks(heading):
            return self._section(heading, role, depth)
        if own_line and self._is_part(heading, named, depth):
            return self._section(heading, role, depth)
        return self._measure(heading)

    def _is_part(self, heading: Heading, named: bool, depth: int) -> bool:
        """Whether a heading alone on its line, below which no other stands, is a part and no task: by its own name, by its place
        among the outermost headings, or by the tasks or the table under it."""
        body = self._body(heading)
        if not body:
            return named and depth == 0
        if is_form(self.folded, body):
            return False
        single = self.flat and len(body) == 1
        part = depth == 0 and heading.marker.rank == self.outermost < STYLES["ar-dot"].rank and not single
        return part or named or self._holds_tasks(heading) or any(unit.tabled for unit in body)

    def _role(self, heading: Heading, holder: Role | None) -> tuple[Role, bool]:
        """Role of a heading and whether its own title names it; a nested heading inherits what its title does not name."""
        title = self._folded_title(heading)
        if not self.plans and holder is None and orders_next(self.source, self.title, title):
            return "measures", True
        if not self.plans and holder != "measures":
            return ("measures", True) if self._shares_out(heading, title) else ("other", False)
        own = nested_role_of(title) if holder in _TASK_ROLES else role_of(title)
        if own in ("principles", "goals") and holder is None and self._leads_in_tasks(heading):
            own = "measures"
        if holder == "review" or (holder == "safeguards" and own == "measures"):
            own = None
        if own is not None:
            return own, heading.marker.style != "spoken"
        if holder is None and self._is_among_aims(heading):
            return "goals", False
        if holder is None and is_fault(self.lead, title):
            return "review", False
        return (holder or "measures"), False

    def _shares_out(self, heading: Heading, title: str) -> bool:
        """Whether a part of a document that plans nothing lists what each body sees to: 成员单位职责 in an emergency plan."""
        if not is_shared_out(title) or rules_or_sets_up(self.title):
            return False
        lines = [u.span for u in self._body(heading)] + [h.line for h in heading.children]
        return lists_duties(self.source.folded, lines)

    def _leads_in_tasks(self, heading: Heading) -> bool:
        """Whether the words above (重点抓好以下十方面工作:), or who answers for parts of parts of 目标任务, say that these are tasks."""
        divided = "任务" in self._folded_title(heading) and any(child.children for child in heading.children)
        return self._leads_in(heading, _LEAD_IN) or (
            divided and states_duty(self.folded, heading.line[1], end_of(heading))
        )

    def _leads_in(self, heading: Heading, form: re.Pattern[str]) -> bool:
        if not heading.children:
            return False
        last = heading.units[-1] if heading.units else heading.unit
        return form.search(self.source.folded, max(last.start, last.end - 40), last.end) is not None

    def _is_among_aims(self, heading: Heading) -> bool:
        """Whether the words above the first heading say that it is a goal: …主要目标是: above 一是 or, before the parts, 1."""
        marker = heading.marker
        inner = marker.style == "spoken" or marker.rank > self.outermost
        return (inner and AIMS.search(self.lead) is not None) or AIMS_BELOW.search(self.lead) is not None

    def _body(self, heading: Heading) -> list[Unit]:
        units = heading.units
        return [u for u in units if u.rule != "title-on-next-line"] if units else units

    def _holds_tasks(self, heading: Heading) -> bool:
        """Whether at least two paragraphs under a heading open with a title of their own, stand below one, or say at their end who
        answers for them."""
        folded, body = self.source.folded, self._body(heading)
        titled = sum(has_title_sentence(words := folded[u.start : u.end]) or states_at_end(words) for u in body)
        return titled + sum(self._is_title_line(a, b) for a, b in pairwise(body)) >= 2

    def _is_title_line(self, unit: Unit, below: Unit) -> bool:
        """Whether a line is the title of the paragraph below it: 大力提振消费。 above …开展专项行动,…"""
        return stands_above(self.folded[unit.start : unit.end], self.folded[below.start : below.end])

    def _opens_tasks(self, heading: Heading) -> bool:
        """Whether words on the heading's own line only lead in to paragraphs that each open with a title."""
        if heading.inline is None or len(heading.units) < 2:
            return False
        body = [words for u in self._body(heading) if not is_greeting(words := self.folded[u.start : u.end])]
        return len(body) > 1 and all(has_title_sentence(words) for words in body[:2])

    def _section(self, heading: Heading, role: Role, depth: int) -> Section:
        section = Section(
            number=heading.marker.number or None,
            marker=self._marker(heading),
            title=self._title(heading),
            role=role,
        )
        self._claim_heading(heading, section)
        if role in _TASK_ROLES and not heading.children:
            self.tasks.fill(section, self._paragraphs(heading), not self._holds_tasks(heading))
        else:
            self._fill_words(section, self._paragraphs(heading))
        within: Role = "goals" if role == "principles" and self._leads_in(heading, AIMS) else role
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
            elif unit.row is not None and section.role in _TASK_ROLES:
                size = self.tasks.take_laid(section, window(pieces, at))
            elif unit.rule == "note" or unit.figures:
                self.tasks.add_words(section, unit)
            elif section.role in _TASK_ROLES and states_order(self.source, start, end):
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
        for unit in self._body(heading):
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
        return words + [(u.start, u.end, u) for u in self._body(heading)] if heading.units else words

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
