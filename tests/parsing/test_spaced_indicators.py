"""Tables of indicators whose cells only blanks part, as they come out of PDF: goals of a goals part; and rows that are none."""

import pytest

import kjplan
from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text

FRONT = "青岚市水利发展规划（2026—2030年）\n一、指导思想\n坚持节水优先，统筹水源、水网、水厂和用水，让全市城乡居民喝上好水、用上好水，让河湖一年四季都有水。\n二、发展目标\n1．供水更加充足。水厂布局完善。\n2．河湖更加清澈。\n"
HEAD = "专栏1 “十五五”水利发展主要指标\n序 “十五五”目标\n指 标 单位 属性\n号\n2030年 年均[累计]\n"
ROWS = [
    "1 节水灌溉面积 万亩 预期性 80左右 -",
    "2 自来水普及率 % 预期性 >97 -",
    "3 水库供水量增长 % 预期性 - 5左右",
    "4 每千人口泵站数2 座 约束性 6 -",
    "5 水质达标率 % 约束性 95 -",
]
BACK = "三、重点任务\n（一）兴建泵站\n新建泵站50座。\n（二）兴修管网\n改造管网80公里。\n"
GOALS = [
    ("节水灌溉面积", "approx", "80", "万亩"),
    ("自来水普及率", "gt", "97", "%"),
    ("水库供水量增长", "approx", "5", "%"),
    ("每千人口泵站数", "bare", "6", "座"),
    ("水质达标率", "bare", "95", "%"),
]


def read(text: str) -> Plan:
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    return parsed.plan


def goals(plan: Plan) -> list[tuple[str, str, str, str | None]]:
    return [(t.indicator, t.comparator, str(t.value), t.unit) for goal in plan.goals for t in goal.targets]


@pytest.mark.parametrize("gap", [" ", "   ", "　"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_rows_are_goals_and_no_words_of_the_goal_above(gap: str, newline: str) -> None:
    rows = "\n".join(row.replace(" ", gap) for row in ROWS) + "\n"
    plan = read((FRONT + HEAD + rows + BACK).replace("\n", newline))
    assert goals(plan) == GOALS
    assert [g.text for g in plan.goals if not g.targets] == ["供水更加充足。水厂布局完善", "河湖更加清澈"]
    assert [g.targets[0].due for g in plan.goals if g.targets] == ["2030-12-31"] * 2 + [None] + ["2030-12-31"] * 2
    assert [m.title for m in plan.measures] == ["兴建泵站", "兴修管网"]


def test_the_kind_may_stand_last() -> None:
    head = "序号 指标 单位 2025年 2030年 属性\n"
    rows = "1 节水灌溉面积 万亩 60 80 预期性\n2 自来水普及率 % 91 97 预期性\n3 泵站 座 40 90 约束性\n4 水质达标率 % 88 95 约束性\n"
    plan = read(FRONT + head + rows + BACK)
    assert [(t.indicator, str(t.value), t.due) for g in plan.goals for t in g.targets] == [
        ("节水灌溉面积", "80", "2030-12-31"),
        ("自来水普及率", "97", "2030-12-31"),
        ("泵站", "90", "2030-12-31"),
        ("水质达标率", "95", "2030-12-31"),
    ]


def test_what_was_wrapped_in_a_cell_is_kept_and_states_nothing() -> None:
    rows = [*ROWS[:2], "规模以上企业工业用水", "3 % 预期性 70 -", "重复利用率", *ROWS[3:]]
    plan = read(FRONT + HEAD + "\n".join(rows) + "\n" + BACK)
    assert goals(plan) == [*GOALS[:2], *GOALS[3:]]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (HEAD, ROWS[:3]),
        (HEAD, [f"{2 * k} {row[2:]}" for k, row in enumerate(ROWS, 1)]),
        (HEAD.replace(" 年均[累计]", ""), ROWS),
        (HEAD, [row.replace("预期性 ", "").replace("约束性 ", "") for row in ROWS]),
    ],
    ids=["three rows", "numbers that do not count on", "a head of fewer columns", "no kinds"],
)
def test_no_such_table(head: str, rows: list[str]) -> None:
    found = {goal[0] for goal in goals(read(FRONT + head + "\n".join(rows) + "\n" + BACK))}
    assert found.isdisjoint(goal[0] for goal in GOALS)


def test_it_is_written_again() -> None:
    plan = read(FRONT + HEAD + "\n".join(ROWS) + "\n" + BACK)
    again = read(kjplan.render(plan))
    assert [g.text for g in again.goals] == [g.text for g in plan.goals]
    assert goals(again) == GOALS


def test_hostile_heads_and_rows_are_done_at_once_and_the_source_stays_as_it_was() -> None:
    head = "指标 2030年 " * 50_000 + "\n"
    assert goals(read(FRONT + head + HEAD + "\n".join(ROWS) + "\n" + BACK)) == GOALS
    wide = "\n".join(f"{n} 面积 万亩 {'7 ' * 60_000}预期性" for n in range(1, 6))
    assert goals(read(FRONT + HEAD + wide + "\n" + BACK)) == []
    source = from_text(FRONT + HEAD + "\n".join(ROWS) + "\n" + BACK)
    assert parse_source(source).plan == parse_source(source).plan
    assert source.tables == []
