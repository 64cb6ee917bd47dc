"""What a correction may change, and what follows from it."""

from decimal import Decimal
from typing import Any

import pytest

from kjplan.model import Measure
from kjplan.storage.corrections import overlay
from kjplan.storage.corrections.entry import kinds_of
from kjplan.storage.loading import load
from tests.conftest import ROOT
from tests.storage.corrected import NOTICE, entry, laid, node, plan_of, states


@pytest.mark.parametrize(
    ("id", "field", "was", "value", "expected"),
    [
        ("M1", "title", "建没平台", "建设平台", "建设平台"),
        ("M1", "title", "1.建没平台。市财政局会同", "建设平台", "建设平台"),
        ("M1", "title", "市财政局会同", None, None),
        ("M2", "number", "2", "二", "二"),
        ("S2", "role", "measures", "safeguards", "safeguards"),
        ("S2", "role", "重点任务", "safeguards", "safeguards"),
        ("M1", "commitment", "市财政局会同", "establish", "establish"),
        ("G1.1", "value", "1000", 1200, 1200),
        ("G1.1", "value", Decimal("1000.0"), Decimal("1200.5"), Decimal("1200.5")),
        ("G1.1", "indicator", "1000家以上", "新企业", "新企业"),
        ("G1.1", "comparator", "新增企业1000家以上", "bare", "bare"),
        ("G2.1", "restates", "新建平台50家", "G1.1", "G1.1"),
    ],
)
def test_a_field_is_set_right(id: str, field: str, was: Any, value: Any, expected: Any) -> None:
    plan = laid(entry(id=id, field=field, was=was, value=value)).plan
    assert getattr(node(plan, id), field) == expected
    assert [d.code for d in plan.diagnostics] == ["corrected"]


@pytest.mark.parametrize(
    ("id", "field", "was", "value"),
    [
        ("document", "signed_date", "2022-03-25", "2022-03-26"),
        ("document", "document_number", "甲市科学技术局", "甲科〔2022〕1号"),
        ("plan", "year", 2022, 2023),
        ("plan", "issuer", "甲市科学技术局", None),
        ("notice", "text", "请认真贯彻执行", "现印发给你们。"),
    ],
)
def test_metadata_is_set_right(id: str, field: str, was: Any, value: Any) -> None:
    plan = laid(entry(id=id, field=field, was=was, value=value)).plan
    owner = plan if id == "plan" else getattr(plan, id)
    assert getattr(owner, field) == value


def test_what_a_person_has_read_is_inferred_no_more() -> None:
    assert "genre" in plan_of().document.inferred
    plan = laid("- {id: document, field: genre, was: 通知, value: 意见}\n").plan
    assert plan.document.genre == "意见"
    assert "genre" not in plan.document.inferred


def test_elements_are_added_and_dropped() -> None:
    fixes = """
- {id: M1, field: bodies, was: 市财政局, drop: 市财政局}
- {id: M1, field: documents, was: 建设平台, add: {title: 平台管理办法, relation: draft}}
- {id: M2, field: due, was: 年底前, drop: {text: 年底前}}
- {id: document, field: addressees, was: 各区县, add: 各开发区}
- {id: document, field: addressees, was: 各区县, drop: 各区县}
"""
    plan = laid(fixes).plan
    assert "市财政局" in [b.name for b in node(plan_of(), "M1").bodies]
    assert "市财政局" not in [b.name for b in node(plan, "M1").bodies]
    assert [(d.title, d.relation) for d in node(plan, "M1").documents] == [("平台管理办法", "draft")]
    assert node(plan_of(), "M2").due and node(plan, "M2").due == []
    assert plan.document.addressees == ["各开发区"]


def test_a_responsible_body_is_stated() -> None:
    name = "- {id: M3, field: responsibility.bodies, was: 引进人才百名, add: {name: 甲局, role: lead}}\n"
    responsibility = node(laid(name).plan, "M3").responsibility
    assert (responsibility.stated, [b.name for b in responsibility.bodies]) == (True, ["甲局"])
    not_stated = name + "- {id: M3, field: responsibility.stated, was: 引进人才百名, value: false}\n"
    assert states(not_stated)[1] == ("needless", "M3")
    gone = "- {id: M3, field: responsibility.bodies, was: 甲局, drop: 甲局}\n"
    assert (
        node(laid(gone, NOTICE.replace("人才百名。", "人才百名。（甲局负责）")).plan, "M3").responsibility.stated
        is False
    )


def test_base_values_follow() -> None:
    target = node(laid("- {id: G1.2, field: value, was: 达到400亿元, value: 4.5}\n").plan, "G1.2")
    assert (target.base_value, target.base_unit) == (450000000, "元")
    own = "- {id: G1.2, field: value, was: 400, value: 4}\n- {id: G1.2, field: base_value, was: 400亿元, value: 7}\n"
    assert node(laid(own).plan, "G1.2").base_value == 7
    assert node(laid("- {id: G1.2, field: unit, was: 亿元, value: null}\n").plan, "G1.2").base_unit is None


def test_targets_keep_their_ids_and_new_ones_get_some() -> None:
    fixes = """
- id: G1
  field: targets
  was: 新增企业
  value:
  - {indicator: 平台, value: 3, unit: 万家}
  - {indicator: 企业, verb: 新增, comparator: ge, value: 1000, unit: 家, basis: increment, quote: 1000家以上}
"""
    new, old = node(laid(fixes).plan, "G1").targets
    assert (new.id, new.base_value, new.base_unit) == ("G1.2", 30000, "家")
    assert old == node(plan_of(), "G1.1")
    added = laid("- {id: G1, field: targets, was: 新增企业, add: {indicator: 平台, value: 3}}\n").plan
    assert [t.id for t in node(added, "G1").targets] == ["G1.1", "G1.2", "G1.3"]


def test_an_id_may_mean_a_target_or_a_measure() -> None:
    """M2.1 is the first target of M2, or a measure numbered 1 under section 2, where numbers restart."""
    text = (
        "2022年工作要点\n一、重点任务\n1.建设平台。建设平台三家。\n二、其他任务\n1.培育企业。年底前新培育企业10家。\n"
    )
    plan = laid("- {id: M2.1, field: title, was: 培育企业, value: 扶持企业}\n", text).plan
    assert node(plan, "M2.1").title == "扶持企业"
    assert states("- {id: M2.1.1, field: value, was: 10家, value: 11}\n", text) == [("applied", "M2.1.1")]
    due = (
        "- {id: M2.1, field: due, was: 年底前, value: []}\n- {id: M2.1.1, field: due, was: 10家, value: '2022-12-31'}\n"
    )
    assert {state for state, _ in states(due, text)} <= {"applied", "needless"}


@pytest.mark.parametrize(
    ("id", "kinds"),
    [
        ("M11", "Measure"),
        ("M2.1", "Measure Target"),
        ("G4.1", "Goal Target"),
        ("S3.2", "Section"),
        ("A1.M2", "Measure"),
        ("A12.G2.1", "Goal Target"),
        ("document", "Document"),
        ("M", ""),
        ("A.M2", ""),
        ("AM1.M2", ""),
        ("X1", ""),
        ("", ""),
        ("documents", ""),
    ],
)
def test_what_an_id_may_mean(id: str, kinds: str) -> None:
    assert " ".join(kind.__name__ for kind in kinds_of(id)) == kinds


def test_measures_of_an_attachment() -> None:
    text = NOTICE + "附件1\n任务清单\n一、重点任务\n1.建没基地。建成一家。\n2.办好展会。办会一次。\n"
    plan = plan_of(text)
    inner = plan.attachments[0].parts[0]
    corrected = laid(f"- {{id: {inner.id}, field: title, was: 重点任务, value: 任务}}\n", text).plan
    assert corrected.attachments[0].parts[0].title == "任务"  # type: ignore[union-attr]


def test_the_example_in_the_docs() -> None:
    page = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    example = page.partition("<!-- example")[2].partition("```yaml\n")[2].partition("```")[0]
    overlaid = overlay(ROOT / "data" / "x.yaml", load(ROOT / "data" / "workplan_2022.yaml"), example)
    assert [outcome.state for outcome in overlaid.outcomes] == ["applied"] * 6
    assert node(overlaid.plan, "M12").responsibility.stated
    assert node(overlaid.plan, "G4.1").base_value == 1200


def test_measures_of_the_notice_are_measures() -> None:
    """The notice of these tests is read as they expect."""
    assert [m.id for m in plan_of().walk(Measure)] == ["M1", "M2", "M3"]
    assert plan_of().diagnostics == []
