"""Cells of spreadsheets that come back, as people see them."""

from pathlib import Path

import pytest
from openpyxl import Workbook

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
