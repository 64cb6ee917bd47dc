"""Files of aliases: which are read, and what a bad one says."""

from pathlib import Path

import pytest

from kjplan.errors import PlanFileError
from kjplan.naming import load_aliases, read_aliases


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def written(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "aliases.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_last_folder_is_on_top(tmp_path: Path) -> None:
    written(tmp_path / "library", "市创新局: [创新局, 科创局]\n")
    written(tmp_path / "plan", "市科创局: [科创局]\n")
    found = load_aliases(tmp_path / "library", None, tmp_path / "plan", tmp_path / "nothing")
    assert found.canonical("科创局") == "市科创局"
    assert found.canonical("创新局") == "市创新局"
    assert load_aliases(tmp_path / "library").canonical("科创局") == "市创新局"
    assert load_aliases(tmp_path / "nothing") is load_aliases()


def test_one_spelling_needs_no_list_and_an_empty_file_holds_none(tmp_path: Path) -> None:
    assert read_aliases(written(tmp_path, "市创新局: 创新局\n")) == {"市创新局": ("创新局",)}
    assert read_aliases(written(tmp_path, "# nothing yet\n")) == {}


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        ("- 市科技局\n", "expected names", ":1:1"),
        ("甲局: [乙局]\n丙局: [乙局]\n", "乙局 stands under 甲局 and under 丙局", ":2:6"),
        ("甲局: [乙局]\n乙局: [丁局]\n", "乙局 stands under 甲局 and under 乙局", ":2:5"),
        ("甲局: [乙局, 乙局]\n", "乙局 stands twice under 甲局", ":1:10"),
        ("甲局: [甲局]\n", "甲局 stands twice under 甲局", ":1:6"),
        ("甲局: [乙局, 3]\n", "an alias of 甲局 is no name", ":1:10"),
        ("甲局: {乙: 丙}\n", "an alias of 甲局 is no name", ":1:5"),
        ("甲局:\n", "an alias of 甲局 is no name", ":1:4"),
        ("甲局: [乙局\n", "no valid YAML", ":2:1"),
        ("甲局: 乙\n甲局: 丙\n", "the key 甲局 stands twice", ":2:1"),
    ],
)
def test_a_bad_file_says_what_and_where(tmp_path: Path, text: str, what: str, place: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(PlanFileError) as caught:
        load_aliases(tmp_path)
    assert what in str(caught.value)
    assert str(caught.value).endswith(f"{path}{place}")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "aliases.yaml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(PlanFileError, match="no UTF-8 text"):
        load_aliases(tmp_path)
