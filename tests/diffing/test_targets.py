"""Targets side by side: same, changed by how much, renamed, replaced, or of another kind."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.diffing.crowds import Key
from kjplan.diffing.figure_pairs import Figure, near_links
from kjplan.diffing.result import GoalChange
from kjplan.diffing.targets import compare_targets
from kjplan.matching.indicators import named, relation_of_concepts
from kjplan.model import Deadline, Target
from tests.diffing.plans import target


def compared(old: list[Target], new: list[Target]) -> list[GoalChange]:
    return compare_targets([Figure(t) for t in old], [Figure(t) for t in new])


def only(old: Target, new: Target) -> GoalChange:
    rows = compared([old], [new])
    assert len(rows) == 1
    return rows[0]


@pytest.mark.parametrize(
    ("old", "new", "delta", "direction"),
    [
        (("2.1", "%"), ("2.6", "%"), "0.5", "up"),
        (("1200", "家"), ("1500", "家"), "300", "up"),
        (("7.5", "件"), ("7.5", "件"), "0", "same"),
        (("100", "家"), ("99.99", "家"), "-0.01", "down"),
        # Classifiers count alike; 0.1 + 0.2 is exact.
        (("10", "个"), ("12", "家"), "2", "up"),
        (("0.1", "%"), ("0.3", "%"), "0.2", "up"),
        # In the base unit where the units differ.
        (("4000000", "万元"), ("400", "亿元"), "0", "same"),
        (("900000", "万元"), ("95", "亿元"), "500000000", "up"),
    ],
)
def test_delta_is_exact(old: tuple[str, str], new: tuple[str, str], delta: str, direction: str) -> None:
    row = only(target("技术合同成交额", *old), target("技术合同成交额", *new))
    assert (row.delta, row.direction) == (Decimal(delta), direction)


@pytest.mark.parametrize(
    ("old", "new", "delta", "direction"),
    [
        (("20", "30"), ("25", "35"), "5", "up"),
        (("20", "30"), ("20", "35"), None, "up"),
        (("20", "30"), ("25", "28"), None, None),
        (("20", None), ("20", "30"), None, "up"),
        (("20", "30"), ("20", "30"), "0", "same"),
    ],
)
def test_ranges(old: tuple[str, str], new: tuple[str, str], delta: str | None, direction: str | None) -> None:
    one, other = (target("平台", low, "家", value_max=high, comparator="range") for low, high in (old, new))
    row = only(one, other)
    assert (row.delta, row.direction) == (delta and Decimal(delta), direction)


def test_a_range_in_another_unit_is_compared_at_both_ends() -> None:
    row = only(target("成交额", "2", "亿元", value_max="3"), target("成交额", "30000", "万元", value_max="40000"))
    assert (row.delta, row.direction) == (Decimal(100000000), "up")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # 新增 against 总量 of the same indicator.
        (target("科技型企业", "1200", "家", basis="increment"), target("科技型企业", "5000", "家", basis="level")),
        (target("生产总值", "6", "%", basis="growth"), target("生产总值", "8000", "亿元", basis="flow")),
    ],
)
def test_another_kind_of_figure_has_no_delta(old: Target, new: Target) -> None:
    row = only(old, new)
    assert (row.change, row.delta, row.direction, row.notes) == ("changed", None, None, ["basis_changed"])


def test_units_that_do_not_compare_have_no_delta() -> None:
    row = only(target("城市绿地", "10", "公顷"), target("城市绿地", "10", "处"))
    assert (row.change, row.delta, row.notes) == ("changed", None, ["unit_changed"])


def test_the_same_kind_goes_first_where_both_are_there() -> None:
    """新建平台100家,总量达到1300家 → 新建平台120家: the total is dropped, it did not become the increment."""
    old = [target("平台建设", "1300", "家", basis="level"), target("平台建设", "100", "家", basis="increment")]
    rows = compared(old, [target("平台建设", "120", "家", basis="increment")])
    assert [(r.change, r.delta, r.notes) for r in rows] == [
        ("changed", Decimal(20), []),
        ("removed", None, ["stock_target_dropped"]),
    ]


def test_the_same_name_goes_before_another_name() -> None:
    old = [target("技术合同交易额", "1", "亿元"), target("技术合同成交额", "2", "亿元")]
    rows = compared(old, [target("技术合同成交额", "3", "亿元")])
    assert [(r.change, r.delta) for r in rows] == [("changed", Decimal(1)), ("removed", None)]


@pytest.mark.parametrize(
    ("old", "new", "change", "notes"),
    [
        ({"hedge": "力争"}, {}, "changed", ["hedge_dropped"]),
        ({}, {"hedge": "力争"}, "changed", ["hedge_added"]),
        ({"hedge": "力争"}, {"hedge": "争取"}, "same", []),
        ({}, {"comparator": "ge"}, "changed", ["bound_added"]),
        ({"comparator": "ge"}, {}, "changed", ["bound_dropped"]),
        ({"comparator": "gt"}, {"comparator": "ge"}, "changed", ["comparator_changed"]),
        ({}, {"comparator": "approx"}, "changed", ["comparator_changed"]),
        ({"verb": "新增"}, {"verb": "新培育"}, "same", []),
    ],
)
def test_what_changed_besides_the_value(
    old: dict[str, str], new: dict[str, str], change: str, notes: list[str]
) -> None:
    one, other = target("平台", "5", "家"), target("平台", "5", "家")
    for made, fields in ((one, old), (other, new)):
        for name, value in fields.items():
            setattr(made, name, value)
    row = only(one, other)
    assert (row.change, row.notes) == (change, notes)


def test_another_scope_is_noted_and_a_missing_one_is_not() -> None:
    one, other = target("平台", "5", "家"), target("平台", "5", "家")
    one.scope = "全市"
    assert only(one, other).change == "same"
    other.scope = "全省"
    assert only(one, other).notes == ["scope_changed"]


@pytest.mark.parametrize(
    ("old", "new", "notes"),
    [
        (("年底前", "2021-12-31"), ("年底前", "2022-12-31"), []),
        (("6月底前", "2021-06-30"), ("2022年6月底前", "2022-06-30"), []),
        (("到2025年", "2025-12-31"), ("到2025年", "2025-12-31"), []),
        (("6月底前", "2021-06-30"), ("9月底前", "2022-09-30"), ["deadline_changed"]),
        (("长期推进", None), ("年底前", "2022-12-31"), ["deadline_changed"]),
        (None, ("年底前", "2022-12-31"), ["deadline_added"]),
    ],
)
def test_deadlines_count_from_the_plan_s_year(
    old: tuple[str, str | None] | None, new: tuple[str, str | None], notes: list[str]
) -> None:
    due = [[Deadline(text=d[0], date=d[1])] if d else [] for d in (old, new)]
    one = Figure(target("平台", "5", "家"), due=due[0], year=2021)
    other = Figure(target("平台", "5", "家"), due=due[1], year=2022)
    assert compare_targets([one], [other])[0].notes == notes


def test_a_promise_without_a_value_is_the_same_when_its_words_are() -> None:
    one, other = target("产值"), target("产值")
    one.quote = other.quote = "翻番"
    assert only(one, other).change == "same"
    other.quote = "翻两番"
    assert only(one, other).change == "changed"


NAMES = ("科技型企业", "技术合同交易额", "技术合同成交额", "发明专利拥有量", "高价值发明专利拥有量", "平台总数")
lists = st.lists(
    st.builds(
        target,
        st.sampled_from(NAMES),
        st.sampled_from(["1", "2.5", "400"]),
        st.sampled_from(["家", "亿元", "%"]),
        basis=st.sampled_from([None, "level", "increment"]),
        comparator=st.sampled_from(["bare", "ge"]),
        hedge=st.sampled_from([None, "力争"]),
    ),
    max_size=5,
)
TURNED = {
    "added": "removed",
    "hedge_added": "hedge_dropped",
    "bound_added": "bound_dropped",
    "stock_target_added": "stock_target_dropped",
    "increment_target_added": "increment_target_dropped",
    "narrowed": "widened",
    "up": "down",
}
TURNED |= {other: one for one, other in TURNED.items()}


def signature(row: GoalChange, *, turned: bool) -> tuple[object, ...]:
    """What a row says; turned, what the row of the reverse diff must say."""
    old, new = (row.new, row.old) if turned else (row.old, row.new)
    words = [row.change, row.direction or "", *sorted(row.notes)]
    if turned:
        words = [TURNED.get(word, word) for word in (row.change, row.direction or "")]
        words += sorted(TURNED.get(note, note) for note in row.notes)
    delta = -row.delta if turned and row.delta is not None else row.delta
    return old and id(old), new and id(new), delta, tuple(words)


@given(lists, lists)
def test_the_comparison_is_the_mirror_image_of_the_reverse(old: list[Target], new: list[Target]) -> None:
    there = {signature(row, turned=False) for row in compared(old, new)}
    assert there == {signature(row, turned=True) for row in compared(new, old)}


@given(lists)
def test_every_target_is_the_same_as_itself(targets: list[Target]) -> None:
    assert [row.change for row in compared(targets, targets)] == ["same"] * len(targets)


@given(lists, lists)
def test_every_target_is_in_one_row(old: list[Target], new: list[Target]) -> None:
    rows = compared(old, new)
    assert sorted(id(r.old) for r in rows if r.old) == sorted(map(id, old))
    assert [id(r.new) for r in rows if r.new] == list(map(id, new))


@given(lists, lists)
def test_a_replaced_indicator_or_another_kind_never_has_a_delta(old: list[Target], new: list[Target]) -> None:
    for row in compared(old, new):
        if row.change == "replaced" or "basis_changed" in row.notes:
            assert (row.delta, row.direction) == (None, None)


words = st.lists(st.sampled_from(["高价值", "发明", "种植", "登记", "调查", "失业", "万人"]), max_size=3).map("".join)
names = st.builds(lambda one, end: one + end, words, st.sampled_from(["面积", "失业率", "率", "数", "专利"]))


@given(st.lists(names, max_size=8), st.lists(names, max_size=8))
def test_no_pair_of_names_that_relate_is_left_out(old: list[str], new: list[str]) -> None:
    """Names are looked up that may relate; comparing all with all finds no more, and in the same order."""
    sides: list[dict[Key, object]] = [dict.fromkeys(named(name).concept for name in side) for side in (old, new)]
    pairs = [(one, other) for one in sides[0] for other in sides[1] if one != other]
    assert near_links(*sides) == [pair for pair in pairs if relation_of_concepts(*map(str, pair))]
