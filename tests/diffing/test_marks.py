"""Marks break at words, lose nothing, and are never wider than what is known as a word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.diffing.marks import by_words
from kjplan.diffing.textdiff import text_diff, without_spelling
from kjplan.diffing.word_edges import edges
from tests.diffing.test_textdiff import marked, sides

texts = st.text(st.sampled_from("加强推动进创新平台发展企业家，。12.5%ab "), max_size=40) | st.text(max_size=12)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("加快推动高质量发展", "加快推进高质量发展", "加快[-推动-][+推进+]高质量发展"),
        ("强化预算绩效管理", "深化预算绩效管理", "[-强化-][+深化+]预算绩效管理"),
        # Both marks of one word become one.
        ("完善制度。", "完备制度。", "[-完善-][+完备+]制度。"),
        # What stands at word edges already is left alone.
        ("新建研发平台", "新建新型研发平台", "新建[+新型+]研发平台"),
        ("突破2.1%", "突破2.6%", "突破[-2.1%-][+2.6%+]"),
        # Not a word of the dictionary: the character that changed and no more.
        ("甲丙丁", "乙丙丁", "[-甲-][+乙+]丙丁"),
        # Spelling alone is no mark.
        ("“揭榜挂帅”，推进", '"揭榜挂帅",推进', '"揭榜挂帅",推进'),
    ],
)
def test_marks(old: str, new: str, expected: str) -> None:
    assert marked(by_words(text_diff(old, new))) == expected


@given(texts, texts)
def test_both_texts_are_kept(old: str, new: str) -> None:
    diff = text_diff(old, new)
    assert sides(by_words(diff)) == sides(without_spelling(diff))


@given(texts, texts)
def test_pieces_alternate_and_none_is_empty(old: str, new: str) -> None:
    ops = [op for op, text in by_words(text_diff(old, new)) if text]
    assert len(ops) == len(by_words(text_diff(old, new)))
    assert all(a != b and (a, b) != ("insert", "delete") for a, b in pairwise(ops))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("推进高新技术发展", ["推进", "高新技术", "发展"]),
        ("提高12.5%以上", ["提高", "12.5%", "以上"]),
        ("R&D投入", ["R", "&", "D", "投入"]),
        ("", []),
    ],
)
def test_edges(text: str, words: list[str]) -> None:
    at = sorted(edges(text))
    assert [text[a:b] for a, b in pairwise(at)] == words


@given(st.text(max_size=60))
def test_edges_begin_and_end_with_the_text(text: str) -> None:
    assert {0, len(text)} <= edges(text) <= set(range(len(text) + 1))
