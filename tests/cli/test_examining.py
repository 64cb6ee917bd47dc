"""check, diff, leaves, explain: verdicts, exit codes, places."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import NOTICE

PLAN = "2023年工作要点\n一、主要目标\n1.新增企业10家；\n2.新建平台5家。\n3.新建基地2家；\n4.新建园区1家；\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A plan whose list ends its entries in different marks."""
    path = tmp_path / "notice.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_check_shows_the_place(run: Run, source: Path) -> None:
    code, out, err = run("check", source, "--select", "list-terminator")
    assert (code, err) == (0, "")
    head, line, caret, *_ = out.splitlines()
    assert head.startswith(f"{source}:4:9: warning list-terminator ")
    assert line == "  | 2.新建平台5家。"
    assert caret == "  | " + " " * 13 + "^~"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ("", 0),
        ("--fail-at warning", 1),
        ("--fail-at info", 1),
        ("--fail-at warning --ignore list-terminator --select list-terminator", 0),
        ("--fail-at warning --select level-skip,list-terminator", 1),
        ("--select no-such-rule", 2),
    ],
)
def test_the_verdict_of_check(run: Run, source: Path, options: str, code: int) -> None:
    assert run("check", source, *options.split()).code == code


def test_check_as_json(run: Run, source: Path, tmp_path: Path) -> None:
    code, out, err = run("check", source, NOTICE, "--format", "json")
    assert code == 0
    assert err.startswith(f"{source}: did not run (only the plan's goals are recorded): ")
    assert run("check", source, NOTICE, "--format", "json", "-q") == (0, out, "")
    found = json.loads(out)
    assert {finding["path"] for finding in found} == {str(source), str(NOTICE)}
    assert list(found[0]) == ["code", "severity", "message", "path", "line", "column", "span"]
    assert run("check", source, NOTICE, "-o", tmp_path / "found.json").code == 0
    assert json.loads((tmp_path / "found.json").read_text(encoding="utf-8")) == found


def test_a_bad_file_never_stops_the_rest(run: Run, source: Path, tmp_path: Path) -> None:
    code, out, err = run("check", tmp_path / "none.txt", source)
    assert code == 2
    assert err.startswith("error: ") and "list-terminator" in out


def test_rules_that_did_not_run_are_named(run: Run, library: Path, tmp_path: Path) -> None:
    plan = tmp_path / "workplan_2022.yaml"
    plan.write_bytes((library / "workplan_2022.yaml").read_bytes())
    out = run("check", plan).out
    assert "did not run (it reads the notice, and only the plan is at hand): " in out and "list-terminator" in out
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "workplan_2022.txt").write_bytes(NOTICE.read_bytes() + b"\n")
    assert "did not run (the notice is not the one" in run("check", plan).out
    (tmp_path / "notices" / "workplan_2022.txt").write_bytes(NOTICE.read_bytes())
    assert "did not run" not in run("check", plan).out


def test_diff_of_a_plan_with_itself(run: Run, library: Path) -> None:
    code, out, err = run("diff", "2022", "2022", "--data", library, "--exit-code")
    assert (code, err) == (0, "")
    assert "no difference" in out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ("", 0),
        ("--exit-code", 1),
        ("--fail-on target-removed", 1),
        ("--fail-on measure-removed", 0),
        ("--fail-on measure-removed --fail-on target-raised", 1),
        ("--fail-on no-such-kind", 2),
    ],
)
def test_the_verdict_of_diff(run: Run, library: Path, options: str, code: int) -> None:
    assert run("diff", "2020", "2022", "--data", library, *options.split()).code == code


def test_diff_as_json(run: Run, library: Path) -> None:
    words = ("diff", "2020", "2022", "--data", library, "--format", "json")
    found = json.loads(run(*words).out)
    keys = ["old", "new", "identical", "not_recorded", "goals", "sections", "measures", "principles", "documents"]
    assert list(found) == [*keys, "terms", "summary"]
    assert "old.measures" in found["not_recorded"] and found["measures"] == []
    assert "reason" not in found["goals"][0]
    assert "reason" in json.loads(run(*words, "--why").out)["goals"][0]


def test_diff_shows_numbers_then_moves_then_wording(run: Run, tmp_path: Path) -> None:
    old = "2022年工作要点\n一、主要目标\n1.新增企业10家。\n二、重点任务\n1.建设平台。推进实验室体系重塑，年内建成一批中试基地。\n2.培育主体。支持企业牵头组建创新联合体。\n"
    new = (
        old.replace("2022", "2023")
        .replace("10家", "20家")
        .replace("一批", "三个")
        .replace("2.培育主体。支持企业牵头组建创新联合体。", "2.引进人才。实施高层次人才引进计划，落实安家补贴。")
    )
    for name, text in (("old.txt", old), ("new.txt", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    out = run("diff", tmp_path / "old.txt", tmp_path / "new.txt").out
    assert out.index("+10家") < out.index("引进人才") < out.index("[-一批-]{+三个+}")
    painted = run("diff", tmp_path / "old.txt", tmp_path / "new.txt", "--color", "always").out
    assert "\x1b[31m[-一批-]\x1b[0m\x1b[32m{+三个+}\x1b[0m" in painted
    markdown = run("diff", tmp_path / "old.txt", tmp_path / "new.txt", "--format", "markdown").out
    assert "<del>一批</del><ins>三个</ins>" in markdown


def test_leaves_are_the_notice(run: Run) -> None:
    text = NOTICE.read_bytes().decode()
    leaves = json.loads(run("leaves", NOTICE, "--format", "json").out)
    at = 0
    for leaf in leaves:
        start, end = leaf["span"]
        assert text[at:start].strip() == "" and text[start:end] == leaf["text"]
        at = end
    assert text[at:].strip() == ""


def test_explain(run: Run) -> None:
    found = json.loads(run("explain", NOTICE, 14, "--format", "json").out)
    assert (found["line"], found["text"]) == (14, "2022年3月25日")
    assert found["claims"][0]["rule"] == "signed-date"
    assert "signed-date" in run("explain", NOTICE, 14).out
    code, _, err = run("explain", NOTICE, 9999)
    assert code == 2 and "1 to 101" in err


def test_standard_input_is_read_only_once(run: Run) -> None:
    code, _, err = run("diff", "-", "-")
    assert (code, err.splitlines()[0]) == (2, "error: standard input can be read only once: -")


def test_a_library_that_is_a_file_is_said_to_be_none(run: Run) -> None:
    code, _, err = run("goals", "--data", NOTICE)
    assert (code, err.splitlines()[0]) == (2, f"error: cannot serve as a library (Not a directory): {NOTICE}")
    code, _, err = run("goals", "2022", "--data", NOTICE.parent / "none")
    assert (code, err.splitlines()[0]) == (2, f"error: no plan 2022; there is no such folder: {NOTICE.parent / 'none'}")


def test_verify_reads_a_plan_from_standard_input(kjplan: Run) -> None:
    plan = (NOTICE.parent.parent / "workplan_2022.yaml").read_bytes()
    assert kjplan("verify", "-", "--source", NOTICE, stdin=plan).code == 0
    assert kjplan("verify", "-", "--source", NOTICE, stdin=plan.replace(b"2.6", b"2.7")).code == 1


def test_leaves_prove_that_nothing_is_lost(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("leaves", NOTICE).err == "120 leaves hold all 5851 non-blank characters, each once\n"
    monkeypatch.setattr("kjplan.cli.sources.partition_faults", lambda text, leaves: [(2, 4)])
    code, _, err = run("leaves", NOTICE)
    assert (code, err) == (1, f"error: {NOTICE}:1:3: 2 characters in no leaf or in two\n")


def test_the_format_follows_the_suffix(run: Run, source: Path, tmp_path: Path) -> None:
    for name in ("found.sarif", "found.sarif.json"):
        assert run("check", source, "-o", tmp_path / name).code == 0
        assert json.loads((tmp_path / name).read_text(encoding="utf-8"))["version"] == "2.1.0"
    out = run("check", source, "--format", "github").out
    assert f"::warning file={source},line=4,col=9,endLine=4,endColumn=9,title=kjplan list-terminator::" in out


def test_severities_and_groups(run: Run, source: Path) -> None:
    assert run("check", source, "--severity", "lists=error").code == 1
    assert run("check", source, "--select", "lists", "--severity", "lists=info", "--fail-at", "warning").code == 0
    code, _, err = run("check", source, "--severity", "lists")
    assert (code, err) == (2, "error: a code without its severity: lists\ntip: write no-deadlines=error\n")


def test_a_configuration_that_is_named(run: Run, source: Path, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('select = ["list-terminator"]\nfail-at = "warning"\n', encoding="utf-8")
    assert run("check", source, "--config", tmp_path / "other.toml").code == 1
    (tmp_path / "kjplan.toml").write_text("selects = []\n", encoding="utf-8")
    code, out, err = run("check", source)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: unknown key in the configuration: {tmp_path / 'kjplan.toml'}, selects\ntip: ")
    assert run("check", source, "--config", "none").code == 0
    assert run("check", source, "--config", tmp_path / "absent.toml").code == 2


def test_fifty_findings_a_code_are_listed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "brackets.txt"
    path.write_text(PLAN + "（" * 100_000, encoding="utf-8")
    out = run("check", path).out
    assert out.count("unbalanced-brackets （") == 50
    assert "and 99950 more unbalanced-brackets (--limit 0 lists all)\n" in out
    assert len(json.loads(run("check", path, "--format", "json", "--select", "unbalanced-brackets").out)) == 50
    options = ("--format", "json", "--select", "unbalanced-brackets", "--limit", "0")
    assert len(json.loads(run("check", path, *options).out)) == 100_000
