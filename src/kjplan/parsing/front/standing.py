"""Where a title that stands several times counts, and the lines of it that are claimed."""

import re

from kjplan.model import Span
from kjplan.parsing.front.title_lines import LOOK_AHEAD, MAX_TITLE_LINES, without_number
from kjplan.parsing.lines.furniture import NUMBER_IN_BRACKETS
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, solid

_GLUED_NUMBER = re.compile(r"(?P<number>[0-9]{1,3}|#{1,6})[ \t]+(?=[^0-9\s年])")
"""A page number glued to a title, or the signs that Markdown sets before it."""
_LONGEST_ISSUER = 40
_MARKS = "《》〈〉"


def said_last(source: SourceText, units: list[Unit], start: int, count: int) -> tuple[int, int]:
    """Where a title of one line stands the last time, over one line or several: a portal has it above its path as well."""
    if count > 1:
        return start, count
    wanted = solid(NUMBER_IN_BRACKETS.sub("", without_number(source.folded[slice(*units[start].span)]))).lstrip("#")
    for i in range(min(len(units), start + LOOK_AHEAD) - 1, start, -1):
        for lines in range(1, MAX_TITLE_LINES + 1):
            joined = solid(source.folded[units[i].start : units[min(i + lines, len(units)) - 1].end])
            if joined == wanted or _named_in_full(joined, wanted):
                return i, min(lines, len(units) - i)
            if not wanted.startswith(joined) and "关于" not in joined[:_LONGEST_ISSUER]:
                break
    return start, count


def _named_in_full(line: str, title: str) -> bool:
    """Whether a line is a title again with who issues before it: 甲市粮食局关于…的通知 below 《关于…的通知》."""
    bare = title.strip(_MARKS)
    return (
        bare.startswith("关于")
        and line.endswith(bare)
        and len(line) - len(bare) <= _LONGEST_ISSUER
        and len(line) > len(bare)
    )


def claim_title(source: SourceText, units: list[Unit], owner: str) -> Span:
    """Claim the lines of a title; a page or entry number glued to its front is a leaf of its own."""
    for unit in units:
        unit.rule, unit.owner, unit.leaves = f"title:{owner}", owner, (("title", unit.start, unit.end),)
    first = units[0]
    glued = _GLUED_NUMBER.match(source.folded, first.start, first.end)
    start = glued.end() if glued else first.start
    if glued:
        first.leaves = (("page_number", first.start, glued.end("number")), ("title", start, first.end))
    return start, units[-1].end
