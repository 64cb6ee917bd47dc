"""Verbs, carried figures and shares as plans of many kinds word them, each rule with the nearest wording that states no target."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage

# text, then for each target: indicator, verb, comparator, value, unit, basis
WORDINGS = [
    ("修缮祠堂15处，活化利用老宅20栋。", [("祠堂", "修缮", "bare", "15", "处", "flow"), ("老宅", "活化利用", "bare", "20", "栋", "flow")]),
    ("栽植树木5万株，抚育森林2万亩。", [("树木", "栽植", "bare", "5", "万株", "flow"), ("森林", "抚育", "bare", "2", "万亩", "flow")]),
    ("减免税费3亿元，兑现惠企资金5000万元。", [("税费", "减免", "bare", "3", "亿元", "flow"), ("惠企资金", "兑现", "bare", "5000", "万元", "flow")]),
    ("新开航线5条，加密航班20班次。", [("航线", "新开", "bare", "5", "条", "increment"), ("航班", "加密", "bare", "20", "班次", "increment")]),
    ("清零闲置土地2000亩。", [("闲置土地", "清零", "bare", "2000", "亩", "flow")]),
    ("入库小微企业800家，入库税收30亿元。", [("小微企业", "入库", "bare", "800", "家", "increment"), ("税收", "入库", "bare", "30", "亿元", "flow")]),
    ("组织招聘会不少于50场，达成就业意向5000人。", [("招聘会", "组织", "ge", "50", "场", "flow"), ("就业意向", "达成", "bare", "5000", "人", "flow")]),
    ("帮扶困难人员就业2000人。", [("困难人员就业", "帮扶", "bare", "2000", "人", "flow")]),
    ("新建续建公租房1万套（间）。", [("公租房", "新建续建", "bare", "1", "万套", "increment")]),
    ("力争年内签约项目100个。", [("项目", "签约", "bare", "100", "个", "flow")]),
    ("争取上级资金10亿元、专项债50亿元。", [("上级资金", "争取", "bare", "10", "亿元", "flow"), ("专项债", "争取", "bare", "50", "亿元", "flow")]),
    ("免费培训农民1000人次以上。", [("农民", "培训", "ge", "1000", "人次", "flow")]),
    ("参保率巩固在95%以上。", [("参保率", "巩固在", "ge", "95", "%", "level")]),
    ("办理时间由5天缩短为3天。", [("办理时间", "缩短为", "le", "3", "天", "level")]),
    ("保险缴费比例统一为16%。", [("保险缴费比例", "为", "bare", "16", "%", "level")]),
    ("产值年均递增10%。", [("产值", "递增", "bare", "10", "%", "growth")]),
    ("建成区面积拓展到80平方公里。", [("建成区面积", "拓展到", "ge", "80", "平方公里", "level")]),
    ("公办幼儿占比达50%。", [("公办幼儿占比", "达", "ge", "50", "%", "share")]),
    ("港口吞吐量完成2亿吨，集装箱吞吐量120万标箱。", [("港口吞吐量", "完成", "bare", "2", "亿吨", "flow"), ("集装箱吞吐量", "完成", "bare", "120", "万标箱", "flow")]),
    # a figure that only goes further than the one before it
    ("生产总值增长7%，力争达到8%。", [("生产总值", "增长", "bare", "7", "%", "growth"), ("生产总值", "达到", "ge", "8", "%", "growth")]),
    ("覆盖率提高5个百分点，达到65%。", [("覆盖率", "提高", "bare", "5", "个百分点", "growth"), ("覆盖率", "达到", "ge", "65", "%", "level")]),
    ("零售额增长8%、力争10%。", [("零售额", "增长", "bare", "8", "%", "growth"), ("零售额", "增长", "bare", "10", "%", "growth")]),
    ("每年新增绿地50公顷，五年累计250公顷。", [("绿地", "新增", "bare", "50", "公顷", "increment"), ("绿地", "新增", "bare", "250", "公顷", "increment")]),
    ("一季度开工率达到60%、上半年达到90%。", [("开工率", "达到", "ge", "60", "%", "level"), ("开工率", "达到", "ge", "90", "%", "level")]),
    ("播种面积达到640万亩，总产量50亿斤以上。", [("播种面积", "达到", "ge", "640", "万亩", "level"), ("播种面积总产量", None, "ge", "50", "亿斤", "flow")]),
    ("粮食播种面积640万亩以上，总产量50亿斤以上。", [("粮食播种面积", None, "ge", "640", "万亩", "level"), ("粮食总产量", None, "ge", "50", "亿斤", "flow")]),
    ("生产粮食50万吨，生猪出栏100万头。", [("粮食", "生产", "bare", "50", "万吨", "flow"), ("生猪出栏", None, "bare", "100", "万头", "flow")]),
    # rates and shares without a verb, and what so many of them are to do
    ("断面优良比例100%。", [("断面优良比例", None, "bare", "100", "%", "level")]),
    ("绿化覆盖率42%，人均绿地面积15平方米。", [("绿化覆盖率", None, "bare", "42", "%", "level"), ("人均绿地面积", None, "bare", "15", "平方米", "level")]),
    ("完成投资占年度计划的60%以上。", [("投资占年度计划", "完成", "ge", "60", "%", "share")]),
    ("确保100%的行政村通5G。", [("行政村通5G", "通", "bare", "100", "%", "share")]),
    ("推动80%以上的企业完成数字化改造。", [("企业完成数字化改造", "完成", "ge", "80", "%", "share")]),
    ("对500家企业开展节能诊断。", [("企业", "开展", "bare", "500", "家", "scope")]),
    ("汇聚50名左右院士等顶尖人才（以下简称“聚才计划”）。", [("院士等顶尖人才", "汇聚", "approx", "50", "名", "increment")]),
    # whom it serves stands before the verb
    ("对高危人群开展内镜检查3万名。", [("内镜检查", "开展", "bare", "3", "万名", "flow")]),
    ("为残疾人适配辅具服务5000例。", [("辅具服务", "适配", "bare", "5000", "例", "increment")]),
    ("面向国外布局建设5家载体。", [("载体", "布局建设", "bare", "5", "家", "increment")]),
    ("免费送戏下乡1万场。", [("送戏下乡", "送戏下乡", "bare", "1", "万场", "flow")]),
    ("完善提升养老服务网络20个。", [("养老服务网络", "完善提升", "bare", "20", "个", "scope")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_wording(text: str, expected: list[tuple[str | None, ...]]) -> None:
    found = find_targets(passage(text), year=2022)
    assert [(t.indicator, t.verb, t.comparator, str(t.value), t.unit, t.basis) for t in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2021年受理群众诉求3万件，办结2.9万件。",
        "目前已修缮祠堂15处。",
        "该项目总投资5亿元，年生产能力20万吨。",
        "生产企业30家以上的园区可以申报。",
        "养殖场存栏500头以上的，应当建设粪污处理设施。",
        "对入库企业给予20万元奖励。",
        "立项资助的项目每项资助10万元。",
        "共有在册工业企业1200家，其中生产型企业300家。",
        "违规生产100吨以上的依法从重处罚。",
        "减免租金3个月。",
        "对5家企业进行了约谈。",
        "其中女性比例40%。",
        "人均收入1万元。",
        "为企业提供贷款贴息100万元。",
        "对达到条件的企业发放奖励50万元。",
        "落实市委十二届九次全会精神。",
    ],
)
def test_neighbour(text: str) -> None:
    assert find_targets(passage(text), year=2022) == []


@pytest.mark.parametrize(
    ("text", "period", "due"),
    [
        ("一季度开工率达到60%。", None, "2022-03-31"),
        ("前三季度税收完成80亿元。", None, "2022-09-30"),
        ("上半年开工率达到90%。", None, "2022-06-30"),
        ("五年累计新增绿地250公顷。", "五年", None),
        ("两年级学生达到300人。", None, None),
    ],
)
def test_time(text: str, period: str | None, due: str | None) -> None:
    (target,) = find_targets(passage(text), year=2022)
    assert (target.period, target.due) == (period, due)
