"""``kjplan ledger init``, ``set`` and ``log``: a ledger beside a plan, and new entries in it."""

from datetime import date as Day
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kjplan.cli.corrections import expect_own
from kjplan.cli.deliver import note
from kjplan.cli.loading import ledger_file, load_plan, tell_misplaced
from kjplan.cli.options import LedgerOption, PlanName, RequiredPlan, complete_id, day_of
from kjplan.cli.settings import settings
from kjplan.errors import OutputError
from kjplan.language import say
from kjplan.output.stream import emit

if TYPE_CHECKING:
    from kjplan.ledger.editing import Place

app = typer.Typer()

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help=say("M11、G4，或一项指标 M11.1、G4.1", "M11, G4, or one of their targets: M11.1, G4.1"),
        autocompletion=complete_id,
    ),
]
PartOption = Annotated[
    str | None,
    typer.Option(
        "--part", metavar="WORDS", help=say("只针对其中一部分，写原文字句", "for a part of it only: words of the plan")
    ),
]
WhoOption = Annotated[str | None, typer.Option("--who", metavar="NAME", help=say("登记人或报送单位", "who says so"))]
DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help=say("日期，省略则为今天", "the day; today if left out")),
]


@app.command(
    help=say(
        "在要点旁边建立台账：每项目标、举措一条，等人填写。要点本身不改。",
        "Make a ledger beside a plan, with one entry per goal and measure for people to fill in. The plan itself is not changed.",
    ),
    epilog="kjplan ledger init 2022\nkjplan ledger init notice.txt --ledger work/ledger.yaml",
)
def init(plan: PlanName = None, ledger: LedgerOption = None) -> None:
    """Make a new ledger."""
    from kjplan.ledger.files import create
    from kjplan.ledger.writing import new_ledger

    source, path = files(plan, ledger)
    create(path, new_ledger(load_plan(plan), source.name))
    emit(f"{path}\n", data=False)


@app.command(
    "set",
    help=say(
        "分派任务：谁牵头、谁配合、谁负责、何时完成。后写的算数；写“-”表示收回。",
        "Assign a task: who leads, who supports, who is in charge, and by when. The latest entry holds; - takes it back.",
    ),
    epilog="kjplan ledger set 2022 M11 --lead 市科技局 --support 市财政局 --person 张三 --due 2022-11-30\n"
    "kjplan ledger set 2022 G1.1 --baseline 2.31\nkjplan ledger set 2022 M11 --person - --who 办公室",
)
def set_(
    plan: RequiredPlan,
    id: Id,
    lead: Annotated[str | None, typer.Option("--lead", metavar="NAMES", help=say("牵头单位", "leading bodies"))] = None,
    support: Annotated[
        str | None, typer.Option("--support", metavar="NAMES", help=say("配合单位", "supporting bodies"))
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help=say("责任人", "the person in charge"))
    ] = None,
    due: Annotated[
        str | None,
        typer.Option(
            "--due", metavar="DATE", help=say("完成时限：2022-11-30、6月底前", "deadline: 2022-11-30, 6月底前")
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline", metavar="N", help=say("指标的年初基数", "what a target stood at when the year began")
        ),
    ] = None,
    remark: Annotated[str | None, typer.Option("--note", metavar="TEXT", help=say("备注", "a note"))] = None,
    part: PartOption = None,
    who: WhoOption = None,
    date: DateOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Note an assignment."""
    from kjplan.ledger.editing import assignment

    given = {"lead": lead, "support": support, "person": person, "due": due, "baseline": baseline, "note": remark}
    entry = assignment(
        {name: words for name, words in given.items() if words is not None}, day_of(date) or Day.today(), part, who
    )
    year = _enter(plan, id, ledger, "assigned", entry)
    if due is not None and due != "-":
        tell_without_date(due, year)


def tell_without_date(due: str, year: int | None) -> None:
    """Say that a deadline names no day, so that nobody waits for ``pace`` to call it overdue."""
    from kjplan.ledger.dues import due_date

    if due_date(due, year) is None:
        note(
            say(
                f"“{due}”看不出日期，只作文字保留，pace 不判断是否逾期",
                f"“{due}” names no day: it stays words, and pace never calls it overdue",
            )
        )


@app.command(
    help=say(
        "登记进展。数量为年初以来的累计数（或当日的水平），可带单位；完成写 --percent 100。",
        "Report progress. A number counts from the start of the year (or is the level that day) and may have a unit;"
        " --percent 100 is done.",
    ),
    epilog="kjplan ledger log 2022 M11.1 --value 480 --date 2022-06-30 --who 市科技局\n"
    "kjplan ledger log 2022 M4 --percent 60 --words 方案已报市政府 --evidence 郑科〔2022〕35号\n"
    "kjplan ledger log 2022 G2 --value 210亿元",
)
def log(
    plan: RequiredPlan,
    id: Id,
    value: Annotated[
        str | None, typer.Option("--value", metavar="N", help=say("数量：480、210亿元", "how much: 480, 210亿元"))
    ] = None,
    percent: Annotated[
        str | None, typer.Option("--percent", metavar="N", help=say("完成的百分比", "how much of it in percent"))
    ] = None,
    words: Annotated[str | None, typer.Option("--words", metavar="TEXT", help=say("做了什么", "what was done"))] = None,
    evidence: Annotated[
        str | None, typer.Option("--evidence", metavar="TEXT", help=say("依据：文号、文件、网址", "what shows it"))
    ] = None,
    part: PartOption = None,
    who: WhoOption = None,
    date: DateOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Note progress."""
    from kjplan.ledger.editing import progress

    entry = progress(value, percent, words, evidence, day_of(date) or Day.today(), part, who)
    _enter(plan, id, ledger, "progress", entry)


def _enter(plan: str, id: str, ledger: str | None, kind: str, entry: dict[str, Any]) -> int | None:
    """Put an entry into the ledger of a plan, and say where; the plan's year."""
    from kjplan.ledger.editing import enter

    _, path = files(plan, ledger)
    book, place = enter(path, load_plan(plan), id, kind, entry)
    tell_misplaced(book)
    note(_said(place))
    emit(f"{path}\n", data=False)
    return book.plan.year


def _said(place: "Place") -> str:
    from kjplan.ledger.placing import known_by

    return f"{place.node.id} {known_by(place.node)[0]}" + (f" · {place.target.indicator}" if place.target else "")


def files(plan: str | None, ledger: str | None) -> tuple[Path, Path]:
    """The file of a plan, and that of its ledger, which is to be written.

    :raises OutputError: standard input, or a plan that comes with kjplan, and no file named
    """
    from kjplan.storage.loading import locate

    source = locate(plan, data=settings.data)
    if ledger is not None:
        return source, Path(ledger)
    if str(source) == "-":
        raise OutputError(say("标准输入旁边没有台账", "there is no ledger beside standard input"), tip="--ledger FILE")
    expect_own(source)
    return source, ledger_file(source)
