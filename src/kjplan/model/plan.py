"""A work plan as kjplan knows it: one tree in document order, with views on it.

The field names and their order are the contract of the YAML and JSON formats, schema version 1. Empty lists and
``None`` mean "the text does not say".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, TypeVar

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
)

Extent = Literal["full", "goals", "notice", "none"]
Role = Literal["principles", "goals", "measures", "safeguards", "review", "other"]
Severity = Literal["error", "warning", "info"]
FurnitureKind = Literal["portal_header", "navigation", "footer", "page_number", "table_of_contents", "other"]
Origin = Literal["parsed", "transcribed"]

SCHEMA_VERSION = 1


@dataclass(slots=True, kw_only=True)
class Source:
    """The file a plan was made from."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    name: str | None = None
    """File name without its folder; None for standard input."""
    url: str | None = None
    """Where the document was published."""
    sha256: str | None = None
    """SHA-256 of the file's bytes, in hexadecimal."""
    media_type: str | None = None
    """Media type (IANA): text/plain."""
    encoding: str | None = None
    """How the bytes were decoded: utf-8, utf-16, gb18030."""
    origin: Origin = "parsed"
    """parsed from the text, or transcribed by hand (then facts have no spans)."""


@dataclass(slots=True, kw_only=True)
class Document:
    """What stands around the plan: portal header, addressees, signatures, dates."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    index_number: str | None = None
    """索引号: 416049270/2022-00008."""
    publisher: str | None = None
    """发布机构, as the portal names it."""
    issuer: str | None = None
    """发文机关, as the metadata table names it."""
    topic: str | None = None
    """主题分类."""
    genre: str | None = None
    """体裁: 通知, 意见, 函."""
    document_number: str | None = None
    """发文字号: 郑科〔2020〕1号."""
    written_date: str | None = None
    """成文日期, in ISO form."""
    published_date: str | None = None
    """发布日期, in ISO form."""
    validity: str | None = None
    """有效性, as the portal states it."""
    keywords: list[str] = field(default_factory=list)
    """主题词."""
    addressees: list[str] = field(default_factory=list)
    """主送机关, one entry a group between commas."""
    signatures: list[str] = field(default_factory=list)
    """发文机关署名 above the date."""
    signed_date: str | None = None
    """The date under the notice or plan, in ISO form."""
    inferred: list[str] = field(default_factory=list)
    """Names of the fields above that were inferred and not read."""
    source: Source = field(default_factory=Source)
    """The file the plan was made from."""


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """Running words, line wraps joined."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    text: str
    """The words."""
    span: Span | None = None
    """Where they stand in the notice."""


@dataclass(slots=True, kw_only=True)
class Notice:
    """The covering notice that sends the plan out."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    title: str
    """Its title: X关于印发《Y》的通知."""
    text: str = ""
    """Its operative words, without addressees, signature and date; paragraphs joined by line feeds."""
    span: Span | None = None
    """From the first character of its title to the last of its date."""


@dataclass(slots=True, kw_only=True)
class Furniture:
    """Text of the page or web site, not of the document."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    kind: FurnitureKind
    """portal_header, navigation, footer, page_number, table_of_contents or other."""
    text: str
    """The words."""
    span: Span | None = None
    """Where they stand in the notice."""


@dataclass(slots=True, kw_only=True)
class Diagnostic:
    """Something odd that the parser met, and what it did about it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    code: str
    """Stable name of the kind of finding: numbering-gap. See ``kjplan rule CODE``."""
    severity: Severity
    """error, warning or info."""
    message: str
    """What was met, in English."""
    line: int | None = None
    """Line in the notice, from 1; None where it concerns the whole."""
    column: int | None = None
    """Column in that line, in code points from 1; None where it concerns the whole."""
    span: Span | None = None
    """The characters concerned."""


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

    def nodes(self) -> Iterator[tuple[Node, Section | None]]:
        """Every node of the tree with the section that holds it, in document order."""
        yield from walk(self.parts)

    def walk(self, kind: "type[N]") -> "Iterator[N]":
        """Every node of one class (Section, Goal or Measure), in document order."""
        return (n for n, _ in self.nodes() if isinstance(n, kind))


N = TypeVar("N", Section, Goal, Measure)


def walk(nodes: list[Section | Measure | Goal], parent: Section | None = None) -> Iterator[tuple[Node, Section | None]]:
    """Nodes with the section that holds each, depth first; iterative, so depth of a hostile tree costs no stack."""
    todo: list[tuple[Node, Section | None]] = [(n, parent) for n in reversed(nodes)]
    while todo:
        node, holder = todo.pop()
        yield node, holder
        if isinstance(node, Section):
            todo.extend((c, node) for c in reversed(node.children))
