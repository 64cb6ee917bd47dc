"""Goals that stand in paragraphs, and not as numbered points: of a goals part, of other parts, and before the first heading."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from kjplan.extraction.duties.duty_labels import FIELD_LINE
from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.figures.indicator_tables import find_rows
from kjplan.extraction.goals import GoalClause, list_goes_on, read_goal_clauses
from kjplan.extraction.tables import behind_last
from kjplan.extraction.times.deadline_forms import TIME
from kjplan.extraction.times.deadlines import find_deadlines
from kjplan.model import Goal, Node, Plan, Role, Section, Span, Target
from kjplan.reading.text import SAYS, Passage

Prose = dict[int, tuple[list[Passage], list[Target]]]
"""The words and targets of each goal that was found in prose, by ``id(goal)``."""

_POINT = re.compile(r"\s{0,4}(?:\([0-9一二三四五六七八九十]{1,3}\)|[①-⑳]|[0-9]{1,2}[.、)](?![0-9]))\s{0,3}")
"""The number of a point inside a paragraph or cell, which is no word of the goal: 1.普及率达到90%；2.新建学校6所."""


class Told(NamedTuple):
    """What the document says of itself, by which its figures are read."""

    year: int | None
    """The year planned for."""
    regulates: bool
    """Whether it orders and regulates but is no work plan."""
    dated: bool = False
    """Whether the year is only that of the document's date."""
    by_others: bool = False
    """Whether it is news that tells of the plan."""


def add_prose_goals(
    section: Section, plan: Plan, words: Callable[[Node], list[Passage]], prose: Prose, told: Told
) -> None:
    """Put the goals in a section's own paragraphs among its children, where their words stand.

    Beside numbered goals only paragraphs of a goals part hold further ones, and only in figures: what else they say leads in.
    """
    if section.role == "other" and plan.extent == "none":
        return  # what plans nothing has none
    beside = any(isinstance(child, Goal) for child in section.children)
    if beside and section.role != "goals":
        return
    own = words(section)
    if told.by_others:
        own = [piece for passage in own for piece in _as_told(passage)]
    added = _prose_goals(own, prose, told, section.role, beside=beside)
    if added:
        section.children = sorted([*section.children, *added], key=lambda node: node.span or (0, 0))


def opening_goals(plan: Plan, cut: Callable[[Sequence[Span]], list[Passage]], prose: Prose, told: Told) -> list[Goal]:
    """The goals in the words of a plan before its first heading (今年的主要预期目标是：…), or in news of it but for its headlines."""
    if plan.extent not in ("full", "goals"):
        return []
    own = cut([p.span for p in plan.preamble if p.span is not None])
    if told.by_others:
        own = [piece for passage in own if "。" in passage.folded for piece in _as_told(passage)]
    first = plan.parts[0] if plan.parts else None
    looks_back = (
        isinstance(first, Section) and first.role == "review"
    )  # 今年以来，…，全年完成投资42亿元 above what was done
    return _prose_goals(own, prose, told, "other" if looks_back else "measures")


_TELLS = re.compile("》[^。;,:]{0,12}?(?:提出|明确|要求|指出|强调|部署)了?[,:]?")


def _as_told(passage: Passage) -> list[Passage]:
    """A paragraph of news cut behind the words that say who says so (《计划》提出，): elsewhere these show that another asks."""
    cuts = [0, *(m.end() for m in _TELLS.finditer(passage.folded)), len(passage.folded)]
    return [passage.part(start, end) for start, end in pairwise(cuts) if start < end]


def _prose_goals(
    own: Sequence[Passage], prose: Prose, told: Told, role: Role = "other", *, beside: bool = False
) -> list[Goal]:
    added: list[Goal] = []
    rows, taken = (
        find_rows(own, told.year) if any("指标" in p.folded or "指 标" in p.folded for p in own) else ([], set())
    )
    for row in rows:
        words = row.words
        goal = Goal(text=words.text, span=words.span(0, len(words.text)))
        prose[id(goal)] = [words], row.targets
        added.append(goal)
    listing = False
    for passage in (p for i, p in enumerate(own) if i not in taken):
        if FIELD_LINE.match(passage.folded):
            continue  # 牵头单位：市发改委
        clauses = read_goal_clauses(
            passage,
            year=told.year,
            all_sentences=role == "goals",
            by_year=role == "principles" or told.by_others,
            committed=role in ("principles", "measures"),
            regulates=told.regulates,
            listing=listing,
            by_others=told.by_others,
        )
        listing = list_goes_on(passage.folded, listing)
        added += _goals_of(passage, [c for c in clauses if c.targets or not beside], prose, told.year)
    return added


def _goals_of(passage: Passage, clauses: Sequence[GoalClause], prose: Prose, year: int | None) -> list[Goal]:
    """The goals of a paragraph; who answers behind a sentence answers for all of its goals that nobody answers for yet."""
    found: list[Goal] = []
    open_goals: list[Goal] = []
    before, begin = None, 0
    for clause in clauses:
        start = clause.start if before is None else _behind_answer(passage, begin, clause.start, clause.end)
        if before is not None and start > clause.start:
            words, targets = prose[id(before)]
            prose[id(before)] = [passage.part(begin, start), *words[1:]], targets
            _answered(open_goals[:-1], passage.part(clause.start, start), prose)
            open_goals.clear()
        if not SAYS.search(passage.folded, start, clause.end):
            continue
        if (point := _POINT.match(passage.folded, start, clause.end)) and point.end() < clause.end:
            start = point.end()
        before = Goal(text=passage.text[start : clause.end], span=passage.span(start, clause.end))
        targets = [located.target for located in clause.targets]
        prose[id(before)] = [passage.part(start, clause.end), *_led(passage, start, clause.end, targets, year)], targets
        found.append(before)
        open_goals.append(before)
        begin = start
    if before is not None and (at := _last_answer(passage, begin)) >= 0:
        _answered(open_goals[:-1], passage.part(at, len(passage.folded)), prose)
    elif before is not None and (at := _field_behind(passage.folded, begin)) >= 0:
        _answered(open_goals, passage.part(at, len(passage.folded)), prose)
    return found


def _led(passage: Passage, start: int, end: int, targets: Sequence[Target], year: int | None) -> list[Passage]:
    """The time words of its sentence by which a goal at ``[start, end)`` is to be reached that names none itself: 到2027年, of
    到2027年，覆盖率达到60%，装机达到5万千瓦; none where its targets are not due on one day."""
    days = {target.due for target in targets}
    if len(days) != 1 or days == {None} or TIME.search(passage.folded, start, end):
        return []
    begin = behind_last("。!?\n", passage.folded, 0, start)
    for deadline in reversed(find_deadlines(passage.part(begin, start), year)):
        if deadline.date in days and (at := passage.text.rfind(deadline.text, begin, start)) >= 0:
            return [passage.part(at, at + len(deadline.text) + 1)]
    return []


def _answered(goals: Sequence[Goal], answer: Passage, prose: Prose) -> None:
    """Let an answer hold for those goals that nobody answers for yet: not for the first of 新建平台9家（甲局负责）；培训80人（乙局负责）."""
    for goal in goals:
        words, targets = prose[id(goal)]
        if not any("(" in own.folded and find_responsibility([own]).stated for own in words):
            prose[id(goal)] = [*words, answer], targets


def _behind_answer(passage: Passage, begin: int, start: int, end: int) -> int:
    """Where a goal begins behind a bracket that says who answers for the one before: 投资增长7%。（责任单位：区发改局）收入增长8%."""
    close = passage.folded.find(")", start, end + 1) + 1
    return close if close and _says_who(passage, begin, start, close) else start


def _says_who(passage: Passage, begin: int, start: int, close: int) -> bool:
    """Whether a bracket at ``[start, close)`` says who answers: （责任单位：区发改局）, （市科技局牵头，市财政局配合）, （市科技局、市财政局）.

    :param begin: where the goal before it begins
    """
    if not passage.folded.startswith("(", start):
        return False
    if FIELD_LINE.match(passage.folded, start + 1):
        return True
    bodies = find_responsibility([passage.part(begin, close)]).bodies
    return any(body.span is not None and body.span[0] >= passage.span(start, close)[0] for body in bodies)


def _field_behind(folded: str, begin: int) -> int:
    """Where the sentence begins that says behind the last goal who answers or by when, -1 where none does: 新建泵站5座。责任单位：市水务局。"""
    at = folded.find("。", begin)
    while at >= 0:
        if FIELD_LINE.match(folded, at + 1):
            return at + 1
        at = folded.find("。", at + 1)
    return -1


def _last_answer(passage: Passage, begin: int) -> int:
    """Where the bracket begins that says behind the last goal who answers, -1 where there is none."""
    words = passage.folded.rstrip("。 ")
    at = words.rfind("(", begin)
    return at if at >= 0 and words.endswith(")") and _says_who(passage, begin, at, len(words)) else -1
