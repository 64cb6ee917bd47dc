"""Tables of indicators: which of two years is the base, cells that nothing but blanks part, and cells on lines below names of groups."""

import pytest

import kjplan
from kjplan.extraction.figures.indicator_tables import find_rows
from tests.extraction.helpers import passage

Row = tuple[str, str, str]


def rows(text: str, year: int | None = None) -> list[Row]:
    found, _ = find_rows([passage(line) for line in text.split("\n")], year)
    return [(str(t.indicator), f"{t.value}{t.unit or ''}", str(t.comparator)) for row in found for t in row.targets]


HEAD = "指标\t单位\t{}\t{}\t属性\n沿河绿道\t公里\t30\t55\t预期性\n管网漏损率\t%\t11\t≤8\t约束性"
LATER = [("沿河绿道", "55公里", "bare"), ("管网漏损率", "8%", "le")]
BOTH = [("沿河绿道", "30公里", "bare"), LATER[0], ("管网漏损率", "11%", "bare"), LATER[1]]


@pytest.mark.parametrize(
    ("first", "second", "above", "found"),
    [
        ("2020年", "2025年", "", LATER),
        ("2020年", "2025年", "到2025年，绿道更长。\n", LATER),
        ("2025年", "2030年", "到2025年，绿道更长。\n", BOTH),
        ("2025年目标", "2030年目标", "", BOTH),
        ("2020年现状", "2025年", "", LATER),
    ],
)
def test_the_first_of_two_years_is_the_base_unless_something_is_wanted_by_it(
    first: str, second: str, above: str, found: list[Row]
) -> None:
    assert rows(above + HEAD.format(first, second)) == found


def test_with_the_plans_year_known_only_years_before_it_are_past() -> None:
    assert rows(HEAD.format("2025年", "2030年"), 2024) == BOTH
    assert rows(HEAD.format("2020年", "2025年"), 2021) == LATER


def test_cells_that_two_blanks_or_more_part() -> None:
    spaced = HEAD.format("2020年", "2025年").replace("\t", "    ")
    assert rows(spaced) == LATER
    assert rows(spaced.replace("    ", " ")) == []


CELLS = "{}指标\n{}2020年\n2025年\n属性\n水利\n{}\n灌区\n灌溉面积（万亩）\n3.1\n4.5\n预期性\n全市保持平稳。"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (CELLS.format("", "", "水库蓄水量（亿立方米）\n1.2\n≥1.5\n约束性"), True),
        (CELLS.format("", "", "水库蓄水量（亿立方米）\n—\n≥1.5\n约束性"), True),
        (CELLS.format("主要", "单位\n", "水库蓄水量\n亿立方米\n1.2\n≥1.5\n约束性"), True),
        (CELLS.format("", "", "水库蓄水量（亿立方米）\n≥1.5\n约束性"), False),
        (CELLS.replace("属性\n", "说明\n").format("", "", "水库蓄水量（亿立方米）\n1.2\n≥1.5\n约束性"), None),
    ],
    ids=["plain", "no base", "unit in a cell", "a cell lost", "no kind in the head"],
)
def test_cells_on_lines_below_names_of_groups(lines: str, found: bool | None) -> None:
    wanted = [("水库蓄水量", "1.5亿立方米", "ge"), ("灌溉面积", "4.5万亩", "bare")]
    assert rows(lines) == ([] if found is None else wanted[not found :])


def test_the_cells_of_such_a_table_are_no_goals() -> None:
    text = "三、发展目标\n到2025年，水安全保障明显提升。\n" + CELLS.format(
        "", "", "水库蓄水量（亿立方米）\n1.2\n≥1.5\n约束性"
    )
    goals = kjplan.parse(text + "\n四、主要任务\n（一）加强建设。建好水库。\n（二）加强管理。管好水库。\n").goals
    assert [goal.text[:5] for goal in goals] == ["到2025", "水库蓄水量", "灌溉面积（", "全市保持平"]
