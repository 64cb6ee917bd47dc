"""Time words and the last day they mean."""

import re
from calendar import monthrange
from datetime import date, timedelta

from kjplan.extraction.numerals import arabic_dates, chinese_number
from kjplan.extraction.times.time_words import EVENT_ENDS
from kjplan.reading.text import solid

_YEAR = re.compile(r"((?:19|20)\d\d)年度?")
_FIVE_YEARS = re.compile("十([一二三四五六七八九])五")
"""The fourteenth five-year plan ends in 2025: 1955 + 5 × 14."""
_NUMERIC = re.compile(r"(20\d\d)[-./](\d{1,2})(?!\d)(?:[-./](\d{1,2}))?")
_SPAN = re.compile(r"(?<=[\d年月日号份底末旬初])(?:[至到]|[-—–~]{1,2})(?=\D?[\d一二三四五六七八九十年])")
"""What stands between the ends of a stretch: 5月至9月, 2021-2025年; but 到2025年."""
_MONTH = re.compile(r"(\d{1,2})月(?:(\d{1,2})[日号])?")
_DAY_ONLY = re.compile(r"\d{1,2}[日号]")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_BEFORE_PERIOD = re.compile(r"(?:年|月份?)(?:以|之)?前$")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_TENTHS = {"上旬": 10, "月初": 10, "中旬": 20}
_CALENDAR = re.compile(
    r"\d月|[一二三四1-4]季度|半年|年度?年?[底末终内]|年中|(?:19|20)\d\d(?:年|$)|全年|今明两年|^(?:今|本|当|明|次)年度?$"
)
"""Without such words no day is named: 汛期前, 月底前, 长期推进."""
_NO_DAY = re.compile(
    r"每|长期|持续|常态|常年|定期|立行立改"
    rf"|[{EVENT_ENDS}](?:之|以)?前"
    r"|[年月天]左右|[年月天]的?(?:时间|努力|奋斗)|(?<![\d年])(?:\d{1,3}|[半一二两三四五六七八九十百]{1,4}) ?个?[年月](?:时间|左右)?(?:之|以)?内"
)
"""What recurs, what no calendar of this year gives, and what is counted from a day that is not stated."""
_LATER = re.compile("明年|次年|翌年|下一?年|今明两年")
_COUNTED = re.compile(
    r"(?:本[^日]{0,8}[印下]发|^[自从]发文)(?:之日)?(?:起|后|以后)的?,?([\d一二两三四五六七八九十百]{1,4}) ?个?(自然日|日|天|周|月)"
)


def resolve(words: str, year: int | None) -> date | None:
    """The last day that time words mean, None where they recur, never end, or need a year that is not known.

    6月底前 is the last of June, 6月前 and 2030年前 end the day before, 上半年 ends on 30 June; of a stretch (5月至9月) the end.

    :param words: folded time words: 2019年6月底前, 年底前, 第三季度末
    :param year: the plan's year, for words that name none
    """
    words = solid(words)
    if m := _FIVE_YEARS.search(words):
        return date(1955 + 5 * (10 + "零一二三四五六七八九".index(m[1])), 12, 31)
    words = arabic_dates(words).replace("元月", "1月")
    try:
        if numeric := _NUMERIC.findall(words):
            stated, month, day = numeric[-1]
            return date(int(stated), int(month), int(day or monthrange(int(stated), int(month))[1]))
        if _NO_DAY.search(words) or not _CALENDAR.search(words):
            return None
        *before, last = _SPAN.split(words)
        for piece in (*before, last):
            year = _year_of(piece, year)
        if before and _DAY_ONLY.match(last) and (m := _MONTH.search(before[0])):
            last = f"{m[1]}月{last}"
        return None if year is None else _in_year(last, year)
    except ValueError:  # 2月30日, 13月: the text says so, no calendar does
        return None


def counted_from(issued: date, words: str) -> date | None:
    """The last day of a term that runs from the issue of the document that sets it: 本通知印发之日起30日内."""
    m = _COUNTED.search(words)
    if m is None:
        return None
    count = int(m[1]) if m[1].isdecimal() else int(chinese_number(m[1]))
    if m[2] != "月":
        return issued + timedelta(days=count * (7 if m[2] == "周" else 1))
    year, month = divmod(issued.year * 12 + issued.month - 1 + count, 12)
    return date(year, month + 1, min(issued.day, monthrange(year, month + 1)[1]))


def year_in(words: str) -> int | None:
    """The last year that time words state."""
    years = _YEAR.findall(arabic_dates(words))
    return int(years[-1]) if years else None


def _year_of(piece: str, year: int | None) -> int | None:
    """The year of one end of a stretch: stated, or counted on from the one before (2022年10月至次年3月)."""
    if (stated := year_in(piece)) is not None:
        return stated
    return year + 1 if year is not None and _LATER.search(piece) else year


def _in_year(words: str, year: int) -> date:
    exclusive = _BEFORE_PERIOD.search(words) is not None
    if m := _MONTH.search(words):
        month, last = int(m[1]), monthrange(year, int(m[1]))[1] if 1 <= int(m[1]) <= 12 else 0
        if m[2]:
            return date(year, month, int(m[2]))
        if exclusive:
            return date(year, month, 1) - timedelta(days=1)
        return date(year, month, next((day for name, day in _TENTHS.items() if name in words), last))
    if m := _QUARTER.search(words):
        month = 3 * (_QUARTERS.get(m[1]) or int(m[1]))
        return date(year, month, monthrange(year, month)[1])
    if "上半年" in words or "年中" in words:
        return date(year, 6, 30)
    return date(year - 1, 12, 31) if exclusive else date(year, 12, 31)
