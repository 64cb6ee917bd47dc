"""Tables of indicators whose cells are lines, as they come out of Word and web pages."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from kjplan.extraction.figures.indicator_columns import (
    BLANK_CELL,
    NAMED,
    UNIT_HEAD,
    VALUE,
    Cell,
    Column,
    Row,
    columns_of,
    targets_in,
)
from kjplan.extraction.figures.units import KINDS
from kjplan.reading.text import Passage, solid

_LONGEST_CELL = 40
_MOST_ROWS = 200
_KINDS_OF = frozenset(("预期性", "约束性", "引导性", "指导性", "预期", "约束"))
"""What plans say of an indicator in the column 属性: whether it is expected or binds."""
_KIND_HEAD = re.compile(r"(?:指标)?(?:属性|性质|类型)")
_FIGURES_HEAD = re.compile(
    r"(?:到)?20[0-9]{2}年?.{0,8}|.{0,6}(?:目标值?|规划值|现状值?|基期值?|完成值?|增速|增长率?|累计)(?:\(%\)|\[.{1,4}\])?"
)
_MOST_HEADS = 9
_MOST_BETWEEN = 8
"""So many cells may stand before the values of a row: names of groups, its number, its name and unit, and a row that has lost a cell."""
_LONGEST_UNIT = 6


def celled(
    passages: Sequence[Passage], at: int, year: int | None, said: Collection[int]
) -> tuple[list[Row], int] | None:
    """A table whose cells are lines: it begins with 序号, and its rows with 1, 2, 3."""
    if passages[at].folded.strip() != "序号":
        return None
    start = next((i for i in range(at + 1, min(at + 14, len(passages))) if passages[i].folded.strip() == "1"), None)
    if start is None:
        return None
    heads = [p.folded.strip() for p in passages[at + 1 : start]]
    columns = [column for column in columns_of(heads, year, said) if column]
    if not any(NAMED.fullmatch(head) for head in heads) or not any(c.wanted for c in columns):
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


def _celled_row(passages: Sequence[Passage], first: int, last: int, columns: list[Column]) -> Row | None:
    cells = [Cell(p, 0, len(p.text)) for p in passages[first + 1 : last + 1] if p.text.strip()]
    figures = [i for i, c in enumerate(cells) if BLANK_CELL.fullmatch(c.text) or VALUE.fullmatch(c.text)]
    if not figures or figures != list(range(figures[0], figures[0] + len(figures))):
        return None
    name = figures[0] - 1
    given = cells[name].text if name > 0 and (cells[name].text in KINDS or cells[name].text.startswith("万")) else ""
    name -= bool(given)
    shares = _shared([cells[i] for i in figures], columns)
    if name < 0 or not (targets := targets_in(cells[name].text, given, shares)):
        return None
    return Row(first, last, _joined([c.passage for c in cells[name:]]), targets)


def _shared(figures: list[Cell], columns: list[Column]) -> list[tuple[Cell, Column]]:
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


def celled_by_values(
    passages: Sequence[Passage], at: int, year: int | None, said: Collection[int]
) -> tuple[list[Row], int] | None:
    """A table whose cells are lines and whose rows have no number, below a head with 指标 and the kind of each (属性): where as many
    values as the head has columns of figures stand together, what is before them is the unit, if there is one, and the name; what
    is above that heads a group of rows (学前教育)."""
    if not NAMED.fullmatch(solid(passages[at].folded)):
        return None
    heads = [solid(p.folded) for p in islice(passages, at + 1, at + 1 + _MOST_HEADS)]
    last = next((i for i in reversed(range(len(heads))) if _KIND_HEAD.fullmatch(heads[i])), None)
    if last is None:
        return None
    while last + 1 < len(heads) and _FIGURES_HEAD.fullmatch(heads[last + 1]):
        last += 1
    heads = heads[: last + 1]
    of_figures = [head for head in heads if _FIGURES_HEAD.fullmatch(head)]
    columns = columns_of(of_figures, year, said)
    units = any(UNIT_HEAD.fullmatch(head) for head in heads)
    known = len(of_figures) + sum(bool(UNIT_HEAD.fullmatch(h) or _KIND_HEAD.fullmatch(h)) for h in heads)
    if known < len(heads) or not any(c and c.wanted for c in columns):
        return None
    rows: list[Row] = []
    end = start = at + 1 + len(heads)
    i = start
    while i + len(columns) <= len(passages) and i - end <= _MOST_BETWEEN:
        figures = [Cell(p, 0, len(p.text)) for p in passages[i : i + len(columns)]]
        name = _name_before(passages, end, i, units) if all(_is_figure(c.text) for c in figures) else None
        if name is None:
            i += 1
            continue
        given = passages[name + 1].folded.strip() if name + 1 < i else ""
        pairs = [(cell, column) for cell, column in zip(figures, columns, strict=True) if column]
        i += len(columns)
        if targets := targets_in(passages[name].folded.strip(), "" if given in _KINDS_OF else given, pairs):
            rows.append(Row(name, i - 1, _joined(list(passages[name:i])), targets))
        i += i < len(passages) and passages[i].folded.strip() in _KINDS_OF
        end = i
    return (rows, end) if rows else None


def _is_figure(words: str) -> bool:
    words = words.strip()
    return BLANK_CELL.fullmatch(words) is not None or VALUE.fullmatch(words) is not None


def _name_before(passages: Sequence[Passage], begin: int, at: int, units: bool) -> int | None:
    """Which cell before the values at ``at`` names their row: the last that is no kind and no unit; None where there is none.

    :param begin: where the cells of the row may begin
    :param units: whether the table has a column of units
    """
    name = at - 1
    if name > begin and passages[name].folded.strip() in _KINDS_OF:
        name -= 1
    if units and name > begin and len(passages[name].folded.strip()) <= _LONGEST_UNIT:
        name -= 1
    if name < begin or len(passages[name].text) > _LONGEST_CELL or _is_figure(passages[name].folded):
        return None
    return name
