"""Units of quantity and the scale words before them."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from kjplan.extraction.tables import by_first, one_of, words

UnitKind = Literal["percent", "money", "count", "measure"]

SCALES = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8,
    "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4,
}  # fmt: skip
"""Scale words and what they multiply by: 400亿元 is 400 × 10⁸ 元."""

PERCENT = ("%", "‰", "/10万", "/万", "个百分点", "百分点", "倍")
RATIOS = {"成": 10}
"""Units of a share in words and how many per cent one of them is: 八成 is 80 %."""
MONEY = ("元", "美元", "欧元", "港元", "日元", "元人民币")
COUNT = words(
    "家 个 个次 件 项 名 人 人次 户 户次 套 处 所 座 条 辆 台 栋 幢 只 头 张 次 场 场次 期 支 门 对 位 "
    "种 部 篇 册 艘 架 列 组 例 份 间 株 棵 盏 口 眼 具 宗 笔 届 片 批 批次 家次 台套 标箱 标准箱 学时 课时 强 "
    "席 枚 块 根 款 把 袋 瓶 桶 盒 顶 剂次 人份 例次 篇次 册次 路 分 辆次 架次 班次 标准车 尾 羽 幅 首 堂 班 起 项次 件次 车次 本 节 人年 人月 人日 人天 台次 卷 件套 艘次 集 趟"
)
MEASURE = words(
    "亩 亩次 公顷 平方米 平米 平方公里 平方千米 ㎡ 公里 千米 米 海里 立方米 平方 方 吨 公斤 千克 斤 克 千瓦 兆瓦 吉瓦 "
    "千瓦时 度 吉焦 吨标准煤 吨标煤 千克标准煤 克标准煤 克标煤 吨公里 天 箱 床 床位 床日 分贝 DDDs DDD 吨/月·平方公里 吨/平方公里·月 吨/月·平方千米 吨/平方千米·月 帧 页 升 伏安 千伏安 千伏安时 微克 毫克 微克/立方米 毫克/升 微克每立方米 毫克每升 毫克/立方米 μg/m³ μg/m3 µg/m³ µg/m3 mg/m³ mg/m3 mg/L 立方 m³ 标准立方米 标方 标立方米 蒸吨 "
    "自然箱 担 延米 单线公里 Mbps Gbps MW GW kWh MWh GWh PFLOPS EFLOPS PFlops EFlops P PB EB TB TEU km"
)
TIMES = words("岁 年 个工作日 工作日 小时 分钟 个月")
"""Units that are a quantity only where something reaches or is cut to so many of them: 平均预期寿命达到82岁, 压缩至3个工作日."""

KINDS: dict[str, UnitKind] = {
    **dict.fromkeys(PERCENT, "percent"),
    **dict.fromkeys(MONEY, "money"),
    **dict.fromkeys(COUNT, "count"),
    **dict.fromkeys(MEASURE, "measure"),
    **dict.fromkeys(TIMES, "measure"),
    **dict.fromkeys((*RATIOS, "番"), "percent"),
}
"""The kind of each unit; a unit that is not here makes no quantity (年, 月, 日, 级, 版)."""

# What follows a unit's character and makes another word of it: 项目, 处理, 条例, 台账, 个工作日 (a time limit), 个方面 (a list).
_NOT_BEFORE = {
    "个": "亿|月|工作日|小时|自然日|方面|方向|字|学期|百分",
    "人": "才|均|民|大",
    "人年": "均|龄|度|级|[内底末初]",
    "人日": "均",
    "人月": "均|度|薪|[内底末初]",
    "家": "庭|具|居|电",
    "项": "目",
    "处": "理|置|于|罚|室",
    "所": "有|在|属",
    "条": "例|件",
    "台": "账|阶",
    "次": "级|日|年",
    "位": "居|于|列|次",
    "对": "于|接|标|外|口",
    "支": "持|撑|付|出",
    "门": "类|户|槛",
    "期": "间|限|末",
    "批": "准|复|发|评|示|量|文|改|建",
    "部": "门|分|署",
    "方": "面|案|式|位",
    "度": "电价|假",
    "组": "织|建|合",
    "列": "入|为",
    "份": "额",
    "名": "单|录|义",
    "例": "如|会",
    "天": "然|津",
    "口": "岸|径",
    "强": "化|度|调|国",
    "元": "旦|宵",
    "米": "粮",
    "户": "籍|外",
    "分": "贝|钟|之|别|类|批|期|布|为|级|公司|局|会|行|管|数|析|享",
    "卷": "烟|[入宗帘材绕面首积]",
    "集": "[中团体合约聚采成市镇贸装束料散群资邮训结思萃纳水热]",
    "担": "[任当保负心忧架责起]",
    "P": "[A-Za-z0-9]",
    "场": "所|馆|地|景|镇",
    "种": "植|类|养",
    "起": "草|步|点|来|诉|义|重|降|始",
    "张": "家",
    "本": "[省市县区地级科土年月周行部单届次来身人期校院质领体能底金]",
    "把": "[手握控关脉好]",
    "顶": "[层部点级尖住]|岗|天",
    "袋": "[鼠]",
    "盒": "[饭子]",
    "路": "[公灯段口面线沿由径桥网基肩人费]",
    "平方": "[公千厘毫分英百]",
    "节": "[约能日点水假目省前后庆]",
}


def _unit_pattern(unit: str) -> str:
    blocked = _NOT_BEFORE.get(unit)
    if KINDS[unit] in ("money", "measure"):
        blocked = f"{blocked}|级" if blocked else "级"  # 千亿元级产业, 5万吨级码头: a class
    return re.escape(unit) + (f"(?!{blocked})" if blocked else "")


_COUNTED = sorted(KINDS.keys() - {*TIMES, *RATIOS, "番"}, key=lambda unit: (-len(unit), unit))
_PER = words(
    "公斤 千克 万人 千人 百人 人 年 月 天 日 吨 亩 户 次 平方米 立方米 公里 平方公里 千瓦时 万元 小时 分钟 秒 公顷"
)
SCALE = "|".join(SCALES)
"""Pattern of a scale word."""
BASE = rf"(?:{by_first(map(_unit_pattern, _COUNTED))})(?:/(?:{one_of(_PER)}))?"
"""Pattern of a unit without its scale word, with what it is counted per (元/人), without groups."""
UNIT = rf"(?:{SCALE})?{BASE}"
"""Pattern of a unit with its scale word, without groups."""

_OTHERS = re.compile("[(（][^()（）]*[)）]$")
"""What else is counted with the same number: 台（套）."""
_SPLIT = re.compile(rf"({SCALE})?(.*)", re.S)


@lru_cache(maxsize=1024)
def split_unit(unit: str) -> tuple[int, str]:
    """The factor and the base unit of a unit as written: 亿元 is (100000000, 元), 千瓦 is (1, 千瓦), 万 is (10000, 万)."""
    match = _SPLIT.fullmatch(unit)
    assert match is not None  # the pattern takes any text
    scale, base = match.groups()
    if base.endswith((")", "）")):
        base = _OTHERS.sub("", base)
        return (SCALES[scale] if scale else 1), base
    return (SCALES[scale], base or unit) if scale and unit not in KINDS else (1, unit)


@lru_cache(maxsize=1024)
def unit_kind(unit: str) -> UnitKind:
    """Whether a unit as written is a percentage, money, a count or a physical measure; a scale word alone counts."""
    if unit in SCALES:
        return "count"
    if unit.endswith("分之"):
        return "percent"
    return KINDS[split_unit(unit)[1].partition("/")[0]] if unit not in KINDS else KINDS[unit]


def base_of(value: Decimal, unit: str) -> tuple[Decimal | None, str | None]:
    """A value and its unit in the base unit, exact: 400亿元 is 40000000000 元, 八成 80 %, 翻一番 100 %, 四分之三 75 %.

    :return: None and None where no decimal says it exactly (三分之二), and a scale word alone counts in no unit (10万)
    """
    if unit == "番":
        return (2 ** min(value, Decimal(64)) - 1) * 100, "%"
    if unit in RATIOS:
        return value * RATIOS[unit], "%"
    if unit.endswith("分之"):
        return _of_hundred(value, _DENOMINATORS.get(unit.removesuffix("分之")))
    factor, base = split_unit(unit)
    return to_base(value, factor), (None if unit in SCALES or not unit else base)


_DENOMINATORS = dict(zip("二三四五六七八九十", range(2, 11), strict=True))


def _of_hundred(value: Decimal, denominator: int | None) -> tuple[Decimal | None, str | None]:
    """A fraction as a percentage, where a decimal says it exactly: thirds, sixths, sevenths and ninths have none."""
    return (value * 100 / denominator, "%") if denominator in (2, 4, 5, 8, 10) else (None, None)


def to_base(value: Decimal, factor: int) -> Decimal:
    """A value in the base unit, exact and without an exponent: 1.3 × 10¹² is 1300000000000."""
    product = value * factor
    if factor == 1:
        return product
    whole = product.to_integral_value()
    return whole if product == whole else product
