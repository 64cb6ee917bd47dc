"""Line charts as inline SVG that reads without colour: shapes and labels tell the lines apart, gaps stay gaps."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from kjplan.output.page.render import fill
from kjplan.output.width import width as width_of

if TYPE_CHECKING:
    from markupsafe import Markup

_WIDTH, _HEIGHT = 640, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 24, 24, 34, 66
_AXIS = 30


class Point(NamedTuple):
    """One value of a line."""

    at: int
    """Its place along the axis, from 0."""
    value: Decimal
    label: str
    """The value in words: 2.6%."""


class Line(NamedTuple):
    """Points that are joined, but for gaps between them; what must not be joined is a line of its own."""

    name: str
    points: list[Point]


class _Dot(NamedTuple):
    x: float
    y: float
    label: str
    anchor: str
    """start, middle or end: a label at an edge stays inside of the picture."""
    label_y: float
    """Where the label stands: above the point, or below it where the line comes or goes upward."""
    shown: bool = True
    """Whether its label has room; else it is read by pointing at the dot."""


def chart(title: str, ticks: Sequence[str], lines: Sequence[Line]) -> "Markup":
    """A chart of one indicator.

    :param title: said by screen readers
    :param ticks: what stands under each place of the axis: the years
    :param lines: all on one scale; a value that stands alone is a dot
    """
    values = [point.value for line in lines for point in line.points]
    low, high = (min(values), max(values)) if values else (Decimal(0), Decimal(0))

    def dot(n: int, points: Sequence[Point]) -> _Dot:
        point = points[n]
        share = float((point.value - low) / (high - low)) if high > low else 0.5
        x, y = _x(point.at, len(ticks)), _TOP + (1 - share) * (_HEIGHT - _TOP - _BOTTOM)
        beside = [other.value for other in (*points[max(n - 1, 0) : n], *points[n + 1 : n + 2])]
        below = bool(beside) and point.value < max(beside)
        return _Dot(
            round(x, 1), round(y, 1), point.label, _anchor(point.at, len(ticks)), round(y + (20 if below else -9), 1)
        )

    taken: list[_Box] = []
    drawn = []
    for line in lines:
        dots = _with_room([dot(n, line.points) for n in range(len(line.points))], taken)
        drawn.append((line.name, _segments(line.points, dots)))
    marks = [_Dot(round(_x(at, len(ticks)), 1), 0, tick, _anchor(at, len(ticks)), 0) for at, tick in enumerate(ticks)]
    axis = [(mark.x, mark.label, mark.anchor) for mark in _with_room(marks, []) if mark.shown]
    return fill(
        "chart.svg.j2", title=title, width=_WIDTH, height=_HEIGHT, lines=drawn, axis=axis, floor=_HEIGHT - _AXIS
    )


_Box = tuple[float, float, float, float]
"""Left, right, top and bottom of a label."""
_LETTER, _HIGH, _APART = 10, 18, 4
"""Half a Chinese character of the largest type that pages use, the height of a label, and what keeps two apart."""


def _with_room(dots: Sequence[_Dot], taken: list[_Box]) -> list[_Dot]:
    """The dots with those labels that lie on no other: the last, the first, and of the others as many as have room.

    :param taken: where labels stand already; those that are shown are put to them
    """
    order = sorted(range(len(dots)), key=lambda n: (n != len(dots) - 1, n))
    shown = set()
    for n in order:
        box = _box(dots[n])
        if not any(_touch(box, other) for other in taken):
            taken.append(box)
            shown.add(n)
    return [dot._replace(shown=n in shown) for n, dot in enumerate(dots)]


def _box(dot: _Dot) -> _Box:
    wide = width_of(dot.label) * _LETTER
    left = dot.x - {"start": 0, "middle": wide / 2, "end": wide}[dot.anchor]
    return left, left + wide, dot.label_y - _HIGH, dot.label_y


def _touch(one: _Box, other: _Box) -> bool:
    return one[0] < other[1] + _APART and other[0] < one[1] + _APART and one[2] < other[3] and other[2] < one[3]


def _segments(points: Sequence[Point], dots: Sequence[_Dot]) -> list[list[_Dot]]:
    """The dots in runs of neighbouring places: over a place without a value there is no line."""
    runs: list[list[_Dot]] = []
    for n, one in enumerate(dots):
        if n and points[n].at == points[n - 1].at + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _x(at: int, places: int) -> float:
    """Across the width; a single place stands in the middle."""
    return _LEFT + (at / (places - 1) if places > 1 else 0.5) * (_WIDTH - _LEFT - _RIGHT)


def _anchor(at: int, places: int) -> str:
    if places > 1 and at in (0, places - 1):
        return "start" if at == 0 else "end"
    return "middle"
