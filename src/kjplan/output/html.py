"""A table as a web page of its own."""

from kjplan.querying.table import Table


def to_html(table: Table, title: str) -> str:
    """The page, every column of the table on it; see ``kjplan.output.page`` for what holds for all pages."""
    from kjplan.output.page import tables_page

    return tables_page(title, [("", table)])
