"""Whole documents whose goals or tasks were lost: measures in articles, lists of livelihood projects made public, letters that send plans
out, goals in the sentence that leads in, and questions as titles."""

import pytest

import kjplan
from kjplan.model import Plan, Section

ARTICLES = (
    "{title}\n为聚才引才，用3年时间，引进人才90名，制定本{kind}。\n"
    "第一条 支持平台。建设平台6个。{one}\n第二条 优化住房。筹集公寓80套。{two}\n第三条 附则。本{kind}自2024年5月1日起施行。\n"
)


def values(plan: Plan) -> list[str]:
    return [f"{t.value}{t.unit}" for t in plan.targets]


@pytest.mark.parametrize(
    ("title", "kind", "one", "two", "found"),
    [
        ("青山区支持人才的若干措施", "措施", "（责任单位：科技局）", "（责任单位：住建局）", ["90名", "6个", "80套"]),
        ("青山区支持人才的若干措施", "措施", "", "", []),
        ("青山区人才公寓管理办法", "办法", "", "", []),
    ],
    ids=["bodies are named", "no body", "rules by their title"],
)
def test_measures_in_articles_plan_where_bodies_are_named(
    title: str, kind: str, one: str, two: str, found: list[str]
) -> None:
    plan = kjplan.parse(ARTICLES.format(title=title, kind=kind, one=one, two=two))
    assert values(plan) == found
    assert (plan.extent == "none") is not bool(found)


POINTS = "1.新建书屋9间；\n2.改造路灯40盏；\n3.新增车位120个。\n"


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("经票决通过，现将2024年青山区十大民生实事项目公示如下：", 3),
        ("现将2023年民生实事项目完成情况公示如下：", 0),
        ("现将拟录用人员名单公示如下：", 0),
    ],
)
def test_livelihood_projects_that_are_made_public_are_tasks(lead: str, count: int) -> None:
    plan = kjplan.parse(f"青山区公示\n{lead}\n{POINTS}")
    assert len(plan.measures) == count


@pytest.mark.parametrize(
    ("title", "plans"),
    [
        ("关于印发2024年度管网改造实施计划的函", True),
        ("关于报送2024年度管网改造情况的函", False),
    ],
)
def test_a_letter_that_sends_a_plan_out_plans(title: str, plans: bool) -> None:
    text = f"{title}\n各县人民政府：\n2024年全市计划新建管网26公里，现将任务分解下达如下：\n一、加快进度。5月底前完成招标。\n二、强化督导。定期通报进度。\n某市水务局\n2024年3月1日\n"
    plan = kjplan.parse(text)
    assert len(plan.measures) == (2 if plans else 0)
    assert [str(t.value) for g in plan.goals for t in g.targets] == (["26"] if plans else [])


@pytest.mark.parametrize(
    ("lead", "goals", "measures"),
    [
        ("力争实现总收入增长8%、投资达到2亿元的目标，重点做好以下工作：", ["8", "2"], 2),
        ("2025年，重点抓好以下3项工作：", [], 2),
        ("2025年要实现的主要目标如下：", ["12", "15"], 0),
    ],
    ids=["goals and then work", "work alone", "goals"],
)
def test_goals_in_the_sentence_that_leads_in(lead: str, goals: list[str], measures: int) -> None:
    plan = kjplan.parse(f"青溪乡2025年工作计划\n{lead}\n一是抓产业。新建大棚12座。\n二是抓基础。硬化道路15公里。\n")
    assert [str(t.value) for g in plan.goals for t in g.targets] == goals
    assert len(plan.measures) == measures


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("《方案》的目标是什么？", "《方案》的目标是什么"),
        ("《方案》有哪些任务？", "《方案》有哪些任务"),
        ("还有谁没有完成任务？", None),
    ],
)
def test_a_question_may_be_a_title(first: str, title: str | None) -> None:
    plan = kjplan.parse(f"关于《青山区托育方案》的解读\n一、{first}\n到2025年，托位达到900个。\n二、背景\n做了调研。\n")
    assert next(plan.walk(Section)).title == title


def test_bounds_that_an_explanation_tells_are_goals() -> None:
    text = "关于《青山区托育方案》的解读\n一、总体目标\n到2025年，健全体系。托育方面：普惠托位占比不低于60%。\n二、背景\n做了调研。\n"
    assert values(kjplan.parse(text)) == ["60%"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("青山区关于做好2024年乡村振兴重点工作的实施意见", ["8600人"]),
        ("青山区关于加强务工人员管理的意见", []),
    ],
)
def test_opinions_on_the_work_of_a_year_commit_to_their_bounds(title: str, found: list[str]) -> None:
    text = f"{title}\n一、稳定务工\n（一）抓好监测。务工就业规模不低于8600人。\n（二）抓好帮扶。做好帮扶。\n二、加强领导\n加强领导。\n"
    assert values(kjplan.parse(text)) == found
