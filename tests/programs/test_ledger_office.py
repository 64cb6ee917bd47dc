"""A checklist that LibreOffice opened, in which cells were filled in, and that LibreOffice saved, comes back; and the
report as LibreOffice reads it."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

import kjplan
from kjplan.checklists import PROFILES, build, sheet
from kjplan.checklists.assigned import overlay
from kjplan.gathering.incoming import bring_in
from kjplan.gathering.sheets import read_sheet
from kjplan.ledger.editing import assignment, enter, progress
from kjplan.ledger.files import create, read
from kjplan.ledger.writing import new_ledger
from kjplan.output.exports import to_bytes
from kjplan.output.report_docx import to_docx
from kjplan.reporting.periods import period
from kjplan.reporting.summary import summarize
from tests.conftest import ROOT
from tests.programs.conftest import Convert

PLAN = kjplan.load(ROOT / "data" / "workplan_2022.yaml")
DAY = date(2022, 6, 30)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger_2022.yaml"
    create(path, new_ledger(PLAN, "workplan_2022.yaml"))
    enter(path, PLAN, "M11", "assigned", assignment({"lead": "市科技局"}, DAY))
    enter(path, PLAN, "M11.1", "progress", progress("480", None, "已认定\n两批", None, DAY))
    return path


def exported(ledger: Path, folder: Path, profile: str = "default") -> Path:
    path = folder / "tasks.xlsx"
    rows = overlay(build(PLAN), PLAN, read(ledger))
    path.write_bytes(to_bytes(sheet(PLAN, rows, profile=PROFILES[profile]), "xlsx"))
    return path


@pytest.mark.parametrize("profile", ["default", "sections"])
def test_a_file_that_was_only_saved_changes_nothing(
    ledger: Path, tmp_path: Path, convert: Convert, profile: str
) -> None:
    saved = convert(exported(ledger, tmp_path, profile), "xlsx")
    before = ledger.read_bytes()
    found = bring_in(ledger, PLAN, read_sheet(saved), day=DAY, who=None, keep=None, dry_run=False)
    assert found == [] and ledger.read_bytes() == before


def test_what_was_filled_in_comes_back(ledger: Path, tmp_path: Path, convert: Convert) -> None:
    opened = convert(exported(ledger, tmp_path), "xlsx")
    book = openpyxl.load_workbook(opened)
    page = book.worksheets[0]
    head = next(row for row in page.iter_rows() if any(cell.value == "进展情况" for cell in row))
    at = {str(cell.value): n for n, cell in enumerate(head)}
    for row in page.iter_rows(min_row=int(head[0].row or 0) + 1):
        if row[at["编号"]].value == "M12":
            row[at["牵头单位"]].value, row[at["完成时限"]].value = "市科技局", date(2022, 9, 30)
            row[at["进展情况"]].value = "900家，已入库两批"
        if row[at["编号"]].value == "M4":
            row[at["进展情况"]].value = "已完成"
    filled = tmp_path / "filled.xlsx"
    book.save(filled)
    back = convert(filled, "xlsx")
    found = bring_in(ledger, PLAN, read_sheet(back), day=DAY, who="甲", keep=None, dry_run=False)
    assert [(d.what, d.id, d.cell, d.theirs) for d in found] == [
        ("new", "M4", "progress", "已完成"),
        ("new", "M12", "lead", "市科技局"),
        ("new", "M12", "due", "2022-09-30"),
        ("new", "M12.1", "progress", "900家，已入库两批"),
    ]
    rows = {row.id: row for row in overlay(build(PLAN), PLAN, read(ledger))}
    assert (rows["M12"].lead, rows["M12"].due_date) == ("市科技局", "2022-09-30")
    assert (rows["M12"].progress, rows["M4"].progress) == (
        "900家，已入库两批（2022-06-30）",
        "100%，已完成（2022-06-30）",
    )


def test_the_same_through_csv(ledger: Path, tmp_path: Path, convert: Convert) -> None:
    # 44: comma, 34: quotation mark, 76: UTF-8, all columns as text
    csv = convert(exported(ledger, tmp_path), "csv:Text - txt - csv (StarCalc):44,34,76")
    before = ledger.read_bytes()
    assert bring_in(ledger, PLAN, read_sheet(csv), day=DAY, who=None, keep=None, dry_run=False) == []
    assert ledger.read_bytes() == before


def test_a_report_is_read_and_printed(ledger: Path, tmp_path: Path, convert: Convert) -> None:
    from kjplan.ledger.book import Book

    blocks = summarize(Book(PLAN, read(ledger)), period("2022-H1"))
    path = tmp_path / "report.docx"
    path.write_bytes(to_docx(blocks, "2022-06-30"))
    text = convert(path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    for words in ("上半年执行情况", "一、总体情况", "480家，已认定", "未报送"):
        assert words in text
    assert convert(path, "pdf").read_bytes().startswith(b"%PDF")
