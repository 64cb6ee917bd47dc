"""Heading markers: the styles in use, their order of rank, and how to read one.

GB/T 9704-2012 (7.3.3) sets 一、 → （一） → 1. → （1）. In the wild also 第一章/第一节/第一条, ①, 1、, 1.1, 一是/一要.
All patterns match folded text (full-width forms as half-width).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from kjplan.late import late
from kjplan.reading.numerals import CIRCLED

CN = "〇零一二三四五六七八九十百千"
_NUM = rf"[{CN}]{{1,9}}"
_GAP = r"[ \t]{0,3}"


@dataclass(frozen=True, slots=True)
class Style:
    """One way to write a marker.

    ``rank`` orders the styles from the outermost in; a heading stands under the nearest open one of lower rank.
    """

    name: str
    rank: int
    example: str


STYLES: dict[str, Style] = {
    s.name: s
    for s in (
        Style("title-only", 0, "主要目标"),
        Style("captioned", 0, "|| 任务分工表 ||"),
        Style("volume", 1, "第一编"),
        Style("chapter", 2, "第一章"),
        Style("part-section", 3, "第一节"),
        Style("cn-dot", 4, "一、"),
        Style("roman", 4, "Ⅰ."),
        Style("article", 5, "第一条"),
        Style("worded", 5, "任务一："),
        Style("cn-paren", 6, "（一）"),
        Style("cn-half-paren", 7, "一）"),
        Style("between-bars", 7, "| 平台建设 |"),
        Style("ar-dot", 8, "1."),
        Style("bare", 8, "1 总则"),
        Style("decimal", 9, "1.1"),
        Style("hyphened", 9, "1-1"),
        Style("ar-paren", 20, "（1）"),
        Style("ar-half-paren", 21, "1）"),
        Style("circled", 22, "①"),
        Style("spoken", 23, "一是"),
    )
}
"""Every style by name. Ranks 10 to 19 are left to deeper decimals: 1.1.1 is rank 10."""

NAMED = frozenset(["between-bars", "captioned"])
"""Styles of headings whose number is none: what is left of it is no marker."""

_PAREN_CN = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_PAREN_AR = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_DOT_AR = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_SINGLE = {
    ch: (style, n)
    for chars, style in (
        (CIRCLED, "circled"),
        (_PAREN_CN, "cn-paren"),
        (_PAREN_AR, "ar-paren"),
        (_DOT_AR, "ar-dot"),
        (_ROMAN, "roman"),
    )
    for n, ch in enumerate(chars, 1)
}

_UNIT_OF = {"编": "volume", "篇": "volume", "部分": "volume", "章": "chapter", "节": "part-section", "条": "article"}

MARKER = re.compile(
    rf"(?P<cn_dot>{_NUM}){_GAP}(?:、|\.(?![0-9])|\.(?=(?:19|20)[0-9]{{2}}年|[0-9]{{1,2}}月))"
    rf"|\({_GAP}(?P<cn_paren>{_NUM}){_GAP}\)[、.]?"
    rf"|(?P<ar_dot>[0-9]{{1,4}}){_GAP}(?:[、]|\.(?![0-9])|\.(?=(?:(?:19|20)[0-9]{{2}}年)?(?:[0-9]{{1,2}}月)|(?:19|20)[0-9]{{2}}年))"
    rf"|\({_GAP}(?P<ar_paren>[0-9]{{1,3}}){_GAP}\)(?:[、.](?![0-9]))?"
    rf"|第{_GAP}(?P<formal>{_NUM}|[0-9]{{1,3}}){_GAP}(?P<unit>部分|[编篇章节]|条(?!(?:第[^条]{{1,3}}款)?(?:的规定|规定[:,。;的])|第[^条]{{1,3}}款|和第|、第|所[称列述指定规]))"
    rf"|(?P<decimal>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,4}})"
    rf"(?:[ \t]+(?:(?![0-9%万亿])|(?=20[0-9]{{2}}年|万人[一-鿿]{{2,12}}[量数率]|万元(?:GDP|地区|国内|工业|单位|产值|增加值)))|(?=[“《\u4e00-\u9fff])(?![万亿元个家项人名件倍年月日])|\.(?![0-9]))"
    rf"|(?P<spoken>{_NUM})[是要]"
    rf"|(?P<cn_half>{_NUM})\)"
    rf"|(?P<ar_half>[0-9]{{1,3}})\)"
    rf"|(?P<roman>[{_ROMAN}]){_GAP}[、.](?![0-9])"
    rf"|(?P<single>[{CIRCLED}{_PAREN_CN}{_PAREN_AR}{_DOT_AR}])"
)
"""Any marker, at the start of a line: ``2.6%以上``, ``2022年`` and ``3.5万`` do not match; ``1.2024年8月底前``,
``一．2023年工作回顾``, ``1.2 2025年底前`` and ``2.3 万人发明专利拥有量`` do."""

_STYLE_OF = {
    "cn_dot": "cn-dot",
    "cn_paren": "cn-paren",
    "ar_dot": "ar-dot",
    "ar_paren": "ar-paren",
    "spoken": "spoken",
    "cn_half": "cn-half-paren",
    "ar_half": "ar-half-paren",
}
_STARTERS = frozenset(CN + "0123456789(第" + CIRCLED + _PAREN_CN + _PAREN_AR + _DOT_AR + _ROMAN)


@dataclass(slots=True)
class Marker:
    """A marker read at the start of a line; offsets count in the source."""

    style: str
    rank: int
    ordinal: int
    number: str
    start: int
    end: int
    path: tuple[int, ...] = ()


def read_marker(folded: str, start: int, end: int) -> Marker | None:
    """The marker that begins at ``start`` of the folded text, or None."""
    if start >= end or folded[start] not in _STARTERS:
        return None
    m = MARKER.match(folded, start, end)
    if m is None:
        return None
    group = m.lastgroup
    assert group is not None
    if group == "unit":
        number, style = m["formal"], _UNIT_OF[m["unit"]]
        return Marker(style, STYLES[style].rank, ordinal_of(number), number, start, m.end())
    if group in ("single", "roman"):
        style, n = _SINGLE[m[group]]
        return Marker(style, STYLES[style].rank, n, m[group], start, m.end())
    number = m[group]
    if group == "decimal":
        path = tuple(map(int, number.split(".")))
        return Marker(
            "decimal",
            STYLES["decimal"].rank + len(path) - 2,
            path[-1],
            number,
            start,
            m.start(group) + len(number),
            path,
        )
    style = _STYLE_OF[group]
    ordinal = ordinal_of(number)
    return Marker(style, STYLES[style].rank, ordinal, number, start, m.end()) if ordinal else None


_BARE = late(r"(?P<n>[0-9]{1,2})[ \t]{1,4}(?=(?:20[0-9]{2}年)?[一-鿿“《][^。;:,!?]{1,29}$)")
_BARE_ABOVE = late(r"(?P<n>[0-9]{1,2})[ \t]{1,4}(?=(?:20[0-9]{2}年)?[一-鿿“《][^。;:!?]{0,38}[^。;:,!?]$)")
"""The same above the heading 2.1 that it numbers: there a title may have a comma."""


_TIGHT = re.compile(r"(?P<n>[0-9]{1,2})(?=[一-鿿]{2,14}$)(?![年月日个项条家名位号级时])")


def read_bare(folded: str, start: int, end: int, below: tuple[int, ...] = ()) -> Marker | None:
    """A number that only a blank parts from the title on the same line (1　总则), or None. Such lines are headings only in
    documents that number the headings below them 1.1.

    :param below: the number of the heading below; where there is one, nothing need part number and title (1总则)
    """
    edge = folded[start + 1 : start + 3]
    if " " in edge or "\t" in edge:
        m = (_BARE_ABOVE if below else _BARE).match(folded, start, end)
    else:
        m = _TIGHT.match(folded, start, end) if below else None
    if m is None or not int(m["n"]):
        return None
    return Marker("bare", STYLES["bare"].rank, int(m["n"]), m["n"], start, m.end("n"))


_NAMED = re.compile(r"\|(?P<more>\|?)\s*(?P<name>[^|。;\s][^|。;]{0,98}(?<!\s))\s*\|(?P=more)")


def read_named(folded: str, start: int, end: int) -> tuple[Marker, int] | None:
    """A name alone between bars, as ``render`` writes the name of a group of rows or, between two, of a table that is a part, and
    where it ends; a number may open it."""
    m = _NAMED.fullmatch(folded, start, end) if folded[start] == "|" else None
    if m is None:
        return None
    inner = read_marker(folded, m.start("name"), m.end("name"))
    at, ordinal, number = (inner.end, inner.ordinal, inner.number) if inner else (m.start("name"), 1, "")
    style = STYLES["captioned" if m["more"] else "between-bars"]
    return Marker(style.name, style.rank, ordinal, number, start, at), m.end("name")


def single_ordinal(number: str) -> int:
    """The value of a number that is one enclosed character (③, ㈡); 0 for any other."""
    return _SINGLE.get(number, ("", 0))[1]


_DIGIT = {ch: n for n, ch in enumerate("零一二三四五六七八九")} | {"〇": 0}
_SCALE = {"十": 10, "百": 100, "千": 1000}


@lru_cache(maxsize=1024)
def ordinal_of(number: str) -> int:
    """The value of a Chinese or Arabic ordinal below ten thousand; 0 where the characters make no number (一一, 十十).

    >>> ordinal_of("二十三"), ordinal_of("一百零八"), ordinal_of("12"), ordinal_of("三三")
    (23, 108, 12, 0)
    """
    if number.isdecimal():
        return int(number)
    total, digit, last_scale, digits = 0, None, 10_000, 0
    for ch in number:
        scale = _SCALE.get(ch)
        if scale is None:
            value = _DIGIT[ch]
            if digit not in (None, 0):
                digits += 1
            digit = value
            continue
        if scale >= last_scale:
            return 0
        total += (1 if digit is None else digit) * scale
        digit, last_scale = None, scale
    return 0 if digits else total + (digit or 0)
