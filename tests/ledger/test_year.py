"""A year of a bureau: 23 measures, 12 monthly reports, 8 offices that report at once by filled-in tables and on the
command line, edits by hand, a unit that is renamed, and a plan that is amended in July. Nothing is lost, and ``pace`` is
right in June and in November by a table that was worked out by hand."""

import csv
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

import kjplan
from kjplan.checklists import build, table
from kjplan.checklists.assigned import overlay
from kjplan.gathering.incoming import bring_in
from kjplan.gathering.sheets import read_sheet
from kjplan.ledger.book import Book
from kjplan.ledger.editing import assignment, enter, find_place, progress
from kjplan.ledger.entries import Progress
from kjplan.ledger.files import change, create, read
from kjplan.ledger.pacing import pace
from kjplan.ledger.placing import known_by
from kjplan.ledger.writing import new_ledger, with_alias
from kjplan.model import Plan
from kjplan.output.csv import to_csv
from tests.ledger.days import facts

OFFICES = ["粮食局", "财政局", "农业局", "水利局", "商务局", "统计局", "应急局", "市监局"]
END_OF = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

FIGURES = {
    1: "新增粮油企业120家",
    2: "新建粮库24座",
    3: "粮食产量达到600万吨",
    4: "粮库机械化覆盖率达到65%",
    5: "粮食损耗率控制在5%以内",
    6: "引进粮油专家60名",
    7: "粮油产业增加值增长6%",
    8: "开展粮库巡查48次",
}
"""The targets of the first eight measures; the other fifteen have none."""
SUBJECTS = [
    "收购",
    "储备",
    "轮换",
    "调运",
    "加工",
    "质检",
    "市场",
    "应急",
    "信息",
    "价格",
    "种子",
    "机械",
    "仓房",
    "码头",
    "期货",
    "保险",
    "补贴",
    "教育",
    "普法",
    "档案",
    "宣传",
    "统计",
    "接待",
]
PER_MONTH = {1: "10", 2: "2", 3: "40", 6: "6", 8: "4"}
"""What is added a month, from a count of nothing."""


class Row(NamedTuple):
    """Where a target stands, by hand."""

    expected: str | None
    actual: str | None
    rate: str | None
    status: str


JUNE = {
    # 10 a month of 120: 60 of 60. 2 a month of 24: 12 of 12. 40 a month of 600: 240 of 300, 40 %.
    1: Row("60", "60", "50", "on_pace"),
    2: Row("12", "12", "50", "on_pace"),
    3: Row("300", "240", "40", "behind"),
    # From 53 % (assigned in January) to 65 %: 59 expected, 53 + 6 = 59 reported.
    4: Row("59", "59", "50", "on_pace"),
    # 4.9 is within 5.
    5: Row("5", "4.9", None, "on_pace"),
    # 6 a month of 60: 36 of 30, 60 %.
    6: Row("30", "36", "60", "ahead"),
    # 5.5 % growth is below 6 %.
    7: Row("6", "5.5", "91.7", "behind"),
    # 4 a month of 48: 24 of 24.
    8: Row("24", "24", "50", "on_pace"),
}
NOVEMBER = {
    # 110 of 110.
    1: Row("110", "110", "91.7", "on_pace"),
    # Raised to 36 in July: 22 of 33, 61.1 %.
    2: Row("33", "22", "61.1", "behind"),
    # 440 of 550, 73.3 %.
    3: Row("550", "440", "73.3", "behind"),
    # 53 + 11 = 64 of 64, 11/12 of the way.
    4: Row("64", "64", "91.7", "on_pace"),
    # 5.2 is not within 5.
    5: Row("5", "5.2", None, "behind"),
    # 66 of 60 since October.
    6: Row("55", "66", "110", "done_early"),
    # 6.1 % is above 6 % since September.
    7: Row("6", "6.1", "101.7", "done_early"),
    # Reported until August only: 32 of 44, 66.7 %.
    8: Row("44", "32", "66.7", "behind"),
}


def notice(*, amended: bool = False) -> str:
    """The plan, or as it was issued again in July: a measure put in front, a target raised, a title changed, one dropped."""
    measures = []
    for n, subject in enumerate(SUBJECTS, 1):
        title = f"抓好粮食{subject}工作" if not (amended and n == 9) else f"统筹抓好粮食{subject}工作"
        figure = FIGURES.get(n, f"完善粮食{subject}制度，办好{subject}的年度事项")
        if amended and n == 2:
            figure = figure.replace("24", "36")
        measures.append(f"{title}。{figure}。由{subject}专班推进{subject}的各项安排。")
    if amended:
        measures = ["压实党政同责。县乡两级签订责任书。", *measures[:-1]]
    lines = "\n".join(f"{n}.{measure}" for n, measure in enumerate(measures, 1))
    return f"某市2022年粮油工作要点\n一、重点任务\n{lines}\n"


class Bureau:
    """The ledger of the bureau, and what was entered into it."""

    def __init__(self, path: Path, plan: Plan) -> None:
        self.path, self.plan = path, plan
        self.entered: Counter[str] = Counter()
        create(path, new_ledger(plan, "workplan_2022.yaml"))

    def id_of(self, number: int) -> str:
        """The id of a measure in the plan as it is now, by its number in January; M1 to M23, one more since July."""
        shift = len(self.plan.measures[0].title or "") and self.plan.measures[0].title == "压实党政同责"
        return f"M{number + int(shift)}"

    def report(self, number: int, month: int) -> None:
        """A report on the command line."""
        value, percent = self.figure(number, month)
        words = f"{number}号{month}月"
        day = date(2022, month, END_OF[month - 1])
        entry = progress(value, percent, words, None, day, who=OFFICES[number % 8])
        enter(self.path, self.plan, self.id_of(number), "progress", entry)
        self.entered[words] += 1

    def figure(self, number: int, month: int) -> tuple[str | None, str | None]:
        """What is reported for a measure at the end of a month: a value, or a percentage."""
        if number in PER_MONTH:
            return str(int(PER_MONTH[number]) * month), None
        special = {4: str(53 + month), 5: "4.9" if month < 9 else "5.2", 7: "5.5" if month < 9 else "6.1"}
        return (special[number], None) if number in special else (None, str(month * 4))

    def reported_by_table(self, numbers: list[int], month: int, file: Path) -> None:
        """What an office writes into the table that was sent round, as it comes back."""
        rows = overlay(build(self.plan), self.plan, read(self.path))
        with file.open("w", encoding="gb18030", newline="") as out:
            out.write(to_csv(table(rows)))
        with file.open(encoding="gb18030", newline="") as back:
            cells = list(csv.reader(back))
        progress_at, id_at = cells[0].index("progress"), cells[0].index("id")
        for number in numbers:
            line = next(line for line in cells if line[id_at] == self.id_of(number))
            value, percent = self.figure(number, month)
            words = f"{number}号{month}月"
            unit = "" if value is None else self.plan.measures[int(self.id_of(number)[1:]) - 1].targets[0].unit
            line[progress_at] = f"{value}{unit}，{words}" if value is not None else f"{percent}%，{words}"
            self.entered[words] += 1
        with file.open("w", encoding="gb18030", newline="") as out:
            csv.writer(out).writerows(cells)
        day = date(2022, month, END_OF[month - 1])
        rows_back = read_sheet(file)
        found = bring_in(self.path, self.plan, rows_back, day=day, who="表", keep=None, dry_run=False)
        assert [d.what for d in found] == ["new"] * len(numbers)

    def words(self) -> Counter[str]:
        """What is in the file."""
        return Counter(p.words or "" for task in read(self.path).tasks for p in task.progress)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bureau, list[str]]:
    """The year as it went, with ``pace`` of the end of June taken then."""
    folder = tmp_path_factory.mktemp("year")
    bureau = Bureau(folder / "ledger_2022.yaml", kjplan.parse(notice()))
    for number in range(1, 24):
        entry = assignment({"lead": OFFICES[number % 8]}, date(2022, 1, 5), who="办公室")
        enter(bureau.path, bureau.plan, f"M{number}", "assigned", entry)
    enter(bureau.path, bureau.plan, "M4.1", "assigned", assignment({"baseline": "53"}, date(2022, 1, 5)))
    june: list[str] = []
    for month in range(1, 13):
        if month == 7:
            june.extend(f"{p.owner} {p.status}" for p in pace(bureau.plan, read(bureau.path), date(2022, 6, 30)))
            bureau.plan = kjplan.parse(notice(amended=True))
        if month == 9:  # 粮食局 becomes 粮食和储备局
            change(bureau.path, lambda text: with_alias(text, "l", {"name": "粮食和储备局", "also": ["粮食局"]}))
        numbers = [n for n in range(1, 24) if not (n == 23 and month >= 7) and not (n == 8 and month >= 9)]
        for number in numbers[::2]:
            bureau.report(number, month)
        bureau.reported_by_table(numbers[1::2], month, folder / f"{month}.csv")
        text = bureau.path.read_text(encoding="utf-8")  # somebody writes a comment into the file by hand
        bureau.path.write_text(text.replace("tasks:\n", f"# {month}月已核\ntasks:\n", 1), encoding="utf-8")
    return bureau, june


def test_nothing_is_lost(year: tuple[Bureau, list[str]]) -> None:
    bureau, _ = year
    assert sum(bureau.entered.values()) == 23 * 6 + 22 * 6 - 4
    assert bureau.words() == bureau.entered
    text = bureau.path.read_text(encoding="utf-8")
    assert all(f"# {month}月已核\n" in text for month in range(1, 13))


def test_every_entry_has_its_task_and_what_was_dropped_is_reported(year: tuple[Bureau, list[str]]) -> None:
    bureau, _ = year
    book = Book(bureau.plan, read(bureau.path))
    assert {lost.task.was for lost in book.lost} == {"抓好粮食接待工作"}
    assert len([lost for lost in book.lost if isinstance(lost.entry, Progress)]) == 6
    for number in range(1, 23):
        told = book.standings[bureau.id_of(number)].progress
        months = 8 if number == 8 else 12
        assert [s.entry.words for s in told if isinstance(s.entry, Progress)] == [
            f"{number}号{month}月" for month in range(1, months + 1)
        ]


@pytest.mark.parametrize(("on", "expected"), [(date(2022, 6, 30), JUNE), (date(2022, 11, 30), NOVEMBER)])
def test_pace_is_right_by_hand(year: tuple[Bureau, list[str]], on: date, expected: dict[int, Row]) -> None:
    bureau, _ = year
    plan = kjplan.parse(notice()) if on.month == 6 else bureau.plan
    shift = 0 if on.month == 6 else 1
    rows = {p.owner: p for p in pace(plan, read(bureau.path), on)}
    for number, hand in expected.items():
        row = rows[f"M{number + shift}"]
        numbers = [None if words is None else Decimal(words) for words in (hand.expected, hand.actual, hand.rate)]
        assert [row.expected, row.actual, row.rate] == numbers, number
        assert row.status == hand.status, number
    for number in range(9, 23):
        # 4 % a month: 24 % by the end of June, 44 % by the end of November.
        assert facts(rows[f"M{number + shift}"], "rate status") == [4 * on.month, "behind"]


def test_what_june_said_is_what_is_said_of_june_later(year: tuple[Bureau, list[str]]) -> None:
    bureau, june = year
    now = pace(kjplan.parse(notice()), read(bureau.path), date(2022, 6, 30))
    assert [f"{p.owner} {p.status}" for p in now] == june


def test_a_unit_goes_by_its_new_name(year: tuple[Bureau, list[str]]) -> None:
    bureau, _ = year
    rows = overlay(build(bureau.plan), bureau.plan, read(bureau.path))
    assert rows[8].lead == "粮食和储备局" and rows[8].answerable == ["粮食和储备局"]
    assert "粮食局" not in {row.lead for row in rows}
    assert known_by(find_place(bureau.plan, "M9").node)[0] == "抓好粮食应急工作"
