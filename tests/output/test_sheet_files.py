"""The task table as files, read back by other programs' libraries: openpyxl, python-docx, icalendar."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import docx
import icalendar
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjplan import language
from kjplan.checklists import PROFILES, Sheet, build, sheet
from kjplan.checklists.profiles import FACTS, Profile
from kjplan.model import Measure, Plan
from kjplan.output.exports import SheetFormat, to_bytes
from kjplan.output.ics import to_ics
from kjplan.output.xlsx import CELL_LIMIT
from tests.checklists.plans import bodies, sample

HEADINGS = ["序号", "工作任务", "具体举措", "目标值", "牵头单位", "配合单位", "责任人", "完成时限", "进展情况", "备注"]


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    language.choose("zh")
    yield
    language.choose(None)


def table(plan: Plan | None = None, **how: Any) -> Sheet:
    plan = plan or sample()
    return sheet(plan, build(plan), **how)


def spreadsheet(made: Sheet) -> Any:
    """The page of a spreadsheet."""
    return openpyxl.load_workbook(io.BytesIO(to_bytes(made, "xlsx"))).active


def document(made: Sheet) -> Any:
    return docx.Document(io.BytesIO(to_bytes(made, "docx")))


def todos(data: str | bytes) -> list[Any]:
    """The to-dos of a calendar that has no errors."""
    calendar: Any = icalendar.Calendar.from_ical(data)
    found = list(calendar.walk("VTODO"))
    assert not calendar.errors and not any(todo.errors for todo in found)
    return found


def one(text: str, title: str | None = None) -> Plan:
    """A plan whose only task is a text."""
    return Plan(title="要点", year=2023, parts=[Measure(id="M1", title=title or text, text=text)])


def test_spreadsheet_holds_every_cell_as_text() -> None:
    page = spreadsheet(table())
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=3)]
    assert rows[0] == [*HEADINGS, "编号"]
    assert rows[1] == [
        *("11", "壮大企业", "全年新增企业100家、平台5个。\n（1）摸清底数。", "企业：新增100家；平台：新增5个"),
        *("未明确", "未明确", None, "未明确", None, None, "M11"),
    ]
    assert rows[2][:6] == ["12", "=1+1", "@建成", "无量化指标", "市科技局", "市财政局"]
    assert rows[3][2] == "引进\\x1b人才 & 团队。\n做好服务。"
    assert [row[-1] for row in rows[1:]] == ["M11", "M12", "M13", "M14"]
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} == {"s"}


def test_what_begins_like_a_formula_stays_text_when_it_is_edited() -> None:
    page = spreadsheet(table())
    marked = {cell.value for row in page.iter_rows() for cell in row if cell.quotePrefix}
    assert marked == {"=1+1", "@建成", "-做好宣传", "-做好宣传，办好活动。"}


def test_spreadsheet_is_set_up_for_screen_and_paper() -> None:
    page = spreadsheet(table())
    assert (page.freeze_panes, page.auto_filter.ref) == ("C4", "A3:K7")
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert (page.print_title_rows, page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == ("$3:$3", 1, 0)
    assert page.print_area == "'任务分解'!$A$1:$J$7"
    assert [letter for letter, column in page.column_dimensions.items() if column.hidden] == ["K"]
    assert page["C4"].alignment.wrap_text
    (offered,) = page.data_validations.dataValidation
    assert str(offered.sqref) == "I4:I7"
    assert offered.formula1 == '"欠进度,达进度,超进度,已完成,提前完成"'
    assert not offered.showErrorMessage


def test_a_profile_without_progress_offers_no_status() -> None:
    assert spreadsheet(table(profile=PROFILES["division"])).data_validations.dataValidation == []


def test_groups_stand_in_a_column_of_a_spreadsheet() -> None:
    rows = list(spreadsheet(table(by="lead")).iter_rows(min_row=3, values_only=True))
    assert [(row[-2], row[-1]) for row in rows] == [
        *(("分组", "编号"), ("市科技局", "M12"), ("市科技局", "M13"), ("市人社局", "M13")),
        *(("各区县（市）", "M13"), ("市科协", "M14"), ("未明确", "M11")),
    ]


def test_rows_are_high_enough_for_their_text_and_columns_grow_where_they_cannot_be() -> None:
    short, long = spreadsheet(table(one("短"))), spreadsheet(table(one("长" * 2000, "短")))
    assert short.row_dimensions[4].height < 30
    assert 350 < long.row_dimensions[4].height <= 409
    assert long.column_dimensions["C"].width > short.column_dimensions["C"].width


def test_a_text_longer_than_a_cell_says_so() -> None:
    text = spreadsheet(table(one("长" * 40_000)))["C4"].value
    assert len(text) == CELL_LIMIT
    assert text.endswith("长……（单元格容纳不下，全文见原文）")
    assert spreadsheet(table(one("长" * CELL_LIMIT)))["C4"].value == "长" * CELL_LIMIT


def test_assigned_words_are_blue_and_underlined() -> None:
    plan = sample()
    rows = build(plan)
    rows[1].lead, rows[1].origin, rows[1].overridden = "市工信局", {"lead": "assigned"}, {"lead": "市科技局"}
    made = sheet(plan, rows)
    cell = spreadsheet(made)["E5"]
    assert (cell.value, cell.font.underline, cell.font.color.rgb) == ("市工信局", "single", "FF1F4E9E")
    assert spreadsheet(made)["F5"].font.underline is None
    run = document(made).tables[0].cell(2, 4).paragraphs[0]
    assert (run.text, run.style.name) == ("市工信局（原文：市科技局）", "kjplan Assigned")


def test_word_document_is_a_table_with_repeated_headings_across_a4() -> None:
    made = document(table())
    (found,) = made.tables
    assert [cell.text for cell in found.rows[0].cells] == HEADINGS
    assert [row.cells[0].text for row in found.rows[1:]] == ["11", "12", "一", ""]
    assert found.rows[3].cells[2].text == "引进\\x1b人才 & 团队。\n做好服务。"
    assert made.paragraphs[0].text == "某市2023年工作要点任务分解表"
    assert "tblHeader" in found.rows[0]._tr.xml and "tblHeader" not in found.rows[1]._tr.xml
    page = made.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (297, 210)
    table_width = sum(int(column.w) for column in found._tbl.tblGrid.gridCol_lst)
    assert table_width <= page.page_width - page.left_margin - page.right_margin
    assert page.footer.paragraphs[0].text.startswith("—")


def test_a_row_of_a_word_document_stays_on_one_page_unless_it_is_long() -> None:
    short, long = (document(table(one("长" * size, "短"))).tables[0].rows[1] for size in (100, 2000))
    assert ["cantSplit" in row._tr.xml for row in (short, long)] == [True, False]


def test_word_document_names_its_fonts_and_what_to_take_instead() -> None:
    with zipfile.ZipFile(io.BytesIO(to_bytes(table(), "docx"))) as package:
        styles, fonts = (package.read(f"word/{name}.xml").decode() for name in ("styles", "fontTable"))
    for font in ("方正小标宋简体", "仿宋_GB2312", "黑体"):
        assert f'w:eastAsia="{font}"' in styles
        assert f'<w:font w:name="{font}"><w:altName' in fonts


def test_groups_stand_across_a_word_document() -> None:
    rows = document(table(by="section")).tables[0].rows
    assert [row.cells[0].text for row in rows] == ["序号", "二 企业", "11", "12", "三 人才", "一", "未分部分", ""]


def test_calendar_is_valid_and_due_in_china() -> None:
    found = todos(to_bytes(table(), "ics"))
    assert [str(t["SUMMARY"]) for t in found] == ["11 壮大企业", "12 =1+1", "一 引才<b>", "-做好宣传"]
    assert [t.decoded("DUE", None) for t in found] == [
        None,
        datetime(2023, 12, 31, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai")),
        None,
        None,
    ]
    assert found[1].decoded("DUE").astimezone(UTC) == datetime(2023, 12, 31, 15, 59, tzinfo=UTC)
    assert {t.decoded("DTSTAMP") for t in found} == {datetime(2023, 2, 3, tzinfo=UTC)}
    assert "目标值：企业：新增100家；平台：新增5个\n" in str(found[0]["DESCRIPTION"])
    assert len({str(t["UID"]) for t in found}) == 4


def test_days_that_are_none_are_left_out() -> None:
    plan = sample()
    plan.document.written_date = "2023年2月"
    plan.measures[1].due[0].date = "年底"
    found = todos(to_bytes(table(plan), "ics"))
    assert found[1].decoded("DUE", None) is None
    assert found[1].decoded("DTSTAMP") == datetime(2023, 1, 1, tzinfo=UTC)
    assert spreadsheet(table(plan))["A5"].value == "12"


def test_alarms_ring_in_the_morning() -> None:
    todo = todos(to_ics(table()))[1]
    due = todo.decoded("DUE")
    rings = [due + alarm.decoded("TRIGGER") for alarm in todo.walk("VALARM")]
    assert [ring.isoformat()[:16] for ring in rings] == ["2023-12-02T09:00", "2023-12-25T09:00", "2023-12-31T09:00"]
    assert all(alarm["TRIGGER"].params["RELATED"] == "END" for alarm in todo.walk("VALARM"))


def test_a_finished_task_rings_no_more() -> None:
    plan = sample()
    rows = build(plan)
    rows[1].progress = "已完成"
    todo = todos(to_ics(sheet(plan, rows)))[1]
    assert str(todo["STATUS"]) == "COMPLETED"
    assert not todo.walk("VALARM")


def test_a_task_keeps_its_uid_when_its_number_changes() -> None:
    plan = sample()
    before = {t["SUMMARY"].split(" ")[-1]: t["UID"] for t in todos(to_ics(table(plan)))}
    first = plan.measures[0]
    first.id, first.number = "M31", "31"
    after = {t["SUMMARY"].split(" ")[-1]: t["UID"] for t in todos(to_ics(table(plan)))}
    assert before == after


def test_tasks_with_the_same_words_have_uids_of_their_own() -> None:
    plan = Plan(year=2023, parts=[Measure(id=f"M{n}", title="开展调研", text="开展调研。") for n in range(3)])
    assert len({t["UID"] for t in todos(to_ics(table(plan)))}) == 3


def test_a_task_in_several_groups_is_in_a_calendar_once() -> None:
    assert len(todos(to_ics(table(by="lead")))) == 4


def test_lines_of_a_calendar_are_short_and_end_in_cr_lf() -> None:
    lines = to_bytes(table(one("长；,\\" * 100)), "ics").split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert lines[-1] == b""


@pytest.mark.parametrize("form", ["xlsx", "docx", "ics"])
def test_same_table_same_bytes(form: SheetFormat, monkeypatch: pytest.MonkeyPatch) -> None:
    first = to_bytes(table(), form)
    monkeypatch.setattr("time.time", lambda: 4e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2099, 1, 1, 0, 0, 0, 0, 1, 0))
    assert to_bytes(table(), form) == first


@pytest.mark.parametrize("form", ["xlsx", "docx", "ics"])
def test_an_empty_table_is_a_valid_file(form: SheetFormat) -> None:
    data = to_bytes(table(Plan()), form)
    if form == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(data)).active["A3"].value == "序号"
    elif form == "docx":
        assert len(docx.Document(io.BytesIO(data)).tables[0].rows) == 1
    else:
        assert todos(data) == []


@pytest.mark.parametrize("columns", [("no",), ("task", "id")])
def test_narrow_tables_are_valid_files(columns: tuple[str, ...]) -> None:
    profile = Profile(name="x", columns=tuple(c for c in FACTS.values() if c.fact in columns))
    assert spreadsheet(table(profile=profile))["A3"].value in ("序号", "工作任务")
    assert len(document(table(profile=profile)).tables[0].columns) == len(columns)


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="csv"):
        to_bytes(table(), "csv")


TEXTS = st.text(st.characters(), min_size=1, max_size=60)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_any_text_stays_text(text: str) -> None:
    made = table(one(text))
    shown = spreadsheet(made)["B4"]
    assert shown.value is None or shown.data_type == "s"
    assert len(document(made).tables[0].rows) == 2
    (todo,) = todos(to_bytes(made, "ics"))
    assert todo.decoded("DTSTAMP") == datetime(2023, 1, 1, tzinfo=UTC)


def test_bodies_and_english() -> None:
    plan = sample()
    plan.measures[0].responsibility = bodies(("A", "joint"))
    language.choose("en")
    page = spreadsheet(table(plan))
    assert page["A1"].value == "某市2023年工作要点 – task table"
    assert [cell.value for cell in page[3]][:5] == ["No.", "task", "action", "target", "lead"]
    assert page["H4"].value == "not stated"
