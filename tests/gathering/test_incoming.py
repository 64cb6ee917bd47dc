"""Filled-in checklists that come back: what counts, what is a conflict, and that an untouched one changes nothing."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kjplan import language
from kjplan.checklists import PROFILES, Profile, build, sheet, table
from kjplan.checklists.assigned import overlay
from kjplan.errors import SourceError
from kjplan.gathering.incoming import Difference, Side, bring_in, differences
from kjplan.gathering.sheets import Filled, read_sheet
from kjplan.ledger.book import Book
from kjplan.ledger.files import read
from kjplan.ledger.reading import read_ledger
from kjplan.ledger.writing import new_ledger, with_entries
from kjplan.model import Plan
from kjplan.output.csv import to_csv
from kjplan.output.xlsx import to_xlsx
from tests.ledger.days import day, facts

DAY = date(2022, 6, 30)
Bring = Callable[..., list[Difference]]


@pytest.fixture
def bring(path: Path, plan: Plan) -> Bring:
    """Bring one row in, its cells given by name."""

    def one(keep: Side | None = None, dry_run: bool = False, **cells: str) -> list[Difference]:
        return bring_in(path, plan, [Filled("t.csv:2", cells)], day=DAY, who="甲", keep=keep, dry_run=dry_run)

    return one


def through_excel(book: Book, profile: Profile, file: Path, split: bool) -> list[Filled]:
    """The checklist as a spreadsheet of kjplan's, read again."""
    rows = build(book.plan, with_goals=True, split_targets=split)
    file.write_bytes(to_xlsx(sheet(book.plan, overlay(rows, book.plan, book.ledger), profile=profile)))
    return read_sheet(file, profile)


def exported(book: Book) -> list[Filled]:
    """The checklist as a csv file of kjplan's, read again."""
    text = to_csv(table(overlay(build(book.plan, with_goals=True), book.plan, book.ledger)))
    rows = list(csv.reader(io.StringIO(text)))
    return [Filled(f"t.csv:{n}", dict(zip(rows[0], row, strict=True))) for n, row in enumerate(rows[1:], 2)]


def test_another_spelling_of_the_same_body_is_nothing_new(bring: Bring) -> None:
    assert len(bring(id="M1", task="培育粮油企业", lead="市发改委")) == 1
    assert bring(id="M1", task="培育粮油企业", lead="市发展和改革委员会") == []
    found = bring(id="M1", task="培育粮油企业", lead="省发改委")
    assert [(d.what, d.ours, d.theirs) for d in found] == [("conflict", "市发改委", "省发改委")]


def test_what_was_filled_in_is_entered(bring: Bring, path: Path) -> None:
    found = bring(id="M1", task="培育粮油企业", lead="市粮食局", person="张三", progress="60家，已认定两批")
    assert [(d.what, d.id, d.cell) for d in found] == [
        ("new", "M1", "lead"), ("new", "M1", "person"), ("new", "M1.1", "progress")
    ]  # fmt: skip
    (task,) = [t for t in read(path).tasks if t.id == "M1"]
    assert [(a.given, a.who) for a in task.assigned] == [({"lead": "市粮食局", "person": "张三"}, "甲")]
    assert [facts(p, "value words date") for p in task.progress] == [[60, "已认定两批", DAY]]
    assert bring(id="M1", task="培育粮油企业", lead="市粮食局", person="张三", progress="60家，已认定两批") == []


def test_empty_and_unchanged_cells_change_nothing(bring: Bring, path: Path) -> None:
    before = path.read_bytes()
    assert bring(id="M3", lead="市粮食局", support="市财政局", due="6月底前", person="", progress="", note=" ") == []
    assert bring(id="M1", lead="未明确", support="not stated") == []
    assert path.read_bytes() == before


def test_a_conflict_is_listed_before_anything_is_written(bring: Bring, path: Path) -> None:
    bring(id="M1", lead="甲局")
    before = path.read_bytes()
    found = bring(id="M1", lead="乙局", person="张三")
    assert [(d.what, d.cell, d.ours, d.theirs) for d in found] == [
        ("conflict", "lead", "甲局", "乙局"), ("new", "person", "", "张三")
    ]  # fmt: skip
    assert path.read_bytes() == before
    bring("ours", id="M1", lead="乙局", person="张三")
    assert [a.given for a in read(path).tasks[2].assigned] == [{"lead": "甲局"}, {"person": "张三"}]
    bring("theirs", id="M1", lead="乙局")
    assert read(path).tasks[2].assigned[-1].given == {"lead": "乙局"}


def test_a_dry_run_writes_nothing(bring: Bring, path: Path) -> None:
    before = path.read_bytes()
    assert len(bring(dry_run=True, id="M1", lead="甲局")) == 1
    assert path.read_bytes() == before


def test_another_number_for_the_same_day_is_a_conflict(bring: Bring, path: Path) -> None:
    bring(id="M1", progress="60家")
    found = bring(id="M1", progress="61家")
    assert [(d.what, d.ours, d.theirs) for d in found] == [("conflict", "60家（2022-06-30）", "61家")]
    assert [d.what for d in bring(id="M1", progress="61家（2022-07-31）")] == ["new"]
    assert [facts(p, "value date") for p in read(path).tasks[2].progress] == [[60, DAY], [61, day("2022-07-31")]]


def test_an_old_file_takes_nothing_back(bring: Bring, path: Path) -> None:
    bring(id="M1", progress="30家（2022-03-31）")
    old = "30家（2022-03-31）"
    bring(id="M1", progress="60家（2022-06-30）")
    assert bring(id="M1", progress=old) == []
    assert [p.value for p in read(path).tasks[2].progress] == [30, 60]


def test_what_is_added_to_a_cell_is_what_counts(bring: Bring, path: Path) -> None:
    bring(id="M2", progress="一库已开工")
    shown = "一库已开工（2022-06-30）"
    (found,) = bring(id="M2", progress=f"{shown}；二库已开工（2022-07-31）")
    assert (found.what, found.theirs) == ("new", "二库已开工（2022-07-31）")
    assert [(p.words, p.date.month) for p in read(path).tasks[3].progress] == [("一库已开工", 6), ("二库已开工", 7)]


@pytest.mark.parametrize(
    ("cells", "id"),
    [
        ({"id": "M2", "task": "新建粮库"}, "M2"),
        ({"id": "M2"}, "M2"),
        ({"id": "M2", "task": "控制损耗"}, "M4"),  # the words decide, not the id
        ({"no": "4", "task": "控制损耗"}, "M4"),
        ({"no": "9", "task": "控制损耗"}, "M4"),
        ({"id": "M2.1", "task": "新建粮库"}, "M2.1"),
        ({"id": "G1", "task": "粮食产量达到600万吨"}, "G1"),
    ],
)
def test_a_row_finds_its_task(bring: Bring, cells: dict[str, str], id: str) -> None:
    assert [d.id for d in bring(**cells, person="张三")] == [id]


@pytest.mark.parametrize("cells", [{"id": "M9"}, {"no": "2", "task": "举办运动会"}, {"id": "M2", "task": "举办运动会"}])
def test_a_row_of_no_task_is_reported_and_stops_the_import(bring: Bring, path: Path, cells: dict[str, str]) -> None:
    before = path.read_bytes()
    assert [(d.what, d.theirs) for d in bring(**cells, lead="甲局")] == [("unplaced", "甲局")]
    assert path.read_bytes() == before


def test_two_rows_of_one_task_that_differ_are_a_conflict(path: Path, plan: Plan) -> None:
    rows = [
        Filled("t:2", {"id": "M1", "lead": "甲"}),
        Filled("t:3", {"id": "M1", "lead": "乙"}),
        Filled("t:4", {"id": "M1", "lead": "甲"}),
    ]
    found = bring_in(path, plan, rows, day=DAY, who=None, keep=None, dry_run=False)
    assert [(d.what, d.ours) for d in found] == [("new", ""), ("conflict", "甲 (t:2)")]


WORDS = st.text(st.sampled_from("甲乙1;；，,。=+@'\"-（2022）%家\n 〔台账〕"), min_size=1, max_size=12).filter(
    lambda w: w.strip() == w and w.strip("-")
)
ENTRIES = st.lists(
    st.one_of(
        st.tuples(st.just("assigned"), st.fixed_dictionaries({}, optional=dict.fromkeys(("lead", "support", "person", "due", "note"), WORDS))),
        st.tuples(
            st.just("progress"),
            st.fixed_dictionaries(
                {"date": st.sampled_from(["2022-03-31", "2022-06-30"]), "words": WORDS},
                optional={"percent": st.integers(0, 120), "evidence": WORDS},
            ),
        ),
    ).filter(lambda e: bool(e[1])),
    max_size=6,
)  # fmt: skip


@given(entries=st.lists(st.tuples(st.integers(0, 6), ENTRIES), max_size=4), lang=st.sampled_from(["zh", "en"]))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_import_of_export_changes_nothing(
    plan: Plan, entries: list[tuple[int, list[tuple[str, dict[str, object]]]]], lang: language.Language
) -> None:
    language.choose(lang)
    added = [(at, kind, dict(entry)) for at, some in entries for kind, entry in some]
    text = with_entries(new_ledger(plan, "p"), "l", added)
    book = Book(plan, read_ledger(text, "l"))
    assert differences(book, exported(book), date(2023, 1, 1)) == []


@given(
    entries=st.lists(st.tuples(st.integers(0, 6), ENTRIES), max_size=4),
    lang=st.sampled_from(["zh", "en"]),
    profile=st.sampled_from(sorted(PROFILES)),
    split=st.booleans(),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_import_of_a_spreadsheet_changes_nothing(
    plan: Plan, tmp_path: Path, entries: list[tuple[int, list[tuple[str, dict[str, object]]]]], lang: language.Language,
    profile: str, split: bool,
) -> None:  # fmt: skip
    language.choose(lang)
    added = [(at, kind, dict(entry)) for at, some in entries for kind, entry in some]
    book = Book(plan, read_ledger(with_entries(new_ledger(plan, "p"), "l", added), "l"))
    rows = through_excel(book, PROFILES[profile], tmp_path / "t.xlsx", split)
    assert differences(book, rows, date(2023, 1, 1), PROFILES[profile]) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_file_is_read_as_spreadsheets_write_it(tmp_path: Path, encoding: str, delimiter: str) -> None:
    file = tmp_path / "t.csv"
    with file.open("w", encoding=encoding, newline="") as out:
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        writer.writerows(
            [
                ["任务分解表"],
                ["序 号", "重点工作任务", "责任科室", "工作动态", "别的"],
                ["2", "新建粮库", "储备科", "已开工\n二库未开", "x"],
                ["", "", "", "", ""],
            ]
        )
    assert read_sheet(file) == [
        Filled("t.csv:3", {"no": "2", "task": "新建粮库", "lead": "储备科", "progress": "已开工\n二库未开"})
    ]


def test_a_heading_means_what_the_other_headings_say(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("序号,工作任务,牵头科室,责任科室,工作进度\n2,新建粮库,甲,乙,丙\n", encoding="utf-8")
    assert read_sheet(file)[0].cells == {"no": "2", "task": "新建粮库", "lead": "甲", "support": "乙", "progress": "丙"}
    file.write_text("序号,重点任务,责任科室,落实情况\n2,新建粮库,甲,丙\n", encoding="utf-8")
    assert read_sheet(file)[0].cells == {"no": "2", "task": "新建粮库", "lead": "甲", "progress": "丙"}


def test_an_excel_file_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "任务"
    first.append(["任务分解表"])
    first.append(["编号", "工作任务", "完成时限", "进展情况"])
    first.append(["M2", "新建粮库", date(2022, 9, 30), 12])
    second = book.create_sheet("说明")
    second.append(["填表说明"])
    third = book.create_sheet("目标")
    third.append(["No.", "task", "progress"])
    third.append([1, "粮食产量达到600万吨", 310.5])
    file = tmp_path / "t.xlsx"
    book.save(file)
    assert read_sheet(file) == [
        Filled("t.xlsx:任务!3", {"id": "M2", "task": "新建粮库", "due": "2022-09-30", "progress": "12"}),
        Filled("t.xlsx:目标!2", {"no": "1", "task": "粮食产量达到600万吨", "progress": "310.5"}),
    ]


@pytest.mark.parametrize(
    ("name", "content"), [("t.csv", b"a,b\n1,2\n"), ("t.xlsx", b"no zip"), ("t.xlsx", None), ("t.csv", None)]
)
def test_what_is_no_checklist_is_refused(tmp_path: Path, name: str, content: bytes | None) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SourceError):
        read_sheet(file)
