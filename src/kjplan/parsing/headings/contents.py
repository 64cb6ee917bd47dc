"""Titles that a table of contents names: in a wrapped text they part the title of a heading from the words that were joined to it."""

from kjplan.parsing.headings.heading import Heading
from kjplan.parsing.markers import read_marker
from kjplan.reading.text import solid

Contents = dict[tuple[str, str], str]
"""Titles without blanks, by the style and number of their heading."""

_LEADERS = ".…· \t\u3000"
_FEWEST = 2
_SHORTEST = 4


def read_entry(folded: str, start: int, end: int, contents: Contents) -> None:
    """Keep the title in a line of a table of contents: 六、建好泵站，管好水闸......51."""
    marker = read_marker(folded, start, end)
    if marker is None:
        return
    words = folded[marker.end : end].rstrip("0123456789")
    title = words.rstrip(_LEADERS)
    if len(words) - len(title) >= _FEWEST and len(title := solid(title)) >= _SHORTEST:
        contents[marker.style, marker.number] = title


def entitled(folded: str, heading: Heading, contents: Contents) -> Heading:
    """A heading; where its title cannot be told from the words behind it, with the title that the table of contents has for its
    number."""
    title = contents.get((heading.marker.style, heading.marker.number)) if contents else None
    if title is None or heading.title is not None or heading.inline is None:
        return heading
    start, end = heading.inline
    at = start
    for ch in title:
        while at < end and folded[at].isspace():
            at += 1
        if at == end or folded[at] != ch:
            return heading
        at += 1
    words = at
    while words < end and folded[words].isspace():
        words += 1
    heading.title, heading.inline = (start, at), (words, end) if words < end else None
    return heading
