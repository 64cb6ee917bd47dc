"""Rows of a table of tasks without its head, a cell a line: number, title, words, who answers; names of parts between them."""

import kjplan
from kjplan.model import Plan, Section
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text

TITLE = "数字青岚建设2025年工作要点"
ROWS = [
    ("建设平台", "新建码头数据平台3个。", "省水利厅、财政厅按职责分工负责，各市人民政府结合实际落实"),
    ("完善制度", "修订《青岚省数据办法》。", "省数据局牵头"),
    ("推进应用", "2025年6月底前开通码头掌上服务。", "省数据局牵头，省水利厅配合"),
    ("培育企业", "支持企业使用数据。", "省工业和信息化厅负责"),
]


def rows(first: int = 1, step: int = 1, answers: bool = True) -> list[list[str]]:
    return [[str(first + k * step), *(row if answers else row[:2])] for k, row in enumerate(ROWS)]


def read(*lines: str) -> Plan:
    text = "\n".join(lines)
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    return parsed.plan


def test_each_row_is_a_task_with_who_answers() -> None:
    plan = read(TITLE, *(line for row in rows() for line in row))
    assert plan.title == TITLE
    assert [(m.number, m.title) for m in plan.measures] == [(str(n), row[0]) for n, row in enumerate(ROWS, 1)]
    assert [[b.name for b in m.responsibility.bodies] for m in plan.measures] == [
        ["省水利厅", "财政厅", "各市人民政府"],
        ["省数据局"],
        ["省数据局", "省水利厅"],
        ["省工业和信息化厅"],
    ]
    assert [d.date for m in plan.measures for d in m.due] == ["2025-06-30"]


def test_names_between_rows_are_parts_the_first_of_two_above_the_other() -> None:
    one, two, three, four = rows()
    plan = read(TITLE, "加快发展", "打造高地", *one, *two, "深化改革", *three, "优化服务", "便利企业", *four)
    outer = [part for part in plan.parts if isinstance(part, Section)]
    assert [(s.title, [c.title for c in s.children if isinstance(c, Section)]) for s in outer] == [
        ("加快发展", ["打造高地", "深化改革"]),
        ("优化服务", ["便利企业"]),
    ]
    assert len(plan.measures) == 4


def test_some_numbers_may_be_missing() -> None:
    assert [m.number for m in read(TITLE, *(line for row in rows(step=3) for line in row)).measures] == [
        "1",
        "4",
        "7",
        "10",
    ]


def test_the_plan_reads_back() -> None:
    one, two, three, four = rows()
    plan = read(TITLE, "加快发展", "打造高地", *one, *two, "深化改革", *three, *four)
    again = kjplan.parse(kjplan.render(plan))
    assert [(n.kind, getattr(n, "title", None)) for n, _ in again.nodes()] == [
        (n.kind, getattr(n, "title", None)) for n, _ in plan.nodes()
    ]


def test_numbers_of_pages_are_no_rows() -> None:
    for lines in (rows(answers=False), rows(first=5), rows()[:2]):
        assert [m.title for m in read(TITLE, *(line for row in lines for line in row)).measures if m.number] == []
