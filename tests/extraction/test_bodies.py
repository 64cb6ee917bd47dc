"""Named bodies, areas and the tasks given to them, and the strength of a measure's leading verb."""

import pytest

from kjplan.extraction.commitment import commitment_of
from kjplan.extraction.names.areas import find_area_tasks
from kjplan.extraction.names.bodies import find_bodies, kind_of
from kjplan.extraction.names.places import CITY, HINT, find_city_tasks, find_place_tasks
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由市科技局、郑州市财政局和教育部门负责", "市科技局:department 郑州市财政局:department"),
        ("成立郑州市科技创新委员会", "郑州市科技创新委员会:other"),
        (
            "省发展改革委、工业和信息化部、海关总署",
            "省发展改革委:department 工业和信息化部:department 海关总署:department",
        ),
        ("石家庄市科技局", "石家庄市科技局:department"),
        ("贯彻落实省委省政府部署，市委组织部", "省委:party 省政府:government 市委组织部:party"),
        ("地方人民政府、郑州市人民政府办公厅", "地方人民政府:government 郑州市人民政府办公厅:government"),
        ("支持省科学院重建，省科学院", "省科学院:institution"),
        ("以郑州高新区为重点;以经开区、航空港区为重点", "郑州高新区:area 经开区:area 航空港区:area"),
        ("推动高新区发展，郑东新区", "高新区:area 郑东新区:area"),
        ("指导区县(市)开展，各区县（市）", "区县(市):area 各区县（市）:area"),
        ("局机关各处室,局属各单位", "局机关各处室:group 局属各单位:group"),
        ("实行县政府值班制，6月底前报县政府备案", "县政府:government"),
        ("充实现有市治水工作领导小组，闵行区政府", "市治水工作领导小组:other 闵行区政府:government"),
        ("报市农机局、郑州市供热局备案", "郑州市供热局:department"),
        ("市农机局、市供热局备案", "市农机局:department 市供热局:department"),
        ("国务院办公厅、国务院", "国务院办公厅:department 国务院:government"),
        ("报送省能源局，提请市人民政府审定", "省能源局:department 市人民政府:government"),
        (
            "水利部和省人民政府，税务总局和省财政厅",
            "水利部:department 省人民政府:government 税务总局:department 省财政厅:department",
        ),
        ("各地级以上市人民政府，河南省政府", "各地级以上市人民政府:government 河南省政府:government"),
        (
            "各省、自治区、直辖市人民政府，有关省（区、市）人民政府",
            "各省、自治区、直辖市人民政府:government 有关省（区、市）人民政府:government",
        ),
        ("一般由市科技创新委员会承担，指导市防汛指挥部", "市科技创新委员会:other 市防汛指挥部:other"),
        ("鄂尔多斯高新区，国家级经开区", "鄂尔多斯高新区:area 经开区:area"),
        ("各市州政府、各县（区）人民政府", "各市州政府:government 各县（区）人民政府:government"),
        ("县级以上人民政府，自治区政府", "县级以上人民政府:government 自治区政府:government"),
        (
            "省政数局、贵州银保监局、市住房城乡建设管理委",
            "省政数局:department 贵州银保监局:department 市住房城乡建设管理委:department",
        ),
        (
            "各市（州）金融办，市节水型社会建设达标工作领导小组办公室",
            "各市（州）金融办:department 市节水型社会建设达标工作领导小组办公室:department",
        ),
        ("滨江新区管委会，区人民政府（管委会）", "滨江新区管委会:area 区人民政府（管委会）:government"),
        ("建设主体为区应急局，责任人为市水利局", "区应急局:department 市水利局:department"),
        ("支持综合保税区改革，西藏自由贸易试验区", "综合保税区:area 西藏自由贸易试验区:area"),
    ],
)
def test_bodies(text: str, expected: str) -> None:
    found = find_bodies(passage(text))
    assert " ".join(f"{b.name}:{b.kind}" for b in found) == expected
    for body in found:
        assert body.span is not None
        assert text[slice(*body.span)] == body.name


@pytest.mark.parametrize(
    "text",
    [
        "教育部门、财政部分资金、科技办法",
        "发挥政府基金作用，政府投资，区委员",
        "引导高校院所、龙头企业和新型研发机构",
        "全市科技创新委员会",
        "在城区建设星创天地，加快新区建设",
        "落实《郑州市科技创新委员会工作规则》",
        "社会组织，局面，厅堂",
        "优化区域格局、市区布局、市场开局",
        "建设区域性委员会，特别行政区政府",
        "省市县三级联动，市县两级平台",
        "政府信息公开申请，市政府门户网站，省政府规章",
        "（医保办发〔2020〕2号），完成20个县区改造",
    ],
)
def test_no_bodies(text: str) -> None:
    assert [b.name for b in find_bodies(passage(text))] == []


@pytest.mark.parametrize(
    ("text", "areas", "task"),
    [
        ("以郑州高新区为重点,开展智能传感器应用;其他", ["郑州高新区"], "开展智能传感器应用"),
        ("以经开区、航空港区为重点,开展推广。", ["经开区", "航空港区"], "开展推广"),
        ("指导郑州高新区开展先行先试改革探索,加快建设", ["郑州高新区"], "指导郑州高新区开展先行先试改革探索"),
        ("指导区县(市)开展绩效评价,做好保障", ["区县(市)"], "指导区县(市)开展绩效评价"),
        ("在经开区、航空港区率先开展试点，总结经验", ["经开区", "航空港区"], "开展试点"),
        ("推动郑州高新区建设一流园区。", ["郑州高新区"], "推动郑州高新区建设一流园区"),
        ("制度,积极发挥区县(市)能动性,坚持", ["区县(市)"], "积极发挥区县(市)能动性"),
    ],
)
def test_area_tasks(text: str, areas: list[str], task: str) -> None:
    (found,) = find_area_tasks(passage(text))
    assert (found.areas, found.task) == (areas, task)
    assert found.span is not None
    assert text[slice(*found.span)].endswith(task)


@pytest.mark.parametrize(
    "text",
    [
        "以高新技术企业为重点,培育遴选100家企业",
        "以人工智能应用为牵引,推动攻关",
        "发挥郑洛新国家自创区郑州片区创新引领作用",
        "推动中原科技城与省科学院深度融合",
        "正在高新区建设的项目",
        "在高新区召开会议",
        "推动高新区与经开区联动",
        "探索在城区建设星创天地",
        "引导研发机构在综合保税区发展。",
    ],
)
def test_no_area_task(text: str) -> None:
    assert find_area_tasks(passage(text)) == []


@pytest.mark.parametrize(
    ("text", "areas", "task"),
    [
        ("以甘棠县、清河县为重点，开展轮作试点。", ["甘棠县", "清河县"], "开展轮作试点"),
        ("以河东区、高新区为重点，全面推行河长巡河", ["河东区", "高新区"], "全面推行河长巡河"),
        ("重点支持甘棠县、白石县创建示范县，其他", ["甘棠县", "白石县"], "重点支持甘棠县、白石县创建示范县"),
        ("在清河县、河东区率先开展农房改革", ["清河县", "河东区"], "开展农房改革"),
        ("支持万宁、东方、陵水打造节点城市，", ["万宁", "东方", "陵水"], "支持万宁、东方、陵水打造节点城市"),
        ("支持苏州、无锡建设创新平台", ["苏州", "无锡"], "支持苏州、无锡建设创新平台"),
        ("发挥苏州、无锡带动作用，", ["苏州", "无锡"], "发挥苏州、无锡带动作用"),
        (
            "甘棠县、清河县、白石峡市发挥试点引领作用，做好",
            ["甘棠县", "清河县", "白石峡市"],
            "甘棠县、清河县、白石峡市发挥试点引领作用",
        ),
    ],
)
def test_tasks_of_places_by_name(text: str, areas: list[str], task: str) -> None:
    words = passage(text)
    (found,) = find_place_tasks(words, [m.span() for m in HINT.finditer(words.folded)])
    assert (found.areas, found.task) == (areas, task)
    assert found.span is not None
    assert text[slice(*found.span)].endswith(task)


@pytest.mark.parametrize(
    "text",
    [
        "以主城区、示范区为重点，开展整治",
        "推动资本市场建设，推动新城区建设",
        "支持重点县、示范县创建，在试点市、试点县开展，指导相关县、区开展",
        "支持沿海地区、平原地区提升水平",
        "以河东区为重点",
        "甘棠县、清河县发生灾害",
        "支持上海建设国际枢纽",
        "支持吉林、白山大米出口",
        "推动苏州、无锡两地来客增长",
        "以经开区、航空港区为重点,开展推广",
    ],
)
def test_no_task_of_a_place(text: str) -> None:
    words = passage(text)
    assert find_place_tasks(words, [m.span() for m in HINT.finditer(words.folded)]) == []


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("支持洛阳建设副中心城市，", ["洛阳"]),
        ("支持洛阳市率先打造文化名城，", ["洛阳市"]),
        ("支持洛阳和南阳建设节点城市，", ["洛阳", "南阳"]),
        ("支持洛阳和谐发展，", []),
        ("支持洛阳银行发展，", []),
        ("支持吉林建设银行分行发展，", []),
        ("支持洛阳县城建设，", []),
        ("支持洛阳玻璃企业发展，", []),
        ("支持洛阳、南阳建设节点城市，", []),
    ],
)
def test_a_task_of_one_city(text: str, areas: list[str]) -> None:
    words = passage(text)
    found = find_city_tasks(words, [m.span() for m in CITY.finditer(words.folded)])
    assert [area for task in found for area in task.areas] == areas
    assert all(task.span and text[slice(*task.span)] == task.task for task in found)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("发改局(服务业发展局)", "department"),
        ("区县(市)", "area"),
        ("各县、区人民政府(管委会)", "government"),
        ("各区、县级市", "area"),
        ("市科协", "department"),
        ("市总工会", "department"),
        ("市环境监测站", "institution"),
        ("市委政法委", "party"),
        ("各街办", "area"),
        ("司法行政机关", "group"),
        ("市电商协会", "group"),
        ("人民银行甲城中心支行", "department"),
        ("市农商行城关支行", "enterprise"),
        ("各派出所", "department"),
        ("市规划研究所", "institution"),
    ],
)
def test_kind_by_the_end_of_a_name(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def test_a_part_of_a_responsible_body_is_none() -> None:
    import kjplan

    plan = kjplan.parse(
        "2023年工作要点\n一、重点任务\n1.清理欠款。清理拖欠账款。（各市州政府、市推进小组各成员单位负责）\n"
        "2.清理合同。省政府统一部署。（省政府各部门负责）\n"
    )
    first, second = plan.measures
    assert [b.name for b in first.bodies] == ["各市州政府", "市推进小组各成员单位"]
    assert [b.name for b in second.bodies] == ["省政府", "省政府各部门"]


@pytest.mark.parametrize(
    ("title", "text", "commitment"),
    [
        ("确保完成年度任务", "", "achieve"),
        ("建立健全机制", "", "establish"),
        ("组织实施一流课题项目", "", "establish"),
        ("加快国家自创区提质发展", "", "advance"),
        ("大力集聚创新人才团队", "", "advance"),
        ("切实加强机关作风建设", "", "advance"),
        ("支持新型研发机构高质量发展", "", "support"),
        ("引导加大全社会研发投入", "", "support"),
        ("积极探索新模式", "", "explore"),
        ("办公室", "推进政务公开。支持改革", "advance"),
        (None, "鼓励企业创新", "support"),
        ("科技金融", "自觉接受监督", None),
        ("明显降低企业负担", "", "advance"),
        ("明确项目管理责任", "支持改革", "establish"),
        ("我们要深入贯彻基本方略", "", "establish"),
        ("选拔条件", "年龄四十周岁以下。", None),
        ("统一事项管理", "", "advance"),
        ("新建污水管网30公里", "", "establish"),
        ("适当优化技术指标", "", "advance"),
        ("积极融入大市场", "认真落实条例。", "advance"),
        ("守牢耕地红线", "", "achieve"),
        ("规划环评机构", "应当具备条件", None),
        (None, "", None),
    ],
)
def test_commitment(title: str | None, text: str, commitment: str | None) -> None:
    assert commitment_of(title, text) == commitment


def test_an_academy_keeps_its_province() -> None:
    assert [b.name for b in find_bodies(passage("推动湖北省科学院建设，支持省科学院和市农科院改革。"))][:2] == [
        "湖北省科学院",
        "省科学院",
    ]
