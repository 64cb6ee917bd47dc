"""A text diff loses nothing, reads well and ends in bounded time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.diffing.result import TextDiff
from kjplan.diffing.textdiff import text_diff, without_spelling
from kjplan.matching.wording import canonical

texts = st.text(st.sampled_from("加强推进创新平台，,。;；“ \n12.5%ab"), max_size=40)


def marked(diff: TextDiff) -> str:
    """The diff with its marks: 交[-易-][+成+]额."""
    return "".join({"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]"}[op].format(text) for op, text in diff)


def sides(diff: TextDiff) -> tuple[str, str]:
    old = "".join(text for op, text in diff if op != "insert")
    return old, "".join(text for op, text in diff if op != "delete")


@given(texts | st.text(max_size=12), texts | st.text(max_size=12))
def test_the_pieces_joined_are_both_texts(old: str, new: str) -> None:
    diff = text_diff(old, new)
    assert sides(diff) == (old, new)
    assert all(text for _, text in diff)
    assert all(a[0] != b[0] for a, b in pairwise(diff))


@given(texts, texts)
def test_hiding_the_spelling_keeps_the_words(old: str, new: str) -> None:
    before, after = sides(without_spelling(text_diff(old, new)))
    assert (canonical(before), canonical(after)) == (canonical(old), canonical(new))


@given(texts)
def test_a_text_and_itself_differ_in_nothing(text: str) -> None:
    assert text_diff(text, text) == ([("equal", text)] if text else [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # 交 stands in both by chance.
        ("技术合同交易额达到166亿元", "技术合同成交额达到400亿元", "技术合同[-交易-][+成交+]额达到[-166-][+400+]亿元"),
        # A number is one token: not 1[-2-][+5+]00.
        ("培育科技型企业1200家", "培育科技型企业1500家", "培育科技型企业[-1200-][+1500+]家"),
        ("突破2.1%", "突破2.6%", "突破[-2.1%-][+2.6%+]"),
        # The piece could begin one 加强 earlier; it is cut where the clause is.
        ("加强培训,加强考核", "加强培训,加强指导,加强考核", "加强培训,[+加强指导,+]加强考核"),
        ("推进创新。推进改革。", "推进创新。", "推进创新。[-推进改革。-]"),
        # A real match of some length stays, however much changed around it.
        (
            "健全培育机制,壮大高新技术企业规模",
            "优化奖补政策,提高高新技术企业质量",
            "[-健全培育机制-][+优化奖补政策+],[-壮大-][+提高+]高新技术企业[-规模-][+质量+]",
        ),
        ("", "新增", "[+新增+]"),
        ("新增", "", "[-新增-]"),
        ("", "", ""),
    ],
)
def test_it_reads_well(old: str, new: str, expected: str) -> None:
    assert marked(text_diff(old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("推进试点，继续实施", "推进“试点”,继续 实施", "推进“试点”,继续 实施"),
        ("开展“揭榜挂帅”", "开展揭榜挂帅", "开展揭榜挂帅"),
        ("建设20—30家", "建设20-30家", "建设20-30家"),
        # The nearest neighbour: another mark is another text.
        ("推进、试点", "推进,试点", "推进[-、-][+,+]试点"),
    ],
)
def test_spelling_can_be_hidden(old: str, new: str, expected: str) -> None:
    assert marked(without_spelling(text_diff(old, new))) == expected


@pytest.mark.parametrize(
    "text",
    ["。" * 100_000, "1" * 200_000, "a。" * 50_000, "推进创新发展，" * 20_000],
    ids=["full stops", "one number", "short sentences", "long sentence"],
)
def test_hostile_texts_end_in_time(text: str) -> None:
    start = time.perf_counter()
    assert sides(text_diff(text, text[::-1] + "新")) == (text, text[::-1] + "新")
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("建设平台,引进人才。", "建设平台，用好政策,引进人才。", "建设平台，[+用好政策,+]引进人才。"),
        ("建设平台,用好政策,引进人才。", "建设平台，引进人才。", "建设平台，[-用好政策,-]引进人才。"),
        # What only begins with the same figure is another figure.
        ("新增10家", "新增15家", "新增[-10-][+15+]家"),
    ],
)
def test_spelling_beside_a_change_is_hidden_too(old: str, new: str, shown: str) -> None:
    assert marked(without_spelling(text_diff(old, new))) == shown
