"""What is asked before a pattern, so that it need not be tried, never hides what the pattern would find."""

import re
from copy import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan import parse
from kjplan.extraction import pairing
from kjplan.extraction.batch import Batch, Leaf
from kjplan.extraction.duties.headed import SHARED_OUT
from kjplan.extraction.figures import conditions, context, heads, norms, quantities, verbs
from kjplan.extraction.masking import mask, mask_lines
from kjplan.extraction.names import names
from kjplan.extraction.names.areas import find_area_tasks
from kjplan.extraction.names.bodies import find_bodies
from kjplan.extraction.names.unit_names import LAST, is_department, looks_like_body, may_end_a_body
from kjplan.extraction.tables import behind_last, by_first, one_of, tried_at
from kjplan.extraction.titles import terms
from kjplan.extraction.titles.terms import find_terms
from kjplan.late import late
from kjplan.model import Goal
from kjplan.parsing import dates
from kjplan.parsing.front import genres
from kjplan.reading.text import Passage, fold
from kjplan.reading.traditional import as_written, simplify

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
    places = [at for at, character in enumerate(text) if character in "甲乙"]
    assert [m.span() for m in tried_at(places, pattern, text)] == spans(pattern.pattern, text)


@given(st.text("甲。!;", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_what_stands_behind_the_last_mark_is_what_a_pattern_leaves(text: str, start: int, stop: int) -> None:
    ends = [m.end() for m in re.compile("[。!]").finditer(text, start, stop)]
    assert behind_last("。!", text, start, stop) == (ends[-1] if ends else start)


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


ENDS = st.lists(
    st.sampled_from([*names.KIND_OF_ENDING, "干部", "布局", "举办", "部门", "科技", "市", "高", "政府采购", "、"])
)


@given(ENDS.map("".join))
def test_an_ending_of_a_name_is_told_by_its_last_character(text: str) -> None:
    assert [end.span() for end in names.endings(text)] == spans(names.ENDING.pattern, text)


@pytest.mark.parametrize("kind", sorted(names.LAST_BEFORE.keys() & names.BEFORE.keys()))
@given(text=st.text("各级市县区省州委组织宣传统战地方()、甲", max_size=12))
def test_what_stands_before_an_ending_ends_with_a_character_of_its_kind(kind: str, text: str) -> None:
    if names.BEFORE[kind].search(text):
        assert text[-1] in names.LAST_BEFORE[kind]


@given(
    st.lists(st.sampled_from([*verbs.ACTIONS, "业", "人次", "平台", "站", "和"]), max_size=5).map("".join),
    st.integers(0, 9),
)
def test_verbs_looked_up_are_those_that_a_pattern_of_all_finds(text: str, cut: int) -> None:
    stop = max(0, len(text) - cut)
    pattern = re.compile(
        f"(?!{verbs._NAME.pattern})(?:{one_of(verbs.ACTIONS)})(?!业|值|率|用地|支付|费|期|面|人次|者|型|性|力|额|量)"
    )
    m = pattern.match(text, 0, stop)
    assert verbs.action_at(text, 0, stop) == (m and m.group())


WORDS_OF_HEADS = st.lists(
    st.sampled_from([*verbs.PREDICATES, *verbs.TOUCHES, *verbs._ADVERBS, "改造", "签", "扩", "指标", "、"]), max_size=5
)


@given(WORDS_OF_HEADS.map("".join))
def test_words_at_the_number_are_told_by_their_last_character(text: str) -> None:
    for near, pattern in ((verbs.predicate_before, verbs._PREDICATE_AT_END), (verbs.touch_before, verbs._TOUCH_AT_END)):
        found, wanted = near(text, len(text)), pattern.search(text)
        assert (found and found.span()) == (wanted and wanted.span())


@given(
    st.lists(
        st.sampled_from(
            [
                "3年",
                "5 个工作日",
                "十",
                "百",
                "二十家",
                "达到千亿元",
                "三家",
                "两所",
                "万",
                "一万人",
                "半数",
                "翻番",
                "六成以上",
                "第三位",
                "甲",
            ]
        )
    ).map("、".join)
)
def test_no_quantity_in_characters_lacks_the_words_asked_for_first(text: str) -> None:
    found = [m.span() for m in quantities._CHINESE.finditer(text)]
    assert [m.span() for m in tried_at(quantities._beginnings(text), quantities._CHINESE, text)] == found
    if list(quantities._in_characters(text)):
        assert any(not m[0].isdecimal() for m in quantities.HINT.finditer(text))


LINES = st.lists(st.text("甲《》“”‘’()", max_size=8), min_size=1, max_size=5)


@given(LINES)
def test_lines_masked_together_are_as_each_alone(lines: list[str]) -> None:
    assert mask_lines("\n".join(lines)).split("\n") == [mask(line) for line in lines]


@given(LINES)
def test_leaves_that_hold_a_hint_are_those_whose_own_words_do(lines: list[str]) -> None:
    leaves = [Leaf(Goal(text=line), [Passage(line, line, [(0, 0)])], None, review=False) for line in lines]
    for hint, masked in ((re.compile("甲(?!$|\n)"), False), (re.compile("甲"), True)):
        wanted = [leaf for leaf, line in zip(leaves, lines, strict=True) if hint.search(mask(line) if masked else line)]
        assert list(Batch(leaves).holding(hint, masked=masked)) == wanted


@given(LINES)
def test_what_is_found_in_all_lines_is_what_is_found_in_each(lines: list[str]) -> None:
    leaves = [Leaf(Goal(text=line), [Passage(line, line, [(0, 0)])], None, review=False) for line in lines]
    pattern = re.compile("甲[^甲\n]?|》")
    wanted = [
        (leaf, found) for leaf, line in zip(leaves, lines, strict=True) if (found := spans(pattern.pattern, line))
    ]
    assert [(leaf, found) for leaf, _, found in Batch(leaves).places(pattern)] == wanted


@given(st.text('“”‘’甲"', max_size=24))
def test_terms_are_the_same_where_their_marks_are_known(text: str) -> None:
    source = Passage(text, text, [(0, 0)])
    assert find_terms(source, [m.span() for m in terms.IN_LINE.finditer(text)]) == find_terms(source)


@given(
    st.lists(
        st.sampled_from(["区县", "高新区", "市科技局", "《市科技局意见》", "科技部门", "在", "开展试点"]), max_size=6
    )
)
def test_bodies_and_areas_are_the_same_where_their_endings_are_known(pieces: list[str]) -> None:
    source = Passage("".join(pieces), "".join(pieces), [(0, 0)])
    ends = [m.end() for m in names.HINT.finditer(source.folded)]
    assert find_bodies(source, ends) == find_bodies(source)
    if find_area_tasks(source):
        assert any(source.folded[end - 1] in names.AREA_ENDS for end in ends)


@given(
    st.sampled_from(
        ["复核内容", "检查方法", "等级划分", "监测频次", "质量控制", "评分办法", "试点条件", "工业评价", "", "内容"]
    )
)
def test_titles_of_criteria_end_as_is_asked_first(title: str) -> None:
    assert conditions.gives_criteria(title) == (conditions._CRITERIA.fullmatch(title) is not None)


@given(
    st.lists(st.sampled_from([*conditions._ASKED, *conditions._NORMS, "每户", "多达", "给予", "甲"]), max_size=3).map(
        "".join
    )
)
def test_what_no_word_of_a_rule_stands_in_is_neither_granted_nor_asked(text: str) -> None:
    some = (conditions._NORM, conditions._GRANT, conditions._GRANTED, conditions._LIKELY, conditions._RHYTHM)
    if any(pattern.search(text) for pattern in some):
        assert conditions._RULE.search(text)


TAILS = st.lists(
    st.sampled_from(
        [
            *context._TAIL_WORDS,
            *context.HEDGES,
            "年均",
            "年底前",
            "3月前",
            "比上年",
            "较“十三五”末",
            "在2020年基础上",
            "应",
            "都",
            "甲",
            " ",
        ]
    )
)


@given(TAILS.map("".join))
def test_what_a_subject_ends_with_is_told_by_its_last_character(text: str) -> None:
    if context._SUBJECT_TAIL.search(text, max(0, len(text) - 14)):
        assert text[-1] in context._TAIL_ENDS or text[-1].isspace()


@given(st.lists(st.sampled_from(["人均", "每人每年", "每亩", "户均", "甲", " "])).map("".join))
def test_what_a_number_is_for_one_of_is_told_by_its_last_character(text: str) -> None:
    assert bool(heads._per_at_end(text)) == bool(heads.PER.search(text))


@given(
    st.lists(st.sampled_from(["不低", "不超", "于", "过", "最", "多", "至少", "控制", "在", "达到", "甲"])).map("".join)
)
def test_what_binds_a_figure_is_told_by_its_last_character(text: str) -> None:
    assert not norms._BOUND.search(text) or text[-1] in norms._BOUND_ENDS


@given(st.characters())
def test_characters_as_written_are_those_that_are_simplified_to_them(character: str) -> None:
    assert (character in as_written(LAST)) == (simplify(character) in LAST)


@pytest.mark.parametrize("title", ["任务分工", "任務分工", "部門職責", "部门职责", "責任清單", "责任清单"])
def test_what_is_shared_out_is_told_in_either_script(title: str) -> None:
    assert SHARED_OUT.search(fold(title)) is not None
    text = "2022年粮站工作方案\n一、{}\n1.市粮食局：做好收购。\n2.加强宣传。办好专栏。\n3.落实值班。排好班次。\n"
    [first, *_] = parse(text.format(title)).measures
    assert [body.name for body in first.responsibility.bodies] == ["市粮食局"]
    [first, *_] = parse(text.format("重点任务")).measures
    assert first.responsibility.bodies == []


def test_a_late_pattern_does_what_the_pattern_does() -> None:
    pattern = late("甲+(?P<n>乙)")
    assert pattern.pattern == "甲+(?P<n>乙)"
    found = pattern.search("丙甲甲乙")
    assert found is not None
    assert found["n"] == "乙"
    assert pattern.fullmatch("甲乙丙") is None
    assert [m.span() for m in pattern.finditer("甲乙甲乙")] == [(0, 2), (2, 4)]
    assert copy(pattern).match("甲乙") is not None


@pytest.mark.parametrize(
    "title",
    ["关于印发《某市工作要点》的通知", "某市规划(2021年修订)", "工作要点》(试行)", "某某工作规则", "甲乙丙", "(试行)"],
)
def test_the_kind_of_a_title_stands_in_its_last_words(title: str) -> None:
    for pattern in (genres._GENRE, genres._PLAN, genres._OTHER, genres._LISTS, genres._JUDGED):
        whole, last = pattern.search(title), pattern.search(title, genres._last_words(title))
        assert (whole and whole.span()) == (last and last.span())


@given(st.text("12二年月日-.0? ", max_size=12))
def test_a_date_begins_as_is_asked_first(text: str) -> None:
    plain = text.strip("? \t\n")
    if dates.DATE.fullmatch(plain):
        assert plain[0] in dates._STARTS
