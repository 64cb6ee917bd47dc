"""Terms and slogans in quotation marks: “揭榜挂帅”, “微成长,小升规,高变强”."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kjplan.extraction.pairing import Pair, flat, outer_pairs
from kjplan.model import Term
from kjplan.reading.text import Passage

_QUOTES = (("“", "”"), ("‘", "’"))
_STRAIGHT = re.compile(r'"([^"\n]{1,200})"')
HINT = re.compile('[“‘"]')
IN_LINE = re.compile(flat(_QUOTES, "\n").pattern + '|"')
"""Pairs of quotation marks with none between and marks that are in no such pair, in lines each of which is a passage."""
_LONGEST = 200
"""Longer words between quotation marks are a missing mark, no term."""


def find_terms(passage: Passage, marks: Sequence[Pair] | None = None) -> list[Term]:
    """Quoted terms at the outermost level of quotation marks, in order, without their marks.

    A quoted term in a document's title counts: 十四五 of 《郑州市“十四五”科技创新发展规划》.

    :param marks: where ``IN_LINE`` is found in the passage, where that is known
    """
    sizes = [end - start for start, end in marks or ()]
    if marks is None or 1 in sizes or max(sizes, default=0) > _LONGEST:
        marks = _pairs(passage.folded)
    text = passage.text
    return [
        Term(text=words, span=passage.span(start, end))
        for start, end in marks
        if not (words := text[start + 1 : end - 1]).isspace() and words
    ]


def _pairs(folded: str) -> Sequence[Pair]:
    """The outermost pairs of quotation marks, straight ones among them."""
    pairs = outer_pairs(folded, _QUOTES, _LONGEST)
    if '"' in folded:
        begins, ends = [start for start, _ in pairs], [end for _, end in pairs]
        straight = (m.span() for m in _STRAIGHT.finditer(folded))
        apart = [(start, end) for start, end in straight if bisect_left(begins, end) == bisect_right(ends, start)]
        pairs = sorted([*pairs, *apart])
    return pairs
