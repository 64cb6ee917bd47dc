"""The report page on the command line and from Python; tests/programs has it in a browser."""

import re
from pathlib import Path

import kjplan
from kjplan import language
from tests.cli.conftest import Run
from tests.conftest import NOTICE
from tests.output.test_page import read


def test_a_page_of_the_shipped_plan_is_small_and_whole(run: Run, library: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.html"
    assert run("report", "2022", "--against", "2020", "--data", library, "-o", target) == (0, "", "")
    data = target.read_bytes()
    assert len(data) < 100_000
    page = read(data.decode("utf-8"))
    text = page.text
    for measure in kjplan.load(2022).measures:
        assert (measure.title or "") in text and measure.text in text
    for goal in kjplan.load(2022).goals:
        assert goal.text in text
    assert "Documents promised" in text and "Goals and measures" in text and "Compared" in text
    targets = {a["id"] for _, a in page.tags if a.get("id")}
    links = {(a["href"] or "").removeprefix("#") for tag, a in page.tags if tag == "a"}
    assert links <= targets


def test_ids_stand_once(run: Run, library: Path) -> None:
    page = read(run("report", "2022", "--data", library).out)
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))


def test_same_bytes_and_both_languages(run: Run, library: Path) -> None:
    asked = ("report", "2022", "--data", library, "--lang")
    assert run(*asked, "zh").out == run(*asked, "zh").out
    assert '<html lang="zh-CN">' in run(*asked, "zh").out and "工作举措" in run(*asked, "zh").out
    assert '<html lang="en">' in run(*asked, "en").out


def test_the_policy_lets_one_script_run(run: Run, library: Path) -> None:
    out = run("report", "2022", "--data", library).out
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', out)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'unsafe-inline'; ")
    assert policy[1].count("script-src 'sha256-") == 1
    assert out.count("<script") == 1
    assert not re.search(r"""https?://|@import|url\(|\son[a-z]+=""", out)


def test_checks_run_on_the_notice_where_it_is_at_hand(run: Run, library: Path, tmp_path: Path) -> None:
    assert "Rules that did not run" in run("report", "2020", "--data", library).out
    language.choose("en")
    with_text = kjplan.report(kjplan.parse_file(NOTICE))
    language.choose(None)
    assert run("report", NOTICE).out == with_text


def test_hostile_titles_stay_text(run: Run, hostile: Path, tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    assert run("report", hostile, "-o", page).code == 0
    found = read(page.read_text(encoding="utf-8"))
    assert not {"\x1b", "\x07", "\u202e", "\u2028"} & set(found.text)
    assert [tag for tag, _ in found.tags].count("script") == 1
    assert "《<script>办法》" in found.text


def test_a_plan_with_nothing_in_it_has_a_page(run: Run, tmp_path: Path) -> None:
    blank = tmp_path / "x.txt"
    blank.write_text("没有要点。", encoding="utf-8")
    code, out, _ = run("report", blank)
    assert code == 0
    assert read(out).open == []


def test_standard_input_is_read_once(run: Run) -> None:
    code, _, err = run("report", "-", "--against", "-")
    assert (code, err) == (2, "error: standard input can be read only once: -\n")
