"""Reports: those that lay a plan before a congress plan something, others tell; both have a title."""

import pytest

import kjplan

WORK = "一、2023年执行情况\n新建码头2座。\n二、2024年主要目标\n货运量增长6%。\n三、2024年主要任务\n（一）建设码头。新建码头5座。\n"


@pytest.mark.parametrize(
    "title",
    [
        "关于青岚市2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告",
        "关于2023年财政预算执行情况和2024年财政预算（草案）的报告",
        "青岚市2023年计划执行情况和2024年计划草案报告",
    ],
)
def test_a_draft_plan_laid_before_a_congress_is_a_plan(title: str) -> None:
    plan = kjplan.parse(f"{title}\n青岚市发展和改革委员会\n各位代表：\n现将计划草案提请大会审议。\n{WORK}")
    assert (plan.title, plan.year, plan.extent) == (title, 2024, "full")
    assert [g.text for g in plan.goals] == ["货运量增长6%"]
    assert [str(t.value) for m in plan.measures for t in m.targets] == ["5"]


@pytest.mark.parametrize("kind", ["港口信用专项监管", "港口统计", "整改", "预算执行监督"])
def test_a_report_on_what_was_plans_nothing_and_has_a_title(kind: str) -> None:
    told = "为加强港口监管，2023年2月至6月开展了监管，形成本报告。\n一、基本情况\n监管在9个省开展。\n二、监管意见\n（一）加强管理。\n"
    plan = kjplan.parse(f"2023年度{kind}报告\n监管公告﹝2023﹞第1号\n{told}")
    assert (plan.title, plan.extent) == (f"2023年度{kind}报告", "none")
    assert plan.document.document_number == "监管公告﹝2023﹞第1号"


def test_a_report_of_another_kind_is_judged_by_its_parts() -> None:
    plan = kjplan.parse(f"青岚市港口发展报告\n{WORK}")
    assert (plan.title, plan.extent, len(plan.goals)) == ("青岚市港口发展报告", "full", 1)


def test_a_sentence_that_ends_in_report_is_no_title() -> None:
    assert (
        kjplan.parse("现将2023年工作情况作如下报告。\n一、建设码头\n新建码头5座。\n二、改造泵站\n改造泵站3座。\n").title
        is None
    )


JOINED = (
    "政府工作报告\n一、2023年工作回顾\n去年新建粮库10座。\n二、2024年工作总体部署{}粮食总产量增长5%，新建粮库12座。\n"
    "三、2024年重点工作\n（一）建好粮库\n新建粮库12座。\n（二）管好粮食\n完善制度。\n"
)


def test_a_part_on_one_line_that_states_goals_is_no_task() -> None:
    plan = kjplan.parse(JOINED.format("今年面临的形势复杂。今年发展的主要预期目标是："))
    assert [str(t.value) for g in plan.goals for t in g.targets] == ["5", "12"]
    assert [m.title for m in plan.measures] == ["建好粮库", "管好粮食"]


def test_one_that_states_none_is_a_task() -> None:
    plan = kjplan.parse(JOINED.format("。各县要抓好生产，"))
    assert [m.title for m in plan.measures] == ["2024年工作总体部署", "建好粮库", "管好粮食"]
