"""What stands around a plan's tree: source, metadata, covering notice, paragraphs, page furniture, diagnostics."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from kjplan.model.facts import STRICT, Span

Severity = Literal["error", "warning", "info"]
FurnitureKind = Literal["portal_header", "navigation", "footer", "page_number", "table_of_contents", "other"]
Origin = Literal["parsed", "transcribed"]


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
