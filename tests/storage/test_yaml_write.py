import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import kjplan
from kjplan.model import Attachment, Goal, Paragraph, Plan, Section, Target
from kjplan.storage.codec import CLASSES, to_dict
from kjplan.storage.yaml_read import load_plan_text
from kjplan.storage.yaml_write import dump_data, dump_plan
from tests.storage import yaml12
from tests.storage.strategies import HOSTILE, plans, texts, unhurried

Reader = Callable[[str], Any]


def yaml11(text: str) -> Any:
    return yaml.load(text, Loader=yaml.SafeLoader)


def yaml11_c(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


READERS = [yaml11, yaml11_c, yaml12.load]

number_like = st.from_regex(r"[-+0-9._:eExobnaif~TZ ]{1,8}", fullmatch=True)
word_like = st.sampled_from(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]).flatmap(
    lambda word: st.sampled_from([word, word.upper(), word.title(), word + "e", word + ":", f" {word}"])
)
symbols = st.text(alphabet="-?:,[]{}#&*!|>'\"%@`=<\\ a中\t\n", max_size=8)


def around(text: str) -> dict[str, Any]:
    """A string in every place where a plan may hold one."""
    return {"text": text, "keywords": [text, text], "parts": [{"text": text, "children": [{"title": text}]}]}


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: ascii(t[:20]))
def test_hostile_strings_stay_strings(read: Reader, text: str) -> None:
    if read is yaml11_c and any("\ud800" <= c <= "\udfff" for c in text):
        pytest.skip("libyaml reads no halves of surrogate pairs")
    assert read(dump_data(around(text))) == around(text)


@pytest.mark.parametrize("read", [yaml11, yaml12.load])
@unhurried
@given(text=texts | number_like | word_like | symbols)
def test_any_string_stays_that_string(read: Reader, text: str) -> None:
    assert read(dump_data(around(text))) == around(text)


def test_hostile_strings_stay_strings_in_a_library_for_yaml_12() -> None:
    reader = pytest.importorskip("ruamel.yaml").YAML(typ="safe", pure=True)
    for text in HOSTILE:
        assert reader.load(dump_data(around(text))) == around(text)


@unhurried
@given(plans)
def test_plans_come_back_the_same(plan: Plan) -> None:
    assert load_plan_text(dump_plan(plan), "plan.yaml") == plan


@pytest.mark.parametrize("words", ["0", "2.6", "7.50", "400", "40000000000", "-1.5", "1.0", "0.001", "1" * 30])
def test_numbers_are_written_as_in_the_text(words: str) -> None:
    plan = Plan(parts=[Goal(id="G1", targets=[Target(id="G1.1", value=Decimal(words))])])
    text = dump_plan(plan)
    assert f"value: {words}\n" in text
    again = load_plan_text(text, "plan.yaml").goals[0].targets[0].value
    assert str(again) == words
    for read in (yaml11, yaml11_c, yaml12.load):
        assert read(text)["parts"][0]["targets"][0]["value"] == json.loads(words)


def test_exact_numbers_without_an_exponent() -> None:
    assert dump_data({"base_value": Decimal("4E+10")}) == "base_value: 40000000000\n"
    assert dump_data({"value": Decimal("1E-7")}) == "value: 0.0000001\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2022年全市科技创新工作要点", "2022年全市科技创新工作要点"),
        ("2022", "'2022'"),
        ("2022-03-25", "'2022-03-25'"),
        ("以郑州高新区为重点,开展智能传感器研究和应用", "以郑州高新区为重点,开展智能传感器研究和应用"),
        ("“十四五”", "“十四五”"),
        ("(二)", "(二)"),
        ("4.", "'4.'"),
        ("%", "'%'"),
        ("M11.1", "M11.1"),
        ("no", "'no'"),
        ("north", "north"),
        ("比例:5", "比例:5"),
        ("比例: 5", "'比例: 5'"),
        ("C#", "C#"),
        ("C #", "'C #'"),
        ("𠮷野家", "𠮷野家"),
        ("it's", "it's"),
        ("'s", "'''s'"),
        ("\u3000首行缩进", "'\u3000首行缩进'"),
        ("左\u202e右", '"左\\u202E右"'),
        ("\x1b[31m", '"\\u001B[31m"'),
        ('a\t"b"\\', '"a\\t\\"b\\"\\\\"'),
        ("", "''"),
    ],
)
def test_how_strings_are_written(text: str, written: str) -> None:
    assert dump_data({"text": text}) == f"text: {written}\n"


def test_layout_of_a_plan() -> None:
    plan = Plan(
        title="2022年工作要点",
        title_span=(0, 9),
        year=2022,
        extent="full",
        parts=[
            Section(
                id="S1",
                title="主要目标",
                role="goals",
                text=[Paragraph(text="第一段\n第二段", span=(10, 17)), Paragraph(text="首行\n\n 又一行")],
                children=[Goal(id="G1", number="1", marker="1.", text="研发投入强度突破2.6%", span=(20, 30))],
            )
        ],
        attachments=[Attachment(title="附件")],
    )
    assert dump_plan(plan) == (
        "# yaml-language-server: $schema=workplan.schema.json\n"
        "schema_version: 1\n"
        "title: 2022年工作要点\n"
        "title_span: [0, 9]\n"
        "year: 2022\n"
        "extent: full\n"
        "document:\n"
        "  source:\n"
        "    origin: parsed\n"
        "parts:\n"
        "- kind: section\n"
        "  id: S1\n"
        "  title: 主要目标\n"
        "  role: goals\n"
        "  text:\n"
        "  - text: |-\n"
        "      第一段\n"
        "      第二段\n"
        "    span: [10, 17]\n"
        "  - text: |-\n"
        "      首行\n"
        "\n"
        "       又一行\n"
        "  children:\n"
        "  - kind: goal\n"
        "    id: G1\n"
        "    number: '1'\n"
        "    marker: '1.'\n"
        "    text: 研发投入强度突破2.6%\n"
        "    responsibility:\n"
        "      stated: false\n"
        "    span: [20, 30]\n"
        "attachments:\n"
        "- title: 附件\n"
    )


@pytest.mark.parametrize("read", READERS)
def test_the_plan_of_the_notice_is_the_same_in_every_reader(notice_text: str, read: Reader) -> None:
    plan = kjplan.parse(notice_text)
    text = dump_plan(plan)
    assert read(text) == json.loads(json.dumps(to_dict(plan, keep_empty=False), default=float))
    assert load_plan_text(text, "plan.yaml") == plan
    assert "\\" not in text


def test_long_lines_are_not_folded() -> None:
    assert dump_data({"text": "工作 " * 2000 + "完"}).count("\n") == 1


def test_no_key_of_the_format_means_something_else_in_yaml() -> None:
    from dataclasses import fields

    for name in {f.name for cls in CLASSES for f in fields(cls)}:
        assert yaml11(f"{name}: 1") == yaml12.load(f"{name}: 1") == {name: 1}
        assert type(next(iter(yaml11(f"{name}: 1")))) is str


def test_records_keep_their_empty_values() -> None:
    records: list[dict[str, Any]] = [{"id": "G1", "number": None, "due": [], "note": {}, "stated": False}]
    assert dump_data(records) == "- id: G1\n  number: null\n  due: []\n  note: {}\n  stated: false\n"
    assert dump_data([]) == "[]\n"
