"""The text cut into units: the non-blank lines, and the paragraphs that a flattened line still shows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kjplan.model import Span
from kjplan.parsing.lines.counted_points import OPENS as COUNTED_FIRST
from kjplan.parsing.lines.counted_points import counted_points, may_count
from kjplan.parsing.lines.cut_names import join_names
from kjplan.parsing.lines.flattened import FLAT, FLAT_ALONE, are_glued, cut_points, spoken_points
from kjplan.parsing.lines.joined import glued_day, joined_decimals, joined_parts
from kjplan.parsing.lines.rows import Group, Row
from kjplan.parsing.lines.seams import signature_seams
from kjplan.parsing.lines.wrapping import join_markers, join_numbers, join_wrapped
from kjplan.reading.text import BLANK, SourceText

_LINE = re.compile(rf"[^{BLANK}](?:[^\r\n]*[^{BLANK}])?")
_LF_LINE = re.compile(rf"[^{BLANK}](?:.*[^{BLANK}])?")
"""The same for a text without carriage returns, in half the time."""
_SPOKEN = re.compile("一是")
"""Two characters are found thrice as quickly by a pattern as by ``in``."""


NO_FIGURES: Sequence[Sequence[Span]] = ((),)
"""What a line of the head of a table of indicators holds whose names stand with those of another line."""


@dataclass(slots=True)
class Unit:
    """A paragraph: ``[start, end)``, trimmed of blanks, and what claimed it; line breaks in it are wraps.

    ``rule`` is the parser's rule that claimed the unit; ``owner`` the node (or ``document``, ``notice`` …) it went to.
    """

    start: int
    end: int
    rule: str = ""
    owner: object = ""
    leaves: tuple[tuple[str, int, int], ...] = ()
    row: Row | Group | None = None
    """The row of a table of tasks that it is, or the name of a group of rows."""
    tabled: bool = False
    """Whether it is a line of such a table, its head among them."""
    cells: Sequence[Span] = ()
    """The cells of a row that stand one a line."""
    figures: Sequence[Sequence[Span]] = ()
    """The cells of a row of a table of indicators, column by column; of its head, the names above and below."""

    @property
    def span(self) -> Span:
        """Its place in the notice."""
        return self.start, self.end


def words_of(source: SourceText, unit: Unit) -> str:
    """The words of a unit as running text; those of a row with bars between its cells."""
    if unit.cells:
        return " | ".join(source.words(*cell) for cell in unit.cells)
    return source.words(unit.start, unit.end)


def split_units(source: SourceText) -> list[Unit]:
    """All units of a text in order; every non-blank character lies in exactly one."""
    line = _LINE if "\r" in source.text else _LF_LINE
    pieces = [m.span() for m in line.finditer(source.text)]
    lines = join_names(source, join_markers(source, join_wrapped(source, join_numbers(source, pieces))))
    joined = len(lines) < len(pieces)
    folded = source.folded
    flat = FLAT if source.breaks(0, len(source.text)) - len(source.furniture) > 2 else FLAT_ALONE
    glued = len(lines) > _FEW_LINES and not joined and not source.tables and are_glued(folded)
    if glued:
        lines = list(_unglued(source, lines))
    units, spoken, counted = [], _SPOKEN.search(folded) is not None, may_count(folded)
    firsts = _FIRSTS | COUNTED_FIRST if counted else _FIRSTS
    parts = sorted(joined_parts(folded))
    for start, end in lines:
        points: list[int] = []
        if spoken or folded[start] in firsts or folded[end - 1] in _SIGNED_ENDS:
            points = _points(folded, start, end, spoken=spoken, counted=counted)
        named = parts[bisect_right(parts, start) : bisect_left(parts, end)] if parts else points[:0]
        if not (points or named) and (end - start <= flat or (joined and source.is_broken(start, end))):
            units.append(Unit(start, end))
            continue
        whole = end - start <= flat and not named
        cuts = {start} if whole else cut_points(source.text, folded, start, end)
        edges = [*sorted({*cuts, *points, *named}), end]
        for a, b in pairwise(edges):
            while b > a and source.text[b - 1].isspace():
                b -= 1
            while a < b and source.text[a].isspace():
                a += 1
            if b > a:
                units.append(Unit(a, b))
    return units


def _points(folded: str, start: int, end: int, *, spoken: bool, counted: bool) -> list[int]:
    """Where something begins inside a line of any length: spoken points, numbers below one, a signature, what follows its day."""
    points = spoken_points(folded, start, end) if spoken else []
    first, second = folded[start], folded[start + 1 : start + 2]
    if "0" <= first <= "9" and (second != "." or folded[start + 2 : start + 3].isdecimal()):
        points += joined_decimals(folded, start, end)
    if (first in "12" and second in "09") or (first in "一二" and second not in "、是"):
        points += glued_day(folded, start, end)
    if counted and first in COUNTED_FIRST:
        points += counted_points(folded, start, end)
    if folded[end - 1] in _SIGNED_ENDS:
        points += signature_seams(folded, start, end)
    return points


_FIRSTS = frozenset("0123456789一二")
"""What the lines begin with that begin with a number or a day."""
_SIGNED_ENDS = "日)"
"""How a line ends that is signed: with its day, or the remark behind it."""
_FEW_LINES = 3


def _unglued(source: SourceText, lines: list[Span]) -> Iterator[Span]:
    """The lines of a text in which some were joined, and what was joined to them."""
    start, end = lines[0][0], lines[-1][1]
    cuts = {begin for begin, _ in lines} | set(cut_points(source.text, source.folded, start, end))
    line = _LINE
    for a, b in pairwise([*sorted(cuts), end]):
        if m := line.search(source.text, a, b):
            yield m.span()


def own_units(source: SourceText, units: list[Unit]) -> list[Unit]:
    """The units of the document; those in what the reader knows for the page's (running heads, page numbers) are claimed."""
    own, at, furniture = [], 0, source.furniture
    for unit in units:
        while at < len(furniture) and furniture[at][1][1] <= unit.start:
            at += 1
        if at < len(furniture) and furniture[at][1][0] <= unit.start:
            unit.rule, unit.owner = "page-furniture:reader", furniture[at][0]
        else:
            own.append(unit)
    return own
