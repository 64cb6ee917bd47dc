"""Defects of words: names, counts, what is said twice, what points at nothing."""

import re
from collections.abc import Iterator
from random import Random

from benchmarks.planting.plant import Document, Plant, Planter, cut, put
from kjplan.model import Measure, Span

_REPEATED_NAME = re.compile(
    "重点实验室|领导小组|指导意见|实施意见|人民政府|基础设施|示范基地|孵化基地|服务平台|创新平台|高新技术企业|研发机构|产业集群|营商环境|知识产权"
)
_LONG_NAME = re.compile("《([^《》\n]{5,40})》|“([^“”\n]{4,20})”")
_NUMERALS = "一二三四五六七八九十"
_COUNTED = "项|个方面|方面|个|大|条|点|类|种"
_BOUND = re.compile("(?<![0-9.])(?<!超过)[0-9]{1,5}(?:家|个|亿元|万元|名|项|%|公里|平方米|台|人次|万人|件|座)以上")
_ABOUT = re.compile("(?<![0-9.])[0-9]{1,5}(?:%|家|亿元|万元|万人|公里)左右")
_AT_LEAST = re.compile("(?:不低于|不少于|至少)[0-9.]{1,6}(?:%|家|亿元|个|万元|名|公里|次)")
_COMMON = re.compile(
    "推进|加强|建设|开展|提升|企业|项目|工作|服务|发展|创新|管理|政策|落实|完善|支持|产业|技术|人才|资金|环境|平台|机制|重点|全面|积极|进一步|各级|有关|农村|城市|社会"
)
_SMALL = re.compile("(?<=[一-鿿])(?:的|和|在|对|与|为)(?=[一-鿿])")
_ANNOUNCED = re.compile(
    f"(?P<n>[两二三四五六七八九])(?:{_COUNTED})[^，。；：！？\n]{{0,14}}[：:。，](?=\\s?(?:一是|第一[，、]|（一）|[（(]?1[.．、)）]|①))"
)
_LISTED = re.compile(
    f"(?P<list>(?:[^，。；：、\n“”《》（）()]{{2,14}}、){{2,8}}[^，。；：、\n“”《》（）()]{{2,14}}?)(?P<open>等?)(?P<n>[三四五六七八九])(?:{_COUNTED})"
)
_SLOGAN = re.compile(
    "“(?P<slogan>[^“”\n]{0,6}(?P<n>[三四五六七八九])[^“”\n]{1,8})”(?:[（(]|[，,]?即)(?P<list>[^（）()。；\n]{6,100})"
)
_NOUNS = re.compile(
    "企业|园区|学校|医院|场所|社区|村庄|河道|路段|车辆|设备|港口|机场|工厂|矿山|景区|基地|农户|网点|小区|市场|机构|站点"
)


def _in_body(document: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    yield from pattern.finditer(document.text, *document.body)


def _dropped_from_common(document: Document, draw: Random) -> Iterator[Plant]:
    """重点实验室 without its last character, where the whole word stands elsewhere."""
    for m in _in_body(document, _REPEATED_NAME):
        if document.text.count(m[0]) > 1:
            yield Plant((cut(m.end() - 1, m.end()),), m.span())


def _dropped_from_name(document: Document, draw: Random) -> Iterator[Plant]:
    """A character of a title in 《》, a quoted name or a body that stands twice or more."""
    names = [(m.start(1), m[1]) if m[1] else (m.start(2), m[2]) for m in _in_body(document, _LONG_NAME)]
    for measure in document.plan.walk(Measure):
        names += [(b.span[0], b.name) for b in measure.responsibility.bodies if b.span and len(b.name) > 4]
    for at, name in names:
        if document.text.count(name) > 1 and document.text.startswith(name, at):
            lost = at + draw.randrange(1, len(name))
            if "一" <= document.text[lost] <= "鿿":
                yield Plant((cut(lost, lost + 1),), (at, at + len(name)))


def _other_name(document: Document, draw: Random) -> Iterator[Plant]:
    """A body under another name of the table, where it has one name so far."""
    from kjplan.naming import load_aliases

    aliases = load_aliases(None).at(document.plan.issuer)
    places: dict[str, list[tuple[str, Span]]] = {}
    for measure in document.plan.walk(Measure):
        for body in measure.responsibility.bodies:
            if body.span and document.text[slice(*body.span)] == body.name:
                places.setdefault(aliases.canonical(body.name), []).append((body.name, body.span))
    for named in places.values():
        others = [s for s in aliases.spellings(named[0][0]) if s not in {name for name, _ in named}]
        if len(named) > 1 and others:
            name, span = draw.choice(named[1:])
            other = draw.choice(others)
            if not other.endswith(name) and not name.endswith(other):
                yield Plant(((*span, other),), span)


def _bounds_twice(document: Document, draw: Random) -> Iterator[Plant]:
    for m in _in_body(document, _BOUND):
        yield Plant((put(m.start(), draw.choice(("超过", "不低于", "至少"))),), m.span())
    for m in _in_body(document, _ABOUT):
        if document.text[m.start() - 1] != "约":
            yield Plant((put(m.start(), "约"),), m.span())
    for m in _in_body(document, _AT_LEAST):
        yield Plant((put(m.end(), "以上"),), m.span())


def _words_twice(document: Document, draw: Random) -> Iterator[Plant]:
    for m in _in_body(document, _COMMON):
        yield Plant((put(m.end(), m[0]),), m.span())


def _particles_twice(document: Document, draw: Random) -> Iterator[Plant]:
    for m in _in_body(document, _SMALL):
        yield Plant((put(m.end(), m[0]),), m.span())


def _pasted_twice(document: Document, draw: Random) -> Iterator[Plant]:
    """A clause that stands twice in a row."""
    for m in _in_body(document, re.compile("(?<=[，；。])[一-鿿]{6,20}，")):
        yield Plant((put(m.end(), m[0]),), m.span())


def _explained(document: Document, draw: Random) -> Iterator[Plant]:
    """“三个融合”（甲、乙、丙） becomes “甲、乙、丙”“三个融合”."""
    for m in _in_body(
        document,
        re.compile("“([^“”\n]{0,4}[两三四五六七八][^“”\n]{1,8})”[（(]([^（）()\n]{6,80}、[^（）()\n]{2,80})[)）]"),
    ):
        yield Plant(((*m.span(), f"“{m[2]}”“{m[1]}”"),), m.span())


def _above(document: Document, draw: Random) -> Iterator[Plant]:
    """上述 before a thing that was not named before."""
    seen: set[str] = set()
    for m in _NOUNS.finditer(document.text):
        if m[0] not in seen and document.body[0] < m.start() < document.body[1]:
            before = document.text[max(0, m.start() - 2) : m.start()]
            if re.search("支持|引导|推动|鼓励|推进|对|在|加强|督促|，|；|。|、|的|各类|全市|各", before):
                yield Plant((put(m.start(), draw.choice(("上述", "前述"))),), m.span())
        seen.add(m[0])


def _other_number(n: str, draw: Random) -> str:
    at = _NUMERALS.index("二" if n == "两" else n)
    return _NUMERALS[max(1, at + draw.choice((-1, 1)))]


def _announced(document: Document, draw: Random) -> Iterator[Plant]:
    """三项任务： becomes 四项任务：, where what follows was as many."""
    from kjplan.parsing.markers import ordinal_of

    for m in _in_body(document, _ANNOUNCED):
        number = ordinal_of(m["n"].replace("两", "二"))
        behind = document.text[m.end() : m.end() + 3000]
        if f"{_NUMERALS[number - 1]}是" in behind and f"{_NUMERALS[number]}是" not in behind.split("一是", 2)[1]:
            yield Plant(((*m.span("n"), _other_number(m["n"], draw)),), m.span())


def _points(document: Document, draw: Random) -> Iterator[Plant]:
    """抓好四项工作： before points that are three."""
    for measure in document.plan.walk(Measure):
        points = [item for item in measure.items if item.marker and item.marker.endswith("是") and item.span]
        if len(points) > 1 and points[0].span and document.text[points[0].span[0] - 1] in "。，：；\n":
            number = _NUMERALS[min(9, len(points) - 1 + draw.choice((-1, 1)))]
            if number != "一":
                words = draw.choice(
                    ("重点抓好{}项工作：", "从{}个方面着力：", "主要做好以下{}方面工作：", "抓好{}项工作。")
                )
                at = points[0].span[0]
                yield Plant((put(at, words.format(number)),), (at, at))


def _listed(document: Document, draw: Random) -> Iterator[Plant]:
    for m in _in_body(document, _LISTED):
        if m["list"].count("、") + 1 == _NUMERALS.index(m["n"]) + 1 and "和" not in m["list"]:
            yield Plant(((*m.span("n"), _other_number(m["n"], draw)),), m.span())


def _dropped_entry(document: Document, draw: Random) -> Iterator[Plant]:
    """An entry of a list that is counted behind it is lost."""
    for m in _in_body(document, _LISTED):
        entries = m["list"].split("、")
        if len(entries) == _NUMERALS.index(m["n"]) + 1 and len(entries) > 3 and "和" not in m["list"]:
            start = m.start() + len(entries[0]) + 1
            yield Plant((cut(start, start + len(entries[1]) + 1),), m.span())


def _slogans(document: Document, draw: Random) -> Iterator[Plant]:
    for m in _in_body(document, _SLOGAN):
        if len(re.split("[、，；]", m["list"])) == _NUMERALS.index(m["n"]) + 1:
            yield Plant(((*m.span("n"), _other_number(m["n"], draw)),), m.span())


WORDS = (
    Planter("announced-count", "the number before 一是…二是… changed", _announced),
    Planter("announced-count", "a wrong number put before 一是…二是…", _points),
    Planter("listed-count", "the number behind a list changed", _listed),
    Planter("listed-count", "an entry of a counted list lost", _dropped_entry),
    Planter("slogan-count", "the number of a slogan changed", _slogans),
    Planter("alias-variants", "a body under another name of the table", _other_name),
    Planter("missing-char", "重点实验室 and the like without the last character", _dropped_from_common),
    Planter("missing-char", "a character of a name that stands twice or more", _dropped_from_name),
    Planter("redundant-wording", "a bound or an estimate said twice", _bounds_twice),
    Planter("repeated-word", "a common word twice", _words_twice),
    Planter("repeated-word", "的, 和 and the like twice", _particles_twice),
    Planter("repeated-word", "a clause twice in a row", _pasted_twice),
    Planter("adjacent-quotes", "“三个融合”（…） as “…”“三个融合”", _explained),
    Planter("unresolved-reference", "上述 before the first mention", _above),
)
"""Planters of this file."""
