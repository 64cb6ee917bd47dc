"""A small plan with every kind of cell: stated, absent, shared, hostile."""

from decimal import Decimal

from kjplan.model import (
    BodyRole,
    Deadline,
    Document,
    Goal,
    Item,
    Measure,
    Plan,
    Responsibility,
    ResponsibleBody,
    Section,
    Target,
)


def bodies(*named: tuple[str, BodyRole]) -> Responsibility:
    return Responsibility(stated=True, bodies=[ResponsibleBody(name=n, role=r) for n, r in named])


def target(id: str, indicator: str, value: int, unit: str, due: str | None = None) -> Target:
    return Target(
        id=id, indicator=indicator, verb="新增", value=Decimal(value), unit=unit, quote=f"{value}{unit}", due=due
    )


def sample() -> Plan:
    """Four measures in two sections and one goal."""
    silent = Measure(id="M11", number="11", title="壮大企业", text="全年新增企业100家、平台5个。")
    silent.targets = [target("M11.1", "企业", 100, "家"), target("M11.2", "平台", 5, "个", "2023-06-30")]
    silent.items = [Item(number="1", marker="（1）", text="摸清底数。")]
    led = Measure(id="M12", number="12", title="=1+1", text="@建成", due=[Deadline(text="年底前", date="2023-12-31")])
    led.responsibility = bodies(("市科技局", "lead"), ("市财政局", "support"))
    shared = Measure(id="M13", number="一", title="引才<b>", text="引进\x1b人才 & 团队。\n做好服务。")
    shared.responsibility = bodies(("市人社局", "joint"), ("市科技局", "joint"), ("各区县（市）", "joint"))
    shared.due = [Deadline(text="长期推进")]
    alone = Measure(id="M14", text="-做好宣传，办好活动。", responsibility=bodies(("市科协", "lead")))
    goals = Section(id="S1", number="一", title="主要目标", children=[Goal(id="G1", number="1", text="企业100家")])
    first = Section(id="S2", number="二", marker="二、", title="企业", children=[silent, led])
    second = Section(id="S3", number="三", marker="三、", title="人才", children=[shared])
    return Plan(
        title="某市2023年工作要点",
        year=2023,
        issuer="某市",
        extent="full",
        document=Document(document_number="某科〔2023〕1号", written_date="2023-02-03"),
        parts=[goals, first, second, alone],
    )
