"""Figures that only bind, in documents that order and regulate but are no work plans; beside each what is still promised there,
and the same words in a work plan."""

import pytest

from kjplan.extraction.figures.targets import find_targets, locate_targets
from kjplan.model import Target
from kjplan.parsing import parse_source
from kjplan.reading import from_text
from tests.extraction.helpers import passage


def _promised(text: str, *, regulates: bool) -> list[Target]:
    return [t.target for t in locate_targets(passage(text), year=2024, committed=False, regulates=regulates)]


@pytest.mark.parametrize(
    ("norm", "promise"),
    [
        ("储罐油气处理率不低于93%。", "到2027年，储罐油气处理率不低于93%。"),
        ("储罐油气处理率不低于93%。", "力争储罐油气处理率不低于93%。"),
        ("问题整改率应达到100%。", "2027年底前问题整改率达到100%。"),
        ("问题整改率要达到100%。", "“十四五”期间问题整改率要达到100%。"),
        ("掺烧比例应控制在15%以内。", "近期开工规模应控制在6000万千瓦左右。"),
        ("数据有效率不低于92%，合格率不低于88%。", "到2027年，数据有效率不低于92%，合格率不低于88%。"),
        ("减排比例应分别达到12%、24%和36%以上。", "到2027年，三地减排比例应分别达到12%、24%和36%以上。"),
        ("县级抽查数量原则上不低于12%。", "县级数量增长12%。"),
        ("抽检覆盖率达到辖区网点的35%。", "垃圾分类覆盖率达到35%。"),
        ("年度复核率97%。", "确保年度复核率97%。"),
        ("将预付比例定为合同金额的35%以上。", "将预付比例提高至合同金额的35%以上。"),
        ("新增制冷剂生产配额4.2万吨。", "新增制冷剂生产能力4.2万吨。"),
        ("点位共设置1620个，覆盖310个城市。", "新增点位1620个，覆盖310个城市。"),
        ("推进尚未完成整改的26个问题。", "完成26个问题整改。"),
        ("配备检查人员不少于3名。", "培养检查人员不少于300名。"),
        ("选派检查人员不少于2名。", "选派检查人员不少于200名。"),
        ("抽查企业12%以上。", "任务完成不低于12%。"),
        ("检查覆盖率达到35%。", "保证年度检查率35%。"),
        ("复核比例达到35%。", "复垦比例达到35%。"),
        ("改造涉及小区40个以上。", "改造小区40个以上。"),
        ("各企业应确保油气处理率不低于93%。", "确保油气处理率不低于93%。"),
        ("监测站点共计40个以上。", "完成站点改造共计40个。"),
        ("各市至少组织2期讲座。", "全年组织2期讲座。"),
        ("落实企业责任车辆上线率应不低于97%。", "新建车辆生产线30条。"),
        ("贷款期限可延长至12年。", "农地承包期延长至30年。"),
        ("处置能力不小于产生量的1.3倍。", "处置能力达到5万吨。"),
        ("单位装机投资不低于7500元。", "完成投资不低于7500万元。"),
        ("每年巡查比例不低于25%。", "每年新增造林不低于25万亩。"),
        ("县城站房面积不小于70平方米。", "新建站房70座。"),
    ],
)
def test_what_binds_is_a_norm_where_nothing_says_that_it_is_to_be_reached(norm: str, promise: str) -> None:
    assert _promised(norm, regulates=False) != []
    assert _promised(norm, regulates=True) == []
    assert _promised(promise, regulates=True) != []


def test_what_is_dropped_for_its_document_is_a_target_of_a_work_plan() -> None:
    for text in ("储罐油气处理率不低于93%。", "问题整改率要达到100%。", "配备检查人员不少于3名。", "新建点位共30个。"):
        assert find_targets(passage(text)) != []


def test_a_figure_behind_a_norm_takes_nothing_over_from_it() -> None:
    """The second figure of a norm is one too; the next sentence begins anew."""
    found = _promised("减排比例应分别达到12%和24%。新建监测站24座。", regulates=True)
    assert [t.quote for t in found] == ["24座"]


BODY = "一、加强收集。油气处理率不低于93%，泄漏点浓度低于400毫克/升。新建监测站36座。二、加强检查。抽查比例不低于12%。"


@pytest.mark.parametrize(
    ("title", "lead", "found"),
    [
        ("关于加强油气回收工作的通知", "各市：现将有关事项通知如下。", ["36座"]),
        ("关于加强油气回收的指导意见", "各市：现提出以下意见。", ["36座"]),
        ("油气回收三年行动计划", "为加强治理，制定本计划。", ["不低于93%", "低于400毫克/升", "36座", "不低于12%"]),
        ("油气回收考核方案", "为加强治理，制定本方案。", ["36座"]),
        ("", "各市：现将有关事项通知如下。", ["36座"]),
        ("", "今年重点抓好以下工作。", ["不低于93%", "低于400毫克/升", "36座", "不低于12%"]),
    ],
)
def test_the_kind_of_a_document_says_whether_its_bounds_are_promised(title: str, lead: str, found: list[str]) -> None:
    text = "\n".join([title, lead, *BODY.replace("二、", "\n二、").split("\n")]).strip()
    plan = parse_source(from_text(text)).plan
    assert [t.quote for m in plan.measures for t in m.targets] == found


def test_a_goal_is_promised_in_a_notice_too() -> None:
    text = "关于开展油气回收工作的通知\n各市：现通知如下。\n一、工作目标\n油气回收率不低于93%。\n二、工作任务\n（一）加强收集。新建监测站36座。\n（二）加强检查。检查频次不低于2次。"
    plan = parse_source(from_text(text)).plan
    assert [t.quote for g in plan.goals for t in g.targets] == ["不低于93%"]
