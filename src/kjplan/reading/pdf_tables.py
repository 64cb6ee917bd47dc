"""Tables of a PDF page: its ruling lines make cells, and the characters in each cell are its words, over all their lines.

Word processors and browsers draw the borders of a table as thin rectangles or lines. Where lines cross as those of a table of
at least two rows and columns do, a place without a line between it and the next one is a cell that spans both. A table without
lines is not told.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

_STRAIGHT = 1.0
"""A segment that leaves its axis by no more points is parallel to it."""
_SHORTEST = 5.0
_NEAR = 3.0
"""Lines nearer to each other, in points, are the two sides of one."""
_MOST_SEGMENTS = 20_000
_MOST_RULES = 600


class Rule(NamedTuple):
    """A line parallel to an axis: where it crosses the other axis, and from where to where it reaches."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """A cell: its first row and column, how many it spans, and where it lies."""

    row: int
    column: int
    rows: int
    columns: int


class TableCell(NamedTuple):
    """A cell in one row of a table: how many columns it spans, whether it began in a row above or reaches into one below, its
    words, which only its first row has, and whether their last line fills it."""

    columns: int
    continues: bool
    begins: bool
    words: str
    full: bool = False


@dataclass(slots=True)
class TableText:
    """A table on a page: its upper edge, the cells of each row, its lower edge, whether its columns are sure, and whether lines rule
    it, which tell merged cells."""

    top: float
    rows: list[list[TableCell]]
    bottom: float = 0.0
    sure: bool = True
    ruled: bool = True


@dataclass(slots=True)
class Ruled:
    """The grid of a table: where its columns begin and end from left to right, its rows from the top down, and its cells."""

    xs: list[float]
    ys: list[float]
    cells: list[Box] = field(default_factory=list)

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of a point; None outside."""
        if not (self.xs[0] < x < self.xs[-1] and self.ys[-1] < y < self.ys[0]):
            return None
        return bisect_right([-y for y in self.ys], -y) - 1, bisect_right(self.xs, x) - 1


def ruled_tables(horizontal: Sequence[Rule], vertical: Sequence[Rule], before: Sequence[float] = ()) -> list[Ruled]:
    """The tables that the lines of a page make, from the top down.

    :param before: where the columns of the last table of the page before stand: one that goes on it may be a single row
    """
    across, down = _merged(horizontal), _merged(vertical)
    if len(across) < (2 if before else 3) or len(down) < 3 or len(across) + len(down) > _MOST_RULES:
        return []
    found = []
    for some, others in _connected(across, down):
        xs, ys = _places(rule.at for rule in others), _places(rule.at for rule in some)[::-1]
        if len(xs) > 2 and (len(ys) > 2 or same_columns(xs, before)):
            found.append(Ruled(xs, ys, [*_cells(xs, ys, some, others)]))
    return sorted(found, key=lambda table: -table.ys[0])


def same_columns(xs: Sequence[float], others: Sequence[float]) -> bool:
    """Whether two tables have their columns at the same places."""
    return len(xs) == len(others) and all(abs(a - b) <= _NEAR for a, b in zip(xs, others, strict=True))


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Lines with those that go on or double them put together."""
    found: list[Rule] = []
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    for group in groups:
        at, start, end = group[0].at, 0.0, -1.0
        for rule in sorted(group, key=lambda rule: rule.start):
            if end >= start and rule.start <= end + _NEAR:
                end = max(end, rule.end)
                continue
            if end > start:
                found.append(Rule(at, start, end))
            start, end = rule.start, rule.end
        if end > start:
            found.append(Rule(at, start, end))
    return found


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines in groups that touch."""
    free = set(range(len(down)))
    rest = set(range(len(across)))
    while rest:
        rows, columns, todo = set[int](), set[int](), [rest.pop()]
        while todo:
            k = todo.pop()
            rows.add(k)
            crossing = {j for j in free if _touch(across[k], down[j])}
            free -= crossing
            columns |= crossing
            more = {i for i in rest if any(_touch(across[i], down[j]) for j in crossing)}
            rest -= more
            todo += more
        yield [across[k] for k in sorted(rows)], [down[k] for k in sorted(columns)]


def _touch(across: Rule, down: Rule) -> bool:
    return across.start - _NEAR <= down.at <= across.end + _NEAR and down.start - _NEAR <= across.at <= down.end + _NEAR


def _places(values: Iterator[float] | Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _cells(xs: list[float], ys: list[float], across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[Box]:
    """The cells of a grid; a place belongs to the one to its left or above it where no line parts them."""
    taken: set[tuple[int, int]] = set()
    right, below = _walls(down, xs, ys), [list(wall) for wall in zip(*_walls(across, ys, xs), strict=True)]
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            columns, rows = 1, 1
            for end in range(column + 1, len(xs) - 1):
                if (row, end) in taken or right[row][end - 1]:
                    break
                columns += 1
            while row + rows < len(ys) - 1 and not any(below[row + rows - 1][column : column + columns]):
                rows += 1
            taken |= {(r, c) for r in range(row, row + rows) for c in range(column, column + columns)}
            yield Box(row, column, rows, columns)


def _walls(rules: Sequence[Rule], places: Sequence[float], along: Sequence[float]) -> list[list[bool]]:
    """For each stretch between two values along the lines, whether one parts each place from the next."""
    standing = [[rule for rule in rules if abs(rule.at - place) <= _NEAR] for place in places[1:]]
    middles = [(a + b) / 2 for a, b in pairwise(along)]
    return [[any(rule.start < middle < rule.end for rule in some) for some in standing] for middle in middles]


def rules_of(paths: Sequence[Any], turned: int) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and vertical lines that paths of PDFium draw; none on a page that is shown turned."""
    across: list[Rule] = []
    down: list[Rule] = []
    left = 0 if turned else _MOST_SEGMENTS
    for path in paths if left else ():
        points = _points(path, left)
        left -= len(points)
        for (x1, y1, _), (x2, y2, drawn) in pairwise(points):
            if not drawn:
                continue
            if abs(y1 - y2) <= _STRAIGHT and abs(x1 - x2) > _SHORTEST:
                across.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
            elif abs(x1 - x2) <= _STRAIGHT and abs(y1 - y2) > _SHORTEST:
                down.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
    return across, down


def _points(path: Any, most: int) -> list[tuple[float, float, bool]]:
    """The points of a path, and whether a line leads to each; none of a path with more segments than are wanted."""
    from ctypes import byref, c_float

    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    count = pdfium.FPDFPath_CountSegments(path)
    if count > most:
        return []
    m = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium.FPDFPageObj_GetMatrix(path, byref(m))
    x, y = c_float(), c_float()
    points: list[tuple[float, float, bool]] = []
    begun = (0.0, 0.0)
    for k in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, k)
        if not pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
            continue
        at = (m.a * x.value + m.c * y.value + m.e, m.b * x.value + m.d * y.value + m.f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = at
        points.append((*at, kind == pdfium.FPDF_SEGMENT_LINETO))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append((*begun, True))
    return points
