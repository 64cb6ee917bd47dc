"""Duties in prose: only where a body is the subject and the duty is its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjplan.extraction.duties import unit_lists
from kjplan.extraction.duties.actors import is_actor
from kjplan.extraction.duties.duty_clauses import before_modals, can_be_named, is_manner, opened
from kjplan.extraction.duties.duty_lists import Group, divides
from kjplan.extraction.duties.duty_words import (
    AFTER_BY,
    ALLIES,
    ASKED,
    BESIDE,
    BESIDE_KEY,
    BY,
    DONE,
    DRAWN_UP,
    FOLLOWS,
    GLUED,
    HELP,
    HINTS,
    KEY,
    ONLY_BY,
    OTHERS,
    PAID,
    ROLES,
    SEES_TO,
    SET_UP,
    STANDING,
    TOLD,
    WITH,
)
from kjplan.extraction.duties.unit_lists import Name
from kjplan.extraction.names.unit_names import is_department, is_open_group, looks_like_body
from kjplan.extraction.tables import by_first
from kjplan.late import late
from kjplan.model import BodyRole

_REACH = 120
"""No subject is longer."""
_HEAD = 60
"""No subject at the head of a clause ends later."""
_HINT = re.compile(by_first(HINTS))
_STOPS = re.compile(r"[。!?:\n]")
_MOST_CLAUSES = 6
_NEAR = frozenset("局委办厅署部院会室府处科股社团司行心区县市镇乡站队所位门关)道地方州盟旗专班组馆联协团构街台园村校居")
"""What a body's name or an open end ends in: no other character stands before a duty and its words of manner."""
_OBJECT = re.compile(r"[^、,。;!?:\n]{0,40}(?=[、,。;!?:\n]|$)")
"""What the duty is, where its clause is short: 负责资金保障."""
_ROLE_NOUN = re.compile(r"单位|部门")
_LEADING = ("牵头", "负责牵头", "总牵头", "主办")
_NO_OBJECT = re.compile(r"(?:落实)?\s{0,4}(?:[、,。;!:]|$)")
_OFFICE_AFTER_BY = late("(?!外|本|内)[一-鿿]{2,5}(?<![东西南北中内全总干局乐上下外腹面])部")
"""An office of an association or a bank, so surely only behind 由: 由青少年部负责."""
_MANY_ANSWER = re.compile(r"[^,。;]{0,4}(?:负责|承担|组织实施)")


def _is_handed_to(name: str) -> bool:
    return name in AFTER_BY or _OFFICE_AFTER_BY.fullmatch(name) is not None


@dataclass(slots=True)
class Duty:
    """A statement of duty at ``[start, end)`` and its groups of names."""

    start: int
    end: int
    groups: list[Group]


@dataclass(slots=True, frozen=True)
class _Subject:
    """The bodies that a word of duty is said of."""

    start: int
    names: list[Name]
    by: bool
    """Whether they stand behind 由."""


def _first_hint(folded: str) -> int | None:
    """Where the first word stands of which every duty in prose holds one; 由 counts with what is handed over."""
    hint = _HINT.search(folded)
    found = [] if hint is None else [hint.start()]
    if "由" in folded and any(word in folded for word in ONLY_BY):
        found.append(folded.find("由"))
    return min(found, default=None)


def find_duties(folded: str) -> Iterator[Duty]:
    """Duties that prose gives to bodies.

    支持领军企业牵头组建创新联合体 and 由项目承担单位负责 are none: no body is named, or the power and not the duty is
    given. 建立由科技部牵头的联席会议制度 is none: it describes what is set up.
    """
    if (first := _first_hint(folded)) is None:
        return
    for m in ASKED.finditer(folded) if "请" in folded else ():
        names = unit_lists.split(folded, *m.span("asked"))
        if not is_department(folded[names[0].start : names[0].end]):
            continue
        groups: list[Group] = [(names, "joint")]
        if m["with"]:
            groups = [(names, "lead"), (unit_lists.split(folded, *m.span("with")), "support")]
        yield Duty(m.start(), m.end(), groups)
    yield from _Sentences(folded).read(max(0, first - 1))


class _Sentences:
    """Reads the words of duty in order; in one sentence 会同 and 配合 go with the body that leads."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.duty: Duty | None = None
        """The last one, while its sentence goes on."""
        self.read_to = 0
        """How far the text was looked through for the end of a sentence, and for what others do."""
        self.beside = -1
        """Where the names end that stand behind 会同."""
        self.led = False
        """Whether 牵头 stands in that sentence: who is 负责 beside it does not lead."""

    def read(self, first: int) -> Iterator[Duty]:
        """Every duty from ``first`` on, when its sentence is over."""
        for m in KEY.finditer(self.text, first):
            yield from self._go_on_to(m.start())
            self._take(m)
        yield from self._go_on_to(len(self.text))
        if self.duty:
            yield self.duty

    def _go_on_to(self, end: int) -> Iterator[Duty]:
        """Add what others do beside the last duty before ``end``; give it where its sentence is over by then."""
        if self.duty:
            start, self.read_to = max(self.duty.end, self.read_to), end
            stop = _STOPS.search(self.text, start, end)
            for m in BESIDE_KEY.finditer(self.text, start, stop.start() if stop else end):
                self._take(m)
            if stop:
                yield self.duty
                self.duty, self.led = None, False

    def _take(self, m: re.Match[str]) -> None:
        word = m.group()
        if word in WITH and not self.led:
            return
        if self.duty and word in BESIDE and (word in WITH or not self._begins_anew(m)):
            self._extend(m)
            return
        subject = self._subject(m) or (self._headed(m) if self._may_stand_apart(word) else None)
        if subject is None or DONE.match(self.text, m.end()) or self._is_set_up(m) or self._is_told(subject):
            return
        if word in HELP:
            self._add(subject, HELP[word], m.end())
        elif (
            word not in ONLY_BY
            or (self.duty and word not in DRAWN_UP)
            or (subject.by and not PAID.search(handed := self._handed_over(subject)) and not STANDING.search(handed))
        ):
            self._state(subject, m)

    def _may_stand_apart(self, word: str) -> bool:
        """Whether the subject may stand at the head of the sentence; beside a duty, only that of 对…负总责."""
        return word.endswith("总责") or not (self.duty or word in HELP)

    def _begins_anew(self, m: re.Match[str]) -> bool:
        """Whether 会同 has a subject of its own, and so another duty begins: 甲局负责…；乙局会同丙局…."""
        return (subject := self._subject(m)) is not None and subject.start >= (self.duty.end if self.duty else 0)

    def _state(self, subject: _Subject, m: re.Match[str]) -> None:
        names, role = subject.names, ROLES[m.group()]
        # A lone 负责 leads its own share: 甲局负责…，乙局负责…; not 甲局牵头，乙局按职责分工负责.
        beside = self.duty is not None and m.group() in SEES_TO
        rest_of_it = beside or (self.led and _NO_OBJECT.match(self.text, m.end()))
        if role == "joint" and len(names) == 1 and not (rest_of_it or divides(self.text, names[0])):
            role = "lead"
        self.led = self.led or m.group() in _LEADING
        rest = _OBJECT.match(self.text, m.end())
        duty = Duty(subject.start, rest.end() if rest else m.end(), [(names, role)])
        if self.duty:
            duty.start, duty.groups = self.duty.start, [*self.duty.groups, *duty.groups]
        self.duty = duty
        if m.group() in BESIDE:
            duty.end = m.end()
            self._extend(m)
            if len(names) > 1 and _MANY_ANSWER.match(self.text, duty.end):
                duty.groups[-2:] = [(names, "joint"), *duty.groups[-1:]] if len(duty.groups) > 1 else [(names, "joint")]

    def _extend(self, m: re.Match[str]) -> None:
        """Add those whom the leading body is to go together with."""
        pattern = OTHERS if m.group() not in WITH else ALLIES
        if self.duty is None or (others := pattern.match(self.text, m.end())) is None:
            return
        names = unit_lists.split(self.text, *others.span())
        if pattern is ALLIES and (self._begins_anew(m) or not self._are_allies(names)):
            return  # 甲局牵头，联合企业开展对接
        self.duty.groups.append((names, "support"))
        self.duty.end = self.beside = others.end()

    def _are_allies(self, names: list[Name]) -> bool:
        """Whether the first is surely a body and the others can be, but for persons in the last place (各处室值班人员)."""
        named = [self.text[n.start : n.end] for n in names]
        if len(named) > 1 and named[-1].endswith("人员"):
            named.pop()
        return is_actor(named[0]) and all(looks_like_body(name) or is_open_group(name) for name in named)

    def _add(self, subject: _Subject, role: BodyRole, end: int) -> None:
        if self.duty:
            self.duty.groups.append((subject.names, role))
            self.duty.end = end

    def _subject(self, m: re.Match[str]) -> _Subject | None:
        """The bodies right before a word of duty, where they begin a clause or follow 由; None where none do."""
        text, end = self.text, m.start()
        stop = before_modals(text, end)
        named = text[stop - 1 : stop] == ":"  # 市应急局:负责综合协调
        stop -= named
        if text[stop - 1 : stop] not in _NEAR:
            return None
        if _ROLE_NOUN.match(text, m.end()) and not text[stop:end].endswith(("为", "是")):
            return None
        floor = max(0, end - _REACH)
        clause = max(*(text.rfind(mark, floor, stop) + 1 for mark in "。;!:?,\n"), floor)
        by = list(BY.finditer(text, clause, stop))
        start = opened(text, by[-1].end() if by else clause, stop)
        if self.duty and clause < self.duty.end:
            if stop <= self.duty.end or (self.duty.end == self.beside and text[self.beside] == "、"):
                return None  # 甲局会同乙局、各车站开展…: the list goes on
            # In one clause the next subject stands behind the duty before: 甲局牵头、乙局配合.
            rest = text[self.duty.end : stop]
            start = stop - len(rest.lstrip("、,"))
        names = unit_lists.split(text, start, stop)
        if named and clause and text[clause - 1] not in "。;":
            return None
        handed = bool(by) and len(names) == 1 and _is_handed_to(text[names[0].start : names[0].end])
        if handed or self._are_named(names):
            return _Subject(start, names, bool(by) or named)
        if start == 0 and (glued := GLUED.match(text[:stop])):
            return _Subject(glued.start("body"), unit_lists.split(text, *glued.span("body")), by=False)
        return None

    def _headed(self, m: re.Match[str]) -> _Subject | None:
        """The bodies at the head of this clause or of one before it in the sentence: 甲局要加强管理，会同乙局….

        Behind the head may stand a manner (按照职责依法负责), or whole clauses when 会同 or 负责 begins its own.
        """
        text, end = self.text, m.start()
        stop = before_modals(text, end)
        floor = max(0, end - _REACH)
        at, own = stop, True
        for _ in range(_MOST_CLAUSES):
            clause = max(*(text.rfind(mark, floor, at) + 1 for mark in ",;。!?:\n"), floor)
            if (found := self._head(clause, at)) and (not own or is_manner(text, found[1], stop, m.group())):
                return found[0]
            if clause <= floor or text[clause - 1] not in ",;":
                return None
            if own and clause != stop and not (text.startswith("对", clause) and m.group().endswith("总责")):
                return None
            at, own = clause - 1, False
        return None

    def _head(self, clause: int, stop: int) -> tuple[_Subject, int] | None:
        """The bodies that a clause begins with, and where the words behind them begin."""
        text = self.text
        by = list(BY.finditer(text, clause, stop))
        start = by[-1].end() if by else opened(text, clause, stop)
        found = None
        for m in FOLLOWS.finditer(text, start + 2, min(stop, start + _HEAD)):
            if text[m.start() - 1] in _NEAR:
                names = unit_lists.split(text, start, m.start())
                if self._are_named(names):
                    found = _Subject(start, names, bool(by)), m.start()
        return found

    def _are_named(self, names: list[Name]) -> bool:
        """Whether the first is surely a body, and the others can be; beside a duty, any that can be one counts."""
        named = [self.text[n.start : n.end] for n in names]
        return bool(named) and (self.duty is not None or is_actor(named[0])) and all(map(can_be_named, named))

    def _handed_over(self, subject: _Subject) -> str:
        """What stands before 由 and is handed to the bodies, which may be a cost: 所需经费由市财政局承担."""
        floor = max(0, subject.start - _REACH)
        clause = max(self.text.rfind(mark, floor, subject.start) + 1 for mark in "。;,")
        return self.text[max(clause, floor) : subject.start]

    def _is_told(self, subject: _Subject) -> bool:
        """Whether the sentence before the bodies says that it tells of the past."""
        floor = max(0, subject.start - _REACH)
        return (
            TOLD.search(self.text, max(floor, self.text.rfind("。", floor, subject.start)), subject.start) is not None
        )

    def _is_set_up(self, m: re.Match[str]) -> bool:
        """Whether the duty describes a thing that is set up: 由甲局牵头、乙局参加的领导小组."""
        if not (made := SET_UP.match(self.text, m.end())):
            return False
        names = unit_lists.split(self.text, *made.span("others"))
        return all(can_be_named(self.text[n.start : n.end].lstrip(",")) for n in names)
