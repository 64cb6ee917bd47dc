"""Tables of indicators: 序号 | 指标 | 单位 | 2020年现状 | 2025年目标, a row a line or, out of Word and web pages, a cell a line.

The head tells which columns hold what is wanted; each row with a number there is a goal.
"""

import re
from collections.abc import Collection, Sequence

from kjplan.extraction.figures.indicator_cells import celled, celled_by_values
from kjplan.extraction.figures.indicator_columns import (
    BLANK_CELL,
    MEAN,
    NAMED,
    UNIT_HEAD,
    Cell,
    Column,
    Row,
    columns_of,
    targets_in,
)
from kjplan.reading.text import Passage, solid

_BY = re.compile("[到至](20[0-9]{2})年")
_SPACED_CELL = re.compile(r"\S+(?: \S+)*")
"""Cells between which two blanks or more stand."""
_FEWEST_SPACED = 3


def find_rows(passages: Sequence[Passage], year: int | None) -> tuple[list[Row], set[int]]:
    """The rows of the tables of indicators among some paragraphs, and all paragraphs that belong to such a table.

    :param year: the plan's year: a column of a year before it tells what was
    """
    rows: list[Row] = []
    taken: set[int] = set()
    said = {int(m[1]) for p in passages for m in _BY.finditer(p.folded)} if year is None else ()
    at = 0
    while at < len(passages):
        found = (
            _lined(passages, at, year, said)
            or celled(passages, at, year, said)
            or celled_by_values(passages, at, year, said)
        )
        if found:
            some, end = found
            rows += some
            taken.update(range(at, end))
            at = end
        else:
            at += 1
    return rows, taken


def _lined(
    passages: Sequence[Passage], at: int, year: int | None, said: Collection[int]
) -> tuple[list[Row], int] | None:
    """A table whose rows are lines with bars or tabs between the cells."""
    heads = [solid(c.text) for c in _cells(passages[at])]
    columns = columns_of(heads, year, said)
    names = [i for i, head in enumerate(heads) if NAMED.fullmatch(head)]
    names = [i for i in names if heads[i] == heads[names[0]]]
    if not names or not any(c and c.wanted for c in columns):
        return None
    unit = next((i for i, head in enumerate(heads) if UNIT_HEAD.fullmatch(head)), None)
    means = [Column(None, True) if MEAN.match(head) else None for head in heads]
    rows, end = [], at + 1
    while end < len(passages) and len(cells := _cells(passages[end])) == len(heads):
        pairs = [(cell, column) for cell, column in zip(cells, columns, strict=True) if column]
        if all(BLANK_CELL.fullmatch(cell.text) for cell, _ in pairs):
            pairs = [(cell, column) for cell, column in zip(cells, means, strict=True) if column]
        given = cells[unit].text if unit is not None else ""
        name = next((cells[i] for i in reversed(names) if cells[i].text), cells[names[0]])
        if targets := targets_in(name.text, given, pairs):
            last = max(cell.end for cell in cells if cell.text)
            rows.append(Row(end, end, passages[end].part(name.start, last), targets))
        end += 1
    return (rows, end) if rows else None


def _cells(passage: Passage) -> list[Cell]:
    bar = "|" if "|" in passage.folded else "\t"
    if bar not in passage.folded:
        parts = [Cell(passage, *m.span()) for m in _SPACED_CELL.finditer(passage.folded)]
        return parts if len(parts) > _FEWEST_SPACED else []
    cells, at = [], int(passage.folded.startswith(bar))
    for piece in passage.folded[at:].removesuffix(bar).split(bar):
        left = at + len(piece) - len(piece.lstrip())
        cells.append(Cell(passage, left, max(left, at + len(piece.rstrip()))))
        at += len(piece) + 1
    return cells
