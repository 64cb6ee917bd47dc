"""Documents promised and issued, slogans, bodies, and what a measure's changed facts read like."""

import pytest

from kjplan.diffing import diff, to_record
from kjplan.diffing.principles import compare_principles
from kjplan.diffing.result import PlanDiff
from kjplan.model import (
    BodyMention,
    Commitment,
    Deadline,
    DocumentReference,
    Measure,
    Plan,
    Relation,
    Responsibility,
    ResponsibleBody,
)
from tests.diffing.plans import goal, plan, section, target


def naming(*documents: tuple[str, Relation]) -> Plan:
    """A plan whose one measure names these documents."""
    references = [DocumentReference(title=title, relation=relation) for title, relation in documents]
    return plan(section("政策", Measure(number="1", title="完善政策", text="完善政策体系", documents=references)))


def told(found: PlanDiff) -> dict[str, list[str]]:
    documents = found.documents
    return {
        "added": [d.title for d in documents.added],
        "removed": [d.title for d in documents.removed],
        "issued": [f"{p.old.title} → {p.new.title}" for p in documents.issued],
        "again": [f"{p.old.title} → {p.new.title}" for p in documents.promised_again],
    }


@pytest.mark.parametrize("promise", ["draft", "revise", "issue"])
@pytest.mark.parametrize("use", ["implement", "cite"])
def test_a_promised_document_that_is_carried_out_was_issued(promise: Relation, use: Relation) -> None:
    found = diff(naming(("人才办法", promise)), naming(("人才办法", use)))
    assert told(found) == {"added": [], "removed": [], "issued": ["人才办法 → 人才办法"], "again": []}


def test_a_document_that_is_still_promised_was_not_issued() -> None:
    new = naming(("人才办法", "implement"), ("人才办法", "revise"))
    assert told(diff(naming(("人才办法", "draft")), new))["again"] == ["人才办法 → 人才办法"]


def test_a_document_that_was_only_cited_was_not_promised() -> None:
    found = told(diff(naming(("人才办法", "cite")), naming(("人才办法", "implement"))))
    assert found == {"added": [], "removed": [], "issued": [], "again": []}


@pytest.mark.parametrize(
    ("old", "new", "one"),
    [
        ("科技创新促进条例(草案)", "科技创新促进条例", True),
        ("科技创新促进条例", "某市科技创新促进条例", True),
        ("人才条例", "某市人才条例", False),
        ("科技规划(2016-2020年)", "科技规划(2021-2025年)", False),
        ("科技创新促进条例", "科技创新促进条例实施细则", False),
    ],
)
def test_a_document_is_known_again_in_its_final_form(old: str, new: str, one: bool) -> None:
    found = told(diff(naming((old, "draft")), naming((new, "implement"))))
    assert (found["issued"] == [f"{old} → {new}"]) is one
    assert (found["added"], found["removed"]) == (([], []) if one else ([new], [old]))


def test_of_two_documents_that_might_be_meant_neither_is_taken() -> None:
    new = naming(("甲市科技创新促进条例", "implement"), ("乙市科技创新促进条例", "implement"))
    assert told(diff(naming(("科技创新促进条例", "draft")), new))["issued"] == []


def test_slogans_come_and_go() -> None:
    old = "深入贯彻党的十九大精神，增强“四个意识”，按照市委部署，全面推进各项工作。"
    new = "深入贯彻党的二十大精神，增强“四个意识”，深刻领悟“两个确立”，按照市委要求，弘扬三牛精神，推进各项工作。"
    found = compare_principles(old, new)
    assert found.slogans_added == ["党的二十大", "两个确立", "弘扬三牛精神"]
    assert found.slogans_removed == ["党的十九大"]


def test_a_clause_that_is_only_reworded_is_no_slogan() -> None:
    found = compare_principles("全面推进科技创新各项工作。", "扎实推进科技创新各项工作。")
    assert (found.slogans_added, found.slogans_removed) == ([], [])
    assert found.changed


def test_bodies_that_one_plan_names() -> None:
    def naming_bodies(lead: str, touched: str) -> Plan:
        responsible = Responsibility(stated=True, bodies=[ResponsibleBody(name=lead, role="lead")])
        measure = Measure(
            title="推进改革", text="推进改革", responsibility=responsible, bodies=[BodyMention(name=touched)]
        )
        return plan(goal(target("企业", "10", "家"), lead="市统计局"), section("改革", measure))

    found = diff(naming_bodies("市科技局", "各区县"), naming_bodies("市发改委", "各区县"))
    assert (found.bodies.added, found.bodies.removed) == (["市发改委"], ["市科技局"])


def test_what_changed_about_a_measure_reads_as_it_did() -> None:
    def made(name: str | None, due: str | None, commitment: Commitment) -> Plan:
        bodies = [ResponsibleBody(name=name, role="lead")] if name else []
        return plan(
            section(
                "改革",
                Measure(
                    title="推进改革",
                    text="推进经费使用改革",
                    responsibility=Responsibility(stated=bool(bodies), bodies=bodies),
                    due=[Deadline(text=due)] if due else [],
                    commitment=commitment,
                ),
            )
        )

    (row,) = diff(made("市科技局", None, "explore"), made(None, "年底前", "advance")).measures
    assert row.changes == ["responsibility_changed", "deadline_changed", "commitment_changed"]
    assert [(f.kind, f.note, f.old, f.new) for f in row.facts] == [
        ("responsibility", "responsibility_dropped", "市科技局(lead)", None),
        ("deadline", "deadline_added", None, "年底前"),
        ("commitment", "commitment_raised", "explore", "advance"),
    ]


def test_the_contract_has_its_names_only_and_why_has_more() -> None:
    found = diff(naming(("人才办法", "draft")), naming(("人才办法", "cite")))
    plain, more = to_record(found), to_record(found, why=True)
    assert list(plain["documents"]) == ["added", "removed"]
    assert list(plain["principles"]) == ["changed", "text_diff"]
    assert "bodies" not in plain
    assert [pair["old"]["title"] for pair in more["documents"]["issued"]] == ["人才办法"]
    assert more["bodies"] == {"added": [], "removed": []}


@pytest.mark.parametrize(
    ("old", "new", "unit", "delta_unit", "percent"),
    [
        ("166", "400", "亿元", "亿元", "140.96"),
        ("2.1", "2.6", "%", "个百分点", "23.81"),
        ("200", "100", "家", "家", "-50"),
        ("100", "200", "家", "家", "100"),
        ("0", "5", "家", "家", None),
    ],
)
def test_a_delta_in_percent_of_the_old_value(
    old: str, new: str, unit: str, delta_unit: str, percent: str | None
) -> None:
    (row,) = diff(plan(goal(target("指标数值", old, unit))), plan(goal(target("指标数值", new, unit)))).goals
    assert (row.delta_unit, row.percent if row.percent is None else str(row.percent)) == (delta_unit, percent)


def test_a_rank_has_no_percent() -> None:
    one, other = (plan(goal(target("综合排名", v, "位", basis="rank"))) for v in ("40", "30"))
    assert diff(one, other).goals[0].percent is None
