"""Markdown (GitHub's dialect) in which nothing of a document is read as mark-up."""

import re

from kjplan.output.escape import visible, visible_lines
from kjplan.querying.table import Table

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]|(?<=:)(?=//)|(?<=[Ww]{3})(?=\.)")
_BLOCK = re.compile(r"^([ \t]*)([-+](?=[-\s]|$)|#(?=#{0,5}(?:\s|$))|[=>]|[0-9]{1,9}(?=[.)](?:\s|$)))", re.MULTILINE)
"""What begins a list, rule, heading or quotation at the start of a line; ``-3`` and ``2.6%`` begin none."""


def escape(text: str) -> str:
    """Text of a document for a line or cell of Markdown: mark-up characters get a backslash, line feeds become ``<br>``.

    ``https://`` and ``www.`` are broken up, so that nothing becomes a link by itself; what would begin a heading, list
    or quotation does not.
    """
    text = _MARKUP.sub(lambda m: f"\\{m[0]}", visible_lines(text))
    text = _BLOCK.sub(lambda m: f"{m[1]}{_disarmed(m[2])}", text)
    return "<br>".join(visible(line) for line in text.split("\n"))


def _disarmed(start: str) -> str:
    """``#`` with a backslash; a number is followed by a backslash before its dot or bracket."""
    return f"{start}\\" if start.isdecimal() else f"\\{start}"


def to_markdown(table: Table) -> str:
    """A table of every column, with a line of headings; columns of numbers stand to the right."""
    lines = [
        _row([escape(column.heading) for column in table.columns]),
        _row(["--:" if column.align == "right" else "---" for column in table.columns]),
        *(_row([escape(text) for text in row]) for row in table.rows),
    ]
    return "".join(f"{line}\n" for line in lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
