import time

import pytest

from kjplan import language
from kjplan.errors import PlanFileError
from kjplan.storage.yaml_read import load_plan_text

HEAD = "schema_version: 1\n"
GOAL = HEAD + "parts:\n- kind: goal\n  id: G1\n"


def refused(text: str) -> PlanFileError:
    with pytest.raises(PlanFileError) as caught:
        load_plan_text(text, "plan.yaml")
    return caught.value


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        (HEAD + "titel: x\n", "titel is no key of the format", ":2:8"),
        (HEAD + "title: 2022\n", "title should be a string (put a number in quotes)", ":2:8"),
        (HEAD + "year: '2022'\n", "year should be a whole number", ":2:7"),
        (HEAD + "year: 2022.0\n", "year should be a whole number", ":2:7"),
        (HEAD + "year: two\n", "year should be a whole number", ":2:7"),
        (HEAD + "extent: all\n", "extent should be one of 'full', 'goals', 'notice' or 'none'", ":2:9"),
        (HEAD + "document: x\n", "document should be a mapping", ":2:11"),
        (HEAD + "parts: x\n", "parts should be a list", ":2:8"),
        (HEAD + "parts:\n", "parts should be a list", ":2:7"),
        (HEAD + "parts:\n- x\n", "parts[0].kind should be one of section, goal, measure", ":3:3"),
        (HEAD + "parts:\n- id: G1\n", "parts[0].kind should be one of section, goal, measure", ":3:3"),
        (HEAD + "parts:\n- kind: gaol\n", "parts[0].kind should be one of section, goal, measure", ":3:9"),
        (HEAD + "preamble:\n- span: [1, 2]\n", "preamble[0].text is missing", ":3:3"),
        (GOAL + "  title: x\n", "parts[0].title is no key of the format", ":5:10"),
        (GOAL + "  number: 1\n", "parts[0].number should be a string", ":5:11"),
        (GOAL + "  responsibility: {stated: 'no'}\n", "parts[0].responsibility.stated should be true or false", ":5:28"),
        (GOAL + "  responsibility: {stated: 1}\n", "parts[0].responsibility.stated should be true or false", ":5:28"),
        (GOAL + "  targets: [{value: '2.6'}]\n", "parts[0].targets[0].value should be a number", ":5:21"),
        (GOAL + "  targets: [{value: much}]\n", "parts[0].targets[0].value should be a number", ":5:21"),
        (GOAL + "  span: [1]\n", "parts[0].span", ":5:9"),
        (GOAL + "  span: [1, 2, 3]\n", "parts[0].span should be [start, end]", ":5:9"),
        (GOAL + "  span: 5\n", "parts[0].span should be [start, end]", ":5:9"),
        (GOAL + "  span: [5, 4]\n", "parts[0].span should start at 0 or later and not end before", ":5:9"),
        (GOAL + "  span: [-1, 4]\n", "parts[0].span should start at 0 or later", ":5:9"),
        (GOAL + "- kind: goal\n  id: G1\n", "parts[1].id is also that of parts[0]", ":6:7"),
        (GOAL + "  targets: [{id: G1}]\n", "parts[0].targets[0].id is also that of parts[0]", ":5:18"),
        (HEAD + "parts:\n- kind: section\n  children:\n  - kind: measure\n    titel: x\n", "parts[0].children[0].titel", ":6:12"),
    ],
)  # fmt: skip
def test_what_the_model_does_not_allow_is_told_with_its_place(text: str, what: str, place: str) -> None:
    error = refused(text)
    assert error.what.startswith(what)
    assert error.where == f"plan.yaml{place}"


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        GOAL + "  targets: [{id: G1.1, value: 400}, {id: G1.2, value: 2.6}]\n",
        GOAL + "  span: [4, 4]\n",
        GOAL + "  number: null\n",
        GOAL + "- kind: goal\n  id: G2\n",
        GOAL + "attachments:\n- {title: 附件, parts: [{kind: goal, id: G1}]}\n",
    ],
)
def test_its_nearest_neighbours_are_allowed(text: str) -> None:
    assert load_plan_text(text, "plan.yaml").schema_version == 1


def test_the_first_problems_are_told_and_no_more() -> None:
    error = refused(HEAD + "".join(f"x{n}: 1\n" for n in range(9)))
    assert error.what.startswith("x0 ")
    assert error.tip == (
        "also: 3:5 x1 is no key of the format; 4:5 x2 is no key of the format; 5:5 x3 is no key of the format; …"
    )
    assert refused(HEAD + "x: 1\n").tip is None


def test_messages_in_chinese() -> None:
    language.choose("zh")
    try:
        assert refused(HEAD + "titel: x\n").what == "titel 没有这一项"
        assert refused(HEAD + "title: 2022\n").what.startswith("title 应为文字")
    finally:
        language.choose(None)


def test_a_deep_tree_with_a_fault_at_its_end_answers_at_once() -> None:
    depth = 50
    text = HEAD + "parts: " + "[{kind: section, children: " * depth + "[{kind: measure, titel: x}]" + "}]" * depth
    started = time.perf_counter()
    assert refused(text).what.endswith("titel is no key of the format")
    assert time.perf_counter() - started < 5
