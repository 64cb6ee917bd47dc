"""A diff as the plain dictionaries of ``kjplan diff --format json``; numbers of the text stay Decimal."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from kjplan.diffing.result import (
    Candidate,
    DocumentPair,
    FactChange,
    GoalChange,
    MeasureChange,
    PlanDiff,
    Reference,
    SectionChange,
    TextDiff,
)
from kjplan.model import DocumentReference, Target, Term

Record = dict[str, Any]


def to_record(diff: PlanDiff, *, why: bool = False) -> Record:
    """The diff as JSON-ready dictionaries and lists, with the field names of the contract.

    :param why: also tell why each pair was made (``reason``) and which others were considered (``candidates``), and what
        the contract has no name for: ``percent`` and ``delta_unit`` of a target, ``facts`` of a measure, ``slogans`` of
        the principles, documents ``issued`` and ``promised_again``, ``bodies``
    """
    record: Record = {
        "old": {"title": diff.old.title, "year": diff.old.year},
        "new": {"title": diff.new.title, "year": diff.new.year},
        "identical": diff.identical,
        "not_recorded": list(diff.not_recorded),
        "goals": [goal_record(row, why=why) for row in diff.goals],
        "sections": [section_record(row, why=why) for row in diff.sections],
        "measures": [measure_record(row, why=why) for row in diff.measures],
        "principles": {"changed": diff.principles.changed, "text_diff": _pieces(diff.principles.text_diff)},
        "documents": {"added": _facts(diff.documents.added), "removed": _facts(diff.documents.removed)},
        "terms": {"added": _facts(diff.terms.added), "removed": _facts(diff.terms.removed)},
        "summary": diff.summary,
    }
    if why:
        record["principles"]["slogans"] = {
            "added": list(diff.principles.slogans_added),
            "removed": list(diff.principles.slogans_removed),
        }
        record["documents"]["issued"] = _document_pairs(diff.documents.issued)
        record["documents"]["promised_again"] = _document_pairs(diff.documents.promised_again)
        record["bodies"] = {"added": list(diff.bodies.added), "removed": list(diff.bodies.removed)}
    return record


def goal_record(row: GoalChange, *, why: bool = False) -> Record:
    """One row of ``goals``, or of the ``targets`` of a measure."""
    record: Record = {
        "change": row.change,
        "old": _fact(row.old) if row.old else None,
        "new": _fact(row.new) if row.new else None,
        "delta": row.delta,
        "direction": row.direction,
        "notes": list(row.notes),
    }
    more = {"reason": row.reason, "delta_unit": row.delta_unit, "percent": row.percent}
    return {**record, **more} if why else record


def section_record(row: SectionChange, *, why: bool = False) -> Record:
    """One row of ``sections``."""
    record: Record = {
        "changes": list(row.changes),
        "old": _section(row.old) if row.old else None,
        "new": _section(row.new) if row.new else None,
        "similarity": row.similarity,
    }
    return {**record, "reason": row.reason} if why else record


def measure_record(row: MeasureChange, *, why: bool = False) -> Record:
    """One row of ``measures``."""
    record: Record = {
        "changes": list(row.changes),
        "old": _measure(row.old) if row.old else None,
        "new": _measure(row.new) if row.new else None,
        "similarity": row.similarity,
        "text_diff": _pieces(row.text_diff),
        "targets": [goal_record(target, why=why) for target in row.targets],
    }
    if not why:
        return record
    return {**record, "reason": row.reason, "candidates": _candidates(row.candidates), "facts": _told(row.facts)}


def _section(reference: Reference) -> Record:
    return {"id": reference.id, "number": reference.number, "title": reference.title}


def _measure(reference: Reference) -> Record:
    return {**_section(reference), "section": _section(reference.section) if reference.section else None}


def _candidates(candidates: Iterable[Candidate]) -> list[Record]:
    return [{"old": _measure(c.old), "new": _measure(c.new), "similarity": c.similarity} for c in candidates]


def _told(facts: Iterable[FactChange]) -> list[Record]:
    return [{"kind": f.kind, "note": f.note, "old": f.old, "new": f.new} for f in facts]


def _document_pairs(pairs: Iterable[DocumentPair]) -> list[Record]:
    return [{"old": _fact(pair.old), "new": _fact(pair.new)} for pair in pairs]


def _pieces(diff: TextDiff) -> list[list[str]]:
    return [[op, text] for op, text in diff]


def _facts(facts: Iterable[DocumentReference] | Iterable[Term]) -> list[Record]:
    return [_fact(fact) for fact in facts]


def _fact(fact: Target | DocumentReference | Term) -> Record:
    """A fact of the model with every field, in the model's order; a span as a list."""
    record = {f.name: getattr(fact, f.name) for f in fields(fact)}
    if record["span"] is not None:
        record["span"] = list(record["span"])
    return record
