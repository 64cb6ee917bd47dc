"""Looking back (回头看): every goal and measure of last year's plan, one row each, and what became of it this year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from kjplan.diffing.compare import diff
from kjplan.diffing.conditions import lowered, raised
from kjplan.diffing.result import GoalChange, MeasureChange, PlanDiff, PlanReference, Reference
from kjplan.matching.wording import canonical
from kjplan.model import DocumentReference, Goal, Measure, Plan

Outcome = Literal[
    "kept",
    "target_raised",
    "target_lowered",
    "target_changed",
    "indicator_renamed",
    "target_replaced",
    "target_dropped",
    "target_added",
    "split_into",
    "merged_into",
    "moved",
    "renumbered",
    "retitled",
    "reworded",
    "responsibility_changed",
    "deadline_changed",
    "commitment_raised",
    "commitment_lowered",
    "document_issued",
    "document_promised_again",
    "dropped",
    "not_recorded",
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""What may have become of a goal or measure, in the order in which a row tells it."""

_OF_CHANGE: dict[str, Outcome] = {
    "split": "split_into",
    "merged": "merged_into",
    "moved": "moved",
    "renumbered": "renumbered",
    "retitled": "retitled",
    "reworded": "reworded",
    "responsibility_changed": "responsibility_changed",
    "deadline_changed": "deadline_changed",
}


@dataclass(slots=True, kw_only=True)
class Looked:
    """What became of one goal or measure."""

    kind: Literal["goal", "measure"]
    """Which of the two it is."""
    old: Reference
    """It, as last year's plan has it; of a goal the title is its text."""
    outcomes: list[Outcome]
    """What became of it: kept, dropped or not_recorded alone, else everything that happened, in the order of ``OUTCOMES``."""
    new: list[Reference] = field(default_factory=list)
    """What it became this year; several where it was split."""
    targets: list[GoalChange] = field(default_factory=list)
    """Its targets and what became of them."""
    documents: list[tuple[DocumentReference, Outcome]] = field(default_factory=list)
    """Documents that it promised and that this year's plan names as issued, or promises again."""
    similarity: float | None = None
    """How alike it and its likest heir are; None for goals and where there is none."""


@dataclass(slots=True, kw_only=True)
class Lookback:
    """Last year's plan, item by item."""

    old: PlanReference
    """The plan looked back at."""
    new: PlanReference
    """The plan of the year after."""
    rows: list[Looked]
    """Its goals, then its measures, each in its order."""

    @property
    def summary(self) -> dict[str, int]:
        """How many rows have each outcome, in the order of ``OUTCOMES``."""
        found = [outcome for row in self.rows for outcome in row.outcomes]
        return {outcome: found.count(outcome) for outcome in OUTCOMES if outcome in found}


def lookback(old: Plan, new: Plan) -> Lookback:
    """What became of every goal and every measure of ``old`` in ``new``; each stands in exactly one row."""
    found = diff(old, new)
    return Lookback(old=found.old, new=found.new, rows=[*_goals(old, new, found), *_measures(old, found)])


def _goals(old: Plan, new: Plan, found: PlanDiff) -> list[Looked]:
    unknown = {"old.goals", "new.goals"}.intersection(found.not_recorded)
    holder = {id(t): goal for goal in new.goals for t in goal.targets}
    by_id = {goal.id: goal for goal in new.goals}
    rows = []
    told = _told_of(old, found)
    for goal in old.goals:
        changes = told.get(id(goal), [])
        heirs = [holder.get(id(row.new)) or by_id.get(row.new.id) for row in changes if row.new is not None]
        rows.append(
            Looked(
                kind="goal",
                old=_goal_reference(goal),
                outcomes=["not_recorded"] if unknown else _goal_outcomes(changes),
                new=_references(heirs),
                targets=changes,
            )
        )
    return rows


def _told_of(old: Plan, found: PlanDiff) -> dict[int, list[GoalChange]]:
    """The rows of each goal, by ``id(goal)``: their old side is one of its targets, or stands for a goal without figures."""
    owners = {id(target): [goal] for goal in old.goals for target in goal.targets}
    bare: dict[str, list[Goal]] = {}
    for goal in old.goals:
        if not goal.targets:
            bare.setdefault(goal.id, []).append(goal)
    told: dict[int, list[GoalChange]] = {}
    for row in found.goals:
        if row.old is not None:
            for goal in [*owners.get(id(row.old), ()), *bare.get(row.old.id, ())]:
                told.setdefault(id(goal), []).append(row)
    return told


def _references(goals: Iterable[Goal | None]) -> list[Reference]:
    return list({goal.id: _goal_reference(goal) for goal in goals if goal is not None}.values())


def _goal_reference(goal: Goal) -> Reference:
    return Reference(id=goal.id, number=goal.number, title=goal.text)


def _goal_outcomes(changes: Sequence[GoalChange]) -> list[Outcome]:
    if not any(row.new for row in changes):
        return ["dropped"]
    return _sorted(outcome for row in changes for outcome in _target_outcomes(row)) or ["kept"]


def _target_outcomes(row: GoalChange) -> list[Outcome]:
    """What became of one target; nothing where it is the same."""
    if row.change == "same":
        return []
    if row.old is None:
        return ["target_added"]
    if row.new is None:
        return ["target_dropped"]
    if row.change == "replaced":
        return ["target_replaced"]
    if row.old.value is None and row.new.value is None:
        return ["reworded"]
    found: list[Outcome] = ["target_raised"] if raised(row) else ["target_lowered"] if lowered(row) else []
    found += ["responsibility_changed"] if any(n.startswith("responsibility") for n in row.notes) else []
    found += ["deadline_changed"] if any(n.startswith("deadline") for n in row.notes) else []
    told = ("responsibility", "deadline")
    found += ["indicator_renamed"] if row.change == "renamed" else []
    others = [note for note in row.notes if not note.startswith(told)]
    return found + (["target_changed"] if others or not found else [])


def _measures(old: Plan, found: PlanDiff) -> list[Looked]:
    of_old: dict[str, list[MeasureChange]] = {}
    for row in found.measures:
        if row.old is not None:
            of_old.setdefault(row.old.id, []).append(row)
    fates: dict[str, Outcome] = {canonical(p.old.title): "document_issued" for p in found.documents.issued}
    fates |= {canonical(p.old.title): "document_promised_again" for p in found.documents.promised_again}
    return [_measure(measure, of_old.get(measure.id, []), fates) for measure in old.measures]


def _measure(measure: Measure, rows: Sequence[MeasureChange], fates: dict[str, Outcome]) -> Looked:
    reference = next((row.old for row in rows if row.old is not None), None)
    looked = Looked(
        kind="measure",
        old=reference or Reference(id=measure.id, number=measure.number, title=measure.title),
        outcomes=["not_recorded"],
        new=[row.new for row in rows if row.new is not None],
        targets=[target for row in rows for target in row.targets],
        documents=[(d, fates[canonical(d.title)]) for d in measure.documents if _promised(d, fates)],
    )
    if not rows:
        return looked
    outcomes = [outcome for row in rows for outcome in _measure_outcomes(row)] + [fate for _, fate in looked.documents]
    looked.outcomes = _sorted(outcomes) or ["kept"]
    if not looked.new:
        looked.outcomes = _sorted(["dropped", *(fate for _, fate in looked.documents)])
    looked.similarity = max((row.similarity for row in rows if row.similarity is not None), default=None)
    return looked


def _promised(document: DocumentReference, fates: dict[str, Outcome]) -> bool:
    return document.relation in ("issue", "draft", "revise") and canonical(document.title) in fates


def _measure_outcomes(row: MeasureChange) -> list[Outcome]:
    found: list[Outcome] = [_OF_CHANGE[change] for change in row.changes if change in _OF_CHANGE]
    for fact in row.facts:
        if fact.kind == "commitment":
            found.append("commitment_raised" if fact.note == "commitment_raised" else "commitment_lowered")
    return found + [outcome for target in row.targets for outcome in _target_outcomes(target)]


def _sorted(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Each outcome once, in the order of ``OUTCOMES``."""
    return sorted(set(outcomes), key=OUTCOMES.index)
