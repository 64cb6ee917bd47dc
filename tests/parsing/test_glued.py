"""Titles glued to their words in text without line breaks, and numbers that only the count tells for headings."""

import pytest

from kjplan.model import Goal, Measure, Section
from kjplan.parsing import parse_source
from kjplan.parsing.headings.glued import split_glued, split_surely
from kjplan.parsing.headings.items import find_items
from kjplan.reading import from_text
from kjplan.reading.text import Passage, fold


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("会议评审会议评审由市局组织开展，专家从名单中产生。", "会议评审"),
        ("推进水价改革水价改革是节水的关键，要分步实施。", "推进水价改革"),
        ("推进水价改革和农业水价改革，分步实施到位。", ""),
        ("完善节水制度，落实节水制度要求，抓好考核工作。", ""),
        ("组织报送年度节水报告组织重点用水单位于三月底前报送。", "组织报送年度节水报告"),
        ("加强组织领导和组织协调，形成合力，抓好落实工作。", ""),
        ("强化节水宣传，营造良好氛围省级水务部门要加大力度，抓好落实。", "强化节水宣传，营造良好氛围"),
        ("水价由省级水务部门核定，报省政府同意后执行到位。", ""),
        ("征求有关意见为深化节水改革，我们起草了办法，请研究。", "征求有关意见"),
        ("以改革为深化节水的动力，推动工作再上新的台阶。", ""),
        ("做好申报准备工作水务审批部门应加强指导，抓好落实。", "做好申报准备工作"),
        ("水务审批部门应加强对用水单位的指导，抓好落实。", ""),
        ("持续帮扶指导我部将对各地节水工作进行指导，抓好落实。", "持续帮扶指导"),
        ("及时向社会公布并报送我部将要考核的材料清单和说明。", ""),
        ("强化示范带动作用通过示范区建设，加快构建节水体系。", "强化示范带动作用"),
        ("节水目标通过示范区建设逐步实现，不搞一刀切做法。", ""),
        ("强化资金保障要将节水资金纳入年度财政预算，确保投入。", "强化资金保障"),
        ("各水厂运行要坚持统一调度、分级管理，确保安全供水。", ""),
        ("加快建设骨干水厂在保证质量的前提下，要加快进度。", "加快建设骨干水厂"),
        ("清河流域水生生物保护现状清河流域已知鱼类三十种，水草十种。", "清河流域水生生物保护现状"),
        ("开展保护现状调查评价工作，建立完整的资源数据库和名录。", ""),
        ("河道水系概况河湾县境内有大小河流三十条，水库二十座。", "河道水系概况"),
        ("通报概况的材料由县局起草，报县政府同意后印发执行。", ""),
        ("用水纪律有关部门和单位要认真执行用水定额，及时报告。", "用水纪律"),
        ("协调有关部门和单位做好供水保障工作，及时报告情况。", ""),
        ("继续抓好取水许可管理工作认真按照省厅部署要求落实到位。", "继续抓好取水许可管理工作"),
        ("要求水厂认真按照省厅部署的要求做好各项供水工作任务。", ""),
    ],
)
def test_a_title_is_told_from_the_words_glued_to_it(words: str, title: str) -> None:
    assert words[: split_glued(fold(words))] == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("申报方式申报人员请登录系统填报材料，并于月底前提交。", "申报方式"),
        ("适用标准用水单位执行现行有效的用水定额标准的要求。", "适用标准"),
        ("评选对象与名额先进集体从基层单位中产生，不超过五个。", "评选对象与名额"),
        ("实施原则协同推进，形成合力，各地要结合实际开展工作。", "实施原则"),
        ("申报材料的真实性由申报单位负责，弄虚作假的取消资格。", ""),
        ("申报人员应对材料的真实性负责，弄虚作假的取消资格。", ""),
        ("加强巡查各县要落实到人，按月报告。", "加强巡查"),
        ("加强巡查。各县要落实到人，按月报告。", ""),
        ("事故的间接原因河湾水厂未落实安全责任，未开展教育培训。", "事故的间接原因"),
        ("事故原因分析由县局牵头，一周内完成并报县政府备案。", ""),
        ("对事故有关人员的处理建议同意由县局依法予以行政处罚。", "对事故有关人员的处理建议"),
        ("对事故有关人员的处理情况要及时公开，接受社会的监督。", ""),
        ("重点防治区域河湾水库库区和清河沿岸的滑坡、崩塌地段。", "重点防治区域"),
        ("重点防治区域的巡查由属地负责，发现险情立即报告县局。", ""),
        ("2023年来水趋势预测根据气象部门会商，来水偏少一到两成。", "2023年来水趋势预测"),
        ("来水趋势预测的结果报县局，作为调度水库的依据和参考。", ""),
        ("实施原则和工作要求按照省里的统一部署执行，不得变通。", ""),
    ],
)
def test_a_label_that_opens_the_words(words: str, title: str) -> None:
    assert words[: split_surely(fold(words))] == title


def test_glued_titles_count_only_where_line_breaks_are_lost() -> None:
    flat = (
        "关于节水的通知各县：请落实。一、实施范围全市用水单位。二、推进节水改造各县要建设水厂，新建三座，抓好水质。抓好工作落实，确保用水安全。"
        + "抓好工作落实，确保用水安全。" * 9
    )
    titles = [n.title for n, _ in parse_source(from_text(flat)).plan.nodes() if isinstance(n, Section | Measure)]
    assert titles == ["实施范围", "推进节水改造"]
    lines = "关于节水的通知\n各县：\n请落实。\n一、实施范围全市用水单位。\n二、管水。抓好落实。\n"
    first, _ = next(parse_source(from_text(lines)).plan.nodes())
    assert not isinstance(first, Goal)
    assert first.title == "实施范围全市用水单位"


def test_how_the_weather_will_be_is_no_task() -> None:
    text = "河湾县2023年防汛方案\n一、基本情况\n河流多。\n二、{}\n预计4～6月降雨300毫米，台风5个。\n三、主要任务\n（一）加强巡查。加强巡查。\n（二）加强培训。加强培训。\n"
    for title, tasks in (("降雨趋势预测", 2), ("做好监测预测", 3)):
        plan = parse_source(from_text(text.format(title))).plan
        assert sum(isinstance(n, Measure) for n, _ in plan.nodes()) == tasks


def _numbers(text: str) -> list[str | None]:
    return [n.number for n, _ in parse_source(from_text(text)).plan.nodes() if n.number]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("一、任务\n20.节水项目。建水库。\n", ["一"]),
        ("一、任务\n5.节水项目。建水库。\n6.121人才项目。引进人才。\n", ["一", "5", "6"]),
        ("一、任务\n1.节水项目。建水库。\n2.65万吨水厂已经建成。\n", ["一", "1"]),
        ("一、任务\n1.2024年8月底前，摸清底数。\n2.2025年6月底前，建成水厂。\n", ["一", "1", "2"]),
        ("一、任务\n1.节水项目。建水库。\n2 探索水价机制。分步推进。\n", ["一", "1", "2"]),
        ("一、任务\n1.节水项目。建水库。\n2 个水厂建成投产。分步推进。\n", ["一", "1"]),
        ("一、任务\n1.节水项目。建水库。\n3 探索水价机制。分步推进。\n", ["一", "1"]),
    ],
)
def test_numbers_that_only_the_count_tells(text: str, numbers: list[str | None]) -> None:
    assert _numbers("某市2023年节水工作要点\n" + text) == numbers


def test_a_piece_of_a_longer_text_begins_late() -> None:
    assert _numbers("八、强化组织实施\n（二十一）落实责任。抓好落实。\n（二十二）抓好宣传。做好宣传。\n") == [
        "八",
        "二十一",
        "二十二",
    ]
    assert _numbers("三、推进节水\n32.建水库。新建三座。\n33.建水厂。新建三座。\n") == ["三", "32", "33"]
    assert _numbers("三、推进节水\n32.建水库。新建三座。\n35.建水厂。新建三座。\n")[:1] == ["三"]
    assert "32" not in _numbers("三、推进节水\n32.建水库。新建三座。\n35.建水厂。新建三座。\n")


def test_notes_below_a_table_are_no_headings() -> None:
    text = "某市2023年节水工作要点\n一、任务\n1.建水库。新建三座。\n注：1.水库指小型水库。\n2.新建含续建。\n3.数据来自统计年鉴。\n二、要求\n1.抓落实。\n"
    assert [n.number for n, _ in parse_source(from_text(text)).plan.nodes()] == ["一", "1", "二", "1"]


def test_a_list_of_attachments_without_date_and_a_signature_behind_a_telephone() -> None:
    head = (
        "关于节水的通知各县：请落实。一、管水源。抓好落实。二、管水价。抓好改革。" + "抓好工作落实，确保用水安全。" * 9
    )
    listed = parse_source(from_text(head + "附件：1.节水细则2.节水报告抄送：市统计局。字号")).plan
    assert [n.number for n, _ in listed.nodes()] == ["一", "二"]
    signed = parse_source(from_text(head + "联系人：张三电话：65645640某市水务局2023年6月7日（此件社会公开）")).plan
    assert (signed.document.signed_date, signed.issuer) == ("2023-06-07", "某市水务局")


def test_points_may_be_counted_twice_in_one_paragraph() -> None:
    def marks(words: str) -> list[str | None]:
        return [i.number for i in find_items(Passage(words, fold(words), [(0, 0)]))]

    assert marks("公司负责：(1)调度；(2)规划。分公司负责：(1)建设；(2)管理。") == ["1", "2", "1", "2"]
    assert marks("公司负责：(1)调度；(2)规划。分公司负责：(1)建设。") == ["1", "2"]
    assert marks("公司负责：(1)调度。分公司负责：(1)建设。") == []


def test_words_said_again_in_a_row_begin_no_body() -> None:
    row = "对出资3000万元以上兴建自动化码头、出资600万元以上兴建自动化泊位的企业，分别给予补助。"
    assert split_glued(fold(row)) == 0
    again = "建设自动化码头、堆场自动化码头、堆场是港口发展的基础，各区要加快建设进度。"
    assert again[: split_glued(fold(again))] == "建设自动化码头、堆场"
