"""Questions to plans: principles, goals, measures, targets, documents, bodies."""

from typing import Annotated, get_args

import typer

from kjplan.cli.loading import load_aliases_for
from kjplan.cli.options import AttachmentsOption, ForceOption, FormatOption, OutputOption, PlanNames
from kjplan.cli.several import ask
from kjplan.language import say
from kjplan.model import Goal, Measure, Plan, Relation, Target
from kjplan.output.formats import Answer
from kjplan.querying import records, tables

app = typer.Typer()

Texts = list[str] | None


def complete_relation(incomplete: str) -> list[str]:
    """Relations of a document to the measure that names it, for the shell's completion."""
    return [relation for relation in get_args(Relation) if relation.startswith(incomplete)]


@app.command(
    help=say("指导思想：标题和全文。", "The guiding principles: title and words."),
    epilog="kjplan principles 2022\nkjplan principles 2022 --format json",
)
def principles(
    plans: PlanNames = None, form: FormatOption = None, output: OutputOption = None, force: ForceOption = False
) -> int:
    """Print the guiding principles of plans."""

    def asked(plan: str | None, found: Plan) -> Answer:
        return Answer(lambda: tables.principles(found), lambda: records.principles(found))

    return ask(asked, plans, form, output, force=force)


@app.command(
    help=say("主要目标及其量化指标。", "The goals, with their quantified targets."),
    epilog="kjplan goals 2022\nkjplan goals 2022 --format json\nkjplan goals notice.txt -o goals.csv",
)
def goals(
    plans: PlanNames = None,
    attachments: AttachmentsOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print the goals of plans."""

    def asked(plan: str | None, found: Plan) -> Answer:
        return Answer(lambda: tables.goals(found), lambda: records.goals(found))

    return ask(asked, plans, form, output, force=force, kind=Goal, attachments=attachments)


@app.command(
    help=say(
        "工作举措。不同的筛选条件须同时满足，同一条件可重复，满足其一即可。",
        "The measures. Filters of different kinds combine with and, repeated ones with or.",
    ),
    epilog="kjplan measures 2022 --section 平台\nkjplan measures 2022 --match 创新 --match 人才 --with-targets\n"
    "kjplan measures 2022 --number 5 --format yaml\nkjplan measures 2022 --body 发改委",
)
def measures(
    plans: PlanNames = None,
    section: Annotated[
        Texts,
        typer.Option(
            "--section",
            metavar="TEXT",
            help=say("所属部分的标题、编号或 id", "words of its section's title, or its number or id"),
        ),
    ] = None,
    match: Annotated[
        Texts, typer.Option("--match", metavar="TEXT", help=say("标题或正文中的文字", "words in its title or text"))
    ] = None,
    body: Annotated[
        Texts,
        typer.Option(
            "--body",
            metavar="TEXT",
            help=say("负责或提到的单位，别名也算", "a body that is responsible or named, by any of its names"),
        ),
    ] = None,
    number: Annotated[
        Texts, typer.Option("--number", metavar="N", help=say("原文编号或 id", "the document's own number, or the id"))
    ] = None,
    with_targets: Annotated[
        bool, typer.Option("--with-targets", help=say("只要有量化指标的", "only those with a quantified target"))
    ] = False,
    attachments: AttachmentsOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print the measures of plans that pass the filters."""
    from kjplan.querying import select

    def asked(plan: str | None, found: Plan) -> Answer:
        chosen = select.measures(
            found,
            sections=section or (),
            matches=match or (),
            bodies=body or (),
            numbers=number or (),
            with_targets=with_targets,
            aliases=load_aliases_for(plan, found) if body else None,
        )
        return Answer(lambda: tables.measures(found, chosen), lambda: records.measures(found, chosen))

    return ask(asked, plans, form, output, force=force, kind=Measure, attachments=attachments)


@app.command(
    help=say("目标和举措中的全部量化指标。", "Every quantified target of the goals and measures."),
    epilog="kjplan targets 2022\nkjplan targets 2022 -o targets.csv\nkjplan targets plans -o targets.csv\nkjplan targets 2022 --vague",
)
def targets(
    plans: PlanNames = None,
    vague: Annotated[
        bool,
        typer.Option(
            "--vague",
            help=say(
                "改列没有数字的承诺：一批、若干、全国前列",
                "instead what is promised without a figure: 一批, 若干, 全国前列",
            ),
        ),
    ] = False,
    attachments: AttachmentsOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print the targets of plans, or their promises without a figure."""

    def asked(plan: str | None, found: Plan) -> Answer:
        if vague:
            return Answer(lambda: tables.vague(found), lambda: records.vague(found))
        return Answer(lambda: tables.targets(found), lambda: records.targets(found))

    return ask(asked, plans, form, output, force=force, kind=Target, attachments=attachments)


@app.command(
    help=say(
        "举措提到的文件，以及要对它做什么。", "The documents that the measures name, and what is to happen to each."
    ),
    epilog="kjplan documents 2022\nkjplan documents 2022 --relation draft",
)
def documents(
    plans: PlanNames = None,
    relation: Annotated[
        Texts,
        typer.Option(
            "--relation",
            metavar="RELATION",
            autocompletion=complete_relation,
            help=say(
                "只要这种关系的：issue、draft、revise、implement、cite，或表中的中文（出台、制定……）",
                "only of this relation: issue, draft, revise, implement, cite",
            ),
        ),
    ] = None,
    attachments: AttachmentsOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print the documents that plans' measures name."""
    from kjplan.querying import select

    def asked(plan: str | None, found: Plan) -> Answer:
        chosen = select.documents(found, relation or ())
        return Answer(lambda: tables.documents(found, chosen), lambda: records.documents(found, chosen))

    return ask(asked, plans, form, output, force=force, kind=Measure, attachments=attachments)


@app.command(
    help=say(
        "要点提到的单位，涉及最多的在前；同一单位的不同写法合为一行（见 aliases.yaml）。",
        "The bodies that the plan names, the most touched first; the names of one body share a row (see aliases.yaml).",
    ),
    epilog="kjplan bodies 2022\nkjplan bodies 2022 --format json",
)
def bodies(
    plans: PlanNames = None,
    attachments: AttachmentsOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print the bodies that plans name."""

    def asked(plan: str | None, found: Plan) -> Answer:
        aliases = load_aliases_for(plan, found)
        return Answer(lambda: tables.bodies(found, aliases), lambda: records.bodies(found, aliases))

    return ask(asked, plans, form, output, force=force, kind=Measure, attachments=attachments)
