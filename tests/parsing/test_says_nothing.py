"""Headings, rows and items without a letter, a character or a digit are no task and no goal; what they hold is kept."""

import pytest

from kjplan.model import Goal, Measure
from kjplan.output.notice_text import render
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.parsing.parse import Parsed
from kjplan.reading import from_text
from kjplan.reading.text import SAYS

MUTE = ["；", "—", "——", "……", "□", "★", "***", "/", "。。", "①□…"]
"""The last of them says no more: its number is a marker."""


def _parsed(text: str) -> Parsed:
    parsed = parse_source(from_text(text))
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    return parsed


def _tasks(text: str) -> list[str]:
    found = _parsed(text).plan.walk(Measure)
    assert all(SAYS.search(f"{m.title or ''}{m.text}") for m in found)
    return [f"{m.title or m.text}" for m in _parsed(text).plan.walk(Measure)]


@pytest.mark.parametrize("mute", MUTE)
@pytest.mark.parametrize("marker", ["（二）", "2.", "二是", "②", "2．"])
def test_headings(marker: str, mute: str) -> None:
    one, three = (
        marker.replace("二", "一").replace("2", "1").replace("②", "①"),
        marker.replace("二", "三").replace("2", "3").replace("②", "③"),
    )
    text = f"某市2024年工作要点\n一、重点任务\n{one}建设平台。\n{marker}{mute}\n{three}引进人才。\n"
    assert not [t for t in _tasks(text) if not SAYS.search(t)]


@pytest.mark.parametrize("mute", MUTE[:-1])
def test_the_headings_beside_are_tasks_all_the_same(mute: str) -> None:
    assert _tasks(f"某市2024年工作要点\n一、重点任务\n1.{mute}\n2.建设平台。\n3.R&D投入达到3%。\n") == [
        "建设平台",
        "R&D投入达到3%",
    ]
    assert _tasks(f"某市2024年工作要点\n一、重点任务\n建设平台。\n{mute}\n引进人才。\n") == ["建设平台", "引进人才"]


@pytest.mark.parametrize("mute", MUTE[:-1])
@pytest.mark.parametrize("bar", ["\t", " | "])
def test_rows(mute: str, bar: str) -> None:
    rows = [("序号", "工作任务", "责任单位"), ("1", mute, "市科技局"), ("2", "建设平台", "市教育局")]
    lines = "\n".join(bar.join(row) for row in rows)
    for head in ("某市2024年工作要点\n一、重点任务\n", "某市2024年任务分解表\n"):
        assert _tasks(f"{head}{lines}\n") == ["建设平台"]


@pytest.mark.parametrize("mute", [*MUTE[:-1], "- ；", "• …"])
def test_goals(mute: str) -> None:
    for text in (f"{mute}\n产值增长5%。\n", f"1.{mute}\n2.产值增长5%。\n"):
        plan = _parsed("某市2024年工作要点\n一、主要目标\n" + text).plan
        assert [g.text for g in plan.walk(Goal)] == ["产值增长5%"]


def test_a_heading_of_a_mark_alone_is_the_part_of_what_stands_below() -> None:
    plan = _parsed("某市2024年工作要点\n一、重点任务\n（一）——\n加强平台建设。\n（二）引进人才。\n").plan
    assert [(m.id, m.title) for m in plan.walk(Measure)] == [("M1.1-1", "加强平台建设"), ("M2", "引进人才")]


def test_one_letter_says_something() -> None:
    assert _tasks("某市2024年工作要点\n一、重点任务\n1.X\n2.5\n3.甲\n4.推进建设。\n")[-1] == "推进建设"
    assert SAYS.search("_") is None
    assert SAYS.search("——一") is not None


def test_the_cross_that_closes_a_window_is_the_pages() -> None:
    end = "收藏\n|\n分享到:\n分享到微信\n×\n相关文档："
    text = f"某市2024年工作要点\n一、重点任务\n建设平台。新建10家。\n引进人才。引进5人。\n{end}\n"
    assert _tasks(text) == ["建设平台", "引进人才"]
    crossed = text.replace("引进人才。引进5人。", "建设数据要素×平台。")
    assert _tasks(crossed) == ["建设平台", "建设数据要素×平台"]


@pytest.mark.parametrize("mute", MUTE[:-1])
def test_what_is_rendered_holds_the_same_tasks(mute: str) -> None:
    plan = _parsed(f"某市2024年工作要点\n一、重点任务\n建设平台。新建10家。\n{mute}\n引进人才。引进5人。\n").plan
    again = parse_source(from_text(render(plan))).plan
    assert [m.title for m in again.walk(Measure)] == [m.title for m in plan.walk(Measure)] == ["建设平台", "引进人才"]
