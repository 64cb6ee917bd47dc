"""The checklist with its ledger: what people assigned and reported beside what the plan states, and told apart from it.

In each row ``origin`` says of a cell whether its words are stated (in the plan) or assigned (in the ledger). Where both
say something, the ledger's words are the cell's, as they are what holds this year, and ``overridden`` keeps the plan's.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Day
from decimal import Decimal

from kjplan.checklists.rows import Origin, Row
from kjplan.language import say
from kjplan.ledger.bodies import names_in
from kjplan.ledger.book import Book, Standing
from kjplan.ledger.dues import due_date
from kjplan.ledger.entries import Ledger, Progress
from kjplan.ledger.judging import STATUS_WORDS, Status
from kjplan.ledger.pacing import paces
from kjplan.model import Plan, Target
from kjplan.querying.wording import number

CELLS = ("lead", "support", "person", "due", "note")
"""The cells that a ledger assigns, each under the same name there."""


def overlay(rows: Iterable[Row], plan: Plan, ledger: Ledger) -> list[Row]:
    """The rows of a plan's checklist with what its ledger says; the rows given stay as they are.

    :param rows: of goals or measures, or of single targets (``target_id``)
    """
    return overlaid(rows, Book(plan, ledger))


def overlaid(rows: Iterable[Row], book: Book) -> list[Row]:
    """The same for a ledger that has been laid beside its plan already."""
    statuses = _statuses(book)
    return [_row(row, book, statuses) for row in rows]


_WORST_FIRST: tuple[Status, ...] = ("behind", "not_reported", "on_pace", "ahead", "done", "done_early", "no_figure")
"""Of a task with several targets the one that is worst tells where it stands."""


def _statuses(book: Book) -> dict[str, Status]:
    """Where each reported task and target stood on the day of the ledger's last report, by id.

    That day and not today's: the same files give the same checklist.
    """
    days = [s.entry.date for standing in book for s in standing.progress if isinstance(s.entry, Progress)]
    if not days or book.plan.year is None:
        return {}
    found: dict[str, Status] = {}
    for pace in paces(book, max(days)):
        if pace.reported is not None:
            worse = [found.get(pace.owner, pace.status), pace.status]
            found[pace.owner] = min(worse, key=_WORST_FIRST.index)
            if pace.indicator is not None:
                found[pace.id] = pace.status
    return found


def _row(row: Row, book: Book, statuses: dict[str, Status]) -> Row:
    standing = book.standings.get(row.id)
    if standing is None:  # of an attachment, of which the ledger knows nothing
        return replace(row, origin=_stated(row))
    target = next((t for t in standing.node.targets if t.id == row.target_id), None)
    origin = _stated(row)
    status = statuses.get(row.target_id or row.id)
    new = replace(row, origin=origin, overridden={}, status=None if status is None else say(*STATUS_WORDS[status]))
    for name in CELLS:
        words = "；".join(f"{label}{words}" for label, words in _told(book, standing, name, target))
        former = getattr(row, name)
        if not words or words == former:
            continue
        if former:
            new.overridden[name] = former
        setattr(new, name, words)
        origin[name] = "assigned"
    if origin.get("lead") == "assigned":
        led = [names_in(words) for _, words in _told(book, standing, "lead", target)]
        new.answerable = list(dict.fromkeys(name for names in led for name in names))
    if origin.get("due") == "assigned":
        days = [due_date(words, book.plan.year) for _, words in _told(book, standing, "due", target)]
        new.due_date = min((day.isoformat() for day in days if day is not None), default=None)
    if progress := progress_words(standing, target):
        new.progress = progress
        origin["progress"] = "assigned"
    return new


def _told(book: Book, standing: Standing, name: str, target: Target | None) -> list[tuple[str, str]]:
    """What is assigned under a name, each with what it is for: nothing for the whole, ``水闸：`` for a target or part.

    :param target: the only one of the task's targets that is asked for
    """
    told = [("", standing.words(name, target))]
    if target is None:
        told += [(f"{t.indicator}：", standing.own_words(name, t)) for t in standing.node.targets]
        parts = {entry.part: entry.given[name] for entry in standing.parts() if name in entry.given}
        told += [(f"{part}：", None if value is None else str(value)) for part, value in parts.items()]
    bodies = name in ("lead", "support")
    return [(of, _called(book, words) if bodies else words) for of, words in told if words]


def _called(book: Book, words: str) -> str:
    return "、".join(dict.fromkeys(map(book.called, names_in(words))))


def _stated(row: Row) -> dict[str, Origin]:
    return {name: "stated" for name in ("lead", "support", "due") if getattr(row, name)}


def progress_words(standing: Standing, target: Target | None = None, *, until: Day | None = None) -> str:
    """The latest that was reported, each target for itself: ``高新技术企业480家（2022-06-30）；已开两批（2022-05-31）``.

    :param target: the only one of the task's targets that is asked for
    :param until: the last day that counts
    """
    targets: list[Target | None] = [target] if target is not None else [*standing.node.targets, None]
    several = target is None and len(standing.node.targets) > 1
    found = [
        (of.indicator if several and of is not None else "", of, reports[-1])
        for of in targets
        if (reports := standing.reports(of, until=until))
    ]
    told = [report_words(report, of, name) for name, of, report in found]
    if target is None:
        parts = [s.entry for s in standing.progress if isinstance(s.entry, Progress) and s.entry.part is not None]
        latest = {p.part: p for p in parts if until is None or p.date <= until}
        told += [report_words(p, None, f"{p.part}：") for p in latest.values()]
    return "；".join(told)


def report_words(report: Progress, target: Target | None, name: str = "") -> str:
    """One report in a few words: number or percentage, the words, the day."""
    figure = ""
    if report.value is not None:
        figure = number(report.value) + (report.unit or (target.unit if target else None) or "")
    elif report.percent is not None:
        figure = f"{percent(report.percent)}%"
    said = "，".join(filter(None, (f"{name}{figure}".strip() if figure else "", report.words)))
    if not figure and name:
        said = f"{name}{said}"
    return f"{said or report.evidence}（{report.date.isoformat()}）"


def percent(value: Decimal) -> str:
    """A percentage as people write it: 48, 91.7."""
    return number(value.normalize() if value != value.to_integral_value() else value.quantize(Decimal(1)))
