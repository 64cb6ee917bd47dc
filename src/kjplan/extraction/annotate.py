"""Fills the facts of a plan's goals and measures in from their words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from kjplan.extraction.batch import Batch, Leaf
from kjplan.extraction.commitment import commitment_of
from kjplan.extraction.duties import responsibility
from kjplan.extraction.duties.headed import spread_headed
from kjplan.extraction.duties.responsibility import find_responsibility, rules_first_leads
from kjplan.extraction.duties.usage import fill_dittos, follow_usage
from kjplan.extraction.figures import labelled, quantities, vague
from kjplan.extraction.figures.conditions import gives_criteria
from kjplan.extraction.figures.passages import Words
from kjplan.extraction.figures.targets import locate_together
from kjplan.extraction.figures.vague import find_vague
from kjplan.extraction.names import names
from kjplan.extraction.names import places as places_named
from kjplan.extraction.names.areas import find_area_tasks
from kjplan.extraction.names.bodies import find_bodies, with_responsible
from kjplan.extraction.names.places import find_city_tasks, find_place_tasks
from kjplan.extraction.prose_goals import Prose, Told, add_prose_goals, opening_goals
from kjplan.extraction.restating import link_restated
from kjplan.extraction.times import deadline_forms
from kjplan.extraction.times.days import moved_days, turns
from kjplan.extraction.times.deadlines import find_deadlines
from kjplan.extraction.titles import documents, terms
from kjplan.extraction.titles.documents import find_documents
from kjplan.extraction.titles.terms import find_terms
from kjplan.model import BodyMention, Deadline, Goal, Measure, Node, Plan, Section, Span
from kjplan.reading.text import Passage, SourceText

Places = Mapping[int, Sequence[Span | Passage]]
"""Where the words of each node stand, by ``id(node)``: of a goal its text, of a measure its title and paragraphs, of a
section its own. A passage is taken as it is."""

_TOGETHER = 32
"""So many goals and measures are held with their words at a time."""


def annotate(
    plan: Plan,
    source: SourceText,
    places: Places,
    assign_ids: Callable[[Plan], None],
    *,
    regulates: bool = False,
    by_others: bool = False,
) -> None:
    """Add the goals that stand in prose, have ids given, and fill in the facts of every goal and measure, in place.

    What a review part tells is past: it gets neither goals nor targets.

    :param plan: the tree without facts
    :param source: the text it was made from
    :param places: where the words of its goals, measures and sections stand; they are cut out when their turn comes, so
        that a large notice is not held twice
    :param assign_ids: gives every node its id, called once the tree is complete
    :param regulates: whether the document is no work plan, so that a figure which only binds is a norm
    :param by_others: whether it is news that tells of a plan
    """
    told = Told(plan.year, regulates, dated="year" in plan.document.inferred, by_others=by_others)

    def cut(spans: Sequence[Span | Passage]) -> list[Passage]:
        return [span if isinstance(span, Passage) else Passage.of(source, [span]) for span in spans]

    def words(node: Node) -> list[Passage]:
        spans = places.get(id(node))
        return cut(spans) if spans else []

    prose: Prose = {}
    nodes = _nodes(plan)
    for section, review in nodes:
        if isinstance(section, Section) and not review and id(section) in places:
            add_prose_goals(section, plan, words, prose, told)
    if opening := opening_goals(plan, cut, prose, told):
        plan.parts = sorted([*opening, *plan.parts], key=lambda node: node.span or (0, 0))
    assign_ids(plan)
    if prose:
        nodes = _nodes(plan)  # the goals that were found stand among them
    first_leads = rules_first_leads(source.folded)
    written = date.fromisoformat(plan.document.written_date) if plan.document.written_date else None
    leaves = [(node, review) for node, review in nodes if not isinstance(node, Section)]
    for at in range(0, len(leaves), _TOGETHER):
        some: list[Leaf] = []
        for node, review in leaves[at : at + _TOGETHER]:
            own, targets = prose.get(id(node), (None, None))
            some.append(Leaf(node, words(node) if own is None else own, targets, review))
        _annotate_leaves(some, told, written, first_leads)
    _assign_target_ids([node for node, _ in leaves], {node.id for node, _ in nodes})
    follow_usage([node for node, _ in leaves], words, first_leads=first_leads)
    fill_dittos([node for node, _ in leaves])
    spread_headed(plan, source, words, first_leads=first_leads)
    measures = [node for node, _ in leaves if isinstance(node, Measure)]
    _name_responsible(measures)
    link_restated([node for node, _ in leaves if isinstance(node, Goal)], measures)


def _name_responsible(measures: Sequence[Measure]) -> None:
    """Put the bodies that measures make responsible among those that they name."""
    for measure in measures:
        if measure.responsibility.bodies:
            measure.bodies = with_responsible(measure)


def _assign_target_ids(leaves: Sequence[Goal | Measure], taken: set[str]) -> None:
    for node in leaves:
        for n, target in enumerate(node.targets, 1):
            target.id = _free(f"{node.id}.{n}", taken)


def _free(wanted: str, taken: set[str]) -> str:
    """A target's id that no node has: a measure numbered 2.1 is M2.1 too. Counted as ids of nodes are (M2.1~2)."""
    name, n = wanted, 1
    while name in taken:
        n += 1
        name = f"{wanted}~{n}"
    taken.add(name)
    return name


def _nodes(plan: Plan) -> list[tuple[Node, bool]]:
    """Every node of the plan and its attachments in document order, and whether it belongs to a part that promises nothing: a
    review, or criteria."""
    trees = [plan.parts, *(a.parts for a in plan.attachments)]
    todo: list[tuple[Node, bool]] = [(n, False) for parts in reversed(trees) for n in reversed(parts)]
    found: list[tuple[Node, bool]] = []
    while todo:
        pair = todo.pop()
        node, review = pair
        if isinstance(node, Section):
            review = review or node.role == "review" or gives_criteria(node.title)
            pair = node, review
            todo += [(child, review) for child in reversed(node.children)]
        found.append(pair)
    return found


def _annotate_leaves(leaves: Sequence[Leaf], told: Told, written: date | None, first_leads: bool) -> None:
    """Fill in the facts of some goals and measures, one kind after the other: one search finds the words of all of them
    that may hold facts of a kind, and its tables stay in the processor's cache."""
    batch = Batch(leaves)
    _add_promises(batch, told)
    for leaf in batch.holding(deadline_forms.HINT):
        leaf.node.due = _deadlines(leaf.own, told, written)
        if leaf.node.targets and leaf.node.due and turns(written, told.year):
            meant = moved_days(leaf.node.due, told.year)
            for target in leaf.node.targets:
                target.due = meant.get(target.due or "", target.due)
    _add_names(batch)
    for leaf in leaves:
        if isinstance(leaf.node, Measure):
            leaf.node.commitment = commitment_of(leaf.node.title, leaf.node.text)
    signed = {id(leaf) for leaf in batch.holding(responsibility.SIGNS)}
    for leaf in leaves:
        if id(leaf) in signed or len(leaf.own) > 1:
            leaf.node.responsibility = find_responsibility(leaf.own, first_leads=first_leads)


def _add_promises(batch: Batch, told: Told) -> None:
    """Targets, and what is promised without a figure."""
    for leaf in batch.leaves:
        if leaf.targets is not None:
            leaf.node.targets = leaf.targets
    _add_targets(batch, told)
    for leaf in batch.holding(labelled.HINT):
        if leaf.plans and leaf.targets is None:
            _add_labelled(leaf, told.year)
    for leaf, passage, hints in batch.places(vague.HINT, masked=True):
        if leaf.plans:
            leaf.node.vague += find_vague(passage, told.year, hints)


def _add_labelled(leaf: Leaf, year: int | None) -> None:
    """Figures behind labels that name their unit, but for those that were read as words already."""
    read = {target.span for target in leaf.node.targets}
    title = leaf.node.title if isinstance(leaf.node, Measure) else None
    found = [t for p in leaf.own for t in labelled.find_labelled(p, title, year)]
    leaf.node.targets += [target for target in found if target.span not in read]


def _add_names(batch: Batch) -> None:
    """What the words of measures name: documents, terms, bodies, areas."""
    for measure, own in batch.measures_holding(documents.HINT):
        measure.documents = [d for p in own for d in find_documents(p)]
    if batch.lines:
        for leaf, passage, marks in batch.places(terms.IN_LINE):
            if isinstance(leaf.node, Measure):
                leaf.node.terms += find_terms(passage, marks)
    else:
        for measure, own in batch.measures_holding(terms.HINT):
            measure.terms = [t for p in own for t in find_terms(p)]
    named = [
        (leaf.node, passage, [end for _, end in hints])
        for leaf, passage, hints in batch.places(names.HINT)
        if isinstance(leaf.node, Measure)
    ]
    for measure, passage, ends in named:
        _add_bodies(measure, find_bodies(passage, ends))
    _add_areas(batch, named)


def _add_areas(batch: Batch, named: Sequence[tuple[Measure, Passage, Sequence[int]]]) -> None:
    """Tasks of areas and of places by their names.

    :param named: the passages of measures in which bodies may be named, and where the names may end
    """
    for measure, passage, ends in named:  # every area but a place is named as a body is
        if not names.AREA_ENDS.isdisjoint([passage.folded[end - 1] for end in ends]):
            measure.area_tasks += find_area_tasks(passage, ends)
    for hint, find in ((places_named.HINT, find_place_tasks), (places_named.CITY, find_city_tasks)):
        for leaf, passage, hints in batch.places(hint):
            if isinstance(leaf.node, Measure) and (tasks := find(passage, hints)):
                leaf.node.area_tasks = sorted([*leaf.node.area_tasks, *tasks], key=lambda task: task.span or (0, 0))


def _add_targets(batch: Batch, told: Told) -> None:
    """The targets of goals, whose figures are promises without a verb, and of measures, whose title may say what is counted."""
    words: list[Words] = []
    whose: list[Goal | Measure] = []
    for leaf, passage, hints in batch.places(quantities.HINT, masked=True):
        if leaf.targets is None and leaf.plans:
            node = leaf.node
            goal, title = (True, None) if isinstance(node, Goal) else (False, node.title)
            words.append(Words(passage, goal, title, told.regulates and not goal, hints if batch.lines else None))
            whose.append(node)
    for node, located in zip(whose, locate_together(words, told.year), strict=True):
        node.targets += [found.target for found in located]


def _add_bodies(measure: Measure, found: list[BodyMention]) -> None:
    """Add the bodies of one more passage: each name once, where it stands first."""
    known = {body.name for body in measure.bodies}
    measure.bodies += [body for body in found if body.name not in known] if known else found


def _deadlines(own: Sequence[Passage], told: Told, written: date | None) -> list[Deadline]:
    """Each wording once, where it stands first."""
    found: dict[str, Deadline] = {}
    for passage in own:
        for deadline in find_deadlines(passage, told.year, written, dated=told.dated):
            found.setdefault(deadline.text, deadline)
    return list(found.values())
