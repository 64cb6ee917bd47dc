"""What a goal is about: its indicator without the words that only say how much, of what grade, and where.

全市规上工业企业研发活动覆盖率 is about 规上工业企业研发活动; 新建省级以上研发平台100家 is about 研发平台.
"""

import re

from kjplan.extraction.names.body_ends import ends_of
from kjplan.extraction.restating import TOO_GENERAL
from kjplan.extraction.tables import one_of, words
from kjplan.matching.indicators import unified

_BEFORE = words(
    "全市 全省 全县 全区 全国 全社会 我市 我省 其中 新增 新建 新认定 新培育 累计 年均 全年 当年 年末 有效 各类 一批 区本级 "
    "市本级 省级以上 市级以上 县级以上 国家级 省级 市级 区级 县级 每万人 每千人 万人 人均 单位 城镇 城乡 高水平"
)
_AFTER = words(
    "强度 拥有量 保有量 成交额 交易额 总额 总量 总数 数量 个数 规模 增加值 总产值 产值 总产量 产量 产能 吞吐量 增速 增幅 涨幅 "
    "占比 比重 比例 覆盖率 普及率 达标率 完成率 合格率 利用率 处理率 回收率 转化率 参与率 入学率 水平 率 额 量 数"
)
_LEAD = re.compile(rf"^(?:{one_of(_BEFORE)})+(?=.{{2}})")
_TAIL = re.compile(rf"(?<=..)(?:{one_of(_AFTER)})$")

RESOLVE = words(
    "加强 强化 推进 推动 加快 促进 支持 引导 鼓励 开展 实施 组织 做好 抓好 落实 贯彻 深化 优化 完善 健全 提升 提高 增强 扩大 建设 建立 构建 打造 "
    "培育 发展 创新 统筹 壮大 大力 积极 持续 全面 着力 深入 切实 继续 进一步 不断 高标准 高质量 高水平 严格 稳步 有序 有效 更好 充分 巩固 拓展 "
    "引进 保障 改善 规范 坚持 力争 加大 力度 推广 发挥"
)
"""Verbs and adverbs of resolve, which say nothing of what a task is about."""
_VERBS = (*RESOLVE, *words("汇聚 集聚 用好 厚植 繁荣 创设 聚焦 梯度 引导加大"))
_DOING = words(
    "建设 发展 工作 管理 服务 实施 能力 水平 质量 力度 规模 提升 融合发展 高质量发展 体系建设 队伍建设 统筹谋划"
)
_VERB_FIRST = re.compile(rf"^(?:{one_of(_VERBS)})+(?=.{{2}})")
_DOING_LAST = re.compile(rf"(?<=..)(?:{one_of(_DOING)})+$")

# Heads so common in plans that they say nothing of what a goal is about, alone or as the end of a longer name.
_GENERAL = TOO_GENERAL | frozenset(
    words(
        "经济 社会 产业 市场 建设 发展 创新 科技 服务 管理 能力 体系 水平 质量 环境 生产 产品 技术 活动 工作 单位 问题 用户 资源 "
        "地区 城市 农村 群众 居民 总值 增长 目标 预期目标 指标 设施 基础设施 科技创新 服务体系 创新能力 经济发展 社会发展 "
        "产业发展 服务能力 管理体系 体系建设 示范基地 示范项目 服务平台 重点项目 重大项目 建设项目 创新平台 综合利用 生产总值 "
        "高质量发展 企业集团 技术装备 保障体系 责任体系 长效机制 体制机制"
    )
)

EXPECTED = re.compile(
    "生产总值|经济增长|经济增速|增加值|固定资产投资|进出口|国际收支|消费价格|失业率|新增就业|转移就业|可支配收入|纯收入|居民收入"
    "|财政.{0,2}(?:收入|支出)|预算收入|赤字|消费品零售总额|城镇化率|预期寿命|受教育年限|预期目标|预期性"
)
"""Indicators that plans call 预期性: what comes of the whole economy, and no one measure carries; tables say so in a column."""

_BODY = re.compile(f"(?:部门|单位|政府|委员会|{ends_of('局厅委部')})$")
"""The end of a body's name: a title that is one (市水利局) says who acts, and not on what."""

SURE = 4
"""A shared ending of so many characters names a thing: 研发平台 of 省级以上研发平台; 平台 does not."""


def core(indicator: str) -> str:
    """What an indicator is about, in the spelling of ``unified``; never empty for one that has two characters."""
    text = unified(indicator)
    while (shorter := _TAIL.sub("", _LEAD.sub("", text))) != text:
        text = shorter
    return text


def title_core(title: str | None) -> str:
    """What a measure's title is about: 壮大高新技术企业规模 is about 高新技术企业; "" where that is too general."""
    text = unified(title or "")
    while (shorter := _DOING_LAST.sub("", _VERB_FIRST.sub("", text))) != text:
        text = shorter
    return "" if text in _GENERAL or len(text) < SURE or _BODY.search(text) else text


def shared_ending(topic: str, text: str) -> str:
    """The longest ending of a goal's topic that a text has, where it is long enough to name the same thing; else "".

    :param topic: of ``core``
    :param text: of ``unified``
    """
    if topic in text:
        return "" if topic in _GENERAL or len(topic) < 2 else topic
    for start in range(1, len(topic) - SURE + 1):
        if (ending := topic[start:]) in text:
            return "" if ending in _GENERAL else ending
    return ""


# What goals of a kind are usually reached by, where the words differ altogether; read from statistics' own definitions:
# technology contracts are registered on the technology market (技术合同认定登记管理办法), and so on down the table.
RELATED: dict[str, tuple[str, ...]] = {
    "技术合同": words("技术交易 技术市场 技术转移"),
    "失业": words("就业"),
    "粮食": words("高标准农田 耕地保护"),
    "价格": words("稳价 物价 保供稳价"),
    "进出口": words("外贸"),
    "利用外资": words("招商引资 外商投资"),
    "社会消费品零售": words("消费"),
    "固定资产投资": words("有效投资 项目建设"),
    "能耗": words("节能 降耗"),
    "森林": words("国土绿化 造林"),
    "空气质量": words("大气污染防治 蓝天保卫战"),
    "细颗粒物": words("大气污染防治 蓝天保卫战"),
    "pm2.5": words("大气污染防治 蓝天保卫战"),
    "二氧化硫": words("大气污染防治 蓝天保卫战"),
    "地表水": words("水污染防治 碧水保卫战"),
    "污染物排放": words("污染防治 环境综合治理"),
    "生态环境质量": words("污染防治 环境综合治理"),
    "预算收入": words("财源建设 税源"),
    "可支配收入": words("增收 富民"),
}
"""Words of a goal's topic, and the words that measures use."""


def related(topic: str) -> tuple[str, ...]:
    """Words that measures for such a goal use, beside the topic's own."""
    return next((others for name, others in RELATED.items() if name in topic), ())
