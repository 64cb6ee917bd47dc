"""Lists of what each body sees to, in documents that plan something and in those that do not."""

import pytest

import kjplan
from kjplan.model import Measure, Node, Plan, Section

DUTIES = """县应急局：组织协调抢险救援，负责救灾物资调拨。
县水利局负责水情监测预警，承担防御洪水调度工作。
县人武部协调民兵参加抢险。
城建办（工程）：参与排查。
属地社区、物业管理部门：组织人员疏散。
"""
BODIES = [
    [("县应急局", "lead")],
    [("县水利局", "lead")],
    [("县人武部", "lead")],
    [("城建办（工程）", "lead")],
    [("属地社区", "joint"), ("物业管理部门", "joint")],
]
FRAME = """河湾县防汛应急预案
一、总则
（一）编制目的。为做好防汛工作，制定本预案。
二、组织体系
（一）指挥部
总指挥：张三（副县长）
成员：县水利局、县应急局主要负责同志。
（二）{}
{}三、附则
（一）本预案自发布之日起施行。
"""


def bodies(plan: Plan) -> list[list[tuple[str, str]]]:
    return [[(b.name, b.role) for b in m.responsibility.bodies] for m in plan.walk(Measure)]


def below(node: Node) -> list[Measure]:
    """The measures in a node of an attachment."""
    if isinstance(node, Measure):
        return [node]
    return [m for child in node.children for m in below(child)] if isinstance(node, Section) else []


@pytest.mark.parametrize("title", ["成员单位职责", "各有关单位职责分工", "相关单位及职责"])
def test_a_part_of_an_emergency_plan_that_lists_duties(title: str) -> None:
    plan = kjplan.parse(FRAME.format(title, DUTIES))
    assert plan.title == "河湾县防汛应急预案"
    assert plan.extent == "full"
    assert bodies(plan) == BODIES


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("成员单位", DUTIES),  # the heading shares out no duties
        ("成员单位职责", "县应急局：0712-1234567\n县水利局：0712-7654321\n县城管局：0712-1112223\n"),
        ("成员单位职责", "组长：张三\n副组长：李四\n成员：县水利局、县应急局\n"),
        ("指挥部职责", "贯彻落实上级决策部署。\n组织协调抢险救援。\n完成其他工作。\n"),
        ("办公室职责", "县防汛办设在县水利局，承担日常工作。\n县水利局负责联络。\n主任由局长兼任。\n"),
    ],
)
def test_lists_of_persons_numbers_and_duties_without_a_body_order_nothing(title: str, lines: str) -> None:
    assert bodies(kjplan.parse(FRAME.format(title, lines))) == []


def test_duties_that_are_ruled_for_all_time_or_set_up_a_body_are_no_work() -> None:
    for title in ("河湾县防汛工作管理办法", "关于成立河湾县防汛指挥部的通知"):
        text = FRAME.replace("河湾县防汛应急预案", title).format("成员单位职责", DUTIES)
        assert [m for m in kjplan.parse(text).walk(Measure) if title.endswith("办法")] == []


@pytest.mark.parametrize(
    "caption", ["附件：有关单位职责", "附件\n有关单位职责", "附件：有关单位职责\n有关单位职责", "有关单位职责"]
)
@pytest.mark.parametrize("mark", ["", "{}."])
def test_a_list_of_duties_behind_the_text_is_a_part(caption: str, mark: str) -> None:
    lines = "".join(f"{mark.format(k)}{line}\n" for k, line in enumerate(DUTIES.splitlines(), 1))
    plan = kjplan.parse(
        f"河湾县防汛应急预案\n一、总则\n防御洪水。\n二、附则\n本预案自发布之日起施行。\n{caption}\n{lines}"
    )
    inside = [m for a in plan.attachments for n in a.parts for m in below(n)]
    told = [[(b.name, b.role) for b in m.responsibility.bodies] for m in [*plan.walk(Measure)] or inside]
    assert told == BODIES


def test_who_sits_in_a_group_is_no_task() -> None:
    text = "河湾中学安全工作方案\n一、组织机构\n组长：张三\n副组长：李四、王五\n成员：各处室负责人\n二、部门职责\n总务处：检查设施。\n教务处：组织演练。\n"
    assert bodies(kjplan.parse(text)) == [[("总务处", "lead")], [("教务处", "lead")]]
    assert len([*kjplan.parse(text.replace("组长：张三", "组织排查：9月完成。")).walk(Measure)]) == 3


def told_by_attachment(name: str) -> list[list[tuple[str, str]]]:
    text = (
        f"河湾县人民政府办公室关于加强粮油管理的通知\n各乡镇：\n一、加强管理。做好检查。\n二、严格执法。依法查处。\n附件：{name}\n"
        f"河湾县人民政府办公室\n2023年3月4日\n附件\n**{name}**\n县粮食部门：负责收购检查。\n县公安（及交管）部门：配合查处。\n"
        "海东粮油集团河湾县储运分公司、中储粮海东直属库河湾县分公司：做好供应保障。\n"
    )
    (attachment,) = kjplan.parse(text).attachments
    return [[(b.name, b.role) for b in m.responsibility.bodies] for n in attachment.parts for m in below(n)]


def test_an_attachment_that_is_called_tasks_shared_out_and_has_no_table() -> None:
    """部门工作任务分工 may be a table, and else a list of duties."""
    assert told_by_attachment("部门工作任务分工") == [
        [("县粮食部门", "lead")],
        [("县公安（及交管）部门", "lead")],
        [("海东粮油集团河湾县储运分公司", "joint"), ("中储粮海东直属库河湾县分公司", "joint")],
    ]
    assert told_by_attachment("部门联系方式") == []
