"""``kjplan checklist``: the plan as the task table that offices send round."""

from dataclasses import replace
from typing import Any

import typer

from kjplan.checklists import (
    DEFAULT,
    By,
    Group,
    Profile,
    Row,
    Sheet,
    build,
    group,
    joint_sheet,
    led_by,
    owners,
    records,
    sheet,
    table,
)
from kjplan.cli.checklist_options import (
    BomOption,
    ByOption,
    EventsOption,
    FirstLeadsOption,
    GoalsOption,
    LeadOption,
    ProfileOption,
    SheetFormatOption,
    SplitOption,
    profile_lines,
)
from kjplan.cli.deliver import deliver, file_path, note, paints, save, save_sheet, terminal_columns
from kjplan.cli.loading import (
    attach,
    load_aliases_for,
    load_ledger,
    load_plan,
    open_book,
    tell_misplaced,
)
from kjplan.cli.options import AttachmentsOption, ForceOption, LedgerOption, OutputOption, PlanNames
from kjplan.cli.several import each, expanded, expect_one_ledger, explain_lack
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Measure, Plan
from kjplan.output.exports import BINARY, SheetFormat, answers_format, sheet_format
from kjplan.output.formats import Answer, Format
from kjplan.output.stream import emit
from kjplan.querying.table import Table

app = typer.Typer()


@app.command(
    help=say(
        "任务分解表：每项举措一行，原文没有写明的写作“未明确”。屏幕上略去具体举措、责任人、备注，写入文件时齐全。",
        "The task table: a row for each measure. What the text does not state is called not stated, never left blank."
        " On screen the columns for actions, persons and notes are left out; files and --format have them all.",
    ),
    epilog="kjplan checklist 2022\nkjplan checklist 2022 --by section\nkjplan checklist 2022 -o tasks.xlsx\n"
    "kjplan checklist notice.txt --lead 市科技局 --profile leaders -o tasks.docx\n"
    "kjplan checklist 2022 --with-goals --split-targets -o tasks.csv --bom\n"
    "kjplan checklist 2022 --events -o deadlines.ics\nkjplan checklist plans --lead 市科技局 -o ours.xlsx\n\n"
    + profile_lines(),
)
def checklist(
    plans: PlanNames = None,
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
) -> int:
    """Print or write the checklist of plans, with what their ledgers say."""
    path = file_path(output)
    chosen = sheet_format(path, form)
    _expect(bom, "--bom", chosen, ("csv", "tsv"))
    _expect(events, "--events", chosen, ("ics",))
    columns = _profile(profile)
    names = expanded(plans)
    expect_one_ledger(ledger, names)

    def task_rows(name: str | None, source: Plan, whole: Plan) -> Made:
        rows = build(
            whole,
            with_goals=with_goals,
            split_targets=split_targets,
            first_leads=first_leads or columns.first_leads,
        )
        rows = _with_ledger(rows, source, name, ledger)
        return name, source, led_by(rows, lead or (), load_aliases_for(name, source) if lead else None)

    if names is None:
        only = plans[0] if plans else None
        source = load_plan(only)
        made = [task_rows(only, source, attach(source, attachments, Measure))]
    else:
        made = each(names, task_rows, Measure, attachments)
    if made:
        _write(_Tasks(made, columns, by or columns.by, names is not None), chosen, output, force, bom, events)
        explain_lack([source for _, source, _ in made], Measure)
    return 2 if names is not None and len(made) < len(names) else 0


Made = tuple[str | None, Plan, list[Row]]
"""Name, plan and rows."""


class _Tasks:
    """The rows to be written, of one plan or of several."""

    def __init__(self, made: list[Made], columns: Profile, by: By | None, several: bool) -> None:
        self.by = by
        self.plans = [plan for _, plan, _ in made]
        self.several = several
        self.columns = columns.of_several() if several else columns
        if several:
            named = [(str(name), plan) for name, plan, _ in made]
            pairs = zip(owners(named), made, strict=True)
            self.rows = [replace(row, whose=whose) for whose, (_, _, rows) in pairs for row in rows]
        else:
            self.rows = made[0][2]

    def sheet(self, rows: list[Row] | None = None) -> Sheet:
        """The table as a sheet, of these rows or of all."""
        rows = self.rows if rows is None else rows
        if self.several:
            return joint_sheet(self.plans, rows, profile=self.columns, by=self.by)
        return sheet(self.plans[0], rows, profile=self.columns, by=self.by)

    def groups(self) -> list[Group]:
        """The rows in groups; one without a heading where they are not grouped."""
        return [] if self.by is None else group(self.rows, self.by, self.columns.not_stated)


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


def _write(tasks: _Tasks, form: SheetFormat, output: str | None, force: bool, bom: bool, events: bool) -> None:
    """Write the table in a format: as a file of its own kind, in groups for people, or in one piece."""
    path, text_form = file_path(output), answers_format(form)
    if text_form is None:
        _write_file(tasks.sheet(), form, path, force=force, events=events)
    elif tasks.by is not None and text_form in ("table", "markdown", "html"):
        _write_groups(tasks, text_form, path, force)
    else:
        deliver(_answer(tasks), text_form, output, force=force, bom=bom)


def _write_groups(tasks: _Tasks, form: Format, path: str | None, force: bool) -> None:
    """Write each group under its heading, for people."""
    groups = [(found.title, table(found.rows, tasks.columns)) for found in tasks.groups()]
    people = form == "table" and path is None
    if form == "html":
        from kjplan.output.page import tables_page

        text = tables_page(tasks.sheet([]).title, groups)
    else:
        from kjplan.output.grouped import to_text

        color, width = people and paints(), terminal_columns() if people else None
        text = to_text(groups, markdown=form == "markdown", color=color, columns=width)
    save(text, path, force=force) if path is not None else emit(text, data=form != "table")
    if people and not groups:
        note(say("没有符合条件的内容", "nothing to show"))


def _answer(tasks: _Tasks) -> Answer:
    """The table in one piece; where it is grouped, with the group of each row in a last column."""
    title, columns = tasks.sheet([]).title, tasks.columns
    if tasks.by is None:
        return Answer(lambda: table(tasks.rows, columns), lambda: records(tasks.rows), keys=False, title=title)
    groups = tasks.groups()

    def joined() -> Table:
        from kjplan.output.grouped import joined

        return joined([(found.title, table(found.rows, columns)) for found in groups])

    def labelled() -> list[dict[str, Any]]:
        return [record | {"group": found.title} for found in groups for record in records(found.rows)]

    return Answer(joined, labelled, keys=False, title=title)
