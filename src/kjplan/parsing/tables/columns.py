"""What the columns of a table of tasks are called: 序号, 重点工作任务, 牵头单位, 完成时限; and heads that are two rows high."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from kjplan.extraction.duties.duty_labels import LABEL, NOUN
from kjplan.extraction.figures.indicator_tables import names_indicators
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
MOST_CELLS = 12
ORDINAL = re.compile(r"[0-9]{1,3}[.、]?")
LONGEST_NAME = 10
_FACT_ENDS = re.compile(r"(?<=.)(?<!计量)(?:单位|部门|处室|科室|时限)$")

_DUTIES = re.compile("(?:工作|任务|职责|责任)?(?:分工|落实|主体|安排)(?:情况)?|责任体系|(?:工作|职责|承担)责任")
_PERIODS = re.compile(
    "(?:工作|任务|实施|推进|完成|年度|计划|形象|序时|分季度?|季度)?(?:进度|计划|时间|目标值?|规划值?|节点|时限)(?:安排|计划|要求|节点|目标)?|阶段(?:性)?目标"
)
_DUTY = late(rf"{LABEL}|{NOUN}|主责|(?:责任|牵头|分管)领导|责任人")
_PERIOD = re.compile(
    r"(?:20[0-9]{2}年)?(?:第?[一二三四1-4]季度|[上下]半年|[0-9]{1,2}(?:[-~—至][0-9]{1,2})?月份?(?:底前?)?|全年|年[中底])|20[0-9]{2}年(?:底前?)?"
)
_UNDER: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ((_DUTIES, _DUTY), (_PERIODS, _PERIOD))
"""Names above several columns, and what these are called: 责任分工 above 牵头单位 | 配合单位, 进度安排 above 一季度 … 四季度."""
_WIDE: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile("责任(?:单位|部门|科室)"), late(r"(?:牵头|主办|主责|配合|协办|参与|协同)(?:单位|部门|科室|处室)?")),
)
"""The same for what mostly names a column itself: only where its place says that it spans several."""


@dataclass(slots=True)
class Label:
    """What a column of figures counts: the words that name it, and where its unit stands; None where a column says it."""

    pieces: list[Span]
    unit: Span | None


@dataclass(slots=True)
class Table:
    """The head of a table: where each column's name stands, and what the column holds."""

    heads: list[Span]
    kinds: list[Kind]
    blanks: bool = False
    """Whether only blanks part the cells: 1 建设平台 市科技局."""
    rows: int = 1
    """How many rows of the table the head takes."""
    high: int = 0
    """How many lines a head takes in which names stand above others, one name a line."""
    figures: dict[int, Label] = field(default_factory=dict)
    """The columns whose cells are figures of what is planned."""
    unit: int | None = None
    """The column that says their unit: 计量单位."""
    given: Span | None = None
    """Where a line above says their unit: 单位：亩."""
    places: bool = False
    """Whether the rows are places or bodies, and the figures their quotas."""
    sorted_by: int | None = None
    """The column of bodies or days that each have tasks of their own: they are the names of groups."""
    office: int | None = None
    """The column that names these rows and says that they answer for their quotas: 责任单位."""

    @property
    def lines(self) -> int:
        """How many lines the head takes where its names stand one a line."""
        return self.high or len({*self.heads})


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


def read_head(folded: str, cells: list[Span]) -> Table | None:
    """The table that a line opens, or None: every cell names a column, and one of them the task; or may name one, and one of
    them names a fact (整治行业名称 | 时间安排 | 责任单位)."""
    return _table(folded, cells, [""] * len(cells))


def read_high_head(folded: str, upper: Sequence[Span], lower: Sequence[Span]) -> Table | None:
    """The table that two rows open, column by column: a name alone, or one below a name that spans several columns
    (责任分工 above 牵头单位 | 配合单位). Where the cell below is empty, or says the same, the one above names the column.

    :param upper: the cell of the first row above each column, the same for columns that it spans
    :param lower: the cell of the second row in each column
    """
    heads, above = [], []
    for over, under in zip(upper, lower, strict=True):
        name, below = name_in(folded, over), name_in(folded, under)
        alone = not below or name == below
        heads.append(over if alone else under)
        above.append("" if alone else name)
    return _table(folded, heads, above) if any(above) else None


def _table(folded: str, heads: list[Span], above: Sequence[str]) -> Table | None:
    if not 2 <= len(heads) <= MOST_CELLS:
        return None
    heads = [without_aside(folded, head) for head in heads]
    names = [name_in(folded, head) for head in heads]
    known = [_kind_under(over, name) if over else kind_of(name) for name, over in zip(names, above, strict=True)]
    first = next((k for k, kind in enumerate(known) if kind != "number"), 0)
    by_body = known[first] is None and "words" in known and _OFFICE.fullmatch(names[first])
    by_day = names_days(names[first])
    if by_body:
        known[first] = "words"
    told = "words" in known if None not in known else "fact" in known and all(map(may_name_a_column, names))
    kinds = [kind or loose_kind(name) for kind, name in zip(known, names, strict=True)]
    if not told or "words" not in kinds:
        return None
    return Table(heads, kinds, sorted_by=first if by_body or by_day else None)


_OFFICE = re.compile("单位|部门|科室|处室|(?:成员|职能|相关|有关)(?:单位|部门)|(?:单位|部门|科室|处室)名称")
"""What the first column may be called where the tasks are sorted by who is to do them; elsewhere 单位 may be that of figures."""
YEAR = re.compile(r"(?:到)?20[0-9]{2}")


_OF_TASKS = re.compile("任务|措施|举措|责任|牵头|配合|时限")


def read_figures(folded: str, upper: Sequence[Span], lower: Sequence[Span]) -> list[list[Span]] | None:
    """The names of the columns of a table of indicators, or None: 指标, and 2025年 or 目标值, the year first where one stands above
    the other."""
    heads = []
    for over, under in zip(upper, lower, strict=True):
        names = [span for span in (over, under) if span[0] < span[1]]
        if len(names) > 1 and name_in(folded, over) == name_in(folded, under):
            names = [under]
        heads.append(sorted(names, key=lambda span: YEAR.match(folded, *span) is None))
    said = ["".join(name_in(folded, span) for span in head) for head in heads]
    return heads if names_indicators(said) and not any(map(_OF_TASKS.search, said)) else None


def _kind_under(above: str, name: str) -> Kind | None:
    """What a column holds whose name stands below another."""
    if any(over.fullmatch(above) and under.fullmatch(name) for over, under in (*_UNDER, *_WIDE)):
        return "words" if REMARK.fullmatch(name) else "fact"
    return kind_of(name)


def spans_others(name: str) -> bool:
    """Whether a name may stand above those of several columns."""
    return any(over.fullmatch(name) for over, _ in (*_UNDER, *_WIDE)) or YEAR.match(name) is not None


def put_below(folded: str, upper: Sequence[Span], lower: Sequence[Span]) -> tuple[list[Span], list[Span]] | None:
    """What stands above each column and what names it, where a second row holds only the names below those that span several:
    序号 任务 责任分工 完成时限 above 牵头单位 配合单位. None where some find no place."""
    over: list[Span] = []
    under: list[Span] = []
    rest = list(lower)
    for head in upper:
        name = name_in(folded, head)
        fits = next((below for above, below in _UNDER if rest and above.fullmatch(name)), None)
        size = 0
        while fits and size < len(rest) and fits.fullmatch(name_in(folded, rest[size])):
            size += 1
        over += [head] * max(size, 1)
        under += rest[:size] or [(0, 0)]
        del rest[:size]
    return None if rest else (over, under)


def below_another(folded: str, heads: Sequence[Span]) -> tuple[list[Span], list[Span]] | None:
    """The same for names that came out one after the other, where it is not known which is the first of the second row."""
    for first in range(2, len(heads) - 1):
        if placed := put_below(folded, heads[:first], heads[first:]):
            return placed
    return None


def two_lines(folded: str, upper: list[Span], lower: list[Span]) -> Table | None:
    """The head of a table that two lines make: the lower may have all columns or only those below names that span several."""
    names = [name_in(folded, cell) for cell in upper]
    if len(lower) < 2 or not any(map(spans_others, names)):
        return None
    short, below = stripped(upper), [cell for cell in lower if cell[0] < cell[1]]
    if len(upper) == len(lower):
        over = spread(folded, upper)
        under = [(0, 0) if name_in(folded, a) == name_in(folded, b) else b for a, b in zip(over, lower, strict=True)]
        if fits(over, [b if b[0] < b[1] else (0, 0) for b in under]) and (table := read_high_head(folded, over, under)):
            return table
    placed = put_below(folded, short, below)
    return None if placed is None else read_high_head(folded, *placed)


def spread(folded: str, cells: Sequence[Span]) -> list[Span]:
    """The cells of the first row of a head above each column: a name that spans several stands once, the places to its right
    empty, or again in each."""
    over = list(cells)
    for k in range(1, len(over)):
        name = name_in(folded, cells[k])
        if name == name_in(folded, cells[k - 1]) if name else spans_others(name_in(folded, over[k - 1])):
            over[k] = over[k - 1]
    return over


def fits(upper: Sequence[Span], lower: Sequence[Span]) -> bool:
    """Whether the names of a second row stand only below those that span several columns."""
    times = Counter(upper)
    return all(a == b or times[over] > 1 for over, (a, b) in zip(upper, lower, strict=True))


def stripped(cells: list[Span]) -> list[Span]:
    """Cells without the empty ones at the end of a line."""
    end = len(cells)
    while end and cells[end - 1][0] == cells[end - 1][1]:
        end -= 1
    return cells[:end]


def trimmed(folded: str, span: Span) -> Span:
    """A stretch without the blanks at its edges."""
    start, end = span
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end
