"""The two READMEs: the same commands in both, all run as they are written, and both say the same."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import NOTICE, ROOT

NAMES = ("README.md", "README.zh-CN.md")


def commands(name: str) -> list[str]:
    """The lines of a README that call kjplan, without their comments."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return [re.sub(r"\s+#.*", "", line) for line in lines if line.startswith("kjplan ")]


SHIPPED = [
    line
    for line in commands("README.md")
    if re.search(r" 20(20|22)\b| 郑", line) and " 2021" not in line and "--data" not in line
]
ASKING = [line for line in SHIPPED if not re.match(r"kjplan (fix|fixes|ledger|pace) ", line)]


def test_both_say_the_same_commands_each_once() -> None:
    assert commands("README.md") == commands("README.zh-CN.md")
    assert len(set(commands("README.md"))) == len(commands("README.md"))


@pytest.mark.parametrize("line", ASKING)
def test_a_command_of_the_readme_runs_and_has_an_answer(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KJPLAN_DATA", str(library))
    code, out, err = run(*shlex.split(line)[1:])
    written = [path for path in tmp_path.iterdir() if path.is_file() and path.stat().st_size]
    assert code == 0 and (out or written) and "nothing to show" not in err


FOUND = re.compile(r"kjplan check .*--fail-at|kjplan diff .*--fail-on")
"""Commands that exit with 1 where they find something."""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A folder with what the README takes to be there: a library, notices of one's own, a checklist that came back."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "notices").mkdir()
    for name in ("notice.txt", "notices/one.txt"):
        shutil.copy(NOTICE, tmp_path / name)
    older = NOTICE.read_text("utf-8").replace("2022", "2021")
    (tmp_path / "notice_2021.txt").write_text(older, "utf-8")
    for year, name in ((2022, "province.yaml"), (2020, "city.yaml")):
        shutil.copy(ROOT / "data" / f"workplan_{year}.yaml", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert run("checklist", "2022", "-o", "tasks.xlsx").code == 0
    return tmp_path


def test_all_commands_of_the_readme_run_one_after_the_other(run: Run, office: Path) -> None:
    for line in (line for line in commands("README.md") if line not in ASKING):
        code, out, err = run(*shlex.split(line)[1:])
        assert code == 0 or (code == 1 and FOUND.match(line)), f"{line}: {err}"
        names = re.findall(r"-o (\S+)", line)
        assert out or err or all((office / name).exists() for name in names), line


@pytest.mark.parametrize(("name", "language"), [*zip(NAMES, ("en", "zh"), strict=True)])
def test_the_answer_that_is_shown_is_the_answer(run: Run, tmp_path: Path, name: str, language: str) -> None:
    shown = re.findall(r"```text\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    assert shown == [run("--lang", language, "goals", ROOT / "data" / "workplan_2022.yaml").out]


def test_both_say_the_same() -> None:
    texts = [(ROOT / name).read_text("utf-8") for name in NAMES]
    for what in (
        r"(?m)^##* ",
        r"\]\((docs/[a-z_]+\.md)\)",
        r"(?m)^- ",
        r"\b0\.[0-9]{3}\b|\b1\.000\b",
        r"(?m)^```[a-z]+$",
        r"`--[a-z-]+",
    ):
        first, second = (re.findall(what, text) for text in texts)
        assert sorted(first) == sorted(second), what
