"""Facts put into the nodes of a plan."""

import pytest

from kjplan.extraction.annotate import annotate
from kjplan.model import Goal, Measure, Paragraph, Plan, Section
from kjplan.reading.text import Passage, SourceText

TEXT = """主要预期目标是：生产总值增长8%，达到306亿元；新建平台10家，基地5家。
力争年底前新建郑州市平台10家。（市科技局、市财政局负责，排在第一位的部门为牵头部门，下同）
出台《甲办法》，擦亮“乙”品牌。（市财政局、市科技局负责）年底前完成，年底前验收。
去年新建平台9家。
"""


def _assign(plan: Plan) -> None:
    for n, goal in enumerate(plan.goals, 1):
        goal.id = f"G{n}"
    for n, measure in enumerate(plan.measures, 1):
        measure.id = f"M{n}"


def _plan() -> tuple[Plan, list[Measure]]:
    source = SourceText(TEXT)
    spans = [source.line_span(n) for n in range(1, 5)]
    lines = [Passage.of(source, [span]) for span in spans]
    first, second, past = (Measure(text=p.text, span=s) for p, s in zip(lines[1:], spans[1:], strict=True))
    goals = Section(role="goals", text=[Paragraph(text=lines[0].text, span=spans[0])], span=spans[0])
    measures = Section(role="measures", children=[first, second], span=(spans[1][0], spans[2][1]))
    review = Section(role="review", children=[past], span=spans[3])
    plan = Plan(year=2022, parts=[goals, measures, review])
    places = {id(node): [span] for node, span in zip((goals, first, second, past), spans, strict=True)}
    annotate(plan, source, places, _assign)
    return plan, [first, second, past]


def test_prose_goals_become_children_in_order() -> None:
    plan, _ = _plan()
    goals = plan.goals
    assert [(g.id, g.text, g.number) for g in goals] == [
        ("G1", "生产总值增长8%，达到306亿元", None),
        ("G2", "新建平台10家", None),
        ("G3", "基地5家", None),
    ]
    assert [TEXT[slice(*g.span)] for g in goals if g.span] == [g.text for g in goals]
    assert [(t.id, t.indicator, t.verb) for t in plan.targets] == [
        ("G1.1", "生产总值", "增长"),
        ("G1.2", "生产总值", "达到"),
        ("G2.1", "平台", "新建"),
        ("G3.1", "基地", "新建"),
        ("M1.1", "郑州市平台", "新建"),
    ]


def test_measures_get_their_facts() -> None:
    _, (first, second, _) = _plan()
    assert (first.targets[0].hedge, first.targets[0].due) == ("力争", "2022-12-31")
    assert [(b.name, b.role) for b in first.responsibility.bodies] == [("市科技局", "lead"), ("市财政局", "joint")]
    assert [(b.name, b.role) for b in second.responsibility.bodies] == [("市财政局", "lead"), ("市科技局", "joint")]
    assert [d.title for d in second.documents] == ["甲办法"]
    assert [t.text for t in second.terms] == ["乙"]
    assert [d.text for d in second.due] == ["年底前"]
    assert second.commitment == "establish"


def test_a_review_has_no_targets() -> None:
    _, (_, _, past) = _plan()
    assert past.targets == []


def test_measures_restate_goals() -> None:
    source = SourceText("新建研发平台10家\n新建郑州市研发平台10家")
    goal, measure = Goal(), Measure()
    plan = Plan(parts=[Section(role="goals", children=[goal]), measure])
    places = {id(goal): [source.line_span(1)], id(measure): [source.line_span(2)]}
    annotate(plan, source, places, _assign)
    assert [(t.indicator, t.restates) for t in measure.targets] == [("郑州市研发平台", "G1.1")]


@pytest.mark.parametrize(
    ("goals", "dues"),
    [
        ("到2027年，覆盖率达到60%，装机达到5万千瓦。占比达到30%。", [["到2027年"], ["到2027年"], []]),
        ("到2027年覆盖率达到60%，力争新建站点40座。", [["到2027年"], ["到2027年"]]),
        ("2022年，新建站点40座。", [[]]),
    ],
)
def test_a_goal_has_the_day_that_its_sentence_begins_with(goals: str, dues: list[list[str]]) -> None:
    import kjplan

    plan = kjplan.parse(f"2022年工作要点\n一、主要目标\n{goals}\n二、重点任务\n1.推进建设。加快推进。\n")
    assert [[due.text for due in goal.due] for goal in plan.goals] == dues
    for goal in plan.goals:
        assert all(due.date == "2027-12-31" for due in goal.due)
