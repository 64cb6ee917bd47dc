"""Tables of PDF files without ruling lines: the plan of the same table as a web page, or no facts and a message; never other facts."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kjplan import language
from kjplan.checking.rules.parser_codes import said
from kjplan.model import Measure, Plan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import decode
from kjplan.reading.pdf_columns import AlignedTables
from kjplan.reading.pdf_tables import TableText
from kjplan.reading.pdf_words import Char
from tests.reading.tables_of_tasks import DUES, Cell, TaskTable, as_html, as_pdf, tables

Fact = tuple[str | None, str | None, list[tuple[str, str]], list[str | None]]
"""Number, title, bodies, dates of deadlines."""

BEFORE, AFTER = ["2023年工作要点", "一、重点任务"], ["二、保障措施", "（一）加强领导。健全机制。"]
WORDS = (
    "建设平台",
    "完善管理制度，推动开放共享，服务企业研发活动。",
    "引进人才。新建3家",
    "优化服务，提高效率，减少环节",
)
LISTS = ("市科技局", "市科技局、市人力资源社会保障局、市财政局", "各县（市、区）人民政府", "市大数据局，市教育局")


def plan_of(data: bytes, name: str) -> Plan:
    parsed = parse_source(decode(data, name))
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    return parsed.plan


def facts(plan: Plan) -> list[Fact]:
    return [
        (m.number, m.title, [(b.name, b.role) for b in m.responsibility.bodies], [d.date for d in m.due])
        for m in plan.walk(Measure)
    ]


def unsure(plan: Plan) -> bool:
    return any(d.code == "table-not-sure" for d in plan.diagnostics)


def page(table: TaskTable) -> bytes:
    paragraphs = ["".join(f"<p>{x}</p>" for x in some) for some in (BEFORE, AFTER)]
    return f"<html>{paragraphs[0]}{as_html(table)}{paragraphs[1]}".encode()


HEAD: list[Cell | None] = [Cell(name) for name in ("序号", "工作任务", "牵头单位", "完成时限")]


def made(rows: list[list[str]]) -> TaskTable:
    return TaskTable([[*HEAD], *[list[Cell | None](map(Cell, row)) for row in rows]])


@st.composite
def simple_tables(draw: st.DrawFn) -> TaskTable:
    """Tables without merged cells."""
    cells = st.tuples(st.sampled_from(WORDS), st.sampled_from(LISTS), st.sampled_from(["", *DUES]))
    rows = draw(st.lists(cells, min_size=1, max_size=30))
    return made([[str(k), *row] for k, row in enumerate(rows, 1)])


@settings(max_examples=25, deadline=None)
@given(simple_tables(), st.sampled_from([0, 2, 4, 9]), st.sampled_from(["TOP", "MIDDLE"]))
def test_the_plan_of_the_web_page_or_no_facts(table: TaskTable, padding: float, align: str) -> None:
    plan = plan_of(as_pdf(table, BEFORE, AFTER, ruled=False, padding=padding, align=align), "a.pdf")
    expected = facts(plan_of(page(table), "a.html"))
    if unsure(plan):
        assert [fact for fact in facts(plan) if fact not in expected] == []
    else:
        assert facts(plan) == expected


def test_a_heading_close_below_the_last_row_is_none_of_its_cells() -> None:
    long = ["市科技局、市人力资源社会保障局、市财政局"] * 6
    rows = [["1", "建设平台", "市科技局", ""]] * 3 + [["", "建设平台", bodies, ""] for bodies in long]
    rows += [["", "完善管理制度，推动开放共享，服务企业研发活动。", "市科技局", ""], ["", "建设平台", "市科技局", ""]]
    table = made([[str(k), *row[1:]] for k, row in enumerate(rows, 1)])
    plan = plan_of(as_pdf(table, BEFORE, AFTER, ruled=False, padding=9, align="TOP"), "a.pdf")
    assert facts(plan) == facts(plan_of(page(table), "a.html"))


@settings(max_examples=20, deadline=None)
@given(tables(), st.sampled_from([0, 3, 9]), st.sampled_from(["TOP", "MIDDLE"]))
def test_nothing_is_stated_that_merged_cells_do_not_say(table: TaskTable, padding: float, align: str) -> None:
    assume(table.rows[0][0] in (Cell("序号"), Cell("序号", rows=2)))
    plan = plan_of(as_pdf(table, BEFORE, AFTER, ruled=False, padding=padding, align=align), "a.pdf")
    stated = {title: (lead + support, dates) for _, title, lead, support, dates in table.truth}
    for _, title, bodies, dates in facts(plan):
        if title in stated:
            assert {name for name, _ in bodies} <= {*stated[title][0]}
            assert {*dates} <= {*stated[title][1]}
        else:
            assert (bodies, dates) == ([], [])


def test_a_table_over_pages_is_read_on() -> None:
    table = made([[str(k), WORDS[k % 4], LISTS[k % 4], "6月底前"] for k in range(1, 60)])
    plan = plan_of(as_pdf(table, BEFORE, AFTER, ruled=False, padding=5), "a.pdf")
    assert facts(plan) == facts(plan_of(page(table), "a.html"))


@pytest.mark.parametrize(
    "rows",
    [
        # no numbers, numbers that do not count, a head that names too little
        [["类别", "工作任务", "牵头单位"], ["平台", "建库", "市科技局"], ["人才", "引才", "市教育局"]],
        [["序号", "工作任务", "牵头单位"], ["甲", "建库", "市科技局"], ["乙", "引才", "市教育局"]],
        [["序号", "牵头单位"], ["1", "市科技局"], ["2", "市教育局"]],
    ],
    ids=["no number", "letters", "two names"],
)
def test_what_is_no_such_table_stays_text(rows: list[list[str]]) -> None:
    table = TaskTable([[Cell(words) for words in row] for row in rows])
    plan = plan_of(as_pdf(table, BEFORE, AFTER, ruled=False), "a.pdf")
    assert not unsure(plan)
    assert [fact for fact in facts(plan) if fact[2]] == []


def chars(words: str, left: float, bottom: float) -> list[Char]:
    return [Char(ch, left + 10 * k, left + 10 * k + 10, bottom, bottom + 10, 10) for k, ch in enumerate(words)]


def taken(*lines: list[tuple[str, float]], step: float = 20) -> list[tuple[bool, list[list[str]]]]:
    some = [ch for k, line in enumerate(lines) for words, left in line for ch in chars(words, left, 700 - step * k)]
    found, rest = AlignedTables().take(some, 600, 840)
    held = sum(len("".join(cell.words for cell in row).replace(" ", "")) for t in found for row in t.rows)
    assert held + len(rest) == len(some)
    return [(table.sure, [[cell.words for cell in row] for row in table.rows]) for table in found]


NAMES = [("序号", 80.0), ("任务", 150.0), ("单位", 300.0)]


def test_words_by_their_places() -> None:
    rows = [[("1", 80.0), ("建库", 150.0), ("甲局", 300.0)], [("2", 80.0), ("引才", 150.0)]]
    assert taken(NAMES, *rows) == [(True, [["序号", "任务", "单位"], ["1", "建库", "甲局"], ["2", "引才", ""]])]


@pytest.mark.parametrize(
    "row",
    [
        [("2", 80.0), ("引才" * 10, 150.0)],  # into the next column
        [("2", 80.0), ("引才", 220.0), ("甲局", 300.0)],  # between two columns
    ],
)
def test_words_that_keep_to_no_column(row: list[tuple[str, float]]) -> None:
    ((sure, rows),) = taken(NAMES, [("1", 80.0), ("建库", 150.0), ("甲局", 300.0)], row)
    assert not sure
    assert [len(cells) for cells in rows] == [1, 1, 1]


def test_a_head_of_two_lines_is_not_sure() -> None:
    below = [("牵头单位", 280.0), ("配合单位", 330.0)]
    ((sure, rows),) = taken(NAMES, below, [("1", 80.0), ("建库", 150.0), ("甲局", 300.0)])
    assert not sure
    assert [len(cells) for cells in rows] == [1, 1, 1]
    assert taken(NAMES, below, [("甲", 80.0), ("建库", 150.0)]) == []


def test_words_below_are_none_of_the_table() -> None:
    rows = [[("1", 80.0), ("建库", 150.0), ("甲局", 300.0)], [("2", 80.0), ("引才", 150.0), ("乙局", 300.0)]]
    assert taken(NAMES, *rows, [("二、保障措施", 80.0)]) == taken(NAMES, *rows)
    assert taken(NAMES, *rows, [], [("附件", 150.0)]) == taken(NAMES, *rows)
    assert not taken(NAMES, *rows, [("附件", 150.0)])[0][0]  # or a second line of a cell


def test_words_that_stand_off_but_in_two_columns_are_a_row() -> None:
    names, first = [*NAMES, ("时限", 400.0)], [("1", 80.0), ("建库", 150.0), ("甲局", 300.0), ("6月", 400.0)]
    apart = [("乙局", 300.0), ("年底", 400.0)]
    ((sure, rows),) = taken(names, first, [("先建", 150.0)], [], apart, step=15)
    assert not sure  # the number of the row is that of the one above, or was left out
    assert rows[-1] == ["乙局  年底"]
    alone = taken(names, first, [("先建", 150.0)], [], [("某县人民政府", 300.0)], step=15)
    assert alone == taken(names, first, [("先建", 150.0)], step=15)


def test_a_second_body_below_merged_cells_at_the_end_of_a_table() -> None:
    """Its line stood off the one above and was taken for words below the table: a task with a deadline that no cell gives it."""
    names = ("序号", "类别", "工作任务", "牵头单位", "配合单位", "完成时限")
    tasks = ("建设平台", "培育企业", "引进人才", "完善机制", "推进改革", "优化服务", "开展科普", "壮大产业")
    rows: list[list[Cell | None]] = [[Cell(name) for name in names]]
    for k, task in enumerate(tasks):
        group = {0: Cell("创新平台", 3), 3: Cell("营商环境", 7)}.get(k)
        high = 2 if k > 5 else 1
        body = Cell("市科技局" if k in (1, 3, 5) else "市科技局、市财政局")
        rows.append([Cell(str(k + 1), high), group, Cell(f"{task}。新建{k + 3}家", high), body, Cell(), Cell()])
        if high > 1:
            rows.append([None, None, None, Cell("市医保局"), Cell(), Cell("10月底前")])
    plan = plan_of(as_pdf(TaskTable(rows), BEFORE, AFTER, ruled=False, padding=3, align="TOP"), "a.pdf")
    assert unsure(plan)
    assert facts(plan) == [("一", "加强领导", [], [])]


@pytest.mark.parametrize(("align", "sure"), [("TOP", True), ("MIDDLE", False)])
def test_a_group_whose_name_stands_in_the_middle_of_its_rows(align: str, sure: bool) -> None:
    """The task of the row that its name stands in was called by it."""
    rows: list[list[Cell | None]] = [[Cell(name) for name in ("序号", "类别", "工作任务", "牵头单位", "完成时限")]]
    for k, task in enumerate(("建设平台", "培育企业", "引进人才", "优化服务")):
        group = {0: Cell("创新平台", 3), 3: Cell("营商环境")}.get(k)
        rows.append([Cell(str(k + 1)), group, Cell(f"{task}。新建{k + 3}家"), Cell("市科技局"), Cell("6月底前")])
    plan = plan_of(as_pdf(TaskTable(rows), BEFORE, AFTER, ruled=False, padding=3, align=align), "a.pdf")
    assert unsure(plan) is not sure
    tasks = [m.title for m in plan.walk(Measure) if m.due]
    assert tasks == (["建设平台", "培育企业", "引进人才", "优化服务"] if sure else [])


def test_a_second_body_below_columns_that_the_head_does_not_name() -> None:
    """The names of two columns stood above the head, so that lines of either were measured against those of the other."""
    both = Cell("市科技局、市财政局")
    rows: list[list[Cell | None]] = [
        [Cell("序号", 2), Cell("工作任务", 2), Cell("责任分工", 1, 2), None, Cell("完成时限", 2)],
        [None, None, Cell("牵头单位"), Cell("配合单位"), None],
        [Cell("1"), Cell("建设平台。新建3家"), Cell("市科技局、市财政局", 2), both, Cell()],
        [Cell("2", 2), Cell("培育企业。新建4家", 2), None, Cell(), Cell("6月底前")],
        [None, None, Cell("市医保局"), Cell(), Cell("10月底前")],
    ]
    for padding in (0, 3, 6, 9):
        plan = plan_of(as_pdf(TaskTable(rows), BEFORE, AFTER, ruled=False, padding=padding, align="MIDDLE"), "a.pdf")
        assert unsure(plan)
        assert [fact for fact in facts(plan) if fact[2] or fact[3]] == []


def test_helpers_of_the_first_task_of_each_group_help_with_no_other() -> None:
    """The first task of either group had helpers and the second none, so that the column looked merged as that of the groups is."""
    names = ("序号", "类别", "工作任务", "牵头单位", "配合单位", "完成时限")
    some = [("市财政局", "市科技局、市财政局"), ("市科技局", ""), ("市财政局", "市科技局"), ("市科技局", "")]
    rows: list[list[Cell | None]] = [[Cell(name) for name in names]]
    for k, (lead, support) in enumerate(some):
        group = None if k % 2 else Cell(("创新平台", "营商环境")[k // 2], 2)
        rows.append([Cell(str(k + 1)), group, Cell(f"{'建引推扩'[k]}平台。新建3家"), Cell(lead), Cell(support), Cell()])
    plan = plan_of(as_pdf(TaskTable(rows), BEFORE, AFTER, ruled=False, padding=3, align="TOP"), "a.pdf")
    assert not unsure(plan)
    assert [m.responsibility.stated and len(m.responsibility.bodies) for m in plan.measures][:4] == [3, 1, 2, 1]


@pytest.mark.parametrize(
    ("words", "left", "step", "kept"),
    [
        ("市财政局", 300.0, 12.0, True),  # wrapped below the last name
        ("加强管理", 80.0, 12.0, False),  # at the margin, where paragraphs begin
        ("市财政局", 300.0, 40.0, False),  # too far below
        ("各单位要高度重视，抓好落实，按时报送有关情况", 130.0, 12.0, False),  # over all columns
    ],
)
def test_what_goes_on_the_last_row_of_a_table_that_is_not_sure(
    words: str, left: float, step: float, kept: bool
) -> None:
    lines = [
        NAMES,
        [("1", 80.0), ("建库", 150.0), ("甲局", 300.0)],
        [("2", 80.0), ("引才引智" * 4, 150.0), ("乙局", 300.0)],
    ]
    some = [ch for k, line in enumerate(lines) for w, x in line for ch in chars(w, x, 700 - 20 * k)]
    some += chars(words, left, 660 - step)
    found, rest = AlignedTables().take(some, 600, 840)
    assert [table.sure for table in found] == [False]
    assert (words in "".join(cell.words for row in found[0].rows for cell in row)) is kept
    assert "".join(ch.text for ch in rest) == ("" if kept else words)


def test_a_table_that_is_not_sure_has_a_page_and_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    table = made([["1", WORDS[0], LISTS[0], ""], ["乙", WORDS[0], LISTS[0], ""], ["3", WORDS[0], LISTS[0], ""]])
    source = decode(as_pdf(table, BEFORE, AFTER, ruled=False), "a.pdf")
    (told,) = [d for d in parse_source(source).plan.diagnostics if d.code == "table-not-sure"]
    assert told.message.startswith("page 1: 4 rows or lines")
    monkeypatch.setattr(language, "_chosen", "zh")
    assert said(told).startswith("第 1 页：表中 4 行")
    assert told.span is not None
    assert source.text[slice(*told.span)].startswith("序号")
    assert (told.line, told.column) == source.position(told.span[0])


PLACED = st.tuples(
    st.sampled_from(
        ["序号", "序", "号", "任务", "单位", "1", "2", "3.", "建设平台", "市科技局、", "一、任务", "甲" * 14, " "]
    ),
    st.sampled_from([80.0, 82.0, 150.0, 155.0, 300.0, 305.0, 420.0]),
    st.sampled_from([20.0, 40.0, 400.0, 405.0, 412.0, 424.0, 440.0, 700.0, 712.0, 724.0, 790.0]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(PLACED, max_size=20), min_size=1, max_size=3))
def test_no_character_is_lost_on_any_pages(pages: list[list[tuple[str, float, float]]]) -> None:
    finder, held, given, kept = AlignedTables(), list[list[TableText]](), 0, 0
    for page in pages:
        some = [ch for words, left, bottom in page for ch in chars(words, left, bottom)]
        found, rest = finder.take(some, 600, 840)
        held.append(found)  # a later page may part the last row of one
        given += sum(not ch.text.isspace() for ch in some)
        kept += sum(not ch.text.isspace() for ch in rest)
    words = "".join(cell.words for found in held for table in found for row in table.rows for cell in row)
    assert len("".join(words.split())) + kept == given
