"""What stands between the title of a section and its points: documents, who answers, goals with their fields. All texts are invented."""

import kjplan
from kjplan.model import Goal, Measure, Plan, Section


def plan_of(lead: str) -> Plan:
    return kjplan.parse(
        f"丙市水务局2024年工作要点\n\n一、加强供水保障\n{lead}\n1.新建水厂。开工建设城北水厂。\n2.改造管网。推进老旧管网改造。\n"
        "二、加强排水保障\n3.清理河道。组织清淤。\n4.加强巡查。落实责任。\n"
    )


def first(plan: Plan) -> list[Goal | Measure]:
    section = plan.parts[0]
    assert isinstance(section, Section)
    return [node for node in section.children if isinstance(node, (Goal, Measure))]


def test_a_lead_that_promises_a_document_is_a_measure() -> None:
    lead, *points = first(plan_of("制定《丙市节水条例实施细则》，修订《再生水利用办法》。"))
    assert isinstance(lead, Measure)
    assert lead.number is None
    assert [(d.title, d.relation) for d in lead.documents] == [
        ("丙市节水条例实施细则", "draft"),
        ("再生水利用办法", "revise"),
    ]
    assert [point.number for point in points] == ["1", "2"]


def test_a_lead_that_carries_out_or_introduces_a_document_is_none() -> None:
    for lead in (
        "深入贯彻《丙省节水条例》，加快补齐短板。",
        "按照《丙市节水条例实施细则》要求，重点抓好以下工作。",
        "现将《丙市节水条例实施细则》印发给你们。",
        "制定《丙市节水条例实施细则》，重点任务如下：",
    ):
        assert [node.number for node in first(plan_of(lead))] == ["1", "2"]


def test_who_answers_stands_behind_who_of_the_leaders_sees_to_it() -> None:
    nodes = first(plan_of("牵头领导：王某；责任科室：规划科。"))
    assert [[(b.name, b.role) for b in node.responsibility.bodies] for node in nodes] == [[("规划科", "lead")]] * 2
    nodes = first(plan_of("牵头领导：王某。"))
    assert [node.responsibility.bodies for node in nodes] == [[], []]


def test_fields_behind_a_goal_are_its_own() -> None:
    goal, *_ = first(plan_of("目标任务：新建泵站5座。责任单位：市水务局。"))
    assert isinstance(goal, Goal)
    assert [(b.name, b.role) for b in goal.responsibility.bodies] == [("市水务局", "lead")]
    lead, *_ = first(plan_of("目标任务：新建泵站5座。责任单位：市水务局。完成时限：10月底。"))
    assert isinstance(lead, Measure)
    assert [(b.name, b.role) for b in lead.responsibility.bodies] == [("市水务局", "lead")]
    assert [d.date for d in lead.due] == ["2024-10-31"]
    goal, *_ = first(plan_of("目标任务：新建泵站5座。市水务局加强管理。"))
    assert goal.responsibility.bodies == []
