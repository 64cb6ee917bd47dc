import io
import sys
from pathlib import Path

import pytest

from kjplan.errors import KjplanError, OutputError
from kjplan.storage.adding import add
from kjplan.storage.library import Library, find_notice
from kjplan.storage.loading import load

PLAN = "{}工作要点\r\n\r\n一、主要目标\r\n1.新增企业100家。\r\n二、重点任务\r\n2.做好服务。继续做好服务。\r\n"
NO_PLAN = "关于召开会议的通知\n\n各单位:\n\n请参加会议。\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


def notice(tmp_path: Path, title: str, name: str = "notice.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(PLAN.format(title).encode("gb18030"))
    return path


def files(library: Library) -> list[str]:
    return sorted(str(p.relative_to(library.folder)) for p in library.folder.rglob("*") if p.is_file())


@pytest.mark.parametrize(
    ("title", "year", "name", "stem"),
    [
        ("2021年", None, None, "workplan_2021"),
        ("2021年", 2021, None, "workplan_2021"),
        ("", 2021, None, "workplan_2021"),
        ("2021年", None, "zhengzhou", "zhengzhou/workplan_2021"),
        ("2021年", None, "zhengzhou/2021", "zhengzhou/workplan_2021"),
        ("", None, "zhengzhou/2021", "zhengzhou/workplan_2021"),
        ("", None, "2021-2023", "workplan_2021-2023"),
    ],
)
def test_notice_and_plan_come_into_the_library(
    library: Library, tmp_path: Path, title: str, year: int | None, name: str | None, stem: str
) -> None:
    source = notice(tmp_path, title)
    plan_path, notice_path = add(source, library=library, year=year, name=name)
    folder, _, last = stem.rpartition("/")
    assert plan_path == library.folder / f"{stem}.yaml"
    assert notice_path == library.folder / folder / "notices" / f"{last}.txt"
    assert notice_path.read_bytes() == source.read_bytes()
    assert len(files(library)) == 3
    assert plan_path.with_name("workplan.schema.json").is_file()
    plan = load(plan_path)
    assert plan.year == 2021
    assert ("year" in plan.document.inferred) == (title == "")
    assert find_notice(plan_path, plan) == notice_path
    assert library.has(f"{folder}/{last}".strip("/").replace("workplan_", ""))


def test_the_plan_is_what_parsing_the_notice_in_the_library_gives(library: Library, tmp_path: Path) -> None:
    plan_path, notice_path = add(notice(tmp_path, "2021年"), library=library)
    assert load(plan_path) == load(notice_path)


def test_a_notice_from_standard_input(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.format("2021年").encode())))
    assert add("-", library=library)[1] == library.folder / "notices" / "workplan_2021.txt"


def test_the_suffix_of_the_notice_is_kept(library: Library, tmp_path: Path) -> None:
    assert add(notice(tmp_path, "2021年", "a.md"), library=library)[1].name == "workplan_2021.md"


def test_nothing_is_overwritten_without_force(library: Library, tmp_path: Path) -> None:
    add(notice(tmp_path, "2021年"), library=library)
    before = {name: (library.folder / name).read_bytes() for name in files(library)}
    other = tmp_path / "other.txt"
    other.write_bytes(notice(tmp_path, "2021年").read_bytes() + "3.其他。\n".encode("gb18030"))
    with pytest.raises(OutputError, match="exists already"):
        add(other, library=library)
    assert {name: (library.folder / name).read_bytes() for name in files(library)} == before
    _, notice_path = add(other, library=library, force=True)
    assert notice_path.read_bytes() == other.read_bytes()


def test_both_files_are_written_or_none(library: Library, tmp_path: Path) -> None:
    library.folder.mkdir()
    (library.folder / "workplan_2021.yaml").touch()
    with pytest.raises(OutputError, match="exists already"):
        add(notice(tmp_path, "2021年"), library=library)
    assert files(library) == ["workplan_2021.yaml"]


def test_a_notice_that_is_in_its_place_already(library: Library, tmp_path: Path) -> None:
    (library.folder / "notices").mkdir(parents=True)
    source = notice(library.folder / "notices", "2021年", "workplan_2021.txt")
    plan_path, notice_path = add(source, library=library)
    assert notice_path == source
    assert load(plan_path).year == 2021


@pytest.mark.parametrize(
    ("text", "year", "what", "tip"),
    [
        (PLAN.format(""), None, "states no year", "--year"),
        (PLAN.format("2021年"), 2022, "for 2021, not for 2022", "--force"),
        (NO_PLAN, 2021, "no", "--force"),
    ],
)
def test_what_is_not_added_unless_forced(
    library: Library, tmp_path: Path, text: str, year: int | None, what: str, tip: str
) -> None:
    source = tmp_path / "notice.txt"
    source.write_text(text)
    with pytest.raises(KjplanError) as caught:
        add(source, library=library, year=year)
    assert what in caught.value.what
    assert tip in str(caught.value.tip)
    assert not library.folder.exists()
    if tip == "--force":
        assert add(source, library=library, year=year, force=True)[0].is_file()


def test_the_plans_that_come_with_kjplan_are_not_changed(library: Library, tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        add(notice(tmp_path, "2021年"), library=Library(library.folder, "shipped"))
    assert "--data DIR" in str(caught.value.tip)
    assert not library.folder.exists()


def test_names_do_not_lead_out_of_the_library(library: Library, tmp_path: Path) -> None:
    with pytest.raises(KjplanError, match="no name of a plan"):
        add(notice(tmp_path, "2021年"), library=library, name="../2021")
    assert not library.folder.exists()
