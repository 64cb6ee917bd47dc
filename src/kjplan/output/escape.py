"""Characters that a person would not see, or that would do something to a terminal, shown as what they are.

A document may hold escape sequences, direction overrides or half a surrogate pair. Shown as ``\\x1b`` or ``\\u202e``
they can neither recolour a terminal nor reorder a line, and every encoding can hold them.
"""

import re

UNSEEN = (
    r"\x00-\x1f\x7f-\x9f"  # C0 (tab and line feed among them), DEL, C1
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, overrides and isolates
    r"\u2028\u2029"  # line and paragraph separator: a line break to some programs and none to others
    r"\ud800-\udfff"  # lone surrogates
    r"\ufdd0-\ufdef\ufffe\uffff"  # no characters at all: no XML holds the last two, so that a Word file with one opens nowhere
    r"\U000e0000-\U000e007f"  # tags: text that nobody sees
)
"""Inside of a character class: what is escaped."""

_ANY = f"[{UNSEEN}]"
_ANY_BUT_LINES = f"(?![\n\t])[{UNSEEN}]"
"""Patterns, compiled by ``re`` when first used: most texts that are shown are printable and need neither."""


def visible(text: str) -> str:
    """The text on one line: every unseen character, also tab and line feed, as ``\\x1b``, ``\\u202e``, ``\\U000e0041``."""
    return text if text.isprintable() else re.sub(_ANY, _escape, text)


def visible_lines(text: str) -> str:
    """The same, but line feeds and tabs stay: for text that keeps its lines."""
    return text if text.isprintable() else re.sub(_ANY_BUT_LINES, _escape, text)


def one_line(text: str) -> str:
    """The text for a cell that has one line: its line breaks as single spaces, else as ``visible``."""
    return visible(" ".join(text.splitlines()) if "\n" in text else text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
