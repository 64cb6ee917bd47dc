"""Values in base units, numbers in Chinese characters, and what a clause is about."""

from decimal import Decimal

import pytest

from kjplan.extraction.figures.topics import topic_of
from kjplan.extraction.figures.units import base_of
from kjplan.extraction.numerals import arabic_dates, chinese_number


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1", "番", ("100", "%")),
        ("2", "番", ("300", "%")),
        ("50", "%", ("50", "%")),
        ("8", "成", ("80", "%")),
        ("3", "四分之", ("75", "%")),
        ("2", "三分之", (None, None)),
        ("10", "万", ("100000", None)),
        ("28", "万元/人", ("280000", "元/人")),
        ("5", "千瓦", ("5", "千瓦")),
    ],
)
def test_base(value: str, unit: str, expected: tuple[str | None, str | None]) -> None:
    base, base_unit = base_of(Decimal(value), unit)
    assert (None if base is None else str(base), base_unit) == expected


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("三百零五", "305"),
        ("两千", "2000"),
        ("二点五", "2.5"),
        ("二〇", "20"),
    ],
)
def test_chinese_number(numeral: str, value: str) -> None:
    assert str(chinese_number(numeral)) == value


def test_arabic_dates() -> None:
    assert arabic_dates("二〇二五年六月底前") == "2025年6月底前"
    assert arabic_dates("十二月三十一日前") == "12月31日前"
    assert arabic_dates("十二个月") == "十二个月"


@pytest.mark.parametrize(
    ("clause", "topic"),
    [
        ("建设实验室", "实验室"),
        ("加大保障房建设力度", "保障房"),
        ("进一步加快建设中试基地", "中试基地"),
        ("在小区全部设置超市", None),
        ("优化流程,建设平台", None),
    ],
)
def test_topic(clause: str, topic: str | None) -> None:
    assert topic_of(clause) == topic


def test_a_title_without_a_verb_is_its_own_topic() -> None:
    assert topic_of("实验室建设", title=True) == "实验室"
