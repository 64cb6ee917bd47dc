"""New entries from a command line or a table: which task they are for, checked against the plan, written under a lock."""

import re
from dataclasses import dataclass
from datetime import date as Day
from decimal import Decimal
from pathlib import Path
from typing import Any

from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.ledger.book import Book
from kjplan.ledger.files import change
from kjplan.ledger.placing import target_name
from kjplan.ledger.reading import read_ledger
from kjplan.ledger.units import fitting
from kjplan.ledger.writing import Data, new_task, number, with_entries
from kjplan.model import Goal, Measure, Plan, Target
from kjplan.querying.ids import unknown_id

_FIGURE = re.compile(r"\s*(-?[0-9]+(?:\.[0-9]+)?)\s*(\S*)\s*")
TAKEN_BACK = "-"
"""What takes an assignment back on a command line."""


@dataclass(frozen=True, slots=True)
class Place:
    """What an entry is for: a goal or measure, and one of its targets or none."""

    node: Goal | Measure
    target: Target | None


def assignment(given: dict[str, str], day: Day, part: str | None = None, who: str | None = None) -> Data:
    """The keys of an assignment.

    :param given: fields of ``ASSIGNED`` in words; ``-`` takes one back
    :raises KjplanError: there are none, or a start value is no number
    """
    if not given:
        raise KjplanError(
            say("没有写明分派什么", "nothing is assigned"), tip="--lead --support --person --due --baseline"
        )
    values: Data = {name: None if words in (TAKEN_BACK, "") else words for name, words in given.items()}
    if values.get("baseline") is not None:
        values["baseline"] = number(_figure(values["baseline"])[0])
    return {"date": day.isoformat(), **_named(part=part), **values, **_named(who=who)}


def progress(
    value: str | None,
    percent: str | None,
    words: str | None,
    evidence: str | None,
    day: Day,
    part: str | None = None,
    who: str | None = None,
) -> Data:
    """The keys of a report; ``unit`` is what stands after the number.

    :raises KjplanError: nothing is reported, a number is none, or both value and percent are given
    """
    if value is not None and percent is not None:
        raise KjplanError(say("--value 和 --percent 只用一项", "give --value or --percent, not both"))
    if not any((value, percent, words, evidence)):
        tip = "--value --percent --words --evidence"
        raise KjplanError(say("没有写明进展", "nothing is reported"), tip=tip)
    entry: Data = {"date": day.isoformat(), **_named(part=part)}
    if value is not None:
        figure, unit = _figure(value)
        entry |= {"value": number(figure)} | _named(unit=unit)
    if percent is not None:
        entry["percent"] = number(_figure(percent.rstrip("%％"))[0])
    return entry | _named(words=words, evidence=evidence, who=who)


def _named(**values: str | None) -> Data:
    return {name: value for name, value in values.items() if value}


def _figure(words: str) -> tuple[Decimal, str]:
    """A number and what stands after it.

    :raises KjplanError: it does not begin with a number
    """
    found = _FIGURE.fullmatch(words)
    if found is None:
        raise KjplanError(say("不是数字", "no number"), words, say("例如 480、210亿元", "such as 480 or 210亿元"))
    return Decimal(found[1]), found[2]


def find_place(plan: Plan, id: str) -> Place:
    """What an id of the plan names: M11, G4, or a target: M11.1.

    :raises KjplanError: there is none of that id; those that are near are named
    """
    nodes: list[Goal | Measure] = [*plan.goals, *plan.measures]
    for node in nodes:
        if node.id == id:
            return Place(node, None)
    for node in nodes:
        for target in node.targets:
            if target.id == id:
                return Place(node, target)
    raise unknown_id(id, [node.id for node in nodes] + [target.id for target in plan.targets])


def enter(path: Path, plan: Plan, id: str, kind: str, entry: Data) -> tuple[Book, Place]:
    """Put an entry into a ledger.

    :param path: the ledger
    :param id: what it is for
    :param kind: assigned or progress
    :returns: the ledger as it was, beside the plan, and what the entry is for
    :raises KjplanError: no such id, or the entry does not fit what it names
    :raises OutputError: it cannot be written
    """
    place = find_place(plan, id)
    entry = fitted(place, entry)
    before: list[Book] = []

    def edit(text: str) -> str:
        book = Book(plan, read_ledger(text, str(path)))
        before.append(book)
        return with_entries(text, str(path), [(task_for(book, place.node), kind, entry)])

    change(path, edit)
    return before[-1], place


def task_for(book: Book, node: Goal | Measure) -> int | Data:
    """The place of a task in the ledger's list; the keys of a new task where the ledger has none for it."""
    task = book.task_of(node)
    return new_task(node) if task is None else task.at


def fitted(place: Place, entry: Data) -> Data:
    """An entry with the words of its target, checked against what it is for.

    :raises KjplanError: a number that could be of several targets, a unit that is not the target's, a part that is not there
    """
    target = place.target
    numbered = entry.get("value") is not None or entry.get("baseline") is not None
    if target is None and numbered and entry.get("part") is None:
        if len(place.node.targets) > 1:
            tip = "; ".join(f"{t.id} {t.indicator}" for t in place.node.targets)
            what = say("这里有几项指标，请写明是哪一项", "it has several targets: name the one that is meant")
            raise KjplanError(what, place.node.id, tip)
        target = next(iter(place.node.targets), None)
    if entry.get("part") is not None:
        from kjplan.ledger.book import has_part

        if not has_part(place.node, entry["part"]):
            raise KjplanError(
                say("原文没有这些字句", "these words do not stand there"), f"{place.node.id}: {entry['part']}"
            )
    if target is not None and (unit := entry.get("unit")):
        fitting(Decimal(entry["value"]), unit, target)
        if unit == target.unit:
            entry = {key: value for key, value in entry.items() if key != "unit"}
    head = {"date": entry["date"]}
    named: dict[str, Any] = {"target": target_name(place.node, target)} if target is not None else {}
    return head | named | {key: value for key, value in entry.items() if key != "date"}
