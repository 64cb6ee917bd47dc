"""A plan's task table: 序号 工作任务 具体举措 目标值 牵头单位 配合单位 责任人 完成时限 进展情况 备注.

These are the columns of published tables of real offices; 目标值 is kjplan's own, as no published table has it.

What the text does not state is ``None`` in a row and in JSON, so that a script can tell it from a body of that name; a
table for people says 未明确 / not stated, as a blank would read as done:

- ``lead``: bodies that lead; several that answer together stand as ``A、B（共同负责）``, never as lead and helpers
- ``support``: None only where no responsibility is stated at all; "" where others answer and nobody is named to help
- ``due``: the deadline in the words of the text
- ``target``: None where there is no figure; a table says 无量化指标 / no figure
- ``person``, ``progress``, ``note``: for people to fill in, always ""
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from kjplan.language import say
from kjplan.model import Goal, Measure, Plan, Section
from kjplan.querying.table import Column, Table
from kjplan.querying.wording import due_words, full_text, lead_words, support_words, targets_words

if TYPE_CHECKING:
    from kjplan.naming import Aliases

_CLAUSE_END = re.compile(r"[，。；：,;:\n]")
By = Literal["lead", "section", "due", "status"]

NOT_STATED = ("未明确", "not stated")
"""What a table says where the text names no body or deadline, in both languages."""
NO_FIGURE = ("无量化指标", "no figure")
"""What a table says where a task has no number; the status word of offices for it."""
NOT_REPORTED = ("未填报", "not reported")
"""The group of tasks whose progress nobody has filled in."""
NO_SECTION = ("未分部分", "no section")
"""The group of tasks that stand directly in the plan."""

COLUMNS = [
    Column("no", "序号", "No."),
    Column("task", "工作任务", "task"),
    Column("action", "具体举措", "action", detail=True),
    Column("target", "目标值", "target"),
    Column("lead", "牵头单位", "lead"),
    Column("support", "配合单位", "support"),
    Column("person", "责任人", "person", detail=True),
    Column("due", "完成时限", "due"),
    Column("progress", "进展情况", "progress"),
    Column("note", "备注", "note", detail=True),
    Column("id", "编号", "id", detail=True),
]
"""The default columns, in order, and the id by which a filled-in table finds its way back."""

_EMPTY_CELL = {"lead": NOT_STATED, "support": NOT_STATED, "due": NOT_STATED, "target": NO_FIGURE}


@dataclass(slots=True, kw_only=True)
class Row:
    """One task. The module's docstring says what None means in each field."""

    id: str
    """Id of the measure or goal."""
    no: str | None
    """The document's own number, never a count of rows; None where it has none."""
    task: str | None
    """The measure's title or the goal's text; a measure without a title is named by its first clause."""
    action: str | None
    """The measure's words and numbered points; None for a goal and where there are no words."""
    target: str | None
    """Targets in the words of the text."""
    lead: str | None
    """Leading bodies, and those that answer together."""
    support: str | None
    """Supporting bodies."""
    person: str = ""
    """责任人, to be filled in."""
    due: str | None
    """Deadlines in the words of the text."""
    progress: str = ""
    """进展情况, to be filled in."""
    note: str = ""
    """备注, to be filled in."""
    stated: bool
    """Whether the text names a responsible body."""
    answerable: list[str]
    """Names of the bodies that lead or answer together, for grouping."""
    due_date: str | None
    """The earliest day by which something is due, in ISO form."""
    section: str | None
    """Title of the section that holds it, its number first."""


@dataclass(slots=True)
class Group:
    """Rows under one heading; ``title`` is in the document's words or says that nothing is stated."""

    title: str
    rows: list[Row]


def build(plan: Plan, *, with_goals: bool = False) -> list[Row]:
    """One row a measure, in document order; with ``with_goals`` goals have rows of their own where they stand."""
    return [
        _row(node, holder)
        for node, holder in plan.nodes()
        if isinstance(node, Measure) or (with_goals and isinstance(node, Goal))
    ]


def _row(node: Goal | Measure, holder: Section | None) -> Row:
    said = node.responsibility
    dates = sorted(d.date for d in node.due if d.date)
    title = None if holder is None else holder.title
    return Row(
        id=node.id,
        no=node.number,
        task=node.text if isinstance(node, Goal) else node.title or _first_clause(node.text) or title,
        action=None if isinstance(node, Goal) else full_text(node) or None,
        target=targets_words(node) or None,
        lead=lead_words(said) or None,
        support=support_words(said) if said.stated else None,
        due=due_words(node.due) or None,
        stated=said.stated,
        answerable=list(dict.fromkeys(b.name for b in said.bodies if b.role != "support")),
        due_date=dates[0] if dates else None,
        section=None if holder is None else " ".join(filter(None, (holder.number, title))),
    )


def answered_by(rows: Iterable[Row], leads: Iterable[str], aliases: "Aliases") -> list[Row]:
    """The rows that one of these bodies leads or answers for together with others.

    :param leads: names of bodies, or a part of one: 发改委
    :param aliases: which names mean one body
    """
    wanted = list(leads)
    return [row for row in rows if any(aliases.names(w, name) for w in wanted for name in row.answerable)]


def _first_clause(text: str) -> str:
    """The words of a measure without a title up to their first punctuation, which name the task best."""
    return _CLAUSE_END.split(text.strip(), maxsplit=1)[0]


def record(row: Row) -> dict[str, Any]:
    """A row for JSON: the default columns under their English names, then ``id``; None where not stated."""
    return {column.key: getattr(row, column.key) for column in COLUMNS}


def records(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows for JSON, see ``record``."""
    return [record(row) for row in rows]


def table(rows: Iterable[Row]) -> Table:
    """Rows for people: what is not stated is said in words, headings and those words in the language in force."""
    return Table(list(COLUMNS), [[_cell(row, column.key) for column in COLUMNS] for row in rows])


def _cell(row: Row, key: str) -> str:
    value: str | None = getattr(row, key)
    if value is not None:
        return value
    return say(*_EMPTY_CELL[key]) if key in _EMPTY_CELL else ""


def group(rows: Iterable[Row], by: By) -> list[Group]:
    """Rows under headings, what is not stated last.

    - lead: one group a body, in order of first mention; a task that several answer for together is in each one's group
    - section: in document order
    - due: by date, then deadlines without a date (长期推进) in their own words
    - status: by what stands in 进展情况
    """
    groups: dict[str, Group] = {}
    last: list[Row] = []
    rows = list(rows)
    if by == "due":
        rows.sort(key=lambda row: (row.due_date is None, row.due_date or ""))
    for row in rows:
        titles = _TITLES[by](row)
        if not titles:
            last.append(row)
        for title in titles:
            groups.setdefault(title, Group(title, [])).rows.append(row)
    return [*groups.values(), *([Group(say(*_UNGROUPED[by]), last)] if last else [])]


_TITLES: dict[By, Callable[[Row], list[str]]] = {
    "lead": lambda row: row.answerable,
    "section": lambda row: [row.section] if row.section else [],
    "due": lambda row: [row.due_date or row.due or ""] if row.due else [],
    "status": lambda row: [row.progress] if row.progress else [],
}
_UNGROUPED: dict[By, tuple[str, str]] = {
    "lead": NOT_STATED,
    "section": NO_SECTION,
    "due": NOT_STATED,
    "status": NOT_REPORTED,
}
