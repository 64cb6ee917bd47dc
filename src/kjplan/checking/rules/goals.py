"""Rules on goals and the measures that should carry them; what belongs to what is told by ``kjplan.tracing``."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kjplan.checking.rules.rule import FULL, Hit, Rule, Subject, Words
from kjplan.model import Measure, Target

if TYPE_CHECKING:
    from kjplan.tracing import Ground

_DRIFTS = frozenset({"bound_added", "bound_dropped", "comparator_changed", "hedge_added", "hedge_dropped"})
"""What makes of one number another promise; another verb alone (新增, 新培育) does not."""

_FEW = 3
"""So many orphans are told one by one, whatever share of the goals they are."""


def _grounds(subject: Subject) -> "Iterator[tuple[str, Measure, Ground]]":
    """Goal, measure and ground of every link to a measure after the goal: what stands before goals tells of last year."""
    for row in subject.trace.goals:
        for link in row.links:
            if row.goal.span and link.measure.span and link.measure.span[0] < row.goal.span[0]:
                continue
            for ground in link.grounds:
                yield row.goal.id, link.measure, ground


def _orphans(subject: Subject) -> Iterator[Hit]:
    """Goals with a figure: what carries one in words alone cannot be told from its words. Where most are orphans, goals
    and measures are written in different words, and that is one finding."""
    from kjplan.checking.rules.carrying import Carrying

    unlinked = [] if subject.is_piece else subject.trace.without_measure
    carrying = Carrying(subject, unlinked)
    orphans = [goal for goal in unlinked if carrying.wants_measure(goal)]
    if len(orphans) > _FEW and len(orphans) * 2 > len(subject.plan.goals):
        many = Words(f"{len(orphans)} 条目标（首条在此）", f"{len(orphans)} goals, of which this is the first").say()
        yield Hit(orphans[0].span, (many,))
        return
    for goal in orphans:
        yield Hit(goal.span, (Words(f"目标 {goal.id}", f"goal {goal.id}").say() + f"（{_short(goal.text)}）",))


def _drifted(subject: Subject) -> Iterator[Hit]:
    for goal, measure, ground in _grounds(subject):
        said, promised = ground.measure_target, ground.goal_target
        if said is None or promised is None or ground.reason != "same_number" or "period_differs" in ground.notes:
            continue
        if _DRIFTS.intersection(ground.notes) and not _contradicts(ground):
            yield Hit(said.span, (measure.id, _phrase(said), goal, _phrase(promised)))


def _contradicting(subject: Subject) -> Iterator[Hit]:
    for goal, measure, ground in _grounds(subject):
        if not _contradicts(ground) or ground.goal_target is None:
            continue
        target = ground.measure_target
        words = _phrase(target) if target else ground.quote or ""
        span = target.span if target else _within(subject, measure, ground.quote)
        yield Hit(span, (measure.id, words, goal, _phrase(ground.goal_target)))


def _contradicts(ground: "Ground") -> bool:
    from kjplan.tracing.result import CONTRADICTIONS

    return bool(CONTRADICTIONS.intersection(ground.notes))


def _within(subject: Subject, measure: Measure, words: str | None) -> tuple[int, int] | None:
    """Where some words stand in a measure; the measure itself where they cannot be found as they are."""
    span = measure.span
    if span is None or subject.source is None or not words:
        return span
    at = subject.text.find(words, *span)
    return span if at < 0 else (at, at + len(words))


def _hedged(subject: Subject) -> Iterator[Hit]:
    """Measures that say figures of one goal again, one with 力争 and another without."""
    by_goal: dict[str, list[tuple[str, Target]]] = {}
    for goal, measure, ground in _grounds(subject):
        if ground.reason == "same_number" and ground.measure_target is not None:
            by_goal.setdefault(goal, []).append((measure.id, ground.measure_target))
    for goal, said in by_goal.items():
        hedged = next(((where, target) for where, target in said if target.hedge), None)
        if hedged is None:
            continue
        for where, target in said:
            if not target.hedge:
                yield Hit(target.span, (where, _phrase(target), goal, hedged[0], hedged[1].hedge or ""))


_WHOLE = frozenset({"level", "share", "growth", "rank"})
"""What an indicator can have but one of at a time; counts of several measures may be parts of a sum."""
_SHORTEST = 4
"""So long a name is that of an indicator; 投资 and 项目 are of something else in each measure."""


_REACH = 80
"""Characters before a figure in which its indicator stands."""
_OF_SOME = re.compile("(?:等[0-9一二两三四五六七八九十]{0,2}[个家类项]?|[0-9一二两三四五六七八九十][个家类项]|其中)$")
_PLACED = re.compile(
    "城市|城镇|农村|乡镇|农业|工业|[一-鿿]{1,6}(?:[省市县州]|(?<![园地社小景片校政灾矿一两三四五])区)(?![场民级域])"
)
"""A title that limits its figures to a place: 农村治污; 园区 and 地区 are none."""


def _disagreeing(subject: Subject) -> Iterator[Hit]:
    """Two measures with two figures for one indicator and time, neither of which its title limits to a place."""
    from kjplan.matching.indicators import named

    first: dict[tuple[object, ...], tuple[Measure, Target]] = {}
    for measure in subject.plan.measures:
        if _PLACED.search(measure.title or ""):
            continue
        days = tuple(due.date for due in measure.due)
        for target in measure.targets:
            concept = named(target.indicator).concept
            if (
                target.basis not in _WHOLE
                or target.value is None
                or len(concept) < _SHORTEST
                or _is_of_some(subject, target)
            ):
                continue
            key = (concept, target.basis, target.period, target.due, target.scope, target.base_unit, target.per, days)
            other, said = first.setdefault(key, (measure, target))
            if other is not measure and (said.base_value, said.value_max) != (target.base_value, target.value_max):
                yield Hit(target.span, (measure.id, _phrase(target), other.id, _phrase(said), target.indicator))


def _is_of_some(subject: Subject, target: Target) -> bool:
    """Whether the indicator is said of what stands before it: 张江、金桥等3个集聚区营收占比."""
    if subject.source is None or target.span is None:
        return False
    at = subject.text.rfind(target.indicator, max(0, target.span[0] - _REACH), target.span[0])
    return at >= 0 and _OF_SOME.search(subject.text, max(0, at - 5), at) is not None


def _phrase(target: Target) -> str:
    """A promise in its own words: 力争新培育1000家以上."""
    quote = target.quote or ""
    verb = target.verb if target.verb and not quote.startswith(target.verb) else ""
    hedge = target.hedge if target.hedge and target.hedge not in quote + verb else ""
    return f"{hedge or ''}{verb}{quote}"


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:24] + "…"


_GOAL = "2022年工作要点\n一、主要目标\n1.新增高新技术企业1000家。\n2.企业研发活动覆盖率达到65%。\n二、重点任务\n"

RULES = (
    Rule(
        code="orphan-goal",
        severity="warning",
        message=Words("{0}没有举措承接", "no measure carries {0}"),
        what=Words("没有举措承接的量化目标", "a goal with a figure that no measure carries"),
        why=Words(
            "没有举措的目标无人落实。是否承接按数字、指标和主题判断，见 kjplan trace；主题的字词在举措中有一半就不报告，没有标题或只有一条举措的片段不问。"
            "预期性指标（生产总值、物价、就业、收入等，或“预期目标”所列）、写明责任单位的目标和全文主题本身不要求有举措。",
            "A goal without a measure is nobody's task. What carries it is told by figures, indicators and topics: see"
            " kjplan trace; none is reported where the measures have half of its topic in words, and none of a piece without a"
            " title or with one measure. Growth, prices, employment, income and what a text calls 预期目标 are not asked for a measure, nor goals"
            " with a body, nor what the whole plan is about.",
        ),
        fix=Words("补写举措，或用 kjplan trace 核对。", "Add a measure, or look at kjplan trace."),
        trips="2022年工作要点\n一、主要目标\n1.发明专利拥有量达到7件。\n二、重点任务\n1.壮大企业规模。培育新企业。\n",
        clean="2022年工作要点\n一、主要目标\n1.发明专利拥有量达到7件。\n二、重点任务\n1.壮大企业规模。培育发明专利。\n",
        run=_orphans,
        extents=FULL,
    ),
    Rule(
        code="goal-measure-operator",
        severity="warning",
        message=Words("{0} 写“{1}”，目标 {2} 写“{3}”", "{0} says {1}, goal {2} says {3}"),
        what=Words(
            "举措重述目标的数字，而“以上”“力争”等不同",
            "a measure that says a goal's number again with another bound (以上) or hedge (力争)",
        ),
        why=Words(
            "同一数字，“1000家”“1000家以上”“力争1000家”是三种承诺，考核时各执一词。",
            "1000家, 1000家以上 and 力争1000家 are three promises; which one is assessed?",
        ),
        fix=Words("两处写法统一。", "Write both the same way."),
        trips=_GOAL + "1.壮大高新技术企业。力争新增高新技术企业1000家以上。\n2.引导投入。开展企业研发活动。\n",
        clean=_GOAL + "1.壮大高新技术企业。新培育高新技术企业1000家。\n2.引导投入。开展企业研发活动。\n",
        run=_drifted,
        extents=FULL,
    ),
    Rule(
        code="goal-measure-conflict",
        severity="warning",
        message=Words("{0} 写“{1}”，与目标 {2} 的“{3}”矛盾", "{0} says {1}, which contradicts {3} of goal {2}"),
        what=Words(
            "举措与目标的数字矛盾，或目标定一部分而举措写“全覆盖”",
            "a measure whose figure for a goal's indicator is another one, or that says 全覆盖 where the goal sets a part",
        ),
        why=Words("两处只能有一处算数。", "Only one of them can hold."),
        fix=Words("核对哪个数字为准。", "Find out which figure holds."),
        trips=_GOAL + "1.壮大高新技术企业。新增高新技术企业1000家。\n2.引导投入。推动企业研发活动全覆盖。\n",
        clean=_GOAL + "1.壮大高新技术企业。新增高新技术企业1000家。\n2.引导投入。扩大企业研发活动覆盖。\n",
        run=_contradicting,
        extents=FULL,
    ),
    Rule(
        code="inconsistent-hedge",
        severity="info",
        message=Words(
            "{0} 的“{1}”没有“{4}”，同属目标 {2} 的 {3} 有",
            "{0} says {1} without {4}; {3}, for the same goal {2}, has it",
        ),
        what=Words(
            "同一目标的几个数字，一处写“力争”，一处不写",
            "measures that say figures of one goal again, one hedged with 力争 and another not",
        ),
        why=Words("读者会以为一个必须完成、一个尽力即可。", "Readers take one for a must and the other for a wish."),
        fix=Words("两处写法统一。", "Hedge both, or neither."),
        trips="2022年工作要点\n一、主要目标\n1.新增高新技术企业1000家，科技型企业500家。\n二、重点任务\n"
        "1.壮大高新技术企业。力争新增高新技术企业1000家。\n2.培育科技型企业。新增科技型企业500家。\n",
        clean="2022年工作要点\n一、主要目标\n1.新增高新技术企业1000家，科技型企业500家。\n二、重点任务\n"
        "1.壮大高新技术企业。力争新增高新技术企业1000家。\n2.培育科技型企业。力争新增科技型企业500家。\n",
        run=_hedged,
        extents=FULL,
    ),
    Rule(
        code="measures-disagree",
        severity="warning",
        message=Words("“{4}”{0} 写“{1}”，{2} 写“{3}”", "{4}: {0} says {1}, {2} says {3}"),
        what=Words(
            "两条举措给同一指标写了两个数字",
            "two measures with two figures for one indicator",
        ),
        why=Words("比率、水平、增速同一时间只能有一个。", "Of a rate, a level or a growth there is one at a time."),
        fix=Words("核对哪个数字为准，或写明各指何时何地。", "Find out which holds, or say when and where each does."),
        trips="2022年工作要点\n一、重点任务\n1.治污。污水处理率达到95%。\n2.建厂。污水处理率达到98%。\n",
        clean="2022年工作要点\n一、重点任务\n1.治污。污水处理率达到95%，新增污水管网100公里。\n2.建厂。农村污水处理率达到60%，新增污水管网50公里。\n",
        run=_disagreeing,
        extents=FULL,
    ),
)
"""Rules of this file, in the order of the registry."""
