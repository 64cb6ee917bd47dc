"""What the head of a table of indicators says of its columns, and what a row of it promises."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kjplan.extraction.figures import indicators
from kjplan.extraction.figures.units import UNIT, base_of, unit_kind
from kjplan.late import late
from kjplan.model import Basis, Comparator, Target
from kjplan.reading.text import Passage

NAMED = re.compile(r"(?:主要|具体|核心|规划|发展|目标)?指标(?:名称|内容)?|名称")
UNIT_HEAD = re.compile(r"(?:计量)?单位")
_YEARS = re.compile(r"(?:到)?(20\d\d)年?(?P<rest>.{0,6})")
_PERIOD_BEFORE = (
    r"(?:“?十[一二三四五六七八九]五”?(?:时期|期间|规划)?(?:期末|末)?|(?:规划)?期末|本年度?|年度|当年|全年)?"
)
_WANTED = re.compile(
    rf"{_PERIOD_BEFORE}(?:规划|预期|计划|约束性|总体|最终)?(?:目标|目标值|规划值|预期值|指标值|计划|计划[数值]|计划完成)"
)
_REACHED = re.compile(
    "现状|现有|现值|基期|基数|基准|基础值|本底|起点|实际|实绩|(?<!计划)(?<!目标)(?<!拟)完成|完成(?:情况|率)|已达|预计|初值|上一?年|去年|前一?年|当前|目前"
)
"""Columns that say how things stand or stood: 2020年现状, “十四五”现状值, 上年完成; 计划完成 is wanted."""
_MEANS = re.compile("年均|累计|属性|备注|责任|来源")
MEAN = re.compile(r"年均|\[?累计")
"""Columns of what is to be reached on average or in all: they count where a row says nothing else (产值增长 | % | - | 5左右)."""
BLANK_CELL = re.compile(r"[—–/\-]{0,3}")
VALUE = late(
    r"(?:(?P<than>[高低]于[一-鿿]{2,16}?)|(?P<where>[一-鿿]{0,8}?))(?P<touch>[≥≤><]|不[低少]于|不[高多]于|不超过|大于|小于|约)?\s?\[?"
    r"(?P<low>[0-9]{1,12}+(?:\.[0-9]{1,6}+)?)(?:[-~—–](?P<high>[0-9]{1,12}+(?:\.[0-9]{1,6}+)?))?\]?"
    rf"\s?(?P<unit>{UNIT})?(?:\(含\)(?=及?以))?(?P<suffix>及?以[上下内]|左右)?"
)
_TOUCHES: dict[str, Comparator] = {
    "≥": "ge", "≤": "le", ">": "gt", "<": "lt", "不低于": "ge", "不少于": "ge", "不高于": "le", "不多于": "le", "不超过": "le",
    "大于": "gt", "小于": "lt", "约": "approx", "以上": "ge", "及以上": "ge", "以下": "le", "及以下": "le", "以内": "le", "左右": "approx",
}  # fmt: skip
_BRACKETED = re.compile(r"[(（](?P<unit>[^()（）]{1,8})[)）]$")
_CHANGES = re.compile("(?:增长|增速|增长率|增幅|下降|降低|下降率|降低率)$")
_LONGEST_HEAD = 12


@dataclass(slots=True)
class Row:
    """One row: which paragraphs it takes, its words, and what it promises."""

    first: int
    last: int
    words: Passage
    targets: list[Target]


@dataclass(slots=True)
class Cell:
    """A cell of a row, or words that stand for one."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words, folded."""
        return self.passage.folded[self.start : self.end]


@dataclass(slots=True)
class Column:
    """A column of figures: the year it is for, whether it holds what is wanted and not what was, and the unit in its head."""

    year: int | None
    wanted: bool
    unit: str = ""


def names_indicators(heads: Sequence[str]) -> bool:
    """Whether the folded names of a table's columns are those of a table of indicators: 指标 and a year or 目标值."""
    return any("指标" in head and NAMED.fullmatch(head) for head in heads) and any(
        (column := _column(head, None)) and column.wanted for head in heads
    )


def columns_of(heads: Sequence[str], year: int | None, said: Collection[int] = ()) -> list[Column | None]:
    """What each head says of its column. Where the plan's year is not known, the first of several years is the one from which the
    others are counted (2020年 | 2025年), unless its head or the words beside the table say that it is wanted.

    :param heads: the names of the columns, folded
    :param year: the plan's year
    :param said: the years by which the words beside the table want something: 2025 of 到2025年
    """
    columns = [_column(head, year) for head in heads]
    years = [(c.year, c, head) for c, head in zip(columns, heads, strict=True) if c and c.year]
    if year is None and years and all(c is None or c.wanted for c in columns):
        first = min(of for of, _, _ in years)
        if first not in said and any(of > first for of, _, _ in years):
            for of, column, head in years:
                column.wanted = of > first or _WANTED.search(head) is not None
    return columns


def _column(head: str, year: int | None) -> Column | None:
    """What a head says of its column; None for one that holds no figures of one year."""
    if (m := _BRACKETED.search(head)) and re.fullmatch(UNIT, m["unit"]):
        column = _column(head[: m.start()], year)
        return column and Column(column.year, column.wanted, m["unit"])
    if _MEANS.search(head) or len(head) > _LONGEST_HEAD:
        return None
    if m := _YEARS.match(head):
        of = int(m[1])
        past = _REACHED.search(m["rest"]) is not None or (
            year is not None and of < year and not _WANTED.search(m["rest"])
        )
        return Column(of, not past)
    if _REACHED.search(head):
        return Column(None, False)
    return Column(None, True) if _WANTED.fullmatch(head) else None


def targets_in(name: str, given: str, figures: Sequence[tuple[Cell, Column]]) -> list[Target]:
    """What a row promises: a figure of a column that is wanted, with the unit of the row."""
    if m := _BRACKETED.search(name):
        name, given = name[: m.start()], given or m["unit"]
    if not 2 <= len(name) <= indicators.LONGEST:
        return []
    return [
        target_of(name, given or column.unit, cell, m, column.year)
        for cell, column in figures
        if column.wanted and (m := VALUE.fullmatch(cell.text))
    ]


def target_of(name: str, given: str, cell: Cell, m: re.Match[str], year: int | None) -> Target:
    """A target that a cell states.

    :param given: the unit where the cell has none
    :param m: the match of ``VALUE`` on the cell
    """
    unit = (m["unit"] or given).replace(" ", "")
    known = re.fullmatch(UNIT, unit) is not None
    value = Decimal(m["low"])
    base_value, base_unit = base_of(value, unit) if known else (None, None)
    comparator = "range" if m["high"] else _TOUCHES.get(m["touch"] or m["suffix"] or "", "bare")
    return Target(
        indicator=name,
        verb=m["than"] and m["than"][:2],
        comparator=comparator,
        value=value,
        value_max=Decimal(m["high"]) if m["high"] else None,
        unit=unit or None,
        base_value=base_value,
        base_unit=base_unit,
        per=indicators.per_of(name),
        basis=_basis(name, unit if known else "件"),
        scope=m["where"] or None,
        period=f"{year}年" if year else None,
        due=date(year, 12, 31).isoformat() if year else None,
        quote=cell.passage.text[cell.start : cell.end],
        span=cell.passage.span(cell.start, cell.end),
    )


def _basis(name: str, unit: str) -> Basis:
    if _CHANGES.search(name):
        return "growth"
    return "increment" if indicators.is_added(name) else indicators.basis_of_level(name, unit_kind(unit))
