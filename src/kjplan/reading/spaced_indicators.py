"""Tables of indicators whose cells nothing but blanks part, as extractors of PDF leave them: 4 节水灌溉面积 万亩 预期性 80左右 -, a row
a line; lines between the rows hold what was wrapped in a cell."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from kjplan.late import late
from kjplan.model import Span
from kjplan.reading.grids import Grid, GridCell, GridRow

_KINDS = ("预期性", "约束性", "引导性", "指导性")
"""What plans say of an indicator in the column 属性: whether it is expected or binds."""
_LINE = re.compile(r"[^\r\n]+")
_CELL = re.compile(r"\S+")
_NUMBER = re.compile(r"[0-9]{1,3}")
_HEAD = late(r"指 ?标(?:名称)?")
_YEAR = late(r"(?<![0-9])20[0-9]{2} ?年\S{0,8}|年均\S{0,8}|\[?累计\S{0,6}")
_COUNT_HEAD, _UNIT_HEAD = re.compile("序"), re.compile("单 ?位")
_NOTED = re.compile("[一-鿿][1-9]")
"""The number of a note behind a name: 每万人口高价值发明专利拥有量1."""
_FEWEST = 4
_MOST_BETWEEN = 4
"""So many lines of wrapped cells may stand between two rows."""
_LONGEST_HEAD = 8
"""So many lines above the first row may hold its head, none of more characters than a line of a page."""
_LONGEST_LINE = 120
_MOST_CELLS = 20
_LONGEST_UNIT = 6
_SHORTEST_NAME = 4


def indicator_grid(folded: str) -> Grid | None:
    """The first such table of a text, as a grid: four rows or more that count on from 1, each with its kind, below a head with 指标 and
    the years of as many columns as the rows have values.

    :param folded: the text, folded
    """
    if not any(kind in folded for kind in _KINDS):
        return None
    lines = [m.span() for m in _LINE.finditer(folded)]
    rows = _rows(folded, lines)
    if len(rows) < _FEWEST:
        return None
    values = Counter(len(row.values) for row in rows).most_common(1)[0][0]
    above = reversed(lines[max(0, rows[0].line - _LONGEST_HEAD) : rows[0].line])
    short = [*takewhile(lambda line: line[1] - line[0] <= _LONGEST_LINE, above)][::-1]
    head = _head(folded, short, values) if values else None
    if head is None:
        return None
    grid: Grid = [head]
    for row, behind in zip(rows, [*(r.line for r in rows[1:]), rows[-1].line + 1], strict=True):
        cells = row.cells() if len(row.values) == values else [lines[row.line]]
        grid.append(GridRow(lines[row.line], [GridCell(k, 1, cell) for k, cell in enumerate(cells)]))
        grid += (GridRow(lines[k], [GridCell(0, 1, lines[k])]) for k in range(row.line + 1, behind))
    return grid


class _Row(NamedTuple):
    """A line that is a row: its cells by what they are."""

    line: int
    counted: Span
    number: int
    name: Span
    unit: Span
    values: Sequence[Span]

    def cells(self) -> list[Span]:
        """Number, name, unit and values; only the number where the name stands on other lines."""
        return [self.counted, self.name, self.unit, *self.values] if self.name[0] < self.name[1] else [self.counted]


def _rows(folded: str, lines: Sequence[Span]) -> list[_Row]:
    rows: list[_Row] = []
    for k, (start, end) in enumerate(lines):
        if rows and k - rows[-1].line > _MOST_BETWEEN + 1:
            if len(rows) >= _FEWEST:
                break
            rows = []
        if not any(kind in folded[start:end] for kind in _KINDS):
            continue
        row = _row(folded, k, [m.span() for m in _CELL.finditer(folded, start, end)])
        if row is not None and (row.number == rows[-1].number + 1 if rows else row.number == 1):
            rows.append(row)
    return rows


def _row(folded: str, line: int, cells: Sequence[Span]) -> _Row | None:
    """A row with its number, name, unit, kind and values; the kind may stand before the values or behind them."""
    kinds = [i for i, cell in enumerate(cells) if folded[slice(*cell)] in _KINDS]
    if len(kinds) != 1 or kinds[0] < 1 or len(cells) > _MOST_CELLS or not _NUMBER.fullmatch(folded, *cells[0]):
        return None
    at = kinds[0]
    behind = list(cells[at + 1 :])
    named = list(cells[1:at])
    if not behind:
        while len(named) > 1 and _is_value(folded[slice(*named[-1])]):
            behind.insert(0, named.pop())
    last = named[-1] if named else cells[0]
    is_unit = last[1] - last[0] <= _LONGEST_UNIT and (len(named) > 1 or last[1] - last[0] < _SHORTEST_NAME)
    unit = named.pop() if named and is_unit else (last[1], last[1])
    name = (named[0][0], named[-1][1]) if named else (unit[0], unit[0])
    if _NOTED.match(folded, name[1] - 2, name[1]):
        name = name[0], name[1] - 1
    return _Row(line, cells[0], int(folded[slice(*cells[0])]), name, unit, behind)


def _is_value(words: str) -> bool:
    return words in ("-", "—", "--", "——", "/") or any(ch.isdecimal() for ch in words)


def _head(folded: str, lines: Sequence[Span], values: int) -> GridRow | None:
    """The head above the first row: the last 指标, and behind it as many years or means as the rows have values."""
    if not lines:
        return None
    named = [m.span() for m in _HEAD.finditer(folded, lines[0][0], lines[-1][1])]
    for name in reversed(named):
        years = [m.span() for m in _YEAR.finditer(folded, name[1], lines[-1][1])]
        if len(years) == values:
            unit = _UNIT_HEAD.search(folded, name[1], lines[-1][1])
            count = _COUNT_HEAD.search(folded, lines[0][0], name[0])
            heads = [count.span() if count else (0, 0), name, unit.span() if unit else (0, 0), *years]
            start = next(line[0] for line in lines if line[1] > (count.start() if count else name[0]))
            return GridRow((start, lines[-1][1]), [GridCell(k, 1, span) for k, span in enumerate(heads)])
    return None
