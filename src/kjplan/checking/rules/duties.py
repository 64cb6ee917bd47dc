"""Rules on who answers for a measure and by when."""

import re
from collections.abc import Callable, Iterator

from kjplan.checking.rules.rule import FULL, PLANS, Hit, Rule, Subject, Words
from kjplan.model import Deadline, Measure, Span
from kjplan.querying.wording import full_text

_OPEN = re.compile(
    r"等(?:(?:有关|相关)?(?:部门|单位|方面))?(?=[)）；;，,。]|按|分工|负责|承担|会同|联合|组织|制定|配合|参与|参加|落实|牵头|\Z)"
    r"|(?:其他(?:各?有关|各?相关)?|各?有关|各?相关)(?:部门|单位|方面)"
)
_OPEN_IN_SENTENCE = re.compile(rf"(?<!会同)(?<!会同各)(?<!会同其他)(?<!联合)(?<!协调)(?:{_OPEN.pattern})")
"""In a sentence 会同有关部门 leaves nobody open: who is to act stands before it."""
_OPEN_BEHIND = re.compile(
    r"等(?:(?:有关|相关)?(?:部门|单位|方面))?(?=[)）]|按|分工|负责|承担|会同|联合|配合|参与|参加|落实|牵头)"
)
_BETWEEN_BODIES = re.compile("[、，,和及与等]*(?:(?:有关|相关|其他)?[一-鿿]{0,4}(?:部门|单位))?")
_FORM = re.compile(r"[(（〔\[【]|[\u4e00-\u9fff]{2,8}[:：]")
_BEFORE_FORM = frozenset("(（〔[【:：\n\t|")
_MOST = 4
"""Of so many measures one may lack what all others state, and still be called odd."""


def _open_ended(subject: Subject) -> Iterator[Hit]:
    for measure in subject.plan.measures:
        words = measure.responsibility.quote or "；".join(body.name for body in measure.responsibility.bodies)
        open_list = _OPEN if _is_set_apart(measure, measure.responsibility.quote) else _OPEN_IN_SENTENCE
        if measure.responsibility.stated and (m := open_list.search(words)):
            yield Hit(_in_quote(measure, m), (measure.id, m[0]))
        elif found := _open_behind(subject, measure):
            yield Hit(found, (measure.id, subject.text[slice(*found)]))


def _open_behind(subject: Subject, measure: Measure) -> Span | None:
    """Where 等 stands right behind a body that the first statement does not have: one measure may state several."""
    for body in measure.responsibility.bodies if subject.source is not None else ():
        if body.span and (m := _OPEN_BEHIND.match(subject.text, body.span[1])):
            return m.span()
    return None


def _in_quote(measure: Measure, m: re.Match[str]) -> Span | None:
    """Where the words stand; the whole statement where line wraps were taken out of it."""
    span = measure.responsibility.span
    if span is None or measure.responsibility.quote is None:
        return span or measure.span
    wrapped = span[1] - span[0] != len(measure.responsibility.quote)
    return span if wrapped else (span[0] + m.start(), span[0] + m.end())


def _without_body(subject: Subject) -> Iterator[Hit]:
    named = {body.name for m in subject.plan.measures for body in m.responsibility.bodies}
    named |= {body.name for m in subject.plan.measures for body in m.bodies}
    known = re.compile("|".join(map(re.escape, sorted(named, key=len, reverse=True))) or r"(?!)")
    yield from _exceptions(
        subject,
        lambda measure: measure.responsibility.stated or _names_bodies(known, measure.title),
        lambda measure: _is_set_apart(measure, measure.responsibility.quote),
    )


def _names_bodies(known: re.Pattern[str], title: str | None) -> bool:
    """Whether a title is nothing but bodies: 区农业局、区水利局等主管部门."""
    left = known.sub("", title or "")
    return left != (title or "") and _BETWEEN_BODIES.fullmatch(left) is not None


def _without_deadline(subject: Subject) -> Iterator[Hit]:
    yield from _exceptions(
        subject,
        lambda measure: bool(measure.due),
        lambda measure: any(
            due.text in (measure.responsibility.quote or "") or _is_set_apart(measure, due.text) for due in measure.due
        ),
    )


def _is_set_apart(measure: Measure, words: str | None) -> bool:
    """Whether words stand in brackets, behind a label, on a line or in a cell of their own: a form to be filled in for each
    measure, and not a sentence that one happens to have (发展改革委要会同有关部门…)."""
    if not words or _FORM.match(words):
        return True
    text = full_text(measure)
    at = text.find(words)
    return at < 0 or text[max(0, at - 1) : at] in _BEFORE_FORM or not text[at + len(words) :].strip("。；;）)】〕 ")


def _exceptions(
    subject: Subject, states: Callable[[Measure], bool], formally: Callable[[Measure], bool]
) -> Iterator[Hit]:
    """The numbered measures that lack what most others of their section state, each in a form of its own."""
    siblings: dict[int, list[Measure]] = {}
    for node, holder in subject.plan.nodes():
        if isinstance(node, Measure) and node.number:
            siblings.setdefault(id(holder), []).append(node)
    for measures in siblings.values():
        stating = [measure for measure in measures if states(measure) and formally(measure)]
        lacking = [measure for measure in measures if not states(measure)]
        if (len(measures) - len(stating)) * _MOST <= len(measures):
            for measure in lacking:
                yield Hit(_head(measure), (measure.id, str(len(stating)), str(len(measures))))


def _head(measure: Measure) -> Span | None:
    """A measure's marker and title: all its words would be many lines."""
    if measure.span is None:
        return None
    length = len(measure.marker or "") + len(measure.title or "")
    return measure.span[0], min(measure.span[1], measure.span[0] + max(1, length))


def _past_deadline(subject: Subject) -> Iterator[Hit]:
    """Also before the day of the document: what is for a year is often prepared before it begins (12月底前签订2022年合同)."""
    year, document = subject.plan.year, subject.plan.document
    if year is None:
        return
    first = min(filter(None, (f"{year}-01-01", document.signed_date, document.written_date)))
    for node, _ in subject.plan.nodes():
        for due in getattr(node, "due", ()):
            if due.date and due.date < first and not _looks_back(subject, due):
                yield Hit(due.span or node.span, (node.id, due.text, str(year)))


def _looks_back(subject: Subject, due: Deadline) -> bool:
    """Whether the words tell what was reached by then: 到2004年底，全国…达到; 2019年底前，已取得…."""
    if due.text.startswith(("到", "至", "截至", "截止")):
        return True
    return subject.source is not None and due.span is not None and "已" in subject.text[due.span[1] : due.span[1] + 4]


_BOTH = "（市科技局负责，6月底前完成）\n"
_STATED = [f"{n}.建设平台{n}。建成三家。{_BOTH}" for n in range(1, 4)]
_HEAD, _LAST = "2022年工作要点\n一、重点任务\n", "4.引进人才。引进百名。\n"
_MOST_STATE = _HEAD + "".join(_STATED) + _LAST
_HALF_STATE = _HEAD + "".join(_STATED[:2]) + "3.建设园区。建成一个。\n" + _LAST
"""Three of four measures state who answers and by when, and two."""

RULES = (
    Rule(
        code="open-ended-bodies",
        severity="info",
        message=Words("{0} 的责任单位有“{1}”，不知还有谁", "{0} leaves open who else answers for it: {1}"),
        what=Words("责任单位写“等”“有关部门”", "a list of responsible bodies that is left open: 等, 有关部门"),
        why=Words(
            "没有点名的单位不会认领；清单原样照录。",
            "A body that is not named will not answer; the checklist keeps it as written.",
        ),
        fix=Words("逐一写出单位名称。", "Name each body."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。建成三家。（市科技局、市财政局等部门负责）\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台等。建成三家。（市科技局、市财政局负责）\n",
        run=_open_ended,
        extents=FULL,
    ),
    Rule(
        code="measure-without-body",
        severity="warning",
        message=Words(
            "{0} 没有写责任单位，同级 {2} 条中 {1} 条写了", "{0} names no responsible body; {1} of the {2} beside it do"
        ),
        what=Words(
            "多数举措写了责任单位，少数没有写", "a measure without a responsible body where most others name one"
        ),
        why=Words("这一条无人认领，多半是漏写。", "Nobody answers for this one; it was probably forgotten."),
        fix=Words("补上责任单位。", "Name the body."),
        trips=_MOST_STATE,
        clean=_HALF_STATE,
        run=_without_body,
        extents=FULL,
    ),
    Rule(
        code="measure-without-deadline",
        severity="info",
        message=Words(
            "{0} 没有写时限，同级 {2} 条中 {1} 条写了", "{0} states no deadline; {1} of the {2} beside it do"
        ),
        what=Words("多数举措写了时限，少数没有写", "a measure without a deadline where most others state one"),
        why=Words("这一条何时完成不明。", "By when this one is to be done is not known."),
        fix=Words("补上时限。", "State the deadline."),
        trips=_MOST_STATE,
        clean=_HALF_STATE,
        run=_without_deadline,
        extents=FULL,
    ),
    Rule(
        code="deadline-before-year",
        severity="warning",
        message=Words("{0} 的时限“{1}”早于 {2} 年", "the deadline {1} of {0} is before {2}, the plan's year"),
        what=Words("时限早于要点的年份", "a deadline that is before the year of the plan"),
        why=Words("多是沿用去年的稿子没有改。", "Mostly last year's draft that was not updated."),
        fix=Words("核对年份。", "Correct the year."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。2021年6月底前建成三家。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。2022年1月底前建成三家。\n",
        run=_past_deadline,
        extents=PLANS,
    ),
)
"""Rules of this file, in the order of the registry."""
