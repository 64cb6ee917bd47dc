"""Plans with known changes: every pair is found, none is invented, and above all no move."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjplan.diffing import diff
from tests.diffing.mutations import Pair, add_noise, make_pair, renumber
from tests.diffing.plans import copied, plan_2022

SEEDS = range(40)


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return [make_pair(seed) for seed in SEEDS]


def test_the_pairs_are_found_and_no_others(pairs: list[Pair]) -> None:
    right = wrong = missed = 0
    for pair in pairs:
        found = {(row.old.id, row.new.id) for row in diff(pair.old, pair.new).measures if row.old and row.new}
        truth = pair.truth()
        right, wrong, missed = right + len(truth & found), wrong + len(found - truth), missed + len(truth - found)
    assert right > 800
    assert 2 * right / (2 * right + wrong + missed) >= 0.99


@pytest.mark.parametrize("kind", ["moved", "retitled", "reworded", "split", "merged"])
def test_each_kind_is_found_where_it_was_made(pairs: list[Pair], kind: str) -> None:
    made = found = 0
    for pair in pairs:
        rows = {
            (row.old.id, row.new.id): row.changes for row in diff(pair.old, pair.new).measures if row.old and row.new
        }
        for old, news in pair.partners.items():
            if kind in pair.kinds[old]:
                made += len(news)
                found += sum(kind in rows.get((old, new.id), []) for new in news)
    assert made >= 10
    assert found >= 0.95 * made


@pytest.mark.parametrize("kind", ["moved", "split", "merged"])
def test_no_kind_is_found_where_it_was_not_made(pairs: list[Pair], kind: str) -> None:
    for pair in pairs:
        for row in diff(pair.old, pair.new).measures:
            if row.old and kind in row.changes:
                assert kind in pair.kinds[row.old.id], (row.old.title, row.new and row.new.title)


@settings(deadline=None, max_examples=25)
@given(st.integers(1000, 2000))
def test_the_diff_is_the_mirror_image_of_the_reverse_diff(seed: int) -> None:
    pair = make_pair(seed)
    there, back = diff(pair.old, pair.new), diff(pair.new, pair.old)
    turned = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
    for rows, reverse in ((there.measures, back.measures), (there.sections, back.sections)):
        mine = {(r.old and r.old.id, r.new and r.new.id): {turned.get(c, c) for c in r.changes} for r in rows}
        its = {(r.new and r.new.id, r.old and r.old.id): set(r.changes) for r in reverse}
        assert mine == its
        alike = {(r.old and r.old.id, r.new and r.new.id): r.similarity for r in rows}
        assert alike == {(r.new and r.new.id, r.old and r.old.id): r.similarity for r in reverse}
    assert {t.text for t in there.terms.added} == {t.text for t in back.terms.removed}


def test_a_plan_and_itself() -> None:
    result = diff(plan_2022(), plan_2022())
    assert result.identical
    assert result.not_recorded == []
    assert result.summary["goals"] == {"same": 7}
    assert result.summary["sections"] == {"same": 8}
    assert result.summary["measures"] == {"same": 23}
    assert not any(row.text_diff for row in result.measures)


def test_the_very_same_object_against_itself() -> None:
    plan = plan_2022()
    assert diff(plan, plan).identical


def test_width_quotes_and_blanks_are_no_change() -> None:
    new = plan_2022()
    add_noise(new)
    for section in new.sections:
        section.title = f"{section.title}\u00a0"
    result = diff(plan_2022(), new)
    assert result.identical
    assert result.summary["measures"] == {"same": 23}


def test_a_new_number_is_renumbered_and_nothing_else() -> None:
    old = plan_2022()
    new = copied(old)
    del new.sections[0].children[0]
    renumber(new)
    rows = diff(old, new).measures
    assert [row.changes for row in rows if row.new] == [["renumbered"]] * 22
    assert [(row.old and row.old.number, row.changes) for row in rows if not row.new] == [("1", ["removed"])]


def test_swapped_neighbours_are_renumbered() -> None:
    new = plan_2022()
    children = new.sections[0].children
    children[0], children[1] = children[1], children[0]
    renumber(new)
    changed = [row for row in diff(plan_2022(), new).measures if row.changes != ["same"]]
    assert [(r.old and r.old.number, r.new and r.new.number, r.changes) for r in changed] == [
        ("2", "1", ["renumbered"]),
        ("1", "2", ["renumbered"]),
    ]


def test_sections_in_another_order_take_their_measures_along() -> None:
    new = plan_2022()
    part = new.parts[2]
    assert part.kind == "section"
    part.children = part.children[::-1]
    renumber(new)
    result = diff(plan_2022(), new)
    assert not any("moved" in row.changes for row in result.measures)
    assert {tuple(row.changes) for row in result.sections} == {("renumbered",)}


def test_a_retitled_section_keeps_its_measures() -> None:
    new = plan_2022()
    new.sections[1].title = "夯实高能级载体"
    result = diff(plan_2022(), new)
    assert [row.changes for row in result.sections if row.changes != ["same"]] == [["retitled"]]
    assert result.summary["measures"] == {"same": 23}


def test_plans_with_nothing_in_common_have_no_pair() -> None:
    from kjplan.model import Measure
    from tests.diffing.mutations import FOREIGN, NEW_TITLES
    from tests.diffing.plans import plan, section

    measures = [Measure(title=t, text=FOREIGN[2 * n] + FOREIGN[2 * n + 1]) for n, t in enumerate(NEW_TITLES)]
    result = diff(plan_2022(), plan(section("办好民生实事", *measures)))
    assert {change for row in result.measures for change in row.changes} == {"added", "removed"}
    assert {change for row in result.sections for change in row.changes} == {"added", "removed"}
