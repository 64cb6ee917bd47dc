"""Figures of one indicator, too many to be weighed each against each."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from kjplan.diffing import figure_pairs
from kjplan.diffing.figure_pairs import Figure, pair_figures
from kjplan.diffing.targets import compare_targets
from kjplan.matching.indicators import named, relation
from kjplan.matching.values import same_kind, same_measure, yardsticks
from kjplan.model import Target
from tests.diffing.plans import target
from tests.diffing.test_targets import lists, signature

ANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any two figures are a crowd."""
    monkeypatch.setattr(figure_pairs, "CROWDED", 0)


def figures(targets: list[Target]) -> list[Figure]:
    return [Figure(one) for one in targets]


@ANY
@given(lists)
@pytest.mark.usefixtures("crowded")
def test_a_crowd_is_the_same_as_itself(targets: list[Target]) -> None:
    assert [row.change for row in compare_targets(figures(targets), figures(targets))] == ["same"] * len(targets)


@ANY
@given(lists, lists)
@pytest.mark.usefixtures("crowded")
def test_no_figure_is_in_two_pairs_and_none_are_left_that_might_be_one(old: list[Target], new: list[Target]) -> None:
    pairs = pair_figures(figures(old), figures(new))
    left = [set(range(len(side))) for side in (old, new)]
    for pair in pairs:
        left[0].remove(pair.old)
        left[1].remove(pair.new)
        one, other = old[pair.old], new[pair.new]
        assert pair.relation == relation(named(one.indicator), named(other.indicator))
        assert not pair.step.kinds_compare or (same_kind(one, other) and same_measure(one, other))
    for i in left[0]:
        for j in left[1]:
            how = relation(named(old[i].indicator), named(new[j].indicator))
            assert how is None or (
                how not in ("same", "renamed") and not (same_kind(old[i], new[j]) and same_measure(old[i], new[j]))
            )


@ANY
@given(lists, lists)
@pytest.mark.usefixtures("crowded")
def test_a_crowd_is_paired_alike_both_ways(old: list[Target], new: list[Target]) -> None:
    there, back = (compare_targets(figures(one), figures(other)) for one, other in ((old, new), (new, old)))
    assert {signature(row, turned=False) for row in there} == {signature(row, turned=True) for row in back}


@given(lists, lists)
def test_units_compare_where_a_yardstick_is_the_same(old: list[Target], new: list[Target]) -> None:
    for one in old:
        for other in new:
            shared = yardsticks(one).items() & yardsticks(other).items()
            assert same_measure(one, other) == (bool(shared) or one.unit == other.unit)


@pytest.mark.usefixtures("crowded")
def test_the_most_alike_go_together_first() -> None:
    """The same value in the same unit before the same verb, and place last."""
    old = [target("产值", "7", "亿元", verb="达到"), target("产值", "5", "亿元"), target("产值", "3", "万元")]
    new = [target("产值", "9", "亿元", verb="达到"), target("产值", "7", "亿元"), target("产值", "3", "万元")]
    rows = compare_targets(figures(old), figures(new))
    told = [(row.old.value, row.new.value) for row in rows if row.old and row.new]
    assert told == [(Decimal(5), Decimal(9)), (Decimal(7), Decimal(7)), (Decimal(3), Decimal(3))]


def test_many_figures_of_one_indicator() -> None:
    """A hundred that went up by a half, one more in front: each has its heir or is the same, and one is new."""
    old = [target("产值", str(k), "亿元", comparator="ge") for k in range(100)]
    new = [target("产值", str(Decimal(k) / 2), "亿元", comparator="ge") for k in range(-1, 100)]
    rows = compare_targets(figures(old), figures(new))
    changes = [row.change for row in rows]
    assert (len(rows), changes.count("same"), changes.count("added"), changes.count("removed")) == (101, 50, 1, 0)
