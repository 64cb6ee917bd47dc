"""``kjplan check`` and ``kjplan rule``: what is odd about plans and notices."""

from typing import Annotated, Literal

import typer

from kjplan.checking import Report, describe, listing, records
from kjplan.checking import check as run_rules
from kjplan.checking.rules import RULES, Rule, chosen, find
from kjplan.cli.deliver import deliver, file_path, paints, save
from kjplan.cli.errors import tell_error
from kjplan.cli.options import ForceOption, FormatOption, OutputOption, complete_plan, complete_rule
from kjplan.cli.settings import settings
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Plan, Severity
from kjplan.output.formats import Answer, format_for
from kjplan.output.stream import emit
from kjplan.reading import SourceText

app = typer.Typer()

Codes = list[str] | None


@app.command(
    help=say(
        "检查要点或通知。发现达到 --fail-at 级别的问题时以 1 退出。检查要点时，若原文就在旁边，也检查原文。",
        "Check plans or notices; what is found at --fail-at or above ends with 1. With a plan, the notice it was made from"
        " is read too where it is beside it.",
    ),
    epilog="kjplan check notice.txt\nkjplan check 2022 --fail-at warning\nkjplan check *.txt --ignore no-deadlines --format json",
)
def check(
    subjects: Annotated[
        list[str],
        typer.Argument(
            metavar="PLAN|SOURCE...",
            help=say("年份、要点或通知的路径，或 -", "years, paths of plans or notices, or -"),
            autocompletion=complete_plan,
        ),
    ],
    form: Annotated[
        Literal["text", "json"] | None, typer.Option("--format", help=say("默认 text", "text by default"))
    ] = None,
    select: Annotated[
        Codes,
        typer.Option(
            "--select",
            metavar="CODES",
            autocompletion=complete_rule,
            help=say("只运行这些规则，逗号分隔，可重复", "run only these rules; commas, repeatable"),
        ),
    ] = None,
    ignore: Annotated[
        Codes,
        typer.Option(
            "--ignore",
            metavar="CODES",
            autocompletion=complete_rule,
            help=say("不运行这些规则", "leave these rules out"),
        ),
    ] = None,
    fail_at: Annotated[
        Severity, typer.Option("--fail-at", help=say("从这个级别起算失败", "the severity that ends with 1"))
    ] = "error",
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Check each subject; a bad file never stops the rest."""
    rules = (_codes(select), _codes(ignore))
    chosen(*rules)
    path = file_path(output)
    as_json = (form or ("json" if path is not None and path.lower().endswith(".json") else "text")) == "json"
    examined = [found for subject in subjects if (found := _attempt(subject, *rules)) is not None]
    text = _text(examined, as_json=as_json, color=path is None and paints())
    if path is not None:
        save(text, path, force=force)
    else:
        emit(text, data=as_json)
    if len(examined) < len(subjects):
        return 2
    return int(any(report.fails(fail_at) for report, _, _ in examined))


Examined = tuple[Report, str, SourceText | None]
"""The report on one plan or notice, how it calls the file, and the text that its places count in."""


def _text(examined: list[Examined], *, as_json: bool, color: bool) -> str:
    """All reports as one JSON list, or one after the other for people."""
    if as_json:
        from kjplan.output.json import dumps

        return dumps([record for report, _, _ in examined for record in records(report)])
    from kjplan.output.findings import to_text

    return "".join(to_text(report, where, source, color=color) for report, where, source in examined)


def _attempt(subject: str, select: list[str], ignore: list[str]) -> Examined | None:
    """The report on one subject; None, and a message, where it cannot be read."""
    try:
        return _examine(subject, select, ignore)
    except KjplanError as error:
        tell_error(error)
        return None


def _codes(given: Codes) -> list[str]:
    return [code.strip() for codes in given or () for code in codes.split(",") if code.strip()]


def _examine(subject: str, select: list[str], ignore: list[str]) -> Examined:
    """The report on one subject.

    :raises KjplanError: it cannot be read
    """
    from kjplan.reading import read
    from kjplan.storage.library import find_notice
    from kjplan.storage.loading import locate, open_plan

    path = locate(subject, data=settings.data)
    opened = open_plan(path)
    if isinstance(opened, Plan):
        notice, made_from = find_notice(path, opened), opened.document.source.sha256
        source = read(notice) if notice is not None and made_from is not None else None
        same = source is not None and source.sha256 == made_from
        where = str(notice if same else path)
        report = run_rules(opened, source=source, path=where, select=select, ignore=ignore)
        return report, where, source if same else None
    named = None if subject == "-" else str(path)
    report = run_rules(opened, path=named, select=select, ignore=ignore)
    return report, named or say("标准输入", "standard input"), opened.source


@app.command(
    help=say(
        "说明一条检查规则：查什么、为何、怎么改，各举一例。不给代码则列出全部。",
        "Explain a rule of check: what, why, what to do, and a text for either side. Without a code, list all.",
    ),
    epilog="kjplan rule\nkjplan rule list-terminator",
)
def rule(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help=say("规则代码", "the rule's code"), autocompletion=complete_rule),
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print a rule's page, or the list of rules."""
    rules = list(RULES.values()) if code is None else [find(code)]
    if code is not None and format_for(file_path(output), form) == "table":
        page = describe(code)
        path = file_path(output)
        save(page, path, force=force) if path is not None else emit(page, data=False)
        return
    table = listing()
    table.rows = [row for row in table.rows if row[0] in {rule.code for rule in rules}]
    deliver(Answer(lambda: table, lambda: [_rule_record(rule) for rule in rules]), form, output, force=force)


def _rule_record(rule: Rule) -> dict[str, str]:
    said = {name: getattr(rule, name).say() for name in ("what", "why", "fix")}
    beside = {} if rule.fixes is None else {"fixes": rule.fixes}
    return {"code": rule.code, "severity": rule.severity, **said, "trips": rule.trips, "clean": rule.clean, **beside}
