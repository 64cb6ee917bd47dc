"""Titles of parts that have no number, on lines of their own between numbered points that run through."""

import re

from kjplan.parsing.headings.roles import is_role_title
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import STYLES, Marker, read_marker

_TITLE = re.compile(r"[^0-9。;:!?|()《》]{4,30}")
_LONGEST, _FEWEST = 30, 2
_NUMBERED = frozenset("一二三四五六七八九十第")


def part_titles(folded: str, units: list[Unit]) -> dict[int, Marker]:
    """The titles of parts without a number (加快粮库建设) by where they begin: each alone between two points that count on
    ((一) … (三) / 加大支持力度 / (四) …) or above the first, where another part has one of the known names, 总体要求 or 保障措施, and no
    part has a number."""
    found: dict[int, Marker] = {}
    named, last, above = False, 0, None
    for unit in units:
        first = folded[unit.start]
        if first == "(" or first in _NUMBERED:
            marker = read_marker(folded, *unit.span)
            if marker is not None and marker.style != "cn-paren":
                if marker.rank < STYLES["cn-paren"].rank:
                    return {}
            elif marker is not None:
                if above is not None and marker.ordinal == last + 1:
                    found[above.start] = _marker(above, len(found) + 1)
                last, above = marker.ordinal, None
                continue
        short = unit.end - unit.start <= _LONGEST
        known = short and is_role_title(folded[unit.start : unit.end])
        named = named or known
        above = unit if short and not known and _TITLE.fullmatch(folded, *unit.span) else None
    return found if named and len(found) >= _FEWEST else {}


def _marker(unit: Unit, ordinal: int) -> Marker:
    return Marker("title-only", STYLES["title-only"].rank, ordinal, "", unit.start, unit.start)
