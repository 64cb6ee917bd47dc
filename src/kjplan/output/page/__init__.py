"""Self-contained HTML pages: one look for every page that kjplan writes. Jinja2 is imported only when one is made."""

from kjplan.output.page.chart import Line, Point, chart
from kjplan.output.page.render import fill, render_page, tables_page

__all__ = ["Line", "Point", "chart", "fill", "render_page", "tables_page"]
