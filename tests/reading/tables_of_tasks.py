"""Tables of tasks made up together with their truth, and written as web pages, Word files, Markdown and text with bars.

Cells that stand beside several rows are merged where a format can say so. Text cannot: there names of groups stand once, and
who and by when are said in each row.
"""

from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import strategies as st

from kjplan.model import Measure, Plan, Section
from tests.reading.builders import docx_bytes, new_docx
from tests.reading.fonts import pdf_font

Fact = tuple[str | None, str, list[str], list[str], list[str | None]]
"""Group, title, leading and supporting bodies, dates of deadlines."""

TASKS = (
    "建设平台",
    "培育企业",
    "引进人才",
    "完善机制",
    "推进改革",
    "优化服务",
    "开展科普",
    "壮大产业",
    "加强监管",
    "扩大开放",
)
GROUPS = ("创新平台", "营商环境", "人才队伍", "公共服务")
BODIES = ("市科技局", "市财政局", "市人社局", "市教育局", "市审计局", "市工信局")
DUES = {"6月底前": "2023-06-30", "年底前": "2023-12-31", "9月": "2023-09-30", "2023年11月": "2023-11-30"}


@dataclass(frozen=True)
class Cell:
    """A cell, how many rows and columns it spans, and whether text says it in each of the rows."""

    words: str = ""
    rows: int = 1
    columns: int = 1
    again: bool = False


@dataclass
class TaskTable:
    """Rows of cells; a place that a cell from above or from the left takes has None. ``truth`` says what they state."""

    rows: list[list[Cell | None]]
    truth: list[Fact] = field(default_factory=list)


@dataclass
class _Task:
    title: str
    lead: list[str]
    support: list[str]
    due: str
    more: tuple[str, str] | None
    """A second body that leads, and by when, in a row of its own."""


@st.composite
def tasks(draw: st.DrawFn, titles: list[str]) -> list[_Task]:
    some = st.lists(st.sampled_from(BODIES), min_size=1, max_size=2, unique=True)
    return [
        _Task(
            title,
            draw(some),
            draw(st.one_of(st.just([]), some)),
            draw(st.sampled_from(["", *DUES])),
            draw(st.sampled_from([None, None, None, ("市医保局", "10月底前")])),
        )
        for title in titles
    ]


DATES = DUES | {"10月底前": "2023-10-31"}


@st.composite
def tables(draw: st.DrawFn) -> TaskTable:
    """A table of tasks: with or without numbers and groups, a head of one row or two, cells merged at random."""
    titles = draw(st.lists(st.sampled_from(TASKS), min_size=2, max_size=8, unique=True))
    made = draw(tasks(titles))
    sizes = _sizes(draw, len(made)) if draw(st.booleans()) else None
    numbered, high, support = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    columns = [*(["序号"] if numbered else []), *(["类别"] if sizes else []), "工作任务", "牵头单位"]
    columns += [*(["配合单位"] if support else []), "完成时限"]
    table = TaskTable(_head(columns, high and support))
    starts = {sum(sizes[:k]): k for k in range(len(sizes))} if sizes else {}
    group = None
    for k, task in enumerate(made):
        group = GROUPS[starts[k]] if k in starts else group
        size = 0
        if sizes and k in starts:
            size = sum(1 + (t.more is not None) for t in made[k : k + sizes[starts[k]]])
        high_row = 1 + (task.more is not None)
        row: list[Cell | None] = [Cell(str(k + 1), high_row)] if numbered else []
        row += [Cell(group or "", size) if size else None] if sizes else []
        row += [Cell(f"{task.title}。新建{k + 3}家", high_row), Cell("、".join(task.lead))]
        row += [Cell("、".join(task.support))] if support else []
        row.append(Cell(task.due))
        table.rows.append(row)
        lead = list(task.lead)
        dates: list[str | None] = [DATES[task.due]] if task.due else []
        if task.more:
            body, due = task.more
            blank = [None] * (len(row) - (3 if support else 2))
            table.rows.append([*blank, Cell(body), *([Cell()] if support else []), Cell(due)])
            lead.append(body)
            dates.append(DATES[due])
        helping = [body for body in task.support if support]
        table.truth.append((group, task.title, lead, helping, dates))
    _merge(draw, table, [columns.index("牵头单位"), len(columns) - 1], 1 + (high and support), len(columns))
    return table


def _sizes(draw: st.DrawFn, count: int) -> list[int]:
    """How many tasks each group has, one of them at least two."""
    first = draw(st.integers(2, count))
    sizes = [first]
    while sum(sizes) < count and len(sizes) < len(GROUPS) - 1:
        sizes.append(draw(st.integers(1, count - sum(sizes))))
    return [*sizes, count - sum(sizes)] if sum(sizes) < count else sizes


def _head(columns: list[str], high: bool) -> list[list[Cell | None]]:
    if not high:
        return [[Cell(name) for name in columns]]
    at = columns.index("牵头单位")
    upper: list[Cell | None] = [Cell(name, rows=2) for name in columns]
    upper[at : at + 2] = [Cell("责任分工", columns=2), None]
    lower: list[Cell | None] = [None] * len(columns)
    lower[at : at + 2] = [Cell("牵头单位"), Cell("配合单位")]
    return [upper, lower]


def _merge(draw: st.DrawFn, table: TaskTable, columns: list[int], first: int, width: int) -> None:
    """Merge cells of equal words that stand one above the other, now and then."""
    for column in columns:
        for k in range(len(table.rows) - 1, first, -1):
            above, below = table.rows[k - 1][column], table.rows[k][column]
            one_task = any(c is None for c in table.rows[k][: width - 2] if c is not below) and _goes_on(table.rows[k])
            if above and below and above.words and above.words == below.words and not one_task and draw(st.booleans()):
                table.rows[k - 1][column] = replace(above, rows=1 + below.rows, again=True)
                table.rows[k][column] = None


def _goes_on(row: list[Cell | None]) -> bool:
    """Whether a row goes on the task above."""
    return not any(cell and "。" in cell.words for cell in row)


def as_html(table: TaskTable, *, tag: str = "td", blank: str = "&nbsp;", wrap: str = "{}") -> str:
    """A web page's table."""
    lines = []
    for row in table.rows:
        cells = [
            f'<{tag} rowspan="{c.rows}" colspan={c.columns}>{wrap.format(c.words) if c.words else blank}</{tag}>'
            for c in row
            if c
        ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table border=1><tbody>{''.join(lines)}</tbody></table>"


def as_bars(table: TaskTable, *, markdown: bool) -> str:
    """Rows with bars between the cells."""
    lines = [f"| {' | '.join(texts)} |" for texts in spelled(table)]
    if markdown:
        lines.insert(1, "|" + "---|" * len(table.rows[0]))
    return "\n".join(lines)


def spelled(table: TaskTable) -> list[list[str]]:
    """The rows where nothing is merged: what spans columns stands in the first, groups in their first row, who and by when in all."""
    width = len(table.rows[0])
    held: list[Cell | None] = [None] * width
    left = [0] * width
    lines: list[list[str]] = []
    for row in table.rows:
        texts = []
        for k, cell in enumerate(row):
            if cell:
                held[k], left[k] = cell, cell.rows
            again = cell is None and left[k] > 0 and (above := held[k]) is not None and above.again
            texts.append(cell.words if cell else (held[k] or Cell()).words if again else "")
            left[k] -= 1
        lines.append(texts)
    return lines


def as_docx(table: TaskTable, before: list[str], after: list[str]) -> bytes:
    """A Word file with paragraphs before and after the table."""
    document = new_docx()
    for words in before:
        document.add_paragraph(words)
    made = document.add_table(rows=len(table.rows), cols=len(table.rows[0]))
    for i, row in enumerate(table.rows):
        for j, cell in enumerate(row):
            if cell:
                last = made.cell(i + cell.rows - 1, j + cell.columns - 1)
                whole = made.cell(i, j)
                (whole.merge(last) if (cell.rows, cell.columns) != (1, 1) else whole).text = cell.words
    for words in after:
        document.add_paragraph(words)
    return docx_bytes(document)


def as_pdf(
    table: TaskTable,
    before: list[str],
    after: list[str],
    *,
    ruled: bool = True,
    padding: float = 3,
    align: str = "MIDDLE",
) -> bytes:
    """A PDF with paragraphs before and after the table; words are wrapped in their cells.

    :param ruled: whether its borders are lines
    :param padding: above and below the words of a cell
    :param align: where these stand in a higher row: TOP, MIDDLE
    """
    pytest.importorskip("reportlab", reason="reportlab, which makes the PDFs, is not installed")
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    font = pdf_font()
    small = ParagraphStyle("cell", fontName=font, fontSize=10, leading=15, wordWrap="CJK")
    large = ParagraphStyle("body", fontName=font, fontSize=16, leading=27, firstLineIndent=32, wordWrap="CJK")
    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), align),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
    ]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)))
    cells = []
    for i, row in enumerate(table.rows):
        cells.append([Paragraph(cell.words if cell else "", small) for cell in row])
        for j, cell in enumerate(row):
            if cell and (cell.rows, cell.columns) != (1, 1):
                style.append(("SPAN", (j, i), (j + cell.columns - 1, i + cell.rows - 1)))
    file = BytesIO()
    document = SimpleDocTemplate(file, pagesize=A4, leftMargin=80, rightMargin=74, topMargin=100, bottomMargin=95)
    grid = Table(cells, style=style, colWidths=[440 / len(table.rows[0])] * len(table.rows[0]))
    document.build([*(Paragraph(x, large) for x in before), grid, *(Paragraph(x, large) for x in after)])
    return file.getvalue()


def facts(plan: Plan) -> list[Fact]:
    """What the measures of the first part state, with the group that each belongs to."""
    part = plan.parts[0]
    assert isinstance(part, Section)
    found = []
    for child in part.children:
        inner = child.children if isinstance(child, Section) else [child]
        for measure in inner:
            assert isinstance(measure, Measure)
            bodies = measure.responsibility.bodies
            found.append(
                (
                    child.title if isinstance(child, Section) else None,
                    measure.title or "",
                    [b.name for b in bodies if b.role == "lead"],
                    [b.name for b in bodies if b.role == "support"],
                    [d.date for d in measure.due],
                )
            )
    return found
