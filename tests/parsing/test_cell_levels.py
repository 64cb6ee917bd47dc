"""Tables with a cell a line whose rows are numbered 1.1 or 1-1, （1） or ①, below groups numbered 1; and numbers that are none."""

import pytest

from kjplan.model import Plan, Section
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text

HEAD = ["青岚市2025年重点任务分工表", "序号", "工作任务", "责任单位", "完成时限"]
ROWS = [
    ("新建码头3个", "市水利局", "6月底前"),
    ("改造泵站2座", "市财政局", "9月底前"),
    ("修订《甲办法》", "市司法局", "年底前"),
    ("培训工人300名", "市人社局", "年底前"),
]


def read(*cells: str) -> Plan:
    text = "\n".join(cells) + "\n"
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    return parsed.plan


def facts(plan: Plan) -> list[tuple[str | None, str, str, str]]:
    return [
        (m.number, m.title or "", m.responsibility.bodies[0].name, m.due[0].text)
        for m in plan.measures
        if m.responsibility.bodies and m.due
    ]


def rows(numbers: list[str], first: int = 0) -> list[str]:
    return [cell for number, row in zip(numbers, ROWS[first:], strict=False) for cell in (number, *row)]


@pytest.mark.parametrize(
    "numbers",
    [
        ["1.1", "1.2", "2.1", "2.2"],
        ["1-1", "1-2", "2-1", "2-2"],
        ["1.1.1", "1.1.2", "1.2.1", "2.1.1"],
        ["（1）", "（2）", "（3）", "（4）"],
        ["①", "②", "③", "④"],
    ],
)
def test_rows_numbered_in_levels_or_marks(numbers: list[str]) -> None:
    plan = read(*HEAD, *rows(numbers))
    assert facts(plan) == [(n.strip("（）"), *row) for n, row in zip(numbers, ROWS, strict=True)]


def test_groups_have_the_first_of_the_two_numbers() -> None:
    plan = read(*HEAD, "1", "基础建设", *rows(["1.1", "1.2"]), "2", "制度建设", *rows(["2.1", "2.2"], 2))
    assert facts(plan) == [(n, *row) for n, row in zip(["1.1", "1.2", "2.1", "2.2"], ROWS, strict=True)]
    assert [(s.number, s.title, len(s.children)) for s in plan.parts if isinstance(s, Section)] == [
        ("1", "基础建设", 2),
        ("2", "制度建设", 2),
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        ["1.1", "1.3", "2.1", "2.2"],
        ["1.2", "1.3", "2.1", "2.2"],
        ["1.1", "1.1.1", "1.2", "2.1"],
    ],
    ids=["one is missing", "the first is missing", "levels differ"],
)
def test_numbers_that_do_not_count_on_part_no_rows(numbers: list[str]) -> None:
    assert facts(read(*HEAD, *rows(numbers))) != [(n.strip("（）"), *row) for n, row in zip(numbers, ROWS, strict=True)]
    assert len(facts(read(*HEAD, *rows(numbers)))) < len(ROWS)


def test_marks_that_do_not_count_on_are_headings_and_the_gaps_are_said() -> None:
    """No row of a table: the head stays words, and each line below a heading is read for what it says."""
    plan = read(*HEAD, *rows(["（1）", "（3）", "（5）", "（7）"]))
    assert [p.text for p in plan.preamble][-4:] == list(HEAD[-4:])
    assert [d.code for d in plan.diagnostics].count("numbering-gap") == 3


def test_a_figure_in_a_cell_is_no_number() -> None:
    plan = read(*HEAD, "1", "普及率（%）", "市水利局", "6月底前", "2", "2.1", "市财政局", "9月底前", "3", *ROWS[2])
    assert [m.number for m in plan.measures] == ["1", "2", "3"]


def test_the_end_of_a_wrapped_cell_is_no_body_where_it_counts_or_two_cells_fill_the_column() -> None:
    wrapped = ["1", "新建码头3个，改造老旧", "码头2个", "市水利局", "市财政局", "6月底前"]
    plan = read(*HEAD, *wrapped, "2", *ROWS[1], "3", "修订《甲办法》，完善", "配套制度", *ROWS[2][1:], "4", *ROWS[3])
    assert [[b.name for b in m.responsibility.bodies] for m in plan.measures] == [
        ["市水利局", "市财政局"],
        ["市财政局"],
        ["市司法局"],
        ["市人社局"],
    ]


def test_what_may_be_a_body_or_the_end_of_the_only_wrapped_cell_is_not_dealt() -> None:
    plan = read(
        *HEAD, "1", *ROWS[0], "2", *ROWS[1], "3", "修订《甲办法》，完善", "配套制度", *ROWS[2][1:], "4", *ROWS[3]
    )
    assert [[b.name for b in m.responsibility.bodies] for m in plan.measures][2] == []
