import io
import sys
from pathlib import Path

import pytest

from kjplan.errors import KjplanError, PlanFileError, SourceError, UnknownPlanError
from kjplan.model import Plan
from kjplan.storage.loading import load, locate
from kjplan.storage.yaml_write import dump_plan

NOTICE = "2021年工作要点\n\n一、主要目标\n\n1.新增企业100家。\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with 2022 and zhengzhou/2022, beside a current folder with files of all kinds."""
    for name, year in (("library/workplan_2022.yaml", 2022), ("library/zhengzhou/workplan_2022.yaml", 2122)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(dump_plan(Plan(year=year)))
    here = tmp_path / "here"
    here.mkdir()
    (here / "plan.yaml").write_text(dump_plan(Plan(year=1)))
    (here / "plan.json").write_text('{"schema_version": 1, "year": 2}')
    (here / "notice.txt").write_text(NOTICE)
    (here / "notice").write_text(NOTICE)
    (here / "2022").mkdir()
    (here / "zhengzhou").mkdir()
    (here / "zhengzhou" / "notice.txt").write_text(NOTICE)
    monkeypatch.chdir(here)
    return tmp_path / "library"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        (None, "library/workplan_2022.yaml"),
        (2022, "library/workplan_2022.yaml"),
        ("2022", "library/workplan_2022.yaml"),
        ("zhengzhou/2022", "library/zhengzhou/workplan_2022.yaml"),
        ("plan.yaml", "here/plan.yaml"),
        ("./plan.yaml", "here/plan.yaml"),
        ("../library/workplan_2022.yaml", "library/workplan_2022.yaml"),
        ("notice.txt", "here/notice.txt"),
        ("notice", "here/notice"),
        ("zhengzhou/notice.txt", "here/zhengzhou/notice.txt"),
        ("missing.html", "here/missing.html"),
        ("zhengzhou", "here/zhengzhou"),
        (Path("2022"), "here/2022"),
    ],
)
def test_what_a_name_means(library: Path, tmp_path: Path, name: str | int | Path | None, file: str) -> None:
    assert locate(name, data=library).resolve() == tmp_path / file


@pytest.mark.parametrize("name", ["2021", "zhengzhou/2021", "draft", 2023, "2021-2025"])
def test_what_is_neither_a_plan_nor_a_file(library: Path, name: str | int) -> None:
    with pytest.raises(UnknownPlanError, match=r"the library has 2022, zhengzhou/2022"):
        load(name, data=library)


def test_a_year_is_no_folder_of_that_name(library: Path, tmp_path: Path) -> None:
    (library / "workplan_2022.yaml").unlink()
    with pytest.raises(UnknownPlanError, match="no plan 2022"):
        load("2022", data=library)


@pytest.mark.parametrize(
    ("name", "year"),
    [("2022", 2022), ("zhengzhou/2022", 2122), ("plan.yaml", 1), ("plan.json", 2), ("notice.txt", 2021)],
)
def test_plans_are_loaded_and_notices_parsed(library: Path, name: str, year: int) -> None:
    assert load(name, data=library).year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (NOTICE, 2021),
        (dump_plan(Plan(year=5)), 5),
        ("# a comment\nschema_version: 1\nyear: 6\n", 6),
        ('{"schema_version": 1, "year": 7}', 7),
    ],
)
def test_standard_input_may_be_a_notice_or_a_plan(text: str, year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert load("-").year == year


@pytest.mark.parametrize(
    ("name", "error"), [("missing.txt", SourceError), ("missing.yaml", PlanFileError), ("zhengzhou", SourceError)]
)
def test_files_that_are_not_there(library: Path, name: str, error: type[KjplanError]) -> None:
    with pytest.raises(error) as caught:
        load(name, data=library)
    assert caught.value.where == name
