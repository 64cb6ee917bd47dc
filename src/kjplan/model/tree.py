"""The plan's tree: sections, goals and measures, in document order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from kjplan.model.facts import (
    STRICT,
    AreaTask,
    BodyMention,
    Commitment,
    Deadline,
    DocumentReference,
    Responsibility,
    Span,
    Target,
    Term,
    VagueQuantity,
)
from kjplan.model.frame import Paragraph

Role = Literal["principles", "goals", "measures", "safeguards", "review", "other"]


@dataclass(slots=True, kw_only=True)
class Item:
    """A numbered point inside a measure."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    number: str | None = None
    """The marker without brackets and dots."""
    marker: str | None = None
    """The marker as written: （1）, 一是."""
    title: str | None = None
    """Its title; None where it has none."""
    text: str = ""
    """Its words without marker and title."""
    span: Span | None = None
    """Where it stands in the notice, marker included."""


@dataclass(slots=True, kw_only=True)
class Goal:
    """Something the plan means to reach."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    kind: Literal["goal"] = "goal"
    """Always goal."""
    id: str = ""
    """G and the document's own number where that is unique: G4."""
    number: str | None = None
    """The marker without brackets and dots; None in running prose."""
    marker: str | None = None
    """The marker as written: 4."""
    text: str = ""
    """The words without marker and final punctuation."""
    targets: list[Target] = field(default_factory=list)
    """Its quantified targets; empty for a goal without a figure."""
    vague: list[VagueQuantity] = field(default_factory=list)
    """What it promises in quantities without a figure: 一批, 若干."""
    responsibility: Responsibility = field(default_factory=Responsibility)
    """Who answers for it, as far as stated."""
    due: list[Deadline] = field(default_factory=list)
    """Deadlines stated for it."""
    span: Span | None = None
    """Where it stands in the notice, marker included; inside a paragraph where it is a clause of one."""


@dataclass(slots=True, kw_only=True)
class Measure:
    """Something the body will do: a leaf task of the plan."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    kind: Literal["measure"] = "measure"
    """Always measure."""
    id: str = ""
    """M and the document's own number where that is unique: M11."""
    number: str | None = None
    """The marker without brackets and dots; None for an unnumbered paragraph that is a task."""
    marker: str | None = None
    """The marker as written: 11."""
    title: str | None = None
    """Its title; None where it has none."""
    text: str = ""
    """Its words without marker and title; paragraphs joined by line feeds."""
    items: list[Item] = field(default_factory=list)
    """Numbered points inside it."""
    targets: list[Target] = field(default_factory=list)
    """Its quantified targets."""
    vague: list[VagueQuantity] = field(default_factory=list)
    """What it promises in quantities without a figure: 一批, 若干."""
    responsibility: Responsibility = field(default_factory=Responsibility)
    """Who answers for it, as far as stated."""
    due: list[Deadline] = field(default_factory=list)
    """Deadlines stated for it."""
    documents: list[DocumentReference] = field(default_factory=list)
    """Documents it names."""
    terms: list[Term] = field(default_factory=list)
    """Terms in quotation marks."""
    bodies: list[BodyMention] = field(default_factory=list)
    """Bodies it touches."""
    area_tasks: list[AreaTask] = field(default_factory=list)
    """Tasks it gives to named areas."""
    commitment: Commitment | None = None
    """Strength of its leading verb: achieve, establish, advance, support or explore."""
    span: Span | None = None
    """Where it stands in the notice, marker included."""


@dataclass(slots=True, kw_only=True)
class Section:
    """A heading with what stands under it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    kind: Literal["section"] = "section"
    """Always section."""
    id: str = ""
    """S and the path of ordinals: S3.2."""
    number: str | None = None
    """The marker without brackets, dots, 第 and 章: 二."""
    marker: str | None = None
    """The marker as written: (二)."""
    title: str | None = None
    """Its title; None where it has none."""
    role: Role = "other"
    """principles, goals, measures, safeguards, review or other."""
    text: list[Paragraph] = field(default_factory=list)
    """Paragraphs directly under the heading."""
    children: list["Section | Goal | Measure"] = field(default_factory=list)
    """What stands under it, in document order."""
    span: Span | None = None
    """From its marker to the end of its last child."""


Node = Section | Goal | Measure


def walk(nodes: list[Section | Measure | Goal], parent: Section | None = None) -> Iterator[tuple[Node, Section | None]]:
    """Nodes with the section that holds each, depth first; iterative, so depth of a hostile tree costs no stack."""
    todo: list[tuple[Node, Section | None]] = [(n, parent) for n in reversed(nodes)]
    while todo:
        node, holder = todo.pop()
        yield node, holder
        if isinstance(node, Section):
            todo += [(c, node) for c in reversed(node.children)]
