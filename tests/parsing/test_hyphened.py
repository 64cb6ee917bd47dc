"""Headings numbered 1-1, 1-2, 2-1 …: as tasks below 一、, as parts above rows with bare numbers, below 1.; and what is none."""

import pytest

import kjplan
from kjplan.model import Plan, Section
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.querying.select import measures
from kjplan.reading import from_text

TITLE = "青岚市2025年水利工作要点"
ROWS = """1 加快码头建设
建设平台、改造泵站
1-1 建设平台
1 建好码头平台
新建码头3个。
市水利局牵头
2 用好码头平台
开展培训。
市财政局牵头，市水利局配合
1-2 改造泵站
3 改造旧泵站
改造泵站2座。
市水利局牵头
2 完善制度
2-1 修订办法
4 修订码头办法
修订《甲办法》。
市司法局牵头"""


def read(*lines: str) -> Plan:
    text = "\n".join(lines)
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    return parsed.plan


def tree(plan: Plan) -> list[tuple[str | None, list[str | None]]]:
    return [(s.number, [c.number for c in s.children]) for s in plan.parts if isinstance(s, Section)]


@pytest.mark.parametrize("dash", ["-", "–", "—", "－"])
@pytest.mark.parametrize("gap", [" ", "", "、", "　"])
def test_tasks_below_parts(dash: str, gap: str) -> None:
    lines = [
        f"1-1{gap}建设甲平台。新建码头3个。",
        f"1-2{gap}建设乙平台。改造泵站2座。",
        f"2-1{gap}修订办法。修订《甲办法》。",
    ]
    lines = [line.replace("-", dash) for line in lines]
    plan = read(TITLE, "一、平台", *lines[:2], "二、制度", lines[2])
    assert [(m.number, m.title, m.id) for m in plan.measures] == [
        (f"1{dash.replace('－', '-')}1", "建设甲平台", "M1.1"),
        (f"1{dash.replace('－', '-')}2", "建设乙平台", "M1.2"),
        (f"2{dash.replace('－', '-')}1", "修订办法", "M2.1"),
    ]
    assert [s.number for s in plan.parts if isinstance(s, Section)] == ["一", "二"]
    assert [t.value for m in plan.measures for t in m.targets] == [3, 2]


def test_parts_above_rows_that_count_over_the_text() -> None:
    plan = read(TITLE, ROWS)
    assert tree(plan) == [("1", ["1-1", "1-2"]), ("2", ["2-1"])]
    assert [(m.number, m.title) for m in plan.measures] == [
        ("1", "建好码头平台"),
        ("2", "用好码头平台"),
        ("3", "改造旧泵站"),
        ("4", "修订码头办法"),
    ]
    assert [b.name for b in plan.measures[1].responsibility.bodies] == ["市财政局", "市水利局"]


def test_rows_may_begin_anew_below_each() -> None:
    plan = read(TITLE, ROWS.replace("3 改造旧泵站", "1 改造旧泵站").replace("4 修订", "1 修订"))
    assert tree(plan) == [("1", ["1-1", "1-2"]), ("2", ["2-1"])]
    assert [m.number for m in plan.measures] == ["1", "2", "1", "1"]


def test_below_numbers_with_a_dot() -> None:
    plan = read(TITLE, "1. 平台", "1-1 建设甲平台。", "1-2 建设乙平台。", "2. 制度", "2-1 修订办法。")
    assert tree(plan) == [("1", ["1-1", "1-2"]), ("2", ["2-1"])]


@pytest.mark.parametrize(
    "lines",
    [
        ("1-3岁儿童免费体检。", "1-2月开展培训。", "3-1班开展活动。"),
        ("1-1 建设甲平台。", "1-2 建设乙平台。", "推进建设。"),
        ("1-1 建设甲平台。", "1-3 建设乙平台。", "2-1 修订办法。"),
        ("1-1号码头开工。", "1-2号码头开工。", "2-1号码头开工。"),
    ],
    ids=["ages and months", "two only", "one is missing", "names"],
)
def test_what_does_not_count_on_is_none(lines: tuple[str, ...]) -> None:
    plan = read(TITLE, "一、平台", *lines)
    assert [m.number for m in plan.measures] == [None] * 3


def test_written_again_and_found_by_number() -> None:
    plan = read(
        TITLE,
        "一、平台",
        "1-1、建设甲平台。新建码头3个。",
        "1-2、建设乙平台。",
        "二、制度",
        "2-1、修订办法。修订《甲办法》。",
    )
    again = read(kjplan.render(plan))
    assert [(m.number, m.title, m.text) for m in again.measures] == [(m.number, m.title, m.text) for m in plan.measures]
    assert [m.title for m in measures(plan, numbers=["2-1"])] == ["修订办法"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [(("1-1", "1-2", "2-1"), ["1-1", "1-2", "2-1"]), (("3-4-1", "3-4-2", "3-5-1"), [None, None, None])],
)
def test_rows_of_a_table(written: tuple[str, ...], read_as: list[str | None]) -> None:
    tasks = [("新建码头3个", "市水利局"), ("改造泵站2座", "市财政局"), ("修订《甲办法》", "市司法局")]
    rows = [f"| {n} | {task} | {body} |" for n, (task, body) in zip(written, tasks, strict=True)]
    plan = read("青岚市2025年重点任务分工表", "", "| 序号 | 工作任务 | 牵头单位 |", "|---|---|---|", *rows)
    assert [m.number for m in plan.measures] == read_as
    assert [b.name for m in plan.measures for b in m.responsibility.bodies] == [body for _, body in tasks]
