import time
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kjplan.errors import PlanFileError
from kjplan.storage.draft import MAX_DEPTH
from kjplan.storage.yaml_read import load_plan_text, read_yaml
from tests.storage.strategies import unhurried

HEAD = "schema_version: 1\n"


def refused(text: str, name: str = "plan.yaml") -> PlanFileError:
    with pytest.raises(PlanFileError) as caught:
        load_plan_text(text, name)
    assert "\n" not in caught.value.what
    return caught.value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2022", 2022),
        ("-3", -3),
        ("2.60", Decimal("2.60")),
        ("1" * 40, Decimal("1" * 40)),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        *((w, w) for w in ("2022-03-25", "12:30", "1_000", "1e3", "0o17", "017", "0x1f", "no", "Yes", "on", "y", ".5")),
        *((w, w) for w in (".inf", "+1", "1.", "=", "<<", "TRUE", "Null")),
        ("'2022'", "2022"),
        ('"true"', "true"),
        ("|-\n  1", "1"),
    ],
)
def test_only_plain_numbers_and_constants_are_no_strings(words: str, value: Any) -> None:
    read = read_yaml(f"key: {words}", "x").data["key"]
    assert read == value
    assert type(read) is type(value)
    assert str(read) == str(value)


def test_both_scanners_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "title: 工作要点 𠮷\nparts:\n- kind: goal\n  id: G1\n  span: [1, 2]\n"
    quick = read_yaml(text, "x")
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert read_yaml(text, "x") == quick
    assert quick.mark(("parts", 0, "span")) == (6, 9)
    assert quick.mark(("parts", 0, "span", 1, "deeper")) == (6, 13)


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        ("", "empty", ""),
        ("# only a comment\n", "empty", ""),
        ("工作要点", "no plan", ""),
        ("- a\n", "no plan", ""),
        ("title: x\n", "schema_version", ""),
        ("schema_version: 2\n", "format version 2", ":1:17"),
        ("schema_version: '1'\n", "format version 1", ":1:17"),
        ("schema_version: true\n", "format version True", ":1:17"),
        (HEAD + "title: [\n", "no valid YAML", ":3:1"),
        (HEAD + "title: a: b\n", "no valid YAML", ":2:9"),
        (HEAD + "title: \tx\n\ty: 1", "no valid YAML", ":3:1"),
        (HEAD + "title: \x07\n", "no valid YAML", ""),
        (HEAD + "title: \ud800\n", "no valid YAML", ""),
        (HEAD + "title: a\ntitle: b\n", "title stands twice", ":3:1"),
        (HEAD + "parts:\n- kind: goal\n  id: a\n  id: b\n", "id stands twice", ":5:3"),
        (HEAD + "parts: &a []\nclosing: *a\n", "aliases", ":3:10"),
        (HEAD + "title: !!python/object/apply:os.system ['x']\n", "tags", ":2:8"),
        (HEAD + "title: !!str 5\n", "tags", ":2:8"),
        (HEAD + "? [a]\n: b\n", "a key must be a word", ":2:3"),
        (HEAD + "---\ntitle: x\n", "more than one document", ":2:1"),
        (HEAD + "parts: " + "[" * 5000, "nested too deeply", ":2:"),
        ("{schema_version: " * 5000, "nested too deeply", ":1:"),
        (HEAD + "parts:\n" + "- " * 5000, "nested too deeply", ":3:"),
    ],
)
def test_what_is_no_plan_is_refused_with_its_place(text: str, what: str, place: str) -> None:
    error = refused(text)
    assert what in error.what
    assert str(error.where).startswith(f"plan.yaml{place}")


def test_billions_of_aliased_nodes_answer_at_once() -> None:
    lines = ['a0: &a0 ["x", "x", "x", "x", "x", "x", "x", "x", "x", "x"]']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    started = time.perf_counter()
    assert "aliases" in refused(HEAD + "\n".join(lines)).what
    assert time.perf_counter() - started < 5


def test_a_tree_as_deep_as_allowed_is_read() -> None:
    depth = MAX_DEPTH // 2 - 1
    text = HEAD + "parts: " + "[{kind: section, children: " * depth + "[]" + "}]" * depth
    plan = load_plan_text(text, "plan.yaml")
    assert sum(1 for _ in plan.nodes()) == depth


@unhurried
@given(st.text(max_size=60) | st.text(alphabet="a:- \n[]{}&*!|>'\"#?%@`,1.", max_size=60))
def test_no_text_does_worse_than_an_error(text: str) -> None:
    for start in ("", HEAD, HEAD + "parts:\n- kind: goal\n  text: "):
        try:
            load_plan_text(start + text, "plan.yaml")
        except PlanFileError as error:
            assert str(error.where).startswith("plan.yaml")


@unhurried
@given(st.binary(max_size=80))
def test_no_json_does_worse_than_an_error(data: bytes) -> None:
    with pytest.raises(PlanFileError):
        load_plan_text(data.decode("latin-1"), "plan.json")


def test_json_is_read_exactly() -> None:
    text = '{"schema_version": 1, "title": "\\ud842\\udfb7", "parts": [{"kind": "goal", "targets": [{"value": 7.50}]}]}'
    plan = load_plan_text(text, "plan.json")
    assert plan.title == "𠮷"
    assert str(plan.targets[0].value) == "7.50"
    assert load_plan_text(text, "standard input", as_json=True) == plan


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        ('{"schema_version": 1,\n "title": }', "no valid JSON", ":2:11"),
        ('{"schema_version": 1, "title": "a", "title": "b"}', "a key stands twice: title", ""),
        ('{"schema_version": 1, "year": NaN}', "NaN", ""),
        ('{"schema_version": 1, "year": 1e999999999}', "1e999999999", ""),
        ('{"schema_version": 1, "parts": ' + "[" * 500 + "]" * 500 + "}", "nested too deeply", ""),
        ('{"schema_version": 1, "parts": ' + "[" * 100_000, "no valid JSON", ""),
        ('{"schema_version": 1, "year": ' + "9" * 5000 + "}", "no valid JSON", ""),
        ('{"schema_version": 1, "titel": "a"}', "titel is no key", ""),
        ("[]", "no plan", ""),
        ("null", "empty", ""),
    ],
)
def test_what_is_no_plan_in_json_is_refused(text: str, what: str, place: str) -> None:
    error = refused(text, "plan.json")
    assert what in error.what
    assert error.where == f"plan.json{place}"
