"""New entries in a text that is people's: what stands there stays, and branches merge."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kjplan.errors import PlanFileError
from kjplan.ledger.entries import Ledger
from kjplan.ledger.reading import read_ledger
from kjplan.ledger.writing import new_ledger, with_alias, with_entries
from kjplan.model import Plan
from tests.growth import call_growth

DONE = {"date": "2022-06-30", "words": "已开工"}
OWN = """# 我的台账
ledger_version: 1

tasks:   # 任务
    - id: M1
      was: 培育粮油企业
      # 牵头
      assigned:
        - lead: "市粮食局"   # 已商定

    # 第二项
    - id: M2
      was: 新建粮库
      progress:
      - date: 2022-03-31
        words: |-
          一库开工

          # 二库待定
"""


def reports(ledger: Ledger) -> list[tuple[str, list[str | None]]]:
    return [(task.id, [p.words for p in task.progress]) for task in ledger.tasks if task.progress]


def test_a_new_ledger_holds_every_goal_and_measure(plan: Plan) -> None:
    text = new_ledger(plan, "workplan_2022.yaml")
    assert text.startswith("# 某市2022年粮油工作要点: ledger, 台账 (kjplan ledger -h)\nledger_version: 1\n")
    assert [t.id for t in read_ledger(text, "l").tasks] == ["G1", "G2", "M1", "M2", "M3", "M4", "M5"]
    assert "- id: M1\n  was: 培育粮油企业\n  text: 新增粮油企业120家。\n- id: M2\n" in text


def test_order_comments_and_spelling_stay(plan: Plan) -> None:
    longer = with_entries(OWN, "l", [(0, "progress", DONE), (1, "progress", DONE), (1, "assigned", {"lead": "甲"})])
    lines = iter(longer.splitlines())
    assert all(line in lines for line in OWN.splitlines())  # each after the one before it
    assert reports(read_ledger(longer, "l")) == [("M1", ["已开工"]), ("M2", ["一库开工\n\n# 二库待定", "已开工"])]


entries = st.tuples(
    st.integers(0, 1),
    st.sampled_from(("assigned", "progress")),
    st.sampled_from(("已开工", "二库\n- 待定", "完成: 50%", "#")).map(
        lambda words: {"date": "2022-06-30", "words": words}
    ),
).map(lambda one: one if one[1] == "progress" else (one[0], "assigned", {"lead": one[2]["words"]}))


@given(st.lists(entries, max_size=6), st.sampled_from((OWN, OWN.replace("\n", "\r\n"), OWN.rstrip("\n"))))
def test_entries_all_at_once_say_what_they_would_one_by_one(added: list[Any], text: str) -> None:
    one_by_one = text
    for entry in added:
        one_by_one = with_entries(one_by_one, "l", [entry])
    together = with_entries(text, "l", added)
    assert yaml.safe_load(together) == yaml.safe_load(one_by_one)
    assert sorted(together.split()) == sorted(one_by_one.split())
    lines = iter(together.splitlines())
    assert all(line in lines for line in text.splitlines())


def test_of_many_entries_the_one_that_has_no_place_is_told() -> None:
    flow = OWN + "    - {id: M3, was: 甲, progress: [{date: 2022-01-01, words: 乙}]}\n"
    added: list[Any] = [(k % 2, "progress", DONE) for k in range(7)]
    added[4] = (2, "progress", {"date": "2022-06-30", "words": "没有位置"})
    with pytest.raises(PlanFileError) as caught:
        with_entries(flow, "l.yaml", added)
    assert "没有位置" in str(caught.value.tip)


def test_a_file_is_read_as_often_for_many_entries_as_for_one() -> None:
    tasks = "".join(f"- id: M{k}\n  was: 甲{k}\n" for k in range(1200))

    def work(n: int) -> Callable[[], object]:
        added: list[Any] = [(k, "progress", DONE) for k in range(n)]
        return lambda: with_entries(f"ledger_version: 1\ntasks:\n{tasks}", "l", added)

    assert call_growth(work, 200) < 4


def test_windows_line_ends_stay() -> None:
    longer = with_entries(OWN.replace("\n", "\r\n"), "l", [(1, "progress", DONE)])
    assert longer.count("\n") == longer.count("\r\n") == OWN.count("\n") + 2


def test_a_task_that_is_new_comes_to_the_end_once() -> None:
    task = {"id": "M3", "was": "抓好巡查"}
    longer = with_entries(OWN, "l", [(task, "progress", DONE), (task, "assigned", {"lead": "甲"})])
    assert [t.id for t in read_ledger(longer, "l").tasks] == ["M1", "M2", "M3"]
    assert with_entries("ledger_version: 1", "l", [(task, "progress", DONE)]).startswith("ledger_version: 1\ntasks:\n")


def test_what_is_written_otherwise_is_refused_and_said() -> None:
    flow = "ledger_version: 1\ntasks:\n- {id: M1, was: 甲, progress: [{date: 2022-01-01, words: 乙}]}\n"
    with pytest.raises(PlanFileError) as caught:
        with_entries(flow, "l.yaml", [(0, "progress", DONE)])
    assert "已开工" in str(caught.value.tip)


def test_an_alias_is_put_in_its_list() -> None:
    text = with_alias(with_alias(OWN, "l", {"name": "甲局", "also": ["乙局"]}), "l", {"name": "丙", "also": ["丁"]})
    ledger = read_ledger(text, "l")
    assert (ledger.canonical("乙局"), ledger.canonical("丁")) == ("甲局", "丙")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda words: words.strip() == words
)


@given(entries=st.lists(st.tuples(st.integers(0, 1), WORDS), min_size=1, max_size=6))
def test_any_words_come_back_as_they_were(entries: list[tuple[int, str]]) -> None:
    added: list[tuple[int | dict[str, Any], str, dict[str, Any]]] = [
        (at, "progress", {"date": "2022-06-30", "words": words}) for at, words in entries
    ]
    found = read_ledger(with_entries(OWN, "l", added), "l")
    for at in (0, 1):
        assert [p.words for p in found.tasks[at].progress][at:] == [words for n, words in entries if n == at]


def test_git_merges_what_two_people_enter_for_different_tasks(path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words],
            cwd=path.parent, check=True, capture_output=True,
        )  # fmt: skip

    def enter(*tasks: int) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(with_entries(text, "l", [(n, "progress", DONE) for n in tasks]), encoding="utf-8")

    try:
        git("init", "-q", "-b", "main")
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("git is absent")
    git("add", path.name)
    git("commit", "-qm", "一")
    git("checkout", "-qb", "other")
    enter(1, 3, 5)
    git("commit", "-qam", "二")
    git("checkout", "-q", "main")
    enter(0, 2, 4, 6)
    git("commit", "-qam", "三")
    git("merge", "-q", "other")
    assert [len(task.progress) for task in read_ledger(path.read_text(encoding="utf-8"), "l").tasks] == [1] * 7
