"""What a rule asks in a case, and what once was: no target and no duty; their nearest neighbours are."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("如受理案件超过100件，应当及时报告。", 0),
        ("若办理时间超过20天，须说明理由。", 0),
        ("受理案件超过100件，应当及时报告。", 1),
        ("如期受理案件超过100件，应当及时报告。", 1),
        ("若干平台受理案件超过100件。", 1),
    ],
)
def test_a_figure_of_a_case(text: str, count: int) -> None:
    assert len(find_targets(passage(text), year=2025, committed=False)) == count


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("如由市财政局负责审核，应当公开。", False),
        ("例如由市财政局负责审核。", False),
        ("曾由市教育局牵头管理学校。", False),
        ("由市财政局负责审核，结果公开。", True),
        ("某市由市教育局牵头管理学校。", True),
    ],
)
def test_a_duty_of_a_case(text: str, named: bool) -> None:
    assert find_responsibility([passage(text)]).stated is named
