"""序时进度: at the end of month m a task is on pace when it has reached m/12 of its target.

Between two month ends the share of the last finished month counts. A task with a deadline of its own has its own
schedule, from the start of the plan's first year to the month of that deadline; a plan for several years has so many
times twelve months.
"""

from calendar import monthrange
from datetime import date
from fractions import Fraction


def months_done(start: int, day: date) -> int:
    """Whole months from the first of January of a year to a day, which counts as its month's end if it is the last."""
    months = (day.year - start) * 12 + day.month
    return months if day.day == monthrange(day.year, day.month)[1] else months - 1


def share(start: int, end: date, day: date) -> Fraction:
    """The part of a schedule that should be done on a day, from 0 to 1.

    :param start: the plan's first year
    :param end: the last day of the schedule
    """
    if day >= end:
        return Fraction(1)
    total = (end.year - start) * 12 + end.month
    return Fraction(min(max(months_done(start, day), 0), total), total) if total > 0 else Fraction(1)
