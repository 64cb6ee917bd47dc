"""The heads of tables of tasks: which line or pair of rows is one, and what each of its columns holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kjplan.extraction.figures.indicator_columns import names_indicators
from kjplan.model import Span
from kjplan.parsing.tables.column_names import (
    YEAR,
    Kind,
    kind_of,
    kind_under,
    loose_kind,
    may_name_a_column,
    name_in,
    names_days,
    without_aside,
)

MOST_CELLS = 12


@dataclass(slots=True)
class Label:
    """What a column of figures counts: the words that name it, and where its unit stands; None where a column says it."""

    pieces: list[Span]
    unit: Span | None


@dataclass(slots=True)
class Table:
    """The head of a table: where each column's name stands, and what the column holds."""

    heads: list[Span]
    kinds: list[Kind]
    blanks: bool = False
    """Whether only blanks part the cells: 1 建设平台 市科技局."""
    rows: int = 1
    """How many rows of the table the head takes."""
    high: int = 0
    """How many lines a head takes in which names stand above others, one name a line."""
    figures: dict[int, Label] = field(default_factory=dict)
    """The columns whose cells are figures of what is planned."""
    unit: int | None = None
    """The column that says their unit: 计量单位."""
    given: Span | None = None
    """Where a line above says their unit: 单位：亩."""
    places: bool = False
    """Whether the rows are places or bodies, and the figures their quotas."""
    sorted_by: int | None = None
    """The column of bodies or days that each have tasks of their own: they are the names of groups."""
    office: int | None = None
    """The column that names these rows and says that they answer for their quotas: 责任单位."""

    @property
    def lines(self) -> int:
        """How many lines the head takes where its names stand one a line."""
        return self.high or len({*self.heads})


def read_head(folded: str, cells: list[Span]) -> Table | None:
    """The table that a line opens, or None: every cell names a column, and one of them the task; or may name one, and one of
    them names a fact (整治行业名称 | 时间安排 | 责任单位)."""
    return _table(folded, cells, [""] * len(cells))


def read_high_head(folded: str, upper: Sequence[Span], lower: Sequence[Span]) -> Table | None:
    """The table that two rows open, column by column: a name alone, or one below a name that spans several columns
    (责任分工 above 牵头单位 | 配合单位). Where the cell below is empty, or says the same, the one above names the column.

    :param upper: the cell of the first row above each column, the same for columns that it spans
    :param lower: the cell of the second row in each column
    """
    heads, above = [], []
    for over, under in zip(upper, lower, strict=True):
        name, below = name_in(folded, over), name_in(folded, under)
        alone = not below or name == below
        heads.append(over if alone else under)
        above.append("" if alone else name)
    return _table(folded, heads, above) if any(above) else None


def _table(folded: str, heads: list[Span], above: Sequence[str]) -> Table | None:
    if not 2 <= len(heads) <= MOST_CELLS:
        return None
    heads = [without_aside(folded, head) for head in heads]
    names = [name_in(folded, head) for head in heads]
    known = [kind_under(over, name) if over else kind_of(name) for name, over in zip(names, above, strict=True)]
    first = next((k for k, kind in enumerate(known) if kind != "number"), 0)
    by_body = known[first] is None and "words" in known and _OFFICE.fullmatch(names[first])
    by_day = names_days(names[first])
    if by_body:
        known[first] = "words"
    told = "words" in known if None not in known else "fact" in known and all(map(may_name_a_column, names))
    kinds = [kind or loose_kind(name) for kind, name in zip(known, names, strict=True)]
    if not told or "words" not in kinds:
        return None
    return Table(heads, kinds, sorted_by=first if by_body or by_day else None)


_OFFICE = re.compile("单位|部门|科室|处室|(?:成员|职能|相关|有关)(?:单位|部门)|(?:单位|部门|科室|处室)名称")
"""What the first column may be called where the tasks are sorted by who is to do them; elsewhere 单位 may be that of figures."""


_OF_TASKS = re.compile("任务|措施|举措|责任|牵头|配合|时限")


def read_figures(folded: str, upper: Sequence[Span], lower: Sequence[Span]) -> list[list[Span]] | None:
    """The names of the columns of a table of indicators, or None: 指标, and 2025年 or 目标值, the year first where one stands above
    the other."""
    heads = []
    for over, under in zip(upper, lower, strict=True):
        names = [span for span in (over, under) if span[0] < span[1]]
        if len(names) > 1 and name_in(folded, over) == name_in(folded, under):
            names = [under]
        heads.append(sorted(names, key=lambda span: YEAR.match(folded, *span) is None))
    said = ["".join(name_in(folded, span) for span in head) for head in heads]
    return heads if names_indicators(said) and not any(map(_OF_TASKS.search, said)) else None


def trimmed(folded: str, span: Span) -> Span:
    """A stretch without the blanks at its edges."""
    start, end = span
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end
