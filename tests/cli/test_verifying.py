"""verify: whatever was changed in a plan file is told, with what it was and where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import Run

NOTICE = """海州市科学技术局关于印发《2023年工作要点》的通知
各县区科技局：
现将《2023年工作要点》印发给你们。
海州市科学技术局
2023年3月1日
2023年工作要点
一、主要目标
1.新增企业120家以上；
2.研发投入强度达到2.5%。
二、重点任务
1.壮大企业规模。制定《企业培育办法》，6月底前新培育企业120家以上。以滨海区为重点，开展“提质”行动。（市科技局牵头，市财政局配合）
2.建设研发平台。推动市科学院建设一批平台，年底前研发投入强度达到2.5%。（责任单位：市科技局、市教育局）
"""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value of the file: its line from 0, the keys that lead to it, the id of the nearest node around it, its words."""

    line: int
    key: str
    owner: str | None
    value: str


def _scalars(node: Any, key: str = "", owner: str | None = None) -> Iterator[Scalar]:
    if isinstance(node, yaml.MappingNode):
        own = next((value.value for name, value in node.value if name.value == "id"), owner)
        for name, value in node.value:
            yield from _scalars(value, str(name.value), own)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _scalars(value, key, owner)
    else:
        yield Scalar(node.start_mark.line, key, owner, node.value)


def _entries(node: Any, key: str = "") -> Iterator[tuple[str, int, int, str | None, bool]]:
    """Entries of lists that are mappings: the list's key, first line and line behind it, the id, whether it is the only one."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _entries(value, str(name.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            if isinstance(value, yaml.MappingNode):
                own = next((v.value for n, v in value.value if n.value == "id"), None)
                yield key, value.start_mark.line, value.end_mark.line, own, len(node.value) == 1
            yield from _entries(value, key)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a notice."""
    folder = tmp_path_factory.mktemp("verify")
    (folder / "notice.txt").write_text(NOTICE, encoding="utf-8")
    return folder


@pytest.fixture
def plan(run: Run, folder: Path) -> str:
    """The YAML that parse makes of the notice."""
    return run("parse", folder / "notice.txt").out


def _change(value: str) -> str:
    """A value that differs in one character, and in nothing else."""
    at = len(value) // 2
    old = value[at]
    new = str((int(old) + 1) % 10 or 1) if old.isascii() and old.isdigit() else "x" if old != "x" else "y"
    return value[:at] + new + value[at + 1 :]


def _verify(run: Run, folder: Path, text: str) -> tuple[int, str]:
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    code, out, err = run("verify", folder / "plan.yaml", "--source", folder / "notice.txt")
    return code, out + err


def _tells_line(told: str, line: int) -> bool:
    """Whether a hunk is about a line of the file (from 0)."""
    hunks = re.findall(r"^@@ -(\d+),(\d+) ", told, re.M)
    return any(int(start) <= line + 1 <= int(start) + int(size) for start, size in hunks)


def test_a_change_of_any_value_is_told_with_its_place(run: Run, folder: Path, plan: str) -> None:
    """One character of the words, a figure, a name, a relation, a bound of a span: each value of the file in turn."""
    lines, kinds = plan.split("\n"), set()
    assert _verify(run, folder, plan)[0] == 0
    for scalar in _scalars(yaml.compose(plan, Loader=yaml.BaseLoader)):
        if not scalar.value or (scalar.key, scalar.value) == ("name", "notice.txt"):
            continue
        changed = _change(scalar.value)
        line = lines[scalar.line]
        at = line.rindex(scalar.value) if scalar.key != "span" else line.index(scalar.value, line.index("["))
        text = "\n".join(
            [*lines[: scalar.line], line[:at] + changed + line[at + len(scalar.value) :], *lines[scalar.line + 1 :]]
        )
        code, told = _verify(run, folder, text)
        if code == 2:  # the file is no plan any more
            assert re.search(rf"^error: .*plan\.yaml:({scalar.line + 1}|\d+):\d+", told, re.M), (scalar, told)
            continue
        assert code == 1, (scalar, told)
        owner = changed if scalar.key == "id" else scalar.owner
        assert re.search(rf"^@@ .* @@ {owner or ''}.*", told, re.M), (scalar, told)
        assert _tells_line(told, scalar.line), (scalar, told)
        assert re.search(rf"^-.*{re.escape(changed)}", told, re.M), (scalar, told)
        assert re.search(rf"^\+.*{re.escape(scalar.value)}", told, re.M) or len(line) > 100, (scalar, told)
        kinds.add(scalar.key)
    wanted = {"title", "text", "value", "indicator", "quote", "name", "span", "marker", "number", "year"}
    assert wanted <= kinds


def test_an_entry_that_is_gone_is_told_by_name(run: Run, folder: Path, plan: str) -> None:
    """A measure, a goal, a target, a body, a deadline, a document: each in turn is dropped."""
    lines, kinds = plan.split("\n"), set()
    for key, start, end, owner, only in _entries(yaml.compose(plan, Loader=yaml.BaseLoader)):
        code, told = _verify(run, folder, "\n".join([*lines[: start - only], *lines[end:]]))
        if code == 2:  # the file is no plan any more
            assert re.search(r"^error: .*plan\.yaml:\d+:\d+", told, re.M), (key, owner, told)
            continue
        assert code == 1
        gone = [line for line in lines[start:end] if len(line) <= 100]
        shown = set(told.split("\n"))
        assert sum(f"+{line}" in shown for line in gone) >= min(len(gone), 30) - 1, (key, owner, told)
        assert owner is None or owner in told
        kinds.add(key)
    assert {"children", "targets", "bodies", "due"} <= kinds


def test_a_copy_of_an_entry_is_told(run: Run, folder: Path, plan: str) -> None:
    """What the notice does not give is told by the name that the file gives it."""
    lines = plan.split("\n")
    for _, start, end, owner, _ in _entries(yaml.compose(plan, Loader=yaml.BaseLoader)):
        copy = [line.replace(f"id: {owner}", f"id: {owner}0") for line in lines[start:end]]
        code, told = _verify(run, folder, "\n".join([*lines[:end], *copy, *lines[end:]]))
        assert code in (1, 2)
        assert ("plan.yaml:" if code == 2 else f"{owner}0" if owner else "@@ -") in told


def test_a_place_names_the_line_of_the_notice_and_of_the_file(run: Run, folder: Path, plan: str) -> None:
    """Comments for ``check`` are no drift; the lines counted are still those of the file."""
    text = plan.replace("value: 120\n", "value: 121\n", 1)
    at = text.split("\n").index("      value: 121") + 1
    assert f"@@ -{at - 1},3 +{at - 1},3 @@ G1.1 value (notice.txt:8)\n" in _verify(run, folder, text)[1]
    lines = text.split("\n")
    commented = "\n".join([lines[0], "# kjplan: ignore[level-skip]", *lines[1:]])
    assert f"@@ -{at},3 +{at - 1},3 @@ G1.1 value (notice.txt:8)\n" in _verify(run, folder, commented)[1]


def test_many_changes_are_named_beyond_those_shown(run: Run, folder: Path, plan: str) -> None:
    told = _verify(run, folder, re.sub(r"(?<=span: \[)\d+(?=, )", lambda m: str(int(m[0]) + 1), plan))[1]
    assert len(told.split("\n")) < 50
    assert re.search(r"^\.\.\. \d+ more places: .*M1.*M2", told, re.M)


def test_a_plan_is_no_source(run: Run, folder: Path, plan: str) -> None:
    (folder / "copy.yaml").write_text(plan, encoding="utf-8")
    for args in (("verify", folder / "copy.yaml", "--source"), ("leaves",), ("explain",)):
        line = ("1",) if args == ("explain",) else ()
        code, _, err = run(*args, folder / "copy.yaml", *line)
        assert (code, err.split("\n")[0]) == (
            2,
            f"error: this is a plan already, not a notice: {folder / 'copy.yaml'}",
        )


def test_the_notice_beside_a_plan_is_its_source(run: Run, folder: Path, plan: str) -> None:
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    assert run("verify", folder / "plan.yaml") == run("verify", folder / "plan.yaml", "--source", folder / "notice.txt")
    (folder / "notice.txt").rename(folder / "elsewhere.txt")
    code, out, err = run("verify", folder / "plan.yaml")
    assert (code, out) == (2, "")
    assert err.startswith("error: the notice that it was made from is not beside it: ")
    assert err.endswith("\ntip: name it with --source\n")
