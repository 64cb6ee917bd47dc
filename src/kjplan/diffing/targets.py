"""Targets of two plans, aligned by indicator: the same, changed by how much, renamed, replaced, added, removed."""

from collections.abc import Sequence

from kjplan.diffing.figure_pairs import Figure, Pair, pair_figures
from kjplan.diffing.notes import deadline_notes, responsibility_notes
from kjplan.diffing.result import GoalChange, GoalKind
from kjplan.matching.indicators import named
from kjplan.matching.promises import notes_of
from kjplan.matching.values import Direction, difference, kind_of, same_kind
from kjplan.model import Target


def compare_targets(old: Sequence[Figure], new: Sequence[Figure]) -> list[GoalChange]:
    """What became of each target, in the order of the new ones, then those removed."""
    pairs = pair_figures(old, new)
    of_new = {pair.new: pair for pair in pairs}
    before, after = _concepts(old), _concepts(new)
    rows = [
        _row(old[of_new[j].old], figure, of_new[j]) if j in of_new else _alone("added", figure, before)
        for j, figure in enumerate(new)
    ]
    kept = {pair.old for pair in pairs}
    return rows + [_alone("removed", figure, after) for i, figure in enumerate(old) if i not in kept]


def _concepts(figures: Sequence[Figure]) -> set[str]:
    """The concepts of all indicators; figures of one concept are of one indicator, under the same name or another."""
    return {named(figure.target.indicator).concept for figure in figures}


def _row(old: Figure, new: Figure, pair: Pair) -> GoalChange:
    one, other = old.target, new.target
    row = GoalChange(change=pair.step.change, old=one, new=other, reason=pair.step.reason)
    if pair.step.change == "replaced":
        row.notes.append(pair.relation)
    elif pair.step.kinds_compare:
        found = difference(one, other)
        row.delta, row.delta_unit, row.percent, row.direction = found.delta, found.unit, found.percent, found.direction
    else:
        row.notes.append("unit_changed" if same_kind(one, other) else "basis_changed")
    row.notes += notes_of(one, other)
    row.notes += responsibility_notes(old.responsibility, new.responsibility)
    row.notes += deadline_notes(old.due, new.due, (old.year, new.year))
    if pair.relation == "renamed":
        row.change = "renamed"
    elif pair.relation == "same" and not row.notes and _same_value(one, other, row.direction):
        row.change = "same"
    return row


def _same_value(old: Target, new: Target, direction: Direction | None) -> bool:
    """Whether the values are the same; two promises without a value (翻番) are when their words are."""
    if old.value is None and new.value is None:
        return old.quote == new.quote
    return direction == "same"


def _alone(change: GoalKind, figure: Figure, others: set[str]) -> GoalChange:
    """A target that only one plan has, with a note where the other plan keeps its indicator as another kind of figure.

    新建平台100家,总量达到1300家 → 新建平台100家: the total is gone (stock_target_dropped), the indicator is not.
    """
    row = GoalChange(change=change, old=None, new=None)
    if change == "added":
        row.new = figure.target
    else:
        row.old = figure.target
    kind = kind_of(figure.target)
    if kind and named(figure.target.indicator).concept in others:
        row.notes.append(f"{kind}_target_{'added' if change == 'added' else 'dropped'}")
    return row
