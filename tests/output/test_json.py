"""JSON: numbers as written, Chinese as it is, everything unseen escaped, and always what a JSON reader reads back."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.output.json import dumps


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("7.50"), "7.50"),
        (Decimal("40000000000"), "40000000000"),
        (Decimal("4E+10"), "40000000000"),
        (Decimal("-0.5"), "-0.5"),
        (400, "400"),
        (0.25, "0.25"),
        (True, "true"),
        (None, "null"),
        ("新增1000家", '"新增1000家"'),
        ('a"b\\c/', '"a\\"b\\\\c/"'),
        ("\n\r\t\b\f\x00\x1b", '"\\n\\r\\t\\b\\f\\u0000\\u001b"'),
        ("\x7f\x9b", '"\\u007f\\u009b"'),
        ("\u202e\u2028", '"\\u202e\\u2028"'),
        ("\ud800", '"\\ud800"'),
        ("𠮷", '"𠮷"'),
        ("\U000e0041", '"\\udb40\\udc41"'),
        ([], "[]"),
        ({}, "{}"),
        ([507, 512], "[507, 512]"),
        ((1, 2), "[1, 2]"),
    ],
)
def test_scalars(value: Any, text: str) -> None:
    assert dumps(value) == text + "\n"


def test_layout() -> None:
    value = [{"id": "G4.1", "value": Decimal("1000"), "span": [507, 512], "notes": []}, {"id": "空", "due": None}]
    assert dumps(value) == (
        "[\n"
        "  {\n"
        '    "id": "G4.1",\n'
        '    "value": 1000,\n'
        '    "span": [507, 512],\n'
        '    "notes": []\n'
        "  },\n"
        "  {\n"
        '    "id": "空",\n'
        '    "due": null\n'
        "  }\n"
        "]\n"
    )


@pytest.mark.parametrize("value", [Decimal("NaN"), float("inf"), {1, 2}, b"x"])
def test_what_json_cannot_say_is_an_error(value: Any) -> None:
    with pytest.raises(TypeError):
        dumps({"value": value})


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


@given(_VALUES)
def test_a_json_reader_reads_it_back(value: Any) -> None:
    text = dumps(value)
    assert json.loads(text, parse_float=Decimal) == _whole(value)
    text.encode("utf-8")


def _whole(value: Any) -> Any:
    """The value with integral decimals equal to what a reader makes of them."""
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, list) else value


def test_as_the_standard_library_writes_it() -> None:
    value = {"标题": ["a", {"b": [True, None, "x\ty"]}], "leer": {"": []}}
    assert dumps(value) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"
