"""Heads of pages, notices without a title, and goals with who answers below them; each with its nearest neighbour."""

import pytest

import kjplan
from kjplan.model import Goal, Measure, Section

NOTICE = """发布时间：2023-08-15 21:28
信息来源：临山市政府网
信息来源：
访问次数：
各县（区）人民政府，市政府直属各单位：
《临山市贯彻〈海东省防汛五年行动计划（2021—2025年）〉实施方案》已经市政府同意，现印发给你们，请认真贯彻落实。
临山市人民政府办公室
2023年7月8日
临山市贯彻《海东省防汛
五年行动计划（2021—2025年）》实施方案
一、总体要求
坚持安全第一。
二、主要任务
（一）加固堤防。加固堤防30公里。（市水利局牵头）
"""


def test_notice_without_title_below_fields_of_the_page() -> None:
    plan = kjplan.parse(NOTICE)
    assert plan.document.signed_date == "2023-07-08"
    assert plan.document.signatures == ["临山市人民政府办公室"]
    assert plan.title == "临山市贯彻《海东省防汛五年行动计划（2021—2025年）》实施方案"
    plain = kjplan.parse(NOTICE.replace("现印发给你们，", ""))
    assert plain.document.signatures == []  # nothing says that the document is sent out


@pytest.mark.parametrize(
    ("lines", "number", "index"),
    [
        ("索 引 号 MB1234567/2023-01357 发文日期 2023-01-03\n发布机构 区政府办公室 文    号 临政办〔2023〕7号", "临政办〔2023〕7号", "MB1234567/2023-01357"),
        ("索 引 号 如下 发文日期 另行通知", None, None),
        ("发布机构 区政府办公室", None, None),
    ],
)  # fmt: skip
def test_fields_below_a_title_that_only_blanks_part(lines: str, number: str | None, index: str | None) -> None:
    plan = kjplan.parse(
        f"临山区2023年工作要点\n{lines}\n一、重点任务\n（一）修路。修路30公里。\n（二）架桥。架桥2座。\n"
    )
    assert (plan.document.document_number, plan.document.index_number) == (number, index)


def test_bulleted_labels_above_empty_lines() -> None:
    head = "• 信息索引号:\n\n  113301110099887766/2024-00123\n\n• 文件名称:\n\n  2024年临山农业工作要点\n\n• 发布机构:\n\n  临山市农业农村局\n\n• 发布日期:\n\n  2024-05-14\n\n"
    body = "2024年临山农业工作要点\n\n一、稳产保供\n\n（一）稳粮。种植30万亩。\n\n（二）稳菜。种植2万亩。\n"
    document = kjplan.parse(head + body).document
    assert (document.index_number, document.publisher, document.published_date) == (
        "113301110099887766/2024-00123",
        "临山市农业农村局",
        "2024-05-14",
    )
    assert kjplan.parse(head.replace("• ", "") + body).document.index_number is None  # words a line, no list of fields


def test_labels_above_values_below_three_lines_of_the_page() -> None:
    head = "临山区人民政府\n\n政府信息公开\n\n临山区人民政府关于分解落实2023年目标任务的通知\n\n索引号\n012345678/2023-01234\n文件类型\n政府文件\n发文单位\n区政府办公室\n发文字号\n临政发〔2023〕5号\n效力状态\n有效\n\n各乡镇人民政府：\n\n现将任务下达给你们。\n"
    document = kjplan.parse(head).document
    assert (document.index_number, document.document_number) == ("012345678/2023-01234", "临政发〔2023〕5号")


GOALS = "2023年区政府工作报告主要目标任务责任分解方案\n一、2023年主要预期目标\n（一）地区生产总值增长7%以上\n{}\n（二）固定资产投资增长10%以上\n{}\n"


def test_a_goal_with_who_answers_below_it() -> None:
    plan = kjplan.parse(GOALS.format("责任单位：区发展改革局", "责任单位：区商务局"))
    goals = [*plan.walk(Goal)]
    assert [(str(g.targets[0].value), [b.name for b in g.responsibility.bodies]) for g in goals] == [
        ("7", ["区发展改革局"]),
        ("10", ["区商务局"]),
    ]


def test_a_goal_with_words_below_it_is_a_part() -> None:
    plan = kjplan.parse(GOALS.format("其中，工业增加值增长8%。", "其中，技改投资增长12%。"))
    assert [s.title for s in plan.walk(Section)][1:] == ["地区生产总值增长7%以上", "固定资产投资增长10%以上"]


ATTACHED = "各区县人民政府：\n《2023年重点工作责任分解》已经市政府同意，现印发给你们。\n附件：2023年重点工作责任分解\n临山市人民政府办公室\n2023年5月22日\n附件1\n{}\n一、稳企业\n1.支持企业发展。减轻企业负担20亿元。\n责任单位：市经信局、市财政局\n"


def test_the_plan_of_a_notice_without_title_is_its_attachment() -> None:
    plan = kjplan.parse(ATTACHED.format("2023年重点工作责任分解"))
    assert [m.title for m in plan.walk(Measure)] == ["支持企业发展"]
    named = kjplan.parse(ATTACHED.format("2023年重点企业名录"))
    assert [*named.walk(Measure)] == []


def test_units_stay_as_they_are_written() -> None:
    target = next(
        t
        for m in kjplan.parse(
            "2023年工作要點\n一、重點任務\n（一）道路。改造道路30公里，安置住戶1.2萬戶。\n（二）橋樑。新建橋樑2座。\n"
        ).walk(Measure)
        for t in m.targets
        if t.value != 30
    )
    assert (target.unit, target.base_unit, str(target.base_value)) == ("萬戶", "户", "12000")


@pytest.mark.parametrize(
    ("words", "goals"),
    [
        (
            "投资增长7%。（牵头单位：区发展改革委）收入增长8%。（责任单位：区商务局）",
            [("投资增长7%", ["区发展改革委"]), ("收入增长8%", ["区商务局"])],
        ),
        ("投资增长7%。（含农户）收入增长8%。", [("投资增长7%", []), ("（含农户）收入增长8%", [])]),
    ],
)
def test_a_bracket_behind_a_goal_says_who_answers_for_it(words: str, goals: list[tuple[str, list[str]]]) -> None:
    plan = kjplan.parse(
        f"2024年工作要点\n一、主要目标\n{words}\n二、重点任务\n（一）修路。修路3公里。\n（二）架桥。架桥2座。\n"
    )
    assert [(g.text, [b.name for b in g.responsibility.bodies]) for g in plan.walk(Goal)] == goals
