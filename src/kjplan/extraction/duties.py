"""Duties in prose: only where a named department is the subject and the duty is its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjplan.extraction import unit_lists
from kjplan.extraction.duty_lists import MANNER, Group
from kjplan.extraction.names import DEPARTMENT
from kjplan.extraction.tables import by_first, joined, words
from kjplan.extraction.unit_lists import Name
from kjplan.extraction.unit_names import is_department, is_open_group, looks_like_body
from kjplan.model import BodyRole

HINTS = ("请", "牵头", "会同", "负总责", "负责")
"""Words one of which every duty in prose holds."""
_KEY = re.compile(
    by_first(
        [
            *("牵头(?!的|人|领导)", "会同", "负总责", "总负责", "负责(?!人|同志|任|制|的|单位|部门)"),
            *joined(("配合", "参与", "协助"), ("(?!的|单位|部门)",)),
        ]
    )
)
_ROLES: dict[str, BodyRole] = {"牵头": "lead", "会同": "lead", "负总责": "lead", "总负责": "lead", "负责": "joint"}
"""Roles by the word of the duty; 配合, 参与 and 协助 support whoever leads in the sentence."""
_REACH = 120
"""No subject is longer."""
_STOPS = re.compile(r"[。;!:?\n]")
_MODALS = (*MANNER, *words("发挥 发挥好 抓好 履行 履行好 充分 作为 为 是 加强"))
"""What stands between a subject and its duty: 要继续做好."""
_MOST_MODALS = 6
_NEAR = frozenset("局委办厅署部院会室府处科社团司行心区县市镇乡站队所位门)等")
"""What a body's name or an open end ends in: no other character stands before a duty and its words of manner."""
_BY = re.compile(r"(?<![理自经缘因])(?<!建立)(?<!成立)(?<!组建)(?<!形成)(?<!构建)(?<!完善)(?<!健全)由|授权|责成")
_DONE = re.compile(r"[^,。;]{0,40}(?<!为)了(?!解)")
"""生态环境部会同水利部制订了办法: a thing of the past."""
_OBJECT = re.compile(r"[^、,。;!?:\n]{0,40}(?=[、,。;!?:\n]|$)")
"""What the duty is, where its clause is short: 负责资金保障."""
_ROLE_NOUN = re.compile(r"单位|部门")

_NAME = rf"(?:{DEPARTMENT}|各?有关部门|各?相关部门|各?有关单位)"
_LIST = rf"{_NAME}(?:(?:、|和){_NAME}){{0,12}}(?:等(?:国务院)?(?:各?有关|各?相关)?(?:部门|单位)|等)?"
_AT_LIST = re.compile(_LIST)
# A blank after the full stop is a typist's habit.
_ASKED = re.compile(rf"(?:^|(?<=[。;!,])|(?<=[。;!,] ))请(?P<asked>{_LIST})(?:会同(?P<with>{_LIST})|牵头)?")


@dataclass(slots=True)
class Duty:
    """A statement of duty at ``[start, end)`` and its groups of names."""

    start: int
    end: int
    groups: list[Group]


def find_duties(folded: str) -> Iterator[Duty]:
    """Duties that prose gives to named departments.

    支持领军企业牵头组建创新联合体 and 由项目承担单位负责 are none: no department is named, or the power and not the duty is
    given. 建立由科技部牵头的联席会议制度 is none: it describes what is set up.
    """
    if not any(word in folded for word in HINTS):
        return
    for m in _ASKED.finditer(folded) if "请" in folded else ():
        names = unit_lists.split(folded, *m.span("asked"))
        if not _are_named(folded, names):
            continue
        groups: list[Group] = [(names, "joint")]
        if m["with"]:
            groups = [(names, "lead"), (unit_lists.split(folded, *m.span("with")), "support")]
        yield Duty(m.start(), m.end(), groups)
    yield from _Sentences(folded).read()


class _Sentences:
    """Reads the words of duty in order; in one sentence 会同 and 配合 go with the body that leads."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.duty: Duty | None = None
        """The last one, while its sentence goes on."""

    def read(self) -> Iterator[Duty]:
        """Every duty, when its sentence is over."""
        for m in _KEY.finditer(self.text):
            if self.duty and _STOPS.search(self.text, self.duty.end, m.start()):
                yield self.duty
                self.duty = None
            self._take(m)
        if self.duty:
            yield self.duty

    def _take(self, m: re.Match[str]) -> None:
        word = m.group()
        if self.duty and word == "会同":
            self._extend(m)
        elif (subject := self._subject(m)) is None:
            return
        elif word not in _ROLES:
            self._support(subject, m.end())
        elif not (word == "会同" and _DONE.match(self.text, m.end())):
            self._state(subject, m)

    def _state(self, subject: tuple[int, list[Name]], m: re.Match[str]) -> None:
        start, names = subject
        role = _ROLES[m.group()]
        # A lone 负责 leads its own share: 甲局负责…，乙局负责….
        group: Group = (names, "lead" if role == "joint" and len(names) == 1 else role)
        groups: list[Group] = []
        if self.duty:
            start, groups = self.duty.start, self.duty.groups
        groups.append(group)
        rest = _OBJECT.match(self.text, m.end())
        self.duty = Duty(start, rest.end() if rest else m.end(), groups)
        if m.group() == "会同":
            self.duty.end = m.end()
            self._extend(m)

    def _extend(self, m: re.Match[str]) -> None:
        """Add those whom the leading body is to go together with."""
        if self.duty and (others := _AT_LIST.match(self.text, m.end())):
            self.duty.groups.append((unit_lists.split(self.text, *others.span()), "support"))
            self.duty.end = others.end()

    def _support(self, subject: tuple[int, list[Name]], end: int) -> None:
        if self.duty:
            self.duty.groups.append((subject[1], "support"))
            self.duty.end = end

    def _subject(self, m: re.Match[str]) -> tuple[int, list[Name]] | None:
        """The named bodies right before a word of duty, where they begin a clause or follow 由; None where none do."""
        text, end = self.text, m.start()
        stop = _before_modals(text, end)
        if text[stop - 1 : stop] not in _NEAR:
            return None
        if _ROLE_NOUN.match(text, m.end()) and not text[stop:end].endswith(("为", "是")):
            return None
        floor = max(0, end - _REACH)
        clause = max(*(text.rfind(mark, floor, stop) + 1 for mark in "。;!:?,\n"), floor)
        by = list(_BY.finditer(text, clause, stop))
        start = by[-1].end() if by else clause
        if self.duty and clause < self.duty.end <= stop:
            # In one clause the next subject stands behind the duty before: 甲局牵头、乙局配合.
            rest = text[self.duty.end : stop]
            start = stop - len(rest.lstrip("、,"))
        while start < stop and text[start].isspace():
            start += 1
        names = unit_lists.split(text, start, stop)
        return (start, names) if _are_named(text, names) else None


def _before_modals(text: str, end: int) -> int:
    """Where the words of manner begin that end at ``end``."""
    for _ in range(_MOST_MODALS):
        word = next((w for w in _MODALS if text.endswith(w, 0, end)), None)
        if word is None:
            break
        end -= len(word)
    return end


def _are_named(text: str, names: list[Name]) -> bool:
    """Whether the first is surely a department, and the others can be bodies."""
    named = [text[n.start : n.end] for n in names]
    return bool(named and is_department(named[0])) and all(
        looks_like_body(word) or is_department(word) or is_open_group(word) for word in named
    )
