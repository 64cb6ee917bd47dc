"""Work that the words above it announce, though no title says that a plan follows."""

import pytest

import kjplan
from kjplan.parsing.front.kinds import leads_in_work

POINTS = "一是清理渠道。开展排查。二是修缮闸门。更换构件。三是加强巡护。每月一次。"


def test_points_that_a_paragraph_announces_are_tasks() -> None:
    plan = kjplan.parse(
        f"关于对巡查发现问题进行督办的函\n乙市政府：\n请你市督促有关单位做好以下工作：{POINTS}\n甲省水利厅\n2020年5月6日\n"
    )
    assert [m.title for m in plan.measures] == ["清理渠道", "修缮闸门", "加强巡护"]


@pytest.mark.parametrize(
    "words",
    [
        f"去年我市抓了几件事：{POINTS}",  # announced as nothing to be done
        f"去年我市开展了以下工作：{POINTS}",
        f"去年办好了10件民生实事。{POINTS}",
        "请做好以下工作：一是清理渠道。三是加强巡护。四是开展评估。",  # one is missing
        "请做好以下工作：一是清理渠道，二是修缮闸门，三是加强巡护。",  # points of one sentence
    ],
)
def test_points_of_a_paragraph_stay_its_words(words: str) -> None:
    plan = kjplan.parse(f"2020年水利工作要点\n一、重点任务\n（一）整治渠道。{words}\n（二）其他工作。加强管理。\n")
    assert [m.title for m in plan.measures] == ["整治渠道", "其他工作"]


def test_what_stands_below_announced_deeds_for_the_people_is_work() -> None:
    text = "今年我们继续认真办好十方面民生实事。\n1.医疗卫生方面。举办健康服务活动1000场。\n2.养老帮困方面。为残疾人适配辅具5000例。\n"
    plan = kjplan.parse(text)
    assert [t.indicator for m in plan.measures for t in m.targets] == ["健康服务活动", "辅具"]
    told = kjplan.parse(text.replace("今年我们继续认真办好十方面民生实事。", "有关情况摘录见下。"))
    assert told.measures == []


def test_what_stands_below_announced_goals_is_a_goal() -> None:
    text = "未来五年，努力实现以下3个方面主要目标。\n（一）产业转型取得进展。装机达到300万千瓦。\n（二）创新能力提升。投入增长10%以上。\n"
    plan = kjplan.parse(text)
    assert [t.indicator for g in plan.goals for t in g.targets] == ["装机", "投入"]
    assert plan.measures == []


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        (None, "请督促相关单位做好以下工作:", True),
        (None, "全力办好15件民生实事。", True),
        (None, "现将有关情况说明如下:", False),
        (None, "一年来主要做了以下工作:", False),
        (None, "去年办好了10件民生实事。", False),
        (None, "去年10件民生实事全部完成。", False),
        ("某市档案管理办法", "各单位做好以下工作:", False),
    ],
)
def test_leads(title: str | None, lead: str, expected: bool) -> None:
    assert leads_in_work(title, lead) is expected


def test_duties_show_that_work_is_shared_out_but_not_rules_in_articles() -> None:
    duties = ["区科委负责保障通讯。", "区卫健委负责救治伤员。", "区民政局负责安置群众。"]
    shared = "1.现场处置\n" + "".join(f"（{n}）{d}\n" for n, d in enumerate(duties, 1))
    assert [m.responsibility.bodies[0].name for m in kjplan.parse(shared).measures] == [
        "区科委",
        "区卫健委",
        "区民政局",
    ]
    articles = "第一章 总则\n" + "".join(f"第{n}条 {d}\n" for n, d in zip("一二三", duties, strict=True))
    assert kjplan.parse(articles).measures == []


def test_a_call_whose_title_was_not_copied_plans_nothing() -> None:
    call = "一、活动目的\n增进交流。\n二、参赛对象\n全市青年。\n三、报名方式\n网上报名。\n四、联系方式\n电话联系。\n"
    assert kjplan.parse(call).measures == []
    plan = call.replace(
        "二、参赛对象\n全市青年。\n三、报名方式\n网上报名。",
        "二、主要任务\n（一）建设赛场。新建2处。\n三、保障措施\n加强领导。",
    )
    assert "建设赛场" in [m.title for m in kjplan.parse(plan).measures]


@pytest.mark.parametrize(
    ("points", "measures"),
    [
        ("一是健全机制。（甲科牵头）二是联合执法。（乙科负责）", ["一", "二"]),
        ("一是健全机制。二是联合执法。（乙科负责）", ["九"]),
        ("一是健全机制（甲科除外）二是联合执法。（乙科负责）", ["九"]),
    ],
)
def test_points_that_each_say_who_answers_are_tasks(points: str, measures: list[str]) -> None:
    text = (
        f"2022年工作要点\n三、重点任务\n（九）开展整治。{points}\n（十）开展督查。全面排查。（各科室按职责分工负责）\n"
    )
    plan = kjplan.parse(text)
    assert [m.number for m in plan.measures] == [*measures, "十"]
    assert [body.role for body in plan.measures[-1].responsibility.bodies] == ["joint"]
    assert plan.measures[-2].responsibility.bodies[-1].name == "乙科"
