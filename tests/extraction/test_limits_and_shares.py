"""Limits that share what they limit, shares of those that are looked at or covered, and deeds behind what they are done under."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.figures.targets import find_targets, locate_targets
from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # The second of two limits leaves out what it limits.
        ("住宅审批时限不超过9个工作日，厂房不超过6个工作日。", ["住宅审批时限 le 9", "厂房 le 6"]),
        ("住宅审批时限不超过9个工作日，试用期不满6个月。", ["住宅审批时限 le 9"]),
        ("水、电报装时限分别压缩至3.5、7个工作日以内。", ["水、电报装时限 le 3.5", "水、电报装时限 le 7"]),
        ("水、电报装分别用表3.5、7个工作日内送达。", []),
        # Which share of all is looked at year by year.
        ("市级每年要对辖区内25%以上的乡（镇、街道）开展安全督查。", ["乡（镇、街道） ge 25"]),
        ("每年对25%以上的县和15%以上的镇进行评估。", ["县 ge 25", "镇 ge 15"]),
        ("每年对持股25%以上的股东进行核查。", []),
        ("对25%以上的乡开展了督查。", []),
        ("网络覆盖85%的车站、75%的码头。", ["车站 bare 85", "码头 bare 75"]),
        ("网络覆盖85%的车站，75%的码头是老码头。", ["车站 bare 85"]),
        ("2024年底前，各市州55%以上的县至少有2家老年医院。", ["县至少有2家老年医院 ge 55"]),
        ("各市州55%的县有2家老年医院。", []),
        # A part of a whole is promised where the words say by when.
        ("年内做到文字说明全覆盖、短视频占比15%。", ["短视频占比 bare 15"]),
        ("到2026年，绿色建材占比65%。", ["绿色建材占比 bare 65"]),
        ("参赛选手中女性占比45%。", []),
        ("备煤量不低于前两年用煤量平均值85%—90%。", ["备煤量 range 85"]),
        ("增速不低于全市平均水平2个百分点。", ["增速 ge 2"]),
        # For so many of them, with the noun behind the figure.
        ("按照每千人口不少于6个车位建设停车设施。", ["每千人口车位 ge 6"]),
        ("按照每千名老人不少于6张床位配置养老机构。", ["每千名老人床位 ge 6"]),
        ("商品零售力争实现4%增长。", ["商品零售 bare 4"]),
        ("商品零售增长4%。", ["商品零售 bare 4"]),
        ("全年盘活20个项目、90万平方米。", ["项目 bare 20", "项目 bare 90"]),
        ("全年盘活20个项目、面积90万平方米。", ["项目 bare 20", "项目面积 bare 90"]),
        ("全年再贷款、再担保投放量分别达到20亿元和10亿元。", ["再贷款投放量 ge 20", "再担保投放量 ge 10"]),
        # What one place is fitted with, said by several bounds.
        ("书屋藏书不少于900册，座位不少于30个。", []),
        ("到2026年，全市养老床位不少于900张，图书不少于30万册。", ["养老床位 ge 900", "图书 ge 30"]),
        ("书屋藏书不少于900册。", ["书屋藏书 ge 900"]),
        # Goals in quotation marks.
        ("实现“服务群众达到3万人次，群众满意率达到95%以上”的目标。", ["服务群众 ge 3", "群众满意率 ge 95"]),
        ("叫响“服务达到3万人次，满意永远在路上”的口号。", []),
        ("引进和培养技师达到60名。", ["技师 ge 60"]),
        ("已建成的停车场，2024年前要通过改造等方式新增车位80个。", ["车位 bare 80"]),
        ("已建成停车场，通过改造等方式新增车位80个。", []),
        # What a deed is done under stands before its verb.
        ("“以工代赈”硬化巷道4.5万平方米。", ["巷道 bare 4.5"]),
        ("“以工代赈”巷道4.5万平方米。", []),
        ("“两癌”筛查3万人。", ["“两癌”筛查 bare 3"]),
        ("管网更新行动更新管网70公里。", ["管网 bare 70"]),
        ("管网更新行动资金70万元。", []),
        ("实施甲水库12公里环湖路硬化工程。", ["环湖路硬化工程 bare 12"]),
        ("推进甲公司60万吨焦化项目。", []),
        ("创建甲水库和4处以上省级景区的申报。", ["省级景区的申报 ge 4"]),
        ("零工驿站服务求职者2万人次。", ["求职者 bare 2"]),
        ("零工驿站服务周到，求职者很多。", []),
        ("新造林3万亩，由市林业局负责。", ["新造林 bare 3"]),
        ("提请审议7件法规草案。", ["法规草案 bare 7"]),
        ("收到审议意见7件。", []),
    ],
)
def test_targets(text: str, targets: list[str]) -> None:
    found = find_targets(passage(text), year=2022)
    assert [f"{t.indicator} {t.comparator} {t.value}" for t in found] == targets


def test_a_flow_keeps_its_unit() -> None:
    assert [t.unit for t in find_targets(passage("引水流量达到4升/秒，库容达到4升。"), year=2022)] == ["升/秒", "升"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # In a notice a bound is a norm, but not where a deed opens the row or goes ahead with its year.
        ("选拔技师不少于90名，青年骨干不少于300名。", ["90", "300"]),
        ("选拔技师不少于90名，热效率不低于40%。", ["90"]),
        ("旧街区，2031年前要通过挖潜、共用等方式，按照每千人口不少于6个车位建设。", ["6"]),
        ("按照每千人口不少于6个车位建设。", []),
    ],
)
def test_bounds_of_notices(text: str, values: list[str]) -> None:
    found = locate_targets(passage(text), year=2022, committed=False, regulates=True)
    assert [str(f.target.value) for f in found] == values


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023-2025年，原则上保持收费标准不变。", []),
        ("2023-2025年，维持现有机构基本稳定。", []),
        ("2023-2025年，全面推开。", ["2025-12-31"]),
    ],
)
def test_how_long_something_holds_is_no_deadline(text: str, days: list[str]) -> None:
    assert [d.date for d in find_deadlines(passage(text), 2022)] == days


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("（市专班各成员单位按职责分工负责）", "市专班各成员单位:joint"),
        ("（成员单位分别负责）", "成员单位:joint"),
        ("（区相关部门分工负责）", "区相关部门:joint"),
        ("（市专班各成员单位负责）", "市专班各成员单位:lead"),
        ("（市水利局按职责分工负责）", "市水利局:lead"),
        ("（各镇街负责）", "各镇街:lead"),
    ],
)
def test_a_collective_that_divides_its_duty_is_joint(text: str, bodies: str) -> None:
    found = find_responsibility([passage(f"建设堤防。{text}")])
    assert " ".join(f"{b.name}:{b.role}" for b in found.bodies) == bodies
