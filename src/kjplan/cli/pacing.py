"""``kjplan pace``: who is behind."""

from collections.abc import Iterable
from datetime import date as Day
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kjplan.cli.deliver import file_path, note
from kjplan.cli.loading import ledger_file, load_ledger, open_book, tell_misplaced
from kjplan.cli.options import ForceOption, FormatOption, LedgerOption, OutputOption, PlanNames, day_of
from kjplan.cli.settings import settings
from kjplan.cli.several import ask, expect_one_ledger
from kjplan.errors import KjplanError, PlanFileError
from kjplan.language import say
from kjplan.ledger.judging import STATUS_WORDS
from kjplan.model import Plan
from kjplan.output.formats import Answer, format_for

if TYPE_CHECKING:
    from kjplan.ledger import Ledger
    from kjplan.ledger.pacing import Pace

app = typer.Typer()

STATUSES = {status.replace("_", "-"): words for status, words in STATUS_WORDS.items()}
"""The statuses as options name them."""
CONDITIONS = (*STATUSES, "overdue", "due-soon")
"""What --fail-on may name."""


def complete_status(incomplete: str) -> list[tuple[str, str]]:
    """Statuses with what they mean, for the shell's completion."""
    return [(name, say(*words)) for name, words in STATUSES.items() if name.startswith(incomplete)]


def complete_condition(incomplete: str) -> list[str]:
    """What --fail-on may name, for the shell's completion."""
    return [name for name in CONDITIONS if name.startswith(incomplete)]


DayOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help=say("截至日期，省略则为今天", "the day; today if left out")),
]
StatusOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        autocompletion=complete_status,
        help=say("只要这种状态的，可重复，见下", "only those of this status; repeatable, see below"),
    ),
]
SoonOption = Annotated[
    int,
    typer.Option("--soon", metavar="DAYS", min=0, help=say("临近时限的天数", "days before a deadline that are near")),
]
FailOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="KIND",
        autocompletion=complete_condition,
        help=say(
            "有这种任务时以 1 退出，可重复：状态，或 overdue、due-soon",
            "exit with 1 where there are such tasks; repeatable: a status, overdue or due-soon",
        ),
    ),
]


@app.command(
    help=say(
        "对照序时进度：到 m 月底，量化任务应完成目标的 m/12。\n\n"
        "覆盖率、增速、位次等不按月分摊：有基数的从基数算起，否则与目标值比。\n\n“不超过”一类看是否守住。",
        "Judge progress: at the end of month m a quantified task should have reached m/12 of its target. Levels (coverage,"
        " intensity, growth, rank) are not divided by months: with a start value the way from there counts, else the target"
        " itself; upper limits are kept or not.",
    ),
    epilog="kjplan pace 2022 --as-of 2022-11-30\nkjplan pace 2022 --as-of 2022-06-30 --status behind -o behind.csv\n"
    "kjplan pace 2022 --fail-on behind --fail-on overdue\nkjplan pace plans --status behind -o behind.xlsx\n\n"
    + "\n".join([say("状态", "Statuses"), *(f"{name:16}{say(*words)}" for name, words in STATUSES.items())]),
)
def pace(
    plans: PlanNames = None,
    as_of: DayOption = None,
    status: StatusOption = None,
    soon: SoonOption = 30,
    fail_on: FailOption = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print where each target stands."""
    from kjplan.ledger import pace_table
    from kjplan.ledger.pacing import paces

    status = [name.replace("_", "-") for name in status or ()]
    fail_on = [name.replace("_", "-") for name in fail_on or ()]
    _expect(status, STATUSES, "--status")
    _expect(fail_on, CONDITIONS, "--fail-on")
    day = day_of(as_of) or Day.today()
    every: list[Pace] = []

    def asked(name: str | None, plan: Plan) -> Answer:
        book = open_book(name, plan, required_ledger(name, ledger))
        rows = paces(book, day, soon=soon)
        tell_misplaced(book)
        every.extend(rows)
        shown = [row for row in rows if not status or _meets(row, *status)]
        bars = format_for(file_path(output), form) in ("table", "markdown")
        return Answer(lambda: pace_table.table(shown, bars=bars), lambda: pace_table.records(shown), keys=True)

    def keep(names: list[str]) -> list[str]:
        expect_one_ledger(ledger, names)
        return _with_ledgers(names, plans or [])

    code = ask(asked, plans, form, output, force=force, keep=keep)
    note(pace_table.summary(every))
    return code or int(any(_meets(row, *fail_on) for row in every))


def _with_ledgers(plans: list[str], given: list[str]) -> list[str]:
    """The plans to judge: of folders, those that have a ledger; how many have none is said.

    :param given: the names on the command line: a plan that is named needs a ledger
    :raises PlanFileError: none has
    """
    from kjplan.storage.loading import locate

    kept = [plan for plan in plans if plan in given or ledger_file(locate(plan, data=settings.data)).is_file()]
    if not kept:
        required_ledger(plans[0], None)
    if left := len(plans) - len(kept):
        note(say(f"{left} 份没有台账，未列入", f"{left} without a ledger left out"))
    return kept


def _expect(given: Iterable[str], known: Iterable[str], option: str) -> None:
    for name in given:
        if name not in known:
            what = say(f"{option} 的值不对", f"bad value for {option}")
            raise KjplanError(what, name, say("可用：", "choose from ") + ", ".join(known))


def _meets(row: "Pace", *conditions: str) -> bool:
    met = {row.status.replace("_", "-"), "overdue" if row.overdue else "", "due-soon" if row.due_soon else ""}
    return not met.isdisjoint(conditions)


def required_ledger(plan: str | None, file: str | None) -> "Ledger":
    """The ledger of a plan.

    :raises PlanFileError: there is none; how to make one
    """
    found = None if plan == "-" and file is None else load_ledger(plan, file)
    if found is not None:
        return found
    from kjplan.storage.loading import locate

    path = locate(plan, data=settings.data)
    if path == Path("-"):
        what = say("标准输入旁边没有台账", "there is no ledger beside standard input")
        raise PlanFileError(what, tip=say("用 --ledger FILE 指明台账", "name one with --ledger FILE"))
    what = say("没有台账", "there is no ledger")
    command = " ".join(filter(None, ("kjplan ledger init", plan)))
    tip = say(
        f"{command} 建立台账，再用 kjplan ledger log 登记进展",
        f"{command} makes one; kjplan ledger log records progress",
    )
    raise PlanFileError(what, str(ledger_file(path)), tip)
