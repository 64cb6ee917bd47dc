"""Comparing on the command line: views in both languages, filters, exit codes, formats, and git itself."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kjplan.diffing.conditions import CONDITIONS
from kjplan.output.width import width
from tests.cli.compared import HIGHER, HOSTILE, NEW, OLD
from tests.cli.conftest import Run, program
from tests.conftest import NOTICE
from tests.output.test_page import read as read_page

Golden = Callable[[str, str], None]


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Notices of two years, of the level above, and one that tries to be more than text, in the current folder."""
    for name, text in (("old", OLD), ("new", NEW), ("higher", HIGHER), ("hostile", HOSTILE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


VIEWS = {
    "diff": "diff old.txt new.txt",
    "diff_why": "diff old.txt new.txt --why",
    "diff_summary": "diff old.txt new.txt --summary",
    "diff_markdown": "diff old.txt new.txt --format markdown",
    "diff_base": "diff --base higher.txt new.txt",
    "trend": "trend old.txt new.txt",
    "trend_markdown": "trend old.txt new.txt --part goals --format markdown",
    "lookback": "lookback old.txt new.txt",
    "lookback_markdown": "lookback old.txt new.txt --format markdown",
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("view", VIEWS)
def test_what_a_person_sees(run: Run, plans: Path, golden: Golden, view: str, language: str) -> None:
    code, out, _ = run(*VIEWS[view].split(), "--lang", language)
    assert code == 0
    golden(f"compare_{view}.{language}.txt", out)


def test_textconv_golden(run: Run, plans: Path, golden: Golden) -> None:
    code, out, err = run("textconv", "new.txt", "--lang", "zh")
    assert (code, err) == (0, "")
    assert run("textconv", "new.txt", "--lang", "en").out == out
    golden("compare_textconv.txt", out)


@pytest.mark.parametrize(
    "command",
    ["diff old.txt new.txt", "trend old.txt new.txt", "lookback old.txt new.txt", "diff --base higher.txt new.txt"],
)
def test_every_format_and_the_suffix_that_chooses_it(run: Run, plans: Path, command: str) -> None:
    for form, suffix in (
        ("json", "json"),
        ("yaml", "yml"),
        ("csv", "csv"),
        ("tsv", "tsv"),
        ("markdown", "md"),
        ("html", "html"),
        ("table", "txt"),
    ):
        code, out, _ = run(*command.split(), "--format", form)
        assert code == 0 and out
        assert run(*command.split(), "-o", f"x.{suffix}").code == 0
        written = (plans / f"x.{suffix}").read_text(encoding="utf-8")
        assert written == out
    json.loads((plans / "x.json").read_text(encoding="utf-8"))
    assert len(list(csv.DictReader(io.StringIO((plans / "x.csv").read_text(encoding="utf-8"))))) > 5


@pytest.mark.parametrize(
    "command",
    [
        "diff hostile.txt new.txt",
        "diff old.txt hostile.txt --why",
        "trend hostile.txt new.txt",
        "lookback hostile.txt new.txt",
        "diff --base hostile.txt new.txt",
    ],
)
def test_hostile_text_stays_text(run: Run, plans: Path, command: str) -> None:
    allowed = {"script", "img", "iframe", "link", "object", "a"}
    page = run(*command.split(), "--format", "html").out
    assert not allowed & {tag for tag, _ in read_page(page).tags}
    for form in ("table", "markdown", "csv", "json", "html"):
        out = run(*command.split(), "--format", form).out
        assert "\x1b" not in out and "\u202e" not in out
    assert "<script>" not in run(*command.split(), "--format", "markdown").out


@pytest.mark.parametrize("command", ["diff old.txt new.txt", "trend old.txt new.txt", "lookback old.txt new.txt"])
def test_nothing_is_cut_in_a_pipe(kjplan: Run, plans: Path, command: str) -> None:
    out = kjplan(*command.split(), cwd=plans, COLUMNS="40", LANG="zh_CN.UTF-8").out
    assert max(map(width, out.splitlines())) > 80
    assert "万人高价值发明专利拥有量" in out


def test_figures_come_first_then_what_came_went_and_moved_and_wording_last(run: Run, plans: Path) -> None:
    out = run("diff", "old.txt", "new.txt", "--lang", "zh").out
    heads = ["目标\n", "新增的举措\n", "取消的举措\n", "拆分、合并、移动的举措\n", "责任、时限、力度\n", "措辞\n"]
    at = [out.index("\n" + head) for head in heads]
    assert at == sorted(at)
    assert "[-推动-]{+推进+}" in out


def test_marks_are_painted_where_there_is_colour_and_readable_without(run: Run, plans: Path) -> None:
    assert (
        "\x1b[31m[-推动-]\x1b[0m\x1b[32m{+推进+}\x1b[0m" in run("diff", "old.txt", "new.txt", "--color", "always").out
    )


def test_only(run: Run, plans: Path) -> None:
    rows = json.loads(run("diff", "old.txt", "new.txt", "--only", "moved", "--format", "json").out)["measures"]
    assert [row["new"]["title"] for row in rows] == ["办好科技集市"]
    out = run("diff", "old.txt", "new.txt", "--only", "moved", "--lang", "en").out
    assert "办好科技集市" in out and "Wording" not in out and "Goals" not in out
    assert "Wording" in run("diff", "old.txt", "new.txt", "--only", "reworded", "--lang", "en").out


def test_section(run: Run, plans: Path) -> None:
    out = run("diff", "old.txt", "new.txt", "--section", "优化环境").out
    assert "宣传科学知识" in out and "开放应用场景" not in out
    assert run("diff", "old.txt", "new.txt", "--section", "没有").code == 2


def test_summary_in_every_form(run: Run, plans: Path) -> None:
    whole = json.loads(run("diff", "old.txt", "new.txt", "--format", "json").out)
    brief = json.loads(run("diff", "old.txt", "new.txt", "--summary", "--format", "json").out)
    assert brief["summary"] == whole["summary"] and "measures" not in brief
    rows = list(csv.DictReader(io.StringIO(run("diff", "old.txt", "new.txt", "--summary", "--format", "csv").out)))
    counted: dict[str, dict[str, int]] = {part: {} for part in whole["summary"]}
    for row in rows:
        counted[row["part"]][row["change"]] = int(row["count"])
    assert counted == whole["summary"]


MET = {
    "any", "target-lowered", "target-raised", "target-weakened", "target-changed", "target-replaced",
    "goal-changed", "measure-removed", "measure-added", "measure-moved", "measure-renumbered", "measure-reworded", "measure-retitled",
    "deadline-changed", "commitment-changed", "principles-changed", "term-removed",
}  # fmt: skip
"""What happens from OLD to NEW."""


@pytest.mark.parametrize("kind", CONDITIONS)
def test_fail_on_each_kind(run: Run, plans: Path, kind: str) -> None:
    code, _, err = run("diff", "old.txt", "new.txt", "--fail-on", kind)
    assert code == int(kind in MET), kind
    assert (kind in err) == bool(code)
    assert run("diff", "old.txt", "old.txt", "--fail-on", kind).code == 0


def test_fail_on_judges_all_that_is_compared_not_what_is_shown(run: Run, plans: Path) -> None:
    asked = ["diff", "old.txt", "new.txt", "--fail-on", "target-lowered"]
    assert run(*asked, "--only", "added").code == 1
    assert run(*asked, "--section", "优化环境").code == 0
    assert run("diff", "old.txt", "new.txt", "--exit-code").code == 1
    assert run("diff", "old.txt", "old.txt", "--exit-code").code == 0


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("diff old.txt", "missing NEW"),
        ("diff old.txt new.txt --base higher.txt", "one plan beside --base"),
        ("diff old.txt --base higher.txt --why", "--why"),
        ("diff - -", "only once"),
        ("diff old.txt new.txt --only lost", "no such kind of change: lost"),
        ("diff --base higher.txt new.txt --only moved", "no such kind with --base: moved"),
        ("trend old.txt", "two plans at least"),
        ("trend old.txt new.txt --part all", "no such part: all"),
        ("lookback old.txt new.txt --only lost", "no such outcome: lost"),
        ("textconv nowhere.yaml", "nowhere.yaml"),
    ],
)
def test_misunderstandings(run: Run, plans: Path, words: str, what: str) -> None:
    code, out, err = run(*words.split())
    assert (code, out) == (2, "")
    assert err.startswith("error: ") and what in err


def test_the_base_filters_by_what_the_lower_plan_does(run: Run, plans: Path) -> None:
    asked = ["diff", "--base", "higher.txt", "new.txt", "--format", "json"]
    record = json.loads(run(*asked).out)
    assert record["summary"]["goals"] == {"taken_up": 3, "tightened": 1, "apportioned": 2, "own": 1}
    left = json.loads(run(*asked, "--only", "left-out").out)
    assert [row["higher"]["title"] for row in left["measures"]] == ["宣传科学知识"]


def test_lookback_filters_by_outcome(run: Run, plans: Path) -> None:
    rows = json.loads(run("lookback", "old.txt", "new.txt", "--only", "document-issued", "--format", "json").out)[
        "rows"
    ]
    assert [(row["old"]["title"], row["documents"][0]["outcome"]) for row in rows] == [
        ("完善科技金融", "document_issued")
    ]


def test_trend_page_has_a_chart_for_each_line_of_two_points(run: Run, plans: Path) -> None:
    page = read_page(run("trend", "old.txt", "new.txt", "--format", "html", "--lang", "zh").out)
    labels = [a["aria-label"] for tag, a in page.tags if tag == "svg"]
    assert labels == ["研发投入强度", "技术合同交易额 → 技术合同成交额", "高新技术企业"]


def test_light_start(plans: Path) -> None:
    """A diff on cached plans imports neither jinja2, rich, pydantic nor jieba."""
    for name in ("old", "new"):
        subprocess.run([*program(), "parse", f"{name}.txt", "-o", f"{name}.yaml"], check=True, capture_output=True)
    code = (
        "import sys; from kjplan.cli.main import main; main(sys.argv[1:]);"
        "print([m for m in ('jinja2', 'rich', 'pydantic', 'jieba', 'numpy') if m in sys.modules], file=sys.stderr)"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code, "diff", "old.yaml", "new.yaml"], capture_output=True, check=True
        )
    assert done.stderr.decode().strip() == "[]"


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def _set_up(readme: str) -> list[str]:
    """The two lines of the documentation, as it has them."""
    return re.findall(r"<!-- git-set-up -->\n```sh\n(.+)\n(.+)\n```", readme)[0]  # type: ignore[no-any-return]


@needs_git
def test_git_diff_shows_facts(plans: Path) -> None:
    """The documented two lines make git's own diff readable: a fact a line, numbers apart, the measure in the hunk's head."""
    docs = (Path(__file__).parents[2] / "docs" / "compare.md").read_text(encoding="utf-8")
    folder = plans / "repository"
    folder.mkdir()
    lines = [line.replace("'kjplan ", f"'{' '.join(program())} ") for line in _set_up(docs)]

    def sh(command: str) -> str:
        done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    sh("git init -q && git config user.name t && git config user.email t@example.org && git config core.quotepath off")
    for line in lines:
        sh(line)
    plan = folder / "workplan_2023.yaml"
    kjplan = " ".join(program())
    sh(f"{kjplan} parse ../old.txt -o {plan.name} -q && git add -A && git commit -qm old")
    sh(f"{kjplan} parse ../new.txt -o {plan.name} -q --force")
    shown = sh("git diff")
    changed = [line for line in shown.splitlines() if re.match(r"[-+][^-+]", line)]
    assert "+  target: 技术合同成交额 | ge 100 亿元 | flow | verb 达到" in changed
    assert "-goal 技术合同交易额达到90亿元" in changed
    assert not any("span" in line or "M1" in line for line in changed)
    unchanged = [line for line in shown.splitlines() if line.startswith(" ")]
    assert " measure 壮大创新主体" in unchanged
    plan.write_text("<<<<<<< ours\n" + plan.read_text(encoding="utf-8"), encoding="utf-8")
    assert "+<<<<<<< ours" in sh("git diff")


def test_a_measure_put_in_between_changes_only_its_own_lines_and_numbers(run: Run, plans: Path) -> None:
    more = OLD.replace("2.探索平台", "2.开放场景。征集试验路线。\n3.探索平台").replace("3.办好", "4.办好")
    (plans / "more.txt").write_text(more.replace("4.完善", "5.完善").replace("5.宣传", "6.宣传"), encoding="utf-8")
    before, after = (
        run("textconv", name).out.partition("\nnumbers\n")[0].splitlines() for name in ("old.txt", "more.txt")
    )
    assert [line for line in before if line not in after] == []
    assert [line for line in after if line not in before] == ["measure 开放场景", "  text: 征集试验路线。"]


def test_textconv_leaves_corrections_out(run: Run, plans: Path) -> None:
    assert run("parse", NOTICE, "-o", "p.yaml").code == 0
    before = run("textconv", "p.yaml").out
    assert run("fix", "p.yaml", "M11", "title", "壮大企业规模", "--was", "壮大高新技术企业规模").code == 0
    assert run("textconv", "p.yaml").out == before
