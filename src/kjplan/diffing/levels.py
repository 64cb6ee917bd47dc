"""A plan against that of the level above: what it takes up, tightens, loosens, apportions and leaves out.

The plans are aligned as any two are. What differs is the reading: a lower body need not reach the higher one's amounts,
so amounts (500家 of 3000家, 40亿元 of 400亿元) are a share of the whole and neither tighter nor looser; rates, shares,
growth and ranks, hedges, bounds, deadlines and the strength of the verb are compared.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal, get_args

from kjplan.diffing.conditions import lowered, raised
from kjplan.diffing.result import GoalChange, MeasureChange, PlanDiff, Reference
from kjplan.matching.values import kind_of
from kjplan.model import Measure, Plan, Target

Level = Literal["taken_up", "tightened", "loosened", "apportioned", "left_out", "own", "other_indicator"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""What a lower plan may do with what the higher one asks: in the order in which it is told."""

_EXACT = Context(prec=50)
_RATES = frozenset({"%", "％", "个百分点", "百分点", "‰"})
_TIGHTER = frozenset({"hedge_dropped", "bound_added", "figure_added", "deadline_added"})
_LOOSER = frozenset({"hedge_added", "bound_dropped", "figure_dropped", "deadline_dropped"})


@dataclass(slots=True, kw_only=True)
class LevelTarget:
    """One target of the two plans."""

    levels: list[Level]
    """What the lower plan does with it."""
    row: GoalChange
    """Both sides, ``old`` of the higher plan and ``new`` of the lower one."""
    share: Decimal | None = None
    """An amount of the lower plan in percent of the higher one's, to one decimal; None where they are no amounts."""


@dataclass(slots=True, kw_only=True)
class LevelMeasure:
    """One measure of the two plans."""

    levels: list[Level]
    """What the lower plan does with it: left_out or own alone, else taken_up with everything else that holds."""
    higher: Reference | None
    """The measure of the higher plan; None where the lower one has it on its own."""
    lower: Reference | None
    """The measure of the lower plan; None where it is left out."""
    similarity: float | None = None
    """How alike the two are, from 0 to 1."""
    targets: list[LevelTarget] = field(default_factory=list)
    """Their targets."""


@dataclass(slots=True, kw_only=True)
class LevelDiff:
    """What a lower plan makes of a higher one."""

    diff: PlanDiff
    """The comparison it is read from."""
    goals: list[LevelTarget]
    """The targets of the goals."""
    measures: list[LevelMeasure]
    """The measures."""

    @property
    def summary(self) -> dict[str, dict[str, int]]:
        """How many goals' targets and measures the lower plan treats in each way."""
        return {
            "goals": _tally(row.levels for row in self.goals),
            "measures": _tally(row.levels for row in self.measures),
        }


def compare_levels(higher: Plan, lower: Plan, found: PlanDiff) -> LevelDiff:
    """Read the diff of a higher plan (old) and a lower one (new) as what the lower one makes of the higher."""
    before = {measure.id: measure for measure in higher.measures}
    after = {measure.id: measure for measure in lower.measures}
    return LevelDiff(
        diff=found,
        goals=[_target(row) for row in found.goals],
        measures=[_measure(row, before, after) for row in found.measures],
    )


def _target(row: GoalChange) -> LevelTarget:
    if row.old is None or row.new is None:
        return LevelTarget(levels=["own" if row.old is None else "left_out"], row=row)
    if row.change == "replaced":
        return LevelTarget(levels=["other_indicator"], row=row)
    levels: set[Level] = set(_of_notes(row.notes))
    share = None
    if _is_amount(row.old) and _is_amount(row.new):
        share = _share(row)
        levels |= {"apportioned"} if row.direction in ("up", "down") else set()
    elif raised(row):
        levels.add("tightened")
    elif lowered(row):
        levels.add("loosened")
    return LevelTarget(levels=_sorted(levels | {"taken_up"}), row=row, share=share)


def _of_notes(notes: Iterable[str]) -> Iterator[Level]:
    for note in notes:
        if note in _TIGHTER:
            yield "tightened"
        elif note in _LOOSER:
            yield "loosened"


def _is_amount(target: Target) -> bool:
    """Whether the figure is an amount that bodies share out, and no rate, growth or rank that each may reach."""
    rate = target.unit in _RATES or target.per is not None or target.basis in ("share", "growth", "rank")
    return target.value is not None and not rate and kind_of(target) not in ("growth", "rank")


def _share(row: GoalChange) -> Decimal | None:
    """The lower plan's amount in percent of the higher one's."""
    if row.delta is None or row.old is None or row.new is None:
        return None
    rebased = row.old.unit != row.new.unit
    old, new = (t.base_value if rebased else t.value for t in (row.old, row.new))
    if not old or new is None:
        return None
    return _EXACT.divide(new * 100, old).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _measure(row: MeasureChange, before: dict[str, Measure], after: dict[str, Measure]) -> LevelMeasure:
    found = LevelMeasure(levels=[], higher=row.old, lower=row.new, similarity=row.similarity)
    if row.old is None or row.new is None:
        found.levels = ["own" if row.old is None else "left_out"]
        return found
    found.targets = [_target(target) for target in row.targets]
    levels: set[Level] = {"taken_up"}
    for target in found.targets:
        levels |= {level for level in target.levels if level in ("tightened", "loosened", "apportioned")}
    for fact in row.facts:
        if fact.kind == "commitment":
            levels.add("tightened" if fact.note == "commitment_raised" else "loosened")
    levels |= set(_of_notes(fact.note for fact in row.facts))
    levels |= _of_dates(before.get(row.old.id), after.get(row.new.id))
    found.levels = _sorted(levels)
    return found


def _of_dates(higher: Measure | None, lower: Measure | None) -> set[Level]:
    """Whether the lower plan's last date is earlier or later than the higher plan's."""
    if higher is None or lower is None:
        return set()
    one, other = (max((d.date for d in m.due if d.date), default=None) for m in (higher, lower))
    if one is None or other is None or one == other:
        return set()
    return {"tightened" if other < one else "loosened"}


def _sorted(levels: Iterable[Level]) -> list[Level]:
    return sorted(set(levels), key=LEVELS.index)


def _tally(rows: Iterable[list[Level]]) -> dict[str, int]:
    found = [level for row in rows for level in row]
    return {level: found.count(level) for level in LEVELS if level in found}
