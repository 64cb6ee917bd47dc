"""Headings that are counted in words: 任务一：, 行动二：, 举措（一）, 第一项、, 第1件：, read only where no plain marker is; and frames (专栏1)."""

import re
from itertools import pairwise

from kjplan.parsing.headings.numbering import Sequence
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import CN, STYLES, Marker, ordinal_of, read_marker

_STARTERS = frozenset("任行举措工专要抓实目重主关核具第")
"""What such a marker begins with."""
_NOUN = r"(?:(?:重[点大]|主要|关键|核心|具体|专项)?(?:任务|行动|举措|措施|工程|目标|要点|抓手|实事)|专项|专题)"
_NUMBER = rf"(?P<n>[{CN}]{{1,3}}|[ \t]?[0-9]{{1,2}})"
_CLOSE = rf"(?:[ \t]?[:、.](?![0-9])(?!{_NOUN})|——?|[ \t]{{1,4}}(?![0-9]))"
_WORDED = re.compile(
    rf"(?P<noun>{_NOUN})(?:{_NUMBER}{_CLOSE}|\((?P<inner>[{CN}]{{1,3}}|[0-9]{{1,2}})\)[:、.]?)(?=[^。;:、,]{{2}})"
    rf"|第(?P<item>[{CN}]{{1,3}}|[0-9]{{1,2}})[项件][ \t]?[:、](?=[^。;:、,]{{2}})"
)
_BOX = re.compile(r"专栏[ \t]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[:、.]|[ \t]{1,4})?(?![0-9])[^。;]{2,60}$")
_BELOW, _ABOVE = STYLES["between-bars"].rank, STYLES["worded"].rank


def find_boxes(folded: str, units: list[Unit]) -> dict[int, Marker]:
    """The frames of a plan that hold numbered points (专栏1 防洪工程 above 1.), by where they begin. The name is all of the title:
    frames are counted through the plan, whatever part they stand in."""
    if not units or folded.find("专栏", units[0].start, units[-1].end) < 0:
        return {}
    found: dict[int, Marker] = {}
    for unit, below in pairwise(units):
        if folded.startswith("专栏", unit.start) and _BOX.match(folded, *unit.span):
            marker = read_marker(folded, *below.span)
            if marker is not None and marker.ordinal == 1 and marker.rank > _BELOW:
                found[unit.start] = Marker("between-bars", _BELOW, 1, "", unit.start, unit.start)
    return found


def read_worded(folded: str, unit: Unit, sequence: Sequence) -> Marker | None:
    """The marker of a unit that begins so, where it is the first of its list or the next one, or None.

    任务一： stands above （一） where it comes right below 一、, and below it where it comes right below （一）.
    """
    if folded[unit.start] not in _STARTERS:
        return None
    m = _WORDED.match(folded, *unit.span)
    if m is None:
        return None
    number = next(v for k, v in m.groupdict().items() if k != "noun" and v is not None).strip()
    noun = m["noun"] or "项"
    style, rank = f"worded:{noun}", _rank(noun, sequence)
    end = m.end()
    while folded[end - 1] in " \t":
        end -= 1
    marker = Marker(style, rank, ordinal_of(number), number, unit.start, end)
    first = marker.ordinal == 1 and sequence.judge(marker).accepted
    return marker if first or sequence.goes_on(marker) else None


def _rank(noun: str, sequence: Sequence) -> int:
    known = next((rank for style, rank in sequence.last if style == f"worded:{noun}"), None)
    if known is not None:
        return known
    below = bool(sequence.open) and sequence.open[-1].rank == STYLES["cn-paren"].rank
    return _BELOW if below or any(m.style.startswith("worded") for m in sequence.open) else _ABOVE
