"""``kjplan show``: a plan on one page."""

import typer

from kjplan.cli.deliver import deliver, file_path, paints, save, terminal_columns
from kjplan.cli.loading import load_plan
from kjplan.cli.options import ForceOption, FormatOption, OutputOption, PlanName
from kjplan.language import say
from kjplan.output.formats import Answer, format_for
from kjplan.output.stream import emit
from kjplan.querying import tables

app = typer.Typer()


@app.command(
    help=say(
        "要点概览：标题、机关、日期、未写明的事项、结构和目标。json 和 yaml 给出整份要点。",
        "A plan on one page: title, issuer, dates, what is not stated, outline, goals. As json or yaml: the whole plan.",
    ),
    epilog="kjplan show\nkjplan show 2022\nkjplan show notice.txt\nkjplan show 2022 --format json | jq .document",
)
def show(
    plan: PlanName = None, form: FormatOption = None, output: OutputOption = None, force: ForceOption = False
) -> None:
    """Print an overview of a plan."""
    found = load_plan(plan)
    path = file_path(output)
    chosen = format_for(path, form)
    if chosen == "table":
        from kjplan.output.overview import to_text

        if path is not None:
            save(to_text(found), path, force=force)
        else:
            emit(to_text(found, color=paints(), columns=terminal_columns()), data=False)
        return
    from kjplan.storage.codec import to_dict

    answer = Answer(lambda: tables.overview(found), lambda: to_dict(found, keep_empty=True))
    deliver(answer, chosen, output, force=force)
