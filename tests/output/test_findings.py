"""Findings as compilers print them: the caret stands under its character, whatever stands before it."""

import pytest

from kjplan.checking import RULES
from kjplan.checking.files import Examined
from kjplan.checking.findings import Finding, NotRun, Report
from kjplan.checking.rules import GROUPS
from kjplan.output.findings import by_rule, count_text, excerpt, finding_text, to_text, to_texts
from kjplan.output.width import width
from kjplan.reading import from_text


@pytest.mark.parametrize(
    ("text", "start", "end", "shown", "caret"),
    [
        ("abc\ndef", 4, 5, "def", "^"),
        ("科技创新平台", 2, 4, "科技创新平台", "    ^~~~"),
        ("a科，b", 2, 3, "a科，b", "   ^~"),
        ("e\u0301科技", 2, 3, "e\u0301科技", " ^~"),
        ("ab  \ncd", 2, 4, "ab  ", "  ^~"),
        ("科\x1b技", 2, 3, "科\\x1b技", "      ^~"),
        ("末行", 2, 2, "末行", "    ^"),
        ("甲乙\n丙丁", 1, 5, "甲乙", "  ^~"),
    ],
)
def test_excerpt(text: str, start: int, end: int, shown: str, caret: str) -> None:
    assert excerpt(from_text(text), start, end) == f"  | {shown}\n  | {caret}\n"


def test_a_long_line_is_shown_around_the_place() -> None:
    text = "推" * 200 + "，" + "进" * 200
    line, caret, _ = excerpt(from_text(text), 200, 201).split("\n")
    assert line.startswith("  | …推") and line.endswith("进…")
    before = line[: line.index("，")]
    assert width(before) == caret.index("^")


@pytest.mark.parametrize("columns", [10, 40, 80])
@pytest.mark.parametrize("length", [1, 12, 300])
def test_a_line_fits_the_terminal_with_its_caret_in_place(columns: int, length: int) -> None:
    text = "推" * 200 + "，" * length + "进" * 200
    shown, caret, _ = excerpt(from_text(text), 200, 200 + length, columns=columns).split("\n")
    assert width(shown) <= max(columns, 26) and width(caret) <= width(shown)
    assert width(shown[: shown.index("，")]) == caret.index("^")
    assert shown.count("，") * 2 == caret.count("^") + caret.count("~")


def test_a_short_line_is_whole_on_a_terminal() -> None:
    assert excerpt(from_text("建成三家。"), 2, 4, columns=80) == "  | 建成三家。\n  |     ^~~~\n"


def _finding(line: int | None, span: tuple[int, int] | None) -> Finding:
    return Finding(
        code="stray-space", severity="warning", message="a \x1b blank", path="x.txt", line=line, column=line, span=span
    )


def test_finding_with_and_without_a_place() -> None:
    assert finding_text(_finding(1, (0, 1)), from_text("ab")) == (
        "x.txt:1:1: warning stray-space a \\x1b blank\n  | ab\n  | ^\n"
    )
    assert finding_text(_finding(None, None), None) == "x.txt: warning stray-space a \\x1b blank\n"


def test_colour_is_in_the_severity_alone() -> None:
    text = finding_text(_finding(None, None), None, color=True)
    assert text == "x.txt: \x1b[1;33mwarning\x1b[0m stray-space a \\x1b blank\n"


def test_report() -> None:
    report = Report([_finding(None, None)], [NotRun("a", "no text"), NotRun("b", "no text"), NotRun("c", "no plan")])
    report.left_out = {"stray-space": 7}
    report.silenced = 2
    assert to_text(Examined(report, "x.txt", None, False)) == (
        "x.txt: warning stray-space a \\x1b blank\n"
        f"    = {RULES['stray-space'].fix.en}\n"
        "x.txt: did not run (no text): a, b\n"
        "x.txt: did not run (no plan): c\n"
        "x.txt: and 7 more stray-space (--limit 0 lists all)\n"
        "x.txt: 8 warnings, 2 ignored by comments\n"
    )
    assert count_text(Report()) == "nothing found"
    assert count_text(Report([_finding(None, None)] * 2)) == "2 warnings"


def test_what_to_do_is_said_once() -> None:
    report = Report([_finding(1, (0, 1)), _finding(1, (1, 2))])
    assert to_text(Examined(report, "x.txt", from_text("ab"), False)).count("    = ") == 1


def test_of_many_findings_it_is_said_how_many_each_rule_has() -> None:
    other = Finding(code="no-title", severity="info", message="m", path="x.txt", line=None, column=None, span=None)
    report = Report([_finding(None, None)] * 12 + [other], left_out={"stray-space": 8})
    assert by_rule(report) == "stray-space 20, 1 other once"
    assert to_text(Examined(report, "x.txt", None, False)).endswith(
        f"x.txt: {by_rule(report)}\nx.txt: 20 warnings, 1 info\n"
    )
    assert by_rule(Report([_finding(None, None)] * 19 + [other])) == ""
    assert by_rule(Report([_finding(None, None)] * 21)) == ""


def test_rules_of_a_whole_group_that_did_not_run_are_named_by_it() -> None:
    wording = [rule.code for rule in GROUPS["wording"].rules]
    report = Report([], [NotRun(code, "no plan") for code in ("no-title", *wording)])
    assert "x.txt: did not run (no plan): no-title, wording\n" in to_text(Examined(report, "x.txt", None, False))
    report.not_run.pop()
    assert f"did not run (no plan): no-title, {', '.join(wording[:-1])}\n" in to_text(
        Examined(report, "x.txt", None, False)
    )


def test_of_several_files_what_did_not_run_is_listed_once_and_all_is_counted() -> None:
    unread = [NotRun("wording", "no notice"), NotRun("counts", "no notice")]
    report = Report(findings=[_finding(None, None)], not_run=unread, silenced=1)
    first, second = (Examined(report, name, None, failed=False) for name in ("a.yaml", "b.yaml"))
    text = to_texts([first, second])
    assert "a.yaml: did not run (no notice): wording, counts\n" in text
    assert "b.yaml: did not run (no notice): the same 2 rules\n" in text
    assert text.endswith("\n2 files: 2 warnings, 2 ignored by comments\n")
    assert to_texts([first]) == to_text(first)
    third = Examined(Report(not_run=unread[:1]), "c.yaml", None, failed=False)
    assert "c.yaml: did not run (no notice): wording\n" in to_texts([first, third])
