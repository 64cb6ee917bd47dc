"""Lists of bodies with their roles, as they stand in a bracket or on a line under a label.

（A牵头，B、C配合） （A、B按职责分工负责，6月底前完成） 牵头单位：A  配合单位：B、C
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kjplan.extraction.duties import unit_lists
from kjplan.extraction.duties.duty_labels import ANY_LABEL, AT_LABEL, LABEL, NOUN, PERSON, names_persons, role_of_label
from kjplan.extraction.duties.unit_lists import Name
from kjplan.extraction.names.body_ends import STRONG_LAST, WEAK_LAST
from kjplan.extraction.names.unit_names import is_body, is_department, looks_like_body
from kjplan.extraction.tables import one_of, words
from kjplan.extraction.times.time_words import LASTING
from kjplan.late import late
from kjplan.model import BodyRole
from kjplan.reading.text import solid

Group = tuple[list[Name], BodyRole]
"""Bodies that one label or verb makes responsible, and their role."""
Stated = list[tuple[Name, BodyRole]]
"""Names with their final roles."""

_CUT = late(
    rf"\([^()]*+\)|(?P<mark>[,;。]|\s{{1,8}}(?=[一-鿿]{{2,8}}\s{{0,4}}:|(?:{NOUN})\s)|、(?=(?:{NOUN})\s{{0,4}}:))|(?P<label>(?<![及和/])(?:{PERSON})\s{{0,4}}:|(?<=[{STRONG_LAST}{WEAK_LAST}中道心)])(?:{NOUN}|牵头|主办|配合|协办)\s{{0,4}}:)"
)
"""What parts a list: a mark, blanks before any label, or a label that ends the list even without a mark before it."""
_DIVISIONS = words("职责分工 职能分工 任务分工 职责 职能 任务 分工")
MANNER = (
    *(f"{by}{own}{what}" for by in ("按照", "按", "依") for own in ("各自", "") for what in _DIVISIONS),
    *words(
        "各自 分别 分工 分头 共同 具体 全面 统一 统筹 总体 主要 联合 积极 予以 做好 协同 组织 要 应 将 继续 认真 切实 结合实际 双"
    ),
)
"""How a duty is done: 按职责分工, 具体, 积极."""
_VERB = (
    rf"(?:[为是](?P<noun>{NOUN})|(?P<verb>负责牵头|总牵头|牵总|牵头(?!单位|部门|人|领导|的)|负总责|总负责|主办|主责|主抓|负责(?!人|同志|单位|部门)|配合)(?:(?!会同|联合)[^、]){{0,14}}"
    r"|(?P<weak>参与|参加|协同|协助|协办|会办|指导|支持|组成|落实|实施|承办|承担|办理|归口管理|主管|统筹|督办|督导|督查|监督|考核)"
    r"(?:落实|实施|推进|做好|到位|相关|有关|工作){0,4})"
)
"""Words of duty. Weak ones also stand in names (市政府督查室, 就业指导中心) and count only at the end."""
_DUTY = late(rf"\s{{0,4}}(?:{one_of(MANNER)}){{0,5}}{_VERB}\s{{0,4}}$")
_LONGEST_DUTY = 48
_PERSON_SIZES = (2, 3)
_TAKES_PART = ("参与", "参加", "协同", "协助", "协办")
_WITH = late(r"会同|联合(?=[一-鿿]{2})")
ROLES: dict[str, BodyRole | None] = {
    **dict.fromkeys(("牵头", "负责牵头", "总牵头", "牵总", "负总责", "总负责", "主办", "主责", "主抓"), "lead"),
    **dict.fromkeys(("负责", "落实", "实施", "承办", "承担", "办理", "归口管理", "主管", "统筹"), "joint"),
    **dict.fromkeys(("督办", "督导", "督查", "监督", "考核"), None),
}
"""Roles by a duty's verb; any other supports, and who only watches over others answers for nothing."""
_STRONG = re.compile("负责|牵头|牵总|主办|主抓|承办|协办|负总责")
_AT_LABELS = late(rf"(?:{LABEL})\s{{0,4}}[:为是]")
_NO_LIST = re.compile(rf"完成|推进|取得|见效|年内|下同|时限|\d|年底|[上下]半年|季度|{LASTING}")
_ONLY_LABEL = late(rf"\s{{0,4}}(?:{NOUN})\s{{0,4}}")
_DEPARTMENTS = late("[一-鿿]{2}等(?:[省市区县]级)?(?:有关|相关|各)?(?:职能|主管)?部门(?!要求|意见|规定|安排|部署|的)")
_ASIDE = re.compile(
    "以下(?:各项|任务|工作|均)|不再(?:列出|重复|赘述|一一|分别列出|做分别列出|单独列出)|均(?:涉及|需)|带?[*★▲※#]号?(?:标记|标注)?(?:的|者)?为"
)
"""What a bracket says of the tasks below it: 以下任务均需各镇政府落实，不再列出."""
_FIRST_LEADS = late(
    r"(?:第一|首)(?:位|个|名|家|责任){0,3}(?:的|者)?[一-鿿]{0,6}?(?:为|是|作为)(?:牵头|主要责任|责任|主办|主责)"
    r"|(?:牵头|主办)(?:责任)?(?:单位|部门)(?:为|是|排|列|居)[一-鿿]{0,3}(?:第一|首位)"
)


_OTHERS = re.compile(r"\s{0,4}(?:其[他它余]|后面|后列|其后)")
"""What such a rule says of the rest: 其他有关部门按职责分工负责."""
_LEADS = ("牵头", "责任", "主办", "主责")
"""Words one of which every such rule holds."""


def states_first_leads(text: str) -> bool:
    """Whether a text rules that the first body of every list leads: 排在第一位的部门为牵头部门，下同."""
    return any(word in text for word in _LEADS) and _FIRST_LEADS.search(text) is not None


_FIRST = (re.compile(r"第\s?\s?一"), re.compile(r"首\s?\s?位"))
"""One by one, for a pattern that begins with one plain character is found many times as quickly as one of two."""
_AROUND = 40


def rules_first_leads(text: str) -> bool:
    """Whether a document states that rule anywhere, also over a line wrap."""
    return any(
        states_first_leads(solid(text[max(0, m.start() - _AROUND) : m.end() + _AROUND]))
        for first in _FIRST
        for m in first.finditer(text)
    )


def segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between the marks of a list: 责任单位：甲局、乙局；完成时限：6月底 has two."""
    at = start
    for m in _CUT.finditer(text, start, end):
        if m["mark"] or m["label"]:
            yield at, m.start()
            at = m.end() if m["mark"] else m.start()
    yield at, end


def read_list(text: str, start: int, end: int) -> list[Group]:
    """The groups between two offsets of a folded text whose brackets are round.

    Without a label some name must look like one where words are strong (分级负责、属地管理 has none), and every one where
    they are weak: （公众参与） names nobody, （市科技局参与） does. Fields of departments are said to be ones: 财政、交通等部门.
    """
    groups = _Reader(text).read(start, end)
    if _AT_LABELS.search(text, start, end) or _DEPARTMENTS.search(text, start, end):
        return groups
    looks = [looks_like_body(text[n.start : n.end]) for group, _ in groups for n in group]
    return groups if (any if _STRONG.search(text, start, end) else all)(looks) else []


def settle(text: str, groups: list[Group], *, first_leads: bool, led: bool = False) -> Stated:
    """Names with their final roles; what can be no body is left out, and a slogan (谁主管、谁负责) names nobody.

    :param first_leads: whether the document rules that the first of each list leads
    :param led: whether the goal or measure has its leading body already, so that a single one does not lead
    """
    named = [(n, n.noted or role) for names, role in groups for n in names]
    if any("谁" in text[n.start : n.end] for n, _ in named):
        return []
    joint = [n for n, role in named if role == "joint"]
    if led or any(role == "lead" for _, role in named):
        leads = []
    else:
        leads = joint[:1] if first_leads or (len(joint) == 1 and not divides(text, joint[0])) else []
    return [(n, "lead" if n in leads else role) for n, role in named if is_body(text[n.start : n.end])]


_DIVIDED = re.compile(r"\s{0,4}(?:(?:按照?|依)(?:各自)?(?:职责|职能|任务)|各自|分别|分工)")
_SEVERAL = re.compile("[一-鿿]{0,24}?(?:各[一-鿿]{0,8}|成员|有关|相关)(?:单位|部门|地区|处室|科室)|各.{1,40}")
"""Who is more than one: 某领导小组各成员单位, 有关部门, 各镇街."""


def divides(text: str, name: Name) -> bool:
    """Whether a name is of several that divide the duty among them: 各科室按职责分工负责, 专班成员单位分工负责."""
    return _DIVIDED.match(text, name.end) is not None and _SEVERAL.fullmatch(text, name.start, name.end) is not None


def _label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label that a stretch begins with; of two the inner one: 责任单位：牵头：市科技局."""
    m = AT_LABEL.match(text, start, end)
    inner = AT_LABEL.match(text, m.end(), end) if m else None
    return inner or m


def _duty(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words of duty that a stretch ends in; they are few."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return _DUTY.search(text, max(start, end - _LONGEST_DUTY), end)


def _role(duty: re.Match[str]) -> BodyRole | None:
    if duty["noun"]:
        return role_of_label(duty["noun"])
    return ROLES.get(duty["verb"] or duty["weak"], "support")


@dataclass(slots=True)
class _Reader:
    """Reads a list into groups, each with the role that a label or verb gives it.

    Names wait until a verb comes (商务部、教育部，地方人民政府按职责分工负责). Those that no verb follows belong to the duty
    before them (甲局牵头，乙局、丙局); where there is none, nothing claims them.
    """

    text: str
    groups: list[Group] = field(default_factory=list)
    waiting: list[Name] = field(default_factory=list)
    label: BodyRole | None = None
    beside: bool = False
    """Whether 会同 stands before the names that wait."""
    aside: bool = False
    """Whether the last label was of no body: 责任人：张三，李四."""
    mixed: bool = False
    """Whether the last label was of bodies and persons."""
    divided: bool = False
    """Whether verbs divide the list of the last label: 责任单位：甲局牵头，…."""
    ruled: bool = False
    """Whether the list goes on with the rule that its first body leads."""

    def read(self, start: int, end: int) -> list[Group]:
        """The groups between two offsets of the text."""
        for segment in segments(self.text, start, end):
            self._segment(*segment)
        if self.groups:
            self._close("support" if self.beside else "joint")
        return self.groups

    def _segment(self, start: int, end: int) -> None:
        text = self.text
        if m := _FIRST_LEADS.search(text, start, end):
            end, self.ruled = text.rfind("(", start, m.start()), True
        elif self.ruled and _OTHERS.match(text, start, end):
            return
        if end <= start or _ASIDE.search(text, start, end) or _ONLY_LABEL.fullmatch(text, start, end):
            return
        if m := _label_at(text, start, end):
            start = m.end()
            self._open(m["label"] or m["bare"])
            if self.label is None:
                return
        elif ANY_LABEL.match(text, start, end):
            self.label, self.aside = None, True
            return
        elif self._says_no_body(start, end):
            return
        for piece in unit_lists.pieces(text, start, end):
            self._piece(*piece)
        if self.label:
            self._close("support" if self.beside else self.label)

    def _open(self, label: str) -> None:
        """Take up a label of bodies; those that wait without one answer together: 甲局；配合单位：乙局."""
        if self.label is None and self._are_bodies(self.waiting):
            self._close("joint")
        self.label, self.aside, self.mixed, self.divided = role_of_label(label), False, names_persons(label), False

    def _says_no_body(self, start: int, end: int) -> bool:
        """Whether a stretch says a time, or goes on behind a label of persons."""
        duty = _duty(self.text, start, end)
        timed = _NO_LIST.search(self.text, start, duty.start() if duty else end) is not None
        if duty:
            return timed and not self._lists_bodies(start, duty.start())
        return timed or (self.aside and not self._lists_bodies(start, end))

    def _lists_bodies(self, start: int, end: int) -> bool:
        return self._are_bodies(unit_lists.split(self.text, start, end))

    def _are_bodies(self, names: list[Name]) -> bool:
        return all(looks_like_body(self.text[n.start : n.end]) for n in names)

    def _divides(self, start: int, duty: re.Match[str]) -> bool:
        """Whether a verb divides the list of a label further: 责任单位：甲局牵头，乙局参加; not 责任单位：市政府督查室."""
        if self.divided and duty["weak"] in _TAKES_PART:
            return True  # 甲局牵头，各重点实验室参加
        return self._are_bodies(list(unit_lists.names_in(self.text, start, duty.start())))

    def _piece(self, start: int, end: int) -> None:
        text = self.text
        duty = _duty(text, start, end)
        if self.label and duty and not self._divides(start, duty):
            duty = None
        stop = duty.start() if duty else end
        if (m := _WITH.search(text, start, stop)) and (not self.label or self._stands_with(start, m)):
            led = _duty(text, start, m.start())  # 甲局牵头会同乙局
            self.waiting.extend(unit_lists.names_in(text, start, led.start() if led else m.start()))
            together = len(self.waiting) > 1 and duty is not None and duty["verb"] == "负责"
            self._close("joint" if together else "lead")
            start, self.beside = m.end(), True
        self.waiting.extend(unit_lists.names_in(text, start, stop))
        if duty:
            self._close("support" if self.beside else _role(duty))
            self.divided = self.label is not None

    def _stands_with(self, start: int, m: re.Match[str]) -> bool:
        """Whether 会同 parts two bodies under a label: 责任单位：甲局会同各县区; not 联合 in a name."""
        return m[0] == "会同" and self._lists_bodies(start, m.start())

    def _close(self, role: BodyRole | None) -> None:
        if self.mixed:
            self.waiting = [body for name in self.waiting if (body := self._body_of(name))]
        if self.waiting and role:
            self.groups.append((self.waiting, role))
        self.waiting, self.beside = [], False

    def _body_of(self, name: Name) -> Name | None:
        """The body that a name is or begins with (市科技局 张三); None where it is a person's."""
        words = self.text[name.start : name.end]
        first = words.split(maxsplit=1)[0]
        if looks_like_body(first):
            return Name(name.start, name.start + len(first), name.noted)
        sizes = (len(first) - person for person in _PERSON_SIZES if is_department(first[:-person]))  # 市发改委张三
        return next((Name(name.start, name.start + size, name.noted) for size in sizes), None)
