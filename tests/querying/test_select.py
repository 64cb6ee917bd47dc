"""Filters: each finds what it should, and its nearest neighbour not."""

from typing import Any

import pytest

from kjplan.errors import KjplanError
from kjplan.model import AreaTask, Plan, Section
from kjplan.naming import load_aliases
from kjplan.querying import select


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["M1", "M2", "M3", "M4"]),
        # sections: words of the title, folded, case-insensitive
        ({"sections": ["平台"]}, ["M2", "M3"]),
        ({"sections": ["ab平台"]}, ["M2", "M3"]),
        ({"sections": ["工作举措"]}, ["M1", "M2", "M3"]),
        ({"sections": ["无此部分"]}, []),
        # sections: numbers mean those that hold measures first; a marker or an id is exact
        ({"sections": ["一"]}, ["M1"]),
        ({"sections": ["1"]}, ["M1"]),
        ({"sections": ["一、"]}, []),
        ({"sections": ["（二）"]}, ["M2", "M3"]),
        ({"sections": ["三"]}, ["M1", "M2", "M3"]),
        ({"sections": ["s3.2"]}, ["M2", "M3"]),
        ({"sections": ["S3"]}, ["M1", "M2", "M3"]),
        ({"sections": ["S3.1", "平台"]}, ["M1", "M2", "M3"]),
        # matches: title, text, points
        ({"matches": ["统筹"]}, ["M1"]),
        ({"matches": ["规则"]}, ["M1"]),
        ({"matches": ["中原区（东）"]}, ["M2"]),
        ({"matches": ["统筹", "基地"]}, ["M1", "M3"]),
        # bodies: responsible, mentioned, or just in the words
        ({"bodies": ["科技局"]}, ["M1", "M2"]),
        ({"bodies": ["中原"]}, ["M2"]),
        ({"bodies": ["水利局"]}, []),
        # numbers in any dress, and ids
        ({"numbers": ["3"]}, ["M3"]),
        ({"numbers": ["三"]}, ["M3"]),
        ({"numbers": ["（３）"]}, ["M3"]),
        ({"numbers": ["m3", "1."]}, ["M1", "M3"]),
        ({"numbers": ["M"]}, []),
        ({"numbers": ["30"]}, []),
        ({"with_targets": True}, ["M3"]),
        # different filters combine with and
        ({"sections": ["平台"], "bodies": ["科技局"]}, ["M2"]),
        ({"sections": ["平台"], "numbers": ["1"]}, []),
    ],
)
def test_measures(plan: Plan, filters: dict[str, Any], expected: list[str]) -> None:
    assert [m.id for m in select.measures(plan, **filters)] == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["G1", "G2"]),
        ({"matches": ["目标2"]}, ["G2"]),
        ({"numbers": ["一"]}, ["G1"]),
        ({"numbers": ["G2"]}, ["G2"]),
        ({"with_targets": True}, ["G1"]),
        ({"sections": ["主要目标"]}, ["G1", "G2"]),
        ({"sections": ["平台"]}, []),
    ],
)
def test_goals(plan: Plan, filters: dict[str, Any], expected: list[str]) -> None:
    assert [g.id for g in select.goals(plan, **filters)] == expected


def test_number_word_in_a_title_is_no_section_number(plan: Plan) -> None:
    """一 means （一）, though 建设一流平台 holds the character too; 一流 is looked for in titles."""
    assert [m.id for m in select.measures(plan, sections=["一"])] == ["M1"]
    assert [m.id for m in select.measures(plan, sections=["一流"])] == ["M2", "M3"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("市科学技术局", ["M1", "M2"]),
        ("科学技术局", ["M1", "M2"]),
        ("省科学技术厅", []),
        ("发改委", ["M4"]),
        ("郑东新区", ["M3"]),
        ("人民政府", []),
    ],
)
def test_a_body_is_found_by_any_of_its_names(plan: Plan, wanted: str, expected: list[str]) -> None:
    plan.measures[3].text = "报市发展和改革委员会备案，加大政府投资。"
    plan.measures[2].area_tasks = [AreaTask(areas=["郑东新区"], task="开展试点")]
    assert [m.id for m in select.measures(plan, bodies=[wanted], aliases=load_aliases())] == expected
    assert select.measures(plan, bodies=["市科学技术局"]) == []


def test_documents_by_relation(plan: Plan) -> None:
    assert [(m.id, d.title) for m, d in select.documents(plan)] == [("M1", "规则"), ("M1", "办法")]
    assert [d.title for _, d in select.documents(plan, ["revise"])] == ["办法"]
    assert [d.title for _, d in select.documents(plan, ["修订"])] == ["办法"]
    with pytest.raises(KjplanError, match="revized") as caught:
        select.documents(plan, ["revized"])
    assert "revise" in (caught.value.tip or "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", "5"),
        ("05", "5"),
        ("五", "5"),
        ("（五）", "5"),
        ("(5)", "5"),
        ("第五条", "5"),
        ("二十三、", "23"),
        ("⑤", "5"),
        ("一一", ""),
        ("½", ""),
        ("㈤", "5"),
        ("1.1", "1.1"),
        ("一流", ""),
        ("2022年", ""),
        ("M5", ""),
        ("", ""),
    ],
)
def test_normal_number(text: str, number: str) -> None:
    assert select.normal_number(text) == number


def test_deeply_nested_sections_cost_no_stack(plan: Plan) -> None:
    inner = Section(id="S3.1.1", title="最里")
    inner.children = list(plan.measures[:1])
    for level in range(5000):
        inner = Section(id=f"S{level}", title="外" if level == 4999 else None, children=[inner])
    plan.parts = [inner]
    assert [m.id for m in select.measures(plan, sections=["外"])] == ["M1"]
