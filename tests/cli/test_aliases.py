"""Bodies by any of their names, with a file of the user's beside the plan or in the library."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PLAN = """2023年工作要点
一、主要任务
1.建平台。建设平台。（市发改委牵头，市科技局配合）
2.促改革。推进改革。（市发展和改革委员会、市财政局负责）
3.抓项目。以高新区为重点，开展试点。（市创新局负责）
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan" / "notice.txt"
    path.parent.mkdir()
    path.write_text(PLAN, encoding="utf-8")
    return path


def ids(out: str) -> list[str]:
    return [record["id"] for record in json.loads(out)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("发改委", ["M1", "M2"]),
        ("市发展和改革委员会", ["M1", "M2"]),
        ("市科学技术局", ["M1"]),
        ("高新技术产业开发区", ["M3"]),
        ("省发改委", []),
    ],
)
def test_measures_of_a_body(run: Run, plan: Path, body: str, expected: list[str]) -> None:
    assert ids(run("measures", plan, "--body", body, "--format", "json").out) == expected


def test_bodies_under_two_names_share_a_row(run: Run, plan: Path) -> None:
    first = json.loads(run("bodies", plan, "--format", "json").out)[0]
    assert (first["spellings"], first["measures"]) == (["市发改委", "市发展和改革委员会"], ["M1", "M2"])
    assert "市发改委（又作市发展和改革委员会）" in run("bodies", plan, "--lang", "zh").out


def test_a_checklist_of_one_lead(run: Run, plan: Path) -> None:
    assert ids(run("checklist", plan, "--lead", "发展和改革委员会", "--format", "json").out) == ["M1", "M2"]
    assert ids(run("checklist", plan, "--lead", "市科技局", "--format", "json").out) == []


@pytest.mark.parametrize("place", ["plan", "library"])
def test_a_file_of_the_user(run: Run, plan: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / place / "aliases.yaml").write_text("市科技局: [市创新局]\n", encoding="utf-8")
    asked = ("measures", plan, "--body", "市科技局", "--data", tmp_path / "library", "--format", "json")
    assert ids(run(*asked).out) == ["M1", "M3"]


def test_a_bad_file_is_named_with_line_and_column(run: Run, plan: Path) -> None:
    path = plan.with_name("aliases.yaml")
    path.write_text("市科技局: [市创新局]\n市创新局: [科创局]\n", encoding="utf-8")
    done = run("bodies", plan, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert f"{path}:2:7" in done.err
    assert run("goals", plan).code == 0
