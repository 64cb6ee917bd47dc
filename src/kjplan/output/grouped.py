"""A table in groups: under headings for people, with a column that names the group in a spreadsheet."""

from collections.abc import Sequence

from kjplan.output.escape import one_line
from kjplan.output.markdown import escape, to_markdown
from kjplan.output.style import Style, paint
from kjplan.output.table import to_plain, to_screen
from kjplan.querying.table import Column, Table

Groups = Sequence[tuple[str, Table]]
"""Heading and rows; all tables have the same columns."""


def to_text(groups: Groups, *, markdown: bool = False, color: bool = False, columns: int | None = None) -> str:
    """Each group under its heading and number of rows; see ``kjplan.output.formats.to_text`` for the parameters."""
    parts = []
    for title, table in groups:
        if markdown:
            parts.append(f"## {escape(title)} ({len(table.rows)})\n\n{to_markdown(table)}")
            continue
        brief = table.brief()
        drawn = to_plain(brief, color=color) if columns is None else to_screen(brief, columns, color=color)
        parts.append(f"{paint(one_line(title), Style.HEAD, color)} ({len(table.rows)})\n{drawn}")
    return "\n".join(parts)


def joined(groups: Groups) -> Table:
    """All rows in one table, the group of each in a last column."""
    head = list(groups[0][1].columns) if groups else []
    rows = [[*row, title] for title, table in groups for row in table.rows]
    return Table([*head, Column("group", "分组", "group")], rows)
