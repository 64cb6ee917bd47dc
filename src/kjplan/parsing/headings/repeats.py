"""What a text says twice: a table of contents without leaders, and a body that a page brings a second time."""

import re

from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import STYLES, read_marker
from kjplan.parsing.messages import Finding
from kjplan.reading.text import SourceText, solid

_CONTENTS = re.compile(r"目\s{0,8}[录次]")
_PAGE = re.compile(r"[\s.·…]{1,60}[0-9]{1,3}$")
_LONGEST_ENTRY = 60
_MOST_ENTRIES = 400
_LONG = 40
"""Shorter lines may well stand twice."""
_MOST_ABOVE = 20
"""So many short lines above the first long one, a title and its kind, belong to a body that stands twice."""
_MOST_CHANGED = 4
"""So many characters one of two lines may have more than the other and still be the same line with a slip in it."""
_SAME = 20
"""So many characters at their beginning or end are then the same."""
_LEAST = 150
"""A body that stands twice has at least so many characters, in at least three long paragraphs."""


def drop_repeats(source: SourceText, units: list[Unit], findings: list[Finding]) -> list[Unit]:
    """The units without tables of contents and repeated bodies, which are claimed as the page's."""
    own = _drop_contents(source, units)
    return _drop_second_bodies(source, own, findings)


def _drop_contents(source: SourceText, units: list[Unit]) -> list[Unit]:
    """Without the entries below a line 目录, which end where the first of them stands again as a heading."""
    folded = source.folded
    at = next(
        (i for i, u in enumerate(units) if folded[u.start] == "目" and _CONTENTS.fullmatch(folded, u.start, u.end)),
        None,
    )
    if at is None or at + 2 >= len(units):
        return units
    first = _entry(folded, units[at + 1])
    for j in range(at + 2, min(len(units), at + _MOST_ENTRIES)):
        unit = units[j]
        if _entry(folded, unit) == first:
            for entry in units[at + 1 : j]:
                entry.rule, entry.owner = "page-furniture:contents", "table_of_contents"
            return units[: at + 1] + units[j:]
        if unit.end - unit.start > _LONGEST_ENTRY or folded[unit.end - 1] == "。":
            break
    return units


def _entry(folded: str, unit: Unit) -> str:
    """A line without blanks and the number of its page."""
    return solid(_PAGE.sub("", folded[unit.start : unit.end]))


def _drop_second_bodies(source: SourceText, units: list[Unit], findings: list[Finding]) -> list[Unit]:
    """Without stretches that are, line for line, what stands above."""
    texts = [source.folded[u.start : u.end] for u in units]
    long = [text for text in texts if len(text) >= _LONG]
    if len(set(long)) == len(long):
        return units
    first: dict[str, int] = {}
    own: list[Unit] = []
    i = 0
    while i < len(units):
        j = first.get(texts[i]) if len(texts[i]) >= _LONG else None
        back = 0 if j is None else _alike_above(texts, j, i, len(own))
        length = 0 if j is None else _alike(texts, j, i)
        if not _is_body(texts[i - back : i + length]):
            # Nor is any part of the stretch a body: it is passed over as a whole, and the search stays linear.
            for k in range(i, i + max(length, 1)):
                first.setdefault(texts[k], k)
                own.append(units[k])
            i += max(length, 1)
            continue
        repeated = units[i - back : i + length]
        del own[len(own) - back :]
        for unit in repeated:
            unit.rule, unit.owner = "page-furniture:repeated", "other"
        findings.append(Finding("repeated-body", (repeated[0].start, repeated[-1].end), (str(len(repeated)),)))
        i += length
    return own


def _alike(texts: list[str], j: int, i: int) -> int:
    """How many lines from ``i`` on are the same as those from ``j`` on, but for a slip in one here and there."""
    length = 0
    while i + length < len(texts) and j + length < i:
        if texts[j + length] != texts[i + length] and not _is_slip(texts, j + length, i + length):
            break
        length += 1
    return length


def _is_slip(texts: list[str], j: int, i: int) -> bool:
    """Whether two lines are nearly as long and begin or end the same, and the lines below them differ by nothing: one of the copies
    was mended or mistyped."""
    one, other = texts[j], texts[i]
    if i + 1 >= len(texts) or texts[j + 1] != texts[i + 1] or min(len(one), len(other)) < _LONG:
        return False
    return abs(len(one) - len(other)) <= _MOST_CHANGED and (
        one[:_SAME] == other[:_SAME] or one[-_SAME:] == other[-_SAME:]
    )


def _alike_above(texts: list[str], j: int, i: int, most: int) -> int:
    """How many lines right above ``i`` are the same as those above ``j``."""
    back = 0
    while back < min(j, most, _MOST_ABOVE) and i - back - 1 > j and texts[i - back - 1] == texts[j - back - 1]:
        back += 1
    return back


def _is_body(texts: list[str]) -> bool:
    """Whether lines that stand twice are a whole body: long, and with its first part. Tasks may well be worded alike."""
    if sum(len(t) >= _LONG for t in texts) < 3 or sum(map(len, texts)) < _LEAST:
        return False
    markers = (read_marker(t, 0, len(t)) for t in texts)
    return any(m is not None and m.ordinal == 1 and m.rank <= STYLES["cn-dot"].rank for m in markers)
