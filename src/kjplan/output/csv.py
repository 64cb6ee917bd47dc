"""Comma and tab separated values, for spreadsheets and scripts."""

import csv
import io
import re

from kjplan.output.escape import visible_lines
from kjplan.querying.table import Table

_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9.]*")


def to_csv(table: Table, delimiter: str = ",", *, keys: bool = True, raw: bool = False) -> str:
    """A table with a head line, lines ending in LF; every column, also those left out on a screen.

    Line feeds inside a cell stay (quoted); other control characters are escaped, unless ``raw``.

    :param delimiter: ``,`` for csv, a tab for tsv
    :param keys: head the columns with their stable names, for scripts; else with headings in the language in force
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow([column.key if keys else column.heading for column in table.columns])
    writer.writerows([[text if raw else cell(text) for text in row] for row in table.rows])
    return file.getvalue()


def cell(text: str) -> str:
    """A cell that a spreadsheet takes for text: what would start a formula gets an apostrophe in front.

    This is the usual defence against formula injection (OWASP, "CSV Injection"): ``=1+1`` becomes ``'=1+1``; a
    negative number stays a number. The full-width signs count too, because East Asian editions of Excel read them so.
    """
    text = visible_lines(text)
    return f"'{text}" if starts_formula(text) and not _NUMBER.fullmatch(text) else text


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet might take a text for a formula by its first character."""
    return _FORMULA.match(text) is not None
