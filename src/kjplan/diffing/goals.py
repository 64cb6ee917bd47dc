"""The goals of two plans: targets by indicator, goals without a figure by their words."""

from collections.abc import Sequence

from kjplan.diffing.align import align, places
from kjplan.diffing.notes import deadline_notes, responsibility_notes
from kjplan.diffing.result import GoalChange
from kjplan.diffing.targets import Figure, compare_targets
from kjplan.matching.indicators import named
from kjplan.matching.wording import Words, canonical
from kjplan.model import Goal, Plan, Target

_SHORTEST = 4
"""An indicator so short is no evidence that a goal in words is about it: 企业 stands in most of them."""
_LONGEST = 60
"""A paragraph longer than this is a programme, and not the promise of any one indicator that it names."""


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
    """Make one row of a target that lost its figure, or of a goal that got one.

    研发投入强度突破2.6% → 研发投入强度持续提高: the indicator's name stands in the goal that has no figure.
    """
    removed = [row.old for row in rows if row.new is None and row.old]
    added = [row.new for row in rows if row.old is None and row.new]
    pairs = [(old, new) for old in removed for new in added if _is_worded(old) != _is_worded(new) and _about(old, new)]
    joined: list[GoalChange] = []
    taken: set[int] = set()
    # The longest name first: 研发投入强度 says more than 研发投入.
    for old, new in sorted(pairs, key=lambda pair: -len(_name(*pair))):
        if not taken & {id(old), id(new)}:
            taken |= {id(old), id(new)}
            notes = ["figure_added" if _is_worded(old) else "figure_dropped"]
            notes += _notes(figure_of[id(old)], figure_of[id(new)])
            joined.append(GoalChange(change="changed", old=old, new=new, notes=notes, reason="named_in_words"))
    return [row for row in rows if (row.new and row.old) or id(row.new or row.old) not in taken] + joined


def _name(old: Target, new: Target) -> str:
    """The concept of whichever of the two has a figure."""
    return named((new if _is_worded(old) else old).indicator).concept


def _about(old: Target, new: Target) -> bool:
    name, words = _name(old, new), named((old if _is_worded(old) else new).indicator).concept
    return len(name) >= _SHORTEST and len(words) <= _LONGEST and name in words
