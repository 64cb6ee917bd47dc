"""Which library answers, and what it says where it has nothing to say."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_plan_that_nobody_named_and_that_comes_with_kjplan_is_said(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clerk in a folder of her own must not take another city's goals for hers."""
    monkeypatch.chdir(tmp_path)
    for command in ("goals", "checklist", "report"):
        assert run(command).err.startswith("no library is near: this is the plan of 2022 that comes with kjplan; "), (
            command
        )
    assert run("goals", "-q").err == run("goals", "2022").err == run("goals", "--data", library).err == ""
    monkeypatch.chdir(library)
    code, out, err = run("goals")
    assert (code, err) == (0, "") and out == run("goals", "--data", library).out


def test_an_empty_library_is_not_searched_in_vain(run: Run, tmp_path: Path) -> None:
    code, out, err = run("search", "污水", "--data", tmp_path)
    assert (code, out) == (2, "")
    assert (
        err
        == f"error: the library is empty, there is nothing to search: {tmp_path}\ntip: to search a folder: --plan FOLDER\n"
    )


def test_a_folder_given_as_a_word_is_told_from_a_word(run: Run, library: Path, tmp_path: Path) -> None:
    err = run("search", "污水", tmp_path, "--data", library).err
    assert f"{tmp_path} stands nowhere" in err and f"to search in it: --plan {tmp_path}" in err
