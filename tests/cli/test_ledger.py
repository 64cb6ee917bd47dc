"""``kjplan ledger …``, ``pace`` and the checklist with its ledger, as a person uses them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kjplan.cli.commands import COMMANDS, SUBCOMMANDS
from tests.cli.conftest import Run
from tests.conftest import ROOT


@pytest.fixture
def own(run: Run, tmp_path: Path) -> Path:
    """A library with the plan of 2022 and a ledger for it, in which half a year was entered."""
    shutil.copy(ROOT / "data" / "workplan_2022.yaml", tmp_path)
    steps = (
        "init 2022",
        "set 2022 M11 --lead 市科技局 --support 市财政局 --person 张三 --date 2022-01-10 --who 办公室",
        "set 2022 M16 --lead 市科技局 --due 6月底前 --date 2022-01-10",
        "set 2022 G1 --baseline 2.31 --date 2022-01-10",
        "set 2022 G6.1 --baseline 53 --date 2022-01-10",
        "log 2022 M11.1 --value 520 --date 2022-06-30 --who 市科技局 --evidence 郑科〔2022〕35号",
        "log 2022 M11.2 --value 100家 --date 2022-05-20",
        "log 2022 G1.1 --value 2.4 --date 2022-06-30",
        "log 2022 G2 --value 2000000万元 --date 2022-06-30",
        "log 2022 G6 --value 60 --date 2022-06-30",
        "log 2022 M16 --value 2 --date 2022-06-20",
        "log 2022 M4 --percent 30 --words 方案已报 --date 2022-06-10",
        "log 2022 M5 --words 已开会 --date 2022-06-10",
    )
    for step in steps:
        code, out, err = run("ledger", *step.split(), "--data", tmp_path)
        assert (code, out) == (0, f"{tmp_path / 'ledger_2022.yaml'}\n"), (step, err)
    return tmp_path


def test_init_makes_a_ledger_and_never_another_over_it(run: Run, own: Path) -> None:
    before = (own / "ledger_2022.yaml").read_bytes()
    code, _, err = run("ledger", "init", "2022", "--data", own)
    assert (code, "the file exists already" in err) == (2, True)
    assert "--force" not in err and "ledger set" in err
    assert (own / "ledger_2022.yaml").read_bytes() == before
    assert before.startswith("# 2022年全市科技创新工作要点: ledger, 台账 (kjplan ledger -h)\n".encode())


def test_the_plans_that_come_with_kjplan_have_no_ledger_beside_them(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run("ledger", "init", "2022")
    assert (code, "kjplan add" in err) == (2, True)
    assert run("ledger", "init", "2022", "--ledger", tmp_path / "l.yaml").code == 0
    assert run("pace", "2022", "--ledger", tmp_path / "l.yaml", "--as-of", "2022-06-30").code == 0
    code, _, err = run("pace", "2022")
    assert (code, "there is no ledger" in err, "kjplan ledger init 2022 makes one" in err) == (2, True, True)


def test_pace_of_standard_input_asks_for_the_ledger(kjplan: Run) -> None:
    code, _, err = kjplan("pace", "-", stdin="2022年工作要点\n一、任务\n1.建平台。建三家。\n".encode())
    assert (code, "there is no ledger" in err, "--ledger FILE" in err, "init" in err) == (2, True, True, False)


@pytest.mark.parametrize(
    ("words", "what", "tip"),
    [
        ("set 2022 M11", "nothing is assigned", "--lead --support"),
        ("set 2022 M99 --lead 甲", "the plan has no such id: M99", "did you mean M9"),
        ("set 2022 M11 --baseline 80", "it has several targets", "M11.1 高新技术企业"),
        ("set 2022 M12 --baseline 八十", "no number: 八十", ""),
        ("set 2022 M12 --lead 甲 --part 没有这些字", "these words do not stand there: M12: 没有这些字", ""),
        ("log 2022 M12", "nothing is reported", "--value --percent"),
        ("log 2022 M12 --value 3 --percent 4", "give --value or --percent, not both", ""),
        ("log 2022 M11 --value 3", "it has several targets", "M11.2"),
        ("log 2022 M12 --value 3万元", "the unit is 家, not 万元: M12.1 科技型企业", ""),
        ("log 2022 M12 --value 3 --date 6月", "no day (such as 2022-06-30): 6月", ""),
        ("lgo 2022 M12", "no such command: lgo", "did you mean log?"),
        ("", "missing command", "see kjplan ledger -h"),
    ],
)
def test_what_cannot_be_entered_is_said_and_nothing_written(
    run: Run, own: Path, words: str, what: str, tip: str
) -> None:
    before = (own / "ledger_2022.yaml").read_bytes()
    code, out, err = run("ledger", *words.split(), *(("--data", own) if words else ()))
    assert (code, out) == (2, "") and f"error: {what}" in err and tip in err
    assert (own / "ledger_2022.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("due", "said"), [("后天", True), ("长期推进", True), ("6月底前", False), ("2022-11-30", False)]
)
def test_a_deadline_that_names_no_day_is_kept_and_said(run: Run, own: Path, due: str, said: bool) -> None:
    code, _, err = run("ledger", "set", "2022", "M12", "--due", due, "--data", own)
    assert (code, f"“{due}” names no day" in err) == (0, said)
    assert f"due: {due}" in (own / "ledger_2022.yaml").read_text("utf-8").replace("'", "")


def test_a_broken_ledger_is_shown_with_its_line(run: Run, own: Path) -> None:
    file = own / "ledger_2022.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("value: 520", "value: 五百二"), encoding="utf-8")
    line = file.read_text(encoding="utf-8").partition("五百二")[0].count("\n") + 1
    for words in (
        ("pace", "2022"),
        ("checklist", "2022"),
        ("ledger", "history", "2022"),
        ("ledger", "log", "2022", "M1", "--words", "甲"),
    ):
        code, _, err = run(*words, "--data", own)
        assert (code, f"value should be a number: {file}:{line}:12" in err) == (2, True)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_as_a_person_sees_it(run: Run, own: Path, golden: Callable[[str, str], None], lang: str) -> None:
    common = ("--data", own, "--lang", lang)
    pace = run("pace", "2022", "--as-of", "2022-06-30", *common)
    golden(f"pace_2022.{lang}.txt", pace.out + pace.err)
    golden(f"ledger_history_2022.{lang}.txt", run("ledger", "history", "2022", *common).out)
    golden(f"ledger_report_2022-H1.{lang}.md", run("ledger", "report", "2022", "--period", "2022-H1", *common).out)
    golden(f"checklist_2022_ledger.{lang}.txt", run("checklist", "2022", *common).out)


def test_pace_for_programs(run: Run, own: Path) -> None:
    rows = {
        r["id"]: r
        for r in json.loads(run("pace", "2022", "--as-of", "2022-11-30", "--data", own, "--format", "json").out)
    }
    # By hand: from 2.31 to 2.6 in twelve months, eleven of them over: 2.31 + 0.29 × 11/12 = 2.5758
    assert (rows["G1.1"]["expected"], rows["G1.1"]["status"]) == (2.58, "behind")
    assert (rows["G2.1"]["expected"], rows["G2.1"]["actual"], rows["G2.1"]["rate"]) == (366.7, 200, 50)
    assert (rows["G4.1"]["source"], rows["G4.1"]["expected"]) == ("M11.1", 916.7)
    assert (rows["M11.2"]["status"], rows["M16.1"]["overdue"]) == ("done_early", True)
    head = run("pace", "2022", "--as-of", "2022-11-30", "--data", own, "--format", "csv").out.partition("\n")[0]
    assert head == "id,task,target,baseline,expected,actual,rate,status,lead,due,reported,note"


@pytest.mark.parametrize(
    ("on", "conditions", "code"),
    [
        ("2022-06-30", "behind", 1),
        ("2022-06-30", "overdue", 0),
        ("2022-07-01", "overdue", 1),
        ("2022-06-30", "due-soon", 1),
        ("2022-05-01", "due-soon", 0),
        ("2022-06-30", "not_reported", 1),
        ("2022-06-30", "overdue behind", 1),
    ],
)
def test_pace_fails_where_it_is_asked_to(run: Run, own: Path, on: str, conditions: str, code: int) -> None:
    options = [word for condition in conditions.split() for word in ("--fail-on", condition)]
    assert run("pace", "2022", "--as-of", on, "--data", own, *options).code == code


def test_a_kind_that_is_none_is_refused(run: Run, own: Path) -> None:
    code, _, err = run("pace", "2022", "--data", own, "--fail-on", "late")
    assert (code, "bad value for --fail-on: late" in err, "choose from behind" in err) == (2, True, True)
    shown = json.loads(
        run("pace", "2022", "--as-of", "2022-06-30", "--data", own, "--status", "behind", "--format", "json").out
    )
    assert {row["status"] for row in shown} == {"behind"}


@pytest.mark.parametrize("suffix", ["csv", "tsv", "xlsx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_untouched_export_changes_nothing(run: Run, own: Path, tmp_path: Path, suffix: str, lang: str) -> None:
    before = (own / "ledger_2022.yaml").read_bytes()
    sheet = tmp_path / f"t.{suffix}"
    assert run("checklist", "2022", "--with-goals", "-o", sheet, "--data", own, "--lang", lang).code == 0
    code, _, err = run("ledger", "import", sheet, "2022", "--data", own, "--lang", lang)
    assert (code, err) == (0, {"zh": "没有新填的内容\n", "en": "nothing new in it\n"}[lang])
    assert (own / "ledger_2022.yaml").read_bytes() == before


def test_a_filled_in_spreadsheet_comes_back(run: Run, own: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = tmp_path / "t.xlsx"
    run("checklist", "2022", "-o", file, "--data", own, "--lang", "zh")
    book = load_workbook(file)
    page = book.worksheets[0]
    head = next(row for row in page.iter_rows() if any(cell.value == "进展情况" for cell in row))
    at = {str(cell.value): n for n, cell in enumerate(head)}
    for row in page.iter_rows(min_row=int(head[0].row or 0) + 1):
        if row[at["编号"]].value == "M12":
            row[at["牵头单位"]].value, row[at["进展情况"]].value = "市科技局", "900家"
        if row[at["编号"]].value == "M11":
            row[at["牵头单位"]].value = "市工信局"
    book.save(file)
    words = ("ledger", "import", file, "2022", "--data", own, "--date", "2022-07-31", "--format", "json")
    before = (own / "ledger_2022.yaml").read_bytes()
    code, out, err = run(*words)
    assert code == 1 and "1 conflicts" in err and (own / "ledger_2022.yaml").read_bytes() == before
    assert [(d["what"], d["id"], d["cell"], d["ours"], d["theirs"]) for d in json.loads(out)] == [
        ("conflict", "M11", "lead", "市科技局", "市工信局"),
        ("new", "M12", "lead", "", "市科技局"),
        ("new", "M12.1", "progress", "", "900家"),
    ]
    assert run(*words, "--ours", "--dry-run").code == 0 and (own / "ledger_2022.yaml").read_bytes() == before
    assert run(*words, "--ours").code == 0
    rows = {r["id"]: r for r in json.loads(run("checklist", "2022", "--data", own, "--format", "json").out)}
    assert (rows["M11"]["lead"], rows["M12"]["lead"], rows["M12"]["progress"]) == (
        "市科技局",
        "市科技局",
        "900家（2022-07-31）",
    )
    assert rows["M12"]["origin"] == {"lead": "assigned", "progress": "assigned"}
    assert rows["M1"]["origin"] == {} and rows["M1"]["lead"] is None


@pytest.mark.parametrize("period", ["2022", "2022-H1", "2022-h2", "2022-Q3", "2022-06"])
def test_a_report_of_any_period_in_both_formats(run: Run, own: Path, tmp_path: Path, period: str) -> None:
    import docx

    words = ("ledger", "report", "2022", "--period", period, "--data", own, "--lang", "zh")
    text, file = run(*words).out, tmp_path / "r.docx"
    assert run(*words, "-o", file).code == 0 and run(*words, "-o", file).code == 2
    document = docx.Document(str(file))
    title = text.partition("\n")[0].removeprefix("# ")
    assert document.paragraphs[0].text == title and title.startswith("2022年全市科技创新工作要点")
    again = tmp_path / "again.docx"
    run(*words, "-o", again)
    assert again.read_bytes() == file.read_bytes()


def test_a_report_of_no_period_or_format_is_refused(run: Run, own: Path) -> None:
    assert "no period: 2022-Q5" in run("ledger", "report", "2022", "--period", "2022-Q5", "--data", own).err
    assert "use .md or .docx" in run("ledger", "report", "2022", "-o", own / "r.pdf", "--data", own).err


def test_history_of_one_task(run: Run, own: Path) -> None:
    found = json.loads(run("ledger", "history", "M11", "--data", own, "--format", "json").out)
    assert [(e["id"], e["kind"], e["who"]) for e in found] == [
        ("M11", "assigned", "办公室"), ("M11.2", "progress", ""), ("M11.1", "progress", "市科技局")
    ]  # fmt: skip
    assert len(json.loads(run("ledger", "history", "2022", "M11.1", "--data", own, "--format", "json").out)) == 1
    assert run("ledger", "history", "2022", "--lost", "--data", own).err == "nothing was entered\n"


def test_what_an_amended_plan_has_no_place_for_is_reported(run: Run, own: Path) -> None:
    plan = own / "workplan_2022.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("推进人工智能试验区建设", "抓好食堂管理").replace("人工智能", "食堂"), encoding="utf-8"
    )
    ledger = own / "ledger_2022.yaml"
    before = ledger.read_bytes()
    for words in (("pace", "2022"), ("checklist", "2022"), ("ledger", "report", "2022")):
        code, _, err = run(*words, "--data", own)
        assert (code, "have no place in the plan" in err or "by likeness" in err) == (0, True)
    assert ledger.read_bytes() == before


def test_values_are_taken_back(run: Run, own: Path) -> None:
    run("ledger", "set", "2022", "M11", "--person", "-", "--data", own)
    rows = {r["id"]: r for r in json.loads(run("checklist", "2022", "--data", own, "--format", "json").out)}
    assert (rows["M11"]["person"], rows["M11"]["lead"]) == ("", "市科技局")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", SUBCOMMANDS["ledger"])
def test_every_command_of_the_group_has_help_with_an_example(kjplan: Run, command: str, language: str) -> None:
    code, out, err = kjplan("ledger", command, "-h", LANG=f"{language}_CN.UTF-8", COLUMNS="80")
    assert (code, err) == (0, "")
    assert f"\n  kjplan ledger {command}" in out and "--data" in out
    assert ("Options:" in out) == (language == "en")


def test_the_group_loads_only_what_it_runs(kjplan: Run) -> None:
    assert "ledger" in COMMANDS
    code, _, err = kjplan("ledger", "-h", PYTHONPROFILEIMPORTTIME="1")
    assert code == 0 and "kjplan.cli.app" in err
    assert not any(f"kjplan.cli.{entry.module}\n" in err for entry in SUBCOMMANDS["ledger"].values())
