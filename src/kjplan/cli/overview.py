"""``kjplan show``: plans, each on one page."""

from typing import Any

import typer

from kjplan.cli.options import ForceOption, FormatOption, OutputOption, PlanNames
from kjplan.cli.several import ask
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output.formats import Answer, Format
from kjplan.querying import tables

app = typer.Typer()


@app.command(
    help=say(
        "要点概览：标题、机关、日期、未写明的事项、结构和目标。json 和 yaml 给出整份要点。",
        "A plan on one page: title, issuer, dates, what is not stated, outline, goals. As json or yaml: the whole plan.",
    ),
    epilog="kjplan show\nkjplan show 2022\nkjplan show notice.txt\nkjplan show 2022 --format json | jq .document\n"
    "kjplan show plans -o facts.csv",
)
def show(
    plans: PlanNames = None, form: FormatOption = None, output: OutputOption = None, force: ForceOption = False
) -> int:
    """Print an overview of plans."""
    return ask(_asked, plans, form, output, force=force)


def _asked(name: str | None, plan: Plan) -> Answer:
    def page(form: Format, color: bool, columns: int | None) -> str | None:
        if form != "table":
            return None
        from kjplan.output.overview import to_text

        return to_text(plan, color=color, columns=columns)

    def whole() -> dict[str, Any]:
        from kjplan.storage.codec import to_dict

        return to_dict(plan, keep_empty=True)

    return Answer(lambda: tables.overview(plan), whole, page=page)
