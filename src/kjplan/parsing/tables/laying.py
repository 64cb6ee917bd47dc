"""Finds the tables of tasks in a text before its outline: those that the format marks, those whose lines have bars or tabs or say what
their cells are, and those whose cells are lines or paragraphs of their own; and tasks that are a card each."""

from kjplan.parsing.lines.rows import TOLD
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.messages import Finding
from kjplan.reading.text import SourceText

_CARDS = ("名称:", "任务:", "事项:", "序号:", "编号:")
"""What the label that opens a card ends in."""
_LONGEST_HINT = 8


def _may_have_columns(folded: str) -> bool:
    """Whether a text may have a table whose cells bars, tabs or runs of blanks part."""
    if "|" in folded or "\t" in folded or ("序" in folded and "序号" in folded):
        return True
    return "  " in folded and ("单位  " in folded or "部门  " in folded)


def _may_hold_cells(folded: str, units: list[Unit]) -> bool:
    """Whether a text may have a table with a cell a line: 序号, or 1, on a line of its own."""
    hints = [unit for unit in units if folded[unit.start] in "序编1"]
    return any(unit.end - unit.start <= _LONGEST_HINT for unit in hints)


def _may_lack_numbers(folded: str, units: list[Unit]) -> bool:
    """Whether a text may have such a table without numbers: 责任单位 or the like on a line of its own."""
    hints = [unit for unit in units if folded[unit.start] in "责牵主承负"]
    return any(unit.end - unit.start <= _LONGEST_HINT and not unit.tabled for unit in hints)


def lay_tables(source: SourceText, units: list[Unit], findings: list[Finding]) -> list[Unit]:
    """The units of a text, those of each row of a table of tasks as one that knows its cells, and names of groups of rows as
    units of their own. Other tables stay as they are; what is not sure of a table goes to ``findings``.

    The readers of tables are imported when a text may have one: their patterns take a tenth of the start of a command.
    """
    folded = source.folded
    if source.tables:
        from kjplan.parsing.tables.grid_tables import GridTables

        units = GridTables(source).lay(units)
    if "|" in folded and TOLD.search(folded):
        from kjplan.parsing.tables.told_rows import lay_told_rows

        if lay_told_rows(source, units):
            return units  # a rendered plan, all whose rows say what they are
    if _may_have_columns(folded):
        from kjplan.parsing.tables.line_tables import LineTables

        units = LineTables(source).lay(units)
        if "\t" in folded or "|" in folded:
            from kjplan.parsing.tables.headless import lay_headless

            lay_headless(source, units)
    if any(folded.count(card) > 1 for card in _CARDS):
        from kjplan.parsing.tables.cards import lay_cards

        units = lay_cards(source, units)
    unnumbered = _may_lack_numbers(folded, units)
    if unnumbered or _may_hold_cells(folded, units):
        from kjplan.parsing.tables.cells import lay_cells

        units = lay_cells(source, units, findings)
    if unnumbered:
        from kjplan.parsing.tables.plain_cells import lay_plain_cells

        units = lay_plain_cells(source, units, findings)
    return units
