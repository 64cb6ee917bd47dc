"""Layouts of tables of tasks as offices write them: groups numbered in 序号, quoted cells of spreadsheets, asides in heads, dashes."""

import pytest

import kjplan
from kjplan.model import Plan, Section
from kjplan.output.notice_text import render
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import decode
from tests.parsing.cells_text import Facts
from tests.parsing.cells_text import tasks as facts


def plan_of(text: str, name: str = "a.txt") -> Plan:
    parsed = parse_source(decode(text.encode(), name))
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    return parsed.plan


def sections(plan: Plan) -> list[tuple[str | None, str | None]]:
    return [(s.number, s.title) for s in plan.walk(Section)]


GROUPED = (
    ("序号", "工作任务", "责任单位", "完成时限"),
    ("一", "产业发展", "", ""),
    ("1", "新建厂房5万平方米", "县工信局", "6月底前"),
    ("2", "引进项目10个", "县招商局、各乡镇", "—"),
    ("二", "民生保障", "", ""),
    ("3", "改造小区3个", "县住建局", "无"),
)
GROUPED_FACTS: Facts = [
    ("1", "新建厂房5万平方米", [("县工信局", "lead")], ["6月底前"]),
    ("2", "引进项目10个", [("县招商局", "joint"), ("各乡镇", "joint")], []),
    ("3", "改造小区3个", [("县住建局", "lead")], []),
]
TITLE = "溪口县2024年任务分解表"


def bars(rows: tuple[tuple[str, ...], ...]) -> str:
    return f"{TITLE}\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def tabs(rows: tuple[tuple[str, ...], ...]) -> str:
    return f"{TITLE}\n" + "\n".join("\t".join(row) for row in rows) + "\n"


def page(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = []
    for row in rows:
        wide = len(row) > 2 and not any(row[2:])
        cells = f"<td>{row[0]}<td colspan=3>{row[1]}" if wide else "".join(f"<td>{cell}" for cell in row)
        lines.append(f"<tr>{cells}")
    return f"<html><p>{TITLE}</p><table>{''.join(lines)}</table>"


@pytest.mark.parametrize(("made", "name"), [(bars, "a.txt"), (bars, "a.md"), (tabs, "a.txt"), (page, "a.html")])
def test_rows_that_number_and_name_a_group(made, name: str) -> None:  # type: ignore[no-untyped-def]
    plan = plan_of(made(GROUPED), name)
    assert facts(plan) == GROUPED_FACTS
    assert sections(plan) == [("一", "产业发展"), ("二", "民生保障")]
    again = kjplan.parse(render(plan))
    assert facts(again) == GROUPED_FACTS
    assert sections(again)[-2:] == sections(plan)


@pytest.mark.parametrize(
    "row",
    [
        ("一", "产业发展", "县工信局", ""),  # a task, as it says who
        ("一", "产业发展", "", "年底前"),
        ("4", "产业发展", "", ""),  # counted as the others are
        ("", "产业发展", "", ""),
    ],
)
def test_rows_that_are_tasks(row: tuple[str, ...]) -> None:
    plan = plan_of(bars((GROUPED[0], row, *GROUPED[2:4])))
    assert "产业发展" in [m.title for m in plan.measures]


def test_numbers_within_numbers() -> None:
    rows = (
        GROUPED[0],
        ("1", "德育", "", ""),
        ("1.1", "开展班会", "德育科", "每月"),
        ("2", "培训", "人事科", "8月底前"),
    )
    plan = plan_of(bars(rows))
    assert facts(plan) == [
        ("1.1", "开展班会", [("德育科", "lead")], ["每月"]),
        ("2", "培训", [("人事科", "lead")], ["8月底前"]),
    ]
    assert sections(plan) == [("1", "德育")]
    led = plan_of(bars((rows[0], ("1", "德育", "德育科", ""), *rows[2:])))
    assert [number for number, *_ in facts(led)] == ["1", "1.1", "2"]


def test_dashes_in_quarters_are_no_deadlines() -> None:
    plan = plan_of(
        bars((("序号", "项目", "责任单位", "一季度", "二季度"), ("1", "滨河公园", "县住建局", "——", "开工")))
    )
    assert facts(plan) == [("1", "滨河公园", [("县住建局", "lead")], ["二季度"])]


@pytest.mark.parametrize(
    ("head", "roles"),
    [
        ("责任单位（排第一位的为牵头单位）", ["lead", "joint"]),
        ("责任单位(含配合单位)", ["joint", "joint"]),
        ("牵头单位（科室）", ["lead", "lead"]),
    ],
)
def test_asides_in_the_name_of_a_column(head: str, roles: list[str]) -> None:
    rows = (
        ("序号", "工作任务", head, "时限"),
        ("1", "举办灯会", "县文旅局、县融媒体中心", "5月"),
        ("2", "修路", "县交通局", "9月底"),
    )
    for text in (bars(rows), tabs(rows), f"{TITLE}\n" + "\n".join(cell for row in rows for cell in row)):
        first, second = facts(plan_of(text))
        assert first[2] == [*zip(["县文旅局", "县融媒体中心"], roles, strict=True)]
        assert second[2] == [("县交通局", "lead")]


def test_cells_with_line_breaks_out_of_a_spreadsheet() -> None:
    text = (
        f"{TITLE}\n序号\t任务内容\t责任单位\t完成时限\n"
        '1\t"赴外招商12次\n签约项目8个"\t县招商局\t12月底前\n'
        '2\t建立项目库\t"县发改委\n县工信局"\t3月底前\n'
        '3\t"修桥\n修路"\t"县交通局\n各乡镇"\t8月底前\n'
        '4\t"放心"消费创建\t县市监局\t年底前\n'
    )
    assert facts(plan_of(text)) == [
        ("1", "赴外招商12次", [("县招商局", "lead")], ["12月底前"]),
        ("2", "建立项目库", [("县发改委", "joint"), ("县工信局", "joint")], ["3月底前"]),
        ("3", "修桥", [("县交通局", "joint"), ("各乡镇", "joint")], ["8月底前"]),
        ("4", '"放心"消费创建', [("县市监局", "lead")], ["年底前"]),
    ]


@pytest.mark.parametrize("rest", ["", "签约\n", '签约\t县招商局\t3月\n5\t"修桥\n'])
def test_a_quotation_mark_that_nothing_closes_joins_no_lines(rest: str) -> None:
    text = f'{TITLE}\n序号\t任务内容\t责任单位\t时限\n1\t建库\t县发改委\t3月底前\n2\t"招商\n{rest}'
    assert facts(plan_of(text))[0] == ("1", "建库", [("县发改委", "lead")], ["3月底前"])


def test_line_breaks_in_cells_of_markdown() -> None:
    text = f"# {TITLE}\n\n| 序号 | 事项 | 责任单位 |\n|:--|:-:|--:|\n| 1 | 改造敬老院；<br>新增床位60张 | 县民政局<br/>各乡镇 |\n"
    (task,) = plan_of(text, "a.md").measures
    assert "<" not in (task.title or "") + task.text
    assert [(b.name, b.role) for b in task.responsibility.bodies] == [("县民政局", "joint"), ("各乡镇", "joint")]


@pytest.mark.parametrize("kind", ["任务表", "责任表", "计划表", "推进表"])
def test_titles_of_tables(kind: str) -> None:
    plan = plan_of(
        f"溪口县2024年林业工作{kind}\n序号   工作任务   责任单位   完成时限\n1   造林2000亩   县林业局   4月底前\n"
    )
    assert plan.title == f"溪口县2024年林业工作{kind}"
    assert facts(plan) == [("1", "造林2000亩", [("县林业局", "lead")], ["4月底前"])]


def test_the_name_before_a_colon_is_the_title_of_a_row() -> None:
    plan = plan_of(bars((GROUPED[0], ("1", "两岸地区：整治河道，修建步道", "县水利局", "年底前"))))
    assert [m.title for m in plan.measures] == ["两岸地区"]
    assert [m.title for m in kjplan.parse(render(plan)).measures] == ["两岸地区"]


def test_the_title_in_the_first_row_of_a_table_is_that_of_the_document() -> None:
    rows = "<tr><td>序号<td>问题<td>责任单位<td>整改时限<tr><td>1<td>清理河道垃圾<td>石门乡<td>5月底前"
    plan = plan_of(f"<html><table><tr><th colspan=4>溪口县2024年整改任务清单{rows}</table>", "a.html")
    assert plan.title == "溪口县2024年整改任务清单"
    assert facts(plan) == [("1", "清理河道垃圾", [("石门乡", "lead")], ["5月底前"])]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("企业开办时间（天）", [("企业开办时间", "4", "天", "2024年")]),
        ("企业开办时间", []),  # a figure without a unit
        ("企业开办时间（全程）", []),
    ],
)
def test_indicators_with_measures_say_their_unit_in_their_name(name: str, found: list[tuple[str, ...]]) -> None:
    rows = (
        ("序号", "指标名称", "2023年现状", "2024年目标", "提升措施", "牵头单位"),
        ("1", name, "8", "4", "一窗通办", "县市监局"),
    )
    targets = [(t.indicator, str(t.value), t.unit, t.period) for m in plan_of(bars(rows)).measures for t in m.targets]
    assert targets == found


CARDS = (
    "任务名称：新建公厕\n任务内容：新建公厕12座。\n责任单位：县城管局\n完成时限：9月底前\n\n"
    "任务名称：改造市场\n任务内容：改造市场2个。\n责任单位：县市监局、县商务局\n完成时限：11月底前\n"
)
CARD_FACTS: Facts = [
    (None, "新建公厕", [("县城管局", "lead")], ["9月底前"]),
    (None, "改造市场", [("县市监局", "joint"), ("县商务局", "joint")], ["11月底前"]),
]


def test_a_card_a_task() -> None:
    assert facts(plan_of(f"溪口县2024年实事任务书\n{CARDS}")) == CARD_FACTS
    below = plan_of(f"溪口县2024年工作方案\n一、重点任务\n{CARDS}二、工作要求\n各单位要抓好落实。\n")
    assert facts(below)[:2] == CARD_FACTS
    assert [(t.indicator, str(t.value)) for t in below.targets] == [("公厕", "12"), ("市场", "2")]


@pytest.mark.parametrize(
    "text",
    [
        CARDS.split("\n\n")[0],  # one alone
        CARDS.replace("责任单位", "建设地点").replace("完成时限", "建设规模"),  # neither who nor when
        CARDS.replace("\n\n", "\n以下任务另行安排。\n"),  # not beside each other
    ],
)
def test_what_is_no_row_of_cards(text: str) -> None:
    titles = [m.title for m in plan_of(f"溪口县2024年工作方案\n一、重点任务\n{text}\n").measures]
    assert "新建公厕" not in titles
