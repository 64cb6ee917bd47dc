"""Numbering that does not begin at its beginning: a stretch cut out of the middle of a plan."""

from bisect import bisect_right

from kjplan.parsing.markers import Marker, read_marker
from kjplan.parsing.units import Unit

_CHINESE = frozenset({"cn-dot", "cn-paren"})
"""No sentence begins like these; one of them tells that a list goes on from before the cut."""
_LOOK_AHEAD = 200


def goes_on_from_a_cut(folded: str, units: list[Unit], marker: Marker) -> bool:
    """Whether a high number that is the first of its style (32.) belongs to a list whose beginning was cut off: the next of
    the style counts on from it, or, of 七、 and （二十一）, none contradicts it.

    :param units: all units of the stretch, in order
    """
    after = bisect_right(units, marker.start, key=lambda unit: unit.start)
    for unit in units[after : after + _LOOK_AHEAD]:
        other = read_marker(folded, unit.start, unit.end)
        if other is not None and (other.style, other.rank) == (marker.style, marker.rank):
            return other.ordinal == marker.ordinal + 1
    return marker.style in _CHINESE
