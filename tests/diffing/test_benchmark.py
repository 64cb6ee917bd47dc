"""The benchmark's own pairs: the changes are real, the truth is the truth, and the figures hold on the shipped notice."""

from collections import Counter

import pytest

from benchmarks.diff_pairs import Pair, make_pair, score
from benchmarks.diff_sources import originals
from kjplan.diffing import diff
from kjplan.matching.wording import canonical
from kjplan.model import Plan

SEEDS = range(12)


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return [make_pair(originals()[0], seed) for seed in SEEDS]


def test_the_notice_is_the_first_original() -> None:
    assert originals()[0].name == "notice_2022"
    assert len(originals()[0].plan.measures) == 23


def test_most_changed_notices_are_read_as_they_were_made(pairs: list[Pair]) -> None:
    assert sum(pair.reparsed for pair in pairs) >= 10


def test_every_kind_of_change_is_made(pairs: list[Pair]) -> None:
    made = Counter(kind for pair in pairs for kinds in pair.links.values() for kind in kinds)
    assert {"moved", "retitled", "reworded", "split", "merged", "figure"} <= made.keys()


def test_what_is_called_reworded_has_other_words(pairs: list[Pair]) -> None:
    def words(plan: Plan, at: int) -> str:
        return canonical(plan.measures[at].text)

    for pair in pairs:
        for (old, new), kinds in pair.links.items():
            if not kinds & {"split", "merged"}:
                other = words(pair.old, old) != words(pair.new, new)
                assert other == bool(kinds & {"reworded", "figure"})


def test_the_same_seed_makes_the_same_pair(pairs: list[Pair]) -> None:
    again = make_pair(originals()[0], SEEDS[-1])
    assert (again.new, again.links) == (pairs[-1].new, pairs[-1].links)


def test_the_figures_hold(pairs: list[Pair]) -> None:
    total: Counter[str] = Counter()
    for pair in pairs:
        total += score(pair, diff(pair.old, pair.new))
    assert total["pairs right"] > 200
    assert total["pairs wrong"] + total["pairs missed"] <= 2
    assert total["moved found"] >= 0.95 * total["moved made"] > 0
    for none in ("moved false", "renames false", "figures false", "numbers wrong", "untouched wrong"):
        assert total[none] == 0, none
    assert total["figures found"] == total["figures made"] > 0


def test_a_wrong_diff_scores_badly(pairs: list[Pair]) -> None:
    pair = pairs[0]
    found = diff(pair.old, pair.new)
    for row in found.measures:
        row.changes = ["moved"]
        row.old, row.new = row.old, None
    counts = score(pair, found)
    assert counts["pairs right"] == 0
    assert counts["pairs missed"] == len(pair.links)
