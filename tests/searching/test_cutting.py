"""Cutting: whole names, two engines with one result, a safe cache, silence."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kjplan
from kjplan.searching.cutting import LONGEST_WORD, Cutter
from kjplan.searching.own_words import own_words
from kjplan.storage.cache import LASTING, cache_folder
from tests.conftest import NOTICE

_cutter = cache(lambda: Cutter(["航空港区"]))
BOTH = pytest.mark.parametrize("fast", [False, True])


@BOTH
def test_names_of_the_plan_stay_whole(fast: bool) -> None:
    text = "航空港区落实甬科贷，高价值专利由云岭实验室管理。"
    assert Cutter(["航空港区", "甬科贷", "云岭实验室"], fast=fast).words(text) == (
        ["航空港区", "落实", "甬科贷", "高价值", "专利", "由", "云岭实验室", "管理"]
    )


@BOTH
def test_names_of_one_plan_are_no_words_of_another(fast: bool) -> None:
    with_name, without = Cutter(["甬科贷"], fast=fast), Cutter(fast=fast)
    assert without.words("甬科贷") == ["甬", "科", "贷"]
    assert with_name.words("甬科贷") == ["甬科贷"]
    assert Cutter(fast=fast).words("甬科贷") == ["甬", "科", "贷"]


@BOTH
def test_the_longest_of_two_names_wins(fast: bool) -> None:
    assert Cutter(["港区", "航空港区", "航空港区管委会"], fast=fast).words("航空港区管委会") == ["航空港区管委会"]


@BOTH
def test_latin_words_stay_as_they_are_and_figures_are_no_words(fast: bool) -> None:
    assert Cutter(fast=fast).words("R&D经费2.6%，PM2.5和AI，10家") == ["R&D", "经费", "PM2.5", "和", "AI", "家"]


@BOTH
def test_what_is_no_word_is_not_taken_for_a_name(fast: bool) -> None:
    odd = ["", "中", "甲、乙", "一 二", "云" * (LONGEST_WORD + 1), "AI", "7件"]
    assert Cutter(odd, fast=fast).words("甲乙") == Cutter(fast=fast).words("甲乙")


def test_both_cut_the_notice_alike() -> None:
    text = NOTICE.read_text(encoding="utf-8")
    own = own_words(kjplan.parse(text))
    assert Cutter(own, fast=False).words(text) == Cutter(own, fast=True).words(text)


def test_the_notice_is_cut_at_no_name() -> None:
    plan = kjplan.parse_file(NOTICE).plan
    own = own_words(plan)
    assert {"航空港区", "郑科贷", "万人高价值发明专利拥有量", "高价值发明专利", "郑州市科技创新委员会工作规则"} <= set(
        own
    )
    words = Cutter(own).words("\n".join([*(g.text for g in plan.goals), *(m.text for m in plan.measures)]))
    assert {"航空港区", "郑科贷", "万人高价值发明专利拥有量", "嵩山"} <= set(words)
    assert "价值" not in words and "港区" not in words


@settings(deadline=None)
@given(st.text(alphabet="航空港区高价值发明专利“”，。 \n0aA＆\u3400", max_size=60))
def test_nothing_but_words_is_lost_and_nothing_is_made_up(text: str) -> None:
    words = _cutter().words(text)
    at = 0
    for word in words:
        at = text.index(word, at) + len(word)
    chinese = [ch for ch in text if "\u4e00" <= ch <= "\u9fd5"]
    assert [ch for word in words for ch in word if ch > "\u3000"] == chinese


def test_the_dictionary_is_kept_where_nobody_else_can_write(unloaded: None) -> None:
    Cutter(fast=False)
    folder = cache_folder()
    assert folder is not None
    (kept,) = folder.glob(f"{LASTING}*")
    assert kept.stat().st_uid == os.getuid() and not kept.stat().st_mode & 0o022 and not folder.stat().st_mode & 0o077


@pytest.mark.parametrize("content", [b"", b"\x00", b"N", b"nonsense", b"(\x02\x00\x00\x00NN"])
def test_a_damaged_dictionary_is_made_anew(unloaded: None, content: bytes) -> None:
    Cutter(fast=False)
    folder = cache_folder()
    assert folder is not None
    (kept,) = folder.glob(f"{LASTING}*")
    whole = kept.read_bytes()
    kept.write_bytes(content)
    from kjplan.searching import cutting

    cutting._loaded = None
    assert Cutter(fast=False).words("高价值专利") == ["高价值", "专利"]
    assert kept.read_bytes() == whole


def test_a_folder_that_others_can_write_to_is_not_read(
    unloaded: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = cache_folder()
    assert folder is not None
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    Cutter(fast=False)
    assert list(folder.iterdir()) == []


def test_a_process_says_nothing_and_writes_nothing_elsewhere(tmp_path: Path) -> None:
    code = "from kjplan.searching.cutting import Cutter; print(*Cutter(fast=False).words('高价值专利'))"
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    env = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "TMPDIR": str(temporary), "PYTHONUTF8": "1"}
    command = [sys.executable, "-W", "always", "-c", code]
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, env=env, text=True, encoding="utf-8", check=True)
        assert (done.stdout, done.stderr) == ("高价值 专利\n", "")
    assert list(temporary.iterdir()) == []
