"""Files of corrections: what is wrong in them, whose they are, how an entry is put into one."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kjplan.errors import PlanFileError
from kjplan.model import Plan
from kjplan.storage import corrections, validation
from kjplan.storage.beside import fixes_path
from kjplan.storage.cache import load_plan
from kjplan.storage.corrections.reading import read_fixes
from kjplan.storage.corrections.writing import new_entry, text_with, write
from kjplan.storage.library import find_library
from kjplan.storage.loading import load, open_uncorrected
from kjplan.storage.yaml_read import read_yaml
from kjplan.storage.yaml_write import dump_plan
from tests.storage.corrected import NOTICE, TITLE, laid, plan_of, states


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\n", "should be a list of corrections, each beginning with “- ”: f:1:1"),
        ("text\n", "should be a list of corrections, each beginning with “- ”: f:1:1"),
        ("- 1\n", "should be a mapping: f:1:3"),
        ("- {id: M1\n", "no valid YAML (did not find expected ',' or '}'): f:2:1"),
        ("- &a {id: M1}\n- *a\n", "YAML aliases (*) are not supported: f:2:3"),
        ("- {field: title, was: x, value: y}\n", "the correction lacks id: f:1:3"),
        ("- {id: M1, field: title, value: y}\n", "the correction lacks was: f:1:3"),
        ("- {id: M1, field: title, was: x}\n", "one of value, add and drop is needed, and only one: f:1:3"),
        ("- {id: M1, field: title, was: x, value: y, drop: z}\n", "one of value, add and drop is needed, and only one: f:1:3"),
        ("- {id: M1, field: title, was: x, vale: y}\n", "vale is no key of a correction: f:1:40"),
        ("- {id: M1, field: title, was: x, value: y, why: [z]}\n", "why should be a string: f:1:49"),
        ("- {id: [M1], field: title, was: x, value: y}\n", "id should be a string: f:1:8"),
        ("- {id: X1, field: title, was: x, value: y}\n", "X1 is no id: f:1:8"),
        ("- {id: M1, field: titel, was: x, value: y}\n", "M1 has no field titel to correct: f:1:19"),
        ("- {id: M1, field: span, was: x, value: [0, 1]}\n", "M1 has no field span to correct: f:1:19"),
        ("- {id: S1, field: children, was: x, value: []}\n", "S1 has no field children to correct: f:1:19"),
        ("- {id: document, field: source.sha256, was: x, value: y}\n", "document has no field source.sha256 to correct: f:1:25"),
        ("- {id: M1, field: title, was: ' 。', value: y}\n", "was should be the present value, or words of the notice: f:1:31"),
        ("- {id: M1, field: title, was: null, value: y}\n", "was should be the present value, or words of the notice: f:1:31"),
        ("- {id: M1, field: title, was: [x], value: y}\n", "was should be the present value, or words of the notice: f:1:31"),
        ("- {id: M1, field: title, was: x, value: 1}\n", "title should be a string (put a number in quotes): f:1:41"),
        ("- {id: M1, field: title, was: x, value: [y]}\n", "title should be a string (put a number in quotes): f:1:41"),
        ("- {id: M1, field: text, was: x, value: null}\n", "text should be a string (put a number in quotes): f:1:40"),
        ("- {id: M1, field: title, was: x, add: y}\n", "title is no list, use value: f:1:39"),
        ("- {id: M1.1, field: value, was: x, value: many}\n", "value should be a number: f:1:43"),
        ("- {id: M1.1, field: value, was: x, value: '2'}\n", "value should be a number: f:1:43"),
        ("- {id: plan, field: year, was: x, value: '2022'}\n", "year should be a whole number: f:1:42"),
        ("- {id: notice, field: title, was: x, value: null}\n", "title should be a string (put a number in quotes): f:1:45"),
        ("- {id: M1, field: due, was: x, value: y}\n", "due should be a list: f:1:39"),
        ("- {id: M1, field: due, was: x, value: [y]}\n", "due[0] should be a mapping: f:1:40"),
        ("- {id: M1, field: due, was: x, add: {date: y}}\n", "due[0].text is missing: f:1:37"),
        ("- {id: M1, field: due, was: x, drop: {datum: y}}\n", "datum is no key of the format: f:1:46"),
        ("- {id: M1, field: due, was: x, drop: [y]}\n", "drop should be words, or some keys and values: f:1:38"),
        ("- {id: document, field: keywords, was: x, drop: {a: b}}\n", "a is no key of the format: f:1:53"),
        (TITLE + TITLE.replace("建设", "打造"), "M1 title is corrected twice: f:2:3"),
    ],
)  # fmt: skip
def test_what_is_no_file_of_corrections(text: str, message: str) -> None:
    with pytest.raises(PlanFileError) as caught:
        read_fixes(text, "f")
    assert str(caught.value) == message


def test_a_role_that_there_is_none_of() -> None:
    with pytest.raises(PlanFileError, match=r"role should be one of 'principles', .*: f:3:10"):
        read_fixes("- id: S1\n  field: role\n  value: golas\n  was: x\n", "f")


def test_a_correction_may_not_break_the_plan() -> None:
    taken = "- {id: M1, field: targets, was: 三家, add: {id: G1.1, indicator: x}}\n"
    with pytest.raises(PlanFileError, match=r"targets\[1\]\.id is also that of .*: notice\.fixes\.yaml"):
        laid(taken)
    assert states(taken.replace("G1.1", "M1.9")) == [("applied", "M1")]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", "null\n"])
def test_files_without_corrections(text: str) -> None:
    assert read_fixes(text, "f") == []


@pytest.mark.parametrize("name", ["notice.txt", "plan.yaml", "plan.json"])
def test_a_broken_file_is_an_error_wherever_the_plan_is_read(tmp_path: Path, name: str) -> None:
    json = '{"schema_version": 1, "year": 2022}'
    (tmp_path / name).write_text({".txt": NOTICE, ".yaml": dump_plan(plan_of()), ".json": json}[Path(name).suffix])
    fixes = fixes_path(tmp_path / name)
    for broken in (b"a: 1\n", b"\xff\xfe", b"- {id: M1\n"):
        fixes.write_bytes(broken)
        with pytest.raises(PlanFileError, match=fixes.name):
            load(tmp_path / name)
    fixes.unlink()
    fixes.mkdir()
    with pytest.raises(PlanFileError, match="cannot be read"):
        load(tmp_path / name)


@pytest.mark.parametrize(
    ("path", "fixes"),
    [
        ("data/workplan_2022.yaml", "data/workplan_2022.fixes.yaml"),
        ("plan.json", "plan.fixes.yaml"),
        ("notice", "notice.fixes.yaml"),
        ("a.html.txt", "a.html.fixes.yaml"),
    ],
)
def test_the_file_that_belongs_to_a_plan(path: str, fixes: str) -> None:
    assert fixes_path(Path(path)) == Path(fixes)


def test_a_file_of_corrections_is_no_plan_of_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "workplan_2023.fixes.yaml").write_text(TITLE)
    monkeypatch.chdir(tmp_path)
    assert find_library().origin == "shipped"
    (tmp_path / "data" / "workplan_2022.yaml").write_text(dump_plan(plan_of()))
    assert [entry.name for entry in find_library().entries()] == ["2022"]


def test_the_plan_file_stays_as_it_was_parsed(tmp_path: Path) -> None:
    file = tmp_path / "workplan_2022.yaml"
    file.write_text(dump_plan(plan_of()))
    (tmp_path / "workplan_2022.fixes.yaml").write_text(TITLE)
    assert load("2022", data=tmp_path).measures[0].title == "建设平台"
    assert load_plan(file).measures[0].title == "建没平台"
    uncorrected = open_uncorrected(file)
    assert isinstance(uncorrected, Plan) and uncorrected.measures[0].title == "建没平台"
    assert file.read_text() == dump_plan(plan_of())


@pytest.mark.parametrize("name", ["notice.txt", "plan.yaml"])
def test_a_corrected_plan_is_cached_until_plan_or_corrections_change(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_both(title: str) -> None:
        text = NOTICE.replace("培育企业。", f"{title}。")
        (tmp_path / name).write_text(text if name == "notice.txt" else dump_plan(plan_of(text)))

    write_both("培育企业")
    fixes = fixes_path(tmp_path / name)
    fixes.write_text(TITLE)
    first = load(tmp_path / name)

    def refuse(*_: Any) -> None:
        raise AssertionError("validated again")

    with monkeypatch.context() as patched:
        patched.setattr(validation, "validate", refuse)
        assert load(tmp_path / name) == first
    fixes.write_text(TITLE.replace("建设平台", "打造平台"))
    assert load(tmp_path / name).measures[0].title == "打造平台"
    write_both("扶持企业")
    assert [m.title for m in load(tmp_path / name).measures[:2]] == ["打造平台", "扶持企业"]
    fixes.unlink()
    assert load(tmp_path / name).measures[0].title == "建没平台"


def test_without_corrections_a_plan_costs_one_attempt_to_open_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(dump_plan(plan_of()))
    load(file)
    opened: list[str] = []
    read_bytes = Path.read_bytes

    def read(path: Path) -> bytes:
        opened.append(path.name)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.setattr(corrections, "overlay", None)
    load(file)
    assert [name for name in opened if "fixes" in name] == ["plan.fixes.yaml"]


ENTRY = {"id": "M1", "field": "title", "was": "建没平台", "value": "建设平台"}


@pytest.mark.parametrize(
    "before",
    [
        "# by hand\n- {id: M2, field: title, was: 培育企业, value: 企业}   # so\n",
        "- id: M2\n  field: title\n  was: 培育企业\n  value: 企业",
        "  - id: M2\n    field: title\n    was: 培育企业\n    value: 企业\n\n# end\n",
        "-\n  id: M2\n  field: title\n  was: 培育企业\n  value: 企业\n",
        "---\n- id: M2\r\n  field: title\r\n  was: 培育企业\r\n  value: 企业\r\n",
        "# nothing yet\n",
        "# nothing yet",
        "",
    ],
)
def test_an_entry_is_put_at_the_end_and_the_rest_stays(tmp_path: Path, before: str) -> None:
    plan = tmp_path / "plan.yaml"
    fixes_path(plan).write_text(before, newline="")
    text = text_with(plan, ENTRY)
    assert text.startswith(before)
    assert read_yaml(text, "f").data == [*(read_yaml(before, "f").data or []), ENTRY]
    assert ("\r\n" in text) == ("\r\n" in before)
    assert write(plan, text).read_bytes() == text.encode()


def test_a_first_entry_makes_the_file(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    assert write(plan, text_with(plan, ENTRY)).read_text().splitlines()[1:] == [
        *("- id: M1", "  field: title", "  was: 建没平台", "  value: 建设平台")
    ]


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    fixes_path(plan).write_bytes("\ufeff# mine\n".encode())
    data = write(plan, text_with(plan, ENTRY)).read_bytes()
    assert data.startswith("\ufeff# mine\n- id".encode()) and data.count("\ufeff".encode()) == 1


@pytest.mark.parametrize("before", ["[]\n", "[{id: M2, field: title, was: a, value: b}]\n", "- {id: M2}\n...\n"])
def test_a_file_that_nothing_can_be_put_at_the_end_of(tmp_path: Path, before: str) -> None:
    plan = tmp_path / "plan.yaml"
    fixes_path(plan).write_text(before)
    with pytest.raises(PlanFileError, match="nothing can be put at its end") as caught:
        text_with(plan, ENTRY)
    assert "id: M1" in str(caught.value.tip)


@pytest.mark.parametrize(
    ("id", "field", "change", "words", "value"),
    [
        ("M1", "title", "value", "12", "12"),
        ("M1", "title", "value", "null", "null"),
        ("M1", "title", "value", None, None),
        ("M1", "text", "value", "a: b # c", "a: b # c"),
        ("G1.1", "value", "value", "2.60", Decimal("2.60")),
        ("plan", "year", "value", "2022", 2022),
        ("M1", "responsibility.stated", "value", "true", True),
        ("M1", "bodies", "add", "{name: 甲局}", {"name": "甲局"}),
        ("M1", "bodies", "drop", "甲局", "甲局"),
        ("M1", "due", "value", "[]", []),
        ("document", "keywords", "add", "科技", "科技"),
    ],
)
def test_words_become_what_the_field_takes(id: str, field: str, change: str, words: str | None, value: Any) -> None:
    made = new_entry(change, words, id=id, field=field, was="x", why=None, who="甲")
    assert made == {"id": id, "field": field, "was": "x", change: value, "who": "甲"}
    assert list(made) == ["id", "field", "was", change, "who"]


@pytest.mark.parametrize("words", ["many", "{", None])
def test_words_that_the_field_does_not_take(words: str | None) -> None:
    with pytest.raises(PlanFileError, match=r"should be .*: S1 role"):
        new_entry("value", words, id="S1", field="role", was="x")
