"""What docs/ledger.md shows is what kjplan takes."""

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import kjplan
from kjplan import language
from kjplan.cli.main import main
from kjplan.ledger.book import Book
from kjplan.ledger.reading import read_ledger
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "data" / "workplan_2022.yaml", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KJPLAN_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield tmp_path / "data"
    language.choose(None)


def block(name: str, kind: str) -> str:
    found = re.search(rf"<!-- {name}: .*? -->\n```{kind}\n(.*?)```\n<!-- end -->", PAGE, re.S)
    assert found is not None
    return found[1]


def test_the_commands_work_one_after_the_other(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for line in block("commands", "sh").splitlines():
        name, *words = shlex.split(line)
        assert name == "kjplan" and main(words) == 0, (line, capsys.readouterr().err)
    assert (own / "ledger_2022.yaml").is_file() and Path("summary.docx").is_file()
    plan, ledger = kjplan.load(2022), kjplan.load_ledger(2022)
    assert ledger is not None
    assert [p.id for p in kjplan.pace(plan, ledger, date(2022, 6, 30)) if p.status == "behind"] == ["G4.1", "M11.1"]
    assert [row.lead for row in kjplan.checklist(plan, ledger=ledger) if row.id == "M11"] == ["市科技局"]


def test_the_example_is_a_ledger_of_the_plan_of_2022() -> None:
    book = Book(kjplan.load(ROOT / "data" / "workplan_2022.yaml"), read_ledger(block("example", "yaml"), "l"))
    standing = book.standings["M11"]
    assert not book.lost and len(standing.assigned) == 4 and len(standing.progress) == 1
    assert (standing.value("person"), standing.value("lead")) == (None, "市科技局、市工信局")
    assert standing.value("person", standing.node.targets[1]) == "李四"
