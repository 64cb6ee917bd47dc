"""Targets of two plans, aligned by indicator: the same, changed by how much, renamed, replaced, added, removed.

The pairs are made in steps, each on what the steps before it left: the same name first, then another name of the same
indicator, then the same indicator as another kind of figure (新增 against 总量), last another indicator in its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kjplan.diffing.assignment import assign
from kjplan.diffing.notes import deadline_notes, responsibility_notes
from kjplan.diffing.result import GoalChange, GoalKind
from kjplan.matching.indicators import Name, Relation, named, relation
from kjplan.matching.promises import notes_of
from kjplan.matching.values import Direction, difference, kind_of, same_kind, same_measure
from kjplan.model import Deadline, Responsibility, Target


@dataclass(slots=True)
class Figure:
    """A target with what its goal says around it."""

    target: Target
    responsibility: Responsibility = field(default_factory=Responsibility)
    """The responsibility of the goal; left empty for the targets of a measure, whose row tells it."""
    due: Sequence[Deadline] = ()
    """The deadlines of the goal, in the same way."""
    year: int | None = None
    """The year of the plan."""

    @property
    def order(self) -> tuple[str, str, str]:
        """What decides in which direction two lists are compared."""
        return self.target.indicator, str(self.target.value), str(self.target.unit)


class Step(NamedTuple):
    """One step of the pairing."""

    reason: str
    relations: tuple[Relation, ...]
    kinds_compare: bool
    """Whether both must be the same kind of figure, in units that compare."""
    change: GoalKind

    def allows(self, old: Figure, new: Figure) -> bool:
        """Whether the two figures may be paired in this step, their names apart."""
        one, other = old.target, new.target
        return not self.kinds_compare or (same_kind(one, other) and same_measure(one, other))


STEPS = (
    Step("same_indicator", ("same",), True, "changed"),
    Step("other_name", ("renamed",), True, "renamed"),
    # 新增科技型企业1200家 → 科技型企业总量达到5000家: the same indicator, and nothing to subtract.
    Step("other_kind", ("same", "renamed"), False, "changed"),
    Step("other_indicator", ("narrowed", "widened", "succeeded"), True, "replaced"),
)


class Pair(NamedTuple):
    """Two targets that belong together, by index."""

    old: int
    new: int
    step: Step
    """The step that paired them."""
    relation: Relation
    """How the new name relates to the old one."""


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


def pair_figures(old: Sequence[Figure], new: Sequence[Figure]) -> list[Pair]:
    """Pairs in the order of the old targets; ``pair_figures(new, old)`` makes the same ones."""
    relations = _relations(old, new)
    # Where two solutions are equally good, which is found depends on the direction: so there is only one direction.
    flipped = [f.order for f in new] < [f.order for f in old]
    pairs: list[Pair] = []
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    for step in STEPS:
        rows: dict[int, dict[int, int]] = {}
        for (i, j), found in relations.items():
            if i in free_old and j in free_new and found in step.relations and step.allows(old[i], new[j]):
                worth = _worth(old[i].target, new[j].target, i / len(old) - j / len(new))
                rows.setdefault(j if flipped else i, {})[i if flipped else j] = worth
        keys = sorted(rows)
        for at, column in assign([rows[key] for key in keys]):
            i, j = (column, keys[at]) if flipped else (keys[at], column)
            pairs.append(Pair(i, j, step, relations[i, j]))
            free_old.discard(i)
            free_new.discard(j)
    return sorted(pairs, key=lambda pair: pair.old)


def _relations(old: Sequence[Figure], new: Sequence[Figure]) -> dict[tuple[int, int], Relation]:
    """How the names relate, where they do.

    Names of which one is the other's end relate, or such as begin and end alike (``relation``); only these are compared.
    """
    after = [named(figure.target.indicator) for figure in new]
    edges: dict[tuple[str, str], list[int]] = {}
    whole: dict[str, list[int]] = {}
    ends: dict[str, list[int]] = {}
    for j, name in enumerate(after):
        edges.setdefault(_edges(name), []).append(j)
        whole.setdefault(name.concept, []).append(j)
        for end in _ends(name):
            ends.setdefault(end, []).append(j)
    found: dict[tuple[int, int], Relation] = {}
    for i, figure in enumerate(old):
        name = named(figure.target.indicator)
        near = {*edges.get(_edges(name), ()), *ends.get(name.concept, ())}
        near.update(j for end in _ends(name) for j in whole.get(end, ()))
        for j in sorted(near):
            if how := relation(name, after[j]):
                found[i, j] = how
    return found


def _edges(name: Name) -> tuple[str, str]:
    return name.concept[:1], name.concept[-2:]


def _ends(name: Name) -> list[str]:
    """The ends of a name that may be a name of their own."""
    return [name.concept[n:] for n in range(1, len(name.concept) - 1)]


def _worth(old: Target, new: Target, apart: float) -> int:
    """Of several targets with one indicator the like ones go together: unit, value, kind, verb, and last the place."""
    alike = 8 * (old.unit == new.unit) + 4 * (old.value == new.value) + 2 * (kind_of(old) == kind_of(new))
    alike += old.verb == new.verb
    return (1 << 40) + (alike << 20) + round((1 - apart * apart) * 1_000_000)


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
