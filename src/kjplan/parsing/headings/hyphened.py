"""Headings numbered by two numbers with a hyphen (1-1, 1-2, 2-1 …), and those without a mark above and below them."""

from collections.abc import Sequence

from kjplan.late import late
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import STYLES, Marker, read_bare

_FEWEST = 3
_NEAREST = 2
"""So many lines may stand between a part and its first heading: its name, and what it is about."""
_NUMBER = late(
    r"(?P<marker>(?P<n>(?P<part>[0-9]{1,2})[-–—](?P<own>[0-9]{1,2}))"
    r"(?:[、.](?![0-9])|(?=[ \t“《]|(?![年月日个项条家名位号级时岁人次件])[一-鿿])))[ \t]{0,4}"
)
_DASHES = frozenset("-–—")
_FIRST = ("1-1", "1–1", "1—1")


def hyphened_headings(folded: str, units: Sequence[Unit]) -> dict[int, Marker]:
    """The numbers 1-1, 1-2, 2-1 … that open lines, by where they begin, if each is the next one, from 1-1 on, and there are three or more; of
    the lines that only a blank parts from their number (1 甲) that which names the part N close above N-1, and the others if they
    count on over the text, or from 1 below each of the headings; these then stand below."""
    found: dict[int, Marker] = {}
    parts: dict[int, Marker] = {}
    if not any(first in folded for first in _FIRST):
        return found
    part = own = 0
    numbered = [k for k, unit in enumerate(units) if folded[unit.start].isdecimal()]
    for k in numbered:
        marker = _read(folded, units[k])
        if marker is None:
            continue
        if marker.path not in ((part, own + 1), (part + 1, 1)):
            return {}
        if marker.path[0] > part and (named := _part(folded, units, k, marker.path[0])):
            parts[named.start] = named
        part, own = marker.path
        found[marker.start] = marker
    if len(found) < _FEWEST:
        return {}
    rows = _rows(folded, units, found, parts)
    if rows:
        for marker in (*found.values(), *parts.values()):
            marker.rank -= 2
    return found | parts | rows


def _read(folded: str, unit: Unit) -> Marker | None:
    """The number with a hyphen that opens a unit, which begins with a figure, with words behind it."""
    if _DASHES.isdisjoint(folded[unit.start + 1 : unit.start + 3]):
        return None
    m = _NUMBER.match(folded, unit.start, unit.end)
    if m is None or m.end() == unit.end:
        return None
    path = (int(m["part"]), int(m["own"]))
    return Marker("hyphened", STYLES["hyphened"].rank, path[1], m["n"], unit.start, m.end("marker"), path)


def _part(folded: str, units: Sequence[Unit], at: int, number: int) -> Marker | None:
    """The line close above the first heading of a part that has the part's number."""
    for unit in reversed(units[max(0, at - _NEAREST) : at]):
        marker = read_bare(folded, unit.start, unit.end) if folded[unit.start].isdecimal() else None
        if marker is not None and marker.ordinal == number:
            return marker
    return None


def _rows(folded: str, units: Sequence[Unit], found: dict[int, Marker], parts: dict[int, Marker]) -> dict[int, Marker]:
    """The other lines with a bare number, if each is the next one, or the first below a heading."""
    rows: dict[int, Marker] = {}
    last, first = 0, True
    for unit in units:
        if unit.start in found:
            first = True
        elif unit.start not in parts and folded[unit.start].isdecimal():
            marker = read_bare(folded, unit.start, unit.end)
            if marker is None:
                continue
            if marker.ordinal != last + 1 and not (first and marker.ordinal == 1):
                return {}
            rows[unit.start] = marker
            last, first = marker.ordinal, False
    return rows
