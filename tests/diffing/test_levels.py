"""A plan against that of the level above: rates compare, amounts are shared out."""

import pytest

from kjplan.diffing import diff
from kjplan.diffing.levels import LevelDiff, LevelTarget, compare_levels
from kjplan.model import Deadline, Measure, Plan, Section, Target
from tests.diffing.plans import goal, plan, section, target

_WORDS = "组织实施重大科技专项，突破一批关键核心技术，支持企业牵头组建创新联合体。"
_OTHER = "更换老城区路灯，增设智能开关，降低夜间照明能耗，市民可以在线报修。"


def _compare(higher: Plan, lower: Plan) -> LevelDiff:
    return compare_levels(higher, lower, diff(higher, lower))


def _goal(*targets: Target) -> Plan:
    return plan(Section(title="目标", role="goals", children=[goal(t) for t in targets]))


def _level(higher: Target, lower: Target) -> LevelTarget:
    return _compare(_goal(higher), _goal(lower)).goals[0]


@pytest.mark.parametrize(
    ("higher", "lower", "levels"),
    [
        (target("研发投入强度", "2.5", "%", basis="level"), target("研发投入强度", "2.8", "%", basis="level"), ["taken_up", "tightened"]),
        (target("研发投入强度", "2.5", "%", basis="level"), target("研发投入强度", "2.2", "%", basis="level"), ["taken_up", "loosened"]),
        (target("研发投入强度", "2.5", "%", basis="level"), target("研发投入强度", "2.5", "%", basis="level"), ["taken_up"]),
        # A cap: less room is tighter.
        (target("失业率", "5", "%", comparator="le"), target("失业率", "4", "%", comparator="le"), ["taken_up", "tightened"]),
        # An amount is shared out, whichever is more.
        (target("高新技术企业", "3000", "家", basis="increment"), target("高新技术企业", "500", "家", basis="increment"), ["taken_up", "apportioned"]),
        (target("技术合同成交额", "10", "亿元", basis="flow"), target("技术合同成交额", "400", "亿元", basis="flow"), ["taken_up", "apportioned"]),
        # A hedge or a lost bound loosens either.
        (target("研发投入强度", "2.5", "%"), target("研发投入强度", "2.5", "%", hedge="力争"), ["taken_up", "loosened"]),
        (target("研发投入强度", "2.5", "%", comparator="ge"), target("研发投入强度", "2.5", "%"), ["taken_up", "loosened"]),
        (target("万人发明专利拥有量", "19", "件"), target("万人高价值发明专利拥有量", "7", "件"), ["other_indicator"]),
    ],
)  # fmt: skip
def test_goals(higher: Target, lower: Target, levels: list[str]) -> None:
    assert _level(higher, lower).levels == levels


def test_share_of_an_amount_in_any_unit() -> None:
    higher = target("技术合同成交额", "1000", "亿元", basis="flow")
    assert str(_level(higher, target("技术合同成交额", "125", "亿元", basis="flow")).share) == "12.5"
    assert str(_level(higher, target("技术合同成交额", "5000", "万元", basis="flow")).share) == "0.1"
    assert _level(target("研发投入强度", "2.5", "%"), target("研发投入强度", "2.8", "%")).share is None


def test_what_only_one_level_has() -> None:
    found = _compare(_goal(target("研发投入强度", "2", "%")), _goal(target("粮食产量", "3", "万吨")))
    assert sorted(row.levels[0] for row in found.goals) == ["left_out", "own"]


def _measures(*measures: Measure) -> Plan:
    return plan(section("任务", *measures))


@pytest.mark.parametrize(
    ("date", "levels"),
    [("2022-06-30", ["taken_up", "tightened"]), ("2022-12-31", ["taken_up", "loosened"]), ("2022-09-30", ["taken_up"])],
)
def test_dates_of_measures(date: str, levels: list[str]) -> None:
    def due(day: str) -> Measure:
        return Measure(title="专项", text=_WORDS, due=[Deadline(text=day, date=day)])

    assert _compare(_measures(due("2022-09-30")), _measures(due(date))).measures[0].levels == levels


def test_measures() -> None:
    higher = _measures(Measure(title="专项", text=_WORDS, commitment="advance"), Measure(title="路灯", text=_OTHER))
    lower = _measures(
        Measure(title="专项", text=_WORDS, commitment="explore"), Measure(title="养老", text="为独居老人安装呼叫器。")
    )
    found = _compare(higher, lower)
    assert [row.levels for row in found.measures] == [["taken_up", "loosened"], ["own"], ["left_out"]]
    assert found.summary["measures"] == {"taken_up": 1, "loosened": 1, "left_out": 1, "own": 1}
