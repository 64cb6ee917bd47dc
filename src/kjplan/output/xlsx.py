"""The task table as a spreadsheet that an office sends round, prints on A4 and gets back filled in (XlsxWriter).

Every cell is text, whatever it begins with: nothing of a document can become a formula. The last column is hidden and
holds the id of each row, by which ``kjplan ledger import`` finds the task again after people have sorted and edited.
"""

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kjplan.checklists.profiles import FACTS, ProfileColumn
from kjplan.checklists.sheet import Cell, Line, Origin, Sheet
from kjplan.language import say
from kjplan.ledger.judging import STATUS_WORDS
from kjplan.output.csv import starts_formula
from kjplan.output.escape import visible_lines
from kjplan.output.width import width as width_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

STATUS = tuple(words for status, words in STATUS_WORDS.items() if status not in ("no_figure", "not_reported"))
"""The status words that the cells of 进展情况 offer, those that an office may say of a task; others may be typed."""

CELL_LIMIT = 32_767
"""Characters that a cell of a spreadsheet can hold."""
_LETTERS = 1.9
"""Width of a Chinese character of size 10 in the unit of columns, a digit of size 11."""
_LINE_HEIGHT = 14.25
"""Points of a line of text."""
_LINES = 28
"""Lines of a cell at most: a row of a spreadsheet cannot be higher than 409 points, and what is longer is not printed."""
_WIDEST = 100
"""Chinese characters; a column of a spreadsheet cannot be wider than 255 letters."""
_HEAD_ROWS = 3
"""Title, source and headings: repeated on each page as far as they are headings."""
_FONT = "仿宋"
_COLORS: dict[Origin, str] = {"stated": "#000000", "assigned": "#1F4E9E", "absent": "#767676", "open": "#000000"}

_Formats = dict[tuple[Origin, bool, bool], "Format"]
"""By origin, whether it is a formula's beginning, and whether it stands in the middle."""


def to_xlsx(sheet: Sheet) -> bytes:
    """The spreadsheet's bytes; the same for the same table."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    options: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    options["default_format_properties"] = {"font_name": "宋体", "font_size": 11}
    with Workbook(file, options) as book:
        book.set_properties(
            {"title": visible_lines(sheet.title), "author": "kjplan", "created": datetime.fromisoformat(sheet.date)}
        )
        page = book.add_worksheet(say("任务分解", "tasks"))
        columns = _columns(sheet)
        _set_up(page, sheet, columns)
        _write_head(book, page, sheet, columns)
        _write_lines(book, page, sheet, columns)
        _offer_status(page, columns, len(sheet.lines))
    return file.getvalue()


def _columns(sheet: Sheet) -> list[ProfileColumn]:
    """What the columns are: those of the profile, the group where there are groups, and the id."""
    grouped = any(block.title is not None for block in sheet.blocks)
    return [*sheet.columns, *([ProfileColumn(None, "分组", "group", 8)] if grouped else []), FACTS["id"]]


def _set_up(page: "Worksheet", sheet: Sheet, columns: list[ProfileColumn]) -> None:
    """Paper, margins, repeated headings, widths, frozen panes and filters."""
    page.set_paper(9)
    page.set_landscape()
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.center_horizontally()
    page.repeat_rows(_HEAD_ROWS - 1)
    page.set_footer(say("&C第 &P 页，共 &N 页", "&C&P / &N"))
    page.freeze_panes(_HEAD_ROWS, 2)
    last = len(columns) - 1
    page.autofilter(_HEAD_ROWS - 1, 0, _HEAD_ROWS - 1 + max(len(sheet.lines), 1), last)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    widths = _widths(sheet, columns)
    for n, width in enumerate(widths):
        page.set_column(n, n, _LETTERS * width + 0.5, None, {"hidden": 1} if n == last else {})
    # Heights are set: not every program fits rows to their text when it opens a file.
    for at, line in enumerate(sheet.lines, _HEAD_ROWS):
        lines = max(_lines_of(cell.text, width) for cell, width in zip(line.cells, widths, strict=False))
        page.set_row(at, min(lines, _LINES) * _LINE_HEIGHT + 8)
    page.print_area(0, 0, _HEAD_ROWS - 1 + len(sheet.lines), last - 1)


def _widths(sheet: Sheet, columns: list[ProfileColumn]) -> list[int]:
    """Widths in Chinese characters: as the profile says, or as much more as the longest cell of a column needs."""
    widths = [column.width for column in columns]
    for n in range(len(sheet.columns)):
        longest = max((_lines_of(line.cells[n].text, widths[n]) for line in sheet.lines), default=0)
        if longest > _LINES:
            widths[n] = min(-(-widths[n] * longest // _LINES) + 1, _WIDEST)
    return widths


def _lines_of(text: str, width: int) -> int:
    """Lines that a text takes in a column so many Chinese characters wide, a Latin letter being half of one."""
    return sum(max(1, -(-width_of(part) // (2 * width))) for part in text.split("\n"))


def _write_head(book: "Workbook", page: "Worksheet", sheet: Sheet, columns: list[ProfileColumn]) -> None:
    title = book.add_format({"font_name": "方正小标宋简体", "font_size": 18, "align": "center", "valign": "vcenter"})
    source = book.add_format({"font_name": "楷体", "font_size": 10, "font_color": _COLORS["absent"]})
    head = book.add_format(
        {"font_name": "黑体", "font_size": 10.5, "align": "center", "valign": "vcenter", "border": 1, "text_wrap": True}
        | {"bg_color": "#E8EDF3"}
    )
    last = len(columns) - 2
    if last > 0:
        page.merge_range(0, 0, 0, last, "", title)
        page.merge_range(1, 0, 1, last, "", source)
    page.write_string(0, 0, fitting(sheet.title), title)
    page.write_string(1, 0, fitting(sheet.source), source)
    page.set_row(0, 32)
    page.set_row(_HEAD_ROWS - 1, 30)
    for n, column in enumerate(columns):
        page.write_string(_HEAD_ROWS - 1, n, fitting(column.heading), head)


def _write_lines(book: "Workbook", page: "Worksheet", sheet: Sheet, columns: list[ProfileColumn]) -> None:
    formats = _formats(book)
    centred = [column.fact == "no" for column in columns]
    hidden = book.add_format({"num_format": "@"})
    at = _HEAD_ROWS
    for block in sheet.blocks:
        for line in block.lines:
            _write_line(page, at, line, block.title, formats, centred)
            page.write_string(at, len(columns) - 1, line.row.key, hidden)
            at += 1


def _write_line(
    page: "Worksheet", at: int, line: Line, group: str | None, formats: _Formats, centred: list[bool]
) -> None:
    cells = line.cells if group is None else [*line.cells, Cell(group)]
    for n, (text, origin, _) in enumerate(cells):
        form = formats[origin, starts_formula(text), centred[n]]
        if text:
            page.write_string(at, n, fitting(text), form)
        else:
            page.write_blank(at, n, None, form)


def _formats(book: "Workbook") -> _Formats:
    """One format for each kind of cell; text wraps, and what begins like a formula is marked as text."""
    made: _Formats = {}
    for origin, color in _COLORS.items():
        for formula in (False, True):
            for middle in (False, True):
                look = {"font_name": _FONT, "font_size": 10, "text_wrap": True, "valign": "vcenter", "border": 1}
                form = book.add_format(look | {"font_color": color, "align": "center" if middle else "left"})
                if origin == "open" or middle:
                    form.set_num_format("@")
                if origin == "assigned":
                    form.set_underline()
                if formula:
                    form.set_quote_prefix()
                made[origin, formula, middle] = form
    return made


def _offer_status(page: "Worksheet", columns: list[ProfileColumn], lines: int) -> None:
    """A list of status words for each cell of 进展情况, in which other words may be typed as well."""
    for n, column in enumerate(columns):
        if column.fact == "progress" and lines:
            words = {
                "validate": "list",
                "source": [say(*status) for status in STATUS],
                "show_error": False,
            }
            page.data_validation(_HEAD_ROWS, n, _HEAD_ROWS - 1 + lines, n, words)


def fitting(text: str) -> str:
    """A text as a cell can hold it; what is too long ends by saying so."""
    text = visible_lines(text)
    if len(text) <= CELL_LIMIT:
        return text
    rest = say("……（单元格容纳不下，全文见原文）", "… (more than a cell holds: see the document)")
    return text[: CELL_LIMIT - len(rest)] + rest
