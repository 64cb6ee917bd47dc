"""One correction, and which fields of which objects may be corrected."""

from dataclasses import Field, dataclass, fields
from typing import Any, Literal

from kjplan.model import Document, Goal, Measure, Notice, Plan, Responsibility, Section, Source, Target
from kjplan.storage.codec import LISTS
from kjplan.storage.draft import Mark

Change = Literal["set", "add", "drop"]

WHOLE: dict[str, type] = {"document": Document, "plan": Plan, "notice": Notice}
"""What has no id of its own and goes by a word."""

PREFIXES: dict[str, type] = {"S": Section, "G": Goal, "M": Measure}
"""What the ids of nodes begin with; those of an attachment have A1. before it."""

_FIXED = {
    *("kind", "id", "span", "title_span", "schema_version"),
    *("document", "notice", "parts", "children", "preamble", "closing", "attachments"),
    *("furniture", "diagnostics", "source", "inferred"),
}
"""Fields that are no reading of a word: what the tree is, where it stands, and what the parser says about itself."""

_INNER: dict[str, tuple[type, tuple[str, ...]]] = {
    "responsibility": (Responsibility, ("stated", "bodies", "quote")),
    "source": (Source, ("url",)),
}
"""Objects inside of an object, and their fields that may be corrected by themselves: ``responsibility.bodies``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An entry of a file of corrections, validated by itself."""

    id: str
    """The node or target it was written for, as the plan called it then; or document, plan, notice."""
    kind: type
    """The class of that object."""
    field: str
    """The field that is wrong; an inner one with a dot."""
    was: str
    """What it stands on: the value that is wrong, or words of the notice."""
    change: Change
    """Whether the value takes the place of what is there, or is one element more or less of a list."""
    value: Any
    """The right value, as the model has it; for ``drop`` the words or fields that tell the element."""
    raw: Any
    """The value as it was written."""
    why: str | None = None
    who: str | None = None
    date: str | None = None
    mark: Mark | None = None
    """Line and column in the file of corrections."""


def correctable(kind: type) -> dict[str, Field[Any]]:
    """The fields of a class that may be corrected, inner ones by their dotted names."""
    found = {f.name: f for f in fields(kind) if f.name not in _FIXED}
    for outer, (inner, names) in _INNER.items():
        if any(f.name == outer for f in fields(kind)):
            found |= {f"{outer}.{f.name}": f for f in fields(inner) if f.name in names}
    return found


def holds_list(field: "Field[Any]") -> bool:
    """Whether a field is a list, so that one element may be added or dropped."""
    return field.default_factory is list


def element_of(kind: type, name: str) -> type | None:
    """The class of the elements of a list field; None where they are words."""
    outer, _, inner = name.rpartition(".")
    return LISTS.get(_INNER[outer][0] if outer else kind, {}).get(inner)


def holds_words(field: "Field[Any]") -> bool:
    """Whether a field is free text, so that two objects hardly have the same value by chance."""
    return field.type in (str, str | None)


def kinds_of(id: str) -> tuple[type, ...]:
    """What an id may mean: M2.1 is the first target of M2, or a measure numbered 1 under section 2."""
    if id in WHOLE:
        return (WHOLE[id],)
    bare = id
    if id[:1] == "A" and "." in id:
        number, _, bare = id[1:].partition(".")
        bare = bare if number.isdigit() else ""
    node = PREFIXES.get(bare[:1])
    if node is None or len(bare) == 1:
        return ()
    return (node, Target) if node is not Section and "." in bare else (node,)
