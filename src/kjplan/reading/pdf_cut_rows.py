"""Rows of PDF tables that the end of a page cuts in two, put together where numbers in their first column show it.

The upper half has the row's number, the lower one, first on the next page, has none though every other row does, and what goes on in
it fills its cell to the last line above. The row below counts on.
"""

from kjplan.reading.pdf_lines import Page
from kjplan.reading.pdf_tables import TableCell, TableText
from kjplan.reading.pdf_words import ROW_NUMBER

_EDGE = 0.13
"""Share of the page's height at its head and foot where page numbers and running heads stand."""
_GOES_ON = "、，,：:（("

Cells = list[TableCell]


def join_cut_rows(pages: list[Page]) -> list[Page]:
    """The pages, the second half of each such row taken off its table and put to the first."""
    head: Cells = []
    last: TableText | None = None
    for page in pages:
        table = page.tables[0] if page.tables and page.tables[0].ruled else None
        above = (
            any(line.bottom > table.top and line.top < (1 - _EDGE) * page.height for line in page.lines)
            if table
            else True
        )
        if table is not None and last is not None and not above:
            at = int(bool(head) and [c.words for c in table.rows[0]] == [c.words for c in head])
            if len(table.rows) > at and (joined := _joined(last.rows, table.rows[at:])):
                last.rows[-1] = joined
                del table.rows[at]
            if len(table.rows) == at:  # the row goes on over the whole page
                table.rows.clear()
                page.tables.remove(table)
                continue
        if table is None or last is None or above or len(page.tables) > 1:
            head = page.tables[-1].rows[0] if page.tables else []
        last = page.tables[-1] if page.tables and _reaches_foot(page, page.tables[-1]) else None
    return pages


def _reaches_foot(page: Page, table: TableText) -> bool:
    return table.ruled and not any(line.top < table.bottom and line.bottom > _EDGE * page.height for line in page.lines)


def _joined(rows: list[Cells], below: list[Cells]) -> Cells:
    """The last of some rows with the first of those on the next page, which goes on it; nothing where it does not."""
    above, rest = rows[-1], below[0]
    same = len(above) == len(rest) and all(a.columns == b.columns for a, b in zip(above, rest, strict=True))
    if not same or rest[0].words or any(cell.begins for cell in rest) or not _counts(rows, below):
        return []
    pairs = [(a, b) for a, b in zip(above, rest, strict=True) if b.words]
    if not pairs or not all(a.words and (a.full or a.words[-1] in _GOES_ON) for a, b in pairs):
        return []
    return [_whole(a, b) for a, b in zip(above, rest, strict=True)]


def _counts(rows: list[Cells], below: list[Cells]) -> bool:
    """Whether the first column counts the rows: two of them at least, and the one behind the rest counts on."""
    numbers = [m and int(m[1]) for m in (ROW_NUMBER.fullmatch(row[0].words) for row in rows[-2:])]
    if numbers[-1] is None or (numbers[0] is None and numbers[-1] != 1):
        return False
    if numbers[0] is not None and len(numbers) == 2 and numbers[0] + 1 != numbers[1]:
        return False
    after = ROW_NUMBER.fullmatch(below[1][0].words) if len(below) > 1 else None
    return int(after[1]) == numbers[-1] + 1 if after else len(below) == 1


def _whole(a: TableCell, b: TableCell) -> TableCell:
    if not b.words:
        return a._replace(full=False)
    blank = "" if a.full and not (a.words[-1].isascii() and b.words[0].isascii()) else " "
    return a._replace(words=f"{a.words}{blank}{b.words}", full=b.full)
