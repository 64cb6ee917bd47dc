"""What a clause or a title is about, for a clause behind it that gives a figure and names nothing."""

import re

from kjplan.extraction.commitment import VERBS
from kjplan.extraction.figures.context import strip_prefix
from kjplan.extraction.figures.verbs import ACTIONS
from kjplan.extraction.names.body_ends import AUTHORITIES, PLACES_LAST
from kjplan.extraction.tables import one_of, words
from kjplan.late import late

_ADVERBS = words("进一步 大力 积极 持续 切实 全面 着力 深入 扎实 稳步 有序 有效 不断 继续 逐步 再 要")
_LIGHT = words("加快 加强 加大 强化 提高")
_VERBS = {*ACTIONS, *(v for row in VERBS.values() for v in row), *words("下调 上调 设置 降低 压缩 清理 稳定 严控 控制")}
_LEAD = late(rf"(?:{one_of(_ADVERBS)}){{0,4}}(?:(?:{one_of(_LIGHT)})(?:{one_of(ACTIONS)})?|(?:{one_of(_VERBS)}))")
_TAIL = re.compile(
    r"(?:提质|扩容|扩面|增效|倍增|扩量|升级|梯度|做大做强){1,3}$|(?:(?:建设|培育|实施|工作|攻坚)?(?:力度|步伐|进程|进度|工作|行动|计划|任务|规模|数量|总量|机制|体系建设))+$|建设$|[。.!]$"
)
_COUNTED_BY = {
    "家": re.compile("(?:企业|公司|单位|机构|主体|平台|基地|中心|站|园|院|所|店|户|团队|工厂|车间)$"),
    "户": re.compile("(?:主体|企业|农户|家庭|工商户)$"),
    "人": re.compile("(?:人才|人员|劳动力|[者员师生工])$"),
}
"""What a unit counts, so that the sentence before can be believed to say it: 培育小巨人企业。新增5家."""
_MANY = re.compile(r"[,;:。、]|和|与")
LONGEST = 24
"""Longer words name no single thing."""
LONGEST_TITLE = 8 * LONGEST
"""Nor do longer titles, whatever they begin with."""
NAMELESS = frozenset(
    words("各地 各地可 各区 各县 各区县 各单位 我市 我省 我区 我县 全市 全省 原则上 其余 其他 平均 总体 每年 整体")
)
"""Subjects that are no indicator: 各地可降至16%."""


def topic_of(clause: str, *, title: bool = False) -> str | None:
    """The object of a clause that begins with a verb, None where there is none that names one thing.

    建设实验室 is about 实验室, 加大保障性安居工程建设力度 about 保障性安居工程, 继续实施退耕还林还草 about 退耕还林还草.

    :param clause: a clause or a title, folded
    :param title: whether it is a title, which is about itself where it begins with no verb (实验室建设)
    """
    used, _ = strip_prefix(clause[: 3 * LONGEST])
    m = _LEAD.match(clause, used)
    if m is None and not title:
        return None
    at = m.end() if m else used
    thing = clause[at:].strip(" 的。")
    if len(thing) > LONGEST or _MANY.search(thing):
        return None
    while m := _TAIL.search(thing):
        if m.start() < 2 or thing[m.start() - 1] in "轮批期":
            break
        thing = thing[: m.start()]
    return thing if len(thing) > 1 else None


_NAMES_NONE = re.compile(
    r"(?:目标|任务|内容|措施|举措|要求|指标|计划|其中|方面|如下|包括|[单席]位|部门|时[限间]|进度|阶段|[年月日]|季度|职责|标准|重点|工作|要点|方式|步骤|安排|一是|情况|事项|原则|意见"
    rf"|[{PLACES_LAST}村街道{AUTHORITIES}处科]|(?<!院)所|[上下]半年|小计|合计|总计|共计|责任人|领导|备注|序号)$"
)
"""How a label ends that says no indicator: 年度目标：新建5所, 郑东新区：新建5所."""
_MEASURE = re.compile("[率额值量数]$|比[例重]$|面积$|里程$|规模$")
"""How a name of what is measured ends, though it may begin with a verb: 研发覆盖率."""


def label_of(words: str) -> str | None:
    """What a label names that a deed with a figure stands behind: 科技型企业：新培育1500家; None of 年度目标 and of places.

    :param words: the words before the colon, folded
    """
    words = words.strip()
    if not 2 <= len(words) <= LONGEST or _MANY.search(words) or _NAMES_NONE.search(words):
        return None
    deed = _LEAD.match(words) is not None and _MEASURE.search(words) is None
    return None if deed or any(ch.isdecimal() for ch in words) else words


def counts(unit: str, thing: str) -> bool:
    """Whether a unit is one by which a thing is counted: 家 for 企业, 人 for 人才."""
    pattern = _COUNTED_BY.get("人" if unit.endswith("名") else unit[-1:])
    return pattern is not None and pattern.search(thing) is not None
