"""The place in a text that a search found, cut out and its words marked."""

from collections.abc import Iterable, Sequence

from kjplan.model import Span
from kjplan.reading.text import fold
from kjplan.searching.terms import Term

Marked = list[tuple[str, bool]]
"""Pieces of a text in order, each with whether it is one of the words looked for."""

WIDTH = 60
"""Characters of an excerpt."""
_MOST = 200
"""Places of one text that are looked at."""


def marked(text: str, terms: Iterable[Term]) -> Marked:
    """The whole text with the words marked."""
    return _split(text, places(text, terms), 0, len(text))


def excerpt(text: str, terms: Iterable[Term], width: int = WIDTH) -> Marked:
    """The stretch of a text with most of the words, on one line; its beginning where it has none.

    :param width: characters shown, without the … at ends that are cut
    """
    line = text.replace("\n", " ")
    found = places(line, terms)
    start, end = _stretch(found, len(line), width)
    pieces = _split(line, found, start, end)
    before = [("…", False)] if start else []
    return before + pieces + ([("…", False)] if end < len(line) else [])


def places(text: str, terms: Iterable[Term]) -> list[Span]:
    """Where the words stand, in order; those that touch or overlap are one place."""
    folded = fold(text)
    found = sorted(m.span() for term in terms for m in term.pattern.finditer(folded))
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined[:_MOST]


def _stretch(found: Sequence[Span], length: int, width: int) -> Span:
    """The stretch of so many characters with most places in it, the first of these, its places in the middle."""
    if not found or length <= width:
        return 0, min(length, width)
    inside = [sum(start <= other[0] and other[1] <= start + width for other in found) for start, _ in found]
    at = inside.index(max(inside))
    first, last = found[at][0], found[at + max(inside[at], 1) - 1][1]
    start = max(0, min((first + last - width) // 2, length - width, first))
    return start, start + width


def _split(text: str, found: Sequence[Span], start: int, end: int) -> Marked:
    pieces: Marked = []
    at = start
    for left, right in found:
        left, right = max(left, start), min(right, end)
        if left < right:
            pieces += [(text[at:left], False), (text[left:right], True)]
            at = right
    return [(words, mark) for words, mark in [*pieces, (text[at:end], False)] if words]
