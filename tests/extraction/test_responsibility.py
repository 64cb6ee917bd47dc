"""Who answers for a measure, as far as its words say so."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility, states_first_leads
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
    ("推进。财政部负责资金保障，其他照旧。", "财政部:lead", "财政部负责资金保障"),
    ("请科技部、教育部等部门在2月底前完成。", "科技部:joint 教育部:joint", "请科技部、教育部等部门"),
    ("请财政部制定办法。", "财政部:lead", "请财政部"),
    ("各地要抓好落实。 请财政部制定办法。", "财政部:lead", "请财政部"),
    ("各地要抓好落实。 民政部要会同财政部建立机制。", "民政部:lead 财政部:support", "民政部要会同财政部"),
    (
        "（市科技局和市财政局负责，文化和旅游局配合）",
        "市科技局:joint 市财政局:joint 文化和旅游局:support",
        "（市科技局和市财政局负责，文化和旅游局配合）",
    ),
    # One that can be no body leaves the others what they were: together, not alone.
    ("（专人、税务总局负责）", "税务总局:joint", "（专人、税务总局负责）"),
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


BRACKETS = [
    ("（市科技局会同市财政局、市人社局负责）", "市科技局:lead 市财政局:support 市人社局:support"),
    ("（市科技局牵头，市财政局、市人社局）", "市科技局:lead 市财政局:joint 市人社局:joint"),
    ("（由市科技局牵头，市财政局积极配合）", "市科技局:lead 市财政局:support"),
    ("（按职责分工，由市科技局、市财政局负责）", "市科技局:joint 市财政局:joint"),
    ("（市科技局负责组织申报，长期坚持）", "市科技局:lead"),
    ("（市科技局负责，5分）", "市科技局:lead"),
    ("（2023年6月底前完成，责任单位：市科技局）", "市科技局:lead"),
    (
        "（市科技局、市财政局等部门按职责分工负责，各区县(市)落实）",
        "市科技局:joint 市财政局:joint 各区县(市):joint",
    ),
    ("（市教育局负责，市科技局指导，市政府督查室督办）", "市教育局:lead 市科技局:support"),
    ("（主办：市科技局；协办：市财政局、市人社局）", "市科技局:lead 市财政局:support 市人社局:support"),
    ("（主办单位：市科技局，承办单位：市生产力中心）", "市科技局:lead 市生产力中心:joint"),
    ("（规划处牵头，各处室配合）", "规划处:lead 各处室:support"),
    ("（市科技局牵头，分管领导负责）", "市科技局:lead"),
    ("（此项工作由市科技局牵头，自由贸易试验区管委会落实）", "市科技局:lead 自由贸易试验区管委会:joint"),
    ("（省教育厅按职责负责；各市、县人民政府组织实施）", "省教育厅:joint 各市、县人民政府:joint"),
    ("（牵头单位为市科技局，配合单位为市财政局）", "市科技局:lead 市财政局:support"),
    ("（各级党委、政府负责）", "各级党委、政府:lead"),
    ("（分级负责、属地管理）", ""),
    ("（党委领导、政府负责、社会协同、公众参与、法治保障）", ""),
    ("（企业牵头、高校参与）", ""),
    ("（市科技局参与）", "市科技局:support"),
    ("（市委组织部、市就业指导中心负责）", "市委组织部:joint 市就业指导中心:joint"),
    ("（市场监督管理局、市政府督查室负责）", "市场监督管理局:joint 市政府督查室:joint"),
]
"""Brackets, and the nearest ones in which a word of duty is a part of a name."""

LABELLED = [
    ("（责任单位：市科技局；责任领导：张三；责任人：李四）", "市科技局:lead"),
    ("（牵头单位：市科技局，分管领导：张三）", "市科技局:lead"),
    ("责任单位：市科技局 责任人：张三 完成时限：6月底", "市科技局:lead"),
    ("责任单位：市科技局、市财政局完成时限：6月底", "市科技局:joint 市财政局:joint"),
    ("责任单位：市科技局（牵头）、市财政局、市人社局", "市科技局:lead 市财政局:joint 市人社局:joint"),
    ("（责任单位：市科技局（张三）、市财政局（李四））", "市科技局:joint 市财政局:joint"),
    ("（责任单位：市科技局，督办单位：市政府督查室）", "市科技局:lead"),
    ("【牵头单位】市科技局【配合单位】市财政局", "市科技局:lead 市财政局:support"),
    ("【牵头单位：市科技局】【配合单位：市财政局】", "市科技局:lead 市财政局:support"),
    ("牵头单位：市科技局　责任单位：市财政局、各区", "市科技局:lead 市财政局:joint 各区:joint"),
    ("牵头领导：王五　牵头单位：市科技局", "市科技局:lead"),
    ("主要责任单位：市科技局；协同责任单位：市财政局", "市科技局:lead 市财政局:support"),
    ("责任科室：规划科、人事科", "规划科:joint 人事科:joint"),
    ("牵头责任单位：市科技局 市财政局", "市科技局:lead 市财政局:lead"),
    ("工作要求：市科技局、市财政局", ""),
    ("责任领导：张三", ""),
    ("督办单位：市政府督查室", ""),
]
"""Lines and brackets with labels; persons, times and those who only watch are none."""

PROSE = [
    ("市科技局牵头组织实施，市财政局、市人社局配合。", "市科技局:lead 市财政局:support 市人社局:support"),
    ("由市科技局牵头，会同市财政局制定办法。", "市科技局:lead 市财政局:support"),
    ("具体办法由财政部会同税务总局等有关部门制订。", "财政部:lead 税务总局:support 有关部门:support"),
    ("财政部牵头研究政策。环境保护部负责专项整治，商务部负责出口管理。", "财政部:lead 环境保护部:lead 商务部:lead"),
    ("商务部、文化和旅游部、新闻办牵头做好宣传工作。", "商务部:lead 文化和旅游部:lead 新闻办:lead"),
    ("市委组织部负责培训，市财政局负责资金，市人社局配合。", "市委组织部:lead 市财政局:lead 市人社局:support"),
    ("请财政部落实有关规定。", "财政部:lead"),
    ("国务院授权电监会具体负责监督管理。", "电监会:lead"),
    ("市科技局作为牵头单位，要加强协调。", "市科技局:lead"),
    ("建立由市科技局牵头、市财政局参与的联席会议制度。", ""),
    ("充分发挥市科技局牵头作用。", ""),
    ("财政部会同税务总局制定了《办法》。", ""),
    ("企业牵头、高校参与、市场主导。鼓励高校牵头。由行业协会牵头组织。", ""),
    ("市场部负责销售，单位负责人对材料负责，市级部门负责落实。", ""),
    ("请各有关单位高度重视。请有关部门会同市科技局研究。", ""),
    ("各有关部门要积极配合。市人社局配合。", ""),
    ("落实企业负责、市委常委负责的机制。", ""),
]

BARE = [
    ("建设平台。（市科技局、市财政局）", "市科技局:joint 市财政局:joint"),
    ("建设平台（市科技局，2023年6月底前）", "市科技局:lead"),
    ("建设平台。（市发展改革委、各区县（市）、有关部门）", "市发展改革委:joint 各区县（市）:joint 有关部门:joint"),
    ("向市发展改革委（物价局）", ""),
    ("向生态环境部（市科技局）报告", ""),
    ("建设平台。（市政府各部门，各县（市、区）人民政府）", "市政府各部门:joint 各县（市、区）人民政府:joint"),
    ("建设平台。（中原之光）", ""),
    ("建设平台。（市科技局、安全意识）", ""),
]
"""Brackets with nothing but bodies; behind a body they are a part of its name."""


@pytest.mark.parametrize(("text", "bodies"), [*BRACKETS, *LABELLED, *PROSE, *BARE])
def test_forms(text: str, bodies: str) -> None:
    found = find_responsibility([passage(text)])
    assert " ".join(f"{b.name}:{b.role}" for b in found.bodies) == bodies
    assert found.stated is bool(bodies)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市委组织部、市科技局、各区县(市)", "市委组织部|市科技局|各区县(市)"),
        ("国家发展改革委、财政部等", "国家发展改革委|财政部"),
        ("商务部、海关总署等有关部门，各地区、各部门", "商务部|海关总署|有关部门|各地区|各部门"),
        ("市科技局等5个部门", "市科技局"),
        ("市工业和信息化局、市商务局和市农业农村局", "市工业和信息化局|市商务局|市农业农村局"),
        ("市文化和旅游局和市体育局", "市文化和旅游局|市体育局"),
        ("各区县（市）和市科技局", "各区县（市）|市科技局"),
        ("各区、县（市）人民政府", "各区、县（市）人民政府"),
        ("各省、自治区、直辖市人民政府，各区、各部门", "各省、自治区、直辖市人民政府|各区|各部门"),
        ("市、县（区）人民政府", "市、县（区）人民政府"),
        ("郑州市、洛阳市", "郑州市|洛阳市"),
        ("市直各有关单位，各乡镇（街道）", "市直各有关单位|各乡镇（街道）"),
        ("市委、市政府", "市委|市政府"),
        ("市科技局等相关部门和各区县人民政府", "市科技局|相关部门|各区县人民政府"),
        ("人力资源社会保障部", "人力资源社会保障部"),
    ],
)
def test_lists_are_split_where_names_end(text: str, names: str) -> None:
    found = find_responsibility([passage(f"责任单位：{text}")])
    assert "|".join(b.name for b in found.bodies) == names


def test_lines_under_labels_are_read_as_one() -> None:
    lines = ["推进改革。", "牵头单位：市科技局", "责任单位：市财政局"]
    found = find_responsibility([passage(line) for line in lines])
    assert [(b.name, b.role) for b in found.bodies] == [("市科技局", "lead"), ("市财政局", "joint")]
    found = find_responsibility([passage("责任单位："), passage("市科技局、市财政局。")])
    assert [(b.name, b.role, b.span) for b in found.bodies] == [
        ("市科技局", "joint", (0, 4)),
        ("市财政局", "joint", (5, 9)),
    ]
    assert not find_responsibility([passage("责任单位："), passage("提高认识、加强领导。")]).stated
    found = find_responsibility([passage("甲。（市科技局负责）"), passage("乙。（市财政局负责）")])
    assert [b.role for b in found.bodies] == ["lead", "lead"]


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
    # One list has one first, whatever parts it.
    found = find_responsibility([passage("责任单位：市科技局、市财政局，各市人民政府")], first_leads=True)
    assert [b.role for b in found.bodies] == ["lead", "joint", "joint"]


@pytest.mark.parametrize(
    ("text", "ruled"),
    [
        ("列第一位者为牵头单位，下同", True),
        ("列第一位的为牵头单位", True),
        ("排第一位的单位为牵头单位", True),
        ("第一个单位为牵头单位", True),
        ("排名第一的单位为牵头单位", True),
        ("列在首位的为牵头单位", True),
        ("牵头单位列第一位", True),
        ("首位度为牵引", False),
        ("党政主要负责人是第一责任人", False),
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


@pytest.mark.parametrize(
    ("lines", "bodies"),
    [
        (["责任单位：市科技局", "责任单位：市财政局"], "joint 市科技局 joint 市财政局"),
        (["（责任单位：市科技局）", "（责任单位：市财政局）"], "joint 市科技局 joint 市财政局"),
        (["责任部门：市科技局。责任部门：市财政局"], "joint 市科技局 joint 市财政局"),
        # for something else each, the same body, a label that leads
        (["建设泵站。责任单位：市科技局", "改造管网。责任单位：市财政局"], "lead 市科技局 lead 市财政局"),
        (["（责任单位：市科技局）", "改造管网。", "（责任单位：市财政局）"], "lead 市科技局 lead 市财政局"),
        (["责任单位：市科技局", "责任单位：市科技局"], "lead 市科技局"),
        (["牵头单位：市科技局", "牵头单位：市财政局"], "lead 市科技局 lead 市财政局"),
    ],
)
def test_a_label_said_again_right_below_goes_on_the_list(lines: list[str], bodies: str) -> None:
    found = find_responsibility([passage("推进改革。"), *(passage(line) for line in lines)])
    assert " ".join(f"{b.role} {b.name}" for b in found.bodies) == bodies
