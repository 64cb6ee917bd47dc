"""What a user of the library imports: every type of the functions from the top, at no cost to ``import kjplan``."""

import ast
import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import kjplan
from kjplan import api
from kjplan.output.json import dumps
from tests.conftest import NOTICE, ROOT

DATA = ROOT / "data"


def _annotated() -> set[str]:
    """The names in the annotations of the public functions that are kjplan's own."""
    tree = ast.parse(inspect.getsource(api))
    own = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kjplan")
        for alias in node.names
    }
    functions = [f for f in tree.body if isinstance(f, ast.FunctionDef) and not f.name.startswith("_")]
    hints = [
        hint for f in functions for hint in (f.returns, *(a.annotation for a in (*f.args.args, *f.args.kwonlyargs)))
    ]
    return own & {n.id for hint in hints if hint for n in ast.walk(hint) if isinstance(n, ast.Name)}


def test_every_type_of_a_public_function_can_be_imported_from_the_top() -> None:
    named = _annotated()
    assert {"Plan", "Parsed", "Report", "Trace", "PlanDiff"} <= named
    # Severity is one of three words; who annotates with it writes str or imports it from kjplan.model.
    assert named - {"Severity"} <= set(kjplan.__all__)
    for name in (*named - {"Severity"}, "Goal", "Measure", "Section", "Target", "Deadline", "Finding"):
        assert inspect.isclass(getattr(kjplan, name)), name


def test_what_is_said_to_be_public_is_there_and_nothing_else_is_made_up() -> None:
    assert all(hasattr(kjplan, name) for name in kjplan.__all__)
    assert set(kjplan.__all__) <= set(dir(kjplan))
    assert kjplan.__all__ == sorted(kjplan.__all__, key=lambda n: (not n[0].isupper(), n[0] != "_", n))
    with pytest.raises(AttributeError, match="no attribute 'Plans'"):
        kjplan.__getattr__("Plans")


def test_the_import_loads_no_room() -> None:
    code = "import sys, kjplan; print(*sorted(m for m in sys.modules if m.startswith('kjplan.')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded) <= {"kjplan._version", "kjplan.api", "kjplan.errors", "kjplan.language"}


def test_a_notice_without_tables_is_read_without_their_readers() -> None:
    code = "import sys, kjplan; kjplan.parse(sys.argv[1]); print(*(m for m in sys.modules if m.startswith('kjplan.')))"
    readers = {
        f"kjplan.parsing.tables.{name}" for name in ("grid_tables", "line_tables", "cells", "plain_cells", "cards")
    }

    def loaded(notice: str) -> set[str]:
        done = subprocess.run([sys.executable, "-c", code, notice], capture_output=True, text=True, check=True)
        return readers & set(done.stdout.split())

    notice = "某市2023年工作要点\n一、重点任务\n1.推进改革。深化改革，新建平台10个。\n"
    assert not loaded(notice)
    assert loaded(notice + "序号\t任务\t责任单位\n1\t新建公厕\t市城管局\n") >= {"kjplan.parsing.tables.line_tables"}


def test_a_string_is_no_list_of_its_characters() -> None:
    plan = kjplan.load(2022, data=str(DATA))
    assert {f.code for f in kjplan.check(plan, select="orphan-goal").findings} == {"orphan-goal"}
    both = kjplan.check(plan, select="orphan-goal, level-skip")
    assert {f.code for f in both.findings} == {"orphan-goal", "level-skip"}
    assert kjplan.words(plan, sections="平台") == kjplan.words(plan, sections=["平台"])
    found = kjplan.check_file(NOTICE, select="orphan-goal").findings
    assert [(f.code, f.line) for f in found] == [("orphan-goal", 29)]


def test_a_severity_may_be_given_to_a_group() -> None:
    plan = kjplan.load(2022, data=DATA)
    missing = [f for f in kjplan.check(plan, severity={"missing": "error"}).findings if f.code.startswith("missing-")]
    assert missing and {f.severity for f in missing} == {"error"}


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: kjplan.parse(bytes(range(256))), "binary file, not text: <bytes>"),
        (lambda: kjplan.parse(" \n"), "nothing but blanks"),
        (lambda: kjplan.parse_file(DATA / "workplan_2022.yaml"), "this is a plan already"),
        (lambda: kjplan.load(1999, data=str(DATA)), "no plan 1999"),
        (lambda: kjplan.check(kjplan.load(2022), select="nope"), "no such rule: nope"),
        (lambda: kjplan.check(kjplan.load(2022), severity={"nope": "error"}), "no such rule: nope"),
        (lambda: kjplan.check(kjplan.load(2022), severity={"blanks": "fatal"}), "no such severity: fatal"),  # type: ignore[dict-item]
        (lambda: kjplan.search(" "), "no word to search for"),
        (lambda: kjplan.pace(kjplan.parse("工作要点"), kjplan.Ledger(where="x"), date(2022, 6, 30)), "year"),
    ],
)
def test_what_cannot_be_done_is_said(call: Callable[[], object], words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    with pytest.raises(kjplan.KjplanError) as raised:
        call()
    assert words in str(raised.value)


def test_aliases_of_a_folder_named_by_a_string(tmp_path: Path) -> None:
    (tmp_path / "aliases.yaml").write_text("市科技创新局: [市科创局]\n", encoding="utf-8")
    assert kjplan.load_aliases(str(tmp_path), None).same("市科创局", "市科技创新局")


def test_records_of_another_kind_are_told_which_there_are() -> None:
    with pytest.raises(kjplan.KjplanError, match="measure") as raised:
        kjplan.records(kjplan.load(2022, data=DATA), "measure")  # type: ignore[arg-type]
    assert "measures" in str(raised.value.tip)


@pytest.mark.parametrize("what", ["principles", "goals", "measures", "targets", "documents", "bodies"])
def test_records_are_what_the_command_prints(what: Any, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    from kjplan.cli.main import main

    assert main([what, "2022", "--data", str(DATA), "--format", "json"]) == 0
    printed = json.loads(capsysbinary.readouterr().out)
    assert json.loads(dumps(kjplan.records(kjplan.load(2022, data=DATA), what))) == printed and printed


def test_a_notebook_shows_a_plan_in_a_line() -> None:
    said: list[str] = []
    kjplan.load(2022, data=DATA)._repr_pretty_(SimpleNamespace(text=said.append), cycle=False)
    assert said == ["<Plan '2022年全市科技创新工作要点' 2022 郑州市科学技术局: 6 goals, 23 measures, 15 targets>"]
