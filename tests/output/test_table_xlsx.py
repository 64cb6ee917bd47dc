"""Any answer as a spreadsheet."""

import io

import pytest
from openpyxl import load_workbook

from kjplan.output.table_xlsx import to_xlsx
from kjplan.querying.table import Column, Table

COLUMNS = [Column("no", "序号", "No."), Column("words", "文字", "words"), Column("bar", "走势", "bar", spare=True)]


def cells(*rows: list[str]) -> list[list[object]]:
    page = load_workbook(io.BytesIO(to_xlsx(Table(COLUMNS, list(rows)), "目标"))).active
    assert page is not None
    return [[cell.value for cell in row] for row in page.iter_rows()]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("480", 480),
        ("-0.5", -0.5),
        ("1.10", "1.10"),  # the tenth heading below 1, which a number would make the first
        ("007", "007"),
        ("1234567890123456", "1234567890123456"),
        ("40000000000", 40000000000),
        ("6月底前", "6月底前"),
        ("=1+1", "=1+1"),
        ("-", "-"),
        ("a\x07b", "a\\x07b"),
        ("", None),
    ],
)
def test_figures_are_numbers_and_everything_else_is_text(text: str, value: object) -> None:
    assert cells(["1", text, "###"]) == [["No.", "words"], [1, value]]


def test_no_text_becomes_a_formula_and_nothing_is_lost_in_silence() -> None:
    page = load_workbook(io.BytesIO(to_xlsx(Table(COLUMNS, [["1", "=A1", ""], ["2", "长" * 40_000, ""]]), ""))).active
    assert page is not None and page["B2"].data_type == "s"
    assert len(str(page["B3"].value)) == 32_767 and str(page["B3"].value).endswith("see the document)")


def test_the_same_answer_gives_the_same_bytes_and_none_gives_headings() -> None:
    table = Table(COLUMNS, [["1", "甲", "#"]])
    assert to_xlsx(table, "目标") == to_xlsx(table, "目标")
    assert cells() == [["No.", "words"]]
