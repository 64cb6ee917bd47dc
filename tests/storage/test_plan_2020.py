"""The goals of 2020, transcribed by hand: ``data/workplan_2020.yaml`` against the page that it was made from."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from kjplan.model import Plan
from kjplan.storage.schema import json_schema
from kjplan.storage.yaml_read import load_plan_text
from kjplan.storage.yaml_write import dump_plan
from tests.conftest import ROOT

FILE = ROOT / "data" / "workplan_2020.yaml"


def plan() -> Plan:
    return load_plan_text(FILE.read_text(encoding="utf-8"), str(FILE))


def test_it_is_written_as_kjplan_writes_plans() -> None:
    assert dump_plan(plan()) == FILE.read_text(encoding="utf-8")


def test_it_says_what_it_is() -> None:
    loaded = plan()
    assert loaded.extent == "goals"
    assert loaded.document.source.origin == "transcribed"
    assert loaded.document.source.url == "public.zhengzhou.gov.cn/D08Y/4364605.jhtml"
    assert (loaded.year, loaded.title, loaded.issuer) == (2020, None, "郑州市科学技术局")
    assert loaded.document.index_number == "416049270/2020-00289"
    assert loaded.document.document_number == "郑科〔2020〕1号"
    assert loaded.document.written_date == loaded.document.published_date == "2020-04-15"
    assert [s.title for s in loaded.parts if s.kind == "section"] == ["总体思路", "主要目标", "重点任务"]
    assert not loaded.measures


def test_nothing_in_it_has_a_span() -> None:
    assert "span" not in FILE.read_text(encoding="utf-8")


def test_goals() -> None:
    goals = plan().goals
    assert [g.id for g in goals] == [f"G{n}" for n in range(1, 10)]
    assert {g.number for g in goals} == {None}
    assert [g.text for g in goals if not g.targets] == []
    for goal in goals:
        for target in goal.targets:
            assert str(target.quote) in goal.text
            assert f"{target.value}{target.unit}" in str(target.quote)
    stated = [g for g in goals if g.responsibility.stated]
    assert [(g.text, [(b.name, b.role) for b in g.responsibility.bodies]) for g in stated] == [
        ("万人发明专利拥有量达到19件", [("市场监管局", "lead")])
    ]


def test_targets_are_those_of_the_page(shared: Path) -> None:
    page = (shared / "notice" / "goals_2020.md").read_text(encoding="utf-8")
    rows: list[Any] = [[c.strip() for c in r.split("|")[2:-1]] for r in page.splitlines() if r.startswith("| –")]
    assert len(rows) == 9
    targets = [g.targets for g in plan().goals]
    for (indicator, wording, comparator, value, unit, basis, _), (target, *_) in zip(rows, targets, strict=True):
        assert target.indicator == indicator
        assert (target.hedge or "") + str(target.verb) == wording
        assert target.comparator == comparator.partition(",")[0]
        assert bool(target.hedge) == ("hedged" in comparator)
        assert target.value == Decimal(value)
        assert target.unit == unit.partition(" ")[0]
        assert target.per == (re.findall("per (.*)\\)", unit) or [None])[0]
        assert target.basis == basis
    assert [f"{t.comparator} {t.value} {t.basis}" for t in targets[6]] == ["bare 100 increment", "ge 1300 level"]
    assert [len(t) for t in targets] == [1, 1, 1, 1, 1, 1, 2, 1, 1]


def test_exact_base_values() -> None:
    assert [f"{t.base_value} {t.base_unit}" for t in plan().targets if t.unit == "亿元"] == ["16600000000 元"]


def test_it_meets_the_schema_in_other_readers_too() -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    assert list(validator.iter_errors(yaml.safe_load(FILE.read_text(encoding="utf-8")))) == []
