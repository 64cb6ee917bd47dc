"""The lines of cells that the width of a column broke, in text out of PDF whose cells came out a line each."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kjplan.model import Span

_CLOSED = "。;:!?"
_NARROWEST, _SLACK = 6.0, 1.5
"""How narrow a column may be whose lines tell that its width broke them, and what a mark or a figure that must not be parted leaves free."""
_FEWEST = 2
_TYPED = re.compile(r"[(（]?[0-9一二三四五六七八九十]{1,3}[)）.、]|[①-⑳]")
"""A point of a list opens a line of its own."""


def full_width(folded: str, cells: Sequence[Sequence[Span]]) -> float:
    """How wide the lines of a column are whose width broke them; 0 where its cells have lines of their own.

    At least two lines must reach the widest one, and of those behind which a cell goes on without the end of a sentence all must.

    :param cells: the lines of each cell
    """
    widest = max((_width(folded, line) for lines in cells for line in lines), default=0.0)
    if widest < _NARROWEST:
        return 0.0
    inner = [
        (line, below)
        for lines in cells
        for line, below in pairwise(lines)
        if folded[line[1] - 1] not in _CLOSED and not _TYPED.match(folded, *below)
    ]
    full = sum(_width(folded, line) >= widest - _SLACK for line, _ in inner)
    return widest if full >= _FEWEST and full == len(inner) else 0.0


def joined(folded: str, lines: Sequence[Span], width: float) -> list[Span]:
    """The lines of a cell, those as one that the width of its column broke.

    :param width: how wide its lines are, as :func:`full_width` says
    """
    made = list(lines[:1])
    for line in lines[1:]:
        last = made[-1]
        tail = (folded.rfind("\n", *last) + 1 or last[0], last[1])
        broken = _width(folded, tail) >= width - _SLACK and folded[last[1] - 1] not in _CLOSED
        if broken and not _TYPED.match(folded, *line):
            made[-1] = last[0], line[1]
        else:
            made.append(line)
    return made


def _width(folded: str, line: Span) -> float:
    """How wide a line is, in full characters."""
    return sum(0.5 if c < "\u0100" else 1.0 for c in folded[slice(*line)])
