"""Headings at the end of a line of ordinary length, whose line break was lost, and goals of cells and beside numbered ones."""

import pytest

import kjplan
from kjplan.model import Goal, Plan, Section


def told(plan: Plan) -> list[str]:
    """Number and title of every heading, with a depth."""
    found: list[str] = []

    def walk(nodes: object, depth: int) -> None:
        for node in nodes if isinstance(nodes, list) else ():
            if isinstance(node, Goal):
                continue
            found.append(f"{'-' * depth}{node.number} {node.title}")
            walk(node.children if isinstance(node, Section) else None, depth + 1)

    walk(plan.parts, 0)
    return found


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (
            "甲县2022年防火工作方案\n为做好防火工作，提出以下意见。 一、指导思想 以预防为主，落实责任。\n二、主要任务\n（一）宣传教育。印发手册。\n"
            "（二）巡查值守。开展巡查。\n",
            ["一 指导思想", "二 主要任务", "-一 宣传教育", "-二 巡查值守"],
        ),
        (
            "甲县2022年防火工作方案\n为做好防火工作，制定本方案。 一、工作目标\n杜绝火灾。 二、工作步骤\n（一）动员部署。召开会议。\n（二）组织实施。开展巡查。\n",
            ["一 工作目标", "二 工作步骤", "-一 动员部署", "-二 组织实施"],
        ),
        ("甲县防汛预案\n1 总则1.1 目的\n规范处置。1.2 依据\n依据法律。\n2 体系2.1 机构\n成立机构。2.2 职责\n负责防汛。\n",
         ["1 总则", "-1.1 目的", "-1.2 依据", "2 体系", "-2.1 机构", "-2.2 职责"]),
        ("甲县防汛预案\n1总则\n1.1编制目的\n规范处置。\n2组织体系\n2.1指挥机构\n成立机构。\n",
         ["1 总则", "-1.1 编制目的", "2 组织体系", "-2.1 指挥机构"]),
        # neighbours: no part's name, a list in a sentence, quarters, decimals that count something
        ("甲县2022年工作要点\n1.实施一、二期工程。建设厂房2.1万平方米。\n2.抓好调度。二、三季度开展检查。\n3.改善服务。包括：（一）窗口服务；（二）上门服务。\n",
         ["1 实施一、二期工程", "2 抓好调度", "3 改善服务"]),
        ("甲县2022年工作要点\n1.推进建设。完成投资1.1亿元。1.2亿元用于补助。\n2.抓好调度。加强检查。\n", ["1 推进建设", "2 抓好调度"]),
    ],
)  # fmt: skip
def test_headings_whose_line_break_was_lost(text: str, headings: list[str]) -> None:
    assert told(kjplan.parse(text)) == headings


def goals(text: str) -> list[str]:
    return [
        f"{g.text} {[f'{t.value}{t.unit}' for t in g.targets]} {[b.name for b in g.responsibility.bodies]}"
        for g in kjplan.parse(
            f"甲市2022年工作计划\n{text}二、重点任务\n1.推进工作。加强管理。\n2.改善服务。优化流程。\n"
        ).goals
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # several goals in a cell: each without its number, all with who answers for the row
        (
            "一、工作目标\n| 序号 | 工作目标 | 责任科室 |\n| 1 | 1.入园率达到92%；2.新建幼儿园6所。 | 基教科 |\n| 2 | 毛入学率达到95%；新增学位900个 | 规划科 |\n",
            ["入园率达到92% ['92%'] ['基教科']", "新建幼儿园6所 ['6所'] ['基教科']",
             "毛入学率达到95% ['95%'] ['规划科']", "新增学位900个（责任科室：规划科） ['900个'] ['规划科']"],
        ),
        (
            "一、工作目标\n指标 | 目标\n工业 | 1.增加值增长8%。2.新增规上企业30家。\n农业 | （1）粮食产量达到60万吨；（2）新建良田8万亩\n",
            ["增加值增长8% ['8%'] []", "新增规上企业30家 ['30家'] []", "粮食产量达到60万吨 ['60万吨'] []", "新建良田8万亩 ['8万亩'] []"],
        ),
        # a paragraph above numbered goals holds goals in figures; what leads in is none
        (
            "一、工作目标\n围绕健康城区建设，健康素养水平达到30%，新增床位300张。具体目标是：\n1.签约率达到60%。\n2.新增服务站5个。\n",
            ["健康素养水平达到30% ['30%'] []", "新增床位300张 ['300张'] []", "签约率达到60% ['60%'] []", "新增服务站5个 ['5个'] []"],
        ),
        (
            "一、工作目标\n围绕健康城区建设，着力补齐短板。具体目标是：\n1.签约率达到60%。\n2.群众更加满意。\n",
            ["签约率达到60% ['60%'] []", "群众更加满意 [] []"],
        ),
        # who answers behind the last sentence, without a label: for all of its goals, and no goal itself
        (
            "一、工作目标\n新增床位300张；新建驿站6座。（市卫健委牵头，市财政局配合）\n",
            ["新增床位300张 ['300张'] ['市卫健委', '市财政局']", "新建驿站6座 ['6座'] ['市卫健委', '市财政局']"],
        ),
        # but not for those that have theirs, nor for the goal behind it
        (
            "一、工作目标\n新增床位300张（责任单位：市卫健委）；新建驿站6座（责任单位：市城管局）。\n",
            ["新增床位300张（责任单位：市卫健委） ['300张'] ['市卫健委']", "新建驿站6座（责任单位：市城管局） ['6座'] ['市城管局']"],
        ),
        (
            "一、工作目标\n新增床位300张。（市卫健委负责）新建驿站6座。（市城管局负责）\n",
            ["新增床位300张 ['300张'] ['市卫健委']", "新建驿站6座 ['6座'] ['市城管局']"],
        ),
        # a bracket that counts is none
        ("一、工作目标\n新增床位300张。新建驿站6座（含站房2座）。\n", ["新增床位300张 ['300张'] []", "新建驿站6座 ['6座'] []", "含站房2座 ['2座'] []"]),
        # cells that only name something are no goals, a short sentence is
        ("一、工作目标\n目标名称\n养老服务\n新建服务站8个\n", ["新建服务站8个 ['8个'] []"]),
        ("一、工作目标\n确保不发生事故。\n", ["确保不发生事故 [] []"]),
    ],
)  # fmt: skip
def test_goals_of_cells_and_beside_numbered_ones(text: str, expected: list[str]) -> None:
    assert goals(text) == expected


def test_goals_in_articles() -> None:
    plan = kjplan.parse(
        "甲县节水行动方案\n第一条 指导思想。坚持节水优先。\n第二条 工作目标。到2025年，用水量控制在2.6亿立方米以内，利用系数达到0.58。\n"
        "第三条 重点任务。改造灌区。\n第四条 保障措施。加强领导。\n"
    )
    assert [str(t.value) for g in plan.goals for t in g.targets] == ["2.6", "0.58"]
