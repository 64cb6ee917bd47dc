"""Several plans in a row: what became of each indicator and each measure from year to year.

Neighbouring plans are compared, oldest first, and the pairs are chained. A line goes on while the indicator is the same,
under whatever name, in figures that compare; where another indicator took its place, or the same one is told as another
kind of figure, the line ends and another begins: there is never a difference across.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from kjplan.diffing.compare import diff
from kjplan.diffing.result import GoalChange, MeasureChange, MeasureKind, PlanDiff, PlanReference, Reference
from kjplan.matching.indicators import named
from kjplan.matching.values import EXACT, Direction, difference, same_kind, same_measure
from kjplan.model import Measure, Plan, Section, Target

_MOST_YEARS = 60
"""Years between the first and last plan up to which years without a plan have a place of their own."""

Part = Literal["goals", "measures"]


@dataclass(slots=True, kw_only=True)
class Point:
    """One plan's figure of an indicator."""

    at: int
    """The plan's place along the axis, from 0."""
    target: Target
    """The target as that plan has it."""
    value: Decimal | None
    """Its value in the base unit (the lower end of a range), or as written where there is none; None without a figure."""
    unit: str | None
    """The unit of ``value``."""
    delta: Decimal | None = None
    """Value less that of the point before, exact; None for the first of a line and where a side is a range."""
    direction: Direction | None = None
    """Which way it went since the point before."""
    notes: list[str] = field(default_factory=list)
    """What else changed since then: hedge_dropped, bound_added ..., and ``renamed``."""


@dataclass(slots=True, kw_only=True)
class IndicatorTrend:
    """One line: an indicator as long as its figures compare."""

    part: Part
    """Whether goals promise it or measures do."""
    points: list[Point]
    """In the order of the axis; years without a plan, and plans without the indicator, have none."""
    began: str | None = None
    """Why the line begins where another one ended: narrowed, widened, succeeded, basis_changed, unit_changed."""
    follows: str | None = None
    """The indicator whose line ended there."""
    replaced: bool = False
    """Whether another line follows this one, so that the indicator cannot come back."""

    @property
    def indicator(self) -> str:
        """Its newest name."""
        return self.points[-1].target.indicator

    @property
    def names(self) -> list[str]:
        """All its names, the oldest first, each once."""
        return list(dict.fromkeys(point.target.indicator for point in self.points))


@dataclass(slots=True, kw_only=True)
class Step:
    """A measure in one plan."""

    at: int
    """The plan's place along the axis."""
    measure: Reference
    """The measure as that plan has it."""
    changes: list[MeasureKind] = field(default_factory=list)
    """What changed since the step before; empty for the first one."""


@dataclass(slots=True, kw_only=True)
class MeasureTrend:
    """One measure through the plans."""

    steps: list[Step]
    """One for each plan that has it, in the order of the axis."""
    split_from: Reference | None = None
    """The measure that it was split off from when it first came."""
    merged_into: Reference | None = None
    """The measure that it was merged into after its last step."""


@dataclass(slots=True, kw_only=True)
class Trend:
    """What several plans say, one line an indicator and one a measure."""

    plans: list[PlanReference]
    """The plans, oldest first."""
    places: list[int]
    """The place of each plan along the axis."""
    axis: list[str]
    """What stands at each place: a year, also one without a plan; titles where plans have no years of their own."""
    indicators: list[IndicatorTrend]
    """Indicators of goals, then of measures, each in the order in which they first come."""
    measures: list[MeasureTrend]
    """Measures in the order in which they first come."""


def trend(plans: Sequence[Plan]) -> Trend:
    """Follow every indicator and every measure through plans of one body.

    :param plans: in any order; they are put in that of their years, those without a year last
    """
    ordered = sorted(plans, key=lambda plan: (plan.year is None, plan.year or 0))
    places, axis = _axis(ordered)
    goals, measures = _Figures("goals"), _Figures("measures")
    lines = _Lines()
    previous: Plan | None = None
    for plan, at in zip(ordered, places, strict=True):
        found = PlanDiff(old=_reference(plan), new=_reference(plan)) if previous is None else diff(previous, plan)
        goals.step(at, [t for g in plan.goals for t in g.targets], found.goals)
        figures = [t for m in plan.measures for t in m.targets if t.restates is None]
        measures.step(at, figures, [row for m in found.measures for row in m.targets])
        lines.step(at, plan, found.measures)
        previous = plan
    return Trend(
        plans=[_reference(plan) for plan in ordered],
        places=places,
        axis=axis,
        indicators=[*goals.lines, *measures.lines],
        measures=lines.lines,
    )


def _reference(plan: Plan) -> PlanReference:
    return PlanReference(title=plan.title, year=plan.year)


def _axis(plans: Sequence[Plan]) -> tuple[list[int], list[str]]:
    """Places of the plans, and what stands there: every year from the first to the last where each plan has its own."""
    years = [plan.year for plan in plans if plan.year is not None]
    if len(set(years)) == len(plans) and plans and years[-1] - years[0] < _MOST_YEARS:
        return [year - years[0] for year in years], [str(year) for year in range(years[0], years[-1] + 1)]
    names = [str(plan.year or plan.title or n) for n, plan in enumerate(plans, 1)]
    return list(range(len(plans))), names


class _Figures:
    """The lines of one part's indicators while they grow."""

    def __init__(self, part: Part) -> None:
        self.part: Part = part
        self._first: list[IndicatorTrend] = []
        """The lines that follow no other, in the order in which they began."""
        self._after: dict[int, list[IndicatorTrend]] = {}
        """By ``id`` of a line those that took its place."""
        self.of: dict[int, IndicatorTrend] = {}
        self.dropped: dict[str, list[IndicatorTrend]] = {}
        """By concept, the lines of goals that earlier plans had and the last one had not."""

    def step(self, at: int, targets: Sequence[Target], rows: Sequence[GoalChange]) -> None:
        """Add a plan's targets, given what became of those of the plan before."""
        self.dropped = self._dropped() if self.part == "goals" else {}
        row_of = {id(row.new): row for row in rows if row.new is not None and row.old is not None}
        current: dict[int, IndicatorTrend] = {}
        for target in targets:
            current[id(target)] = self._placed(at, target, row_of.get(id(target)))
        self.of = current

    def _placed(self, at: int, target: Target, row: GoalChange | None) -> IndicatorTrend:
        before = self.of.get(id(row.old)) if row is not None else None
        if row is None or before is None:
            return self._returned(at, target) or self._begun(at, target)
        if row.change == "replaced" or not _compare(before.points[-1].target, target):
            before.replaced = True
            line = self._begun(at, target, after=before)
            line.began, line.follows = (row.notes or ["replaced"])[0], before.indicator
            return line
        notes = [*(["renamed"] if row.change == "renamed" else []), *row.notes]
        self._go_on(before, at, target, notes)
        return before

    def _begun(self, at: int, target: Target, after: IndicatorTrend | None = None) -> IndicatorTrend:
        """A new line; one that takes another's place stands below it."""
        line = IndicatorTrend(part=self.part, points=[_point(at, target)])
        (self._first if after is None else self._after.setdefault(id(after), [])).append(line)
        return line

    @property
    def lines(self) -> list[IndicatorTrend]:
        """All lines; below each those that took its place, the newest first."""
        found: list[IndicatorTrend] = []
        waiting = self._first[::-1]
        while waiting:
            found.append(waiting.pop())
            waiting += self._after.get(id(found[-1]), ())
        return found

    def _dropped(self) -> dict[str, list[IndicatorTrend]]:
        """Names like 投资 recur in measures that have nothing to do with each other: only what goals drop comes back."""
        kept = {id(line) for line in self.of.values()}
        found: dict[str, list[IndicatorTrend]] = {}
        for line in self.lines:
            if id(line) not in kept and not line.replaced:
                found.setdefault(named(line.points[-1].target.indicator).concept, []).append(line)
        return found

    def _returned(self, at: int, target: Target) -> IndicatorTrend | None:
        """The line of an indicator that comes back, of several the last; it is gone on with."""
        name = named(target.indicator)
        lines = self.dropped.get(name.concept, [])
        for n in reversed(range(len(lines))):
            last = lines[n].points[-1].target
            if _compare(last, target):
                self._go_on(lines[n], at, target, [] if named(last.indicator).name == name.name else ["renamed"])
                return lines.pop(n)
        return None

    def _go_on(self, line: IndicatorTrend, at: int, target: Target, notes: list[str]) -> None:
        before = line.points[-1]
        point = _point(at, target)
        point.notes = notes
        found = difference(before.target, target)
        point.direction = found.direction
        if found.delta is not None and before.value is not None and point.value is not None:
            point.delta = EXACT.subtract(point.value, before.value)
        line.points.append(point)


def _compare(old: Target, new: Target) -> bool:
    """Whether two figures may stand on one line; one without a value may stand on any."""
    if old.value is None or new.value is None:
        return True
    return same_kind(old, new) and same_measure(old, new)


def _point(at: int, target: Target) -> Point:
    based = target.base_value is not None
    value, unit = (target.base_value, target.base_unit) if based else (target.value, target.unit)
    return Point(at=at, target=target, value=value, unit=unit)


class _Lines:
    """The lines of measures while they grow."""

    def __init__(self) -> None:
        self.lines: list[MeasureTrend] = []
        self.of: dict[str, MeasureTrend] = {}

    def step(self, at: int, plan: Plan, rows: Sequence[MeasureChange]) -> None:
        """Add a plan's measures, given what became of those of the plan before."""
        heir, origin = _best(rows, "old"), _best(rows, "new")
        current: dict[str, MeasureTrend] = {}
        references = {row.new.id: row.new for row in rows if row.new is not None}
        holders = {id(node): holder for node, holder in plan.nodes()}
        for measure in plan.measures:
            row = origin.get(measure.id)
            reference = references.get(measure.id) or _measure_reference(holders[id(measure)], measure)
            line = self.of.get(row.old.id) if row is not None and row.old is not None else None
            if row is None or line is None or row.old is None or heir.get(row.old.id) is not row:
                line = MeasureTrend(steps=[Step(at=at, measure=reference)], split_from=row.old if row else None)
                self.lines.append(line)
            else:
                line.steps.append(Step(at=at, measure=reference, changes=list(row.changes)))
            current[measure.id] = line
        for old, row in heir.items():
            line = self.of.get(old)
            if line is not None and row.new is not None and line is not current.get(row.new.id):
                line.merged_into = row.new
        self.of = current


def _best(rows: Sequence[MeasureChange], side: Literal["old", "new"]) -> dict[str, MeasureChange]:
    """For each measure of a side its likest pair: of a split or merge the one in which the line goes on."""
    best: dict[str, MeasureChange] = {}
    for row in rows:
        reference = row.old if side == "old" else row.new
        if row.old is None or row.new is None or reference is None:
            continue
        known = best.get(reference.id)
        if known is None or (row.similarity or 0) > (known.similarity or 0):
            best[reference.id] = row
    return best


def _measure_reference(holder: Section | None, measure: Measure) -> Reference:
    section = None if holder is None else Reference(id=holder.id, number=holder.number, title=holder.title)
    return Reference(id=measure.id, number=measure.number, title=measure.title, section=section)
