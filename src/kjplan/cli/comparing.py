"""``kjplan diff``: what changed from one plan to another."""

from typing import Annotated

import typer

from kjplan.cli.deliver import deliver, file_path, note, paints, save, terminal_columns
from kjplan.cli.loading import load_plan
from kjplan.cli.options import PLAN, ForceOption, FormatOption, OutputOption, complete_plan
from kjplan.diffing import CONDITIONS, met, to_record
from kjplan.diffing import diff as compare
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.output.formats import Answer, format_for
from kjplan.output.stream import emit

app = typer.Typer()


def complete_condition(incomplete: str) -> list[tuple[str, str]]:
    """Kinds of change for ``--fail-on`` with what they mean, for the shell's completion."""
    return [(name, kind.meaning) for name, kind in CONDITIONS.items() if name.startswith(incomplete)]


@app.command(
    help=say(
        "按内容（不按编号）比较两份要点：先是数字，再是新增、取消、移动，最后是措辞。",
        "Compare two plans by content, never by number: figures first, then what came, went and moved, then wording.",
    ),
    epilog="kjplan diff 2020 2022\nkjplan diff old.yaml new.txt --why\nkjplan diff 2020 2022 --format json\n"
    "kjplan diff 2021 2022 --fail-on target-lowered --fail-on goal-removed\n\n"
    + "\n".join([say("变化的种类", "Kinds of change"), *(f"{name:24}{c.meaning}" for name, c in CONDITIONS.items())]),
)
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=PLAN, autocompletion=complete_plan)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=say("同上", "likewise"), autocompletion=complete_plan)],
    why: Annotated[
        bool,
        typer.Option(
            "--why", help=say("说明每一对的依据和别的可能", "say why each pair was made, and what else it might be")
        ),
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=say("有变化时以 1 退出", "exit with 1 where anything changed"))
    ] = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar="KIND",
            autocompletion=complete_condition,
            help=say(
                "有这种变化时以 1 退出；可重复，种类见下", "exit with 1 on this kind of change; repeatable, kinds below"
            ),
        ),
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Compare two plans."""
    if old == new == "-":
        tip = say("把其中一个存成文件", "save one of the two to a file")
        raise KjplanError(say("标准输入只能读一次", "standard input can be read only once"), "-", tip)
    found = compare(load_plan(old), load_plan(new))
    kinds = met(found, fail_on or ())
    path = file_path(output)
    chosen = format_for(path, form)
    if chosen in ("table", "markdown"):
        from kjplan.output.diff_text import to_markdown_text, to_text

        people = chosen == "table" and path is None
        if chosen == "markdown":
            text = to_markdown_text(found, why=why)
        else:
            columns = terminal_columns() if people else None
            text = to_text(found, why=why, color=people and paints(), columns=columns)
        save(text, path, force=force) if path is not None else emit(text, data=not people)
    else:
        from kjplan.output.diff_tables import everything

        answer = Answer(lambda: everything(found), lambda: to_record(found, why=why))
        deliver(answer, chosen, output, force=force)
    for kind in kinds:
        note(f"{kind}: {CONDITIONS[kind].meaning}")
    return int(bool(kinds) or (exit_code and not found.identical))
