"""Kinds of documents and headers that nobody had seen before, each beside its nearest neighbour."""

import pytest

from kjplan.model import Plan, Section
from kjplan.parsing import parse_source
from kjplan.parsing.headings.glued import split_glued
from kjplan.parsing.headings.roles import role_of
from kjplan.reading import from_text
from kjplan.reading.text import fold

LETTER = (
    "关于开展节水工作的函\n各区人民政府：\n现将要求通知如下。\n一、工作目标\n新建节水园区5个。\n二、重点任务\n"
    "（一）编制方案。请各区于3月底前报送方案。\n（二）加强宣传。开展宣传活动。\n"
)
ANSWER = LETTER.replace("节水工作的函", "节水工作意见的复函")
CIRCULAR = (
    "关于节水检查情况的通报\n各区水务局：\n现将情况通报如下。\n一、总体情况\n共检查企业5家，新建台账3本。\n"
    "二、{title}\n（一）加强监管。6月底前完成整改。\n（二）加大宣传。新增点位8个。\n"
)
LIST = "{title}\n一、规模\n1.生产能力增大30%及以上的。\n2.新增排放口2个以上的。\n二、地点\n1.重新选址的。\n"


def _plan(text: str) -> Plan:
    return parse_source(from_text(text)).plan


def test_a_letter_that_asks_for_work_is_a_plan_and_an_answer_is_none() -> None:
    plan = _plan(LETTER)
    assert (plan.extent, [m.title for m in plan.measures]) == ("full", ["编制方案", "加强宣传"])
    assert [(d.text, d.date) for d in plan.measures[0].due] == [("3月底前", None)]
    assert _plan(ANSWER).extent == "none"
    assert not _plan(ANSWER).measures


@pytest.mark.parametrize(
    ("title", "measures"),
    [("下一步工作要求", ["加强监管", "加大宣传"]), ("工作要求", ["加强监管", "加大宣传"]), ("典型经验", [])],
)
def test_a_circular_orders_only_what_comes_next(title: str, measures: list[str]) -> None:
    plan = _plan(CIRCULAR.format(title=title))
    assert [m.title for m in plan.measures] == measures
    assert [n.role for n in plan.parts if isinstance(n, Section)] == ["other", "measures" if measures else "other"]
    assert not plan.goals


@pytest.mark.parametrize(
    ("title", "extent"),
    [("污染类项目重大变动清单（试行）", "none"), ("外资准入负面清单", "none"), ("2023年节水任务清单", "full")],
)
def test_a_list_of_facts_orders_no_work(title: str, extent: str) -> None:
    assert _plan(LIST.format(title=title)).extent == extent


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("发展目标和主要指标", "goals"),
        ("完成目标和主要指标", None),
        ("园区类型", "other"),
        ("项目实施条件", "other"),
        ("改善办学条件", None),
        ("丰富产品类型", None),
    ],
)
def test_roles(title: str, role: str | None) -> None:
    assert role_of(title) == role


def test_an_article_that_is_quoted_is_no_heading() -> None:
    text = "关于适用问题的复函\n一、有关规定\n第{}条规定：“应当节水。”\n第{}条第一款规定：“应当公开。”\n二、意见\n应当处罚。\n"
    assert [n.title for n in _plan(text.format("十七", "十八")).parts if n.kind == "section"] == ["有关规定", "意见"]
    assert _plan("节水条例\n第一条 规定用水定额。\n第二条 公开用水信息。\n").parts[0].number == "一"


def test_a_list_number_may_stand_right_before_a_date() -> None:
    plan = _plan(
        "2023年工作要点\n一、工作步骤\n1.9月30日前，各区完成摸底。\n2.11月30日前，各区完成整改。\n3.3倍以上的除外。\n"
    )
    assert [m.number for m in plan.measures] == ["1", "2"]


STACKED = "关于做好节水工作的通知\n索取号\nAB5500{tail}\n载体类型\n发布机构\n某市水务局\n文件编号\n某水〔2022〕6号\n公开类别\n主动公开\n关键词\n"
BODY = "某市水务局关于做好节水工作的通知\n各区：\n一、加强管理\n各区加强管理。\n二、加强宣传\n各区加强宣传。\n"


def test_a_header_whose_labels_stand_above_their_values() -> None:
    plan = _plan(STACKED.format(tail="0001/2022-00028") + BODY)
    assert plan.document.index_number == "AB55000001/2022-00028"
    assert (plan.document.publisher, plan.document.document_number) == ("某市水务局", "某水〔2022〕6号")
    assert plan.title == "某市水务局关于做好节水工作的通知"
    assert [f.kind for f in plan.furniture] == ["portal_header"]


def test_a_text_that_begins_with_words_that_are_labels_too_has_no_header() -> None:
    plan = _plan("载体类型\n发布机构\n一、加强管理\n各区加强管理。\n")
    assert (plan.document.publisher, plan.furniture) == (None, [])


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("总体情况我部指导各地持续开展节水检查工作，成效明显。", "总体情况"),
        ("总体情况的说明和有关检查工作的安排，成效比较明显。", ""),
        ("工程概况该工程位于清河流域上游，包括两座水闸和一条渠道。", "工程概况"),
        ("器材库管理器材库实行动态管理，按照需要分批更换登记。", "器材库管理"),
        ("器材库管理和使用办法由市局另行制定，适时进行更新公布。", ""),
        ("加强生态环境管理你公司应落实主体责任，建立健全管理体系。", "加强生态环境管理"),
        ("质量保证根据有关法规要求，营运单位建立了质量保证体系。", "质量保证"),
        ("试点目标统筹考虑气候风险类型和自然地理特征，开展深化试点。", "试点目标"),
    ],
)
def test_titles_of_flattened_text(words: str, title: str) -> None:
    assert words[: split_glued(fold(words))] == title


def test_the_title_of_an_answer_in_flattened_text() -> None:
    text = (
        "对张三、李四2位代表意见建议的答复张三、李四代表：您提出的意见建议，经研究，现答复如下：一、关于加大宣传力度。"
        "一是全面部署。推动出台文件20件。二是加强培训。组织30万人参与。下一步，我部将继续加强工作，进一步加大宣传力度。"
        "二、关于支持企业。我部会同有关部门开展工作，新建项目25个，数量达到3000家。感谢您对工作的关心和支持！2022年10月8日"
    )
    plan = _plan(text)
    assert plan.title == "对张三、李四2位代表意见建议的答复"
    assert (plan.extent, plan.measures, plan.goals) == ("none", [], [])


def test_headings_left_over_from_a_part_that_was_not_copied_are_tasks() -> None:
    text = "（九）加强宣传\n\n制作宣传片。\n\n（十）严格追责\n\n依法追责。\n\n六、工作步骤\n（一）部署\n进行部署。\n（二）排查\n开展排查。\n"
    plan = _plan("2023年节水工作方案\n" + text)
    assert [m.title for m in plan.measures] == ["加强宣传", "严格追责", "部署", "排查"]


def test_paragraphs_that_begin_with_their_body_where_work_is_shared_out() -> None:
    text = "2023年节水工作方案\n一、{title}\n市水务局：制定规划。\n市财政局：参与制定预算。\n二、其他任务\n1.加强宣传。开展活动。\n"
    plan = _plan(text.format(title="职责分工"))
    assert [[b.name for b in m.responsibility.bodies] for m in plan.measures[:2]] == [["市水务局"], ["市财政局"]]
    other = _plan(text.format(title="工作打算"))
    assert [m.responsibility.stated for m in other.measures[:2]] == [False, False]


def test_the_body_of_a_table_may_be_called_who_pushes_the_work() -> None:
    rows = "{head}\n\n1\n\n推进管网改造，新建管网5公里。\n\n市水务局、各街镇\n\n2\n\n推进泵站改造，新建泵站3座。\n\n市住建局\n"
    head = "任务类型\n\n序号\n\n工作任务\n\n{}"
    text = "2023年节水行动重点任务清单\n\n" + rows
    plan = _plan(text.format(head=head.format("推进单位")))
    assert [[b.name for b in m.responsibility.bodies] for m in plan.measures] == [["市水务局", "各街镇"], ["市住建局"]]
    other = _plan(text.format(head=head.format("建设地点")))
    assert not any(m.responsibility.stated for m in other.measures)
