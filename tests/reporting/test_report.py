"""What stands on the report page: sections in runs, promises, progress by its day."""

from datetime import date
from pathlib import Path

import pytest

import kjplan
from kjplan import language
from kjplan.checking import check
from kjplan.ledger import Book
from kjplan.ledger.files import read
from kjplan.model import DocumentReference, Measure, Plan
from kjplan.output.report_page import to_html
from kjplan.reporting import report
from kjplan.reporting.progress import last_day, reached
from tests.checklists.plans import sample
from tests.cli.conftest import Run
from tests.output.test_page import read as read_page

NOTICE = """某市2023年工作要点
一、主要目标
1.新增高新技术企业1000家。
2.研发活动覆盖率达到65%。
二、壮大企业
1.壮大高新技术企业。新增高新技术企业1000家以上。
2.建设平台。出台《平台管理办法》，落实《条例》。
"""


def test_measures_stand_in_runs_under_their_sections() -> None:
    plan = sample()
    made = report(plan, check(plan))
    assert [(s and s.title, [m.id for m in found]) for s, found in made.sections] == [
        ("企业", ["M11", "M12"]),
        ("人才", ["M13"]),
        (None, ["M14"]),
    ]
    assert (made.diff, made.as_of, dict(made.reached)) == (None, None, {})


@pytest.mark.parametrize(
    ("relation", "promised"),
    [("issue", True), ("draft", True), ("revise", True), ("implement", False), ("cite", False)],
)
def test_promises(relation: str, promised: bool) -> None:
    reference = DocumentReference(title="办法", relation=relation)  # type: ignore[arg-type]
    plan = Plan(parts=[Measure(id="M1", title="t", documents=[reference])])
    assert bool(report(plan, check(plan)).promises) == promised


def test_a_diff_where_an_older_plan_is_given() -> None:
    plan = sample()
    made = report(plan, check(plan), against=sample())
    assert made.diff is not None and made.diff.identical
    language.choose("en")
    assert "no difference" in to_html(made)
    language.choose(None)


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """A plan with a ledger in which two targets and a task without one were reported."""
    notice = tmp_path / "plan.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    plan = tmp_path / "plan.yaml"
    assert run("parse", notice, "-o", plan).code == 0
    assert run("ledger", "init", plan).code == 0
    for words in (
        "M1 --value 480 --date 2023-06-30",
        "G2 --value 58 --date 2023-05-31",
        "M2 --words 已形成初稿 --date 2023-07-15",
    ):
        assert run("ledger", "log", plan, *words.split()).code == 0
    assert run("ledger", "set", plan, "M2", "--lead", "市科技局").code == 0
    return plan


def test_progress_is_judged_for_a_day(ledger: Path) -> None:
    plan = kjplan.load(ledger)
    book = Book(plan, read(next(ledger.parent.glob("*ledger*.yaml"))))
    assert last_day(book) == date(2023, 7, 15)
    language.choose("en")
    found = reached(book, date(2023, 6, 30))
    language.choose(None)
    one = found["M1.1"]
    assert (str(one.rate), str(one.share), one.words, one.status, one.reported) == (
        *("48", "50", "480家", "behind", "2023-06-30"),
    )
    assert found["G1.1"].words == "480家", "a goal shows what was reported for the measure that restates it"
    assert found["G2.1"].share is None, "a level does not grow by months"
    assert "M2" not in found, "it was reported later"
    assert "M2" in reached(book, date(2023, 7, 15))


def test_the_page_shows_progress_and_whom_the_ledger_names(run: Run, ledger: Path) -> None:
    page = run("report", ledger, "--as-of", "2023-06-30", "--lang", "zh").out
    assert "进展截至 2023-06-30" in page
    assert "欠进度 · 480家 · 48% · 2023-06-30" in page
    assert "市科技局〔台账〕" in page and "<option>市科技局</option>" in page
    assert 'aria-label="完成 48%，时间过去 50%"' in page
    assert "已形成初稿" not in page
    assert "已形成初稿" in run("report", ledger, "--lang", "zh").out
    assert read_page(page).open == []


def test_as_of_without_a_ledger_is_an_error(run: Run, tmp_path: Path) -> None:
    notice = tmp_path / "plan.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    code, _, err = run("report", notice, "--as-of", "2023-06-30")
    assert code == 2
    assert err.startswith("error: there is no ledger to judge by")


def test_english_words_of_the_page_without_a_ledger(run: Run, tmp_path: Path) -> None:
    notice = tmp_path / "plan.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    page = run("report", notice, "--lang", "en").out
    assert "There is no ledger" in page and "Progress as of" not in page
    assert "《平台管理办法》" in page
