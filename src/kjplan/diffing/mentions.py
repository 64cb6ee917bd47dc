"""What two plans name: documents, quoted terms, bodies; and what became of the documents that one of them promised."""

import re
from collections.abc import Iterable
from typing import TypeVar

from kjplan.diffing.result import BodyChanges, DocumentChanges, DocumentPair, TermChanges
from kjplan.matching.wording import canonical
from kjplan.model import DocumentReference, Plan
from kjplan.naming.short_titles import full_titles

T = TypeVar("T")

_PROMISED = frozenset({"draft", "revise", "issue"})
"""What a plan says of a document that is still to come out."""

# 《…条例(草案)》 comes out as 《…条例》. The years of a programme are part of its name: 2016—2020 is another one.
_STATE = re.compile(r"\((?:试行|暂行|草案|送审稿|征求意见稿|修订|修订版|修正案)\)$")
_SHORTEST = 6
"""A title so long is known again when a place or body is put before it: 市科技创新促进条例, 科技创新促进条例."""


def compare_documents(old: Plan, new: Plan) -> DocumentChanges:
    """Documents added and removed, and those promised in the old plan that the new one cites or still promises."""
    one, other = (_documents(plan) for plan in (old, new))
    heirs = _heirs(one, other)
    kept = set(heirs.values())
    found = DocumentChanges(
        added=[mentions[0] for name, mentions in other.items() if name not in kept],
        removed=[one[name][0] for name, heir in heirs.items() if heir is None],
    )
    for name, heir in heirs.items():
        promise = next((d for d in one[name] if d.relation in _PROMISED), None)
        if promise is None or heir is None:
            continue
        again = next((d for d in other[heir] if d.relation in _PROMISED), None)
        if again is None:
            found.issued.append(DocumentPair(old=promise, new=other[heir][0]))
        else:
            found.promised_again.append(DocumentPair(old=promise, new=again))
    return found


def _documents(plan: Plan) -> dict[str, list[DocumentReference]]:
    """Everything that the measures say of each document, by its name."""
    found: dict[str, list[DocumentReference]] = {}
    full = full_titles(plan)
    for measure in plan.measures:
        for document in measure.documents:
            title = full.get(id(document), document.title)
            found.setdefault(_STATE.sub("", canonical(title)), []).append(document)
    return found


def _heirs(old: Iterable[str], new: Iterable[str]) -> dict[str, str | None]:
    """For each old name the new plan's name of that document; where more than one might be meant, none."""
    news = set(new)
    heirs: dict[str, str | None] = {name: name if name in news else None for name in old}
    by_end: dict[str, tuple[list[str], list[str]]] = {}
    for side, names in enumerate((heirs.keys() - news, news - heirs.keys())):
        for name in sorted(names):
            by_end.setdefault(name[-_SHORTEST:], ([], []))[side].append(name)
    for olds, others in by_end.values():
        if len(olds) == len(others) == 1 and _extended(olds[0], others[0]):
            heirs[olds[0]] = others[0]
    return heirs


def _extended(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and longer.endswith(shorter)


def compare_terms(old: Plan, new: Plan) -> TermChanges:
    """Quoted terms of measures that only one plan has."""
    one, other = (_by_name((t.text, t) for m in plan.measures for t in m.terms) for plan in (old, new))
    return TermChanges(added=_only(other, one), removed=_only(one, other))


def compare_bodies(old: Plan, new: Plan) -> BodyChanges:
    """Bodies that only one plan names, responsible or not."""
    one, other = (_by_name((name, name) for name in _bodies(plan)) for plan in (old, new))
    return BodyChanges(added=_only(other, one), removed=_only(one, other))


def _bodies(plan: Plan) -> Iterable[str]:
    for goal in plan.goals:
        yield from (body.name for body in goal.responsibility.bodies)
    for measure in plan.measures:
        yield from (body.name for body in measure.responsibility.bodies)
        yield from (body.name for body in measure.bodies)


def _by_name(named: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Things by their canonical name; of several with one name the first."""
    found: dict[str, T] = {}
    for name, thing in named:
        found.setdefault(canonical(name), thing)
    return found


def _only(these: dict[str, T], others: dict[str, T]) -> list[T]:
    return [thing for name, thing in these.items() if name not in others]
