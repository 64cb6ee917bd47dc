"""The cells of a line: with bars, tabs or, below 序号, blanks between them."""

import re
from collections.abc import Sequence

from kjplan.model import Span
from kjplan.parsing.tables.cell_numbers import style_of
from kjplan.parsing.tables.column_names import ORDINAL, kind_of, name_in
from kjplan.parsing.tables.columns import Table, read_head

_TOKEN = re.compile(r"[^ \u3000\t]+")
_SURE = frozenset({"序号", "编号"})


def blank_head(folded: str, start: int, end: int) -> Table | None:
    """The table that a line opens whose names only blanks part, the first of them 序号; letters that are only spaced out make
    one name: 序号 工 作 任 务 牵头单位. None for any other line."""
    if not folded.startswith("序号", start, end):
        return _wide_head(folded, start, end)
    heads: list[Span] = []
    for m in _TOKEN.finditer(folded, start, end):
        if heads and m.end() - m.start() == 1 and folded[slice(*heads[-1])].replace(" ", "") not in _SURE:
            heads[-1] = (heads[-1][0], m.end())
        else:
            heads.append(m.span())
    table = read_head(folded, heads)
    return None if table is None else Table(table.heads, table.kinds, blanks=True)


_WIDE = re.compile(r"[ \u3000]{2,}")
_FEWEST_WIDE = 3
_LONGEST_WIDE = 160
"""The names of columns stand in a line no longer than this."""


def _wide_head(folded: str, start: int, end: int) -> Table | None:
    """The same without 序号, where all names are known, one of them of bodies, and wide blanks part them."""
    if end - start > _LONGEST_WIDE or "  " not in folded[start:end].replace("\u3000", " "):
        return None
    heads = _wide_cells(folded, start, end)
    known = [kind_of(name_in(folded, head)) for head in heads]
    if len(heads) < _FEWEST_WIDE or None in known or not {"words", "fact"} <= {*known}:
        return None
    table = read_head(folded, heads)
    return None if table is None else Table(table.heads, table.kinds, blanks=True)


def _wide_cells(folded: str, start: int, end: int) -> list[Span]:
    """The cells of a line that runs of blanks part."""
    cells, at = [], start
    for m in _WIDE.finditer(folded, start, end):
        if m.start() > at:
            cells.append((at, m.start()))
        at = m.end()
    return [*cells, (at, end)] if at < end else cells


def blank_cells(folded: str, table: Table, start: int, end: int) -> list[Span]:
    """The cells of a row below such a head, one for each name of a head without 序号; else the number first, the facts of the last columns behind, all else the words; none
    where the line is no row of it."""
    if table.kinds[0] != "number":
        cells = _wide_cells(folded, start, end)
        return cells if len(cells) == len(table.kinds) else []
    tokens = [m.span() for m in _TOKEN.finditer(folded, start, end)]
    behind = next((k for k, kind in enumerate(reversed(table.kinds)) if kind == "words"), 0)
    between = len(table.kinds) - 1 - behind
    if len(tokens) < len(table.kinds) or not ORDINAL.fullmatch(folded, *tokens[0]) or between < 1:
        return []
    rest = tokens[1 : len(tokens) - behind]
    words = [*rest[: between - 1], (rest[between - 1][0], rest[-1][1])]
    return [tokens[0], *words, *tokens[len(tokens) - behind :]]


def cells_of(folded: str, start: int, end: int, width: int = 0) -> list[Span]:
    """The cells of a line, trimmed, empty ones kept; none where it has neither bar nor tab. Bars around the whole line part
    nothing, unless only so there are ``width`` cells: a line whose first or last cell is empty may be trimmed to its bar."""
    bar = "|" if "|" in folded[start:end] else "\t"
    if bar not in folded[start:end]:
        return []
    cells, at = [], start
    for piece in folded[start:end].split(bar):
        left = at + len(piece) - len(piece.lstrip())
        cells.append((left, max(left, at + len(piece.rstrip()))))
        at += len(piece) + 1
    if bar == "\t":
        return [_unquoted(folded, cell) for cell in cells]
    opens, closes = folded[start] == "|", folded[end - 1] == "|" and end - start > 1
    ways = ((opens, closes), (False, closes), (opens, False), (False, False))
    left, right = next((way for way in ways if len(cells) - sum(way) == width), ways[0])
    return cells[left : len(cells) - right]


_QUOTED = re.compile(r'(?:^|\t)"[^"\t\n]*$')
_CLOSES = re.compile(r'^[^"\t]*"(?=\t|$)')
_MOST_LINES = 20
"""A cell of more lines is none."""


def quoted_lines(folded: str, spans: Sequence[Span], at: int, unclosed: set[int]) -> int:
    """How many lines the row takes that begins with one: a spreadsheet puts a cell with line breaks in quotes, so that the row goes
    on to the line that closes the last of them. 1 for any other line.

    :param unclosed: the lines whose last cell was found to lead to one that nothing closes, so that none is followed twice
    """
    last, led = at, list[int]()
    while _QUOTED.search(folded[slice(*spans[last])]):
        led.append(last)
        closing = None if last in unclosed else _closing(folded, spans, last)
        if closing is None:
            unclosed.update(led)
            return 1
        last = closing
    return last + 1 - at


def _closing(folded: str, spans: Sequence[Span], at: int) -> int | None:
    """The line that closes the cell which the end of a line opens."""
    for line in range(at + 1, min(at + _MOST_LINES + 2, len(spans))):
        words = folded[slice(*spans[line])]
        if _CLOSES.match(words):
            return line
        if "\t" in words:
            break
    return None


def _unquoted(folded: str, cell: Span) -> Span:
    start, end = cell
    quoted = end - start > 1 and folded[start] == folded[end - 1] == '"' and '"' not in folded[start + 1 : end - 1]
    return (start + 1, end - 1) if quoted and "\n" in folded[start:end] else cell


def number_in(folded: str, cell: Span) -> str | None:
    """The 序号 in a cell without the point that may follow it or its brackets; None where it is no number."""
    return folded[slice(*cell)].strip("(). 、") if style_of(folded, cell) else None
