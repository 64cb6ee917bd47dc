"""How names of bodies end: the same everywhere, and the words that end so and are none."""

import re

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.names.bodies import find_bodies, kind_of
from kjplan.extraction.names.body_ends import LISTED, NO_BODIES, STRONG, end_of, ends_as_no_body, whole_end
from kjplan.extraction.names.unit_names import is_department, looks_like_body
from kjplan.extraction.tables import words
from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage


@pytest.mark.parametrize("word", NO_BODIES)
def test_words_that_end_as_bodies_do_are_none(word: str) -> None:
    assert ends_as_no_body(f"优化{word}")
    assert not re.search(f"{end_of(word[-1])}$", f"优化{word}")
    assert not looks_like_body(f"优化{word}")


@pytest.mark.parametrize(
    "name",
    words(
        "国家安全局 公司安全部 市委财经办 乡村振兴办 县政协办 市外交办 城乡统筹办 市科创办 中医科 教学科 收入股 各实验室"
    ),
)
def test_bodies_may_end_as_such_words_do(name: str) -> None:
    assert not ends_as_no_body(name)
    assert re.search(f"{end_of(name[-1])}$", name)
    assert looks_like_body(name)


def test_what_signs_is_known_in_lists() -> None:
    assert all(looks_like_body(f"临江市{end}") for end in LISTED)
    ends = words("局 委 办 厅 署 部 司 处 室 院 会 社 府 队 组 中心 公司 集团 银行 支行 大学 小学 党校")
    assert all(re.search(f"{STRONG}$", f"临江市{end}") for end in ends)
    assert all(looks_like_body(f"临江市{end}") for end in ends)
    assert not re.search(f"{STRONG}$", "充电站")


@pytest.mark.parametrize(("ending", "behind"), [("部", "门"), ("委", "托"), ("局", "面"), ("办", "法")])
def test_an_end_in_running_text_is_not_the_beginning_of_another_word(ending: str, behind: str) -> None:
    assert re.search(whole_end(ending), f"市科技{ending}负责")
    assert not re.search(whole_end(ending), f"市科技{ending}{behind}")
    assert re.search(whole_end("委"), "市发展改革委会同市财政局")


def test_departments() -> None:
    assert is_department("省应急管理局")
    assert is_department("市委财经办")
    assert not is_department("省产业布局")
    assert not is_department("市领导干部")


def _stated(text: str) -> str:
    found = find_responsibility([passage(text)])
    return " ".join(f"{b.name}:{b.role}" for b in found.bodies)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # One list of ends: 党校, 政协, 人大 and 林场 stand beside departments, a field of work does not.
        ("完善机制。（市财政局、市委党校、市政协）", "市财政局:joint 市委党校:joint 市政协:joint"),
        ("完善机制。（市财政局、市人大）", "市财政局:joint 市人大:joint"),
        ("（东河林场实施）", "东河林场:lead"),
        ("完善机制。（市财政局、产业布局）", ""),
        # A bracket is a part of the name before it; behind 布局, 实验室 and 干部 it says who answers.
        ("优化产业布局（市发展改革委）", "市发展改革委:lead"),
        ("改造重点实验室（市科技局）", "市科技局:lead"),
        ("①优化工业布局（市工信局）；②培训干部（市委组织部）。", "市工信局:lead 市委组织部:lead"),
        ("完善机制，请示市发展改革委（市物价局）", ""),
        ("①报市工信局（市国资委）；②报市委组织部（市委编办）。", ""),
        # 用 and 理 make no other word of 处 and 科.
        ("由市容管理科负责摸排。", "市容管理科:lead"),
        ("由信用处负责摸排。", "信用处:lead"),
        ("由政协办负责。", "政协办:lead"),
        ("由中医科负责。", "中医科:lead"),
        ("由重点学科负责摸排。", ""),
        ("由区里承办负责。", ""),
        ("责任单位：市文旅局（博物馆）、市财政局（张三）", "市文旅局（博物馆）:joint 市财政局:joint"),
        ("责任单位：人民银行和市财政局", "人民银行:joint 市财政局:joint"),
        ("责任单位：人力资源和社会保障局", "人力资源和社会保障局:lead"),
        ("由市政府办公室商市财政局提出意见。", "市政府办公室:lead 市财政局:support"),
        ("建设办公室商务区。", ""),
    ],
)
def test_who_answers(text: str, expected: str) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("综合司", "department"),
        ("市水务公司", "enterprise"),
        ("联通", "enterprise"),
        ("实验小学", "institution"),
        ("市委党校", "institution"),
        ("有关省", "area"),
        ("各企业", "group"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def test_no_place_begins_before_and() -> None:
    names = [b.name for b in find_bodies(passage("市政府和市财政局、市府办公室商市科技局、平和县教育局"))]
    assert names == ["市政府", "市财政局", "市科技局", "平和县教育局"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("（教育部，2024年）", ["2024年"]), ("（审计署，2024年）", ["2024年"]), ("（机制，2024年）", [])],
)
def test_a_bracket_that_names_who_acts_says_by_when(text: str, expected: list[str]) -> None:
    assert [d.text for d in find_deadlines(passage(f"建设平台{text}。"), 2023)] == expected
