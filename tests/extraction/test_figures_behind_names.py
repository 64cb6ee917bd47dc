"""Deeds with a figure behind the name of what they count, as cells of tables say them; and one deed behind another."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("科技型企业：新培育150家以上。", ["科技型企业 新培育 150"]),
        (
            "科技型企业：新培育150家；“百强”企业：力争培育遴选20家。",
            ["科技型企业 新培育 150", "“百强”企业 培育遴选 20"],
        ),
        ("市级团队项目：引进培育30个。", ["市级团队项目 引进培育 30"]),
        ("绿地：新增5公顷。", ["绿地 新增 5"]),
        ("研发覆盖率：达到65%以上。", ["研发覆盖率 达到 65"]),
        # a label that says no indicator: the title does
        ("年度目标：新建5家。", ["书店 新建 5"]),
        ("东城街道：新建5家。", ["书店 新建 5"]),
        ("加强建设：新建5家。", ["书店 新建 5"]),
        # what the deed names itself
        ("公园：新建驿站3个。", ["驿站 新建 3"]),
        # a second deed with what the first counts, where the units are one
        ("新建口袋公园3个，改造2个。", ["口袋公园 新建 3", "口袋公园 改造 2"]),
        ("新建农村公路20公里、改造50公里。", ["农村公路 新建 20", "农村公路 改造 50"]),
        ("新增学位3000个，改造2万平方米。", ["学位 新增 3000", "改造 改造 2"]),
        ("完成投资5亿元，改造2个。", ["投资 完成 5", "改造 改造 2"]),
    ],
)
def test_what_a_figure_counts(text: str, expected: list[str]) -> None:
    found = find_targets(passage(text), year=2022, title="培育书店")
    assert [f"{target.indicator} {target.verb} {target.value}" for target in found] == expected
