"""Characters of a PDF page to lines: what stands on one baseline, with the blanks that gaps between characters stand for."""

import re
from dataclasses import dataclass

MARKER = re.compile(
    r"[〇零一二三四五六七八九十百]{1,4}[、.．]|[（(][〇零一二三四五六七八九十百0-9０-９]{1,4}[）)]|[①-⑳]"
    r"|第[〇零一二三四五六七八九十百0-9]{1,4}[编篇章节条]|[0-9０-９]{1,3}(?:[、．）)]|\.(?![0-9]))|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=\s)"
)
"""A number that opens a paragraph; ``2.6%``, ``2022年`` and ``1.5亿元`` are none."""
ROW_NUMBER = re.compile(r"([0-9]{1,3})[.．、]?")
"""The number of a row of a table, alone in its cell."""
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
class Char:
    """A character and its place on the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def lines_of(characters: list[Char]) -> list[Line]:
    """Characters to lines, in the order in which they are drawn; within a line by their place, as some programs draw the
    quotation marks of a line, which are of another font, after all its words."""
    lines: list[Line] = []
    piece: list[Char] = []
    for ch in characters:
        if piece and not piece[-1].bottom <= (ch.bottom + ch.top) / 2 <= piece[-1].top:
            lines += line_of(piece)
            piece = []
        piece.append(ch)
    return lines + line_of(piece)


def beside(a: Line, b: Line) -> bool:
    """Whether ``b`` stands to the right of ``a`` on the same baseline."""
    return a.bottom <= (b.bottom + b.top) / 2 <= a.top and b.left >= a.right


def merged(a: Line, b: Line) -> Line:
    """Two lines beside each other as one, two blanks between them."""
    hang = b.left if MARKER.fullmatch(a.text) else a.hang
    bottom, top = min(a.bottom, b.bottom), max(a.top, b.top)
    return Line(f"{a.text}  {b.text}", a.left, b.right, bottom, top, max(a.size, b.size), a.head, hang)


def line_of(piece: list[Char]) -> list[Line]:
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


def _between(last: Char, ch: Char) -> str:
    """The blanks that a gap between two characters stands for."""
    size = max(last.size, ch.size)
    gap = (ch.left - last.right) / size if size else 0
    if gap > _GAP_COLUMN:
        return "  "
    blank = last.text.isspace() or ch.text.isspace()
    return " " if not blank and gap > (_GAP_WIDE if _is_wide(last.text) or _is_wide(ch.text) else _GAP_WORD) else ""


def _head(piece: list[Char]) -> float:
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


def _hang(text: str, starts: list[int], piece: list[Char]) -> float:
    """Where the words after a marker begin, if a visible gap parts them from it."""
    m = MARKER.match(text)
    if m is None:
        return 0.0
    after = next((i for i, at in enumerate(starts) if at >= m.end() and not piece[i].text.isspace()), None)
    if not after or not (piece[after - 1].text.isspace() or _between(piece[after - 1], piece[after])):
        return 0.0
    return piece[after].left


_PITCH, PADDING = 2.0, 16.0
"""Lines of a cell stand further from each other, and keep so far from its two edges together, in points."""


def cell_words(lines: list[Line], width: float) -> str:
    """The lines of a cell as running words: those that fill it are wrapped, a blank stands after any other."""
    words, before = "", None
    for line in sorted(lines, key=lambda line: (-round(line.bottom / _PITCH), line.left)):
        if before is not None:
            full = before.right - before.left + line.head > width - PADDING
            words += "" if full and not (before.text[-1].isascii() and line.text[0].isascii()) else " "
        words += line.text
        before = line
    return words


def fills(lines: list[Line], width: float) -> bool:
    """Whether the last line of a cell leaves no room for another character."""
    last = min(lines, key=lambda line: (round(line.bottom / _PITCH), -line.left), default=None)
    return last is not None and last.right - last.left + last.size > width - PADDING
