"""Numbered points inside the running words of a measure: 一是…；二是…, （1）…（2）…, ①…②…"""

import re

from kjplan.model import Item
from kjplan.parsing.markers import CN, ordinal_of, single_ordinal
from kjplan.reading.numerals import CIRCLED
from kjplan.reading.text import Passage

_FORMS = (
    re.compile(rf"(?:(?<=[。;:,!?\n])|^)\s*(?P<m>(?P<n>[{CN}]{{1,3}})[是要])"),
    re.compile(r"(?P<m>\((?P<n>[0-9]{1,2})\))"),
    re.compile(f"(?P<m>(?P<n>[{CIRCLED}]))"),
)
"""Marker patterns over folded text."""
_FIRST = (re.compile(r"一(?<!第一)\s*[是要]"), re.compile(r"\(\s*1\s*\)"), re.compile("①"))
"""The first markers, over line wraps too, without one of which no pattern need be tried; one by one they are found sooner."""
_CLOSE = "；。;，,"


def first_markers(folded: str) -> list[int]:
    """Where first markers stand in a text, in order: no stretch without one need be asked for points."""
    return sorted(m.start() for first in _FIRST for m in first.finditer(folded))


def find_items(passage: Passage) -> list[Item]:
    """The points that a paragraph counts from one on, at least two; each reaches to the next marker or the end."""
    folded = passage.folded
    for pattern in _FORMS:
        hits = _in_sequence(list(pattern.finditer(folded)))
        if len(hits) >= 2:
            ends = [h.start() for h in hits[1:]] + [len(folded)]
            return [_item(passage, h, end) for h, end in zip(hits, ends, strict=True)]
    return []


def _in_sequence(hits: list[re.Match[str]]) -> list[re.Match[str]]:
    """The hits that count 1, 2, 3 …, perhaps several times over; whatever breaks the count is no marker (三是 before 一是),
    nor is a first without a second."""
    kept: list[re.Match[str]] = []
    count = 0
    for hit in hits:
        number = hit["n"]
        n = single_ordinal(number) or ordinal_of(number)
        if n not in (1, count + 1):
            continue
        if n == 1 and count == 1:
            kept.pop()
        kept.append(hit)
        count = n
    return kept[:-1] if count == 1 else kept


def _item(passage: Passage, hit: re.Match[str], end: int) -> Item:
    while end > hit.end() and (passage.text[end - 1].isspace()):
        end -= 1
    words = passage.text[hit.end("m") : end].strip()
    return Item(
        number=hit["n"],
        marker=passage.text[hit.start("m") : hit.end("m")],
        text=words.rstrip(_CLOSE),
        span=passage.span(hit.start("m"), end),
    )
