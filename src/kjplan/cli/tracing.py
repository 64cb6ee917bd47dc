"""``kjplan trace``: which measures carry each goal."""

from typing import Annotated

import typer

from kjplan.cli.options import ForceOption, FormatOption, OutputOption, PlanNames
from kjplan.cli.several import ask
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output.formats import Answer, Format
from kjplan.querying.table import Table

app = typer.Typer()


@app.command(
    help=say(
        "每个目标由哪些举措落实：依据、把握、与目标的出入；还有没有找到举措的目标、没有找到目标的举措。",
        "Which measures carry each goal: why, how certain, and how they drift from it; goals with no measure found; "
        "measures with no goal found.",
    ),
    epilog="kjplan trace 2022\nkjplan trace 2022 --why\nkjplan trace notice.txt -o trace.csv\nkjplan trace plans -o trace.csv\n"
    "kjplan trace 2022 --format json | jq '.[] | select(.measures == []).goal'",
)
def trace(
    plans: PlanNames = None,
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
) -> int:
    """Print the goals of plans with the measures that carry each."""

    def asked(name: str | None, plan: Plan) -> Answer:
        from kjplan.tracing import to_records
        from kjplan.tracing import trace as trace_plan

        found = trace_plan(plan)

        def page(form: Format, color: bool, columns: int | None) -> str | None:
            from kjplan.output.trace_tables import to_markdown_text, to_text

            if form == "markdown":
                return to_markdown_text(found, why=why)
            return to_text(found, why=why, color=color, columns=columns) if form == "table" else None

        def rows() -> Table:
            from kjplan.output.trace_tables import everything

            return everything(found)

        return Answer(rows, lambda: to_records(found, why=why), page=page)

    return ask(asked, plans, form, output, force=force)
