"""Whose a duty in prose is: the bodies right before a word of duty, or at the head of its clause or of one before it."""

import re
from dataclasses import dataclass

from kjplan.extraction.duties import unit_lists
from kjplan.extraction.duties.actors import is_actor, is_field
from kjplan.extraction.duties.duty_clauses import before_modals, can_be_named, is_manner, opened
from kjplan.extraction.duties.duty_words import AFTER_BY, BY, FOLLOWS, GLUED, TOLD
from kjplan.extraction.duties.unit_lists import Name
from kjplan.extraction.names.body_ends import LISTED, end_of
from kjplan.late import late

_REACH = 120
"""No subject is longer."""
_HEAD = 60
"""No subject at the head of a clause ends later."""
_MOST_CLAUSES = 6
_NEAR = frozenset(f"{''.join(word[-1] for word in LISTED)})居方")
"""What a body's name or an open end ends in: no other character stands before a duty and its words of manner."""
_ROLE_NOUN = re.compile(r"单位|部门")
_OFFICE_AFTER_BY = late(f"(?!外|本|内)[一-鿿]{{2,5}}{end_of('部')}")
"""An office of an association or a bank, so surely only behind 由: 由青少年部负责."""


@dataclass(slots=True, frozen=True)
class Subject:
    """The bodies that a word of duty is said of."""

    start: int
    names: list[Name]
    by: bool
    """Whether they stand behind 由."""


@dataclass(slots=True, frozen=True)
class Before:
    """The duty before in the sentence of a word of duty."""

    end: int
    beside: int
    """Where the names end that stand behind 会同; -1 where there are none."""


def right_before(text: str, m: re.Match[str], duty: Before | None) -> Subject | None:
    """The bodies right before a word of duty, where they begin a clause or follow 由; None where none do."""
    end = m.start()
    stop = before_modals(text, end)
    named = text[stop - 1 : stop] == ":"  # 市应急局:负责综合协调
    stop -= named
    if text[stop - 1 : stop] not in _NEAR and not (duty and text.startswith("等", stop, end)):
        return None  # behind a duty also 公安、卫健等部门配合
    if _ROLE_NOUN.match(text, m.end()) and not text[stop:end].endswith(("为", "是")):
        return None
    floor = max(0, end - _REACH)
    clause = max(*(text.rfind(mark, floor, stop) + 1 for mark in "。;!:?,\n"), floor)
    by = list(BY.finditer(text, clause, stop))
    start = opened(text, by[-1].end() if by else clause, stop)
    if duty and clause < duty.end:
        if stop <= duty.end or (duty.end == duty.beside and text[duty.beside] == "、"):
            return None  # 甲局会同乙局、各车站开展…: the list goes on
        # In one clause the next subject stands behind the duty before: 甲局牵头、乙局配合.
        rest = text[duty.end : stop]
        start = stop - len(rest.lstrip("、,"))
    names = unit_lists.split(text, start, stop)
    if named and clause and text[clause - 1] not in "。;":
        return None
    handed = bool(by) and len(names) == 1 and _is_handed_to(text[names[0].start : names[0].end])
    if handed or _are_named(text, names, duty):
        return Subject(start, names, bool(by) or named)
    if start == 0 and (glued := GLUED.match(text[:stop])):
        return Subject(glued.start("body"), unit_lists.split(text, *glued.span("body")), by=False)
    return None


def at_head(text: str, m: re.Match[str], duty: Before | None) -> Subject | None:
    """The bodies at the head of the clause of a word of duty or of one before it in the sentence: 甲局要加强管理，会同乙局….

    Behind the head may stand a manner (按照职责依法负责), or whole clauses when 会同 or 负责 begins its own.
    """
    end = m.start()
    stop = before_modals(text, end)
    floor = max(0, end - _REACH)
    at, own = stop, True
    for _ in range(_MOST_CLAUSES):
        clause = max(*(text.rfind(mark, floor, at) + 1 for mark in ",;。!?:\n"), floor)
        if (found := _head(text, clause, at, duty)) and (not own or is_manner(text, found[1], stop, m.group())):
            return found[0]
        if clause <= floor or text[clause - 1] not in ",;":
            return None
        if own and clause != stop and not (text.startswith("对", clause) and m.group().endswith("总责")):
            return None
        at, own = clause - 1, False
    return None


def handed_over(text: str, subject: Subject) -> str:
    """What stands before 由 and is handed to the bodies, which may be a cost: 所需经费由市财政局承担."""
    floor = max(0, subject.start - _REACH)
    clause = max(text.rfind(mark, floor, subject.start) + 1 for mark in "。;,")
    return text[max(clause, floor) : subject.start]


def is_told(text: str, subject: Subject) -> bool:
    """Whether the sentence before the bodies says that it tells of the past."""
    floor = max(0, subject.start - _REACH)
    return TOLD.search(text, max(floor, text.rfind("。", floor, subject.start)), subject.start) is not None


def _head(text: str, clause: int, stop: int, duty: Before | None) -> tuple[Subject, int] | None:
    """The bodies that a clause begins with, and where the words behind them begin."""
    by = list(BY.finditer(text, clause, stop))
    start = by[-1].end() if by else opened(text, clause, stop)
    found = None
    for m in FOLLOWS.finditer(text, start + 2, min(stop, start + _HEAD)):
        if text[m.start() - 1] in _NEAR:
            names = unit_lists.split(text, start, m.start())
            if _are_named(text, names, duty):
                found = Subject(start, names, bool(by)), m.start()
    return found


def _are_named(text: str, names: list[Name], duty: Before | None) -> bool:
    """Whether the first is surely a body, and the others can be; beside a duty, any that can be one counts."""
    named = [text[n.start : n.end] for n in names]
    if duty is None and len(named) > 1 and named[-1].endswith("部门") and all(map(is_field, named[:-1])):
        return is_actor(named[-1])  # 邮政、公安部门负责
    return bool(named) and (duty is not None or is_actor(named[0])) and all(map(can_be_named, named))


def _is_handed_to(name: str) -> bool:
    return name in AFTER_BY or _OFFICE_AFTER_BY.fullmatch(name) is not None
