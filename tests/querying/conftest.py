"""A small plan made by hand: two parts, one numbered heading level skipped, every kind of fact once."""

from decimal import Decimal

import pytest

from kjplan.model import (
    BodyMention,
    DocumentReference,
    Goal,
    Item,
    Measure,
    Paragraph,
    Plan,
    Responsibility,
    ResponsibleBody,
    Section,
    Target,
)


@pytest.fixture
def plan() -> Plan:
    """一、指导思想; 二、主要目标 with two goals; 三、工作举措 with （一） and （二）, measures 1 to 3; one outside."""
    principles = Section(id="S1", number="一", marker="一、", title="指导思想", role="principles")
    principles.text = [Paragraph(text="坚持创新。"), Paragraph(text="坚持开放。")]
    goals = Section(id="S2", number="二", marker="二、", title="主要目标", role="goals", children=[_goal(1), _goal(2)])
    goals.children[0].targets = [  # type: ignore[union-attr]
        Target(id="G1.1", indicator="企业", verb="新增", value=Decimal("1000"), unit="家", quote="1000家", span=(2, 7))
    ]
    first = Section(id="S3.1", number="一", marker="(一)", title="优化格局", role="measures", children=[_one()])
    second = Section(id="S3.2", number="二", marker="(二)", title="建设一流ＡＢ平台", role="measures")
    second.children = [_two(), _three()]
    part = Section(id="S3", number="三", marker="三、", title="工作举措", role="measures", children=[first, second])
    loose = Measure(id="M4", title=None, text="做好统计。")
    return Plan(title="要点", year=2022, extent="full", parts=[principles, goals, part, loose])


def _goal(n: int) -> Goal:
    return Goal(id=f"G{n}", number=str(n), marker=f"{n}.", text=f"目标{n}")


def _one() -> Measure:
    measure = Measure(id="M1", number="1", marker="1.", title="统筹谋划", text="出台《规则》,修订《办法》。")
    measure.documents = [
        DocumentReference(title="规则", relation="issue", verb="出台"),
        DocumentReference(title="办法", relation="revise", verb="修订"),
    ]
    measure.responsibility = Responsibility(
        stated=True,
        bodies=[ResponsibleBody(name="市科技局", role="lead"), ResponsibleBody(name="市财政局", role="support")],
    )
    return measure


def _two() -> Measure:
    measure = Measure(id="M2", number="2", marker="2.", title="建平台", text="推动建设。")
    measure.items = [Item(number="1", marker="（1）", title="选址", text="在中原区(东)选址。")]
    measure.bodies = [BodyMention(name="市科技局", kind="department"), BodyMention(name="中原区", kind="area")]
    return measure


def _three() -> Measure:
    measure = Measure(id="M3", number="3", marker="3.", title="抓项目", text="新建基地10家以上。")
    target = Target(id="M3.1", indicator="基地", verb="新建", comparator="ge", value=Decimal("10"), unit="家")
    target.quote = "10家以上"
    target.basis = "increment"
    measure.targets = [target]
    return measure
