"""Excel files (.xlsx): the cells as Excel shows them, a row a line, merged cells and all.

Read from the zip part by part, as Word files are: openpyxl knows merged cells only where it holds the whole sheet, and takes
as much room as a file asks for. What formats of numbers mean, and which day a number is, is openpyxl's.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.reading.assembled import Line, is_sparse, lines_of_sheet, source_of
from kjplan.reading.docx_tables import Cell
from kjplan.reading.package import Package
from kjplan.reading.sheet_numbers import Formats
from kjplan.reading.text import SourceText

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_WORKBOOK = "xl/workbook.xml"
_PLACE = re.compile(r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7})")
_GIVEN_NAME = re.compile(r"(?:Sheet|工作表|表格?)\s?[0-9]{0,3}", re.IGNORECASE)
"""What Excel and WPS call a sheet that nobody named."""


def read_xlsx(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of an Excel file: a row a line with `` | `` between its cells, as in ``read_docx``; the names that people gave its
    sheets are ``furniture``. Empty rows part tables; empty columns are left out. Hidden rows and columns are read, as filters
    hide them; hidden sheets are not, which is noted.

    :raises SourceError: damaged, encrypted, too large, or without text
    """
    package = Package.open(data, where, ".xlsx")
    book, targets = package.tree(_WORKBOOK), package.targets(_WORKBOOK)
    relations = package.relations(_WORKBOOK)
    reader = _Reader(_strings(package, relations), _formats(package, relations, book))
    source = source_of(_lines(package, book, targets, reader), data, name, MEDIA_TYPE, reader.notes)
    if not reader.has_words:
        raise SourceError(
            say(".xlsx 文件没有文字", "an .xlsx file without text: nothing but empty cells"),
            where,
            say("检查是否选对了文件", "check that it is the right file"),
        )
    if reader.without_value:
        reader.notes.append(("formula-without-value", (str(len(reader.without_value)), reader.without_value[0])))
    return source


def _lines(package: Package, book: Element, targets: dict[str, str], reader: "_Reader") -> Iterator[Line]:
    """The lines of all sheets, the names that people gave them before them."""
    for sheet in book.iter("sheet"):
        label, part = sheet.get("name", ""), targets.get(sheet.get("id", ""))
        if sheet.get("state", "visible") != "visible":
            reader.notes.append(("sheet-not-read", (label,)))
            continue
        if part is None:
            reader.notes.append(("part-not-read", (label,)))
            continue
        named = _GIVEN_NAME.fullmatch(label.strip()) is None
        for line in reader.lines(package, part):
            if named:
                yield Line(" ".join(label.split()), "other")
                named = False
            yield line


@dataclass(slots=True)
class _Reader:
    """What the cells of all sheets need to know."""

    strings: list[str]
    formats: Formats
    notes: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    without_value: list[str] = field(default_factory=list)
    """Cells whose formula was never worked out."""
    has_words: bool = False
    """Whether any cell holds words."""
    _tables: int = 0
    _at: int = 0
    """The row that was read last."""

    def lines(self, package: Package, part: str) -> Iterator[Line]:
        """The lines of a sheet; below merged cells an empty row parts nothing."""
        rows: dict[int, dict[int, list[str]]] = {}
        self._at = 0
        sheet = package.tree(part, {"row": lambda row: self._row(row, rows)})
        merged, begun = _merged(sheet), 0
        reaching: dict[int, _Merged] = {}
        used = sorted({column for cells in rows.values() for column in cells})
        sparse = is_sparse(len(rows), len(used), sum(map(len, rows.values())))
        together, last = list[list[Cell]](), -1
        for at in sorted(rows):
            deepest = at
            while begun < len(merged) and merged[begun].top <= at:
                reaching[merged[begun].left] = merged[begun]
                deepest = max(deepest, merged[begun].bottom if merged[begun].top == at else 0)
                begun += 1
            if at > last + 1:
                yield from self._table(together)
                together = []
            cells = rows.pop(at)
            together.append(_laid(at, cells, reaching, sorted(cells) if sparse else used))
            last = max(last, deepest)
        yield from self._table(together)

    def _table(self, rows: list[list[Cell]]) -> Iterator[Line]:
        self._tables += 1
        return lines_of_sheet(rows, self._tables)

    def _row(self, row: Element, rows: dict[int, dict[int, list[str]]]) -> None:
        """Add the words of a row's cells, line by line, by row and column, both from 1; rows and cells without words are left out."""
        from openpyxl.utils.cell import column_index_from_string

        self._at = _number(row.get("r")) or self._at + 1
        column = 0
        for cell in row.iter("c"):
            place = _PLACE.fullmatch(cell.get("r", ""))
            column = column_index_from_string(place["column"]) if place else column + 1
            lines = [
                line for line in map(str.strip, self._words(cell, cell.get("r") or str(self._at)).splitlines()) if line
            ]
            if lines:
                self.has_words = True
                rows.setdefault(self._at, {})[column] = lines

    def _words(self, cell: Element, place: str) -> str:
        kind, value = cell.get("t", "n"), cell.find("v")
        if kind == "inlineStr":
            return "".join(_texts(cell.find("is")))
        raw = "" if value is None else value.text or ""
        if not raw:
            if cell.find("f") is not None and kind != "str":
                self.without_value.append(place)
            return ""
        if kind == "s":
            at = _number(raw)
            return self.strings[at] if at is not None and at < len(self.strings) else ""
        if kind == "b":
            return "FALSE" if raw == "0" else "TRUE"
        return self.formats.shown(raw, _number(cell.get("s")) or 0) if kind == "n" else raw


_EMPTY = Cell([])


class _Merged(NamedTuple):
    """Cells merged to one: first row and column, last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int


def _merged(sheet: Element) -> list[_Merged]:
    """All merged cells, from the top down."""
    from openpyxl.utils.cell import column_index_from_string

    found = []
    for merge in sheet.iter("mergeCell"):
        ends = [_PLACE.fullmatch(end) for end in merge.get("ref", "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            first, last = ends[0], ends[1]
            left, right = (column_index_from_string(end["column"]) for end in (first, last))
            found.append(_Merged(int(first["row"]), left, int(last["row"]), right))
    return sorted(found)


def _laid(at: int, words: dict[int, list[str]], reaching: dict[int, _Merged], used: Sequence[int]) -> list[Cell]:
    """The cells of a row, one for each column that is used in the sheet, merged ones as one.

    :param reaching: merged cells that began in this row or above, by their first column
    """
    cells: list[Cell] = []
    covered = 0
    for k, column in enumerate(used):
        if column <= covered:
            continue
        merged = reaching.get(column)
        if merged is None or merged.bottom < at:
            cells.append(Cell(words[column]) if column in words else _EMPTY)
            continue
        covered = merged.right
        width = max(bisect_right(used, covered) - k, 1)
        if merged.top == at:
            cells.append(Cell(words.get(column, []), width, begins=merged.bottom > at))
        else:
            cells.append(Cell([], width, continues=True))
    return cells


def _strings(package: Package, relations: dict[str, list[str]]) -> list[str]:
    part = next(iter(relations.get("sharedStrings", [])), None)
    found: list[str] = []
    if part is not None:
        package.tree(part, {"si": lambda item: found.append("".join(_texts(item)))})
    return found


def _texts(item: Element | None) -> Iterator[str]:
    """The words of a cell, readings above characters left out."""
    from openpyxl.utils.escape import unescape

    for child in () if item is None else item:
        if child.tag == "t":
            yield unescape(child.text or "")  # _x000D_ is a line end
        elif child.tag == "r":
            yield from _texts(child)


def _formats(package: Package, relations: dict[str, list[str]], book: Element) -> Formats:
    part = next(iter(relations.get("styles", [])), None)
    properties = book.find("workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    styles = None if part is None else package.tree(part)
    codes = {} if styles is None else {e.get("numFmtId", ""): e.get("formatCode", "") for e in styles.iter("numFmt")}
    used = None if styles is None else styles.find("cellXfs")
    return Formats([] if used is None else [e.get("numFmtId", "0") for e in used], codes, from_1904)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 8 else None
