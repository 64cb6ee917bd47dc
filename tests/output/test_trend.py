"""Sparklines, differences in words, and the lines that git compares."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kjplan import language
from kjplan.diffing.trend import trend
from kjplan.model import Plan, Section
from kjplan.output.escape import visible
from kjplan.output.fact_lines import fact_lines
from kjplan.output.sparkline import sparkline
from kjplan.output.trend_tables import everything, indicators, signed
from kjplan.output.trend_text import to_text
from tests.diffing.plans import copied, goal, plan, plan_2022, target
from tests.storage.strategies import plans


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        (["1", "2", "3"], "▁▅█"),
        (["3", None, "1"], "█·▁"),
        (["5", "5"], "▄▄"),
        (["5"], "▄"),
        ([None, None], "··"),
        ([], ""),
        (["16600000000", "40000000000"], "▁█"),
        (["-2", "0.5"], "▁█"),
    ],
)
def test_sparkline(values: list[str | None], drawn: str) -> None:
    assert sparkline([None if v is None else Decimal(v) for v in values]) == drawn


@given(st.lists(st.none() | st.decimals(allow_nan=False, allow_infinity=False), max_size=12))
def test_a_sparkline_has_a_sign_a_value_and_keeps_the_order(values: list[Decimal | None]) -> None:
    drawn = sparkline(values)
    assert len(drawn) == len(values)
    pairs = [(value, sign) for value, sign in zip(values, drawn, strict=True) if value is not None]
    for (one, low), (other, high) in zip(sorted(pairs), sorted(pairs)[1:], strict=False):
        assert one <= other and low <= high


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("23400000000", "元", "+234亿元"),
        ("-880000000", "元", "-8.8亿元"),
        ("14000", "个", "+1.4万个"),
        ("9999", "个", "+9999个"),
        ("0.5", "%", "+0.5 points"),
        ("20000", "%", "+20000 points"),
        ("0", "家", "the same"),
        ("3", None, "+3"),
    ],
)
def test_difference_in_words(value: str, unit: str | None, words: str) -> None:
    language.choose("en")
    try:
        assert signed(Decimal(value), unit) == words
    finally:
        language.choose(None)


def _year(year: int, low: str, high: str | None = None) -> Plan:
    figure = target("地区生产总值", low, "%", basis="growth", comparator="range" if high else "bare", value_max=high)
    return plan(Section(title="目标", role="goals", children=[goal(figure)]), year=year)


def test_first_to_last_passes_over_a_range_but_not_into_one() -> None:
    (row,) = indicators(trend([_year(2020, "8"), _year(2021, "6", "7"), _year(2022, "5.5")]), "goals").rows
    assert row[-2].startswith("-2.5")
    (row,) = indicators(trend([_year(2020, "8"), _year(2021, "6", "7")]), "goals").rows
    assert row[-2] == ""


def test_csv_has_a_row_a_figure_in_base_units() -> None:
    rows = everything(trend([_year(2020, "8"), _year(2022, "5.5")])).rows
    assert [(row[3], row[5], row[7]) for row in rows] == [("2020", "8", ""), ("2022", "5.5", "-2.5")]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(plans)
def test_facts_stand_on_one_line_each_and_are_visible(made: Plan) -> None:
    for line in fact_lines(made):
        assert visible(line) == line


def test_numbers_spans_and_ids_are_no_facts_of_the_body() -> None:
    other = copied(plan_2022())
    for measure in other.measures:
        measure.number, measure.id, measure.span = f"{measure.number}0", "X", (1, 2)
    one, two = ("\n".join(fact_lines(p)).partition("\nnumbers\n") for p in (plan_2022(), other))
    assert one[0] == two[0] and one[2] != two[2]


def test_many_years_on_a_narrow_terminal_are_the_first_and_the_last_and_that_is_said() -> None:
    found = trend([_year(year, str(year - 2010)) for year in range(2016, 2026)])
    language.choose("en")
    try:
        narrow, wide = (to_text(found, ("goals",), columns=columns) for columns in (60, 200))
    finally:
        language.choose(None)
    assert narrow.splitlines()[0].endswith(" (10 plans)")
    assert "2016" in narrow and "2025" in narrow and "2020" not in narrow
    assert narrow.endswith(
        "\nno room for all years: the first and the last are shown; -o trend.xlsx or .html has them all\n"
    )
    assert "2020" in wide and "no room" not in wide
    assert "2020" in to_text(found, ("goals",))
