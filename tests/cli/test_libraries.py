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
