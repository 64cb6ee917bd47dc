"""Words counted and weighed."""

from math import log

import pytest

import kjplan
from kjplan.model import Plan
from kjplan.searching.counting import count_among, count_words, pieces
from kjplan.searching.stop_words import STOP_WORDS, says_something


def counts(plan: Plan, *sections: str) -> dict[str, int]:
    return {word.word: word.count for word in count_words(plan, sections=sections)}


def test_every_occurrence_is_counted_once(plan: Plan) -> None:
    found = counts(plan)
    # One 人才 stands in a section's title, one in a measure's; 云岭实验室 is cut out of no document's title.
    assert found["人才"] == 6
    assert found["云岭实验室管理办法"] == 1
    assert found["企业"] == 5
    assert "AI" in found and "R&D" in found


def test_a_section_is_counted_with_its_title_and_alone(plan: Plan) -> None:
    assert counts(plan, "服务人才")["人才"] == 6
    assert counts(plan, "建设平台").get("人才", 0) == 0
    assert counts(plan, "二、")["人才"] == 6
    assert counts(plan, "没有这样的部分") == {}


def test_a_word_of_one_section_outweighs_one_of_all(plan: Plan) -> None:
    words = {word.word: word for word in count_words(plan)}
    assert words["人才"].sections == ["S2.2"]
    assert words["人才"].weight > words["企业"].weight
    assert [w.weight for w in count_words(plan)] == sorted((w.weight for w in words.values()), reverse=True)


def test_a_word_that_all_sections_have_weighs_nothing() -> None:
    plan = kjplan.parse(
        "2023年工作要点\n一、重点任务\n(一)港口\n1.建港口。\n(二)港口\n2.修港口。\n二、港口保障\n1.护港口。\n"
    )
    words = {word.word: word.weight for word in count_words(plan)}
    assert words["港口"] < max(words.values())


def test_function_words_and_figures_are_no_words(plan: Plan) -> None:
    found = counts(plan)
    assert not STOP_WORDS & set(found)
    assert all(len(word) > 1 for word in found)
    assert not any(word.isdecimal() for word in found)


@pytest.mark.parametrize(
    "word",
    ["日前", "同比", "今年", "月底", "万元", "亿千瓦", "万亿元", "公里", "百分点", "十九", "三个", "万余户", "牵头"],
)
def test_what_is_left_of_a_figure_or_a_date_says_nothing(word: str) -> None:
    assert not says_something(word)


@pytest.mark.parametrize("word", ["十四五", "床位", "百强", "三农", "千人计划", "双碳", "一体化", "日报", "季节", "AI"])
def test_its_neighbours_do(word: str) -> None:
    assert says_something(word)


def test_a_run_of_letters_as_long_as_a_page_is_no_word() -> None:
    plan = kjplan.parse("2023年工作要点\n一、任务\n1.建设平台。" + "x" * 100_000 + "\n")
    assert max(len(found.word) for found in count_words(plan)) < 31


def test_names_are_never_stop_words() -> None:
    assert not STOP_WORDS & {"人才", "平台", "企业", "科技", "创新", "建设", "发展", "服务", "管理", "培育"}


def test_a_goal_inside_a_paragraph_is_counted_with_it() -> None:
    text = "2023年工作要点\n一、主要目标\n全年新增港口3个，港口吞吐量达到5亿吨。\n二、重点任务\n1.建码头。建码头。\n"
    plan = kjplan.parse(text)
    assert plan.goals and all(goal.marker is None for goal in plan.goals)
    whole = "".join(piece.text for piece in pieces(plan))
    assert whole.count("港口") == text.count("港口")


def test_the_words_of_the_notice() -> None:
    words = {word.word: word for word in kjplan.words(kjplan.load(2022))}
    assert words["人工智能"].sections == ["S3.1"]
    assert words["高新技术企业"].count >= 7
    assert words["郑科贷"].count == 1
    assert "价值" not in words and "港区" not in words
    platforms = kjplan.words(kjplan.load(2022), sections=["平台"])
    assert [word.word for word in platforms[:2]] == ["实验室", "新型研发机构"]


def test_words_of_several_plans_are_weighed_by_how_few_of_them_have_each() -> None:
    port, park = (
        kjplan.parse(f"2023年工作要点\n一、重点任务\n1.建设{name}。扩建{name}，培育企业。\n")
        for name in ("码头", "园区")
    )
    found = {one.word: one for one in count_among([("a", port), ("b", park), ("c", port)])}
    assert (found["码头"].count, found["码头"].sections) == (4, ["a", "c"])
    assert (found["企业"].count, found["企业"].weight) == (3, 0.0)
    assert found["园区"].weight == round(2 * log(3), 3) > found["码头"].weight
    assert count_among([]) == []
    assert "企业" not in {one.word for one in count_among([("a", port)], sections=["没有这样的部分"])}
