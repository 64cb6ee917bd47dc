"""``kjplan ledger history`` and ``kjplan ledger report``: what was entered, and the summary of a period."""

import re
from pathlib import PurePath
from typing import Annotated

import typer

from kjplan.cli.deliver import deliver, file_path, save
from kjplan.cli.loading import load_plan, open_book, tell_misplaced
from kjplan.cli.options import (
    NEWEST,
    PLAN,
    ForceOption,
    FormatOption,
    LedgerOption,
    OutputOption,
    PlanName,
    complete_id,
    complete_plan,
)
from kjplan.cli.pacing import required_ledger
from kjplan.errors import KjplanError, OutputError
from kjplan.language import say
from kjplan.output.formats import Answer
from kjplan.output.stream import emit

app = typer.Typer()

_ID = re.compile(r"[GM][0-9]+(?:\.[0-9]+)*")


@app.command(
    help=say(
        "列出台账里登记过的内容，按日期；--lost 只列在要点中已找不到位置的。",
        "What was entered into a ledger, by day; --lost lists only what has no place in the plan any more.",
    ),
    epilog="kjplan ledger history 2022\nkjplan ledger history 2022 M11\nkjplan ledger history M11.1 --format json\n"
    "kjplan ledger history 2022 --lost",
)
def history(
    plan: Annotated[
        str | None,
        typer.Argument(metavar="[PLAN]", help=PLAN + NEWEST, autocompletion=complete_plan, show_default=False),
    ] = None,
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            autocompletion=complete_id,
            help=say("只要这一项的：M11、G4.1", "only what is for this one: M11, G4.1"),
            show_default=False,
        ),
    ] = None,
    lost: Annotated[
        bool, typer.Option("--lost", help=say("只要找不到位置的", "only what has no place any more"))
    ] = False,
    ledger: LedgerOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print the entries of a ledger."""
    from kjplan.ledger.history import happened, records, table

    if id is None and plan is not None and _ID.fullmatch(plan):
        plan, id = None, plan
    book = open_book(plan, load_plan(plan), required_ledger(plan, ledger))
    tell_misplaced(book)
    events = happened(book, id, lost=lost)
    empty = say("没有登记过的内容", "nothing was entered")
    deliver(Answer(lambda: table(events), lambda: records(events)), form, output, force=force, empty=empty)


@app.command(
    help=say(
        "写出一个时段（半年、全年、季度、月）的执行情况汇总：.md 或 .docx。",
        "Write the summary of a period (half a year, a year, a quarter, a month) as .md or .docx.",
    ),
    epilog="kjplan ledger report 2022 --period 2022-H1 -o 上半年.docx\nkjplan ledger report 2022 --period 2022 -o summary.md\n"
    "kjplan ledger report 2022 --period 2022-Q3",
)
def report(
    plan: PlanName = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="PERIOD",
            help=say(
                "2022、2022-H1、2022-Q3 或 2022-06；省略则为要点的全年",
                "2022, 2022-H1, 2022-Q3 or 2022-06; the plan's whole year if left out",
            ),
        ),
    ] = None,
    ledger: LedgerOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Write a report."""
    from kjplan.output.report_markdown import to_report
    from kjplan.reporting.periods import period as named
    from kjplan.reporting.summary import summarize

    found = load_plan(plan)
    book = open_book(plan, found, required_ledger(plan, ledger))
    if period is None and found.year is None:
        raise KjplanError(say("要点没有年份，请用 --period", "the plan names no year: give --period"))
    path = file_path(output)
    suffix = ".md" if path is None else PurePath(path).suffix.lower()
    if suffix not in (".md", ".markdown", ".docx"):
        what = say("看不出该用什么格式写", "no format goes by the suffix of")
        raise OutputError(what, path, say("用 .md 或 .docx", "use .md or .docx"))
    span = named(period or str(found.year))
    blocks = summarize(book, span)
    tell_misplaced(book)
    if path is None:
        emit(to_report(blocks), data=True)
    elif suffix != ".docx":
        save(to_report(blocks), path, force=force)
    else:
        from kjplan.output.report_docx import to_docx
        from kjplan.storage.files import write_bytes

        write_bytes(path, to_docx(blocks, span.end.isoformat()), force=force)
