"""Rows of tasks pasted without their head, and bodies that are all of a task's last line."""

import pytest

import kjplan
from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import SourceText, decode, from_text

TITLE = "数字青岚建设2025年工作要点"
LED = [
    ["1", "建设平台", "新建码头数据平台3个。", "省水利厅牵头，省财政厅配合"],
    ["2", "完善制度", "修订《青岚省数据办法》。", "省数据局牵头"],
    ["3", "推进应用", "2025年6月底前开通码头服务。", "省数据局、省水利厅按职责分工负责"],
    ["4", "培育企业", "支持企业使用数据。", "省工业和信息化厅负责"],
]
NAMED = [
    [*row[:3], who]
    for row, who in zip(LED, ["省水利厅、省财政厅", "省数据局", "省数据局、省水利厅", "省工业和信息化厅"], strict=True)
]
BODIES = [["省水利厅", "省财政厅"], ["省数据局"], ["省数据局", "省水利厅"], ["省工业和信息化厅"]]


def read(source: SourceText) -> Plan:
    parsed = parse_source(source)
    assert partition_faults(source.text, parsed.leaves) == []
    return parsed.plan


def told(plan: Plan) -> list[tuple[str | None, str | None, list[str]]]:
    return [(m.number, m.title, [b.name for b in m.responsibility.bodies]) for m in plan.measures]


def page(rows: list[list[str]]) -> SourceText:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return decode(f"<html><body><h1>{TITLE}</h1><table>{cells}</table></body></html>".encode(), "plan.html")


def lines(rows: list[list[str]], between: str) -> SourceText:
    return from_text("\n".join([TITLE, *(between.join(row) for row in rows)]))


@pytest.mark.parametrize("rows", [LED, NAMED], ids=["led", "named"])
@pytest.mark.parametrize("layout", ["tabs", "bars", "page", "lines"])
def test_rows_without_a_head_are_tasks(rows: list[list[str]], layout: str) -> None:
    source = page(rows) if layout == "page" else lines(rows, {"tabs": "\t", "bars": " | ", "lines": "\n"}[layout])
    plan = read(source)
    assert told(plan) == [(row[0], row[1], bodies) for row, bodies in zip(rows, BODIES, strict=True)]
    assert [str(t.value) for t in plan.targets] == ["3"]
    assert [d.date for m in plan.measures for d in m.due] == ["2025-06-30"]
    again = kjplan.parse(kjplan.render(plan))
    assert told(again) == told(plan)


def test_an_excerpt_may_begin_with_any_number_and_stand_below_a_part() -> None:
    rows = "\n".join("\t".join([str(int(row[0]) + 67), row[1], row[3]]) for row in NAMED)
    plan = read(from_text(f"{TITLE}\n一、重点任务\n{rows}\n二、工作要求\n1.加强领导。\n"))
    assert [m.number for m in plan.measures] == ["68", "69", "70", "71", "1"]
    assert [part.role for part in plan.parts if part.kind == "section"] == ["measures", "safeguards"]


@pytest.mark.parametrize(
    "rows",
    [
        ["1\t张三\t省水利厅", "2\t李四\t省数据局"],  # two are no table
        ["序号\t姓名\t单位", "1\t张三\t省水利厅", "2\t李四\t省数据局", "3\t王五\t省财政厅"],  # a head of something else
        ["1\t苹果\t5元", "2\t桃子\t6元", "3\t李子\t7元"],  # nobody answers
        ["1\t建设平台\t省水利厅", "3\t完善制度\t省数据局", "7\t推进应用\t省财政厅"],  # nothing counts on
        ["建设平台\t省水利厅", "完善制度\t省数据局", "推进应用\t省财政厅"],  # no number
    ],
)
def test_other_rows_are_none(rows: list[str]) -> None:
    plan = read(from_text("\n".join([TITLE, "一、重点任务", "（一）建设码头。", "（二）改造泵站。", *rows])))
    assert [m.title for m in plan.measures] == ["建设码头", "改造泵站"]
    assert not any(m.responsibility.stated for m in plan.measures)


WHEN = [[*row, when] for row, when in zip(NAMED, ["6月底前", "年底", "2025年9月底", "长期推进"], strict=True)]


@pytest.mark.parametrize("layout", ["tabs", "bars", "page"])
def test_a_time_may_stand_behind_who_answers(layout: str) -> None:
    source = page(WHEN) if layout == "page" else lines(WHEN, {"tabs": "\t", "bars": " | "}[layout])
    plan = read(source)
    assert told(plan) == [(row[0], row[1], bodies) for row, bodies in zip(WHEN, BODIES, strict=True)]
    assert [[d.text for d in m.due][-1] for m in plan.measures] == [row[-1] for row in WHEN]
    assert [t.indicator for t in plan.targets] == ["码头数据平台"]
    assert told(kjplan.parse(kjplan.render(plan))) == told(plan)


TASKS = "1\t搭建平台\t省水利厅\t6月底\n2\t新建码头3个\t省交通厅\t年底\n3\t培训船员200人\t省总工会\t年底\n"


@pytest.mark.parametrize("name", ["tasks.csv", "tasks.txt"])
def test_rows_with_nothing_above_them_are_a_plan_where_they_order_work(name: str) -> None:
    text = TASKS.replace("\t", ",") if name.endswith("csv") else TASKS
    plan = read(decode(text.encode(), name))
    assert told(plan) == [
        ("1", "搭建平台", ["省水利厅"]),
        ("2", "新建码头3个", ["省交通厅"]),
        ("3", "培训船员200人", ["省总工会"]),
    ]
    people = text.replace("搭建平台", "张三").replace("新建码头3个", "李四").replace("培训船员200人", "王五")
    assert read(decode(people.encode(), name)).extent == "none"


def test_a_line_that_is_nothing_but_an_endless_time_says_by_when_and_a_title_does_not() -> None:
    plan = read(from_text(f"{TITLE}\n一、重点任务\n1.建设码头\n持续推进。\n2.持续推进\n改造码头，持续推进码头改革。\n"))
    assert [[d.text for d in m.due] for m in plan.measures] == [["持续推进"], []]


def test_a_day_behind_the_last_body_is_that_of_a_signature() -> None:
    """Only what is read as a deadline stands behind who answers."""
    plan = _points("\n省水利厅\n6月底前", "\n省数据局\n年底前", "\n省财政厅\n年底前", "\n省交通厅\n2025年9月1日")
    assert [[b.name for b in m.responsibility.bodies] for m in plan.measures] == [
        ["省水利厅"],
        ["省数据局"],
        ["省财政厅"],
        [],
    ]


def _points(*last: str) -> Plan:
    return read(
        from_text(
            "\n".join(
                [TITLE, "一、重点任务", *(f"{n}.建设平台{n}\n新建码头平台3个。{who}" for n, who in enumerate(last, 1))]
            )
        )
    )


def test_a_body_that_is_all_of_the_last_line_answers_where_most_tasks_have_one() -> None:
    plan = _points("\n省水利厅", "\n省数据局、省财政厅", "\n省数据局", "\n省财政厅", "")
    assert [[b.name for b in m.responsibility.bodies] for m in plan.measures] == [
        ["省水利厅"],
        ["省数据局", "省财政厅"],
        ["省数据局"],
        ["省财政厅"],
        [],
    ]


def test_one_body_on_a_last_line_may_be_a_signature() -> None:
    plan = _points("", "", "", "\n省财政厅")
    assert not any(m.responsibility.stated for m in plan.measures)


def test_lines_that_are_no_bodies_name_nobody() -> None:
    plan = _points("\n智慧平台", "\n完善布局", "\n码头中心城区", "\n优化服务")
    assert not any(m.responsibility.stated for m in plan.measures)
