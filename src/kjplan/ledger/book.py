"""A ledger laid beside a plan: what holds now for each task, and what could not be placed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Literal

from kjplan.ledger.bodies import names_in
from kjplan.ledger.entries import Assignment, Entry, Ledger, Progress, Task
from kjplan.ledger.placing import Placed, find_target, place
from kjplan.model import Goal, Measure, Plan, Section, Target
from kjplan.naming import Aliases, load_aliases
from kjplan.storage.corrections.places import bare

Reason = Literal["task", "target", "part"]
"""What is no longer in the plan: the whole task, the target an entry is for, or the words of a part."""


@dataclass(frozen=True, slots=True)
class Said:
    """An entry with the target it was found to be for."""

    entry: Entry
    target: Target | None


@dataclass(frozen=True, slots=True)
class Lost:
    """An entry that nothing in the plan answers to; ``entry`` is None for a task that was never entered for."""

    task: Task
    entry: Entry | None
    reason: Reason
    node: Goal | Measure | None
    """The goal or measure of its task, where that is still there."""


@dataclass(slots=True)
class Standing:
    """What was entered for one goal or measure, in the order that counts."""

    node: Goal | Measure
    section: Section | None
    assigned: list[Said] = field(default_factory=list)
    """As entered."""
    progress: list[Said] = field(default_factory=list)
    """By date; of one day as entered."""

    def value(self, name: str, target: Target | None = None) -> str | Decimal | None:
        """What is assigned now under a name of ``ASSIGNED``; for a target what was said for it, else for its task."""
        own = self._last(name, target)
        return own if own is not None or target is None else self._last(name, None)

    def words(self, name: str, target: Target | None = None) -> str | None:
        """The same for what is words."""
        value = self.value(name, target)
        return None if value is None else str(value)

    def own_words(self, name: str, target: Target) -> str | None:
        """The same, only what was said for the target itself."""
        value = self._last(name, target)
        return None if value is None else str(value)

    def baseline(self, target: Target) -> Decimal | None:
        """The start value of a target; one said for the whole task counts where it has one target only."""
        value = self._last("baseline", target)
        if value is None and len(self.node.targets) == 1:
            value = self._last("baseline", None)
        return value if isinstance(value, Decimal) else None

    def _last(self, name: str, target: Target | None) -> str | Decimal | None:
        for said in reversed(self.assigned):
            entry = said.entry
            if isinstance(entry, Assignment) and said.target is target and entry.part is None and name in entry.given:
                return entry.given[name]
        return None

    def parts(self) -> list[Assignment]:
        """What was assigned for parts of it."""
        return [s.entry for s in self.assigned if isinstance(s.entry, Assignment) and s.entry.part is not None]

    def reports(self, target: Target | None = None, *, until: date | None = None) -> list[Progress]:
        """What was reported for a target, oldest first; without one, for the task as a whole.

        A report of a number for a task that has one target is one for that target.

        :param until: the last day that counts
        """
        return [
            said.entry
            for said in self.progress
            if isinstance(said.entry, Progress)
            and said.entry.part is None
            and said.target is target
            and (until is None or said.entry.date <= until)
        ]


class Book:
    """A plan with its ledger.

    :param names: what bodies are called in the plan; None for kjplan's table and the ``aliases.yaml`` beside the ledger
    """

    def __init__(self, plan: Plan, ledger: Ledger, names: Aliases | None = None) -> None:
        self.plan = plan
        self.ledger = ledger
        self._given_names = names
        self.placed: list[Placed] = place(plan, ledger.tasks)
        self.lost: list[Lost] = []
        self.standings: dict[str, Standing] = {
            node.id: Standing(node, holder) for node, holder in plan.nodes() if not isinstance(node, Section)
        }
        for found in self.placed:
            self._take(found)
        for standing in self.standings.values():
            standing.progress.sort(key=_day)

    def __iter__(self) -> Iterator[Standing]:
        return iter(self.standings.values())

    @property
    def alike(self) -> list[Placed]:
        """Tasks that were placed by likeness, and that somebody should look at."""
        return [found for found in self.placed if found.how == "alike"]

    def task_of(self, node: Goal | Measure) -> Task | None:
        """The task in the file that is a goal or measure; the first, where several are."""
        return next((found.task for found in self.placed if found.node is node), None)

    def called(self, name: str) -> str:
        """The one name to show for a body: what the ledger's aliases say, else as the plan or the ledger first writes it."""
        own = self.ledger.canonical(name)
        return self._shown.get(self._names.canonical(own), own)

    @cached_property
    def _names(self) -> Aliases:
        if self._given_names is not None:
            return self._given_names
        return load_aliases(Path(self.ledger.where).parent).at(self.plan.issuer)

    @cached_property
    def _shown(self) -> dict[str, str]:
        """By the name that the tables know a body by, the one that it is shown by."""
        shown: dict[str, str] = {}
        for name in self._spoken():
            shown.setdefault(self._names.canonical(name), name)
        return shown

    def _spoken(self) -> Iterator[str]:
        """Names in the order in which they are to be shown: the ledger's aliases, the plan's bodies, the ledger's."""
        yield from (alias.name for alias in self.ledger.aliases)
        yield from (body.name for standing in self for body in standing.node.responsibility.bodies)
        for task in self.ledger.tasks:
            for entry in task.assigned:
                words = (entry.given.get("lead"), entry.given.get("support"))
                yield from (self.ledger.canonical(name) for w in words if w for name in names_in(str(w)))

    def _take(self, found: Placed) -> None:
        node = found.node
        if node is None:
            entries: list[Entry | None] = [*found.task.entries]
            self.lost += [Lost(found.task, entry, "task", None) for entry in entries or [None]]
            return
        standing = self.standings[node.id]
        for entry in found.task.entries:
            target = None
            if entry.target is not None:
                target = find_target(node, entry.target)
                if target is None:
                    self.lost.append(Lost(found.task, entry, "target", node))
                    continue
            elif isinstance(entry, Progress) and entry.part is None and (entry.value, entry.percent) != (None, None):
                if len(node.targets) == 1:
                    target = node.targets[0]
                elif node.targets and entry.value is not None:  # a number of which of them?
                    self.lost.append(Lost(found.task, entry, "target", node))
                    continue
            if entry.part is not None and not has_part(node, entry.part):
                self.lost.append(Lost(found.task, entry, "part", node))
                continue
            said = Said(entry, target)
            (standing.assigned if isinstance(entry, Assignment) else standing.progress).append(said)


def _day(said: Said) -> date:
    assert isinstance(said.entry, Progress)
    return said.entry.date


def has_part(node: Goal | Measure, words: str) -> bool:
    """Whether some words stand in a goal or measure, blanks and marks between phrases aside."""
    items = [] if isinstance(node, Goal) else [(i.title or "") + i.text for i in node.items]
    title = None if isinstance(node, Goal) else node.title
    return bare(words) in bare("\n".join([title or "", node.text, *items]))
