"""Numbers that are told only by the count: a stretch cut out of the middle of a plan, titles that open with digits."""

import re
from bisect import bisect_right

from kjplan.parsing.headings.numbering import Sequence
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import STYLES, Marker, read_marker

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


_DIGITS_FOLLOW = re.compile(
    r"(?P<n>[0-9]{1,2})[ \t]{0,3}(?:\.(?=[0-9]{1,4}(?:人才|(?![万亿元吨公千百米度倍岁小分秒人级以左%℃])[一-鿿“”]))"
    r"|(?=[ \t][ \t]{0,2}(?![年月日天个家项名人万亿元级类批次])[一-鿿“《]))"
)


def counted_on(folded: str, unit: Unit, sequence: Sequence) -> Marker | None:
    """A number that is a marker only as the very next of an open list: 11.121人才项目 after 10., 4 探索… after 3; not that of a row
    whose cells tabs part."""
    m = _DIGITS_FOLLOW.match(folded, *unit.span) if folded[unit.start].isdecimal() else None
    if m is None or folded.count("\t", *unit.span) > 1:
        return None
    marker = Marker("ar-dot", STYLES["ar-dot"].rank, int(m["n"]), m["n"], unit.start, m.end())
    return marker if sequence.continues(marker) else None
