"""Alignment of words: duplicates, place as tie-breaker, faint likeness, and how similarity is counted."""

import pytest

from kjplan.diffing.align import Alignment, align, places
from kjplan.diffing.similarity import Similarity, bigrams
from kjplan.matching.wording import Words, canonical


def words(*texts: str) -> list[Words]:
    """Words of each text; what stands before ``|`` is the title."""
    return [Words(*text.split("|")) if "|" in text else Words("", text) for text in texts]


def aligned(old: list[Words], new: list[Words]) -> Alignment:
    return align(old, new, places([""] * len(old)), places([""] * len(new)))


def pairs(old: list[Words], new: list[Words]) -> list[tuple[int, int, str]]:
    return [(link.old, link.new, link.reason) for link in aligned(old, new).links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进创新", ["推进", "进创", "创新"]),
        ("推进,创新", ["推进", "创新"]),
        ("培育1200家", ["培育", "育0", "0家"]),
        ("突破2.6%", ["突破", "破0"]),
        ("R&D", ["r", "d"]),
        ("", []),
    ],
)
def test_bigrams(text: str, expected: list[str]) -> None:
    assert bigrams(text) == expected


def test_equal_words_are_wholly_similar_and_words_of_every_plan_hardly_at_all() -> None:
    rows = Similarity(
        words("推进充电桩建设|加快布局", "推进廉政建设|加快整治"),
        words("推进充电桩建设|加快布局", "推进农田建设|加快改造"),
    ).rows()
    assert rows[0][0] == pytest.approx(1)
    assert rows[1].get(1, 0) < 0.2


def test_another_figure_is_the_same_task() -> None:
    row = Similarity(words("培育企业|新培育企业1200家"), words("培育企业|新培育企业1500家")).rows()[0]
    assert row[0] == pytest.approx(1)


def test_duplicates_pair_in_their_order() -> None:
    same = "加强领导|抓好落实"
    assert pairs(words(same, same, "其他|工作"), words(same, same)) == [(0, 0, "exact"), (1, 1, "exact")]


def test_place_decides_between_equals_only() -> None:
    """Two old texts equally like one new text: the one that stands where the new one stands."""
    old = words("打造新平台|推进甲类研究院所落户园区", "无关|修缮供水管道", "打造新平台|推进乙类研究院所落户园区")
    new = words("别的|补植行道树木", "修路|检修供热站点", "打造新平台|推进丙类研究院所落户园区")
    assert pairs(old, new) == [(2, 2, "title")]
    assert pairs(old, new[::-1]) == [(0, 0, "title")]


def test_likeness_goes_before_place() -> None:
    old = words("打造新平台|推进甲类研究院所落户园区", "打造新平台|推进乙类研究院所落户园区")
    new = words("打造新平台|大力推进乙类研究院所落户园区", "打造新平台|大力推进甲类研究院所落户园区")
    assert pairs(old, new) == [(0, 1, "title"), (1, 0, "title")]


LOOSE = "全力办好教育实事|新建扩建学府路小学,引进名师,开足体育美育课程,规范校外托管。"
LOOSELY = "办学|学府路小学投入使用,完善集团化办学,引进名师,推进校园餐质量监管,规范校外托管收费。"
KIN = ["供水|疏通农村饮水管道,检修泵站", "公交|新开通三条公交线路,更新站牌", "绿化|补植行道树和绿篱,清理枯枝"]


def test_a_faint_likeness_counts_between_plans_that_are_akin() -> None:
    found = aligned(words(LOOSE, *KIN), words(*KIN, LOOSELY))
    faint = [link for link in found.links if link.reason == "faint"]
    assert [(link.old, link.new) for link in faint] == [(0, 3)]
    assert 0.19 <= faint[0].similarity < 0.3


def test_the_same_likeness_between_strangers_is_no_pair() -> None:
    strangers = ["党建|开展主题党日活动,讲好党课", "信访|接待来访群众,化解积案", "统计|做好经济普查,核实单位"]
    assert pairs(words(LOOSE, *KIN), words(*strangers, LOOSELY)) == []


def test_a_whole_in_three_parts_without_a_like_partner() -> None:
    first = "健全梯次培育机制,加大高新技术企业培育力度,强化企业创新主体地位。"
    second = "加强科普基地建设,办好各类科普活动,提升全民科学素质。"
    third = "发挥技术交易市场作用,培养专业化技术经理人,建设中试基地。"
    old, new = words(f"三项|{first}{second}{third}"), words(f"企业|{first}", f"科普|{second}", f"交易|{third}")
    assert [(i, j) for i, j, _ in pairs(old, new)] == [(0, 0), (0, 1), (0, 2)]
    assert [(i, j) for i, j, _ in pairs(new, old)] == [(0, 0), (1, 0), (2, 0)]


def test_nothing_against_something() -> None:
    assert aligned([], words("甲|乙")).links == []
    assert aligned(words("甲|乙"), []).links == []
    assert aligned([], []).links == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("推进，试点（一）", "推进,试点(一)"),
        ("“三合一”融合", "三合一融合"),
        ("20—30家", "20-30家"),
        ("推进 试点\u3000\u00a0", "推进试点"),
        ("６５％", "65%"),
        (None, ""),
    ],
)
def test_what_does_not_count(one: str | None, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), [("推进、试点", "推进,试点"), ("《办法》", "办法"), ("2.6%", "26%")])
def test_what_does_count(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
