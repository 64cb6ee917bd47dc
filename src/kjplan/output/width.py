"""How wide a text stands on a terminal: Chinese characters take two columns, combining marks none."""

from unicodedata import category, east_asian_width


def width(text: str) -> int:
    """Columns that a text takes; ambiguous characters (“ — ·) count one, as terminals do by default."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """The text filled up with spaces to a width; ``right`` puts it at the right end."""
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


_seen: dict[str, int] = {}
"""Widths by character: a table asks for the same few hundred again and again."""


def _columns(char: str) -> int:
    columns = _seen.get(char)
    if columns is None:
        wide = 2 if east_asian_width(char) in "WF" else 1
        columns = _seen[char] = 0 if category(char) in ("Mn", "Me", "Cf") else wide
    return columns
