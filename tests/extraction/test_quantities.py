"""Numbers with units, and the tables of units."""

from decimal import Decimal

import pytest

from kjplan.extraction.figures.quantities import find_quantities
from kjplan.extraction.figures.units import split_unit, to_base, unit_kind
from kjplan.extraction.masking import FILL, mask


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1000家以上", [("1000", None, "家", "以上", None)]),
        ("95%(含)以上", [("95", None, "%", "以上", None)]),
        ("95%(含税)以上", [("95", None, "%", None, None)]),
        ("2.6%", [("2.6", None, "%", None, None)]),
        ("4.5%至5%", [("4.5", "5", "%", None, None)]),
        ("20--30家", [("20", "30", "家", None, None)]),
        ("1,200家,3家", [("1200", None, "家", None, None), ("3", None, "家", None, None)]),
        ("500万人次左右", [("500", None, "万人次", "左右", None)]),
        ("前40位", [("40", None, "位", None, "前")]),
        ("10家以上年度", [("10", None, "家", None, None)]),
        ("5 %", [("5", None, "%", None, None)]),
    ],
)
def test_found(text: str, expected: list[tuple[str | None, ...]]) -> None:
    found = [(str(q.value), q.value_max and str(q.value_max), q.unit, q.suffix, q.rank) for q in find_quantities(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "2022年",
        "3月",
        "第3批",
        "第11次",
        "前3个月",
        "40强",
        "1:5万人",
        "2×35万千瓦",
        "10项目",
        "5个方面",
        "3个工作日",
        "A4张",
        "1.2.3家",
    ],
)
def test_not_found(text: str) -> None:
    assert list(find_quantities(text)) == []


@pytest.mark.parametrize(
    ("unit", "factor", "base", "kind"),
    [
        ("亿元", 10**8, "元", "money"),
        ("万亿斤", 10**12, "斤", "measure"),
        ("千瓦", 1, "千瓦", "measure"),
        ("万千瓦", 10**4, "千瓦", "measure"),
        ("个百分点", 1, "个百分点", "percent"),
        ("家", 1, "家", "count"),
    ],
)
def test_units(unit: str, factor: int, base: str, kind: str) -> None:
    assert split_unit(unit) == (factor, base)
    assert unit_kind(unit) == kind


@pytest.mark.parametrize(
    ("value", "factor", "base"), [("1.3", 10**12, "1300000000000"), ("2.60", 1, "2.60"), ("0.00001", 10**4, "0.10000")]
)
def test_base_is_exact_and_without_exponent(value: str, factor: int, base: str) -> None:
    assert format(to_base(Decimal(value), factor)) == base


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("《甲“乙”》丙", "xxxxxx丙"),
        ("“甲,乙”丙", "xxxxx丙"),
        ("区县(市)", "区县xxx"),
        ("《甲《乙》丙》丁", "xxxxxxx丁"),
        ("《甲,乙", "《甲,乙"),
        ("“甲“乙”", "“甲xxx"),
    ],
)
def test_mask(text: str, masked: str) -> None:
    assert mask(text).replace(FILL, "x") == masked
