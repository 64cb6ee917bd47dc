"""By when, in documents that speak of two years, and of months right before what is done; each with its nearest neighbour.
All texts are invented."""

from datetime import date

import pytest

import kjplan
from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage

PLAN_OF_2024 = [
    # issued in November 2023: steps in their order, and years said from the day of issue
    ("11月底前完成自查，2月底前完成整改。", date(2023, 11, 8), ["2023-11-30", "2024-02-29"]),
    ("12月底前完成自查，2024年3月底前完成整改。", date(2023, 11, 8), ["2023-12-31", "2024-03-31"]),
    ("12月底前完成3座，其中2月底前完成1座。", date(2023, 11, 8), ["2024-12-31", "2024-02-29"]),
    ("12月底前完成自查，6月底前完成整改。", date(2023, 11, 8), ["2024-12-31", "2024-06-30"]),
    ("12月底前完成自查。", date(2023, 11, 8), ["2024-12-31"]),
    ("10月底前完成自查，2月底前完成整改。", date(2023, 11, 8), ["2024-10-31", "2024-02-29"]),
    ("明年2月底前完成自查。", date(2023, 11, 8), ["2024-02-29"]),
    ("年底前完成自查，明年2月底前完成整改。", date(2023, 11, 8), ["2023-12-31", "2024-02-29"]),
    ("年底前完成自查，2月底前完成一半。", date(2023, 11, 8), ["2024-12-31", "2024-02-29"]),
    ("次年1月完成自查。", date(2023, 11, 8), ["2025-01-31"]),
    # issued in its own year
    ("明年2月底前完成自查。", date(2024, 3, 8), ["2025-02-28"]),
    ("12月底前完成自查，2月底前完成整改。", date(2024, 11, 8), ["2024-12-31", "2025-02-28"]),
    ("2月底前完成自查。", date(2024, 11, 8), ["2024-02-29"]),
    ("12月底前完成自查，2月底前完成整改。", date(2024, 1, 8), ["2024-12-31", "2024-02-29"]),
]


@pytest.mark.parametrize(("text", "written", "expected"), PLAN_OF_2024)
def test_days_of_a_plan_of_2024(text: str, written: date, expected: list[str]) -> None:
    assert [d.date for d in find_deadlines(passage(text), 2024, written)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1月底前完成自查。", "2024-01-31"),
        ("12月底前完成自查。", "2023-12-31"),
        ("11月20日前完成自查。", "2023-11-20"),
        ("9月底前完成自查。", "2023-09-30"),
    ],
)
def test_a_notice_of_december_that_names_no_year(text: str, expected: str) -> None:
    assert [d.date for d in find_deadlines(passage(text), 2023, date(2023, 12, 8), dated=True)] == [expected]


def test_targets_are_due_on_the_days_of_their_deadlines() -> None:
    plan = kjplan.parse(
        "丙市2024年防汛工作要点\n（2023年11月8日）\n一、重点任务\n（一）建设泵站。12月底前完成设计，明年3月底前新建泵站5座。\n（二）加强值守。落实责任。\n"
    )
    [measure, _] = plan.measures
    assert [(d.text, d.date) for d in measure.due] == [("12月底前", "2023-12-31"), ("明年3月底前", "2024-03-31")]
    assert [(t.indicator, t.due) for t in measure.targets] == [("泵站", "2024-03-31")]


@pytest.mark.parametrize(
    ("text", "indicator", "due"),
    [
        ("6月底新建泵站5座。", "泵站", "2022-06-30"),
        ("6月份改造管网20公里。", "管网", "2022-06-30"),
        ("9月改造管网20公里。", "管网", "2022-09-30"),
        ("8月上旬种植油菜3万亩。", "油菜", "2022-08-10"),
        ("明年3月底前新建泵站5座。", "泵站", "2023-03-31"),
        ("今年6月底新建泵站5座。", "泵站", "2022-06-30"),
        ("6个月内新建泵站5座。", "泵站", None),
    ],
)
def test_a_month_right_before_its_verb_says_by_when(text: str, indicator: str, due: str | None) -> None:
    assert [(t.indicator, t.due) for t in find_targets(passage(text), year=2022)] == [(indicator, due)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月改造管网20公里，11月新建泵站5座。", "9月 2022-09-30 · 11月 2022-11-30"),
        ("9月份起草办法。", "9月份 2022-09-30"),
        ("9月份起执行新标准。", ""),
        ("力争年中完成招标。", "年中 2022-06-30"),
        ("一年中完成3次演练。", ""),
        ("确保10月12日通车。", "10月12日 2022-10-12"),
        ("纪念10月12日起义。", ""),
        ("火灾高发期前完成排查。", "火灾高发期前"),
        ("火灾高发期加强排查。", ""),
        ("3月15日至4月30日为集中排查阶段。", "3月15日至4月30日 2022-04-30"),
        ("3月15日至4月30日为禁渔期。", ""),
        ("今冬明春完成植树2万株。", "今冬明春"),
        ("做好今冬明春火灾防控。", ""),
        ("截至12月15日，支出进度须达到95%。", "12月15日 2022-12-15"),
        ("截至12月15日，支出进度达到95%。", ""),
        ("优惠政策延长至12月15日，各单位要做好落实。", ""),
    ],
)
def test_unusual_times(text: str, expected: str) -> None:
    found = [" ".join(filter(None, (d.text, d.date))) for d in find_deadlines(passage(text), 2022)]
    assert " · ".join(found) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("各单位于11月\n15日前报送总结。", ["2024-11-15"]),
        ("各单位于2025年\n6月底前报送总结。", ["2025-06-30"]),
        ("抓好汇总。2025年\n6月底前报送总结。", ["2025-06-30"]),
        ("抓好汇总。2025年\n6月的天气多雨。", []),
        ("各单位于11月\n底前报送总结。", ["2024-11-30"]),
        ("各单位于11月\n\n15日前报送总结。", []),
        ("会期11月\n15日为截止日。", []),
    ],
)
def test_a_date_over_two_lines(lines: str, expected: list[str]) -> None:
    plan = kjplan.parse(f"丙市2024年工作要点\n一、重点任务\n（一）做好报送。{lines}\n（二）加强值守。落实责任。\n")
    assert [d.date for m in plan.measures if m.number != "二" for d in m.due] == expected
