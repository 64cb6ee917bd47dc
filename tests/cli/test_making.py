"""parse, add, render, verify, schema: from a notice to files and back."""

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run
from tests.conftest import NOTICE

GAP = "2023年工作要点\n一、主要目标\n1.新增企业10家。\n3.新增平台5家。\n4.新增基地2家。\n"


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    """Five notices and between them a binary and an empty file."""
    paths = []
    for i in range(5):
        path = tmp_path / f"notice_{i}.txt"
        path.write_text(f"202{i}年工作要点\n一、主要目标\n1.新增企业{i + 1}0家。\n", encoding="utf-8")
        paths.append(path)
    for name, content in (("notice_1b.txt", bytes(range(256))), ("notice_2b.txt", b"")):
        (tmp_path / name).write_bytes(content)
        paths.append(tmp_path / name)
    return sorted(paths)


def test_parse_writes_the_same_to_screen_and_file(run: Run, tmp_path: Path) -> None:
    shown = run("parse", NOTICE)
    assert run("parse", NOTICE, "-o", tmp_path / "plan.yaml") == (0, "", shown.err)
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == shown.out
    assert yaml.safe_load(shown.out)["year"] == 2022


def test_parse_as_json(run: Run, tmp_path: Path) -> None:
    shown = run("parse", NOTICE, "--format", "json").out
    assert run("parse", NOTICE, "-o", tmp_path / "plan.json").code == 0
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == shown
    assert json.loads(shown)["year_end"] is None
    assert run("goals", tmp_path / "plan.json").out == run("goals", NOTICE).out


def test_parse_into_a_folder_that_is_there(run: Run, tmp_path: Path) -> None:
    assert run("parse", NOTICE, "-o", tmp_path).code == 0
    assert (tmp_path / "workplan_2022.yaml").exists()


def test_parse_does_not_write_a_plan_as_csv(run: Run, tmp_path: Path) -> None:
    assert run("parse", NOTICE, "-o", tmp_path / "plan.csv").code == 2


def test_a_bad_file_never_stops_the_rest(run: Run, sources: list[Path], tmp_path: Path) -> None:
    code, out, err = run("parse", *sources, "-o", tmp_path / "plans")
    assert (code, out) == (2, "")
    assert sorted(p.name for p in (tmp_path / "plans").iterdir()) == [f"notice_{i}.yaml" for i in range(5)]
    lines = err.splitlines()
    assert [line.partition(": ")[0] for line in lines] == ["error", "tip", "error", "tip", "2 of 7 failed"]
    assert str(sources[2]) in err and str(sources[4]) in err
    assert lines[-1] == "2 of 7 failed"


@pytest.mark.parametrize("jobs", [0, 2, 5])
def test_the_number_of_processes_changes_nothing(run: Run, sources: list[Path], tmp_path: Path, jobs: int) -> None:
    alone = run("parse", *sources, "-o", tmp_path / "alone", "--strict")
    together = run("parse", *sources, "-o", tmp_path / "together", "--strict", "--jobs", jobs)
    assert together == alone
    for path in (tmp_path / "alone").iterdir():
        assert (tmp_path / "together" / path.name).read_bytes() == path.read_bytes()


def test_existing_plans_are_kept_one_by_one(run: Run, sources: list[Path], tmp_path: Path) -> None:
    good = [s for s in sources if not s.stem.endswith("b")]
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "notice_1.yaml").write_text("mine", encoding="utf-8")
    code, _, err = run("parse", *good, "-o", tmp_path / "plans")
    assert code == 2
    assert "--force" not in (tmp_path / "plans" / "notice_1.yaml").read_text(encoding="utf-8")
    assert (tmp_path / "plans" / "notice_1.yaml").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "plans" / "notice_4.yaml").exists()
    assert err.splitlines()[-2:] == ["tip: use --force to overwrite it", "1 of 5 failed"]
    _, _, again = run("parse", *good, "-o", tmp_path / "plans")
    assert again.count("tip: ") == 1 and again.endswith("\n5 of 5 failed\n")
    assert run("parse", *good, "-o", tmp_path / "plans", "--force").code == 0


def test_what_is_no_plan_is_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(NOTICE.read_bytes())
    (tmp_path / "b.txt").write_text(
        "关于举办讲座的通知\n\n各科室：\n定于周五举办讲座，请准时参加。\n", encoding="utf-8"
    )
    assert run("parse", tmp_path, "-o", tmp_path / "plans").err == "2 parsed, 1 no plans\n"


def test_several_sources_need_a_folder(run: Run, sources: list[Path], tmp_path: Path) -> None:
    assert run("parse", *sources[:2]).err.splitlines()[1] == "tip: name a folder with -o DIR"
    twin = tmp_path / "twin"
    twin.mkdir()
    (twin / sources[0].name).write_bytes(sources[0].read_bytes())
    code, _, err = run("parse", sources[0], twin / sources[0].name, "-o", tmp_path / "plans")
    assert code == 2 and "would go to one file" in err
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run("parse", *sources[:2], "-o", tmp_path / "file").code == 2


def test_a_folder_keeps_its_places(run: Run, tmp_path: Path) -> None:
    """Hidden files are left out, and so are suffixes that no reader knows, which is said; the folders below keep their names."""
    for name in ("a.txt", "below/a.txt", ".hidden.txt", "below/.git/a.txt", "picture.png", "Makefile", "plan.yaml"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(NOTICE.read_bytes())
    assert run("parse", tmp_path / "in", "-o", tmp_path / "out") == (
        0, "", f"2 parsed\n2 left out that no reader is known for: {tmp_path / 'in' / 'Makefile'}, {tmp_path / 'in' / 'picture.png'}\n",
    )  # fmt: skip
    made = [p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file()]
    assert sorted(made) == ["a.yaml", "below/a.yaml"]


def test_a_folder_gives_its_spreadsheets_and_leaves_lists_to_be_named(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    assert run("checklist", NOTICE, "-o", folder / "tasks.xlsx", "--lang", "zh").code == 0
    (folder / "all.csv").write_text(
        "序号,工作任务,责任单位\n1,建设平台,市科技局\n2,引进人才,市人社局\n", encoding="utf-8"
    )
    assert run("parse", folder, "-o", tmp_path / "out") == (
        0,
        "",
        f"1 left out: {folder / 'all.csv'} (a .csv is read where it is named)\n",
    )
    assert "引进人才" in run("measures", folder / "all.csv", "--format", "tsv").out


def test_one_notice_in_two_formats_gives_two_plans(run: Run, tmp_path: Path) -> None:
    """The .docx and the .pdf of a notice lie side by side in every office's folder."""
    for name in ("a.txt", "a.md", "b.txt", "below/a.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(NOTICE.read_bytes())
    assert run("parse", tmp_path / "in", "-o", tmp_path / "out").code == 0
    made = [p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file()]
    assert sorted(made) == ["a.md.yaml", "a.txt.yaml", "b.yaml", "below/a.yaml"]


def test_a_folder_with_nothing_to_read(run: Run, tmp_path: Path) -> None:
    code, _, err = run("parse", tmp_path, "-o", tmp_path / "out")
    assert code == 2
    assert err.startswith(f"error: nothing to read in this folder: {tmp_path}\ntip: files that can be read end in ")
    assert run("parse", tmp_path).code == 2


def test_strict(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gap.txt"
    path.write_text(GAP, encoding="utf-8")
    lax, strict = run("parse", path), run("parse", path, "--strict")
    assert (lax.code, strict.code) == (0, 1)
    assert strict.out == lax.out != ""
    assert strict.err.startswith(f"{path}:4:1: warning numbering-gap ")
    assert run("-q", "parse", path, "--strict") == (1, lax.out, "")
    assert run("parse", NOTICE, "--strict").code == 0
    assert "编号" in run("parse", path, "--strict", "--lang", "zh").err


def test_add_then_ask_then_check(run: Run, tmp_path: Path) -> None:
    code, out, err = run("add", NOTICE, "--data", tmp_path)
    assert (code, err) == (0, "")
    assert out == f"{tmp_path}/workplan_2022.yaml\n{tmp_path}/notices/workplan_2022.txt\n"
    assert run("goals", "2022", "--data", tmp_path).code == 0
    assert run("verify", "2022", "--source", NOTICE, "--data", tmp_path).code == 0
    checked = run("check", "2022", "--data", tmp_path).out
    assert f"{tmp_path}/notices/workplan_2022.txt:14:1: warning missing-signature" in checked
    assert run("add", NOTICE, "--data", tmp_path).code == 2
    assert run("add", NOTICE, "--data", tmp_path, "--force").code == 0
    assert run("add", NOTICE, "--data", tmp_path, "--name", "zhengzhou").code == 0
    assert run("goals", "zhengzhou/2022", "--data", tmp_path).out == run("goals", "2022", "--data", tmp_path).out


def test_add_a_year_that_the_notice_does_not_state_and_verify_it(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "notice.txt"
    source.write_text("科技工作要点\n一、主要目标\n1.新增企业10家。\n2.新建平台5家。\n", encoding="utf-8")
    assert run("add", source, "--data", tmp_path / "lib").code == 2
    assert run("add", source, "--year", 2021, "--data", tmp_path / "lib").code == 0
    assert run("verify", "2021", "--source", source, "--data", tmp_path / "lib").code == 0


def test_verify_shows_drift(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    run("parse", NOTICE, "-o", plan)
    code, out, err = run("verify", plan, "--source", NOTICE)
    assert (code, out, err) == (0, "", f"{plan} is what {NOTICE} gives\n")
    assert run("-q", "verify", plan, "--source", NOTICE) == (0, "", "")
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("value: 2.6", "value: 2.7"), encoding="utf-8")
    code, out, err = run("verify", plan, "--source", NOTICE)
    assert (code, err) == (1, "")
    assert "\n-      value: 2.7\n+      value: 2.6\n" in out.replace("  value", " value").replace(
        "-    ", "-     "
    ).replace("+    ", "+     ") or ("value: 2.7" in out and "value: 2.6" in out)
    plan.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert run("verify", plan, "--source", NOTICE).code == 1


def test_verify_says_what_cannot_be_verified(run: Run, library: Path) -> None:
    code, _, err = run("verify", "2020", "--source", NOTICE, "--data", library)
    assert code == 2 and err.startswith("error: transcribed by hand")


def test_render_gives_the_same_plan_again(run: Run, tmp_path: Path) -> None:
    assert run("render", NOTICE, "-o", tmp_path / "clean.txt").code == 0
    assert run("render", NOTICE).out == (tmp_path / "clean.txt").read_text(encoding="utf-8")
    assert run("goals", tmp_path / "clean.txt").out == run("goals", NOTICE).out


def test_schema(run: Run, tmp_path: Path) -> None:
    shown = run("schema").out
    assert json.loads(shown)["$schema"].endswith("2020-12/schema")
    assert run("schema", "-o", tmp_path / "s.json").code == 0
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == shown


def test_a_plan_never_overwrites_its_own_notice(run: Run, tmp_path: Path) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_bytes(NOTICE.read_bytes())
    code, _, err = run("parse", notice, "-o", notice, "--force")
    assert (code, err.splitlines()[0]) == (2, f"error: the plan would overwrite its own source: {notice}")
    assert notice.read_bytes() == NOTICE.read_bytes()
