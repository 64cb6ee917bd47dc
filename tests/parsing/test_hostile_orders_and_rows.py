"""Tables and orders that are odd on purpose: nodes stay in order, places are those of the words, and nothing is said of a row that
stands in another."""

import pytest

from kjplan.extraction.figures import clauses
from kjplan.model import Goal, Measure
from kjplan.output.notice_text import render
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.parsing.lines.rows import between_bars
from kjplan.parsing.parse import Parsed
from kjplan.reading import from_text


def _parsed(*lines: str) -> Parsed:
    parsed = parse_source(from_text("\n".join(lines) + "\n"))
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    return parsed


def test_goals_above_the_first_heading_stand_behind_the_order_before_them() -> None:
    parsed = _parsed(
        "某县全面实行湖长制实施方案",
        "2027年10月底前，县水利局负责建立湖长组织体系，务必完成方案制定。",
        "到2030年，重要湖泊水质达标率提高到82.5%，湿地保护率达到70%。",
    )
    assert [node.kind for node in parsed.plan.parts] == ["measure", "goal", "goal"]
    again = parse_source(from_text(render(parsed.plan))).plan
    assert [(node.kind, node.id) for node in again.parts] == [(node.kind, node.id) for node in parsed.plan.parts]
    before = _parsed(
        "某县湖长制实施方案", "到2030年，湿地保护率达到70%。", "2027年10月底前，县水利局负责完成方案制定。"
    )
    assert [node.kind for node in before.plan.parts] == ["goal", "measure"]


def test_a_goal_ends_with_its_last_word() -> None:
    parsed = _parsed("某市2025年工作要点", "一、主要目标", "工业增长11%，达到282亿元 ；出口增长3% 。")
    goals = [parsed.source.text[slice(*node.span)] for node in parsed.plan.walk(Goal) if node.span]
    assert goals == ["工业增长11%，达到282亿元", "出口增长3%"]


@pytest.mark.parametrize(
    ("behind", "goals"), [("", 1), ("物价涨幅保持平稳。", 2), ("| 市发改委 | 市住建局、各乡镇", 1)]
)
def test_cells_behind_that_of_a_goal_are_none(behind: str, goals: int) -> None:
    parsed = _parsed("某市2025年工作要点", "一、主要目标", f"固定资产投资增长7.5%左右。{behind}")
    assert len(list(parsed.plan.walk(Goal))) == goals


def test_an_order_behind_the_title_of_a_heading_begins_with_its_first_word() -> None:
    parsed = _parsed(
        "某市改革方案", "一、实施步骤  由市能源局牵头制定办法。", "（一）推进试点。抓紧试点。", "（二）总结。"
    )
    for node, _ in parsed.plan.nodes():
        assert node.span is not None
        words = parsed.source.text[slice(*node.span)]
        assert words == words.strip()


def test_an_order_in_the_cells_of_a_table_that_is_none_of_tasks_stays_words() -> None:
    lines = ("计量单位\t2025年目标\t指标", "请于6月底前报送市水利局\t一、科技\t2", "3\t亩\t长期")
    title = "某市2025年重点工作任务分解表"
    assert list(_parsed(title, "各区人民政府：", *lines).plan.walk(Measure)) == []
    told = _parsed(title, "各区人民政府：", "请于6月底前报送市水利局。").plan
    assert [m.title for m in told.walk(Measure)] == ["请于6月底前报送市水利局"]


def _row(words: str, bodies: str) -> tuple[Parsed, Measure]:
    head = "序号 | 工作任务 | 责任单位 | 完成时限"
    parsed = _parsed(
        "某市2025年任务分解表", head, "1 | 引进人才 | 市人社局 | 5月底前", f"2 | {words} | {bodies} | 6月底前"
    )
    return parsed, list(parsed.plan.walk(Measure))[-1]


@pytest.mark.parametrize("words", ["建设平台", "建设平台（市科", "建设平台（牵头单位：市教育局、"])
def test_the_words_of_a_row_do_not_go_on_in_its_other_columns(words: str) -> None:
    parsed, measure = _row(words, "市科技局、市财政局")
    assert {"市科技局", "市财政局"} <= {body.name for body in measure.responsibility.bodies}
    for body in measure.responsibility.bodies:
        assert body.span is not None
        assert body.name == parsed.source.text[slice(*body.span)]


def test_who_answers_in_a_row_stands_in_its_cell() -> None:
    parsed, measure = _row("建设平台", "市科技局、市财政局")
    assert measure.responsibility.quote == "责任单位：市科技局、市财政局"
    assert measure.responsibility.span is not None
    assert parsed.source.text[slice(*measure.responsibility.span)] == "市科技局、市财政局"


@pytest.mark.parametrize("last", ["计量单位", "任务量（亩）", "类别"])
def test_a_last_column_that_no_row_fills(last: str) -> None:
    rows = ("1", "甲镇", "造林", "整地", "2", "乙镇", "造林", "整地")
    plan = _parsed("某市2025年任务分解表", "序号", "街镇", "具体措施", "工作任务", last, *rows).plan
    assert [(m.number, m.title) for m in plan.measures] == [("1", "甲镇"), ("2", "乙镇")]
    assert not any(m.responsibility.stated or m.targets for m in plan.measures)


def test_a_title_without_end_is_not_read_again_for_each_of_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def fold(words: str) -> str:
        asked.append(len(words))
        return words

    monkeypatch.setattr(clauses, "fold", fold)
    parse_source(from_text("2025年工作要点\n一、重点任务\n" + "，增长1%" * 400 + "\n"))
    assert sum(asked) < 400
    parse_source(from_text("2025年工作要点\n一、重点任务\n1.实验室建设。新建5家。\n"))
    assert asked


def test_places_in_a_cell_of_several_lines() -> None:
    source = from_text("增长目标\n投资增\n长7.5%\n其余")
    passage = between_bars(source, [[(0, 4)], [(5, 14)]])
    at = passage.text.index("7.5%")
    assert source.text[slice(*passage.span(at, at + 4))] == "7.5%"
    start = passage.text.index("投资")
    assert source.text[slice(*passage.span(start, len(passage.text)))] == "投资增\n长7.5%"
