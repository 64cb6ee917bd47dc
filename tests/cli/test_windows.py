"""What Windows leaves to its programs: patterns in command lines, and which language to speak."""

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from kjplan import language
from kjplan.cli.main import _typed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of notices as offices name them."""
    for name in ("[2025]要点.docx", "[2024]要点.docx", "计划1.txt", "计划10.txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "spread"),
    [
        (["parse", "*.docx", "-o", "plans"], ["parse", "[2024]要点.docx", "[2025]要点.docx", "-o", "plans"]),
        (["parse", "[2025]*.docx"], ["parse", "[2025]要点.docx"]),
        (["check", "计划?.txt"], ["check", "计划1.txt"]),
        (["check", "*.pdf"], ["check", "*.pdf"]),
        (["measures", "--match", "什么?"], ["measures", "--match", "什么?"]),
    ],
)
def test_patterns_mean_files_where_no_shell_says_so(folder: Path, words: list[str], spread: list[str]) -> None:
    assert _typed(words, windows=True) == spread
    assert _typed(words, windows=False) == words


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A process that takes itself for one on Windows, where no variable tells the language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    language._of_windows.cache_clear()
    yield monkeypatch
    language._of_windows.cache_clear()


@pytest.mark.parametrize(("identifier", "spoken"), [(0x0804, "zh"), (0x0404, "zh"), (0x0409, "en"), (0x0411, "en")])
def test_the_language_of_windows(on_windows: pytest.MonkeyPatch, identifier: int, spoken: str) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: identifier)
    on_windows.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert language.current() == spoken
    on_windows.setenv("LANG", "en_US.UTF-8")
    assert language.current() == "en"
