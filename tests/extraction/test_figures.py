"""Rules for figures, each with a text that trips it and its nearest neighbour that does not."""

import pytest

from kjplan.extraction.figures.conditions import only_rules
from kjplan.extraction.figures.indicator_tables import find_rows
from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a year before the plan's own is past; one that is measured by, and the plan's own, are not
        ("到2019年底，装机达到3万千瓦。", []),
        ("到2024年底，装机达到3万千瓦。", [("装机", "3")]),
        ("在2019年底的基础上，装机增长3%。", [("装机", "3")]),
        ("加大项目前期工作力度，安排经费300万元。", [("经费", "300")]),
        ("目前安排经费300万元。", []),
        # quotas, papers and thresholds; but a task to put so many forward is one
        ("各县推荐名额不超过3个。", []),
        ("申报省级项目不少于30个。", [("省级项目", "30")]),
        ("照片不少于3张，视频不超过2份。", []),
        ("新上水泥项目水耗不高于3吨。", []),
        ("每吨水泥水耗降到3吨。", [("每吨水泥水耗", "3")]),
        ("各项目应满足水耗不高于3吨、电耗不高于9度。", []),
        ("各项目应满足水耗不高于3吨，确保覆盖率不低于90%。", [("覆盖率", "90")]),
        ("每县覆盖率不低于90%。", [("每县覆盖率", "90")]),
        ("每县学校不少于3所。", []),
        ("财政安排900万元奖补资金。", [("奖补资金", "900")]),
        ("财政给予900万元奖补资金。", []),
        # how many there are of those whom nobody plans
        ("今年高校毕业生将达9万人。", []),
        ("常住人口达到9万人。", [("常住人口", "9")]),
        ("各类违规项目总计达9万千瓦。", []),
        ("新增充电桩30个，总计达90个。", [("充电桩", "30"), ("充电桩", "90")]),
        # several things, one figure or one each
        (
            "甲收入达到3亿元，乙收入达到5亿元，分别增长9%。",
            [("甲收入", "3"), ("乙收入", "5"), ("甲收入", "9"), ("乙收入", "9")],
        ),
        ("甲收入达到3亿元，乙收入达到5亿元，增长9%。", [("甲收入", "3"), ("乙收入", "5"), ("乙收入", "9")]),
        ("工业投资、民间投资年均增长6%。", [("工业投资、民间投资", "6")]),
        ("工业投资、民间投资均增长6%。", [("工业投资", "6"), ("民间投资", "6")]),
        # a noun that only the last has, and none where each has its own
        ("创建5个国家级、20个省级园区。", [("国家级园区", "5"), ("省级园区", "20")]),
        ("创建5个基地、20个省级园区。", [("基地", "5"), ("省级园区", "20")]),
        ("新建3万亩、改造5万亩梯田。", [("梯田", "3"), ("梯田", "5")]),
        ("新建坝地3万亩、改造5万亩梯田。", [("坝地", "3"), ("梯田", "5")]),
        # behind its noun a small number counts
        ("新建粮库三座。", [("粮库", "3")]),
        ("抓好三座粮库。", []),
        # pure numbers of what is measured by them
        ("基尼系数降到0.4以下。", [("基尼系数", "0.4")]),
        ("综合得分达到0.4。", []),
        # a share that is to do something, where that is promised
        ("确保90%的村完成改造。", [("村完成改造", "90")]),
        ("持有90%的股份可以参加。", []),
        ("实现台账100%公开。", [("台账", "100")]),
        ("台账100%公开。", []),
        # the sentence before says what is counted, where the unit counts such things
        ("壮大小微企业规模。新增5家。", [("小微企业", "5")]),
        ("加强政策宣传。新增5家。", []),
        ("培育8家年收入1亿元以上的企业。", [("企业", "8")]),
        ("培育8家企业，营业收入1亿元以上。", [("企业", "8"), ("营业收入", "1")]),
        ("在20个城市开展试点。", [("城市", "20")]),
        ("在20个城市之中。", []),
        ("建设56个民族共有的家园。", []),
    ],
)
def test_rule_and_neighbour(text: str, found: list[tuple[str, str]]) -> None:
    assert [(t.indicator, str(t.value)) for t in find_targets(passage(text), year=2024)] == found


@pytest.mark.parametrize(
    ("title", "rules"),
    [("申报条件", True), ("名额分配", True), ("补贴标准", True), ("优化申报服务", False), (None, False)],
)
def test_titles_above_rules(title: str | None, rules: bool) -> None:
    assert only_rules(title) is rules
    assert bool(find_targets(passage("年产值达到3亿元。"), year=2024, title=title)) is not rules


LINES = ["序号 | 指标名称 | 单位 | 2021年 | 2026年目标 | 属性"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([*LINES, "1 | 森林覆盖率 | % | 30 | ≥35 | 约束性"], [("森林覆盖率", "ge", "35", "%", "2026年")]),
        ([*LINES, "1 | 梯田面积 | 万亩 | 30 | 35左右 | 预期性"], [("梯田面积", "approx", "35", "万亩", "2026年")]),
        ([*LINES, "1 | 生产总值增长 | % | 6 | 6-7 | 预期性"], [("生产总值增长", "range", "6", "%", "2026年")]),
        ([*LINES, "1 | 森林覆盖率 | % | 30 | 稳步提高 | 预期性"], []),
        ([*LINES, "1 | 森林覆盖率 | % | 30"], []),
        (["序号 | 任务 | 单位 | 2021年", "1 | 森林覆盖率 | % | 30"], []),
        (
            [
                "序号",
                "指标",
                "2021年现状",
                "2026年目标",
                "1",
                "森林覆盖率（%）",
                "30",
                "35",
                "2",
                "村道（公里）",
                "—",
                "80",
                "完",
            ],
            [("森林覆盖率", "bare", "35", "%", "2026年"), ("村道", "bare", "80", "公里", "2026年")],
        ),
        # which column three figures of two columns stand in is not told
        (["序号", "指标", "2021年现状", "2026年目标", "1", "森林覆盖率（%）", "30", "32", "35"], []),
    ],
)
def test_tables_of_indicators(lines: list[str], found: list[tuple[str, ...]]) -> None:
    rows, taken = find_rows([passage(line) for line in lines], 2022)
    targets = [t for row in rows for t in row.targets]
    assert [(t.indicator, t.comparator, str(t.value), t.unit, t.period) for t in targets] == found
    assert bool(taken) is bool(found)


@pytest.mark.parametrize(
    ("was", "wanted"),
    [
        ("“十四五”现状值", "“十五五”规划目标"),
        ("上年完成", "计划完成"),
        ("2021年实绩", "2022年计划"),
        ("基准值（%）", "目标值（%）"),
        ("本底值", "规划期末目标"),
        ("去年实际", "年度目标"),
        ("目前水平", "2025年"),
    ],
)
@pytest.mark.parametrize("lined", [False, True])
def test_columns_that_say_how_things_stand_set_no_goal(was: str, wanted: str, *, lined: bool) -> None:
    rows = [["序号", "指标名称", was, wanted, "属性"], ["1", "公园绿地覆盖率（%）", "30.5", "≥35", "预期性"]]
    rows.append(["2", "新建步道（公里）", "0", "12", "约束性"])
    lines = [" | ".join(row) for row in rows] if lined else [cell for row in rows for cell in row]
    found = [t for row in find_rows([passage(line) for line in lines], 2022)[0] for t in row.targets]
    assert [(t.indicator, str(t.value)) for t in found] == [("公园绿地覆盖率", "35"), ("新建步道", "12")]


@pytest.mark.parametrize("head", ["完成情况", "2021年完成率", "计划完成情况", "上年计划完成"])
def test_a_table_of_nothing_but_what_was_sets_no_goal(head: str) -> None:
    lines = [f"序号 | 指标名称 | 现状值 | {head}", "1 | 公园绿地覆盖率（%） | 30.5 | 35"]
    assert find_rows([passage(line) for line in lines], 2022)[0] == []
