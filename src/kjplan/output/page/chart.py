"""Line charts as inline SVG that reads without colour: shapes and labels tell the lines apart, gaps stay gaps."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from kjplan.output.page.render import fill

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

    drawn = []
    for line in lines:
        dots = [dot(n, line.points) for n in range(len(line.points))]
        drawn.append((line.name, _segments(line.points, dots)))
    axis = [(round(_x(at, len(ticks)), 1), tick, _anchor(at, len(ticks))) for at, tick in enumerate(ticks)]
    return fill(
        "chart.svg.j2", title=title, width=_WIDTH, height=_HEIGHT, lines=drawn, axis=axis, floor=_HEIGHT - _AXIS
    )


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
