"""Rows of a table with tabs whose cells have line breaks and no quotes: 3.4（周一）⇥盘点库存 above 整理台账⇥办公室 is one row.

The last cell of a line and the first of the next are one cell then. A row ends where it has all cells, or lacks only the first, which stands
beside several rows, and says below the last column what that column holds. What fits no row so is left as it is.
"""

import re
from collections.abc import Sequence

from kjplan.extraction.names.unit_names import looks_like_body
from kjplan.model import Span
from kjplan.parsing.lines.rows import TIME_HEAD
from kjplan.parsing.markers import STYLES, read_marker
from kjplan.parsing.tables.column_names import ORDINAL
from kjplan.parsing.tables.columns import Table

_MOST_LINES = 12
"""A row of more lines is none."""
_LONGEST_FACT = 40
_NAME = re.compile(r"[^、,;\s/]+")


def broken_rows(folded: str, table: Table, lines: Sequence[Sequence[Span]]) -> list[int]:
    """How many lines each row takes that the lines below a head make, from the first on; all that is behind the last row with several
    lines is left out, and the list is empty where no row has any.

    :param lines: the cells of each line, one for a line without tabs
    """
    sizes: list[int] = []
    at = 0
    while at < len(lines):
        size = _row(folded, table, lines, at)
        sizes.append(size)
        at += size
    while sizes and sizes[-1] == 1:
        sizes.pop()
    return sizes


def _row(folded: str, table: Table, lines: Sequence[Sequence[Span]], at: int) -> int:
    """How many lines the row takes that begins with one; 1 where that is not sure."""
    numbered, width = table.kinds[0] == "number", len(table.kinds)
    if numbered and not _is_ordinal(folded, lines[at][0]):
        return 1
    total = 1
    for size in range(1, min(_MOST_LINES, len(lines) - at) + 1):
        cells = lines[at + size - 1]
        if (size > 1 or len(cells) == 1) and _opens(folded, cells[0]):
            return 1
        if size > 1 and numbered and len(cells) > 1 and _is_ordinal(folded, cells[0]):
            return 1
        total += len(cells) - 1
        if total > width:
            return 1
        whole = total == width
        if len(cells) > 1 and (whole or not numbered) and _holds(folded, table, cells[-1]):
            if not whole and (total < 2 or total != width - 1):
                return 1
            return size + _more(folded, lines, at + size) if whole or size > 1 else 1
    return 1


def _more(folded: str, lines: Sequence[Sequence[Span]], at: int) -> int:
    """How many lines below go on the last cell of a row: each nothing but bodies."""
    size = 0
    while at + size < len(lines) and len(lines[at + size]) == 1 and _are_bodies(folded, lines[at + size][0]):
        size += 1
    return size


def _holds(folded: str, table: Table, cell: Span) -> bool:
    """Whether a cell is what the last column holds, as far as that can be told: bodies, or a time."""
    if table.kinds[-1] != "fact":
        return cell[0] == cell[1]
    if TIME_HEAD.search(folded, *table.heads[-1]):
        return cell[0] < cell[1] <= cell[0] + _LONGEST_FACT
    return _are_bodies(folded, cell)


def _are_bodies(folded: str, cell: Span) -> bool:
    names = _NAME.findall(folded, *cell) if cell[1] - cell[0] <= _LONGEST_FACT else []
    return bool(names) and all(map(looks_like_body, names))


def _is_ordinal(folded: str, cell: Span) -> bool:
    return ORDINAL.fullmatch(folded, *cell) is not None


def _opens(folded: str, cell: Span) -> bool:
    """Whether a line opens a part or a group: 一、…, （一）…."""
    marker = read_marker(folded, *cell)
    return marker is not None and marker.rank <= STYLES["cn-paren"].rank
