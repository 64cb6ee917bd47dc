"""Where a target stands, given what was reported: what should be reached by now, and how that compares.

What kind of number it is decides (``Target.basis``):

- flow, increment, scope, selection count up from nothing: m/12 of the target at the end of month m
- level, share, growth and rank do not: 65 % coverage is not 11/12 of itself in November. With a start value the way
  from there to the target is what counts (``baseline``); without one the target itself is what is expected
- 不超过, 低于 and ranks are bounds: kept or not, and done only when the time is over. With a start value above the
  bound it is a way down
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from kjplan.model import Target

Status = Literal["behind", "on_pace", "ahead", "done", "done_early", "no_figure", "not_reported"]

STATUS_WORDS: dict[Status, tuple[str, str]] = {
    "behind": ("欠进度", "behind"),
    "on_pace": ("达进度", "on pace"),
    "ahead": ("超进度", "ahead"),
    "done": ("已完成", "done"),
    "done_early": ("提前完成", "done early"),
    "no_figure": ("无量化指标", "no figure"),
    "not_reported": ("未报送", "not reported"),
}
"""The status words that offices publish, and 未报送 for what nobody has reported."""

LEVELS = ("level", "share", "growth", "rank")
DOWNWARD = ("lt", "le")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one number says about a target."""

    expected: Fraction | None
    """What should be reached by now; None where only the part that is done was reported."""
    rate: Fraction | None
    """How much of the way is done, 1 for all; None for a bound, which has no way."""
    reached: bool
    """Whether the target itself is reached."""
    status: Status
    """behind, on_pace, ahead or done; whether that was early is not for one number to say."""


def expected(target: Target, baseline: Decimal | None, share: Fraction) -> Fraction | None:
    """What a target should have reached at some share of its schedule; None where it has no number."""
    if target.value is None:
        return None
    goal = Fraction(target.value)
    start = _start(target, baseline)
    return goal if start is None else start + (goal - start) * share


def judge(target: Target, value: Decimal, baseline: Decimal | None, share: Fraction) -> Judgement:
    """What a reported number says.

    :param target: one with a number
    :param value: in the target's unit
    :param baseline: what it stood at when the schedule began
    :param share: the part of the schedule that is over
    """
    assert target.value is not None
    goal, now, start = Fraction(target.value), Fraction(value), _start(target, baseline)
    due = goal if start is None else start + (goal - start) * share
    down = _is_downward(target)
    reached = _reaches(target, now, goal)
    if start is None and down:
        return Judgement(due, None, reached, "behind" if not reached else "done" if share == 1 else "on_pace")
    way = goal - (start or 0)
    rate = (now - (start or 0)) / way if way else Fraction(int(reached))
    if reached:
        return Judgement(due, rate, True, "done")
    late = now > due if down else now < due
    # Reached to the dot but more than that is promised: 突破2.6% at 2.6.
    on_the_dot = start is None and target.basis in LEVELS
    return Judgement(due, rate, False, "behind" if late else "on_pace" if on_the_dot else against(rate, share))


def judge_percent(percent: Decimal, share: Fraction) -> Judgement:
    """What a reported percentage says: against the share of the schedule, whatever is counted."""
    rate = Fraction(percent) / 100
    return Judgement(None, rate, rate >= 1, "done" if rate >= 1 else against(rate, share))


def against(rate: Fraction, share: Fraction) -> Status:
    """behind, on_pace or ahead. On pace is what reaches the share and is the same in the one decimal that offices print."""
    if rate < share:
        return "behind"
    return "on_pace" if tenths(rate) == tenths(share) else "ahead"


def tenths(rate: Fraction) -> Decimal:
    """A part of a whole in percent with one decimal, halves up: 11/12 is 91.7."""
    scaled = rate * 1000
    return Decimal((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)) / 10


def _is_downward(target: Target) -> bool:
    return target.comparator in DOWNWARD or target.basis == "rank"


def _start(target: Target, baseline: Decimal | None) -> Fraction | None:
    """Where the way to a target begins; None where there is none, and the target itself is expected all the time."""
    if target.value is None:
        return None
    if _is_downward(target):
        return Fraction(baseline) if baseline is not None and baseline > target.value else None
    if target.basis in LEVELS:
        return Fraction(baseline) if baseline is not None and baseline < target.value else None
    return Fraction(0)


def _reaches(target: Target, now: Fraction, goal: Fraction) -> bool:
    if target.comparator == "gt":
        return now > goal
    if target.comparator == "lt":
        return now < goal
    return now <= goal if _is_downward(target) else now >= goal
