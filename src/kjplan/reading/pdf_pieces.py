"""The words of a PDF page by lines and by the gaps between them, and the columns that the head of a table without ruling lines names."""

import re
from dataclasses import dataclass

from kjplan.reading.pdf_words import ROW_NUMBER, Char, Line, line_of

_GAP = 0.9
"""Characters further apart, in ems, stand in two columns, or may."""
_NUMBER_HEAD = re.compile("[序编]号")
_NAME = re.compile(r"[^。；：，！？;:,!?]{1,14}")
_NEAR = 1.0
_MOST = 14
"""A table of more columns is none."""


@dataclass(slots=True)
class Piece:
    """Characters of one line that stand close to each other."""

    line: Line
    chars: list[Char]


PieceRow = list[Piece]


@dataclass(slots=True)
class Columns:
    """Where the words of each column stand so far, and those of the head."""

    left: list[float]
    right: list[float]
    head: list[str]

    def copy(self) -> "Columns":
        """The same, to be grown apart from these."""
        return Columns([*self.left], [*self.right], self.head)

    def of(self, piece: Piece) -> int | None:
        """The column of some words; None where they reach into two, or stand between."""
        found = self._reached(piece)
        return found[0] if len(found) == 1 else None

    def reach(self, piece: Piece) -> int:
        """How many columns some words reach into."""
        return len(self._reached(piece))

    def _reached(self, piece: Piece) -> list[int]:
        return [
            k
            for k, (left, right) in enumerate(zip(self.left, self.right, strict=True))
            if piece.line.left < right + _NEAR and piece.line.right > left - _NEAR
        ]

    def grow(self, row: PieceRow) -> bool:
        """Take the words of a line in; whether each of them stands in one column, or between two that it does not reach."""
        before = [*self.left], [*self.right]
        for piece in row:
            k = self.of(piece)
            if k is None:
                self.left, self.right = before
                return False
            self.left[k], self.right[k] = min(self.left[k], piece.line.left), max(self.right[k], piece.line.right)
        if any(right >= left for right, left in zip(self.right, self.left[1:], strict=False)):
            self.left, self.right = before
            return False
        return True

    def number(self, row: PieceRow) -> int | None:
        """The number that opens a line."""
        m = ROW_NUMBER.fullmatch(row[0].line.text.strip()) if self.of(row[0]) == 0 else None
        return None if m is None else int(m[1])

    def is_text(self, row: PieceRow) -> bool:
        """Whether a line may be one of the words below the table: without number, and not parted among columns. 市医保局   10月底前
        below merged cells stands apart as well, but is a row's."""
        return self.number(row) is None and len({self.of(piece) for piece in row}) == 1


def rows_of(characters: list[Char]) -> list[PieceRow]:
    """The words of a page by lines from the top down, each parted where a gap may be that between two columns."""
    pieces: list[Piece] = []
    run: list[Char] = []
    for ch in [*characters, None]:
        if ch is None or (run and not run[-1].bottom <= (ch.bottom + ch.top) / 2 <= run[-1].top):
            pieces += _parted(run)
            run = []
        if ch is not None:
            run.append(ch)
    rows: list[PieceRow] = []
    for piece in sorted(pieces, key=lambda p: -(p.line.bottom + p.line.top)):
        middle = (piece.line.bottom + piece.line.top) / 2
        if rows and abs((rows[-1][0].line.bottom + rows[-1][0].line.top) / 2 - middle) < piece.line.size / 3:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.line.left) for row in rows]


def _parted(run: list[Char]) -> list[Piece]:
    found: list[list[Char]] = []
    for ch in sorted((ch for ch in run if not ch.text.isspace()), key=lambda ch: ch.left):
        if found and ch.left - found[-1][-1].right <= _GAP * max(ch.size, found[-1][-1].size):
            found[-1].append(ch)
        else:
            found.append([ch])
    return [Piece(line, chars) for chars in found for line in line_of(chars)]


def columns_named(row: PieceRow) -> Columns | None:
    """The columns that a line names; None where it is no head."""
    texts = [piece.line.text for piece in row]
    if len(texts) > 1 and texts[0] in "序编" and texts[1] == "号":
        row = [Piece(row[0].line, [*row[0].chars, *row[1].chars]), *row[2:]]
        (row[0].line,) = line_of(row[0].chars)
        texts = [piece.line.text for piece in row]
    names = ["".join(text.split()) for text in texts]
    if not 3 <= len(names) <= _MOST or not _NUMBER_HEAD.fullmatch(names[0]) or not all(map(_NAME.fullmatch, names)):
        return None
    return Columns([piece.line.left for piece in row], [piece.line.right for piece in row], names)
