"""What a number says about a target, by the kind of number it is. Every row is worked out by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kjplan.ledger.judging import expected, judge, judge_percent, tenths
from kjplan.ledger.schedule import months_done, share
from kjplan.model import Basis, Comparator, Target
from tests.ledger.days import day

JUNE, NOVEMBER, END = Fraction(6, 12), Fraction(11, 12), Fraction(1)


def target(basis: Basis | None, value: str, comparator: Comparator = "ge") -> Target:
    return Target(id="M1.1", indicator="粮食", basis=basis, comparator=comparator, value=Decimal(value), unit="吨")


@pytest.mark.parametrize(
    ("basis", "comparator", "goal", "baseline", "gone", "now", "due", "rate", "status"),
    [
        # flow and increment: m/12 of the target
        ("flow", "ge", "400", None, JUNE, "199.9", 200, "50.0", "behind"),
        ("flow", "ge", "400", None, JUNE, "200", 200, "50.0", "on_pace"),
        ("flow", "ge", "400", None, JUNE, "201", 200, "50.3", "ahead"),
        ("increment", "bare", "1000", None, NOVEMBER, "916", "2750/3", "91.6", "behind"),
        ("increment", "bare", "1000", None, NOVEMBER, "917", "2750/3", "91.7", "on_pace"),
        ("increment", "bare", "1000", None, NOVEMBER, "918", "2750/3", "91.8", "ahead"),
        ("increment", "bare", "1000", None, NOVEMBER, "1000", "2750/3", "100.0", "done"),
        ("scope", "bare", "7", None, JUNE, "4", "7/2", "57.1", "ahead"),
        ("selection", "bare", "100", None, JUNE, "0", 50, "0.0", "behind"),
        (None, "bare", "12", None, JUNE, "6", 6, "50.0", "on_pace"),
        # a start value changes nothing about what counts from nothing
        ("increment", "bare", "1000", "300", JUNE, "500", 500, "50.0", "on_pace"),
        # a level is not 11/12 of itself
        ("level", "ge", "65", None, NOVEMBER, "60", 65, "92.3", "behind"),
        ("level", "ge", "65", None, NOVEMBER, "65", 65, "100.0", "done"),
        # with a start value the way from there counts: 53 to 65, half of it by the end of June is 59
        ("level", "ge", "65", "53", JUNE, "58.9", 59, "49.2", "behind"),
        ("level", "ge", "65", "53", JUNE, "59", 59, "50.0", "on_pace"),
        ("level", "ge", "65", "53", JUNE, "60", 59, "58.3", "ahead"),
        ("share", "ge", "48", "45", JUNE, "46", "93/2", "33.3", "behind"),
        # at the start already what is promised: it has to stay there
        ("level", "ge", "65", "66", JUNE, "64", 65, "98.5", "behind"),
        ("level", "ge", "65", "66", JUNE, "65.5", 65, "100.8", "done"),
        # 突破2.6%: 2.6 is not more than 2.6
        ("level", "gt", "2.6", None, JUNE, "2.6", "13/5", "100.0", "on_pace"),
        ("level", "gt", "2.6", None, JUNE, "2.61", "13/5", "100.4", "done"),
        # growth is a rate that has to be there at any time
        ("growth", "ge", "6", None, JUNE, "5.9", 6, "98.3", "behind"),
        ("growth", "ge", "6", None, JUNE, "6", 6, "100.0", "done"),
        # bounds: kept or not, and done when the time is over
        ("level", "le", "5", None, JUNE, "5", 5, None, "on_pace"),
        ("level", "le", "5", None, JUNE, "5.1", 5, None, "behind"),
        ("flow", "le", "100", None, JUNE, "99", 100, None, "on_pace"),
        ("level", "le", "5", None, END, "5", 5, None, "done"),
        ("level", "lt", "5", None, END, "5", 5, None, "behind"),
        # a way down: from 6 to 5, half of it by the end of June is 5.5
        ("level", "le", "5", "6", JUNE, "5.6", "11/2", "40.0", "behind"),
        ("level", "le", "5", "6", JUNE, "5.4", "11/2", "60.0", "ahead"),
        ("level", "le", "5", "6", JUNE, "4.9", "11/2", "110.0", "done"),
        # the smaller a rank the better
        ("rank", "bare", "40", None, JUNE, "41", 40, None, "behind"),
        ("rank", "bare", "40", None, JUNE, "39", 40, None, "on_pace"),
        ("rank", "bare", "40", "46", JUNE, "43", 43, "50.0", "on_pace"),
    ],
)
def test_a_number_is_judged_as_what_it_is(
    basis: Basis | None, comparator: Comparator, goal: str, baseline: str | None, gone: Fraction, now: str,
    due: str | int, rate: str | None, status: str,
) -> None:  # fmt: skip
    start = None if baseline is None else Decimal(baseline)
    found = judge(target(basis, goal, comparator), Decimal(now), start, gone)
    assert found.status == status
    assert found.expected == Fraction(due) == expected(target(basis, goal, comparator), start, gone)
    assert (found.rate is None) == (rate is None) and (
        rate is None or tenths(found.rate or Fraction(0)) == Decimal(rate)
    )


@pytest.mark.parametrize(
    ("percent", "gone", "status"),
    [
        ("49.9", JUNE, "behind"),
        ("50", JUNE, "on_pace"),
        ("51", JUNE, "ahead"),
        ("91.7", NOVEMBER, "on_pace"),
        ("91.6", NOVEMBER, "behind"),
        ("100", JUNE, "done"),
        ("120", JUNE, "done"),
    ],
)
def test_a_percentage_is_judged_against_the_time_that_is_gone(percent: str, gone: Fraction, status: str) -> None:
    assert judge_percent(Decimal(percent), gone).status == status


def test_a_target_without_a_number_expects_none() -> None:
    assert expected(Target(id="M1.1"), None, JUNE) is None


@pytest.mark.parametrize(
    ("on", "months"),
    [("2022-01-01", 0), ("2022-01-30", 0), ("2022-01-31", 1), ("2022-02-28", 2), ("2022-06-29", 5), ("2022-06-30", 6)],
)
def test_a_month_counts_when_it_is_over(on: str, months: int) -> None:
    assert months_done(2022, day(on)) == months


@pytest.mark.parametrize(
    ("start", "end", "on", "gone"),
    [
        (2022, "2022-12-31", "2022-11-30", Fraction(11, 12)),
        (2022, "2022-12-31", "2022-12-30", Fraction(11, 12)),
        (2022, "2022-12-31", "2022-12-31", Fraction(1)),
        (2022, "2022-12-31", "2023-03-01", Fraction(1)),
        (2022, "2022-12-31", "2021-12-31", Fraction(0)),
        (2022, "2022-06-30", "2022-03-31", Fraction(1, 2)),
        (2022, "2022-06-15", "2022-06-14", Fraction(5, 6)),
        (2022, "2022-06-15", "2022-06-15", Fraction(1)),
        (2021, "2023-12-31", "2022-06-30", Fraction(1, 2)),
        (2022, "2021-12-31", "2021-06-30", Fraction(1)),
    ],
)
def test_a_schedule_runs_to_its_deadline(start: int, end: str, on: str, gone: Fraction) -> None:
    assert share(start, day(end), day(on)) == gone


def test_shares_are_printed_as_offices_print_them() -> None:
    assert [str(tenths(Fraction(m, 12))) for m in (1, 6, 11, 12)] == ["8.3", "50", "91.7", "100"]
