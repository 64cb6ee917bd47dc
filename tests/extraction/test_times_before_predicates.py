"""A time between a subject and its predicate says by when, and is no part of the indicator."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


def told(text: str) -> list[tuple[str | None, ...]]:
    """Indicator, value, period and day of each target in a plan of 2022."""
    return [(t.indicator, str(t.value), t.period, t.due) for t in find_targets(passage(text), year=2022)]


@pytest.mark.parametrize(
    ("time", "period", "due"),
    [
        ("在2024年底前", None, "2024-12-31"),
        ("2024年底前", "2024年底前", "2024-12-31"),
        ("于2024年6月底前", None, "2024-06-30"),
        ("2024年6月30日前", "2024年6月30日前", "2024-06-30"),
        ("在6月30日前", None, "2022-06-30"),
        ("在6月底前", None, "2022-06-30"),
        ("明年6月底前", None, "2023-06-30"),
        ("今年底前", None, "2022-12-31"),
        ("2024年末", "2024年末", "2024-12-31"),
        ("到“十四五”末", "到“十四五”末", "2025-12-31"),
        ("第三季度末", None, "2022-09-30"),
        ("2024年", "2024年", None),
    ],
)
def test_one_time(time: str, period: str | None, due: str | None) -> None:
    assert told(f"管网覆盖率{time}达到70%。") == [("管网覆盖率", "70", period, due)]
    assert told(f"泵站改造{time}完成70%。") == [("泵站改造", "70", period, due)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("管网覆盖率2023年底前、2025年底前分别达到50%、70%。", [("2023年底前", "2023-12-31"), ("2025年底前", "2025-12-31")]),
        ("管网覆盖率2023年、2025年分别达到50%、70%。", [("2023年", None), ("2025年", None)]),
        ("管网覆盖率在6月底、12月底前分别达到50%、70%。", [(None, "2022-06-30"), (None, "2022-12-31")]),
    ],
)  # fmt: skip
def test_a_row_of_times(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(text) == [("管网覆盖率", value, *when) for value, when in zip(("50", "70"), expected, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a change is measured against
        ("管网覆盖率较2020年底提高5个百分点。", [("管网覆盖率", "5", None, None)]),
        ("管网覆盖率比2020年提高5个百分点。", [("管网覆盖率", "5", None, None)]),
        # a share is no comparison
        ("再生水占比2025年达到30%。", [("再生水占比", "30", "2025年", None)]),
        # the past
        ("管网覆盖率2020年底达到60%。", []),
        # no time
        ("设备存在率达到60%。", [("设备存在率", "60", None, None)]),
    ],
)
def test_what_is_no_time_to_act(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投资6月底前完成40%。", [("投资", "40")]),
        ("改造年底前完成70%。", [("改造", "70")]),
        ("培训和演练上半年完成60%。", [("培训和演练", "60")]),
        ("管网覆盖率三季度达到70%。", [("管网覆盖率", "70")]),
        ("管网投资到年底完成100%。", [("管网投资", "100")]),
        # a verb, and what it acts on
        ("投资40亿元。", [("投资", "40")]),
        ("改造6月底前受灾的管网30公里。", [("6月底前受灾的管网", "30")]),
        ("培训和演练6场。", [("培训", "6")]),
    ],
)
def test_a_verb_before_a_time_and_a_predicate_names_what_is_done(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.indicator, str(t.value)) for t in find_targets(passage(text), year=2022)] == expected
