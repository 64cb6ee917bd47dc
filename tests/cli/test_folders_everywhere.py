"""Commands that answer for one plan answer for several, and for folders."""

import csv
import io
import json
from pathlib import Path

import docx
import icalendar
import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.conftest import NOTICE

FIRST = """甲县2024年水利工作要点
一、主要目标
1.新建水闸30座。
二、重点任务
1.修建水闸。新建水闸30座以上。（县水利局牵头，县财政局配合，6月底前完成）
2.整修渠道。整修渠道5公里。
"""
SECOND = """乙县2024年交通工作要点
一、重点任务
1.修建道路。新建道路8公里。（县交通局、县水利局负责，9月底前完成）
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "plans"
    top.mkdir()
    (top / "a.txt").write_text(FIRST, encoding="utf-8")
    (top / "b.txt").write_text(SECOND, encoding="utf-8")
    return top


def test_show_writes_a_page_for_each(run: Run, folder: Path) -> None:
    code, out, err = run("show", folder)
    assert (code, err) == (0, "")
    alone = [run("show", folder / name).out for name in ("a.txt", "b.txt")]
    assert out == "\n".join(f"== {folder / n} ==\n{page}" for n, page in zip(("a.txt", "b.txt"), alone, strict=True))
    whole = json.loads(run("show", folder / "a.txt", "--format", "json").out)
    both = json.loads(run("show", folder, "--format", "json").out)
    assert both[0] == {"plan": str(folder / "a.txt")} | whole and len(both) == 2
    rows = list(csv.reader(io.StringIO(run("show", folder, "--format", "csv").out)))
    assert rows[0] == ["plan", "year", "issuer", "fact", "value"]


def test_trace_tells_the_goals_of_several_plans_apart(run: Run, folder: Path) -> None:
    records = json.loads(run("trace", folder, "--format", "json").out)
    assert [(Path(r["plan"]).name, r["goal"], r["measures"][0]["id"]) for r in records] == [("a.txt", "G1", "M1")]
    assert run("trace", folder).out.count("== ") == 2
    page = run("trace", folder, "--format", "markdown").out
    assert page.startswith("# ") and f"\n# {folder / 'b.txt'}".replace("_", "\\_") in page


def test_a_checklist_of_several_plans_is_one_table(run: Run, folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("checklist", folder, "--lead", "水利局", "--format", "csv").out)))
    assert [(r["plan"], r["task"], r["id"]) for r in rows] == [
        ("甲县2024年水利工作要点", "修建水闸", "M1"),
        ("乙县2024年交通工作要点", "修建道路", "M1"),
    ]
    records = json.loads(run("checklist", folder, "--format", "json").out)
    assert [*records[0]][:4] == ["plan", "year", "issuer", "no"] and len(records) == 3
    grouped = run("checklist", folder, "--by", "lead").out
    under = grouped.partition("县水利局 (2)")[2].partition("\n\n")[0]
    assert "修建水闸" in under and "修建道路" in under
    sections = run("checklist", folder, "--by", "section").out
    assert "甲县2024年水利工作要点 二 重点任务 (2)" in sections and "乙县2024年交通工作要点 一 重点任务 (1)" in sections


def test_files_of_several_plans(run: Run, folder: Path, tmp_path: Path) -> None:
    for suffix in ("xlsx", "docx", "ics"):
        assert run("checklist", folder, "-o", tmp_path / f"all.{suffix}") == (0, "", "")
    page = openpyxl.load_workbook(tmp_path / "all.xlsx").active
    assert page["A1"].value == "2 plans – task table" and page["A3"].value == "plan"
    assert [page[f"A{n}"].value for n in (4, 5, 6)] == ["甲县2024年水利工作要点"] * 2 + ["乙县2024年交通工作要点"]
    table = docx.Document(str(tmp_path / "all.docx")).tables[0]
    assert table.rows[3].cells[0].text == "乙县2024年交通工作要点"
    both = icalendar.Calendar.from_ical((tmp_path / "all.ics").read_bytes())
    assert run("checklist", folder / "b.txt", "-o", tmp_path / "b.ics").code == 0
    alone = icalendar.Calendar.from_ical((tmp_path / "b.ics").read_bytes())
    assert len(both.walk("VTODO")) == 3
    assert {str(t["UID"]) for t in alone.walk("VTODO")} < {str(t["UID"]) for t in both.walk("VTODO")}


def test_plans_of_the_same_title_are_told_apart(run: Run, folder: Path) -> None:
    (folder / "b.txt").write_text(FIRST, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("checklist", folder, "--format", "csv").out)))
    assert {r["plan"] for r in rows} == {f"甲县2024年水利工作要点 ({folder / name})" for name in ("a.txt", "b.txt")}


def test_a_table_of_several_plans_comes_back_plan_by_plan(run: Run, folder: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run("parse", folder / f"{name}.txt", "-o", folder / f"{name}.yaml").code == 0
        assert run("ledger", "init", folder / f"{name}.yaml").code == 0
    table = tmp_path / "all.csv"
    assert run("checklist", folder, "-o", table).code == 0
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8"))))
    at = rows[0].index("progress")
    for row in rows[1:]:
        row[at] = f"{row[0][0]}已开工"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    code, out, err = run("ledger", "import", table, folder / "b.yaml", "--format", "json")
    assert (code, err) == (0, "2 rows of other plans were passed over\n")
    assert [(d["id"], d["theirs"]) for d in json.loads(out)] == [("M1", "乙已开工")]
    table.write_text(
        table.read_text(encoding="utf-8")
        .replace("乙县2024年交通工作要点", "甲")
        .replace("甲县2024年水利工作要点", "甲"),
        encoding="utf-8",
    )
    assert "rows of other plans" not in run("ledger", "import", table, folder / "b.yaml", "--dry-run").err


def test_pace_judges_the_plans_of_a_folder_that_have_a_ledger(run: Run, folder: Path) -> None:
    for name in ("a", "b"):
        assert run("parse", folder / f"{name}.txt", "-o", folder / f"{name}.yaml").code == 0
    assert run("pace", folder).err.startswith(
        f"error: there is no ledger: {folder / 'a.ledger.yaml'}\ntip: kjplan ledger init "
    )
    assert run("ledger", "init", folder / "b.yaml").code == 0
    assert run("ledger", "log", folder / "b.yaml", "M1.1", "--value", "1", "--date", "2024-06-30").code == 0
    words = ("--as-of", "2024-06-30", "--format", "json", "--fail-on", "behind")
    code, out, err = run("pace", folder, *words)
    assert (code, err) == (1, "1 without a ledger left out\nbehind 1\n")
    assert [(Path(r["plan"]).name, r["id"], r["status"]) for r in json.loads(out)] == [("b.yaml", "M1.1", "behind")]
    code, out, err = run("pace", folder / "a.yaml", folder / "b.yaml", *words)
    assert code == 2 and "error: there is no ledger: " in err and len(json.loads(out)) == 1
    for command in ("pace", "checklist"):
        assert run(command, folder, "--ledger", "x.yaml").err.startswith(
            "error: --ledger goes with a single plan: x.yaml\n"
        )


def test_verify_proves_a_folder(run: Run, library: Path, tmp_path: Path) -> None:
    """The library of the tests has a plan with its notice and one that was transcribed."""
    code, out, err = run("verify", library)
    assert (code, out) == (0, "") and "transcribed by hand: no source gives it: " in err
    assert run("verify", "2020", "--data", library).code == 2
    copy = tmp_path / "copy"
    assert run("add", NOTICE, "--data", copy).code == 0
    plan = copy / "workplan_2022.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("梯度培育", "阶梯培育"), encoding="utf-8")
    code, out, err = run("verify", copy)
    assert code == 1 and "阶梯培育" in out and err.endswith("1 of 1 differ\n")
    (copy / "notices" / "workplan_2022.txt").unlink()
    assert run("verify", copy).code == 2
    assert run("verify", copy, library, "--source", NOTICE).err.startswith("error: --source goes with a single plan: ")


def test_fixes_lists_those_of_a_folder(run: Run, folder: Path) -> None:
    assert run("fix", folder / "a.txt", "M1", "title", "修闸", "--was", "修建水闸").code == 0
    records = json.loads(run("fixes", folder, "--format", "json").out)
    assert [(Path(r["plan"]).name, r["id"], r["value"]) for r in records] == [("a.txt", "M1", "修闸")]


def test_why_an_answer_is_empty_is_said(run: Run, folder: Path, tmp_path: Path, library: Path) -> None:
    rules = tmp_path / "rules.txt"
    rules.write_text(
        "丙市会议室管理办法\n第一条 为规范会议室使用，制定本办法。\n第二条 会议室由办公室管理。\n", encoding="utf-8"
    )
    for command in ("goals", "measures", "checklist", "bodies"):
        assert run(command, rules).err == "nothing to show\nthis text plans nothing: it has no goals and no measures\n"
    assert "plans nothing" not in run("principles", rules).err
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "丙市科技局关于印发《2024年工作要点》的通知\n各处室：\n现将《2024年工作要点》印发给你们，请认真贯彻落实。\n"
        "附件：2024年工作要点\n丙市科技局\n2024年3月1日\n",
        encoding="utf-8",
    )
    assert "this is the notice alone: its plan is in an attachment that is not there\n" in run("measures", letter).err
    assert run("measures", "2020", "--data", library).err.endswith("of this plan only its goals are known\n")
    assert "only its goals" not in run("goals", "2020", "--data", library).err
    (folder / "c.txt").write_bytes(rules.read_bytes())
    assert run("measures", folder, "--format", "json").err == "1 of 3 are no plans\n"
    assert run("measures", folder, "--format", "json", "-q").err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--section 无此部分", "no measure passes --section 无此部分 (kjplan show lists the sections)\n"),
        ("--section 平台 --number 99 --match 无此词", "no measure passes --match 无此词, --number 99\n"),
        ("--section 平台 --match 农业", "no measure passes all of these filters\n"),
        ("--section 平台 --with-targets", "no measure passes all of these filters\n"),
        ("--section 平台", ""),
    ],
)
def test_which_filter_lets_nothing_through_is_said(run: Run, library: Path, words: str, told: str) -> None:
    assert run("measures", "2022", "--data", library, *words.split()).err == told


def test_standard_input_is_read_once(run: Run) -> None:
    for words in (("goals", "-", "-"), ("show", "-", "-"), ("checklist", "-", "-"), ("trend", "-", "-")):
        assert run(*words).err.startswith("error: standard input can be read only once: -\n")
