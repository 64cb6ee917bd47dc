"""Entries follow their task by content through a plan that was amended, and what has no place is reported."""

import kjplan
from kjplan.ledger.book import Book
from kjplan.ledger.history import happened
from kjplan.ledger.placing import find_target, target_name
from kjplan.ledger.reading import read_ledger
from kjplan.ledger.writing import new_ledger, with_entries
from kjplan.model import Plan
from tests.ledger.conftest import MakeBook

DONE = {"date": "2022-06-30", "words": "已报"}


def test_in_the_same_plan_everything_is_where_it_was(plan: Plan) -> None:
    book = Book(plan, read_ledger(new_ledger(plan, "p"), "l"))
    assert [(p.how, p.node and p.node.id == p.task.id) for p in book.placed] == [("same", True)] * 7
    assert not book.lost


def test_in_an_amended_plan_every_task_follows_its_words(plan: Plan, amended: Plan) -> None:
    text = with_entries(new_ledger(plan, "p"), "l", [(n, "progress", DONE) for n in range(7)])
    book = Book(amended, read_ledger(text, "l"))
    assert [(p.task.id, p.how, p.node and p.node.id) for p in book.placed] == [
        ("G1", "same", "G1"),
        ("G2", "same", "G2"),
        ("M1", "moved", "M2"),
        ("M2", "moved", "M3"),
        ("M3", "moved", "M4"),
        ("M4", "moved", "M5"),
        ("M5", "lost", None),
    ]
    assert [(lost.task.id, lost.reason) for lost in book.lost] == [("M5", "task")]
    assert sum(len(s.progress) for s in book) == 6
    assert [(e.id, e.state) for e in happened(book, lost=True)] == [("M5", "task")]


def test_a_task_with_other_words_is_placed_by_likeness_and_marked(book: MakeBook) -> None:
    found = book("tasks:\n- {id: M1, was: 大力培育粮油龙头企业, text: 全年新增规上粮油企业120家}\n")
    assert [(p.how, p.node and p.node.id) for p in found.placed] == [("alike", "M1")]
    assert [p.task.id for p in found.alike] == ["M1"]


def test_what_is_like_nothing_is_lost_and_kept(book: MakeBook) -> None:
    found = book("tasks:\n- {id: M1, was: 举办马拉松比赛, progress: [{date: 2022-06-30, words: 已办}]}\n")
    assert [p.node for p in found.placed] == [None]
    assert [(lost.reason, lost.task.was) for lost in found.lost] == [("task", "举办马拉松比赛")]


def test_an_id_never_decides_against_the_words(book: MakeBook) -> None:
    found = book("tasks:\n- {id: M1, was: 控制损耗}\n")
    assert [(p.how, p.node and p.node.id) for p in found.placed] == [("moved", "M4")]


def test_a_title_that_another_text_says_again_is_still_the_title() -> None:
    plan = kjplan.parse("甲市2022年工作要点\n一、重点任务\n1.总结。认真做好新建粮库的总结。\n2.新建粮库。建成三座。\n")
    found = Book(plan, read_ledger("ledger_version: 1\ntasks:\n- {id: M9, was: 新建粮库}\n", "l"))
    assert [(p.how, p.node and p.node.id) for p in found.placed] == [("moved", "M2")]


def test_a_target_is_named_by_words(plan: Plan) -> None:
    measure = plan.measures[1]
    new, more = measure.targets
    assert (target_name(measure, new), target_name(measure, more)) == ("新建粮库", "扩建粮库")
    assert find_target(measure, "新建粮库") is new and find_target(measure, "扩建粮库") is more
    assert find_target(measure, "粮库24座") is new and find_target(measure, "粮库10座") is more
    assert find_target(measure, "粮库") is None and find_target(measure, "水库") is None


def test_a_target_that_was_raised_is_the_target(amended: Plan) -> None:
    measure = amended.measures[2]
    found = find_target(measure, "新建粮库")
    assert found is not None and found.value == 30


def test_of_two_targets_with_one_verb_the_number_is_in_the_name() -> None:
    (measure,) = kjplan.parse("甲市2022年工作要点\n一、重点任务\n1.粮库。新建粮库3座，其中年内新建粮库2座。\n").measures
    names = [target_name(measure, t) for t in measure.targets]
    assert names == ["粮库3座", "粮库2座"]
    assert [find_target(measure, name) for name in names] == measure.targets


def test_a_target_that_is_gone_is_reported(book: MakeBook) -> None:
    found = book(
        "tasks:\n- id: M1\n  was: 培育粮油企业\n  progress:\n"
        "  - {date: 2022-06-30, target: 粮油企业, value: 60}\n  - {date: 2022-06-30, target: 油罐, value: 3}\n"
    )
    assert [(lost.reason, lost.entry and lost.entry.target) for lost in found.lost] == [("target", "油罐")]


def test_a_number_that_could_be_of_two_targets_is_of_none(book: MakeBook) -> None:
    found = book("tasks:\n- {id: M2, was: 新建粮库, progress: [{date: 2022-06-30, value: 3}]}\n")
    assert [lost.reason for lost in found.lost] == ["target"]


def test_a_part_whose_words_are_gone_is_reported(book: MakeBook) -> None:
    found = book(
        "tasks:\n- id: M3\n  was: 抓好巡查\n  assigned:\n  - {part: 每季度开展一次, lead: 甲}\n  - {part: 每月, lead: 乙}\n"
    )
    assert [(lost.reason, lost.entry and lost.entry.part) for lost in found.lost] == [("part", "每月")]
    assert [a.given["lead"] for a in found.standings["M3"].parts()] == ["甲"]


def test_two_tasks_of_one_measure_are_one(book: MakeBook) -> None:
    """As git leaves them when two branches both added the task."""
    one = "- {id: M1, was: 培育粮油企业, progress: [{date: 2022-0%d-01, words: 甲}]}\n"
    found = book("tasks:\n" + one % 7 + one % 6)
    assert [r.date.month for r in found.standings["M1"].reports()] == [6, 7]
