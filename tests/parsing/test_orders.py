"""Paragraphs without a number that order something, and fields of one task under a heading."""

import pytest

import kjplan
from kjplan.output.notice_text import render

TITLE = "甲市人民政府办公室关于做好防汛工作的通知\n各县区人民政府：\n"
INTRO = "近期降雨频繁，现通知如下：\n"


def tasks(text: str) -> list[tuple[str, str, str]]:
    """Title, bodies and deadlines of each task."""
    return [
        (
            m.title or "",
            " ".join(f"{b.name}:{b.role}" for b in m.responsibility.bodies),
            " ".join(d.text for d in m.due),
        )
        for m in kjplan.parse(text).measures
    ]


def test_a_notice_of_paragraphs_orders_work() -> None:
    text = (
        TITLE + INTRO + "各地要立即排查隐患，6月9日前全部完成。\n市水利局负责水库调度，市应急局会同市公安局做好准备。\n"
    )
    assert tasks(text) == [
        ("各地要立即排查隐患，6月9日前全部完成", "", "6月9日前"),
        ("市水利局负责水库调度，市应急局会同市公安局做好准备", "市水利局:lead 市应急局:lead 市公安局:support", ""),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "6月8日，省政府召开会议。",
        "本办法自2022年5月1日起施行。",
        "市水利局会同市财政局制定了《甲办法》，现印发给你们。",
        "望各地认真贯彻执行。",
    ],
)
def test_what_only_tells_is_no_task(words: str) -> None:
    assert tasks(TITLE + words + "\n") == []
    assert kjplan.parse(TITLE + words + "\n").extent != "full"


@pytest.mark.parametrize(
    "title",
    [
        "甲市关于某事项的批复",
        "甲市防汛工作管理办法",
        "关于举办防汛培训班的通知",
        "关于报送防汛材料的通知",
        "关于成立防汛指挥部的通知",
    ],
)
def test_replies_rules_and_calls_order_none(title: str) -> None:
    assert tasks(f"{title}\n某单位：\n请于6月9日前将名单报送市水利局。\n") == []


def test_a_paragraph_above_headings_may_be_a_task() -> None:
    head = "甲市2022年工作要点\n一、重点任务\n"
    rest = "\n（一）修堤。加固堤防。\n（二）清淤。疏浚河道。\n"
    assert tasks(f"{head}各县区应于4月底前报送年度计划。{rest}")[0] == ("各县区应于4月底前报送年度计划", "", "4月底前")
    assert tasks(f"{head}做好今年工作意义重大。{rest}")[0][0] == "修堤"
    assert tasks(f"{head}到2025年，堤防达标率达到90%。{rest}")[0][0] == "修堤"


def test_it_may_stand_on_the_line_of_the_heading() -> None:
    text = "甲市2022年工作方案\n一、重点任务。各县区应会同市水利局制定计划，于4月底前报送。\n（一）修堤。加固堤防。\n（二）清淤。疏浚河道。\n"
    first = ("各县区应会同市水利局制定计划，于4月底前报送", "各县区:lead 市水利局:support", "4月底前")
    assert tasks(text)[0] == first
    plan = kjplan.parse(text)
    assert tasks(render(plan)) == tasks(text)


def test_fields_below_a_heading_are_one_task() -> None:
    text = (
        "甲市问题整改方案\n一、污水处理设施滞后\n整改目标：建成污水处理厂3座。\n整改时限：2022年12月底前\n责任单位：市住建局\n"
        "二、扬尘管控不到位\n整改目标：降尘量下降10%。\n整改时限：立行立改\n责任单位：市城管局\n"
    )
    assert [(b, d) for _, b, d in tasks(text)] == [("市住建局:lead", "2022年12月底前"), ("市城管局:lead", "立行立改")]


def test_fields_that_come_again_are_several_tasks() -> None:
    text = "甲市重点任务清单\n一、重点任务\n建设平台。加快建设各类创新平台。\n责任单位：市科技局\n培育企业。加快培育各类科技企业。\n责任单位：市工信局\n"
    assert [b for _, b, _ in tasks(text)] == ["市科技局:lead", "市工信局:lead"]


def test_minutes_of_a_meeting_order_work() -> None:
    text = (
        "甲市人民政府专题会议纪要\n会议纪要如下：\n一、关于供水\n会议要求，由市水务局牵头，4月底前完成。\n"
        "二、关于供电\n会议要求，由市供电局负责。\n"
    )
    assert [(b, d) for _, b, d in tasks(text)] == [("市水务局:lead", "4月底前"), ("市供电局:lead", "")]
