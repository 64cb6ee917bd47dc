"""Wordings that documents nobody had seen brought up, each with its nearest neighbour that says no such thing."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.goals import read_goal_clauses
from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # Who draws a thing up is named behind 由, and only there.
        ("具体办法由水利部研究制订。", "水利部:lead"),
        ("整治方案由乡镇人民政府拟定，报区政府同意。", "乡镇人民政府:lead"),
        ("水利部制定的办法继续有效。", ""),
        ("落实由水利部制定的节水办法。", ""),
        ("严格执行由省科技厅制定、市财政局备案的标准。", ""),
        ("预案由市应急局编制完成，现予印发。", ""),
        ("具体办法由用水企业制定。", ""),
        # A bracket behind the name says who does the same beside them.
        ("各区人民政府（临港新城管委会）负责组织试点街镇推进。", "各区人民政府（临港新城管委会）:lead"),
        ("用水企业（园区）负责落实。", ""),
        # 会同 names bodies; 对 and what follows is what they do.
        ("区体育局将会同区特警支队对各场馆开展督导。", "区体育局:lead 区特警支队:support"),
        ("区商务局会同市对外贸易中心开展检查。", "区商务局:lead 市对外贸易中心:support"),
        # Whom a body coordinates is no body beside it.
        ("区住房局、区水务局负责指导、协调业主委员会配合改造。", "区住房局:joint 区水务局:joint"),
        ("区住房局负责改造，区协调办配合。", "区住房局:lead 区协调办:support"),
    ],
)
def test_bodies(text: str, bodies: str) -> None:
    found = find_responsibility([passage(text)])
    assert " ".join(f"{b.name}:{b.role}" for b in found.bodies) == bodies


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("装机容量确保达到120MW，力争达到180MW。", [("装机容量", "ge", "120"), ("装机容量", "ge", "180")]),
        ("整治面积应不低于年度任务量的60%。", [("整治面积", "ge", "60")]),
        ("整治面积应不低于年度任务量的要求。", []),
        ("加强志愿者队伍建设，力争达到全市职工的6%。", [("志愿者队伍", "ge", "6")]),
        ("今年应完成剩余1600亩整治任务量。", [("整治任务量", "bare", "1600")]),
        ("已完成1600亩整治任务，剩余400亩。", []),
        ("三年应累计完成5200亩违法用地整治。", [("违法用地整治", "bare", "5200")]),
        ("去年累计完成5200亩违法用地整治。", []),
        ("补建市政消火栓150具。", [("市政消火栓", "bare", "150")]),
        ("节水型企业占比在50%以上。", [("节水型企业占比", "ge", "50")]),
        ("森林覆盖率确保在45%以上。", [("森林覆盖率", "ge", "45")]),
        ("在6座市属公园先行启动试点。", [("市属公园", "bare", "6")]),
        ("在6座市属公园旁边有商店。", []),
        ("节水工作具有十分重要的意义。", []),
        ("每2个月至少组织3次开放活动。", []),
        ("组织3次开放活动。", [("开放活动", "bare", "3")]),
        # Whom a rule concerns is told by a figure that promises nothing.
        ("将钢铁行业年排放量达到3万吨二氧化碳当量的单位纳入管理。", []),
        ("将3万吨废钢资源纳入管理。", [("废钢资源", "bare", "3")]),
    ],
)
def test_targets(text: str, targets: list[tuple[str, str, str]]) -> None:
    found = find_targets(passage(text), year=2022)
    assert [(t.indicator, t.comparator, str(t.value)) for t in found] == targets


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # A year holds for the months that follow in its sentence.
        ("2026年4月底前完成30%，8月底前完成70%。", ["2026-04-30", "2026-08-31"]),
        ("2026年4月底前完成30%。8月底前完成70%。", ["2026-04-30", "2022-08-31"]),
        ("到2025年建成，6月底前开工。", ["2025-12-31", "2022-06-30"]),
        ("巩固2021年10月底前清零成果，6月底前再排查。", ["2021-10-31", "2022-06-30"]),
        ("2023年4月底前开工，今年8月底前完成设计。", ["2023-04-30", "2022-08-31"]),
        ("3年内，考核连续达到优秀的企业优先支持。", []),
        ("5年内，全区消防车更新达到20%。", [None]),
        ("5年内，不得申请补贴。", []),
        ("开展年中和年末跟踪指导。", []),
        ("开展年末跟踪指导。", ["2022-12-31"]),
        # Behind a label a day is a limit though it has passed.
        ("完成时限：2021年12月。", ["2021-12-31"]),
        ("建成投产：2021年12月。", []),
        ("承担单位须在18个月内开展试验。", [None]),
        ("项目18个月内的费用。", []),
        ("于问题交办后的15天内完成核实。", [None]),
        ("于问题分析的15天内有雨。", []),
    ],
)
def test_deadlines(text: str, days: list[str | None]) -> None:
    assert [d.date for d in find_deadlines(passage(text), 2022)] == days


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("守牢耕地红线，粮食面积稳定在160万亩以上。", ["粮食面积稳定在160万亩以上"]),
        ("近年来粮食面积稳定在160万亩以上。", []),
        ("一季度用电量增长17%，为历年最高。", []),
        ("一季度，全市完成投资30亿元，增长10%。", []),
        ("全市企业年产值达到5亿元。", []),
        ("3月8日发生一起火灾，过火面积达到300平方米。", []),
        ("重点完成5个方面14项建设任务：", []),
        ("我区面积160万亩。", []),
    ],
)
def test_introductions_hold_goals_where_they_commit_to_a_figure(text: str, goals: list[str]) -> None:
    found = read_goal_clauses(passage(text), year=2022, all_sentences=False, committed=True)
    assert [text[g.start : g.end] for g in found] == goals
    assert read_goal_clauses(passage(text), year=2022, all_sentences=False) == []
