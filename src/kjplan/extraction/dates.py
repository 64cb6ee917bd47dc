"""Time words and the last day they mean."""

import re
from calendar import monthrange
from datetime import date, timedelta

from kjplan.extraction.numerals import arabic_dates

_YEAR = re.compile(r"(20\d\d)年|(19\d\d)年")
_FIVE_YEARS = re.compile("十([一二三四五六七八九])五")
"""The fourteenth five-year plan ends in 2025: 1955 + 5 × 14."""
_BLANK = re.compile(r"\s")
_MONTH = re.compile(r"(\d{1,2})月(?:(\d{1,2})日)?")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_BEFORE_PERIOD = re.compile(r"(?:年|月份?)(?:以|之)?前$")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_RECURRING = re.compile(r"每|长期|持续|常态|定期|[节旦汛暖期季学冬临来始][之以]?前")
"""Words that mean no one day, or one that no calendar of this year gives (汛期前)."""
_RELATIVE = {"明年": 1, "次年": 1}


def resolve(words: str, year: int | None) -> date | None:
    """The last day that time words mean, None where they recur, never end, or need a year that is not known.

    6月底前 is the last of June, 6月前 and 2030年前 end the day before, 上半年 ends on 30 June.

    :param words: folded time words: 2019年6月底前, 年底前, 第三季度末
    :param year: the plan's year, for words that name none
    """
    if _RECURRING.search(words):
        return None
    words = _BLANK.sub("", words)
    if _FIVE_YEARS.search(words):
        return date(1955 + 5 * (10 + "零一二三四五六七八九".index(_FIVE_YEARS.findall(words)[0])), 12, 31)
    words = arabic_dates(words)
    if m := _YEAR.search(words):
        year = int(m[1] or m[2])
    elif year is not None:
        year += next((n for word, n in _RELATIVE.items() if word in words), 0)
    if year is None:
        return None
    try:
        return _in_year(words, year)
    except ValueError:  # 2月30日, 13月: the text says so, no calendar does
        return None


def _in_year(words: str, year: int) -> date:
    exclusive = _BEFORE_PERIOD.search(words) is not None
    if m := _MONTH.search(words):
        month = int(m[1])
        if m[2]:
            return date(year, month, int(m[2]))
        if exclusive:
            return date(year, month, 1) - timedelta(days=1)
        return date(year, month, monthrange(year, month)[1])
    if m := _QUARTER.search(words):
        month = 3 * (_QUARTERS.get(m[1]) or int(m[1]))
        return date(year, month, monthrange(year, month)[1])
    if "上半年" in words:
        return date(year, 6, 30)
    return date(year - 1, 12, 31) if exclusive else date(year, 12, 31)
