"""``kjplan search`` and ``kjplan words`` from outside: silence, limits, hostile text, a broken library."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run

FORMATS = ("table", "json", "yaml", "csv", "tsv", "markdown")


@pytest.mark.parametrize("form", FORMATS)
def test_a_search_in_every_format(run: Run, library: Path, form: str) -> None:
    code, out, err = run("search", "郑科贷", "--data", library, "--format", form)
    assert (code, err) == (0, "")
    assert "M19" in out and "2022" in out and "郑科贷" in out


def test_a_record_says_where_the_words_stand(run: Run, library: Path) -> None:
    (record,) = json.loads(run("search", "航空港区", "--data", library, "--format", "json").out)
    keys = ["plan", "kind", "id", "number", "title", "section", "score", "words", "excerpt", "places", "span"]
    assert list(record) == keys
    ((start, end),) = record["places"]
    assert record["excerpt"][start:end] == "航空港区"
    assert yaml.safe_load(run("search", "航空港区", "--data", library, "--format", "yaml").out) == [record]


def test_only_the_plans_named_are_searched(run: Run, library: Path) -> None:
    asked = ["search", "研发投入强度", "--data", library, "--format", "json"]
    assert [r["plan"] for r in json.loads(run(*asked).out)] == ["2022", "2020"]
    assert [r["plan"] for r in json.loads(run(*asked, "--plan", "2020").out)] == ["2020"]
    assert [r["plan"] for r in json.loads(run(*asked, "--plan", "2020", "--plan", "2022").out)] == ["2022", "2020"]


def test_what_is_left_out_is_said_to_people(run: Run, library: Path) -> None:
    asked = ["search", "科技", "--data", library, "--limit", "1"]
    assert "--limit" in run(*asked).err
    assert run(*asked, "--quiet").err == ""
    done = run("search", "高新企业", "--data", library, "--lang", "zh", "--limit", "100")
    assert done.err == "没有“高新企业”，改查：高新、企业\n"
    assert done.out.startswith("2022  M11")
    assert run("search", "没这词", "--data", library).out == ""


def test_a_plan_given_as_a_word_is_told_from_a_word(run: Run, library: Path) -> None:
    done = run("search", "郑科贷", "2022", "--data", library, "--lang", "en")
    assert done.err == "2022 stands nowhere\nto search that plan only: --plan 2022\n"
    assert done.out.startswith("2022  M19")
    assert "--plan" not in run("search", "郑科贷", "2031", "--data", library, "--lang", "en").err


def test_words_are_painted_where_there_is_colour(run: Run, library: Path) -> None:
    out = run("search", "郑科贷", "--data", library, "--color", "always").out
    assert "\x1b[1;32m郑科贷\x1b[0m" in out and "«" not in out
    assert "«郑科贷»" in run("search", "郑科贷", "--data", library, "--color", "never").out


@pytest.mark.parametrize(("words", "says"), [([""], "no word"), (["x" * 101], "longer"), (list("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌"), "at most")])  # fmt: skip
def test_questions_that_cannot_be_asked(run: Run, library: Path, words: list[str], says: str) -> None:
    code, out, err = run("search", *words, "--data", library, "--lang", "en")
    assert (code, out) == (2, "")
    assert err.startswith("error: ") and says in err


def test_a_broken_plan_of_the_library_is_named_and_the_rest_searched(run: Run, library: Path, tmp_path: Path) -> None:
    shutil.copy(library / "workplan_2020.yaml", tmp_path)
    (tmp_path / "workplan_2021.yaml").write_text("a: 1\n", encoding="utf-8")
    code, out, err = run("search", "研发投入强度", "--data", tmp_path)
    assert code == 2 and out.startswith("2020")
    assert err.startswith("error: ") and "workplan_2021.yaml" in err
    assert run("search", "人才", "--data", tmp_path / "none").code == 2


@pytest.mark.parametrize("form", FORMATS)
def test_a_hostile_notice_stays_text(run: Run, hostile: Path, form: str) -> None:
    for words in (["search", "平台", "企业", "--plan", hostile], ["words", hostile], ["trace", hostile, "--why"]):
        code, out, err = run(*words, "--format", form)
        assert (code, err) == (0, "")
        assert not {"\x1b", "\x07", "\u202e", "\u2028"} & set(out)
        assert "\\u003cscript" in out or "<script" not in out or form in ("table", "json", "yaml", "csv", "tsv")
        assert not any(cell.startswith("=") for line in out.splitlines() for cell in line.split(","))


def test_words_of_a_section_that_is_not_there(run: Run, library: Path) -> None:
    code, _, err = run("words", "--section", "没有这样的部分", "--data", library, "--lang", "zh")
    assert (code, err) == (0, "这些部分里没有词\n")
    assert json.loads(run("words", "--section", "没有", "--data", library, "--format", "json").out) == []


def test_words_by_count_and_by_weight(run: Run, library: Path) -> None:
    asked = ["words", "2022", "--data", library, "--format", "json", "--top", "8"]
    by_weight, by_count = (json.loads(run(*asked, "--by", by).out) for by in ("weight", "count"))
    assert len(by_weight) == len(by_count) == 8
    for records, key in ((by_weight, "weight"), (by_count, "count")):
        assert [r[key] for r in records] == sorted((r[key] for r in records), reverse=True)
    assert by_count[0]["word"] == "创新"


@pytest.mark.parametrize("words", [["words", "2022"], ["search", "郑科贷"], ["search", "高新企业"], ["trace", "2022"]])
def test_the_same_input_gives_the_same_bytes(kjplan: Run, library: Path, words: list[str]) -> None:
    one, other = (kjplan(*words, "--data", library, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert one == other and one.code == 0


def test_words_say_nothing_on_standard_error(kjplan: Run, library: Path, tmp_path: Path) -> None:
    """Neither when the dictionary is made nor when it is read, even where Python shows every warning."""
    for _ in range(2):
        code, out, err = kjplan("words", "2022", "--data", library, XDG_CACHE_HOME=tmp_path, PYTHONWARNINGS="always")
        assert (code, err) == (0, "") and "人工智能" in out


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        ("goals", False),
        ("measures --match 人才", False),
        ("diff 2020 2022", False),
        ("trace", False),
        ("search 人才", False),
        ("search 高新企业", True),
        ("words", True),
    ],
)
def test_only_what_must_cut_imports_a_cutter(library: Path, words: str, loaded: bool) -> None:
    code = (
        "import sys; from kjplan.cli.main import main; main(sys.argv[1:]);"
        "print({'jieba', 'rjieba'} & set(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *words.split(), "--data", str(library)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr.decode().endswith("set()\n") is not loaded
