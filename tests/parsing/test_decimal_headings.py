"""Decimal headings: words behind a blank on the line of a title, and a whole document on one line."""

import pytest

import kjplan
from kjplan.model import Goal, Plan, Section
from kjplan.output.notice_text import render

PLAN = "甲县2024年水利工作要点\n1 重点任务\n{}\n1.2 其他工作\n组织好汛前检查。\n2 工作要求\n2.1 加强领导\n定期调度。\n"


def told(plan: Plan) -> list[str]:
    """Number, title and words of every heading."""
    found: list[str] = []

    def walk(nodes: list[Section] | object) -> None:
        for node in nodes if isinstance(nodes, list) else ():
            words = node.text if isinstance(node, Goal) else node.title
            found.append(f"{node.number} {words}")
            walk(node.children if isinstance(node, Section) else None)

    walk(plan.parts)
    return found


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        ("1.1 水情通报 及时准确。各站每日报送一次。", "水情通报", "及时准确。各站每日报送一次。"),
        ("1.1 闸门检修 各灌区在冬季完成闸门检修，做好记录。", "闸门检修", "各灌区在冬季完成闸门检修，做好记录。"),
        ("1.1 加强巡堤 每周组织两次巡查并登记。", "加强巡堤", "每周组织两次巡查并登记。"),
        # neighbours: two orders make one title, a title that blanks spread, one with a blank and no sentence behind it
        ("1.1 加强巡堤 完善记录。各村要落实专人。", "加强巡堤 完善记录", "各村要落实专人。"),
        ("1.1 闸门检修 冬季灌区\n各灌区要做好记录。", "闸门检修 冬季灌区", "各灌区要做好记录。"),
        ("1.1 “智慧水利” 平台\n平台要上线。", "“智慧水利” 平台", "平台要上线。"),
    ],
)
def test_a_blank_parts_a_title_from_a_sentence(line: str, title: str, text: str) -> None:
    plan = kjplan.parse(PLAN.format(line))
    first = next(iter(plan.measures))
    assert (first.number, first.title, first.text) == ("1.1", title, text)
    assert told(kjplan.parse(render(plan))) == told(plan)


def test_a_number_of_another_style_keeps_its_title() -> None:
    plan = kjplan.parse(
        "甲县2024年水利工作要点\n一、重点任务\n（一）闸门检修 各灌区在冬季完成检修。\n（二）加强巡堤。\n"
    )
    assert next(iter(plan.measures)).title == "闸门检修 各灌区在冬季完成检修"


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (
            "甲县防汛应急预案1总则1.1编制目的为规范防汛工作，制定本预案。1.2适用范围本预案适用于全县。2组织体系2.1指挥机构县政府设立指挥部。"
            "（见附图）2.2工作职责各成员单位按照职责开展工作，负责本系统的防汛工作，服从统一指挥和调度，及时报告情况。",
            ["1 总则", "1.1 编制目的", "1.2 适用范围", "2 组织体系", "2.1", "2.2"],
        ),
        (
            "甲县2024年水利工作要点1 重点任务1.1 闸门检修 各灌区在冬季完成闸门检修，做好记录。1.2 水情通报 各站每日报送一次，紧急情况随时报告。"
            "2 工作要求2.1 加强领导 定期召开会议，研究解决问题，督促各单位落实责任，确保各项任务落地见效，年底前报送总结。",
            ["1 重点任务", "1.1 闸门检修", "1.2 水情通报", "2 工作要求", "2.1 加强领导"],
        ),
        # neighbours: one such number alone, and figures that count something
        (
            "甲县2024年水利工作情况今年以来，全县完成投资2亿元，其中1个水库完成投资1.1亿元，占总投资的一半以上，各项工程进展顺利，质量和安全受控，"
            "群众比较满意。2条渠道完成投资2.1亿元，比去年同期有明显增长。3座泵站完成投资3.1亿元，正在组织验收和移交，预计年底前投入运行。",
            [],
        ),
    ],
)
def test_a_document_on_one_line(text: str, headings: list[str]) -> None:
    found = [" ".join(h.split()[:2]) if "None" not in h else h.split()[0] for h in told(kjplan.parse(text))]
    assert [f[: len(h)] for f, h in zip(found, headings, strict=True)] == headings
