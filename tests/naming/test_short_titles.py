"""Short titles of documents: what introduces one, what does not, and which mentions they are linked to."""

import pytest

import kjplan
from kjplan.naming.short_titles import full_titles, short_titles
from kjplan.querying import records, select

PLAN = """2024年工作要点
一、重点任务
1.完善制度。落实《乙省条例》（乙人发〔2023〕5号，以下简称《条例》），制定《甲市兑现办法（试行）》（以下简称《办法》），6月底前印发。（市财政局牵头）
2.推进落实。落实《条例》要求，对照《办法》梳理清单，落实《丙市办法》。（市司法局负责）
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("按照《甲市条例》（以下简称《条例》）办理", [("甲市条例", "条例")]),
        ("按照《甲市条例》(甲人发(2023)5号,以下简称：《条例》)办理", [("甲市条例", "条例")]),
        ("按照《甲市〈乙〉细则》（下称“《细则》”）办理", [("甲市〈乙〉细则", "细则")]),
        ("按照《甲》《乙市清单》（以下统称为《清单》）办理", []),
        ("《甲市条例》，以下简称《条例》。《丙规划》（下文简称《规划》）", [("甲市条例", "条例"), ("丙规划", "规划")]),
        ("按照《甲市条例》（简称“一条例”）和《乙条例》", []),
        ("按照《甲市条例》（甲人发〔2023〕5号）和《条例》", []),
        ("人才集聚工程（以下简称《工程》）", []),
        ("《甲市条例》名称改为《条例》", []),
    ],
)
def test_short_titles(text: str, found: list[tuple[str, str]]) -> None:
    assert short_titles(text) == found


def test_later_mentions_count_for_the_full_title() -> None:
    plan = kjplan.parse(PLAN)
    found = records.documents(plan)
    assert [(r["title"], r["relation"], r["aliases"], r["measures"]) for r in found] == [
        ("乙省条例", "implement", ["条例"], ["M1", "M2"]),
        ("甲市兑现办法（试行）", "draft", ["办法"], ["M1", "M2"]),
        ("丙市办法", "implement", [], ["M2"]),
    ]


def test_a_filter_counts_every_mention() -> None:
    plan = kjplan.parse(PLAN.replace("对照《办法》梳理", "执行《办法》的"))
    found = records.documents(plan, select.documents(plan, ["implement"]))
    assert [(r["title"], r["measures"]) for r in found][1] == ("甲市兑现办法（试行）", ["M2"])
    drafted = records.documents(plan, select.documents(plan, ["draft"]))
    assert [(r["title"], r["aliases"], r["measures"]) for r in drafted] == [("甲市兑现办法（试行）", ["办法"], ["M1"])]


def test_a_short_title_holds_from_where_it_is_introduced() -> None:
    before = kjplan.parse(
        "2024年工作要点\n一、任务\n1.抓落实。执行《办法》。\n2.建制度。制定《甲办法》（以下简称《办法》）。\n"
    )
    assert full_titles(before) == {}
    anew = kjplan.parse(PLAN + "3.换办法。执行《丁办法》（以下简称《办法》）。\n4.抓落实。执行《办法》。\n")
    last = anew.measures[-1].documents[0]
    assert full_titles(anew)[id(last)] == "丁办法"


def test_years_are_compared_by_full_titles() -> None:
    later = kjplan.parse(
        PLAN.replace("2024年", "2025年").replace("条例》（乙人发〔2023〕5号，以下简称《条例》）", "条例》")
    )
    changed = kjplan.diff(kjplan.parse(PLAN), later).documents
    assert [d.title for d in changed.added] == ["条例"]
    assert not changed.removed
