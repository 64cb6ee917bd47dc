"""The head of a table whose cells came out a line or paragraph each: 序号, then the names of columns, one below the other."""

import re
from dataclasses import dataclass

from kjplan.model import Span
from kjplan.parsing.cell_blocks import Paragraph, Paragraphs
from kjplan.parsing.columns import MOST_CELLS, Kind, Table, kind_of, loose_kind, name_in, read_figures
from kjplan.parsing.tables import head_at

_LONGEST_HEAD = 14
_MOST_GROUPS = 2
"""So many names of groups may stand between the head and the first row."""


@dataclass(slots=True)
class CellHead:
    """A head, the names of groups between it and the first row, and the unit that this row begins with."""

    table: Table
    groups: list[Paragraph]
    first: int
    figures: list[list[Span]] | None = None
    """The names of the columns where it is a table of indicators."""


def read_cell_head(paragraphs: Paragraphs, at: int) -> CellHead | None:
    """The head of the table that begins with a unit; None where none begins."""
    some: list[Paragraph] = []
    i = at
    while i < len(paragraphs.units) and len(some) <= MOST_CELLS + _MOST_GROUPS:
        paragraph = paragraphs.take(i)
        if some and paragraphs.number(paragraph, 1) is not None:
            return _columns(paragraphs.source.folded, some, i)
        if paragraph.tabled or paragraph.end - paragraph.start > 3 * _LONGEST_HEAD:
            return None
        some.append(paragraph)
        i = paragraph.last
    return None


def _columns(folded: str, some: list[Paragraph], first: int) -> CellHead | None:
    names = [name_in(folded, p.span) for p in some]
    size = len(some)
    while size > 3 and len(some) - size < _MOST_GROUPS and not _may_name(names[size - 1]):
        size -= 1
    if size < 3 or size > MOST_CELLS or not all(map(_may_name, names[:size])):
        return None
    heads = [p.span for p in some[:size]]
    figures = read_figures(folded, heads, [(0, 0)] * size)
    if figures:
        columns: list[Kind] = ["words" for _ in heads]
        return CellHead(Table(heads, ["number", *columns[1:]]), some[size:], first, figures)
    kinds = [kind_of(name) for name in names[:size]]
    table = head_at(folded, heads)
    if table is None or table.lines != size or not (table.high or "fact" in kinds):
        table = Table(heads, [kind or loose_kind(name) for kind, name in zip(kinds, names, strict=False)])
        if "fact" not in kinds:
            return None
    return CellHead(table, some[size:], first) if "words" in table.kinds else None


_NO_NAME = re.compile(r"[0-9]{1,3}[.、]?$|.{0,40}[。;:,!?]")


def _may_name(name: str) -> bool:
    """Whether words can be the name of a column: some are longer than those of other tables, 计划投资（万元）."""
    return 0 < len(name) <= _LONGEST_HEAD and _NO_NAME.match(name) is None
