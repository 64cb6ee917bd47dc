"""Running the command line: in this process where that will do, as the installed program where it matters."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kjplan import language
from kjplan.cli.main import main
from tests.conftest import NOTICE, ROOT

GOLDEN = Path(__file__).parent / "golden"

HOSTILE = """\x1b[31m某市2023年[red]科技[/red]工作要点\u202e
一、主要目标
1.新增\x07企业1000家以上。
2.研发投入强度突破2.6%。
二、重点任务
1.[bold]建设平台[/bold]。新建*平台*|100家\u2028，=1+1。
2.\ud7ff做好统计。完成《<script>办法》编制。
"""
"""A plan that tries to be more than text."""


class Result(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """English, no colour, a cache of the tests' own, no library but the one that a test names."""
    for name in ("KJPLAN_DATA", "KJPLAN_DEBUG", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "PYTHONIOENCODING", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command line in this process."""

    def run_here(*words: object) -> Result:
        capsysbinary.readouterr()
        try:
            code = main([str(word) for word in words])
        finally:
            language.choose(None)
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return run_here


def program() -> list[str]:
    """The installed command, else the same by way of the interpreter."""
    beside = shutil.which("kjplan", path=str(Path(sys.executable).parent))
    return [beside] if beside else [sys.executable, "-c", "import sys, kjplan.cli.main as m; sys.exit(m.main())"]


@pytest.fixture
def kjplan() -> Run:
    """Run the installed program in a process of its own; ``stdin`` and ``env`` are given by name."""

    def run_there(*words: object, stdin: bytes = b"", cwd: Path | None = None, **env: str) -> Result:
        done = subprocess.run(
            [*program(), *map(str, words)], input=stdin, capture_output=True, cwd=cwd, env=os.environ | env, check=False
        )
        return Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    return run_there


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the plans of 2020 and 2022."""
    folder = tmp_path_factory.mktemp("library")
    shutil.copy(ROOT / "data" / "workplan_2020.yaml", folder)
    done = subprocess.run([*program(), "add", str(NOTICE), "--data", str(folder)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A notice with control and escape sequences and mark-up in its titles."""
    path = tmp_path / "hostile.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with a file in ``golden/``; KJPLAN_WRITE_GOLDEN=1 writes the file instead, to be reviewed."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("KJPLAN_WRITE_GOLDEN"):
            path.write_text(text, encoding="utf-8", newline="")
        assert text == path.read_text(encoding="utf-8")

    return compare
