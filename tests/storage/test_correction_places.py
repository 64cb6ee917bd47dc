"""Which object a correction is about, and what is reported about it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan import dumps, loads
from kjplan.errors import PlanFileError
from kjplan.model import Plan
from kjplan.parsing import Parsed
from kjplan.storage.corrections import overlay
from kjplan.storage.corrections.laying import lay_over
from kjplan.storage.corrections.reading import read_fixes
from kjplan.storage.loading import load, open_plan
from kjplan.storage.yaml_write import dump_data, dump_plan
from tests.storage.corrected import NOTICE, TITLE, laid, node, plan_of, renumbered, states
from tests.storage.strategies import plans, unhurried


@pytest.mark.parametrize(
    ("fixes", "text", "state"),
    [
        (TITLE, NOTICE, ("applied", "M1")),
        (TITLE, renumbered(), ("moved", "M2")),
        (TITLE.replace("M1", "M9"), NOTICE, ("moved", "M1")),
        (TITLE, NOTICE.replace("建没", "建设"), ("needless", "M1")),
        (TITLE, NOTICE.replace("建没平台", "打造平台"), ("stale", None)),
        (TITLE.replace("建没平台", "引进"), renumbered(), ("moved", "M4")),
        (TITLE.replace("建没平台", "企业"), renumbered().replace("引进人才", "引进企业"), ("stale", None)),
        # A title that is right is not looked for elsewhere.
        (TITLE, NOTICE.replace("建没", "建设").replace("引进人才百名", "不建没平台"), ("needless", "M1")),
        # A role that is right by chance is no reason to stay: its words are elsewhere now.
        ("- {id: S1, field: role, was: 重点任务, value: goals}\n", NOTICE, ("moved", "S2")),
        ("- {id: S1, field: role, was: 一般任务, value: goals}\n", NOTICE, ("needless", "S1")),
        # A target by its own words, also where the measure has others.
        ("- {id: G1.1, field: value, was: 400亿元, value: 500}\n", NOTICE, ("moved", "G1.2")),
        ("- {id: G1.1, field: value, was: 技术合同成交额达到400亿元, value: 500}\n", NOTICE, ("moved", "G1.2")),
        ("- {id: G1.1, field: value, was: 新增企业1000家以上, value: 500}\n", NOTICE, ("applied", "G1.1")),
        ("- {id: G7.1, field: value, was: 新增企业900家, value: 500}\n", NOTICE, ("stale", None)),
        # Another width, a wrapped line, the marks between title and text.
        ("- {id: M2, field: title, was: '２．培育企业。 培育企业', value: 企业}\n", NOTICE, ("applied", "M2")),
        (
            "- {id: notice, field: title, was: 印发, value: 通知}\n",
            "2022年工作要点\n一、任务\n1.建设。\n",
            ("stale", None),
        ),
        ("- {id: M2, field: bodies, was: 培育, drop: 市财政局}\n", NOTICE, ("needless", "M2")),
        ("- {id: document, field: addressees, was: 各区县, add: 各区县}\n", NOTICE, ("needless", "document")),
        ("- {id: document, field: document_number, was: 没有的字, value: 甲}\n", NOTICE, ("stale", None)),
    ],
)
def test_where_a_correction_belongs(fixes: str, text: str, state: tuple[str, str | None]) -> None:
    assert states(fixes, text) == [state]


def test_the_words_of_a_stale_one_are_named_where_they_stand_in_several_places() -> None:
    fixes = "- {id: M9, field: title, was: 培育企业, value: 企业}\n"
    twice = NOTICE.replace("引进人才百名", "协助培育企业")
    (outcome,) = laid(fixes, twice).outcomes
    assert (outcome.state, outcome.elsewhere) == ("stale", ("M2", "M3"))
    assert laid(fixes, twice).plan.diagnostics[0].message.endswith("(elsewhere: M2, M3)")


def test_one_that_moved_gives_way() -> None:
    """Two corrections of one title, the first by the id of another measure: the plan shows only one of them."""
    fixes = "- {id: M9, field: title, was: 建没平台, value: 搭建平台}\n" + TITLE
    overlaid = laid(fixes)
    assert [(o.state, o.elsewhere) for o in overlaid.outcomes] == [("stale", ("M1",)), ("applied", ())]
    assert node(overlaid.plan, "M1").title == "建设平台"


def test_words_are_those_of_the_notice_and_not_of_another_correction() -> None:
    fixes = TITLE.replace("建设", "搭建") + "- {id: M1, field: number, was: 建没平台, value: 一}\n"
    assert [state for state, _ in states(fixes)] == ["applied", "applied"]
    assert states(fixes + "- {id: M2, field: number, was: 搭建平台, value: 二}\n")[2] == ("stale", None)


def test_a_notice_parsed_again_keeps_the_correction_on_its_measure(tmp_path: Path) -> None:
    (tmp_path / "notice.fixes.yaml").write_text(TITLE)
    for text, id in ((NOTICE, "M1"), (renumbered(), "M2")):
        (tmp_path / "notice.txt").write_text(text)
        plan = load(tmp_path / "notice.txt")
        assert [m.id for m in plan.measures if m.title == "建设平台"] == [id]
        assert not [m for m in plan.measures if m.title == "建没平台"]


def test_diagnostics_say_what_and_where() -> None:
    fixes = TITLE + TITLE.replace("M1", "M9").replace("title", "number").replace("建设平台", "'9'")
    found = laid(fixes + TITLE.replace("M1", "M2").replace("建没平台", "没有"))
    line = NOTICE.splitlines().index("1.建没平台。市财政局会同甲市大学建设平台，建成三家。") + 1
    start = NOTICE.index("建没平台")
    met = [(d.code, d.severity, d.message, d.line, d.column, d.span) for d in found.plan.diagnostics]
    place = (line, 3, (start, start + 4))
    assert met == [
        ("corrected", "info", "title of M1 was corrected: “建没平台” → “建设平台”", *place),
        ("corrected", "info", "number of M1 was corrected: “1” → “9”", *place),
        (
            "correction-moved",
            "info",
            "the correction written for M9 (number) followed its words “建没平台” to M1",
            *place,
        ),
        (
            "correction-stale",
            "warning",
            "title of M2 was not corrected: “没有” no longer stands there (elsewhere: –)",
            *(None, None, None),
        ),
    ]


def test_the_whole_object_where_the_words_cannot_be_found() -> None:
    (met,) = laid("- {id: S2, field: role, was: measures, value: other}\n").plan.diagnostics
    section = node(plan_of(), "S2")
    assert met.span == section.span
    assert met.column == 1


def test_words_are_found_in_the_other_width() -> None:
    (met,) = laid("- {id: M2, field: title, was: ２.培育企业, value: 企业}\n").plan.diagnostics
    start = NOTICE.index("2.培育企业")
    assert met.span == (start, start + 6)


def test_places_come_from_the_notice_beside_a_plan(tmp_path: Path) -> None:
    notice, file = tmp_path / "notice.txt", tmp_path / "plan.yaml"
    notice.write_text(NOTICE)
    parsed = open_plan(notice)
    assert isinstance(parsed, Parsed)
    file.write_text(dump_plan(parsed.plan))
    (tmp_path / "plan.fixes.yaml").write_text(TITLE)
    (met,) = load(file).diagnostics
    assert (met.line, met.column) == (11, 3)
    notice.write_text(NOTICE + "\n")
    assert load(file).diagnostics == [met], "what is in the cache was right for the notice that the plan names"
    notice.unlink()
    (met,) = load(file).diagnostics
    assert (met.line, met.span) == (None, node(parsed.plan, "M1").span)


@unhurried
@given(plans)
def test_no_corrections_change_nothing(plan: Plan) -> None:
    assert overlay(Path("x.yaml"), plan, "# none\n").plan == plan


def test_corrections_may_be_laid_over_several_plans() -> None:
    fixes = read_fixes("- {id: G2, field: targets, was: 平台, value: [{indicator: 平台, value: 3, unit: 万家}]}\n", "f")
    first, plan = lay_over(plan_of(), fixes, "f").plan, plan_of()
    plan.goals[1].id = "G7"
    assert [t.id for t in first.goals[1].targets] == ["G2.1"]
    assert [t.id for t in lay_over(plan, fixes, "f").plan.goals[1].targets] == ["G7.1"]


WORDS = st.text(alphabet="建设平台0", min_size=1, max_size=6)
FIXES = st.fixed_dictionaries(
    {},
    optional={
        ("M1", "title"): WORDS,
        ("M1", "number"): WORDS,
        ("M2", "text"): WORDS,
        ("M2", "commitment"): st.sampled_from(["achieve", "establish", "advance"]),
        ("S2", "role"): st.sampled_from(["goals", "other", "safeguards"]),
        ("G1.1", "value"): st.integers(0, 10**12).map(Decimal),
        ("G1.2", "basis"): st.sampled_from(["level", "flow", None]),
        ("G2", "targets"): st.just([{"indicator": "平台", "value": 3, "unit": "万家"}]),
        ("M3", "due"): st.just([]),
        ("plan", "year"): st.integers(1949, 2999),
    },
)
STANDS_ON = {
    "M1": "甲市大学",
    "M2": "培育企业",
    "S2": "重点任务",
    "G1.1": "1000家以上",
    "G1.2": "400亿元",
    "G2": "新建平台",
    "M3": "引进人才",
    "plan": "贯彻执行",
}


@unhurried
@given(FIXES)
def test_laid_over_twice_is_once(values: dict[tuple[str, str], Any]) -> None:
    entries = [{"id": id, "field": field, "was": STANDS_ON[id], "value": v} for (id, field), v in values.items()]
    fixes = dump_data(entries)
    plan = plan_of()
    once = overlay(Path("x.txt"), plan, fixes)
    assert plan == plan_of(), "the plan that was given stays as it is"
    assert {o.state for o in once.outcomes} <= {"applied", "needless"}
    twice = overlay(Path("x.txt"), once.plan, fixes)
    assert {o.state for o in twice.outcomes} <= {"needless"}
    met, again = once.plan.diagnostics, twice.plan.diagnostics
    once.plan.diagnostics = twice.plan.diagnostics = []
    assert once.plan == twice.plan
    assert again[: len(met)] == met
    assert all(getattr(node(once.plan, id) if id != "plan" else once.plan, field) == v
               for (id, field), v in values.items() if field != "targets")  # fmt: skip


SCALARS = (
    st.none() | st.booleans() | st.integers(-5, 3000) | st.sampled_from(["", "M1", "平台", "2022", "lead", "建没平台"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["text", "name", "role", "id", "value"]), inner, max_size=3)
    ),
    max_leaves=4,
)
ENTRIES = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["M1", "G1.1", "S2", "M9", "plan", "document", "notice", "X", "M1.9"]) | VALUES,
        "field": st.sampled_from(
            ["title", "targets", "due", "items", "role", "value", "year", "addressees", "responsibility", "text"]
        )
        | VALUES,
        "was": st.sampled_from(["建没平台", "平台", "1000家以上", "2022", "没有"]) | VALUES,
    },
    optional={"value": VALUES, "add": VALUES, "drop": VALUES, "why": VALUES},
)


@unhurried
@given(st.lists(ENTRIES, max_size=3).map(dump_data) | st.text(max_size=60))
def test_any_file_is_laid_over_or_refused(text: str) -> None:
    plan = plan_of()
    try:
        overlaid = overlay(Path("x.txt"), plan, text)
    except PlanFileError:
        return
    assert loads(dumps(overlaid.plan)) == overlaid.plan
    assert plan == plan_of()
