"""Numbers that only say of how many things another figure is, whose leave goes how far, who is to do something by a day; and opening words above what was done."""

import pytest

import kjplan
from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "committed", "stated"),
    [
        ("全镇5个测点水质合格比例达到97%。", True, [("测点水质合格比例", "97")]),
        ("全镇新建5个测点，水质合格比例达到97%。", True, [("测点", "5"), ("水质合格比例", "97")]),
        ("8月底前，6家砖厂完成除尘改造。", False, [("砖厂", "6")]),
        ("6家砖厂完成除尘改造。", False, []),
        ("镇污水处理厂进水COD浓度达到180毫克/升以上。", False, [("镇污水处理厂进水COD浓度", "180")]),
        ("镇污水处理厂污水COD浓度达到180毫克/升以上。", False, []),
        ("全院CMI值达到1.12。", False, [("CMI值", "1.12")]),
        ("全院PH值达到7.12。", False, []),
        ("仓储用地占比上限由6%提高到11%。", False, []),
        ("仓储用地占比由6%提高到11%。", False, [("仓储用地占比", "11")]),
    ],
)
def test_figures_beside_others(text: str, committed: bool, stated: list[tuple[str, str]]) -> None:
    found = find_targets(passage(text), year=2031, committed=committed)
    assert [(t.indicator.removeprefix("全院"), str(t.value)) for t in found] == stated


@pytest.mark.parametrize(("first", "goals"), [("2031年工作回顾", 0), ("总体要求", 1)])
def test_what_stands_above_a_part_that_looks_back_is_no_goal(first: str, goals: int) -> None:
    text = (
        "丹江市水利局2031年工作总结及2032年工作计划\n我局扎实推进各项工作，全年完成水利投资17亿元。\n"
        f"一、{first}\n坚持以人民为中心，各项工作有力有效。\n二、2032年工作计划\n（一）加快建设。新建泵站5座。\n"
    )
    assert len([goal for goal in kjplan.parse(text).goals if goal.targets]) == goals
