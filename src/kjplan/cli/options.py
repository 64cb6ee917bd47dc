"""Parameters that many commands share. Help is in the language in force when the first command is loaded."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from kjplan.language import say
from kjplan.output.formats import Format

if TYPE_CHECKING:
    from datetime import date


def complete_plan(incomplete: str) -> list[str]:
    """Names of the library's plans, for the shell's completion; nothing where there is no library."""
    from kjplan.cli.settings import settings
    from kjplan.errors import KjplanError
    from kjplan.storage.library import find_library

    try:
        names = [entry.name for entry in find_library(settings.data).entries()]
    except KjplanError:
        return []
    return [name for name in names if name.startswith(incomplete)]


def complete_id(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Ids of the goals, measures and targets of the plan that stands before, with what they are called."""
    from kjplan.cli.loading import load_plan
    from kjplan.errors import KjplanError

    try:
        plan = load_plan(ctx.params.get("plan"))
    except KjplanError:
        return []
    found = [(goal.id, goal.text) for goal in plan.goals] + [(m.id, m.title or m.text) for m in plan.measures]
    found += [(target.id, target.indicator or "") for target in plan.targets]
    found.sort(key=lambda pair: [int(part) if part.isdecimal() else part for part in re.split("([0-9]+)", pair[0])])
    return [(id, words.replace("\n", " ")) for id, words in found if id.startswith(incomplete)]


def complete_section(ctx: typer.Context, incomplete: str) -> list[str]:
    """Titles of the sections of the first plan that stands before."""
    from kjplan.cli.loading import load_plan
    from kjplan.errors import KjplanError
    from kjplan.model import Section

    named = ctx.params.get("plans") or [None]
    try:
        plan = load_plan(named[0])
    except KjplanError:
        return []
    titles = [section.title for section in plan.walk(Section) if section.title]
    return [title for title in dict.fromkeys(titles) if title.startswith(incomplete)]


def complete_rule(incomplete: str) -> list[str]:
    """Codes and groups of the rules of ``check``, for the shell's completion."""
    from kjplan.checking.rules import GROUPS, RULES

    return [word for word in (*GROUPS, *RULES) if word.startswith(incomplete)]


AttachmentsOption = Annotated[
    bool,
    typer.Option(
        "--with-attachments",
        help=say("连同附件中的举措和目标（编号 A1.…）", "also what the attachments hold (ids A1.…)"),
    ),
]

PLAN = say(
    "年份（2022）、文件夹/年份、要点或通知的路径，或 -（标准输入）",
    "a year (2022), folder/year, the path of a plan or notice, or - (standard input)",
)
NEWEST = say("；省略则取库中最新的", "; the library's newest if left out")

PlanName = Annotated[
    str | None, typer.Argument(metavar="PLAN", help=PLAN + NEWEST, autocompletion=complete_plan, show_default=False)
]
PlanNames = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PLAN...",
        help=PLAN
        + say(
            "；可写多份，也可以是文件夹（表中多一列“要点”）",
            "; several, or folders, get a first column with their names",
        )
        + NEWEST,
        autocompletion=complete_plan,
        show_default=False,
    ),
]
RequiredPlan = Annotated[str, typer.Argument(metavar="PLAN", help=PLAN, autocompletion=complete_plan)]
SourceName = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE", help=say("通知的路径，或 -（标准输入）", "path of a notice, or - (standard input)")
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=say(
            "table、json、yaml、csv、tsv、markdown、html 或 xlsx；省略则看 -o 的后缀，再则为 table",
            "table, json, yaml, csv, tsv, markdown, html or xlsx; else by the suffix of -o, else table",
        ),
        show_default=False,
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=say("写入文件，不写到屏幕", "write to a file instead"),
        show_default=False,
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help=say("允许覆盖已有文件", "overwrite a file that exists"))]
LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help=say("台账文件；省略则用要点旁边的台账", "the ledger; the one beside the plan if left out"),
        show_default=False,
    ),
]


def day_of(words: str | None) -> "date | None":
    """The day that an option names; None where it was not given.

    :raises KjplanError: it is no day
    """
    if words is None:
        return None
    from kjplan.errors import KjplanError
    from kjplan.ledger.dues import written_day

    if (day := written_day(words)) is None:
        raise KjplanError(say("不是日期（如 2022-06-30）", "no day (such as 2022-06-30)"), words)
    return day
