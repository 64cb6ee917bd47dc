"""Periods of a year by name: 2022, 2022-H1, 2022-Q3, 2022-06."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from kjplan.errors import KjplanError
from kjplan.language import say

_NAME = re.compile(r"([0-9]{4})(?:-(?:H([12])|Q([1-4])|([0-9]{1,2})))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """Some months of one year."""

    name: str
    """2022-H1."""
    start: date
    """Its first day."""
    end: date
    """Its last day."""
    zh: str
    """2022年上半年."""
    en: str
    """the first half of 2022."""


def period(name: str) -> Period:
    """The period of a name.

    :raises KjplanError: it is none
    """
    found = _NAME.fullmatch(name.strip())
    if found is not None and int(found[1]) > 0:
        year, half, quarter, month = (int(group) if group else None for group in found.groups())
        assert year is not None
        if half:
            zh, en = ("上半年", "下半年")[half - 1], ("first", "second")[half - 1]
            return _period(name, year, 6 * half - 5, 6 * half, zh, f"the {en} half of {year}")
        if quarter:
            ordinal = "一二三四"[quarter - 1]
            zh, en = f"第{ordinal}季度", f"quarter {quarter} of {year}"
            return _period(name, year, 3 * quarter - 2, 3 * quarter, zh, en)
        if month is None:
            return _period(name, year, 1, 12, "", str(year))
        if 1 <= month <= 12:
            return _period(name, year, month, month, f"{month}月", f"{year}-{month:02}")
    raise KjplanError(
        say("不是时段", "no period"),
        name,
        say("如 2022、2022-H1、2022-Q3、2022-06", "such as 2022, 2022-H1, 2022-Q3, 2022-06"),
    )


def _period(name: str, year: int, first: int, last: int, zh: str, en: str) -> Period:
    end = date(year, last, monthrange(year, last)[1])
    return Period(name.strip().upper(), date(year, first, 1), end, f"{year}年{zh}", en)
