"""Checklists that come back from offices: the rows of a .csv, .tsv or .xlsx file, under the names of kjplan's columns."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kjplan.checklists.profiles import DEFAULT, PROFILES, Profile
from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.reading.text import fold

COLUMNS = ("plan", "no", "task", "lead", "support", "person", "due", "progress", "note", "id")
"""The columns that are read; those under other headings are left out."""

OTHERS: dict[str, tuple[str, ...]] = {
    "task": ("重点任务", "任务", "工作内容"),
    "lead": ("牵头部门", "责任单位", "责任部门", "责任科室"),
    "support": ("配合部门", "协办单位"),
    "due": ("完成时间", "完成日期"),
    "progress": ("进展", "完成情况", "落实情况"),
}
"""Headings of tables that are not kjplan's, beside those of its profiles."""

FILLED_IN = ("lead", "support", "person", "due", "progress", "note")
"""The columns that people fill in."""

_WORKBOOKS = (".xlsx", ".xlsm")
_OLD_WORKBOOKS = (".xls", ".et", ".ods")
_DOCUMENTS = (".docx", ".doc", ".wps", ".pdf", ".odt", ".rtf")
_HEAD_ROWS = 20
"""Rows in which to look for the headings: a title and some lines of explanation may stand above."""
_FORMULA_GUARD = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")
"""The apostrophe that kjplan puts before what a spreadsheet would take for a formula (output.csv)."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A row that came back."""

    place: str
    """Where it stands, for messages: ``tasks.xlsx:任务!7``, ``tasks.csv:7`` (rows, from 1)."""
    cells: dict[str, str]
    """Its words by column; columns that the file lacks are left out."""


def read_sheet(path: Path, profile: Profile = DEFAULT) -> list[Filled]:
    """The rows of a checklist that was filled in.

    :param profile: the columns it was written with; those of every shipped profile are known anyway
    :raises SourceError: the file is missing, no table, or has no column by which a row finds its task
    """
    sheets = _workbook(path) if _is_workbook(path) else [(path.name, _separated(path))]
    found = [row for name, rows in sheets for row in _filled(name, rows, profile)]
    if not found:
        tip = say("需要编号一列，或序号和工作任务两列", "it needs the column id, or the columns No. and task")
        raise SourceError(say("找不到任务分解表的表头", "no headings of a checklist in this file"), str(path), tip)
    return found


def of_plan(rows: list[Filled], plan: Plan) -> list[Filled]:
    """The rows of one plan, of a table that has the tasks of several; all rows where no row names it in a column 要点."""
    title = plan.title or ""

    def names(row: Filled) -> bool:
        said = row.cells.get("plan", "")
        return said == title or said.startswith(f"{title} (")

    own = [row for row in rows if title and names(row)]
    return own or rows


def _is_workbook(path: Path) -> bool:
    """Whether a file is one of Excel's packages, whatever it is called.

    :raises SourceError: another file of an office, which is no text either
    """
    from zipfile import BadZipFile, ZipFile

    suffix = path.suffix.lower()
    if suffix in _WORKBOOKS:
        return True
    try:
        with ZipFile(path) as package:
            if "xl/workbook.xml" in package.namelist():
                return True
    except (BadZipFile, OSError):
        pass  # text, or one of the old formats
    if path.is_file() and suffix in (*_OLD_WORKBOOKS, *_DOCUMENTS):
        what = say("填好的表只收 .xlsx、.csv、.tsv", "what was filled in is read from .xlsx, .csv or .tsv only")
        tip = (
            say("在 Excel 或 WPS 中另存为 .xlsx", "save it as .xlsx in Excel or WPS")
            if suffix in _OLD_WORKBOOKS
            else say("把表格复制到 Excel，存为 .xlsx", "copy its table into Excel and save that as .xlsx")
        )
        raise SourceError(what, str(path), tip)
    return False


def _separated(path: Path) -> list[list[str]]:
    from kjplan.reading import read_bytes
    from kjplan.reading.decoding import decode_bytes
    from kjplan.reading.separated import rows_of

    text, _ = decode_bytes(read_bytes(path), str(path))
    try:
        rows = rows_of(text, path.name)
    except csv.Error as error:
        raise SourceError(say("有一格太长，读不了", "a cell is too long to be read"), str(path)) from error
    return [[_FORMULA_GUARD.sub("", cell, count=1) for cell in row] for row in rows]


def _workbook(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Each sheet of an Excel file; formulas count as what they last came to."""
    from io import BytesIO
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(path.read_bytes()), read_only=True, data_only=True)
    except FileNotFoundError as error:
        raise SourceError(say("没有这个文件", "no such file"), str(path)) from error
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise SourceError(say("不是 Excel 文件", "no Excel file"), str(path)) from error
    try:
        for sheet in book.worksheets:
            yield (
                f"{path.name}:{sheet.title}!",
                [[_words(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()],
            )
    finally:
        book.close()


def _words(value: Any, code: str | None) -> str:
    """A cell as words: 2022-06-30 for a day, 12 for 12.0, 80% for 0.8 that is shown so: Excel keeps what is typed as 80% in that way."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        from kjplan.reading.sheet_numbers import as_shown, number_of

        number = number_of(repr(value))
        return str(value) if number is None else as_shown(number, code if code and "%" in code else "")
    return str(value)


def _filled(name: str, rows: Sequence[Sequence[str]], profile: Profile) -> Iterator[Filled]:
    head, columns = _head(rows[:_HEAD_ROWS], profile)
    if not columns:
        return
    mark = name if name.endswith("!") else f"{name}:"
    for at, row in enumerate(rows[head + 1 :], head + 2):
        cells = {key: row[n].strip() for n, key in columns.items() if n < len(row)}
        if any(cells.get(key) for key in ("id", "no", "task")):
            yield Filled(f"{mark}{at}", cells)


def _head(rows: Iterable[Sequence[str]], profile: Profile) -> tuple[int, dict[int, str]]:
    """The row of the headings and what each column is; no columns where there is none.

    One heading may mean two things (责任科室 leads in one table and helps in another), so the profile that knows the most
    of the headings decides: the one that was named, else the first.
    """
    known = [_headings(profile), *map(_headings, PROFILES.values())]
    for at, row in enumerate(rows):
        cells = ["".join(fold(heading).lower().split()) for heading in row]
        best = max(known, key=lambda names: sum(cell in names for cell in cells))
        columns: dict[int, str] = {}
        for n, cell in enumerate(cells):
            key = best.get(cell) or next((k[cell] for k in (_OTHERS, *known) if cell in k), None)
            if key is not None and key not in columns.values():
                columns[n] = key
        if "lead" not in columns.values():  # 责任科室 helps only beside one that leads
            columns |= {n: "lead" for n in columns if _OTHERS.get(cells[n]) == "lead"}
        if "id" in columns.values() or {"no", "task"} <= set(columns.values()):
            return at, columns
    return 0, {}


def _headings(profile: Profile) -> dict[str, str]:
    """The headings of a profile in both languages and the stable names, folded to small letters, with their columns."""
    names = [
        (name, str(c.fact))
        for c in profile.of_several().facts()
        for name in (c.zh, c.en, str(c.fact))
        if c.fact in COLUMNS
    ]
    return {"".join(fold(name).lower().split()): key for name, key in names}


_OTHERS = {name: key for key, names in OTHERS.items() for name in names}
