"""Numbers with a unit, as they stand in a passage, in digits or in Chinese characters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kjplan.extraction.figures.units import BASE, SCALE, SCALES, TIMES, UNIT, UnitKind, unit_kind
from kjplan.extraction.masking import OTHER_UNITS
from kjplan.extraction.numerals import DIGIT, NUMERAL, chinese_number
from kjplan.extraction.tables import by_first, joined, one_of, tried_at, words
from kjplan.late import late
from kjplan.model import Comparator, Span
from kjplan.reading.traditional import simplify

SUFFIXES: dict[str, Comparator] = {
    "及以上": "ge", "以上": "ge", "以内": "le", "之内": "le", "内": "le", "及以下": "le", "以下": "le",
    "左右": "approx", "上下": "approx", "多": "gt", "余": "gt",
}  # fmt: skip
"""How the words at a unit bind the value; they outrank the verb: 达到50%左右 is approx, 700多亿元 more than that."""

# 15 digits hold every quantity of a plan; a bound keeps hostile input linear.
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9,])(?:\.[0-9]{1,6}+)?|[0-9]{1,15}+(?:\.[0-9]{1,6}+)?"
_SUFFIX = (
    r"(?:(?:\(含\)|\ue000{3,16})(?=及?以[上下]))?(?P<suffix>及以[上下]|以上(?!年|级|述)|以内|之内|以下|左右|上下)?"
)
# 新增市场主体10万, 1000万以上农村贫困人口: a scale word alone counts people and firms, at the end of a clause or before them.
_COUNTED_BARE = (
    r"(?=(?:以上|左右)?(?:[,;。、)]|$|农|城|贫困|人口|群众|居民|学生|高校|老年|户籍|转移|市场主体|经营主体))"
)
_DASH = r"(?:[ ]?[-~—–―]{1,2}[ ]?|至|到)"
_QUANTITY = re.compile(
    # not 1∶5万 (a map's scale), 2×35万千瓦, 1+10+3, PM2.5, 2019-2021; 第 and 前 only before a place: 第3位, 前40位
    r"(?=[第前0-9])(?:(?P<rank>[第前])|(?<![0-9A-Za-z.∶×+/\-第前每])(?<![0-9]:))"
    rf"(?P<low>{_NUMBER})"
    rf"(?:(?=[^\n]{{0,14}}[-~—–―至到])(?P<low_unit>{UNIT}(?<!百分点))?{_DASH}(?P<high>{_NUMBER}))?"  # looked for before units are tried
    rf"(?:[ ]?(?P<over>[多余]))?(?:[ ](?!%[ ]))?(?:(?P<scale>{SCALE})(?:(?P<over2>[多余])(?={BASE}))?)?"
    rf"(?:(?P<base>{BASE}(?:{OTHER_UNITS.pattern})?)|(?<=[万亿]){_COUNTED_BARE})"
    rf"{_SUFFIX}"
)
# In characters only what no name or figure of speech is: ten and more, shares, 翻番; 七个方向 and 两支基金 count what follows.
_CHINESE = re.compile(
    rf"(?P<of>百|千|{NUMERAL})分之(?P<part>百|{NUMERAL}(?:点[〇零一二三四五六七八九]{{1,4}}+)?){_SUFFIX}"
    r"|(?P<half>一半|半数)(?P<hs>以上|左右|以下)?"
    r"|(?<=翻)(?P<times>[一两二三四]?)番(?P<fs>以上|左右)?"
    rf"|(?P<tenths>{DIGIT})成(?:(?P<ts>以上|左右|以下)|(?=的(?!份))|(?<=[到过近约占].成)(?=[,;。、]|$))"
    rf"|(?<=突破|超过|达到|跨越|迈上)(?P<round>[百千]?)(?P<round_unit>{UNIT})"
    rf"|(?<![第数几上每一二两三四五六七八九十百千万亿])(?P<all>[百千])(?P<all_unit>{UNIT})(?P<as>以上|左右)(?=[,;。、]|$)"
    rf"|(?P<rank>[第前])(?P<place>{NUMERAL})(?P<place_unit>[位名强])"
    rf"|(?<![第数几上两每点之第一二三四五六七八九十百千万亿零〇0-9])(?P<low>{NUMERAL})(?:{_DASH}(?P<high>{NUMERAL}))?"
    rf"(?P<over>[多余])?(?P<unit>{UNIT})(?P<cs>及以[上下]|以上(?!年|级|述)|以内|之内|以下|左右|上下)?"
)
THINGS = "所|座|家|栋|幢|处|口|艘|台|辆|套"
"""Units of what is built or bought."""
HINT = re.compile(
    by_first(
        [
            *(f"{digit}[0-9]*" for digit in "0123456789"),
            *("十", "百", "千", "分之", "番", "半", "成以", "成左", "成的"),
            rf"成(?<=[到过近约占]{DIGIT}成)",
            *joined("第前", (DIGIT,)),
            *(f"{scale}(?<=(?:{DIGIT}|破|过|到|越|上){scale})" for scale in "万亿"),
            *(f"{to}(?<={DIGIT}{to}){DIGIT}" for to in "至到—"),
            *(f"{thing}(?<=[二两三四五六七八九]{thing})(?:[,;。、\\n]|$)" for thing in THINGS.split("|")),
        ]
    )
)
"""A number in digits, or what may be a quantity in characters: without one of these a passage holds none."""
_BEGINS = re.compile(by_first([*"一二两三四五六七八九十百千半第前番", *words("突破 超过 达到 跨越 迈上")]))
"""Where the pattern of quantities in characters may begin: at a numeral, or behind a verb."""
_FRACTION = re.compile(
    r"(?<![0-9A-Za-z./:%-])(?P<part>[1-9])/(?P<of>[2-9]|10)(?P<suffix>及?以上|及?以下|左右)?(?=的|[,;。、)\n]|$)"
)
"""1/3以上的乡镇 is 三分之一."""
_PERCENT = re.compile(
    rf"百分之(?P<low>{_NUMBER})(?:{_DASH}(?:百分之)?(?P<high>{_NUMBER}))?(?![0-9]|%|个?百分){_SUFFIX}"
)
"""百分之65: read aloud, and typed with digits."""
_CURRENCY = "人民币"
_TIME = re.compile(
    rf"(?<![0-9A-Za-z.])(?P<low>{_NUMBER})[ ]?(?P<unit>{one_of(TIMES)})(?P<suffix>以上|以内|之内|内|以下|左右)?"
    r"(?=\s{0,3}(?:[,;。、()\ue000]|$|提高|提升|延长|增加|缩短|压缩|压减|降))"
)
_BEFORE_TIMES = frozenset(" ").union(unit[0] for unit in TIMES)
_TIME_STARTS = tuple(f"{blank}{unit}" for blank in ("", " ") for unit in TIMES)
_PURE = late(
    rf"(?<![0-9A-Za-z.∶:/\-第])(?P<low>{_NUMBER})(?::1(?![0-9.]))?(?P<suffix>以上|以内|之内|以下|左右)?(?=\s{{0,3}}(?:[,;。、(\ue000]|$))"
)
"""A number without any unit, where a clause ends; 1.5:1 is one and a half."""
_INDEX = late(
    r"(?:系数|指数|PUE[)]?|CMI值?|效率[)]?|效率值|死亡率|收入比|收入之比|容积率|比值|[师桩护床位值]比|之比|\ue000)"
    r"[一-鿿]{0,8}?(?:达到?|(?:提[高升]|增加|压[缩减]|缩小|下?降低?|控制|稳定|保持|突破|超过)[到至在为]?|不?[低高大小]于|不超过)\s?$"
)
"""What is measured by a pure number, and the verb that reaches it: PUE降至1.3, 灌溉水利用系数达到0.58."""
_INDEXED = re.compile(
    by_first([*words("系数 指数 PUE CMI 效率 死亡率 收入比 容积率 比值 之比"), *joined("师桩护床位值", ("比",))])
)
_IN_ROW = re.compile(_NUMBER)
_ROW = re.compile(rf"分别[^,;:。、0-9]{{0,10}}(?P<row>(?:(?:{_NUMBER})[、和及与]){{1,8}})$")
_LONGEST_ROW = 80
_REACH = 24
_YEARS = 1900
"""From here on a number before 年 is a year of the calendar."""
_GATE = late(
    r"(?:达到?|(?:提[高升]|延长|增加|增长|压[缩减]|缩[短减]|减少|降低?|控制|稳定|保持)[到至在]?)"
    r"(?:约|近)?\s?$|(?<=[时等][间限长候待])(?:在|为)\s?$|(?<=[时等][间限长候待]|报装|办理|审批|审核|办结|开办|登记|用时|耗时|周期)(?:不超过|不高于|不多于|少于|低于)\s?$|[从由]\s?$|(?:时[限间长]|期限|年限|寿命|周期|用时|耗时|时效|工期)[至到]$"
)
"""What stands before a time or an age that is a figure and no date or deadline."""
_LIMITED = re.compile(r"[,;、][^,;:。、0-9]{2,20}(?:不超过|不高于|不多于|少于|低于|控制在)\s?")
"""What stands between two times of which only the first says what it limits: 住宅审批时限不超过7个工作日，厂房不超过4个工作日."""

_PARTS = "零一二三四五六七八九十"
_ROUND = {"": Decimal(1), "百": Decimal(100), "千": Decimal(1000)}
_PLACES = frozenset(("位", "名", "强"))


@dataclass(slots=True)
class Quantity:
    """A number with its unit, at ``[start, end)`` of a passage; ``end`` takes in 以上, 左右 and the like."""

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    kind: UnitKind
    suffix: str | None
    rank: str | None


def find_quantities(masked: str, hints: Sequence[Span] | None = None) -> list[Quantity]:
    """Quantities of a masked passage, in order; ordinals (第3批) and places without their mark (40强) are none.

    :param hints: where ``HINT`` is found in the passage, where that is known
    """
    if hints is None:
        hints = [m.span() for m in HINT.finditer(masked)]
    figures: list[int] = []
    timed = False
    for start, end in hints:
        if "0" <= masked[start] <= "9":
            figures.append(start - 1 if start and masked[start - 1] in "第前" else start)
            timed = timed or (masked[end : end + 1] in _BEFORE_TIMES and masked.startswith(_TIME_STARTS, end))
    found = _in_digits(masked, figures) if figures else []
    if len(figures) < len(hints):
        found += _in_characters(masked)
    if "/" in masked:
        found += [
            _quantity(m, Decimal(m["part"]), None, f"{_PARTS[int(m['of'])]}分之", m["suffix"])
            for m in _FRACTION.finditer(masked)
        ]
    if figures and "百分之" in masked:
        found += [
            _quantity(m, _decimal(m["low"]), _decimal(m["high"]) if m["high"] else None, "%", m["suffix"])
            for m in _PERCENT.finditer(masked)
        ]
    if timed:
        found += _times(masked)
    if figures and _INDEXED.search(masked):
        found += _pure(masked)
    if "分别" in masked:
        found += [q for last in found for q in _before_the_unit(masked, last)]
    return found if len(found) < 2 else _apart(sorted(found, key=lambda q: (q.start, -q.end)))


def _apart(found: list[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for q in found:
        if not kept or q.start >= kept[-1].end:
            kept.append(q)
    return kept


def _in_digits(masked: str, figures: list[int]) -> list[Quantity]:
    """Quantities in digits, which begin at these places."""
    found: list[Quantity] = []
    for m in tried_at(figures, _QUANTITY, masked):
        scale, base, rank, low_unit, high = m.group("scale", "base", "rank", "low_unit", "high")
        unit = (scale or "") + (base or "")
        if (unit not in _PLACES) if rank else unit == "强":
            continue
        if low_unit and low_unit != unit:
            if unit_kind(low_unit) == "percent" != unit_kind(unit):
                found += _led_to(masked, m, low_unit)
            continue
        suffix = m["suffix"] or m["over"] or m["over2"]
        found.append(_quantity(m, _decimal(m["low"]), _decimal(high) if high else None, unit, suffix, rank))
        if unit.endswith("元") and masked.endswith(_CURRENCY, 0, m.start()):
            found[-1].start -= len(_CURRENCY)  # 投资人民币20亿元: which money it is names nothing
    return found


def _led_to(masked: str, m: re.Match[str], low_unit: str) -> list[Quantity]:
    """A change and what it leads to, which are no range: 增长10%至55万标箱."""
    change = Quantity(m.start(), m.end("low_unit"), _decimal(m["low"]), None, low_unit, "percent", None, None)
    return [change, *_in_digits(masked, [m.start("high")])]


def _in_characters(masked: str) -> Iterator[Quantity]:
    for m in tried_at(_beginnings(masked), _CHINESE, masked):
        if share := _share(m):
            yield share
        elif m["round_unit"]:
            if m["round"] or m["round_unit"].startswith(tuple(SCALES)):
                value = _ROUND[m["round"]]
                yield _quantity(m, value, None, m["round_unit"], None)
        elif m["all"]:
            yield _quantity(m, _ROUND[m["all"]], None, m["all_unit"], m["as"])
        elif m["place"]:
            yield _quantity(m, chinese_number(m["place"]), None, m["place_unit"], None, m["rank"])
        elif _counts(m):
            high = chinese_number(m["high"]) if m["high"] else None
            yield _quantity(m, chinese_number(m["low"]), high, m["unit"], m["cs"] or m["over"])


def _share(m: re.Match[str]) -> Quantity | None:
    """A share or a multiple in characters: 百分之五, 三分之二, 一半以上, 八成左右, 翻一番."""
    if m["of"]:
        unit = {"百": "%", "千": "‰"}.get(m["of"], m["of"] + "分之")
        part = Decimal(100) if m["part"] == "百" else chinese_number(m["part"])
        return _quantity(m, part, None, unit, m["suffix"])
    if m["half"]:
        return _quantity(m, Decimal(50), None, "%", m["hs"])
    if m["times"] is not None:
        return _quantity(m, chinese_number(m["times"] or "一"), None, "番", m["fs"])
    if m["tenths"]:
        return _quantity(m, chinese_number(m["tenths"]), None, "成", m["ts"])
    return None


def _beginnings(masked: str) -> list[int]:
    """Where a quantity in characters may begin."""
    return [m.start() if len(m[0]) == 1 else m.end() for m in _BEGINS.finditer(masked)]


_BUILT = re.compile(f"[二两三四五六七八九](?:{THINGS})")
_ENDED = re.compile("[,;。、]|$")
"""新建幼儿园两所: behind its noun a small number counts, in front of it (两支基金) it leads up to what is listed."""


def _counts(m: re.Match[str]) -> bool:
    """Whether a numeral in characters counts and is no turn of phrase: ten and more, two ends, or with a scale word."""
    if m["unit"] in ("条", "分", "届"):
        return False  # 二十条 are the points of a document; 十分 is very; 十二届 is which one
    if _BUILT.fullmatch(m.string, m.start(), m.end()) and _ENDED.match(m.string, m.end()):
        return True
    return len(m["low"]) > 1 or m["low"] == "十" or bool(m["high"]) or m["unit"].startswith(tuple(SCALES))


def _times(masked: str) -> Iterator[Quantity]:
    end, unit = -1, ""
    for m in _TIME.finditer(masked):
        value, at = _decimal(m["low"]), m.start()
        alone = at == 0 and m["unit"] == "岁"  # a cell of a table
        if "分别" in masked and (row := _ROW.search(masked, max(0, at - _LONGEST_ROW), at)):
            at = row.start("row")  # 分别压缩至2.5、5个工作日
        beside = m["unit"] == unit and _LIMITED.fullmatch(masked, end, at) is not None
        if value < _YEARS and (alone or beside or _GATE.search(masked, max(0, at - 5), at)):
            end, unit = m.end(), m["unit"]
            yield _quantity(m, value, None, unit, m["suffix"])


def _pure(masked: str) -> Iterator[Quantity]:
    for m in _PURE.finditer(masked):
        if _INDEX.search(masked, max(0, m.start() - _REACH), m.start()):
            yield Quantity(m.start(), m.end(), _decimal(m["low"]), None, "", "measure", m["suffix"], None)


def _before_the_unit(masked: str, last: Quantity) -> Iterator[Quantity]:
    """The figures of a row that has its unit only behind the last of them: 分别不高于53和32微克/立方米."""
    if row := _ROW.search(masked, max(0, last.start - _LONGEST_ROW), last.start):
        for m in _IN_ROW.finditer(masked, row.start("row"), row.end()):
            yield Quantity(m.start(), m.end(), _decimal(m[0]), None, last.unit, last.kind, last.suffix, None)


def _quantity(
    m: re.Match[str], value: Decimal, value_max: Decimal | None, unit: str, suffix: str | None, rank: str | None = None
) -> Quantity:
    return Quantity(m.start(), m.end(), value, value_max, unit, unit_kind(unit), suffix, rank)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


_NARROW = str.maketrans("（）", "()")


def as_written(text: str, folded: str, q: Quantity) -> str:
    """The unit of a quantity in the characters of the text: 公裏 stays as it is, ％ is %."""
    at = folded.find(q.unit, q.start, q.end) if q.unit else -1
    written = text[at : at + len(q.unit)] if at >= 0 else q.unit
    return written if written != q.unit and simplify(written.translate(_NARROW)) == q.unit else q.unit
