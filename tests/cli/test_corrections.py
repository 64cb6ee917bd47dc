"""``kjplan fix`` and ``kjplan fixes``, and what a correction does to every other command."""

import json
import shutil
from pathlib import Path

import pytest

from kjplan.cli.commands import COMMANDS
from tests.cli.conftest import Run
from tests.conftest import NOTICE, ROOT

TITLE = ("M11", "title", "壮大企业规模", "--was", "壮大高新技术企业规模")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A library with the plan of 2022, to be corrected."""
    (tmp_path / "notices").mkdir()
    shutil.copy(ROOT / "data" / "workplan_2022.yaml", tmp_path)
    shutil.copy(NOTICE, tmp_path / "notices")
    return tmp_path


def test_a_correction_is_noted_beside_the_plan(run: Run, own: Path) -> None:
    before = (own / "workplan_2022.yaml").read_bytes()
    code, out, err = run("fix", "2022", *TITLE, "--why", "核对原件", "--who", "甲", "--data", own)
    assert (code, err) == (0, "M11 title: “壮大高新技术企业规模” → “壮大企业规模”\n")
    assert out == f"{own / 'workplan_2022.fixes.yaml'}\n"
    assert (own / "workplan_2022.fixes.yaml").read_text(encoding="utf-8") == (
        "# workplan_2022.yaml: corrections, 更正 (kjplan fixes -h)\n"
        "- id: M11\n  field: title\n  was: 壮大高新技术企业规模\n  value: 壮大企业规模\n  why: 核对原件\n  who: 甲\n"
    )
    assert (own / "workplan_2022.yaml").read_bytes() == before


def test_every_question_is_answered_with_the_correction(run: Run, own: Path) -> None:
    data = ("--data", own)
    run("fix", "2022", *TITLE, *data)
    run("fix", "2022", "G4.1", "value", "1200", "--was", "1000家", *data)
    run("fix", "2022", "plan", "title", "甲市工作要点", "--was", "2022年全市科技创新工作要点", *data)
    assert "壮大企业规模" in run("measures", "2022", *data).out
    assert "壮大企业规模" in run("checklist", "2022", *data).out
    assert "壮大企业规模" in run("render", "2022", *data).out
    assert json.loads(run("goals", "2022", *data, "--format", "json").out)[3]["targets"][0]["value"] == 1200
    assert "甲市工作要点" in run("plans", *data).out
    found = json.loads(run("diff", ROOT / "data" / "workplan_2022.yaml", "2022", *data, "--format", "json").out)
    assert [m["changes"] for m in found["measures"] if m["changes"] != ["same"]] == [["retitled"]]
    assert [g["delta"] for g in found["goals"] if g["change"] == "changed"] == [200]


def test_parse_and_verify_know_nothing_of_it(run: Run, own: Path, tmp_path: Path) -> None:
    run("fix", "2022", *TITLE, "--data", own)
    assert run("verify", "2022", "--source", NOTICE, "--data", own).code == 0
    notice = tmp_path / "notices" / "workplan_2022.txt"
    before = run("parse", notice).out
    run("fix", notice, *TITLE)
    assert run("parse", notice).out == before
    assert "壮大企业规模" in run("measures", notice).out


def test_it_is_shown_as_such(run: Run, own: Path) -> None:
    data = ("--data", own)
    assert "correct" not in run("show", "2022", *data).out
    run("fix", "2022", *TITLE, *data)
    with (own / "workplan_2022.fixes.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: M1, field: title, was: 没有的字句, value: x}\n")
    shown = run("show", "2022", *data).out
    assert "\ncorrections   1 laid over, 1 not, as their words are gone\n" in shown
    assert "1 处，1 处的字句已不在" in run("show", "2022", *data, "--lang", "zh").out
    checked = run("check", "2022", *data).out
    assert ":67:4: info corrected title of M11 was corrected: “壮大高新技术企业规模” → “壮大企业规模”\n" in checked
    assert "warning correction-stale title of M1 was not corrected: “没有的字句” no longer stands there" in checked
    assert "已更正 M11 的 title：" in run("check", "2022", *data, "--lang", "zh").out
    assert run("check", "2022", *data, "--select", "correction-stale", "--fail-at", "warning").code == 1
    assert run("check", "2022", *data, "--select", "corrected", "--fail-at", "warning").code == 0
    met = json.loads(run("show", "2022", *data, "--format", "json").out)["diagnostics"]
    assert [(d["code"], d["line"], d["column"]) for d in met] == [
        ("corrected", 67, 4),
        ("correction-stale", None, None),
    ]


def test_corrections_are_listed_with_what_became_of_them(run: Run, own: Path) -> None:
    data = ("--data", own)
    assert run("fixes", "2022", *data, "--format", "json") == (
        *(0, "[]\n"),
        f"no corrections: {own / 'workplan_2022.fixes.yaml'}\n",
    )
    (own / "workplan_2022.fixes.yaml").write_text(
        "- {id: M11, field: title, was: 壮大高新技术企业规模, value: 壮大企业规模, date: 2022-05-06}\n"
        "- {id: M99, field: number, was: 壮大高新技术企业规模, value: '12'}\n"
        "- {id: M11, field: bodies, was: 没有, drop: 没有的单位}\n"
        "- {id: M12, field: title, was: 没有, value: 没有}\n",
        encoding="utf-8",
    )
    records = json.loads(run("fixes", "2022", *data, "--format", "json").out)
    assert [(r["id"], r["state"], r["at"], r["line"]) for r in records] == [
        ("M11", "applied", "M11", 1),
        ("M99", "moved", "M11", 2),
        ("M11", "needless", "M11", 3),
        ("M12", "stale", None, 4),
    ]
    assert records[0] == {
        "id": "M11",
        "field": "title",
        "was": "壮大高新技术企业规模",
        "change": "set",
        "value": "壮大企业规模",
        "why": None,
        "who": None,
        "date": "2022-05-06",
        "state": "applied",
        "at": "M11",
        "elsewhere": [],
        "line": 1,
    }
    table = run("fixes", "2022", *data).out
    assert [line.split("  ")[0] for line in table.splitlines()[2:]] == ["M11", "M99", "M11", "M12"]
    assert "applied, moved" in table
    assert "随字句移动" in run("fixes", "2022", *data, "--lang", "zh").out
    assert run("fixes", "2022", *data, "--format", "csv").out.startswith(
        "id,field,words,state,at,was,why,who,date,line\n"
    )


@pytest.mark.parametrize(
    ("words", "error", "tip"),
    [
        ("M11 titel x --was 壮大", "M11 has no field titel to correct: M11 titel", "did you mean title, items"),
        ("Q1 title x --was 壮大", "Q1 is no id: Q1 title", "ids are like M11, G4, S3.2, M11.1, document, plan, notice"),
        ("M11 title x --was 没有", "“没有” does not stand there: M11 title", None),
        (
            "M12 title x --was 壮大高新技术企业规模",
            "“壮大高新技术企业规模” does not stand there: M12 title",
            "they stand in M11",
        ),
        (
            "M99 title x --was 壮大高新技术企业规模",
            "“壮大高新技术企业规模” does not stand there: M99 title",
            "they stand in M11",
        ),
        ("M11 number 11 --was 壮大", "it is so already (→ “11”): M11 number", None),
        ("G4.1 value many --was 1000家", "value should be a number: G4.1 value", None),
        ("M11 text --none --was 壮大", "text should be a string (put a number in quotes): M11 text", None),
        ("M11 title --was 壮大", "give one of VALUE, --add, --drop and --none", "see kjplan fix -h"),
        ("M11 title x --none --was 壮大", "give one of VALUE, --add, --drop and --none", "see kjplan fix -h"),
        ("M11 title --add x --was 壮大", "title is no list, use value: M11 title", None),
        ("M11 title x", "missing --was", "see kjplan fix -h"),
    ],
)
def test_what_cannot_be_noted(run: Run, own: Path, words: str, error: str, tip: str | None) -> None:
    found = run("fix", "2022", *words.split(), "--data", own)
    assert found == (2, "", f"error: {error}\n" + (f"tip: {tip}\n" if tip else ""))
    assert not (own / "workplan_2022.fixes.yaml").exists()


def test_no_field_is_corrected_twice(run: Run, own: Path) -> None:
    run("fix", "2022", *TITLE, "--data", own)
    before = (own / "workplan_2022.fixes.yaml").read_bytes()
    code, _, err = run("fix", "2022", *TITLE, "--data", own)
    assert (code, err.splitlines()[1]) == (2, "tip: first in line 2")
    assert (own / "workplan_2022.fixes.yaml").read_bytes() == before


def test_lists_and_empty_fields(run: Run, own: Path) -> None:
    data = ("--data", own)
    body = ("responsibility.bodies", "--add", "{name: 市科技局, role: lead}", "--was", "壮大高新技术企业规模")
    assert run("fix", "2022", "M11", *body, *data).code == 0
    assert run("fix", "2022", "document", "addressees", "--drop", "局属各单位", "--was", "局属各单位", *data).code == 0
    assert run("fix", "2022", "document", "genre", "--none", "--was", "通知", *data).code == 0
    plan = json.loads(run("show", "2022", *data, "--format", "json").out)
    assert (plan["document"]["genre"], plan["document"]["addressees"][-1]) == (None, "局机关各处室")
    rows = json.loads(run("checklist", "2022", *data, "--format", "json").out)
    assert "市科技局" in next(row for row in rows if row["id"] == "M11")["lead"]


def test_what_has_no_place_for_corrections(run: Run, kjplan: Run, tmp_path: Path) -> None:
    for words in (("fix", "-", *TITLE), ("fixes", "-")):
        assert run(*words) == (2, "", "error: there are no corrections beside standard input\n")
    shipped = kjplan("fix", "2022", *TITLE, cwd=tmp_path, LANG="C.UTF-8")
    assert shipped.code == 2
    assert shipped.err.startswith("error: the plans that come with kjplan are not to be changed: ")


@pytest.mark.parametrize("command", ["goals", "show", "checklist", "check", "fixes", "plans", "fix"])
def test_a_broken_file_of_corrections_is_never_passed_over(run: Run, own: Path, command: str) -> None:
    (own / "workplan_2022.fixes.yaml").write_text("- {id: M11, field: title, was: x}\n", encoding="utf-8")
    words = {"plans": [], "fix": ["2022", *TITLE]}.get(command, ["2022"])
    code, _, err = run(command, *words, "--data", own)
    assert code == 2
    assert "one of value, add and drop is needed, and only one: " in err
    assert "workplan_2022.fixes.yaml:1:3" in err


def test_the_commands_are_where_people_look() -> None:
    assert list(COMMANDS)[:5] == ["parse", "add", "plans", "fix", "fixes"]


def test_an_id_that_is_not_there_is_said(run: Run, own: Path) -> None:
    code, _, err = run("fix", "2022", "M99", "title", "新", "--was", "不在", "--data", own)
    assert (code, err) == (2, "error: the plan has no such id: M99\ntip: did you mean M9, M19\n")
    assert "does not stand there" in run("fix", "2022", "M9", "title", "新", "--was", "不在", "--data", own).err
