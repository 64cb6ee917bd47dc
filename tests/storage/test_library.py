from pathlib import Path

import pytest

from kjplan.errors import UnknownPlanError
from kjplan.model import Document, Plan, Source
from kjplan.storage.library import Library, find_library, find_notice


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of years, of years in one, of another city, and of things that are no plans."""
    root = tmp_path / "library"
    for name in (
        "workplan_2020.yaml",
        "workplan_2022.yaml",
        "workplan_2019-2021.yaml",
        "workplan_draft.yaml",
        "zhengzhou/workplan_2023.yaml",
        ".hidden/workplan_2030.yaml",
        "workplan_2024.txt",
        "notes.yaml",
        "notices/workplan_2022.txt",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("schema_version: 1\n")
    (tmp_path / "workplan_secret.yaml").write_text("schema_version: 1\n")
    return root


def test_entries_carry_name_years_and_path(folder: Path) -> None:
    assert [(e.name, e.year, e.year_end, str(e.path.relative_to(folder))) for e in Library(folder).entries()] == [
        ("2019-2021", 2019, 2021, "workplan_2019-2021.yaml"),
        ("2020", 2020, None, "workplan_2020.yaml"),
        ("2022", 2022, None, "workplan_2022.yaml"),
        ("draft", None, None, "workplan_draft.yaml"),
        ("zhengzhou/2023", 2023, None, "zhengzhou/workplan_2023.yaml"),
    ]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("2022", "workplan_2022.yaml"),
        ("2019-2021", "workplan_2019-2021.yaml"),
        ("draft", "workplan_draft.yaml"),
        ("zhengzhou/2023", "zhengzhou/workplan_2023.yaml"),
        (None, "workplan_2022.yaml"),
    ],
)
def test_names_of_plans(folder: Path, name: str | None, file: str) -> None:
    assert Library(folder).resolve(name) == folder / file


@pytest.mark.parametrize(
    "name", ["2021", "2023", "zhengzhou/2022", "nowhere/2022", "2019", "x" * 300, "郑州/2022", "\ud800"]
)
def test_a_plan_that_is_not_there(folder: Path, name: str) -> None:
    with pytest.raises(UnknownPlanError) as caught:
        Library(folder).resolve(name)
    assert f"no plan {name}" in caught.value.what
    assert "2019-2021, 2020, 2022, draft, zhengzhou/2023" in caught.value.what
    assert caught.value.where == str(folder)
    option = "--year" if name.isdigit() else "--name"
    assert caught.value.tip == f"to add it: kjplan add NOTICE {option} {name}"


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "zhengzhou/../../secret",
        "/etc/passwd",
        "..",
        ".",
        "",
        "./2022",
        "a//b",
        "a\\..\\b",
        "C:x",
        "a\0b",
        "/2022",
    ],
)
def test_names_stay_in_the_library(folder: Path, name: str) -> None:
    library = Library(folder)
    assert not library.has(name)
    with pytest.raises(UnknownPlanError, match="no name of a plan"):
        library.resolve(name)
    with pytest.raises(UnknownPlanError):
        library.path_for(name)


def test_the_newest_without_plans_in_the_folder_itself(folder: Path, tmp_path: Path) -> None:
    for path in folder.glob("workplan_*.yaml"):
        path.unlink()
    assert Library(folder).resolve(None) == folder / "zhengzhou/workplan_2023.yaml"
    for missing in (tmp_path / "cache-home", tmp_path / "missing"):
        with pytest.raises(UnknownPlanError, match="there is no such folder"):
            Library(missing).resolve(None)


def test_a_plan_for_several_years_is_as_new_as_its_last(folder: Path) -> None:
    (folder / "workplan_2021-2025.yaml").touch()
    assert Library(folder).resolve(None).name == "workplan_2021-2025.yaml"


def test_which_library(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "project" / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    shipped = find_library()
    assert shipped.origin == "shipped"
    assert {"2020", "2022"} >= {e.name for e in shipped.entries()} >= {"2020"}

    (tmp_path / "project" / "data").mkdir()
    (tmp_path / "project" / "a" / "data").mkdir()
    (tmp_path / "project" / "data" / "workplan_2001.yaml").touch()
    (tmp_path / "project" / "a" / "data" / "notes.yaml").touch()
    assert find_library() == Library(tmp_path / "project" / "data", "nearest")

    (inner / "workplan_2002.yaml").touch()
    assert find_library() == Library(inner, "nearest")
    (tmp_path / "project" / "data" / "city").mkdir()
    (tmp_path / "project" / "data" / "city" / "workplan_2003.yaml").touch()
    monkeypatch.chdir(tmp_path / "project" / "data" / "city")
    assert find_library() == Library(tmp_path / "project" / "data", "nearest")
    (tmp_path / "project" / "workplan_2004.yaml").touch()
    monkeypatch.chdir(tmp_path / "project")
    assert find_library() == Library(tmp_path / "project" / "data", "nearest")

    monkeypatch.setenv("KJPLAN_DATA", str(folder))
    assert find_library() == Library(folder)
    assert find_library(tmp_path) == Library(tmp_path)
    monkeypatch.setenv("KJPLAN_DATA", "")
    assert find_library().origin == "nearest"


def test_adding_to_what_comes_with_kjplan_needs_a_folder(folder: Path) -> None:
    with pytest.raises(UnknownPlanError) as caught:
        Library(folder, "shipped").resolve("2021")
    assert caught.value.tip == "to add it: kjplan add NOTICE --year 2021 --data DIR"


def test_a_current_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert find_library().origin == "shipped"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("workplan_2022.txt", "notices/workplan_2022.txt"),
        ("notes.yaml", "notes.yaml"),
        ("../workplan_secret.yaml", None),
        ("missing.txt", None),
        (None, None),
    ],
)
def test_the_notice_beside_a_plan(folder: Path, name: str | None, found: str | None) -> None:
    plan = Plan(document=Document(source=Source(name=name)))
    assert find_notice(folder / "workplan_2022.yaml", plan) == (folder / found if found else None)
