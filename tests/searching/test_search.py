"""Search: what is found, in which order, and how it is shown."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kjplan
from kjplan.errors import KjplanError
from kjplan.model import Plan
from kjplan.searching import Found, search
from kjplan.searching.excerpts import WIDTH, excerpt, places
from kjplan.searching.terms import LONGEST, MOST_WORDS, term


def ids(plan: Plan, *words: str) -> list[str]:
    return [hit.node.id for hit in search([("x", plan)], words).hits]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("甬科贷", ["M1"]),
        ("港区", ["M1"]),
        ("专利", ["G1"]),
        ("10家", ["G2"]),
        ("r&d", ["M1"]),
        ("ｗEB", ["M4"]),
        ("Web平台", ["M4"]),
        ("[", []),
        ("a|b", []),
        ("粮食", []),
    ],
)
def test_a_word_is_found_where_its_characters_stand(plan: Plan, word: str, expected: list[str]) -> None:
    assert ids(plan, word) == expected


def test_more_of_the_words_come_first_then_a_title_then_more_of_them(plan: Plan) -> None:
    assert ids(plan, "人才", "平台")[0] == "M3"
    assert ids(plan, "企业") == ["M2", "G2", "M3"]
    text = "2023年工作要点\n一、重点任务\n1.造船。港口、港口、港口。\n2.建设港口。造船。\n3.修路。港口。\n"
    assert ids(kjplan.parse(text), "港口") == ["M2", "M1", "M3"]


def test_blanks_part_words_and_repeats_count_once(plan: Plan) -> None:
    assert ids(plan, "人才 平台") == ids(plan, "人才", "平台", "人才")


def test_a_word_that_stands_nowhere_is_looked_for_in_pieces(plan: Plan) -> None:
    found = search([("x", plan)], ["人才企业"])
    assert found.pieces == {"人才企业": ["人才", "企业"]}
    assert found.hits[0].node.id == "M3"
    assert search([("x", plan)], ["粮食"]).pieces == {"粮食": []}


def test_a_word_without_words_in_it_is_looked_for_by_pairs(plan: Plan) -> None:
    assert search([("x", plan)], ["岭实验云"]).pieces == {"岭实验云": ["实验"]}
    assert search([("x", plan)], ["甬科乙"]).pieces == {"甬科乙": ["甬科"]}


@pytest.mark.parametrize("word", ["1500", "1500家", "2.6%", "2.6", "增1500", "G2", "5G", "5g2", "2"])
def test_a_whole_figure_is_found(word: str) -> None:
    text = "新增1500家，达到2.6%，用5G2"
    assert [text[a:b].lower() for a, b in places(text, [term(word)])] == [word.lower()]


@pytest.mark.parametrize("word", ["500", "150", "500家", "增150", "6%", "6", "1", "5G"])
def test_a_piece_of_a_figure_is_not(word: str) -> None:
    assert places("新增1500家，达到2.6%，用15G", [term(word)]) == []


def test_figures_are_no_pieces_and_have_none(plan: Plan) -> None:
    assert search([("x", plan)], ["2022"]).pieces == {"2022": []}
    assert search([("x", plan)], ["110家"]).hits == []
    assert search([("x", plan)], ["10家以上"]).pieces == {"10家以上": ["10"]}


def test_all_plans_of_the_library_are_searched_the_newest_first() -> None:
    found = kjplan.search("研发投入强度")
    assert [(hit.plan, hit.node.id) for hit in found.hits] == [("2022", "G1"), ("2020", "G1")]


def test_the_notice() -> None:
    plan = kjplan.load(2022)
    for word, first in (("郑科贷", "M19"), ("航空港区", "M4"), ("专利", "G3"), ("人才", "M13"), ("研发投入", "M9")):
        assert kjplan.search(word, plan).hits[0].node.id == first, word


@pytest.mark.parametrize("words", [[], [""], ["  ", "\u3000"]])
def test_no_word_is_an_error(plan: Plan, words: list[str]) -> None:
    with pytest.raises(KjplanError):
        search([("x", plan)], words)


def test_questions_are_bounded(plan: Plan) -> None:
    with pytest.raises(KjplanError):
        search([("x", plan)], [str(n) for n in range(MOST_WORDS + 1)])
    with pytest.raises(KjplanError):
        search([("x", plan)], ["人" * (LONGEST + 1)])
    assert search([("x", plan)], ["人才"] * 1000).hits


def test_an_excerpt_of_a_long_text_is_short() -> None:
    pieces = excerpt("人才," * 100_000, [term("人才")])
    assert sum(len(words) for words, _ in pieces) <= WIDTH + 2


def test_an_excerpt_is_the_stretch_with_most_words() -> None:
    text = "甲" * 100 + "人才" + "乙" * 100 + "人才和平台" + "丙" * 100
    pieces = excerpt(text, [term("人才"), term("平台")], 30)
    assert pieces[0] == pieces[-1] == ("…", False)
    assert [words for words, mark in pieces if mark] == ["人才", "平台"]
    assert sum(len(words) for words, _ in pieces) == 32


@settings(deadline=None)
@given(
    st.text(alphabet="人才平台，A \n", max_size=200),
    st.lists(st.sampled_from(["人才", "才", "平台", "a"]), max_size=3),
    st.integers(1, 80),
)
def test_an_excerpt_is_of_the_text(text: str, words: list[str], width: int) -> None:
    terms = [term(word) for word in words]
    pieces = excerpt(text, terms, width)
    shown = "".join(words for words, _ in pieces).strip("…")
    assert shown in text.replace("\n", " ") and len(shown) <= max(width, 1)
    assert all(words for words, _ in pieces)
    spans = places(text, terms)
    assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_an_answer_of_nothing_is_empty() -> None:
    assert search([], ["人才"]) == Found(hits=[], pieces={"人才": []})
