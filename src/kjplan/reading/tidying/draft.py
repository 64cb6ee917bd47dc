"""A text that is being put in order: its words so far, and where each character stands in the source."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from kjplan.model import FurnitureKind, Span

Edit = tuple[int, int, str]
"""A stretch of the text, and what stands for it; ``""`` leaves it out, an empty stretch puts something in."""


@dataclass(slots=True)
class Draft:
    """The text so far; ``origin`` holds the offset in the source of each character, once the text differs from it."""

    text: str
    origin: "array[int] | None" = None

    def apply(self, edits: Iterable[Edit]) -> bool:
        """Make changes, given in order; one that begins inside the one before is passed over. Whether there was any."""
        edits = list(edits)
        if not edits:
            return False
        pieces, origin, old = list[str](), array("q"), self._whole()
        at = 0
        for start, end, words in edits:
            if start < at:
                continue
            pieces += (self.text[at:start], words)
            origin += old[at:start]
            where = old[start] if start < len(old) else (old[-1] + 1 if old else 0)
            origin.extend([where] * len(words))
            at = end
        pieces.append(self.text[at:])
        origin += old[at:]
        self.text, self.origin = "".join(pieces), origin
        return True

    def _whole(self) -> "array[int]":
        return array("q", range(len(self.text))) if self.origin is None else self.origin

    def back(self, span: Span) -> Span:
        """Where a stretch of the text stands in the source."""
        if self.origin is None:
            return span
        start, end = span
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else self.origin[-1] + 1
            return at, at
        return self.origin[start], self.origin[end - 1] + 1

    def place(self, at: int) -> int:
        """Where in the text an offset of the source stands: at the character there, or at the next one that is left."""
        return at if self.origin is None else bisect_left(self.origin, at)


@dataclass(slots=True)
class PageLine:
    """A line of the page that was taken out of the words, by its place in the source."""

    kind: FurnitureKind
    span: Span
