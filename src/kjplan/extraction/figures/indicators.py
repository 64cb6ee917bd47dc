"""What a quantity counts: cutting the indicator out of the words before or after a number."""

import re

from kjplan.extraction.figures.units import UnitKind
from kjplan.extraction.tables import by_first, words
from kjplan.late import late
from kjplan.model import Basis
from kjplan.reading.traditional import simplify

LONGEST = 60
"""Words longer than this are no indicator; the bound keeps hostile input linear."""

_MODIFIER_END = re.compile(r"[强大高好快优多广深新先]$|前列$|领先$|水平$|^具有|^具备|^符合|^拥有|、")
_ACTION_NOUN = re.compile(
    r"改造|亮化|扩建|绿化|建设|工程|治理|调查|整治|修复|维修|摸底|培训|项目|栽植|种植|植树|造林|养护|铺设|修缮|搬迁|安装"
)
_BARE_DEEDS = frozenset(words("创建 申报 认定 验收 申创 创评 评选"))
"""What is done to what stands before it, and is counted by no name of its own: 3处风景区的创建."""
# 7家驻郑高校院所赋予…: what the counted bodies are to do is no part of their name.
_NEXT_VERB = re.compile(
    r"在[^,;。]{2,10}(?:上市|挂牌|落户)|通过[^,;。]{0,10}(?:认定|认证|验收|评审|考核|评估)|"
    + by_first(
        f"{verb[0]}(?<!的{verb[0]}){verb[1:]}"  # begins with a plain character, which the regex engine looks for
        for verb in words(
            "赋予 承担 开展 实施 进行 正式 投入(?:使用|运营) 并投 建成 完工 竣工 投产 开工 上云 上市 用于 支持 享受 纳入 达到 入驻 参与(?!度) 参加 予以 "
            "出席 获得 落户 加快 完成 到(?:基层|一线|企业|农村|乡村|社区|乡镇)"
        )
    )
)
_CONJUNCTION = re.compile(r"并|且|以(?!上)|用于|同时|特别是|尤其是|其中|包括")
# 6万亩退耕还林等工程, 40个小区补绿等民生工程按时
_DROP_END = late(
    r"(?:等[一-鿿]{0,6}(?:工程|项目|任务|工作))?(?:按时|按期|如期|顺利|全部)$|等[一-鿿]{0,6}(?:工程|项目|任务|工作)$"
    r"|(?:任务|目标任务|以上|左右)$"
)
_DROPPED = words("按时 按期 如期 顺利 全部 工程 项目 任务 工作 以上 左右")
"""How words end that such an ending is taken off."""
_DROP_START = re.compile(r"^(?:的|等|个)+")

_INTRODUCES = re.compile(r"^对|(?:等|的|中|内|上|市|区|县|乡|镇|村|沿线|沿街|沿河|期)$")
_WORK = re.compile(r"(?:任务|建设|改造|目标|工作|治理|工程|的)")

_ON_LAND = re.compile("(?:治理|绿化|种植|栽植|植树|种草|造林|还林|还草|禁牧|休牧|修复)(?:工程|任务)?$")
_DONE = re.compile(
    "(?:改造|培训|扩招|落户|造林|搬迁|整治|脱贫|出栏|引才|体检|[”癌]检查|健康检查|筛查|接种|义诊|救助|援助|放映)$"
)
_PROJECT = re.compile(r"项目|工程|机组|矿|电站|生产线")

_SHARE = re.compile(
    r"占.*(?:比重|比例|[之的]比)|占.+的?$|占比|比重|份额|集中度|(?:出让|面积)比例|(?:村|社区|乡镇|企业|单位|学校|医院|机构|农户|家庭|人员|教师|党员)$"
)
_FLOW = re.compile(
    r"(?:(?<![班限名员])额|收入|投入|产值|总值|增加值|产量|总产|投资|转移就业|再就业|人员就业|旅游人数|接待量|游客量|支出|消费|吞吐量|利润|税收|人次|接待人数|客流量|发电量|销量|贷款|总投资|投资总?规模|营收|交易量)$"
)
_RATE_OF_CHANGE = re.compile(r"(?:增速|增幅|涨幅|降幅|增长率?)$")
_AVERAGE = re.compile("(?:年限|[率比]|比例|比重|强度|系数|指数|PUE)$")
_STOCK = re.compile(r"(?:规模|余额|总量|市值|资产|存量)$")
_HELD = re.compile("(?<!固定)资产|负债|余额|存量|储备")
_GENERIC = frozenset(words("总量 总数 规模 总规模 总额 累计 数量 总数量 总面积 总产量 总投资 面积 年产量"))
_OF_FIELDS = frozenset(words("产量 总产 单产"))
"""What is measured only of what covers an area: 产量 behind 蔬菜种植面积."""
_MEASURED = re.compile("(?:播种|种植|养殖|生产|建设|造林)?(?:总?面积|总?产量|总?数量|总?规模|存栏量?|出栏量?)$")
_CLASS = re.compile(r"^(?:国家|省|市|区|县|部|州|[一二两三四五六七八九十百千万亿]{1,5}元?)级(?:及?以上)?")
_PER = late(
    r"每?[十百千万]+(?:名|个|户)?(?:(?:常住|农村|城镇)?人口|人(?!次|均)|户|(?:名)?老年人|从业人员)|每名?[一-鿿]{1,4}人口"
)
_PER_STARTS = frozenset("每十百千万")


def cut_after(post: str) -> int:
    """Length of the indicator that a clause begins with after its number, 0 if there is none.

    For 驻郑高校院所赋予科研人员… it ends before 赋予.
    """
    if m := _NEXT_VERB.search(post, 2):
        post = post[: m.start()]
    if m := _CONJUNCTION.search(post, 1):
        post = post[: m.start()]
    if post.endswith(_DROPPED) and (m := _DROP_END.search(post)):
        post = post[: m.start()]
    return len(post.rstrip("、 的"))


def skip_modifiers(post: str) -> int:
    """Where the noun begins in words after a number: behind the last 的 whose modifiers describe it.

    核心竞争力强、…位居同行业前列的高新技术创新“百强”企业 begins at 高新; 村的饮水安全工程 and 小区的节能改造 begin at once.
    """
    at = m.end() if (m := _DROP_START.match(post)) else 0
    last = post.rfind("的")
    if last <= at:
        return at
    modifier, noun = post[at:last], post[last + 1 :]
    if _MODIFIER_END.search(modifier) or not (noun in _BARE_DEEDS or _ACTION_NOUN.search(noun)):
        return last + 1
    return at


def begins_with_conjunction(post: str) -> bool:
    """Whether the words after a number go on with another clause: 100家并投入使用."""
    return post.startswith("、") or bool(_CONJUNCTION.match(post))


def introduces(words: str) -> bool:
    """Whether words between verb and number only lead up to what is counted: 甲机械、乙水泥等8家企业, 新建的2个市场."""
    return bool(_INTRODUCES.search(words))


def is_work(post: str) -> bool:
    """Whether the words after a number only name the work on what stands before it: 高标准农田100万亩建设任务."""
    return bool(_WORK.match(post))


def names_a_project(post: str) -> bool:
    """Whether words after a capacity name a project of that size: 500万吨煤矿, 90万吨焦化项目."""
    return bool(_PROJECT.search(post))


def is_work_on_land(words: str) -> bool:
    """Whether what is counted is work that goes over an area or a number of plants: 沙区治理, 花草种植."""
    return _ON_LAND.search(simplify(words)) is not None


def is_generic(indicator: str) -> bool:
    """Whether an indicator only says how much of the one before it: 总量达到1300家."""
    return indicator in _GENERIC or indicator in _OF_FIELDS or indicator.startswith("占")


def of_the_same(indicator: str, generic: str) -> str:
    """What says how much, of the thing that another indicator measures: 粮食总产量 after 粮食播种面积."""
    thing = "" if generic.startswith("占") else _MEASURED.sub("", indicator)
    if not thing and indicator and not generic.startswith("占"):
        return generic  # 播种面积45万亩，总产量20万吨: nothing says of what
    if generic in _OF_FIELDS and thing == indicator:
        return generic
    return (thing if len(thing) > 1 else indicator) + generic


def is_class(indicator: str) -> bool:
    """Whether an indicator only names a class of what came before: 国家级, 工业类."""
    return len(indicator) <= 8 and indicator.endswith(("级", "类", "级以上", "类型")) and not indicator.endswith("升级")


def without_class(indicator: str) -> str:
    """An indicator without the class it begins with: 研发平台 of 省级以上研发平台."""
    return _CLASS.sub("", indicator)


def per_of(indicator: str) -> str | None:
    """The denominator of a rate: 万人 in 万人高价值发明专利拥有量."""
    m = _PER.match(indicator) if indicator[:1] in _PER_STARTS else None
    return m.group() if m else None


def is_average(indicator: str) -> bool:
    """Whether an indicator is a rate or a mean, which nobody adds to: 平均受教育年限."""
    return _AVERAGE.search(simplify(indicator)) is not None


def is_added(indicator: str) -> bool:
    """Whether an indicator counts what is new (新增就业), and does not only say of whom (新增劳动力平均受教育年限)."""
    return "新增" in indicator and not is_average(indicator)


def basis_of_level(indicator: str, unit: UnitKind) -> Basis:
    """share, flow or level of what reaches a value, from its name: 比重 a share, 成交额 a flow, 拥有量 a level."""
    if unit == "percent":
        words = simplify(indicator)
        if _RATE_OF_CHANGE.search(words):
            return "growth"
        return "share" if _SHARE.search(words) else "level"
    return "flow" if is_flow(indicator) else "level"


def is_flow(indicator: str) -> bool:
    """Whether an indicator by its name adds up over a period: 吞吐量, 成交额; but not 资产总额."""
    words = simplify(indicator)
    return _FLOW.search(words) is not None and not _HELD.search(words)


def basis_of_bare(indicator: str, unit: UnitKind) -> Basis:
    """The basis of a figure without a verb: money is a flow unless it is a stock (减税约300亿元, 规模近9.8万亿元)."""
    if is_added(indicator):
        return "increment"
    words = simplify(indicator)
    if (unit == "money" and not _STOCK.search(words)) or (unit != "percent" and _DONE.search(words)):
        return "flow"
    return basis_of_level(indicator, unit)
