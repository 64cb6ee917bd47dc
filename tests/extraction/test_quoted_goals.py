"""Figures in quotation marks are those of the goals that are named behind them, and else no prose of the text."""

import pytest

import kjplan


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("实现“引进人才达到2000名左右，人才贡献率达到40%”的发展目标，建设人才港。", ["2000", "40"]),
        ("实施“满意率达到90%”的口碑工程。", []),
        ("推进“三个100%”的建设目标落实。", []),
    ],
)
def test_goals_in_quotation_marks(words: str, figures: list[str]) -> None:
    plan = kjplan.parse(f"甲市人才工作实施意见\n一、总体目标\n{words}\n二、重点任务\n1.平台。加强建设。\n")
    assert [str(t.value) for goal in plan.goals for t in goal.targets] == figures
