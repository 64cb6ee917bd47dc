"""When two names name one indicator, and when one took the other's place: the words of the names decide.

技术合同交易额 → 技术合同成交额                   the same indicator under another name: its figures compare
万人发明专利拥有量 → 万人高价值发明专利拥有量     a qualifier was put in: another indicator, its figures never compare
水稻种植面积 → 小麦种植面积                       two indicators that have nothing to do with each other
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from typing import Literal, NamedTuple

from kjplan.matching.wording import canonical

Relation = Literal["same", "renamed", "narrowed", "widened", "succeeded"]

# 全市规上工业企业研发活动覆盖率 in one year, without 全市 in the next: the area is the issuer's own either way. 全国 is not.
_SCOPE = re.compile(r"^(?:全(?:市|省|县|区|旗|州|盟|年)|[我本](?:市|省|县|区|旗|州|盟))+(?=.{2})")
# 城镇调查失业率全年控制在5.5%以内: the time belongs to the promise, and not to the name.
_TIME = re.compile(r"(?<=.{2})(?:全年|今年|年均|本年度?)$")

# Names of one thing, the first of each row being the one used for comparing; each row is applied to what the rows
# before it left. A row holds what offices write for the same statistic, not what is merely near it:
# 城镇登记失业率 and 城镇调查失业率 are two statistics (below), 省级平台 and 市级平台 too.
_SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("规上", "规模以上"),
    ("研发", "研究与试验发展", "研究与实验发展", "研究与开发", "研究开发", "r&d"),
    ("研发投入", "研发经费投入", "研发经费支出"),
    # 新建省级以上创新平台100家 (2020) → 新建省级以上研发平台100家 (2022)
    ("研发平台", "科技创新平台", "科研平台", "创新平台"),
    # 技术合同交易额达到166亿元 (2020) → 技术合同成交额达到400亿元 (2022)
    ("成交额", "成交金额", "交易额", "交易金额"),
    # 有效高新技术企业1000家 (goal) is restated as 高新技术企业1000家以上 (measure 11): certified and not expired is meant.
    # 有效灌溉面积 is not 灌溉面积.
    ("高新技术企业", "国家级高新技术企业", "国家高新技术企业", "有效高新技术企业"),
    ("发明专利", "有效发明专利"),
    ("生产总值", "地区生产总值", "国内生产总值", "gdp"),
    # The statistic's name in the budgets before 2012, 2012 to 2014, and since the Budget Law of 2015.
    ("一般公共预算收入", "地方一般公共预算收入", "公共财政预算收入", "地方财政一般预算收入", "一般预算收入"),
    ("居民消费价格", "居民消费价格总水平", "居民消费价格指数", "cpi"),
    ("利用外资", "使用外资"),
    ("进出口总额", "外贸进出口总额", "外贸进出口总值", "进出口总值"),
    ("能耗", "能源消耗"),
    # Energy intensity is energy used a unit of gross product by definition.
    ("能耗强度", "单位生产总值能耗", "万元生产总值能耗"),
    ("城镇居民", "城镇常住居民"),
    ("农村居民", "农村常住居民", "农牧民", "农民"),
    ("万人", "每万人口", "每万人", "万人口"),
    ("拥有量", "拥有数"),
    ("比重", "占比", "比例", "比率"),
    # The intensity of research is its share of the gross product by definition (GB statistics of R&D).
    ("研发投入强度", "研发投入占生产总值比重", "研发投入占生产总值的比重"),
    # 研发投入强度 and 固定资产投资 are those of society as a whole unless the name says otherwise.
    ("", "全社会"),
)

_PAIRS = [(other, row[0]) for row in _SYNONYMS for other in sorted(row[1:], key=len, reverse=True)]
# 科技型企业数, 企业总数: the unit says that it is a number.
_COUNT = re.compile(r"(?<=..)(?:总数量?|数量|总量|个数|数)$")

# 居民消费价格涨幅3% is the growth of 居民消费价格 by 3%.
_GROWTH = re.compile(r"(?<=..)的?(?:增速|增长率|增长速度|增幅|涨幅)$")

# What a statistic was replaced by when the office that keeps it changed its method. Anything else that is merely put in
# another's place is not taken for its successor: 城市污水处理率 and 城市垃圾处理率 have their words in common, no more.
_SUCCESSIONS = (frozenset({"登记", "调查"}), frozenset({"纯", "可支配"}))

_SHORTEST = 4
"""A name so short is too general to be narrowed: 企业 is inside every 科技型企业."""
_KEPT = 0.5
"""Share of the longer name that the shorter one must be."""
_LONGEST = 100
"""A name so long is a paragraph, and not looked at for its qualifiers; the bound keeps hostile input linear."""


class Name(NamedTuple):
    """An indicator's name, made ready for comparing."""

    name: str
    """Canonical, without the area it holds for."""
    concept: str
    """What it stands for: all names of one indicator have one concept."""


def named(indicator: str) -> Name:
    """The name of an indicator, ready for ``relation``: 全市技术合同交易额 has the concept 技术合同成交额."""
    name = _TIME.sub("", _SCOPE.sub("", canonical(indicator).lower()))
    return Name(name, _COUNT.sub("", _GROWTH.sub("", _one_name(name))) or name)


def unified(text: str) -> str:
    """Any text with one spelling and one name for each statistic: 研发经费投入 reads 研发投入."""
    return _one_name(canonical(text).lower())


def _one_name(text: str) -> str:
    for other, one in _PAIRS:
        if other in text:
            text = text.replace(other, one)
    return text


def is_growth(indicator: str) -> bool:
    """Whether the name says that the figure is a rate of growth: 居民消费价格涨幅."""
    return bool(_GROWTH.search(canonical(indicator)))


def relation(old: Name, new: Name) -> Relation | None:
    """How the indicator named ``new`` relates to the one named ``old``; None where the names say nothing.

    same (the same name), renamed (another name of it), narrowed or widened (a qualifier put in or taken out before the
    noun that says what is measured), succeeded (the statistic that took its place by a change of method)
    """
    if old.concept == new.concept:
        return "same" if old.name == new.name else "renamed"
    return relation_of_concepts(old.concept, new.concept)


def relation_of_concepts(one: str, other: str) -> Relation | None:
    """The same of two concepts that differ."""
    head, tail = shared_ends(one, other)
    gone, come = one[head : len(one) - tail], other[head : len(other) - tail]
    if gone and come:
        return "succeeded" if head >= 2 and tail >= 2 and frozenset({gone, come}) in _SUCCESSIONS else None
    shorter, longer = sorted((len(one), len(other)))
    if tail < 2 or shorter < _SHORTEST or shorter < _KEPT * longer:
        return None
    return "narrowed" if come else "widened"


def near_concepts(concept: str, lengths: Iterable[int]) -> Iterator[str]:
    """Among these are all concepts, not longer than this one, that ``relation_of_concepts`` may find it to be related to.

    :param lengths: how long concepts are; no others are wanted
    """
    for words in _SUCCESSIONS:
        for one, other in permutations(words):
            at = concept.find(one)
            while at >= 0:
                yield concept[:at] + other + concept[at + len(one) :]
                at = concept.find(one, at + 1)
    longest = len(concept)
    if longest <= _LONGEST:
        for length in lengths:
            if max(_SHORTEST, _KEPT * longest) <= length < longest:
                for head in range(length - 1):
                    yield concept[:head] + concept[head + longest - length :]


def shared_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Lengths of the start and of the end that two texts, or two lists of words, share, not overlapping."""
    most = min(len(one), len(other))
    head = 0
    while head < most and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < most - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return head, tail
