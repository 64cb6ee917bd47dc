"""Tables as a format itself marks them: which stretch of the text each cell is, and which cells stand beside several rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kjplan.model import Span

MOST_COLUMNS = 50
MOST_ROWSPAN = 200


class GridCell(NamedTuple):
    """A cell in one row: its first column, how many it spans, and where its words stand (``start == end`` for none).

    ``above`` says that it began in a row above; its words are those of that row, unless they stand again in this one.
    """

    column: int
    columns: int
    span: Span
    above: bool = False


@dataclass(slots=True)
class GridRow:
    """A row: the stretch of the text that its own cells take, and all cells in it, those from above too, left to right."""

    span: Span
    cells: list[GridCell]


Grid = list[GridRow]


class OpenCell(NamedTuple):
    """A cell as mark-up gives it: what it holds, and how many rows and columns it spans."""

    span: Span
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Placing:
    """Puts the cells of rows into columns, below cells that span rows."""

    _below: list[tuple[int, GridCell]] = field(default_factory=list)
    """Cells that reach into rows below, left to right, and into how many."""

    def row(self, span: Span, own: Sequence[OpenCell]) -> GridRow:
        """The next row."""
        above = {cell.column: (rows, cell) for rows, cell in self._below}
        made: list[tuple[int, GridCell]] = []
        column = 0

        def carry() -> None:
            nonlocal column
            while column in above:
                rows, cell = above.pop(column)
                made.append((rows - 1, cell))
                column += cell.columns

        for cell in own:
            carry()
            if column >= MOST_COLUMNS:
                break
            width = min(
                cell.columns, MOST_COLUMNS - column, *(at - column for at in above if at > column), MOST_COLUMNS
            )
            made.append((cell.rows - 1, GridCell(column, width, cell.span)))
            column += width
        carry()
        made += [(rows - 1, cell) for rows, cell in above.values()]
        made.sort(key=lambda placed: placed[1].column)
        self._below = [(rows, cell._replace(above=True)) for rows, cell in made if rows > 0]
        return GridRow(span, [cell for _, cell in made])
