"""``pace``: each quantified task of a plan against the share of its time that is gone."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.ledger.bodies import names_in
from kjplan.ledger.book import Book, Standing
from kjplan.ledger.dues import due_date
from kjplan.ledger.entries import Ledger, Progress
from kjplan.ledger.judging import Judgement, Status, expected, judge, judge_percent, tenths
from kjplan.ledger.placing import known_by
from kjplan.ledger.schedule import share
from kjplan.ledger.units import fitting
from kjplan.model import Plan, Target

SOON = 30
"""Days before a deadline from which on a task is due soon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Where one target stands, or a task without one."""

    id: str
    """Id of the target, or of the goal or measure."""
    owner: str
    """Id of the goal or measure."""
    task: str
    """Its title or words."""
    indicator: str | None
    """What is counted; None for a task without a number."""
    target: str | None
    """The target in the words of the plan."""
    unit: str | None
    """The unit of ``expected``, ``actual`` and ``baseline``."""
    basis: str | None
    """What kind of number it is."""
    baseline: Decimal | None
    """What it stood at when the schedule began, where that was entered."""
    as_of: date
    """The day that is asked about."""
    share: Decimal
    """The part of its schedule that is over, in percent with one decimal."""
    expected: Decimal | None
    """What should be reached by then, with one decimal more than the target."""
    actual: Decimal | None
    """What was reported last, in the target's unit."""
    rate: Decimal | None
    """How much of the way is done, in percent with one decimal; None for a bound."""
    status: Status
    """See ``judging.STATUS_WORDS``."""
    reported: date | None
    """The day of the last report."""
    words: str | None
    """What was said last about the task."""
    source: str | None
    """Id of the target whose report this is, where another one says the same (``Target.restates``)."""
    lead: str | None
    """Who leads, assigned or stated."""
    due: date | None
    """The deadline, assigned or stated; None where there is only the plan's end."""
    overdue: bool
    """Whether the time is over and it is not done."""
    due_soon: bool
    """Whether a deadline is near and it is not done."""
    problem: str | None
    """Why a report could not be used."""


def pace(plan: Plan, ledger: Ledger, as_of: date, *, soon: int = SOON) -> list[Pace]:
    """Where every target and task of a plan stands, in the plan's order.

    :param as_of: reports of later days do not count
    :param soon: days before a deadline from which on it is near
    :raises KjplanError: the plan names no year
    """
    return paces(Book(plan, ledger), as_of, soon=soon)


def paces(book: Book, as_of: date, *, soon: int = SOON) -> list[Pace]:
    """The same for a ledger that has been laid beside its plan already."""
    if book.plan.year is None:
        raise KjplanError(say("要点没有年份，无法对照进度", "the plan names no year to measure progress by"))
    judging = _Judging(book, book.plan.year, as_of, timedelta(days=soon))
    found: list[Pace] = []
    for standing in book:
        targets = [t for t in standing.node.targets if t.value is not None]
        found += [judging.row(standing, target) for target in targets] or [judging.row(standing, None)]
    return found


class _Judging:
    def __init__(self, book: Book, year: int, as_of: date, soon: timedelta) -> None:
        self.book, self.year, self.as_of, self.soon = book, year, as_of, soon
        self.end = date(book.plan.year_end or year, 12, 31)
        self.twins = _twins(book)

    def row(self, standing: Standing, target: Target | None) -> Pace:
        """Where a target stands, or a task without one."""
        node = standing.node
        due = self._due(standing, target)
        end = due or self.end
        gone = share(self.year, end, self.as_of)
        source, reports = self._reports(standing, target)
        numbered = [r for r in reports if r.percent is not None or (r.value is not None and target is not None)]
        baseline = self._baseline(standing, target)
        verdict, actual, problem = self._verdict(target, numbered, baseline, gone)
        status = self._status(target, verdict, numbered, baseline, gone, end)
        done = status in ("done", "done_early")
        due_by = None if target is None else expected(target, baseline, gone)
        said = [r for r in standing.reports(until=self.as_of) + reports if r.words]
        return Pace(
            id=node.id if target is None else target.id,
            owner=node.id,
            task=known_by(node)[0],
            indicator=None if target is None else target.indicator,
            target=None if target is None else target.quote,
            unit=None if target is None else target.unit,
            basis=None if target is None else target.basis,
            baseline=baseline,
            as_of=self.as_of,
            share=tenths(gone),
            expected=None if due_by is None or target is None else _rounded(due_by, target),
            actual=actual,
            rate=None if verdict is None or verdict.rate is None else tenths(verdict.rate),
            status=status,
            reported=max((r.date for r in reports + standing.reports(until=self.as_of)), default=None),
            words=max(said, key=lambda r: r.date).words if said else None,
            source=source,
            lead=self._lead(standing, target),
            due=due,
            overdue=not done and end < self.as_of and (target is not None or due is not None),
            due_soon=not done and due is not None and self.as_of <= due <= self.as_of + self.soon,
            problem=problem,
        )

    def _lead(self, standing: Standing, target: Target | None) -> str | None:
        """Who leads, assigned or stated, by the names to show."""
        stated = [b.name for b in standing.node.responsibility.bodies if b.role != "support"]
        assigned = standing.words("lead", target)
        names = stated if assigned is None else names_in(assigned)
        return "、".join(dict.fromkeys(map(self.book.called, names))) or None

    def _due(self, standing: Standing, target: Target | None) -> date | None:
        """The deadline: what was assigned, else what the plan states, the last day of several."""
        if words := standing.words("due", target):
            return due_date(words, self.year)
        dates = [target.due] if target is not None and target.due else [d.date for d in standing.node.due]
        return max((date.fromisoformat(d) for d in dates if d), default=None)

    def _reports(self, standing: Standing, target: Target | None) -> tuple[str | None, list[Progress]]:
        """The reports that count for a target, and the id of another target that they were entered for."""
        own = standing.reports(target, until=self.as_of)
        if own or target is None:
            return None, own
        for other, twin in self.twins.get(target.id, ()):
            if found := other.reports(twin, until=self.as_of):
                return twin.id, found
        return None, []

    def _baseline(self, standing: Standing, target: Target | None) -> Decimal | None:
        if target is None:
            return None
        own = standing.baseline(target)
        twins = (other.baseline(twin) for other, twin in self.twins.get(target.id, ()))
        return own if own is not None else next((b for b in twins if b is not None), None)

    def _verdict(
        self, target: Target | None, numbered: list[Progress], baseline: Decimal | None, gone: Fraction
    ) -> tuple[Judgement | None, Decimal | None, str | None]:
        """What the last number says, the number in the target's unit, and why it could not be used."""
        if not numbered:
            return None, None, None
        last = numbered[-1]
        try:
            verdict = _judged(target, last, baseline, gone)
        except KjplanError as error:
            return None, None, str(error)
        actual = None if target is None or last.value is None else fitting(last.value, last.unit, target)
        return verdict, actual, None

    def _status(
        self,
        target: Target | None,
        verdict: Judgement | None,
        numbered: list[Progress],
        baseline: Decimal | None,
        gone: Fraction,
        end: date,
    ) -> Status:
        if verdict is None:
            return "no_figure" if target is None else "not_reported"
        if verdict.status != "done":
            return verdict.status
        since = numbered[-1].date
        for report in reversed(numbered):  # done since when: the first of the last unbroken run
            try:
                if not _judged(target, report, baseline, gone).reached:
                    break
            except KjplanError:
                break
            since = report.date
        bound = verdict.rate is None
        return "done" if bound or (since.year, since.month) >= (end.year, end.month) else "done_early"


def _judged(target: Target | None, report: Progress, baseline: Decimal | None, gone: Fraction) -> Judgement:
    """What one report says.

    :raises KjplanError: its unit is not the target's
    """
    if report.percent is not None or target is None:
        assert report.percent is not None
        return judge_percent(report.percent, gone)
    assert report.value is not None
    return judge(target, fitting(report.value, report.unit, target), baseline, gone)


def _twins(book: Book) -> dict[str, list[tuple[Standing, Target]]]:
    """For each target the others that say the same: a goal's and those of the measures that restate it."""
    owned = {t.id: (standing, t) for standing in book for t in standing.node.targets}
    twins: dict[str, list[tuple[Standing, Target]]] = {}
    for standing, target in owned.values():
        if target.restates in owned:
            twins.setdefault(target.id, []).append(owned[target.restates])
            twins.setdefault(target.restates, []).append((standing, target))
    return twins


def _rounded(value: Fraction, target: Target) -> Decimal:
    """What should be reached, with one decimal more than the target is written with, halves up."""
    assert target.value is not None
    exponent = target.value.as_tuple().exponent
    places = max(-exponent, 0) + 1 if isinstance(exponent, int) else 1
    scaled = value * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    rounded = Decimal(whole).scaleb(-places)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded.normalize()
