"""``kjplan checklist``: the plan as the task table that offices send round."""

from typing import Annotated, Any

import typer

from kjplan.checklists import DEFAULT, PROFILES, By, Profile, Row, Sheet, build, group, led_by, records, sheet, table
from kjplan.cli.deliver import deliver, file_path, note, paints, save, save_sheet, terminal_columns
from kjplan.cli.loading import attach, load_aliases_for, load_ledger, load_plan, open_book, tell_misplaced
from kjplan.cli.options import AttachmentsOption, ForceOption, LedgerOption, OutputOption, PlanName
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Measure, Plan
from kjplan.output.exports import BINARY, SheetFormat, answers_format, sheet_format
from kjplan.output.formats import Answer, Format
from kjplan.output.stream import emit
from kjplan.querying.table import Table

app = typer.Typer()


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


@app.command(
    help=say(
        "任务分解表：每项举措一行，原文没有写明的写作“未明确”。屏幕上略去具体举措、责任人、备注，写入文件时齐全。",
        "The task table: a row for each measure. What the text does not state is called not stated, never left blank."
        " On screen the columns for actions, persons and notes are left out; files and --format have them all.",
    ),
    epilog="kjplan checklist 2022\nkjplan checklist 2022 --by section\nkjplan checklist 2022 -o tasks.xlsx\n"
    "kjplan checklist notice.txt --lead 市科技局 --profile leaders -o tasks.docx\n"
    "kjplan checklist 2022 --with-goals --split-targets -o tasks.csv --bom\n"
    "kjplan checklist 2022 --events -o deadlines.ics\n\n" + profile_lines(),
)
def checklist(
    plan: PlanName = None,
    by: ByOption = None,
    lead: LeadOption = None,
    profile: ProfileOption = None,
    with_goals: GoalsOption = False,
    attachments: AttachmentsOption = False,
    split_targets: SplitOption = False,
    first_leads: FirstLeadsOption = False,
    bom: BomOption = False,
    events: EventsOption = False,
    form: SheetFormatOption = None,
    output: OutputOption = None,
    ledger: LedgerOption = None,
    force: ForceOption = False,
) -> None:
    """Print or write the checklist of a plan, with what its ledger says."""
    path = file_path(output)
    chosen = sheet_format(path, form)
    _expect(bom, "--bom", chosen, ("csv", "tsv"))
    _expect(events, "--events", chosen, ("ics",))
    columns = _profile(profile)
    source = load_plan(plan)
    rows = build(
        attach(source, attachments, Measure),
        with_goals=with_goals,
        split_targets=split_targets,
        first_leads=first_leads or columns.first_leads,
    )
    rows = led_by(
        _with_ledger(rows, source, plan, ledger), lead or (), load_aliases_for(plan, source) if lead else None
    )
    by = by or columns.by
    text_form = answers_format(chosen)
    if text_form is None:
        _write_file(sheet(source, rows, profile=columns, by=by), chosen, path, force=force, events=events)
    elif by is not None and text_form in ("table", "markdown", "html"):
        _write_groups(source, rows, columns, by, text_form, path, force)
    else:
        deliver(_answer(source, rows, columns, by), text_form, output, force=force, bom=bom)


def _expect(given: bool, option: str, form: SheetFormat, forms: tuple[SheetFormat, ...]) -> None:
    """Raise where an option was given that goes with other formats only."""
    if given and form not in forms:
        what = say(f"{option} 只用于 {'、'.join(forms)}", f"{option} goes with {' and '.join(forms)} only")
        tip = say(f"去掉 {option}，或用 --format {forms[0]}", f"leave it out, or use --format {forms[0]}")
        raise KjplanError(what, form, tip)


def _profile(name: str | None) -> Profile:
    if name is None:
        return DEFAULT
    from kjplan.checklists.files import find_profile

    return find_profile(name)


def _with_ledger(rows: list[Row], source: Plan, name: str | None, file: str | None) -> list[Row]:
    """The rows with the plan's ledger laid over them, where it has one."""
    found = None if name == "-" and file is None else load_ledger(name, file)
    if found is None:
        return rows
    from kjplan.checklists.assigned import overlaid

    book = open_book(name, source, found)
    tell_misplaced(book)
    return overlaid(rows, book)


def _write_file(made: Sheet, form: SheetFormat, path: str | None, *, force: bool, events: bool) -> None:
    """Write a spreadsheet, a Word document or a calendar; only the last is text and may go to standard output."""
    from kjplan.output.exports import to_bytes

    data = to_bytes(made, form, events=events)
    if path is None and form not in BINARY:
        emit(data.decode("utf-8"), data=True)
    else:
        save_sheet(data, path, force=force, form=form)
    if events:
        from kjplan.output.ics import undated

        if without := undated(made):
            note(say(f"{without} 项任务没有时限，未列入", f"{without} tasks without a deadline are no events"))


def _write_groups(
    plan: Plan, rows: list[Row], columns: Profile, by: By, form: Format, path: str | None, force: bool
) -> None:
    """Write each group under its heading, for people."""
    groups = [(found.title, table(found.rows, columns)) for found in group(rows, by, columns.not_stated)]
    people = form == "table" and path is None
    if form == "html":
        from kjplan.output.page import tables_page

        text = tables_page(sheet(plan, (), profile=columns).title, groups)
    else:
        from kjplan.output.grouped import to_text

        color, width = people and paints(), terminal_columns() if people else None
        text = to_text(groups, markdown=form == "markdown", color=color, columns=width)
    save(text, path, force=force) if path is not None else emit(text, data=form != "table")
    if people and not groups:
        note(say("没有符合条件的内容", "nothing to show"))


def _answer(plan: Plan, rows: list[Row], columns: Profile, by: By | None) -> Answer:
    """The table in one piece; where it is grouped, with the group of each row in a last column."""
    title = sheet(plan, (), profile=columns).title
    if by is None:
        return Answer(lambda: table(rows, columns), lambda: records(rows), keys=False, title=title)
    groups = group(rows, by, columns.not_stated)

    def joined() -> Table:
        from kjplan.output.grouped import joined

        return joined([(found.title, table(found.rows, columns)) for found in groups])

    def labelled() -> list[dict[str, Any]]:
        return [record | {"group": found.title} for found in groups for record in records(found.rows)]

    return Answer(joined, labelled, keys=False, title=title)
