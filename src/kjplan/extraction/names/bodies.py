"""Named bodies that a measure touches, responsible or not."""

import re
from collections.abc import Sequence

from kjplan.extraction.names.body_ends import AUTHORITIES, COLLECTIVE, OFFICES, PLACES_LAST, SHORT_FIRMS
from kjplan.extraction.names.names import (
    BEFORE,
    CORE_SIZES,
    CORES,
    KIND_OF_ENDING,
    LAST_BEFORE,
    PLACE_BEFORE,
    REACH,
    REACHES,
    READINGS,
    endings,
)
from kjplan.extraction.names.unit_names import is_department
from kjplan.extraction.tables import one_of
from kjplan.late import late
from kjplan.model import BodyKind, BodyMention, Measure
from kjplan.reading.text import Passage, fold

_TITLE = re.compile(r"《[^《》]*+》")
_KINDS: dict[str, BodyKind] = {
    "department": "department",
    "organ": "department",
    "levelled": "department",
    "committee": "other",
    "districts": "area",
    "zone": "area",
    "trade_zone": "area",
    "all_zones": "area",
    "new_area": "area",
    "party": "party",
    "party_organ": "party",
    "government": "government",
    "institution": "institution",
    "group": "group",
}


_BOARD = re.compile("管委会|管理委员会")
_MORE = {
    "committee": re.compile("办公室"),
    "government": re.compile(r"\(管委会\)"),
    **dict.fromkeys(("zone", "trade_zone", "new_area"), _BOARD),
}
"""What goes on with a name and is a part of it: 市安全生产委员会办公室, 高新区管委会, 区人民政府(管委会)."""


def find_bodies(passage: Passage, hints: Sequence[int] | None = None) -> list[BodyMention]:
    """Bodies named in a passage, each name once, where it stands first; none from a document's title.

    :param hints: where what ``names.HINT`` finds in the passage ends, where that is known
    """
    text = passage.folded
    if "《" in text:
        text = _TITLE.sub(lambda m: " " * len(m.group()), text)
        hints = None if hints is None else [end for end in hints if text[end - 1] != " "]
    found: dict[str, BodyMention] = {}
    for end in endings(text, hints):
        read = _read(text, end)
        if read is None:
            continue
        ending, start = read
        stop = end.end()
        if (more := _MORE.get(ending)) and (behind := more.match(text, stop)):
            stop = behind.end()
            ending = "organ" if ending == "committee" else ending
        name = passage.text[start:stop]
        if name not in found:
            found[name] = BodyMention(name=name, kind=_kind(ending, name), span=passage.span(start, stop))
    return list(found.values())


def with_responsible(measure: Measure) -> list[BodyMention]:
    """The bodies found in a measure's words, and those that it makes responsible whose names only their place gives away.

    What was read in the name of a responsible body and stands nowhere else is none: 州政府 of 各市州政府.
    """
    responsible = measure.responsibility.bodies
    named = {body.name for body in responsible}
    found = [body for body in measure.bodies if body.name in named or not _is_part(body, measure)]
    known = {body.name for body in found}
    others = [
        BodyMention(name=body.name, kind=kind_of(body.name), span=body.span)
        for body in responsible
        if body.name not in known
    ]
    return [*found, *{body.name: body for body in others}.values()]


def _is_part(body: BodyMention, measure: Measure) -> bool:
    """Whether a name stands only inside those of responsible bodies."""
    if body.span is None:
        return False
    start, end = body.span
    holders = [b for b in measure.responsibility.bodies if b.span and b.span[0] <= start and end <= b.span[1]]
    if not holders:
        return False
    inside = sum(b.name.count(body.name) for b in measure.responsibility.bodies)
    return f"{measure.title or ''}\n{measure.text}".count(body.name) <= inside


def kind_of(name: str) -> BodyKind:
    """The kind of what is known to be a body, by how its name ends: 市农林局 is a department, 各乡镇 areas."""
    words = fold(name)
    if (bracket := _BRACKET.search(words)) and bracket.start() > 1:
        words = words[: bracket.start()]
    return next((kind for kind, pattern in _KIND_OF_END if pattern.search(words)), "other")


_BRACKET = re.compile(r"\((?![市区县州、]+\)|部门|单位|管委会)[^()]{1,14}\)$")
"""What a name in brackets adds: 发改局(服务业发展局); but 区县(市), 人民政府(管委会)."""
_KIND_OF_END: tuple[tuple[BodyKind, re.Pattern[str]], ...] = (
    (
        "department",
        late(
            "工会$|妇联$|[科侨]协$|工商联$|残联$|文联$|社科联$|团[省市区县]委$|团委$|人民银行[一-鿿]{0,8}行$|(?:派出|司法|监管|税务|管理)所$"
        ),
    ),
    ("group", re.compile(rf"(?:{one_of(COLLECTIVE)}|处室|科室)(?:\((?:部门|单位)\))?$|部门和地区$")),
    ("government", re.compile(r"政府(?:\([^()]{1,12}\))?$|国务院$")),
    ("party", late("[省市区县州]委$|党[工]?委$|[省市区县州]委(?:[一-鿿]{2,6}部|政法委)$")),
    ("enterprise", re.compile(f"公司$|集团$|银行$|[支分]行$|(?:{one_of(SHORT_FIRMS)})$")),
    (
        "institution",
        re.compile(
            "学院$|大学$|学校$|[中小]学$|党校$|医院$|科学院$|研究院$|研究所$|中心$|[馆园]$|(?:监测|检测|疾控|安监|推广|服务|总)站$"
        ),
    ),
    ("area", re.compile(rf"(?:[{PLACES_LAST}城]|街道|街办|街道办(?:事处)?|乡镇|地区|管委会|\))$")),
    ("department", re.compile(f"(?:委员会|[{AUTHORITIES}{OFFICES}科院]|总队|支队|大队)$")),
    ("group", re.compile("会$|联社$")),
)
"""How names end by kind, the first that fits; 市总工会 and 市妇联 are departments, as offices list them, and associations groups."""


def _read(text: str, end: re.Match[str]) -> tuple[str, int] | None:
    """The kind of a name's ending and where the name begins; None where what stands before makes no name."""
    words, at = end.group(), end.start()
    for ending in READINGS.get(words) or (KIND_OF_ENDING[words],):
        if (start := _start(text, ending, at, end.end())) is not None:
            return ending, start
    return None


def _start(text: str, ending: str, at: int, end: int) -> int | None:
    """Where a name begins whose ending of this kind stands at ``[at, end)``."""
    if ending in LAST_BEFORE and text[at - 1 : at] not in LAST_BEFORE[ending]:
        return None
    if ending == "organ":
        return _department_start(text, at)
    if ending not in BEFORE:
        return at
    before = BEFORE[ending].search(text, max(0, at - REACHES.get(ending, REACH)), at)
    if before is None or (ending == "levelled" and not is_department(text[before.start() : end])):
        return None
    return before.start()


def _department_start(text: str, at: int) -> int | None:
    """Where the department begins whose ending stands at ``at``: its core with the place or level before it."""
    for size in CORE_SIZES:
        if text[at - size : at] in CORES and size <= at:
            place = PLACE_BEFORE.search(text, max(0, at - REACH), at - size)
            return place.start() if place else at - size
    return None


def _kind(ending: str, name: str) -> BodyKind:
    if ending == "council":
        return "government" if name == "国务院" else "party"
    return _KINDS[ending]
