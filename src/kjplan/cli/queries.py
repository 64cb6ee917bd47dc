"""Questions to one plan: principles, goals, measures, targets, documents, bodies."""

from typing import Annotated, get_args

import typer

from kjplan.cli.deliver import deliver
from kjplan.cli.loading import load_aliases_for, load_attached, load_plan
from kjplan.cli.options import AttachmentsOption, ForceOption, FormatOption, OutputOption, PlanName
from kjplan.language import say
from kjplan.model import Goal, Measure, Relation, Target
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
    plan: PlanName = None, form: FormatOption = None, output: OutputOption = None, force: ForceOption = False
) -> None:
    """Print the guiding principles of a plan."""
    found = load_plan(plan)
    deliver(Answer(lambda: tables.principles(found), lambda: records.principles(found)), form, output, force=force)


@app.command(
    help=say("主要目标及其量化指标。", "The goals, with their quantified targets."),
    epilog="kjplan goals 2022\nkjplan goals 2022 --format json\nkjplan goals notice.txt -o goals.csv",
)
def goals(
    plan: PlanName = None,
    attachments: AttachmentsOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print the goals of a plan."""
    found = load_attached(plan, attachments, Goal)
    deliver(Answer(lambda: tables.goals(found), lambda: records.goals(found)), form, output, force=force)


@app.command(
    help=say(
        "工作举措。不同的筛选条件须同时满足，同一条件可重复，满足其一即可。",
        "The measures. Filters of different kinds combine with and, repeated ones with or.",
    ),
    epilog="kjplan measures 2022 --section 平台\nkjplan measures 2022 --match 创新 --match 人才 --with-targets\n"
    "kjplan measures 2022 --number 5 --format yaml\nkjplan measures 2022 --body 发改委",
)
def measures(
    plan: PlanName = None,
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
) -> None:
    """Print the measures of a plan that pass the filters."""
    from kjplan.querying import select

    found = load_attached(plan, attachments, Measure)
    chosen = select.measures(
        found,
        sections=section or (),
        matches=match or (),
        bodies=body or (),
        numbers=number or (),
        with_targets=with_targets,
        aliases=load_aliases_for(plan, found) if body else None,
    )
    answer = Answer(lambda: tables.measures(found, chosen), lambda: records.measures(found, chosen))
    deliver(answer, form, output, force=force)


@app.command(
    help=say("目标和举措中的全部量化指标。", "Every quantified target of the goals and measures."),
    epilog="kjplan targets 2022\nkjplan targets 2022 --format csv -o targets.csv\nkjplan targets 2022 --vague",
)
def targets(
    plan: PlanName = None,
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
) -> None:
    """Print the targets of a plan, or its promises without a figure."""
    found = load_attached(plan, attachments, Target)
    answer = (
        Answer(lambda: tables.vague(found), lambda: records.vague(found))
        if vague
        else Answer(lambda: tables.targets(found), lambda: records.targets(found))
    )
    deliver(answer, form, output, force=force)


@app.command(
    help=say(
        "举措提到的文件，以及要对它做什么。", "The documents that the measures name, and what is to happen to each."
    ),
    epilog="kjplan documents 2022\nkjplan documents 2022 --relation draft",
)
def documents(
    plan: PlanName = None,
    relation: Annotated[
        Texts,
        typer.Option(
            "--relation",
            metavar="RELATION",
            autocompletion=complete_relation,
            help=say(
                "只要这种关系的：issue、draft、revise、implement、cite",
                "only of this relation: issue, draft, revise, implement, cite",
            ),
        ),
    ] = None,
    attachments: AttachmentsOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print the documents that a plan's measures name."""
    from kjplan.querying import select

    found = load_attached(plan, attachments, Measure)
    chosen = select.documents(found, relation or ())
    answer = Answer(lambda: tables.documents(found, chosen), lambda: records.documents(found, chosen))
    deliver(answer, form, output, force=force)


@app.command(
    help=say(
        "要点提到的单位，涉及最多的在前；同一单位的不同写法合为一行（见 aliases.yaml）。",
        "The bodies that the plan names, the most touched first; the names of one body share a row (see aliases.yaml).",
    ),
    epilog="kjplan bodies 2022\nkjplan bodies 2022 --format json",
)
def bodies(
    plan: PlanName = None,
    attachments: AttachmentsOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print the bodies that a plan names."""
    found = load_attached(plan, attachments, Measure)
    aliases = load_aliases_for(plan, found)
    answer = Answer(lambda: tables.bodies(found, aliases), lambda: records.bodies(found, aliases))
    deliver(answer, form, output, force=force)
