"""The hand-made truth of the 2022 notice, fact by fact."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from kjplan.model import Goal, Measure, Plan, Target
from kjplan.parsing import Parsed, parse_source
from kjplan.reading import read
from tests.conftest import NOTICE


@pytest.fixture(scope="module")
def truth(shared: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((shared / "notice" / "truth_2022.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    return parse_source(read(NOTICE))


@pytest.fixture(scope="module")
def plan(parsed: Parsed) -> Plan:
    return parsed.plan


def test_the_source_is_the_notice(truth: dict[str, Any], parsed: Parsed) -> None:
    want = truth["source"]
    assert parsed.plan.document.source.sha256 == want["sha256"]
    assert len(parsed.source.text) == want["chars"]
    assert len(parsed.source.line_starts) == want["lines"]


def test_metadata(truth: dict[str, Any], plan: Plan) -> None:
    for name, value in truth["document"].items():
        assert getattr(plan.document, name) == value, name
    assert plan.notice is not None
    assert (plan.notice.title, plan.notice.text) == (truth["notice"]["title"], truth["notice"]["text"])
    assert (plan.title, plan.year, plan.year_end, plan.extent) == (truth["title"], truth["year"], None, "full")
    assert [f.text for f in plan.furniture if f.kind == "footer"] == [truth["footer"]]


def test_parts(truth: dict[str, Any], plan: Plan) -> None:
    assert [(p.number, getattr(p, "title", None)) for p in plan.parts] == [
        (p["number"], p["title"]) for p in truth["parts"]
    ]
    for part, want in zip(plan.parts, truth["parts"], strict=True):
        assert part.span is not None
        assert part.span[0] == want["span"][0]
        assert part.span[1] >= want["span"][1]


def test_sections_and_measures(truth: dict[str, Any], plan: Plan) -> None:
    got = [
        (s.number, s.title, [(m.number, m.title) for m in s.children if isinstance(m, Measure)]) for s in plan.sections
    ]
    want = [(s["number"], s["title"], [(m["number"], m["title"]) for m in s["measures"]]) for s in truth["sections"]]
    assert got == want
    assert (len(got), len(plan.measures)) == (8, 23)


def _target(target: Target, want: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    names = ("indicator", "verb", "comparator", "unit", "basis", "hedge", "scope", "per", "period", "restates")
    got = {n: getattr(target, n) for n in names} | {"value": target.value}
    expected = {n: want.get(n) for n in names} | {"value": Decimal(str(want["value"]))}
    return got, expected


def _same_targets(targets: list[Target], wanted: list[dict[str, Any]], text: str) -> None:
    assert len(targets) == len(wanted), [t.quote for t in targets]
    for target, want in zip(targets, wanted, strict=True):
        got, expected = _target(target, want)
        assert got == expected
        assert target.span is not None
        assert target.quote == text[slice(*target.span)]
        assert target.span[0] <= want["span"][0]
        assert target.span[1] >= want["span"][1]
        assert want["quantity"] in target.quote


def test_goals_and_their_seven_targets(truth: dict[str, Any], parsed: Parsed) -> None:
    goals = parsed.plan.goals
    assert [(g.number, g.text) for g in goals] == [(g["number"], g["text"]) for g in truth["goals"]]
    for goal, want in zip(goals, truth["goals"], strict=True):
        _same_targets(goal.targets, want["targets"], parsed.source.text)
    assert sum(len(g.targets) for g in goals) == 7


def _wanted_measures(truth: dict[str, Any]) -> list[dict[str, Any]]:
    return [m for s in truth["sections"] for m in s["measures"]]


def test_the_eight_targets_of_the_measures(truth: dict[str, Any], parsed: Parsed) -> None:
    for measure, want in zip(parsed.plan.measures, _wanted_measures(truth), strict=True):
        _same_targets(measure.targets, want.get("targets", []), parsed.source.text)
    assert sum(len(m.targets) for m in parsed.plan.measures) == 8


def test_the_seven_documents(truth: dict[str, Any], parsed: Parsed) -> None:
    total = 0
    for measure, want in zip(parsed.plan.measures, _wanted_measures(truth), strict=True):
        got = [(d.title, d.relation, d.verb, d.quoted, list(d.span or ())) for d in measure.documents if d.quoted]
        assert got == [(d["title"], d["relation"], d["verb"], True, d["span"]) for d in want.get("documents", [])]
        total += len(got)
    assert total == 7


def test_documents_without_marks(parsed: Parsed) -> None:
    bare = [(m.id, d.title, d.verb, d.relation) for m in parsed.plan.measures for d in m.documents if not d.quoted]
    assert bare == [
        ("M15", "郑州市重大科技创新专项管理办法", "修订完善", "revise"),
        ("M15", "资金管理办法", "修订完善", "revise"),
    ]


def test_the_thirty_four_terms(truth: dict[str, Any], parsed: Parsed) -> None:
    total = 0
    for measure, want in zip(parsed.plan.measures, _wanted_measures(truth), strict=True):
        assert [t.text for t in measure.terms] == want.get("terms", []), measure.id
        for term in measure.terms:
            assert term.span is not None
            assert term.text in parsed.source.text[slice(*term.span)]
        total += len(measure.terms)
    assert total == 34


def test_area_tasks(truth: dict[str, Any], plan: Plan) -> None:
    for measure, want in zip(plan.measures, _wanted_measures(truth), strict=True):
        assert [{"areas": a.areas, "task": a.task} for a in measure.area_tasks] == want.get("area_tasks", []), (
            measure.id
        )


def test_nobody_is_responsible_and_nothing_is_due(truth: dict[str, Any], plan: Plan) -> None:
    assert truth["responsibility_stated_in"] == truth["deadlines_stated_in"] == []
    nodes: list[Goal | Measure] = [*plan.goals, *plan.measures]
    for node in nodes:
        assert not node.responsibility.stated
        assert node.responsibility.bodies == []
        assert node.due == []


def test_traps_trip_nothing(truth: dict[str, Any], parsed: Parsed) -> None:
    """No target, deadline or responsible body lies in any of the places that fool a naive rule."""
    text = parsed.source.text
    spans = [t.span for t in parsed.plan.targets if t.span]
    for trap in truth["parser_traps"]:
        lines = [text.index(trap["exact"])]
        for at in lines:
            end = at + len(trap["exact"])
            inside = [text[a:b] for a, b in spans if a < end and b > at]
            assert inside in ([], ["100家"]), trap["exact"]
