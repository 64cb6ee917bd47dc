"""Tables whose rows came out one a line with bars, tabs or blanks between the cells, and tables whose cells came out one a line.

The head of a table tells what each column holds; every row below it that has as many cells is a task.
"""

import re

from kjplan.model import Span
from kjplan.parsing.columns import (
    MOST_CELLS,
    ORDINAL,
    REMARK,
    Kind,
    Table,
    below_another,
    kind_of,
    loose_kind,
    may_name_a_column,
    name_in,
    read_head,
    read_high_head,
)
from kjplan.parsing.rows import Row, spread_row

_TOKEN = re.compile(r"[^ \u3000\t]+")
_SURE = frozenset({"序号", "编号"})
_FEWEST_LINES = 3


def blank_head(folded: str, start: int, end: int) -> Table | None:
    """The table that a line opens whose names only blanks part, the first of them 序号; letters that are only spaced out make
    one name: 序号 工 作 任 务 牵头单位. None for any other line."""
    if not folded.startswith("序号", start, end):
        return None
    heads: list[Span] = []
    for m in _TOKEN.finditer(folded, start, end):
        if heads and m.end() - m.start() == 1 and folded[slice(*heads[-1])].replace(" ", "") not in _SURE:
            heads[-1] = (heads[-1][0], m.end())
        else:
            heads.append(m.span())
    table = read_head(folded, heads)
    return None if table is None else Table(table.heads, table.kinds, blanks=True)


def blank_cells(folded: str, table: Table, start: int, end: int) -> list[Span]:
    """The cells of a row below such a head: the number first, the facts of the last columns behind, all else the words; none
    where the line is no row of it."""
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
        return cells
    opens, closes = folded[start] == "|", folded[end - 1] == "|" and end - start > 1
    ways = ((opens, closes), (False, closes), (opens, False), (False, False))
    left, right = next((way for way in ways if len(cells) - sum(way) == width), ways[0])
    return cells[left : len(cells) - right]


def read_row(table: Table, cells: list[Span]) -> Row | None:
    """The task in a line below a table's head; None where it has other columns, or no words."""
    if len(cells) != len(table.kinds):
        return None
    columns = [
        (kind, head, cell)
        for kind, head, cell in zip(table.kinds, table.heads, cells, strict=True)
        if cell[0] < cell[1]
    ]
    words = [cell for kind, _, cell in columns if kind == "words"]
    if not words:
        return None
    number = next((cell for kind, _, cell in columns if kind == "number"), None)
    return Row(words, [(head, cell) for kind, head, cell in columns if kind == "fact"], number)


def head_of_lines(folded: str, lines: list[Span]) -> Table | None:
    """The head of a table in some lines of which it may be only a few, its names one a line; None where there is none.

    :param lines: the lines before the first heading
    """
    found = (head_at(folded, lines[k : k + MOST_CELLS + 1]) for k in range(len(lines)))
    return next((head for head in found if head), None)


def head_at(folded: str, lines: list[Span]) -> Table | None:
    """The head of a table that begins with the first of these lines, one name a line, or None: 序号, then names of columns,
    one of them known to be the task's or a fact's; or names that are all known, above a row with a number."""
    if head := _unnumbered_head(folded, lines):
        return head
    names: list[str] = []
    for start, end in lines[: MOST_CELLS + 1]:
        name = "".join(folded[start:end].split())
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
    return Table(lines[: len(names)], [kind or loose_kind(name) for kind, name in zip(known, names, strict=True)])


def known_columns(folded: str, lines: list[Span]) -> list[Kind]:
    """What the first of these lines hold, all of them names of columns and one of a fact; empty where they are too few."""
    kinds: list[Kind] = []
    for start, end in lines:
        kind = kind_of(name_in(folded, (start, end)))
        if kind is None or kind == "number":
            break
        kinds.append(kind)
    return kinds if len(kinds) >= _FEWEST_LINES and "fact" in kinds else []


def _unnumbered_head(folded: str, lines: list[Span]) -> Table | None:
    """The same where no column is called 序号: the number 1 stands first in the row, or behind the cell that it shares with
    others (工作任务 · 具体要求 · 责任科室 above 公开 · 1 · 清理文件 · 办公室)."""
    kinds = known_columns(folded, lines)
    after = [folded[slice(*line)] for line in lines[len(kinds) : len(kinds) + 2]]
    if not kinds or "1" not in after:
        return None
    if after[0] == "1":
        return Table([lines[0], *lines[: len(kinds)]], ["number", *kinds])
    return Table(lines[: len(kinds)], ["number", *kinds[1:]], shared=True) if "words" in kinds[1:] else None


def row_of_lines(folded: str, table: Table, lines: list[Span]) -> tuple[Row, int] | None:
    """The row that begins with the first of these lines, its cells one a line, and how many lines it takes; None where the
    first is no number, or nothing follows it. It ends before the next number; the last one has as many lines as there are columns.

    A row with a line for each column states what its columns say; of any other, with a cell that is empty or runs over
    lines, only the words are known.

    :param lines: some more than the table has columns, where there are so many
    """
    if table.kinds[0] != "number" or not ORDINAL.fullmatch(folded, *lines[0]):
        return None
    number = int(folded[slice(*lines[0])].rstrip(".、"))
    most = min(len(lines), len(table.kinds))
    size = next((k for k, line in enumerate(lines[1:], 1) if _is_number(folded, line, number + 1)), most)
    size = min(size, most) if table.shared else size
    row = read_row(table, lines[:size]) or spread_row(folded, table.heads, table.kinds, lines[:size])
    if row is None and size > 1:
        row = Row(lines[1:size], [], lines[0])
    return None if row is None else (row, size)


def number_in(folded: str, cell: Span) -> str | None:
    """The 序号 in a cell without the point that may follow it; None where it is no number."""
    words = folded[slice(*cell)]
    return words.rstrip(".、") if ORDINAL.fullmatch(words) else None


def _is_number(folded: str, line: Span, number: int) -> bool:
    return ORDINAL.fullmatch(folded, *line) is not None and int(folded[slice(*line)].rstrip(".、")) == number
