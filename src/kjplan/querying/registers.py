"""The register of documents: one entry a document where the plan gives it a short title, else one a mention."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

from kjplan.model import Deadline, DocumentReference, Measure, Plan, Relation
from kjplan.naming.short_titles import full_titles
from kjplan.querying.wording import full_text

_STRENGTH: dict[str, int] = {relation: k for k, relation in enumerate(get_args(Relation))}
"""What is still to come out goes before what is only carried out or cited."""


_SENTENCES = re.compile(r"[。！？；!?;\n]")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")


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

    @property
    def due(self) -> list[Deadline]:
        """By when it is to come out: the deadlines of the sentence that names it, else those of its measure that belong to no
        other sentence (（市科技局负责，6月底前完成）); all where it is the measure's title that names it."""
        deadlines = self.measure.due
        if not deadlines:
            return []
        sentences = [self.measure.title or "", *_SENTENCES.split(_ASIDE.sub("", full_text(self.measure)))]
        own = [sentence for sentence in sentences if self.document.title in sentence]
        found = [due for due in deadlines if any(due.text in sentence for sentence in own)]
        if not found and (not own or own[0] is sentences[0]):
            return deadlines
        return found or [due for due in deadlines if not any(due.text in sentence for sentence in sentences)]


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
