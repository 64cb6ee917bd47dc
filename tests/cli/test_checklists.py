"""The checklist on the command line: profiles, filters, files."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import icalendar
import openpyxl
import pytest

from tests.cli.conftest import Run

Golden = Callable[[str, str], None]

PLAN = """某市2023年工作要点
一、主要目标
1.新增高新技术企业1000家。
二、壮大企业
1.壮大高新技术企业。新增高新技术企业1000家以上、平台5个以上。（市科技局牵头，市财政局配合，6月底前完成）
2.=建设平台。-出台《平台管理办法》。（市发展改革委、市科技局按职责分工负责，年底前完成）
三、汇聚人才
3.引进人才。@做好服务。
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("csv", "--format csv"),
        ("tsv_split", "--format tsv --split-targets"),
        ("markdown_leaders", "--format markdown --profile leaders"),
        ("html", "--format html --by lead"),
        ("ics", "--format ics"),
        ("json_first_leads", "--format json --first-leads --with-goals"),
        ("tracking", "--profile tracking --lead 科技局"),
    ],
)
def test_what_files_look_like(run: Run, plan: Path, golden: Golden, name: str, words: str) -> None:
    code, out, err = run("checklist", plan, *words.split(), "--lang", "zh")
    assert (code, err) == (0, "")
    # The look of pages is no matter of this command.
    text = re.sub(r"<style>.*</style>", "<style></style>", out.replace("\r\n", "\n"), flags=re.DOTALL)
    golden(f"checklist_own_{name}.zh.txt", text)


def test_every_suffix_is_its_format(run: Run, plan: Path, tmp_path: Path) -> None:
    for suffix in ("xlsx", "docx", "ics", "csv", "tsv", "md", "html", "json", "yaml", "txt"):
        assert run("checklist", plan, "-o", tmp_path / f"x.{suffix}") == (0, "", ""), suffix
    assert openpyxl.load_workbook(tmp_path / "x.xlsx").active["B4"].value == "壮大高新技术企业"
    assert docx.Document(str(tmp_path / "x.docx")).tables[0].cell(1, 1).text == "壮大高新技术企业"
    calendar = icalendar.Calendar.from_ical((tmp_path / "x.ics").read_bytes())
    assert len(calendar.walk("VTODO")) == 3
    assert (tmp_path / "x.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("form", ["xlsx", "docx", "ics", "csv", "html"])
def test_same_input_same_bytes(run: Run, plan: Path, tmp_path: Path, form: str) -> None:
    for name in ("a", "b"):
        assert run("checklist", plan, "-o", tmp_path / f"{name}.{form}").code == 0
    assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"b.{form}").read_bytes()


def test_a_file_that_exists_is_kept(run: Run, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    target.write_bytes(b"mine")
    code, out, err = run("checklist", plan, "-o", target)
    assert (code, out) == (2, "")
    assert err.startswith("error: ") and target.read_bytes() == b"mine"
    assert run("checklist", plan, "-o", target, "--force").code == 0
    assert target.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_what_is_no_text_goes_into_files_only(run: Run, plan: Path, form: str) -> None:
    code, out, err = run("checklist", plan, "--format", form)
    assert (code, out) == (2, "")
    assert err == f"error: {form} goes into a file\ntip: such as -o tasks.{form}\n"


def test_bom(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("checklist", plan, "--bom", "-o", tmp_path / "x.csv").code == 0
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfNo.,")
    assert run("checklist", plan, "--bom", "--format", "tsv").out.startswith("\ufeffNo.\t")
    assert run("checklist", plan, "--format", "csv").out.startswith("No.,")
    code, _, err = run("checklist", plan, "--bom", "-o", tmp_path / "x.json")
    assert (code, err) == (2, "error: --bom goes with csv and tsv only: json\ntip: leave it out, or use --format csv\n")


def test_a_filter_that_finds_nothing_says_so(run: Run, plan: Path) -> None:
    assert run("checklist", plan, "--lead", "市教育局").err == "nothing to show\n"
    assert run("checklist", plan, "--lead", "市教育局", "--by", "lead").err == "nothing to show\n"
    assert json.loads(run("checklist", plan, "--lead", "市教育局", "--format", "json").out) == []


def test_lead_may_be_repeated(run: Run, plan: Path) -> None:
    def found(*bodies: str) -> list[str]:
        asked = [word for body in bodies for word in ("--lead", body)]
        return [row["id"] for row in json.loads(run("checklist", plan, *asked, "--format", "json").out)]

    assert found("科技局") == ["M1", "M2"]
    assert found("发展改革委") == ["M2"]
    assert found("市财政局") == []
    assert found("发展改革委", "科技局") == ["M1", "M2"]


def test_a_profile_of_ones_own(run: Run, plan: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("title: 清单\nby: lead\nfirst_leads: true\ncolumns: [no, lead: 责任处室, {heading: 电话}]", "utf-8")
    rows = list(csv.reader(io.StringIO(run("checklist", plan, "--profile", own, "--format", "csv").out)))
    assert rows == [
        ["No.", "责任处室", "电话", "id", "group"],
        ["1", "市科技局", "", "M1", "市科技局"],
        ["2", "市发展改革委", "", "M2", "市发展改革委"],
        ["3", "not stated", "", "M3", "not stated"],
    ]
    own.write_text("columns: [no, leed]", "utf-8")
    code, _, err = run("checklist", plan, "--profile", own)
    assert code == 2
    assert err.startswith(f"error: there is no column leed: {own}:1:15\ntip: there are: no, task")
    code, _, err = run("checklist", plan, "--profile", "leader")
    assert (code, err.splitlines()[0]) == (2, "error: no such profile: leader")


def test_help_lists_the_profiles(kjplan: Run) -> None:
    # A help page is in the language that its module was loaded in: a process has one.
    page = kjplan("--lang", "zh", "checklist", "-h").out
    assert "default     序号 工作任务 具体举措 目标值 牵头单位 配合单位 责任人 完成时限 进展情况 备注" in page
    assert "tracking" in page


def test_an_unknown_suffix_names_all_that_are_known(run: Run, plan: Path) -> None:
    code, _, err = run("checklist", plan, "-o", "x.ods")
    assert code == 2
    assert ".md" in err and ".xlsx, .docx, .ics" in err
    assert ".docx" not in run("goals", plan, "-o", "x.ods").err


ATTACHED = """关于印发2023年节水工作方案的通知

各区人民政府：
现将方案印发给你们，请认真执行。
附件：重点任务分工表

某市水务局
2023年3月1日

2023年节水工作方案
一、重点任务
（一）建设水厂。新建水厂2座。（市水务局负责，6月底前完成）

附件
重点任务分工表
一、管网改造
1.改造管网。改造管网5公里。（市水务局牵头，市财政局配合）
2.改造泵站。改造泵站3座。（市住建局负责，9月底前完成）
"""


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "notice.txt"
    path.write_text(ATTACHED, encoding="utf-8")
    return path


def test_the_tasks_of_attachments_are_offered_and_given_on_demand(run: Run, notice: Path) -> None:
    alone = run("checklist", notice, "--format", "json", "--lang", "en")
    assert [row["id"] for row in json.loads(alone.out)] == ["M1"]
    assert "2 more measures: add --with-attachments" in alone.err
    code, out, err = run("checklist", notice, "--with-attachments", "--format", "json", "--lang", "en")
    assert (code, err) == (0, "")
    rows = json.loads(out)
    assert [row["id"] for row in rows] == ["M1", "A1.M1", "A1.M2"]
    assert [row["lead"] for row in rows] == ["市水务局", "市水务局", "市住建局"]
    assert [row["support"] for row in rows] == ["", "市财政局", ""]


def test_the_tasks_of_attachments_are_in_every_format(run: Run, notice: Path, tmp_path: Path) -> None:
    for suffix in ("xlsx", "docx", "ics", "csv", "tsv", "md", "html", "json", "yaml", "txt"):
        made = tmp_path / f"x.{suffix}"
        assert run("checklist", notice, "--with-attachments", "-o", made) == (0, "", ""), suffix
        if suffix not in ("xlsx", "docx"):
            assert "改造泵站" in made.read_text(encoding="utf-8"), suffix
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert [sheet.cell(row, 2).value for row in (4, 5, 6)] == ["建设水厂", "改造管网", "改造泵站"]
    assert len(docx.Document(str(tmp_path / "x.docx")).tables[0].rows) == 4
    assert len(icalendar.Calendar.from_ical((tmp_path / "x.ics").read_bytes()).walk("VTODO")) == 3


def test_attachments_are_filtered_and_grouped_as_the_plan_is(run: Run, notice: Path) -> None:
    led = run("checklist", notice, "--with-attachments", "--lead", "市水务局", "--format", "json")
    assert [row["id"] for row in json.loads(led.out)] == ["M1", "A1.M1"]
    grouped = run("checklist", notice, "--with-attachments", "--by", "section", "--format", "json", "--lang", "zh")
    assert [row["group"] for row in json.loads(grouped.out)] == ["一 重点任务", "一 管网改造", "一 管网改造"]


def test_a_ledger_is_the_plans_and_not_the_attachments(run: Run, notice: Path) -> None:
    assert run("parse", notice, "-o", notice.with_suffix(".yaml")).code == 0
    plan = notice.with_suffix(".yaml")
    assert run("ledger", "init", plan).code == 0
    assert run("ledger", "set", plan, "M1", "--person", "张三", "--date", "2023-04-01").code == 0
    rows = json.loads(run("checklist", plan, "--with-attachments", "--format", "json").out)
    assert [row["person"] for row in rows] == ["张三", "", ""]
    assert all({"status", "origin", "overridden"} <= set(row) for row in rows)


def test_deadlines_as_events(run: Run, plan: Path, tmp_path: Path) -> None:
    """Outlook takes in a calendar of to-dos and shows nothing."""
    code, out, err = run("checklist", plan, "--events", "-o", tmp_path / "x.ics")
    found = icalendar.Calendar.from_ical((tmp_path / "x.ics").read_bytes())
    assert (code, out) == (0, "") and not found.walk("VTODO")
    assert err == f"{3 - len(found.walk('VEVENT'))} tasks without a deadline are no events\n"
    code, _, err = run("checklist", plan, "--events", "-o", tmp_path / "x.xlsx")
    assert (code, err) == (2, "error: --events goes with ics only: xlsx\ntip: leave it out, or use --format ics\n")
