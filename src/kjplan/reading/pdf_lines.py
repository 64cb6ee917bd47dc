"""The lines of a PDF with their place on the page, taken from PDFium. Runs in a process of its own (see ``pdf.py``).

``python -m kjplan.reading.pdf_lines`` reads a PDF from standard input and writes JSON: ``{"pages": [[images, width,
height, [line, …], [table, …], unread], …]}`` or ``{"fault": "password" | "damaged" | "large"}``.
"""

import ctypes
import json
import sys
from dataclasses import astuple, dataclass, field
from typing import Any

from kjplan.reading.pdf_columns import AlignedTables
from kjplan.reading.pdf_drawn import Drawn, drawn_on
from kjplan.reading.pdf_tables import Ruled, TableCell, TableText, ruled_tables, rules_of, same_columns
from kjplan.reading.pdf_words import Char, Line, cell_words, fills, lines_of

MAX_PAGES = 3000
MAX_CHARACTERS = 5_000_000
_MEMORY = 2 << 30
"""Address space of the process, in bytes: a PDF of 1 MB can unpack to 8 GB of text."""


@dataclass(slots=True)
class Page:
    """A page: whether it shows pictures, its size, its lines in the order in which the file draws them, its tables, and how many of
    its characters no one can name."""

    pictures: bool
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[TableText] = field(default_factory=list)
    unread: int = 0


class LargeError(Exception):
    """More pages or characters than are read."""


def extract(data: bytes) -> list[Page]:
    """The pages of a PDF.

    :raises LargeError: too many pages or characters
    :raises pypdfium2.PdfiumError: damaged or protected by a password
    """
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > MAX_PAGES:
            raise LargeError
        pages, left, columns, aligned = list[Page](), MAX_CHARACTERS, list[float](), AlignedTables()
        for number in range(len(document)):
            page = document[number]
            drawn = drawn_on(page)
            words = page.get_textpage()
            count = words.count_chars()
            left -= count
            if left < 0:
                raise LargeError
            made, columns = _page(page, drawn, words, count, columns, aligned)
            pages.append(made)
            words.close()
            page.close()
        return pages
    finally:
        document.close()


def _page(
    page: Any, drawn: Drawn, words: Any, count: int, columns: list[float], aligned: AlignedTables
) -> tuple[Page, list[float]]:
    """A page, and where the columns of its last table stand.

    :param columns: those of the page before
    :param aligned: finds the tables without ruling lines, over all pages
    """
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    width, height = page.get_size()
    turned = page.get_rotation()
    characters = _characters(words.raw, count, turned, width, height, drawn)
    blank = all(ch.text.isspace() for ch in characters)
    images = list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)) if blank else []
    tables, last = list[TableText](), list[float]()
    for ruled in ruled_tables(*rules_of(drawn.paths, turned), columns) if characters else ():
        table, others = _table(ruled, characters, 1 if same_columns(ruled.xs, columns) else 2)
        if table is not None:
            tables.append(table)
            characters, last = others, ruled.xs
    unruled, characters = aligned.take(characters, width, height)
    unruled += tables
    unruled.sort(key=lambda table: -table.top)
    return Page(bool(images), width, height, lines_of(characters), unruled, drawn.unread), last


def _table(ruled: Ruled, characters: list[Char], fewest: int) -> tuple[TableText | None, list[Char]]:
    """The words in the cells of a table, and the characters that are in none; no table where not two rows have two cells with
    words, or one has some where it may go on the table before (``fewest`` is 1)."""
    inside: dict[tuple[int, int], list[Char]] = {}
    others: list[Char] = []
    for ch in characters:
        place = ruled.place((ch.left + ch.right) / 2, (ch.bottom + ch.top) / 2)
        (others if place is None else inside.setdefault(place, [])).append(ch)
    rows: list[list[tuple[int, TableCell]]] = [[] for _ in ruled.ys[1:]]
    for row, column, high, wide in ruled.cells:
        places = [(r, c) for r in range(row, row + high) for c in range(column, column + wide)]
        found = [ch for place in places for ch in inside.get(place, ())]
        lines, width = lines_of(found), ruled.xs[column + wide] - ruled.xs[column]
        words, full = cell_words(lines, width), fills(lines, width)
        for k in range(high):
            rows[row + k].append((column, TableCell(wide, k > 0, k == 0 and high > 1, "" if k else words, full)))
    filled = sum(sum(bool(cell.words) for _, cell in row) >= fewest for row in rows)
    if filled < fewest:
        return None, characters
    return TableText(ruled.ys[0], [[cell for _, cell in sorted(row)] for row in rows], ruled.ys[-1]), others


def _characters(words: Any, count: int, turned: int, width: float, height: float, drawn: Drawn) -> list[Char]:
    """The characters that a page draws; line ends and blanks that PDFium makes up are left out, as gaps tell them."""
    import pypdfium2.raw as pdfium

    box, found, high = pdfium.FS_RECTF(), [], 0
    place, widened = ctypes.byref(box), bool(drawn.widened)
    code_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    for i in range(count):
        code = code_of(words, i)
        if code in (10, 13) or (code == 32 and pdfium.FPDFText_IsGenerated(words, i) == 1):
            continue
        if widened and drawn.passes(words, i, code):
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if not box_of(words, i, place):
            continue
        sides = _upright(box.left, box.right, box.bottom, box.top, turned, width, height)
        found.append(Char(chr(code) if 0 < code < 0x110000 else "\ufffd", *sides, sides[3] - sides[2]))
    return found


def _upright(
    left: float, right: float, bottom: float, top: float, turned: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """A box on a page that is shown turned by 90, 180 or 270 degrees, as it is looked at."""
    if turned == 90:
        return bottom, top, height - right, height - left
    if turned == 180:
        return width - right, width - left, height - top, height - bottom
    if turned == 270:
        return width - top, width - bottom, left, right
    return left, right, bottom, top


def _limit_memory() -> None:
    """Bound what a hostile file can take, on systems that can."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def main() -> None:
    """Read a PDF from standard input, write its lines to standard output."""
    import pypdfium2

    _limit_memory()
    answer: dict[str, object]
    try:
        answer = {"pages": [astuple(page) for page in extract(sys.stdin.buffer.read())]}
    except LargeError:
        answer = {"fault": "large"}
    except MemoryError:
        answer = {"fault": "costly"}
    except pypdfium2.PdfiumError as e:
        answer = {"fault": "password" if "password" in str(e).lower() else "damaged"}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
