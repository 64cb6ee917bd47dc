"""What is asked before a pattern, so that it need not be tried, never hides what the pattern would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.extraction import context, names, pairing
from kjplan.extraction.tables import by_first, one_of, tried_at
from kjplan.extraction.unit_names import is_department, looks_like_body, may_end_a_body

WORDS = st.lists(st.text("甲乙丙(", min_size=1, max_size=3), min_size=1, max_size=6)
TEXT = st.text("甲乙丙(", max_size=20)


def spans(pattern: str, text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(pattern, text)]


@given(WORDS, TEXT)
def test_words_kept_by_their_first_character_match_as_an_alternation_does(words: list[str], text: str) -> None:
    assert spans(by_first(re.escape(w) if w[0] != "(" else "甲" + re.escape(w) for w in words), text) == spans(
        "|".join(re.escape(w) if w[0] != "(" else "甲" + re.escape(w) for w in words), text
    )


@given(WORDS, TEXT)
def test_the_longest_word_wins(words: list[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    assert spans(one_of(words), text) == spans(plain, text)


@given(TEXT)
def test_a_pattern_tried_where_it_may_begin_finds_what_it_finds(text: str) -> None:
    pattern = re.compile("(?=[甲乙])(?<!丙)[甲乙丙]{1,3}")
    assert [m.span() for m in tried_at(re.compile("[甲乙]"), pattern, text)] == spans(pattern.pattern, text)


@given(st.text("“”‘’甲", max_size=24), st.integers(0, 4))
def test_pairs_read_at_once_are_those_read_mark_by_mark(text: str, longest: int) -> None:
    marks = (("“", "”"), ("‘", "’"))
    assert pairing.outer_pairs(text, marks, longest) == pairing._nested(text, marks, longest)


LEADING = (*context.HEDGES, *context.PERIODS, *context.SCOPES, *context.ADVERBS)
LEADS = st.lists(
    st.sampled_from([*LEADING, "到2025年", "年底前", "“十四五”末", "3年内", "主要目标是", "用两年", "、", " ", "平台"])
)


@given(LEADS.map("".join))
def test_words_that_lead_up_are_all_taken_off(text: str) -> None:
    at = 0
    while at < len(text) and (m := context._PREFIX.match(text, at)):
        at = m.end()
    assert context.strip_prefix(text)[0] == at


@pytest.mark.parametrize(
    "name", ["妇联", "市科协", "市委组织部", "市供电公司", "各区县(市)", "海关总署", "市发展改革委", "县(市、区)"]
)
def test_a_body_may_end_a_list_of_bodies(name: str) -> None:
    assert is_department(name) or looks_like_body(name)
    assert may_end_a_body(name)
    assert may_end_a_body(name + "等有关部门和单位共同")


@pytest.mark.parametrize("words", ["壮大创新主体", "优化营商环境", "", "提升能级"])
def test_a_title_of_work_ends_as_no_body_does(words: str) -> None:
    assert not may_end_a_body(words)


@given(st.text("各甲高新东经开省市委组织宣传统战黑龙江国家", max_size=24), st.sampled_from(sorted(names.REACHES)))
def test_nothing_before_an_ending_reaches_further_than_its_kind(text: str, kind: str) -> None:
    end = len(text)
    near = names.BEFORE[kind].search(text, max(0, end - names.REACHES[kind]), end)
    far = names.BEFORE[kind].search(text, max(0, end - names.REACH), end)
    assert (near and near.span()) == (far and far.span())
