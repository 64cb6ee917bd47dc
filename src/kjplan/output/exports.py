"""The formats that only a task table has, beside those of every answer: spreadsheet, Word document, calendar."""

from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, get_args

from kjplan.output.formats import Format, format_for

if TYPE_CHECKING:
    from kjplan.checklists.sheet import Sheet

SheetFormat = Literal["table", "json", "yaml", "csv", "tsv", "markdown", "html", "xlsx", "docx", "ics"]
"""Every format that a task table can be written in."""

SUFFIXES: dict[str, SheetFormat] = {".xlsx": "xlsx", ".docx": "docx", ".ics": "ics"}
"""What the name of an output file says, beyond ``kjplan.output.formats.SUFFIXES``."""
BINARY: tuple[SheetFormat, ...] = ("xlsx", "docx")
"""Formats that are no text: they go into files only."""


def sheet_format(path: str | None, chosen: SheetFormat | None) -> SheetFormat:
    """The format asked for, else that of the output file's suffix, else a table.

    :raises OutputError: a suffix that stands for no format
    """
    by_suffix = SUFFIXES.get(PurePath(path).suffix.lower()) if path is not None and chosen is None else None
    if by_suffix is not None:
        return by_suffix
    if chosen is not None:
        return chosen
    return format_for(path, None, more=(".docx", ".ics"))


def answers_format(form: SheetFormat) -> Format | None:
    """The same format among those of every answer; None where a task table has it alone, or one of its own (xlsx)."""
    for known in get_args(Format):
        if known == form and known not in BINARY:
            return known  # type: ignore[no-any-return]
    return None


def to_bytes(sheet: "Sheet", form: SheetFormat, *, events: bool = False) -> bytes:
    """A task table as a file: xlsx, docx or ics.

    :param events: of a calendar, its deadlines as events instead of tasks as to-dos
    :raises ValueError: another format
    """
    if form == "xlsx":
        from kjplan.output.xlsx import to_xlsx

        return to_xlsx(sheet)
    if form == "docx":
        from kjplan.output.docx import to_docx

        return to_docx(sheet)
    if form == "ics":
        from kjplan.output.ics import to_ics

        return to_ics(sheet, events=events).encode("utf-8", "backslashreplace")
    raise ValueError(form)
