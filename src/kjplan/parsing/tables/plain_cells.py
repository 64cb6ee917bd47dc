"""Finds tables of tasks a cell a line whose rows have no numbers: 工作任务 · 责任单位 · 完成时限 above 修屋顶 · 县民政局 · 8月底前.

Nothing but the columns themselves shows where a row begins, so each row must have all of its cells, each of them what its column holds;
at the first that has not, the table is over. A table of which what is left may be more rows is told of.
"""

from kjplan.extraction.duties.duty_labels import role_of_label
from kjplan.model import Span
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import read_marker
from kjplan.parsing.messages import Finding
from kjplan.parsing.tables.cell_heads import known_columns
from kjplan.parsing.tables.cell_words import BLANK, Words
from kjplan.parsing.tables.column_names import LONGEST_NAME, Kind, kind_of, name_in, names_days
from kjplan.parsing.tables.columns import Table
from kjplan.parsing.tables.dealing import Dealer
from kjplan.parsing.tables.looks import FACTS, Look, looks_of
from kjplan.parsing.tables.paragraphs import Paragraph, Paragraphs
from kjplan.parsing.tables.row_values import Columns, Line, Value
from kjplan.parsing.tables.table_rows import Rower, rank_above
from kjplan.reading.text import SourceText

_FEWEST_ROWS = 2
_FEWEST_OF_TWO, _TWO = 3, 2
"""A task and a body by turns may be words of a text: of two columns more rows must show that they are cells."""
_MOST_COLUMNS = 8
_NEAR = 2
"""So near behind the last row a body or a time is one of a row that lacks a cell."""


def lay_plain_cells(source: SourceText, units: list[Unit], findings: list[Finding]) -> list[Unit]:
    """The units of a text, those of each row of such a table as one that knows its cells."""
    folded, made, at = source.folded, list[Unit](), 0
    while at < len(units):
        unit = units[at]
        short = not unit.tabled and unit.row is None and unit.end - unit.start <= LONGEST_NAME
        if short and kind_of(name_in(folded, unit.span)) not in (None, "number"):
            end = _lay(source, units, made, at, findings)
            if end > at:
                at = end
                continue
        made.append(unit)
        at += 1
    return made


def _lay(source: SourceText, units: list[Unit], made: list[Unit], at: int, findings: list[Finding]) -> int:
    """Add the units of a table that begins with one; the number of the first behind it, ``at`` where none begins."""
    folded = source.folded
    paragraphs = Paragraphs(source, units, at)
    some: list[Paragraph] = []
    i = at
    while i < len(units) and len(some) <= _MOST_COLUMNS and not units[i].tabled and units[i].row is None:
        paragraph = paragraphs.take(i)
        if paragraph.end - paragraph.start > LONGEST_NAME or not kind_of(name_in(folded, paragraph.span)):
            break
        some.append(paragraph)
        i = paragraph.last
    heads = [paragraph.span for paragraph in some]
    kinds = known_columns(folded, heads) or _task_and_body(folded, heads)
    if len(kinds) != len(heads) or "words" not in kinds:
        return at
    table = Table(heads, kinds, sorted_by=0 if names_days(name_in(folded, heads[0])) else None)
    looks = looks_of(folded, table)
    if not any(look in ("words", "name") for look in looks):
        return at
    rows, end = _rows(paragraphs, Dealer(looks, {}), i)
    if len(rows) < (_FEWEST_ROWS if len(heads) > _TWO else _FEWEST_OF_TWO):
        if _may_go_on(paragraphs, looks, i, len(looks)):
            findings.append(Finding("table-not-sure", table.heads[0], ("1",)))
        return at
    for unit in units[at:i]:
        unit.tabled = True
    made += units[at:i]
    rower = Rower(folded, Columns.of(folded, table), made, rank_above(source, made))
    rower.take([_line(folded, row) for row in rows])
    if end < len(units) and _may_go_on(paragraphs, looks, end, _NEAR):
        findings.append(Finding("table-not-sure", table.heads[0], ("1",)))
    return end


def _task_and_body(folded: str, heads: list[Span]) -> list[Kind]:
    """What two names of columns hold, the task and who answers for it; empty for any others: 工作任务 above 责任单位."""
    kinds = [kind_of(name_in(folded, head)) for head in heads]
    if kinds != ["words", "fact"] or role_of_label(name_in(folded, heads[1])) is None:
        return []
    return ["words", "fact"]


def _rows(paragraphs: Paragraphs, dealer: Dealer, at: int) -> tuple[list[list[Paragraph]], int]:
    """The rows from a unit on, and the first unit behind them."""
    folded, units = paragraphs.source.folded, paragraphs.units
    rows: list[list[Paragraph]] = []
    while True:
        row: list[Paragraph] = []
        i = at
        while i < len(units) and len(row) < len(dealer.looks) and not units[i].tabled and units[i].row is None:
            row.append(paragraphs.take(i))
            i = row[-1].last
        if len(row) < len(dealer.looks) or read_marker(folded, *row[0].span):
            return rows, at
        cells = [Words.of(name_in(folded, paragraph.span)) for paragraph in row]
        if not dealer.fits_surely(cells):
            return rows, at
        rows.append(row)
        at = i


def _line(folded: str, row: list[Paragraph]) -> Line:
    unit = Unit(row[0].start, row[-1].end, cells=[paragraph.span for paragraph in row])
    return Line(unit, [_value(folded, paragraph.span, paragraph.pieces) for paragraph in row])


def _value(folded: str, span: Span, pieces: list[Span]) -> Value:
    return Value() if BLANK.fullmatch(folded, *span) else Value(span, pieces=tuple(pieces))


def _may_go_on(paragraphs: Paragraphs, looks: list[Look], at: int, near: int) -> bool:
    """Whether one of the next paragraphs is a fact's, as of a row that lacks a cell or has one too many."""
    folded, units = paragraphs.source.folded, paragraphs.units
    for _ in range(near):
        if at >= len(units) or units[at].tabled:
            return False
        paragraph = paragraphs.take(at)
        words = Words.of(name_in(folded, paragraph.span))
        if (words.bodies == 1 and not FACTS.isdisjoint(looks)) or (words.is_time and "time" in looks):
            return True
        at = paragraph.last
    return False
