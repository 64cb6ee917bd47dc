"""A plan's task table: 序号 工作任务 具体举措 目标值 牵头单位 配合单位 责任人 完成时限 进展情况 备注.

These are the columns of published tables of real offices; 目标值 is kjplan's own, as no published table has it.

What the text does not state is ``None`` in a row and in JSON, so that a script can tell it from a body of that name; a
table for people says 未明确 / not stated, as a blank would read as done:

- ``lead``: bodies that lead; several that answer together stand as ``A、B（共同负责）``, never as lead and helpers
- ``support``: None only where no responsibility is stated at all; "" where others answer and nobody is named to help
- ``due``: the deadline in the words of the text
- ``target``: None where there is no figure; a table says 无量化指标 / no figure
- ``person``, ``progress``, ``note``: for people to fill in, "" until a ledger says something (``checklists.assigned``)
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from kjplan.checklists.profiles import NOT_STATED, By
from kjplan.language import say
from kjplan.model import Goal, Measure, Plan, Responsibility, Section, Target
from kjplan.querying.wording import due_words, full_text, lead_words, support_words, target_words, targets_words

if TYPE_CHECKING:
    from kjplan.naming import Aliases

_CLAUSE_END = re.compile(r"[，。；：,;:\n]")
Origin = Literal["stated", "assigned"]
"""Whether the words of a cell are the plan's or the ledger's."""

NOT_REPORTED = ("未填报", "not reported")
"""The group of tasks whose progress nobody has filled in."""
NO_SECTION = ("未分部分", "no section")
"""The group of tasks that stand directly in the plan."""

KEYS = ("no", "task", "action", "target", "lead", "support", "person", "due", "progress", "note", "id")
"""What a row has in JSON, in order, whatever the table for people is like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """The plan of a row, in a table of several plans."""

    name: str
    """What the plan was called on the command line."""
    title: str
    """Its title, or its name where it has none."""
    year: int | None
    issuer: str | None
    key: str
    """What tells it from others: issuer and year, or title."""


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
    target_id: str | None = None
    """Id of the one target that the row is for; None for the whole task."""
    status: str | None = None
    """Where it stands by what was reported, in the language in force; None where nothing was."""
    origin: dict[str, Origin] | None = None
    """With a ledger: of each cell that says something, whether the plan states it or the ledger assigns it."""
    overridden: dict[str, str] = field(default_factory=dict)
    """What the plan states in cells where the ledger says something else."""
    whose: Whose | None = None
    """Its plan, where the table has the tasks of several."""

    @property
    def plan(self) -> str | None:
        """The title of its plan, where the table has the tasks of several."""
        return None if self.whose is None else self.whose.title

    @property
    def key(self) -> str:
        """The id by which a filled-in table finds its way back: of the one target that the row is for, else ``id``."""
        return self.target_id or self.id


@dataclass(slots=True)
class Group:
    """Rows under one heading; ``title`` is in the document's words or says that nothing is stated."""

    title: str
    rows: list[Row]


def build(plan: Plan, *, with_goals: bool = False, split_targets: bool = False, first_leads: bool = False) -> list[Row]:
    """One row a measure, in document order.

    :param with_goals: goals have rows of their own where they stand
    :param split_targets: a task with several targets has a row for each, all under its own number
    :param first_leads: where a bare list of bodies answers, take the first to lead and the others to support it, as
        some offices do; else they stand together
    """
    return [
        row
        for node, holder in plan.nodes()
        if isinstance(node, Measure) or (with_goals and isinstance(node, Goal))
        for row in _rows(node, holder, split_targets, first_leads)
    ]


def _rows(node: Goal | Measure, holder: Section | None, split_targets: bool, first_leads: bool) -> list[Row]:
    row = _row(node, holder, first_leads)
    if not split_targets or len(node.targets) < 2:
        return [row]
    return [_row_of(row, target) for target in node.targets]


def _row_of(row: Row, target: Target) -> Row:
    """The row of one target: its id and words; its own date, where the text ties one to it."""
    return replace(row, target_id=target.id, target=target_words(target), due_date=target.due or row.due_date)


def _row(node: Goal | Measure, holder: Section | None, first_leads: bool) -> Row:
    said = _led_by_first(node.responsibility) if first_leads else node.responsibility
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


def _led_by_first(said: Responsibility) -> Responsibility:
    """A bare list of bodies with the first as its lead; what names a lead, or one body only, stays as it is."""
    if len(said.bodies) < 2 or any(body.role != "joint" for body in said.bodies):
        return said
    first, *others = said.bodies
    return replace(said, bodies=[replace(first, role="lead"), *(replace(body, role="support") for body in others)])


def led_by(rows: Iterable[Row], names: Iterable[str], aliases: "Aliases | None" = None) -> list[Row]:
    """The rows for which one of some bodies leads or answers with others; all rows where no body is named.

    :param names: words in the name of a body, compared folded: 科技局 finds 市科技局
    :param aliases: which names mean one body: 发改委 then finds 市发展和改革委员会
    """
    from kjplan.reading.text import fold

    wanted = [fold(name).strip().casefold() for name in names]

    def named(word: str, body: str) -> bool:
        return word in fold(body).casefold() or (aliases is not None and aliases.names(word, body))

    return [row for row in rows if not wanted or any(named(word, body) for word in wanted for body in row.answerable)]


def _first_clause(text: str) -> str:
    """The words of a measure without a title up to their first punctuation, which name the task best."""
    return _CLAUSE_END.split(text.strip(), maxsplit=1)[0]


def record(row: Row) -> dict[str, Any]:
    """A row for JSON: the default columns under their English names, then ``id``; None where not stated.

    With a ledger also ``status``, ``origin`` (stated or assigned, by cell) and ``overridden``, see ``Row``; of several
    plans ``plan`` (its name), ``year`` and ``issuer`` first.
    """
    whose = row.whose
    found: dict[str, Any] = {} if whose is None else {"plan": whose.name, "year": whose.year, "issuer": whose.issuer}
    found |= {key: getattr(row, "key" if key == "id" else key) for key in KEYS}
    if row.origin is not None:
        found |= {"status": row.status, "origin": row.origin, "overridden": row.overridden}
    return found


def records(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows for JSON, see ``record``."""
    return [record(row) for row in rows]


def group(rows: Iterable[Row], by: By, not_stated: tuple[str, str] = NOT_STATED) -> list[Group]:
    """Rows under headings, what is not stated last, under the words that a profile has for it.

    - lead: one group a body, in order of first mention; a task that several answer for together is in each one's group
    - section: in document order; of several plans each under its plan's title
    - due: by date, then deadlines without a date (长期推进) in their own words
    - status: by where it stands, else by what stands in 进展情况
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
    return [*groups.values(), *([Group(say(*_UNGROUPED.get(by, not_stated)), last)] if last else [])]


_TITLES: dict[By, Callable[[Row], list[str]]] = {
    "lead": lambda row: row.answerable,
    "section": lambda row: [f"{row.plan or ''} {row.section}".lstrip()] if row.section else [],
    "due": lambda row: [row.due_date or row.due or ""] if row.due else [],
    "status": lambda row: [row.status or row.progress] if row.status or row.progress else [],
}
_UNGROUPED: dict[By, tuple[str, str]] = {
    "section": NO_SECTION,
    "status": NOT_REPORTED,
}
