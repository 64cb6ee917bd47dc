"""The tables of ``tables_of_tasks`` as spreadsheets."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

import xlsxwriter

from tests.reading.tables_of_tasks import Cell, TaskTable, spelled


def as_csv(table: TaskTable, before: list[str], after: list[str]) -> bytes:
    """A file with commas between the cells, as Excel saves a sheet in Chinese Windows."""
    file = StringIO()
    csv.writer(file).writerows([[words] for words in before] + spelled(table) + [[words] for words in after])
    return file.getvalue().encode("gb18030")


def as_xlsx(table: TaskTable, before: list[str], after: list[str]) -> bytes:
    """An Excel file with the lines before and after the table merged over its width."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet, width = book.add_worksheet(), len(table.rows[0])
    lines = [[Cell(words, columns=width)] for words in before]
    rows: list[Sequence[Cell | None]] = [*lines, *table.rows, *([Cell(words, columns=width)] for words in after)]
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            if cell and (cell.rows > 1 or cell.columns > 1):
                sheet.merge_range(i, j, i + cell.rows - 1, j + cell.columns - 1, cell.words)
            elif cell:
                sheet.write(i, j, int(cell.words) if cell.words.isdecimal() else cell.words)
    book.close()
    return file.getvalue()
