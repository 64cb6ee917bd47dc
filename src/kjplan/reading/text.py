"""The one text that every offset counts in."""

import re
import sys
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from kjplan.model import FurnitureKind, Span
from kjplan.reading.grids import Grid
from kjplan.reading.traditional import simplify

if TYPE_CHECKING:
    from kjplan.reading.tidying.draft import PageLine

_BLANKS = "\u00a0\u3000\u2002\u2003\u2009\u202f\ufeff\u200b\u2060"
"""Blanks that are no ASCII; the last three have no width: pasted text has them at the edges of its lines."""
BLANK = r"\s\ufeff\u200b\u2060"
"""What a regular expression takes for blank, inside a character class."""
_COLONS = "\u2236\ufe55\ufe30"
"""What is typed for a colon, or recognised as one: ∶ ﹕ ︰."""
_HALF = (
    {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)} | dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_COLONS, ":")
)
FOLD = str.maketrans(_HALF)
"""The same as a table for ``str.translate``, to build wider tables on."""
_FULL = re.compile(f"[\uff01-\uff5e{_BLANKS}{_COLONS}]")


def fold(text: str) -> str:
    """The text for comparing: same length, full-width forms as half-width, NBSP and U+3000 as spaces, traditional characters as
    simplified ones.

    Substituting what is found is ten times as quick as ``str.translate``, which looks up every character.
    """
    return simplify(_FULL.sub(lambda m: _HALF[m[0]], text))


SAYS = re.compile(r"[^\W_]")
"""A letter, a character or a digit: words without any (；, ——, □) say nothing."""


def solid(text: str) -> str:
    """The text without any blank."""
    return "".join(text.split())


UNNAMED_GLYPH = "(cid:"
"""How the text of a PDF begins a glyph that the file does not name."""
_GLYPH = re.compile(r"\(cid:[0-9]{1,6}\)")
_WRAP = re.compile(r"(\S?)(?<![^\S\r\n])[^\S\r\n]*+[\r\n]\s*+(\S?)")
"""A wrap and its edges, looked for from the first of the blanks before it only: a long run of blanks without one takes its length."""


def _seam(m: re.Match[str]) -> str:
    """Both edges of a line wrap: a blank stays between Latin letters only."""
    blank = m[1].isascii() and m[2].isascii() and m[1].isalpha() and m[2].isalpha()
    return f"{m[1]} {m[2]}" if blank else m[1] + m[2]


_FAR = sys.maxsize
_PIECE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")


class InOrder(Protocol):
    """A text as it was typed, before it was typeset, recognised or pasted, and the way back to what was read."""

    source: "SourceText"
    """What was typed."""
    page_lines: "list[PageLine]"
    """The lines of the page that were taken out of the words."""

    def back(self, span: Span) -> Span:
        """Where a stretch of what was typed stands in what was read."""

    def words(self, start: int, end: int) -> str:
        """The words of a stretch of what was read."""


@dataclass
class SourceText:
    """A decoded notice. It is never cleaned: a span is ``[start, end)`` in code points of ``text``."""

    text: str
    name: str | None = None
    encoding: str | None = None
    sha256: str | None = None
    media_type: str = "text/plain"
    path: str | None = None
    furniture: list[tuple[FurnitureKind, Span]] = field(default_factory=list)
    """Whole lines that the format itself says are the page's and not the document's, ascending: running heads, page
    numbers, ``<nav>``."""
    tables: list[Grid] = field(default_factory=list)
    """Tables that the format marks as such, in document order."""
    unmarked: set[int] = field(default_factory=set)
    """Where those of the tables begin in which nothing tells merged cells from empty ones."""
    notes: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """What a reader could not read: code and words of a diagnostic each (``page-without-text``, ``("3",)``)."""

    unsure: list[tuple[Span, int, int]] = field(default_factory=list)
    """Rows of tables whose columns are not sure: where they stand, how many they are, and on which page."""

    before: Callable[[int, int], str] | None = field(default=None, repr=False, compare=False)
    """Of a text that was put in order: what stood in a stretch of it before."""
    tidied: "InOrder | None" = field(default=None, repr=False, compare=False)
    """The text put in order, where it was read out of it: see ``reading.tidying``."""

    @cached_property
    def folded(self) -> str:
        """A copy of the same length to compare against; glyphs that a PDF does not name, (cid:12), are blanks in it."""
        folded = fold(self.text)
        return _GLYPH.sub(lambda m: " " * len(m[0]), folded) if UNNAMED_GLYPH in folded else folded

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line; lines end at LF, CR LF or CR."""
        starts, text, at = [0], self.text, 0
        if "\r" not in text:
            while (at := text.find("\n", at) + 1) > 0:
                starts.append(at)
            return starts
        for i, ch in enumerate(text):
            if ch == "\n" or (ch == "\r" and text[i + 1 : i + 2] != "\n"):
                starts.append(i + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def words(self, start: int, end: int) -> str:
        """The words of a stretch as running text: what line wraps, blanks or page numbers cut apart is joined."""
        if self.tidied is not None:
            return self.tidied.words(start, end)
        text = self.text[start:end]
        return _WRAP.sub(_seam, text) if "\n" in text or "\r" in text else text

    def typed(self, start: int, end: int) -> str:
        """A stretch as it was typeset: with the blanks that were left out of it."""
        return self.text[start:end] if self.before is None else self.before(start, end)

    def breaks(self, start: int, end: int) -> int:
        """How many line endings (LF, CR LF or CR) a stretch holds."""
        text = self.text
        breaks = text.count("\n", start, end)
        return breaks + text.count("\r", start, end) - text.count("\r\n", start, end) if self._has_returns else breaks

    def is_broken(self, start: int, end: int) -> bool:
        """Whether a stretch holds a line ending."""
        text = self.text
        return text.find("\n", start, end) >= 0 or (self._has_returns and text.find("\r", start, end) >= 0)

    @cached_property
    def _has_returns(self) -> bool:
        return "\r" in self.text

    def line_span(self, line: int) -> Span:
        """Span of a line (from 1), its line ending excluded."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end


@dataclass(slots=True)
class Passage:
    """Running words of one paragraph, joined over line wraps, with the way back to the source.

    ``pieces`` holds ``(offset in text, offset in source)`` pairs, ascending; a paragraph on one line has one.
    """

    text: str
    folded: str
    pieces: list[tuple[int, int]]
    masked: str | None = field(default=None, compare=False, repr=False)
    """The folded words with what stands in marks filled, once something asked for them: see ``extraction.masking``."""
    told: int = 0
    """Where the words of a cell begin behind the name of its column, which stands at the head of the table: 责任单位：|市科技局."""

    @classmethod
    def of(cls, source: SourceText, spans: list[Span]) -> "Passage":
        """The passage over one or more stretches of the source, joined without anything between; line breaks inside a
        stretch are wraps, and are left out."""
        if len(spans) == 1:
            start, end = spans[0]
            text = source.text[start:end]
            if "\n" not in text and "\r" not in text:
                return cls(text, source.folded[start:end], [(0, start)])
            spans = [m.span() for m in _PIECE.finditer(source.text, start, end)]
        pieces, at = [], 0
        for start, end in spans:
            pieces.append((at, start))
            at += end - start
        text = "".join(source.text[s:e] for s, e in spans)
        return cls(text, "".join(source.folded[s:e] for s, e in spans), pieces)

    def part(self, start: int, end: int) -> "Passage":
        """The passage of ``text[start:end]`` only, its offsets still those of the source."""
        pieces = [(0, self.source_offset(start))]
        pieces += [(at - start, source) for at, source in self.pieces if start < at < end]
        return Passage(self.text[start:end], self.folded[start:end], pieces)

    def source_offset(self, at: int) -> int:
        """Offset in the source of the character at ``at`` in the joined text."""
        pieces = self.pieces
        i = bisect_right(pieces, (at, _FAR)) - 1 if len(pieces) > 1 else 0
        return pieces[i][1] + at - pieces[i][0]

    def span(self, start: int, end: int) -> Span:
        """Span in the source of ``text[start:end]``; it must not be empty."""
        if len(self.pieces) == 1:
            shift = self.pieces[0][1]
            return start + shift, end + shift
        return self.source_offset(start), self.source_offset(end - 1) + 1
