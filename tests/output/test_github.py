"""Workflow commands: whatever a document holds, one finding is one command and nothing more."""

import pytest

from kjplan import language
from kjplan.checking import RULES
from kjplan.checking.files import Examined
from kjplan.checking.findings import Finding, NotRun, Report
from kjplan.output.github import to_github
from kjplan.reading import from_text


@pytest.fixture(autouse=True)
def english() -> None:
    language.choose("en")


def made(finding: Finding, text: str = "甲乙\n丙丁", media_type: str = "text/plain") -> str:
    source = from_text(text)
    source.media_type = media_type
    return to_github([Examined(Report([finding]), "x.txt", source, False)])


def finding(**other: object) -> Finding:
    usual = {"code": "a-b", "severity": "warning", "message": "odd", "path": "x.txt", "line": 2, "column": 1}
    return Finding(**{**usual, "span": (3, 5), **other})  # type: ignore[arg-type]


def test_place() -> None:
    assert made(finding()) == "::warning file=x.txt,line=2,col=1,endLine=2,endColumn=2,title=kjplan a-b::odd\n"


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_severity(severity: str, command: str) -> None:
    assert made(finding(severity=severity)).startswith(f"::{command} ")


def test_over_two_lines_there_is_no_end() -> None:
    assert made(finding(line=1, span=(0, 5))) == "::warning file=x.txt,line=1,col=1,title=kjplan a-b::odd\n"


def test_the_whole_has_no_line() -> None:
    assert made(finding(line=None, column=None, span=None)) == "::warning file=x.txt,title=kjplan a-b::odd\n"


def test_of_a_page_the_line_is_said_in_words() -> None:
    assert made(finding(), media_type="text/html") == (
        "::warning file=x.txt,title=kjplan a-b::odd (line 2 of its text)\n"
    )


def test_messages_are_escaped() -> None:
    said = made(finding(message="100%\r\n::error::x\x1b"))
    assert said.splitlines() == [
        "::warning file=x.txt,line=2,col=1,endLine=2,endColumn=2,title=kjplan a-b::100%25\\x0d\\x0a::error::x\\x1b"
    ]


def test_properties_are_escaped() -> None:
    assert "file=a%2Cb%3A%25c%0Ad.txt," in made(finding(path="a,b:%c\nd.txt"))


def test_what_did_not_run_is_noted() -> None:
    report = Report([], [NotRun("a", "no text"), NotRun("b", "no text")], {"c": 3})
    assert to_github([Examined(report, "x.yaml", None, False)]) == (
        "::notice file=x.yaml,title=kjplan::did not run (no text): a, b\n"
        "::notice file=x.yaml,title=kjplan::and 3 more c (--limit 0 lists all)\n"
    )


def test_what_to_do_stands_on_a_line_of_its_own() -> None:
    fix = RULES["stray-space"].fix.en
    assert made(finding(code="stray-space")).endswith(f"title=kjplan stray-space::odd%0A{fix}\n")
