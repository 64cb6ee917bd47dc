"""Figures of norms, cases, alarms and quotas, which commit to nothing, each beside targets in much the same words."""

import pytest

from kjplan.extraction.conditions import gives_criteria
from kjplan.extraction.targets import find_targets
from tests.extraction.helpers import passage

NORMS = [
    "人口规模500人以下、日处理规模低于20吨的村庄，优先采用无动力设施。",
    "单站装机5万千瓦以下、大坝高度超过30米的电站列入退出类。",
    "整改率低于50%的地区进行约谈。",
    "初始排放速率大于等于2千克/小时的，去除效率不应低于80%。",
    "得分90分以上的为优秀，60分以下的为不合格。",
    "方案实施率达到80%以上方可申请验收。",
    "规范化管理率达到95%以上得15分，低于90%的扣10分。",
    "在黄色、橙色和红色预警期间应分别达到全社会排放量的10%、20%和30%以上。",
    "未按时清缴的，处未清缴配额等值5倍以上10倍以下罚款。",
    "此次下达资金340亿元，其中项目法安排40亿元。",
    "供电基准值为0.7861吨/兆瓦时，有偿分配比例为3%。",
    "政府储备配额占8%。",
    "A级企业数量不超过行业企业总数的10%。",
    "咨询机构应当有固定场所，注册资本不低于50万元，审核师不少于5名。",
    "炉膛内测量温度不低于850℃，烟气停留时间不少于2秒。",
    "施工围挡高度不低于2.5米。",
    "下泄生态流量原则上不低于坝址处多年平均流量的10%。",
    "吨水投资控制在1万元以内，运行费用不高于1元/吨。",
    "每组不少于5人。",
    "昼间噪声高于70分贝的机械不得使用。",
    "“十三五”期间，受污染耕地安全利用率超过90%。",
    "焚烧设施规模原则上应大于3万吨/年。",
    "全社会环保投资需求约3.4万亿元。",
    "每台机组持照操纵员不少于12人，值班员不少于18人。",
    "在岗人员每年复训不少于80学时。",
    "每支队伍不少于100人。",
    "三级公路路基宽度不小于7.5米。",
    "平行样比例不少于10%，测量误差控制在5%以内。",
    "新建烧结机脱硫效率不低于85%。",
]

TARGETS = [
    ("新增持照操纵员不少于12人。", ["12人"]),
    ("建设天气雷达30部。", ["30部"]),
    ("新建公路30公里，路基宽度不小于7.5米。", ["30公里"]),
    ("高铁营业里程达到3万公里、覆盖80%以上的大城市，新建高速公路。", ["3万公里", "80%"]),
    ("到2025年，全市规模以上企业研发机构达到500家以上。", ["500家"]),
    ("综合脱硝效率达到70%以上。", ["70%"]),
    ("断面氨氮浓度低于2毫克/升。", ["2毫克/升"]),
    ("PM2.5平均浓度控制在35微克/立方米以内。", ["35微克/立方米"]),
    ("企业应当加大投入，全市新增投资不少于50亿元。", ["50亿元"]),
    ("电站应当安装监测设施，联网率达到100%。", ["100%"]),
    ("碳排放配额清缴完成率达到100%。", ["100%"]),
    ("超低排放改造企业达到30家，全面实施错峰生产。", ["30家"]),
    ("优秀率达到90%以上。", ["90%"]),
    ("新增污水处理能力50万吨/日。", ["50万吨/日"]),
    ("污水处理厂总规模达到200万吨/日。", ["200万吨/日"]),
    ("安排专项资金40亿元，支持污染治理。", ["40亿元"]),
    ("研发投入强度较“十三五”时期提高5个百分点。", ["5个百分点"]),
    ("建成产值超过10亿元的企业5家。", ["5家"]),
    ("单位工业增加值能耗降低5%。", ["5%"]),
    ("到2025年，生态流量保障达标率达到90%以上。", ["90%"]),
    ("城市噪声达标区覆盖率达到85%。", ["85%"]),
    ("力争60%左右产能完成改造。", ["60%"]),
    ("建成区绿地率达到38%，空气质量优良天数不少于300天。", ["38%", "300天"]),
    ("重点排污单位自动监控数据有效传输率不低于95%。", ["95%"]),
    ("对整改率低于50%的地区进行约谈，全年约谈不少于3次。", ["3次"]),
    ("推动100家企业建立温室气体核算体系，覆盖率达到90%。", ["100家", "90%"]),
    ("运行成本降低10%以上。", ["10%"]),
    ("污染物去除率提高到85%。", ["85%"]),
    ("道路交通噪声降低5%。", ["5%"]),
    ("引进企业注册资本达到50亿元。", ["50亿元"]),
    ("生活垃圾焚烧设施处理能力达到50万吨/日。", ["50万吨/日"]),
]


@pytest.mark.parametrize("text", NORMS)
def test_a_norm_is_no_target(text: str) -> None:
    assert find_targets(passage(text), year=2022) == []


@pytest.mark.parametrize(("text", "values"), TARGETS)
def test_its_neighbour_is_one(text: str, values: list[str]) -> None:
    assert [f"{t.value}{t.unit}" for t in find_targets(passage(text), year=2022)] == values


@pytest.mark.parametrize(
    ("title", "criteria"),
    [
        ("复核内容", True),
        ("等级划分", True),
        ("企业超低排放指标要求", True),
        ("质量控制", True),
        ("投资估算", True),
        ("检查内容", False),
        ("完善评价标准", False),
        ("主要指标要求", False),
        ("加强质量控制", False),
        (None, False),
    ],
)
def test_criteria_are_told_by_their_whole_title(title: str | None, criteria: bool) -> None:
    assert gives_criteria(title) == criteria


def test_a_period_is_past_only_for_a_later_plan() -> None:
    text = "“十三五”期间，建成公园12座。"
    assert find_targets(passage(text), year=2021) == []
    assert [t.value for t in find_targets(passage(text), year=2017)] == [12]
    assert [t.value for t in find_targets(passage(text), year=None)] == [12]


def test_a_share_of_what_is_hoped_for() -> None:
    (target,) = find_targets(passage("到2025年底前，重点区域企业力争60%左右产能完成改造。"), year=2022, committed=True)
    assert (target.comparator, target.value, target.unit, target.basis) == ("approx", 60, "%", "share")
    assert find_targets(passage("该厂60%产能完成改造。"), year=2022) == []
