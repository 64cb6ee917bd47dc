"""Rules on punctuation: GB/T 15834-2011 and the habits of official documents."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from kjplan.checking.rules.blanks import HAN
from kjplan.checking.rules.characters import ENTITY, PINYIN
from kjplan.checking.rules.rule import PLANS, Hit, Rule, Subject, Words, once
from kjplan.model import Span

_CJK = f"{HAN}、。，；：！？“”《》（）"
_HALF = re.compile(rf"(?<=[{_CJK}])[,;:!?()]|[,;:!?()](?=[{_CJK}])")

_PAIRS = {")": "(", "》": "《", "”": "“", "】": "【", "〕": "〔", "」": "「", "』": "『"}
_OPENERS = {opener: closer for closer, opener in _PAIRS.items()}
_BRACKET = re.compile("[()《》“”【】〔〕「」『』]")
_ENUMERATOR = re.compile(rf"(?:^|[^0-9A-Za-z{HAN}])(?:[0-9]{{1,2}}|[a-zA-Z]|[一二三四五六七八九十]{{1,3}})\Z", re.M)

_FULL_BRACKETS = "（）"
_WIDE = {half: chr(ord(half) + 0xFEE0) for half in ",;:!?()"}
"""Half-width marks and their full-width forms."""

_FARTHEST_PARTNER = 400
"""Characters that a bracket and its partner may be apart: quotations of some sentences are common."""

_QUOTED = re.compile(
    r"“[^“”\r\n]{1,200}”|《[^《》\r\n]{1,200}》|\"[^\"\r\n]{1,100}\"|「[^「」\r\n]{1,200}」|‘[^‘’\r\n]{1,200}’"
)
_NAME = re.compile("(?<!称)“([^“”\r\n]{4,30})”")
"""Names that are looked for without their quotes; what is quoted where it is introduced (以下简称“联席会议”) is bare behind it."""
_SURE_NAME = 6
"""Characters from which on a name that is quoted once is no word of the language: 能力作风建设年, but not 放管服 and not 视频监控."""
_MOST_NAMES = 500
"""Names that are looked for, the most frequent first; the bound keeps hostile input linear."""
_NUMERAL = re.compile("[一二三四五六七八九十两双]")
"""A short name with a number in it is a slogan: 一带一路."""
_NO_SENTENCE = re.compile("(?:^|[\r\n\\]］）).．、])[ \t\u3000]*\\Z")
"""What stands before the words of a heading or a cell."""


def _half_width(subject: Subject) -> Iterator[Hit]:
    """Marks that are half-width in all the text; those of both widths are the next rule's."""
    hits = [m for m in _half_marks(subject) if not _full(m[0], subject)]
    if hits:
        counted = Counter(m[0] for m in hits).most_common()
        yield Hit(hits[0].span(), (str(len(hits)), " ".join(f"{mark}×{n}" for mark, n in counted)))


@once
def _half_marks(subject: Subject) -> list[re.Match[str]]:
    residue = [m.span() for pattern in (PINYIN, ENTITY) for m in pattern.finditer(subject.text)]
    skipped = {at for start, end in residue for at in (start, end - 1)}
    found = _HALF.finditer(subject.text)
    return [m for m in found if m.start() not in skipped and not subject.in_furniture(m.start())]


def _full(mark: str, subject: Subject) -> bool:
    """Whether the full-width form of a mark stands in the text too."""
    return _WIDE[mark] in subject.text


def _mixed_widths(subject: Subject) -> Iterator[Hit]:
    """Once for each mark, at the first place of the rarer width."""
    halves: dict[str, list[Span]] = {}
    for m in _half_marks(subject):
        halves.setdefault(m[0], []).append(m.span())
    for mark, spans in halves.items():
        if mark == ")" and "(" in halves:
            continue
        if full := subject.text.count(_WIDE[mark]):
            at = subject.text.index(_WIDE[mark])
            place = spans[0] if len(spans) <= full else (at, at + 1)
            yield Hit(place, (mark, str(len(spans)), _WIDE[mark], str(full)))


def _unbalanced(subject: Subject) -> Iterator[Hit]:
    for at in _pairing(subject)[0]:
        yield Hit((at, at + 1), (subject.text[at],))


def _uneven(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for start, end in _pairing(subject)[1]:
        if (text[start] in _FULL_BRACKETS) != (text[end] in _FULL_BRACKETS):
            yield Hit((end, end + 1), (text[start], text[end]))


@once
def _pairing(subject: Subject) -> tuple[list[int], list[Span]]:
    """Offsets of brackets without a partner, and of pairs of round ones; each kind is counted by itself, so that one
    fault is one finding.

    Lines do not count, as sources wrap them anywhere; partners too far apart are two faults.
    """
    folded = subject.folded
    open_at: dict[str, list[int]] = {opener: [] for opener in _OPENERS}
    alone: list[int] = []
    pairs: list[Span] = []
    for m in _BRACKET.finditer(folded):
        mark, at = m[0], m.start()
        if subject.in_furniture(at):
            continue
        if mark in _OPENERS:
            open_at[mark].append(at)
            continue
        before = open_at[_PAIRS[mark]]
        if before and at - before[-1] <= _FARTHEST_PARTNER:
            opener = before.pop()
            if mark == ")":
                pairs.append((opener, at))
        elif mark != ")" or not _ENUMERATOR.search(folded, max(0, at - 4), at):
            alone.append(at)
    left = set(chain(alone, *open_at.values()))
    return sorted(at for at in left if not _is_arrow(folded, at, left)), pairs


def _is_arrow(folded: str, at: int, alone: set[int]) -> bool:
    """》》点击进入《《: twice the same mark, none with a partner, points at something."""
    return folded[at] in "《》" and any(beside in alone and folded[beside] == folded[at] for beside in (at - 1, at + 1))


def _inconsistent_quoting(subject: Subject) -> Iterator[Hit]:
    """A name that stands in quotation marks at least as often as it stands bare in the sentences of the plan."""
    text = subject.text
    times = Counter(m[1] for m in _NAME.finditer(text) if not subject.in_furniture(m.start()))
    spans = [part.span for part in subject.plan.parts if part.span]
    if not times or not spans:
        return
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    for name, often in times.most_common(_MOST_NAMES):
        if often > 1 or len(name) >= _SURE_NAME or _NUMERAL.search(name):
            places = [at for at in _places(text, name, spans[0][0], spans[-1][1]) if not _inside(quoted, at)]
            bare = [at for at in places if _in_sentence(text, at, at + len(name)) and not subject.in_furniture(at)]
            for at in bare if len(bare) <= often else ():
                yield Hit((at, at + len(name)), (name,))


def _places(text: str, words: str, start: int, end: int) -> Iterator[int]:
    while (at := text.find(words, start, end)) >= 0:
        yield at
        start = at + len(words)


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Whether words stand inside a sentence, and are not the whole of a heading, a cell, a bracket or what a note explains."""
    if text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")"):
        return False
    alone = _NO_SENTENCE.search(text[max(0, start - 3) : start]) or start == 0
    return not alone and text[end : end + 1] not in ("：", ":", "\n", "\r", "")


def _inside(spans: list[Span], offset: int) -> bool:
    at = bisect_right(spans, (offset, offset)) - 1
    return at >= 0 and offset < spans[at][1]


_CLASH = re.compile("[，、；：,;][，、；：。,;]|[。][，、；：。]|(?<=[一-龥])[。][.]|[？！][，、；。]")
"""Two marks of which one is left over from an edit; ？！, …… and 。” are none."""


def _clashing(subject: Subject) -> Iterator[Hit]:
    for m in _CLASH.finditer(subject.text):
        if not subject.in_furniture(m.start()):
            yield Hit(m.span(), (m[0],))


RULES = (
    Rule(
        code="half-width-punctuation",
        severity="info",
        message=Words(
            "中文里有 {0} 个半角标点，首个在此：{1}", "{0} half-width marks in Chinese text, the first is here: {1}"
        ),
        what=Words(
            "紧挨汉字、全文一律半角的标点", "half-width punctuation beside Chinese characters, throughout the text"
        ),
        why=Words(
            "GB/T 15834-2011 的标点是全角；同一文件两种宽度混用，多是网页抓取或输入法造成。",
            "The marks of GB/T 15834-2011 are full-width; both in one document come from a crawl or a keyboard.",
        ),
        fix=Words(
            "改为全角标点。kjplan 解析和比较时不区分宽度。", "Use full-width marks. kjplan itself ignores the width."
        ),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。建成三家,投用两家。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。建成3,000平方米，9:30开门（Open, now）。\n",
        run=_half_width,
        needs_text=True,
    ),
    Rule(
        code="mixed-widths",
        severity="info",
        message=Words("同一标点半角 {0} 有 {1} 处，全角 {2} 有 {3} 处", "{0} stands {1}× beside Chinese, {2} {3}×"),
        what=Words("同一标点半角全角混用", "a mark that stands half-width here and full-width there"),
        why=Words(
            "GB/T 15834-2011 的标点是全角；混用多是拼接或改稿造成。",
            "The marks of GB/T 15834-2011 are full-width; both widths come from pasting and editing.",
        ),
        fix=Words("统一用全角。", "Use full-width marks throughout."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。建成三家,投用两家，评价一家。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。建成3,000家，投用两家，评价一家。\n",
        run=_mixed_widths,
        needs_text=True,
    ),
    Rule(
        code="mixed-width-brackets",
        severity="info",
        message=Words("一对括号宽度不同：{0} 与 {1}", "one pair of brackets in two widths: {0} and {1}"),
        what=Words("一对括号一全一半", "a pair of brackets of which one is full-width and one half-width"),
        why=Words("多是改稿时只换了一半。", "One of them was typed anew."),
        fix=Words("统一用全角。", "Use full-width brackets."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。建成三家（含在建)。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。建成三家（含在建），(投用)两家。\n",
        run=_uneven,
        needs_text=True,
    ),
    Rule(
        code="unbalanced-brackets",
        severity="warning",
        message=Words("{0} 没有配对", "{0} has no partner"),
        what=Words(
            "括号、引号、书名号不成对",
            "brackets, quotation marks or 《》 without a partner",
        ),
        why=Words(
            "多是漏字或误删；文件名、引语到哪里为止无从判断。",
            "Mostly a dropped character; nobody can tell where the title or the quotation ends.",
        ),
        fix=Words("补上或删去标点。", "Add the partner or remove the mark."),
        trips="2022年工作要点\n一、重点任务\n1.建章立制。出台《郑州市工作规则，报市政府（区政府）。\n",
        clean="2022年工作要点\n一、重点任务\n1.建章立制。出台《郑州市“十四五”规则(试行）》：1）报批；2）印发。\n",
        run=_unbalanced,
        needs_text=True,
    ),
    Rule(
        code="inconsistent-quoting",
        severity="info",
        message=Words("“{0}”在别处加了引号，这里没有", "{0} has quotation marks elsewhere and none here"),
        what=Words(
            "同一名称一处加引号、一处不加",
            "a name of 4 characters or more that is quoted in some places and bare, no more often, in others",
        ),
        why=Words(
            "读者会以为是两回事；按引号统计专名会漏。",
            "Readers take them for two things; a count of quoted names misses one.",
        ),
        fix=Words("统一写法。", "Write it one way."),
        trips="2022年工作要点\n一、重点任务\n1.抓作风。开展“能力作风建设年”活动。\n2.抓整治。围绕能力作风建设年活动整改。\n",
        clean="2022年工作要点\n一、重点任务\n1.抓作风。开展“能力作风建设年”活动。\n2.抓整治。围绕《能力作风建设年方案》整改。\n",
        run=_inconsistent_quoting,
        needs_text=True,
        extents=PLANS,
    ),
    Rule(
        code="doubled-punctuation",
        severity="warning",
        message=Words("{0} 两个标点相连", "{0}: two marks in a row"),
        what=Words("相连的两个句内标点或句号：“，，”“；。”", "two commas, stops or the like in a row: ，， or ；。"),
        why=Words(
            "多是改稿后留下的，不知句子到哪里为止。",
            "One is left over from an edit; where the clause ends is not clear.",
        ),
        fix=Words("删去一个。", "Delete one."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。建成三家，，投用两家。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。建成三家，投用两家（“为何？！”……）。\n",
        run=_clashing,
        needs_text=True,
    ),
)
"""Rules of this file, in the order of the registry."""
