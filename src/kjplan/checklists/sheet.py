"""A task table as it is shown: columns by profile, rows under the headings of their groups, each cell with its origin."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeGuard

from kjplan.checklists.profiles import DEFAULT, FACTS, NO_FIGURE, By, Fact, Profile, ProfileColumn
from kjplan.checklists.rows import Row, Whose, group
from kjplan.language import say
from kjplan.model import Plan
from kjplan.querying.table import Column, Table

Origin = Literal["stated", "assigned", "absent", "open"]
"""stated in the text, assigned by people, absent from both (the cell says so), or open for people to fill in."""

ASSIGNED = ("〔台账〕", " [ledger]")
"""Stands after words of the ledger in a table for people, so that nobody takes them for the plan's."""
IN_PLAN = ("（原文：{}）", " (plan: {})")
"""What the plan states, after words of the ledger that take their place."""
_MARKED = ("蓝字加下划线的为台账分派", "underlined: assigned in the ledger, not stated")
"""What a sheet says of the cells that hold words of the ledger."""
_FILLED_IN: frozenset[Fact] = frozenset({"person", "progress", "note"})


class Cell(NamedTuple):
    """One cell."""

    text: str
    """What it says."""
    origin: Origin = "stated"
    """Where that comes from."""
    stated: str | None = None
    """What the plan states where the ledger says something else."""


@dataclass(slots=True)
class Line:
    """One row of the table."""

    row: Row
    """The task."""
    cells: list[Cell]
    """One cell a column of the profile."""


@dataclass(slots=True)
class Block:
    """Lines under one heading."""

    title: str | None
    """The heading; None where the table is not grouped."""
    lines: list[Line]


@dataclass(slots=True)
class Sheet:
    """A whole table with what stands around it."""

    title: str
    """The plan's title and what the table is called."""
    source: str
    """What the table was made from and how to read it, in one line."""
    date: str
    """The day of the plan in ISO form, never today's: files made from the same plan are the same."""
    key: str
    """What tells this plan from others: issuer and year, or title."""
    columns: tuple[ProfileColumn, ...]
    """The columns of the profile."""
    blocks: list[Block]
    """The rows in groups; one group without a heading where they are not grouped."""

    @property
    def lines(self) -> list[Line]:
        """All rows in order; a task that several bodies answer for is there once a group."""
        return [line for block in self.blocks for line in block.lines]


def sheet(plan: Plan, rows: Iterable[Row], *, profile: Profile = DEFAULT, by: By | None = None) -> Sheet:
    """The task table of a plan.

    :param rows: what ``build`` gives for the plan, perhaps fewer
    :param by: how to group; None does as the profile says
    """
    rows = list(rows)
    return Sheet(
        title=say(f"{plan.title or ''}{profile.title}", f"{plan.title or ''} – {profile.title}".removeprefix(" – ")),
        source=_source(_named(plan), profile, rows),
        date=day_of(plan),
        key=key_of(plan),
        columns=profile.columns,
        blocks=_blocks(rows, profile, by),
    )


def joint_sheet(
    plans: Sequence[Plan], rows: Iterable[Row], *, profile: Profile = DEFAULT, by: By | None = None
) -> Sheet:
    """The task table of several plans, with a column that says whose each task is.

    :param rows: of all of them, each with its plan (``Row.whose``)
    :param by: how to group; None does as the profile says
    """
    profile, rows = profile.of_several(), list(rows)
    return Sheet(
        title=say(f"{len(plans)} 份要点{profile.title}", f"{len(plans)} plans – {profile.title}"),
        source=_source("", profile, rows),
        date=max(map(day_of, plans), default="1980-01-01"),
        key="",
        columns=profile.columns,
        blocks=_blocks(rows, profile, by),
    )


def owners(named: Sequence[tuple[str, Plan]]) -> list[Whose]:
    """What the rows of several plans say of theirs, by name and plan: the title, with the name where two have the same."""
    titles = Counter(plan.title for _, plan in named)
    return [
        Whose(
            name=name,
            title=name if plan.title is None else plan.title if titles[plan.title] == 1 else f"{plan.title} ({name})",
            year=plan.year,
            issuer=plan.issuer,
            key=key_of(plan),
        )
        for name, plan in named
    ]


def key_of(plan: Plan) -> str:
    """What tells a plan from others: issuer and year, or title."""
    return f"{plan.issuer or plan.title or ''} {plan.year or ''}".strip()


def _blocks(rows: list[Row], profile: Profile, by: By | None) -> list[Block]:
    if (by := by or profile.by) is None:
        return [Block(None, [_line(row, profile) for row in rows])]
    return [Block(g.title, [_line(row, profile) for row in g.rows]) for g in group(rows, by, profile.not_stated)]


def day_of(plan: Plan) -> str:
    """The day a plan was published, written or signed, else the first of its year, in ISO form."""
    document = plan.document
    known = (document.published_date, document.written_date, document.signed_date)
    return next((day for day in known if is_day(day)), f"{plan.year or 1980:04d}-01-01")


def is_day(words: str | None) -> TypeGuard[str]:
    """Whether words are a day in ISO form: a plan that people wrote may hold others."""
    try:
        return words is not None and date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _named(plan: Plan) -> str:
    document = plan.document
    return "　".join(filter(None, (document.document_number, document.written_date or document.signed_date)))


def _source(named: str, profile: Profile, rows: list[Row]) -> str:
    assigned = any(row.origin and "assigned" in row.origin.values() for row in rows)
    absent = say(*profile.not_stated)
    legend = say(
        f"序号为原文编号；“{absent}”指原文没有写明",
        f"numbers are the document's own; “{absent}”: the text does not say",
    )
    return "　".join(filter(None, (named, legend, say(*_MARKED) if assigned else "")))


def table(rows: Iterable[Row], profile: Profile = DEFAULT) -> Table:
    """Rows for a screen, csv and markdown: the columns of a profile, and the id by which a table finds its way back.

    What is not stated is said in words; headings and those words are in the language in force.
    """
    columns = profile.facts()
    head = [Column(c.fact or f"column{n}", c.zh, c.en, detail=c.detail) for n, c in enumerate(columns, 1)]
    return Table(head, [[_words(_cell(row, column, profile)) for column in columns] for row in rows])


def cell_words(row: Row, fact: Fact) -> str:
    """What the default table says of a fact where there is nothing but text."""
    return _words(_cell(row, FACTS[fact], DEFAULT))


def _words(cell: Cell) -> str:
    """A cell where there is nothing but text: words of the ledger say that they are."""
    if cell.origin != "assigned":
        return cell.text
    return cell.text + say(*ASSIGNED) + ("" if cell.stated is None else say(*IN_PLAN).format(cell.stated))


def _line(row: Row, profile: Profile) -> Line:
    return Line(row, [_cell(row, column, profile) for column in profile.columns])


def _cell(row: Row, column: ProfileColumn, profile: Profile) -> Cell:
    fact = column.fact
    if fact is None:
        return Cell("", "open")
    value: str | None = _bodies(row) if fact == "bodies" else getattr(row, "key" if fact == "id" else fact)
    if value is None:
        return _empty(fact, profile)
    if fact != "progress" and _is_assigned(row, fact):
        return Cell(value, "assigned", row.overridden.get(fact))
    return Cell(value, "open" if fact in _FILLED_IN else "stated")


def _empty(fact: Fact, profile: Profile) -> Cell:
    if fact == "target":
        return Cell(say(*NO_FIGURE), "absent")
    if fact in ("lead", "support", "bodies", "due"):
        return Cell(say(*profile.not_stated), "absent")
    return Cell("")


def _is_assigned(row: Row, fact: Fact) -> bool:
    """Whether a cell, or one of the two that it joins, holds words of the ledger."""
    origin = row.origin or {}
    return any(origin.get(name) == "assigned" for name in (("lead", "support") if fact == "bodies" else (fact,)))


def _bodies(row: Row) -> str | None:
    """Who answers and who helps, in one cell; None where nobody is named."""
    return "；".join(filter(None, (row.lead, row.support))) or None
