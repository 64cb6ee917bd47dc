"""A work plan as kjplan knows it: one tree in document order, with views on it.

The field names and their order are the contract of the YAML and JSON formats, schema version 1. Empty lists and
``None`` mean "the text does not say".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, TypeVar

from kjplan.model.facts import STRICT, Span, Target
from kjplan.model.frame import Diagnostic, Document, Furniture, Notice, Paragraph
from kjplan.model.tree import Goal, Measure, Node, Section, walk

Extent = Literal["full", "goals", "notice", "none"]

SCHEMA_VERSION = 1

N = TypeVar("N", Section, Goal, Measure)


@dataclass(slots=True, kw_only=True)
class Attachment:
    """An attachment after the plan."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    title: str
    """Its title."""
    text: list[Paragraph] = field(default_factory=list)
    """Paragraphs before its first heading."""
    parts: list[Section | Measure | Goal] = field(default_factory=list)
    """Its own tree."""
    span: Span | None = None
    """Where it stands in the notice."""


@dataclass(slots=True, kw_only=True)
class Plan:
    """A work plan: metadata, tree, furniture and diagnostics."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    schema_version: Literal[1] = 1
    """Version of this format."""
    title: str | None = None
    """The plan's title; None where the text has none."""
    title_span: Span | None = None
    """Where the title stands in the notice."""
    year: int | None = None
    """The year planned for, or the first of them."""
    year_end: int | None = None
    """The last year of a plan for several years; None for one year."""
    issuer: str | None = None
    """The body whose plan it is."""
    extent: Extent = "none"
    """full, goals (only its goals are known), notice (the plan is missing) or none (not a plan)."""
    document: Document = field(default_factory=Document)
    """What stands around the plan."""
    notice: Notice | None = None
    """The covering notice; None where the plan stands alone."""
    preamble: list[Paragraph] = field(default_factory=list)
    """Paragraphs between title and first heading."""
    parts: list[Section | Measure | Goal] = field(default_factory=list)
    """The plan's tree, in document order."""
    closing: list[Paragraph] = field(default_factory=list)
    """Paragraphs after the last part."""
    attachments: list[Attachment] = field(default_factory=list)
    """Attachments after the plan."""
    furniture: list[Furniture] = field(default_factory=list)
    """Text of the page, not of the document."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """What the parser met."""

    @property
    def principles(self) -> list[Section]:
        """Sections of guiding principles that have words of their own, in document order."""
        return [s for s in self.walk(Section) if s.role == "principles" and s.text]

    @property
    def goals(self) -> list[Goal]:
        """All goals, in document order."""
        return list(self.walk(Goal))

    @property
    def sections(self) -> list[Section]:
        """The sections that directly hold measures, in document order."""
        return [s for s in self.walk(Section) if any(isinstance(c, Measure) for c in s.children)]

    @property
    def measures(self) -> list[Measure]:
        """All measures, in document order."""
        return list(self.walk(Measure))

    @property
    def targets(self) -> list[Target]:
        """The targets of all goals and measures, in document order."""
        return [t for n, _ in self.nodes() if not isinstance(n, Section) for t in n.targets]

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What a notebook shows of a plan (IPython's protocol): its name and how much it holds, and not all of it."""
        held = f"{len(self.goals)} goals, {len(self.measures)} measures, {len(self.targets)} targets"
        printer.text(f"<Plan {self.title or self.extent!r} {self.year or ''} {self.issuer or ''}: {held}>")

    def nodes(self) -> Iterator[tuple[Node, Section | None]]:
        """Every node of the tree with the section that holds it, in document order."""
        return walk(self.parts)

    def walk(self, kind: "type[N]") -> "Iterator[N]":
        """Every node of one class (Section, Goal or Measure), in document order."""
        return (n for n, _ in self.nodes() if isinstance(n, kind))
