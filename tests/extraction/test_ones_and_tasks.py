"""Counts of one, shares of places, figures that are called a task, and what something counted must have; each with its neighbour."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # one in figures counts as any other number does, one in characters is an article
        ("新建1座消防站、1个训练基地，组建1支队伍。", [("消防站", "1"), ("训练基地", "1"), ("队伍", "1")]),
        ("新建一座消防站。", []),
        ("新增上市企业1家。", [("上市企业", "1")]),
        ("各科室安排1名副科长负责。", []),
        ("选派1名科技特派员。", [("科技特派员", "1")]),
        ("每个街道打造1个示范点。", []),
        # where something is to be done, as a share of the places
        ("在70%左右的街道开展试点。", [("街道", "70")]),
        ("已在70%的街道开展试点。", []),
        ("在70%的街道开展了试点。", []),
        ("在持股50%的企业开展试点。", []),
        # what a figure is called behind it
        ("完成粮食播种面积6.5万亩，总产量2.9万吨目标任务。", [("粮食播种面积", "6.5"), ("粮食总产量", "2.9")]),
        ("确保完成固定资产投资90亿元的目标任务。", [("固定资产投资", "90")]),
        (
            "确保实现工业增加值增长7%、固定资产投资增长11%的年度目标。",
            [("工业增加值", "7"), ("固定资产投资", "11")],
        ),
        ("围绕工业增加值增长7%的目标，加强调度。", []),
        # what is counted stands behind what it must have
        ("新建8个面积不小于150平方米的社区食堂。", [("社区食堂", "8")]),
        ("引进3家年产值超过1亿元的企业。", [("企业", "3")]),
        ("新建8个社区食堂，面积不小于150平方米。", [("社区食堂", "8"), ("社区食堂面积", "150")]),
        # two figures side by side share the noun behind the second
        ("存栏数达到900万羽，带动800户3100人脱贫。", [("存栏数", "900"), ("脱贫", "800"), ("脱贫", "3100")]),
        ("带动800户3100人。", []),
        # verbs of the trades
        ("编写教材6部，采集数据40万条。", [("教材", "6"), ("数据", "40")]),
        ("关爱留守儿童700人次。", [("留守儿童", "700")]),
        ("去年关爱留守儿童700人次。", []),
        ("上争资金2亿元。", [("资金", "2")]),
        # a deed that a noun names is counted without a verb of its own, what is only measured is not
        ("全域幸福河湖建设600公里。", [("幸福河湖建设", "600")]),
        ("辅助器具适配补贴3万人。", [("辅助器具适配补贴", "3")]),
        ("蔬菜种植面积9万亩。", []),
        # a verb before a bound counts what stands behind the figure
        ("农贸市场完成不少于200批次农产品快检。", [("农产品快检", "200")]),
        ("农贸市场不少于20个。", [("农贸市场", "20")]),
        ("PM2.5浓度控制在35微克以内。", [("PM2.5浓度", "35")]),
        ("落实绿地面积占建成区40%的目标要求。", [("绿地面积占建成区", "40")]),
    ],
)
def test_found(text: str, found: list[tuple[str, str]]) -> None:
    targets = find_targets(passage(text), year=2024)
    assert [(t.indicator, str(t.value)) for t in targets] == found
