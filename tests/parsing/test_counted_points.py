"""Points with a figure each that stand one behind the other on a line of their own."""

import pytest

import kjplan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.parsing.lines.counted_points import counted_points
from kjplan.reading import from_text
from kjplan.reading.text import fold

HEAD = "青岚县2025年工作要点\n一、主要目标\n"
REST = "\n二、重点任务\n（一）建设码头。\n"


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("1.新建泵站3座；2.改造管网5公里；3.管网覆盖率达到60%。", ["1", "2", "3"]),
        ("1. 新建泵站3座； 2. 改造管网5公里。", ["1", "2"]),
        ("1、新建泵站3座。2、改造管网5公里。", ["1", "2"]),
        ("（1）新建泵站3座；（2）改造管网5公里；（3）产值翻番。", ["1", "2", "3"]),
        ("①新建泵站3座；②改造管网5公里。", ["①", "②"]),
        ("1.新建泵站3座；\n2.改造管网5公里；3.管网覆盖率达到60%。", ["1", "2", "3"]),
    ],
)
def test_goals_of_one_line_are_goals_of_their_own(line: str, numbers: list[str]) -> None:
    source = from_text(HEAD + line + REST)
    parsed = parse_source(source)
    assert partition_faults(source.text, parsed.leaves) == []
    goals = parsed.plan.goals
    assert [goal.number for goal in goals] == numbers
    assert all(len(goal.targets) == 1 for goal in goals)
    again = kjplan.parse(kjplan.render(parsed.plan))
    assert [(goal.number, goal.text) for goal in again.goals] == [(goal.number, goal.text) for goal in goals]


@pytest.mark.parametrize(
    "line",
    [
        "1.建设泵站；2.改造管网。",  # points of a sentence
        "1.新建泵站3座；3.改造管网5公里。",  # a number is missing
        "1.新建泵站3座，2.改造管网5公里。",  # no clause ends there
        "1.新建泵站3座；2.5公里管网改造完成。",  # 2.5 is a figure
        "1.新建泵站3座；(2)改造管网5公里。",  # another kind of number
        "新建泵站3座；2.改造管网5公里。",  # no point first
        "1.新建泵站3座；2." + "改造管网" * 30 + "5公里。",  # a paragraph
    ],
)
def test_other_lines_stay_whole(line: str) -> None:
    assert counted_points(fold(line), 0, len(line)) == []
