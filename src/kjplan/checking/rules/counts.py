"""Rules on announced counts: 七个方向 after a list of seven, 三项任务 before 一是…二是…三是…."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kjplan.checking.rules.rule import PLANS, Hit, Rule, Subject, Words
from kjplan.checking.rules.slogans import counted, entries_of, slogan_numbers
from kjplan.checking.rules.wording import VERBS
from kjplan.model import Item, Measure, Node, Section, Span

_NUMBER = "[一二两三四五六七八九十]{1,3}|[2-9]|1[0-9]|20"
_WHAT = "个|项|大|方面|类|点|条|种|批|步"
_AFTER_LIST = re.compile(
    rf"(?:等(?P<n>{_NUMBER})(?:{_WHAT})|(?<=[一-鿿])(?P<all>[两二三四五六七八九])(?:大|个|类|项|方面|种))(?!月|工作日|百分点|季度)"
)
_NO_LIST = re.compile(
    "(?:的|和|与|及|为|了|对|在|向|将|以)\\Z|[一二两三四五六七八九十第每各0-9“”]"
    f"|^(?:{VERBS}|打造|培育|壮大|深化|扩大|构建"
    "|聚焦|围绕|突出|坚持|贯彻|巩固|拓展|启动|形成|打好|深入|切实|全面|加大|创建|统筹|布局|引进|争取|力争|举办|承办|新建|改造|确保|保障|严格|规范)"
)
"""In the last entry before a number that closes a list without 等: words that make it a clause (优化布局、壮大八大产业)."""
_CLAUSE = re.compile(r"[，。；：！？,;:!?\r\n“”《》]")
_BRACKETS = re.compile(r"[(（][^()（）]{0,60}[)）]|“[^“”\r\n]{0,60}”|《[^《》\r\n]{0,60}》")
_MARKER = re.compile(rf"\s*(?:{_NUMBER}|[0-9]+)")
"""What stands before the 、 of a heading."""
_REACH = 200
"""Characters in which a list stands before its 等."""

_HEADED = rf"(?<![0-9.])(?P<n>{_NUMBER})(?P<what>{_WHAT})[^，。；：！？,;:!?\r\n]{{0,12}}"
_ANNOUNCED = re.compile(_HEADED + "(?P<mark>[：:。，,])")
_NAMED = frozenset(("项", "大", "方面", "点", "条", "步"))
"""What a number counts that announces points without a colon (采取三项举措。一是…); in 实施项目十个。一是… it tells something else."""
_BEFORE_LIST = re.compile(_HEADED + r"[：:]\s*\Z")
_POINT = re.compile(r"(?<![一-鿿])(?P<n>[一二三四五六七八九十]{1,2})是(?!否)")


def _number(words: str) -> int:
    from kjplan.parsing.markers import ordinal_of

    return ordinal_of(words.replace("两", "二"))


def _listed(subject: Subject) -> Iterator[Hit]:
    """A、B、C等N个 and A、B、C三大: 等 after the whole list closes it, after some of it leaves it open, so that only a list of
    one too few or of too many is odd."""
    for m in _AFTER_LIST.finditer(subject.text):
        said = m["n"] or m["all"]
        number = _number(said)
        if number < 2 or subject.in_furniture(m.start()):
            continue
        entries = _entries(subject.text, m.start())
        if len(entries) < 2 or (m["all"] and (len(entries[-1]) < 2 or _NO_LIST.search(entries[-1]))):
            continue
        numbers = counted(entries)
        if numbers[0] >= 3 and (numbers[-1] == number - 1 or numbers[0] == number + 1):
            yield Hit(m.span(), (str(numbers[0]), said, m[0]))


def _entries(text: str, end: int) -> list[str]:
    """The entries of a list that ends here."""
    stretch = _BRACKETS.sub("", text[max(0, end - _REACH) : end])
    entries = _CLAUSE.split(stretch)[-1].split("、")
    return entries[1:] if _MARKER.fullmatch(entries[0]) else entries


_SLOGAN = re.compile(
    "“(?P<slogan>[^“”\\r\\n]{2,12})”(?:[(（](?P<list>[^()（）\\r\\n]{6,120})[)）]|[，,]?即[：:]?(?P<said>[^。；;“”\\r\\n]{6,120}))"
)


def _slogans(subject: Subject) -> Iterator[Hit]:
    """“三个融合”（甲、乙、丙） and “三个融合”，即甲、乙、丙: a slogan and what it stands for."""
    for m in _SLOGAN.finditer(subject.text):
        numbers, entries = slogan_numbers(m["slogan"]), entries_of(m["list"] or m["said"])
        if numbers and entries and not numbers.intersection(entries) and not subject.in_furniture(m.start()):
            yield Hit(m.span("slogan"), (m["slogan"], str(entries[0])))


def _announced(subject: Subject) -> Iterator[Hit]:
    """N项…：, then 一是…二是…, in one paragraph; numbered entries where nothing else follows."""
    points = [(m.start(), _number(m["n"])) for m in _POINT.finditer(subject.text)]
    starts = [at for at, _ in points]
    for start, end in _paragraphs(subject):
        for m in _ANNOUNCED.finditer(subject.text, start, end):
            announced = _number(m["n"])
            if m["mark"] not in "：:" and (m["n"].isdecimal() or not (m["what"] in _NAMED or "方面" in m[0])):
                continue
            found = points[bisect_left(starts, m.end()) : bisect_left(starts, end)]
            if not found or found[0][1] != 1 or found[0][0] > m.end() + 2:
                continue
            count = _run(number for _, number in found)
            if count != announced:
                yield Hit(m.span(), (m["n"], str(count)))


def _announced_lists(subject: Subject) -> Iterator[Hit]:
    """Words that end in N项…： before numbered entries."""
    for node, _ in subject.plan.nodes():
        if isinstance(node, Section):
            entries: Sequence[Node | Item] = node.children
            end = node.text[-1].span[1] if node.text and node.text[-1].span else None
        else:
            entries = node.items if isinstance(node, Measure) else ()
            end = entries[0].span[0] if entries and entries[0].span else None
        numbered = [entry for entry in entries if entry.number]
        if end is None or not numbered or numbered[0].span is None or numbered[0].span[0] < end:
            continue
        m = _BEFORE_LIST.search(subject.text, max(0, end - _REACH), end)
        if m is not None and _number(m["n"]) != len(numbered):
            yield Hit(m.span(), (m["n"], str(len(numbered))))


def _announcements(subject: Subject) -> Iterator[Hit]:
    """Both, each place once: 一是…二是… may be points of a measure to the parser too."""
    found = {hit.span: hit for hit in (*_announced(subject), *_announced_lists(subject))}
    yield from found.values()


def _run(numbers: Iterator[int]) -> int:
    """How far the numbers count up from 1."""
    count = 0
    for number in numbers:
        if number != count + 1:
            break
        count = number
    return count


def _paragraphs(subject: Subject) -> Iterator[Span]:
    for node, _ in subject.plan.nodes():
        if isinstance(node, Section):
            yield from (p.span for p in node.text if p.span)
        elif isinstance(node, Measure) and node.span:
            yield node.span


RULES = (
    Rule(
        code="announced-count",
        severity="warning",
        message=Words("写明{0}项，列出 {1} 项", "{0} are announced, {1} are listed"),
        what=Words(
            "“三项任务：”之后所列的“一是…二是…”或各条与所写的数目不符",
            "三项任务： before 一是…二是… or numbered entries that are more or fewer than announced",
        ),
        why=Words("少了一项，或数字没有改。", "A point was dropped, or the number was not updated."),
        fix=Words("核对各项，改正数目。", "Compare, and correct the number."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。抓好三项任务：一是建成三家，二是投用两家。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。抓好两项任务：一是建成三家，二是投用两家。\n",
        run=_announcements,
        needs_text=True,
        extents=PLANS,
    ),
    Rule(
        code="listed-count",
        severity="info",
        message=Words("列出 {0} 项，却写“{2}”", "{0} are listed before {2}"),
        what=Words(
            "“甲、乙、丙、丁等三个方面”，所列比所写多一项或少一项",
            "甲、乙、丙、丁等三个方面, where the list has one entry too many or too few",
        ),
        why=Words(
            "“等”字之前若是全部列举，数目应当相符；只举几例的不报告。",
            "Where 等 closes a whole list the number should fit it; a list of some examples is not reported.",
        ),
        fix=Words("核对各项，改正数目。", "Compare, and correct the number."),
        trips="2022年工作要点\n一、重点任务\n1.推进融合。从空间布局、人才机制、政策服务、科创体系等五个方向融合。\n",
        clean="2022年工作要点\n一、重点任务\n1.推进融合。从空间布局、人才机制、政策（服务、监管）和科创体系等四个方向融合。\n",
        run=_listed,
        needs_text=True,
        extents=PLANS,
    ),
    Rule(
        code="slogan-count",
        severity="info",
        message=Words("“{0}”之后列出 {1} 项", "{0} is followed by {1} entries"),
        what=Words(
            "“三个融合”（甲、乙、丙、丁）：口号的数目与所列不符",
            "“三个融合”（甲、乙、丙、丁）: the number of a slogan that what follows does not bear out",
        ),
        why=Words("漏了一项，或数目没有改。", "An entry was dropped, or the number was not updated."),
        fix=Words("核对各项，改正数目。", "Compare, and correct the number."),
        trips="2022年工作要点\n一、重点任务\n1.推进融合。推进“四个融合”（空间融合、产业融合、人才融合）。\n",
        clean="2022年工作要点\n一、重点任务\n1.推进融合。推进“三个融合”（空间融合、产业融合、人才融合），落实“三线一单”（甲线、乙线、丙线和清单）。\n",
        run=_slogans,
        needs_text=True,
        extents=PLANS,
    ),
)
"""Rules of this file, in the order of the registry."""
