"""What ``kjplan checklist`` can be told."""

from typing import Annotated

import typer

from kjplan.checklists import PROFILES, By
from kjplan.language import say
from kjplan.output.exports import SheetFormat


def complete_profile(incomplete: str) -> list[tuple[str, str]]:
    """Names of the shipped profiles with what they are for, for the shell's completion."""
    return [(name, profile.title) for name, profile in PROFILES.items() if name.startswith(incomplete)]


def profile_lines() -> str:
    """The shipped profiles as a block of a help page: name, then columns."""
    blank = say(" ", ", ")
    lines = [f"{name:12}{blank.join(column.heading for column in p.columns)}" for name, p in PROFILES.items()]
    return "\n".join([say("表的列（--profile）", "Profiles"), *lines])


ByOption = Annotated[
    By | None,
    typer.Option(
        help=say("按牵头单位、所属部分、时限或进展分组", "group by leading body, section, deadline or progress")
    ),
]
LeadOption = Annotated[
    list[str] | None,
    typer.Option(
        "--lead",
        metavar="TEXT",
        help=say("只要这个单位牵头或共同负责的任务；可重复", "only tasks that this body leads or shares; repeatable"),
    ),
]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME|FILE",
        autocompletion=complete_profile,
        help=say("表的列：下面的一种，或自己的 .yaml 文件", "the table's columns: one of those below, or a .yaml file"),
    ),
]
SplitOption = Annotated[
    bool, typer.Option("--split-targets", help=say("每个目标值一行", "a row for each target of a task"))
]
FirstLeadsOption = Annotated[
    bool,
    typer.Option(
        "--first-leads",
        help=say("只列有几个单位的，第一个算牵头", "where a bare list of bodies answers, the first one leads"),
    ),
]
GoalsOption = Annotated[bool, typer.Option("--with-goals", help=say("目标也列为任务", "give goals rows of their own"))]
BomOption = Annotated[
    bool,
    typer.Option("--bom", help=say("csv、tsv 以 BOM 开头，便于 Excel 打开", "begin csv and tsv with a BOM, for Excel")),
]
EventsOption = Annotated[
    bool,
    typer.Option(
        "--events",
        help=say(
            ".ics 中把时限写成全天日程：Outlook、Google 和多数手机日历不认待办",
            "in .ics, deadlines as events of a whole day: Outlook, Google and most telephones know no to-dos",
        ),
    ),
]
SheetFormatOption = Annotated[
    SheetFormat | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=say(
            "table、json、yaml、csv、tsv、markdown、html、xlsx、docx 或 ics；省略则看 -o 的后缀，再则为 table",
            "table, json, yaml, csv, tsv, markdown, html, xlsx, docx or ics; else by the suffix of -o, else table",
        ),
        show_default=False,
    ),
]
