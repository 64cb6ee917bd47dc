"""Numbers that rows of a table have alone on a line in its column 序号: 1, 1.1, 1-1, 一 or （一）."""

import re
from typing import Literal

from kjplan.late import late
from kjplan.model import Span
from kjplan.parsing.markers import STYLES, ordinal_of
from kjplan.reading.numerals import CIRCLED

Style = Literal["", "arabic", "decimal", "plain", "paren", "marked"]
"""How the rows of a table are numbered: 1, 1.1 (or 1-1), 一, （一）, or （1） and ①; empty before the first was seen."""

BARE = re.compile(r"(?P<n>[0-9]{1,3})[.、]?")
GLUED = late(r"(?P<n>[0-9]{1,3})(?:[.、](?![0-9])\s{0,4}|\s{1,4}(?=[一-鿿“《*]))")
DECIMAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2}){1,3}|[0-9]{1,2}[-–—][0-9]{1,2}")
_CHINESE = re.compile(
    r"\(\s?(?P<paren>[一二三四五六七八九十]{1,3})\s?\)|\(\s?(?P<marked>[0-9]{1,3})\s?\)|(?P<plain>[一二三四五六七八九十]{1,3})[.、]?"
)
_DASHES = re.compile("[—–一-]{1,2}")
RANKS: dict[Style, int] = {
    "plain": STYLES["cn-dot"].rank,
    "paren": STYLES["cn-paren"].rank,
    "arabic": STYLES["ar-dot"].rank,
    "decimal": STYLES["decimal"].rank,
    "marked": STYLES["ar-paren"].rank,
}
"""The rank of the headings that such numbers would be of."""


def chinese_number(folded: str, span: Span) -> tuple[Style, int] | None:
    """The style and the value of a number in Chinese characters or in brackets that is all of a stretch, or None."""
    if folded[span[0]] in CIRCLED and span[1] - span[0] == 1:
        return "marked", CIRCLED.index(folded[span[0]]) + 1
    if folded[span[0]] not in "(一二三四五六七八九十":
        return None
    m = _CHINESE.fullmatch(folded, *span)
    if m is None:
        return None
    value = ordinal_of(m["paren"] or m["marked"] or m["plain"])
    style: Style = "paren" if m["paren"] else "marked" if m["marked"] else "plain"
    return (style, value) if value else None


def style_of(folded: str, span: Span) -> Style:
    """The style of a number in a cell, empty where it is none."""
    if BARE.fullmatch(folded, *span):
        return "arabic"
    if DECIMAL.fullmatch(folded, *span):
        return "decimal"
    found = chinese_number(folded, span) if span[0] < span[1] else None
    return found[0] if found else ""


def follows(before: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Whether a number of several levels is the next one: 1.3 or 2.1 behind 1.2.

    >>> follows((1, 2), (1, 3)), follows((1, 2), (2, 1)), follows((1, 2), (2, 2))
    (True, True, False)
    """
    if len(before) != len(path):
        return False
    at = next((k for k, (old, new) in enumerate(zip(before, path, strict=True)) if old != new), None)
    return at is not None and path[at] == before[at] + 1 and all(n == 1 for n in path[at + 1 :])


def may_count_groups(folded: str, span: Span) -> bool:
    """Whether a line may be the number of a group of rows: 二, or a dash where 一 was lost."""
    return span[1] - span[0] <= 3 and (
        _DASHES.fullmatch(folded, *span) is not None or (chinese_number(folded, span) or ("",))[0] == "plain"
    )
