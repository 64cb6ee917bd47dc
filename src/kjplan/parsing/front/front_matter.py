"""What stands before the first heading, sorted: what the rules of this folder put together."""

from dataclasses import dataclass, field

from kjplan.model import Span
from kjplan.parsing.lines.units import Unit


@dataclass(slots=True)
class Front:
    """The units before the first heading, sorted."""

    title: Span | None = None
    """Title of the document, or of the covering notice."""
    covering: bool = False
    """Whether that title is of a notice that sends another document out."""
    plan_title: Span | None = None
    document_number: str | None = None
    letterhead: str | None = None
    """The bodies that the 版头 names: 某市科学技术局 of 某市科学技术局文件."""
    fields: dict[str, str] = field(default_factory=dict)
    """Fields of the page between the title and the text."""
    addressees: list[str] = field(default_factory=list)
    notice_text: list[Unit] = field(default_factory=list)
    attachment_list: list[Unit] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    signed_date: str | None = None
    notice_end: int = 0
    after_notice: list[Unit] = field(default_factory=list)
    """Words after a notice that itself stands after its plan."""
    news_of: Span | None = None
    """Where the name of the plan stands that the text is only news of."""
    preamble: list[Unit] = field(default_factory=list)
