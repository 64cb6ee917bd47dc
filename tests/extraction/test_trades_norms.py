"""What plans of many trades ask, tell and promise in figures: each rule with a text that trips it and its nearest neighbours."""

import pytest

from kjplan.extraction.duties.duties import find_duties
from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage


def told(text: str) -> str:
    """The targets of a text in a plan of 2022: indicator and value with unit."""
    return " · ".join(f"{t.indicator} {t.value}{t.unit or ''}" for t in find_targets(passage(text), year=2022))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # how large what is too large is
        ("消除66人以上超大班额", ""),
        ("班额控制在50人以内", "班额 50人"),
        # how far a service reaches
        ("公交站点300米覆盖率达到98%", "公交站点300米覆盖率 98%"),
        ("绿道300公里，覆盖率达到98%", "覆盖率 98%"),
        # who may have something
        ("保障对象人均住房面积低于13平方米", ""),
        ("保障对象覆盖率不低于95%", "保障对象覆盖率 95%"),
        ("人均住房面积达到40平方米", "人均住房面积 40平方米"),
        # what a loan, an account and a tax are bound to
        ("购房贷款首付比例不低于25%", ""),
        ("公积金缴存比例不低于6%、不高于10%", ""),
        ("研发费用扣除比例为120%", ""),
        ("公积金缴存额增长6%", "公积金缴存额 6%"),
        # lengths, doses, distances, intervals, sowing: of one thing
        ("消防水带长度不少于40米", ""),
        ("绿道长度不少于40公里", "绿道长度 40公里"),
        ("留样不少于150克", ""),
        ("食盐摄入量不高于6克", "食盐摄入量 6克"),
        ("储罐与住宅距离不小于30米", ""),
        ("疫苗接种间隔不少于21天", ""),
        ("两针之间间隔不少于21天", ""),
        ("早高峰发车间隔缩短至4分钟", "早高峰发车间隔 4分钟"),
        ("玉米亩播量控制在3公斤左右", ""),
        ("玉米种植面积控制在3万亩左右", "玉米种植面积 3万亩"),
        ("组件转换效率不低于21%", ""),
        ("出水总磷不高于0.5毫克/升", ""),
        # what must be at least
        ("评议小组应不少于5人", ""),
        ("引进骨干应不少于500人", "骨干 500人"),
        ("排练场地面积应不小于200平方米", ""),
        ("每件收费不低于30元", ""),
        # what then must be done
        ("携带现金超过3000美元应当申报", ""),
        ("作品时长不超过8分钟", ""),
        ("文件大小不超过50MB", ""),
        # about how many they are
        ("2022年参加考试学生约3万人", ""),
        ("引进学生约3万人", "学生 3万人"),
        ("失业率约5%", "失业率 5%"),
        # those who are sent, and where to
        ("选派联络员20名驻村", "联络员 20名"),
        ("选派20名驻村干部", "驻村干部 20名"),
        ("选派干部20名下沉社区", "干部 20名"),
        # a deed behind its noun
        ("货运班列开行120列", "货运班列开行 120列"),
        ("造林面积6万亩", "造林面积 6万亩"),
        ("山羊存栏30万只、出栏20万只", "山羊存栏 30万只 · 山羊出栏 20万只"),
        ("合作社带动农户400户", "农户 400户"),
        ("发挥合作社带动作用，新建合作社40家", "合作社 40家"),
        # of what it is one, and pure numbers
        ("不良反应报告达到每百万人口700份", "不良反应报告 700份"),
        ("公共充电桩车桩比达到2.2:1", "公共充电桩车桩比 2.2"),
        # what a change by a share leads to
        ("吞吐量增长12%至45万标箱", "吞吐量 12% · 吞吐量 45万标箱"),
        ("吞吐量增长12%至15%", "吞吐量 12%"),
        ("贷款期限为10个月至2年", ""),
        # new deeds, and what is done to water and cases
        ("新招聘护士80名，其中急诊护士20名", "护士 80名 · 急诊护士 20名"),
        ("新能源车辆80辆", ""),
        ("施划停车泊位700个", "停车泊位 700个"),
        ("压采地下水300万立方米", "地下水 300万立方米"),
        ("公布典型案例9批", "典型案例 9批"),
        ("新批准项目9个", ""),
        ("全年引江水量2亿立方米", "引江水量 2亿立方米"),
        ("水库水量2亿立方米", ""),
        ("遴选6家医院承担试点任务", "医院 6家"),
        # of how many a rate is
        ("就业人员10万人事故死亡率下降6%", "就业人员10万人事故死亡率 6%"),
        ("新增就业10万人，失业率控制在5%", "就业 10万人 · 失业率 5%"),
        ("每千人口护士数达3.6名", "每千人口护士数 3.6名"),
        ("60岁以上人口达30万人", ""),
        # rules of building, allotting, and cases of two marks
        ("容积率不大于1.8，绿地率不低于30%", ""),
        ("建成区绿地率不低于30%", "建成区绿地率 30%"),
        ("会员代表名额为160名，其中女代表不少于25%", ""),
        ("家庭年收入低于5万元、人均住房面积不足12平方米的可申请补贴", ""),
        ("压缩办理周期至14个月", "办理周期 14个月"),
        # who may apply, what then must stop, what is paid by all
        ("申报单位近2年年均收入不低于3000万元，研发人员占比不低于12%", ""),
        ("规上企业年均收入不低于3000万元", "规上企业年均收入 3000万元"),
        ("在线监测值超过0.6毫克/立方米时立即停工", ""),
        ("监测覆盖率超过60%", "监测覆盖率 60%"),
        ("住院起付线为900元，缴费标准为350元", ""),
        ("人均补助标准为84元", ""),
        ("孤儿保障标准提高到每月1800元", "孤儿保障标准 1800元"),
        ("仪器检定周期不超过14天", ""),
        ("作品尺寸不超过3米", ""),
        ("行动共出动执法人员900人次，检查场所400家次，立案12起", ""),
        ("检查场所400家次，立案12起", "场所 400家次 · 立案 12起"),
        ("共培训执法人员900人次", "执法人员 900人次"),
        ("需求满足率达96%", "需求满足率 96%"),
        ("瓦斯浓度达到1%时必须停止作业", ""),
        ("80人以上企业建会率达94%", "80人以上企业建会率 94%"),
        ("新建工会80家以上，建会率达94%", "工会 80家 · 建会率 94%"),
        ("新发放首贷户900户", "首贷户 900户"),
        # more deeds, also behind their nouns
        ("封填机井90眼，修补路面3万平方米", "机井 90眼 · 路面 3万平方米"),
        ("为消费者挽回损失600万元", "损失 600万元"),
        ("开放数据集90个", "数据集 90个"),
        ("开放平台90个", ""),
        ("示范路创建30公里", "示范路创建 30公里"),
        ("“非接触”缴税比例96%", "“非接触”缴税比例 96%"),
        ("女职工比例40%", ""),
        ("拟上市企业股改12家", "拟上市企业股改 12家"),
        ("拟新建学校12所", "学校 12所"),
        ("旅客吞吐量突破400万人次、货邮吞吐量2万吨", "旅客吞吐量 400万人次 · 货邮吞吐量 2万吨"),
        ("旅客吞吐量突破400万人次、航道2公里", "旅客吞吐量 400万人次"),
        ("40万元以上村占比达30%", "40万元以上村占比 30%"),
        ("法官员额控制在编制数的36%以内", "法官员额 36%"),
    ],
)
def test_figures(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("补助标准", []),
        ("提高孤儿补助标准", ["1800"]),
        ("食堂每餐收费标准控制在15元以内，服务老人5000人", ["1800"]),
        ("申报条件及收费标准", []),
    ],
)
def test_work_on_a_standard_and_a_sentence_are_no_headings_of_rules(title: str, found: list[str]) -> None:
    targets = find_targets(passage("将孤儿保障金提高到每月1800元。"), year=2022, title=title)
    assert [str(t.value) for t in targets] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7月15日前完成汛前检查", "7月15日前"),
        ("汛前完成检查", "汛前"),
        ("合同期限至2026年底", ""),
        ("整改期限至2022年底", "2022年底"),
        ("中考、高考前整治噪声", "中考、高考前"),
        ("最迟不超过10月20日完成准备", "10月20日"),
        ("不得晚于10月20日完成准备", "10月20日"),
    ],
)
def test_deadlines(text: str, expected: str) -> None:
    assert " · ".join(d.text for d in find_deadlines(passage(text), 2022)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区教育局牵头,公安、卫健、城管等部门配合", "区教育局 lead · 公安 support · 卫健 support · 城管 support"),
        ("区教育局牵头,区公安、城管部门配合", "区教育局 lead · 区公安 support · 城管部门 support"),
        ("区住建局牵头,供水、供电等单位配合", "区住建局 lead · 供水 support · 供电 support"),
        ("区教育局牵头,组织学生、家长等参与", "区教育局 lead"),
        ("推动公安、城管等部门配合", ""),
        ("人民银行县支行负责政策指导", "人民银行县支行 lead"),
        ("商业银行负责贷款发放", ""),
    ],
)
def test_bodies(text: str, expected: str) -> None:
    groups = [group for duty in find_duties(text) for group in duty.groups]
    assert " · ".join(f"{text[n.start : n.end]} {role}" for names, role in groups for n in names) == expected
