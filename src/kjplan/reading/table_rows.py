"""Rows of tables as lines: `` | `` between the cells, and what a cell that spans rows is in the rows below."""

from collections.abc import Sequence
from itertools import accumulate

_SHARED_LENGTH = 40
"""Bodies and times that several rows share are no longer; a task is."""
_SHARED_FROM = 2
"""Left of this column stand the number and the group that rows share."""


def said_below(column: int, words: str) -> str:
    """What a cell is in the rows below its first: a group or a long text is not said again; a body or a time holds for each."""
    return words if column >= _SHARED_FROM and len(words) <= _SHARED_LENGTH else ""


def row_line(cells: Sequence[str]) -> str:
    """A row on one line. Bars stand around it where its first or last cell is empty, as a trimmed line would lose that cell."""
    line = " | ".join(cells)
    return line if cells[0] and cells[-1] else f"| {line} |"


def cell_offsets(cells: Sequence[str]) -> list[int]:
    """Where each cell begins in the line that ``row_line`` makes of them."""
    before = 0 if cells[0] and cells[-1] else 2
    return [*accumulate((len(cell) + 3 for cell in cells), initial=before)][:-1]
