"""Excel files: cells as Excel shows them, merged cells, sheets; and files that mean harm."""

import tracemalloc
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

import kjplan
from fuzz.targets import PARTED, excel_file
from kjplan.errors import SourceError
from kjplan.language import choose
from kjplan.model import Measure
from kjplan.parsing import parse_source
from kjplan.reading import decode
from kjplan.reading.text import SourceText
from tests.conftest import NOTICE
from tests.reading.builders import lines_of, outline, plan_of, plan_of_lines


def sheet(
    rows: list[list[object]], name: str | None = None, formats: dict[tuple[int, int], str] | None = None
) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    page = book.add_worksheet(name)
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            code = (formats or {}).get((i, j))
            page.write(i, j, value, book.add_format({"num_format": code}) if code else None)
    book.close()
    return file.getvalue()


def read(data: bytes) -> SourceText:
    return decode(data, "a.xlsx")


def shown(value: object, code: str) -> str:
    return read(sheet([["甲", value]], formats={(0, 1): code})).text.strip().partition(" | ")[2]


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (0.85, "0%", "85%"),
        (0.655, "0.0%", "65.5%"),
        (12.0, "General", "12"),
        (2.6, "General", "2.6"),
        (0.1 + 0.2, "General", "0.3"),
        (1000000, "General", "1000000"),
        (1234567.891, "#,##0.00", "1234567.89"),
        (45, '0"亿元"', "45亿元"),
        (2.5, '"约"0.0"万吨"', "约2.5万吨"),
        (3, "0.00_);[Red]\\(0.00\\)", "3.00"),
        (46022, "yyyy/m/d", "2025/12/31"),
        (46022, "yyyy-mm-dd", "2025-12-31"),
        (46022, 'yyyy"年"m"月"d"日"', "2025年12月31日"),
        (46022, 'yyyy"年"m"月"', "2025年12月"),
        (46022, 'm"月"d"日"', "12月31日"),
        (46022, "General", "46022"),
        ("007", "@", "007"),
        (True, "General", "TRUE"),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: object, code: str, expected: str) -> None:
    assert shown(value, code) == expected


def test_days_may_be_counted_from_1904() -> None:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"date_1904": True})
    page = book.add_worksheet()
    page.write_row(0, 0, ["完成", "时限"])
    page.write_datetime(1, 1, date(2025, 12, 31), book.add_format({"num_format": "yyyy/m/d"}))
    page.write(1, 0, "甲")
    book.close()
    assert "2025/12/31" in read(file.getvalue()).text


def test_a_notice_typed_a_paragraph_a_row_gives_its_plan() -> None:
    words = lines_of(NOTICE)
    assert outline(plan_of(sheet([[line] for line in words]), "a.xlsx")) == outline(plan_of_lines(words))


def test_rows_of_one_cell_around_a_table_are_text_and_between_its_rows_are_its_groups() -> None:
    plan = plan_of(
        sheet(
            [
                ["某市2025年工作要点任务分解表"],
                ["序号", "工作任务", "责任单位"],
                ["一、平台建设"],
                [1, "建设实验室。新建5家", "市科技局"],
                ["二、人才引进"],
                [2, "引进人才。引进30名", "市人社局"],
                ["注：每月报送进展。"],
            ]
        ),
        "a.xlsx",
    )
    assert plan.title == "某市2025年工作要点任务分解表"
    assert [(section.number, section.title) for section in plan.sections] == [("一", "平台建设"), ("二", "人才引进")]
    assert [(m.number, m.title, [b.name for b in m.responsibility.bodies]) for m in plan.walk(Measure)] == [
        ("1", "建设实验室", ["市科技局"]),
        ("2", "引进人才", ["市人社局"]),
    ]


def test_empty_rows_part_tables_and_empty_columns_part_nothing() -> None:
    rows: list[list[object]] = [["甲", "", "乙"], ["丙", "", "丁"], [], ["戊", "", "己"]]
    source = read(sheet(rows))
    assert source.text == "甲 | 乙\n丙 | 丁\n戊 | 己\n"
    assert [len(grid) for grid in source.tables] == [2, 1]


def test_an_empty_row_below_merged_cells_parts_nothing() -> None:
    """A row made high by merging every cell of it with the empty row below."""
    cells = "".join(
        f"<row r='{r}'>" + "".join(f"<c r='{c}{r}' t='inlineStr'><is><t>{w}</t></is></c>" for c, w in row) + "</row>"
        for r, row in (
            (1, (("A", "甲"), ("B", "乙"))),
            (3, (("A", "丙"), ("B", "丁"))),
            (5, (("A", "戊"), ("B", "己"))),
        )
    )
    merged = "<mergeCell ref='A1:A2'/><mergeCell ref='B1:B2'/>"
    source = read(excel_file((cells + merged).encode()))
    assert source.text == "任务\n甲 | 乙\n丙 | 丁\n戊 | 己\n"
    assert [len(grid) for grid in source.tables] == [2, 1]


def test_escaped_characters_are_what_they_stand_for() -> None:
    cells = "<row><c t='inlineStr'><is><t>市财政局_x000D_市教育局</t></is></c></row>"
    assert read(excel_file(cells.encode())).text == "任务\n市财政局\n市教育局\n"


def test_a_sheet_whose_part_is_missing_is_called_so() -> None:
    parts = {
        "xl/workbook.xml": "<workbook><sheets><sheet name='a' id='r0'/><sheet name='b' id='r9'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": BOOK["xl/_rels/workbook.xml.rels"],
        "xl/s.xml": "<worksheet><row><c><v>1</v></c></row></worksheet>",
    }
    assert read(zipped(parts)).notes == [("part-not-read", ("b",))]


def test_names_that_people_gave_to_sheets_are_furniture_and_others_are_not_told() -> None:
    assert [source.text for source in (read(sheet([["甲"]])), read(sheet([["甲"]], "任务分解")))] == [
        "甲\n",
        "任务分解\n甲\n",
    ]
    assert read(sheet([["甲"]], "任务分解")).furniture == [("other", (0, 4))]


def test_hidden_rows_are_read_and_hidden_sheets_are_noted() -> None:
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    page, hidden = book.add_worksheet(), book.add_worksheet("选项")
    page.write_column(0, 0, ["甲", "乙"])
    page.set_row(1, None, None, {"hidden": True})
    hidden.write(0, 0, "丙")
    hidden.hide()
    book.close()
    source = read(file.getvalue())
    assert source.text == "甲\n乙\n"
    assert source.notes == [("sheet-not-read", ("选项",))]


def test_a_formula_counts_as_what_it_came_to_and_one_that_never_did_is_noted() -> None:
    file = BytesIO()
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"], page["B1"] = "合计", "=SUM(B2:B3)"
    book.save(file)
    source = read(file.getvalue())
    assert source.text == "合计\n"
    assert source.notes == [("formula-without-value", ("1", "B1"))]
    worked_out = BytesIO()
    other = xlsxwriter.Workbook(worked_out)
    other.add_worksheet().write_formula(0, 0, "=1+1", None, 2)
    other.close()
    assert (read(worked_out.getvalue()).text, read(worked_out.getvalue()).notes) == ("2\n", [])


def test_lines_in_a_cell_are_parted_by_blanks_and_readings_are_left_out() -> None:
    strings = "<si><r><t>市财政局\n市教育局</t></r><rPh><t>shi</t></rPh></si><si><t>甲</t></si>"
    cells = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
    assert read(excel_file(PARTED.join((cells.encode(), strings.encode())))).text == "任务\n市财政局 市教育局 | 甲\n"


def test_a_checklist_of_kjplan_gives_its_tasks_back(request: pytest.FixtureRequest) -> None:
    """Who and by when of a plan, through the file that an office sends round; what nobody stated stays so."""
    text = "某市2025年工作要点\n一、重点任务\n1.建设平台。新建5家。（市科技局牵头，市财政局配合，6月底前完成）\n2.引进人才。引进30名。\n"
    plan = parse_source(decode(text.encode())).plan
    request.addfinalizer(lambda: choose(None))
    choose("zh")
    again = plan_of(kjplan.checklist_file(plan, "xlsx"), "tasks.xlsx")
    assert [told(measure) for measure in again.walk(Measure)] == [told(measure) for measure in plan.walk(Measure)]
    assert again.title == "某市2025年工作要点任务分解表"


def told(measure: Measure) -> tuple[object, ...]:
    bodies = [(body.name, body.role) for body in measure.responsibility.bodies]
    return measure.number, measure.title, bodies, [due.date for due in measure.due]


def zipped(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, words in parts.items():
            package.writestr(name, words)
    return file.getvalue()


BOOK = {
    "xl/workbook.xml": "<workbook><sheets><sheet name='a' id='r0'/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='r0' Target='s.xml' Type='x/worksheet'/></Relationships>",
}


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({}, "without text"),
        (BOOK, "without text"),
        (BOOK | {"xl/s.xml": "<worksheet><row>"}, "damaged .xlsx"),
        (BOOK | {"xl/s.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>"}, "DOCTYPE"),
        (BOOK | {"xl/s.xml": f"<worksheet>{'<a>' * 300}{'</a>' * 300}</worksheet>"}, "too deeply nested"),
        (BOOK | {"xl/s.xml": "<worksheet>" + " " * (65 << 20) + "</worksheet>"}, "too large"),
    ],
    ids=["no-sheets", "no-part", "cut-off", "doctype", "deep", "large"],
)
def test_a_file_that_cannot_be_read_says_why(parts: dict[str, str], what: str) -> None:
    with pytest.raises(SourceError, match=what):
        read(zipped({"xl/workbook.xml": "<workbook/>"} | parts))


def test_odd_cells_are_read_as_far_as_they_go() -> None:
    odd = (
        "<row r='2'><c r='B2'><v>1</v></c><c r='ZZZZ9' t='s'><v>99</v></c><c t='s'><v>x</v></c><c t='e'><v>#N/A</v></c></row>"
        "<row r='1'><c r='B1' s='77'><v>1E999</v></c><c><v>nan</v></c></row><mergeCell ref='B1'/><mergeCell ref='B9:A1'/>"
        "<mergeCell ref='A1:XFD1048576'/>"
    )
    assert read(excel_file(odd.encode())).text == "任务\n| 1E999 | nan |  |\n1 |  | #N/A\n"


def test_many_merged_cells_take_no_longer_than_the_file() -> None:
    """Thousands of merged cells over thousands of rows: each row asks for its own columns only."""
    rows = "".join(f"<row><c><v>{k}</v></c><c><v>1</v></c></row>" for k in range(3000))
    merges = "".join(f"<mergeCell ref='A{k}:A1048576'/>" for k in range(1, 3000))
    assert len(read(excel_file((rows + merges).encode())).text) > 3000


def many_rows(n: int) -> list[list[object]]:
    return [[k, f"推进码头{k}建设", "加强管理，新建泊位3个", f"市港航{k}局", "6月底前"] for k in range(n)]


def test_rows_are_not_held_as_elements() -> None:
    """What reading takes stays within a few times the rows' own XML, which is held nowhere as a whole."""
    data = sheet(many_rows(3000))
    written = sum(info.file_size for info in zipfile.ZipFile(BytesIO(data)).infolist())
    read(sheet(many_rows(3)))
    tracemalloc.start()
    try:
        source = read(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(source.tables[0]) == 3000
    assert peak < 15 * written, f"{peak / written:.1f} times"


@pytest.mark.parametrize(("columns", "sparse"), [(132, False), (133, True)])
def test_a_far_off_cell_makes_no_columns_of_empty_cells(columns: int, sparse: bool) -> None:
    """A first row of many cells and two cells in each of the rows below: where hardly one cell in 50 has words, rows keep their own."""
    rows: list[list[object]] = [[f"甲{k}" for k in range(columns)]]
    rows += [[None, f"乙{k}", "丙"] for k in range(200)]
    cells = [cell.strip() for cell in read(sheet(rows)).text.splitlines()[3].split("|")]
    assert [cell for cell in cells if cell] == ["乙2", "丙"]
    assert len(cells) == (2 if sparse else columns + 2)  # bars stand around a row whose first cell is empty


def test_a_document_type_is_found_wherever_it_stands() -> None:
    """Parts are read in pieces of 65,536 bytes."""
    for before in (65_530, 65_536, 10):
        part = b'<?xml version="1.0"?>' + b" " * (before - 21) + b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'
        file = BytesIO()
        with zipfile.ZipFile(BytesIO(sheet([["甲", "乙"]]))) as old, zipfile.ZipFile(file, "w") as new:
            for name in old.namelist():
                new.writestr(name, part if name.endswith("sheet1.xml") else old.read(name))
        with pytest.raises(SourceError, match="DOCTYPE"):
            read(file.getvalue())
