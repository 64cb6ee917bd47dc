"""The model as plain dicts and back, without pydantic: this runs for every query.

A plan of 57 KB takes about a millisecond each way. The tables say what the type hints of the model say; a test holds
them against each other.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from kjplan.model import (
    AreaTask,
    Attachment,
    BodyMention,
    Deadline,
    Diagnostic,
    Document,
    DocumentReference,
    Furniture,
    Goal,
    Item,
    Measure,
    Notice,
    Paragraph,
    Plan,
    Responsibility,
    ResponsibleBody,
    Section,
    Source,
    Target,
    Term,
    VagueQuantity,
)

T = TypeVar("T")

NODES: dict[str, type] = {"section": Section, "goal": Goal, "measure": Measure}
"""The classes that share a list, by their ``kind``."""

OBJECTS: dict[type, dict[str, type]] = {
    Plan: {"document": Document, "notice": Notice},
    Document: {"source": Source},
    Goal: {"responsibility": Responsibility},
    Measure: {"responsibility": Responsibility},
}
"""Fields that hold one object, and its class."""

LISTS: dict[type, dict[str, type | None]] = {
    Plan: {
        "preamble": Paragraph,
        "parts": None,
        "closing": Paragraph,
        "attachments": Attachment,
        "furniture": Furniture,
        "diagnostics": Diagnostic,
    },
    Attachment: {"text": Paragraph, "parts": None},
    Section: {"text": Paragraph, "children": None},
    Goal: {"targets": Target, "vague": VagueQuantity, "due": Deadline},
    Measure: {
        "items": Item,
        "targets": Target,
        "vague": VagueQuantity,
        "due": Deadline,
        "documents": DocumentReference,
        "terms": Term,
        "bodies": BodyMention,
        "area_tasks": AreaTask,
    },
    Responsibility: {"bodies": ResponsibleBody},
}
"""Fields that hold a list of objects, and their class; None where ``kind`` says which of NODES each is."""

SPANS = ("span", "title_span")
"""Fields that are a tuple in the model and a list in a dict."""

NUMBERS = ("value", "value_max", "base_value")
"""Fields that are a Decimal."""

CLASSES: tuple[type, ...] = (
    *dict.fromkeys([*OBJECTS, *LISTS]),
    *(AreaTask, BodyMention, Deadline, Diagnostic, DocumentReference, Furniture, Item, Notice, Paragraph),
    *(ResponsibleBody, Source, Target, Term, VagueQuantity),
)
"""Every class of the model."""


def to_dict(obj: Any, *, keep_empty: bool) -> dict[str, Any]:
    """An object of the model as a dict, keys in the model's order; Decimals stay Decimals, spans become lists.

    :param keep_empty: True gives every key (the stable shape of JSON). False leaves out what is empty and what reading
        puts back: None, "" and [] where that is the field's default. ``stated: false`` stays: that is something said.
    """
    out = entries(obj, keep_empty=keep_empty)
    for name, value in out.items():
        if type(value) is list:
            out[name] = [to_dict(v, keep_empty=keep_empty) if type(v) in _EMPTY else v for v in value]
        elif type(value) is tuple:
            out[name] = list(value)
        elif type(value) in _EMPTY:
            out[name] = to_dict(value, keep_empty=keep_empty)
    return out


def entries(obj: Any, *, keep_empty: bool) -> dict[str, Any]:
    """The fields of one object of the model, the objects in them as they are: what writes a large plan bit by bit asks
    for one object at a time.

    :param keep_empty: see :func:`to_dict`
    """
    out: dict[str, Any] = {}
    for name, empty in _EMPTY[type(obj)]:
        value = getattr(obj, name)
        if keep_empty or value != empty:
            out[name] = value
    return out


def is_object(value: Any) -> bool:
    """Whether a value is an object of the model, and no list, string, number, span or None."""
    return type(value) in _EMPTY


def from_dict(cls: type[T], data: Mapping[str, Any]) -> T:
    """An object of the model from a dict as :func:`to_dict` gives it, either way; missing keys get their defaults.

    Nothing is validated here; numbers may also be given as ints or as their words ("2.60").
    """
    readers = _READERS[cls]
    values = dict(data)
    for name in values.keys() & readers.keys():
        if values[name] is not None:
            values[name] = readers[name](values[name])
    return cls(**values)


def _node(data: Mapping[str, Any]) -> Any:
    return from_dict(NODES[data["kind"]], data)


def _list_of(read: Callable[[Any], Any]) -> Callable[[Iterable[Any]], list[Any]]:
    return lambda values: [read(v) for v in values]


def _readers(cls: type) -> dict[str, Callable[[Any], Any]]:
    """What turns the values of a class's fields back into those of the model, where they differ."""
    readers: dict[str, Callable[[Any], Any]] = {n: partial(from_dict, c) for n, c in OBJECTS.get(cls, {}).items()}
    for name, child in LISTS.get(cls, {}).items():
        readers[name] = _list_of(partial(from_dict, child) if child else _node)
    names = [f.name for f in fields(cls)]
    return readers | {n: tuple for n in SPANS if n in names} | {n: Decimal for n in NUMBERS if n in names}


def _empty(field: Field[Any]) -> Any:
    """The value of a field that need not be written: its default, where that is None, "" or []."""
    default = [] if field.default_factory is list else field.default
    return default if default is None or default in ("", []) else MISSING


_READERS = {cls: _readers(cls) for cls in CLASSES}
_EMPTY = {cls: [(f.name, _empty(f)) for f in fields(cls)] for cls in CLASSES}
