"""Targets, bodies and deadlines as departments of many fields word them, each rule with its nearest neighbour."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage


def told(text: str) -> list[str]:
    """Indicator, comparator, value with its unit, and basis of each target."""
    return [f"{t.indicator} {t.comparator} {t.value}{t.unit} {t.basis}" for t in find_targets(passage(text), year=2022)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs
        ("新筹集租赁住房900套。", ["租赁住房 bare 900套 increment"]),
        ("追回医保基金300万元。", ["医保基金 bare 300万元 flow"]),
        ("结对帮扶留守儿童400名。", ["留守儿童 bare 400名 flow"]),
        ("累计办理留抵退税3亿元。", ["留抵退税 bare 3亿元 flow"]),
        ("办理时限3天。", []),
        ("竣工项目20个，达产项目15个。", ["项目 bare 20个 flow", "项目 bare 15个 flow"]),
        ("制定地方标准6项，参与制定国家标准2项。", ["地方标准 bare 6项 increment", "国家标准 bare 2项 increment"]),
        # a verb before 任务 is a name, unless it takes tasks
        ("筛查任务完成率100%。", ["筛查任务完成率 bare 100% level"]),
        ("完成任务20项。", ["任务 bare 20项 scope"]),
        ("部署任务12项。", ["任务 bare 12项 scope"]),
        ("适龄妇女筛查2万人。", ["适龄妇女筛查 bare 2万人 flow"]),
        # a whole that parts share
        ("高血压、糖尿病患者规范管理率分别达到70%、65%。", ["高血压患者规范管理率 ge 70% level", "糖尿病患者规范管理率 ge 65% level"]),
        # money that is made goes on; what a project costs does not
        ("实现营业收入50亿元，利润总额3亿元。", ["营业收入 bare 50亿元 flow", "利润总额 bare 3亿元 flow"]),
        ("完成投资50亿元，总投资80亿元。", ["投资 bare 50亿元 flow"]),
        ("引进企业20家，年产值5亿元。", ["企业 bare 20家 increment"]),
        ("种植面积达到30万亩，水产品产量2万吨。", ["种植面积 ge 30万亩 level", "水产品产量 bare 2万吨 flow"]),
        ("种植面积达到30万亩，仓库2万吨。", ["种植面积 ge 30万亩 level"]),
        ("春运期间投放客车800辆，日均发送旅客2万人次。", ["客车 bare 800辆 increment"]),
        # what a bound behind a rate binds, and what stands before it
        ("用于产业发展比例不低于60%。", ["用于产业发展比例 ge 60% share"]),
        ("落实屋顶光伏面积比例不低于50%。", ["屋顶光伏面积比例 ge 50% share"]),
        ("食品抽检量达到每千人5批次。", ["食品抽检量 ge 5批次 level"]),
        ("承诺时限较法定时限压缩80%以上。", ["承诺时限 ge 80% growth"]),
        ("抗体合格率常年保持在70%以上。", ["抗体合格率 ge 70% level"]),
        ("力争2家企业在主板上市，3家企业在新三板挂牌。", ["企业 bare 2家 scope", "企业 bare 3家 scope"]),
        ("实施项目120个，年度计划投资90亿元，其中新建70个。", ["项目 bare 120个 scope", "年度计划投资 bare 90亿元 flow", "项目 bare 70个 increment"]),
        ("争取资金5000万元；完成造林2000亩。", ["资金 bare 5000万元 flow", "造林 bare 2000亩 flow"]),
        ("抽检合格率98%以上。", ["抽检合格率 ge 98% level"]),
        ("实现合格率98%以上。", ["合格率 ge 98% level"]),
        ("力争国家级项目突破5项，省级项目20项。", ["国家级项目 gt 5项 level", "省级项目 bare 20项 level"]),
        ("种植烤烟5000亩，养牛2000头。", ["烤烟 bare 5000亩 flow", "养牛 bare 2000头 level"]),
        ("救助儿童20名，家庭无障碍改造30户。", ["儿童 bare 20名 flow", "家庭无障碍改造 bare 30户 flow"]),
        ("实施小区改造20个，道路改造30条。", ["小区改造 bare 20个 scope", "道路改造 bare 30条 scope"]),
        ("职工、居民医保报销比例分别达到80%、70%。", ["职工医保报销比例 ge 80% level", "居民医保报销比例 ge 70% level"]),
        ("预算收入同口径增长6%。", ["预算收入 bare 6% growth"]),
        ("失业人员再就业1200人，就业困难人员就业500人。", ["失业人员再就业 bare 1200人 flow", "就业困难人员就业 bare 500人 flow"]),
        ("为300名残疾人适配辅助器具。", ["残疾人 bare 300名 scope"]),
        ("公开招聘教师200名，面向社会征集意见建议90条。", ["教师 bare 200名 increment", "意见建议 bare 90条 flow"]),
        ("公开率达到90%。", ["公开率 ge 90% level"]),
        ("建成区65%以上面积达到海绵城市要求。", ["面积达到海绵城市要求 ge 65% share"]),
        ("负责引进项目20个以上。", ["项目 ge 20个 increment"]),
        ("每月拜访企业不少于10家。", ["企业 ge 10家 flow"]),
        ("“获得电力”指标进入全省前3名。", ["“获得电力”指标 le 3名 rank"]),
        ("售电量完成50亿千瓦时；利润总额8000万元。", ["售电量 bare 50亿千瓦时 flow", "利润总额 bare 8000万元 flow"]),
        ("压减会议30%、文件35%以上。", ["会议 bare 30% growth", "文件 ge 35% growth"]),
        ("到年底，100%的村成立合作社。", ["村成立合作社 bare 100% share"]),
        # norms, grants, effects, what others ask, what is past
        ("集中培训时间一般不少于32学时。", []),
        ("开展培训100学时。", ["培训 bare 100学时 flow"]),
        ("为符合条件的人员发放补助金，标准不低于每人4500元。", []),
        ("落实补助，标准厂房每年新增3万平方米。", ["标准厂房 bare 3万平方米 increment"]),
        ("低保标准提高到每人每月780元。", ["低保标准 ge 780元 level"]),
        ("停车位配建标准不低于1.2个/户。", []),
        ("参会人员控制在50人以内。", []),
        ("会议经费控制在20万元以内。", []),
        ("接待费用压减12%。", ["接待费用 bare 12% growth"]),
        ("参保人员达到50万人。", ["参保人员 ge 50万人 level"]),
        ("考核实行百分制，其中日常考核占40%。", []),
        ("项目建成后，年可实现产值20亿元，带动就业2000人。", []),
        ("该项目年处理能力达到30万吨。", []),
        ("项目建成后，可带动全市就业2000人。", []),
        ("项目建成后，加强能源管理，单位能耗降低4%。", ["单位能耗 bare 4% growth"]),
        ("二期完工后，供水能力达到5万吨。", ["供水能力 ge 5万吨 level"]),
        ("该工程今年计划完成投资6亿元。", ["投资 bare 6亿元 flow"]),
        ("垃圾年处理能力达到30万吨。", ["垃圾年处理能力 ge 30万吨 level"]),
        ("国家要求到2025年全国覆盖率达到24%。", []),
        ("按照国家要求，确保全市覆盖率达到24%。", ["覆盖率 ge 24% level"]),
        ("《治水规划》提出，到2025年，覆盖率达到24%。", []),
        ("根据《治水规划》要求，到2025年，覆盖率达到24%。", ["覆盖率 ge 24% level"]),
        ("去年全年新增就业3万人。", []),
        ("完成投资20亿元，为全年目标打下基础。", []),
        ("夯实基础，完成投资20亿元。", ["投资 bare 20亿元 flow"]),
        ("受疫情影响，全市旅游收入下降30%。", []),
        ("单位能耗下降3%。", ["单位能耗 bare 3% growth"]),
        ("原计划建设20个站点。", []),
        ("计划建设20个站点。", ["站点 bare 20个 increment"]),
        ("在原计划基础上，新增站点6个。", ["站点 bare 6个 increment"]),
        ("收到来信500件，办结480件。", []),
        ("该做法在全省推广，惠及群众10万人。", []),
        ("企业年缴税收达到500万元以上且亩均税收不低于20万元的，优先保障用地。", []),
        ("人员编制控制在10名以内。", []),
        ("公租房单套建筑面积控制在60平方米以内。", []),
        ("检测样品数量不少于3个。", []),
        ("资金分两年拨付，验收后拨付40%。", []),
        ("培养后备干部100名。", ["后备干部 bare 100名 flow"]),
        ("转化后进党组织12个。", ["后进党组织 bare 12个 flow"]),
        ("严禁超过核定载客人数的20%。", []),
        ("废水排放化学需氧量浓度不高于50毫克/升。", []),
        ("细颗粒物浓度不高于35微克/立方米。", ["细颗粒物浓度 le 35微克/立方米 level"]),
    ],
)  # fmt: skip
def test_targets(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司战略发展部牵头，各子公司配合。", [("公司战略发展部", "lead"), ("各子公司", "support")]),
        ("市场部负责销售。", []),
        ("委托机构开展评估，市财政局负责监督。", []),
        ("市财政局负责监督管理费用。", [("市财政局", "lead")]),
    ],
)
def test_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_responsibility([passage(text)], first_leads=False)
    assert [(body.name, body.role) for body in found.bodies] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每学期开学前开展一次检查", ["每学期开学前"]),
        ("采暖期结束后1个月内完成检修", ["采暖期结束后1个月内"]),
        ("确保在全市经济工作会议召开前完成", ["全市经济工作会议召开前"]),
        ("会议召开前三天发送材料", []),
        ("5月底前完成排查，6月召开总结会", ["5月底前", "6月"]),
        ("3月制定方案，做好动员，6月组织演练，9月开展评估", ["3月", "6月", "9月"]),
        ("2021年3月制定方案，6月组织演练", []),
        ("每季度完成一次，6月召开了总结会", []),
        ("夏季用电高峰前完成检修", ["夏季用电高峰前"]),
        ("第三届农博会举办前完成布展，文化节举行前完成清理", ["第三届农博会举办前", "文化节举行前"]),
    ],
)
def test_deadlines(text: str, expected: list[str]) -> None:
    assert [deadline.text for deadline in find_deadlines(passage(text), 2022)] == expected
