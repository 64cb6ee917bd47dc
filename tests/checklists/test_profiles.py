"""Profiles: the headings that real offices use, what each column shows, and what stands where nothing is stated."""

from collections.abc import Iterator

import pytest

from kjplan import language
from kjplan.checklists import DEFAULT, PROFILES, build, led_by, sheet, table
from kjplan.checklists.profiles import FACTS, Profile, ProfileColumn
from tests.checklists.plans import sample

OFFICES = {
    "task": ("工作任务", "重点工作任务", "工作目标及任务要求"),
    "action": ("具体举措", "具体要求", "细化分工", "工作要求"),
    "lead": ("牵头单位", "主要责任单位", "牵头责任单位", "牵头科室", "责任处室"),
    "support": ("配合单位", "协同配合单位", "协同责任单位", "责任科室"),
    "person": ("责任人", "责任领导", "牵头领导"),
    "due": ("完成时限", "完成期限", "时限要求"),
    "progress": ("进展情况", "工作动态", "工作进度"),
}
"""Headings of published tables."""


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    language.choose("zh")
    yield
    language.choose(None)


@pytest.mark.parametrize("fact", OFFICES)
def test_every_published_heading_is_in_some_profile(fact: str) -> None:
    shipped = {c.heading for profile in PROFILES.values() for c in profile.columns if c.fact == fact}
    assert set(OFFICES[fact]) == shipped


def test_the_default_is_the_contract() -> None:
    headings = " ".join(column.heading for column in DEFAULT.columns)
    assert headings == "序号 工作任务 具体举措 目标值 牵头单位 配合单位 责任人 完成时限 进展情况 备注"


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_keeps_the_documents_number_and_the_id(name: str) -> None:
    shown = table(build(sample()), PROFILES[name])
    keys = [column.key for column in shown.columns]
    assert [row[keys.index("no")] for row in shown.rows] == ["11", "12", "一", ""]
    assert [row[keys.index("id")] for row in shown.rows] == ["M11", "M12", "M13", "M14"]
    assert len(set(keys)) == len(keys)


def test_every_profile_fits_its_paper() -> None:
    assert all(sum(column.width for column in profile.columns) <= 90 for profile in PROFILES.values())


def test_bodies_in_one_column() -> None:
    profile = Profile(name="x", columns=(FACTS["no"], FACTS["bodies"]), not_stated=("待定", "open"))
    shown = [row[1] for row in table(build(sample()), profile).rows]
    assert shown == ["待定", "市科技局；市财政局", "市人社局、市科技局、各区县（市）（共同负责）", "市科协"]


def test_a_column_to_fill_in_is_empty() -> None:
    profile = Profile(name="x", columns=(FACTS["no"], ProfileColumn(None, "电话", "phone", 6)))
    shown = table(build(sample()), profile)
    assert [column.heading for column in shown.columns] == ["序号", "电话", "编号"]
    assert {row[1] for row in shown.rows} == {""}


def test_the_first_of_a_bare_list_leads_only_when_asked() -> None:
    shared = build(sample())[2]
    assert (shared.lead, shared.support) == ("市人社局、市科技局、各区县（市）（共同负责）", "")
    led = build(sample(), first_leads=True)
    assert (led[2].lead, led[2].support, led[2].answerable) == ("市人社局", "市科技局、各区县（市）", ["市人社局"])
    assert (led[1].lead, led[1].support) == ("市科技局", "市财政局")
    assert (led[3].lead, led[3].support) == ("市科协", "")


def test_a_row_a_target() -> None:
    rows = build(sample(), split_targets=True)
    assert [(r.id, r.key, r.no, r.target, r.due_date) for r in rows] == [
        ("M11", "M11.1", "11", "企业：新增100家", None),
        ("M11", "M11.2", "11", "平台：新增5个", "2023-06-30"),
        ("M12", "M12", "12", None, "2023-12-31"),
        ("M13", "M13", "一", None, None),
        ("M14", "M14", None, None, None),
    ]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ([], ["M11", "M12", "M13", "M14"]),
        (["市科技局"], ["M12", "M13"]),
        (["科技"], ["M12", "M13"]),
        (["区县(市)"], ["M13"]),
        (["市财政局"], []),
        (["市科协", "市人社局"], ["M13", "M14"]),
    ],
)
def test_filter_by_body(names: list[str], found: list[str]) -> None:
    assert [row.id for row in led_by(build(sample()), names)] == found


def test_a_sheet_says_what_it_is_made_from() -> None:
    made = sheet(sample(), build(sample()))
    assert made.title == "某市2023年工作要点任务分解表"
    assert made.source == "某科〔2023〕1号　2023-02-03　序号为原文编号；“未明确”指原文没有写明"
    assert (made.date, made.key) == ("2023-02-03", "某市 2023")
    assert [cell.origin for cell in made.lines[0].cells] == [
        *("stated", "stated", "stated", "stated", "absent", "absent", "open", "absent", "open", "open")
    ]


def test_a_profile_groups_where_nobody_asks_for_another_way() -> None:
    profile = Profile(name="x", columns=DEFAULT.columns, by="lead", not_stated=("待定", "open"))
    assert [b.title for b in sheet(sample(), build(sample()), profile=profile).blocks] == [
        *("市科技局", "市人社局", "各区县（市）", "市科协", "待定")
    ]
    assert [b.title for b in sheet(sample(), build(sample()), profile=profile, by="section").blocks] == [
        *("二 企业", "三 人才", "未分部分")
    ]
    assert [b.title for b in sheet(sample(), build(sample())).blocks] == [None]


def test_words_of_a_ledger_are_told_apart() -> None:
    rows = build(sample())
    rows[0].lead, rows[0].origin = "市工信局", {"lead": "assigned"}
    rows[1].lead, rows[1].origin, rows[1].overridden = "市工信局", {"lead": "assigned"}, {"lead": "市科技局"}
    made = sheet(sample(), rows)
    assert made.lines[0].cells[4] == ("市工信局", "assigned", None)
    assert made.lines[1].cells[4] == ("市工信局", "assigned", "市科技局")
    assert made.source.endswith("蓝字加下划线的为台账分派")
    shown = table(rows)
    assert shown.rows[0][4] == "市工信局〔台账〕"
    assert shown.rows[1][4] == "市工信局〔台账〕（原文：市科技局）"
