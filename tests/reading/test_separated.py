"""Tables with commas or tabs between their cells."""

from collections.abc import Callable

import pytest

from kjplan.errors import SourceError
from kjplan.model import Measure
from kjplan.reading import decode
from tests.growth import call_growth
from tests.reading.builders import plan_of

TABLE = (
    '序号,工作任务,责任单位,完成时限\r\n1,"建设平台，新建5家",市科技局,6月底前\r\n2,引进人才,"市人社局、市财政局",\r\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_read_in_every_encoding(encoding: str) -> None:
    source = decode(TABLE.encode(encoding), "a.csv")
    assert source.text.splitlines()[1] == "1 | 建设平台，新建5家 | 市科技局 | 6月底前"
    assert source.media_type == "text/csv"


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.tsv", "\t"), ("a.csv", "\t")])
def test_commas_and_tabs_part_cells(name: str, mark: str) -> None:
    plan = plan_of(TABLE.replace(",", mark).encode(), name)
    found = [(m.title, [b.name for b in m.responsibility.bodies], [d.text for d in m.due]) for m in plan.walk(Measure)]
    assert found == [
        ("建设平台，新建5家", ["市科技局"], ["6月底前"]),
        ("引进人才", ["市人社局", "市财政局"], []),
    ]


def test_what_no_row_says_is_not_stated() -> None:
    """Nothing tells a merged cell from an empty one: nobody is said to answer for the second task."""
    plan = plan_of(
        "某市2025年工作要点\n序号,工作任务,责任单位\n1,建设平台,市科技局\n2,引进人才,\n3,修路,待定\n".encode(), "a.csv"
    )
    assert [m.responsibility.stated for m in plan.walk(Measure)] == [True, False, False]


@pytest.mark.parametrize(("line", "tasks"), [("注：每月报送进展。", 2), ("注册企业。新增5家。", 3)])
def test_a_note_behind_a_table_is_no_task(line: str, tasks: int) -> None:
    table = f"2025年任务分解表\n序号,工作任务,责任单位\n一、平台\n1,建设平台,市科技局\n二、人才\n2,引进人才,市人社局\n{line}\n"
    assert len([*plan_of(table.encode(), "a.csv").walk(Measure)]) == tasks


def test_a_cell_in_quotes_may_hold_commas_quotes_and_lines() -> None:
    source = decode('甲,"乙,""丙""\n丁"\n'.encode(), "a.csv")
    assert source.text == '甲 | 乙,"丙" 丁\n'


def test_text_that_is_called_a_table_is_text() -> None:
    words = "2025年工作要点\n一、任务\n1.建设平台。\n"
    source = decode(words.encode(), "a.csv")
    assert (source.text, source.media_type) == (words, "text/plain")


def test_a_cell_without_end_is_text() -> None:
    words = '甲,"' + "乙" * 200_000
    assert decode(words.encode(), "a.csv").text == words


def test_a_blank_table_is_refused() -> None:
    with pytest.raises(SourceError, match="nothing but blanks"):
        decode(b" \n \n", "a.csv")


def test_a_table_of_commas_only_is_text() -> None:
    assert decode(b",,,\n,,,\n", "a.csv").text


@pytest.mark.parametrize(("columns", "sparse"), [(132, False), (133, True)])
def test_a_far_off_cell_makes_no_columns_of_empty_cells(columns: int, sparse: bool) -> None:
    rows = [[f"甲{k}" for k in range(columns)], *(["", "", f"乙{k}", "丙"] for k in range(200))]
    cells = [
        cell.strip()
        for cell in decode("\n".join(map(",".join, rows)).encode(), "a.csv").text.splitlines()[3].split("|")
    ]
    assert [cell for cell in cells if cell] == ["乙2", "丙"]
    assert len(cells) == (2 if sparse else columns + 2)  # bars stand around a row whose first cell is empty


def test_wide_rows_are_read_in_step_with_their_cells() -> None:
    def table(n: int) -> bytes:
        wide, narrow = ",".join(["甲"] * n), ",".join([*["乙"] * (n // 2), "", "丙"])
        return "\n".join([wide, *[narrow] * 10, *["丁,戊"] * n]).encode()

    def read(n: int) -> Callable[[], object]:
        data = table(n)
        return lambda: decode(data, "a.csv")

    assert call_growth(read, 500) < 6
    assert len(decode(table(2000), "a.csv").text) < 4 * 14 * 2000
