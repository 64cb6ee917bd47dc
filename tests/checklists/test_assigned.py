"""The checklist with its ledger: stated and assigned facts told apart, 未明确 where neither is."""

from collections.abc import Iterator

import pytest

import kjplan
from kjplan import language
from kjplan.checklists import Row, build, group, records, table
from kjplan.checklists.assigned import overlay
from kjplan.ledger.reading import read_ledger

PLAN = kjplan.parse(
    "甲市2022年水务工作要点\n一、重点任务\n1.修渠。新建水渠20公里，新建水闸6座。（市水利局牵头，市财政局配合，6月底前完成）\n"
    "2.清淤。新增清淤河道12条。\n3.护林。做好护林。\n"
)
LEDGER = """ledger_version: 1
aliases:
- {name: 市水务局, also: [市水利局]}
tasks:
- id: M1
  was: 修渠
  assigned:
  - {lead: 市水利局, due: 2022-09-30, person: 张三}
  - {target: 水闸, lead: 市建设局}
  progress:
  - {date: 2022-05-31, target: 水闸, value: 2}
  - {date: 2022-06-30, words: 已进场}
- id: M2
  was: 清淤
  assigned:
  - {lead: [市水利局, 市环保局], support: 各区}
  - {support: null}
  progress:
  - {date: 2022-06-30, value: 6, words: 北河已清}
"""


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    language.choose("zh")
    yield
    language.choose(None)


@pytest.fixture
def rows() -> list[Row]:
    return overlay(build(PLAN), PLAN, read_ledger(LEDGER, "l"))


def test_stated_and_assigned_are_told_apart(rows: list[Row]) -> None:
    first, second, third = records(rows)
    assert (first["lead"], first["support"], first["due"]) == ("市水务局；水闸：市建设局", "市财政局", "2022-09-30")
    assert first["origin"] == {
        "lead": "assigned", "support": "stated", "due": "assigned", "person": "assigned", "progress": "assigned"
    }  # fmt: skip
    assert first["overridden"] == {"lead": "市水利局", "due": "6月底前"}
    assert (second["lead"], second["support"]) == ("市水务局、市环保局", None)
    assert (third["lead"], third["due"], third["origin"]) == (None, None, {})


@pytest.mark.parametrize(
    ("assigned", "shown"),
    [
        ("市水利局、清河市财政局", "市水利局、市财政局"),  # the plan's own spelling of a body with its place
        ("市发改委、市发展和改革委员会", "市发改委"),  # as the ledger wrote it first
        ("市统计局", "市统计局"),
    ],
)
def test_one_body_has_one_name_in_a_checklist(assigned: str, shown: str) -> None:
    plan = kjplan.parse(
        "清河市人民政府2022年水务工作要点\n一、重点任务\n1.修渠。修好水渠。（市水利局牵头，市财政局配合）\n2.清淤。清好河道。\n"
    )
    plan.issuer = "清河市人民政府"
    ledger = f"ledger_version: 1\ntasks:\n- id: M2\n  was: 清淤\n  assigned:\n  - {{lead: {assigned}}}\n"
    assert records(overlay(build(plan), plan, read_ledger(ledger, "l")))[1]["lead"] == shown


def test_a_table_marks_what_is_assigned(rows: list[Row]) -> None:
    shown = table(rows)
    cells = [dict(zip((c.key for c in shown.columns), row, strict=True)) for row in shown.rows]
    assert cells[0]["lead"] == "市水务局；水闸：市建设局〔台账〕（原文：市水利局）"
    assert (cells[0]["support"], cells[0]["person"]) == ("市财政局", "张三〔台账〕")
    assert (cells[1]["support"], cells[2]["lead"], cells[2]["due"]) == ("未明确", "未明确", "未明确")
    assert cells[0]["progress"] == "水闸2座（2022-05-31）；已进场（2022-06-30）"
    assert cells[1]["progress"] == "6条，北河已清（2022-06-30）"


def test_what_is_assigned_as_it_is_stated_is_stated() -> None:
    same = "ledger_version: 1\ntasks:\n- {id: M1, was: 修渠, assigned: [{lead: 市水利局}]}\n"
    (first, *_) = overlay(build(PLAN), PLAN, read_ledger(same, "l"))
    assert (first.lead, first.overridden, (first.origin or {})["lead"]) == ("市水利局", {}, "stated")


def test_rows_of_one_target_have_its_words() -> None:
    ledger = read_ledger(LEDGER, "l")
    (row,) = [row for row in build(PLAN) if row.id == "M1"]
    canal, gate = (
        Row(**{name: getattr(row, name) for name in Row.__slots__} | {"target_id": t}) for t in ("M1.1", "M1.2")
    )
    one, other = overlay([canal, gate], PLAN, ledger)
    assert (one.lead, one.progress) == ("市水务局", "")
    assert (other.lead, other.progress) == ("市建设局", "2座（2022-05-31）")


def test_groups_go_by_what_holds_now(rows: list[Row]) -> None:
    assert [(g.title, [r.id for r in g.rows]) for g in group(rows, "lead")] == [
        ("市水务局", ["M1", "M2"]), ("市建设局", ["M1"]), ("市环保局", ["M2"]), ("未明确", ["M3"])
    ]  # fmt: skip
    assert [g.title for g in group(rows, "due")] == ["2022-09-30", "未明确"]
    # By the end of June 2 of 4 gates, with a deadline in September; 6 of 6 rivers.
    assert [(g.title, [r.id for r in g.rows]) for g in group(rows, "status")] == [
        ("欠进度", ["M1"]), ("达进度", ["M2"]), ("未填报", ["M3"])
    ]  # fmt: skip


def test_what_is_assigned_for_a_part_is_shown_with_it() -> None:
    parts = "[{part: 新建水渠20公里, lead: 市农业局}, {part: 新建水渠20公里, due: 5月底前}, {part: 新建水渠20公里, lead: 市林业局}]"
    ledger = read_ledger(f"ledger_version: 1\ntasks:\n- {{id: M1, was: 修渠, assigned: {parts}}}\n", "l")
    (first, *_) = overlay(build(PLAN), PLAN, ledger)
    assert (first.lead, first.overridden["lead"]) == ("新建水渠20公里：市林业局", "市水利局")
    assert (first.answerable, first.due_date) == (["市林业局"], "2022-05-31")


def test_the_rows_given_stay_as_they_are() -> None:
    before = build(PLAN)
    overlay(before, PLAN, read_ledger(LEDGER, "l"))
    assert before == build(PLAN)
