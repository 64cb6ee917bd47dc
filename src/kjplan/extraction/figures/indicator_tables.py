"""Tables of indicators: 序号 | 指标 | 单位 | 2020年现状 | 2025年目标, a row a line or, out of Word and web pages, a cell a line.

The head tells which columns hold what is wanted; each row with a number there is a goal.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kjplan.extraction.figures import indicators
from kjplan.extraction.figures.units import KINDS, UNIT, base_of, unit_kind
from kjplan.late import late
from kjplan.model import Basis, Comparator, Target
from kjplan.reading.text import Passage, solid

_NAMED = re.compile(r"(?:主要|具体|核心|规划|发展|目标)?指标(?:名称|内容)?|名称")
_UNIT_HEAD = re.compile(r"(?:计量)?单位")
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
_MEAN = re.compile(r"年均|\[?累计")
"""Columns of what is to be reached on average or in all: they count where a row says nothing else (产值增长 | % | - | 5左右)."""
_BLANK_CELL = re.compile(r"[—–/\-]{0,3}")
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
_LONGEST_CELL = 40
_MOST_ROWS = 200


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
class _Column:
    """A column of figures: the year it is for, whether it holds what is wanted and not what was, and the unit in its head."""

    year: int | None
    wanted: bool
    unit: str = ""


def names_indicators(heads: Sequence[str]) -> bool:
    """Whether the folded names of a table's columns are those of a table of indicators: 指标 and a year or 目标值."""
    return any("指标" in head and _NAMED.fullmatch(head) for head in heads) and any(
        (column := _column(head, None)) and column.wanted for head in heads
    )


def find_rows(passages: Sequence[Passage], year: int | None) -> tuple[list[Row], set[int]]:
    """The rows of the tables of indicators among some paragraphs, and all paragraphs that belong to such a table.

    :param year: the plan's year: a column of a year before it tells what was
    """
    rows: list[Row] = []
    taken: set[int] = set()
    at = 0
    while at < len(passages):
        found = _lined(passages, at, year) or _celled(passages, at, year)
        if found:
            some, end = found
            rows += some
            taken.update(range(at, end))
            at = end
        else:
            at += 1
    return rows, taken


def _lined(passages: Sequence[Passage], at: int, year: int | None) -> tuple[list[Row], int] | None:
    """A table whose rows are lines with bars or tabs between the cells."""
    heads = [solid(c.text) for c in _cells(passages[at])]
    columns = [_column(head, year) for head in heads]
    names = [i for i, head in enumerate(heads) if _NAMED.fullmatch(head)]
    names = [i for i in names if heads[i] == heads[names[0]]]
    if not names or not any(c and c.wanted for c in columns):
        return None
    unit = next((i for i, head in enumerate(heads) if _UNIT_HEAD.fullmatch(head)), None)
    means = [_Column(None, True) if _MEAN.match(head) else None for head in heads]
    rows, end = [], at + 1
    while end < len(passages) and len(cells := _cells(passages[end])) == len(heads):
        pairs = [(cell, column) for cell, column in zip(cells, columns, strict=True) if column]
        if all(_BLANK_CELL.fullmatch(cell.text) for cell, _ in pairs):
            pairs = [(cell, column) for cell, column in zip(cells, means, strict=True) if column]
        given = cells[unit].text if unit is not None else ""
        name = next((cells[i] for i in reversed(names) if cells[i].text), cells[names[0]])
        if targets := _targets(name.text, given, pairs):
            last = max(cell.end for cell in cells if cell.text)
            rows.append(Row(end, end, passages[end].part(name.start, last), targets))
        end += 1
    return (rows, end) if rows else None


def _cells(passage: Passage) -> list[Cell]:
    bar = "|" if "|" in passage.folded else "\t"
    if bar not in passage.folded:
        return []
    cells, at = [], int(passage.folded.startswith(bar))
    for piece in passage.folded[at:].removesuffix(bar).split(bar):
        left = at + len(piece) - len(piece.lstrip())
        cells.append(Cell(passage, left, max(left, at + len(piece.rstrip()))))
        at += len(piece) + 1
    return cells


def _celled(passages: Sequence[Passage], at: int, year: int | None) -> tuple[list[Row], int] | None:
    """A table whose cells are lines: it begins with 序号, and its rows with 1, 2, 3."""
    if passages[at].folded.strip() != "序号":
        return None
    start = next((i for i in range(at + 1, min(at + 14, len(passages))) if passages[i].folded.strip() == "1"), None)
    if start is None:
        return None
    heads = [p.folded.strip() for p in passages[at + 1 : start]]
    columns = [column for head in heads if (column := _column(head, year))]
    if not any(_NAMED.fullmatch(head) for head in heads) or not any(c.wanted for c in columns):
        return None
    rows, end = [], start
    for first, last in _numbered(passages, start):
        end = last + 1
        if row := _celled_row(passages, first, last, columns):
            rows.append(row)
    return (rows, end) if rows else None


def _numbered(passages: Sequence[Passage], at: int) -> Iterator[tuple[int, int]]:
    """First and last cell of each row, from the one with the number 1 on; a note or a paragraph ends the table."""
    number, first = 1, at
    for i in range(at + 1, min(len(passages), at + 20 * _MOST_ROWS)):
        words = passages[i].folded.strip()
        if len(words) > _LONGEST_CELL or words.startswith("注"):
            yield first, i - 1
            return
        if words == str(number + 1) and i - first > 2:
            yield first, i - 1
            number, first = number + 1, i
    yield first, len(passages) - 1


def _celled_row(passages: Sequence[Passage], first: int, last: int, columns: list[_Column]) -> Row | None:
    cells = [Cell(p, 0, len(p.text)) for p in passages[first + 1 : last + 1] if p.text.strip()]
    figures = [i for i, c in enumerate(cells) if _BLANK_CELL.fullmatch(c.text) or VALUE.fullmatch(c.text)]
    if not figures or figures != list(range(figures[0], figures[0] + len(figures))):
        return None
    name = figures[0] - 1
    given = cells[name].text if name > 0 and (cells[name].text in KINDS or cells[name].text.startswith("万")) else ""
    name -= bool(given)
    shares = _shared([cells[i] for i in figures], columns)
    if name < 0 or not (targets := _targets(cells[name].text, given, shares)):
        return None
    return Row(first, last, _joined([c.passage for c in cells[name:]]), targets)


def _shared(figures: list[Cell], columns: list[_Column]) -> list[tuple[Cell, _Column]]:
    """Which column each figure stands in, where a cell may have lost its place to several lines; none where it is not sure."""
    each, over = divmod(len(figures), len(columns))
    if not over:
        return [(cell, columns[i // each]) for i, cell in enumerate(figures)]
    if len(columns) == 2 and len(figures) > 2 and not re.search(r"\d", figures[0].text):
        return [(cell, columns[min(i, 1)]) for i, cell in enumerate(figures)]
    return []


def _joined(passages: list[Passage]) -> Passage:
    pieces: list[tuple[int, int]] = []
    at = 0
    for p in passages:
        pieces += [(at + offset, source) for offset, source in p.pieces]
        at += len(p.text)
    return Passage("".join(p.text for p in passages), "".join(p.folded for p in passages), pieces)


def _column(head: str, year: int | None) -> _Column | None:
    """What a head says of its column; None for one that holds no figures of one year."""
    if (m := _BRACKETED.search(head)) and re.fullmatch(UNIT, m["unit"]):
        column = _column(head[: m.start()], year)
        return column and _Column(column.year, column.wanted, m["unit"])
    if _MEANS.search(head) or len(head) > _LONGEST_HEAD:
        return None
    if m := _YEARS.match(head):
        of = int(m[1])
        past = _REACHED.search(m["rest"]) is not None or (
            year is not None and of < year and not _WANTED.search(m["rest"])
        )
        return _Column(of, not past)
    if _REACHED.search(head):
        return _Column(None, False)
    return _Column(None, True) if _WANTED.fullmatch(head) else None


def _targets(name: str, given: str, figures: list[tuple[Cell, _Column]]) -> list[Target]:
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
