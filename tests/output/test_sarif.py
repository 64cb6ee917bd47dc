"""SARIF: valid against the schema of OASIS, places in code points, the same bytes whatever the folder is called."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kjplan import language
from kjplan.checking import RULES
from kjplan.checking.files import Options, examine
from kjplan.output.json import dumps
from kjplan.output.sarif import to_sarif
from tests.conftest import NOTICE

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
TEXT = "2023年工作要点\n一、主要目标\n1.新增企业10家；\n2.新建平台𠮷5家。\n3.新建基地2家；\n4.新建园区1家；\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲 1.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def log(*paths: Path, limit: int = 0, **options: Any) -> dict[str, Any]:
    """What a program reads from the file that is written."""
    made = dumps(to_sarif([examine(path, Options(limit=limit, isolated=True, **options)) for path in paths]))
    read: dict[str, Any] = json.loads(made)
    return read


def test_the_schema_is_one() -> None:
    jsonschema.Draft4Validator.check_schema(SCHEMA)
    assert list(VALIDATOR.iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_valid(folder: Path, lang: language.Language) -> None:
    language.choose(lang)
    try:
        made = log(Path("甲 1.txt"), NOTICE, limit=1)
    finally:
        language.choose(None)
    assert [error.message for error in VALIDATOR.iter_errors(made)] == []


def test_results_name_rules_that_are_there(folder: Path) -> None:
    run = log(Path("甲 1.txt"), NOTICE)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert run["columnKind"] == "unicodeCodePoints"
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert {result["level"] for result in run["results"]} == {"warning", "note"}


def test_a_place_is_in_code_points_of_the_file(folder: Path) -> None:
    run = log(Path("甲 1.txt"), select=("list-terminator",))["runs"][0]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "%E7%94%B2%201.txt", "uriBaseId": "%SRCROOT%"}
    at = TEXT.index("5家。") + 2
    assert place["region"] == {
        "startLine": 4,
        "startColumn": 10,
        "endLine": 4,
        "endColumn": 11,
        "charOffset": at,
        "charLength": 1,
    }


def test_what_concerns_the_whole_stands_on_the_first_line(folder: Path) -> None:
    run = log(Path("甲 1.txt"), select=("no-measures",))["runs"][0]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_a_page_has_lines_of_its_own(folder: Path) -> None:
    page = "<html><body><p>" + TEXT.replace("\n", "</p>\n\n\n<p>") + "</p></body></html>"
    (folder / "x.html").write_text(page, encoding="utf-8")
    run = log(Path("x.html"), select=("list-terminator",))["runs"][0]
    assert run["results"]
    assert {r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in run["results"]} == {1}


def test_rules_that_did_not_run_are_notifications(folder: Path) -> None:
    run = log(Path("甲 1.txt"), limit=1)["runs"][0]
    said = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert said[0].startswith("did not run (only the plan's goals are recorded): ")
    assert said[1:] == ["and 1 more list-terminator (--limit 0 lists all)"]


def test_fingerprints_stay_when_lines_are_added_above(folder: Path) -> None:
    (folder / "b.txt").write_text("\n\n" + TEXT, encoding="utf-8")
    prints = [
        [r["partialFingerprints"] for r in log(Path(name), select=("list-terminator",))["runs"][0]["results"]]
        for name in ("甲 1.txt", "b.txt")
    ]
    assert prints[0] == prints[1]
    assert len({str(p) for p in prints[0]}) == len(prints[0])


def test_nothing_of_the_machine_is_in_it(folder: Path) -> None:
    assert str(folder) not in dumps(log(Path("甲 1.txt"), folder / "甲 1.txt"))


def test_a_file_outside_of_the_folder_is_named_in_full(folder: Path) -> None:
    place = log(NOTICE)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": NOTICE.as_uri()}
