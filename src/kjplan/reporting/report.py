"""What stands on a plan's report page: its tree, its trace, its checks, its promised documents, a diff, progress."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kjplan.checking import Report as Checks
from kjplan.checklists import Row
from kjplan.diffing import PlanDiff
from kjplan.model import DocumentReference, Measure, Plan, Section
from kjplan.tracing import Trace

PROMISED = ("issue", "draft", "revise")
"""What makes a named document one that the plan promises."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a target or task has come, as people reported it."""

    rate: Decimal | None
    """How much is done, in percent; None where that cannot be said in a number."""
    share: Decimal | None
    """The part of its time that is over, in percent; None where that is no measure of it, as for a level."""
    words: str
    """What was reached, in words: 480家."""
    status: str
    """The status word of offices: 达进度."""
    reported: str | None
    """The day of the last report, in ISO form."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A document that the plan means to bring out."""

    document: DocumentReference
    measure: Measure


@dataclass(slots=True, kw_only=True)
class Report:
    """Everything that the page shows."""

    plan: Plan
    """The plan."""
    sections: list[tuple[Section | None, list[Measure]]]
    """The measures under the sections that hold them, in document order; None for those under none."""
    rows: Mapping[str, Row]
    """The checklist's row of each measure, with what a ledger assigns, by the measure's id."""
    trace: Trace
    """Which measures carry each goal."""
    checks: Checks
    """What is wrong or missing."""
    promises: list[Promise]
    """Documents that measures promise."""
    diff: PlanDiff | None = None
    """What changed since another plan, where one was given."""
    reached: Mapping[str, Reached] = field(default_factory=dict)
    """Progress by id of a target, goal or measure; empty without a ledger."""
    as_of: str | None = None
    """The day that progress is judged for, in ISO form; None without a ledger."""


def report(
    plan: Plan,
    checks: Checks,
    *,
    against: Plan | None = None,
    rows: Iterable[Row] | None = None,
    reached: Mapping[str, Reached] | None = None,
    as_of: str | None = None,
) -> Report:
    """The report on a plan.

    :param checks: what ``kjplan.checking.check`` found in it
    :param against: an older plan to compare it with
    :param rows: its checklist with what a ledger assigns; None for what the plan states
    :param reached: progress by id, as of the day ``as_of``
    """
    from kjplan.checklists import build
    from kjplan.diffing import diff
    from kjplan.tracing import trace

    return Report(
        plan=plan,
        sections=_sections(plan),
        rows={row.id: row for row in (build(plan) if rows is None else rows)},
        trace=trace(plan),
        checks=checks,
        promises=[Promise(d, m) for m in plan.measures for d in m.documents if d.relation in PROMISED],
        diff=None if against is None else diff(against, plan),
        reached=reached or {},
        as_of=as_of,
    )


def _sections(plan: Plan) -> list[tuple[Section | None, list[Measure]]]:
    """Runs of measures under one section; a section that is interrupted has several."""
    found: list[tuple[Section | None, list[Measure]]] = []
    for node, holder in plan.nodes():
        if isinstance(node, Measure):
            if not found or found[-1][0] is not holder:
                found.append((holder, []))
            found[-1][1].append(node)
    return found
