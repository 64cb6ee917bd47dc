"""Headings whose numbers nothing but a blank parts from their titles."""

from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import Marker, read_bare, read_marker

_FEWEST_BARE, _FEWEST_FOUND = 3, 2
_COUNTED = "年月日个项条家名位号级时人次件所处台套座"
"""What a number counts that is none of a part: 3 家企业参与编制."""
_DIGITS = frozenset("0123456789")


def bare_headings(folded: str, units: list[Unit]) -> dict[int, Marker]:
    """The numbers that nothing but a blank parts from their title (2　组织机构), by where they begin: each the nearest such
    line above the heading 2.1, or all where they count on from 1."""
    found: dict[int, Marker] = {}
    below: tuple[int, ...] = ()
    numbered = [unit for unit in units if folded[unit.start].isdecimal()]
    edges = [folded[unit.start + 1 : unit.start + 3] for unit in numbered]
    if not any(" " in edge or "\t" in edge or "一" <= edge[:1] <= "鿿" for edge in edges):
        return found  # no number is parted from its words by nothing but a blank, or by nothing at all
    for unit in reversed(numbered):
        _, dot, rest = folded[unit.start : min(unit.end, unit.start + 4)].partition(".")
        marker = read_marker(folded, unit.start, unit.end) if dot and rest[:1] in _DIGITS and rest else None
        if marker is not None and len(marker.path) == 2:
            below = marker.path
        elif below and (bare := read_bare(folded, unit.start, unit.end, below)) and below == (bare.ordinal, 1):
            found[unit.start] = bare
            below = ()
    return _between(folded, numbered, found) if found else _counted_bare(folded, units)


def _between(folded: str, numbered: list[Unit], found: dict[int, Marker]) -> dict[int, Marker]:
    """Those found, and the parts among them that hold no numbers: 2 行业概况 between 1 总则, 1.1 and 3 内容, 3.1, or behind the last;
    only where words stand below and each counts on."""
    known = sorted((marker.ordinal, at) for at, marker in found.items())
    if len(known) < _FEWEST_FOUND:
        return found
    made, last = dict(found), 0
    for unit in numbered:
        if unit.start in found:
            last = found[unit.start].ordinal
            continue
        bare = read_bare(folded, unit.start, unit.end)
        ahead = min((n for n, at in known if at > unit.start), default=0)
        counts = bare is not None and folded[bare.end : bare.end + 5].lstrip(" \t")[:1] in _COUNTED
        if bare and last and not counts and bare.ordinal == last + 1 and (not ahead or ahead > bare.ordinal):
            made[unit.start], last = bare, bare.ordinal
    return made


def _counted_bare(folded: str, units: list[Unit]) -> dict[int, Marker]:
    """Bare numbers that count 1, 2, 3 … over the whole text, words below each: the rows of a list of tasks, copied off a page.
    In a table of contents no words are between."""
    found: dict[int, Marker] = {}
    words = True
    for unit in units:
        marker = read_bare(folded, unit.start, unit.end) if folded[unit.start].isdecimal() else None
        if marker is None:
            words = True
        elif not words or marker.ordinal != len(found) + 1:
            return {}
        else:
            found[unit.start], words = marker, False
    return found if len(found) >= _FEWEST_BARE and words else {}
