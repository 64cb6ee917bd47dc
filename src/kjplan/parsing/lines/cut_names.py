"""Times and names of bodies that a line end cuts inside a cell or a list: 2024年 / 6月底前, 市妇幼保 / 健院."""

import re
from bisect import bisect_right

from kjplan.extraction.duties.duty_labels import LABEL
from kjplan.extraction.names.unit_names import is_department, looks_like_body
from kjplan.model import Span
from kjplan.reading.text import SourceText

_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s?年")
_MONTH = re.compile(r"[0-9]{1,2}\s?月")
_MONTH_END = re.compile(r"[0-9]\s?月$")
_DAY = re.compile(r"[0-9]{1,2}\s?日")
_LIST_MARK = re.compile("[、,;/\\s]")
_MARK = re.compile("[。:!?]")
_PLACED = re.compile("(?:[一-鿿]{2,3})?[省市区县州旗镇乡](?![场民])|各")
"""What names of bodies begin with: a place or its level."""
_LEVELS = frozenset("省市县区州镇乡旗")
_LONGEST_HEAD, _LONGEST_TAIL = 12, 6


_LABELLED = re.compile(rf"\s{{0,4}}(?:{LABEL})\s{{0,4}}:\s{{0,4}}")
_LONGEST_LIST = 120


def join_names(source: SourceText, lines: list[Span]) -> list[Span]:
    """The lines, each list of bodies behind a label joined with the line that ends the name its own end cut: 责任单位：市住建局、市 /
    水务集团; the same list where none is cut so.

    :param lines: the non-blank lines of the text, trimmed of blanks, in order
    """
    folded = source.folded
    cuts: set[int] = set()
    at = folded.find(":")
    while at >= 0:
        k = bisect_right(lines, (at, len(folded))) - 1
        start, end = lines[k] if k >= 0 else (0, 0)
        label = _LABELLED.match(folded, start, end) if end - start <= _LONGEST_LIST and k + 1 < len(lines) else None
        if (
            label
            and source.breaks(end, lines[k + 1][0]) == 1
            and ends_a_name(folded[label.end() : end], folded[slice(*lines[k + 1])])
        ):
            cuts.add(k + 1)
        at = folded.find(":", max(at + 1, end))
    if not cuts:
        return lines
    joined: list[Span] = []
    for k, line in enumerate(lines):
        if k in cuts:
            joined[-1] = joined[-1][0], line[1]
        else:
            joined.append(line)
    return joined


def goes_on(folded: str, above: Span, below: Span) -> bool:
    """Whether a line of a cell surely ends a time or the name of a body that the line above begins: 2024年 / 6月底前, 市妇幼保 / 健院.

    :param above: the last line of what was read
    :param below: the line that may go on with it
    """
    if _YEAR.fullmatch(folded, *above):
        return _MONTH.match(folded, *below) is not None
    if _MONTH_END.search(folded, max(above[0], above[1] - 4), above[1]):
        return _DAY.match(folded, *below) is not None
    return ends_a_name("".join(folded[slice(*above)].split("\n")), folded[slice(*below)])


def ends_a_name(above: str, below: str) -> bool:
    """Whether neither the last name of a line nor the first of the next is one by itself, but both together are."""
    names, rest = _LIST_MARK.split(above), _LIST_MARK.split(below, maxsplit=1)[0]
    head = names[-1]
    if (
        not (1 < len(head) <= _LONGEST_HEAD or (head in _LEVELS and len(names) > 1))
        or not 1 <= len(rest) <= _LONGEST_TAIL
        or _PLACED.match(rest)
    ):
        return False
    listed = len(names) > 1 and all(map(looks_like_body, names[:-1]))
    if head in _LEVELS:
        return looks_like_body(rest) and all(map(looks_like_body, names[:-1]))
    if _MARK.search(head) or not (listed or _PLACED.match(head)) or is_department(rest):
        return False
    return not looks_like_body(head) and looks_like_body(head + rest)
