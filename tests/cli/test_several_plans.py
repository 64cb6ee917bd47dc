"""Queries over several plans, and over folders of plans and notices."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import NOTICE

QUERIES = ("principles", "goals", "measures", "targets", "documents", "bodies")


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """Two plans and what may stand beside them."""
    for name in ("b", "below/a"):
        path = tmp_path / "plans" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        assert run("parse", NOTICE, "-o", path).code == 0
    for name in ("b.fixes.yaml", "ledger_2022.yaml", "b.ledger.yaml", "aliases.yaml", ".hidden.yaml", "notes.txt"):
        (tmp_path / "plans" / name).write_text("{}\n" if name == "aliases.yaml" else "[]\n", encoding="utf-8")
    return tmp_path / "plans"


@pytest.mark.parametrize("query", QUERIES)
def test_several_plans_are_told_apart(run: Run, library: Path, folder: Path, query: str) -> None:
    both = [str(folder / "b.yaml"), str(folder / "below" / "a.yaml")]
    one = json.loads(run(query, both[0], "--format", "json").out)
    code, out, err = run(query, folder, "--format", "json", "--data", library)
    assert (code, err) == (0, "")
    about = {"year": 2022, "issuer": "郑州市科学技术局"}
    assert json.loads(out) == [{"plan": name} | about | record for name in both for record in one]
    assert run(query, *both, "--format", "json").out == out
    rows = list(csv.DictReader(io.StringIO(run(query, *both, "--format", "csv").out)))
    assert [*rows[0]][:3] == ["plan", "year", "issuer"] and {row["plan"] for row in rows} == {*both}
    assert len(rows) == 2 * len(one)


def test_filters_hold_for_each_of_several_plans(run: Run, folder: Path) -> None:
    found = json.loads(run("measures", folder, "--number", "5", "--format", "json").out)
    assert [(Path(r["plan"]).name, r["number"]) for r in found] == [("b.yaml", "5"), ("a.yaml", "5")]


def test_a_bad_plan_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "broken.yaml").write_text("schema_version: 1\na: [\n", encoding="utf-8")
    code, out, err = run("goals", folder, "--format", "csv")
    assert code == 2 and "broken.yaml:3:1" in err
    assert len(out.splitlines()) == 1 + 2 * 6


def test_a_folder_without_plans_is_asked_for_its_notices(run: Run, tmp_path: Path) -> None:
    code, out, err = run("targets", tmp_path)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: neither plans nor notices in this folder: {tmp_path}\ntip: plans end in .yaml, ")
    (tmp_path / "n.txt").write_bytes(NOTICE.read_bytes())
    (tmp_path / "n.log").write_bytes(NOTICE.read_bytes())
    rows = json.loads(run("goals", tmp_path, "--format", "json").out)
    assert {row["plan"] for row in rows} == {str(tmp_path / "n.txt")} and len(rows) == 6


def test_search_and_trend_take_a_folder(run: Run, folder: Path) -> None:
    both = [folder / "below" / "a.yaml", folder / "b.yaml"]
    named = [word for path in reversed(both) for word in ("--plan", path)]
    assert run("search", "郑科贷", "--plan", folder) == run("search", "郑科贷", *named)
    assert run("trend", folder, "--format", "json") == run("trend", *reversed(both), "--format", "json")
    (folder / "broken.yaml").write_text("schema_version: 1\na: [\n", encoding="utf-8")
    code, out, err = run("search", "郑科贷", "--plan", folder)
    assert code == 2 and "broken.yaml:3:1" in err and "郑科贷" in out
    assert run("search", "郑科贷", "--plan", folder / "broken.yaml").out == ""


def test_check_takes_a_folder(run: Run, folder: Path) -> None:
    both = [folder / "b.yaml", folder / "below" / "a.yaml"]
    assert run("check", folder, "--format", "json") == run("check", *both, "--format", "json")


def test_a_table_of_targets_says_who_answers_and_by_when(run: Run, tmp_path: Path) -> None:
    notice = tmp_path / "n.txt"
    notice.write_text(
        "某局2024年工作要点\n一、重点任务\n1.建设平台。新建平台10个。（责任单位：市科技局；配合单位：市财政局；完成时限：6月底）\n",
        encoding="utf-8",
    )
    row = next(csv.DictReader(io.StringIO(run("targets", notice, "--format", "csv").out)))
    assert (row["owner_id"], row["lead"], row["support"], row["owner_due"]) == ("M1", "市科技局", "市财政局", "6月底")
    owner = json.loads(run("targets", notice, "--format", "json").out)[0]["owner"]
    assert [(b["name"], b["role"]) for b in owner["responsibility"]["bodies"]][1] == ("市财政局", "support")
    assert owner["due"][0]["date"] == "2024-06-30"


def test_a_name_that_is_nothing_is_looked_for_in_both_places(run: Run, library: Path) -> None:
    assert run("goals", "plann", "--data", library).err.startswith("error: no plan plann, and no file of that name; ")
    assert run("goals", "2019", "--data", library).err.startswith("error: no plan 2019; ")


def test_yaml_that_is_no_plan_hides_neither_plans_nor_notices(run: Run, folder: Path, tmp_path: Path) -> None:
    """A repository holds the YAML of its pipelines, too."""
    foreign = folder / "mkdocs.yml"
    foreign.write_text("site_name: 规划\n", encoding="utf-8")
    code, out, err = run("goals", folder, "--format", "csv")
    assert (code, err) == (0, f"left out, no plans (1): {foreign}\n") and len(out.splitlines()) == 1 + 2 * 6
    notices = tmp_path / "notices"
    notices.mkdir()
    foreign.rename(notices / "mkdocs.yml")
    (notices / "n.txt").write_bytes(NOTICE.read_bytes())
    code, out, _ = run("check", notices, "--format", "json")
    assert code == 0 and {finding["path"] for finding in json.loads(out)} == {str(notices / "n.txt")}
    (notices / "n.txt").unlink()
    assert run("goals", notices).err.startswith("error: neither plans nor notices in this folder: ")


def test_what_attachments_hold_of_several_plans_is_said_once(run: Run, tmp_path: Path) -> None:
    attached = "关于印发2023年方案的通知\n\n各区：\n现印发给你们。\n附件：1.任务清单\n\n2023年方案\n一、重点任务\n1.建设平台。建成三家。\n"
    attached += "附件1\n任务清单\n一、管网\n1.改造管网5公里。\n2.改造泵站3座。\n"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(attached, encoding="utf-8")
    assert run("measures", tmp_path).err == "the attachments of 2 plans hold 4 more measures: add --with-attachments\n"
    (tmp_path / "b.txt").write_bytes(NOTICE.read_bytes())
    assert run("measures", tmp_path).err == "the attachments of 1 plan hold 2 more measures: add --with-attachments\n"


def test_what_is_in_a_folder(run: Run, folder: Path, tmp_path: Path) -> None:
    rows = [*csv.DictReader(io.StringIO(run("plans", folder, NOTICE, "--format", "csv").out))]
    assert [row["name"] for row in rows] == [str(folder / "b.yaml"), str(folder / "below" / "a.yaml"), str(NOTICE)]
    assert {(row["year"], row["issuer"], row["goals"]) for row in rows} == {("2022", "郑州市科学技术局", "6")}
    assert "year" in run("plans", folder).out.splitlines()[0] and "year" not in run("plans").out.splitlines()[0]
    code, out, err = run("plans", folder, tmp_path / "no.txt", "--format", "csv")
    assert code == 2 and len(out.splitlines()) == 3 and err.startswith("error: no such file: ")


def test_words_of_a_folder(run: Run, folder: Path, tmp_path: Path) -> None:
    both = [str(folder / "b.yaml"), str(folder / "below" / "a.yaml")]
    code, out, err = run("words", folder, "--by", "count", "--top", "1", "--format", "json")
    (word,) = json.loads(out)
    assert (code, err, word["plans"]) == (0, "", both)
    (alone,) = json.loads(run("words", both[0], "--by", "count", "--top", "1", "--format", "json").out)
    assert word["count"] == 2 * alone["count"] and "sections" in alone
    (folder / "broken.yaml").write_text("schema_version: 1\na: [\n", encoding="utf-8")
    assert run("words", folder, "--top", "1").code == 2
