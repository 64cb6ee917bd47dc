"""A trace for programs: ``[{goal, measures: [{id, reason, certainty}]}]``."""

from typing import Any

from kjplan.model import Target
from kjplan.tracing.result import CONTRADICTIONS, Ground, Link, Trace

Record = dict[str, Any]


def to_records(trace: Trace, *, why: bool = False) -> list[Record]:
    """The trace as a list with a record for each goal, in document order, one without a measure included.

    ``reason`` is the same in every language: a code, the words that both share, the figures, and codes of how they drift
    (``same_number: 高新技术企业 1000家 → 1000家以上; bound_added, hedge_added``); of several grounds the surest first.
    Where goal and measure say different figures, ``contradiction`` stands before the codes.
    A measure without a goal stands in no record.

    :param why: with ``grounds``, each of these apart, and the ids of the targets
    """
    return [{"goal": row.goal.id, "measures": [_link(link, why) for link in row.links]} for row in trace.goals]


def _link(link: Link, why: bool) -> Record:
    record: Record = {
        "id": link.measure.id,
        "reason": " | ".join(map(_reason, link.grounds)),
        "certainty": link.certainty,
    }
    return {**record, "grounds": [_ground(ground) for ground in link.grounds]} if why else record


def _reason(ground: Ground) -> str:
    figures = ""
    if ground.goal_target is not None and ground.reason in ("same_number", "same_indicator"):
        figures = f" {ground.goal_target.quote or ''} → {ground.quote or ''}"
    against = ["contradiction"] if any(note in CONTRADICTIONS for note in ground.notes) else []
    notes = f"; {', '.join([*against, *ground.notes])}" if ground.notes else ""
    return f"{ground.reason}: {ground.shared}{figures}{notes}"


def _ground(ground: Ground) -> Record:
    return {
        "reason": ground.reason,
        "certainty": ground.certainty,
        "shared": ground.shared,
        "quote": ground.quote,
        "notes": list(ground.notes),
        "goal_target": _id(ground.goal_target),
        "measure_target": _id(ground.measure_target),
        "span": list(ground.measure_target.span) if ground.measure_target and ground.measure_target.span else None,
    }


def _id(target: Target | None) -> str | None:
    return target.id if target else None
