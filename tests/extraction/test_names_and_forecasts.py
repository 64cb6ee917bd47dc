"""Figures in names, thresholds and forecasts, what is made or shared out, and of which kind it is; each with its nearest neighbours."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.goals import read_goal_clauses
from kjplan.model import Target
from tests.extraction.helpers import passage


def told(target: Target) -> str:
    """Indicator, verb, comparator, value with its unit, and basis, on one line."""
    verb = target.verb or "-"
    return f"{target.indicator} {verb} {target.comparator} {target.value}{target.unit} {target.basis}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is too small is to go, and no figure to be reached
        ("淘汰20吨/小时及以下蒸汽炉。", []),
        ("淘汰蒸汽炉20台。", ["蒸汽炉 淘汰 bare 20台 flow"]),
        # a part of a name that is counted behind it
        ("推广0.5%盐水等10种制剂。", ["制剂 推广 bare 10种 flow"]),
        ("完成南湾、东礁、18海里、仙人洞等景区改造。", []),
        ("完成南湾、东礁、北堤18公里改造。", ["南湾、东礁、北堤 完成 bare 18公里 flow"]),
        # articles of a paper that is gone by
        ("落实县局优化服务18条措施，支持改革。", []),
        ("落实惠民措施18条。", ["惠民措施 落实 bare 18条 flow"]),
        ("推出惠民18条措施。", ["措施 推出 bare 18条 increment"]),
        # which ones are meant
        ("对今年完成的12条举措和3项任务，分别建立台账。", []),
        ("今年完成12条道路改造。", ["道路改造 完成 bare 12条 scope"]),
        # tariffs and forecasts
        ("夜间电价按平段电价下浮40%。", []),
        ("夜间物流成本下浮10%。", ["夜间物流成本 下浮 bare 10% growth"]),
        ("预计今年登陆的台风有3～4个。", []),
        ("降水量监测站点达到50个。", ["降水量监测站点 达到 ge 50个 level"]),
        # who there is to be
        ("监督员1人。", []),
        ("新增监督员1人。", ["监督员 新增 bare 1人 increment"]),
    ],
)
def test_names_thresholds_and_forecasts(text: str, expected: list[str]) -> None:
    assert [told(t) for t in find_targets(passage(text), year=2022)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is made of something, about so much
        ("制糖行业改造形成节能量约30万千瓦时。", ["制糖行业改造节能量 形成 approx 30万千瓦时 flow"]),
        ("制糖行业形成上下游约30家企业。", []),
        # of which one the figure is, said of the first or of the last part only
        (
            "单位产值能耗和废水排放分别降低2%、3%。",
            ["单位产值能耗 降低 bare 2% growth", "单位产值废水排放 降低 bare 3% growth"],
        ),
        (
            "在运水泵、风机中的高效产品占比分别达到40%、60%。",
            ["在运水泵中的高效产品占比 达到 ge 40% share", "在运风机中的高效产品占比 达到 ge 60% share"],
        ),
        (
            "单位产值能耗、人均碳排放分别降低5%、6%。",
            ["单位产值能耗 降低 bare 5% growth", "人均碳排放 降低 bare 6% growth"],
        ),
        ("公路和水路货运量分别增长5%、6%。", ["公路货运量 增长 bare 5% growth", "水路货运量 增长 bare 6% growth"]),
        # a share of what stands before it
        (
            "力争全年充电量50%以上集中在夜间、供热量30%以上集中在白天。",
            ["充电量集中在夜间 集中在 ge 50% share", "供热量集中在白天 集中在 ge 30% share"],
        ),
        ("充电量50%以上集中在夜间。", []),
        ("年底前，沿江地区50%左右玻璃产能完成改造。", ["玻璃产能完成改造 完成 approx 50% share"]),
        ("沿江地区50%左右玻璃产能已完成改造。", []),
        # what is counted behind what it costs, behind a long list, along something
        ("推进12个、总投资30亿元的仓储项目。", ["仓储项目 推进 bare 12个 scope"]),
        ("推进12个、引进30亿元的仓储项目。", []),
        (
            "承办" + "、".join(f"{place}国际帆船公开赛" for place in "甲乙丙丁戊己庚辛") + "等赛事20场。",
            ["赛事 承办 bare 20场 flow"],
        ),
        ("围绕古城景区建设精品步道6公里。", ["精品步道 建设 bare 6公里 increment"]),
        ("围绕古城景区有步道6公里。", []),
        ("保障山区12个行政村居民用水。", ["行政村居民用水 保障 bare 12个 scope"]),
        ("保障山区12个行政村。", []),
        ("实施项目40个，年计划投资15亿元。", ["项目 实施 bare 40个 scope", "年计划投资 - bare 15亿元 flow"]),
        ("年投资15亿元。", []),
        ("做好20个点位的年度例行检测工作。", ["点位的年度例行检测工作 做好 bare 20个 scope"]),
        ("做好20个带有标志的点位。", ["点位 做好 bare 20个 scope"]),
        (
            "确保城区30公里供水、12公里管网按期竣工。",
            ["供水 - bare 30公里 increment", "管网 竣工 bare 12公里 increment"],
        ),
        ("全年检测样品不少于900个。", ["样品 检测 ge 900个 flow"]),
        ("每批检测样品不少于9个。", []),
    ],
)
def test_what_is_made_or_shared_out(text: str, expected: list[str]) -> None:
    assert [told(t) for t in find_targets(passage(text), year=2022)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绿色食品比例达到70%。", "share"),
        ("加计扣除比例达到70%。", "level"),
        ("水质优良比例达到70%。", "level"),
        ("新能源汽车渗透率达到40%。", "share"),
        ("开机率达到40%。", "level"),
        ("废铜利用量达到3万吨。", "flow"),
        ("废铜保有量达到3万吨。", "level"),
        ("打造完成6条路线。", "increment"),
        ("组织完成6条路线。", "scope"),
        ("安排抽检样品30个。", "flow"),
        ("安排项目30个。", "scope"),
        ("新评选金奖10个。", "selection"),
        ("新建农田1万亩，粮食播种面积6万亩。", "flow"),
        ("新建农田1万亩，茶园6万亩。", "increment"),
    ],
)
def test_kinds(text: str, expected: str) -> None:
    assert find_targets(passage(text), year=2022)[-1].basis == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年，单位产值能耗降低2%左右。", ["单位产值能耗 降低 approx 2% growth"]),
        ("2021年，单位产值能耗降低2%左右。", []),
        ("单位产值能耗降低2%左右。", []),
        ("治理指标:抽检合格率达97%以上。", ["抽检合格率 达 ge 97% level"]),
        ("治理情况:抽检合格率达97%以上。", []),
        ("力争环己酮等7种气体和10种混合气全面实现产业化。", ["气体 - bare 7种 scope", "混合气 - bare 10种 scope"]),
        ("对环己酮等7种气体，力争实现产业化。", []),
    ],
)
def test_goals_in_an_introduction(text: str, expected: list[str]) -> None:
    found = read_goal_clauses(passage(text), year=2022, all_sentences=False, committed=True)
    assert [told(located.target) for goal in found for located in goal.targets] == expected
