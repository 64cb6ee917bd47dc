"""Plans for the tests of the diff: 2020's goals by hand, the 2022 notice cut at its numbered lines, and changes to it."""

import copy
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from kjplan.model import (
    Basis,
    Comparator,
    Document,
    Goal,
    Measure,
    Paragraph,
    Plan,
    Responsibility,
    ResponsibleBody,
    Section,
    Source,
    Target,
)

NOTICE = Path(__file__).resolve().parents[2] / "data" / "notices" / "workplan_2022.txt"


def target(
    indicator: str,
    value: str | None = None,
    unit: str | None = None,
    *,
    comparator: Comparator = "bare",
    basis: Basis | None = None,
    verb: str | None = None,
    hedge: str | None = None,
    value_max: str | None = None,
) -> Target:
    """A target as the parser writes it; base value and unit follow from the unit, the quote from value and unit."""
    number = Decimal(value) if value is not None else None
    scale = {"亿": 10**8, "万": 10**4}.get(unit[0], 1) if unit and len(unit) > 1 else 1
    return Target(
        indicator=indicator,
        verb=verb,
        comparator=comparator,
        value=number,
        value_max=Decimal(value_max) if value_max else None,
        unit=unit,
        base_value=number * scale if number is not None else None,
        base_unit=unit[1:] if unit and scale > 1 else unit,
        basis=basis,
        hedge=hedge,
        quote=f"{value}{unit}" if value else None,
    )


def goal(*targets: Target, text: str = "", lead: str | None = None, number: str | None = None) -> Goal:
    """A goal with its targets and, if given, the body that leads."""
    responsibility = Responsibility()
    if lead:
        responsibility = Responsibility(stated=True, bodies=[ResponsibleBody(name=lead, role="lead")])
    words = text or ",".join(f"{t.indicator}{t.quote or ''}" for t in targets)
    return Goal(number=number, text=words, targets=list(targets), responsibility=responsibility)


def plan(*parts: Section | Measure | Goal, year: int = 2022, title: str | None = None) -> Plan:
    """A full plan of these parts; ids are numbered through."""
    made = Plan(title=title or f"{year}年工作要点", year=year, extent="full", parts=list(parts))
    counts: dict[str, int] = {}
    for node, _ in made.nodes():
        counts[node.kind] = counts.get(node.kind, 0) + 1
        node.id = f"{node.kind[0].upper()}{counts[node.kind]}"
    return made


def section(title: str, *children: Measure | Goal | Section, number: str | None = None, text: str = "") -> Section:
    """A section of a measures part."""
    paragraphs = [Paragraph(text=text)] if text else []
    return Section(title=title, number=number, role="measures", text=paragraphs, children=list(children))


def plan_2020() -> Plan:
    """The goals of 2020, as ``goals_2020.md`` has them: nine indicators, nothing else known."""
    goals = [
        goal(target("全社会研发投入强度", "2.1", "%", comparator="gt", basis="level", verb="突破", hedge="力争")),
        goal(target("高新技术产业增加值占规上工业增加值比重", "48", "%", comparator="gt", basis="share", verb="超过")),
        goal(target("技术合同交易额", "166", "亿元", comparator="ge", basis="flow", verb="达到")),
        goal(target("万人发明专利拥有量", "19", "件", comparator="ge", basis="level", verb="达到"), lead="市场监管局"),
        goal(target("有效高新技术企业", "1000", "家", basis="increment", verb="新增")),
        goal(target("科技型企业", "1200", "家", basis="increment", verb="新增")),
        goal(
            target("省级以上创新平台", "100", "家", basis="increment", verb="新建"),
            target("省级以上创新平台", "1300", "家", comparator="ge", basis="level", verb="达到"),
        ),
        goal(target("新型研发机构", "17", "家", basis="increment", verb="引进建设", hedge="力争")),
        goal(target("高层次人才", "200", "名", basis="increment", verb="引进培育")),
    ]
    made = plan(Section(title="主要目标", role="goals", children=list(goals)), year=2020)
    return replace(made, extent="goals", document=Document(source=Source(origin="transcribed")))


def goals_2022() -> Section:
    """The six goals of the 2022 notice with their seven targets."""
    return Section(
        title="主要目标",
        number="二",
        role="goals",
        children=[
            goal(target("全社会研发投入强度", "2.6", "%", comparator="gt", basis="level", verb="突破"), number="1"),
            goal(target("技术合同成交额", "400", "亿元", comparator="ge", basis="flow", verb="达到"), number="2"),
            goal(
                target("万人高价值发明专利拥有量", "7.5", "件", comparator="ge", basis="level", verb="达到"), number="3"
            ),
            goal(
                target("有效高新技术企业", "1000", "家", basis="increment", verb="新增"),
                target("科技型企业", "1500", "家", basis="increment", verb="新增"),
                number="4",
            ),
            goal(target("省级以上研发平台", "100", "家", basis="increment", verb="新建"), number="5"),
            goal(
                target("规上工业企业研发活动覆盖率", "65", "%", comparator="ge", basis="level", verb="达到"), number="6"
            ),
        ],
    )


def plan_2022() -> Plan:
    """The 2022 notice cut at its numbered lines: 6 goals, 8 sections, 23 measures, the words as they stand there."""
    text = NOTICE.read_text(encoding="utf-8")
    principles = text[text.index("一、指导思想") + 6 : text.index("二、主要目标")].strip()
    sections: list[Section] = []
    for line in text[text.index("三、工作举措") :].split("\n"):
        if heading := re.match(r"\((.)\)(.+)", line):
            sections.append(section(heading[2].strip(), number=heading[1]))
        elif measure := re.match(r"(\d+)\.([^。]+)。\s*(.*)", line):
            made = Measure(number=measure[1], title=measure[2], text=measure[3].strip())
            made.targets = [
                target("企业" if "企业" in verb else verb, value, unit)
                for verb, value, unit in re.findall(
                    r"(新培育\w*?企业|引进培育\w+?|新认定\w+?|新建\w+?)(\d+)(家|个)", made.text
                )
            ]
            sections[-1].children.append(made)
    return plan(
        Section(title="指导思想", number="一", role="principles", text=[Paragraph(text=principles)]),
        goals_2022(),
        Section(title="工作举措", number="三", role="measures", children=list(sections)),
        title="2022年全市科技创新工作要点",
    )


def copied(one: Plan) -> Plan:
    """A copy to change at will."""
    return copy.deepcopy(one)
