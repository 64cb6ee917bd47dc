"""Goals said again in a measure, with the figure, the bound or the hedge changed; and lists that all state something but one
entry: what few documents have is put into them first."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.planting.plant import Document, Edit, Plant, Planter, head, put
from kjplan.model import Goal, Measure, Target

_SINGLE = re.compile("[^。；;，,\n]+")

_SMALL = 9
"""Figures up to it may stand in other words of a clause."""


def _restatable(document: Document) -> Iterator[tuple[Goal, Target, str]]:
    """Goals of one figure whose words are one clause: 新建研发平台100家; said by no measure so far."""
    restated = {t.restates for m in document.plan.measures for t in m.targets}
    for goal in document.plan.goals:
        words = goal.text.strip("。；;，, \n")
        target = goal.targets[0] if len(goal.targets) == 1 else None
        plain = _SINGLE.fullmatch(words) and len(words) < 40 and target is not None and target.id not in restated
        if target is None or not plain or not goal.span or not target.quote or not target.value:
            continue
        whole = words.endswith(target.quote) and target.value > _SMALL
        if whole and target.comparator == "bare" and target.verb and not target.hedge:
            yield goal, target, words


def _last_words(document: Document, goal: Goal) -> list[Measure]:
    """Measures behind a goal that end in a full stop."""
    start = goal.span[1] if goal.span else 0
    later = [m for m in document.plan.measures if m.span and m.span[0] >= start and m.text and not m.items]
    return [m for m in later if m.span and document.text[m.span[1] - 1] == "。" and not m.responsibility.stated]


def _changed(change: Callable[[str, Target, Random], str]) -> Callable[[Document, Random], Iterator[Plant]]:
    """A measure says a goal again, changed."""

    def candidates(document: Document, draw: Random) -> Iterator[Plant]:
        for goal, target, words in _restatable(document):
            if measures := _last_words(document, goal):
                measure = draw.choice(measures)
                assert measure.span is not None
                end = measure.span[1]
                yield Plant((put(end, f"{change(words, target, draw)}。"),), measure.span)

    return candidates


def _higher(words: str, target: Target, draw: Random) -> str:
    old = str(target.value)
    new = str(int(target.value or 0) + draw.choice((1, 5, 10)))
    return new.join(words.rsplit(old, 1))


def _one_hedged(document: Document, draw: Random) -> Iterator[Plant]:
    """Two measures say a goal again, one of them with 力争."""
    for goal, _, words in _restatable(document):
        measures = _last_words(document, goal)
        if len(measures) > 1:
            one, other = sorted(draw.sample(range(len(measures)), 2))
            spans = [measures[k].span for k in (one, other)]
            assert spans[0] is not None and spans[1] is not None
            said = [f"力争{words}。", f"{words}。"]
            edits = tuple(put(span[1], text) for span, text in zip(spans, said, strict=True) if span)
            yield Plant(edits, (spans[0][0], spans[1][1]))


def _all_but_one(statement: str) -> Callable[[Document, Random], Iterator[Plant]]:
    """All measures of a list state something in brackets, and one does not."""

    def candidates(document: Document, draw: Random) -> Iterator[Plant]:
        for nodes in document.numbered:
            measures = [n for n in nodes if isinstance(n, Measure) and n.span]
            if len(measures) < 5 or any(m.responsibility.stated or m.due for m in measures):
                continue
            left = draw.randrange(len(measures))
            edits: tuple[Edit, ...] = tuple(
                put(m.span[1], statement) for k, m in enumerate(measures) if k != left and m.span
            )
            yield Plant(edits, head(measures[left]))

    return candidates


RESTATED = (
    Planter(
        "measure-without-body", "bodies in brackets put behind all measures but one", _all_but_one("（市科技局负责）")
    ),
    Planter(
        "measure-without-deadline", "deadlines in brackets put behind all but one", _all_but_one("（10月底前完成）")
    ),
    Planter("goal-measure-operator", "a goal said again with 以上", _changed(lambda words, *_: f"{words}以上")),
    Planter("goal-measure-operator", "a goal said again with 力争", _changed(lambda words, *_: f"力争{words}")),
    Planter("goal-measure-conflict", "a goal said again with a higher figure", _changed(_higher)),
    Planter("inconsistent-hedge", "a goal said again twice, once with 力争", _one_hedged),
)
"""Planters of this file."""
