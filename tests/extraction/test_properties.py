"""What holds of any text: facts carry their own words, and hostile input is read to its end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.goals import read_goal_clauses
from kjplan.extraction.names.areas import find_area_tasks
from kjplan.extraction.names.bodies import find_bodies
from kjplan.extraction.times.deadlines import find_deadlines
from kjplan.extraction.titles.documents import find_documents
from kjplan.extraction.titles.terms import find_terms
from kjplan.reading.text import Passage, SourceText
from tests.extraction.helpers import passage

PIECES = st.sampled_from(
    [
        "新增",
        "培育",
        "达到",
        "突破",
        "增长",
        "分别",
        "力争",
        "全年",
        "从",
        "由",
        "到",
        "前",
        "第",
        "约",
        "以上",
        "左右",
        "的",
        "和",
        "、",
        "，",
        "。",
        "；",
        "：",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "企业",
        "平台",
        "覆盖率",
        "1000",
        "2.6",
        "％",
        "%",
        "家",
        "亿元",
        "个",
        "位",
        "万",
        "—",
        "至",
        "负责",
        "牵头",
        "配合",
        "市科技局",
        "责任单位：",
        "等",
        "年底前",
        "到2025年",
        "每月",
        "3月底前",
        "出台",
        "郑州高新区",
        "以",
        "为重点",
        "区县(市)",
        "省委",
        "委员会",
        "１００",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
def test_facts_carry_their_own_words(text: str) -> None:
    source = passage(text)
    for target in find_targets(source, year=2022, committed=True):
        assert target.span is not None
        assert target.quote == text[slice(*target.span)]
        assert target.indicator
    responsibility = find_responsibility([source])
    assert responsibility.stated is bool(responsibility.bodies)
    for body in responsibility.bodies:
        assert body.span is not None
        assert body.name == text[slice(*body.span)]
    for mention in find_bodies(source):
        assert mention.span is not None
        assert mention.name == text[slice(*mention.span)]
    for deadline in find_deadlines(source, 2022):
        assert deadline.span is not None
        assert deadline.text == text[slice(*deadline.span)]
    for document in find_documents(source):
        assert document.span is not None
        assert document.title in text[slice(*document.span)]


@given(TEXTS, st.integers(1, 30))
def test_a_wrapped_line_changes_nothing(text: str, width: int) -> None:
    wrapped = "\n".join(text[i : i + width] for i in range(0, len(text), width)) or " "
    spans = [(i, min(i + width, len(wrapped))) for i in range(0, len(wrapped), width + 1)]
    joined = Passage.of(SourceText(wrapped), spans)
    one, other = find_targets(passage(text or " ")), find_targets(joined)
    assert [(t.indicator, t.value, t.quote) for t in one] == [(t.indicator, t.value, t.quote) for t in other]
    for target in other:
        assert target.span is not None
        assert wrapped[slice(*target.span)].replace("\n", "") == target.quote


@given(TEXTS)
def test_goal_clauses_are_in_order_and_apart(text: str) -> None:
    clauses = read_goal_clauses(passage(text), year=None, all_sentences=True)
    assert all(clause.start < clause.end for clause in clauses)
    assert all(one.end <= other.start for one, other in pairwise(clauses))


HOSTILE = [
    "1",
    "《",
    "“",
    "（",
    "《a》",
    "新增1家,",
    "2家",
    "1.",
    "以",
    "市",
    "、",
    "的",
    "（负责",
    "责任单位：",
    "请海关总署、",
    "到2025年",
    "指导区县、",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_input_ends_and_facts_keep_their_places(piece: str) -> None:
    """100,000 characters of a piece: a quadratic rule would take minutes here (the ratios stand in docs/performance.md)."""
    source = passage(piece * (100_000 // len(piece)))
    length = len(source.text)
    spans = [t.span for t in find_targets(source, year=2022)]
    spans += [d.span for d in find_documents(source)]
    spans += [t.span for t in find_terms(source)]
    spans += [b.span for b in find_bodies(source)]
    spans += [a.span for a in find_area_tasks(source)]
    spans += [b.span for b in find_responsibility([source]).bodies]
    spans += [d.span for d in find_deadlines(source, 2022)]
    assert all(span is not None and 0 <= span[0] < span[1] <= length for span in spans)
