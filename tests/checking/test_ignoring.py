"""Comments in a plan's YAML: what each is about, and what is said about the comments themselves."""

from pathlib import Path

import pytest

from kjplan.checking import Report
from kjplan.checking.files import examine
from kjplan.cli.main import main
from kjplan.output.notice_text import render
from kjplan.parsing import parse_source
from kjplan.reading import decode
from kjplan.storage.comments import Scope, read_comments, without_comments
from kjplan.storage.yaml_write import dump_plan

NOTICE = (
    "甲市科技局关于印发《2022年工作要点》的通知\n各区县：\n现印发给你们。\n2022年3月25日\n"
    "2022年工作要点\n一、主要目标\n1.平台100家；\n2.成交额达到400亿元。\n3.园区达到3家；\n4.企业达到9家。\n"
    "二、重点任务\n（一）平台\n1.建设平台。 建成三家。\n2.培育 企业。培育十家。 再作总结。\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with its notice beside it."""
    (tmp_path / "notice.txt").write_text(NOTICE, encoding="utf-8")
    path = tmp_path / "plan.yaml"
    source = decode(NOTICE.encode(), "notice.txt")
    path.write_text(dump_plan(parse_source(source).plan), encoding="utf-8")
    return path


def edited(plan: Path, line: str, comment: str, nth: int = 1) -> Report:
    """The report when a comment stands at the end of the nth line that begins so, or above it where it ends in a break."""
    lines = plan.read_text(encoding="utf-8").split("\n")
    at = [n for n, words in enumerate(lines) if words.strip().startswith(line)][nth - 1]
    if comment.endswith("\n"):
        lines.insert(at, comment[:-1])
    else:
        lines[at] += " " + comment
    plan.write_text("\n".join(lines), encoding="utf-8")
    return examine(plan).report


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_without_comments(plan: Path) -> None:
    found = codes(examine(plan).report)
    assert found.count("stray-space") == 2
    assert {"list-terminator", "level-skip", "missing-signature", "no-deadlines"} <= set(found)


def test_on_the_first_line_of_a_node(plan: Path) -> None:
    report = edited(plan, "id: M1", "# kjplan: ignore[stray-space]")
    assert codes(report).count("stray-space") == 1
    assert report.silenced == 1
    report = edited(plan, "- kind: measure", "# 见原件 # kjplan: ignore[blanks]", 2)
    assert codes(report).count("stray-space") == 0


def test_alone_on_its_line_it_is_about_the_line_below(plan: Path) -> None:
    assert codes(edited(plan, "- kind: measure", "      # kjplan: ignore[stray-space]\n")).count("stray-space") == 1


def test_on_the_first_line_of_a_section_it_is_about_all_that_stands_under_it(plan: Path) -> None:
    report = edited(plan, "- kind: section", "# kjplan: ignore[list-terminator]")
    assert "list-terminator" not in codes(report)


def test_on_a_field_of_a_section_it_is_about_its_own_words(plan: Path) -> None:
    report = edited(plan, "role: goals", "# kjplan: ignore[list-terminator]")
    assert "list-terminator" in codes(report) and "ignore-unused" in codes(report)


def test_at_the_top_it_is_about_the_file(plan: Path) -> None:
    report = edited(plan, "schema_version", "# kjplan: ignore[blanks, no-deadlines, level]\n")
    assert not {"stray-space", "no-deadlines", "level-skip"} & set(codes(report))


def test_on_a_field_of_the_document(plan: Path) -> None:
    report = edited(plan, "signed_date", "# kjplan: ignore[missing-signature,missing-document-number]")
    assert not {"missing-signature", "missing-document-number"} & set(codes(report))


def test_on_a_key_that_opens_a_list(plan: Path) -> None:
    report = edited(plan, "targets:", "# kjplan: ignore[list-terminator]", 2)
    assert "list-terminator" not in codes(report)


def test_inside_a_text_it_is_no_comment(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8").replace("title: 建设平台", 'title: "建设 # kjplan: ignore[blanks]"')
    assert "# kjplan" in text
    assert read_comments(text, "x.yaml") == []


def test_what_is_wrong_with_comments(plan: Path) -> None:
    edited(plan, "schema_version", "# kjplan: ignore[no-deadline, date-order]\n")
    report = edited(plan, "id: M2", "# kjplan: ignore")
    said = [(f.code, f.line, f.column, f.message, f.path) for f in report.findings if f.code.startswith("ignore-")]
    assert [words[0] for words in said] == ["ignore-unknown", "ignore-unknown", "ignore-unused"]
    lines = plan.read_text(encoding="utf-8").split("\n")
    assert all(lines[line - 1][column - 1 :].startswith("# kjplan") for _, line, column, *_ in said if line and column)
    assert {words[4] for words in said} == {str(plan)}
    assert {words[3] for words in said} == {
        "the comment ignores [], which is no rule",
        "the comment ignores no-deadline, which is no rule",
        "the comment ignores date-order, and there is none",
    }


def test_a_rule_that_did_not_run_is_not_called_unused(plan: Path) -> None:
    (plan.parent / "notice.txt").unlink()
    report = edited(plan, "schema_version", "# kjplan: ignore[stray-space]\n")
    assert "ignore-unused" not in codes(report)
    assert "stray-space" in {rule.code for rule in report.not_run}


def test_json_has_no_comments() -> None:
    assert read_comments('{"schema_version": 1, "title": "# kjplan: ignore[x]"}', "x.json") == []


def test_scopes() -> None:
    text = (
        "# kjplan: ignore[a]\nschema_version: 1\ntitle: 甲  # kjplan: ignore[b]\ntitle_span: [0, 4]\nparts:\n"
        "- kind: section\n  # kjplan: ignore[c]\n  children: # kjplan: ignore[d]\n  - kind: goal # kjplan: ignore[e]\n"
        "    span: [6, 9]\n  span: [5, 9]\nextent: full # kjplan: ignore[f]\n"
    )
    found = {comment.codes[0]: comment.scope for comment in read_comments(text, "x.yaml")}
    assert found == {
        "a": Scope(whole=True),
        "b": Scope((0, 4), placeless=True),
        "c": Scope((5, 6)),
        "d": Scope((5, 6)),
        "e": Scope((6, 9)),
        "f": Scope(placeless=True),
    }


def test_comments_change_nothing_about_the_plan(plan: Path) -> None:
    from kjplan.storage.loading import load

    before = load(plan)
    edited(plan, "id: M1", "# kjplan: ignore[blanks]")
    assert render(load(plan)) == render(before)


def test_comments_are_no_drift(plan: Path) -> None:
    """verify compares byte for byte; what a person says to ``check`` is not what the notice should give."""
    before = plan.read_text(encoding="utf-8")
    words = ["verify", str(plan), "--source", str(plan.parent / "notice.txt"), "-q"]
    edited(plan, "id: M1", "# kjplan: ignore[blanks]")
    edited(plan, "schema_version", "# kjplan: ignore[no-deadlines]\n")
    edited(plan, "- kind: measure", "      # kjplan: ignore[stray-space]\n", 2)
    assert without_comments(plan.read_text(encoding="utf-8")) == before
    assert main(words) == 0
    plan.write_text(plan.read_text(encoding="utf-8").replace("建设平台", "建没平台"), encoding="utf-8")
    assert main(words) == 1
