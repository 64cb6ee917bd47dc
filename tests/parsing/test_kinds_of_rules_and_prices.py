"""Opinions in articles, what interprets a law, exams, prices and guides, parts without a number, and what parts are called; each
with its nearest neighbour. All texts are invented."""

import pytest

import kjplan
from kjplan.model import Measure, Section
from kjplan.parsing.front.genres import names_a_plan
from kjplan.parsing.headings.roles import leads_work, nested_role_of, role_of

_WORK = "一、加强监测\n（一）完善制度。新建监测点30个。\n二、加强整改\n（一）排查隐患。完成30家企业整改。\n"
_RULES = "第一条 目的和依据\n为规范路灯管理，制定本意见。\n第二条 适用范围\n本意见适用于全区。\n第三条 定义\n路灯是指路边的灯。\n第四条 管理部门\n区市容局负责全区路灯管理。\n"
_PLAIN_RULES = "第一条 为规范路灯管理，制定本意见。\n第二条 本意见适用于全区路灯。\n第三条 区市容局负责路灯管理。\n第四条 本意见自2024年12月1日起施行。\n"
_ARTICLES = (
    "第一条 总体目标\n年内新建路灯500盏。\n第二条 重点任务\n区市容局负责新建路灯。\n第三条 保障措施\n加强领导。\n"
)
_LAW = "一、关于处罚的法律适用\n（一）相关规定\n未报批的，责令停止。\n（二）法律适用\n依照新法处罚。\n"
_EXAM = "各县：现将有关事项通知如下：\n一、先看图答题，再上台讲解。\n二、看图时间为40分钟，讲解时间为12分钟。\n三、时间、地点：5月9日在市职校。\n四、不得带书本入场。\n"


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("甲区路灯管理实施意见\n" + _RULES, "none"),
        ("甲区路灯管理指导意见\n" + _PLAIN_RULES, "none"),
        ("甲区2024年路灯建设工作方案\n" + _ARTICLES, "full"),
        ("关于路灯“私拉电线”行为法律适用问题的意见\n" + _LAW, "none"),
        ("关于审理路灯案件适用法律若干问题的意见\n" + _LAW, "none"),
        ("关于加强路灯行政执法工作的意见\n" + _WORK, "full"),
        ("关于解决路灯规划建设突出问题的意见\n" + _WORK, "full"),
        ("关于组织对申报路灯高级对象进行技术水平考核的通知\n" + _EXAM, "none"),
        ("关于做好2024年路灯教师职业技能鉴定的通知\n" + _EXAM, "none"),
        ("关于做好2024年度路灯建设目标考核工作的通知\n" + _WORK, "full"),
        ("关于提高教师业务水平的通知\n" + _WORK, "full"),
        ("甲市发展改革委关于居民用水试行阶梯水价实施方案的通知\n" + _WORK, "none"),
        ("关于调整车用天然气销售价格的通知\n" + _WORK, "none"),
        ("关于核定污水处理收费标准有关问题的通知\n" + _WORK, "none"),
        ("2024年全市价格工作要点\n" + _WORK, "full"),
        ("关于深化农业水价综合改革的通知\n" + _WORK, "full"),
        ("关于加强粮食价格监测工作的通知\n" + _WORK, "full"),
        ("2026年甲市“粮食节约”实施行动指南\n" + _WORK, "full"),
        ("甲市公民粮食节约行动指南\n" + _WORK, "none"),
        ("2026年度甲市科技项目申报指南\n" + _WORK, "none"),
        ("2026年粮食仓储技术指南\n" + _WORK, "none"),
    ],
)
def test_kinds_that_rule_or_deal_out_plan_nothing(text: str, extent: str) -> None:
    plan = kjplan.parse(text)
    assert plan.extent == extent
    assert extent == "full" or not any(measure.responsibility for measure in plan.walk(Measure))


def test_a_guide_to_action_plans_where_it_says_for_when() -> None:
    assert names_a_plan("“十五五”节粮行动指南")
    assert not names_a_plan("公民节粮行动指南")


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("开展粮食交易试点的重要意义", "other"),
        ("实施轮作的必要性", "other"),
        ("充分认识轮作的重要意义", "principles"),
        ("试行轮作的必要性和基本原则", "principles"),
        ("宣传轮作的重要性", "other"),
        ("建筑废料和余土定义", "other"),
        ("明确废料定义", None),
        ("增强轮作意识", None),
    ],
)
def test_why_a_matter_counts_is_no_task(title: str, role: str | None) -> None:
    assert role_of(title) == role


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("监管要求", True),
        ("专项整治工作要求", True),
        ("活动要求", True),
        ("检查内容", False),
        ("落实监管要求", False),
        ("技术要求", False),
    ],
)
def test_demands_at_the_end_are_safeguards(title: str, last: bool) -> None:
    assert leads_work(title) is last


def test_other_problems_are_looked_into_and_no_review() -> None:
    assert nested_role_of("其他粮食市场秩序突出问题") is None
    assert nested_role_of("粮食市场秩序突出问题") == "review"


def _parts(text: str) -> list[tuple[str | None, str | None]]:
    return [(n.title, n.role) for n in kjplan.parse(text).parts if isinstance(n, Section)]


_HEAD = "推动粮车应用实施方案\n为推动应用，制定本方案。\n"
_FIRST = "（一）完善布局。新建粮站50座。\n（二）加快建设。建设通道30条。\n"


def test_parts_without_a_number_hold_the_points_that_run_through() -> None:
    text = f"{_HEAD}总体要求\n以应用为导向。\n加快补给设施建设\n{_FIRST}加大应用支持力度\n（三）加力消费。支持更新。\n保障措施\n（四）加强领导。建立机制。\n"
    assert _parts(text) == [
        ("总体要求", "principles"),
        ("加快补给设施建设", "measures"),
        ("加大应用支持力度", "measures"),
        ("保障措施", "safeguards"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{_HEAD}一、总体要求\n推动应用。\n补给设施建设\n{_FIRST}应用支持力度\n（三）加力消费。支持更新。\n二、保障措施\n（四）加强领导。建立机制。\n",
        f"{_HEAD}总体要求\n推动应用。\n（一）完善布局\n新建粮站\n（二）加快建设\n建设通道30条\n（三）加力消费。支持更新。\n保障措施\n（四）加强领导。建立机制。\n",
        f"{_HEAD}总体要求\n推动应用。\n{_FIRST}补给设施建设\n（五）加力消费。支持更新。\n应用支持力度\n（九）加强领导。建立机制。\n",
    ],
)
def test_lines_between_points_are_no_parts_where_parts_are_numbered_or_points_do_not_count_on(text: str) -> None:
    assert {title for title, _ in _parts(text)} <= {"总体要求", "保障措施", "补给设施建设"}
    assert ("应用支持力度", "measures") not in _parts(text)
