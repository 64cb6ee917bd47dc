"""Who answers for a goal or measure, as far as the text says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kjplan.extraction import duties, unit_lists
from kjplan.extraction.tables import words
from kjplan.extraction.unit_lists import Name
from kjplan.model import BodyRole, Responsibility, ResponsibleBody
from kjplan.reading.text import Passage

LABELS: dict[str, BodyRole] = {
    **dict.fromkeys(
        words("牵头单位 牵头部门 牵头责任单位 牵头责任部门 牵头科室 牵头处室 牵头考核单位 主办单位"),
        "lead",
    ),
    **dict.fromkeys(
        words(
            "配合单位 配合部门 配合科室 配合处室 协同单位 协办单位 参加单位 参与单位 协同配合单位 协同责任单位 协助单位"
        ),
        "support",
    ),
    **dict.fromkeys(
        words("责任单位 责任部门 主要责任单位 责任处室 责任科室 负责单位 负责部门 承办单位 实施单位"),
        "joint",
    ),
}
"""Labels before a list of bodies, and the role they give: 牵头单位：甲；配合单位：乙."""

_WORDS = "|".join(sorted(LABELS, key=len, reverse=True))
_ROLE_WORD = re.compile(r"负责|牵头|配合|责任|负总责|落实|单位|参与")
_SIGNS = re.compile(rf"[(\[【〔:]|{'|'.join(duties.HINTS)}")
"""A bracket, a colon or a word of prose, one of which every statement has."""
_BRACKETS = str.maketrans("【】〔〕[]", "()()()")
_BRACKET = re.compile(r"\(((?:[^()]|\([^()]{0,20}+\))++)\)")
_LABEL = re.compile(rf"\s{{0,8}}(?P<label>{_WORDS})\s{{0,4}}:\s{{0,4}}")
_OWN_LINE = re.compile(rf"(?:^|[。;,\s])(?={_LABEL.pattern.replace('?P<label>', '?:')})([^。]+)")
_SEGMENT = re.compile(rf"(?:(?!\s{{1,8}}(?:{_WORDS})\s{{0,4}}:)(?:[^,;。()]|\([^()]*+\)))++")
_MANNER = r"(?:按照?(?:各自)?(?:职责|职能)(?:分工)?|按照?(?:各自)?分工|各自|分别|共同|具体|全面|统一|总体)*"
_DUTY = re.compile(
    rf"\s{{0,8}}{_MANNER}(?P<verb>牵头(?:负责|组织实施|组织|落实|抓总)?|负总责|负责(?:落实|指导|组织实施|组织|推进|实施|牵头)?"
    r"|(?:积极)?配合(?:做好)?|参与|参加|协同|协助|落实)\s{0,8}$"
)
_WITH = re.compile(r"会同|联合")
ROLES: dict[str, BodyRole] = {"牵头": "lead", "负总": "lead", "负责": "joint", "落实": "joint"}
"""Roles by the first two characters of a duty's verb; any other supports."""
_NO_LIST = re.compile(r"完成|推进|长期|持续|下同|时限|\d")

_FIRST_LEADS = re.compile(r"[排列]在?第一(?:位|个)?(?:的|者)?[一-鿿]{0,4}为(?:牵头|主要责任|责任)")


def states_first_leads(text: str) -> bool:
    """Whether a text rules that the first body of every list leads: 排在第一位的部门为牵头部门，下同."""
    return "第一" in text and _FIRST_LEADS.search(text) is not None


Group = tuple[list[Name], BodyRole]
"""Bodies that one label or verb makes responsible, and their role."""
Statement = tuple[int, int, list[tuple[Name, BodyRole]]]
"""Where a statement stands in its passage, and the names in it with their roles."""


def find_responsibility(passages: Sequence[Passage], *, first_leads: bool = False) -> Responsibility:
    """The bodies that the passages of a goal or measure make responsible, and in which role.

    牵头 and a lone 负责 make a lead, 配合 and the like a support, several 负责 together are joint. ``quote`` and ``span``
    are those of the first statement.

    :param first_leads: whether the document rules that the first of each list leads; the others stay joint
    """
    result = Responsibility()
    seen: set[tuple[str, BodyRole]] = set()
    for passage in passages:
        text = passage.folded
        if not _SIGNS.search(text):
            continue
        for start, end, stated in _statements(passage, first_leads):
            if not result.stated:
                result.stated = True
                result.quote, result.span = passage.text[start:end], passage.span(start, end)
            for name, role in stated:
                words = passage.text[name.start : name.end]
                if (words, role) not in seen:
                    seen.add((words, role))
                    span = passage.span(name.start, name.end)
                    result.bodies.append(ResponsibleBody(name=words, role=role, span=span))
    return result


def _statements(passage: Passage, first_leads: bool) -> Iterator[Statement]:
    """Statements in brackets, under a label (责任单位：…), and in prose, in that order."""
    text = outside = passage.folded
    if any(bracket in text for bracket in "([【〔"):
        text = text.translate(_BRACKETS)
        for m in _BRACKET.finditer(text):
            if _ROLE_WORD.search(m[1]) and (stated := _settle(text, _ListReader(text).read(*m.span(1)), first_leads)):
                yield *m.span(), stated
        outside = _BRACKET.sub(lambda m: " " * len(m.group()) if _ROLE_WORD.search(m[1]) else m.group(), text)
    for m in _OWN_LINE.finditer(outside) if ":" in outside else ():
        if stated := _settle(text, _ListReader(text).read(*m.span(1)), first_leads):
            yield *m.span(1), stated
    for duty in duties.find_duties(outside):
        yield duty.start, duty.end, _settle(text, duty.groups, first_leads)


@dataclass(slots=True)
class _ListReader:
    """Reads lists of bodies into groups, each with the role that a label or verb gives it.

    Names wait until a verb comes (商务部、教育部，地方人民政府按职责分工负责); what nothing claims is nobody.
    """

    text: str
    groups: list[Group] = field(default_factory=list)
    waiting: list[Name] = field(default_factory=list)
    label: BodyRole | None = None

    def read(self, start: int, end: int) -> list[Group]:
        """The groups between two offsets of the text."""
        for segment in _SEGMENT.finditer(self.text, start, end):
            self._segment(*segment.span())
        return self.groups

    def _segment(self, start: int, end: int) -> None:
        text = self.text
        if _FIRST_LEADS.search(text, start, end):
            return
        if m := _LABEL.match(text, start, end):
            start, self.label = m.end(), LABELS[m["label"]]
        elif _NO_LIST.search(text, start, end) and not _DUTY.search(text, start, end):
            return
        for piece in unit_lists.pieces(text, start, end):
            self._piece(*piece)
        if self.label:
            self._close(self.label)

    def _piece(self, start: int, end: int) -> None:
        text = self.text
        duty = None if self.label else _DUTY.search(text, start, end)
        stop = duty.start() if duty else end
        if m := _WITH.search(text, start, stop):
            self.waiting.extend(unit_lists.names_in(text, start, m.start()))
            self._close("lead")
            self.waiting.extend(unit_lists.names_in(text, m.end(), stop))
            self._close("support")
            return
        self.waiting.extend(unit_lists.names_in(text, start, stop))
        if duty:
            self._close(ROLES.get(duty["verb"][:2], "support"))

    def _close(self, role: BodyRole) -> None:
        if self.waiting:
            self.groups.append((self.waiting, role))
        self.waiting = []


def _settle(text: str, groups: list[Group], first_leads: bool) -> list[tuple[Name, BodyRole]]:
    """Names with their final roles; none at all where one of them can be no body (谁主管、谁负责)."""
    if not all(unit_lists.is_body(text[n.start : n.end]) for names, _ in groups for n in names):
        return []
    joint = [n for names, role in groups if role == "joint" for n in names]
    if any(role == "lead" for _, role in groups):
        leads = []
    elif first_leads:
        leads = [names[0] for names, role in groups if role == "joint"]
    else:
        leads = joint if len(joint) == 1 else []
    return [(n, "lead" if n in leads else role) for names, role in groups for n in names]
