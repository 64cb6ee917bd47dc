"""Parts whose points tell what was reached, though no title calls them a review; goals and tasks that look like them."""

import pytest

from kjplan.model import Plan, Section
from kjplan.parsing import parse_source
from kjplan.parsing.headings.roles import role_of
from kjplan.reading import from_text

TITLE = "青岚市水利发展第十五个五年规划"
NEXT = "二、重点任务\n（一）兴建泵站\n到2030年新建泵站50座。\n（二）兴修管网\n改造管网80公里。\n"
POINTS = (
    "1.1.1 供水能力大幅提升。日供水能力从2020年的3万吨上升到6万吨，自来水普及率超过95%。\n"
    "1.1.2 水利改革取得重大突破。五年累计组建公司6家，水价稳定在3元以内。\n"
    "1.1.3 河湖面貌持续改善。成功创建示范河湖7条，水质达标率达到90%。\n"
)


def read(text: str) -> Plan:
    return parse_source(from_text(text)).plan


def role(plan: Plan, title: str) -> str:
    return next(s.role for s in plan.walk(Section) if s.title == title)


def test_points_that_tell_what_was_reached() -> None:
    plan = read(f"{TITLE}\n一、站在新的起点\n1.1 “十四五”目标如期实现\n{POINTS}{NEXT}")
    assert role(plan, "“十四五”目标如期实现") == "review"
    assert [(m.title, str(t.value)) for m in plan.measures for t in m.targets] == [
        ("兴建泵站", "50"),
        ("兴修管网", "80"),
    ]
    assert plan.goals == []


@pytest.mark.parametrize(
    "points",
    [
        # goals look ahead
        POINTS.replace("从2020年的3万吨上升到", "到2030年达到")
        .replace("五年累计组建", "力争组建")
        .replace("成功创建", "确保创建"),
        # orders open with their verbs
        "1.1.1 大幅提升供水能力。从2020年的3万吨提高到6万吨。\n1.1.2 深化水利改革。五年累计组建公司6家。\n1.1.3 持续改善河湖面貌。累计创建示范河湖7条。\n",
        # nothing looks back
        "1.1.1 供水能力大幅提升。建设水厂。\n1.1.2 水利改革取得重大突破。组建公司6家。\n1.1.3 河湖面貌持续改善。创建示范河湖7条。\n",
        # two points only
        "1.1.1 供水能力大幅提升。五年累计建成水厂3座，水价已降低。\n1.1.2 水利改革取得重大突破。五年累计组建公司6家。\n",
    ],
    ids=["ahead", "orders", "nothing behind", "two"],
)
def test_what_looks_alike(points: str) -> None:
    plan = read(f"{TITLE}\n一、站在新的起点\n1.1 水利迈上新台阶\n{points}{NEXT}")
    assert role(plan, "水利迈上新台阶") == "measures"


@pytest.mark.parametrize("title", ["面临的新机遇新挑战", "短板和不足", "发展回顾与评估", "存在的困难和问题"])
def test_titles_of_what_stands(title: str) -> None:
    assert role_of(title) == "review"


@pytest.mark.parametrize("title", ["应对面临的新机遇新挑战", "着力补齐短板和不足", "回顾展望", "解决困难和问题"])
def test_titles_of_what_is_to_be_done(title: str) -> None:
    assert role_of(title) != "review"
