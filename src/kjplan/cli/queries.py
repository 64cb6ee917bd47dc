"""Questions to plans: principles, goals, measures, targets, documents, bodies."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from kjplan.cli.loading import load_aliases_for
from kjplan.cli.options import AttachmentsOption, ForceOption, FormatOption, OutputOption, PlanNames, complete_section
from kjplan.cli.several import ask
from kjplan.language import say
from kjplan.model import Goal, Measure, Plan, Relation, Target
from kjplan.output.formats import Answer
from kjplan.querying import records, tables

if TYPE_CHECKING:
    from kjplan.naming import Aliases

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


SectionOption = Annotated[
    Texts,
    typer.Option(
        "--section",
        metavar="TEXT",
        autocompletion=complete_section,
        help=say("所属部分的标题、编号或 id", "words of its section's title, or its number or id"),
    ),
]
MatchOption = Annotated[
    Texts, typer.Option("--match", metavar="TEXT", help=say("标题或正文中的文字", "words in its title or text"))
]
BodyOption = Annotated[
    Texts,
    typer.Option(
        "--body",
        metavar="TEXT",
        help=say("负责或提到的单位，别名也算", "a body that is responsible or named, by any of its names"),
    ),
]
NumberOption = Annotated[
    Texts, typer.Option("--number", metavar="N", help=say("原文编号或 id", "the document's own number, or the id"))
]
WithTargetsOption = Annotated[
    bool, typer.Option("--with-targets", help=say("只要有量化指标的", "only those with a quantified target"))
]


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
    section: SectionOption = None,
    match: MatchOption = None,
    body: BodyOption = None,
    number: NumberOption = None,
    with_targets: WithTargetsOption = False,
    attachments: AttachmentsOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print the measures of plans that pass the filters."""
    from kjplan.querying import select

    wanted = [
        ("--section", section or []),
        ("--match", match or []),
        ("--body", body or []),
        ("--number", number or []),
    ]
    known: list[Aliases | None] = [None]

    def chosen(found: Plan, asked: Filters, with_targets: bool = False) -> list[Measure]:
        (_, sections), (_, matches), (_, bodies), (_, numbers) = asked
        return select.measures(
            found,
            sections=sections,
            matches=matches,
            bodies=bodies,
            numbers=numbers,
            with_targets=with_targets,
            aliases=known[0],
        )

    def asked(plan: str | None, found: Plan) -> Answer:
        known[0] = load_aliases_for(plan, found) if body else None
        rows = chosen(found, wanted, with_targets)
        return Answer(lambda: tables.measures(found, rows), lambda: records.measures(found, rows))

    def empty(found: Plan) -> str | None:
        return _without_measures(wanted, lambda alone: chosen(found, alone)) if found.measures else None

    return ask(asked, plans, form, output, force=force, kind=Measure, attachments=attachments, empty=empty)


Filters = Sequence[tuple[str, list[str]]]
"""Options with the words they were given, in the order that ``select.measures`` has them."""


def _without_measures(wanted: Filters, chosen: Callable[[Filters], list[Measure]]) -> str | None:
    """Which filters no measure passes alone; that they agree on none, where each has some; None without filters."""
    if not any(words for _, words in wanted):
        return None
    none = [
        f"{option} {word}"
        for option, words in wanted
        for word in words
        if not chosen([(name, [word] if name == option else []) for name, _ in wanted])
    ]
    if not none:
        return say("没有举措同时满足这些条件", "no measure passes all of these filters")
    sections = none[0].startswith("--section")
    where = say("（kjplan show 列出各部分）", " (kjplan show lists the sections)") if sections else ""
    return say(f"没有符合的举措：{'、'.join(none)}{where}", f"no measure passes {', '.join(none)}{where}")


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
