"""Which of several things each figure belongs to: 甲收入和乙收入分别增长5%和7%, 甲达到3万人，乙达到2亿元，分别增长8%."""

import re

from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.indicators import is_generic, of_the_same
from kjplan.extraction.tables import one_of, words
from kjplan.late import late

_APART = (re.compile("、|以及"), re.compile("[、和与及]|以及"))
"""How a subject is parted: at 、 where that gives as many parts as there are figures, else at 和 too."""
_RATES = words(
    "覆盖 处理 处置 达标 普及 入学 入园 参保 就业 失业 合格 利用 完成 升学 巩固 占有 转化 满意 知晓 破案 办结 治理 绿化 自给 回收 开工 投产 结案 "
    "签约 录取 供水 监测 检测 死亡 贡献 渗透"
)
_AMOUNTS = words(
    "产 用 存 销 货运 客运 旅客 周转 利用 回收 节能 节水 减排 投放 排放 施用 使用 消费 消耗 吞吐 拥有 接待 发电 交易 成交 储备 供应 出栏 存栏 装机 保有 蓄积 储气 用水"
)
_SUMS = words("销售 零售总 成交 交易 进出口总 进出口 总 余 贷款余 存款余 投资总 资产总")
_MEASURED = late(
    rf"(?:(?:患者|人群|对象|人口)?(?:规范|健康)?管理率|(?:增加值|产值|收入|投入|支出|投资)占[一-鿿A-Z]{{2,12}}(?:比重|比例)|(?:[一-鿿]{{2}}化|{one_of(_RATES)})率|总?(?:{one_of(_AMOUNTS)})总?量"
    rf"|(?:{one_of(_SUMS)})额|(?:人均)?可支配收入|增加值|收入|支出|投资|产值|(?:年均|平均)?浓度|(?:中的[一-鿿]{{2,14}})?(?:比例|比重|占比)|(?:二氧化碳|碳|污染物)?排放|能源消耗|(?:平均|年均)?(?:运行)?[热能]?效率|人数|人次|天数|面积|规模|[能水电]耗|起数|总量|[一-鿿]{{2}}率|[值数率量额])$"
)
"""What a number measures, which the first parts leave to the last: 污水、垃圾处理率 are 污水处理率 and 垃圾处理率."""
_LED = re.compile(
    "(?:单位(?:国内|地区)?(?:生产总值|GDP)|万元(?:国内|地区)?(?:生产总值|GDP)|(?:规模以上工业|规上工业)?(?:单位|万元)(?:工业)?(?:增加值|产值)|在运|在役)"
)
"""Of what each part is one, which only the first says: 单位产值能耗和废水排放."""
_EACH = re.compile("(?:各|(?<![年月日人户平])均)(?:力争|争取|努力|计划|要)?$")
_EACH_ENDS = frozenset("各均争取力划要")
_OPPOSITES = {
    "城镇": "农村",
    "城市": "农村",
    "国内": "国际",
    "废气": "废水",
    "存款": "贷款",
    "职工": "居民",
    "居民": "职工",
    "小学": "初中",
    "初中": "高中",
}
_OF_ITS_OWN = ("单位", "万元", "人均", "每", "规模以上", "规上", "全", "在")
_NUMERALS = tuple("一二三四五六七八九")
_SHORTEST = 3
_MOST = 4


def share_out(clause: Clause, subject: str) -> str:
    """The clause's part of a shared subject, the whole of it where it cannot be told."""
    place, number = clause.sharing
    return _parts(subject, number)[place] if number > 1 else subject


def each_of(clause: Clause, claim: Claim, recent: list[str]) -> list[str]:
    """The indicators that a claim is about: more than one where the same figure holds for each, one as a rule.

    :param recent: the indicators before it in the sentence
    """
    before = clause.text[clause.left : claim.start].rstrip()
    if before[-1:] in _EACH_ENDS and _EACH.search(before):
        return next((parts for n in (2, 3) if len(set(parts := _parts(claim.indicator, n))) == n), [claim.indicator])
    place, number = clause.sharing
    if claim.carried and "分别" in before and len(recent) > 1:
        return (
            recent[-_MOST:]
            if number == 1
            else [recent[-number:][place]]
            if number <= len(recent)
            else [claim.indicator]
        )
    return [claim.indicator]


def _parts(subject: str, number: int) -> list[str]:
    """A subject in so many parts, each with what it leaves to the last; the whole of it so often where it has others."""
    for pattern in _APART:
        parts = [part for part in pattern.split(subject) if part]
        if len(parts) == number:
            whole = [_completed(part, parts[-1]) for part in parts[:-1]] + parts[-1:]
            whole[1:] = [of_the_same(whole[0], part) if is_generic(part) else part for part in whole[1:]]
            if led := _LED.match(whole[0]):
                whole[1:] = [part if part.startswith(_OF_ITS_OWN) else led.group() + part for part in whole[1:]]
            if all(len(part) >= _SHORTEST for part in whole):
                return whole
    return [subject] * number


def _completed(part: str, last: str) -> str:
    """A part with the end of the last one, where it only says which: 城镇 of 城镇和农村居民收入 is 城镇居民收入."""
    if _MEASURED.search(part):
        return part
    other = _OPPOSITES.get(part)
    if other and last.startswith(other):
        return part + last.removeprefix(other)
    if part in _NUMERALS and last[:1] in _NUMERALS:
        return part + last[1:]  # 一、二产业增加值
    if part.endswith("级") and "级" in last:
        return part + last.partition("级")[2]
    if (m := _MEASURED.search(last)) and m.start():
        return part + m.group()
    return part
