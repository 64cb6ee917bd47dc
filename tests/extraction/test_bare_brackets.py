"""Brackets that hold nothing but names: offices by their own words, any names by the usage of the plan."""

import pytest

import kjplan
from kjplan.extraction.duties.responsibility import find_responsibility
from tests.extraction.helpers import passage

OFFICES = [
    ("（青少年科、老年科）", "青少年科:joint 老年科:joint"),
    ("（2024年、老年科）", ""),
    ("（护理部、门诊部）", "护理部:joint 门诊部:joint"),
    ("（党委宣传部，各党总支）", "党委宣传部:joint 各党总支:joint"),
    ("（医务科 护理部）", "医务科:joint 护理部:joint"),
    ("（教务处、后勤集团、团委）", "教务处:joint 后勤集团:joint 团委:joint"),
    ("〔基教科、教研室；8月底前〕", "基教科:joint 教研室:joint"),
    ("（法规股、执法大队）", "法规股:joint 执法大队:joint"),
    ("（办公室）", "办公室:lead"),
    # Regions, venues and kinds of things end as offices do; without an office among them the words alone name nobody.
    ("（东部、中部）", ""),
    ("（内部）", ""),
    ("（俱乐部、门市部）", ""),
    ("（图书馆、体育馆）", ""),
    ("（教育技术中心）", ""),
    ("（含护理部、门诊部）", ""),
    ("（教务处、学生满意度）", ""),
]


@pytest.mark.parametrize(("bracket", "bodies"), OFFICES)
def test_offices(bracket: str, bodies: str) -> None:
    found = find_responsibility([passage(f"改善服务。开展培训。{bracket}")])
    assert " ".join(f"{b.name}:{b.role}" for b in found.bodies) == bodies


PLAN = """某某大学2024年工作要点
一、重点任务
1.建设实验室。开展论证。（科研处、设备处）
2.修订方案。组织专家审议。（教务处，各学院）
3.{third}
4.{fourth}
5.{fifth}
"""


def bodies_of_the_fifth(third: str, fourth: str, fifth: str) -> list[str]:
    """The bodies of the fifth item of a plan whose first two items end in brackets of offices."""
    plan = kjplan.parse(PLAN.format(third=third, fourth=fourth, fifth=fifth))
    return [body.name for body in plan.measures[4].responsibility.bodies]


USUAL = "改善宿舍。完成维修。（后勤处）"


@pytest.mark.parametrize(
    ("fifth", "bodies"),
    [
        ("建设平台。接入系统。（信息中心、图书馆）", ["信息中心", "图书馆"]),
        ("建设平台（信息中心）", ["信息中心"]),
        ("建设平台。接入系统。（详见图书馆）", []),
        ("建设平台。接入系统。（一期工程）", []),
        ("建设平台（信息中心），接入系统。", []),
    ],
)
def test_usage(fifth: str, bodies: list[str]) -> None:
    assert bodies_of_the_fifth(USUAL, "做好招生。（招生办）", fifth) == bodies


def test_usage_needs_most_of_the_brackets() -> None:
    others = "建设校园（一期工程）", "维修道路（二期工程）"
    assert bodies_of_the_fifth(*others, "建设平台。接入系统。（信息中心、图书馆）") == []


@pytest.mark.parametrize(
    ("tail", "bodies"),
    [
        ("市住建局、各县区", ["市住建局", "各县区"]),
        (" 区直各有关单位，各乡镇人民政府（街道办事处）", ["区直各有关单位", "各乡镇人民政府（街道办事处）"]),
        ("市住建局，6月底前完成", []),
        ("图书馆、体育馆", []),
        ("报市住建局", []),
    ],
)
def test_bodies_behind_the_last_sentence(tail: str, bodies: list[str]) -> None:
    plan = kjplan.parse(f"2022年工作要点\n一、重点任务\n1.优化环境。完善制度，推动发展。{tail}\n2.建设平台。\n")
    assert [body.name for body in plan.measures[0].responsibility.bodies] == bodies
