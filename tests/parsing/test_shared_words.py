"""Labels, heads of columns and times without a day, which several rules ask for: all know the same words."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.times.time_words import AT_ONCE
from kjplan.model import Measure
from kjplan.parsing import parse_source
from kjplan.parsing.front.evidence import states_duty
from kjplan.parsing.headings.titles import is_duty_line
from kjplan.reading import from_text
from tests.extraction.helpers import passage


def _measures(text: str) -> list[Measure]:
    return [node for node, _ in parse_source(from_text(text)).plan.nodes() if isinstance(node, Measure)]


def _said(text: str) -> list[tuple[str | None, list[str], list[str]]]:
    return [(m.title, [b.name for b in m.responsibility.bodies], [d.text for d in m.due]) for m in _measures(text)]


@pytest.mark.parametrize("head", ["完成时限", "完成日期", "完成年度", "完成年份", "完成月份", "完成年限"])
def test_a_column_of_times_by_any_name(head: str) -> None:
    cells = (
        *("序号", "工作任务", "责任单位", head),
        *("1", "推进河道治理，完成清淤", "市水利局、市财政局", "2023年6月底前"),
        *("2", "推进道路改造，完成南路", "市住建局", "2023年9月"),
        *("3", "推进公园绿化，补种树木", "市园林局", "9月20日"),
    )
    assert _said("2023年工作要点\n" + "\n".join(cells) + "\n") == [
        ("推进河道治理，完成清淤", ["市水利局", "市财政局"], ["2023年6月底前"]),
        ("推进道路改造，完成南路", ["市住建局"], ["2023年9月"]),
        ("推进公园绿化，补种树木", ["市园林局"], ["9月20日"]),
    ]


@pytest.mark.parametrize("time", [*AT_ONCE, "长期", "常年", "常抓不懈", "全年"])
def test_a_time_without_a_day_in_a_row_whose_number_is_merged(time: str) -> None:
    rows = [
        "序号|工作任务|责任单位|完成时限",
        "1|治理河道|市水利局|6月底前",
        f"改造道路|市住建局|{time}",
        "3|种植树木|市园林局|9月",
    ]
    assert _said("2023年工作要点\n" + "\n".join(rows) + "\n")[1] == ("改造道路", ["市住建局"], [time])


def test_words_in_such_a_column_are_no_time() -> None:
    rows = [
        "序号|工作任务|责任单位|完成时限",
        "1|治理河道|市水利局|6月底前",
        "改造道路|市住建局|待研究",
        "3|种植树木|市园林局|9月",
    ]
    assert "改造道路" not in [title for title, _, _ in _said("2023年工作要点\n" + "\n".join(rows) + "\n")]


def test_columns_of_any_months() -> None:
    text = "2023年造林计划\n单位：亩\n街镇 | 任务量 | 1-3月 | 4-6月 | 7-9月底\n东河镇 | 200 | 50 | 100 | 50\n西河镇 | 100 | 20 | 40 | 40\n"
    east = _measures(text)[0].targets
    assert [(str(t.value), t.period) for t in east] == [
        ("200", None),
        ("50", "1-3月"),
        ("100", "4-6月"),
        ("50", "7-9月底"),
    ]
    text = text.replace("4-6月", "甲-乙月")
    assert len(_measures(text)[0].targets) == 3


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("责任单位：市水利局", ["市水利局"]),
        ("整改责任单位：市水利局", ["市水利局"]),
        ("协同单位：市水利局", ["市水利局"]),
        ("实施单位：市水利局", ["市水利局"]),
        ("市级牵头单位为市水利局", ["市水利局"]),
    ],
)
def test_a_line_below_a_title_that_says_who_answers_is_no_task(line: str, names: list[str]) -> None:
    text = f"2023年工作要点\n一、重点任务\n推进治河\n{line}\n推进修路\n{line}\n推进种树\n{line}\n二、保障\n加强领导。\n"
    assert _said(text)[:3] == [(title, names, []) for title in ("推进治河", "推进修路", "推进种树")]


def test_a_list_of_persons_says_no_body() -> None:
    text = "2023年工作要点\n一、重点任务\n推进治河\n负责人员名单：张三\n推进修路\n负责人员名单：李四\n"
    assert not any(bodies for _, bodies, _ in _said(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("完善机制。（市财政局、市水利局，立行立改）", ["市财政局", "市水利局"]),
        ("完善机制。（市财政局、市水利局，常抓不懈）", ["市财政局", "市水利局"]),
        ("（市财政局负责，常年）", ["市财政局"]),
        ("责任单位：市财政局，常年坚持", ["市财政局"]),
        ("完善机制。（市财政局、经常性工作）", []),
    ],
)
def test_a_time_without_a_day_is_no_body(text: str, names: list[str]) -> None:
    assert [b.name for b in find_responsibility([passage(text)]).bodies] == names


@pytest.mark.parametrize(
    ("words", "told"),
    [("牵头责任单位:市水利局", True), ("主责部门", True), ("配合处室", True), ("实施单位", False), ("承办单位", False)],
)
def test_labels_that_show_work_shared_out(words: str, told: bool) -> None:
    assert states_duty(words, 0, len(words)) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("县消防救援大队牵头,县住建局配合", True),
        ("县妇联、县供销社负责", True),
        ("审计署牵头,财政部配合", True),
        ("成立工作组,明确专人负责", False),
        ("严格制度执行,落实专人负责", False),
        ("深入学校、社区,由专人负责", False),
    ],
)
def test_a_line_that_begins_with_a_body_says_who_answers(line: str, told: bool) -> None:
    assert is_duty_line(line) is told


def test_a_label_within_a_list() -> None:
    text = "责任单位：市财政局，其中牵头单位：市水利局"
    found = find_responsibility([passage(text)]).bodies
    assert [(b.name, b.role) for b in found] == [("市财政局", "joint"), ("市水利局", "lead")]
