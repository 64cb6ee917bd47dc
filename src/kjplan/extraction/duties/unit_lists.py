"""Lists of bodies: 发展改革委、科技部等, 各区县（市）, 市、县(区)人民政府, 各市〔州〕、县〔市、区〕人民政府."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjplan.extraction.names.body_ends import INSTITUTIONS, PLACES_LAST, STRONG_LAST
from kjplan.extraction.names.unit_names import is_department, looks_like_body
from kjplan.late import late
from kjplan.model import BodyRole

_KINDS = "自治区|直辖市|自治县|自治州|省|市|县|区|旗|州|盟|乡|镇|街道"
_KIND_NOTE = r"[(〔][省市县区州旗盟、特]{1,10}[)〕]"
COUNCILS = "(?:部、)?委、(?:厅、)?(?:办、[局厅]|局、办)(?:、院|、行)?"
"""相关委、办、局 is one name."""
_GROUP_MARKS = (
    rf"各(?:{_KINDS})(?:、(?:{_KINDS}|园区|社区|村)(?![一-鿿])|、(?:{_KINDS})(?=人民政府|政府|级|和|\()){{1,6}}"  # 各省、自治区、直辖市; 各区、县(市)
    rf"|各(?:{_KINDS})(?:(?:{_KIND_NOTE})?、(?:{_KINDS})){{1,4}}+(?={_KIND_NOTE}(?:人民政府|政府))"  # 各市(州)、县(市、区)人民政府
    rf"|(?<![一-鿿])(?:(?:中央|国家|{_KINDS})、){{1,6}}+(?=[一-鿿])"  # 市、县(区)人民政府; 省、市科技部门
    r"|(?:各|市及|(?<![一-鿿])|(?<=[由请及和]))县\([市区、]{1,3}\)、区(?=人民政府|政府|级|(?![要应须在对和与及])[一-鿿]{2,8}(?:部门|局)|(?![一-鿿]))"  # 各县(市)、区人民政府
    r"|(?:有关|相关|成员)(?:部门|单位|地区)、(?:部门|单位|地区)(?![一-鿿])"  # 其他有关部门、单位
    r"|党委、(?:人民)?政府"
    rf"|{COUNCILS}"
)
_PIECE = late(rf"(?:{_GROUP_MARKS}|[^、/()〔〕]|\([^()]*+\)|〔[^〔〕]*+〕)++")
_AND = re.compile(
    rf"(?:(?<=[{STRONG_LAST}馆团所站科])(?<!党委)|(?<={'|'.join(w for w in INSTITUTIONS if len(w) == 2)})"
    r"|(?<=部门)(?=(?:以及|和|及|与)[一-鿿]{2,12}部门)|(?<=[区县市门位)])(?=..?各|..?[有相市省区县]))"
    r"(?:以及|和|及|与)(?!(?:单位|地区|地方|个人|企业)(?![一-鿿]))"
)
_OPEN_END = re.compile(
    r"等(?P<rest>(?:国务院|省直|市直|省级|市级|区直|区级|县直|县级|市|省|区|县)?(?:各?有关|各?相关|各|其他|成员)"
    r"(?:部门和单位|部门、单位|部门单位|部门\(单位\)|职能部门|部门|单位|地区|科室|处室|成员单位|县区|区县|企业))?(?:\d{1,2}个?)?(?:(?:[省市县区]级|[省市县区]直)?(?:主管|职能|[一-鿿]{2,6}主管)?(?:部门单位|部门和单位|(?:部门|单位)(?:\((?:部门|单位)\))?)|科室|处室)?$"
)
_LEAD_IN = re.compile(
    r"(?:(?:按照?(?:各自)?(?:职责|职能)?(?:分工)?,?|分别|具体|主要|原则上|原则|其中){0,4}(?:(?!建立|成立|组建|形成|构建|完善|健全)[一-鿿]{0,10}?(?<![自理])由|请|会同|联合|以))?\s{0,4}"
)
_ROLE_NOTE = re.compile(r"\((?P<role>牵头|主办|主责|主|牵头单位|牵头部门|主责单位|配合|协办|协助|协同|协|配合单位)\)$")
"""A note behind one name of a list: 责任单位：市科技局（牵头）、市财政局."""
_RULE_NOTE = re.compile(
    r"\((?:[^()]{0,20}(?:第一|首位)[^()]{0,30}|下同|设在[^()]{2,20}|[^()]{2,20}[为任](?:项目)?(?:业主|建设|实施|代建)(?:单位)?|下称[^()]{2,20}|以下简称[^()]{2,20})\)$"
)
"""A rule or aside behind a name of a list: 市财政局（排在首位的牵头，下同）, 市粮安办（设在市粮食局）."""
_FIELDS = (
    "工程|水务|水利|环保|环境|宣传|统战|组织|纪检|监察|党建|党群|人事|财务|财政|审计|安全|安监|应急|消防|综治|信访|司法|民政|社保|劳动|就业|教育|卫生|计生|文化|旅游"
    "|体育|文体|科技|经济|工业|商务|统计|农业|农经|林业|畜牧|规划|建设|城建|土地|交通|住房|房管|物价|防汛|征收|招商|后勤|教学|科研|学生|团委|工会|和"
)
_PERSON_NOTE = re.compile(
    rf"\((?!(?:{_FIELDS}|、){{1,6}}\))(?:(?:责任人|负责人|联系人|牵头人|责任领导|分管领导):[^()]{{2,20}}|(?!单位|部门|[^()]{{0,30}}(?:[{STRONG_LAST}{PLACES_LAST}站所馆团科村道支]|中心))[一-鿿·、\s]{{2,12}})\)$"
)
"""A person behind a name: 市科技局（张三）; a field is a part of the name: 建设办公室（工程）."""
_MOST = 120
"""Characters in a stretch without 、 that may still hold names; several stand there only with blanks between."""
_LEAST_GLUED = 6
_GAP = re.compile(r"\s+")
_PERSON_BEHIND = re.compile(r"(?<=[一-鿿]{2})\s{1,4}[一-鿿]{2,4}$")
"""A person behind a body and a blank: 市发改委 张三."""
_SEAM = re.compile(
    "(?:(?<=[局办厅])|(?<=[^省市县区州党工]委)|(?<=(?:组织|宣传|统战)部))(?=[省市县区州](?!场|容|内|外|域|际|情|城|块|[中北南东西]区?分局)(?!政(?!府)))|(?<=[局办厅府委])(?=各[省市县区州镇街乡有相])"
)
"""Where two bodies may stand with nothing between: 市教育局市财政局."""
_ALL = re.compile("各|[省市县区]直各?")
"""What the name of a group begins with: 各县区, 区直各有关单位."""
_OFFICE = re.compile("[省市县区州](?:委|政府)办(?:公[室厅])?|[省市县区州]委网信办")
_COUNTED = re.compile(r"[0-9]{1,2}\.\s?(?=[一-鿿])")
"""What numbers the names of a list: 1.市民政局；2.市残联."""
_STARS = "*★☆▲△※"
"""What is put behind the body that leads, or before it: 市科技局*、市财政局 (带*为牵头单位), ★市科技局、市财政局."""


@dataclass(slots=True, frozen=True)
class Name:
    """A name at ``[start, end)`` of the text it was split from."""

    start: int
    end: int
    noted: BodyRole | None = None
    """The role that a note behind it gives: 市科技局（牵头）."""


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``text[start:end]`` between 、 outside brackets: 各省（区、市）人民政府 stays whole."""
    return (m.span() for m in _PIECE.finditer(text, start, end))


def names_in(text: str, start: int, end: int) -> Iterator[Name]:
    """The names in one stretch without 、; 和 separates two departments (科技局和财政局), not the parts of one (文化和旅游部).

    等 and 等部门 leave no name; of 商务部等有关部门 the open end 有关部门 is one.
    """
    for m in _AND.finditer(text, start, end):
        yield from _trimmed(text, start, m.start())
        start = m.end()
    yield from _trimmed(text, start, end)


def split(text: str, start: int, end: int) -> list[Name]:
    """Every name between two offsets."""
    return [name for piece in pieces(text, start, end) for name in names_in(text, *piece)]


def _trimmed(text: str, start: int, end: int) -> Iterator[Name]:
    start, end = _bare(text, start, end)
    if start < end and "①" <= text[start] <= "⑳":  # of the first, second … point of the task
        start, end = _bare(text, start + 1, end)
    if start < end and text[start].isdecimal() and (m := _COUNTED.match(text, start, end)):
        start = m.end()
    lead = _LEAD_IN.match(text, start, end)
    start = lead.end() if lead else start
    if end - start > _MOST:
        return
    rest: Name | None = None
    if m := _OPEN_END.search(text, start, end):
        if m["rest"]:
            rest = Name(*m.span("rest"))
        end = m.start()
    yield from _spaced(text, start, end)
    if rest:
        yield rest


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks at its ends."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _spaced(text: str, start: int, end: int) -> Iterator[Name]:
    """One name, or several with blanks between where each looks like a name: 市科技局  市财政局; 市 科技局 is one."""
    stops = [m.span() for m in _GAP.finditer(text, start, end)]
    parts, at = [], start
    for stop, after in [*stops, (end, end)]:
        if stop > at:
            parts.append((at, stop))
        at = after
    if len(parts) > 1 and all(
        looks_like_body(_ROLE_NOTE.sub("", text[s:e])) and (e - s > 2 or text[s] == "各") for s, e in parts
    ):
        for s, e in parts:
            yield from _noted(text, s, e)
    elif parts:
        yield from _noted(text, parts[0][0], parts[-1][1])


def _noted(text: str, start: int, end: int) -> Iterator[Name]:
    noted: BodyRole | None = None
    if m := _RULE_NOTE.search(text, start, end):
        start, end = _bare(text, start, m.start())
    if m := _ROLE_NOTE.search(text, start, end):
        noted = "support" if m["role"].startswith(("配", "协")) else "lead"
        end = m.start()
    elif m := _PERSON_NOTE.search(text, start, end):
        end = m.start()
    start, end = _bare(text, start, end)
    if m := _PERSON_BEHIND.search(text, start, end):
        end = m.start() if looks_like_body(text[start : m.start()]) and not looks_like_body(m[0].strip()) else end
    if end > start + 1 and text[end - 1] in _STARS:
        noted, end = "lead", end - 1
    elif end > start + 2 and text[start] in _STARS:
        noted, start = "lead", start + 1
    if end > start:
        at = start
        for stop in _seams(text, start, end) if noted is None else ():
            yield Name(at, stop)
            at = stop
        yield Name(at, end, noted)


def _seams(text: str, start: int, end: int) -> list[int]:
    """Where a name is cut into several that nothing parts: each is surely one, or a group behind them (各县区)."""
    if end - start < _LEAST_GLUED or not (found := [m.start() for m in _SEAM.finditer(text, start, end)]):
        return []
    parts = [text[a:b] for a, b in zip([start, *found], [*found, end], strict=True)]
    return (
        found
        if all(
            is_department(part) or _OFFICE.fullmatch(part) or (_ALL.match(part) and looks_like_body(part))
            for part in parts
        )
        else []
    )
