"""The text that the lines of an office file make, with its furniture and tables."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kjplan.model import FurnitureKind, Span
from kjplan.reading.docx_tables import Cell, Columns, Row, grids_of, holds_labels, line_of, row_of, row_of_one
from kjplan.reading.grids import MOST_COLUMNS
from kjplan.reading.text import SourceText

_LONGEST_NUMBER = 3


class Line(NamedTuple):
    """A line of the text, what it is where it is furniture, and the row of a table that it holds."""

    words: str
    kind: FurnitureKind | None = None
    row: Row | None = None


def source_of(
    lines: Iterable[Line], data: bytes, name: str | None, media_type: str, unread: list[tuple[str, tuple[str, ...]]]
) -> SourceText:
    """The text that some lines make, with its furniture and tables.

    :param lines: taken one by one, so that of a large table no more is held than its text and where its cells stand
    :param data: the whole file
    :param unread: what could not be read, as ``SourceText.notes``
    """
    from hashlib import sha256

    words: list[str] = []
    furniture: list[tuple[FurnitureKind, Span]] = []

    def rows() -> Iterator[tuple[int, int, Row]]:
        at = 0
        for line in lines:
            words.append(line.words)
            end = at + len(line.words)
            if line.kind and line.words.strip():
                furniture.append((line.kind, (at, end)))
            if line.row:
                yield at, end, line.row
            at = end + 1

    tables = grids_of(rows())
    source = SourceText("\n".join(words) + "\n", name=name, sha256=sha256(data).hexdigest(), media_type=media_type)
    source.furniture, source.tables, source.notes = furniture, tables, unread
    return source


def lines_of_row(table: int, columns: Columns, cells: Sequence[Cell]) -> Iterator[Line]:
    """The lines of a row of a table: one, but of a single cell with several lines; none of a row without words.

    :param table: which table of the text it is
    :param columns: the columns of that table, which the row is added to
    """
    filled = [cell.lines for cell in cells if cell.lines]
    texts = columns.texts(cells)
    if len(filled) == 1 and not any(cell.continues for cell in cells):
        alone = row_of_one(table, cells) if len(filled[0]) == 1 else None
        yield from (Line(words, row=alone) for words in filled[0])
    elif filled:
        yield Line(line_of(texts), row=None if holds_labels(texts) else row_of(table, columns, cells, texts))


def is_sparse(rows: int, columns: int, cells: int) -> bool:
    """Whether rows laid out in columns would be nearly all empty cells: one number in a column far off, in a sheet of many rows. Such rows
    keep the cells that they have; a table of ``MOST_COLUMNS`` or fewer never is.

    :param rows: rows with words
    :param columns: columns with words
    :param cells: cells with words
    """
    return rows * columns > MOST_COLUMNS * cells


def lines_of_sheet(rows: Sequence[Sequence[Cell]], table: int) -> Iterator[Line]:
    """The lines of rows of a spreadsheet that follow each other. Rows of one cell above the first and below the last of more cells
    are lines of text: the title, a heading, a note; between them they are the table's, and words in their first cell reach
    over the empty ones beside it, as they do on the screen.

    :param table: which table of the text they are
    """
    columns = Columns()
    several = [k for k, cells in enumerate(rows) if sum(1 for cell in cells if cell.lines or cell.continues) > 1]
    first, last = (several[0], several[-1]) if several else (len(rows), -1)
    for k, cells in enumerate(rows):
        lines = lines_of_row(table, columns, _reaching(cells))
        yield from lines if first <= k <= last else (line._replace(row=None) for line in lines)


def _reaching(cells: Sequence[Cell]) -> Sequence[Cell]:
    """A row of which only the first cell holds words, more than a number, as one cell over its whole width."""
    alone = len(cells) > 1 and not any(cell.lines or cell.begins or cell.continues for cell in cells[1:])
    if not alone or cells[0].begins or sum(map(len, cells[0].lines)) <= _LONGEST_NUMBER:
        return cells
    return [Cell(cells[0].lines, sum(cell.columns for cell in cells))]
