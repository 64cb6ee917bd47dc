"""Which day the words of a deadline mean in a document that plans for one year and may be issued in another."""

import re
from collections.abc import Sequence
from datetime import date

from kjplan.extraction.dates import counted_from, resolve, year_in
from kjplan.extraction.times.deadline_forms import EXCEPTION
from kjplan.model import Deadline
from kjplan.reading.text import fold

_OF_ITS_DATE = re.compile("明年|下一?年")
"""Said from the day on which a document is dated: 明年3月底前 in the plan of 2024 that came out in November 2023 is of 2024."""
_PART_OF = re.compile("其中[^。;]{0,24}$")
"""年底前完成5座，其中3月底前完成2座: what follows a limit may lie before it."""
_ENDS_YEAR = ("年底", "年末", "今年")
_LATE, _EARLY = 10, 4
"""The months from which the next year is spoken of, and up to which one is meant."""
_ROLLS = 6
"""A document of December without a year of its own asks for 1月底前, and hardly for 11月底前, in the next one."""


def day_of(words: str, beside: int | None, year: int | None, written: date | None) -> date | None:
    """The last day meant. A document is of the year that it plans or of the one it is dated in, whichever is later, unless
    that lies far ahead (2030年前碳达峰行动方案).

    :param words: folded time words
    :param beside: the year that the words beside them state
    :param year: the plan's year
    :param written: the day the document is dated
    """
    base = beside or year
    if beside is None and written and (year is None or not 0 <= year - written.year <= 1):
        base = written.year
    if beside is None and written and year and written.year < year and _OF_ITS_DATE.search(words):
        base = written.year
    if "每" in words and (but := EXCEPTION.search(words)) and year_in(but[0]) == base:
        words = but[0].strip("()")  # 每年3月底(2024年为4月底)前, in the plan of 2024
    return resolve(words, base) or (counted_from(written, words) if written else None)


def at_the_turn(
    text: str, days: Sequence[tuple[int, int, date | None]], written: date | None, year: int | None, *, dated: bool
) -> list[date | None]:
    """The days of deadlines in order, some of them moved by a year where a document of the last months of a year speaks of the next
    one: in the plan of 2024, dated in November 2023, 12月底前完成自查，3月底前完成整改 begins in 2023; in a notice of
    December 2023 that names no year 1月底前 is of 2024.

    :param days: where the words of each deadline stand in the text, and their day
    :param dated: whether the year is only that of the document's date
    """
    found = [day for _, _, day in days]
    if written is None or year is None or not turns(written, year):
        return found
    for k, (start, end, day) in enumerate(days):
        words = text[start:end]
        if day is None or year_in(words) is not None or ("月" not in words and not words.startswith(_ENDS_YEAR)):
            continue
        if written.year == year - 1 and day.year == year and day.month >= _LATE:
            sooner = _moved(day, -1)
            if sooner >= written and _goes_on_early(text, days[k + 1 :], day, named="月" not in words):
                found[k] = sooner
        elif written.year == day.year == year and day < written and day.month <= _ROLLS:
            behind = k > 0 and day.month <= _EARLY and (before := found[k - 1]) is not None and before >= written
            if dated or behind:
                found[k] = _moved(day, 1)
    return found


def turns(written: date | None, year: int | None) -> bool:
    """Whether a document may speak of two years: it is dated in the last months of one, or before the one it plans."""
    return written is not None and (written.month >= _LATE or (year is not None and written.year < year))


def moved_days(due: Sequence[Deadline], year: int | None) -> dict[str, str]:
    """Which days the same words would mean if the document were read in its plan's year alone, and which they mean."""
    naive = {day.isoformat(): d.date for d in due if d.date and (day := resolve(fold(d.text), year))}
    return {day: meant for day, meant in naive.items() if day != meant}


def _goes_on_early(text: str, later: Sequence[tuple[int, int, date | None]], day: date, *, named: bool) -> bool:
    """Whether what follows a deadline of the last months is to be done in the first ones of the same year, as no order of steps goes.

    :param named: whether these must be called the next year's
    """
    if not later:
        return False
    start, end, after = later[0]
    early = after is not None and after.year == day.year and after.month <= _EARLY
    early = early and (not named or _OF_ITS_DATE.search(text, start, end) is not None)
    return early and _PART_OF.search(text, max(0, start - 32), start) is None


def _moved(day: date, years: int) -> date:
    """The same day of another year, the last of February where it has one less."""
    if (day.month, day.day) in ((2, 28), (2, 29)):
        return date.fromordinal(date(day.year + years, 3, 1).toordinal() - 1)
    return day.replace(year=day.year + years)


def is_phase(bracketed: bool, day: date, year: int | None) -> bool:
    """Whether a bracket of its own says when a step of the plan's year is taken: 摸清底数（2025年1月—2025年6月）。 also of a
    plan that came out in September."""
    return bracketed and day.year == year


def is_past(day: date, words: str, year: int | None, written: date | None, stage: bool) -> bool:
    """Whether a day of a stated year lies before the document: 到2004年底，全国装机规模达到…. A limit (2021年底前)
    stays: it may have been taken over from last year's plan, which a check finds.

    :param stage: or not after it, which is but the time of the plan: 2022年，…
    """
    years = [y for y in (year, written.year if written else None) if y is not None]
    if stage:
        return not years or day.year <= max(years)
    if words.endswith("前") or not years or year_in(words) is None:
        return False
    return day.year < min(years) or (written is not None and day < written)
