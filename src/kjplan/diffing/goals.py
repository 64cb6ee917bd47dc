"""The goals of two plans: targets by indicator, goals without a figure by their words."""

from collections.abc import Iterable, Sequence

from kjplan.diffing.align import align, places
from kjplan.diffing.figure_pairs import Figure
from kjplan.diffing.half_worded import figures_added, figures_dropped
from kjplan.diffing.notes import deadline_notes, responsibility_notes
from kjplan.diffing.result import GoalChange
from kjplan.diffing.targets import compare_targets
from kjplan.matching.wording import Words, canonical
from kjplan.model import Goal, Plan, Target


def compare_goals(old: Plan, new: Plan) -> list[GoalChange]:
    """What became of each target of a goal and of each goal without a figure: first the new plan's, then those removed.

    A goal without a figure stands in a row as a target with the goal's words as indicator and no value.
    """
    one, other = _figures(old), _figures(new)
    rows = compare_targets(_counted(one), _counted(other)) + _compare_words(_worded(one), _worded(other))
    rows = _join_half_worded(rows, {id(f.target): f for f in one + other})
    place = {id(f.target): n for n, f in enumerate(other + one)}
    return sorted(rows, key=lambda row: place[id(row.new or row.old)])


def _figures(plan: Plan) -> list[Figure]:
    """Everything the goals promise, in document order; a goal without a figure as a target without a value."""
    return [Figure(t, g.responsibility, g.due, plan.year) for g in plan.goals for t in (g.targets or [_in_words(g)])]


def _in_words(goal: Goal) -> Target:
    return Target(id=goal.id, indicator=goal.text, quote=goal.text, span=goal.span)


def _is_worded(target: Target) -> bool:
    return target.value is None and target.quote == target.indicator


def _counted(figures: Sequence[Figure]) -> list[Figure]:
    return [f for f in figures if not _is_worded(f.target)]


def _worded(figures: Sequence[Figure]) -> list[Figure]:
    return [f for f in figures if _is_worded(f.target)]


def _compare_words(old: Sequence[Figure], new: Sequence[Figure]) -> list[GoalChange]:
    one, other = ([Words("", canonical(f.target.indicator)) for f in side] for side in (old, new))
    found = align(one, other, places([""] * len(old)), places([""] * len(new)))
    links = [link for link in found.links if link.reason != "contained"]
    rows = []
    for link in links:
        before, after = old[link.old], new[link.new]
        row = GoalChange(change="changed", old=before.target, new=after.target, reason=link.reason)
        row.notes = _notes(before, after)
        if link.reason == "exact" and not row.notes:
            row.change = "same"
        rows.append(row)
    kept_old, kept_new = {link.old for link in links}, {link.new for link in links}
    rows += [GoalChange(change="added", old=None, new=f.target) for j, f in enumerate(new) if j not in kept_new]
    return rows + [GoalChange(change="removed", old=f.target, new=None) for i, f in enumerate(old) if i not in kept_old]


def _notes(old: Figure, new: Figure) -> list[str]:
    responsibility = responsibility_notes(old.responsibility, new.responsibility)
    return responsibility + deadline_notes(old.due, new.due, (old.year, new.year))


def _join_half_worded(rows: list[GoalChange], figure_of: dict[int, Figure]) -> list[GoalChange]:
    """Make one row of a target that lost its figure, or of a goal that got one."""
    removed = [row.old for row in rows if row.new is None and row.old]
    added = [row.new for row in rows if row.old is None and row.new]
    (lost, told_before), (got, told_now) = _parted(removed), _parted(added)
    joined: list[GoalChange] = []
    for note, pairs in (
        ("figure_dropped", figures_dropped(lost, told_now)),
        ("figure_added", figures_added(told_before, got)),
    ):
        for old, new in pairs:
            notes = [note, *_notes(figure_of[id(old)], figure_of[id(new)])]
            joined.append(GoalChange(change="changed", old=old, new=new, notes=notes, reason="named_in_words"))
    taken = {id(target) for row in joined for target in (row.old, row.new)}
    return [row for row in rows if (row.new and row.old) or id(row.new or row.old) not in taken] + joined


def _parted(targets: Iterable[Target]) -> tuple[list[Target], list[Target]]:
    """Those with a figure, and goals in words."""
    parted: tuple[list[Target], list[Target]] = [], []
    for target in targets:
        parted[_is_worded(target)].append(target)
    return parted
