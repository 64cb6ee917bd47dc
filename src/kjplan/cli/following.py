"""``kjplan trend`` and ``kjplan lookback``: plans of one body over the years."""

from collections.abc import Sequence
from typing import Annotated

import typer

from kjplan.cli.deliver import deliver, file_path, note, paints, save, terminal_columns
from kjplan.cli.folders import members
from kjplan.cli.loading import load_plan
from kjplan.cli.options import PLAN, ForceOption, FormatOption, OutputOption, complete_plan
from kjplan.cli.several import once_from_input
from kjplan.cli.watching import watched
from kjplan.diffing.lookback import OUTCOMES
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.output.formats import Answer, format_for
from kjplan.output.stream import emit

app = typer.Typer()


def complete_outcome(incomplete: str) -> list[str]:
    """Outcomes for ``--only``, for the shell's completion."""
    return [name for name in OUTCOMES if name.startswith(incomplete)]


def _rows(names: Sequence[str], size: int) -> list[Sequence[str]]:
    return [names[at : at + size] for at in range(0, len(names), size)]


def complete_part(incomplete: str) -> list[str]:
    """Parts of a trend, for the shell's completion."""
    from kjplan.output.trend_tables import PARTS

    return [name for name in PARTS if name.startswith(incomplete)]


@app.command(
    help=say(
        "逐年跟踪每个指标和每项举措。同一指标换了名称仍是一条线；被别的指标取代则断开，不作比较。",
        "Follow each indicator and each measure over the years. An indicator under another name stays one line; where"
        " another took its place the line ends, and nothing is compared across.",
    ),
    epilog="kjplan trend 2020 2021 2022\nkjplan trend 2020 2022 --part goals -o trend.html\n"
    "kjplan trend 2020 2022 --format csv",
)
def trend(
    plans: Annotated[
        list[str],
        typer.Argument(
            metavar="PLAN...",
            help=PLAN + say("；也可以是文件夹", "; or folders"),
            autocompletion=complete_plan,
            show_default=False,
        ),
    ],
    part: Annotated[
        list[str] | None,
        typer.Option(
            "--part",
            metavar="PART",
            autocompletion=complete_part,
            help=say(
                "只要目标中的指标（goals）、举措中的指标（targets）或举措（measures）；可重复",
                "only indicators of goals (goals), of measures (targets), or measures (measures); repeatable",
            ),
        ),
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print how indicators and measures went over the years."""
    from kjplan.diffing.trend import trend as follow
    from kjplan.output import trend_tables, trend_text

    plans = [plan for name in plans for plan in members(name)]
    if len(plans) < 2:
        raise KjplanError(
            say("至少要两份要点", "two plans at least are needed"),
            plans[0],
            say("例：kjplan trend 2020 2022", "as in: kjplan trend 2020 2022"),
        )
    once_from_input(plans)
    found = follow([load_plan(name) for name in watched(plans)])
    wanted = _parts(part or [])
    path = file_path(output)
    chosen = format_for(path, form)
    if chosen in ("table", "markdown", "html"):
        people = chosen == "table" and path is None
        if chosen == "html":
            text = trend_text.to_html(found, wanted)
        elif chosen == "markdown":
            text = trend_text.to_markdown_text(found, wanted)
        else:
            columns = terminal_columns() if people else None
            text = trend_text.to_text(found, wanted, color=people and paints(), columns=columns)
        save(text, path, force=force) if path is not None else emit(text, data=not people)
        return
    kept = trend_tables.narrowed(found, wanted)
    answer = Answer(lambda: trend_tables.everything(kept), lambda: trend_tables.to_record(kept))
    deliver(answer, chosen, output, force=force)


def _parts(asked: list[str]) -> tuple[str, ...]:
    """The parts asked for, all where none is."""
    from kjplan.output.trend_tables import PARTS

    for name in asked:
        if name not in PARTS:
            known = ", ".join(PARTS)
            raise KjplanError(say("没有这一部分", "no such part"), name, say(f"可用：{known}", f"known: {known}"))
    return tuple(asked or PARTS)


@app.command(
    help=say(
        "回头看：去年的每个目标、每项举措今年怎样了：保留、改写、提高、降低、并入、拆分、未再列入，所列文件是否已出台。",
        "Look back: what became of each goal and measure of last year's plan: kept, reworded, raised, lowered, merged,"
        " split, dropped, and whether the documents it promised were issued.",
    ),
    epilog="kjplan lookback 2021 2022\nkjplan lookback 2021 2022 --only dropped --only target-lowered\n"
    "kjplan lookback 2021 2022 -o lookback.html\n\n"
    + "\n".join([say("--only 的种类", "Kinds for --only"), *(", ".join(row) for row in _rows(OUTCOMES, 5))]),
)
def lookback(
    old: Annotated[str, typer.Argument(metavar="OLD", help=PLAN, autocompletion=complete_plan)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=say("同上", "likewise"), autocompletion=complete_plan)],
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="KIND",
            autocompletion=complete_outcome,
            help=say("只要这种结果；可重复，种类见下", "only what became this; repeatable, kinds below"),
        ),
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print what became of last year's plan."""
    from kjplan.diffing.lookback import lookback as look
    from kjplan.output import lookback_tables as tables
    from kjplan.output.diff_words import plan_words

    once_from_input([old, new])
    found = look(load_plan(old), load_plan(new))
    wanted = {_outcome(kind) for kind in kinds or ()}
    if wanted:
        found.rows = [row for row in found.rows if wanted.intersection(row.outcomes)]
    title = say(f"回头看：{plan_words(found.old)}", f"Looking back: {plan_words(found.old)}")
    answer = Answer(lambda: tables.lookback_table(found), lambda: tables.lookback_record(found), title=title)
    deliver(answer, form, output, force=force)
    if found.rows:
        note(tables.summary_line(found.summary, tables.OUTCOMES))


def _outcome(kind: str) -> str:
    name = kind.replace("-", "_")
    if name not in OUTCOMES:
        known = ", ".join(OUTCOMES)
        raise KjplanError(say("没有这种结果", "no such outcome"), kind, say(f"可用：{known}", f"known: {known}"))
    return name
