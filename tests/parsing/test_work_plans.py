"""How yearly plans of many issuers are laid out, each rule with its nearest neighbour."""

import pytest

from kjplan.model import Goal, Measure, Plan, Section
from kjplan.parsing import parse_source
from kjplan.reading import from_text

TASKS = "\n一、重点工作\n1.建设平台。新建平台5家。\n2.培育主体。新增企业8家。\n"


def _plan(text: str) -> Plan:
    return parse_source(from_text(text)).plan


def _roles(text: str) -> list[str]:
    return [n.role for n in _plan(text).parts if isinstance(n, Section)]


def test_labels_behind_bullets_are_a_header() -> None:
    plan = _plan(
        f"- 索引号：123456789/2022-00031\n- 发布机构：东山市农业局\n- 文  号：东农〔2022〕5号\n\n2022年工作要点\n{TASKS}"
    )
    assert plan.document.publisher == plan.issuer == "东山市农业局"
    assert plan.document.document_number == "东农〔2022〕5号"


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("东山区住房和城乡建设局2024年工作计划", "东山区住房和城乡建设局"),
        ("江东新区卫生健康委员会2023年工作要点", "江东新区卫生健康委员会"),
        ("全市科技工作2024年工作要点", None),
        ("临水县2024年政府工作报告", "临水县人民政府"),
        ("云岭省人民政府工作报告", "云岭省人民政府"),
        ("2024年政府工作报告", None),
        ("教育部某某工作司2021年工作要点", "教育部某某工作司"),
        ("关于全局2021年工作要点", None),
    ],
)
def test_a_title_names_the_issuer(title: str, issuer: str | None) -> None:
    assert _plan(f"{title}\n{TASKS}").issuer == issuer


def test_a_report_of_a_named_place_names_its_government_in_full() -> None:
    spoken = "我代表县人民政府向大会报告工作。"
    assert _plan(f"临水县2024年政府工作报告\n{spoken}\n{TASKS}").issuer == "临水县人民政府"
    assert _plan(f"2024年政府工作报告\n{spoken}\n{TASKS}").issuer == "县人民政府"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("2023年工作完成情况", "review"),
        ("存在的主要问题", "review"),
        ("主要成效和亮点", "review"),
        ("解决突出问题", "measures"),
        ("下一步工作打算", "measures"),
        ("监督考核", "safeguards"),
        ("强化组织领导，确保落实", "safeguards"),
        ("强化组织能力，确保落实", "measures"),
    ],
)
def test_parts_go_by_unusual_names(title: str, role: str) -> None:
    assert _roles(f"2024年工作要点\n一、重点任务\n1.建设平台。\n二、{title}\n（一）抓实抓细。\n")[1] == role


@pytest.mark.parametrize(
    ("below", "role"),
    [
        ("（一）加强组织领导。\n（二）严格考核。\n", "safeguards"),
        ("（一）加强组织领导。\n（二）建设平台。\n", "measures"),
    ],
)
def test_means_behind_the_tasks_are_safeguards_where_they_lead_and_watch(below: str, role: str) -> None:
    assert _roles(f"2024年工作要点\n一、重点任务\n1.建设平台。\n二、推进措施\n{below}")[1] == role


def test_goals_in_the_words_before_the_first_heading_are_goals() -> None:
    plan = _plan(f"东山市2024年工作要点\n今年主要预期目标是：总产值增长6%以上，新增企业30家。\n{TASKS}")
    assert [g.text for g in plan.goals] == ["总产值增长6%以上", "新增企业30家"]
    assert not _plan(f"东山市2024年工作要点\n近年来总产值增长6%以上，新增企业30家。\n{TASKS}").goals
    assert isinstance(plan.parts[0], Goal)
    assert plan.preamble


def test_a_sentence_that_leads_in_to_the_tasks_is_no_addressee() -> None:
    assert not _plan(f"2025年工作要点\n2025年，区科技局将围绕全局，重点抓好以下工作：\n{TASKS}").document.addressees
    assert _plan(f"2025年工作要点\n各区科技局：\n{TASKS}").document.addressees == ["各区科技局"]


def test_points_of_one_paragraph_are_items_and_those_of_several_headings() -> None:
    one = _plan("2024年工作要点\n一、抓任务\n（一）守底线\n一是查隐患。二是建台账。\n（二）强队伍\n抓培训。\n")
    assert [(m.number, len(m.items)) for m in one.measures] == [("一", 2), ("二", 0)]
    several = _plan("2024年工作要点\n一、抓任务\n（一）守底线\n一是查隐患。全面排查。\n二是建台账。逐项销号。\n")
    assert [m.title for m in several.measures] == ["查隐患", "建台账"]


ROWS = "序号\t重点任务\t具体内容\t牵头单位\t完成时限\n1\t建设平台\t新建平台5家\t市科技局\t6月底前\n2\t培育主体\t新增企业8家\t市工信局\t年底前\n"


def test_a_table_with_tabs_is_a_plan_even_without_headings() -> None:
    plan = _plan(f"附件\n\n东山市2024年重点任务分解表\n{ROWS}")
    assert [(m.title, m.responsibility.bodies[0].name, m.due[0].text) for m in plan.measures] == [
        ("建设平台", "市科技局", "6月底前"),
        ("培育主体", "市工信局", "年底前"),
    ]
    assert [t.indicator for t in plan.targets] == ["平台", "企业"]
    assert not _plan(f"东山市2024年人口统计公报\n{ROWS}").measures


def test_a_document_cut_out_of_its_notice_begins_with_the_word_attachment() -> None:
    assert _plan(f"附件\n东山市2024年工作要点\n{TASKS}").title == "东山市2024年工作要点"
    behind = _plan(f"东山市2024年工作要点\n{TASKS}\n附件\n任务分工方案\n")
    assert [a.title for a in behind.attachments] == ["任务分工方案"]


def test_a_document_number_is_no_rest_of_a_wrapped_title() -> None:
    title, number = "关于加快全市商贸流通业高质量发展的实施意见", "商发〔2023〕6号"
    body = "".join(
        f"　　{n}、抓好商圈建设工作并且推动消费升级\n取得明显的实效并且推动消费进一步升级\n的各项工作。\n"
        for n in "一二三四五六"
    )
    plan = _plan(f"{title}\n{number}\n{body}")
    assert plan.title == title
    assert plan.document.document_number == number


def test_a_table_row_is_a_measure_of_its_own() -> None:
    plan = _plan(f"2024年工作要点\n一、重点任务\n{ROWS}")
    assert all(isinstance(n, Section) for n in plan.parts)
    assert [type(c) for c in plan.parts[0].children] == [Measure, Measure]  # type: ignore[union-attr]


_DIVIDED = """二、目标任务
（一）种植环节
治理指标：抽检合格率稳定在97%以上。
1.加强产地保护
（1）做好基础工作。开展监测。{duty}
（2）开展整治。摸清底数。{duty}
"""


@pytest.mark.parametrize(("duty", "kind"), [("（责任单位：市农业局）", "measure"), ("（详见附表）", "goal")])
def test_what_is_divided_and_shared_out_under_goals_and_tasks_is_tasks(duty: str, kind: str) -> None:
    text = "2022年食品安全工作方案\n一、总体要求\n坚持问题导向。\n" + _DIVIDED.format(duty=duty)
    plan = _plan(text)
    found = [*plan.walk(Measure)] if kind == "measure" else [*plan.walk(Goal)]
    assert [node.number for node in found if node.number] == ["1", "2"]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("2021年主要工作情况", "review"),
        ("上半年工作情况", "review"),
        ("2022年主要工作", "measures"),
        ("2021年完成工作情况通报", None),
    ],
)
def test_what_a_year_was_like_is_a_review(title: str, role: str) -> None:
    """By its title; one that names no role is past too where a later part is called by a later year, and only there."""
    text = f"东山市农业局2021年工作总结和2022年工作计划\n一、{title}\n新建实验室10个。\n二、工作计划\n新建平台5个。\n"
    (first, *_) = _plan(text).parts
    assert (first.role if isinstance(first, Section) else None) == role
    (first, *_) = _plan(text.replace("二、", "二、2022年")).parts
    assert (first.role if isinstance(first, Section) else None) == (role or "review")
