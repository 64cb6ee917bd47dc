"""Lines with their place on the page to paragraphs: hard wraps joined, running heads and page numbers told apart.

All of it is decided by lengths in points, never by counting characters: a line runs on where the first word of the next
one would not have fitted on it, and where that one is indented as the rest of a paragraph is.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from kjplan.model import FurnitureKind
from kjplan.reading.docx_tables import Cell, Row
from kjplan.reading.pdf_lines import Page
from kjplan.reading.pdf_order import in_order
from kjplan.reading.pdf_tables import TableText
from kjplan.reading.pdf_words import CLOSES, MARKER, Line
from kjplan.reading.table_rows import cell_offsets, row_line

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?[0-9０-９]{1,4}\s*(?:页)?[-—–－·\s]*"
    r"|(?:第\s*)?[0-9]{1,4}\s*页?\s*[,，/／]?\s*(?:共|of)?\s*[0-9]{1,4}\s*页?|Page\s*[0-9]{1,4}(?:\s*of\s*[0-9]{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9]+")
_ENDS_PARAGRAPH = re.compile(r"[。！？!?；;：:][”’）)】]*$")
_ENDS_SENTENCE = re.compile(r"[。！？；][”’）)】]*$")
_EDGE = 0.13
"""Share of the page's height at its head and foot where page numbers and running heads stand."""
_HEADS = 3
"""At most so many lines at the head and the foot of a page are running heads."""
_REPEATED = 0.4
"""A running head stands on so many of the pages: left and right pages may have their own."""
_INDENT = 0.7
"""A line that begins less than so many ems from the margin is not indented."""
_SAME_PLACE = 0.4
_SAME_SIZE = 1.2
_LOOSE = 1.7
"""Lines further apart than so many times the usual distance are two paragraphs."""

_FULL_LINES, _FULL_SHARE = 3, 0.15
"""So many lines, and so large a share of all, must reach the right margin for it to be one."""
_RIGHT_MARGIN = 1.25
_MOST_MARGIN = 75.0
"""The right margin is at most so many times the left one and so many points, where nothing better is known."""
_WIDTH = 0.8
"""Lines that keep to a narrower share of the width so expected are short, not full."""

Paragraph = tuple[str, FurnitureKind | None]


class Block(NamedTuple):
    """A line of the text: a paragraph, what it is where it is furniture, or a row of a table."""

    words: str
    kind: FurnitureKind | None = None
    row: Row | None = None
    unsure: int = 0
    """The number of its page, where it is a row of a table whose columns are not sure."""


@dataclass(slots=True)
class _Margins:
    """Left margin of odd and even pages, width of the text, size of its characters and distance of its lines; how sure
    it is that lines are wrapped, and that numbered paragraphs begin at the margin."""

    left: tuple[float, float]
    width: float
    em: float
    pitch: float
    wraps: bool = False
    marked: bool = False

    def is_full(self, last: Line, line: Line, left: float) -> bool:
        """Whether the first word of a line would not have fitted on the line before it."""
        return last.right + line.head > left + self.width - 1

    def is_flush(self, line: Line, left: float) -> bool:
        """Whether a line begins at the left margin."""
        return line.left - left <= _INDENT * self.em


@dataclass(slots=True)
class _Open:
    """The paragraph that is being put together."""

    lines: list[Line] = field(default_factory=list)
    furniture: list[Paragraph] = field(default_factory=list)
    """Page numbers and running heads met since it began: they stand after it."""


def paragraphs(pages: list[Page]) -> Iterator[Paragraph]:
    """The paragraphs of all pages in reading order, each with its kind where it is furniture."""
    return ((block.words, block.kind) for block in blocks(pages))


def blocks(pages: list[Page]) -> Iterator[Block]:
    """The paragraphs and rows of tables of all pages in reading order."""
    heads = _running_heads(pages)
    bodies = [
        in_order([line for i, line in enumerate(p.lines) if i not in h], p) for p, h in zip(pages, heads, strict=True)
    ]
    margins = _margins(bodies, median(page.width for page in pages) if pages else 0)
    current = _Open()
    for number, (page, body) in enumerate(zip(pages, bodies, strict=True)):
        furniture = heads[number]
        middle = page.height / 2
        above = [(page.lines[i].text, kind) for i, kind in furniture.items() if page.lines[i].bottom > middle]
        below = [(page.lines[i].text, kind) for i, kind in furniture.items() if page.lines[i].bottom <= middle]
        current.furniture += above
        left = margins.left[number % 2]
        tables = [*page.tables]
        for i, line in enumerate(body):
            while tables and line.top < tables[0].top:
                yield from _closed(current)
                current = _Open(furniture=[] if current.lines else current.furniture)
                yield from _rows(tables.pop(0), f"{number} {len(tables)}", number + 1)
            if not (current.lines and _continues(current.lines, line, left, margins, same_page=i > 0)):
                yield from _closed(current)
                current = _Open(furniture=[] if current.lines else current.furniture)
            current.lines.append(line)
        while tables:
            yield from _closed(current)
            current = _Open(furniture=[] if current.lines else current.furniture)
            yield from _rows(tables.pop(0), f"{number} {len(tables)}", number + 1)
        current.furniture += below
    yield from _closed(current)
    if not current.lines:
        yield from (Block(*furniture) for furniture in current.furniture)


def _closed(current: _Open) -> Iterator[Block]:
    if current.lines:
        yield Block(joined([line.text for line in current.lines]))
        yield from (Block(*furniture) for furniture in current.furniture)


def _rows(table: TableText, name: str, page: int) -> Iterator[Block]:
    """The rows of a table of a page as lines with bars between the cells; ``name`` is the table's own."""
    for row in table.rows:
        texts = [cell.words for cell in row]
        if any(texts):
            cells = [
                Cell([cell.words] if cell.words else [], cell.columns, cell.begins, cell.continues) for cell in row
            ]
            spans = [(at, at + len(text)) for at, text in zip(cell_offsets(texts), texts, strict=True)]
            yield Block(row_line(texts), row=Row(name, cells, spans, table.ruled), unsure=0 if table.sure else page)


def joined(lines: list[str]) -> str:
    """The lines of a paragraph as one, with a blank only where two Latin words meet."""
    text = lines[0]
    for line in lines[1:]:
        latin = text[-1:].isascii() and text[-1:].isalpha() and line[:1].isascii() and line[:1].isalpha()
        text += (" " if latin else "") + line
    return text


def _continues(lines: list[Line], line: Line, left: float, margins: _Margins, *, same_page: bool) -> bool:
    """Whether a line goes on the paragraph of the lines before it: they reach the margin, and it stands where the rest of
    a paragraph does."""
    first, last = lines[0], lines[-1]
    if max(last.size, line.size) > _SAME_SIZE * min(last.size, line.size):
        return False
    if same_page and last.bottom - line.bottom > _LOOSE * margins.pitch:
        return False
    if not margins.is_full(last, line, left):
        return False
    if len(lines) > 1 and same_page:
        placed = abs(line.left - last.left) <= _INDENT * margins.em
    else:
        hangs = first.hang > 0 and abs(line.left - first.hang) <= _SAME_PLACE * margins.em
        placed = hangs or margins.is_flush(line, left)
    return placed and _may_go_on(first, last, line, left, margins)


def _may_go_on(first: Line, last: Line, line: Line, left: float, margins: _Margins) -> bool:
    """Whether the words allow it. An indented first line settles it, unless numbered paragraphs begin at the margin; in a
    text without indents, what follows a colon, a number at the margin, and a short line after a full stop do not go on."""
    indented = first.left - line.left > margins.em
    marked = MARKER.match(line.text) is not None
    ended = _ENDS_PARAGRAPH.search(last.text) is not None
    if indented:
        return not (marked and ended and margins.marked)
    if marked or last.text.endswith(("：", ":")):
        return False
    closed = _ENDS_PARAGRAPH.search(line.text) is not None or line.right > left + margins.width - margins.em
    return not ended or (margins.wraps and closed)


def _margins(bodies: list[list[Line]], paper: float) -> _Margins:
    """The margins that the lines of a document keep to. Lines that end in a comma or bracket may stick out on the right
    (hanging punctuation), and one long line is no margin. Where hardly any line is full, the right margin is told from the
    left one and the width of the ``paper``."""
    lines = [line for body in bodies for line in body]
    if not lines:
        return _Margins((0, 0), 0, 1, 1)
    em = median(line.size for line in lines)
    usual = _usual([min(line.left for line in body) for body in bodies if body], em)
    sides = []
    for side in (0, 1):
        lefts = [min(line.left for line in body) for body in bodies[side::2] if body]
        own = _usual(lefts, em) if lefts else usual
        sides.append(own if abs(own - usual) > em and len(lefts) > 1 else usual)
    drops = [a.bottom - b.bottom for body in bodies for a, b in pairwise(body)]
    steps = [d for d in drops if 0.8 * em < d < 4 * em]
    width = _text_width(bodies, sides, em, paper)
    margins = _Margins((sides[0], sides[1]), width, em, median(steps) if steps else 2 * em)
    for number, body in enumerate(bodies):
        for a, b in pairwise(body):
            left = sides[number % 2]
            full, marked = margins.is_full(a, b, left), MARKER.match(b.text) is not None
            margins.wraps |= full and not marked and _ENDS_PARAGRAPH.search(a.text) is None
            margins.marked |= not full and marked and margins.is_flush(b, left)
    return margins


def _text_width(bodies: list[list[Line]], sides: list[float], em: float, paper: float) -> float:
    """Distance of the right margin from the left one."""
    placed = [(line.right - sides[n % 2], line.text[-1]) for n, body in enumerate(bodies) for line in body]
    widths = sorted((at for at, end in placed if end not in CLOSES), reverse=True) or [max(placed)[0]]
    width = next((a for a, b in pairwise(widths) if a - b < em), widths[0])
    full = sum(at > width - em for at in widths)
    expected = paper - sides[0] - min(_RIGHT_MARGIN * sides[0], _MOST_MARGIN)
    if full >= max(_FULL_LINES, _FULL_SHARE * len(placed)) and width >= _WIDTH * expected:
        return width
    pairs = ((a, b, sides[n % 2]) for n, body in enumerate(bodies) for a, b in pairwise(body))
    if any(_is_wrapped(a, b, a.right - left, expected, em) for a, b, left in pairs):
        return width
    return max(width, expected)


def _is_wrapped(last: Line, line: Line, width: float, expected: float, em: float) -> bool:
    """Whether two lines are plainly one paragraph: a long line and one that stands out to its left, or one almost as wide
    as can be and the end of its sentence."""
    if em < last.left - line.left < 4 * em and width > expected / 2:
        return True
    open_end = last.text[-1] not in CLOSES and _ENDS_SENTENCE.search(line.text) is not None
    return open_end and width >= expected - 2 * em


def _usual(lefts: list[float], em: float) -> float:
    """The leftmost place that most pages begin their lines at."""
    counted = Counter(round(left / em * 2) for left in lefts)
    most = max(counted.values())
    place = min(k for k, n in counted.items() if n == most)
    return min(left for left in lefts if round(left / em * 2) == place)


def _running_heads(pages: list[Page]) -> list[dict[int, FurnitureKind]]:
    """For each page the numbers of its lines that are page numbers or running heads, outermost first at either end."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_key(page.lines[i]) for i in _edges(page)})
    needed = max(2, _REPEATED * len(pages))
    return [
        {i: kind for i in _edges(page) if (kind := _kind(page.lines[i], seen, needed)) is not None} for page in pages
    ]


def _edges(page: Page) -> list[int]:
    """The lines at the head and the foot of a page, at most three each."""
    order = sorted(range(len(page.lines)), key=lambda i: -page.lines[i].bottom)
    head = [i for i in order[:_HEADS] if page.lines[i].top > (1 - _EDGE) * page.height]
    foot = [i for i in order[-_HEADS:] if page.lines[i].bottom < _EDGE * page.height and i not in head]
    return head + foot


def _key(line: Line) -> tuple[str, int]:
    """What is the same of a running head on every page: its words without digits and blanks, and its height."""
    return _DIGITS.sub("#", "".join(line.text.split())), round(line.bottom / 4)


def _kind(line: Line, seen: Counter[tuple[str, int]], needed: float) -> FurnitureKind | None:
    if _PAGE_NUMBER.fullmatch(line.text):
        return "page_number"
    return "other" if seen[_key(line)] >= needed else None
