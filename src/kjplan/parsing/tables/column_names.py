"""What the columns of a table of tasks are called: 序号, 重点工作任务, 牵头单位, 完成时限; and what stands above several of them."""

import re
from typing import Literal

from kjplan.extraction.duties.duty_labels import LABEL, NOUN
from kjplan.extraction.times.time_words import SPELL
from kjplan.late import late
from kjplan.model import Span
from kjplan.reading.text import solid

Kind = Literal["number", "words", "fact"]

_DEADLINE = (
    r"(?:计划|拟|预计|任务|工作)?(?:完成|办结|办理|整改|达标|销号|推进|实施|启动|落实|时间|责任|目标|截止|起止)?"
    r"(?:时限|期限)(?:要求)?|(?:计划|拟|预计)?(?:完成|办结|整改|达标|销号|推进|实施|启动|落实|截止|起止)"
    r"(?:时间|日期|节点)(?:要求)?|时间(?:节点|要求|安排|进度)|完成(?:年限|年度|年份|月份)"
)

REMARK = re.compile(
    r"备注|(?:工作|推进|实施)?进度(?:安排|计划)?|参考文件|(?:政策|文件)?依据"
    r"|(?:责任|牵头|分管|包抓|包联|包保|联系|挂钩|主管|督办|督导|[市县区校院]级)+[市县区校院]?领导"
    r"|(?:[省市县区镇村]级|部门|科室|单位|直接|第一|具体|牵头|主要)?(?:责任|负责|联系|经办|承办)人(?:及?(?:联系)?(?:电话|方式))?|联系(?:电话|方式)|完成情况"
    r"|分值|满分|得分|自评得?分|权重|标准|(?:评分|考核|考评|计分|评价|扣分|赋分|验收)(?:标准|细则|办法|方法|方式|依据|说明)"
)
"""Columns whose cells are words of the task and never its name."""

DONE = re.compile("(?:目前|当前|工作|任务|目标)?(?:完成|进展|落实|推进)情况|(?:目前|当前|工作)?进展")
"""Columns that tell what was done; their figures are no targets, as those behind 完成情况：… are none."""

_DAY = re.compile(r"日期|周次|星期|(?:日期|时间|周次|星期)\((?:星期|周次|日期|周几)\)")
"""What the first column may be called where the tasks are sorted by days."""

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("number", re.compile(r"序号|编号|No\.?")),
    ("fact", re.compile(rf"{NOUN}(?:/{NOUN})?|{_DEADLINE}")),
    (
        "words",
        re.compile(
            r"(?:工作|重点|主要|目标|具体|年度|考核|考评|评价|测评|检查|整改|交办|督办|督查|议定|办理|民生|[一二三]级)*(?:任务|举措|措施|内容|事项|要点|目标|指标|项目|要求|工程|实事)(?:名称|分解)?|(?:任务|工作|项目|行动)?(?:类别|类型|分类|领域|板块)"
        ),
    ),
    ("words", re.compile("(?:工作|主要|部门|单位|岗位|具体|监管|任务)?职责(?:分工|任务|内容)?")),
    ("words", REMARK),
    ("words", _DAY),
)
"""What the heads of columns are called."""

ORDINAL = re.compile(r"[0-9]{1,3}[.、]?")

LONGEST_NAME = 10

_FACT_ENDS = re.compile(r"(?<=.)(?<!计量)(?:单位|部门|处室|科室|时限)$")

_DUTIES = re.compile("(?:工作|任务|职责|责任)?(?:分工|落实|主体|安排)(?:情况)?|责任体系|(?:工作|职责|承担)责任")

_PERIODS = re.compile(
    "(?:工作|任务|实施|推进|完成|年度|计划|形象|序时|分季度?|季度)?(?:进度|计划|时间|目标值?|规划值?|节点|时限)(?:安排|计划|要求|节点|目标)?|阶段(?:性)?目标"
)

_DUTY = late(rf"{LABEL}|{NOUN}|主责|(?:责任|牵头|分管)领导|责任人")

_PERIOD = re.compile(rf"(?:20[0-9]{{2}}年)?(?:{SPELL}|全年|年[中底])|20[0-9]{{2}}年(?:底前?)?")

UNDER: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ((_DUTIES, _DUTY), (_PERIODS, _PERIOD))
"""Names above several columns, and what these are called: 责任分工 above 牵头单位 | 配合单位, 进度安排 above 一季度 … 四季度."""

_WIDE: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ((re.compile("责任(?:单位|部门|科室)"), late(LABEL)),)
"""The same for what mostly names a column itself: only where its place says that it spans several."""


def name_in(folded: str, span: Span) -> str:
    """The name of a column without its blanks."""
    return solid(folded[slice(*span)])


def kind_of(name: str) -> Kind | None:
    """What a column of this name holds; None where the name is not known."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(name)), None)


def names_days(name: str) -> bool:
    """Whether a column is called as those of days are."""
    return _DAY.fullmatch(name) is not None


def loose_kind(name: str) -> Kind:
    """What a column holds whose name is not in the table: 指导部门 states bodies, 推广范围 is words."""
    return "fact" if _FACT_ENDS.search(name) or _PERIOD.fullmatch(name) else "words"


_IN_BRACKETS = re.compile(r"\([^()]{1,8}\)$")

_ASIDE = re.compile(r"\s{0,4}\([^()]{2,30}\)$")


def without_aside(folded: str, head: Span) -> Span:
    """The name of a column of bodies or times without what is said in brackets behind it: 责任单位（排第一位的为牵头单位）."""
    m = _ASIDE.search(folded, *head) if folded[head[1] - 1 : head[1]] == ")" and head[0] < head[1] else None
    if m is None or kind_of(name_in(folded, head)) is not None:
        return head
    stem = head[0], m.start()
    return stem if kind_of(name_in(folded, stem)) == "fact" else head


_NUMBERED = re.compile(r"\(?[一二三四五六七八九十]{1,3}[、)]")
"""A name with a number is that of a part or a group: 一、产业发展."""


def may_name_a_column(name: str) -> bool:
    """Whether words can be the name of a column."""
    return (
        0 < len(_IN_BRACKETS.sub("", name)) <= LONGEST_NAME
        and not ORDINAL.fullmatch(name)
        and name[-1] not in "。;:,"
        and not _NUMBERED.match(name)
    )


YEAR = re.compile(r"(?:到)?20[0-9]{2}")


def kind_under(above: str, name: str) -> Kind | None:
    """What a column holds whose name stands below another."""
    if any(over.fullmatch(above) and under.fullmatch(name) for over, under in (*UNDER, *_WIDE)):
        return "words" if REMARK.fullmatch(name) else "fact"
    return kind_of(name)


def spans_others(name: str) -> bool:
    """Whether a name may stand above those of several columns."""
    return any(over.fullmatch(name) for over, _ in (*UNDER, *_WIDE)) or YEAR.match(name) is not None
