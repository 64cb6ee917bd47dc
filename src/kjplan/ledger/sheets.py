"""Checklists that come back from offices: the rows of a .csv, .tsv or .xlsx file, under the names of kjplan's columns."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.reading.text import fold

HEADINGS: dict[str, tuple[str, ...]] = {
    "no": ("序号", "no.", "no"),
    "task": ("工作任务", "重点工作任务", "工作目标及任务要求", "重点任务", "任务", "task"),
    "lead": ("牵头单位", "主要责任单位", "牵头责任单位", "牵头科室", "责任处室", "责任科室", "责任单位", "lead"),
    "support": ("配合单位", "协同配合单位", "协同责任单位", "support"),
    "person": ("责任人", "责任领导", "牵头领导", "person"),
    "due": ("完成时限", "完成期限", "时限要求", "due"),
    "progress": ("进展情况", "工作动态", "工作进度", "progress"),
    "note": ("备注", "note"),
    "id": ("编号", "id"),
}
"""Headings of real offices' tables for each column, folded to small letters; columns under other headings are left out."""

FILLED_IN = ("lead", "support", "person", "due", "progress", "note")
"""The columns that people fill in."""

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


def read_sheet(path: Path) -> list[Filled]:
    """The rows of a checklist that was filled in.

    :raises SourceError: the file is missing, no table, or has no column by which a row finds its task
    """
    suffix = path.suffix.lower()
    sheets = _workbook(path) if suffix in (".xlsx", ".xlsm") else [(path.name, _separated(path, suffix))]
    found = [row for name, rows in sheets for row in _filled(name, rows)]
    if not found:
        tip = say("需要编号一列，或序号和工作任务两列", "it needs the column id, or the columns No. and task")
        raise SourceError(say("找不到任务分解表的表头", "no headings of a checklist in this file"), str(path), tip)
    return found


def _separated(path: Path, suffix: str) -> list[list[str]]:
    from kjplan.reading import read

    text = read(path).text.removeprefix("\ufeff")
    head = "".join(text.splitlines(keepends=True)[:_HEAD_ROWS])
    delimiter = "\t" if suffix in (".tsv", ".tab") or head.count("\t") > head.count(",") else ","
    return [
        [_FORMULA_GUARD.sub("", cell, count=1) for cell in row]
        for row in csv.reader(io.StringIO(text), delimiter=delimiter)
    ]


def _workbook(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Each sheet of an Excel file; formulas count as what they last came to."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except FileNotFoundError as error:
        raise SourceError(say("没有这个文件", "no such file"), str(path)) from error
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise SourceError(say("不是 Excel 文件", "no Excel file"), str(path)) from error
    try:
        for sheet in book.worksheets:
            yield f"{path.name}:{sheet.title}!", [[_words(v) for v in row] for row in sheet.iter_rows(values_only=True)]
    finally:
        book.close()


def _words(value: Any) -> str:
    """A cell as words: 2022-06-30 for a day, 12 for 12.0."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _filled(name: str, rows: Sequence[Sequence[str]]) -> Iterator[Filled]:
    head, columns = _head(rows[:_HEAD_ROWS])
    if not columns:
        return
    mark = name if name.endswith("!") else f"{name}:"
    for at, row in enumerate(rows[head + 1 :], head + 2):
        cells = {key: row[n].strip() for n, key in columns.items() if n < len(row)}
        if any(cells.get(key) for key in ("id", "no", "task")):
            yield Filled(f"{mark}{at}", cells)


def _head(rows: Iterable[Sequence[str]]) -> tuple[int, dict[int, str]]:
    """The row of the headings and what each column is; no columns where there is none."""
    for at, row in enumerate(rows):
        columns: dict[int, str] = {}
        for n, heading in enumerate(row):
            key = _BY_HEADING.get("".join(fold(heading).lower().split()))
            if key is not None and key not in columns.values():
                columns[n] = key
        if "id" in columns.values() or {"no", "task"} <= set(columns.values()):
            return at, columns
    return 0, {}


_BY_HEADING = {name: key for key, names in HEADINGS.items() for name in names}
