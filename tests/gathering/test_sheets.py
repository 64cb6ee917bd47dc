"""Cells of spreadsheets that come back, as people see them."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from kjplan import language
from kjplan.errors import SourceError
from kjplan.gathering.sheets import read_sheet


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (0.8, "0%", "80%"),
        (0.655, "0.0%", "65.5%"),
        (0.8, "General", "0.8"),
        (12.0, "0.00", "12"),
        (310.5, "General", "310.5"),
    ],
)
def test_a_share_typed_into_excel_comes_back_as_it_was_typed(
    tmp_path: Path, value: float, code: str, expected: str
) -> None:
    """Excel keeps 80% as 0.8 with a format."""
    book = Workbook()
    page = book.worksheets[0]
    page.append(["编号", "工作任务", "进展情况"])
    page.append(["M1", "培育粮油企业", value])
    page["C2"].number_format = code
    book.save(tmp_path / "t.xlsx")
    assert [row.cells["progress"] for row in read_sheet(tmp_path / "t.xlsx")] == [expected]


def test_a_workbook_is_known_by_what_it_holds(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["编号", "工作任务", "进展情况"])
    book.worksheets[0].append(["M1", "培育粮油企业", "60家"])
    book.save(tmp_path / "t.xlsx")
    (tmp_path / "t.xlsx").rename(tmp_path / "t.xls")
    assert [row.cells["progress"] for row in read_sheet(tmp_path / "t.xls")] == ["60家"]


@pytest.mark.parametrize(
    ("name", "tip"),
    [
        ("t.docx", "copy its table into Excel and save that as .xlsx"),
        ("t.pdf", "copy its table into Excel and save that as .xlsx"),
        ("t.xls", "save it as .xlsx in Excel or WPS"),
    ],
)
def test_other_files_of_an_office_are_told_what_to_become(tmp_path: Path, name: str, tip: str) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0 anything")
    language.choose("en")
    with pytest.raises(SourceError) as caught:
        read_sheet(tmp_path / name)
    assert (caught.value.where, caught.value.tip) == (str(tmp_path / name), tip)
    with pytest.raises(SourceError, match="no such file"):
        read_sheet(tmp_path / f"no_{name}")
