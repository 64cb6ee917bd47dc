"""Headings that stand at the end of a line of ordinary length, because the line break before them was lost."""

import re

from kjplan.extraction.tables import one_of
from kjplan.parsing.lines.part_names import ROLE_WORDS

_PART = re.compile(
    r"、(?:(?<=[。;!)][一二三四五六七八九十]、)|(?<=[。;!)] [一二三四五六七八九十]、))"
    rf"(?:(?:{one_of(w for role in ROLE_WORDS.values() for w in role.split('|'))})(?![,、的])|[一-鿿]{{2,14}}(?=[ \t]*\n))"
)
"""…提出以下意见。 一、指导思想: behind the end of a sentence, what is called as parts are, or a title at the end of the line."""
_DECIMAL = re.compile(r"\.(?<=[。;!][0-9]\.)[0-9]{1,2}[ \t]{1,3}[一-鿿]{2,14}(?=[ \t]*\n)")
"""规范处置。1.2 依据: the same of a number with a blank behind it."""
_FIRST_BELOW = re.compile(
    r"(?P<n>[0-9]{1,2})[ \t]{0,3}[^\d\s。;:,、.][^\d。;:,、.]{1,20}?(?=(?P=n)\.1[ \t]{0,3}[一-鿿])"
)
"""1 总则1.1 目的: a title and the first number below it."""
_NEXT = re.compile(
    r"(?<=[。;!])\s{0,3}(?P<n>[0-9]{1,2}\.[0-9]{1,2})[ \t]{0,3}(?=[一-鿿])(?![万亿个项家名倍元年月日米公])"
)


def joined_parts(folded: str) -> list[int]:
    """Where the parts begin that stand behind a sentence of their line, as no other words do."""
    return [m.start() - 1 for pattern in (_PART, _DECIMAL) for m in pattern.finditer(folded)]


def joined_decimals(folded: str, start: int, end: int) -> list[int]:
    """Where the numbers 1.1, 1.2 … begin inside a line that begins with 1 or 1.1; none where one is missing."""
    found: list[int] = []
    at = folded.find(".", start, end)
    if at < 0:
        return found
    major, minor, begin = 0, 0, start
    if m := _FIRST_BELOW.match(folded, start, end):
        major, minor, begin = int(m["n"]), 1, m.end()
        found.append(begin)
    elif folded[start:at].isdecimal() and folded[at + 1 : at + 2].isdecimal() and at - start <= 2:
        digits = folded[at + 1 : at + 3]
        major, minor = int(folded[start:at]), int(digits if digits.isdecimal() else digits[0])
    for m in _NEXT.finditer(folded, begin, end) if major else ():
        if m["n"] == f"{major}.{minor + 1}":
            minor += 1
            found.append(m.start("n"))
    return found
