"""How names of bodies end, in one place.

No mark shows where a Chinese name begins: a body is told by its end. Every rule that does so takes the ends from here, and
asks for itself only what else must hold: that the name stands alone on a line, above a day, before a colon, in a list.

- A strong end shows a body wherever words stand alone: …局, …委员会, …中心, …公司.
- A weak end is one of things and places too (充电站, 产业园, 城东区): it shows a body only where little else is expected, as
  among other names, under a label or before the colon of those addressed.
- A collective one stands for all bodies of a kind (各部门, 直属机构): they are addressed and answer for tasks, but sign nothing.

What ends so and is no body is told by what stands before the last character (布局, 干部: ``NO_BODIES``) or behind it
(部门, 委托: ``NOT_AFTER``).
"""

import re

from kjplan.extraction.tables import one_of, words

AUTHORITIES = "局委办厅署部"
"""Departments: behind a place, a level or the name of a field these show a body in running text too."""
OFFICES = "司处室"
"""What departments consist of."""
STRONG_LAST = f"{AUTHORITIES}{OFFICES}院会社府队组"
"""The strong ends of one character; of 法院 and 医院, 委员会 and 协会, 供销社, 政府, 支队, 领导小组 too."""
INSTITUTIONS = words("中心 公司 集团 银行 分行 支行 大学 学院 中学 小学 学校 党校")
"""The strong ends of more than one."""
STRONG = rf"(?:[{STRONG_LAST}]|{one_of(INSTITUTIONS)})"
"""How a body ends that signs, issues, or is said to publish."""

PLACES_LAST = "省市区县州盟旗镇乡"
WEAK_LAST = f"{PLACES_LAST}站所馆台园库团村科股行"
"""The weak ends of one character."""
ASSOCIATIONS = words("海关 林场 农场 牧场 妇联 残联 侨联 文联 社联 社科联 工商联 科协 侨协 政协 人大 团中央 总支")
"""Bodies whose last character alone tells nothing."""
COLLECTIVE = words("单位 部门 机构 机关 企业 高校 院校 院系 省份 各地")
SHORT_FIRMS = words("城投 交投 水投 文投 旅投 农投 建投 国投 供电 电网 电信 联通 移动 铁塔")
"""Companies as lists of bodies call them."""
_PLACES = words("街道 镇街 社区")
LISTED = (
    *(*STRONG_LAST, *INSTITUTIONS, *WEAK_LAST, *ASSOCIATIONS, *_PLACES, *COLLECTIVE, *SHORT_FIRMS),
    *words("专班 委员 水务 航空港"),
)
"""How the names in a list of bodies end, any bracket behind them apart."""
ANY = rf"(?:[{STRONG_LAST}{WEAK_LAST}]|{one_of((*INSTITUTIONS, *ASSOCIATIONS, *_PLACES, *COLLECTIVE))}|\))"
"""How a body of any class ends: whom a notice is addressed to, who answers before 牵头."""
BEFORE_BRACKET = f"{AUTHORITIES}{OFFICES}院会府科"
"""The last characters of a name behind which a bracket is a part of it: 市发展改革委（物价局）; behind 数据中心 or 工作队 it may
say who answers."""
REST = f"[{STRONG_LAST}门位心行学校团关联协站所馆园]"
"""What stands alone where a line end cuts a name: 市财政/局, 有关部/门; 市 or 镇 alone may be a level."""

NO_BODIES = words(
    "格局 布局 全局 大局 开局 破局 定局 时局 变局 僵局 结局 当局 举办 创办 承办 主办 协办 经办 开办 督办 交办 兴办 筹办 警厅 餐厅 展厅 客厅 部署"
    " 干部 内部 外部 东部 西部 南部 北部 中部 上部 下部 全部 局部 俱乐部 腹部 面部 好处 到处 此处 住处 何处 教室 实验室"
    " 学科 专科 本科 医科 百科 控股 入股 参股 个股 持股 配股 招股 炒股 送股 分股 折股 退股 大股"
)
"""Words that end as names of bodies do and are none."""
_BODIES = words(
    "安全局 安全部 财经办 外经办 公开办 双创办 科创办 文创办 政协办 科协办 外交办 振兴办 选举办 统筹办 教学科 中医科 收入股 分配股 疾控股 各实验室"
)
"""Bodies that end as such words do."""
NOT_AFTER = {
    "部": "门|分|队|件", "委": "托|派|员|组织部|宣传部|统战部", "局": "面|部|限",
    "办": r"法|理|好|事|公|学|案|发[〔\[(]|函[〔\[(]",
}  # fmt: skip
"""What makes another word of a last character behind it: 部门, 委托, 局面."""


def ends_as_no_body(name: str) -> bool:
    """Whether words end in one of ``NO_BODIES``: 产业布局, but not 国家安全局."""
    return name.endswith(NO_BODIES) and not name.endswith(_BODIES)


def not_behind(character: str, seen: str = "") -> str:
    """The condition before a last character that it ends none of ``NO_BODIES``.

    :param seen: the character itself where the condition stands behind it
    """
    heads = [word[:-1] for word in NO_BODIES if word[-1] == character]
    but = {head: "".join(b[0] for b in _BODIES if b[1:] == head + character) for head in heads}
    plain = "".join(head for head in heads if len(head) == 1 and not but[head])
    odd = (
        f"(?<!(?<![{but[head]}]){head}{seen})" if but[head] else f"(?<!{head}{seen})"
        for head in heads
        if head not in plain
    )
    return (f"(?<![{plain}]{seen})" if plain else "") + "".join(odd)


def end_of(character: str) -> str:
    """The pattern of a last character, where it ends none of ``NO_BODIES``."""
    return not_behind(character) + character


def ends_of(characters: str) -> str:
    """The same of any of several."""
    return f"(?:{'|'.join(map(end_of, characters))})"


def whole_end(ending: str) -> str:
    """The pattern of an end in running text, where no other word begins with it: 部 not of 部门."""
    return re.escape(ending) + (f"(?!{NOT_AFTER[ending]})" if ending in NOT_AFTER else "")
