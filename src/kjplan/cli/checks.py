"""``kjplan check`` and ``kjplan rule``: what is odd about plans and notices."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from kjplan.checking import describe, listing
from kjplan.checking.files import Examined, Options, examine
from kjplan.checking.rules import GROUPS, RULES, Rule, chosen, find, matching
from kjplan.checking.settings import as_codes, severities
from kjplan.cli.deliver import deliver, file_path, note, paints, save, terminal_columns
from kjplan.cli.errors import tell_error
from kjplan.cli.folders import members
from kjplan.cli.options import ForceOption, FormatOption, OutputOption, complete_plan, complete_rule
from kjplan.cli.settings import settings
from kjplan.cli.watching import watched
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Severity
from kjplan.output.formats import Answer, expect_suffix, format_for
from kjplan.output.stream import emit

app = typer.Typer()

Words = list[str] | None
CheckFormat = Literal["text", "json", "sarif", "github"]
_SUFFIXES: dict[str, CheckFormat] = {".json": "json", ".sarif": "sarif"}
"""What the name of an output file says; ``.sarif.json`` is SARIF too."""

LISTED = 50
"""Findings of one code that are listed for a file unless asked otherwise: nobody reads more, and a broken file of a
megabyte has as many brackets without a partner as characters."""

Subjects = Annotated[
    list[str],
    typer.Argument(
        metavar="PLAN|SOURCE...",
        help=say(
            "年份、要点或通知的路径、装它们的文件夹，或 -", "years, paths of plans or notices, folders of them, or -"
        ),
        autocompletion=complete_plan,
    ),
]
CheckFormatOption = Annotated[
    CheckFormat | None,
    typer.Option("--format", help=say("省略则看 -o 的后缀，再则为 text", "else by the suffix of -o, else text")),
]
SelectOption = Annotated[
    Words,
    typer.Option(
        "--select",
        metavar="CODES",
        autocompletion=complete_rule,
        help=say("只运行这些规则或规则组，逗号分隔，可重复", "run only these rules or groups; commas, repeatable"),
    ),
]
IgnoreOption = Annotated[
    Words,
    typer.Option(
        "--ignore",
        metavar="CODES",
        autocompletion=complete_rule,
        help=say("不运行这些规则或规则组", "leave these rules or groups out"),
    ),
]
SeverityOption = Annotated[
    Words,
    typer.Option(
        "--severity",
        metavar="CODE=LEVEL",
        help=say("改变规则的级别，可重复", "another severity for a rule or group; repeatable"),
    ),
]
FailAtOption = Annotated[
    Severity | None,
    typer.Option(
        "--fail-at",
        help=say("从这个级别起算失败，默认 error", "the lowest severity that makes the exit code 1; error by default"),
    ),
]
LimitOption = Annotated[
    int,
    typer.Option(
        "--limit",
        metavar="N",
        min=0,
        help=say("每个文件每条规则最多列几处；0 为全部", "findings listed per rule and file; 0 for all"),
    ),
]
ConfigOption = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help=say("用这个配置文件；none 为不用配置", "use this configuration; none for no configuration"),
    ),
]


@app.command(
    help=say(
        "检查要点或通知。发现达到 --fail-at 级别的问题时以 1 退出。检查要点时，若原文就在旁边，也检查原文。\n\n"
        "配置取自被检文件之上最近的 kjplan.toml，或 pyproject.toml 的 [tool.kjplan]。",
        "Check plans or notices; the exit code is 1 if anything is found at --fail-at or above. The notice that a plan was"
        " made from is checked too if it lies beside the plan. The configuration is the nearest kjplan.toml, or [tool.kjplan] in"
        " pyproject.toml, upward from each file.",
    ),
    epilog="kjplan check notice.txt\nkjplan check 2022 --fail-at warning\n"
    "kjplan check *.txt --ignore blanks,no-deadlines --severity numbering=error\n"
    "kjplan check plans -o findings.sarif\nkjplan check notice.txt --format github",
)
def check(
    subjects: Subjects,
    form: CheckFormatOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    severity: SeverityOption = None,
    fail_at: FailAtOption = None,
    limit: LimitOption = LISTED,
    config: ConfigOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Check each subject; a bad file never stops the rest."""
    path = file_path(output)
    form = form or _format_of(path)
    if form == "text":
        expect_suffix(path, ".txt", ".md", ".markdown")
    options = _options(select, ignore, severity, fail_at, limit, config)
    subjects = [file for subject in subjects for file in members(subject)]
    examined = [one for subject in watched(subjects) if (one := _attempt(subject, options)) is not None]
    people = path is None and form == "text"
    text = _text(examined, form, color=people and paints(), columns=terminal_columns() if people else None)
    if path is not None:
        save(text, path, force=force)
    else:
        emit(text, data=form != "text")
    if form == "json":
        _tell_left_out(examined)
    if len(examined) < len(subjects):
        return 2
    return int(any(one.failed for one in examined))


def _format_of(path: str | None) -> CheckFormat:
    suffixes = [] if path is None else [suffix.lower() for suffix in Path(path).suffixes[-2:]]
    return "sarif" if ".sarif" in suffixes else _SUFFIXES.get("".join(suffixes[-1:]), "text")


def _options(
    select: Words, ignore: Words, severity: Words, fail_at: Severity | None, limit: int, config: str | None
) -> Options:
    """What the command line says, tried out once so that a wrong code is one error and not one a file.

    :raises KjplanError: an unknown code or severity, or a configuration that cannot be read
    """
    chosen(as_codes(select or ()), as_codes(ignore or ()))
    severities(as_codes(severity or ()))
    configuration = None
    if config is not None and config != "none":
        from kjplan.storage.configuration import read_configuration

        configuration = read_configuration(Path(config))
    return Options(
        select=as_codes(select or ()),
        ignore=as_codes(ignore or ()),
        severity=as_codes(severity or ()),
        fail_at=fail_at,
        limit=limit,
        configuration=configuration,
        isolated=config == "none",
    )


def _attempt(subject: str, options: Options) -> Examined | None:
    """What came of one subject; None, and a message, where it cannot be read."""
    from kjplan.storage.loading import locate

    try:
        return examine(locate(subject, data=settings.data), options)
    except KjplanError as error:
        tell_error(error)
        return None


def _text(examined: list[Examined], form: CheckFormat, *, color: bool, columns: int | None = None) -> str:
    """All reports as one JSON list or SARIF log, as workflow commands, or one after the other for people."""
    if form == "github":
        from kjplan.output.github import to_github

        return to_github(examined)
    if form == "text":
        from kjplan.output.findings import to_texts

        return to_texts(examined, color=color, columns=columns)
    from kjplan.output.json import dumps

    if form == "sarif":
        from kjplan.output.sarif import to_sarif

        return dumps(to_sarif(examined))
    from kjplan.checking import records

    return dumps([record for one in examined for record in records(one.report)])


def _tell_left_out(examined: list[Examined]) -> None:
    """Say on standard error what the JSON list has no place for."""
    from kjplan.output.remarks import remarks

    told: set[str] = set()
    for one in examined:
        for words in remarks(one, told):
            note(f"{one.where}: {words}")


@app.command(
    help=say(
        "说明一条检查规则：查什么、为何、怎么改，各举一例。给规则组则列出该组；不给则列出全部。",
        "Explain a rule of check: what, why, what to do, and a text for either side. A group lists its rules; nothing"
        " lists all.",
    ),
    epilog="kjplan rule\nkjplan rule list-terminator\nkjplan rule numbering\nkjplan rule -o checks.md",
)
def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help=say("规则代码，或规则组", "the rule's code, or a group"),
            autocompletion=complete_rule,
        ),
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print a rule's page, or the list of rules."""
    codes = list(RULES) if code is None else matching(code) or [find(code).code]
    path = file_path(output)
    if code is not None and codes == [code.strip().lower()] and format_for(path, form) == "table":
        page = describe(code)
        save(page, path, force=force) if path is not None else emit(page, data=False)
        return
    if code is None and format_for(path, form) == "markdown":
        from kjplan.output.rule_pages import to_markdown

        save(to_markdown(), path, force=force) if path is not None else emit(to_markdown(), data=True)
        return
    answer = Answer(lambda: listing(codes), lambda: [_rule_record(RULES[code]) for code in codes])
    deliver(answer, form, output, force=force)


def _rule_record(rule: Rule) -> dict[str, str]:
    group = next(name for name, group in GROUPS.items() if rule in group.rules)
    said = {name: getattr(rule, name).say() for name in ("what", "why", "fix")}
    beside = {} if rule.fixes is None else {"fixes": rule.fixes}
    head = {"code": rule.code, "group": group, "severity": rule.severity}
    return {**head, **said, "trips": rule.trips, "clean": rule.clean, **beside}
