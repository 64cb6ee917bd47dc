"""A part that holds one paragraph beside parts with points: a task where the paragraph says at its end, as points do, who answers."""

import pytest

import kjplan
from kjplan.output.notice_text import render

PLAN = """甲县2024年粮食工作要点
一、建设仓库
（一）改造老库。维修仓房6栋。（责任单位：县粮食局）
（二）配备设备。购置烘干机12台。（责任单位：县粮食局、县财政局）
{}
三、强化组织保障
各镇要定期调度，严格考核。（责任单位：各镇）
"""


@pytest.mark.parametrize(
    ("part", "measures"),
    [
        (
            "二、规范收购秩序\n开展收购检查，公布举报电话，检查企业20家。（责任单位：县市场监管局）",
            ["改造老库", "配备设备", "规范收购秩序", "各镇要定期调度，严格考核"],
        ),
        (
            "二、规范收购秩序\n开展收购检查。检查企业20家（县市场监管局牵头，县粮食局配合）。",
            ["改造老库", "配备设备", "规范收购秩序", "各镇要定期调度，严格考核"],
        ),
        # neighbours: nobody is named, each sentence has who answers for it, two paragraphs
        (
            "二、规范收购秩序\n开展收购检查，公布举报电话，检查企业20家。",
            ["改造老库", "配备设备", "开展收购检查，公布举报电话，检查企业20家", "各镇要定期调度，严格考核"],
        ),
        (
            "二、规范收购秩序\n开展收购检查，公布举报电话（责任单位：县粮食局）。检查企业20家（责任单位：县市场监管局）。",
            ["改造老库", "配备设备", "开展收购检查，公布举报电话（责任单位：县粮食局）", "各镇要定期调度，严格考核"],
        ),
        (
            "二、规范收购秩序\n开展收购检查，公布举报电话。\n检查收购企业20家。（责任单位：县市场监管局）",
            ["改造老库", "配备设备", "开展收购检查，公布举报电话", "检查收购企业20家", "各镇要定期调度，严格考核"],
        ),
    ],
)
def test_what_a_part_with_one_paragraph_is(part: str, measures: list[str]) -> None:
    plan = kjplan.parse(PLAN.format(part))
    assert [m.title for m in plan.measures] == measures
    again = kjplan.parse(render(plan))
    assert [(m.number, m.title, m.text) for m in again.measures] == [(m.number, m.title, m.text) for m in plan.measures]


def test_where_no_point_names_anyone_the_part_stays_a_part() -> None:
    text = PLAN.replace("（责任单位：县粮食局）", "").replace("（责任单位：县粮食局、县财政局）", "")
    plan = kjplan.parse(text.format("二、规范收购秩序\n开展收购检查，检查企业20家。（责任单位：县市场监管局）"))
    assert "规范收购秩序" not in [m.title for m in plan.measures]
