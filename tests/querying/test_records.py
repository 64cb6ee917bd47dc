"""Records and tables: stable shapes in the model's key order, where each fact belongs at the end."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from decimal import Decimal

import pytest

import kjplan
from kjplan import language
from kjplan.model import (
    AreaTask,
    BodyMention,
    BodyRole,
    Deadline,
    Goal,
    Measure,
    Plan,
    Responsibility,
    ResponsibleBody,
    Target,
)
from kjplan.naming import load_aliases
from kjplan.querying import records, select, tables
from kjplan.querying.table import Table


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> Iterator[language.Language]:
    chosen: language.Language = request.param
    language.choose(chosen)
    yield chosen
    language.choose(None)


def test_measure_records_have_the_models_keys_then_section(plan: Plan) -> None:
    found = records.measures(plan, select.measures(plan, numbers=["2"]))
    assert [list(r) for r in found] == [[f.name for f in fields(Measure)] + ["section"]]
    assert found[0]["section"] == {"id": "S3.2", "number": "二", "title": "建设一流ＡＢ平台"}
    assert found[0]["responsibility"] == {"stated": False, "bodies": [], "quote": None, "span": None}
    assert found[0]["due"] == []


def test_a_measure_outside_all_sections_has_none(plan: Plan) -> None:
    assert records.measures(plan)[-1]["section"] is None


def test_goal_records(plan: Plan) -> None:
    found = records.goals(plan)
    assert [list(r) for r in found] == [[f.name for f in fields(Goal)] + ["section"]] * 2
    assert found[0]["targets"][0]["value"] == Decimal("1000")
    assert found[0]["targets"][0]["span"] == [2, 7]


def test_target_records_name_their_owner(plan: Plan) -> None:
    found = records.targets(plan)
    assert [list(r) for r in found] == [[f.name for f in fields(Target)] + ["owner"]] * 2
    nobody = {"responsibility": {"stated": False, "bodies": [], "quote": None, "span": None}, "due": []}
    assert [r["owner"] for r in found] == [
        {"kind": "goal", "id": "G1", "number": "1", "title": "目标1", **nobody},
        {"kind": "measure", "id": "M3", "number": "3", "title": "抓项目", **nobody},
    ]


def test_document_records_name_their_measure(plan: Plan) -> None:
    found = records.documents(plan, select.documents(plan, ["issue"]))
    assert [(r["title"], r["relation"], r["measure"]["id"]) for r in found] == [("规则", "issue", "M1")]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("6月底前完成摸排。年底前出台《规则》，抓好落实。", ["年底前"]),
        ("6月底前完成摸排。出台《规则》。", []),
        ("完成摸排。出台《规则》。（市科技局负责，6月底前完成）", ["6月底前"]),
        ("6月底前出台细则，年底前出台《规则》。", ["6月底前", "年底前"]),
    ],
)
def test_a_document_is_due_when_its_sentence_says(plan: Plan, text: str, due: list[str]) -> None:
    measure = plan.measures[0]
    measure.text = text
    measure.due = [Deadline(text=words) for words in ("6月底前", "年底前") if words in text]
    (found,) = records.documents(plan, select.documents(plan, ["issue"]))
    assert [d["text"] for d in found["due"]] == due
    assert [b["name"] for b in found["measure"]["responsibility"]["bodies"]] == ["市科技局", "市财政局"]


def test_a_document_in_the_title_of_a_measure_is_due_with_it(plan: Plan) -> None:
    measure = plan.measures[0]
    measure.title, measure.text = "出台《规则》", "6月底前完成摸排。年底前完成论证。"
    measure.due = [Deadline(text="6月底前"), Deadline(text="年底前")]
    (found,) = records.documents(plan, select.documents(plan, ["issue"]))
    assert [d["text"] for d in found["due"]] == ["6月底前", "年底前"]


def test_roles_of_a_body_stand_in_one_order(plan: Plan) -> None:
    roles: tuple[BodyRole, ...] = ("joint", "support", "lead")
    for measure, role in zip(plan.measures, roles, strict=False):
        measure.responsibility = Responsibility(stated=True, bodies=[ResponsibleBody(name="市水利局", role=role)])
    (found,) = [r for r in records.bodies(plan) if r["name"] == "市水利局"]
    assert found["roles"] == ["lead", "support", "joint"]


def test_bodies_are_gathered_over_measures(plan: Plan) -> None:
    assert records.bodies(plan) == [
        _body("市科技局", "department", ["lead"], ["M1", "M2"]),
        _body("市财政局", "other", ["support"], ["M1"]),
        _body("中原区", "area", [], ["M2"]),
    ]


def test_the_names_of_one_body_are_one_record(plan: Plan) -> None:
    plan.measures[3].bodies = [BodyMention(name="市科学技术局", kind="department")]
    first = records.bodies(plan, load_aliases())[0]
    assert (first["name"], first["spellings"]) == ("市科技局", ["市科技局", "市科学技术局"])
    assert first["measures"] == ["M1", "M2", "M4"]
    assert [r["name"] for r in records.bodies(plan)][-1] == "市科学技术局"


def test_an_area_with_a_task_is_a_body(plan: Plan) -> None:
    plan.measures[3].area_tasks = [AreaTask(areas=["郑东新区"], task="开展试点")]
    assert records.bodies(plan)[-1] == _body("郑东新区", "area", [], ["M4"])


def _body(name: str, kind: str, roles: list[str], measures: list[str]) -> records.Record:
    return {"name": name, "kind": kind, "roles": roles, "goals": [], "measures": measures, "spellings": [name]}


def test_principles(plan: Plan) -> None:
    assert records.principles(plan) == [{"id": "S1", "title": "指导思想", "text": "坚持创新。\n坚持开放。"}]


def test_plans(plan: Plan) -> None:
    assert records.plans([("2022", "data/workplan_2022.yaml", plan)]) == [
        {
            "name": "2022",
            "year": 2022,
            "year_end": None,
            "title": "要点",
            "issuer": None,
            "extent": "full",
            "goals": 2,
            "measures": 4,
            "path": "data/workplan_2022.yaml",
        }
    ]


def test_tables_have_one_cell_a_column_and_both_languages(plan: Plan, lang: language.Language) -> None:
    shelf = [("2022", "x.yaml", plan)]
    plain: list[Callable[[Plan], Table]] = [tables.goals, tables.measures, tables.targets]
    plain += [tables.documents, tables.bodies, tables.principles]
    every: list[Table] = [make(plan) for make in plain]
    every += [tables.plans(shelf), tables.overview(plan)]
    for table in every:
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert len({c.key for c in table.columns}) == len(table.columns)
        assert all(c.heading == (c.zh if lang == "zh" else c.en) for c in table.columns)


def test_brief_table_leaves_out_detail_only(plan: Plan) -> None:
    language.choose("zh")
    brief = tables.measures(plan, select.measures(plan, numbers=["3"])).brief()
    assert [c.heading for c in brief.columns] == ["序号", "标题", "目标值", "所属部分"]
    assert brief.rows == [["3", "抓项目", "基地：新建10家以上", "二 建设一流ＡＢ平台"]]
    language.choose(None)


def test_an_untitled_measure_shows_its_first_words(plan: Plan) -> None:
    assert tables.measures(plan).brief().rows[-1][1] == "做好统计。"


def test_overview_leaves_out_what_is_not_stated(plan: Plan, lang: language.Language) -> None:
    facts = [row[0] for row in tables.overview(plan).rows]
    assert ("制定机关" if lang == "zh" else "issuer") not in facts
    assert ["举措" if lang == "zh" else "measures", "4"] in tables.overview(plan).rows


def test_target_cells_say_all_that_a_record_does() -> None:
    text = "2024年工作要点\n一、主要目标\n1.力争全市6月底前新增企业2万家以上。\n"
    table = tables.targets(kjplan.parse(text))
    cells = dict(zip((column.key for column in table.columns), table.rows[0], strict=True))
    said = {key: cells[key] for key in ("verb", "hedge", "scope", "due", "base_value", "base_unit")}
    assert said == {
        "verb": "新增",
        "hedge": "力争",
        "scope": "全市",
        "due": "2024-06-30",
        "base_value": "20000",
        "base_unit": "家",
    }
