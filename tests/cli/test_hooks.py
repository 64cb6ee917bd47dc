"""The hooks and examples that others copy: they run on real files, and say what docs/checks.md and docs/ci.md say."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from kjplan.checking import RULES
from tests.cli.conftest import Run
from tests.conftest import NOTICE, ROOT

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", CI, re.S)


def test_the_page_of_rules_is_what_the_table_says(run: Run, tmp_path: Path) -> None:
    """After a change of rules: kjplan rule --lang en -o docs/checks.md --force."""
    assert run("rule", "--lang", "en", "-o", tmp_path / "checks.md").code == 0
    assert (tmp_path / "checks.md").read_text(encoding="utf-8") == (ROOT / "docs" / "checks.md").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("name", "hooks"),
    [
        ("data/workplan_2022.yaml", {"kjplan-check"}),
        ("workplan_2022.yml", {"kjplan-check"}),
        ("data/workplan_2022.fixes.yaml", set()),
        ("data/myworkplan_2022.yaml", set()),
        ("data/notices/workplan_2022.txt", {"kjplan-check-notices"}),
        ("notices/a b.docx", {"kjplan-check-notices"}),
        ("notices/tasks.xlsx", {"kjplan-check-notices"}),
        ("notices/old.xls", set()),
        ("notices/old/a.txt", set()),
        ("README.md", set()),
    ],
)
def test_the_hooks_take_the_files_they_are_for(name: str, hooks: set[str]) -> None:
    assert {hook["id"] for hook in HOOKS if re.search(hook["files"], name)} == hooks


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_the_entry_of_a_hook_runs(run: Run, hook: dict[str, Any], tmp_path: Path) -> None:
    words = hook["entry"].split()
    assert words[0] == "kjplan"
    (tmp_path / "notices").mkdir()
    notice = tmp_path / "notices" / "a.txt"
    notice.write_text("2022年工作要点\n一、重点任务\n1.建设平台。6月底前建成。（市科技局负责）\n", encoding="utf-8")
    plan = tmp_path / "workplan_2022.yaml"
    assert run("parse", notice, "-o", plan).code == 0
    assert run(*words[1:], notice, plan).code == 0
    assert run(*words[1:], NOTICE).code == 1


def test_the_configuration_in_the_docs_is_one(run: Run, tmp_path: Path) -> None:
    (example,) = blocks("toml")
    tomllib.loads(example)
    (tmp_path / "kjplan.toml").write_text(example, encoding="utf-8")
    shutil.copy(NOTICE, tmp_path)
    code, out, err = run("check", tmp_path / NOTICE.name)
    assert (code, err) == (1, "")
    assert "info orphan-goal" in out and "trailing-space" not in out


def test_the_yaml_in_the_docs_is_yaml() -> None:
    for example in blocks("yaml"):
        assert yaml.safe_load(example)
    named = {code for codes in re.findall(r"ignore\[([^\]]+)\]", CI) for code in codes.split(",")}
    assert named <= set(RULES)


def test_the_comments_in_the_docs_are_of_use(run: Run, tmp_path: Path) -> None:
    """Each where the page shows it, in the plan of 2022; one that silences nothing would be reported."""
    comments = re.findall(r"# kjplan: ignore\[([^\]]+)\]", next(block for block in blocks("yaml") if "parts:" in block))
    notice, plan = tmp_path / NOTICE.name, tmp_path / "workplan_2022.yaml"
    shutil.copy(NOTICE, notice)
    assert run("parse", notice, "-o", plan).code == 0
    whole, node, field = (f" # kjplan: ignore[{codes}]" for codes in comments)
    text = f"{whole.lstrip()}\n{plan.read_text(encoding='utf-8')}"
    section, goal = text.rindex("- kind: section", 0, text.index("  title: 主要目标")), text.index("number: '4'\n")
    text = f"{text[:section]}- kind: section{node}{text[section + 15 : goal]}number: '4'{field}{text[goal + 11 :]}"
    plan.write_text(text, encoding="utf-8")
    out = run("check", plan, "--config", "none").out
    assert "3 ignored by comments" in out and "ignore-un" not in out


def test_the_commands_in_the_docs_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"(?:run: |- )kjplan (check .*)", CI)
    assert len(commands) == 3
    for words in commands:
        plans = sorted(str(path) for path in Path("data").glob("workplan_*.yaml"))
        given = [word for part in words.split() for word in (plans if "*" in part else [part])]
        code, _, err = run(*given, "--force")
        assert code == (1 if "warning" in given else 0), err
    assert (tmp_path / "kjplan.sarif").stat().st_size > 1000


def test_pre_commit_runs_the_hooks(tmp_path: Path) -> None:
    """As a user has it: a repository of plans, whose hooks come from this one; ``kjplan`` itself is the installed one, as
    pre-commit would have to fetch its dependencies."""
    pre_commit, program, git = (shutil.which(name, path=_path()) for name in ("pre-commit", "kjplan", "git"))
    if pre_commit is None or program is None or git is None:
        pytest.skip("pre-commit, git or the installed kjplan is not there")
    hooks = [dict(hook, language="system", entry=hook["entry"].replace("kjplan", program, 1)) for hook in HOOKS]
    (tmp_path / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}), encoding="utf-8"
    )
    shutil.copytree(ROOT / "data", tmp_path / "data")
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env["PRE_COMMIT_HOME"] = str(tmp_path.parent / "pre-commit")
    quiet: dict[str, Any] = {"cwd": tmp_path, "capture_output": True, "text": True, "check": False, "env": env}
    for words in (["init", "-q"], ["add", "."]):
        assert subprocess.run([git, *words], **quiet).returncode == 0
    done = subprocess.run([pre_commit, "run", "--all-files"], **quiet)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "warning no-deadlines" in done.stdout and "kjplan check (notices)" in done.stdout
    (tmp_path / "kjplan.toml").write_text('fail-at = "error"\n', encoding="utf-8")
    shutil.rmtree(tmp_path / "data" / "notices")
    config = (tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8").replace(" --fail-at warning", "")
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    done = subprocess.run([pre_commit, "run", "--all-files"], **quiet)
    assert done.returncode == 0, done.stdout + done.stderr


def _path() -> str:
    return os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
