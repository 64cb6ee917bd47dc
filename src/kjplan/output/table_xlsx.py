"""Any answer as a spreadsheet: headings for people, figures as numbers, everything else as text (XlsxWriter).

Excel on a Chinese Windows reads a .csv without a byte order mark as GBK, and shows every word wrong; an .xlsx it cannot
misread. Nothing of a document can become a formula, see ``output.xlsx``.
"""

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kjplan.language import say
from kjplan.output.csv import starts_formula
from kjplan.output.escape import visible_lines
from kjplan.output.width import width as width_of
from kjplan.output.xlsx import fitting

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from kjplan.querying.table import Column, Table

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{0,13}[1-9])?")
"""What a spreadsheet shows as it was: no zero in front, none at the end of a fraction; 1.10 is a number of a heading."""
_DIGITS = 15
"""What Excel keeps of a number."""
_NARROW, _WIDE = 6, 60
"""Widths of columns, in letters: at least, and at most, where words wrap."""
_CREATED = datetime(2000, 1, 1)
"""The same bytes for the same answer, whenever it is written."""


def to_xlsx(table: "Table", title: str) -> bytes:
    """The spreadsheet's bytes, with every column but those for the eye alone; the same for the same table.

    :param title: what its sheet and its properties are called
    """
    from xlsxwriter import Workbook

    table = table.bare()
    file = io.BytesIO()
    options: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        book.set_properties({"title": visible_lines(title), "author": "kjplan", "created": _CREATED})
        page = book.add_worksheet(say("结果", "answer"))
        _set_up(page, table)
        _write(book, page, table)
    return file.getvalue()


def _set_up(page: "Worksheet", table: "Table") -> None:
    """Paper, headings that stay in sight and on each page, filters, widths by what stands in the columns."""
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(table.rows), 1), max(len(table.columns) - 1, 0))
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for n, column in enumerate(table.columns):
        page.set_column(n, n, _width(column, [row[n] for row in table.rows]))


def _width(column: "Column", cells: Sequence[str]) -> int:
    longest = max((width_of(line) for cell in cells for line in cell.split("\n")), default=0)
    return min(max(longest, width_of(column.heading) + 3, _NARROW), _WIDE) + 2


def _write(book: "Workbook", page: "Worksheet", table: "Table") -> None:
    head = book.add_format({"bold": True, "bg_color": "#E8EDF3", "bottom": 1, "valign": "vcenter"})
    look = {"text_wrap": True, "valign": "top"}
    words, guarded = book.add_format(look), book.add_format(look | {"quote_prefix": True})
    for n, column in enumerate(table.columns):
        page.write_string(0, n, fitting(column.heading), head)
    for at, row in enumerate(table.rows, 1):
        for n, cell in enumerate(row):
            if _is_number(cell):
                page.write_number(at, n, float(cell), words)
            elif cell:
                page.write_string(at, n, fitting(cell), guarded if starts_formula(cell) else words)


def _is_number(cell: str) -> bool:
    """Whether a cell comes back from a spreadsheet as it went in."""
    return _NUMBER.fullmatch(cell) is not None and sum(c.isdigit() for c in cell) <= _DIGITS
