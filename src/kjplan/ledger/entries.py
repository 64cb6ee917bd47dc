"""What a ledger holds, as it stands in its file: tasks with dated entries, oldest first, and names of units."""

from dataclasses import dataclass, field
from datetime import date as Day
from decimal import Decimal

from kjplan.storage.draft import Mark

LEDGER_VERSION = 1

ASSIGNED = ("lead", "support", "person", "due", "baseline", "note")
"""What can be assigned. Of each the last entry that names it counts; ``null`` takes it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who answers, by when, from what start value: for a task, one of its targets, or a part of it."""

    given: dict[str, str | Decimal | None]
    """The fields of ``ASSIGNED`` that the entry names; None takes back what an earlier one said. ``baseline`` is a Decimal."""
    date: Day | None = None
    """When it was decided."""
    target: str | None = None
    """The target it is for, by its indicator or its quoted words; None for the whole task."""
    part: str | None = None
    """Words of the task that it is for, where it is for a part."""
    who: str | None = None
    """Who says so."""
    mark: Mark | None = None
    """Line and column in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a task, one of its targets or a part of it had come by a day, counted from the start of the year."""

    date: Day
    """The day it was so."""
    value: Decimal | None = None
    """How much of the target, in its unit or in ``unit``; in sum since the year began, or the level that day."""
    unit: str | None = None
    """The unit of ``value``, where it is not the target's."""
    percent: Decimal | None = None
    """How much of it, in percent; 100 is done."""
    words: str | None = None
    """What was done."""
    evidence: str | None = None
    """What shows it: a document number, a file, an address."""
    target: str | None = None
    """As in ``Assignment``."""
    part: str | None = None
    """As in ``Assignment``."""
    who: str | None = None
    """Who reports it."""
    mark: Mark | None = None
    """Line and column in the file."""


Entry = Assignment | Progress


@dataclass(slots=True, kw_only=True)
class Task:
    """A goal or measure of the plan, known by its words, with what was entered for it."""

    id: str
    """Its id in the plan when it was entered; it helps while the words are there, and never decides against them."""
    was: str
    """Its title, or the first words of one without: what it is known by."""
    text: str | None = None
    """How its text begins, for when the title changes."""
    assigned: list[Assignment] = field(default_factory=list)
    """Oldest first."""
    progress: list[Progress] = field(default_factory=list)
    """As entered; what counts goes by date, and of one day the last."""
    at: int = 0
    """Its place in the file's list of tasks."""
    mark: Mark | None = None
    """Line and column in the file."""

    @property
    def entries(self) -> list[Entry]:
        """Everything that was entered."""
        return [*self.assigned, *self.progress]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One unit under several names: renamed in the year, abbreviated in reports."""

    name: str
    """The name to show."""
    also: tuple[str, ...]
    """Other names of it."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """A ledger as it was read."""

    where: str
    """The file's name."""
    plan: str | None = None
    """The file of the plan it belongs to."""
    aliases: list[Alias] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)

    def canonical(self, name: str) -> str:
        """The name to show for a unit; a name that no alias knows is its own."""
        return next((alias.name for alias in self.aliases if name in alias.also), name)
