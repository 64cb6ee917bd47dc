"""Headings counted in words (任务一：, 专栏1), in Roman numerals, and with two marks behind their number; each with its neighbours."""

import pytest

from kjplan.model import Goal, Measure, Plan, Section
from kjplan.output.notice_text import render
from kjplan.parsing import parse_source
from kjplan.reading import from_text


def _plan(text: str) -> Plan:
    return parse_source(from_text(text)).plan


def _tree(text: str) -> list[str]:
    """Depth, marker and title of each heading below the title of the plan."""
    found: list[str] = []

    def walk(nodes: list[Section | Goal | Measure], depth: int) -> None:
        for node in nodes:
            if node.marker or (isinstance(node, Section) and node.title):
                found.append(f"{depth} {node.marker or '-'} {node.text if isinstance(node, Goal) else node.title}")
            if isinstance(node, Section):
                walk(node.children, depth + 1)

    plan = _plan(text)
    assert render(_plan(render(plan))) == render(plan)
    walk([*plan.parts], 0)
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "任务一：建设市场\n（一）完善网点。新建网点3个。\n（二）培育龙头。培育企业5家。\n任务二：发展电商\n（一）建设基地。建成基地2个。",
            "1 任务一： 建设市场 · 2 （一） 完善网点 · 2 （二） 培育龙头 · 1 任务二： 发展电商 · 2 （一） 建设基地",
        ),
        (
            "（一）防洪\n加快治理。\n专栏1 防洪工程\n1.堤防加固。加固堤防20公里。\n（二）供水\n完善水网。\n专栏2 供水工程\n1.水厂建设。新建水厂2座。",
            "1 （一） 防洪 · 2 - 专栏1 防洪工程 · 3 1. 堤防加固 · 1 （二） 供水 · 2 - 专栏2 供水工程 · 3 1. 水厂建设",
        ),
        (
            "（一）实施行动\n行动一：蓝天行动。淘汰锅炉9台。\n行动二：碧水行动。新建水厂2座。\n（二）健全机制。完善制度。",
            "1 （一） 实施行动 · 2 行动一： 蓝天行动 · 2 行动二： 碧水行动 · 1 （二） 健全机制",
        ),
        ("（一）防洪\n专栏1 防洪工程\n加固堤防20公里，除险水库5座。", "1 （一） 防洪"),
        ("举措（一）发展养老。新建机构5家。\n举措（二）关爱儿童。建设之家8个。", "1 举措（一） 发展养老 · 1 举措（二） 关爱儿童"),
        ("第一项、发展学前教育。新建园2所。\n第二项、发展高中教育。新建校2所。", "1 第一项、 发展学前教育 · 1 第二项、 发展高中教育"),
        ("重点任务1：建设平台。新建平台5家。\n重点任务2：培育主体。新增企业9家。", "1 重点任务1： 建设平台 · 1 重点任务2： 培育主体"),
        ("（一）、建设平台。新建平台5家。\n（二）、培育主体。新增企业9家。", "1 （一）、 建设平台 · 1 （二）、 培育主体"),
        ("（1）．建设平台。新建平台5家。\n（2）．培育主体。新增企业9家。", "1 （1）． 建设平台 · 1 （2）． 培育主体"),
        # none of them: an enumeration, a phase, a word that goes on, a second without a first, classes of water
        ("任务一、任务二由市科技局承担，按期完成。", ""),
        ("工程一期建设厂房。", ""),
        ("目标一致，行动统一，全市一盘棋。", ""),
        ("任务三：建设平台。新建平台5家。", ""),
        ("第一项工作是建设平台。", ""),
        ("Ⅲ类水体比例达到80%。", ""),
    ],
)  # fmt: skip
def test_worded(body: str, expected: str) -> None:
    tree = _tree(f"2022年全市工作要点\n一、重点任务\n{body}\n二、保障措施\n1.加强领导。成立专班。\n")
    assert " · ".join(line for line in tree[1:-2]) == expected


def test_roman_numerals_are_the_outermost_parts() -> None:
    tree = _tree(
        "2022年工作方案\nⅠ．总体要求\n稳中求进。\nⅡ．重点任务\n1．建设平台。新建平台5家。\n2．培育主体。新增企业9家。\n"
    )
    assert tree == ["0 Ⅰ． 总体要求", "0 Ⅱ． 重点任务", "1 1． 建设平台", "1 2． 培育主体"]
