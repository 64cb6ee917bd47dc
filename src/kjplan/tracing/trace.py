"""Goals and the measures that carry them.

A goal's figures are looked for first, and its topic in titles. Only where neither is found does a topic in the text of
measures count, then the words that such goals are usually reached by, and last whatever telling words both share: a link that
is merely possible beside a sure one would only cost trust in both.
"""

from collections.abc import Iterable, Iterator

from kjplan.matching.indicators import unified
from kjplan.model import Goal, Measure, Plan, Section, Target
from kjplan.tracing.figures import Figures
from kjplan.tracing.phrases import Phrases
from kjplan.tracing.result import CERTAINTIES, GoalTrace, Ground, Link, Trace
from kjplan.tracing.themes import Found, by_relatives, by_texts, by_titles, by_whole, by_words
from kjplan.tracing.topics import core, related
from kjplan.tracing.wording import Places

_SHORT = 20
"""A goal without a figure of so few characters is about one thing: 进出口稳中向好."""


def trace(plan: Plan) -> Trace:
    """Which measures carry each goal of a plan, why, and how certain that is.

    :returns: all goals in document order with their measures, the measures without a goal, and what the plan does not
        hold at all, of which nothing is said
    """
    goals, measures = plan.goals, plan.measures
    figures = Figures(goals, measures)
    topics = [topic for goal in goals for topic in _topics(goal)]
    places = Places(measures, [word for topic in topics for word in (topic, *related(topic))])
    order = {id(measure): n for n, measure in enumerate(measures)}
    found = Trace(goals=[GoalTrace(goal=g, links=_links(g, figures, places, order)) for g in goals])
    left = [row for row in found.goals if not row.links]
    phrases = Phrases([row.goal for row in left], list(_acting(plan)))
    for row in left:
        row.links = [Link(measure=measure, grounds=[ground]) for measure, ground in phrases.found(row.goal)]
    if goals:
        linked = {id(link.measure) for row in found.goals for link in row.links}
        found.without_goal = [measure for measure in measures if id(measure) not in linked]
    else:
        found.not_recorded.append("goals")
    if not measures:
        found.not_recorded.append("measures")
    return found


def _topics(goal: Goal) -> list[str]:
    """What its targets are about; of a short goal without a figure its words."""
    return [core(target.indicator) for target in goal.targets] or [unified(goal.text)] * (len(goal.text) <= _SHORT)


def _acting(plan: Plan) -> Iterator[Measure]:
    """The measures that do something: not those of safeguards (加强组织领导), which are asked of everybody."""
    safeguards: set[int] = set()
    for node, holder in plan.nodes():
        below = holder is not None and id(holder) in safeguards
        if isinstance(node, Section) and (below or node.role == "safeguards"):
            safeguards.add(id(node))
        elif isinstance(node, Measure) and not below:
            yield node


def _links(goal: Goal, figures: Figures, places: Places, order: dict[int, int]) -> list[Link]:
    """The measures of a goal, the surest first; of several grounds with one topic the surest counts."""
    links: dict[int, Link] = {}
    for found in [_of_target(t, figures, places) for t in goal.targets] or [_of_words(goal, places)]:
        for measure, ground in _surest(found):
            links.setdefault(id(measure), Link(measure=measure, grounds=[])).grounds.append(ground)
    for link in links.values():
        link.grounds = sorted(_different(link.grounds), key=_rank)
    return sorted(links.values(), key=lambda link: (_rank(link.grounds[0]), order[id(link.measure)]))


def _of_target(target: Target, figures: Figures, places: Places) -> list[Found]:
    """The measures that carry one of a goal's targets."""
    sure = [*figures.grounds(target), *by_whole(target, places), *by_titles(target, places)]
    return sure or by_texts(target, places) or by_relatives(core(target.indicator), target, places)


def _of_words(goal: Goal, places: Places) -> list[Found]:
    """The measures that carry a goal without a figure."""
    found = by_words(goal, places)
    return found or [one for topic in _topics(goal) for one in by_relatives(topic, None, places)]


def _surest(found: Iterable[Found]) -> list[Found]:
    """The first ground of each measure: they come with the surest first."""
    first: dict[int, tuple[Measure, Ground]] = {}
    for measure, ground in found:
        first.setdefault(id(measure), (measure, ground))
    return list(first.values())


def _different(grounds: Iterable[Ground]) -> list[Ground]:
    """One ground of those that say the same: 固定资产投资完成194亿元,增长25% has its topic twice."""
    return list({(g.reason, g.shared, g.quote): g for g in reversed(list(grounds))}.values())[::-1]


def _rank(ground: Ground) -> int:
    return CERTAINTIES.index(ground.certainty)
