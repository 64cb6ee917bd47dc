"""What changed about a target besides its value, as short codes in a fixed order."""

from collections.abc import Sequence

from kjplan.diffing.result import FactChange
from kjplan.diffing.wording import canonical
from kjplan.model import Deadline, Measure, Responsibility, Target

_STRENGTH = ("explore", "support", "advance", "establish", "achieve")
"""Commitments, weakest first."""
_BOUNDS = frozenset({"gt", "ge", "lt", "le"})


def notes_of(old: Target, new: Target) -> list[str]:
    """Codes for how the promise itself changed: hedge, bound, scope.

    力争突破2.1% → 突破2.6%: hedge_dropped. 1000家 → 1000家以上: bound_added. 突破 → 达到: comparator_changed.
    """
    notes = _gained("hedge", bool(old.hedge), bool(new.hedge))
    if old.comparator != new.comparator:
        if old.comparator == "bare" and new.comparator in _BOUNDS:
            notes.append("bound_added")
        elif new.comparator == "bare" and old.comparator in _BOUNDS:
            notes.append("bound_dropped")
        else:
            notes.append("comparator_changed")
    if old.scope and new.scope and canonical(old.scope) != canonical(new.scope):
        notes.append("scope_changed")
    return notes


def responsibility_notes(old: Responsibility, new: Responsibility) -> list[str]:
    """responsibility_dropped, _added or _changed; bodies in another order are no change."""
    if old.stated and new.stated:
        return ["responsibility_changed"] if bodies_of(old) != bodies_of(new) else []
    return _gained("responsibility", old.stated, new.stated)


def deadline_notes(old: Sequence[Deadline], new: Sequence[Deadline], years: tuple[int | None, int | None]) -> list[str]:
    """deadline_dropped, _added or _changed; the same words, or the same day of the plan's year, are no change.

    :param years: the years of the two plans
    """
    if old and new:
        one, other = _times(old, years[0]), _times(new, years[1])
        return [] if _each_in(one, other) and _each_in(other, one) else ["deadline_changed"]
    return _gained("deadline", bool(old), bool(new))


def fact_changes(old: Measure, new: Measure, years: tuple[int | None, int | None]) -> list[FactChange]:
    """What changed about the responsibility, deadlines and commitment of a measure, in this order.

    :param years: the years of the two plans
    """
    found: list[FactChange] = []
    for note in responsibility_notes(old.responsibility, new.responsibility):
        before, after = _bodies_words(old.responsibility), _bodies_words(new.responsibility)
        found.append(FactChange(kind="responsibility", note=note, old=before, new=after))
    for note in deadline_notes(old.due, new.due, years):
        found.append(FactChange(kind="deadline", note=note, old=_due_words(old.due), new=_due_words(new.due)))
    if old.commitment and new.commitment and old.commitment != new.commitment:
        raised = _STRENGTH.index(new.commitment) > _STRENGTH.index(old.commitment)
        note = "commitment_raised" if raised else "commitment_lowered"
        found.append(FactChange(kind="commitment", note=note, old=old.commitment, new=new.commitment))
    return found


def _bodies_words(responsibility: Responsibility) -> str | None:
    return "、".join(f"{body.name}({body.role})" for body in responsibility.bodies) or None


def _due_words(due: Sequence[Deadline]) -> str | None:
    return "、".join(deadline.text for deadline in due) or None


def bodies_of(responsibility: Responsibility) -> frozenset[tuple[str, str]]:
    """The responsible bodies with their roles, whatever their order."""
    return frozenset((canonical(body.name), body.role) for body in responsibility.bodies)


def _times(due: Sequence[Deadline], year: int | None) -> list[tuple[str, str]]:
    """Each deadline as its words and its day counted from the plan's year: 年底前 is ("年底前", "+0-12-31")."""
    return [(canonical(d.text), _relative(d, year)) for d in due]


def _relative(deadline: Deadline, year: int | None) -> str:
    if deadline.date is None or year is None:
        return canonical(deadline.text)
    stated, rest = deadline.date.split("-", 1)
    return f"{int(stated) - year:+d}-{rest}"


def _each_in(some: list[tuple[str, str]], others: list[tuple[str, str]]) -> bool:
    return all(any(words == w or day == d for w, d in others) for words, day in some)


def _gained(what: str, before: bool, after: bool) -> list[str]:
    if before == after:
        return []
    return [f"{what}_added" if after else f"{what}_dropped"]
