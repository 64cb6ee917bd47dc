"""Headings that stand at the end of a line of ordinary length, because the line break before them was lost."""

import re
from itertools import pairwise

from kjplan.extraction.names.body_ends import STRONG
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
    r"(?<=[。;!)])\s{0,3}(?P<n>[0-9]{1,2}\.[0-9]{1,2})[ \t]{0,3}(?=[一-鿿])(?![万亿个项家名倍元年月日米公])"
)


def joined_parts(folded: str) -> list[int]:
    """Where the parts begin that stand behind a sentence of their line, as no other words do."""
    return [m.start() - 1 for pattern in (_PART, _DECIMAL) for m in pattern.finditer(folded)]


def joined_decimals(folded: str, start: int, end: int) -> list[int]:
    """Where the numbers 1.1, 1.2 … begin inside a line that begins with 1 or 1.1; none where one is missing."""
    found: list[int] = []
    at = folded.find(".", start, end)
    if at < 0 or not folded[at + 1 : at + 2].isdecimal():
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


_PART_ABOVE = re.compile(
    r"(?:(?<=[。;!)])[ \t]{0,3}|(?<=[一-鿿》])|^)(?P<n>[0-9]{1,2})[ \t]{0,3}[^\d\s。;:,、.][^\d\s。;:,、.]{1,20}?[ \t]{0,3}"
    r"(?P<first>(?P=n)\.1[ \t]{0,3})(?=[一-鿿])(?![万亿个项家名倍元年月日米公])"
)
_FEWEST_PARTS = 2


def decimal_parts(folded: str, start: int, end: int) -> list[int]:
    """Where parts and the numbers below them begin in a line that holds a whole document: …预案1总则1.1目的…。1.2依据…。2体系2.1机构….
    Each part counts on behind the end of a sentence; only the first may stand behind the title. None where it is the only one."""
    parts: list[int] = []
    if folded.find("1.1", start, end) < 0:
        return parts
    for m in _PART_ABOVE.finditer(folded, start, end):
        ended = folded[max(start, m.start() - 1) : m.start("n")].rstrip(" \t")[-1:] in "。;!)" if parts else True
        if ended and int(m["n"]) == len(parts) + 1:
            parts.append(m.start("n"))
    if len(parts) < _FEWEST_PARTS:
        return []
    return [*parts, *(at for a, b in pairwise([*parts, end]) for at in joined_decimals(folded, a, b))]


_DAY = re.compile(
    r"(?:(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|[一二][一二三四五六七八九〇○零O0]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_BEHIND_DAY = ("主题词", "附件", "附 件", "附:", "抄送", "(此件")
_NAME_BEHIND = re.compile("(?![前起以至召的后底内发公印通星上下中晚报开到及和在于施实生修晴阴])[一-鿿]{2,16}$")
_SIGNED = re.compile(rf"\n[ \t]*[^\s。,;:《》]{{2,30}}{STRONG}[ \t]*\r?\n[ \t]*$")
_LONGEST_NAME = 44


def glued_day(folded: str, start: int, end: int) -> list[int]:
    """Where the words begin that stand at once behind the day of a signature: 二○一○年四月七日任务书, …日主题词：…."""
    if not 0 < folded.find("日", start, start + 18) < end - 1 or (m := _DAY.match(folded, start, end)) is None:
        return []
    at = m.end()
    named = _NAME_BEHIND.match(folded, at, end) and _SIGNED.search(folded, max(0, start - _LONGEST_NAME), start)
    return [at] if named or folded.startswith(_BEHIND_DAY, at, end) else []
