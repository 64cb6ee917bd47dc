"""A plain table: what every query hands to the output formats, so that these only print."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kjplan.language import say


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its stable name, its headings, and how it likes to be shown."""

    key: str
    """Stable English name, the same as in the JSON where there is one: no, task, lead."""
    zh: str
    """Heading in Chinese: 序号."""
    en: str
    """Heading in English: No."""
    detail: bool = False
    """Too long or too technical for a terminal: kept in csv, tsv and markdown files, left out of a table on screen."""
    align: Literal["left", "right"] = "left"
    """right for numbers."""
    spare: bool = False
    """For the eye only, such as a bar: left out on a terminal that has no room for all columns unfolded."""

    @property
    def heading(self) -> str:
        """The heading in the language in force."""
        return say(self.zh, self.en)


@dataclass(slots=True)
class Table:
    """Columns and rows of cells, all text; every row has one cell a column."""

    columns: list[Column]
    rows: list[list[str]]

    def brief(self) -> "Table":
        """The same table without its detail columns, for a screen."""
        return self._only([i for i, column in enumerate(self.columns) if not column.detail])

    def bare(self) -> "Table":
        """The same table without its spare columns."""
        return self._only([i for i, column in enumerate(self.columns) if not column.spare])

    def without(self, keys: Collection[str]) -> "Table":
        """The same table without the columns of these keys."""
        return self._only([i for i, column in enumerate(self.columns) if column.key not in keys])

    def filled(self) -> "Table":
        """The same table without columns that are empty in every row; a table without rows stays as it is."""
        kept = [i for i in range(len(self.columns)) if any(row[i] for row in self.rows)]
        return self._only(kept) if self.rows else self

    def _only(self, kept: list[int]) -> "Table":
        return Table([self.columns[i] for i in kept], [[row[i] for i in kept] for row in self.rows])


def stacked(first: Sequence[Column], tables: Sequence[tuple[list[str], Table]]) -> Table:
    """Tables of the same columns one below the other, what tells them apart in first columns.

    A column that one of them shows is shown; without tables there are the first columns alone.
    """
    kinds = [table.columns for _, table in tables]
    columns = [
        replace(same[0], detail=all(c.detail for c in same), spare=all(c.spare for c in same))
        for same in zip(*kinds, strict=True)
    ]
    return Table([*first, *columns], [[*about, *row] for about, table in tables for row in table.rows])
