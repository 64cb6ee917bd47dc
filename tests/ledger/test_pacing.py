"""Each target of a plan with its reports: which count, by when they are due, and when a task is done early."""

from decimal import Decimal

import pytest

import kjplan
from kjplan.errors import KjplanError
from kjplan.ledger.pace_table import bar, records, summary, table
from kjplan.ledger.pacing import Pace, pace, paces
from kjplan.ledger.reading import read_ledger
from kjplan.model import Plan
from tests.ledger.conftest import MakeBook
from tests.ledger.days import day, facts


def row(book: MakeBook, id: str, tasks: str, on: str) -> Pace:
    return next(r for r in paces(book(tasks), day(on)) if r.id == id)


ONE = "tasks:\n- id: M1\n  was: 培育粮油企业\n  progress:\n"
FACTORIES = (
    ONE + "  - {date: 2022-03-31, value: 30}\n  - {date: 2022-06-30, value: 60}\n  - {date: 2022-10-31, value: 120}\n"
)


def test_of_an_empty_ledger_everything_is_unreported(book: MakeBook) -> None:
    rows = paces(book("tasks: []"), day("2022-06-30"))
    assert [(r.id, r.status) for r in rows] == [
        ("G1.1", "not_reported"),
        ("G2.1", "not_reported"),
        ("M1.1", "not_reported"),
        ("M2.1", "not_reported"),
        ("M2.2", "not_reported"),
        ("M3", "no_figure"),
        ("M4.1", "not_reported"),
        ("M5", "no_figure"),
    ]
    assert [r.expected for r in rows[:5]] == [Decimal(300), Decimal(65), Decimal(60), Decimal(12), Decimal(5)]


@pytest.mark.parametrize(
    ("on", "actual", "status"),
    [
        ("2022-03-30", None, "not_reported"),
        ("2022-03-31", 30, "on_pace"),
        ("2022-05-31", 30, "behind"),
        ("2022-06-30", 60, "on_pace"),
        ("2022-10-31", 120, "done_early"),
        ("2023-01-31", 120, "done_early"),
    ],
)
def test_the_last_report_by_that_day_counts(book: MakeBook, on: str, actual: int | None, status: str) -> None:
    found = row(book, "M1.1", FACTORIES, on)
    assert facts(found, "actual status") == [actual, status]


def test_done_in_the_last_month_is_not_early(book: MakeBook) -> None:
    late = ONE + "  - {date: 2022-12-10, value: 130}\n"
    assert row(book, "M1.1", late, "2022-12-31").status == "done"
    shrank = FACTORIES + "  - {date: 2022-11-30, value: 119}\n  - {date: 2022-12-31, value: 120}\n"
    assert row(book, "M1.1", shrank, "2022-12-31").status == "done"  # not since October: it was less in between


def test_of_one_day_the_last_entry_counts(book: MakeBook) -> None:
    assert row(book, "M1.1", FACTORIES + "  - {date: 2022-06-30, value: 61}\n", "2022-06-30").actual == 61


def test_a_task_has_the_schedule_of_its_deadline(book: MakeBook) -> None:
    assigned = FACTORIES + "  assigned:\n  - {due: 6月底前}\n"
    found = row(book, "M1.1", assigned, "2022-03-31")
    assert facts(found, "due share expected status") == [day("2022-06-30"), 50, 60, "behind"]
    assert facts(found, "overdue due_soon") == [False, False]
    assert row(book, "M1.1", assigned, "2022-06-01").due_soon and not row(book, "M1.1", assigned, "2022-05-30").due_soon
    assert not row(book, "M1.1", assigned, "2022-06-30").overdue and row(book, "M1.1", assigned, "2022-07-01").overdue
    assert not row(book, "M1.1", assigned, "2022-10-31").overdue  # it is done


def test_a_deadline_of_the_plan_counts_until_another_is_assigned(book: MakeBook) -> None:
    assert row(book, "M3", "tasks: []", "2022-07-01").overdue
    later = "tasks:\n- {id: M3, was: 抓好巡查, assigned: [{due: 长期推进}]}\n"
    assert not row(book, "M3", later, "2022-07-01").overdue
    done = "tasks:\n- {id: M3, was: 抓好巡查, progress: [{date: 2022-05-31, percent: 100}]}\n"
    assert (row(book, "M3", done, "2022-07-01").status, row(book, "M3", done, "2022-07-01").overdue) == (
        "done_early",
        False,
    )


def test_only_what_has_a_number_or_a_deadline_is_overdue_at_the_end(book: MakeBook) -> None:
    rows = {r.id: r.overdue for r in paces(book("tasks: []"), day("2023-01-01"))}
    assert rows["M1.1"] and not rows["M5"]


def test_a_start_value_is_one_of_the_target(book: MakeBook) -> None:
    tasks = (
        "tasks:\n- id: G2\n  was: 粮库机械化覆盖率达到65%\n  assigned: [{baseline: 53}]\n"
        "  progress: [{date: 2022-06-30, value: 60}]\n"
    )
    found = row(book, "G2.1", tasks, "2022-06-30")
    assert facts(found, "baseline expected rate status") == [53, 59, Decimal("58.3"), "ahead"]
    bare = row(book, "G2.1", tasks.replace("baseline: 53", "lead: 甲"), "2022-06-30")
    assert facts(bare, "expected rate status") == [65, Decimal("92.3"), "behind"]


def test_a_unit_is_turned_into_the_target_s(book: MakeBook) -> None:
    tasks = "tasks:\n- {id: G1, was: 粮食产量达到600万吨, progress: [{date: 2022-06-30, value: 3100000, unit: 吨}]}\n"
    assert facts(row(book, "G1.1", tasks, "2022-06-30"), "actual status") == [310, "ahead"]
    wrong = row(book, "G1.1", tasks.replace("吨}", "头}"), "2022-06-30")
    assert wrong.status == "not_reported" and wrong.problem is not None and "单位应为万吨" in wrong.problem


def test_a_measure_that_restates_a_goal_reports_for_it() -> None:
    plan = kjplan.parse(
        "甲市2022年工作要点\n一、主要目标\n1.新增粮油企业120家。\n二、重点任务\n1.培育。全年新增粮油企业120家以上。\n"
    )
    assert plan.measures[0].targets[0].restates == "G1.1"
    ledger = read_ledger(
        "ledger_version: 1\ntasks:\n- {id: M1, was: 培育, progress: [{date: 2022-06-30, value: 60}]}\n", "l"
    )
    goal, measure = pace(plan, ledger, day("2022-06-30"))
    assert [facts(row, "actual source") for row in (goal, measure)] == [[60, "M1.1"], [60, None]]


def test_a_percentage_of_a_task_is_one_of_its_only_target(book: MakeBook) -> None:
    tasks = ONE + "  - {date: 2022-06-30, percent: 40}\n"
    found = row(book, "M1.1", tasks, "2022-06-30")
    assert facts(found, "rate actual expected status") == [40, None, 60, "behind"]


def test_a_plan_for_three_years_has_their_schedule() -> None:
    plan = kjplan.parse("甲市2021—2023年行动方案\n一、重点任务\n1.培育。新增粮油企业120家。\n")
    assert facts(plan, "year year_end") == [2021, 2023]
    (found,) = pace(plan, read_ledger("ledger_version: 1", "l"), day("2022-06-30"))
    assert facts(found, "share expected") == [50, 60]


def test_a_plan_without_a_year_has_no_pace(plan: Plan) -> None:
    with pytest.raises(KjplanError, match="没有年份"):
        pace(Plan(), read_ledger("ledger_version: 1", "l"), day("2022-06-30"))


@pytest.mark.parametrize(
    ("rate", "share", "drawn"),
    [
        ("0", "0", "|............"),
        ("50", "50", "######|......"),
        ("48", "91.7", "#####......|."),
        ("130", "100", "############|"),
        (None, "50", ""),
    ],
)
def test_a_bar_has_a_mark_where_it_should_be(rate: str | None, share: str, drawn: str) -> None:
    assert bar(None if rate is None else Decimal(rate), Decimal(share)) == drawn


def test_who_leads_goes_by_the_name_to_show(book: MakeBook) -> None:
    named = "aliases: [{name: 市粮食和储备局, also: [市粮食局, 市粮储局]}]\n"
    rows = {
        r.id: r.lead
        for r in paces(book(named + FACTORIES + "  assigned: [{lead: 市粮储局、市商务局}]\n"), day("2022-06-30"))
    }
    assert (rows["M1.1"], rows["M3"], rows["M5"]) == ("市粮食和储备局、市商务局", "市粮食和储备局", None)


def test_for_people_and_for_programs(book: MakeBook) -> None:
    rows = paces(book(FACTORIES + "  assigned: [{lead: 市粮食局}]\n"), day("2022-06-30"))
    shown = table(rows)
    assert [c.heading for c in shown.columns][:3] == ["编号", "任务（指标）", "目标值"]
    assert shown.rows[2][4:9] == ["60", "60", "50%", "######|......", "达进度"]
    record = records(rows)[2]
    assert record["as_of"] == "2022-06-30" and record["status"] == "on_pace" and record["lead"] == "市粮食局"
    assert "bar" not in [c.key for c in table(rows, bars=False).columns]
    assert summary(rows) == "达进度 1 · 无量化指标 2 · 未报送 5 · 临近时限 1"
