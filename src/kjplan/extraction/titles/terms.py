"""Terms and slogans in quotation marks: “揭榜挂帅”, “微成长,小升规,高变强”."""

import re

from kjplan.extraction.pairing import Pair, outer_pairs
from kjplan.model import Term
from kjplan.reading.text import Passage

_QUOTES = (("“", "”"), ("‘", "’"))
_STRAIGHT = re.compile(r'"([^"\n]{1,200})"')
HINT = re.compile('[“‘"]')
_LONGEST = 200
"""Longer words between quotation marks are a missing mark, no term."""


def find_terms(passage: Passage) -> list[Term]:
    """Quoted terms at the outermost level of quotation marks, in order, without their marks.

    A quoted term in a document's title counts: 十四五 of 《郑州市“十四五”科技创新发展规划》.
    """
    text = passage.text
    pairs: list[Pair] = outer_pairs(passage.folded, _QUOTES, _LONGEST)
    if '"' in passage.folded:
        pairs = sorted(pairs + [m.span() for m in _STRAIGHT.finditer(passage.folded)])
    return [
        Term(text=words, span=passage.span(start, end))
        for start, end in pairs
        if not (words := text[start + 1 : end - 1]).isspace() and words
    ]
