"""The 2022 notice against its hand-made truth, and its key sentences without it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.names.areas import find_area_tasks
from kjplan.extraction.times.deadlines import find_deadlines
from kjplan.extraction.titles.documents import find_documents
from kjplan.extraction.titles.terms import find_terms
from kjplan.model import Target
from kjplan.reading.text import Passage, SourceText
from tests.extraction.helpers import goal_passages, measure_passages

FIELDS = ("indicator", "verb", "comparator", "unit", "basis", "hedge", "scope", "period", "per")


@pytest.fixture(scope="module")
def source(notice_text: str) -> SourceText:
    return SourceText(notice_text)


@pytest.fixture(scope="module")
def measures(source: SourceText) -> dict[str, list[Passage]]:
    return measure_passages(source)


@pytest.fixture(scope="module")
def truth(shared: Path) -> dict[str, Any]:
    loaded = yaml.safe_load((shared / "notice" / "truth_2022.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(scope="module")
def true_measures(truth: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {m["number"]: m for section in truth["sections"] for m in section["measures"]}


def _as_truth(target: Target) -> dict[str, Any]:
    stated = {k: getattr(target, k) for k in FIELDS if getattr(target, k) is not None}
    return stated | {"value": str(target.value)}


def _true(target: dict[str, Any]) -> dict[str, Any]:
    return {k: target[k] for k in FIELDS if k in target} | {"value": str(target["value"])}


def _check(found: list[Target], expected: list[dict[str, Any]]) -> None:
    assert [_as_truth(t) for t in found] == [_true(t) for t in expected]
    for target, true in zip(found, expected, strict=True):
        assert target.span is not None
        assert target.quote is not None
        assert target.span[0] <= true["span"][0] < true["span"][1] <= target.span[1]
        assert true["quantity"] in target.quote


def test_goals(source: SourceText, truth: dict[str, Any]) -> None:
    passages = goal_passages(source)
    assert len(passages) == len(truth["goals"])
    for goal in truth["goals"]:
        _check(find_targets(passages[goal["number"]], year=2022, committed=True), goal["targets"])


def test_measure_targets(measures: dict[str, list[Passage]], true_measures: dict[str, dict[str, Any]]) -> None:
    assert measures.keys() == true_measures.keys()
    for number, passages in measures.items():
        _check([t for p in passages for t in find_targets(p, year=2022)], true_measures[number].get("targets", []))


def test_documents(measures: dict[str, list[Passage]], true_measures: dict[str, dict[str, Any]]) -> None:
    found = {n: [d for p in ps for d in find_documents(p) if d.quoted] for n, ps in measures.items()}
    assert {n: [(d.title, d.relation, d.verb, d.span) for d in ds] for n, ds in found.items() if ds} == {
        n: [(d["title"], d["relation"], d["verb"], tuple(d["span"])) for d in m["documents"]]
        for n, m in true_measures.items()
        if "documents" in m
    }


def test_terms(measures: dict[str, list[Passage]], true_measures: dict[str, dict[str, Any]]) -> None:
    found = {n: [t.text for p in ps for t in find_terms(p)] for n, ps in measures.items()}
    assert found == {n: m.get("terms", []) for n, m in true_measures.items()}
    assert sum(map(len, found.values())) == 34


def test_area_tasks(measures: dict[str, list[Passage]], true_measures: dict[str, dict[str, Any]]) -> None:
    found = {
        n: [{"areas": t.areas, "task": t.task} for p in ps for t in find_area_tasks(p)] for n, ps in measures.items()
    }
    assert found == {n: m.get("area_tasks", []) for n, m in true_measures.items()}


def test_traps_trip_nothing(source: SourceText, truth: dict[str, Any]) -> None:
    for trap in truth["parser_traps"]:
        start = source.text.index(trap["exact"])
        passage = Passage.of(source, [(start, start + len(trap["exact"]))])
        assert find_targets(passage, year=2022, committed=True) == []
        assert not find_responsibility([passage]).stated


def test_no_measure_states_who_or_when(measures: dict[str, list[Passage]]) -> None:
    assert len(measures) == 23
    for passages in measures.values():
        assert not find_responsibility(passages).stated
        assert [d for p in passages for d in find_deadlines(p, 2022)] == []


def test_figures_of_the_whole_notice(measures: dict[str, list[Passage]]) -> None:
    quotes = [t.quote for passages in measures.values() for p in passages for t in find_targets(p, year=2022)]
    assert quotes == ["1000家以上", "100家", "100家", "1500家以上", "30个", "7家", "5家以上", "10家以上"]
