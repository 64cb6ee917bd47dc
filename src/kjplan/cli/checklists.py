"""``kjplan checklist``: the plan as the task table that offices send round."""

from typing import Annotated, Literal

import typer

from kjplan.checklists import answered_by, build, group, records, table
from kjplan.cli.deliver import deliver, file_path, paints, save, terminal_columns
from kjplan.cli.loading import load_aliases_for, load_plan
from kjplan.cli.options import ForceOption, FormatOption, OutputOption, PlanName
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
    "kjplan checklist notice.txt --with-goals -o tasks.md\nkjplan checklist notice.txt --lead 市发改委",
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
    lead: Annotated[
        list[str] | None,
        typer.Option(
            "--lead",
            metavar="TEXT",
            help=say(
                "只要这个单位牵头或共同负责的任务，别名也算；可重复",
                "only tasks that this body leads or answers for together with others, by any of its names; repeatable",
            ),
        ),
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print or write the checklist of a plan."""
    found = load_plan(plan)
    rows = build(found, with_goals=with_goals)
    if lead:
        rows = answered_by(rows, lead, load_aliases_for(plan, found))
    if by is None:
        answer = Answer(lambda: table(rows), lambda: records(rows), keys=False)
        deliver(answer, form, output, force=force)
        return
    from kjplan.output import grouped

    groups = [(heading.title, heading.rows) for heading in group(rows, by)]
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
