"""Dates as documents write them, to ISO form."""

import re
from datetime import date

from kjplan.reading.text import solid

_CN_DIGIT = {ch: str(n) for n, ch in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0", "O": "0", "0": "0"}
_CN_YEAR = r"[二一三〇○零O0四五六七八九]{4}"
_CN_DAY = r"[一二三四五六七八九十廿卅]{1,3}"
DATE = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2}) ?(?:年 ?(?P<m>[0-9]{1,2}) ?月 ?(?P<d>[0-9]{1,2}) ?日?"
    r"|(?P<sep>[-./])(?P<m2>[0-9]{1,2})(?P=sep)(?P<d2>[0-9]{1,2}))"
    rf"|(?P<cy>{_CN_YEAR})年(?P<cm>{_CN_DAY})月(?P<cd>{_CN_DAY})日"
)
"""2022年3月25日 · 2022-03-25 · 2022.3.25 · 二〇二二年三月二十五日, in folded text."""
_STARTS = frozenset("12二一三〇○零O0四五六七八九")
"""The first characters of these."""


def iso_date(folded: str) -> str | None:
    """The ISO form of text that is one date and nothing else, or None; ``2022年13月1日`` is none."""
    plain = folded.strip("? \t\n")
    if plain[:1] not in _STARTS:
        return None
    m = DATE.fullmatch(plain if "\n" not in plain else solid(plain))
    return None if m is None else date_of(m)


def date_of(m: re.Match[str]) -> str | None:
    """The ISO form of a match of ``DATE``, or None where there is no such day."""
    if m["cy"]:
        year, month, day = _cn_year(m["cy"]), _small(m["cm"]), _small(m["cd"])
    else:
        year, month, day = int(m["y"]), int(m["m"] or m["m2"]), int(m["d"] or m["d2"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_YEARS = re.compile(r"((?:19|20)[0-9]{2})(?:年?[-—–~至到]+((?:19|20)[0-9]{2}))?年?")
_CN_YEARS = re.compile(rf"({_CN_YEAR})年?(?:[-—–~至到]+({_CN_YEAR}))?年")


def years_of(folded: str) -> tuple[int, int | None] | None:
    """The years that a title plans for, the last named: (2022, None), (2023, 2025) for 2023—2025年, 2023 in 二〇二三年.

    What stands in a bracket at the end counts only where nothing else does: 2023年工作要点(2022年修订).
    """
    plain = re.sub(r"\([^()]*\)$", "", folded)
    for text in (plain, folded):
        if hits := list(_YEARS.finditer(text)):
            return int(hits[-1][1]), int(hits[-1][2]) if hits[-1][2] else None
        if hits := list(_CN_YEARS.finditer(text)):
            return _cn_year(hits[-1][1]), _cn_year(hits[-1][2]) if hits[-1][2] else None
    return None


def _cn_year(digits: str) -> int:
    return int("".join(_CN_DIGIT[c] for c in digits))


def _small(number: str) -> int:
    from kjplan.parsing.markers import ordinal_of

    return ordinal_of(number.replace("廿", "二十").replace("卅", "三十"))
