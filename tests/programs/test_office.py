"""LibreOffice opens the files, prints them on A4, and gives a spreadsheet back with its ids and cells."""

from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2  # type: ignore[import-untyped]
import pytest

from kjplan.checklists import build, sheet
from kjplan.model import Measure, Plan
from kjplan.output.exports import SheetFormat, to_bytes
from tests.checklists.plans import sample
from tests.programs.conftest import Convert

A4 = (842, 595)


def written(folder: Path, form: SheetFormat, plan: Plan | None = None, **how: Any) -> Path:
    plan = plan or sample()
    path = folder / f"tasks.{form}"
    path.write_bytes(to_bytes(sheet(plan, build(plan), **how), form))
    return path


def pages(path: Path) -> list[str]:
    """The text of each page of a PDF file, which must be A4 across."""
    with pypdfium2.PdfDocument(path) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {A4}
        return [page.get_textpage().get_text_range() for page in document]


def long_plan() -> Plan:
    text = "推进平台建设，完善工作机制，做好服务保障。" * 8
    return Plan(title="要点", year=2023, parts=[Measure(id=f"M{n}", number=str(n), text=text) for n in range(1, 31)])


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_long_table_prints_whole_with_its_headings_on_every_page(
    convert: Convert, tmp_path: Path, form: SheetFormat
) -> None:
    plan = long_plan()
    plan.measures[-1].text += "末句在此。"
    printed = pages(convert(written(tmp_path, form, plan), "pdf"))
    assert len(printed) > 2
    assert all("工作任务" in page and "具体举措" in page for page in printed)
    words = "".join("".join(printed).split())
    assert "末句在此。" in words
    assert words.count("障") == 30 * 8
    assert "M30" not in words


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_what_was_not_stated_and_what_looks_like_a_formula_is_on_paper(
    convert: Convert, tmp_path: Path, form: SheetFormat
) -> None:
    words = "".join("".join(pages(convert(written(tmp_path, form), "pdf"))).split())
    for text in ("某市2023年工作要点任务分解表", "未明确", "=1+1", "@建成", "引才<b>", "市科技局", "某科〔2023〕1号"):
        assert text in words


def test_a_spreadsheet_saved_by_libreoffice_still_has_its_ids_and_cells(convert: Convert, tmp_path: Path) -> None:
    path = written(tmp_path, "xlsx", by="section")
    filled = openpyxl.load_workbook(path)
    filled.active["I4"] = "已完成"
    filled.active["G5"] = "=张三"
    filled.active["G5"].data_type = "s"
    filled.save(path)
    before = openpyxl.load_workbook(path).active
    after = openpyxl.load_workbook(convert(path, "xlsx")).active
    assert [[c.value for c in row] for row in after.iter_rows(max_col=12)] == [
        [c.value for c in row] for row in before.iter_rows(max_col=12)
    ]
    assert after["I4"].value == "已完成"
    assert [after.cell(row, 12).value for row in range(3, 8)] == ["编号", "M11", "M12", "M13", "M14"]
    assert after.column_dimensions["L"].hidden
    assert {c.data_type for row in after.iter_rows() for c in row if c.value is not None} == {"s"}


def test_a_word_document_saved_by_libreoffice_is_the_same_table(convert: Convert, tmp_path: Path) -> None:
    path = written(tmp_path, "docx")
    before, after = docx.Document(str(path)).tables[0], docx.Document(str(convert(path, "docx"))).tables[0]
    assert [[c.text for c in row.cells] for row in after.rows] == [[c.text for c in row.cells] for row in before.rows]
