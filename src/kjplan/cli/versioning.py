"""``kjplan textconv``: a plan as lines that git can compare."""

from pathlib import Path
from typing import Annotated

import typer

from kjplan.cli.deliver import note
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output.stream import emit

app = typer.Typer()


@app.command(
    help=say(
        "把要点写成一行一个事实，供 git diff 比较：编号放在最后，插入一项举措不会使后面各项都算改动。读不懂的文件原样写出。",
        "Write a plan as one line a fact, for git diff: numbers stand at the end, so that a measure put in between does"
        " not change all that follow. A file that is no plan (a conflict in it, say) is written as it is.",
    ),
    epilog="echo 'workplan_*.yaml diff=kjplan' >> .gitattributes\n"
    "git config diff.kjplan.textconv 'kjplan textconv'\ngit diff workplan_2022.yaml\nkjplan textconv workplan_2022.yaml",
)
def textconv(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=say("要点或通知的路径", "path of a plan or notice"), show_default=False),
    ],
) -> None:
    """Print a plan for git; corrections beside it are not laid over, as git compares the file and nothing else."""
    from kjplan.output.fact_lines import fact_lines
    from kjplan.storage.loading import open_uncorrected

    try:
        opened = open_uncorrected(file)
    except KjplanError as error:
        raw = _raw(file, error)
        note(f"{file}: {error.what}")
        emit(raw, data=True)
        return
    plan = opened if isinstance(opened, Plan) else opened.plan
    emit("".join(f"{line}\n" for line in fact_lines(plan)), data=True)


def _raw(file: Path, error: KjplanError) -> str:
    """The file as it is.

    :raises KjplanError: it cannot be read at all
    """
    try:
        return file.read_bytes().decode("utf-8", "backslashreplace")
    except OSError:
        raise error from None
