"""Kinds that plan nothing though their parts look like tasks, and titles that their words follow at once: each with its nearest
neighbour. All names and figures are invented."""

import pytest

from kjplan.model import Goal, Measure, Section
from kjplan.parsing import parse_source
from kjplan.parsing.headings.leads import is_fault
from kjplan.parsing.headings.roles import role_of
from kjplan.parsing.headings.titles import split_title
from kjplan.reading import from_text
from tests.parsing.flat_text import flat_plan

DEALT = "\n一、分配原则\n按基准年产量分配。\n二、总量\n2024年甲类总量为20万吨。\n三、调整\n企业应在9月30日前提出。\n"


@pytest.mark.parametrize(
    ("title", "extent"),
    [
        ("2024年度某某物质生产配额分配方案", "none"),
        ("某省2024年配额总量设定与分配方案（发电行业）", "none"),
        ("2024年度某某物质生产配额清查方案", "full"),
        ("2024年某市重点任务分配方案", "full"),
    ],
)
def test_a_scheme_that_deals_out_plans_nothing(title: str, extent: str) -> None:
    assert parse_source(from_text(title + DEALT)).plan.extent == extent


def test_who_does_what_may_be_said_in_such_a_scheme_all_the_same() -> None:
    work = "\n一、核定\n核定总量。\n责任单位：市工信局\n二、发放\n发放配额。\n责任单位：市财政局\n"
    assert len(parse_source(from_text("2024年度配额分配方案" + work)).plan.measures) == 2


@pytest.mark.parametrize(
    ("title", "extent"),
    [
        ("关于2024年度某某师资格考试考务工作的通知", "none"),
        ("关于加强考场安全工作的通知", "full"),
    ],
)
def test_a_notice_of_an_exam_calls(title: str, extent: str) -> None:
    text = "\n各市：\n现将有关事项通知如下：\n一、考试科目\n共3个科目。\n二、报名条件\n从事工作满4年。\n三、考试方式\n闭卷笔试。\n"
    work = "\n各市：\n现将有关事项通知如下：\n一、加强巡查\n巡查考场。\n二、完善预案\n修订预案。\n"
    assert parse_source(from_text(title + (text if extent == "none" else work))).plan.extent == extent


@pytest.mark.parametrize(
    ("lead", "title", "fault"),
    [
        ("某公司存在以下环境违法问题。", "无组织排放严重", True),
        ("督察指出,存在的主要问题有:", "转型发展不力", True),
        ("现将发现的问题通报如下:", "转型发展不力", False),
        ("某公司存在以下环境违法问题。", "有关整改要求", False),
        ("某公司存在以下环境违法问题。", "加快建设围墙", False),
        ("针对存在的问题,提出以下措施:", "原料场封闭", False),
        ("着力解决以下问题,做好下列工作:", "原料场封闭", False),
    ],
)
def test_what_follows_found_faults_is_one(lead: str, title: str, fault: bool) -> None:
    assert is_fault(lead, title) is fault


def test_faults_in_a_letter_that_demands_are_no_tasks() -> None:
    text = (
        "关于对某某公司违法问题限期整改的函\n某市生态环境局：\n检查发现，某某公司存在以下违法问题。\n"
        "一、料场未封闭\n扬尘明显。\n二、监测设备不正常运行\n数据失真，偏差超过30%。\n"
    )
    plan = parse_source(from_text(text)).plan
    assert [n.role for n in plan.walk(Section)] == ["review", "review"]
    assert not plan.targets
    assert next(plan.walk(Measure), None) is None


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("主办单位、承办单位", "other"),
        ("主办单位", "other"),
        ("明确主办单位", None),
        ("督办期限", "other"),
        ("培训时间和地点", "other"),
        ("参会人员", "other"),
        ("奖项设置", "other"),
        ("优化科目设置", None),
        ("组织参会人员返程", None),
        ("加强绩效管理,按要求填报绩效目标", None),
        ("绩效目标", "goals"),
        ("及时设定年度目标", None),
    ],
)
def test_roles_of_parts_of_notices(title: str, role: str | None) -> None:
    assert role_of(title) == role


@pytest.mark.parametrize(
    ("head", "goals"),
    [
        ("《某省水质改善计划》政策解读", ["35"]),
        ("某省2024年应急减排清单编制说明", []),
    ],
)
def test_what_explains_a_plan_is_known_where_its_title_is_glued(head: str, goals: list[str]) -> None:
    """It plans nothing itself; of a plan that its title names it tells the goals, as news does."""
    text = (
        f"{head}一、出台背景2023年，国家印发改善计划，要求浓度下降10%。二、总体要求《计划》提出，到2025年，全省浓度控制在35微克/立方米以内。"
        "三、主要内容(一)优化结构。淘汰产能500万吨。(二)改善能源。非化石能源比重达到20%。"
    )
    plan = flat_plan(text)
    assert plan.extent == ("goals" if goals else "none")
    assert [str(t.value) for t in plan.targets] == goals
    assert not plan.measures
    assert str(next(plan.walk(Section)).title).startswith("出台背景")


def test_a_title_ends_before_its_first_part_on_one_line() -> None:
    text = (
        "某县科技局2023年工作总结和2024年工作计划一、2023年工作总结(一)企业培育成效明显。新认定企业32家，总数达到108家。(二)投入稳步增长。"
        "投入强度达到2.1%。二、2024年工作计划(一)加快平台建设。新建中心5家。(二)推进转化。成交额达到6亿元。"
    )
    plan = flat_plan(text)
    assert [str(t.value) for t in plan.targets] == ["5", "6"]
    report = "关于2023年度设施检查情况的报告一、检查基本情况2023年，全年检查156次，发现问题23个。二、主要发现(一)体系运行有效。关闭率达到98%。(二)培训不足。有的单位没有计划。"
    assert not flat_plan(report).targets


def test_points_follow_a_list_of_tasks_at_once() -> None:
    text = (
        "2024年重点任务清单一、强化平台建设1.新建实验室10家。（责任处室：基础处）2.推进装置建设。（责任处室：规划处）"
        "二、培育主体3.实施倍增计划。（责任处室：高新处）4.开展评价入库，全年不少于两批。（责任处室：成果处）"
    )
    assert next(flat_plan(text).walk(Measure)).title == "新建实验室10家"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("收运体系不健全责任单位:县城管局整改时限:6月底", "收运体系不健全"),
        ("养殖污染问题突出整改时限:2024年12月底", "养殖污染问题突出"),
        ("明确责任单位:各县区要确定责任单位。", "明确责任单位"),
        ("责任单位:县城管局", "责任单位"),
    ],
)
def test_a_title_ends_before_the_first_field_of_its_task(line: str, title: str) -> None:
    folded = from_text(line).folded
    split = split_title(folded)
    assert split is not None
    assert folded[: split[0]] == title


def test_what_is_allotted_in_a_notice_is_no_target() -> None:
    head = "关于下达2024年度控制指标的通知\n各市：\n现将有关事项通知如下：\n"
    allotted = "一、2024年全省某矿开采、冶炼总量控制指标分别为3万吨、2万吨。\n二、做好分解。落实到企业。\n"
    assert not parse_source(from_text(head + allotted)).plan.targets
    reached = "一、2024年新增造林3万亩。\n二、做好分解。落实到企业。\n"
    assert len(parse_source(from_text(head + reached)).plan.targets) == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("各站应选派不少于2名监督员驻厂。", 0),
        ("全省选派不少于200名干部驻村。", 1),
    ],
)
def test_who_must_be_sent_is_a_norm(words: str, found: int) -> None:
    text = f"关于加强监管的通知\n各市：\n现将有关要求通知如下：\n一、加强监督。{words}\n二、完善制度。修订办法。\n"
    assert len(parse_source(from_text(text)).plan.targets) == found


def test_no_goal_is_read_of_a_demand_to_report_goals() -> None:
    text = "关于下达资金的通知\n各市：\n现就有关事项通知如下：\n一、加快支付进度。\n二、加强绩效管理，按要求填报绩效目标。\n"
    assert next(parse_source(from_text(text)).plan.walk(Goal), None) is None


JUDGED = "\n一、考核对象\n各镇。\n二、考核内容\n素养水平达到28%。\n三、考核步骤\n（一）自评。3月底前完成自评。\n（二）复核。组织抽查。\n"


@pytest.mark.parametrize(
    ("title", "parts", "extent"),
    [
        ("2024年度某某行动考核实施方案", JUDGED, "none"),
        ("2024年度某某行动实施方案", JUDGED, "full"),
        ("2024年度某某行动考核实施方案", JUDGED + "四、重点任务\n（一）加快建设。建设站点。\n", "full"),
    ],
)
def test_a_scheme_by_which_work_is_judged_plans_nothing(title: str, parts: str, extent: str) -> None:
    assert parse_source(from_text(title + parts)).plan.extent == extent


def test_a_point_follows_the_time_of_the_one_before() -> None:
    text = (
        "某市改革事项清单一、企业开办1.推行一网通办。牵头单位：市市场监管局完成时限：2024年6月2.压缩开办时间。牵头单位：市行政审批局"
        "完成时限：2024年9月二、建筑许可3.缩短审批时间。牵头单位：市住建局完成时限：2024年12月"
    )
    assert [m.number for m in flat_plan(text).walk(Measure)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("建成处置场3座。", ["3"]), ("处置积压垃圾3万吨。", ["3"]), ("现有处置场3座。", [])],
)
def test_a_place_where_waste_goes_is_built(words: str, found: list[str]) -> None:
    plan = parse_source(from_text(f"2024年工作要点\n一、重点任务\n1.推进治理。{words}\n2.加强管理。修订办法。\n")).plan
    assert [str(t.value) for t in plan.targets] == found


def test_a_named_part_goes_on_a_row_though_no_mark_ends_the_words_before_it() -> None:
    text = (
        "第九届某某周活动方案一、活动主题普及科学知识，共享美好生活二、活动时间2024年5月20日至27日三、主办单位市科技局、市科协"
        "四、重点活动（一）启动仪式。举办启动仪式。（二）开放日。组织基地开放。五、有关要求各地要高度重视，周密部署，确保活动取得实效。"
    )
    assert [n.number for n in flat_plan(text).parts if isinstance(n, Section | Measure)] == [
        "一",
        "二",
        "三",
        "四",
        "五",
    ]
    named = "某省工作方案一、工作目标建成中心5家。二、重点工作加快建设，其中包括甲工程三、四期和三、主要河流治理。三、保障措施加强领导，各地要高度重视。"
    assert [n.number for n in flat_plan(named).parts if isinstance(n, Section | Measure | Goal)] == ["一", "二", "三"]
