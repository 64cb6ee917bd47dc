"""Parts called in brackets (【年度目标】), and parts of the year before the plan's."""

import pytest

import kjplan
from kjplan.model import Section
from kjplan.parsing import parse_source
from kjplan.parsing.headings.roles import role_of
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text
from kjplan.reading.text import fold

BODY = "{}\n1、复诊人次增长4%；\n2、满意度≥93%。\n{}\n一、改善服务。改造诊室12间。\n二、引进人才。引进医师6名。\n"


@pytest.mark.parametrize(
    ("first", "second", "roles"),
    [
        ("【年度目标】", "【重点工作】", ["goals", "measures"]),
        ("【2025年主要目标】", "【主要工作】", ["goals", "measures"]),
        ("年度目标", "重点工作", ["goals", "measures"]),
        ("【本院讯】", "【院办】", []),
    ],
    ids=["in brackets", "dated", "bare", "no names of parts"],
)
def test_names_of_parts_in_brackets_are_headings(first: str, second: str, roles: list[str]) -> None:
    text = "某某医院2025年工作计划\n2025年是提升之年。\n" + BODY.format(first, second)
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    parts = [n for n in parsed.plan.walk(Section) if n.role in ("goals", "measures") and n.title in (first, second)]
    assert [part.role for part in parts] == roles
    assert len(parsed.plan.goals) == (2 if roles else 0)


YEARS = "{}\n一、{}\n新修渠道9公里，发放补贴30万元。\n二、2025年主要目标\n产值增长6%。\n三、2025年重点工作\n1、抓渠道。新修渠道12公里。\n2、抓绿化。新增绿地3公顷。\n"


@pytest.mark.parametrize(
    ("title", "first", "role"),
    [
        ("青溪镇2025年工作报告", "2024年主要工作", "review"),
        ("青溪镇2025年工作报告", "2025年主要工作", "measures"),
        ("青溪镇2024—2025年工作方案", "2024年主要工作", "measures"),
    ],
    ids=["the year before", "its own year", "a plan of both years"],
)
def test_a_part_of_the_year_before_the_plans_is_done(title: str, first: str, role: str) -> None:
    plan = kjplan.parse(YEARS.format(title, first))
    assert next(n.role for n in plan.parts if isinstance(n, Section)) == role
    assert ("9" in [str(t.value) for t in plan.targets]) is (role == "measures")


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("抓产业，夯实发展基础", None),
        ("坚持项目为王，优化发展环境", None),
        ("抓产业 夯实发展基础", None),
        ("围绕中心，解决突出问题", None),
        ("发展基础", "review"),
        ("面临形势，发展环境", "review"),
        ("经济运行，存在的突出问题", "review"),
    ],
)
def test_a_slogan_that_ends_in_what_is_to_be_done_is_no_review(title: str, role: str | None) -> None:
    assert role_of(fold(title)) == role
