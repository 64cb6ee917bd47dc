"""Wordings of hospitals, schools, firms, towns and police plans, each with its nearest neighbour that says no such thing."""

import pytest

import kjplan
from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # Whom the leading body goes together with, in other words than 会同.
        ("由市交通局牵头，联合市公安局、市城管局开展路检路查。", "市交通局:lead 市公安局:support 市城管局:support"),
        (
            "由民生服务处牵头，联合市场监管局东岭分局、各驻村工作队、有关处室值守人员，开展专项整治。",
            "民生服务处:lead 市场监管局东岭分局:support 各驻村工作队:support",
        ),
        (
            "由安全处牵头，组织建设处、资源处和相关单位，形成巡查队伍。",
            "安全处:lead 建设处:support 资源处:support 相关单位:support",
        ),
        ("市科技局牵头，联合企业、高校开展对接。", "市科技局:lead"),
        ("市科技局牵头，组织企业、高校开展对接。", "市科技局:lead"),
        ("市科技局牵头，组织实施技术攻关、成果转化。", "市科技局:lead"),
        ("联合市公安局、市城管局开展路检路查。", ""),
        # What a body is called, and behind a comma what it sees to.
        ("区房管局是旧房改造工作牵头部门，负责编制总体方案。", "区房管局:lead"),
        ("区政府是秸秆综合利用的责任主体，负责辖区内各项工作。", "区政府:lead"),
        ("项目单位是安全生产的责任主体，负责整改隐患。", ""),
        # Offices of hospitals, counties, firms and towns.
        ("由门诊部负责，信息科、放射科协助。", "门诊部:lead 信息科:support 放射科:support"),
        ("由合作指导股牵头，资产管理股配合。", "合作指导股:lead 资产管理股:support"),
        ("综合行政执法队负责违法建筑的整治。", "综合行政执法队:lead"),
        ("新河投资经营有限公司负责镇属国有资产的排查。", "新河投资经营有限公司:lead"),
        ("各派出所：负责本辖区矛盾纠纷排查化解。", "各派出所:lead"),
        ("由东城街道负责。", "东城街道:lead"),
        ("由柳溪镇负责。", "柳溪镇:lead"),
        ("由特色小镇负责。", ""),
        ("由三农业务部牵头，各支行配合。", "三农业务部:lead 各支行:support"),
        ("市信访局会同东城街道、市公安局东城分局做好化解。", "市信访局:lead 东城街道:support 市公安局东城分局:support"),
        ("由青少年部负责，各支行参加。", "青少年部:lead 各支行:support"),
        ("青少年部负责培训。", ""),
        ("由全部负责同志签字。", ""),
        ("由控股负责。", ""),
        ("支持龙头公司负责组建联合体。", ""),
        # Labels.
        ("责任处室：政教处；协助：团委、各年级组。", "政教处:lead 团委:support 各年级组:support"),
        ("（6分）责任部门：综治办、信访办", "综治办:joint 信访办:joint"),
        ("责任股站：种植业股、农技站", "种植业股:joint 农技站:joint"),
        # Who owns what is built is told in an aside.
        ("由区水务局（县排水所为业主单位）负责组织实施。", "区水务局:lead"),
        # Brackets of departments behind the points of a paragraph.
        (
            "①5月底前完成安全评估（区应急局）；②改造监控系统（区应急局、区经信局）；③关闭退出企业（区经信局）。",
            "区应急局:lead 区应急局:joint 区经信局:joint 区经信局:lead",
        ),
        ("按规定报送材料（区应急局）；公开电话。", ""),
        ("①上报市发展改革委（物价局）；②征求意见（企业、高校）。", ""),
    ],
)
def test_bodies(text: str, bodies: str) -> None:
    found = find_responsibility([passage(text)])
    assert " ".join(f"{b.name}:{b.role}" for b in found.bodies) == bodies


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # A second figure right behind the first measures the same in another unit.
        ("绿化道路6条18公里。", [("道路", "bare", "6", "条"), ("道路", "bare", "18", "公里")]),
        (
            "关停落后机组2台共计15万千瓦。",
            [("落后机组", "bare", "2", "台"), ("落后机组", "bare", "15", "万千瓦")],
        ),
        ("计划搬迁200户760人。", [("搬迁", "bare", "200", "户"), ("搬迁", "bare", "760", "人")]),
        ("实施项目20个3亿元。", [("项目", "bare", "20", "个")]),
        # What a change leads to.
        (
            "成本收入比下降1.2个百分点至30%以下。",
            [("成本收入比", "bare", "1.2", "个百分点"), ("成本收入比", "le", "30", "%")],
        ),
        ("普及率提高2个百分点至91%。", [("普及率", "bare", "2", "个百分点"), ("普及率", "ge", "91", "%")]),
        ("增速高于全省平均增速3个百分点。", [("增速", "gt", "3", "个百分点")]),
        ("零售总额增速高于全省平均水平1个百分点。", [("零售总额增速", "gt", "1", "个百分点")]),
        ("零售总额增速高于1个百分点的地区受表扬。", []),
        ("进出口总额力争突破1000亿元大关。", [("进出口总额", "gt", "1000", "亿元")]),
        # In a row behind what is reached.
        (
            "参保率达到98%以上，养老保险参保人数2.3万人。",
            [("参保率", "ge", "98", "%"), ("养老保险参保人数", "bare", "2.3", "万人")],
        ),
        (
            "到账经费达到2亿元，增长12%；国家级项目立项120项，发明专利授权300件。",
            [
                ("到账经费", "ge", "2", "亿元"),
                ("到账经费", "bare", "12", "%"),
                ("国家级项目立项", "bare", "120", "项"),
                ("发明专利授权", "bare", "300", "件"),
            ],
        ),
        ("参保率达到98%以上，全县总人口35万人。", [("参保率", "ge", "98", "%")]),
        ("共有学校120所，在校生人数3.2万人。", []),
        (
            "采购品种达到350个以上，采购金额占比35%。",
            [("采购品种", "ge", "350", "个"), ("采购金额占比", "bare", "35", "%")],
        ),
        ("参加者中女性占比35%。", []),
        (
            "贷款余额达到95亿元，较年初净增9亿元。",
            [("贷款余额", "ge", "95", "亿元"), ("贷款余额", "bare", "9", "亿元")],
        ),
        ("完成建档2万户。", [("建档", "bare", "2", "万户")]),
        ("道路机扫率95%，县城90%。", [("道路机扫率", "bare", "95", "%"), ("县城道路机扫率", "bare", "90", "%")]),
        # By when stands before the predicate.
        (
            "支出进度6月底达到50%，9月底达到80%。",
            [("支出进度", "ge", "50", "%"), ("支出进度", "ge", "80", "%")],
        ),
        # A bracket behind a figure is no noun.
        ("关闭退出企业3家（区经信局）", [("企业", "bare", "3", "家")]),
        ("新建3个（市级）实验室", [("实验室", "bare", "3", "个")]),
        ("（2）整治平交路口45处，由区公路中心负责。", [("平交路口", "bare", "45", "处")]),
        (
            "粮食播种面积完成5万亩，总产量1.9万吨目标任务。",
            [("粮食播种面积", "bare", "5", "万亩"), ("粮食总产量", "bare", "1.9", "万吨")],
        ),
        # Deeds, units and what looks like them.
        ("全校推出优质课20节。", [("优质课", "bare", "20", "节")]),
        ("清收不良资产8亿元。", [("不良资产", "bare", "8", "亿元")]),
        ("全区示范推广有机肥0.4万亩。", [("有机肥", "bare", "0.4", "万亩")]),
        (
            "主导或参与制定国家标准5项、行业标准8项。",
            [("国家标准", "bare", "5", "项"), ("行业标准", "bare", "8", "项")],
        ),
        ("拟建公园附属公厕12座。", [("公园附属公厕", "bare", "12", "座")]),
        ("发放救助金120万元。", [("救助金", "bare", "120", "万元")]),
        ("接入视频监控12万路。", [("视频监控", "bare", "12", "万路")]),
        ("开通12路公交。", []),
        ("完成了搬迁入住69户32人。", []),
        ("完成搬迁入住69户32人。", [("搬迁入住", "bare", "69", "户"), ("搬迁入住", "bare", "32", "人")]),
        ("查处违法行为500起。", [("违法行为", "bare", "500", "起")]),
        ("办电环节压减为2个。", [("办电环节", "le", "2", "个")]),
        ("孵化器面积达到3万平方米。", [("孵化器面积", "ge", "3", "万平方米")]),
        ("储备铁锹500把、救生衣200件。", [("铁锹", "bare", "500", "把"), ("救生衣", "bare", "200", "件")]),
        ("食品抽检量达到4.5批次/千人。", [("食品抽检量", "ge", "4.5", "批次/千人")]),
        ("降尘量不高于7吨/月·平方公里。", [("降尘量", "le", "7", "吨/月·平方公里")]),
        ("争取2个亿补助。", []),
        ("CT检查等候不超过48小时。", [("CT检查等候", "le", "48", "小时")]),
        ("会期不超过2小时。", []),
        ("低保标准提高到月人均860元。", [("低保标准", "ge", "860", "元")]),
        ("贫困学生资助覆盖率100%。", [("贫困学生资助覆盖率", "bare", "100", "%")]),
        ("对企业资助100%。", []),
        (
            "测评得分力争90分以上，志愿者占比超过18%。",
            [("测评得分", "ge", "90", "分"), ("志愿者占比", "gt", "18", "%")],
        ),
        ("测评得分90分以上的为优秀。", []),
    ],
)
def test_targets(text: str, targets: list[tuple[str, str, str, str]]) -> None:
    found = [(t.indicator, t.comparator, str(t.value), t.unit) for t in find_targets(passage(text), year=2022)]
    assert found == targets


@pytest.mark.parametrize(
    ("title", "text", "targets"),
    [
        ("居民健康素养水平", "≥26%", [("居民健康素养水平", "ge", "26")]),
        ("人均预期寿命", "78.5岁（牵头单位：县卫健局）", [("人均预期寿命", "bare", "78.5")]),
        ("婴儿死亡率", "控制在5‰以内", [("婴儿死亡率", "le", "5")]),
        ("加强机关管理", "会议压减30%。", [("会议", "bare", "30")]),
        ("试点期限", "3年", []),
    ],
)
def test_a_cell_of_nothing_but_a_figure(title: str, text: str, targets: list[tuple[str, str, str]]) -> None:
    found = find_targets(passage(text), year=2022, title=title)
    assert [(t.indicator, t.comparator, str(t.value)) for t in found] == targets


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("第一阶段4月6日至4月20日，各县全面核查。", ["4月6日至4月20日"]),
        ("9月18日至26日期间，由安全处牵头开展整治。", ["9月18日至26日"]),
        ("由青少年部负责，9月至11月完成。", ["9月至11月"]),
        ("全年分三批，9月至11月的天气多变。", []),
        ("10月1日至7日期间放假的单位要安排值班。", []),
        ("在9月18日至26日期间，各单位加强值守。", []),
    ],
)
def test_windows(text: str, due: list[str]) -> None:
    assert [d.text for d in find_deadlines(passage(text), 2022)] == due


def test_the_same_as_above() -> None:
    """同上 behind a label stands for the bodies of the task before, and for nobody where it has none."""
    plan = kjplan.parse(
        "2022年大学工作要点\n一、重点任务\n1.建设课程。配合部门：同上\n"
        "2.引进人才。牵头部门：人事处；配合部门：财务处、各学院\n3.培训教师。牵头部门：教务处；配合部门：同上\n"
        "4.改造校舍。责任部门：后勤处（牵头）、基建处\n5.绿化校园。责任部门：同上\n"
    )
    first, second, third, fourth, fifth = ([(b.name, b.role) for b in m.responsibility.bodies] for m in plan.measures)
    assert fourth == fifth == [("后勤处", "lead"), ("基建处", "joint")]
    assert first == []
    assert second == [("人事处", "lead"), ("财务处", "support"), ("各学院", "support")]
    assert third == [("教务处", "lead"), ("财务处", "support"), ("各学院", "support")]


def test_lines_of_labels_below_goals_are_no_goals() -> None:
    """What stands under 经营指标 are goals; who answers for them is said of them and is none itself."""
    plan = kjplan.parse(
        "2022年集团工作安排\n一、经营指标\n营业收入增长7%，利润总额3亿元。\n牵头领导：张三\n牵头部门：财务部\n"
        "二、重点工作\n1.加强管理。会议压减30%。\n2.改造厂房。改造厂房3座。\n"
    )
    assert [g.text for g in plan.goals] == ["营业收入增长7%", "利润总额3亿元"]
    assert [b.name for b in plan.goals[0].responsibility.bodies] == ["财务部"]
