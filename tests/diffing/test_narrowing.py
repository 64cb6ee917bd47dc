"""A part of a diff: by kind of change, by section."""

import pytest

from kjplan.diffing import PlanDiff, diff
from kjplan.diffing.narrowing import KINDS, in_sections, only
from kjplan.errors import KjplanError
from kjplan.model import DocumentReference, Measure, Plan, Section, Term
from kjplan.output.diff_tables import everything
from tests.diffing.plans import goal, plan, plan_2020, plan_2022, section, target

_A = "组织实施重大科技专项，突破一批关键核心技术，支持企业牵头组建创新联合体。"
_B = "更换老城区路灯，增设智能开关，降低夜间照明能耗，市民可以在线报修。"


def _plans() -> tuple[Plan, Plan]:
    old = plan(
        Section(title="目标", role="goals", children=[goal(target("强度", "2", "%")), goal(target("平台", "3", "个"))]),
        section("科技", Measure(number="1", title="专项", text=_A, terms=[Term(text="旧词")])),
        section("城建", Measure(number="2", title="路灯", text=_B)),
    )
    new = plan(
        Section(title="目标", role="goals", children=[goal(target("强度", "3", "%"))]),
        section(
            "科技",
            Measure(number="2", title="专项", text=_A + "强化跟踪。", documents=[DocumentReference(title="办法")]),
        ),
        section(
            "城建", Measure(number="1", title="路灯", text=_B), Measure(number="3", title="养老", text="安装呼叫器。")
        ),
    )
    return old, new


def _kinds(found: PlanDiff) -> set[str]:
    rows = [[g.change] for g in found.goals] + [s.changes for s in found.sections] + [m.changes for m in found.measures]
    return {kind for row in rows for kind in row}


@pytest.mark.parametrize("kind", ["changed", "removed", "added", "renumbered", "reworded", "same"])
def test_every_row_kept_has_the_kind_and_none_that_has_it_is_lost(kind: str) -> None:
    whole = diff(*_plans())
    part = only(whole, [kind])
    assert all(g.change == kind for g in part.goals)
    assert all(kind in m.changes for m in part.measures)
    assert len(part.measures) == sum(kind in m.changes for m in whole.measures)
    assert kind in _kinds(part)


def test_several_kinds_are_joined_by_or_and_hyphens_will_do() -> None:
    whole = diff(plan_2020(), plan_2022())
    assert {g.change for g in only(whole, ["renamed", "replaced"]).goals} == {"renamed", "replaced"}
    assert only(whole, ["targets-changed"]).measures == []
    assert only(whole, []) is whole


def test_lists_follow_added_and_removed() -> None:
    whole = diff(*_plans())
    assert [d.title for d in only(whole, ["added"]).documents.added] == ["办法"]
    assert only(whole, ["added"]).terms.removed == []
    assert [t.text for t in only(whole, ["removed"]).terms.removed] == ["旧词"]
    assert only(whole, ["moved"]).documents.added == []


@pytest.mark.parametrize(("relation", "kind"), [("implement", "issued"), ("draft", "promised-again")])
def test_promised_documents_are_kinds_of_their_own(relation: str, kind: str) -> None:
    old = Measure(title="专项", text=_A, documents=[DocumentReference(title="专项管理办法", relation="draft")])
    new = Measure(title="专项", text=_A, documents=[DocumentReference(title="专项管理办法", relation=relation)])  # type: ignore[arg-type]
    whole = diff(plan(section("科技", old)), plan(section("科技", new)))
    part = only(whole, [kind]).documents
    other = only(whole, ["issued" if kind == "promised-again" else "promised-again", "added"]).documents
    assert len(part.issued) + len(part.promised_again) == 1 and not (other.issued or other.promised_again)
    assert f"document {kind.replace('-', '_')}" in {" ".join(row[:2]) for row in everything(only(whole, [kind])).rows}


def test_an_unknown_kind_names_those_there_are() -> None:
    with pytest.raises(KjplanError) as caught:
        only(diff(*_plans()), ["lost"])
    assert all(kind in (caught.value.tip or "") for kind in KINDS)


def test_sections_of_either_plan() -> None:
    old, new = _plans()
    part = in_sections(diff(old, new), old, new, ["科技"])
    assert [m.new and m.new.title for m in part.measures] == ["专项"]
    assert part.goals == [] and [s.new and s.new.title for s in part.sections] == ["科技"]
    assert [d.title for d in part.documents.added] == ["办法"]
    assert not part.identical
    other = in_sections(diff(old, new), old, new, ["城建"])
    assert (other.terms.removed, other.documents.added) == ([], [])
    assert {m.new and m.new.title for m in other.measures} == {"路灯", "养老"}


def test_goals_are_in_their_section() -> None:
    old, new = _plans()
    for one in (old, new):
        for g in one.goals:
            for n, t in enumerate(g.targets, 1):
                t.id = f"{g.id}.{n}"
    part = in_sections(diff(old, new), old, new, ["目标"])
    assert [g.change for g in part.goals] == ["changed", "removed"]
    assert part.measures == []


def test_a_section_in_which_nothing_changed_is_identical() -> None:
    old, new = _plans()
    new.parts[1] = old.parts[1]
    assert in_sections(diff(old, new), old, new, ["科技"]).identical
    assert not diff(old, new).identical


def test_no_such_section() -> None:
    old, new = _plans()
    with pytest.raises(KjplanError):
        in_sections(diff(old, new), old, new, ["没有"])
