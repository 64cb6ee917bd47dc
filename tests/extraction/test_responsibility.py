"""Who answers for a measure, as far as its words say so."""

import pytest

from kjplan.extraction.responsibility import find_responsibility, states_first_leads
from kjplan.reading.text import Passage, SourceText
from tests.extraction.helpers import passage

STATED = [
    ("推进改革。（海关总署负责）", "海关总署:lead", "（海关总署负责）"),
    ("推进改革。（县级人民政府负责落实）", "县级人民政府:lead", "（县级人民政府负责落实）"),
    ("（税务总局、财政部负责）", "税务总局:joint 财政部:joint", "（税务总局、财政部负责）"),
    ("（市科技局、市财政局分别负责）", "市科技局:joint 市财政局:joint", "（市科技局、市财政局分别负责）"),
    (
        "（商务部、教育部，地方有关人民政府按职责分工负责）",
        "商务部:joint 教育部:joint 地方有关人民政府:joint",
        "（商务部、教育部，地方有关人民政府按职责分工负责）",
    ),
    (
        "(市科技局牵头,市财政局、市人社局配合)",
        "市科技局:lead 市财政局:support 市人社局:support",
        "(市科技局牵头,市财政局、市人社局配合)",
    ),
    ("(市科技局牵头、市财政局配合)", "市科技局:lead 市财政局:support", "(市科技局牵头、市财政局配合)"),
    (
        "（市科技局牵头，市财政局、各区县（市）等按职责分工负责）",
        "市科技局:lead 市财政局:joint 各区县（市）:joint",
        "（市科技局牵头，市财政局、各区县（市）等按职责分工负责）",
    ),
    (
        "（教育部、科技部牵头负责）",
        "教育部:lead 科技部:lead",
        "（教育部、科技部牵头负责）",
    ),
    (
        "（财政部、教育部等有关部门负责）",
        "财政部:joint 教育部:joint 有关部门:joint",
        "（财政部、教育部等有关部门负责）",
    ),
    (
        "（责任单位：市科技局、市财政局，各市人民政府）",
        "市科技局:joint 市财政局:joint 各市人民政府:joint",
        "（责任单位：市科技局、市财政局，各市人民政府）",
    ),
    ("【责任单位：市科技局】", "市科技局:lead", "【责任单位：市科技局】"),
    (
        "（牵头单位：市科技局；配合单位：市财政局、各省（区、市）人民政府）",
        "市科技局:lead 市财政局:support 各省（区、市）人民政府:support",
        "（牵头单位：市科技局；配合单位：市财政局、各省（区、市）人民政府）",
    ),
    ("（5月底前完成，牵头考核单位：市科技局）", "市科技局:lead", "（5月底前完成，牵头考核单位：市科技局）"),
    ("（市科技局牵头，6月底前完成）", "市科技局:lead", "（市科技局牵头，6月底前完成）"),
    (
        "牵头单位：市科技局  配合单位：市财政局、市人社局",
        "市科技局:lead 市财政局:support 市人社局:support",
        "牵头单位：市科技局  配合单位：市财政局、市人社局",
    ),
    ("推进改革。责任单位：市科技局。", "市科技局:lead", "责任单位：市科技局"),
    (
        "海关总署要继续做好牵头工作，健全会商机制，会同有关部门研究解决问题。",
        "海关总署:lead 有关部门:support",
        "海关总署要继续做好牵头工作，健全会商机制，会同有关部门",
    ),
    ("请科技部、教育部等部门在2月底前完成。", "科技部:joint 教育部:joint", "请科技部、教育部等部门"),
    ("请财政部制定办法。", "财政部:lead", "请财政部"),
    ("各地要抓好落实。 请财政部制定办法。", "财政部:lead", "请财政部"),
    ("各地要抓好落实。 民政部要会同财政部建立机制。", "民政部:lead 财政部:support", "民政部要会同财政部"),
    (
        "（市科技局和市财政局负责，文化和旅游局配合）",
        "市科技局:joint 市财政局:joint 文化和旅游局:support",
        "（市科技局和市财政局负责，文化和旅游局配合）",
    ),
    ("（甲、税务总局负责，排在第一位的部门为牵头部门，下同）", "", None),
]


@pytest.mark.parametrize(("text", "bodies", "quote"), STATED, ids=[t for t, _, _ in STATED])
def test_stated(text: str, bodies: str, quote: str | None) -> None:
    found = find_responsibility([passage(text)])
    assert " ".join(f"{b.name}:{b.role}" for b in found.bodies) == bodies
    assert found.quote == quote
    assert found.stated is (quote is not None)
    for body in found.bodies:
        assert body.span is not None
        assert text[slice(*body.span)] == body.name
    if found.span is not None:
        assert text[slice(*found.span)] == quote


@pytest.mark.parametrize(
    "text",
    [
        "支持领军企业牵头组建创新联合体",
        "加快推动超短超强激光平台(中原之光)建设",
        "指导区县(市)开展绩效评价",
        "谁执法谁普法（谁主管、谁负责）",
        "明确专人负责（专人负责）",
        "由项目承担单位负责验收",
        "落实主体责任，明确责任单位，单位负责人为第一责任人",
        "构建企业与职工共同负责的安全体系",
    ],
)
def test_not_stated(text: str) -> None:
    found = find_responsibility([passage(text)])
    assert (found.stated, found.bodies, found.quote, found.span) == (False, [], None, None)


def test_a_document_may_rule_that_the_first_leads() -> None:
    rule = "（税务总局、财政部负责，排在第一位的部门为牵头部门，下同）"
    assert states_first_leads(rule)
    found = find_responsibility([passage(rule)], first_leads=True)
    assert [(b.name, b.role) for b in found.bodies] == [("税务总局", "lead"), ("财政部", "joint")]
    found = find_responsibility([passage("（甲局牵头，乙局、丙局负责）")], first_leads=True)
    assert [b.role for b in found.bodies] == ["lead", "joint", "joint"]


@pytest.mark.parametrize(
    ("text", "ruled"),
    [
        ("列第一位者为牵头单位，下同", True),
        ("列第一位的为牵头单位", True),
        ("排第一位的单位为牵头单位", True),
        ("坚持发展第一要务，牵头部门", False),
        ("排名第一位", False),
    ],
)
def test_states_first_leads(text: str, ruled: bool) -> None:
    assert states_first_leads(text) is ruled


def test_several_paragraphs_and_wrapped_lines() -> None:
    source = SourceText("推进。（市科技\n局负责）\n再推进。（市财政局负责）")
    passages = [Passage.of(source, [(0, 7), (8, 12)]), Passage.of(source, [(13, 25)])]
    found = find_responsibility(passages)
    assert [(b.name, b.role, b.span) for b in found.bodies] == [
        ("市科技局", "lead", (4, 9)),
        ("市财政局", "lead", (18, 22)),
    ]
    assert found.quote == "（市科技局负责）"
