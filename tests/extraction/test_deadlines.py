"""Times by which something is to be done."""

import pytest

from kjplan.extraction.deadlines import find_deadlines
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月底前完成", [("6月底前", "2022-06-30")]),
        ("2019年2月底前完成", [("2019年2月底前", "2019-02-28")]),
        ("2024年2月底前完成", [("2024年2月底前", "2024-02-29")]),
        ("6月前完成", [("6月前", "2022-05-31")]),
        ("年底前完成", [("年底前", "2022-12-31")]),
        ("力争年内开工", [("年内", "2022-12-31")]),
        ("2019年12月31日前", [("2019年12月31日前", "2019-12-31")]),
        ("上半年完成", [("上半年", "2022-06-30")]),
        ("第三季度完成", [("第三季度", "2022-09-30")]),
        ("一季度末，启动", [("一季度末", "2022-03-31")]),
        ("到2025年，达到", [("到2025年", "2025-12-31")]),
        ("到2025年底", [("到2025年底", "2025-12-31")]),
        ("2023年年底前，原则上", [("2023年年底前", "2023-12-31")]),
        ("今年年底前", [("今年年底前", "2022-12-31")]),
        ("明年6月底前", [("明年6月底前", "2023-06-30")]),
        ("2030年前达峰", [("2030年前", "2029-12-31")]),
        ("每月28日前报送", [("每月28日前", None)]),
        ("10月份投产", [("10月份", "2022-10-31")]),
        ("２０２２年６月底前", [("２０２２年６月底前", "2022-06-30")]),
        ("（市科技局牵头，长期推进）", [("长期推进", None)]),
        ("完成时限：长期推进", [("长期推进", None)]),
        ("完成时限：2022年6月", [("2022年6月", "2022-06-30")]),
        ("13月底前", [("13月底前", None)]),
        ("6月底前启动，年底前完成", [("6月底前", "2022-06-30"), ("年底前", "2022-12-31")]),
    ],
)
def test_deadlines(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_deadlines(passage(text), 2022)
    assert [(d.text, d.date) for d in found] == expected
    for deadline in found:
        assert deadline.span is not None
        assert text[slice(*deadline.span)] == deadline.text


@pytest.mark.parametrize(
    "text",
    [
        "持续推进“郑科贷”业务，长期推进改革",
        "全年新增",
        "2022年3月25日",
        "三年内，5年内，近年内",
        "前三季度增长",
        "去年上半年",
        "2022年3月份以来",
        "落实《2030年前碳达峰行动方案》",
        "自2019年1月1日起",
        "目前",
    ],
)
def test_none(text: str) -> None:
    assert find_deadlines(passage(text), 2022) == []


def test_without_a_year_only_stated_years_have_dates() -> None:
    found = find_deadlines(passage("年底前完成，2019年底前验收"), None)
    assert [(d.text, d.date) for d in found] == [("年底前", None), ("2019年底前", "2019-12-31")]
