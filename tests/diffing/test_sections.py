"""Sections: by title and members, with splits and merges; and what makes two plans differ besides measures."""

from copy import deepcopy

import pytest

from kjplan.diffing import diff
from kjplan.model import DocumentReference, Measure, Paragraph, Plan, Section, Term
from tests.diffing.plans import copied, plan, section

WORK = {
    "平台": ("建设高能级研发平台", "高标准推进省实验室建设,做好遴选推荐工作。"),
    "设施": ("布局重大科技基础设施", "统筹建设大科学装置,推进超算中心应用。"),
    "机构": ("支持新型研发机构", "开展绩效评价,做好大院名所跟踪服务。"),
    "人才": ("集聚创新人才团队", "以青年人才创业行动为牵引,吸引团队来郑创业。"),
    "专家": ("引进用好外国专家", "实施外国专家工作室项目,办好来华工作许可。"),
    "作风": ("加强机关作风建设", "持续抓好警示教育,严肃处理违规违纪行为。"),
}


def work(*names: str) -> list[Measure]:
    return [Measure(title=WORK[name][0], text=WORK[name][1]) for name in names]


def rows(old: Plan, new: Plan) -> list[tuple[str | None, str | None, list[str]]]:
    found = diff(old, new).sections
    return [(r.old.title if r.old else None, r.new.title if r.new else None, [*r.changes]) for r in found]


def test_a_section_is_known_by_its_measures_when_its_title_is_new() -> None:
    old = plan(section("打造创新平台", *work("平台", "设施", "机构")), section("汇聚创新人才", *work("人才", "专家")))
    new = plan(section("汇聚创新人才", *work("人才", "专家")), section("夯实高端载体", *work("平台", "设施", "机构")))
    assert rows(old, new) == [
        ("汇聚创新人才", "汇聚创新人才", ["same"]),
        ("打造创新平台", "夯实高端载体", ["retitled"]),
    ]


def test_a_section_is_known_by_its_title_when_its_measures_are_new() -> None:
    old, new = plan(section("汇聚创新人才", *work("人才"))), plan(section("汇聚创新人才", *work("作风")))
    assert rows(old, new) == [("汇聚创新人才", "汇聚创新人才", ["same"])]


def test_a_form_that_every_plan_has_is_no_section_in_common() -> None:
    old, new = plan(section("三、保障措施", *work("人才"))), plan(section("保障措施", *work("作风")))
    assert [changes for _, _, changes in rows(old, new)] == [["added"], ["removed"]]
    old, new = plan(section("三、保障措施", *work("人才"))), plan(section("保障措施", *work("人才", "作风")))
    assert [changes for _, _, changes in rows(old, new)] == [["retitled"]]


def test_a_part_is_known_by_the_measures_of_the_sections_below_it() -> None:
    def part(title: str, *subjects: str) -> Section:
        return section(title, *(section(f"{subject}工作", *work(subject)) for subject in subjects), text="以下几项:")

    old, new = plan(part("今年重点", "平台", "人才", "设施")), plan(part("来年打算", "平台", "人才", "机构"))
    assert ("今年重点", "来年打算", ["retitled"]) in rows(old, new)
    old, new = plan(part("今年重点", "平台")), plan(part("来年打算", "机构"))
    assert ("今年重点", "来年打算", ["retitled"]) not in rows(old, new)


def test_sections_without_words_are_paired_by_their_place() -> None:
    one = plan(section("。", text="加快建设"), section("。", text="稳步推进"))
    assert [changes for _, _, changes in rows(one, copied(one))] == [["same"], ["same"]]


def test_titles_of_one_pattern_are_not_one_title() -> None:
    old, new = plan(section("建设一流创新平台", *work("平台"))), plan(section("汇聚一流创新团队", *work("人才")))
    assert [changes for _, _, changes in rows(old, new)] == [["added"], ["removed"]]


def test_a_split_section_has_two_rows_and_its_measures_did_not_move() -> None:
    old = plan(section("平台和人才", *work("平台", "设施", "机构", "人才", "专家")))
    new = plan(section("打造平台", *work("平台", "设施", "机构")), section("集聚人才", *work("人才", "专家")))
    result = diff(old, new)
    assert rows(old, new) == [
        ("平台和人才", "打造平台", ["retitled"]),
        ("平台和人才", "集聚人才", ["split", "retitled"]),
    ]
    assert result.summary["measures"] == {"same": 5}
    assert rows(new, old) == [
        ("打造平台", "平台和人才", ["retitled"]),
        ("集聚人才", "平台和人才", ["merged", "retitled"]),
    ]


def test_one_measure_of_several_does_not_make_a_new_section_a_part() -> None:
    old = plan(section("平台", *work("平台", "设施", "机构", "人才")))
    new = plan(section("平台", *work("平台", "设施", "机构")), section("队伍", *work("人才", "专家", "作风")))
    assert rows(old, new)[1] == (None, "队伍", ["added"])
    assert [r.new and r.new.title for r in diff(old, new).measures if "moved" in r.changes] == ["集聚创新人才团队"]


def test_a_section_under_another_part_is_moved() -> None:
    def parts(*, there: bool) -> Plan:
        teams = section("人才", *work("人才"))
        first, second = (
            [section("平台", *work("平台")), section("设施", *work("设施"))],
            [section("作风", *work("作风"))],
        )
        second.append(section("机构", *work("机构")))
        (second if there else first).append(teams)
        return plan(
            Section(title="重点任务", role="measures", children=list(first)),
            Section(title="保障措施", role="safeguards", children=list(second)),
        )

    found = rows(parts(there=False), parts(there=True))
    assert [(new, changes) for _, new, changes in found if changes != ["same"]] == [("人才", ["moved"])]


def test_words_directly_under_a_heading_are_compared() -> None:
    old = plan(section("平台", *work("平台"), text="本章任务由平台处统筹。", number="一"))
    new = plan(section("平台", *work("平台"), text="本章任务由规划处统筹。", number="二"))
    assert rows(old, new) == [("平台", "平台", ["renumbered", "reworded"])]


def test_texts_without_measures_are_compared_by_their_sections() -> None:
    """Two regulations are no plans, and still must not pass for identical."""
    one = plan(Section(title="总则", text=[Paragraph(text="为规范公园管理,制定本办法。")]))
    other = plan(Section(title="总则", text=[Paragraph(text="为规范停车管理,制定本办法。")]))
    one.extent = other.extent = "none"
    result = diff(one, other)
    assert not result.identical
    assert rows(one, other) == [("总则", "总则", ["reworded"])]


def principles(text: str) -> Plan:
    return plan(
        Section(title="指导思想", role="principles", text=[Paragraph(text=text)]), section("平台", *work("平台"))
    )


def test_principles() -> None:
    same = diff(principles("坚持创新驱动，实施“六个一流”"), principles("坚持创新驱动,实施六个一流")).principles
    assert (same.changed, same.text_diff) == (False, [])
    changed = diff(principles("坚持创新驱动"), principles("坚持创新引领")).principles
    assert changed.changed
    assert changed.text_diff == [("equal", "坚持创新"), ("delete", "驱动"), ("insert", "引领")]


def test_documents_and_terms_of_one_plan_only_are_listed_once() -> None:
    old, new = (plan(section("平台", *work("平台", "设施"))) for _ in range(2))
    for measure in new.measures:
        measure.documents = [DocumentReference(title="工作规则", verb="出台", relation="issue")]
        measure.terms = [Term(text="揭榜挂帅"), Term(text="一区多园")]
    old.measures[0].terms = [Term(text="一区 多园"), Term(text="包干制")]
    result = diff(old, new)
    assert [d.title for d in result.documents.added] == ["工作规则"]
    assert result.documents.removed == []
    assert [t.text for t in result.terms.added] == ["揭榜挂帅"]
    assert [t.text for t in result.terms.removed] == ["包干制"]
    assert not result.identical


@pytest.mark.parametrize(
    ("field", "value", "identical"),
    [
        ("title", "2022年 工作要点", True),
        ("title", "2022年工作计划", False),
        ("year", 2023, False),
        ("issuer", "市科技局", True),
    ],
)
def test_identical_is_about_what_is_compared(field: str, value: object, identical: bool) -> None:
    old = plan(section("平台", *work("平台")))
    new = deepcopy(old)
    setattr(new, field, value)
    assert diff(old, new).identical is identical
