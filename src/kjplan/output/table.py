"""Tables for people: plain aligned columns in a pipe or file, folded by rich on a terminal."""

from collections.abc import Sequence

from kjplan.output.escape import one_line, visible
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


def _line(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        pad(text, columns_wide, right=column.align == "right")
        for column, text, columns_wide in zip(columns, cells, widths, strict=True)
    ]
    return _GAP.join(padded).rstrip()


def _natural_width(table: Table) -> int:
    """Columns of a terminal that the table takes where nothing is folded; rich puts three between two cells."""
    cells = zip([column.heading for column in table.columns], *table.rows, strict=True)
    widths = [max(map(width, column)) for column in cells]
    return sum(widths) + (len(_GAP) + 1) * (len(widths) - 1)


def to_screen(table: Table, columns: int, *, color: bool) -> str:
    """The table for a terminal of so many columns: cells are folded, never cut; text is never read as mark-up.

    Where folding would be needed, spare columns give way first.
    """
    from io import StringIO

    from rich import box
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    if any(column.spare for column in table.columns) and _natural_width(table) > columns:
        table = table.bare()
    drawn = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold" if color else "")
    for column in table.columns:
        drawn.add_column(Text(visible(column.heading)), justify=column.align, overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text("\n".join(visible(line) for line in text.splitlines())) for text in row))
    file = StringIO()
    console = Console(
        file=file, width=columns, force_terminal=color, color_system="standard" if color else None, legacy_windows=False
    )
    console.print(drawn)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().strip("\n").splitlines())
