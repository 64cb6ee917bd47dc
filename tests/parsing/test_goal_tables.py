"""Tables of goals in a goals part: a row is what it aims at, with who answers and by when."""

import pytest

import kjplan

AIMS = "平山市2024年工作要点\n一、主要目标\n{}\n二、重点任务\n1.壮大企业规模。引导企业做强。\n2.建设平台。建好平台。\n"
ROWS = ["目标|责任单位|完成时限", "新增诊所12家|市卫健委|2024年底", "绿化覆盖率达到41%|市园林局、市城管局|2024年6月底"]
WANTED = [
    ("新增诊所12家（责任单位：市卫健委；完成时限：2024年底）", ["市卫健委"], ["2024-12-31"], [("诊所", "12家")]),
    (
        "绿化覆盖率达到41%（责任单位：市园林局、市城管局；完成时限：2024年6月底）",
        ["市园林局", "市城管局"],
        ["2024-06-30"],
        [("绿化覆盖率", "41%")],
    ),
]


def told(text: str) -> list[tuple[str, list[str], list[str | None], list[tuple[str | None, str]]]]:
    return [
        (
            goal.text,
            [body.name for body in goal.responsibility.bodies],
            [due.date for due in goal.due],
            [(t.indicator, f"{t.value}{t.unit}") for t in goal.targets],
        )
        for goal in kjplan.parse(AIMS.format(text)).goals
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["| " + row.replace("|", " | ") + " |" for row in ROWS],
        [row.replace("|", "\t") for row in ROWS],
        [f"{n or '序号'}\t" + row.replace("|", "\t") for n, row in enumerate(ROWS)],
        "\n".join(ROWS).replace("|", "\n").split("\n"),
    ],
    ids=["bars", "tabs", "with numbers", "a cell a line"],
)
def test_a_row_is_a_goal_with_its_bodies_and_day(lines: list[str]) -> None:
    assert told("\n".join(lines)) == WANTED


def test_cells_of_the_head_are_no_goals_and_words_beside_the_table_stay() -> None:
    table = "\n".join("| " + row.replace("|", " | ") + " |" for row in ROWS)
    goals = told(f"全面完成下列目标：\n{table}\n城市更加宜居。")
    assert [text for text, *_ in goals] == [WANTED[0][0], WANTED[1][0], "城市更加宜居"]


def test_a_table_of_indicators_stays_one_and_says_its_unit() -> None:
    """Its nearest neighbour: nobody answers, and the figure stands in a column of its own."""
    assert told("指标名称\t单位\t目标值\n新增诊所\t家\t12\n绿化覆盖率\t%\t41")[0][3] == [("新增诊所", "12家")]


def test_the_same_rows_below_tasks_are_measures() -> None:
    text = AIMS.replace("主要目标", "重点工作").format("\n".join("| " + row.replace("|", " | ") + " |" for row in ROWS))
    plan = kjplan.parse(text)
    assert not plan.goals
    assert [m.title for m in plan.measures][:2] == ["新增诊所12家", "绿化覆盖率达到41%"]


def test_places_lead_back_to_the_cells() -> None:
    text = AIMS.format("\n".join("| " + row.replace("|", " | ") + " |" for row in ROWS))
    plan = kjplan.parse(text)
    quoted = [text[slice(*b.span)] for g in plan.goals for b in g.responsibility.bodies if b.span]
    assert quoted == ["市卫健委", "市园林局", "市城管局"]
    assert [text[slice(*t.span)] for t in plan.targets if t.span] == ["12家", "达到41%"]
    assert [g.text for g in kjplan.parse(kjplan.render(plan)).goals] == [g.text for g in plan.goals]
