"""What changed about who is responsible, by when and how strongly a measure commits, as short codes in a fixed order."""

from collections.abc import Sequence

from kjplan.diffing.result import FactChange
from kjplan.matching.promises import gained
from kjplan.matching.wording import canonical
from kjplan.model import Deadline, Measure, Responsibility

_STRENGTH = ("explore", "support", "advance", "establish", "achieve")
"""Commitments, weakest first."""


def responsibility_notes(old: Responsibility, new: Responsibility) -> list[str]:
    """responsibility_dropped, _added or _changed; bodies in another order are no change."""
    if old.stated and new.stated:
        return ["responsibility_changed"] if bodies_of(old) != bodies_of(new) else []
    return gained("responsibility", old.stated, new.stated)


def deadline_notes(old: Sequence[Deadline], new: Sequence[Deadline], years: tuple[int | None, int | None]) -> list[str]:
    """deadline_dropped, _added or _changed; the same words, or the same day of the plan's year, are no change.

    :param years: the years of the two plans
    """
    if old and new:
        one, other = _times(old, years[0]), _times(new, years[1])
        return [] if _each_in(one, other) and _each_in(other, one) else ["deadline_changed"]
    return gained("deadline", bool(old), bool(new))


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
