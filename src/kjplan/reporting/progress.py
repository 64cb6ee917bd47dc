"""How far the targets and tasks of a plan have come, out of its ledger."""

from datetime import date

from kjplan.language import say
from kjplan.ledger import Book
from kjplan.ledger.judging import LEVELS, STATUS_WORDS
from kjplan.ledger.pacing import Pace, paces
from kjplan.querying.wording import number
from kjplan.reporting.report import Reached


def last_day(book: Book) -> date | None:
    """The day of the last report in a ledger: the one to judge progress for where nobody names another."""
    days = [report.date for task in book.ledger.tasks for report in task.progress]
    return max(days, default=None)


def reached(book: Book, as_of: date) -> dict[str, Reached]:
    """What was reported by a day, by id of the target, goal or measure; what nobody reported on is not there.

    :raises KjplanError: the plan names no year
    """
    return {row.id: _reached(row) for row in paces(book, as_of) if row.reported is not None}


def _reached(row: Pace) -> Reached:
    figure = "" if row.actual is None else f"{number(row.actual)}{row.unit or ''}"
    return Reached(
        rate=row.rate,
        share=None if row.basis in LEVELS else row.share,
        words=" · ".join(filter(None, (figure, row.words))),
        status=say(*STATUS_WORDS[row.status]),
        reported=None if row.reported is None else row.reported.isoformat(),
    )
