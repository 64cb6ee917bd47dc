"""``kjplan checklist``: the plan as the task table that offices send round."""

from typing import Annotated, Literal

import typer

from kjplan.checklists import Row, build, group, records, table
from kjplan.cli.deliver import deliver, file_path, paints, save, terminal_columns
from kjplan.cli.loading import load_ledger, load_plan, tell_misplaced
from kjplan.cli.options import ForceOption, FormatOption, LedgerOption, OutputOption, PlanName
from kjplan.language import say
from kjplan.output.formats import Answer, format_for
from kjplan.output.stream import emit

app = typer.Typer()


@app.command(
    help=say(
        "任务分解表：每项举措一行，原文没有写明的写作“未明确”。屏幕上略去具体举措、责任人、备注，写入文件时齐全。",
        "The task table: a row for each measure. What the text does not state is called not stated, never left blank."
        " On screen the columns for actions, persons and notes are left out; files and --format have them all.",
    ),
    epilog="kjplan checklist 2022\nkjplan checklist 2022 --by section\nkjplan checklist 2022 -o tasks.csv\n"
    "kjplan checklist notice.txt --with-goals -o tasks.md",
)
def checklist(
    plan: PlanName = None,
    by: Annotated[
        Literal["lead", "section", "due", "status"] | None,
        typer.Option(
            help=say("按牵头单位、所属部分、时限或进展分组", "group by leading body, section, deadline or progress")
        ),
    ] = None,
    with_goals: Annotated[
        bool, typer.Option("--with-goals", help=say("目标也列为任务", "give goals rows of their own"))
    ] = False,
    ledger: LedgerOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print or write the checklist of a plan, with what its ledger says."""
    rows = _rows(plan, ledger, with_goals=with_goals)
    if by is None:
        answer = Answer(lambda: table(rows), lambda: records(rows), keys=False)
        deliver(answer, form, output, force=force)
        return
    from kjplan.output import grouped

    groups = [(found.title, found.rows) for found in group(rows, by)]
    path = file_path(output)
    chosen = format_for(path, form)
    if chosen in ("table", "markdown"):
        people = chosen == "table" and path is None
        text = grouped.to_text(
            [(title, table(members)) for title, members in groups],
            markdown=chosen == "markdown",
            color=people and paints(),
            columns=terminal_columns() if people else None,
        )
        save(text, path, force=force) if path is not None else emit(text, data=chosen == "markdown")
        return
    answer = Answer(
        lambda: grouped.joined([(title, table(members)) for title, members in groups]),
        lambda: [record | {"group": title} for title, members in groups for record in records(members)],
        keys=False,
    )
    deliver(answer, chosen, output, force=force)


def _rows(name: str | None, ledger: str | None, *, with_goals: bool) -> list[Row]:
    """The rows of a plan, with its ledger laid over them where it has one."""
    plan = load_plan(name)
    rows = build(plan, with_goals=with_goals)
    found = None if name == "-" and ledger is None else load_ledger(name, ledger)
    if found is None:
        return rows
    from kjplan.checklists.assigned import overlaid
    from kjplan.ledger.book import Book

    book = Book(plan, found)
    tell_misplaced(book)
    return overlaid(rows, book)
