"""``kjplan trace``: which measures carry each goal."""

from typing import Annotated

import typer

from kjplan.cli.deliver import deliver, file_path, paints, save, terminal_columns
from kjplan.cli.loading import load_plan
from kjplan.cli.options import ForceOption, FormatOption, OutputOption, PlanName
from kjplan.language import say
from kjplan.output.formats import Answer, format_for
from kjplan.output.stream import emit

app = typer.Typer()


@app.command(
    help=say(
        "每个目标由哪些举措落实：依据、把握、与目标的出入；还有没有找到举措的目标、没有找到目标的举措。",
        "Which measures carry each goal: why, how certain, and how they drift from it; goals with no measure found; "
        "measures with no goal found.",
    ),
    epilog="kjplan trace 2022\nkjplan trace 2022 --why\nkjplan trace notice.txt -o trace.csv\n"
    "kjplan trace 2022 --format json | jq '.[] | select(.measures == []).goal'",
)
def trace(
    plan: PlanName = None,
    why: Annotated[
        bool,
        typer.Option(
            "--why",
            help=say(
                "附举措原文；json 和 yaml 中逐条列出依据",
                "with the measure's words; in json and yaml each ground apart",
            ),
        ),
    ] = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print the goals of a plan with the measures that carry each."""
    from kjplan.tracing import to_records
    from kjplan.tracing import trace as trace_plan

    found = trace_plan(load_plan(plan))
    path = file_path(output)
    chosen = format_for(path, form)
    if chosen in ("table", "markdown"):
        from kjplan.output.trace_tables import to_markdown_text, to_text

        people = chosen == "table" and path is None
        if chosen == "markdown":
            text = to_markdown_text(found, why=why)
        else:
            text = to_text(found, why=why, color=people and paints(), columns=terminal_columns() if people else None)
        save(text, path, force=force) if path is not None else emit(text, data=not people)
        return
    from kjplan.output.trace_tables import everything

    deliver(Answer(lambda: everything(found), lambda: to_records(found, why=why)), chosen, output, force=force)
