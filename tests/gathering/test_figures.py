"""What is a figure in a cell that people filled in, and of which target."""

import pytest

from kjplan.gathering.figures import apart, report_of
from kjplan.model import Target


@pytest.mark.parametrize(
    ("words", "target", "entry"),
    [
        ("60家", "M1.1", {"value": 60}),
        ("累计新增60家，再认定20家", "M1.1", {"value": 60, "words": "再认定20家"}),
        ("粮油企业60家（2022-05-31）", "M1.1", {"date": "2022-05-31", "value": 60}),
        ("60％", "M1.1", {"percent": 60}),
        ("60", "M1.1", {"value": 60}),
        ("60座", None, {"words": "60座"}),
        ("已完成", "M1.1", {"percent": 100, "words": "已完成"}),
        ("基本完成", None, {"words": "基本完成"}),
        ("已认定60家", "M1.1", {"value": 60}),
        ("约60家左右", None, {"words": "约60家左右"}),
        ("3月认定了60家", None, {"words": "3月认定了60家"}),
        ("材料已报（2022-02-30）", None, {"words": "材料已报（2022-02-30）"}),
    ],
)
def test_a_number_counts_only_where_it_is_plain(words: str, target: str | None, entry: dict[str, object]) -> None:
    factory = Target(id="M1.1", indicator="粮油企业", value=None, unit="家", basis="increment")
    found, keys = report_of(words, [factory])
    assert (found and found.id, keys) == (target, entry)


def target(id: str, indicator: str, unit: str) -> Target:
    return Target(id=id, indicator=indicator, value=None, unit=unit, basis="increment")


LAID, LIFTED, SHARE = target("M4.1", "管网", "公里"), target("M4.2", "泵站", "座"), target("M4.3", "覆盖率", "%")


@pytest.mark.parametrize(
    ("words", "targets", "found", "entry"),
    [
        ("60公里", [LAID, LIFTED], "M4.1", {"value": 60}),
        (
            "6000米，已通水",
            [LAID, LIFTED],
            None,
            {"words": "6000米，已通水"},
        ),  # 米 is no multiple of 公里 that kjplan knows
        ("60公里", [LAID, target("M4.2", "沟渠", "公里")], None, {"words": "60公里"}),
        ("60", [LAID, LIFTED], None, {"words": "60"}),
        ("60%", [LAID, SHARE], None, {"percent": 60}),
        ("60处", [LAID, LIFTED], None, {"words": "60处"}),
    ],
)
def test_a_unit_tells_the_target_that_is_counted_in_it(
    words: str, targets: list[Target], found: str | None, entry: dict[str, object]
) -> None:
    about, keys = report_of(words, targets)
    assert (about and about.id, keys) == (found, entry)


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("管网新建20公里，泵站8座", ["管网新建20公里", "泵站8座"]),
        (
            "管网20公里，泵站8座，均已通水（2025-06-30）",
            ["管网20公里（2025-06-30）", "泵站8座，均已通水（2025-06-30）"],
        ),
        ("管网20公里，已过半", ["管网20公里，已过半"]),
        ("已建管网20公里，泵站8座", ["已建管网20公里，泵站8座"]),
        ("60公里", ["60公里"]),
    ],
)
def test_a_cell_may_report_on_several_targets_by_name(words: str, pieces: list[str]) -> None:
    assert apart(words, [LAID, LIFTED]) == pieces
    assert apart(words, [LAID]) == [words]
