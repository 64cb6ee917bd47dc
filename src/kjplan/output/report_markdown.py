"""A report in Markdown."""

from collections.abc import Iterable

from kjplan.output.markdown import escape, to_markdown
from kjplan.reporting.summary import Block

_LEVELS = {"title": "# ", "heading": "## ", "subheading": "### ", "paragraph": ""}


def to_report(blocks: Iterable[Block]) -> str:
    """The blocks of a report, a blank line between them; nothing of a document is read as mark-up."""
    pieces = [
        to_markdown(block.table) if block.table is not None else f"{_LEVELS[block.kind]}{escape(block.words)}\n"
        for block in blocks
    ]
    return "\n".join(pieces)
