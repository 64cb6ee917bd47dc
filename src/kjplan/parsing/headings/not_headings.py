"""Lines that open as headings do and are none: entries of lists of attachments, notes, points told in prose, names of columns."""

import re

from kjplan.parsing.lines.furniture import ATTACHMENT_LIST, LIST_ENTRY
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import CN
from kjplan.parsing.tables.cell_heads import figure_columns, head_at, known_columns
from kjplan.parsing.tables.columns import MOST_CELLS

LISTS = "附注备"
"""What begins such a list."""

_NOTES = re.compile(r"(?:备?注|附注) ?: ?1 ?[.、]")

FIRST_NOTE = 1000
"""The entries of a list of notes count on from here."""


def entry_in_list(folded: str, unit: Unit, before: int) -> int:
    """The number of a line in the list of attachments before the signature; 0 for a line of another kind, or for a row of a table.

    ``附件：1.任务分工表`` is entry 1, the lines ``2.指标表`` and ``3.项目表`` after it count on: they are no headings. ``附件：``
    alone, with all entries below it, is -1.

    Notes below a table (注：1.…) count on in the same way, from 1001.

    :param before: the number of the line before, 0 if it was in no such list
    """
    start, end = unit.span
    if unit.tabled or not (before or folded[start] in LISTS):
        return 0
    if folded[start] == "附" and ATTACHMENT_LIST.match(folded, start, end):
        return -1 if folded[end - 1] == ":" else 1
    if folded[start] in LISTS and _NOTES.match(folded, start, end):
        return FIRST_NOTE + 1
    noted = before > FIRST_NOTE
    m = LIST_ENTRY.match(folded, start, end) if before and (noted or end - start <= 80) else None
    base = FIRST_NOTE if noted else 0
    return base + int(m["n"]) if m is not None and int(m["n"]) == max(before - base, 0) + 1 else 0


_SPOKEN = re.compile(rf"(?P<n>[{CN}]{{1,3}})(?P<mode>[是要])")

_SPOKEN_INSIDE = re.compile(r"[。;:,]\s{0,4}二[是要]")


def spoken_in_prose(folded: str, units: list[Unit]) -> set[int]:
    """Where paragraphs begin that open with 一是 and go on to 二是 themselves, so that these are points and no headings;
    and those that go on counting below them (一是…。二是…。 / 三是…)."""
    found: set[int] = set()
    inside = False
    for unit in units:
        m = _SPOKEN.match(folded, *unit.span) if folded[unit.start] in CN else None
        if m is None:
            inside = False
        elif m["n"] == "一":
            inside = _SPOKEN_INSIDE.search(folded, m.end(), unit.end) is not None
        if inside:
            found.add(unit.start)
    return found


_LONGEST_COLUMN = 8


def named_columns(folded: str, units: list[Unit]) -> set[int]:
    """Where the names of the columns of a table begin that stand one a line: 工作任务 among them is no part's name."""
    found: set[int] = set()
    for k, unit in enumerate(units):
        short = unit.end - unit.start <= _LONGEST_COLUMN and unit.start not in found
        if short and all(u.end - u.start <= _LONGEST_COLUMN for u in units[k + 1 : k + 3]):
            lines = [u.span for u in units[k : k + MOST_CELLS + 1]]
            head = head_at(folded, lines)
            known = len(known_columns(folded, lines)) or figure_columns(folded, lines)
            found.update(start for start, _ in (head.heads if head else lines[:known]))
    return found
