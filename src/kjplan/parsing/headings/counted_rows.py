"""Rows of a table of tasks of which only the lines were copied, its head left out: each a number, a title, words and who answers, a
line each; the names of parts between them have no number."""

import re
from collections.abc import Sequence

from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.headings.numbering import MAX_GAP
from kjplan.parsing.headings.titles import says_who
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import STYLES, Marker

_FEWEST = 3
_MOST_ABOVE = 2
"""So many names of parts may stand above a row, the first of what holds the second."""
_DIGITS = re.compile(r"[0-9]{1,3}")
_TITLE = re.compile(r"[^0-9。;:!?|()《》\s][^。;:!?|\n]{2,39}")


def counted_rows(folded: str, units: Sequence[Unit]) -> dict[int, Marker]:
    """The numbers of such rows and the names of parts between them, by where they begin. Numbers alone on a line that count on
    from 1 are rows where most of them end in who answers; else they may be those of pages."""
    numbers = _numbers(folded, units)
    if len(numbers) < _FEWEST:
        return {}
    at = list(numbers)
    last = [_answer(folded, units, k + 2, end) for k, end in zip(at, [*at[1:], len(units)], strict=True)]
    if sum(k is not None for k in last) * 3 < len(at) * 2:
        return {}
    above = [_named_above(folded, units, at[0], max(0, at[0] - _MOST_ABOVE))]
    above += [[] if k is None else _named_above(folded, units, n, k + 1) for k, n in zip(last, at[1:], strict=False)]
    deep = any(len(names) > 1 for names in above)
    found = {units[k].start: _marker(units[k], "bare", n) for k, n in numbers.items()}
    for n, names in enumerate(above, 1):
        for k, unit in enumerate(names):
            found[unit.start] = _marker(unit, "title-only", n, deep and k == len(names) - 1)
    return found


def _numbers(folded: str, units: Sequence[Unit]) -> dict[int, int]:
    """The units that are numbers alone, each above a title, and their numbers, from 1 on; some may be missing."""
    found: dict[int, int] = {}
    last = 0
    for k, unit in enumerate(units[:-2]):
        if unit.end - unit.start <= 3 and folded[unit.start].isdecimal() and _DIGITS.fullmatch(folded, *unit.span):
            n = int(folded[slice(*unit.span)])
            counts = last < n <= last + MAX_GAP if last else n == 1
            if counts and _TITLE.fullmatch(folded, *units[k + 1].span):
                found[k] = last = n
    return found


def _answer(folded: str, units: Sequence[Unit], at: int, end: int) -> int | None:
    """The last line of a row that says who answers, or is nothing but bodies."""
    return next((k for k in range(end - 1, at - 1, -1) if says_who(folded[slice(*units[k].span)])), None)


def _named_above(folded: str, units: Sequence[Unit], row: int, first: int) -> list[Unit]:
    """The names of parts from a line on up to a row, where there is nothing else."""
    names = list(units[first:row])
    while names and genre_of(folded[slice(*names[0].span)]) is not None:
        del names[0]
    fits = len(names) <= _MOST_ABOVE and all(_TITLE.fullmatch(folded, *unit.span) for unit in names)
    return names if fits else []


def _marker(unit: Unit, style: str, ordinal: int, inner: bool = False) -> Marker:
    end = unit.end if style == "bare" else unit.start
    number = str(ordinal) if style == "bare" else ""
    return Marker(style, STYLES[style].rank + inner, ordinal, number, unit.start, end)
