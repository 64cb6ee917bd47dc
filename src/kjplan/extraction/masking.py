"""Which characters of a passage are inside quotation marks, book-title marks or brackets, and hence no prose of its own."""

import re

from kjplan.reading.text import Passage

FILL = "\ue000"
"""Stands for every character of a masked stretch: it is no letter, digit, punctuation or blank of any rule."""


# Possessive quantifiers and classes that exclude the opening mark keep this linear on unbalanced input.
def _closed(beyond: str) -> re.Pattern[str]:
    """What stands in marks, none of which reaches over the characters ``beyond``, as the one group that a split keeps."""
    return re.compile(
        rf"(《(?:[^《》{beyond}]++|《[^《》{beyond}]*+》)*+》"  # 《郑州市“十四五”科技创新发展规划》
        rf"|“[^“”{beyond}]*+”|‘[^‘’{beyond}]*+’"  # “微成长,小升规,高变强”: its commas separate no clauses
        rf"|\([^(){beyond}]*+\))"  # 区县(市), (中原之光)
    )


_CLOSED, _CLOSED_IN_LINE = _closed(""), _closed(r"\n")


def masked_words(passage: Passage) -> str:
    """A copy of a passage's folded words of the same length with everything in 《》, “”, ‘’ and () replaced by ``FILL``,
    the marks included; made once for each passage."""
    if passage.masked is None:
        passage.masked = mask(passage.folded)
    return passage.masked


def mask(folded: str) -> str:
    """The same for a text."""
    return _filled(_CLOSED.split(folded))


def mask_lines(folded: str) -> str:
    """The same for lines each of which is a text."""
    return _filled(_CLOSED_IN_LINE.split(folded))


def _filled(pieces: list[str]) -> str:
    """The pieces together, every other of which stood in marks."""
    pieces[1::2] = [FILL * len(piece) for piece in pieces[1::2]]
    return "".join(pieces)
