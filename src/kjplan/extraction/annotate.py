"""Fills the facts of a plan's goals and measures in from their words."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from kjplan.extraction.areas import find_area_tasks
from kjplan.extraction.bodies import find_bodies, with_responsible
from kjplan.extraction.commitment import commitment_of
from kjplan.extraction.deadlines import find_deadlines
from kjplan.extraction.documents import find_documents
from kjplan.extraction.goals import GoalClause, read_goal_clauses
from kjplan.extraction.headed import spread_headed
from kjplan.extraction.responsibility import find_responsibility, rules_first_leads
from kjplan.extraction.restating import link_restated
from kjplan.extraction.targets import find_targets
from kjplan.extraction.terms import find_terms
from kjplan.extraction.vague import find_vague
from kjplan.model import BodyMention, Deadline, Goal, Measure, Node, Plan, Role, Section, Span, Target
from kjplan.reading.text import Passage, SourceText

Places = Mapping[int, Sequence[Span | Passage]]
"""Where the words of each node stand, by ``id(node)``: of a goal its text, of a measure its title and paragraphs, of a
section its own. A passage is taken as it is."""

Prose = dict[int, tuple[Passage, list[Target]]]
"""The words and targets of each goal that was found in prose, by ``id(goal)``."""


def annotate(plan: Plan, source: SourceText, places: Places, assign_ids: Callable[[Plan], None]) -> None:
    """Add the goals that stand in prose, have ids given, and fill in the facts of every goal and measure, in place.

    What a review part tells is past: it gets neither goals nor targets.

    :param plan: the tree without facts
    :param source: the text it was made from
    :param places: where the words of its goals, measures and sections stand; they are cut out when their turn comes, so
        that a large notice is not held twice
    :param assign_ids: gives every node its id, called once the tree is complete
    """

    def cut(place: Span | Passage) -> Passage:
        return place if isinstance(place, Passage) else Passage.of(source, [place])

    def words(node: Node) -> list[Passage]:
        return [cut(place) for place in places.get(id(node), ())]

    prose: Prose = {}
    for section, review in _sections(plan):
        if not review and not any(isinstance(child, Goal) for child in section.children):
            _add_prose_goals(section, words(section), prose, plan.year)
    plan.parts[:0] = _opening_goals(plan, cut, prose)
    assign_ids(plan)
    ids = {node.id for node, _ in _nodes(plan)}
    first_leads = rules_first_leads(source.folded)
    goals: list[Goal] = []
    measures: list[Measure] = []
    for node, review in _nodes(plan):
        if isinstance(node, Section):
            continue
        if isinstance(node, Goal):
            goals.append(node)
            passage, targets = prose.get(id(node), (None, None))
            own = words(node) if passage is None else [passage]
            _annotate_goal(node, own, targets, plan.year)
        else:
            measures.append(node)
            own = words(node)
            _annotate_measure(node, own, plan.year, review)
        node.responsibility = find_responsibility(own, first_leads=first_leads)
        for n, target in enumerate(node.targets, 1):
            target.id = _free(f"{node.id}.{n}", ids)
    spread_headed(plan, source, words, first_leads=first_leads)
    for measure in measures:
        measure.bodies = with_responsible(measure.bodies, measure.responsibility)
    link_restated(goals, measures)


def _free(wanted: str, taken: set[str]) -> str:
    """A target's id that no node has: a measure numbered 2.1 is M2.1 too. Counted as ids of nodes are (M2.1~2)."""
    name, n = wanted, 1
    while name in taken:
        n += 1
        name = f"{wanted}~{n}"
    taken.add(name)
    return name


def _nodes(plan: Plan) -> Iterator[tuple[Node, bool]]:
    """Every node of the plan and its attachments in document order, and whether it belongs to a review part."""
    trees = [plan.parts, *(a.parts for a in plan.attachments)]
    todo: list[tuple[Node, bool]] = [(n, False) for parts in reversed(trees) for n in reversed(parts)]
    while todo:
        node, review = todo.pop()
        if isinstance(node, Section):
            review = review or node.role == "review"
            todo.extend((child, review) for child in reversed(node.children))
        yield node, review


def _sections(plan: Plan) -> list[tuple[Section, bool]]:
    return [(node, review) for node, review in _nodes(plan) if isinstance(node, Section)]


def _add_prose_goals(section: Section, own: Sequence[Passage], prose: Prose, year: int | None) -> None:
    """Put the goals in a section's own paragraphs among its children, where their words stand."""
    added = _prose_goals(own, prose, year, section.role)
    if added:
        section.children = sorted([*section.children, *added], key=lambda node: node.span or (0, 0))


def _opening_goals(plan: Plan, cut: Callable[[Span | Passage], Passage], prose: Prose) -> list[Goal]:
    """The goals in the words of a plan before its first heading."""
    if plan.extent not in ("full", "goals"):
        return []
    return _prose_goals([cut(p.span) for p in plan.preamble if p.span is not None], prose, plan.year)


def _prose_goals(own: Sequence[Passage], prose: Prose, year: int | None, role: Role = "other") -> list[Goal]:
    """The goals in paragraphs of a section, or of the words before the first heading (今年的主要预期目标是：…)."""
    added: list[Goal] = []
    for passage in own:
        clauses = read_goal_clauses(passage, year=year, all_sentences=role == "goals", by_year=role == "principles")
        for clause in clauses:
            goal = Goal(text=passage.text[clause.start : clause.end], span=passage.span(clause.start, clause.end))
            prose[id(goal)] = _cut(passage, clause), [located.target for located in clause.targets]
            added.append(goal)
    return added


def _cut(passage: Passage, clause: GoalClause) -> Passage:
    """The passage of a clause only, its offsets still those of the source."""
    start, end = clause.start, clause.end
    pieces = [(0, passage.source_offset(start))]
    pieces += [(at - start, source) for at, source in passage.pieces if start < at < end]
    return Passage(passage.text[start:end], passage.folded[start:end], pieces)


def _annotate_goal(goal: Goal, own: Sequence[Passage], targets: list[Target] | None, year: int | None) -> None:
    if targets is None:
        targets = [t for p in own for t in find_targets(p, year=year, committed=True)]
    goal.targets = targets
    goal.vague = [v for p in own for v in find_vague(p, year)]
    goal.due = _deadlines(own, year)


def _annotate_measure(measure: Measure, own: Sequence[Passage], year: int | None, review: bool) -> None:
    if not review:
        measure.targets = [t for p in own for t in find_targets(p, year=year, title=measure.title)]
        measure.vague = [v for p in own for v in find_vague(p, year)]
    measure.due = _deadlines(own, year)
    measure.documents = [d for p in own for d in find_documents(p)]
    measure.terms = [t for p in own for t in find_terms(p)]
    bodies: dict[str, BodyMention] = {}
    for passage in own:
        for body in find_bodies(passage):
            bodies.setdefault(body.name, body)
    measure.bodies = list(bodies.values())
    measure.area_tasks = [t for p in own for t in find_area_tasks(p)]
    measure.commitment = commitment_of(measure.title, measure.text)


def _deadlines(own: Sequence[Passage], year: int | None) -> list[Deadline]:
    """Each wording once, where it stands first."""
    found: dict[str, Deadline] = {}
    for passage in own:
        for deadline in find_deadlines(passage, year):
            found.setdefault(deadline.text, deadline)
    return list(found.values())
