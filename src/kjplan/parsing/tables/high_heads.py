"""Heads that are two rows high: 责任分工 above 牵头单位 | 配合单位, whichever way their names came out."""

from collections import Counter
from collections.abc import Sequence

from kjplan.model import Span
from kjplan.parsing.tables.column_names import UNDER, name_in, spans_others
from kjplan.parsing.tables.columns import Table, read_high_head


def put_below(folded: str, upper: Sequence[Span], lower: Sequence[Span]) -> tuple[list[Span], list[Span]] | None:
    """What stands above each column and what names it, where a second row holds only the names below those that span several:
    序号 任务 责任分工 完成时限 above 牵头单位 配合单位. None where some find no place."""
    over: list[Span] = []
    under: list[Span] = []
    rest = list(lower)
    for head in upper:
        name = name_in(folded, head)
        fits = next((below for above, below in UNDER if rest and above.fullmatch(name)), None)
        size = 0
        while fits and size < len(rest) and fits.fullmatch(name_in(folded, rest[size])):
            size += 1
        over += [head] * max(size, 1)
        under += rest[:size] or [(0, 0)]
        del rest[:size]
    return None if rest else (over, under)


def below_another(folded: str, heads: Sequence[Span]) -> tuple[list[Span], list[Span]] | None:
    """The same for names that came out one after the other, where it is not known which is the first of the second row."""
    for first in range(2, len(heads) - 1):
        if placed := put_below(folded, heads[:first], heads[first:]):
            return placed
    return None


def two_lines(folded: str, upper: list[Span], lower: list[Span]) -> Table | None:
    """The head of a table that two lines make: the lower may have all columns or only those below names that span several."""
    names = [name_in(folded, cell) for cell in upper]
    if len(lower) < 2 or not any(map(spans_others, names)):
        return None
    short, below = stripped(upper), [cell for cell in lower if cell[0] < cell[1]]
    if len(upper) == len(lower):
        over = spread(folded, upper)
        under = [(0, 0) if name_in(folded, a) == name_in(folded, b) else b for a, b in zip(over, lower, strict=True)]
        if fits(over, [b if b[0] < b[1] else (0, 0) for b in under]) and (table := read_high_head(folded, over, under)):
            return table
    placed = put_below(folded, short, below)
    return None if placed is None else read_high_head(folded, *placed)


def spread(folded: str, cells: Sequence[Span]) -> list[Span]:
    """The cells of the first row of a head above each column: a name that spans several stands once, the places to its right
    empty, or again in each."""
    over = list(cells)
    for k in range(1, len(over)):
        name = name_in(folded, cells[k])
        if name == name_in(folded, cells[k - 1]) if name else spans_others(name_in(folded, over[k - 1])):
            over[k] = over[k - 1]
    return over


def fits(upper: Sequence[Span], lower: Sequence[Span]) -> bool:
    """Whether the names of a second row stand only below those that span several columns."""
    times = Counter(upper)
    return all(a == b or times[over] > 1 for over, (a, b) in zip(upper, lower, strict=True))


def stripped(cells: list[Span]) -> list[Span]:
    """Cells without the empty ones at the end of a line."""
    end = len(cells)
    while end and cells[end - 1][0] == cells[end - 1][1]:
        end -= 1
    return cells[:end]
