"""The 2022 notice names no responsible body and no deadline: its task table says so in every row."""

import pytest

from kjplan import language
from kjplan.checklists import Row, build, group, records, table
from kjplan.parsing import parse_source
from kjplan.reading import from_text


@pytest.fixture
def rows(notice_text: str) -> list[Row]:
    return build(parse_source(from_text(notice_text)).plan)


def test_every_row_says_not_stated(rows: list[Row]) -> None:
    assert [row.no for row in rows] == [str(n) for n in range(1, 24)]
    for row in records(rows):
        assert (row["lead"], row["support"], row["due"]) == (None, None, None)
        assert (row["person"], row["progress"], row["note"]) == ("", "", "")
    language.choose("zh")
    shown = table(rows)
    language.choose(None)
    at = {column.key: i for i, column in enumerate(shown.columns)}
    assert {(cells[at["lead"]], cells[at["support"]], cells[at["due"]]) for cells in shown.rows} == {("未明确",) * 3}


def test_targets_stand_with_their_measures(rows: list[Row]) -> None:
    assert {row.no: row.target for row in rows if row.target} == {
        "11": "高新技术企业：力争新培育1000家以上；高新技术创新“百强”企业：培育遴选100家；高新技术创新“百快”企业：培育遴选100家",
        "12": "科技型企业：新培育1500家以上",
        "13": "市级创新创业团队项目：引进培育30个",
        "15": "驻郑高校院所：推进7家",
        "16": "郑州市国际科技合作基地：新认定5家以上",
        "20": "郑州市科普示范基地：新建10家以上",
    }


def test_groups_by_section(rows: list[Row]) -> None:
    found = [(g.title, len(g.rows)) for g in group(rows, "section")]
    assert found[:2] == [("一 优化全域创新格局", 4), ("二 建设一流创新平台", 3)]
    assert len(found) == 8
