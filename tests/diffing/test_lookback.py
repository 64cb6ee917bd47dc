"""Looking back: every old goal and measure in one row, with what became of it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kjplan.diffing.lookback import Looked, lookback
from kjplan.model import DocumentReference, Measure, Plan, Responsibility, ResponsibleBody, Section, Target
from kjplan.output.lookback_tables import lookback_table
from kjplan.querying.wording import document_words
from tests.diffing.plans import goal, plan, plan_2020, plan_2022, section, target

_WORDS = {
    "专项": "组织实施重大科技专项，突破一批关键核心技术，支持企业牵头组建创新联合体。",
    "饮水": "完善农村饮水管网，改造老旧泵站，保障冬季供水安全，定期公布水质检测结果。",
    "路灯": "更换老城区路灯，增设智能开关，降低夜间照明能耗，市民可以在线报修。",
}


def _measure(name: str, **more: object) -> Measure:
    return Measure(title=name, text=_WORDS[name], **more)  # type: ignore[arg-type]


def _row(old: Measure, new: Sequence[Measure]) -> Looked:
    rest = _measure("路灯")
    rows = lookback(plan(section("任务", old, rest), year=2021), plan(section("任务", *new, rest))).rows
    return rows[0]


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["kept"]),
        ({"number": "3"}, ["renumbered"]),
        ({"title": "重大专项"}, ["retitled"]),
        ({"text": _WORDS["专项"] + "强化跟踪问效。"}, ["reworded"]),
        ({"responsibility": Responsibility(stated=True, bodies=[ResponsibleBody(name="市科技局", role="lead")])}, ["responsibility_changed"]),
        ({"commitment": "explore"}, ["commitment_lowered"]),
        ({"commitment": "achieve"}, ["commitment_raised"]),
        ({"targets": [target("联合体", "8", "个")]}, ["target_raised"]),
        ({"targets": [target("联合体", "4", "个")]}, ["target_lowered"]),
        ({"targets": []}, ["target_dropped"]),
        ({"targets": [target("联合体", "5", "个", hedge="力争")]}, ["target_changed"]),
    ],
)  # fmt: skip
def test_one_thing_changed(changes: dict[str, object], outcomes: list[str]) -> None:
    old = _measure("专项", commitment="advance", targets=[target("联合体", "5", "个")])
    assert _row(old, [replace(old, **changes)]).outcomes == outcomes  # type: ignore[arg-type]


def test_dropped() -> None:
    row = _row(_measure("专项"), [_measure("饮水")])
    assert (row.outcomes, row.new, row.similarity) == (["dropped"], [], None)


def test_split_and_merged() -> None:
    whole = Measure(title="专项和饮水", text=_WORDS["专项"] + _WORDS["饮水"])
    parts = [Measure(title=None, text=_WORDS["专项"]), Measure(title=None, text=_WORDS["饮水"])]
    split = _row(whole, parts)
    assert "split_into" in split.outcomes and len(split.new) == 2
    merged = lookback(plan(section("任务", *parts), year=2021), plan(section("任务", whole)))
    assert all("merged_into" in row.outcomes for row in merged.rows)


@pytest.mark.parametrize(
    ("relation", "verb", "outcome"),
    [("implement", "落实", "document_issued"), ("draft", "制定", "document_promised_again")],
)
def test_what_became_of_a_promised_document(relation: str, verb: str, outcome: str) -> None:
    old = _measure("专项", documents=[DocumentReference(title="专项管理办法", relation="draft", verb="制定")])
    new = _measure("专项", documents=[DocumentReference(title="专项管理办法", relation=relation, verb=verb)])  # type: ignore[arg-type]
    row = _row(old, [new])
    assert row.outcomes == [outcome]
    assert [(d.title, fate) for d, fate in row.documents] == [("专项管理办法", outcome)]


@pytest.mark.parametrize(("quoted", "shown"), [(True, "《专项管理办法》"), (False, "专项管理办法")])
def test_only_a_title_that_stood_in_marks_is_shown_in_them(quoted: bool, shown: str) -> None:
    draft = DocumentReference(title="专项管理办法", relation="draft", verb="制定", quoted=quoted)
    measure = _measure("专项", documents=[draft])
    found = lookback(plan(section("任务", measure), year=2021), plan(section("任务", measure)))
    assert lookback_table(found).rows[0][-1].startswith(shown)
    assert document_words(draft) == shown


def test_a_document_that_was_only_cited_is_no_promise() -> None:
    cited = _measure("专项", documents=[DocumentReference(title="专项管理办法", relation="implement", verb="落实")])
    assert _row(cited, [cited]).documents == []


def _goal_outcomes(old: Target, new: Sequence[Target]) -> list[str]:
    plans = [plan(Section(title="目标", role="goals", children=[goal(*side)])) for side in ([old], new) if side]
    one, other = (
        plans
        if new
        else (plans[0], plan(Section(title="目标", role="goals", children=[goal(target("路灯", "3", "盏"))])))
    )
    return [str(o) for o in lookback(one, other).rows[0].outcomes]


def test_goals() -> None:
    cap = target("失业率", "4", "%", comparator="le", basis="level")
    assert _goal_outcomes(cap, [replace(cap)]) == ["kept"]
    assert _goal_outcomes(cap, [replace(cap, value=cap.value and cap.value + 1)]) == ["target_lowered"]
    assert _goal_outcomes(cap, []) == ["dropped"]
    trade = target("技术合同交易额", "166", "亿元", basis="flow")
    assert _goal_outcomes(trade, [replace(trade, indicator="技术合同成交额")]) == ["indicator_renamed"]


def test_2020_seen_from_2022() -> None:
    found = lookback(plan_2020(), plan_2022())
    assert [row.outcomes for row in found.rows] == [
        ["target_raised", "target_changed"],
        ["dropped"],
        ["target_raised", "indicator_renamed"],
        ["target_replaced"],
        ["kept"],
        ["target_raised"],
        ["indicator_renamed", "target_dropped"],
        ["dropped"],
        ["dropped"],
    ]
    assert found.summary["dropped"] == 3


def test_what_this_years_file_does_not_hold_is_not_dropped() -> None:
    rows = lookback(plan_2022(), plan_2020()).rows
    assert {tuple(row.outcomes) for row in rows if row.kind == "measure"} == {("not_recorded",)}


def test_every_goal_and_measure_has_one_row() -> None:
    one: Plan = plan_2022()
    found = lookback(one, plan_2022())
    assert [row.old.id for row in found.rows] == [*(g.id for g in one.goals), *(m.id for m in one.measures)]
    assert {tuple(row.outcomes) for row in found.rows} == {("kept",)}
