"""Rows of tables whose cells say themselves what they are: | 1 | 建设平台 | 年内开工 | 责任单位：市科技局 | 完成时限：6月底前 |. A plan
that was a table is rendered so."""

import re

from kjplan.late import late
from kjplan.model import Span
from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import read_marker, read_named
from kjplan.parsing.tables.column_names import kind_of, name_in
from kjplan.parsing.tables.columns import trimmed
from kjplan.reading.text import SourceText

_ROW = re.compile(r"\|[^|\n]*(?:\|[^|\n]*){2,16}\|")
_LONGEST_HEAD, _LONGEST_CELL, _LONGEST_LINE, _SHORT = 40, 14, 200, 6
_CELL = re.compile(r"[^|]+")
_LABELLED = late(r"(?P<label>[一-鿿0-9]{2,14}(?P<unit>\([^()]{1,10}\))?):")
_NUMBER = re.compile(
    r"[0-9]{1,4}(?:[.-][0-9]{1,3}){0,2}|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、?"
)


def lay_told_rows(source: SourceText, units: list[Unit]) -> bool:
    """Let each unit that is such a row know its cells; whether there is one.

    None of a table is one that has other rows too: then its head says what the cells are.
    """
    folded = source.folded
    rows = [_row(folded, u) if not u.tabled and folded[u.start] == "|" else None for u in units]
    told = [k for k, row in enumerate(rows) if row]
    if any(k + 1 < len(units) and rows[k + 1] is None and _is_row(folded, units[k + 1]) for k in told):
        return False
    for k in told:
        units[k].row, units[k].tabled = rows[k], True
        _take_head(folded, units, k)
    return bool(told)


def _is_row(folded: str, unit: Unit) -> bool:
    """Whether a line is a row of cells, and not the name of a group alone between bars."""
    named = read_named(folded, *unit.span) is not None
    return not unit.tabled and not named and _ROW.fullmatch(folded, *unit.span) is not None


def _take_head(folded: str, units: list[Unit], at: int) -> None:
    """Short lines right above the first row of a table are its head, cell by cell: 序号, 重点任务, 责任单位."""
    for unit in reversed(units[max(0, at - _LONGEST_HEAD) : at]):
        words = folded[unit.start : unit.end]
        if unit.tabled or not (_names_several(words) or kind_of(name_in(folded, unit.span)) or _may_name(words)):
            return
        unit.tabled = True


def _names_several(words: str) -> bool:
    """Whether a line has cells between bars and is no name of a group alone between them, or is names of columns."""
    if len(words) > _LONGEST_LINE:
        return False
    names = words.split()
    return (" | " in words and read_named(words, 0, len(words)) is None) or (
        len(names) > 1 and all(map(kind_of, names))
    )


def _may_name(words: str) -> bool:
    """Whether a line may be the name of a column that no table of names holds, and no title, number, heading or date."""
    if len(words) > _LONGEST_CELL or words[0] in "|附" or words[-1] in "。:" or iso_date(words):
        return False
    return read_marker(words, 0, len(words)) is None and (
        words[-1] == ")" or len(words) <= _SHORT or genre_of(words) is None
    )


def _row(folded: str, unit: Unit) -> Row | None:
    """The row that a line is: a number or nothing, words, and behind them nothing but labelled cells, one of them of who or when."""
    if not _ROW.fullmatch(folded, *unit.span):
        return None
    number, *cells = [trimmed(folded, m.span()) for m in _CELL.finditer(folded, *unit.span)]
    if number[0] < number[1] and not _NUMBER.fullmatch(folded, *number):
        return None
    words: list[Span] = []
    facts: list[tuple[Span, Span]] = []
    told = False
    for cell in cells:
        m = _LABELLED.match(folded, *cell)
        stated = m is not None and (m["unit"] is not None or kind_of(name_in(folded, m.span("label"))) == "fact")
        if cell[0] == cell[1] and len(words) == 1 and not facts:
            words.append(cell)  # no other words than the first
        elif m is not None and words and (stated or facts or len(words) > 1):
            told = told or stated
            facts.append((m.span("label"), trimmed(folded, (m.end(), cell[1]))))
        elif facts or cell[0] == cell[1]:
            return None
        else:
            words.append(cell)
    words = [span for span in words if span[0] < span[1]]
    filled = [(label, value) for label, value in facts if value[0] < value[1]]
    return Row(words, filled, number if number[0] < number[1] else None) if told and words else None
