"""Goals of two plans: 2020 against 2022 as a careful reader puts it, and goals without a figure."""

from decimal import Decimal
from pathlib import Path

import pytest

from kjplan.diffing import diff
from kjplan.diffing.goals import compare_goals
from kjplan.model import Goal, Plan, Section
from tests.diffing.plans import goal, plan, plan_2020, plan_2022, target


def goals(*made: Goal, year: int = 2022) -> Plan:
    return plan(Section(title="主要目标", role="goals", children=list(made)), year=year)


def words(text: str) -> Goal:
    return Goal(text=text)


EXPECTED_2020_2022 = [
    ("changed", "全社会研发投入强度", "全社会研发投入强度", "0.5", "up", ["hedge_dropped"]),
    ("renamed", "技术合同交易额", "技术合同成交额", "234", "up", []),
    ("replaced", "万人发明专利拥有量", "万人高价值发明专利拥有量", None, None, ["narrowed", "responsibility_dropped"]),
    ("same", "有效高新技术企业", "有效高新技术企业", "0", "same", []),
    ("changed", "科技型企业", "科技型企业", "300", "up", []),
    ("renamed", "省级以上创新平台", "省级以上研发平台", "0", "same", []),
    ("added", None, "规上工业企业研发活动覆盖率", None, None, []),
    ("removed", "高新技术产业增加值占规上工业增加值比重", None, None, None, []),
    ("removed", "省级以上创新平台", None, None, None, ["stock_target_dropped"]),
    ("removed", "新型研发机构", None, None, None, []),
    ("removed", "高层次人才", None, None, None, []),
]
"""change, old indicator, new indicator, delta, direction, notes"""


def read(old: Plan, new: Plan) -> list[tuple[object, ...]]:
    return [
        (
            row.change,
            row.old and row.old.indicator,
            row.new and row.new.indicator,
            None if row.delta is None else str(row.delta),
            row.direction,
            row.notes,
        )
        for row in compare_goals(old, new)
    ]


def test_2020_to_2022_as_a_careful_reader_has_it() -> None:
    assert read(plan_2020(), plan_2022()) == EXPECTED_2020_2022


def test_2020_to_2022_from_the_library_s_plan_and_the_parsed_notice(notice_text: str) -> None:
    from kjplan.parsing import parse_source
    from kjplan.reading import from_text
    from kjplan.storage.yaml_read import load_plan_text

    path = Path(__file__).resolve().parents[2] / "data" / "workplan_2020.yaml"
    old = load_plan_text(path.read_text(encoding="utf-8"), str(path))
    assert read(old, parse_source(from_text(notice_text)).plan) == EXPECTED_2020_2022


def test_2020_has_no_measures_on_record_rather_than_none() -> None:
    result = diff(plan_2020(), plan_2022())
    assert result.not_recorded == ["old.principles", "old.sections", "old.measures", "old.documents", "old.terms"]
    assert not (result.measures or result.sections or result.documents.added or result.terms.added)
    assert not result.principles.changed
    assert not result.identical


def test_the_other_way_round_2020_is_the_new_plan() -> None:
    result = diff(plan_2022(), plan_2020())
    assert "new.measures" in result.not_recorded
    assert result.measures == []


def test_two_plans_of_which_the_same_is_known_are_identical() -> None:
    result = diff(plan_2020(), plan_2020())
    assert result.identical
    assert result.not_recorded[:2] == ["old.principles", "old.sections"]


def test_a_plan_with_its_notice_only_has_no_goals_on_record() -> None:
    missing = Plan(title="要点", year=2021, extent="notice")
    result = diff(missing, plan_2022())
    assert result.not_recorded[0] == "old.goals"
    assert result.goals == []


def test_a_full_plan_without_goals_has_none() -> None:
    rows = diff(plan(year=2021), plan_2022()).goals
    assert [row.change for row in rows] == ["added"] * 7


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["营商环境持续优化"], ["营商环境持续优化"], ["same"]),
        (["营商环境持续优化，群众满意"], ["营商环境持续优化,群众满意"], ["same"]),
        (["科技创新生态进一步改善,人才加快集聚"], ["科技创新生态明显改善,人才加快集聚"], ["changed"]),
        (["科技创新生态进一步改善"], ["粮食安全得到保障"], ["added", "removed"]),
    ],
)
def test_goals_without_a_figure_compare_by_their_words(old: list[str], new: list[str], expected: list[str]) -> None:
    rows = compare_goals(goals(*map(words, old)), goals(*map(words, new)))
    assert [row.change for row in rows] == expected


def test_a_goal_without_a_figure_stands_as_a_target_without_a_value() -> None:
    row = compare_goals(goals(words("营商环境持续优化")), goals(words("营商环境持续优化")))[0]
    assert row.new
    assert (row.new.indicator, row.new.value, row.new.id, row.delta) == ("营商环境持续优化", None, "G1", None)


def test_a_goal_that_loses_its_figure_is_changed_and_not_removed() -> None:
    old = goals(goal(target("全社会研发投入强度", "2.6", "%")), words("科普工作取得进展"))
    new = goals(words("研发投入强度持续提高"), words("科普工作取得进展"))
    rows = compare_goals(old, new)
    assert [(r.change, r.notes) for r in rows] == [("changed", ["figure_dropped"]), ("same", [])]
    back = compare_goals(new, old)
    assert [(r.change, r.notes) for r in back] == [("changed", ["figure_added"]), ("same", [])]


def test_a_short_indicator_is_no_evidence_that_words_are_about_it() -> None:
    rows = compare_goals(goals(goal(target("企业", "100", "家"))), goals(words("企业家精神得到弘扬")))
    assert [row.change for row in rows] == ["added", "removed"]


def test_a_responsible_body_in_another_order_is_no_change_and_another_body_is() -> None:
    old = goals(goal(target("平台", "5", "家"), lead="科技局"))
    assert [r.change for r in compare_goals(old, goals(goal(target("平台", "5", "家"), lead="科技局")))] == ["same"]
    rows = compare_goals(old, goals(goal(target("平台", "5", "家"), lead="工信局")))
    assert [(r.change, r.delta, r.notes) for r in rows] == [("changed", Decimal(0), ["responsibility_changed"])]
