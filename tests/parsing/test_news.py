"""News that tells of a plan: only the goals that it tells of; with numbered tasks all of them; and what only looks like it."""

import pytest

from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text

NAME = "《青岚市水利发展行动计划（2024—2026年）》"
GOALS = "到2026年，农村自来水普及率达到95%，新建泵站50座。"


def read(text: str) -> Plan:
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    return parsed.plan


def values(plan: Plan) -> list[str]:
    return [f"{t.value}{t.unit}" for goal in plan.goals for t in goal.targets]


@pytest.mark.parametrize(
    "opening",
    [
        f"近日，青岚市政府办公室印发{NAME}，提出{GOALS}",
        f"日前，青岚市出台{NAME}。《行动计划》明确，{GOALS}",
        f"本报讯（记者 某甲）记者从市水利局获悉，青岚市发布了{NAME}，力争{GOALS}",
        f"青岚市水利局25日发布{NAME}。\n《行动计划》要求，{GOALS}",
    ],
)
def test_the_goals_that_it_tells_of(opening: str) -> None:
    plan = read(opening + "\n")
    assert (plan.extent, plan.year, plan.year_end) == ("goals", 2024, 2026)
    assert values(plan) == ["95%", "50座"]
    assert [d.code for d in plan.diagnostics if d.code in ("news-of-a-plan", "not-a-plan")] == ["news-of-a-plan"]


def test_what_was_done_and_headlines_are_none_and_later_sentences_go_on() -> None:
    plan = read(
        "到2026年青岚市自来水普及率达95%\n"
        f"近日，青岚市印发{NAME}，提出{GOALS}水源地实现监测，改造管网80公里。截至今年6月，全市共建成泵站30座。\n"
    )
    assert values(plan) == ["95%", "50座", "80公里"]


@pytest.mark.parametrize(
    "text",
    [
        f"近日，青岚市召开会议，听取{NAME}编制情况，提出要加快进度，到2026年完成投资5亿元。\n",
        f"青岚市印发的{NAME}提出，{GOALS}\n",
        f"近日，青岚市印发{NAME}。市民反响热烈，已有300人报名。\n",
        "近日，青岚市印发《青岚市水利志》，提出到2026年，自来水普及率达到95%。\n",
        f"市水利局：\n你局《请示》收悉。近日，青岚市印发{NAME}，提出{GOALS}\n",
        f"青岚市水利局关于{NAME}的批复\n近日，青岚市印发{NAME}，提出{GOALS}\n",
    ],
    ids=["heard of, not brought out", "only named", "nothing asked", "a book", "an answer", "a reply by its title"],
)
def test_what_is_no_news_of_a_plan(text: str) -> None:
    plan = read(text)
    assert plan.extent == "none"
    assert plan.goals == []
    assert "news-of-a-plan" not in [d.code for d in plan.diagnostics]


def test_news_without_goals_is_no_plan() -> None:
    plan = read(f"近日，青岚市印发{NAME}，提出要加强领导，完善制度。\n")
    assert plan.extent == "none"
    codes = {d.code for d in plan.diagnostics}
    assert "not-a-plan" in codes
    assert "news-of-a-plan" not in codes


def test_numbered_tasks_in_news_are_measures() -> None:
    told = f"近日，青岚市印发{NAME}，部署了以下工作，明确了各方责任。\n"
    tasks = "一、抓好建设\n（一）兴建泵站。新建泵站50座。\n（二）兴修管网。改造管网80公里。\n"
    plan = read(told + tasks)
    assert plan.extent == "full"
    assert [(m.title, [str(t.value) for t in m.targets]) for m in plan.measures] == [
        ("兴建泵站", ["50"]),
        ("兴修管网", ["80"]),
    ]


MEETING = "5月6日，全县水利工作会议召开。会议总结2024年工作，部署2025年任务。2024年，全县新建泵站12座。\n"


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        ("会议明确，2025年全县水利工作的主要目标是：自来水普及率达到92%；新建泵站15座。\n", ["92%", "15座"]),
        ("2025年，全县水利工作将实现以下目标：自来水普及率达到92%。\n", ["92%"]),
        ("会议强调，要加快进度，完成投资5亿元。\n", []),
        ("会议指出，2024年的目标任务全面完成，自来水普及率达到92%。\n", []),
    ],
    ids=["set", "to be reached", "only asked for", "reached"],
)
def test_news_of_a_meeting_tells_the_goals_that_it_sets(told: str, goals: list[str]) -> None:
    plan = read("全县水利工作会议召开\n" + MEETING + told + "各乡镇负责同志参加会议。\n")
    assert values(plan) == goals
    assert (plan.extent, plan.measures) == ("goals" if goals else "none", [])
    assert plan.year == (2025 if goals else plan.year)


def test_a_plan_of_a_meeting_is_no_news() -> None:
    plan = read(
        "2025年全县水利工作要点\n" + MEETING + "2025年的主要目标是：新建泵站15座。\n一、加快建设。新建泵站15座。\n"
    )
    assert [m.title for m in plan.measures] == ["加快建设"]
    assert "news-of-a-plan" not in [d.code for d in plan.diagnostics]


EXPLAINED = (
    "一、编制背景\n到2020年，全市已建成泵站30座。\n二、主要内容\n"
    "（一）总体要求。明确了发展目标。到2026年，农村自来水普及率达到95%；新建泵站50座。\n（二）主要任务。部署了6个方面20项任务。\n"
)


@pytest.mark.parametrize(
    ("title", "goals"),
    [
        (f"{NAME}政策解读", ["95%", "50座"]),
        (f"【文字解读】关于{NAME}的解读", ["95%", "50座"]),
        ("《青岚市供水管理办法》政策解读", []),
    ],
    ids=["a plan", "in brackets", "rules"],
)
def test_what_explains_a_plan_tells_its_goals(title: str, goals: list[str]) -> None:
    plan = read(f"{title}\n{EXPLAINED}")
    assert values(plan) == goals
    assert (plan.extent, plan.measures) == ("goals" if goals else "none", [])
