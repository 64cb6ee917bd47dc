"""Goals whose figures a measure says again: the same number, the same indicator with another one, or 全覆盖 for 65%."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kjplan.matching.indicators import named, unified
from kjplan.matching.promises import notes_of
from kjplan.matching.values import difference, same_kind, same_measure
from kjplan.model import Goal, Measure, Target
from kjplan.reading.text import fold
from kjplan.tracing.result import Ground, Note, Reason
from kjplan.tracing.topics import shared_ending

_MOST_ALIKE = 50
"""Measures' targets of one indicator that are looked at; the bound keeps hostile input linear."""

# Notes of the diff that hold between a goal and a measure too, in the order in which they are told.
_DRIFTS: tuple[Note, ...] = (
    "bound_added",
    "bound_dropped",
    "comparator_changed",
    "hedge_added",
    "hedge_dropped",
    "scope_changed",
)

# Words that say a share of 100 % without a figure, by the end of the indicator that they are said of.
_WHOLE: dict[str, re.Pattern[str]] = {
    "覆盖率": re.compile("全覆盖|全面覆盖"),
    "普及率": re.compile("全面普及|全普及"),
    "达标率": re.compile("全面达标|全部达标"),
    "合格率": re.compile("全面合格|全部合格"),
    "完成率": re.compile("全面完成|全部完成"),
    "处理率": re.compile("全处理|全部处理"),
}


class Owned(NamedTuple):
    """A target of a measure."""

    measure: Measure
    target: Target


class Figures:
    """The targets of a plan's measures, by the goal's target that they restate and by their indicator."""

    def __init__(self, goals: Iterable[Goal], measures: Sequence[Measure]) -> None:
        self._promised = Counter(named(t.indicator).concept for goal in goals for t in goal.targets)
        self._restating: dict[str, list[Owned]] = defaultdict(list)
        self._named: dict[str, list[Owned]] = defaultdict(list)
        for measure in measures:
            for target in measure.targets:
                if target.restates:
                    self._restating[target.restates].append(Owned(measure, target))
                else:
                    self._named[named(target.indicator).concept].append(Owned(measure, target))

    def grounds(self, promised: Target) -> Iterator[tuple[Measure, Ground]]:
        """The measures that say a goal's target again, those with the same number first."""
        for measure, target in self._restating.get(promised.id, ())[:_MOST_ALIKE]:
            yield measure, _ground("same_number", promised, target, _drift(promised, target))
        concept = named(promised.indicator).concept
        for measure, target in self._named.get(concept, ())[:_MOST_ALIKE]:
            if same_measure(promised, target):
                said = any(target.measure is not measure for target in self._restating.get(promised.id, ()))
                notes = _difference(promised, target, only=self._promised[concept] == 1, said=said)
                yield measure, _ground("same_indicator", promised, target, notes)


def _ground(reason: Reason, promised: Target, target: Target, notes: list[Note]) -> Ground:
    return Ground(
        reason=reason,
        certainty="medium" if "period_differs" in notes else "high",
        shared=target.indicator,
        goal_target=promised,
        measure_target=target,
        quote=target.quote,
        notes=notes,
    )


def _drift(promised: Target, target: Target) -> list[Note]:
    """How the words around one number differ: bound, hedge, scope, verb, time."""
    found = notes_of(promised, target)
    notes: list[Note] = [note for note in _DRIFTS if note in found]
    if promised.verb != target.verb:
        notes.append("verb_changed")
    if _time(promised) != _time(target):
        notes.append("period_differs")
    return notes


def _difference(promised: Target, target: Target, *, only: bool, said: bool) -> list[Note]:
    """The same, and before it whether the figures themselves differ.

    They are not held against each other where the goals have several figures for the indicator (2020: 70%, 2025: 75%),
    or where area or time is said to be another. Beside a measure that says the goal's own figure, a smaller one is a part or a
    stage of it.

    :param only: whether the goals have this one figure for the indicator
    :param said: whether another measure says the goal's own figure
    """
    if not same_kind(promised, target):
        return ["basis_differs"]
    drift = _drift(promised, target)
    apart = "scope_changed" in drift or "period_differs" in drift
    direction = difference(promised, target).direction
    if only and not apart and direction not in (None, "same") and not (said and direction == "down"):
        return ["value_differs", *drift]
    return drift


def _time(target: Target) -> str | None:
    """The time that a target is for; the whole year is what a plan for a year means anyway."""
    return target.due or (None if target.period == "全年" else target.period)


def whole_of(target: Target) -> re.Pattern[str] | None:
    """How a clause says that it means all, where the target sets a part: 全覆盖 for a 覆盖率 of 65%; None where it sets none."""
    if fold(target.unit or "") != "%" or target.value is None or target.value >= 100:
        return None
    indicator = unified(target.indicator)
    return next((pattern for ending, pattern in _WHOLE.items() if indicator.endswith(ending)), None)


def says_whole(topic: str, whole: re.Pattern[str], clause: str) -> str:
    """What a clause of a measure means all of, where a target sets a part of it; else "".

    规上工业企业研发活动覆盖率达到65% against 推动规上工业企业研发活动全覆盖.

    :param topic: of ``core``
    :param whole: of ``whole_of``
    :param clause: in the spelling of ``unified``
    """
    shared = shared_ending(topic, clause)
    return shared if shared and whole.match(clause, clause.index(shared) + len(shared)) else ""
