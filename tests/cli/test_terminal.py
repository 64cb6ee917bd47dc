"""The installed program on a terminal: colour, width, what a document may not do to it, and who sees a progress bar."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
from pathlib import Path

import pytest

from kjplan.output.width import width
from tests.cli.conftest import Run, program
from tests.conftest import NOTICE


def terminal(*words: object, columns: int = 60, **env: str) -> str:
    """What a command shows on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([*program(), *map(str, words)], stdout=theirs, stderr=theirs, env=os.environ | env)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    process.wait()
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_folded_cells(library: Path) -> None:
    shown = terminal("goals", "2022", "--data", library)
    assert "\x1b[" in shown
    assert "…" not in shown
    plain = terminal("goals", "2022", "--data", library, NO_COLOR="1")
    assert "\x1b" not in plain
    assert max(map(width, plain.splitlines())) <= 60
    assert "\x1b" not in terminal("goals", "2022", "--data", library, "--color", "never")
    assert "\x1b" not in terminal("show", "2022", "--data", library, TERM="dumb")


def test_a_terminal_shows_no_control_sequences_of_the_document(hostile: Path) -> None:
    shown = terminal("measures", hostile, "--color", "never", columns=200)
    assert "\x1b" not in shown and "[bold]建设平台[/bold]" in shown


def test_a_progress_bar_only_for_who_watches(tmp_path: Path, kjplan: Run) -> None:
    for i in range(3):
        (tmp_path / f"{i}.txt").write_bytes(NOTICE.read_bytes())
    sources = sorted(tmp_path.glob("*.txt"))
    assert "3/3" in terminal("parse", *sources, "-o", tmp_path / "a", columns=80) or "100%" in terminal(
        "parse", *sources, "-o", tmp_path / "b", columns=80
    )
    assert terminal("-q", "parse", *sources, "-o", tmp_path / "c", columns=80) == ""
    assert kjplan("parse", *sources, "-o", tmp_path / "d").err == "3 parsed\n"


GAPPED = "2023年工作要点\n一、重点任务\n1.建设平台。建成三家。\n" + "5." + "建设平台，" * 40 + "建成三家。\n"


@pytest.mark.parametrize(("columns", "told", "widest"), [(50, None, 50), (72, None, 72), (72, "44", 44)])
def test_carets_keep_to_the_terminal_that_they_are_written_to(
    tmp_path: Path, columns: int, told: str | None, widest: int
) -> None:
    """Standard output goes to a file, standard error to a terminal of its own width; COLUMNS is obeyed where it is set."""
    notice = tmp_path / "notice.txt"
    notice.write_text(GAPPED, encoding="utf-8")
    screen, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | ({"COLUMNS": told} if told else {})
    with (tmp_path / "plan.yaml").open("wb") as file:
        done = subprocess.run([*program(), "parse", str(notice)], stdout=file, stderr=terminal, env=env, check=False)
    os.close(terminal)
    lines = os.read(screen, 65536).decode().splitlines()
    os.close(screen)
    assert done.returncode == 0
    source, caret = (line for line in lines if line.startswith("  | "))
    assert widest - 12 < width(source) <= widest
    assert source.startswith("  | 5.建设") and caret.startswith("  | ^")
