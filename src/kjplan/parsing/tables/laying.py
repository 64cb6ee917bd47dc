"""Finds the tables of tasks in a text before its outline: those that the format marks, those whose lines have bars or tabs or say what
their cells are, and those whose cells are lines or paragraphs of their own; and tasks that are a card each."""

from kjplan.parsing.lines.rows import TOLD
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.messages import Finding
from kjplan.parsing.tables.cards import HINT, lay_cards
from kjplan.parsing.tables.cells import lay_cells, may_hold_cells, may_lack_numbers
from kjplan.parsing.tables.grid_tables import GridTables
from kjplan.parsing.tables.line_tables import LineTables
from kjplan.parsing.tables.plain_cells import lay_plain_cells
from kjplan.parsing.tables.told_rows import lay_told_rows
from kjplan.reading.text import SourceText


def _may_be_wide(folded: str) -> bool:
    """Whether a text may have a table whose cells runs of blanks part."""
    return "单位  " in folded or "部门  " in folded or "单位\u3000\u3000" in folded or "部门\u3000\u3000" in folded


def lay_tables(source: SourceText, units: list[Unit], findings: list[Finding]) -> list[Unit]:
    """The units of a text, those of each row of a table of tasks as one that knows its cells, and names of groups of rows as
    units of their own. Other tables stay as they are; what is not sure of a table goes to ``findings``."""
    if source.tables:
        units = GridTables(source).lay(units)
    folded = source.folded
    if "|" in folded and TOLD.search(folded) and lay_told_rows(source, units):
        return units  # a rendered plan, all whose rows say what they are
    if "|" in folded or "\t" in folded or ("序" in folded and "序号" in folded) or _may_be_wide(folded):
        units = LineTables(source).lay(units)
    if HINT in folded:
        units = lay_cards(source, units)
    unnumbered = may_lack_numbers(folded, units)
    if unnumbered or may_hold_cells(folded, units):
        units = lay_cells(source, units, findings)
    return lay_plain_cells(source, units, findings) if unnumbered else units
