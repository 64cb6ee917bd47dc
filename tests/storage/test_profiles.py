"""Profiles that people write: what may stand in the file, and where a mistake is shown."""

import re
from pathlib import Path

import pytest

from kjplan import KjplanError, PlanFileError
from kjplan.checklists import DEFAULT, PROFILES
from kjplan.checklists.files import find_profile, read_profile
from tests.conftest import ROOT

OWN = """# 一处的表
title: 任务清单
by: lead
first_leads: true
not_stated: 待定
columns:
  - no
  - task: 重点工作
  - {fact: lead, heading: 责任处室, width: 8}
  - fact: due
  - {heading: 联系电话}
  - heading: 联系人
    width: 5
"""


def test_a_profile_of_ones_own() -> None:
    profile = read_profile(OWN, "own.yaml", name="own")
    assert (profile.name, profile.title, profile.by, profile.first_leads) == ("own", "任务清单", "lead", True)
    assert profile.not_stated == ("待定", "待定")
    assert [(c.fact, c.zh, c.en, c.width) for c in profile.columns] == [
        ("no", "序号", "No.", 4),
        ("task", "重点工作", "重点工作", 8),
        ("lead", "责任处室", "责任处室", 8),
        ("due", "完成时限", "due", 6),
        (None, "联系电话", "联系电话", 6),
        (None, "联系人", "联系人", 5),
    ]


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        ("- no", "should be a mapping with the key columns", "1:1"),
        ("", "should be a mapping with the key columns", ""),
        ("title: x", "columns is missing", "1:1"),
        ("columns: []", "should be a list of columns", "1:10"),
        ("columns: no", "should be a list of columns", "1:10"),
        ("columns:\n  - no\n  - leed", "there is no column leed", "3:5"),
        ("columns:\n  - no\n  - leed: 牵头", "there is no column leed", "3:11"),
        ("columns:\n  - {fact: leed, width: 3}", "there is no column leed", "2:12"),
        ("columns:\n  - no\n  - no: 号", "the column no stands twice", "3:5"),
        ("columns:\n  - [no]", "should be a column", "2:5"),
        ("columns:\n  - {width: 3, fact: no, color: red}", "color is no key of a profile", "2:33"),
        ("columns:\n  - {width: 3, note: x}", "note is no key of a profile", "2:22"),
        ("columns:\n  - {fact: no, width: wide}", "should be a whole number from 2 to 80", "2:23"),
        ("columns:\n  - {fact: no, width: 1}", "should be a whole number from 2 to 80", "2:23"),
        ("columns:\n  - no:", "should be words", "2:8"),
        ("columns: [no]\nby: month", "there is no grouping by month", "2:5"),
        ("columns: [no]\nfirst_leads: maybe", "should be true or false", "2:14"),
        ("columns: [no]\ntitle: [x]", "should be words", "2:8"),
        ("columns: [no]\nnot_stated: ''", "should be words", "2:13"),
        ("colums: [no]", "colums is no key of a profile", "1:9"),
        ("columns: [no", "no valid YAML", "2:1"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(text: str, what: str, place: str) -> None:
    with pytest.raises(PlanFileError) as found:
        read_profile(text, "own.yaml", name="own")
    assert found.value.what.startswith(what)
    assert found.value.where == f"own.yaml:{place}".rstrip(":")


def test_a_number_may_be_a_heading() -> None:
    assert read_profile("columns: [{note: 2023}]", "x", name="x").columns[0].zh == "2023"


def test_names(tmp_path: Path) -> None:
    assert find_profile(None) is DEFAULT
    assert find_profile("leaders") is PROFILES["leaders"]
    own = tmp_path / "我们处.yaml"
    own.write_text(OWN, encoding="utf-8")
    assert find_profile(str(own)).name == "我们处"
    with pytest.raises(KjplanError) as unknown:
        find_profile("leader")
    assert unknown.value.tip is not None and "leaders" in unknown.value.tip
    with pytest.raises(KjplanError) as missing:
        find_profile(str(tmp_path / "none.yaml"))
    assert missing.value.where == str(tmp_path / "none.yaml")
    (tmp_path / "gb.yaml").write_bytes("columns: [no: 序]".encode("gb18030"))
    with pytest.raises(KjplanError, match="UTF-8"):
        find_profile(str(tmp_path / "gb.yaml"))


def test_the_example_of_the_documentation_works() -> None:
    page = (ROOT / "docs" / "checklists.md").read_text(encoding="utf-8")
    found = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert found is not None
    profile = read_profile(found[1], "docs/checklists.md", name="docs")
    assert [c.zh for c in profile.columns] == [
        *("序号", "重点工作任务", "细化措施", "目标值", "责任处室", "协同处室", "联系人", "时限要求", "工作进度")
    ]
    assert (profile.title, profile.first_leads, profile.not_stated[0]) == ("重点任务责任清单", True, "待定")
