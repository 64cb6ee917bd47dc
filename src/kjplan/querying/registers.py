"""The register of documents: one entry a document where the plan gives it a short title, else one a mention."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

from kjplan.model import DocumentReference, Measure, Plan, Relation
from kjplan.naming.short_titles import full_titles

_STRENGTH: dict[str, int] = {relation: k for k, relation in enumerate(get_args(Relation))}
"""What is still to come out goes before what is only carried out or cited."""


@dataclass(slots=True)
class Entry:
    """A document of the register."""

    title: str
    """Its title in full."""
    document: DocumentReference
    """The mention that says most of it: what is to come out first, see the order of ``Relation``."""
    measure: Measure
    """The measure of that mention."""
    aliases: list[str] = field(default_factory=list)
    """The short titles by which the plan's measures name it."""
    measures: list[Measure] = field(default_factory=list)
    """Every measure that names it, by either title."""


def register(plan: Plan, chosen: Sequence[tuple[Measure, DocumentReference]] | None = None) -> list[Entry]:
    """Entries in document order; of all mentions of the plan where ``chosen`` is None.

    The short titles of a document are those of the whole plan, whatever was chosen.
    """
    full = full_titles(plan)
    everything = [(measure, document) for measure in plan.measures for document in measure.documents]
    aliases: dict[str, list[str]] = {}
    for _, document in everything:
        if (title := full.get(id(document))) and document.title not in aliases.setdefault(title, []):
            aliases[title].append(document.title)
    by_title: dict[str, Entry] = {}
    found: list[Entry] = []
    for measure, document in everything if chosen is None else chosen:
        title = full.get(id(document), document.title)
        entry = by_title.get(title) if title in aliases else None
        if entry is None:
            entry = by_title[title] = Entry(title, document, measure, aliases.get(title, []))
            found.append(entry)
        elif _STRENGTH[document.relation] < _STRENGTH[entry.document.relation]:
            entry.document, entry.measure = document, measure
        if not any(measure is known for known in entry.measures):
            entry.measures.append(measure)
    return found
