"""``kjplan report``: a whole plan on one page."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kjplan.checking import Report as Checks
from kjplan.cli.deliver import file_path, save
from kjplan.cli.loading import load_ledger, load_plan, open_book, tell_misplaced, tell_shipped
from kjplan.cli.options import PLAN, ForceOption, LedgerOption, PlanName, complete_plan, day_of
from kjplan.cli.settings import settings
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output.formats import expect_suffix
from kjplan.output.stream import emit

if TYPE_CHECKING:
    from kjplan.checklists import Row
    from kjplan.reporting import Reached

app = typer.Typer()

AgainstOption = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="OLD",
        autocompletion=complete_plan,
        help=say("再与这份旧要点比较：", "also compare with this older plan: ") + PLAN,
        show_default=False,
    ),
]
DayOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help=say(
            "进展截至日期；省略则为台账中最后一次填报",
            "the day to judge progress for; the ledger's last report if left out",
        ),
    ),
]
PageOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE.html",
        help=say("写入网页文件，不写到屏幕", "write the page to a file instead of standard output"),
        show_default=False,
    ),
]


@app.command(
    help=say(
        "一个自足的网页：目标及进展、可筛选的举措、目标与举措的对应、检查结果、承诺的文件，以及与旧要点的比较。",
        "One page that needs nothing else: goals with progress, measures with filters, which measure carries which goal,"
        " what check finds, documents promised, and what changed since an older plan.",
    ),
    epilog="kjplan report 2022 -o plan.html\nkjplan report 2022 --against 2020 -o plan.html\n"
    "kjplan report 2022 --as-of 2022-06-30 -o plan.html\n"
    "kjplan report notice.docx --lang zh > plan.html",
)
def report(
    plan: PlanName = None,
    against: AgainstOption = None,
    ledger: LedgerOption = None,
    as_of: DayOption = None,
    output: PageOption = None,
    force: ForceOption = False,
) -> None:
    """Write the report page of a plan."""
    from kjplan.output.report_page import to_html
    from kjplan.reporting import report as put_together

    path = file_path(output)
    expect_suffix(path, ".html", ".htm")
    if plan == against == "-":
        raise KjplanError(say("标准输入只能读一次", "standard input can be read only once"), "-")
    subject, checks = _checked(plan)
    older = None if against is None else load_plan(against)
    told = _told(subject, plan, ledger, as_of)
    page = to_html(put_together(subject, checks, against=older, rows=told.rows, reached=told.reached, as_of=told.day))
    save(page, path, force=force) if path is not None else emit(page, data=True)


class _Told(NamedTuple):
    """What a ledger says."""

    rows: "list[Row] | None" = None
    """The checklist with what it assigns."""
    reached: "dict[str, Reached] | None" = None
    day: str | None = None
    """The day that progress is judged for."""


def _told(plan: Plan, name: str | None, file: str | None, as_of: str | None) -> _Told:
    """What the plan's ledger says; nothing where it has none."""
    found = None if name == "-" and file is None else load_ledger(name, file)
    if found is None:
        if as_of is not None:
            what = say("没有台账，--as-of 无从对照", "there is no ledger to judge by, so --as-of means nothing")
            raise KjplanError(what, tip=say("先运行 kjplan ledger init", "make one with kjplan ledger init"))
        return _Told()
    from kjplan.checklists import build
    from kjplan.checklists.assigned import overlaid
    from kjplan.reporting.progress import last_day, reached

    book = open_book(name, plan, found)
    tell_misplaced(book)
    rows = overlaid(build(plan), book)
    day = day_of(as_of) or last_day(book)
    return _Told(rows) if day is None else _Told(rows, reached(book, day), day.isoformat())


def _checked(name: str | None) -> tuple[Plan, Checks]:
    """A plan with what ``check`` finds in it; on its notice too, where that is at hand."""
    from kjplan.checking import check
    from kjplan.reading import read
    from kjplan.storage.library import find_notice
    from kjplan.storage.loading import locate, open_plan

    if name is None:
        tell_shipped()
    path = locate(name, data=settings.data)
    opened = open_plan(path)
    if not isinstance(opened, Plan):
        return opened.plan, check(opened)
    notice = find_notice(path, opened) if opened.document.source.sha256 is not None else None
    return opened, check(opened, source=None if notice is None else read(notice))
