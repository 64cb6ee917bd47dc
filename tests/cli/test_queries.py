"""Questions to a plan, in every format, to the screen and into files."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run
from tests.conftest import NOTICE

QUERIES = ("principles", "goals", "measures", "targets", "documents", "bodies")
FORMATS = ("table", "json", "yaml", "csv", "tsv", "markdown")

NAMES = str.maketrans(
    {"人": "talent", "才": "", "平": "platforms", "台": "", "研": "research", "郑": "loan"}
    | dict.fromkeys("发投入科贷", "")
)
"""Files of the answers have ASCII names."""

Golden = Callable[[str, str], None]


@pytest.mark.parametrize(
    "words",
    [
        "goals 2022",
        "goals 2022 --format csv",
        "goals 2022 --format markdown",
        "targets 2022",
        "targets 2022 --vague",
        "documents 2022 --relation draft",
        "measures 2022 --section 平台",
        "measures 2022 --with-targets --format csv",
        "show 2022",
        "show 2020",
        "checklist 2022",
        "checklist 2022 --by section --format markdown",
        "diff 2020 2022",
        "diff 2020 2022 --format markdown",
        "rule list-terminator",
        "trace 2022",
        "trace 2022 --why --format markdown",
        "trace 2022 --format csv",
        "search 人才 平台 --limit 50",
        "search 研发投入 --format markdown",
        "search 郑科贷 --format csv",
        "words 2022 --top 15",
        "words 2022 --section 平台 --by count --format csv",
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_person_sees(run: Run, library: Path, golden: Golden, words: str, language: str) -> None:
    code, out, err = run(*words.split(), "--data", library, "--lang", language)
    assert (code, err) == (0, "")
    name = words.replace(" --", "_").replace(" ", "_").translate(NAMES)
    golden(f"{name}.{language}.txt", out)


@pytest.mark.parametrize("command", [*QUERIES, "checklist", "plans", "rule", "trace", "words"])
@pytest.mark.parametrize("form", FORMATS)
def test_every_query_in_every_format(run: Run, library: Path, command: str, form: str) -> None:
    code, out, err = run(command, "--data", library, "--format", form)
    assert (code, err) == (0, "")
    reader: dict[str, Callable[[str], object]] = {
        "json": json.loads,
        "yaml": yaml.safe_load,
        "csv": lambda text: list(csv.DictReader(io.StringIO(text))),
        "tsv": lambda text: list(csv.DictReader(io.StringIO(text), delimiter="\t")),
    }
    rows = reader.get(form, str.splitlines)(out)
    assert isinstance(rows, list) and len(rows) >= 1


@pytest.mark.parametrize("command", QUERIES)
def test_json_yaml_and_file_say_the_same(run: Run, library: Path, tmp_path: Path, command: str) -> None:
    records = json.loads(run(command, "2022", "--data", library, "--format", "json").out)
    assert yaml.safe_load(run(command, "2022", "--data", library, "--format", "yaml").out) == records
    target = tmp_path / "x.json"
    assert run(command, "2022", "--data", library, "-o", target) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8")) == records


@pytest.mark.parametrize(
    ("suffix", "start"),
    [
        (".csv", "id,number,text,targets,"),
        (".tsv", "id\tnumber\ttext\t"),
        (".md", "| id | No. | goal |"),
        (".json", "[\n  {\n"),
        (".yaml", "- kind: goal\n"),
        (".YML", "- kind: goal\n"),
        (".txt", "No.  goal"),
        ("", "No.  goal"),
    ],
)
def test_the_suffix_of_a_file_chooses_the_format(
    run: Run, library: Path, tmp_path: Path, suffix: str, start: str
) -> None:
    target = tmp_path / f"goals{suffix}"
    assert run("goals", "2022", "--data", library, "-o", target).code == 0
    assert target.read_text(encoding="utf-8").startswith(start)


def test_a_format_asked_for_wins_over_the_suffix(run: Run, library: Path, tmp_path: Path) -> None:
    target = tmp_path / "goals.xlsx"
    assert run("goals", "2022", "--data", library, "-o", target, "--format", "csv").code == 0
    assert target.read_text(encoding="utf-8").startswith("id,")


def test_a_suffix_without_a_format_is_an_error(run: Run, library: Path, tmp_path: Path) -> None:
    code, out, err = run("goals", "2022", "--data", library, "-o", tmp_path / "goals.ods")
    assert (code, out) == (2, "")
    assert err.startswith("error: ") and "\ntip: " in err
    assert not (tmp_path / "goals.ods").exists()


def test_an_output_that_exists_is_kept(run: Run, library: Path, tmp_path: Path) -> None:
    target = tmp_path / "goals.csv"
    target.write_text("mine", encoding="utf-8")
    assert run("goals", "2022", "--data", library, "-o", target).code == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("goals", "2022", "--data", library, "-o", target, "--force").code == 0


def test_a_dash_is_standard_output(run: Run, library: Path) -> None:
    assert run("goals", "2022", "--data", library, "-o", "-").out == run("goals", "2022", "--data", library).out


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ("--section 平台", ["M5", "M6", "M7"]),
        ("--number 5", ["M5"]),
        ("--number 5 --number 7", ["M5", "M7"]),
        ("--section 平台 --number 7", ["M7"]),
        ("--section 平台 --section 主体 --with-targets", ["M11", "M12"]),
        ("--match 郑创汇", ["M20"]),
        ("--body 科技创新委员会", ["M1"]),
        ("--number 99", []),
    ],
)
def test_filters_combine_with_and_repeated_ones_with_or(run: Run, library: Path, filters: str, ids: list[str]) -> None:
    out = run("measures", "2022", *filters.split(), "--data", library, "--format", "json").out
    assert [record["id"] for record in json.loads(out)] == ids


def test_numbers_in_json_are_as_written(run: Run, library: Path) -> None:
    out = run("targets", "2022", "--data", library, "--format", "json").out
    assert '"value": 7.5,' in out and '"base_value": 40000000000,' in out


def test_a_goal_has_its_section(run: Run, library: Path) -> None:
    goal = json.loads(run("goals", "2022", "--data", library, "--format", "json").out)[3]
    assert (goal["id"], goal["section"]["title"]) == ("G4", "主要目标")
    assert [target["id"] for target in goal["targets"]] == ["G4.1", "G4.2"]


def test_the_newest_plan_is_meant_where_none_is_named(run: Run, library: Path) -> None:
    assert run("goals", "--data", library).out == run("goals", "2022", "--data", library).out


def test_a_notice_is_parsed_on_the_fly(run: Run, library: Path) -> None:
    assert run("goals", NOTICE).out == run("goals", "2022", "--data", library).out


def test_show_as_json_is_the_whole_plan(run: Run, library: Path) -> None:
    plan = json.loads(run("show", "2022", "--data", library, "--format", "json").out)
    assert plan["schema_version"] == 1 and len(plan["parts"]) == 3


def test_plans_names_a_broken_one_and_lists_the_rest(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "workplan_2020.yaml").write_bytes((library / "workplan_2020.yaml").read_bytes())
    (tmp_path / "workplan_2021.yaml").write_text("a: 1\n", encoding="utf-8")
    code, out, err = run("plans", "--data", tmp_path)
    assert code == 2
    assert "2020" in out and "2021" not in out
    assert err.startswith("error: ") and "workplan_2021.yaml" in err


def test_plans_of_an_empty_and_of_no_library(run: Run, tmp_path: Path) -> None:
    code, _, err = run("plans", "--data", tmp_path)
    assert (code, err) == (0, f"the library is empty: {tmp_path}\n")
    assert run("-q", "plans", "--data", tmp_path).err == ""
    assert run("plans", "--data", tmp_path / "none").code == 2


def test_checklist_says_what_is_not_stated(run: Run, library: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("checklist", "2022", "--data", library, "--format", "csv").out)))
    assert len(rows) == 23
    assert {row["lead"] for row in rows} == {"not stated"}
    assert "未明确" in run("checklist", "2022", "--data", library, "--lang", "zh").out
    records = json.loads(run("checklist", "2022", "--data", library, "--format", "json").out)
    keys = ["no", "task", "action", "target", "lead", "support", "person", "due", "progress", "note", "id"]
    assert list(records[0]) == keys
    assert len(json.loads(run("checklist", "--with-goals", "--data", library, "--format", "json").out)) == 29


@pytest.mark.parametrize("by", ["lead", "section", "due", "status"])
def test_a_grouped_checklist_has_every_task_in_every_format(run: Run, library: Path, by: str) -> None:
    words = ("checklist", "2022", "--by", by, "--data", library, "--format")
    records = json.loads(run(*words, "json").out)
    assert len(records) == 23 and all(record["group"] for record in records)
    assert len(list(csv.DictReader(io.StringIO(run(*words, "csv").out)))) == 23
    assert run(*words, "table").out.count("not stated") >= 23
    assert run(*words, "markdown").out.startswith("## ")


def test_an_empty_answer_says_so_where_people_read(run: Run, library: Path) -> None:
    asked = ["measures", "2022", "--section", "没有这样的部分", "--data", library]
    assert run(*asked, "--lang", "zh").err == "没有符合的举措：--section 没有这样的部分（kjplan show 列出各部分）\n"
    assert run(*asked, "--format", "json").err == run(*asked, "--quiet").err == ""
    assert run("measures", "2022", "--section", "平台", "--data", library).err == ""


def test_an_empty_name_is_no_folder(run: Run, library: Path) -> None:
    done = run("goals", "", "--data", library, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: this is no name of a plan")


@pytest.mark.parametrize("command", [("parse",), ("add", "--data", "{library}")])
def test_a_plan_is_not_taken_for_a_notice(run: Run, library: Path, command: tuple[str, ...]) -> None:
    plan = library / "workplan_2022.yaml"
    words = [word.format(library=library) for word in command]
    code, out, err = run(words[0], plan, *words[1:])
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == f"error: this is a plan already, not a notice: {plan}"


def test_no_change_of_a_kind_is_said(run: Run, library: Path) -> None:
    plans = ("2020", "2022", "--data", library)
    assert run("diff", *plans, "--only", "moved").err == "no change of this kind\n"
    assert run("diff", *plans, "--only", "renamed").err == ""


ATTACHED = """关于印发2023年节水工作方案的通知

各区人民政府：
现将方案印发给你们，请认真执行。
附件：重点任务分工表

某市水务局
2023年3月1日

2023年节水工作方案
一、重点任务
（一）建设平台。新建平台5家。

附件
重点任务分工表
一、管网改造
1.改造管网5公里。（责任单位：市水务局）
2.改造泵站3座。（责任单位：市住建局，6月底前完成）
"""


def test_the_measures_of_attachments_are_offered_and_given_on_demand(run: Run, tmp_path: Path) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text(ATTACHED, encoding="utf-8")
    alone = run("--lang", "en", "measures", notice, "--format", "json")
    assert [m["id"] for m in json.loads(alone.out)] == ["M1"]
    assert "2 more measures: add --with-attachments" in alone.err
    all_of_them = run("measures", notice, "--with-attachments", "--format", "json")
    assert [m["id"] for m in json.loads(all_of_them.out)] == ["M1", "A1.M1", "A1.M2"]
    assert "--with-attachments" not in all_of_them.err
    held = run("measures", notice, "--with-attachments", "--body", "市住建局", "--format", "json")
    assert [(m["id"], m["section"]["title"]) for m in json.loads(held.out)] == [("A1.M2", "管网改造")]
    bodies = json.loads(run("bodies", notice, "--with-attachments", "--format", "json").out)
    assert {b["name"] for b in bodies} == {"市水务局", "市住建局"}
    assert "more measures" not in run("--lang", "en", "measures", "2022").err


@pytest.mark.parametrize(
    ("words", "instead"),
    [("goals 2022 -o a.pdf", ".html"), ("checklist 2022 -o a.pdf", ".docx"), ("checklist 2022 -o a.doc", ".docx"),
     ("checklist 2022 -o a.xls", ".xlsx"), ("goals 2022 -o a.XLS", ".xlsx"),
     ("report 2022 -o a.pdf", ".html"), ("render 2022 -o a.docx", ".txt"), ("schema -o a.yaml", ".json"),
     ("check 2022 -o a.html", ".txt")],
)  # fmt: skip
def test_a_format_that_an_office_would_like_gets_the_next_best_named(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, instead: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*words.split(), "--data", library)
    assert (code, out) == (2, "") and f"tip: write {instead}, " in err
    assert not [*tmp_path.iterdir()]
