"""The numbers in slogans: “三个一批” announces three, “四大一创” four and one."""

import re

from kjplan.parsing.markers import ordinal_of

_NUMERAL = re.compile("[一二两三四五六七八九十双]+")
_NO_NUMBER = re.compile(
    "十[一二三四五]五|[一二三四五六七八九]五(?:规划|时期|计划|期间)?$|第[一二三四五六七八九十]|一[流体化批把同再些起]"
)
"""“十四五”, 第一责任, 一流: numerals that count nothing."""
_OPEN = re.compile("等(?:[^待级同高奖]|$)")
_JOINT = re.compile("[和与及]|以及")
_PARTS = re.compile("[、，；,;]")
SEVERAL = 3
"""A list of fewer entries is too short to tell a list from a remark."""


def slogan_numbers(slogan: str) -> set[int]:
    """How many things a slogan may announce: its first number, and all of them together; nothing where that is one.

    >>> sorted(slogan_numbers("四大一创"))
    [4, 5]
    """
    text = _NO_NUMBER.sub("", slogan)
    numbers = [
        2 if n == "双" else ordinal_of(n.replace("两", "二").replace("双", "二")) for n in _NUMERAL.findall(text)
    ]
    if not numbers or numbers[0] < 2:
        return set()
    return {numbers[0], sum(numbers)}


def entries_of(words: str) -> range:
    """How many entries a list may have, 和 joining two of them or standing in one; an empty range where it is none, or
    says itself that it is open (等)."""
    entries = [entry for entry in _PARTS.split(words) if entry.strip()]
    if len(entries) < SEVERAL - 1 or _OPEN.search(words):
        return range(0)
    numbers = counted(entries)
    return numbers if numbers[-1] >= SEVERAL else range(0)


def counted(entries: list[str]) -> range:
    """How many entries there may be: 和 joins two, or stands in one; what ends as the others do before it is joined for certain
    (甲红线、乙底线、丙上线和清单 are four).

    >>> counted(["甲红线", "乙底线", "丙上线和清单"])
    range(4, 5)
    """
    joined = [m for entry in entries if (m := _JOINT.search(entry, 1))]
    last = _JOINT.search(entries[-1], 1)
    sure = last is not None and len(entries) > 1 and entries[-2].endswith(entries[-1][last.start() - 1])
    return range(len(entries) + sure, len(entries) + len(joined) + 1)
