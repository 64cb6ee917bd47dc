"""``kjplan ledger import``: a filled-in checklist comes back."""

from datetime import date as Day
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from kjplan.cli.checklist_options import ProfileOption, profile_lines
from kjplan.cli.deliver import deliver, note
from kjplan.cli.ledger import DateOption, WhoOption, files, tell_without_date
from kjplan.cli.loading import load_plan
from kjplan.cli.options import ForceOption, FormatOption, LedgerOption, OutputOption, PlanName, day_of
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.output.formats import Answer

if TYPE_CHECKING:
    from kjplan.gathering.incoming import Difference
    from kjplan.querying.table import Table

app = typer.Typer()

WHAT = {
    "new": ("新填", "new"),
    "conflict": ("冲突", "conflict"),
    "unplaced": ("无对应任务", "no such task"),
}
"""What a cell is to the ledger, in both languages."""


@app.command(
    "import",
    help=say(
        "收回填好的任务分解表（.xlsx、.csv、.tsv）。只收新填的内容，空格和没改过的格不动台账。与台账冲突时先列出，"
        "不写入，以 1 退出；用 --ours 或 --theirs 决定。",
        "Take back a checklist that was filled in (.xlsx, .csv, .tsv). Only what was written into it counts; empty and"
        " unchanged cells change nothing. Where it says something else than the ledger, that is listed, nothing is written,"
        " and the exit code is 1: decide with --ours or --theirs.",
    ),
    epilog="kjplan ledger import tasks.csv 2022 --dry-run\nkjplan ledger import 市科技局.xlsx 2022 --who 市科技局 --date 2022-06-30\n"
    "kjplan ledger import tasks.xlsx 2022 --theirs\n\n" + profile_lines(),
)
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help=say("填好的表", "the table that was filled in"))],
    plan: PlanName = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=say("只列出，不写入", "list what would be entered, write nothing"))
    ] = False,
    ours: Annotated[
        bool, typer.Option("--ours", help=say("冲突处保留台账", "keep what the ledger says in conflicts"))
    ] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help=say("冲突处采用表格", "take what the file says in conflicts"))
    ] = False,
    profile: ProfileOption = None,
    who: WhoOption = None,
    date: DateOption = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Enter what a file says, and list it."""
    if ours and theirs:
        raise KjplanError(say("--ours 和 --theirs 只用一项", "give --ours or --theirs, not both"))
    from kjplan.checklists.files import find_profile
    from kjplan.gathering.incoming import bring_in
    from kjplan.gathering.sheets import of_plan, read_sheet

    _, path = files(plan, ledger)
    columns = find_profile(profile)
    rows = read_sheet(Path(file), columns)
    subject = load_plan(plan)
    if others := len(rows) - len(rows := of_plan(rows, subject)):
        note(say(f"略过其他要点的 {others} 行", f"{others} rows of other plans were passed over"))
    found = bring_in(
        path,
        subject,
        rows,
        day=day_of(date) or Day.today(),
        who=who,
        keep="ours" if ours else "theirs" if theirs else None,
        dry_run=dry_run,
        profile=columns,
    )
    empty = say("没有新填的内容", "nothing new in it")
    deliver(Answer(lambda: _table(found), lambda: [_record(d) for d in found]), form, output, force=force, empty=empty)
    for words in sorted({d.theirs for d in found if d.cell == "due" and d.what != "unplaced"}):
        tell_without_date(words, subject.year)
    return _verdict(found, decided=ours or theirs, dry_run=dry_run)


def _verdict(found: "list[Difference]", *, decided: bool, dry_run: bool) -> int:
    """Say what was done with the differences; 1 where something is left for a person to decide."""
    conflicts = sum(d.what == "conflict" for d in found)
    unplaced = sum(d.what == "unplaced" for d in found)
    stopped = not decided and bool(conflicts or unplaced)
    if stopped:
        note(
            say(
                f"{conflicts} 处冲突，{unplaced} 处无对应任务，没有写入；用 --ours 或 --theirs 决定",
                f"{conflicts} conflicts, {unplaced} cells of no task: nothing was written; decide with --ours or --theirs",
            )
        )
    elif unplaced:
        note(say(f"{unplaced} 处无对应任务，没有写入", f"{unplaced} cells of no task were left out"))
    elif dry_run and found:
        note(say("试运行，没有写入", "a dry run: nothing was written"))
    return int(stopped or bool(unplaced))


def _table(found: "list[Difference]") -> "Table":
    from kjplan.checklists.profiles import FACTS
    from kjplan.querying.table import Column, Table

    names = {fact: column.heading for fact, column in FACTS.items()}
    columns = [
        Column("what", "情况", "what"),
        Column("place", "位置", "place"),
        Column("id", "编号", "id"),
        Column("cell", "栏目", "column"),
        Column("ours", "台账", "ledger"),
        Column("theirs", "表格", "file"),
    ]
    return Table(
        columns, [[say(*WHAT[d.what]), d.place, d.id, names[cast(Any, d.cell)], d.ours, d.theirs] for d in found]
    )


def _record(d: "Difference") -> dict[str, str]:
    return {"what": d.what, "place": d.place, "id": d.id, "cell": d.cell, "ours": d.ours, "theirs": d.theirs}
