"""What the cells of each column of a table look like, as its head says: names, words, bodies, times, figures."""

import re
from typing import Literal

from kjplan.extraction.duties.duty_labels import role_of_label
from kjplan.parsing.lines.rows import TIME_HEAD
from kjplan.parsing.tables.column_names import REMARK, kind_of, name_in
from kjplan.parsing.tables.columns import Table

Look = Literal[
    "name", "words", "lead", "bodies", "time", "schedule", "reference", "figure", "person", "remark", "value", "amount"
]
"""What the cells of a column look like."""
FACTS: frozenset[Look] = frozenset(["lead", "bodies", "time"])

_LONG_HEAD = re.compile("内容|措施|举措")
"""Columns whose cells are sentences though others of words stand behind them: 建设内容 | 年度目标."""
_SCHEDULE_HEAD = re.compile("^日期|^星期|^周次|^时间\\(|进度|计划$|安排$|节点|阶段")
_REFERENCE_HEAD = re.compile("依据|参考|文件|来源|出处")
_FIGURE_HEAD = re.compile(
    r"数量?$|[数量]\([^()]{1,8}\)$|金额|投资|\((?:万|亿)?元\)|\([A-Za-z]{1,4}\)$|^(?:计量)?单位$|分值"
)
_PERSON_HEAD = re.compile("领导|责任人|联系人|负责人")


def looks_of(folded: str, table: Table) -> list[Look]:
    """What the cells of each column look like, the column of numbers left out."""
    looks: list[Look] = []
    for k, (head, kind) in enumerate(zip(table.heads, table.kinds, strict=True)):
        if k in table.figures or k == table.unit:
            looks.append("figure" if k == table.unit else "amount")
        elif table.places and kind == "words" and "words" not in looks:
            looks.append("words")  # 单位 names the rows
        elif kind != "number":
            name = name_in(folded, head)
            look = _look(name, kind)
            behind = look == "words" and kind_of(name) is None and "words" in looks and not FACTS.isdisjoint(looks)
            looks.append("remark" if behind else look)  # 推广范围 behind 指导部门 is not what the task is
    plain = [k for k, look in enumerate(looks) if look == "words"]
    names = [name_in(folded, head) for head, kind in zip(table.heads, table.kinds, strict=True) if kind != "number"]
    for k in plain[:-1]:
        if k == plain[0] or not _LONG_HEAD.search(names[k]):
            looks[k] = "name"
    return looks


def looks_of_figures(folded: str, table: Table) -> list[Look]:
    """The same for a table of indicators: a name, its unit, and what is wanted of it, a figure or words."""
    return [
        next((look for look, pattern in _FIGURE_HEADS if pattern.search(name_in(folded, head))), "value")
        for head in table.heads[1:]
    ]


_FIGURE_HEADS: tuple[tuple[Look, re.Pattern[str]], ...] = (
    ("person", re.compile("属性")),
    ("name", re.compile("指标|^类别$")),
    ("figure", re.compile("单位")),
)


def _look(name: str, kind: str) -> Look:
    if kind == "fact":
        if TIME_HEAD.search(name):
            return "time"
        return "lead" if role_of_label(name) == "lead" else "bodies"
    for look, pattern in _HEADS:
        if pattern.search(name):
            return look
    return "remark" if REMARK.fullmatch(name) else "words"


_HEADS: tuple[tuple[Look, re.Pattern[str]], ...] = (
    ("reference", _REFERENCE_HEAD),
    ("figure", _FIGURE_HEAD),
    ("person", _PERSON_HEAD),
    ("schedule", _SCHEDULE_HEAD),
)
