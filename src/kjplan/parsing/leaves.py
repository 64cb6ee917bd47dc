"""The partition of a notice: every non-blank character in exactly one leaf."""

from collections.abc import Iterable
from dataclasses import dataclass

from kjplan.model import Goal, Measure, Section, Span
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, fold


@dataclass(slots=True)
class Leaf:
    """A stretch of the notice with what it is and which node owns it.

    ``kind``: marker, title, text, paragraph, header_field, addressees, signature, signed_date, furniture …;
    ``owner``: a node's id, or document, notice, preamble, closing, furniture, an attachment (A1).
    """

    kind: str
    owner: str
    span: Span


def leaves_of(units: Iterable[Unit]) -> list[Leaf]:
    """The leaves of all units in document order; ids must have been given."""
    leaves = []
    for unit in units:
        owner = unit.owner
        name = owner.id if isinstance(owner, Section | Goal | Measure) else str(owner)
        for kind, start, end in unit.leaves:
            leaves.append(Leaf(kind, name, (start, end)))
    return leaves


def keep_glyphs(source: SourceText, units: Iterable[Unit]) -> None:
    """Give glyphs that a PDF does not name, (cid:12), to the leaf before them, where they stand between two leaves of a unit
    or at its edge: to the rules they are blanks, but none of them is lost."""
    for unit in units:
        whole: list[tuple[str, int, int]] = []
        at = unit.start
        for kind, start, end in unit.leaves:
            if fold(source.text[at:start]).strip():
                if whole:
                    whole[-1] = (*whole[-1][:2], start)
                else:
                    start = at
            whole.append((kind, start, end))
            at = end
        if whole and fold(source.text[at : unit.end]).strip():
            whole[-1] = (*whole[-1][:2], unit.end)
        unit.leaves = tuple(whole)


def partition_faults(text: str, leaves: list[Leaf]) -> list[Span]:
    """Stretches of non-blank text that no leaf or more than one leaf holds; empty for a true partition. NBSP, U+3000 and
    U+FEFF are blanks."""
    faults, at, text = [], 0, fold(text)
    for leaf in leaves:
        start, end = leaf.span
        if start < at:
            faults.append((start, min(at, end)))
        elif text[at:start].strip():
            faults.append((at, start))
        at = max(at, end)
    if text[at:].strip():
        faults.append((at, len(text)))
    return faults
