"""The head of a table whose cells came out a line or paragraph each: names of columns one below the other, most often 序号 first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kjplan.extraction.figures.indicator_columns import names_indicators
from kjplan.model import Span
from kjplan.parsing.markers import STYLES, read_marker
from kjplan.parsing.tables.column_names import (
    REMARK,
    Kind,
    kind_of,
    loose_kind,
    may_name_a_column,
    name_in,
    without_aside,
)
from kjplan.parsing.tables.columns import MOST_CELLS, Table, read_figures, read_high_head
from kjplan.parsing.tables.high_heads import below_another
from kjplan.parsing.tables.paragraphs import Paragraph, Paragraphs
from kjplan.parsing.tables.quotas import read_quotas, unit_above, with_figures

_CLASSES = re.compile("(?:任务|工作|项目|行动)?(?:类别|类型|分类|领域|板块|方面)")
_LONGEST_HEAD = 14
_FEWEST_LINES = 3
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
    folded, some, i = paragraphs.source.folded, list[Paragraph](), at
    numbered = paragraphs.numbered
    while i < len(paragraphs.units) and len(some) <= MOST_CELLS + _MOST_GROUPS:
        paragraph = paragraphs.take(i)
        if len(some) >= _FEWEST_LINES and numbered:
            group = paragraphs.group(paragraph, 1)
            if group or paragraphs.opening(paragraph) is not None:
                given = unit_above(paragraphs.source, paragraphs.units[max(at - 2, 0) : at])
                head = _columns(folded, some, group[1].first if group else i, given)
                if head and group:
                    head.groups.append(group[0])
                return head
        if some and paragraphs.number(paragraph, 1) is not None:
            return None if numbered else _unnumbered(paragraphs, some, i)
        if paragraph.tabled or paragraph.end - paragraph.start > 3 * _LONGEST_HEAD:
            return None
        some.append(paragraph)
        i = paragraph.last
    return None


def _columns(folded: str, some: list[Paragraph], first: int, given: Span | None) -> CellHead | None:
    some = _whole_names(folded, some)
    spans = [without_aside(folded, p.span) for p in some]
    names = [name_in(folded, span) for span in spans]
    size = len(some)
    while size > _FEWEST_LINES and len(some) - size < _MOST_GROUPS and not _may_name(names[size - 1]):
        size -= 1
    if not _FEWEST_LINES <= size <= MOST_CELLS or not all(map(_may_name, names[:size])):
        return None
    heads = spans[:size]
    if figures := read_figures(folded, heads, [(0, 0)] * size):
        columns: list[Kind] = ["words" for _ in heads]
        return CellHead(Table(heads, ["number", *columns[1:]]), some[size:], first, figures)
    kinds = [kind_of(name) for name in names[:size]]
    table = head_at(folded, heads)
    if table is None or table.lines != size:
        if "fact" not in kinds:
            table = read_quotas(folded, heads, [(0, 0)] * size, given)
            return None if table is None else CellHead(table, some[size:], first)
        table = Table(heads, [kind or loose_kind(name) for kind, name in zip(kinds, names, strict=False)])
    return CellHead(with_figures(folded, table, [], given), some[size:], first) if "words" in table.kinds else None


_BRACKET = re.compile(r"\([^()]{1,8}\)")


def _whole_names(folded: str, some: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a head, those as one that are known only together: 责任 above 单位, 总投资 above (万元)."""
    made: list[Paragraph] = []
    for paragraph in some:
        last = made[-1] if made else None
        if last is not None and _BRACKET.fullmatch(folded, *paragraph.span):
            made[-1] = Paragraph(last.first, paragraph.last, last.start, paragraph.end, [(last.start, paragraph.end)])
            continue
        if last is not None and not (kind_of(name_in(folded, last.span)) or kind_of(name_in(folded, paragraph.span))):
            span = last.start, paragraph.end
            if kind_of(name_in(folded, span)) == "fact":
                made[-1] = Paragraph(last.first, paragraph.last, *span, [span])
                continue
        made.append(paragraph)
    return made


def _unnumbered(paragraphs: Paragraphs, some: list[Paragraph], first: int) -> CellHead | None:
    """The same where no column is called 序号: all names are known, and the number 1 stands first in the row, or behind the cell
    that it shares with others: 工作任务 · 具体要求 · 责任科室 above 公开 · 1 · 清理文件 · 办公室."""
    lines = [p.span for p in some]
    kinds = known_columns(paragraphs.source.folded, lines)
    if paragraphs.glued:
        return _sorted(paragraphs.source.folded, some, kinds, first)
    if not kinds or len(lines) - len(kinds) > 1:
        return None
    if len(lines) == len(kinds):
        return CellHead(Table([lines[0], *lines], ["number", *kinds]), [], first) if "words" in kinds else None
    table = Table(lines[: len(kinds)], ["number", *kinds[1:]])
    return CellHead(table, some[len(kinds) :], first) if "words" in kinds[1:] else None


def _sorted(folded: str, some: list[Paragraph], kinds: list[Kind], first: int) -> CellHead | None:
    """The same where the number stands before the name in the row, and the first column sorts the rows: 类别 · 项目 · 主要任务 · 责任单位
    above 一、组织建设 · 1.出台文件 · …."""
    if len(some) - len(kinds) != 1 or not _CLASSES.fullmatch(name_in(folded, some[0].span)):
        return None
    marker = read_marker(folded, *some[-1].span)
    if marker is None or marker.rank > STYLES["cn-paren"].rank or "words" not in kinds[1:]:
        return None
    heads = [paragraph.span for paragraph in some[1:-1]]
    return CellHead(Table([heads[0], *heads], ["number", *kinds[1:]]), some[-1:], first)


def head_at(folded: str, lines: Sequence[Span]) -> Table | None:
    """The head of a table that begins with the first of these lines, one name a line, or None: 序号, then names of columns,
    one of them known to be the task's or a fact's."""
    names: list[str] = []
    for span in lines[: MOST_CELLS + 1]:
        name = name_in(folded, span)
        if (kind_of(name) == "number") != (not names) or not may_name_a_column(name):
            break
        names.append(name)
    known = [kind_of(name) for name in names]
    telling = {kind for kind, name in zip(known, names, strict=True) if not REMARK.fullmatch(name)}
    if len(names) < _FEWEST_LINES or not {"words", "fact"} & telling:
        return None
    if (placed := below_another(folded, lines[: len(names)])) and (table := read_high_head(folded, *placed)):
        table.high = len(names)
        return table
    return Table(list(lines[: len(names)]), [kind or loose_kind(name) for kind, name in zip(known, names, strict=True)])


def known_columns(folded: str, lines: Sequence[Span]) -> list[Kind]:
    """What the first of these lines hold, all of them names of columns and one of a fact; empty where they are too few."""
    kinds: list[Kind] = []
    for line in lines:
        kind = kind_of(name_in(folded, line))
        if kind is None or kind == "number":
            break
        kinds.append(kind)
    return kinds if len(kinds) >= _FEWEST_LINES and "fact" in kinds else []


def figure_columns(folded: str, lines: Sequence[Span]) -> int:
    """How many of these lines name columns of a table of indicators, up to that of what is wanted: 指标名称, 预期目标."""
    names = [name_in(folded, line) for line in lines[:MOST_CELLS]]
    if not names or "指标" not in names[0]:
        return 0
    return next((n for n in range(2, len(names) + 1) if names_indicators(names[:n])), 0)


_NO_NAME = re.compile(r"[0-9]{1,3}[.、]?$|.{0,40}[。;:,!?]")


def _may_name(name: str) -> bool:
    """Whether words can be the name of a column: some are longer than those of other tables, 计划投资（万元）."""
    return 0 < len(name) <= _LONGEST_HEAD and _NO_NAME.match(name) is None
