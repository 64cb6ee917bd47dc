"""Tables for people: plain aligned columns in a pipe or file, folded on a terminal."""

from collections.abc import Sequence

from kjplan.language import say
from kjplan.output.escape import one_line, visible
from kjplan.output.folding import folded, widest
from kjplan.output.style import Style, paint
from kjplan.output.width import pad, width
from kjplan.querying.table import Column, Table

_GAP = "  "


def to_plain(table: Table, *, color: bool = False, raw: bool = False) -> str:
    """Headings, a rule and one line a row, aligned by display width; nothing is cut or folded, no trailing blanks.

    :param color: paint the headings
    :param raw: write control characters as they are
    """
    columns = table.columns
    head = [visible(column.heading) for column in columns]
    rows = table.rows if raw else [[one_line(text) for text in row] for row in table.rows]
    widths = [max(map(width, cells)) for cells in zip(head, *rows, strict=True)]
    lines = [
        paint(_line(columns, head, widths), Style.HEAD, color),
        _GAP.join("-" * columns for columns in widths),
        *(_line(columns, row, widths) for row in rows),
    ]
    return "".join(f"{line}\n" for line in lines)


def _line(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int], gap: str = _GAP) -> str:
    padded = [
        pad(text, columns_wide, right=column.align == "right")
        for column, text, columns_wide in zip(columns, cells, widths, strict=True)
    ]
    return gap.join(padded).rstrip()


def to_screen(table: Table, columns: int, *, color: bool) -> str:
    """The table for a terminal of so many columns: cells are folded, never cut; text is never read as mark-up.

    Where folding would be needed, spare columns give way first, then those that are empty throughout; where columns of three
    Chinese characters each would be too many, a row is a block of lines, each with its heading.
    """
    if any(column.spare for column in table.columns) and _natural_width(table) > columns:
        table = table.bare()
    if _natural_width(table) > columns:
        table = table.filled()
    if table.rows and len(table.columns) > 1 and is_cramped(table, columns, _NARROWEST):
        return _listed(table, columns, color)
    head = [[visible(column.heading)] for column in table.columns]
    rows = [[[visible(line) for line in text.splitlines()] for text in row] for row in table.rows]
    gap = _WIDE_GAP if _natural_width(table) <= columns else _GAP
    widths = _shared_out([head, *rows], columns - len(gap) * (len(head) - 1))
    drawn = [paint(line, Style.HEAD, color) for line in _folded(table.columns, head, widths, gap, bottom=True)]
    drawn.append("─" * (sum(widths) + len(gap) * (len(widths) - 1)))
    for row in rows:
        drawn += _folded(table.columns, row, widths, gap)
    return "".join(f"{line}\n" for line in drawn)


_WIDE_GAP = "   "
"""Between columns where there is room for all."""
_Cells = list[list[str]]
"""The cells of a row, each as its lines."""


def _natural_width(table: Table) -> int:
    """Columns of a terminal that the table takes where nothing is folded."""
    widths = _natural_widths(table)
    return sum(widths) + len(_WIDE_GAP) * (len(widths) - 1)


def _natural_widths(table: Table) -> list[int]:
    cells = zip([column.heading for column in table.columns], *table.rows, strict=True)
    return [max(width(line) for text in column for line in text.splitlines() or [""]) for column in cells]


def _listed(table: Table, columns: int, color: bool) -> str:
    """A block of lines for each row: heading, colon, words; what is empty is left out."""
    colon = say("：", ": ")
    blocks = []
    for row in table.rows:
        lines: list[str] = []
        for column, text in zip(table.columns, row, strict=True):
            name = f"{visible(column.heading)}{colon}"
            wide = width(name)
            room = max(columns - wide, _NARROWEST)
            parts = [part for line in text.splitlines() for part in folded(visible(line), room)]
            lines += [
                (pad("", wide) if n else paint(name, Style.FAINT, color)) + part for n, part in enumerate(parts) if text
            ]
        blocks.append("".join(f"{line.rstrip()}\n" for line in lines))
    return "\n".join(blocks)


def is_cramped(table: Table, columns: int, least: int = 8) -> bool:
    """Whether a terminal of so many columns has no room for all of a table's.

    :param least: so wide a column must be, unless it needs less; else as wide as a heading of four characters
    """
    widths = [min(wide, least) for wide in _natural_widths(table)]
    return sum(widths) + len(_GAP) * (len(widths) - 1) > columns


def _shared_out(rows: Sequence[_Cells], room: int) -> list[int]:
    """How wide each column becomes: the widest ones give way, as far as they can without breaking figures and words."""
    by_column = list(zip(*rows, strict=True))
    wanted = [max(width(line) for cell in column for line in cell or [""]) for column in by_column]
    if sum(wanted) <= room:
        return wanted
    least = [max(widest(line) for cell in column for line in cell or [""]) for column in by_column]
    # A heading stays whole where that costs no more than a few columns.
    least = [max(low, min(width(column[0][0]), _HEADING)) for low, column in zip(least, by_column, strict=True)]
    if sum(least) > room:
        least = [min(low, _HEADING) for low in least]
    if sum(least) > room:
        least = [min(low, 2) for low in least]
    level = max(wanted)
    while level > 2 and sum(_given(wanted, least, level)) > room:
        level -= 1
    widths = _given(wanted, least, level)
    spare = room - sum(widths)
    for k, most in enumerate(wanted):
        if spare > 0 and widths[k] < most:
            widths[k], spare = widths[k] + 1, spare - 1
    return widths


_NARROWEST = 6
"""Columns of a terminal that three Chinese characters take."""
_HEADING = 8
"""So wide a heading of four characters is."""


def _given(wanted: Sequence[int], least: Sequence[int], level: int) -> list[int]:
    return [min(most, max(low, level)) for most, low in zip(wanted, least, strict=True)]


def _folded(
    columns: Sequence[Column], row: _Cells, widths: Sequence[int], gap: str, *, bottom: bool = False
) -> list[str]:
    """The lines of a row; ``bottom`` sets short cells at its last line."""
    cells = [
        [part for line in cell for part in folded(line, wide)] or [""] for cell, wide in zip(row, widths, strict=True)
    ]
    high = max(map(len, cells))
    filled = [[""] * (high - len(c)) + c if bottom else c + [""] * (high - len(c)) for c in cells]
    return [_line(columns, line, widths, gap) for line in zip(*filled, strict=True)]
