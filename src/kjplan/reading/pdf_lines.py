"""The lines of a PDF with their place on the page, taken from PDFium. Runs in a process of its own (see ``pdf.py``).

``python -m kjplan.reading.pdf_lines`` reads a PDF from standard input and writes JSON: ``{"pages": [[images, width,
height, [line, …], [table, …]], …]}`` or ``{"fault": "password" | "damaged" | "large"}``.
"""

import ctypes
import json
import re
import sys
from dataclasses import astuple, dataclass, field
from typing import Any

from kjplan.reading.pdf_tables import Ruled, TableCell, TableText, ruled_tables, rules_of

MAX_PAGES = 3000
MAX_CHARACTERS = 5_000_000
_MEMORY = 2 << 30
"""Address space of the process, in bytes: a PDF of 1 MB can unpack to 8 GB of text."""
MARKER = re.compile(
    r"[〇零一二三四五六七八九十百]{1,4}[、.．]|[（(][〇零一二三四五六七八九十百0-9０-９]{1,4}[）)]|[①-⑳]"
    r"|第[〇零一二三四五六七八九十百0-9]{1,4}[编篇章节条]|[0-9０-９]{1,3}(?:[、．）)]|\.(?![0-9]))|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=\s)"
)
"""A number that opens a paragraph; ``2.6%``, ``2022年`` and ``1.5亿元`` are none."""
_OPENS = "“‘《〈（(【〔「『"
CLOSES = "，。、；：！？”’》〉）)】〕」』,.;:!?%％…"
_GAP_WORD, _GAP_WIDE, _GAP_COLUMN = 0.2, 0.6, 2.0
"""Gaps between characters in ems: a blank between Latin letters, one beside a Chinese character (word processors part
``2022年`` by a quarter of an em without a blank), and another column."""


@dataclass(slots=True)
class Line:
    """Words on one baseline; lengths in points, the origin at the lower left of the page as it is looked at."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    head: float
    """Width of what cannot be parted from the line's first character: it would have had to fit on the line before."""
    hang: float
    """Where the words begin after a marker and a gap; 0 where there is no such gap."""


@dataclass(slots=True)
class Page:
    """A page: whether it shows pictures, its size, its lines in the order in which the file draws them, and its tables."""

    pictures: bool
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[TableText] = field(default_factory=list)


@dataclass(slots=True)
class _Char:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


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
        pages, left = [], MAX_CHARACTERS
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            count = words.count_chars()
            left -= count
            if left < 0:
                raise LargeError
            pages.append(_page(page, words, count))
            words.close()
            page.close()
        return pages
    finally:
        document.close()


def _page(page: Any, words: Any, count: int) -> Page:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    width, height = page.get_size()
    turned = page.get_rotation()
    images = [] if count else list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    characters = _characters(words.raw, count, turned, width, height)
    tables = []
    for ruled in ruled_tables(*rules_of(page, turned)) if characters else ():
        table, others = _table(ruled, characters)
        if table is not None:
            tables.append(table)
            characters = others
    return Page(bool(images), width, height, _lines(characters), tables)


def _table(ruled: Ruled, characters: list[_Char]) -> tuple[TableText | None, list[_Char]]:
    """The words in the cells of a table, and the characters that are in none; no table where not two rows have two cells with
    words."""
    inside: dict[tuple[int, int], list[_Char]] = {}
    others: list[_Char] = []
    for ch in characters:
        place = ruled.place((ch.left + ch.right) / 2, (ch.bottom + ch.top) / 2)
        (others if place is None else inside.setdefault(place, [])).append(ch)
    rows: list[list[tuple[int, TableCell]]] = [[] for _ in ruled.ys[1:]]
    for row, column, high, wide in ruled.cells:
        places = [(r, c) for r in range(row, row + high) for c in range(column, column + wide)]
        found = [ch for place in places for ch in inside.get(place, ())]
        words = _cell_words(_lines(found), ruled.xs[column + wide] - ruled.xs[column])
        for k in range(high):
            rows[row + k].append((column, TableCell(wide, k > 0, k == 0 and high > 1, "" if k else words)))
    filled = sum(sum(bool(cell.words) for _, cell in row) > 1 for row in rows)
    if filled < 2:
        return None, characters
    return TableText(ruled.ys[0], [[cell for _, cell in sorted(row)] for row in rows]), others


_PITCH, _PADDING = 2.0, 16.0
"""Lines of a cell stand further from each other, and keep so far from its two edges together, in points."""


def _cell_words(lines: list[Line], width: float) -> str:
    """The lines of a cell as running words: those that fill it are wrapped, a blank stands after any other."""
    words, before = "", None
    for line in sorted(lines, key=lambda line: (-round(line.bottom / _PITCH), line.left)):
        if before is not None:
            full = before.right - before.left + line.head > width - _PADDING
            words += "" if full and not (before.text[-1].isascii() and line.text[0].isascii()) else " "
        words += line.text
        before = line
    return words


def _characters(words: Any, count: int, turned: int, width: float, height: float) -> list[_Char]:
    """The characters that a page draws; line ends and blanks that PDFium makes up are left out, as gaps tell them."""
    import pypdfium2.raw as pdfium

    box, found, high = pdfium.FS_RECTF(), [], 0
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(words, i)
        if pdfium.FPDFText_IsGenerated(words, i) == 1 or code in (10, 13):
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if not pdfium.FPDFText_GetLooseCharBox(words, i, ctypes.byref(box)):
            continue
        sides = _upright(box.left, box.right, box.bottom, box.top, turned, width, height)
        found.append(_Char(chr(code) if 0 < code < 0x110000 else "\ufffd", *sides, sides[3] - sides[2]))
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


def _lines(characters: list[_Char]) -> list[Line]:
    """Characters to lines, in the order in which they are drawn; within a line by their place, as some programs draw the
    quotation marks of a line, which are of another font, after all its words."""
    lines: list[Line] = []
    piece: list[_Char] = []
    for ch in characters:
        if piece and not piece[-1].bottom <= (ch.bottom + ch.top) / 2 <= piece[-1].top:
            lines += _line(piece)
            piece = []
        piece.append(ch)
    return lines + _line(piece)


def beside(a: Line, b: Line) -> bool:
    """Whether ``b`` stands to the right of ``a`` on the same baseline."""
    return a.bottom <= (b.bottom + b.top) / 2 <= a.top and b.left >= a.right


def merged(a: Line, b: Line) -> Line:
    """Two lines beside each other as one, two blanks between them."""
    hang = b.left if MARKER.fullmatch(a.text) else a.hang
    bottom, top = min(a.bottom, b.bottom), max(a.top, b.top)
    return Line(f"{a.text}  {b.text}", a.left, b.right, bottom, top, max(a.size, b.size), a.head, hang)


def _line(piece: list[_Char]) -> list[Line]:
    """The line that characters on one baseline make; none where all of them are blanks."""
    piece = sorted(piece, key=lambda ch: ch.left)
    visible = [i for i, ch in enumerate(piece) if not ch.text.isspace()]
    if not visible:
        return []
    piece = piece[visible[0] : visible[-1] + 1]
    text, starts = "", []
    for i, ch in enumerate(piece):
        text += _between(piece[i - 1], ch) if i else ""
        starts.append(len(text))
        text += ch.text
    size = sorted(ch.size for ch in piece)[len(piece) // 2]
    bottom, top = min(ch.bottom for ch in piece), max(ch.top for ch in piece)
    return [Line(text, piece[0].left, piece[-1].right, bottom, top, size, _head(piece), _hang(text, starts, piece))]


def _is_wide(text: str) -> bool:
    return text >= "\u2e80" or text in "“”‘’…—"


def _between(last: _Char, ch: _Char) -> str:
    """The blanks that a gap between two characters stands for."""
    size = max(last.size, ch.size)
    gap = (ch.left - last.right) / size if size else 0
    if gap > _GAP_COLUMN:
        return "  "
    blank = last.text.isspace() or ch.text.isspace()
    return " " if not blank and gap > (_GAP_WIDE if _is_wide(last.text) or _is_wide(ch.text) else _GAP_WORD) else ""


def _head(piece: list[_Char]) -> float:
    """Width of the first characters that no line break may part: a word, a number with its sign, 《 with what follows, a
    character with the comma after it."""
    i = 0
    while i < len(piece) - 1 and piece[i].text in _OPENS:
        i += 1
    if not _is_wide(piece[i].text):
        while i + 1 < len(piece) and not _is_wide(piece[i + 1].text) and not piece[i + 1].text.isspace():
            i += 1
    while i + 1 < len(piece) and piece[i + 1].text in CLOSES:
        i += 1
    return piece[i].right - piece[0].left


def _hang(text: str, starts: list[int], piece: list[_Char]) -> float:
    """Where the words after a marker begin, if a visible gap parts them from it."""
    m = MARKER.match(text)
    if m is None:
        return 0.0
    after = next((i for i, at in enumerate(starts) if at >= m.end() and not piece[i].text.isspace()), None)
    if not after or not (piece[after - 1].text.isspace() or _between(piece[after - 1], piece[after])):
        return 0.0
    return piece[after].left


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
