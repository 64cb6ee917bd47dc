"""What the rows of a table have in each column, and what plain text leaves empty below a cell that stands beside several rows.

Where the format marks such cells (web pages, Word files, lines of a PDF) nothing is guessed. In plain text and in a PDF table without
lines the number and the names of groups, left of the task, are those of the row above. Who and by when stay unsaid where the row
does not say them, but in one case (:func:`_carry_facts`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from kjplan.model import Span
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.tables.cell_words import DITTO
from kjplan.parsing.tables.column_names import REMARK, name_in
from kjplan.parsing.tables.columns import Table


class Value(NamedTuple):
    """What a row has in a column: its words, and whether they are those of a cell of a row above."""

    span: Span = (0, 0)
    above: bool = False
    pieces: tuple[Span, ...] = ()
    """Its paragraphs, where these are more than its lines."""

    @property
    def filled(self) -> bool:
        """Whether there are any."""
        return self.span[0] < self.span[1]

    @property
    def own(self) -> bool:
        """Whether they stand in the row itself."""
        return self.filled and not self.above


@dataclass(slots=True)
class Line:
    """A row of a table, a value for each column; or, without values, a line between rows that names those below it."""

    unit: Unit
    values: list[Value]
    title: Span = (0, 0)
    """The name of the rows below."""
    number: Span | None = None
    """Its number, where that is a cell of its own."""
    inner: bool = False
    """Whether the rows below are those beside one number, and so in no other group that follows."""


@dataclass(slots=True)
class Columns:
    """Which columns of a table hold what."""

    table: Table
    number: int | None
    words: list[int]
    """Those that may name the task or its group."""
    remarks: list[int]
    facts: list[int]
    figures: list[int] = field(default_factory=list)
    lacking: list[int] = field(default_factory=list)
    """Those of the facts of which a task may have none."""

    @classmethod
    def of(cls, folded: str, table: Table) -> "Columns":
        """The columns below a head."""
        kinds = table.kinds
        remarks = [k for k, head in enumerate(table.heads) if REMARK.fullmatch(name_in(folded, head))]
        aside = {*remarks, *table.figures, table.unit}
        words = [k for k, kind in enumerate(kinds) if kind == "words" and k not in aside]
        return cls(
            table,
            kinds.index("number") if "number" in kinds else None,
            words or [k for k, kind in enumerate(kinds) if kind == "words"],
            [k for k in remarks if words and kinds[k] == "words"],
            [k for k, kind in enumerate(kinds) if kind == "fact" or k == table.office],
            sorted(table.figures),
            [k for k, head in enumerate(table.heads) if kinds[k] == "fact" and _MAY_LACK.search(name_in(folded, head))],
        )


def carry(columns: Columns, lines: Sequence[Line]) -> None:
    """Fill in what plain text leaves empty below a cell that stands beside several rows. A row without words of its own goes on
    the task above."""
    before: list[Value] | None = None
    for line in lines:
        if not line.values:
            before = None
            continue
        values = line.values
        task = next((k for k in reversed(columns.words) if values[k].filled), None)
        numbered = columns.number is not None and values[columns.number].filled
        if before is not None and not (numbered and task is None):
            left = [k for k in columns.words if task is None or k < task]
            if columns.number is not None:
                left.append(columns.number)
            first = min(columns.words, default=0)
            if task is not None and not numbered:  # bodies left of all tasks are what these are sorted by
                left += [k for k in columns.facts if k < first]
            for k in left:
                if not values[k].filled and before[k].filled:
                    values[k] = Value(before[k].span, above=True)
        before = values
    _carry_facts(columns, lines)


def say_again(folded: str, columns: Columns, lines: Sequence[Line], last: list[Value]) -> list[Value]:
    """Give cells of bodies, times and groups that say 同上 what the row above has there, and nothing where it has nothing.

    :param last: the row above the first line; none where there is none
    :return: the last row
    """
    told = [*columns.facts, *columns.words[:-1]]
    for line in lines:
        for k in told if line.values else ():
            if DITTO.fullmatch(folded, *line.values[k].span):
                line.values[k] = last[k]._replace(above=True) if last else Value()
        last = line.values or last
    return last


_FEWEST_GROUPS = 2
_MAY_LACK = re.compile("配合|协助|协同|协办|参与|参加|时|期|进度|进展")
"""Columns of which a task may well have nothing: who helps, and by when. Somebody answers for each."""


def _carry_facts(columns: Columns, lines: Sequence[Line]) -> None:
    """Bodies and times that stand in the first row of every group of a table and in no other hold for the whole group: the empty
    name of the group in these rows shows that empty cells are merged ones. A column with any other gap is left as it is, and so
    are those of helpers and times where the rows say each who answers: their cells may be empty."""
    groups: list[list[list[Value]]] = []
    for line in lines:
        inner = line.values and _is_inner(columns, line.values)
        if inner and groups:
            groups[-1].append(line.values)
        elif line.values:
            groups.append([line.values])
    large = sum(len(group) > 1 for group in groups)
    if large < _FEWEST_GROUPS:
        return
    merged = [
        k
        for k in columns.facts
        if all(group[0][k].filled and not any(values[k].filled for values in group[1:]) for group in groups)
    ]
    if merged and all(k in merged or k in columns.lacking for k in columns.facts):
        for group in groups:
            for values, k in product(group[1:], merged):
                values[k] = Value(group[0][k].span, above=True)


def _is_inner(columns: Columns, values: Sequence[Value]) -> bool:
    """Whether a row names a task of its own, below the name or number of a group that began above."""
    keys = [*columns.words, *([] if columns.number is None else [columns.number])]
    return any(values[k].above for k in keys) and any(values[k].own for k in columns.words)


_SLASH = re.compile(r"[^/]+")
_PERSONS = re.compile("人|领导")


def by_role(folded: str, head: Span, cell: Span) -> list[tuple[Span, Span]]:
    """What a column says, one by one where it is of two roles, 牵头部门/配合部门 above 教务处/各学院; nothing where its cell is not
    in as many parts."""
    roles = [m.span() for m in _SLASH.finditer(folded, *head)]
    if len(roles) == 1 or _PERSONS.search(folded, *head):
        return [(head, cell)]
    cells = [m.span() for m in _SLASH.finditer(folded, *cell)]
    return [*zip(roles, cells, strict=True)] if len(roles) == len(cells) else []
