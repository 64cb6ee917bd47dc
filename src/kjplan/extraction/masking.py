"""Which characters of a passage are inside quotation marks, book-title marks or brackets, and hence no prose of its own."""

import re

from kjplan.reading.text import Passage

FILL = "\ue000"
"""Stands for every character of a masked stretch: it is no letter, digit, punctuation or blank of any rule."""


_LONGEST_STRAIGHT = 40
"""Straight marks that hold more may be two closing ones."""


# Possessive quantifiers and classes that exclude the opening mark keep this linear on unbalanced input.
def _closed(beyond: str) -> re.Pattern[str]:
    """What stands in marks, none of which reaches over the characters ``beyond``, as the one group that a split keeps."""
    return re.compile(
        rf"(《(?:[^《》{beyond}]++|《[^《》{beyond}]*+》)*+》"  # 《郑州市“十四五”科技创新发展规划》
        rf"|“[^“”{beyond}]*+”|‘[^‘’{beyond}]*+’"  # “微成长,小升规,高变强”: its commas separate no clauses
        rf'|"[^"“”。;{beyond}]{{1,{_LONGEST_STRAIGHT}}}+"'  # "数字政府50人会", in marks that look alike
        rf"|\([^(){beyond}]*+\))"  # 区县(市), (中原之光)
    )


_CLOSED, _CLOSED_IN_LINE = _closed(""), _closed(r"\n")


_COUNTS_ON = re.compile(
    r"\((?:其中[^()0-9]{0,40}[0-9]|(?:包?含|包括)[^()0-9]{2,20}[0-9]|(?:力争|争取|确保)[^()0-9]{0,8}[0-9])[^()]*\)"
)
"""A bracket that counts on where the words before it stop: 新建充电桩1000个（其中公用桩600个）, 增长8%（力争9%）; not 3次（含3次）."""
_ALSO = "[台套艘户人个家座处辆所栋幢间件次册卷批幅]"
OTHER_UNITS = re.compile(rf"\({_ALSO}(?:、{_ALSO}){{0,2}}\)")
"""What else is counted in the same row of numbers: 3500台（套）, 200艘（台、套）."""
_LONGEST_UNITS = 8


def masked_words(passage: Passage) -> str:
    """A copy of a passage's folded words of the same length with everything in 《》, “”, ‘’ and () replaced by ``FILL``,
    the marks included, but for a bracket that counts on (between commas) or names a second unit; made once for each passage."""
    if passage.masked is None:
        passage.masked = mask(passage.folded)
    return passage.masked


def mask(folded: str) -> str:
    """The same for a text."""
    return _filled(_CLOSED.split(folded), folded)


def mask_lines(folded: str) -> str:
    """The same for lines each of which is a text."""
    return _filled(_CLOSED_IN_LINE.split(folded), folded)


def _filled(pieces: list[str], folded: str) -> str:
    """The pieces of a text together, every other of which stood in marks."""
    shown = [_shown(piece) if piece[0] == "(" else FILL * len(piece) for piece in pieces[1::2]]
    if "”的" in folded:
        for k, (piece, after) in enumerate(zip(pieces[1::2], pieces[2::2], strict=True)):
            if after.startswith("的") and _states_goals(piece, after):
                shown[k] = f",{piece[1:-1]},"
    pieces[1::2] = shown
    return "".join(pieces)


_REACHED = re.compile("(?:达到|达|增长|提高到|提升到|突破|超过|不低于|实现|完成|控制在)[^,;“”]{0,6}[0-9]")
_OF_GOALS = re.compile("的[^,。;:]{0,12}(?:目标|指标)")


def _states_goals(piece: str, after: str) -> bool:
    """Whether what stands in quotation marks are the figures of the goals named behind it: 实现“人才达到2000名，贡献率达到40%”的发展目标."""
    return piece[0] == "“" and _OF_GOALS.match(after) is not None and _REACHED.search(piece) is not None


def _shown(piece: str) -> str:
    """What the rules see of a bracket: nothing, but where it counts on or names a second unit."""
    if piece[1] in "其含包力争确" and _COUNTS_ON.fullmatch(piece):
        return f",{piece[1:-1]},"
    if len(piece) < _LONGEST_UNITS and OTHER_UNITS.fullmatch(piece):
        return piece
    return FILL * len(piece)
