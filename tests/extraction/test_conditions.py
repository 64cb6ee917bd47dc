"""Figures of rules and descriptions, which commit to nothing."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage

NONE = [
    "到2003年底，全国装机容量达到3.8亿千瓦。",
    "2003年底，全国装机容量达到3.8亿千瓦，其中水电9000万千瓦。",
    "经初步核查，各地未经批准开工的项目总计达1.1亿千瓦，必须认真清理。",
    "我市老年人口达85万人，占总人口的18%。",
    "现有幼儿园320所，在园幼儿达4.5万人。",
    "新上晶硅电池项目转换效率不低于19%，综合电耗不高于90千瓦时。",
    "新建项目产能利用率应不低于80%。",
    "申报单位应当具备注册资金不少于500万元、从业人员不少于30人的条件。",
    "申报材料须提供代表作不少于3篇。",
    "每个单位推荐名额不超过2个。",
    "先进集体表彰名额不超过30个，先进个人不超过50名。",
    "推荐对象中处级干部比例控制在20%以内。",
    "逾期不缴的，每日加收万分之五的滞纳金，处1万元以上5万元以下罚款。",
    "对新认定的企业一次性奖励20万元。",
    "按每平方米300元的标准给予补贴，单个项目最高不超过200万元。",
    "报名费每人100元，培训费不超过500元。",
    "事迹材料字数不超过2000字，照片不少于3张。",
    "面试成绩占总成绩的60%，笔试成绩占40%。",
    "在本单位工作满5年，年龄不超过45岁。",
    "我市已建成农家书屋500个，覆盖率达100%。",
    "年耗能5000吨标准煤以上的企业要开展能源审计。",
    "单套建筑面积不超过90平方米的住房，契税减按1%征收。",
    "凡投资额在3000万元以上的项目，由市政府审批。",
    "建筑面积超过2万平方米的公共建筑应当安装用能计量装置。",
    "近三年平均营业收入达到2亿元以上的企业可以申请。",
]


@pytest.mark.parametrize("text", NONE)
def test_a_condition_or_a_fact_is_none(text: str) -> None:
    assert find_targets(passage(text), year=2024) == []


@pytest.mark.parametrize(
    "text",
    [
        "对完成投资3000万元以上兴建码头、完成投资600万元以上兴建泊位的港口企业，分别给予补助。",
        "1.对投资500万元以上建设泊位、堆场的，给予补助。",
        "对新增高新技术企业100家以上的区县，给予奖励。",
        "对总投资3亿元或年缴税8000万元以上的码头项目（含增资，并购），当年到位6000万元，给予人才指标5个。",
    ],
)
def test_whom_something_is_granted_is_no_target(text: str) -> None:
    assert find_targets(passage(text), year=2024) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("对100家港口企业开展培训，给予补助。", "100"),  # a deed
        ("对老旧管网改造30公里，支持建设泵站的企业。", "30"),
        ("对接企业100家以上的园区，给予奖励，新建泊位5座。", "5"),  # behind what is granted
    ],
)
def test_a_deed_beside_a_grant_is_one(text: str, value: str) -> None:
    assert [str(target.value) for target in find_targets(passage(text), year=2024)] == [value]


def test_straight_quotation_marks_hold_a_name() -> None:
    assert find_targets(passage('打造"青岚湾数字政府50人会"活动。'), year=2024) == []
    assert [
        str(t.value) for t in find_targets(passage('推动"双百"工程，新建码头5座、"双千"泊位20个。'), year=2024)
    ] == ["5", "20"]
