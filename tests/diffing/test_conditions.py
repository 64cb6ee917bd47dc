"""Conditions for CI: each with a change that meets it and the nearest that does not; and the JSON records."""

import json
from dataclasses import fields
from decimal import Decimal

import pytest

from kjplan.diffing import CONDITIONS, diff, met, reasons, to_record
from kjplan.diffing.result import PlanDiff
from kjplan.errors import KjplanError
from kjplan.model import DocumentReference, Measure, Paragraph, Plan, Section, Target, Term
from tests.diffing.mutations import make_pair
from tests.diffing.plans import goal, plan, plan_2020, plan_2022, section, target


def with_target(made: Target | None) -> Plan:
    """A plan whose only goal is this target, and whose only measure restates nothing."""
    goals = Section(title="目标", role="goals", children=[goal(made)] if made else [])
    return plan(goals, section("平台", Measure(number="1", title="建设平台", text="高标准推进省实验室建设。")))


def compared(old: Target | None, new: Target | None) -> PlanDiff:
    return diff(with_target(old), with_target(new))


FIVE, SIX = target("平台", "5", "家"), target("平台", "6", "家")
CAP_5, CAP_6 = target("失业率", "5", "%", comparator="le"), target("失业率", "6", "%", comparator="le")
TOP_5, TOP_6 = target("综合排名", "5", "位", basis="rank"), target("综合排名", "6", "位", basis="rank")
HEDGED = target("平台", "5", "家", hedge="力争")
AT_LEAST = target("平台", "5", "家", comparator="ge")
PATENTS, VALUABLE = target("万人发明专利拥有量", "19", "件"), target("万人高价值发明专利拥有量", "7.5", "件")


@pytest.mark.parametrize(
    ("kind", "old", "new", "expected"),
    [
        ("target-lowered", SIX, FIVE, True),
        ("target-lowered", FIVE, SIX, False),
        ("target-lowered", FIVE, FIVE, False),
        # A cap or a rank asks for less where the number is higher.
        ("target-lowered", CAP_5, CAP_6, True),
        ("target-lowered", CAP_6, CAP_5, False),
        ("target-lowered", TOP_5, TOP_6, True),
        # Another indicator is not a lower one.
        ("target-lowered", PATENTS, VALUABLE, False),
        ("target-replaced", PATENTS, VALUABLE, True),
        ("target-replaced", SIX, FIVE, False),
        ("target-raised", FIVE, SIX, True),
        ("target-raised", CAP_6, CAP_5, True),
        ("target-raised", SIX, FIVE, False),
        ("target-weakened", FIVE, HEDGED, True),
        ("target-weakened", HEDGED, FIVE, False),
        ("target-weakened", AT_LEAST, FIVE, True),
        ("target-weakened", FIVE, AT_LEAST, False),
        ("target-changed", FIVE, HEDGED, True),
        ("target-changed", FIVE, FIVE, False),
        ("target-removed", FIVE, None, True),
        ("target-removed", None, FIVE, False),
        ("target-added", None, FIVE, True),
        ("target-added", FIVE, None, False),
        ("goal-changed", FIVE, SIX, True),
        ("goal-changed", FIVE, FIVE, False),
        ("goal-removed", FIVE, None, True),
        ("goal-removed", FIVE, SIX, False),
        ("goal-added", None, FIVE, True),
        ("goal-added", FIVE, SIX, False),
        ("any", FIVE, SIX, True),
        ("any", FIVE, FIVE, False),
    ],
)
def test_conditions_on_targets(kind: str, old: Target | None, new: Target | None, expected: bool) -> None:
    assert met(compared(old, new), [kind]) == ([kind] if expected else [])


def test_a_measure_s_target_counts_as_well() -> None:
    plans = [with_target(None), with_target(None)]
    for one, made in zip(plans, (SIX, FIVE), strict=True):
        one.measures[0].targets = [made]
    assert met(diff(*plans), ["target-lowered", "goal-changed"]) == ["target-lowered"]


def test_conditions_on_measures_sections_and_the_rest_follow_the_rows() -> None:
    found: set[str] = set()
    for seed in range(25):
        pair = make_pair(seed)
        result = diff(pair.old, pair.new)
        kinds = {change for row in result.measures for change in row.changes}
        for kind in ("removed", "added", "moved", "renumbered", "retitled", "reworded", "split", "merged"):
            name = f"measure-{kind}"
            assert (met(result, [name]) == [name]) == (kind in kinds)
            found |= {name} & set(met(result, [name]))
    assert len(found) == 8


def test_the_remaining_conditions() -> None:
    old, new = plan_2022(), plan_2022()
    assert met(diff(old, new), CONDITIONS) == []
    new.principles[0].text = [Paragraph(text="另有新要求")]
    new.sections.pop()
    old.measures[0].documents = [DocumentReference(title="办法")]
    old.measures[0].terms = [Term(text="三合一")]
    old.measures[0].commitment, new.measures[0].commitment = "explore", "achieve"
    new.measures[1].responsibility.stated = True
    names = ["principles-changed", "document-removed", "term-removed", "commitment-changed", "responsibility-changed"]
    assert met(diff(old, new), names) == names
    last = new.parts[2]
    assert isinstance(last, Section)
    last.children.pop()
    assert met(diff(old, new), ["section-removed", "section-added"]) == ["section-removed"]
    assert met(diff(new, old), ["section-removed", "section-added"]) == ["section-added"]


def test_an_unknown_condition_names_those_there_are() -> None:
    with pytest.raises(KjplanError) as caught:
        met(compared(FIVE, SIX), ["any", "target-lowerd"])
    assert caught.value.where == "target-lowerd"
    assert "target-lowered" in str(caught.value.tip)


def test_every_condition_says_what_it_means_in_both_languages() -> None:
    assert all(condition.zh and condition.en and condition.meaning for condition in CONDITIONS.values())


def test_the_record_has_the_names_of_the_contract() -> None:
    pair = make_pair(3)
    pair.new.measures[0].targets = [SIX]
    record = to_record(diff(pair.old, pair.new))
    assert list(record) == [
        "old", "new", "identical", "not_recorded", "goals", "sections", "measures",
        "principles", "documents", "terms", "summary",
    ]  # fmt: skip
    assert record["old"] == {"title": "2022年全市科技创新工作要点", "year": 2022}
    assert list(record["goals"][0]) == ["change", "old", "new", "delta", "direction", "notes"]
    assert list(record["sections"][0]) == ["changes", "old", "new", "similarity"]
    assert list(record["measures"][0]) == ["changes", "old", "new", "similarity", "text_diff", "targets"]
    row = next(row for row in record["measures"] if row["old"] and row["new"])
    assert list(row["old"]) == ["id", "number", "title", "section"]
    assert list(row["old"]["section"]) == ["id", "number", "title"]
    assert list(record["goals"][0]["new"]) == [field.name for field in fields(Target)]
    assert sum(record["summary"]["goals"].values()) == len(record["goals"])


def test_values_stay_decimal_and_the_rest_is_json() -> None:
    record = to_record(diff(plan_2020(), plan_2022()), why=True)
    assert record["goals"][0]["delta"] == Decimal("0.5")
    assert record["goals"][0]["new"]["value"] == Decimal("2.6")
    assert json.loads(json.dumps(record, default=str))["goals"][0]["reason"] == "same_indicator"


def test_why_adds_reasons_and_candidates_and_every_reason_can_be_put_into_words() -> None:
    codes: set[str] = set()
    candidates = 0
    for seed in range(10):
        pair = make_pair(seed)
        record = to_record(diff(pair.old, pair.new), why=True)
        for row in record["goals"] + record["sections"] + record["measures"]:
            codes |= {row["reason"]} - {None}
        candidates += sum(len(row["candidates"]) for row in record["measures"])
    assert candidates > 10
    assert codes <= reasons.CODES
    assert {"exact", "title", "text", "contained", "same_indicator"} <= codes
    assert all(reasons.describe(code) for code in reasons.CODES)
