"""Who answers and by when as task divisions, minutes and inspections word it, each rule with its nearest neighbour."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage


def who(text: str) -> list[tuple[str, str]]:
    return [(b.name, b.role) for b in find_responsibility([passage(text)]).bodies]


def when(text: str) -> list[str]:
    return [d.text for d in find_deadlines(passage(text), 2024)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what somebody is to draw up; a system that is called after 负责制 is none
        ("市体育局负责制定指南，市档案局负责编写手册。", [("市体育局", "lead"), ("市档案局", "lead")]),
        ("实行院长负责制。", []),
        # a bracket that goes on with a label
        ("建设码头。（市体育局；责任人：张三；完成时限：5月底前）", [("市体育局", "lead")]),
        ("建设码头。（市体育局；配合单位：市档案局）", [("市体育局", "lead"), ("市档案局", "support")]),
        ("建设码头。（责任人：张三；完成时限：5月底前）", []),
        # 会同 in a bracket without a duty
        (
            "建设码头。（市体育局会同市档案局、市林业局）",
            [("市体育局", "lead"), ("市档案局", "support"), ("市林业局", "support")],
        ),
        ("建设码头。（会同市档案局开展检查）", []),
        # who takes part beside a lead, whatever the name ends in
        (
            "责任单位：市体育局牵头，各学院、重点实验室参加",
            [("市体育局", "lead"), ("各学院", "support"), ("重点实验室", "support")],
        ),
        # a bracket behind a title that the text goes on after
        ("码头迁建项目（市体育局）。务必在5月底前完成。", [("市体育局", "lead")]),
        ("码头迁建项目（一期）。务必在5月底前完成。", []),
        # an aside of a group, and what is no name
        ("责任单位：党建办、机关各办（中心）", [("党建办", "joint"), ("机关各办（中心）", "joint")]),
        ("责任单位：党建办（张三）", [("党建办", "lead")]),
        ("建设码头。（各科室负责，质控办汇总并通报）", [("各科室", "joint")]),
        ("配合单位：——", []),
        # a duty each
        ("市体育局、市档案局按各自职责抓好监管。", [("市体育局", "joint"), ("市档案局", "joint")]),
        ("各部门按照职责做好工作。", []),
        # who organises leads where another helps
        ("市体育局组织开展检查，市档案局配合。", [("市体育局", "lead"), ("市档案局", "support")]),
        ("市体育局组织开展检查，检查结果予以公布。", []),
        ("坚持政府组织、部门配合。", []),
        # responsibility of places
        ("各县区政府要切实承担属地责任。", [("各县区政府", "lead")]),
        ("企业承担属地责任。", []),
        ("各村是防火工作责任主体，村书记为第一责任人。", [("各村", "lead")]),
        ("企业是安全生产责任主体。", []),
        ("市档案中心为项目业主。", [("市档案中心", "lead")]),
        # minutes
        ("原则同意《办法》，由市体育局根据会议意见修改完善。", [("市体育局", "lead")]),
        ("由社区卫生服务站承担。", [("社区卫生服务站", "lead")]),
        ("请市公安局交警支队牵头拿出方案。", [("市公安局交警支队", "lead")]),
    ],
)
def test_who(text: str, expected: list[tuple[str, str]]) -> None:
    assert who(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展整治，4月部署、11月总结。", ["4月", "11月"]),
        ("于4月、11月组织跟踪指导。", []),
        ("已于4月部署。", []),
        ("确保10月8日具备供水条件。", ["10月8日"]),
        ("确保10月8日起实施。", []),
        ("由市体育局牵头，7月5日至20日对场馆进行检查。", ["7月5日至20日"]),
        ("结合7月5日至20日汛情特点开展检查。", []),
        ("整改时限：已完成，长期坚持", ["长期坚持"]),
        ("整改时限：已完成", []),
        ("完成时限：7月和11月", ["7月", "11月"]),
        ("便民驿站：长期，责任部门：社区妇联", ["长期"]),
        ("便民驿站：长期规划建设，打造品牌。", []),
        ("汛前准备（4月底前）", ["4月底前"]),
        ("汛前完成堤防加固。", ["汛前"]),
        ("2026年实现行政村全覆盖。", ["2026年"]),
        ("2026年实现情况另行通报。", []),
        ("9月11日上午放学前交表。", ["9月11日上午放学前"]),
    ],
)
def test_when(text: str, expected: list[str]) -> None:
    assert when(text) == expected
