"""The names that a plan itself uses, which a cutter must not cut: bodies, areas, terms, indicators, documents' titles."""

from collections.abc import Iterator

from kjplan.model import Goal, Measure, Plan
from kjplan.tracing.topics import core


def own_words(plan: Plan) -> list[str]:
    """The names in a plan, each once, in the order of the text; what is no word is left to the cutter to refuse.

    An indicator comes also without the words around its topic: 高价值发明专利 beside 万人高价值发明专利拥有量.
    """
    found: dict[str, None] = dict.fromkeys([plan.issuer] if plan.issuer else [])
    for node, _ in plan.nodes():
        if isinstance(node, Goal | Measure):
            found |= dict.fromkeys(_named(node))
    return list(found)


def _named(node: Goal | Measure) -> Iterator[str]:
    yield from (body.name for body in node.responsibility.bodies)
    for target in node.targets:
        yield target.indicator
        topic = core(target.indicator)
        if topic in target.indicator:
            yield topic
    if isinstance(node, Measure):
        yield from (body.name for body in node.bodies)
        yield from (area for task in node.area_tasks for area in task.areas)
        yield from (term.text for term in node.terms)
        yield from (document.title for document in node.documents)
