"""Everything that was entered into a ledger, in the order of its days, with what it is for and whether it has a place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from kjplan.language import say
from kjplan.ledger.book import Book
from kjplan.ledger.entries import Assignment, Entry, Progress, Task
from kjplan.model import Goal, Measure, Target
from kjplan.querying.table import Column, Table
from kjplan.querying.wording import number

State = Literal["same", "moved", "alike", "task", "target", "part"]

STATES: dict[State, tuple[str, str]] = {
    "same": ("", ""),
    "moved": ("编号已变", "moved"),
    "alike": ("按相似度对应", "placed by likeness"),
    "task": ("任务已不在", "task gone"),
    "target": ("指标已不在", "target gone"),
    "part": ("字句已不在", "words gone"),
}
"""Where an entry stands in the plan now: its task, target or part may have moved, or be gone."""

NAMES = {
    "lead": ("牵头", "lead"),
    "support": ("配合", "support"),
    "person": ("责任人", "person"),
    "due": ("时限", "due"),
    "baseline": ("基数", "start"),
    "note": ("备注", "note"),
}

COLUMNS = [
    Column("day", "日期", "date"),
    Column("id", "编号", "id"),
    Column("task", "任务", "task"),
    Column("kind", "类别", "kind"),
    Column("about", "指标或部分", "target or part"),
    Column("words", "内容", "entry"),
    Column("who", "登记人", "who"),
    Column("evidence", "依据", "evidence", detail=True),
    Column("state", "对应", "place"),
    Column("line", "行", "line", align="right"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An entry of a ledger."""

    day: date | None
    """None for an assignment without a day."""
    id: str
    """Id in the plan as it is now; where the task is gone, the id that the ledger has."""
    task: str
    """What the task is known by in the ledger."""
    kind: Literal["assigned", "progress"]
    about: str
    """The target or part that it is for; empty for the whole task."""
    words: str
    """What it says."""
    who: str
    evidence: str
    state: State
    line: int | None
    """Line in the ledger's file."""


def happened(book: Book, only: str | None = None, *, lost: bool = False) -> list[Event]:
    """The entries of a ledger by day, those without one first.

    :param only: id: only those for this goal, measure or target
    :param lost: only those that have no place in the plan any more
    """
    events = [event for event in _events(book, only) if not lost or event.state in ("task", "target", "part")]
    return sorted(events, key=lambda event: (event.day is not None, event.day or date.min))


def _events(book: Book, only: str | None) -> Iterator[Event]:
    reasons = {id(lost.entry): lost.reason for lost in book.lost if lost.entry is not None}
    targets = {id(s.entry): s.target for standing in book for s in (*standing.assigned, *standing.progress)}
    for found in book.placed:
        for entry in found.task.entries:
            target = targets.get(id(entry))
            if only is not None and only not in _ids(found.task, found.node, target):
                continue
            state: State = reasons.get(id(entry)) or (found.how if found.how != "lost" else "task")
            yield _event(entry, found.task, found.node, target, state)


def _ids(task: Task, node: Goal | Measure | None, target: Target | None) -> set[str]:
    return {task.id if node is None else node.id} | ({target.id} if target is not None else set())


def _event(entry: Entry, task: Task, node: Goal | Measure | None, target: Target | None, state: State) -> Event:
    home = task.id if node is None else node.id
    return Event(
        day=entry.date,
        id=home if target is None else target.id,
        task=task.was,
        kind="assigned" if isinstance(entry, Assignment) else "progress",
        about=entry.target or entry.part or "",
        words=_assigned(entry) if isinstance(entry, Assignment) else _reported(entry, target),
        who=entry.who or "",
        evidence=(entry.evidence or "") if isinstance(entry, Progress) else "",
        state=state,
        line=entry.mark[0] if entry.mark else None,
    )


def _assigned(entry: Assignment) -> str:
    gone = say("（收回）", "(taken back)")
    pairs = [(say(*NAMES[name]), gone if value is None else _shown(value)) for name, value in entry.given.items()]
    return say("；", "; ").join(f"{name}{say('：', ': ')}{value}" for name, value in pairs)


def _reported(entry: Progress, target: Target | None) -> str:
    unit = entry.unit or (target.unit if target else None) or ""
    figure = f"{_shown(entry.value)}{unit}" if entry.value is not None else ""
    if entry.percent is not None:
        figure = f"{_shown(entry.percent)}%"
    return say("，", ", ").join(filter(None, (figure, entry.words))) or entry.evidence or ""


def _shown(value: str | Decimal) -> str:
    return number(value) if isinstance(value, Decimal) else value


def table(events: Iterable[Event]) -> Table:
    """The entries for people."""
    return Table(COLUMNS, [[_cell(event, column.key) for column in COLUMNS] for event in events])


def _cell(event: Event, key: str) -> str:
    if key == "kind":
        return say("分派", "assigned") if event.kind == "assigned" else say("进展", "progress")
    if key == "state":
        return say(*STATES[event.state])
    value = getattr(event, key)
    return "" if value is None else str(value)


def records(events: Iterable[Event]) -> list[dict[str, Any]]:
    """The entries for programs."""
    return [
        {name: getattr(event, name) for name in Event.__slots__}
        | {"day": None if event.day is None else event.day.isoformat()}
        for event in events
    ]
