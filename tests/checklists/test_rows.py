"""The task table: what is not stated is said, what is stated is kept in its words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

import pytest

from kjplan import language
from kjplan.checklists import Row, build, group, led_by, record, records, table
from kjplan.checklists.profiles import By
from kjplan.model import BodyRole, Deadline, Goal, Item, Measure, Plan, Responsibility, ResponsibleBody, Section, Target
from kjplan.naming import load_aliases

KEYS = ["no", "task", "action", "target", "lead", "support", "person", "due", "progress", "note", "id"]
HEADINGS = ["序号", "工作任务", "具体举措", "目标值", "牵头单位"]
HEADINGS += ["配合单位", "责任人", "完成时限", "进展情况", "备注", "编号"]


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    language.choose("zh")
    yield
    language.choose(None)


def _bodies(*named: tuple[str, BodyRole]) -> Responsibility:
    return Responsibility(stated=True, bodies=[ResponsibleBody(name=n, role=r) for n, r in named])


@pytest.fixture
def plan() -> Plan:
    silent = Measure(id="M11", number="11", marker="11.", title="壮大企业", text="力争达到1000家以上。")
    silent.targets = [
        Target(id="M11.1", indicator="企业", verb="达到", hedge="力争", value=Decimal(1000), quote="达到1000家以上")
    ]
    silent.items = [Item(number="1", marker="（1）", text="摸清底数。")]
    led = Measure(id="M12", number="12", title="建平台", text="建成。", responsibility=_bodies(("甲", "lead")))
    led.due = [Deadline(text="年底前", date="2022-12-31"), Deadline(text="6月底前", date="2022-06-30")]
    together = Measure(id="M13", number=None, text="引才。", responsibility=_bodies(("甲", "joint"), ("乙", "joint")))
    together.due = [Deadline(text="长期推进")]
    helped = Measure(id="M14", number="十四", title="宣传", responsibility=_bodies(("乙", "lead"), ("丙", "support")))
    goals = Section(id="S1", number="一", title="主要目标", children=[Goal(id="G1", number="1", text="企业1000家")])
    first = Section(id="S2", number="二", title="企业", children=[silent, led])
    second = Section(id="S3", number="三", title="人才", children=[together])
    return Plan(extent="full", parts=[goals, first, second, helped])


def test_records_tell_not_stated_from_stated(plan: Plan) -> None:
    found = records(build(plan))
    assert list(found[0]) == KEYS
    assert found[0] == {
        "no": "11",
        "task": "壮大企业",
        "action": "力争达到1000家以上。\n（1）摸清底数。",
        "target": "企业：力争达到1000家以上",
        "lead": None,
        "support": None,
        "person": "",
        "due": None,
        "progress": "",
        "note": "",
        "id": "M11",
    }
    assert [(r["lead"], r["support"]) for r in found[1:]] == [
        ("甲", ""),
        ("甲、乙（共同负责）", ""),
        ("乙", "丙"),
    ]
    assert [r["due"] for r in found] == [None, "年底前、6月底前", "长期推进", None]
    assert [r["target"] for r in found[1:]] == [None] * 3


def test_a_body_called_not_stated_is_not_taken_for_one(plan: Plan) -> None:
    plan.measures[0].responsibility = _bodies(("未明确", "lead"))
    row = build(plan)[0]
    assert record(row)["lead"] == "未明确"
    assert row.stated


def test_numbers_are_the_sources_own(plan: Plan) -> None:
    assert [r.no for r in build(plan)] == ["11", "12", None, "十四"]


def test_an_untitled_task_goes_by_its_first_clause(plan: Plan) -> None:
    assert [r.task for r in build(plan)] == ["壮大企业", "建平台", "引才", "宣传"]


def test_goals_are_rows_of_their_own_when_asked(plan: Plan) -> None:
    assert [r.id for r in build(plan)] == ["M11", "M12", "M13", "M14"]
    goal = build(plan, with_goals=True)[0]
    assert (goal.id, goal.task, goal.action, goal.lead) == ("G1", "企业1000家", None, None)


@pytest.mark.parametrize(
    ("lang", "headings", "lead", "target", "due"),
    [
        (
            "zh",
            HEADINGS,
            "未明确",
            "无量化指标",
            "未明确",
        ),
        (
            "en",
            ["No.", *KEYS[1:]],
            "not stated",
            "no figure",
            "not stated",
        ),
    ],
)
def test_table_says_not_stated(
    plan: Plan, lang: language.Language, headings: list[str], lead: str, target: str, due: str
) -> None:
    language.choose(lang)
    shown = table(build(plan))
    assert [c.heading for c in shown.columns] == headings
    rows = [dict(zip((c.key for c in shown.columns), cells, strict=True)) for cells in shown.rows]
    assert (rows[0]["lead"], rows[0]["support"], rows[0]["due"]) == (lead, lead, due)
    assert (rows[1]["support"], rows[1]["target"]) == ("", target)
    assert {(r["person"], r["progress"], r["note"]) for r in rows} == {("", "", "")}


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("lead", [("甲", ["M12", "M13"]), ("乙", ["M13", "M14"]), ("未明确", ["M11"])]),
        ("section", [("二 企业", ["M11", "M12"]), ("三 人才", ["M13"]), ("未分部分", ["M14"])]),
        ("due", [("2022-06-30", ["M12"]), ("长期推进", ["M13"]), ("未明确", ["M11", "M14"])]),
        ("status", [("未填报", ["M11", "M12", "M13", "M14"])]),
    ],
)
def test_groups(plan: Plan, by: By, expected: list[tuple[str, list[str]]]) -> None:
    assert [(g.title, [r.id for r in g.rows]) for g in group(build(plan), by)] == expected


def test_status_groups_by_what_is_filled_in(plan: Plan) -> None:
    rows = build(plan)
    rows[1].progress = "已完成"
    assert [(g.title, len(g.rows)) for g in group(rows, "status")] == [("已完成", 1), ("未填报", 3)]


def test_every_grouping_keeps_every_task(plan: Plan) -> None:
    rows: list[Row] = build(plan, with_goals=True)
    for by in get_args(By):
        assert {r.id for g in group(rows, by) for r in g.rows} == {r.id for r in rows}


def test_a_plan_without_measures_has_no_rows() -> None:
    assert build(Plan()) == []
    assert group([], "lead") == []


def test_tasks_of_one_body_by_any_of_its_names(plan: Plan) -> None:
    plan.measures[0].responsibility = _bodies(("市发改委", "lead"), ("市财政局", "support"))
    plan.measures[1].responsibility = _bodies(("市发展和改革委员会", "joint"), ("市科技局", "joint"))
    rows = build(plan)
    found = {wanted: [r.id for r in led_by(rows, [wanted], load_aliases())] for wanted in ("发改委", "财政局")}
    assert found == {"发改委": ["M11", "M12"], "财政局": []}
    assert [r.id for r in led_by(rows, ["市科学技术局", "市发展改革委"], load_aliases())] == ["M11", "M12"]
