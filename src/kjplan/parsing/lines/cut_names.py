"""Times and names of bodies that a line end cuts inside a cell: 2024年 / 6月底前, 市妇幼保 / 健院."""

import re

from kjplan.extraction.names.unit_names import is_department, looks_like_body
from kjplan.model import Span

_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s?年")
_MONTH = re.compile(r"[0-9]{1,2}\s?月")
_MONTH_END = re.compile(r"[0-9]\s?月$")
_DAY = re.compile(r"[0-9]{1,2}\s?日")
_LIST_MARK = re.compile("[、,;/\\s]")
_MARK = re.compile("[。:!?]")
_PLACED = re.compile("(?:[一-鿿]{2,3})?[省市区县州旗镇乡](?![场民])|各")
"""What names of bodies begin with: a place or its level."""
_LONGEST_HEAD, _LONGEST_TAIL = 12, 6


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
    if not 1 < len(head) <= _LONGEST_HEAD or not 1 <= len(rest) <= _LONGEST_TAIL or _PLACED.match(rest):
        return False
    listed = len(names) > 1 and all(map(looks_like_body, names[:-1]))
    if _MARK.search(head) or not (listed or _PLACED.match(head)) or is_department(rest):
        return False
    return not looks_like_body(head) and looks_like_body(head + rest)
