"""Duties in prose: only where a body is the subject and the duty is its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjplan.extraction.duties import unit_lists
from kjplan.extraction.duties.actors import is_actor
from kjplan.extraction.duties.duty_clauses import can_be_named
from kjplan.extraction.duties.duty_lists import Group, divides
from kjplan.extraction.duties.duty_words import (
    ALLIES,
    ASKED,
    BESIDE,
    BESIDE_KEY,
    DONE,
    DRAWN_UP,
    HELP,
    HINTS,
    KEY,
    ONLY_BY,
    OTHERS,
    OVER_ALL,
    PAID,
    ROLES,
    SEES_TO,
    SET_UP,
    STANDING,
    TO_ACT,
    WITH,
)
from kjplan.extraction.duties.subjects import Before, Subject, at_head, handed_over, is_told, right_before
from kjplan.extraction.duties.unit_lists import Name
from kjplan.extraction.names.unit_names import is_department, is_open_group, looks_like_body
from kjplan.extraction.tables import by_first
from kjplan.model import BodyRole

_HINT = re.compile(by_first(HINTS))
_STOPS = re.compile(r"[。!?:\n]")
_OBJECT = re.compile(r"[^、,。;!?:\n]{0,40}(?=[、,。;!?:\n]|$)")
"""What the duty is, where its clause is short: 负责资金保障."""
_LEADING = ("牵头", "负责牵头", "总牵头", "牵总", "主办", "负总责", "总负责")
_NO_OBJECT = re.compile(r"(?:落实)?\s{0,4}(?:[、,。;!:]|$)")
_MANY_ANSWER = re.compile(r"[^,。;]{0,4}(?:负责|承担|组织实施)")


@dataclass(slots=True)
class Duty:
    """A statement of duty at ``[start, end)`` and its groups of names."""

    start: int
    end: int
    groups: list[Group]


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
        named = folded[names[0].start : names[0].end]
        if not (is_department(named) or is_actor(named)):
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
        organises = not self.duty and OVER_ALL.match(self.text, m.start()) is not None
        if word in WITH and not self.led and not organises:
            return
        if self.duty and word in BESIDE and (word in WITH or not self._begins_anew(m)):
            self._extend(m)
            return
        subject = self._subject(m) or (at_head(self.text, m, self._before()) if self._may_stand_apart(word) else None)
        if subject is None or DONE.match(self.text, m.end()) or self._is_set_up(m) or is_told(self.text, subject):
            return
        if word in HELP:
            self._add(subject, HELP[word], m.end())
        elif (
            word not in ONLY_BY
            or OVER_ALL.match(self.text, m.start())
            or (self.duty and word not in DRAWN_UP)
            or (
                subject.by
                and not PAID.search(handed := handed_over(self.text, subject))
                and not STANDING.search(handed)
            )
        ):
            self._state(subject, m)

    def _may_stand_apart(self, word: str) -> bool:
        """Whether the subject may stand at the head of the sentence; beside a duty, only that of 对…负总责."""
        return word.endswith("总责") or not (self.duty or word in HELP)

    def _begins_anew(self, m: re.Match[str]) -> bool:
        """Whether 会同 has a subject of its own, and so another duty begins: 甲局负责…；乙局会同丙局…."""
        return (subject := self._subject(m)) is not None and subject.start >= (self.duty.end if self.duty else 0)

    def _state(self, subject: Subject, m: re.Match[str]) -> None:
        names, role = subject.names, ROLES.get(m.group(), "joint")
        # A lone 负责 leads its own share: 甲局负责…，乙局负责…; not 甲局牵头，乙局按职责分工负责.
        beside = self.duty is not None and m.group() in SEES_TO
        rest_of_it = beside or (self.led and _NO_OBJECT.match(self.text, m.end()))
        if role == "joint" and len(names) == 1 and not (rest_of_it or divides(self.text, names[0])):
            role = "lead"
        self.led = self.led or m.group() in _LEADING or OVER_ALL.match(self.text, m.start()) is not None
        rest = _OBJECT.match(self.text, m.end())
        duty = Duty(subject.start, rest.end() if rest else m.end(), [(names, role)])
        if self.duty:
            duty.start, duty.groups = self.duty.start, [*self.duty.groups, *duty.groups]
        self.duty = duty
        if m.group() in BESIDE and m.group() not in WITH:
            duty.end = m.end()
            self._extend(m)
            if len(names) > 1 and _MANY_ANSWER.match(self.text, duty.end):
                duty.groups[-2:] = [(names, "joint"), *duty.groups[-1:]] if len(duty.groups) > 1 else [(names, "joint")]

    def _extend(self, m: re.Match[str]) -> None:
        """Add those whom the leading body is to go together with."""
        pattern = OTHERS if m.group() not in WITH else ALLIES
        if self.duty is None:
            return
        if pattern is OTHERS and (whole := TO_ACT.match(self.text, m.end())) and self._are_actors(whole):
            self.duty.groups.append((unit_lists.split(self.text, *whole.span("others")), "support"))
            self.duty.end = self.beside = whole.end("others")
            return
        if (others := pattern.match(self.text, m.end())) is None:
            return
        names = unit_lists.split(self.text, *others.span())
        if pattern is ALLIES and (self._begins_anew(m) or not self._are_allies(names)):
            return  # 甲局牵头，联合企业开展对接
        self.duty.groups.append((names, "support"))
        self.duty.end = self.beside = others.end()

    def _are_actors(self, m: re.Match[str]) -> bool:
        """Whether all that 会同 names up to what is done is surely bodies."""
        named = [self.text[n.start : n.end] for n in unit_lists.split(self.text, *m.span("others"))]
        return bool(named) and all(is_actor(name) or is_open_group(name) for name in named)

    def _are_allies(self, names: list[Name]) -> bool:
        """Whether the first is surely a body and the others can be, but for persons in the last place (各处室值班人员)."""
        named = [self.text[n.start : n.end] for n in names]
        if len(named) > 1 and named[-1].endswith("人员"):
            named.pop()
        return is_actor(named[0]) and all(looks_like_body(name) or is_open_group(name) for name in named)

    def _add(self, subject: Subject, role: BodyRole, end: int) -> None:
        if self.duty:
            self.duty.groups.append((subject.names, role))
            self.duty.end = end

    def _subject(self, m: re.Match[str]) -> Subject | None:
        return right_before(self.text, m, self._before())

    def _before(self) -> Before | None:
        return Before(self.duty.end, self.beside) if self.duty else None

    def _is_set_up(self, m: re.Match[str]) -> bool:
        """Whether the duty describes a thing that is set up: 由甲局牵头、乙局参加的领导小组."""
        if not (made := SET_UP.match(self.text, m.end())):
            return False
        names = unit_lists.split(self.text, *made.span("others"))
        return all(can_be_named(self.text[n.start : n.end].lstrip(",")) for n in names)
