"""Minutes that only tell, decisions that order work, names of parts that are no tasks, and parts that hold no decimals."""

import pytest

import kjplan
from kjplan.model import Section


def parts(text: str) -> str:
    """Extent, and number and role of each outermost heading."""
    plan = kjplan.parse(text)
    roles = [f"{n.number}:{n.role if isinstance(n, Section) else n.kind}" for n in plan.parts if n.number]
    return " ".join([plan.extent, *roles])


HEARD = "甲县粮食工作会议纪要\n2024年5月6日，召开粮食工作会议。\n一、听取了县粮食局关于收购情况的汇报。{}\n二、研究了仓房改造问题。原则同意方案，总投资300万元。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEARD.format("会议认为，收购平稳有序。"), "none 一:other 二:other"),
        (HEARD.format("会议要求，各镇要抓紧收购。"), "full 一:measure 二:measure"),
        (HEARD.format("整改工作由县粮食局负责。"), "full 一:measure 二:measure"),
    ],
)
def test_minutes_that_give_work_to_nobody_plan_nothing(text: str, expected: str) -> None:
    assert parts(text) == expected


DECISION = (
    "甲市人民政府关于{}的决定\n为发展粮食产业，作如下决定：\n一、设立产业资金2000万元。\n"
    "二、简化仓储用地审批程序。\n三、开展品牌培育行动。\n"
)


@pytest.mark.parametrize(
    ("about", "extent"),
    [("加快发展粮食产业", "full"), ("修改《甲市粮食储备办法》", "none"), ("表彰推进粮食产业先进单位", "none")],
)
def test_a_decision_orders_work_where_its_title_and_its_headings_do(about: str, extent: str) -> None:
    assert kjplan.parse(DECISION.format(about)).extent == extent


def test_a_decision_that_only_states_plans_nothing() -> None:
    text = "甲市人民政府关于加强粮食储备工作的决定\n一、储备粮是指政府储备的粮食。\n二、储备粮的所有权属于市政府。\n"
    assert kjplan.parse(text).extent == "none"


PLAN = "甲县2024年爱粮节粮活动方案\n一、{}\n{}\n二、工作任务\n（一）开展宣传。印发手册。\n（二）组织参观。参观粮库。\n三、{}\n{}\n"


@pytest.mark.parametrize(
    ("title", "words", "role"),
    [
        ("活动宗旨", "倡导节约。", "other"),
        ("普查目的和意义", "查清底数。", "other"),
        ("形势分析", "粮食供求偏紧。", "review"),
        ("现状分析", "粮食供求偏紧。", "review"),
        # neighbours: what is to be done about a purpose or a situation
        ("明确活动目的", "组织学习。", "measures"),
        ("开展形势分析", "每月召开会议。", "measures"),
        ("加强形势分析", "每月召开会议。", "measures"),
    ],
)
def test_a_part_that_says_why_or_how_things_stand_is_no_task(title: str, words: str, role: str) -> None:
    first = kjplan.parse(PLAN.format(title, words, "工作要求", "各镇报送总结。")).parts[0]
    assert (first.role if isinstance(first, Section) else "measures") == role


def test_discipline_as_the_last_part_is_how_the_work_is_led() -> None:
    plan = kjplan.parse(PLAN.format("活动宗旨", "倡导节约。", "活动纪律", "严禁弄虚作假。"))
    assert [p.role for p in plan.parts if isinstance(p, Section)] == ["other", "measures", "safeguards"]
    first = kjplan.parse(PLAN.format("严明纪律", "严禁弄虚作假。", "工作要求", "各镇报送总结。")).parts[0]
    assert not isinstance(first, Section) or first.role == "measures"


def test_good_deeds_for_the_people_are_a_plan_by_their_title() -> None:
    assert kjplan.parse("甲区2024年民生实事项目\n1.新建粮油店6个\n2.改造菜场2个\n").extent == "full"
    assert kjplan.parse("甲区2024年民生实事项目完成情况\n1.新建粮油店6个\n2.改造菜场2个\n").extent == "none"


DECIMALS = "《甲县储粮标准》编制说明\n1 背景\n1.1 来源\n县粮食局下达任务。\n2 行业概况\n全县有粮库12座。\n{}3 技术内容\n3.1 指标\n水分不高于13%。\n4 预期效果\n损耗下降。\n"


@pytest.mark.parametrize("between", ["", "3 家粮库参与编制\n", "7 其他\n"])
def test_bare_numbers_between_parts_with_decimals_are_parts(between: str) -> None:
    plan = kjplan.parse(DECIMALS.format(between))
    assert [p.number for p in plan.parts] == ["1", "2", "3", "4"]


def test_a_count_behind_the_last_part_is_none() -> None:
    plan = kjplan.parse(DECIMALS.format("").replace("4 预期效果", "4 家粮库参与验证"))
    assert [p.number for p in plan.parts] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("part", "title", "role"),
    [
        ("一、现状与问题库区水分普遍偏高，仓房老化严重，管理粗放，损耗率居高不下。", "现状与问题", "review"),
        ("一、形势分析今年粮食供求总体偏紧，价格波动加大，收购资金压力明显上升。", "形势分析", "review"),
        ("一、责任目标全年粮食收购量达到8万吨，损耗率控制在2%以内，不发生安全事故。", "责任目标", "goals"),
    ],
)
def test_names_of_parts_that_nothing_parts_from_their_words(part: str, title: str, role: str) -> None:
    text = (
        f"甲县2024年粮食工作方案{part}二、工作任务（一）改造仓房。改造仓房20栋，配备通风设备，培训保管员。（二）规范收购。开展检查，公布举报电话。"
        "三、保障措施各镇要加强领导，落实资金，定期调度，确保各项任务按期完成，年底前报送总结。"
    )
    first = kjplan.parse(text).parts[0]
    assert isinstance(first, Section)
    assert (first.title, first.role) == (title, role)


SEATS = "关于{}的通知\n各镇：\n现通知如下：\n一、组成人员\n组长：王某。成员：各局负责人。\n二、{}\n办公室设在县粮食局，承担日常工作。\n"


@pytest.mark.parametrize(
    ("about", "part", "extent"),
    [
        ("调整县粮食安全领导小组成员", "办公室设置", "none"),
        ("成立收购专班", "工作职责", "none"),
        # neighbours: a part that names tasks, and a title of work
        ("成立收购专班", "重点任务", "full"),
        ("调整收购工作安排", "办公室设置", "full"),
    ],
)
def test_a_notice_that_says_who_sits_where_plans_nothing(about: str, part: str, extent: str) -> None:
    assert kjplan.parse(SEATS.format(about, part)).extent == extent


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("组织与保障", "safeguards"),
        ("受援单位", "other"),
        ("演练时间和地点", "other"),
        # neighbours: what is to be done
        ("组织与实施收购", "measures"),
        ("帮扶受援单位", "measures"),
        ("确定演练时间和地点", "measures"),
    ],
)
def test_more_names_of_parts(title: str, role: str) -> None:
    last = kjplan.parse(PLAN.format("活动宗旨", "倡导节约。", title, "各镇要做好有关工作。")).parts[-1]
    assert (last.role if isinstance(last, Section) else "measures") == role


BODY = "全县有粮库12座，仓容30万吨，今年以来共收购粮食8万吨。二、存在的问题仓房老化，设备不足。三、有关建议加大投入，改造仓房，培训保管员，完善制度，加强监管，确保储粮安全，让群众吃得放心，让农民卖得安心，让企业用得称心，努力推动全县粮食工作再上新台阶。"


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("甲县粮食局执法组关于检查储粮条例实施的材料", ["一", "二", "三"]),
        # neighbours: a sentence before the number, and numbers that are none of parts
        ("今年以来，甲县组织检查了储粮条例的实施", ["二", "三"]),
        ("甲县粮食局关于检查储粮条例实施的第", ["二", "三"]),
    ],
)
def test_a_title_of_any_kind_before_the_first_number_on_one_line(head: str, numbers: list[str]) -> None:
    assert [p.number for p in kjplan.parse(f"{head}一、基本情况{BODY}").parts] == numbers


def test_a_title_before_a_part_that_opens_with_a_year() -> None:
    plan = kjplan.parse(f"甲县粮食局2024年工作安排一、2023年工作回顾{BODY}")
    assert (plan.title, [p.number for p in plan.parts]) == ("甲县粮食局2024年工作安排", ["一", "二", "三"])


SAMPLES = "甲市2024年粮食质量{}方案\n一、{}\n小麦、玉米，全年抽样300批次。\n二、抽样方法\n每批次不少于2千克。\n三、判定原则\n一项不合格即不合格。\n"


@pytest.mark.parametrize(
    ("kind", "first", "expected"),
    [
        ("监督抽检技术", "抽检品种", "none 一:other 二:other 三:other"),
        # neighbours: a part of tasks, and a scheme of another kind
        ("监督抽检工作", "工作任务", "full 一:measures 二:measure 三:principles"),
        ("提升行动", "抽检品种", "full 一:measure 二:measure 三:principles"),
    ],
)
def test_a_scheme_that_says_how_something_is_measured(kind: str, first: str, expected: str) -> None:
    assert parts(SAMPLES.format(kind, first)) == expected


@pytest.mark.parametrize(
    ("about", "extent"),
    [
        ("加强粮食质量监管工作的提示函", "full"),
        ("加强粮食质量监管工作的函", "full"),
        ("申请粮食质量监管资金的函", "none"),
    ],
)
def test_a_letter_that_reminds_of_work(about: str, extent: str) -> None:
    text = f"关于{about}\n各县：\n一、加强日常巡查。检查全部粮库。\n二、规范检验流程。配备仪器。\n三、畅通举报渠道。公布电话。\n"
    assert kjplan.parse(text).extent == extent


@pytest.mark.parametrize(
    ("part", "title", "told"),
    [
        (
            "一、发展基础与形势“十三五”期间，全县新建粮库12座，仓容达到30万吨，粮食生产稳步发展。",
            "发展基础与形势",
            True,
        ),
        (
            "一、普查目的和意义全面查清粮食库存数量和质量，为宏观调控提供依据，确保国家粮食安全。",
            "普查目的和意义",
            True,
        ),
        ("一、活动宗旨坚持勤俭节约，倡导健康文明的饮食习惯，推动形成爱粮节粮的良好社会风尚。", "活动宗旨", True),
        # neighbours: words of a sentence
        (
            "一、活动目的和意义是引导群众爱粮节粮，倡导健康文明的饮食习惯，推动形成良好社会风尚。",
            "活动目的和意义",
            False,
        ),
        ("一、发展基础与形势要求我们必须坚持不懈抓好粮食生产和储备工作，确保国家粮食安全。", "发展基础与形势", False),
    ],
)
def test_more_names_that_nothing_parts_from_their_words(part: str, title: str, told: bool) -> None:
    text = (
        f"甲县2024年粮食工作方案{part}二、工作任务（一）改造仓房。改造仓房20栋，配备通风设备，培训保管员。（二）规范收购。开展检查，公布举报电话。"
        "三、保障措施各镇要加强领导，落实资金，定期调度，确保各项任务按期完成，年底前报送总结。"
    )
    first = kjplan.parse(text).parts[0]
    assert (getattr(first, "title", None) == title) is told


@pytest.mark.parametrize(
    ("title", "extent"),
    [
        ("一图读懂《甲省促进粮食消费若干措施》", "none"),
        ("图解：甲省促进粮食消费若干措施", "none"),
        ("甲省促进粮食消费若干措施", "full"),
        ("甲省地图解密工作方案", "full"),
    ],
)
def test_what_explains_another_document_in_a_picture_plans_nothing(title: str, extent: str) -> None:
    text = f"{title}\n一、扩大优质粮供给\n新建加工厂6家。\n二、支持品牌建设\n培育品牌3个。\n"
    assert kjplan.parse(text).extent == extent
