"""``kjplan add`` and ``kjplan plans``: the library."""

from typing import Annotated

import typer

from kjplan.cli.deliver import deliver
from kjplan.cli.errors import tell_error
from kjplan.cli.folders import members
from kjplan.cli.loading import load_plan
from kjplan.cli.options import ForceOption, FormatOption, OutputOption, SourceName
from kjplan.cli.settings import settings
from kjplan.cli.watching import watched
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.output.formats import Answer
from kjplan.output.stream import emit

app = typer.Typer()


@app.command(
    help=say(
        "解析一份通知，把通知和要点一起收入要点库。", "Parse a notice and put both, notice and plan, into the library."
    ),
    epilog="kjplan add notice.txt\nkjplan add notice.txt --year 2021\nkjplan add notice.txt --name zhengzhou --data plans",
)
def add(
    source: SourceName,
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            metavar="Y",
            min=1949,
            max=2999,
            help=say("年份，通知未写明时用", "its year, where the notice does not say"),
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar="NAME", help=say("库中的名称，如 zhengzhou", "whose plan it is, such as zhengzhou")
        ),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Add a notice to the library and print the paths of the files written."""
    from kjplan.storage.adding import add as add_to
    from kjplan.storage.library import find_library

    plan, notice = add_to(source, library=find_library(settings.data), year=year, name=name, force=force)
    emit(f"{plan}\n{notice}\n", data=False)


@app.command(
    help=say(
        "列出库中的要点，或文件夹里的要点和通知：年份、制定机关、范围、目标数、举措数。",
        "The plans in the library: names for the other commands, and how much each holds; or those in folders, and notices.",
    ),
    epilog="kjplan plans\nkjplan plans --data plans --format json\nkjplan plans notices -o overview.xlsx",
)
def plans(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PLAN...",
            help=say("文件夹，或要点、通知；省略则列出库", "folders, plans or notices; the library if left out"),
            show_default=False,
        ),
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print what plans there are; a broken one is named on standard error and the rest still listed."""
    from kjplan.querying import records, tables

    found, folder = ([(name, name) for each in names for name in members(each)], "") if names else _of_library()
    shelf, broken = [], False
    for name, path in watched(found):
        try:
            shelf.append((name, path, load_plan(path)))
        except KjplanError as error:
            broken = True
            tell_error(error)
    answer = Answer(lambda: tables.plans(shelf, years=bool(names)), lambda: records.plans(shelf))
    empty = say("库是空的：", "the library is empty: ") + folder
    deliver(answer, form, output, force=force, empty=None if names else empty)
    return 2 if broken else 0


def _of_library() -> tuple[list[tuple[str, str]], str]:
    """The names and files of the library's plans, and its folder.

    :raises KjplanError: there is no such folder
    """
    from kjplan.storage.library import find_library

    library = find_library(settings.data)
    if not library.folder.is_dir():
        raise KjplanError(say("没有这个要点库", "no such library"), str(library.folder))
    return [(entry.name, str(entry.path)) for entry in library.entries()], str(library.folder)
