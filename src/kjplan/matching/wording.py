"""The words of a plan's nodes as the diff compares them: width, blanks, quotes and dashes do not count."""

from collections.abc import Iterable
from typing import NamedTuple

from kjplan.model import Measure, Section
from kjplan.reading.text import FOLD

_QUOTES = "“”„‟‘’‚‛\"'`「」『』〝〞＂＇"
_BLANKS = " \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
_DASHES = "‐‑‒–—―−～~"

# A plan typed by one office and scraped by another differs in these and in nothing that anybody means:
# 2021 has “揭榜挂帅”，20—30家, 2022 has "揭榜挂帅",20-30家.  A changed word, or 、 for ，, does count.
_CANONICAL: dict[int, int | str | None] = {
    **FOLD,
    **{ord(c): "-" for c in _DASHES},
    ord("｡"): "。",
    ord("､"): "、",
    **{ord(c): None for c in _QUOTES + _BLANKS},
}


def canonical(text: str | None) -> str:
    """The text for telling "the same words": half-width, without blanks and quotes, one kind of dash; "" for None."""
    return text.translate(_CANONICAL) if text else ""


class Words(NamedTuple):
    """Title and body of a node, both canonical."""

    title: str
    """Canonical title; empty where it has none."""
    body: str
    """Canonical words without the title."""

    @property
    def whole(self) -> str:
        """Title and body as one text, a line feed between."""
        return f"{self.title}\n{self.body}"


def measure_body(measure: Measure) -> str:
    """A measure's words as written, without its title; points inside it that its text leaves out follow on lines."""
    pieces = [measure.text] if measure.text else []
    for item in measure.items:
        words = (item.title or "") + item.text
        if words and not (item.text in measure.text and (item.title or "") in measure.text):
            pieces.append(words)
    return "\n".join(pieces)


def section_body(section: Section) -> str:
    """The paragraphs directly under a section's heading, joined by line feeds."""
    return "\n".join(p.text for p in section.text)


def measure_words(measures: Iterable[Measure]) -> list[Words]:
    """What the diff compares of measures."""
    return [Words(canonical(m.title), canonical(measure_body(m))) for m in measures]
