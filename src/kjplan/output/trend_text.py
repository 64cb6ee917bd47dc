"""A trend for people: tables for a screen and Markdown, a page with charts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kjplan.diffing.trend import IndicatorTrend, Trend
from kjplan.language import say
from kjplan.output.diff_words import plan_words, value_words
from kjplan.output.escape import one_line
from kjplan.output.style import Style, paint
from kjplan.output.trend_tables import PARTS, lines_of, parts

if TYPE_CHECKING:
    from markupsafe import Markup


_FEW = 4
"""Plans that are named in full: the years stand over the columns anyway."""


def heading(trend: Trend) -> str:
    """The plans in a line; of many the first and the last, and how many there are."""
    named = [plan_words(plan) for plan in trend.plans]
    if len(named) <= _FEW:
        return " → ".join(named)
    return f"{named[0]} → {named[-1]}" + say(f"（共 {len(named)} 份）", f" ({len(named)} plans)")


def to_text(trend: Trend, wanted: tuple[str, ...], *, color: bool = False, columns: int | None = None) -> str:
    """The tables; see ``kjplan.output.formats.to_text`` for color and columns."""
    from kjplan.output.table import is_cramped, to_plain, to_screen

    between, left_out = trend.axis[1:-1], ""
    blocks = [paint(one_line(heading(trend)), Style.HEAD, color) + "\n"]
    for title, table in parts(trend, wanted):
        if columns is not None and between and is_cramped(table, columns):
            table = table.without(between)
            left_out = say(
                "屏幕容不下各年，只列首尾两年；", "no room for all years: the first and the last are shown; "
            )
            left_out += say("全部见 -o trend.xlsx 或 .html", "-o trend.xlsx or .html has them all")
        drawn = to_plain(table, color=color) if columns is None else to_screen(table, columns, color=color)
        blocks.append(f"{paint(title, Style.HEAD, color)}\n{drawn}")
    return "\n".join([*blocks, *([paint(left_out, Style.FAINT, color) + "\n"] if left_out else [])])


def to_markdown_text(trend: Trend, wanted: tuple[str, ...]) -> str:
    """The tables as Markdown."""
    from kjplan.output.markdown import escape, to_markdown

    blocks = [f"# {escape(heading(trend))}\n"]
    blocks += [f"## {title}\n\n{to_markdown(table)}" for title, table in parts(trend, wanted)]
    return "\n".join(blocks)


def to_html(trend: Trend, wanted: tuple[str, ...]) -> str:
    """A page with a chart for each indicator that two plans have, and the tables."""
    from kjplan.output.page import fill, render_page

    asked = [(part, name) for part, name in (("goals", "goals"), ("measures", "targets")) if name in wanted]
    charts = [(say(*PARTS[name]), list(_charts(trend, lines_of(trend, part)))) for part, name in asked]
    body = fill("trend.html.j2", charts=[group for group in charts if group[1]], tables=parts(trend, wanted))
    return render_page(heading(trend), body)


def _charts(trend: Trend, lines: Iterable[IndicatorTrend]) -> "Iterable[tuple[str, Markup]]":
    from kjplan.output.page import Line, Point, chart

    for line in lines:
        name = " → ".join(line.names)
        points = [Point(p.at, p.value, value_words(p.target)) for p in line.points if p.value is not None]
        if len(points) > 1:
            yield name, chart(name, trend.axis, [Line(name, points)])
