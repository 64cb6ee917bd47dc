"""Which object of a plan a correction is about: by its id where the words are there, else by its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from kjplan.model import Document, Goal, Measure, Notice, Plan, Section, Span, Target, walk
from kjplan.reading.text import fold
from kjplan.storage.codec import CLASSES
from kjplan.storage.corrections.entry import WHOLE, Correction, correctable, holds_words
from kjplan.storage.corrections.values import holds, value_of

_BETWEEN = re.compile(r"[\s。:;,、]+")
"""What may stand between words that a person copies from a notice in one go: a wrapped line, the end of a title."""


def bare(words: str) -> str:
    """Words for comparing: half-width, without blanks and without the marks between phrases (2.6 keeps its point)."""
    return _BETWEEN.sub("", fold(words))


@dataclass
class Place:
    """An object that may be corrected."""

    kind: type
    id: str
    item: Any
    span: Span | None
    plan: Plan
    owner: "Place | None" = None
    """The goal or measure that a target belongs to."""

    @cached_property
    def words(self) -> str:
        """What stands in it, :func:`bare`; for what goes by a word (document, plan, notice): in the whole plan."""
        if self.kind in WHOLE.values():
            return bare("\n".join(_strings(self.plan)))
        return bare("\n".join(_words(self.item)))

    def has(self, was: str) -> bool:
        """Whether some words, :func:`bare`, stand in it."""
        if self.owner is None:
            return was in self.words
        target: Target = self.item
        own = [bare(words) for words in (target.quote, target.indicator) if words]
        return any(was in words for words in own) or (was in self.owner.words and any(words in was for words in own))

    def supports(self, correction: Correction) -> bool:
        """Whether what a correction stands on is here: the value that is wrong, or the words."""
        present = value_of(self.item, correction.field)
        values = present if isinstance(present, list) else [present]
        return any(_is(value, correction.was) for value in values) or self.has(bare(correction.was))


@dataclass(slots=True)
class Located:
    """Where a correction belongs."""

    place: Place | None
    """None where it belongs nowhere."""
    moved: bool = False
    """Whether that is not the object that its id names."""
    elsewhere: tuple[str, ...] = ()
    """Ids of the objects that its words stand in, where they stand in several."""


class Places:
    """The objects of a plan that may be corrected."""

    def __init__(self, plan: Plan) -> None:
        self.of_kind: dict[type, list[Place]] = {}
        self.by_id: dict[tuple[type, str], Place] = {}
        for place in _places(plan):
            self.of_kind.setdefault(place.kind, []).append(place)
            self.by_id.setdefault((place.kind, place.id), place)

    def locate_all(self, corrections: list[Correction]) -> list[Located]:
        """The objects that corrections are about; one that moved gives way to another one of the same field."""
        located = [self.locate(correction) for correction in corrections]
        taken: set[tuple[int, str]] = set()
        for moved in (False, True):
            for correction, found in zip(corrections, located, strict=True):
                place = found.place
                if place is None or found.moved != moved or correction.change != "set":
                    continue
                field = (id(place.item), correction.field)
                if field in taken:
                    found.place, found.elsewhere = None, (place.id,)
                taken.add(field)
        return located

    def locate(self, correction: Correction) -> Located:
        """The object that a correction is about.

        That is the one its id names, if what it stands on is there. Else the words decide, as ids shift with the
        numbers of a notice: the only object of its kind that has them. A text that already is as it should be is not
        looked for elsewhere, as nobody else has it by chance; a role or a number may be.
        """
        named = self.by_id.get((correction.kind, correction.id))
        if named is not None and named.supports(correction):
            return Located(named)
        right = named is not None and holds(named.item, correction)
        if right and (correction.change != "set" or holds_words(correctable(correction.kind)[correction.field])):
            return Located(named)
        found = self._having(bare(correction.was), correction.kind)
        if len(found) == 1:
            return Located(found[0], moved=True)
        return Located(named if right else None, elsewhere=tuple(place.id for place in found))

    def _having(self, was: str, kind: type) -> list[Place]:
        if kind in WHOLE.values():
            return []
        return [place for place in self.of_kind.get(kind, ()) if place.has(was)]


def _places(plan: Plan) -> Iterator[Place]:
    yield Place(Plan, "plan", plan, plan.title_span, plan)
    yield Place(Document, "document", plan.document, None, plan)
    if plan.notice is not None:
        yield Place(Notice, "notice", plan.notice, plan.notice.span, plan)
    for parts in (plan.parts, *(attachment.parts for attachment in plan.attachments)):
        for node, _ in walk(parts):
            place = Place(type(node), node.id, node, node.span, plan)
            yield place
            if not isinstance(node, Section):
                yield from (Place(Target, t.id, t, t.span, plan, place) for t in node.targets)


def _words(node: Section | Goal | Measure) -> Iterator[str]:
    """The words of a node in their order, without those of the nodes under it."""
    yield node.marker or ""
    if isinstance(node, Section):
        yield node.title or ""
        yield from (paragraph.text for paragraph in node.text)
        return
    if isinstance(node, Measure):
        yield node.title or ""
    yield node.text
    if isinstance(node, Measure):
        for item in node.items:
            yield from (item.marker or "", item.title or "", item.text)
    yield node.responsibility.quote or ""


def _strings(value: Any) -> Iterator[str]:
    """Every string of the plan."""
    todo = [value]
    while todo:
        value = todo.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            todo.extend(reversed(value))
        elif type(value) in CLASSES:
            todo.extend(getattr(value, name) for name in reversed(type(value).__slots__))


def _is(value: Any, was: str) -> bool:
    """Whether a value is what some words say: 2.60 is 2.6, 全角 is 半角."""
    if isinstance(value, bool):
        return was.strip().lower() == str(value).lower()
    if isinstance(value, int | Decimal):
        try:
            return Decimal(was.strip()) == value
        except InvalidOperation:
            return False
    return isinstance(value, str) and bare(value) == bare(was)
