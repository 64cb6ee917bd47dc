"""How the words of a passage are shared out among its quantities: where clauses begin and end, and what several share."""

import re

from kjplan.extraction.figures import context
from kjplan.extraction.figures.quantities import Quantity
from kjplan.extraction.figures.verbs import ACTIONS, STRONG_ACTION, predicate_before
from kjplan.extraction.tables import one_of
from kjplan.late import late

HARD = re.compile(r"[,;:。!?\n]")
"""What ends a clause."""
_REACHES_OUT = re.compile("(?:半径|范围内?|服务|服务半径|以内)?[^,;:。、0-9]{0,6}覆盖率")
"""How far a service reaches is a part of a rate's name: 公交站点500米覆盖率."""
_PER_SO_MANY = re.compile("[^,;:。、0-9]{0,12}(?:死亡率|发病率|发病数|受伤率|刑事案件发案率)")
"""Of how many a rate is: 就业人员10万人生产安全事故死亡率."""
_SIZED = re.compile(r"[^,;:。、和及0-9]{2,16}")
_RATED = re.compile("[^,;:。、]{1,2}(?:率|比例|占比|比重)")
_FAR = ("米", "公里", "千米")
_OVER = re.compile("[^,;:。、]{2}超过?$")
_REACHES = re.compile("的[^,;:。、0-9]{2,20}(?:达到?|超过|突破|不低于|不少于)")
_SHARE_OPENS = re.compile(
    "(?:^|[,;:。]|确保|力争|争取|努力|实现|使|其中|[全我][省市县区州旗镇乡]|前|底|年)(?:不[少低]于|至少|有|超过|达到)?$"
)
_CONJUNCTION = re.compile(r"[、和及与] ?|以及")
_ENDS_JOINED = re.compile(r"(?:[、和及与]|以及)$")
_ALSO = late(rf"(?:[、和及与]|以及)(?:{one_of(ACTIONS)}){{1,3}}")
_INNER = re.compile("年?[^,;:。、0-9]{0,6}(?:收入|产值|营收|投资|资产|税收|销售额|规模)(?:达到?|超过?)? ?")
_NOUN = re.compile("[^,;:。、!?\\n]")
_HOLDS = re.compile("包?含|包括")
WINDOW = 160
"""Clauses longer than this are cut: no rule looks further."""
_TASKS = re.compile(
    "的?(?:年度|全年|工作|发展|预期|既定|奋斗|总)?(?:目标任务|任务目标|目标|任务)(?:要求)?|大?关口?|门槛"
)
"""What a figure is said to be, and nothing that is counted: 播种面积5.5万亩，总产量1.9万吨目标任务; 突破1000亿元大关."""
_NAMED = ("围绕", "对照", "按照", "按", "根据", "紧扣", "锚定")
"""What only names a target that is set elsewhere: 围绕生产总值增长8%的目标，加强调度."""


def without_sizes(masked: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities without those that only say which ones are counted: 5亿元以上 in 引进5亿元以上项目20个."""
    return [
        q
        for i, q in enumerate(quantities)
        if not (
            (q.unit in ("万人", "万户") and _PER_SO_MANY.match(masked, q.end))
            or (q.kind == "count" and _is_graded(masked, quantities, i))
            or (
                q.kind in ("money", "measure")
                and (_is_size(masked, quantities, i) or _is_reached(masked, quantities, i) or _is_name(masked, q))
            )
            or (q.kind == "percent" and (_is_whose(masked, quantities, i) or _is_strength(masked, quantities, i)))
        )
    ]


_WHOSE = re.compile(
    r"(?:县|市|区|乡|镇|村|城市|断面|点位|企业|单位|学校|医院|园区|小区)(?:[(][^()]{1,8}[)])?[^,;:。的]{2,24}?(?:(?:保持|控制|稳定|维持)在|达到|降至|不?[低高]于)"
)


def _is_whose(masked: str, quantities: list[Quantity], i: int) -> bool:
    """Whether a share says of whom the next figure is one: 三分之一县PM2.5浓度保持在25微克/立方米以下."""
    q = quantities[i]
    following = quantities[i + 1] if i + 1 < len(quantities) else None
    return (
        following is not None
        and following.kind == "measure"
        and following.start - q.end <= 40
        and _WHOSE.fullmatch(masked, q.end, following.start) is not None
    )


_STRENGTH = re.compile("[^,;:。、的和及0-9]{1,8}等")
_IN_LIST = re.compile("、[^,;:。、0-9]{2,10}(?:、[^,;:。、0-9]{2,10}){0,4}等[^,;:。、0-9]{2}")
_LISTED = re.compile("[^,;:。、0-9]{2,10}、[^,;:。、0-9]{2,10}、$")


def _is_strength(masked: str, quantities: list[Quantity], i: int) -> bool:
    """Whether a share is part of a name that is counted behind it: 0.5%盐水等10种制剂."""
    q = quantities[i]
    following = quantities[i + 1] if i + 1 < len(quantities) else None
    return (
        following is not None
        and following.kind == "count"
        and q.suffix is None
        and _STRENGTH.fullmatch(masked, q.end, following.start) is not None
    )


def _is_name(masked: str, q: Quantity) -> bool:
    """Whether a figure without a noun is one of the names of a list: 南湾、东礁、18海里、仙人洞等景区."""
    return (
        q.suffix is None
        and masked.startswith("、", q.end)
        and masked.endswith("、", 0, q.start)
        and _IN_LIST.match(masked, q.end) is not None
        and _LISTED.search(masked, max(0, q.start - 24), q.start) is not None
    )


def _is_reached(masked: str, quantities: list[Quantity], i: int) -> bool:
    """Whether a figure says what a share of them is to reach: the target of 80%的村集体经济收入达到10万元 is the share."""
    return (
        i > 0
        and quantities[i - 1].kind == "percent"
        and _REACHES.fullmatch(masked, quantities[i - 1].end, quantities[i].start) is not None
        and _SHARE_OPENS.search(masked, max(0, quantities[i - 1].start - 16), quantities[i - 1].start) is not None
    )


def _is_size(masked: str, quantities: list[Quantity], i: int) -> bool:
    q = quantities[i]
    if masked.startswith("排量", q.end):
        return True  # 购买2.0升及以下排量乘用车
    if q.unit in _FAR and _REACHES_OUT.match(masked, q.end):
        return True
    if i and _is_inner_size(masked, quantities[i - 1], q):
        return True
    if i + 1 == len(quantities):
        return False
    following = quantities[i + 1]
    return (
        (following.kind == "count" or _RATED.search(masked, q.end, following.start) is not None)
        and bool(q.suffix in ("以上", "及以上", "以下", "及以下") or _OVER.search(masked, max(0, q.start - 4), q.start))
        and _SIZED.fullmatch(masked, q.end, following.start) is not None
        and not predicate_before(masked, q.start, max(0, q.start - 8))
    )


def _is_graded(masked: str, quantities: list[Quantity], i: int) -> bool:
    """Whether a count says of which ones the rate behind it is: 100人以上企业建会率达95%."""
    if i + 1 == len(quantities) or quantities[i].suffix not in ("以上", "及以上"):
        return False
    following = quantities[i + 1]
    return (
        following.kind == "percent"
        and _SIZED.fullmatch(masked, quantities[i].end, following.start) is not None
        and _RATED.search(masked, quantities[i].end, following.start) is not None
    )


def _is_inner_size(masked: str, before: Quantity, q: Quantity) -> bool:
    """Whether a sum says which ones are counted, between number and noun: 培育100家年收入1亿元以上的企业."""
    return (
        before.kind == "count"
        and q.kind == "money"
        and q.suffix in ("以上", "及以上")
        and _INNER.fullmatch(masked, before.end, q.start) is not None
        and _NOUN.match(masked, q.end) is not None
    )


def sorts(q: Quantity, text: str) -> bool:
    """Whether a sum only says which ones are meant: 年收入10万元以上的村占比达到60%, 总投资2亿元的12个项目."""
    return q.kind == "money" and text.startswith("的", q.end)


def clause_start(masked: str, at: int) -> int:
    """Where the clause begins in which an offset lies, no further back than any rule looks."""
    return max([m.end() for m in HARD.finditer(masked, max(0, at - WINDOW), at)], default=max(0, at - WINDOW))


def behind_bar(text: str, begin: int, at: int) -> int:
    """Where the cell begins that a number stands in with words before it: 工业 | 增加值增长8%."""
    bar = text.rfind("|", begin, at) + 1
    return bar if bar and text[bar:at].strip() else begin


def own_clause(masked: str, begin: int, stop: int) -> int:
    """Where a clause begins that has another before it and only 、 between: 大力实施更新行动、完成投资220亿元."""
    at = masked.rfind("、", begin, stop)
    if at < 0 or not STRONG_ACTION.match(masked, at + 1, stop):
        return begin
    used, _ = context.strip_prefix(masked[begin:at])
    return begin if masked[begin + used : at] in ACTIONS else at + 1


def behind_holding(text: str, begin: int) -> int:
    """Where a clause begins behind the word with which a bracket counts on: 新建充电桩1000个（含公用桩600个）."""
    m = _HOLDS.match(text, begin) if text.startswith("(", begin - 1) else None
    return m.end() if m else begin


def split_gap(gap: str) -> int:
    """How much of the words between two quantities of one clause belongs to the first.

    桥梁30座、涵洞20个: none; 10个目标区和300处矿产地: 目标区; 100家企业产值突破10亿元: the words serve both, none is taken away.
    """
    if _CONJUNCTION.match(gap):
        return 0
    if m := _ENDS_JOINED.search(gap):
        return m.start()
    return max(gap.rfind("、"), 0)


def is_origin(text: str, begin: int, q: Quantity, following: Quantity | None) -> bool:
    """Whether the figure is where a change starts from: 从75%提高到100%."""
    if following is None or following.start - q.end > 12:
        return False
    left = text[begin : q.start]
    at = max(left.rfind("从"), left.rfind("由"))
    return at >= 0 and bool(
        re.match(
            r"[左右以上]*(?:再|逐步)?(?:提高|增加|扩大|上升|提升|增长|降|下降|压|减|缩|到|至)",
            text[q.end : following.start],
        )
    )


def sharing(quantities: list[Quantity], i: int, masked: str) -> tuple[int, int]:
    """Place and number of the quantities that one predicate shares out: 分别达到65%和55% is (0, 2) and (1, 2)."""
    if len(quantities) == 1:
        return 0, 1
    first = i
    while (
        first > 0
        and i - first < 8
        and _CONJUNCTION.fullmatch(masked, quantities[first - 1].end, quantities[first].start)
    ):
        first -= 1
    last = i
    while (
        last + 1 < len(quantities)
        and last - i < 8
        and _CONJUNCTION.fullmatch(masked, quantities[last].end, quantities[last + 1].start)
    ):
        last += 1
    return i - first, last - first + 1


_RIGHT_BEHIND = re.compile("(?:,?(?:共计?|合计|总计|约))?")
_LEADS_TO = re.compile("[至到]")


def stands_behind(masked: str, before: Quantity, q: Quantity) -> bool:
    """Whether a figure stands right behind another that counts the same in another unit, or what a change by that one leads to."""
    if q.start - before.end > 3:
        return False
    if before.kind == "percent":
        return (before.unit.endswith("百分点") or q.kind != "percent") and _LEADS_TO.fullmatch(
            masked, before.end, q.start
        ) is not None
    return before.unit != q.unit and _RIGHT_BEHIND.fullmatch(masked, before.end, q.start) is not None


def is_second_verb(gap: str) -> bool:
    """Whether nothing but another verb stands between two figures: 新建8万亩、改造6万亩梯田."""
    return bool(_ALSO.fullmatch(gap))


def is_joined(gap: str) -> bool:
    """Whether words between two figures begin or end with a conjunction: 3800户、58万平方米."""
    return bool(_CONJUNCTION.match(gap) or _ENDS_JOINED.search(gap))


def is_called_a_task(text: str, begin: int, at: int, stop: int) -> bool:
    """Whether the words ``[at, stop)`` behind a figure only say that it is asked for; ``begin`` is where its clause begins."""
    return _TASKS.fullmatch(text, at, stop) is not None and not text.startswith(_NAMED, begin)
