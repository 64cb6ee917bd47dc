"""diff A B and diff B A say the same, with the sides exchanged: figures, notes, facts and every piece of the words."""

from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings

import kjplan
from kjplan.diffing import PlanDiff, diff
from kjplan.diffing.result import GoalChange, TextDiff
from kjplan.diffing.textdiff import text_diff
from kjplan.model import Plan
from tests.diffing.mutations import make_pair
from tests.diffing.plans import plan_2022
from tests.diffing.test_properties import plans

OPPOSITES = (
    ("added", "removed"),
    ("split", "merged"),
    ("up", "down"),
    ("insert", "delete"),
    ("_added", "_dropped"),
    ("_raised", "_lowered"),
    ("narrowed", "widened"),
)


def turned(word: Any) -> Any:
    """What a word becomes when the newer plan is taken for the older."""
    for pair in OPPOSITES:
        for one, other in (pair, pair[::-1]):
            if isinstance(word, str) and (word.endswith(one) if one[0] == "_" else word == one):
                return word.removesuffix(one) + other
    return word


def told(found: PlanDiff, *, back: bool) -> Counter[str]:
    """Everything that a diff says but the order of its rows, read from the other side if ``back``.

    What became of a promised document is no question that can be turned round, and is left out.
    """
    old, new = ("new", "old") if back else ("old", "new")

    def word(kind: Any) -> Any:
        return turned(kind) if back else kind

    def ids(row: Any) -> list[str | None]:
        return [getattr(getattr(row, side), "id", None) for side in (old, new)]

    def figure(row: GoalChange) -> list[Any]:
        delta = None if row.delta is None else (-row.delta if back else row.delta) + 0
        notes = sorted(word(note) for note in row.notes)
        # 5家 against 4个: the difference is told in the newer plan's unit, and of nothing in none
        units = {getattr(side, "unit", None) for side in (row.old, row.new)}
        unit = row.delta_unit if delta and len(units) == 1 else None
        return [*ids(row), word(row.change), delta, unit, word(row.direction), notes, row.reason]

    def words(pieces: TextDiff) -> list[tuple[str, str]]:
        exchanged = [(word(op), text) for op, text in pieces]
        for n in range(1, len(exchanged)):
            if [op for op, _ in exchanged[n - 1 : n + 1]] == ["insert", "delete"]:
                exchanged[n - 1 : n + 1] = exchanged[n], exchanged[n - 1]
        return exchanged

    rows: list[Any] = [["goal", *figure(row)] for row in found.goals]
    rows += [["section", ids(s), sorted(map(word, s.changes)), s.similarity, s.reason] for s in found.sections]
    for m in found.measures:
        facts = [[f.kind, word(f.note), getattr(f, old), getattr(f, new)] for f in m.facts]
        targets = sorted((figure(t) for t in m.targets), key=repr)
        changes = sorted(map(word, m.changes))
        rows.append(["measure", ids(m), changes, m.similarity, m.reason, facts, targets, words(m.text_diff)])
    aims = found.principles
    rows.append(["principles", aims.changed, words(aims.text_diff)])
    for name, gone, come in (
        ("slogans", aims.slogans_removed, aims.slogans_added),
        ("documents", [d.title for d in found.documents.removed], [d.title for d in found.documents.added]),
        ("terms", [t.text for t in found.terms.removed], [t.text for t in found.terms.added]),
        ("bodies", found.bodies.removed, found.bodies.added),
    ):
        rows.append([name, gone, come] if not back else [name, come, gone])
    rows.append(["identical", found.identical])
    return Counter(map(repr, rows))


def assert_mirrored(one: Plan, other: Plan) -> None:
    there, back = told(diff(one, other), back=False), told(diff(other, one), back=True)
    assert there - back == back - there == Counter()


@pytest.mark.parametrize("seed", range(12))
def test_a_notice_and_its_changed_copy(seed: int) -> None:
    pair = make_pair(seed)
    assert_mirrored(pair.old, pair.new)


def test_two_years() -> None:
    assert_mirrored(kjplan.load(2020), kjplan.load(2022))


@settings(deadline=None, max_examples=60)
@given(plans(), plans())
def test_any_two_plans(one: Plan, other: Plan) -> None:
    assert_mirrored(one, other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Either comma may be taken for the one that stayed.
        ("建设平台,引进人才,完善办法。", "建设平台,完善办法。"),
        ("甲,乙,丙,甲,丁", "甲,丙,乙,甲"),
        # A comma that is only written otherwise stands beside words that are new.
        ("建设平台,引进人才。", "建设平台，用好政策，引进人才。"),
        ("提升能力和水平", "提高水平和能力"),
    ],
)
def test_words_are_matched_alike_both_ways(old: str, new: str) -> None:
    exchange = {"insert": "delete", "delete": "insert", "equal": "equal"}
    there, back = text_diff(old, new), text_diff(new, old)
    assert sorted((exchange[op], text) for op, text in there) == sorted(back)
    assert "".join(text for op, text in there if op != "insert") == old


def test_a_plan_that_is_not_mirrored_is_noticed() -> None:
    """The test itself can fail: one figure more on one side only."""
    one, other = plan_2022(), deepcopy(plan_2022())
    found, again = diff(one, other), diff(other, one)
    again.measures[0].text_diff = [("insert", "。")]
    assert told(found, back=False) != told(again, back=True)
