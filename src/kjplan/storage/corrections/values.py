"""A field of an object: what it holds, whether that is right, and how it is set right."""

from collections.abc import Iterable
from copy import deepcopy
from decimal import Decimal
from typing import Any

from kjplan.model import Goal, Measure, Plan, Responsibility, Target
from kjplan.reading.text import fold
from kjplan.storage.codec import CLASSES, SPANS, to_dict
from kjplan.storage.corrections.entry import Change, Correction

_NAMES = ("id", "name", "title", "text", "indicator", "quote", "task", "number")
"""Fields by which a person names an element of a list."""

_SHOWN = 40
"""Characters of a value that a message shows."""


def value_of(item: Any, field: str) -> Any:
    """What a field holds, an inner one by its dotted name."""
    for name in field.split("."):
        item = getattr(item, name)
    return item


def holds(item: Any, correction: Correction) -> bool:
    """Whether the field is as the correction wants it; where elements stand and what they are called counts nothing."""
    present = value_of(item, correction.field)
    if correction.change == "set":
        return bool(_bare(present) == _bare(correction.value))
    if correction.change == "drop":
        return not any(_is_meant(element, correction.value) for element in present)
    return any(_bare(element) == _bare(correction.value) for element in present)


def set_right(item: Any, correction: Correction) -> None:
    """Set the field right; elements of a list that stay keep their ids and places."""
    *outer, name = correction.field.split(".")
    holder = value_of(item, ".".join(outer)) if outer else item
    value: Any = deepcopy(correction.value)
    if correction.change != "set" or isinstance(value, list):
        value = _new_list(getattr(holder, name), correction.change, value)
    setattr(holder, name, value)


def _new_list(present: list[Any], change: Change, value: Any) -> list[Any]:
    if change == "drop":
        return [element for element in present if not _is_meant(element, value)]
    if change == "add":
        return [*present, value]
    left, kept = list(present), []
    for element in value:
        same = next((old for old in left if _bare(old) == _bare(element)), None)
        if same is not None:
            left = [old for old in left if old is not same]
        kept.append(element if same is None else same)
    return kept


def settle(touched: Iterable[tuple[Any, Correction]], plan: Plan) -> None:
    """Set right what follows from corrected fields, where that was not corrected itself.

    :param touched: objects and what was corrected in them
    """
    touched = list(touched)
    fields = {(id(item), correction.field) for item, correction in touched}
    for item, correction in touched:
        if isinstance(item, Target):
            if {(id(item), "base_value"), (id(item), "base_unit")}.isdisjoint(fields):
                _rebase(item)
        elif isinstance(item, Goal | Measure) and correction.field == "targets":
            _name_targets(item)
        elif correction.field == "responsibility.bodies" and (id(item), "responsibility.stated") not in fields:
            responsibility: Responsibility = item.responsibility
            responsibility.stated = bool(responsibility.bodies)
        elif correction.field in plan.document.inferred and (item is plan or item is plan.document):
            plan.document.inferred.remove(correction.field)  # what a person has read is not inferred any more


def _rebase(target: Target) -> None:
    """The value in the base unit, from value and unit."""
    from kjplan.extraction.figures.units import base_of

    target.base_value = target.base_unit = None
    if target.value is not None and target.unit:
        target.base_value, target.base_unit = base_of(target.value, target.unit)


def _name_targets(owner: Goal | Measure) -> None:
    """Ids for targets that have none, from the first number that is free; a person need not work out base values."""
    taken = {target.id for target in owner.targets}
    number = 0
    for target in owner.targets:
        if target.id:
            continue
        while (name := f"{owner.id}.{(number := number + 1)}") in taken:
            pass
        target.id = name
        if target.base_value is None and target.base_unit is None:
            _rebase(target)


def brief(value: Any) -> str:
    """A value as a message shows it, in no language: “words”, 2.6, true, 甲、乙; – for nothing."""
    if value is None or value == []:
        return "–"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, str):
        return f"“{value[:_SHOWN]}…”" if len(value) > _SHOWN else f"“{value}”"
    if isinstance(value, list):
        return "、".join(brief(element) for element in value)
    if type(value) is Responsibility:
        return brief(value.bodies)
    if type(value) in CLASSES:
        value = to_dict(value, keep_empty=False)
    if isinstance(value, dict):
        names = [value[name] for name in _NAMES if name != "id" and value.get(name)]
        return brief(str(names[0])) if names else "、".join(f"{key}: {brief(v)}" for key, v in value.items())
    return str(value)


def _bare(value: Any) -> Any:
    """A value without ids, places and base values, as people do not write these."""
    if isinstance(value, list):
        return [_bare(element) for element in value]
    if type(value) in CLASSES:
        value = to_dict(value, keep_empty=False)
    if isinstance(value, dict):
        left_out = (*SPANS, "id", "base_value", "base_unit")
        return {key: _bare(v) for key, v in value.items() if key not in left_out}
    return value


def _is_meant(element: Any, told: Any) -> bool:
    """Whether an element of a list is the one that words, or some of its fields, tell."""
    if isinstance(told, dict):
        data = to_dict(element, keep_empty=True)
        return all(data[key] == value for key, value in told.items())
    if isinstance(element, str):
        return fold(element).strip() == fold(told).strip()
    return any(getattr(element, n, None) is not None and fold(getattr(element, n)) == fold(told) for n in _NAMES)
