"""Goals in prose, and measures that say them again."""

from decimal import Decimal

import pytest

from kjplan.extraction.goals import is_goal_sentence, read_goal_clauses
from kjplan.extraction.restating import link_restated
from kjplan.model import Goal, Measure, Target
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "主要预期目标是：地区生产总值增长8%，达到306亿元；投资增长12%，城镇新增就业5万人以上。",
            ["地区生产总值增长8%，达到306亿元", "投资增长12%", "城镇新增就业5万人以上"],
        ),
        # In a list of goals those in words are goals too, but not what stands before its first figure.
        (
            "主要预期目标是：坚持稳中求进，投资增长12%；对外贸易稳中提质，能耗统筹考核，并留有弹性，税收稳。",
            ["投资增长12%", "对外贸易稳中提质", "能耗统筹考核，并留有弹性"],
        ),
        ("全年投资目标设定为12%，考虑了去年的基数和今年的条件。", ["全年投资目标设定为12%"]),
        ("生态环境持续改善。投资增长12%。", ["生态环境持续改善", "投资增长12%"]),
        ("到2025年，全面建成体系，覆盖率达到65%，机制更加完善。", ["覆盖率达到65%"]),
        ("实现以下目标：", []),
        ("——收入与经济同步增长；", ["收入与经济同步增长"]),
        ("一是收入与经济同步增长，", ["收入与经济同步增长"]),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    found = read_goal_clauses(passage(text), year=None, all_sentences=True)
    assert [text[g.start : g.end] for g in found] == clauses


@pytest.mark.parametrize(
    ("text", "is_goal"),
    [
        ("经济社会发展主要预期目标是:地区生产总值增长8%", True),
        ("到2025年,覆盖率达到65%", True),
        ("上述预期目标,是按照新常态的要求确定的", False),
        ("今年发展主要目标是:稳中求进", False),
        ("完成投资50亿元", False),
    ],
)
def test_goal_sentence(text: str, is_goal: bool) -> None:
    assert is_goal_sentence(text) is is_goal


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        # A list of goals goes on behind a full stop, as long as each sentence begins with a figure.
        (
            "主要预期目标是：生产总值增长5%左右。工业增长7.5%左右；投资增长3%左右。",
            ["生产总值增长5%左右", "工业增长7.5%左右", "投资增长3%左右"],
        ),
        ("主要预期目标是：生产总值增长5%左右。要坚持稳字当头，新建平台10家。", ["生产总值增长5%左右"]),
        ("年度目标设定为5%左右。工业增长7.5%左右。", ["年度目标设定为5%左右"]),
    ],
)
def test_a_list_of_goals_over_sentences(text: str, clauses: list[str]) -> None:
    found = read_goal_clauses(passage(text), year=None, all_sentences=False)
    assert [text[g.start : g.end] for g in found] == clauses


def test_by_year_can_be_switched_off() -> None:
    assert not is_goal_sentence("到2025年,覆盖率达到65%", by_year=False)


def _target(id_: str, indicator: str, value: int, unit: str = "家") -> Target:
    return Target(
        id=id_, indicator=indicator, value=Decimal(value), unit=unit, base_value=Decimal(value), base_unit=unit
    )


@pytest.mark.parametrize(
    ("indicator", "value", "unit", "restates"),
    [
        ("高新技术企业", 1000, "家", "G4.1"),
        ("科技型企业", 1500, "家", "G4.2"),
        ("高新技术创新“百强”企业", 100, "家", None),
        ("高新技术企业", 900, "家", None),
        ("高新技术企业", 1000, "户", None),
        ("企业", 1000, "家", None),
        ("全市研发平台", 100, "家", "G5.1"),
    ],
)
def test_restating(indicator: str, value: int, unit: str, restates: str | None) -> None:
    goals = [
        Goal(targets=[_target("G4.1", "有效高新技术企业", 1000), _target("G4.2", "科技型企业", 1500)]),
        Goal(targets=[_target("G5.1", "省级以上研发平台", 100)]),
    ]
    target = _target("M1.1", indicator, value, unit)
    link_restated(goals, [Measure(targets=[target])])
    assert target.restates == restates
