"""Who answers, in the wordings of documents of every level; each kind with its nearest neighbours that name nobody."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.reading.text import Passage, SourceText
from tests.extraction.helpers import passage

LABELS = [
    ("（主责部门：市文旅局，协同部门：市商务局）", "市文旅局:lead 市商务局:support"),
    ("（责任站所：镇环卫所）", "镇环卫所:lead"),
    ("（牵头科室：综合科、配合科室：各业务科室）", "综合科:lead 各业务科室:support"),
    ("（整改责任单位：市住建局；督导单位：市水务局；整改时限：年底前）", "市住建局:lead"),
    ("（主要责任单位：市住建局；其他责任单位：市水务局）", "市住建局:lead 市水务局:joint"),
    ("（政府责任单位：市住建局；企业责任单位：市城投集团）", "市住建局:joint 市城投集团:joint"),
    ("（责任单位（牵头单位）：市住建局）", "市住建局:lead"),
    ("（责任单位：市住建局（牵头） 市水务局）", "市住建局:lead 市水务局:joint"),
    ("（责任单位：市住建局*、市水务局；带*为牵头单位）", "市住建局:lead 市水务局:joint"),
    ("（责任单位：市住建局 张三；市水务局 李四）", "市住建局:joint 市水务局:joint"),
    ("（责任单位及责任人：市住建局张三、市水务局李四）", "市住建局:joint 市水务局:joint"),
    ("（责任单位：各镇街；立行立改）", "各镇街:lead"),
    ("（责任单位：市第一人民医院、各学院党委（党总支））", "市第一人民医院:joint 各学院党委（党总支）:joint"),
    ("责任落实：市住建局", "市住建局:lead"),
    ("属地责任：各街道办事处", "各街道办事处:lead"),
    ("（市住建局牵头，市水务局等部门单位参与）", "市住建局:lead 市水务局:support"),
    (
        "（市住建局、市水务局负责。列第一位者为牵头部门，其他有关部门按职责分工负责，下同）",
        "市住建局:joint 市水务局:joint",
    ),
    ("（市住建局、其他有关部门负责）", "市住建局:joint 其他有关部门:joint"),
    ("责任部门：镇农业办  各村", "镇农业办:joint 各村:joint"),
    # Persons, and who only watches, answer for nothing; nor does a label of another kind make anybody answer.
    ("（包保领导：张三；责任单位：市住建局）", "市住建局:lead"),
    ("（督办单位：市政府督查室）", ""),
    ("（申报单位：市住建局）", ""),
    ("工作推进专班：配合区协调机构拟定细则，根据职能推动工作落实。", ""),
]
BRACKETS = [
    ("（市住建局主抓，市水务局协助）", "市住建局:lead 市水务局:support"),
    ("（市住建局总牵头，市水务局、市林业局分别牵头）", "市住建局:lead 市水务局:lead 市林业局:lead"),
    ("（市住建局牵头会同市水务局、市林业局落实）", "市住建局:lead 市水务局:support 市林业局:support"),
    ("（市教育局，各市〔州〕、县〔市、区〕人民政府负责）", "市教育局:joint 各市〔州〕、县〔市、区〕人民政府:joint"),
    (
        "（市教育局，各市（州）人民政府、县（区）财政局负责）",
        "市教育局:joint 各市（州）人民政府:joint 县（区）财政局:joint",
    ),
    ("（团市委、市妇联、市总工会按职责分工落实）", "团市委:joint 市妇联:joint 市总工会:joint"),
    ("（林业站、各村；3月底）", "林业站:joint 各村:joint"),
    ("（市住建局、各有关单位）", "市住建局:joint 各有关单位:joint"),
    ("（含市住建局、市水务局）", ""),
    ("（来源：市住建局）", ""),
]
LINES = [
    (["责任单位：", "市科技局", "市财政局"], "市科技局:joint 市财政局:joint"),
    (["责任单位：", "市科技局", "加快建设平台。"], "市科技局:lead"),
    (["责任单位：市科技局、市财政局、", "市人社局、各区"], "市科技局:joint 市财政局:joint 市人社局:joint 各区:joint"),
    (["建设平台。（市科技局牵头，市财政局、", "市人社局配合）"], "市科技局:lead 市财政局:support 市人社局:support"),
    (["建设平台。（责任单位：市科技局、市财", "政局）"], "市科技局:joint 市财政局:joint"),
    (["建设平台。", "市科技局、市财政局"], "市科技局:joint 市财政局:joint"),
    (["建设平台。", "（市科技局、市财政局）"], "市科技局:joint 市财政局:joint"),
    (["建设平台。", "重点实验室、检测中心"], ""),
    (["建设平台。", "市科技局　市财政局"], ""),
    (["建设平台。", "市科技局"], ""),
    (["建设平台。", "（市科技局）"], "市科技局:lead"),
    (["参加单位有", "市科技局、市财政局"], ""),
    (["建设平台。", "（牵头单位：市科技局", "配合单位：市财政局）"], "市科技局:lead 市财政局:support"),
]
PROSE = [
    ("市法院牵头，市司法局、市公安局协同，建立机制。", "市法院:lead 市司法局:support 市公安局:support"),
    ("市科技局牵头，市财政局与各区协同发展产业。", "市科技局:lead"),
    ("及时移交行业主管部门负责处理。", ""),
    ("市粮安办（设在市粮食局）负责统筹。", "市粮安办:lead"),
    ("由市住建局统筹推进，各县区具体实施，10月底前完成。", "市住建局:lead 各县区:joint"),
    ("市住建局统筹推进城市更新。", ""),
    ("市城投集团为建设主体。", "市城投集团:lead"),
    ("市住建局商市财政局制定办法。", "市住建局:lead 市财政局:support"),
    ("市委商务工作领导小组办公室印发通知。", ""),
    ("建设总部商务区服务中心。", ""),
    ("由企业具体实施。", ""),
    ("市住建局要切实担负起牵头责任。", "市住建局:lead"),
    ("（市住建局及各县区人民政府分工负责）", "市住建局:joint 各县区人民政府:joint"),
    ("（市住建局、各街道负责，年内取得进展）", "市住建局:joint 各街道:joint"),
    ("（责任单位：市住建局会同各县区）", "市住建局:lead 各县区:support"),
    ("（责任单位：市工商业联合会）", "市工商业联合会:lead"),
    ("责 任 单 位：市住建局", "市住建局:lead"),
    ("责任单位∶市住建局、市水务局", "市住建局:joint 市水务局:joint"),
    ("牵头单位：市住建局配合单位：市水务局完成时限：6月底前", "市住建局:lead 市水务局:support"),
    ("牵头单位市住建局，配合单位市水务局", "市住建局:lead 市水务局:support"),
    ("责任单位各负其责，配合落实", ""),
    ("（责任单位：市住建局（责任人：张三））", "市住建局:lead"),
    ("牵头部门为市住建局，参与部门为市水务局，6月底前完成。", "市住建局:lead 市水务局:support"),
    ("牵头部门为主要力量，参与部门为补充。", ""),
    ("市住建局要切实负起牵头责任。", "市住建局:lead"),
    ("市住建局的牵头责任没有落实。", ""),
    ("市住建局为第一责任单位，市水务局为第二责任单位。", "市住建局:lead 市水务局:support"),
    ("市住建局会商市水务局制定方案。", "市住建局:lead 市水务局:support"),
    ("市应急局会商研判汛情。", ""),
    ("市应急局：负责综合协调。", "市应急局:lead"),
    ("资料来源：市应急局：不负责核对。", ""),
    ("城监队、公用事业办负责实施。", "城监队:joint 公用事业办:joint"),
    ("水利所和各村（社区）负责具体实施。", "水利所:joint 各村（社区）:joint"),
    ("由环卫公司、村建所负责。", "环卫公司:joint 村建所:joint"),
    ("由物业公司负责清扫。", ""),
    ("国网滨海供电公司负责电力保障。", "国网滨海供电公司:lead"),
    ("该项工作由各二级学院组织实施。", "各二级学院:lead"),
    ("善后由事发地县级人民政府负责。", "事发地县级人民政府:lead"),
    ("市住建局要牵头抓总，市水务局要密切配合。", "市住建局:lead 市水务局:support"),
    ("县供销社要发挥牵头作用。", "县供销社:lead"),
    ("发挥县供销社牵头作用。", ""),
    ("县供销社牵头作用发挥不够。", ""),
    ("由市住建局作为牵头单位，市水务局作为配合单位。", "市住建局:lead 市水务局:support"),
    ("同意由市城投集团作为实施主体。", "市城投集团:lead"),
    ("企业为责任主体。", ""),
    ("由市城投集团作为项目业主负责建设。", "市城投集团:lead"),
    ("各区人民政府要履行主体责任，对辖区内治理工作负总责。", "各区人民政府:lead"),
    ("建设单位要履行主体责任，对工程质量负总责。", ""),
    ("市园林部门主管全市绿化工作。", "市园林部门:lead"),
    ("市园林部门主管的公园向公众开放。", ""),
    ("细则由人事处商财务处另行制定。", "人事处:lead 财务处:support"),
    ("国家发展改革委要会同有关方面抓紧研究。", "国家发展改革委:lead 有关方面:support"),
    ("由甲区水文支队会同各区水文支队、各车站开展检查。", "甲区水文支队:lead 各区水文支队:support"),
    ("市救护组由市卫健委牵头，市红十字会组成，负责救治。", "市卫健委:lead 市红十字会:support"),
    # What others draw up by right, what is past, and who is told where to look give nobody a duty.
    ("行业标准由工业和信息化部制定。", ""),
    ("收费标准由市发改委制定。", ""),
    ("具体标准由市发改委制定。", "市发改委:lead"),
    ("去年，市财政局会同市教育局下达资金。", ""),
    ("近日，市财政局会同市教育局开展检查。", ""),
    ("6月30日前，市财政局会同市教育局下达资金。", "市财政局:lead 市教育局:support"),
    ("教务处牵头制定细则，各学院制定本单位办法。", "教务处:lead"),
    ("请登录市科技局网站下载。", ""),
    ("请市科技局提出方案。", "市科技局:lead"),
]


@pytest.mark.parametrize(("text", "bodies"), [*LABELS, *PROSE])
def test_words(text: str, bodies: str) -> None:
    assert _read(text) == bodies


@pytest.mark.parametrize(("bracket", "bodies"), BRACKETS)
def test_brackets(bracket: str, bodies: str) -> None:
    assert _read(f"建设平台。{bracket}") == bodies


@pytest.mark.parametrize(("lines", "bodies"), LINES)
def test_lines(lines: list[str], bodies: str) -> None:
    source = SourceText("\n".join(lines))
    spans = [source.line_span(n) for n in range(1, len(lines) + 1)]
    found = find_responsibility([Passage.of(source, [span]) for span in spans])
    assert " ".join(f"{b.name}:{b.role}" for b in found.bodies) == bodies
    for body in found.bodies:
        assert body.span is not None
        assert source.words(*body.span) == body.name


def _read(text: str) -> str:
    return " ".join(f"{b.name}:{b.role}" for b in find_responsibility([passage(text)]).bodies)
