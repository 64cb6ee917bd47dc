"""Points that stand one behind the other on a line of their own: 1.新建泵站3座；2.改造管网5公里；3.覆盖率达到60%。"""

import re

from kjplan.late import late

OPENS = frozenset("0123456789(①")
"""The characters that such a line begins with."""
_POINT = r"(?:(?P<dot>[0-9]{1,2})[.、]|\((?P<paren>[0-9]{1,2})\)|(?P<ring>[①-⑳]))(?![0-9])"
_FIRST = re.compile(_POINT)
_NEXT = late(rf"(?<=[;。])[ \t]?(?P<at>{_POINT})")
_BEHIND = re.compile(r";[ \t]?[0-9(①-⑳]"), re.compile(r"。[ \t]?[0-9(①-⑳]")
"""What stands where a second point begins: each with a plain character first, which the engine finds at once."""
_FIGURE = re.compile("[0-9]|翻番|翻两番|[一二三四五六七八九十百][个家项座]")
_LONGEST = 80
"""Characters of such a point; what is longer is a paragraph."""


def may_count(folded: str) -> bool:
    """Whether a text has such points at all."""
    return any(behind.search(folded) for behind in _BEHIND)


def counted_points(folded: str, start: int, end: int) -> list[int]:
    """Where the second and later points begin of a line that is nothing but points, each with a figure, whose numbers count on."""
    m = _FIRST.match(folded, start, end)
    if m is None:
        return []
    style, number, found = m.lastgroup, _number(m), list[int]()
    if folded.find(_written(str(style), number + 1), m.end(), end) < 0:
        return []
    begins = [m.end()]
    for n in _NEXT.finditer(folded, m.end(), end):
        if n[str(style)] is None:
            continue
        if _number(n) != number + len(found) + 1:
            return []
        found.append(n.start("at"))
        begins.append(n.end("at"))
    points = zip([start, *found], begins, [*found, end], strict=True)
    if not found or any(stop - at > _LONGEST or not _FIGURE.search(folded, words, stop) for at, words, stop in points):
        return []
    return found


def _written(style: str, number: int) -> str:
    """How a number is written that a point of a style begins with."""
    if style == "ring":
        return chr(ord("①") + number - 1)
    return f"({number})" if style == "paren" else str(number)


def _number(m: re.Match[str]) -> int:
    digits = m["dot"] or m["paren"]
    return int(digits) if digits else ord(m["ring"]) - ord("①") + 1
