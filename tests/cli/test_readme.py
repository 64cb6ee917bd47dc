"""The two READMEs: the same commands in both, and those on the shipped plans run as they are written."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT


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
