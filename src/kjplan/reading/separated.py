"""Tables with commas or tabs between their cells (.csv, .tsv): RFC 4180, and what spreadsheets make of it."""

import csv
from collections.abc import Iterator
from io import StringIO

from kjplan.reading.assembled import Line, is_sparse, lines_of_sheet, source_of
from kjplan.reading.decoding import decode_bytes, notes_of
from kjplan.reading.docx_tables import Cell
from kjplan.reading.plain import read_plain
from kjplan.reading.text import SourceText

_HEAD_ROWS = 20
"""Lines in which the mark between cells is looked for."""
_TABS = (".tsv", ".tab")


def read_separated(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a table: a row a line with `` | `` between its cells, as in ``read_docx``. Empty rows part tables; nothing tells
    merged cells from empty ones. What is no such table is plain text.

    :raises SourceError: binary, undecodable or blank
    """
    text, encoding = decode_bytes(data, where)
    try:
        rows = rows_of(text, name or "")
    except csv.Error:
        return read_plain(data, name, where)
    if max(map(len, rows), default=0) < 2:
        return read_plain(data, name, where)
    tabs = mark_of(text, name or "") == "\t"
    media_type = "text/tab-separated-values" if tabs else "text/csv"
    source = source_of(_lines(rows), data, name, media_type, notes_of(encoding))
    source.encoding = encoding
    source.unmarked = {grid[0].span[0] for grid in source.tables}
    return source


def rows_of(text: str, name: str) -> list[list[str]]:
    """The cells of a table, row by row.

    :param name: the file's name, whose suffix may say what parts the cells
    :raises csv.Error: a cell is longer than ``csv.field_size_limit``
    """
    return [*csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=mark_of(text, name))]


def mark_of(text: str, name: str) -> str:
    """What parts the cells: a tab or a comma."""
    head = "".join(text.splitlines(keepends=True)[:_HEAD_ROWS])
    return "\t" if name.lower().endswith(_TABS) or head.count("\t") > head.count(",") else ","


def _lines(rows: list[list[str]]) -> Iterator[Line]:
    held = [{at: words for at, words in enumerate(row) if words.strip()} for row in rows]
    used = sorted(set().union(*held))
    sparse = is_sparse(sum(map(bool, held)), len(used), sum(map(len, held)))
    tables, together = 0, list[list[Cell]]()
    for row in [*held, {}]:
        if row:
            cells = [row.get(at, "").splitlines() for at in (row if sparse else used)]
            together.append([Cell([line.strip() for line in lines if line.strip()]) for lines in cells])
        elif together:
            tables += 1
            yield from lines_of_sheet(together, tables)
            together = []
