"""Tables whose rows came out one a line with bars or tabs between the cells, 序号 | 工作任务 | 责任单位 | 完成时限, or whose cells
came out one a line.

The head of a table tells what each column holds; every row below it that has as many cells is a task.
"""

import re
from dataclasses import dataclass
from typing import Literal

from kjplan.extraction.duty_labels import NOUN
from kjplan.model import Span
from kjplan.parsing.rows import Row, spread_row

Column = Literal["number", "words", "fact"]

_COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("number", re.compile(r"序号|编号|No\.?")),
    (
        "fact",
        re.compile(
            rf"{NOUN}|(?:计划|拟|预计|任务|工作)?(?:完成|办结|办理|整改|达标|销号|推进|实施|启动|落实|时间|责任|目标|截止|起止)?"
            r"(?:时限|期限)(?:要求)?|(?:计划|拟|预计)?(?:完成|办结|整改|达标|销号|推进|实施|启动|落实|截止|起止)"
            r"(?:时间|日期|节点)(?:要求)?|时间(?:节点|要求|安排|进度)"
        ),
    ),
    (
        "words",
        re.compile(
            r"(?:工作|重点|主要|目标|具体|年度)*(?:任务|举措|措施|内容|事项|要点|目标|指标|项目|要求)(?:名称|分解)?"
        ),
    ),
    ("words", re.compile(r"备注|类别|进度(?:安排)?|(?:责任|牵头|分管|包抓|市级)领导|责任人|联系人|完成情况|分值|标准")),
)
"""What the heads of columns are called: 重点工作任务, 牵头单位, 完成时限."""
MOST_CELLS = 12
_TOKEN = re.compile(r"[^ \u3000\t]+")
_SURE = frozenset({"序号", "编号"})
_ORDINAL = re.compile(r"[0-9]{1,3}[.、]?")


@dataclass(slots=True)
class Table:
    """The head of a table: where each column's name stands, and what the column holds."""

    heads: list[Span]
    kinds: list[Column]
    blanks: bool = False
    """Whether only blanks part the cells: 1 建设平台 市科技局."""
    shared: bool = False
    """Whether a cell that several rows share stands, now and then, before a row's number."""

    @property
    def lines(self) -> int:
        """How many lines the head takes where its names stand one a line."""
        return len({*self.heads})


def blank_head(folded: str, start: int, end: int) -> Table | None:
    """The table that a line opens whose names only blanks part, the first of them 序号; letters that are only spaced out make
    one name: 序号 工 作 任 务 牵头单位. None for any other line."""
    if not folded.startswith("序号", start, end):
        return None
    heads: list[Span] = []
    for m in _TOKEN.finditer(folded, start, end):
        if heads and m.end() - m.start() == 1 and folded[slice(*heads[-1])].replace(" ", "") not in _SURE:
            heads[-1] = (heads[-1][0], m.end())
        else:
            heads.append(m.span())
    table = read_head(folded, heads)
    return None if table is None else Table(table.heads, table.kinds, blanks=True)


def blank_cells(folded: str, table: Table, start: int, end: int) -> list[Span]:
    """The cells of a row below such a head: the number first, the facts of the last columns behind, all else the words; none
    where the line is no row of it."""
    tokens = [m.span() for m in _TOKEN.finditer(folded, start, end)]
    behind = next((k for k, kind in enumerate(reversed(table.kinds)) if kind == "words"), 0)
    between = len(table.kinds) - 1 - behind
    if len(tokens) < len(table.kinds) or not _ORDINAL.fullmatch(folded, *tokens[0]) or between < 1:
        return []
    rest = tokens[1 : len(tokens) - behind]
    words = [*rest[: between - 1], (rest[between - 1][0], rest[-1][1])]
    return [tokens[0], *words, *tokens[len(tokens) - behind :]]


def cells_of(folded: str, start: int, end: int) -> list[Span]:
    """The cells of a line, trimmed, empty ones kept; none where it has neither bar nor tab. Bars around the whole line part
    nothing."""
    bar = "|" if "|" in folded[start:end] else "\t"
    if bar not in folded[start:end]:
        return []
    if folded[start] == "|":
        start += 1
    if end > start and folded[end - 1] == "|":
        end -= 1
    cells, at = [], start
    for piece in folded[start:end].split(bar):
        left = at + len(piece) - len(piece.lstrip())
        cells.append((left, max(left, at + len(piece.rstrip()))))
        at += len(piece) + 1
    return cells


def read_head(folded: str, cells: list[Span]) -> Table | None:
    """The table that a line opens, or None: every cell names a column, and one of them the task; or may name one, and one of
    them names a fact (整治行业名称 | 时间安排 | 责任单位)."""
    if not 2 <= len(cells) <= MOST_CELLS:
        return None
    names = ["".join(folded[start:end].split()) for start, end in cells]
    known = [_kind(name) for name in names]
    told = "words" in known if None not in known else "fact" in known and all(map(_may_name_a_column, names))
    kinds = [kind or _loose_kind(name) for kind, name in zip(known, names, strict=True)]
    return Table(cells, kinds) if told and "words" in kinds else None


def _kind(name: str) -> Column | None:
    if "," in name or "。" in name:
        return None
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(name)), None)


def read_row(table: Table, cells: list[Span]) -> Row | None:
    """The task in a line below a table's head; None where it has other columns, or no words."""
    if len(cells) != len(table.kinds):
        return None
    columns = [
        (kind, head, cell)
        for kind, head, cell in zip(table.kinds, table.heads, cells, strict=True)
        if cell[0] < cell[1]
    ]
    words = [cell for kind, _, cell in columns if kind == "words"]
    if not words:
        return None
    number = next((cell for kind, _, cell in columns if kind == "number"), None)
    return Row(words, [(head, cell) for kind, head, cell in columns if kind == "fact"], number)


def head_of_lines(folded: str, lines: list[Span]) -> Table | None:
    """The head of a table in some lines of which it may be only a few, its names one a line or parted by bars; None where
    there is none.

    :param lines: the lines before the first heading
    """
    found = (
        head_at(folded, lines[k : k + MOST_CELLS + 1]) or read_head(folded, cells_of(folded, *line))
        for k, line in enumerate(lines)
    )
    return next((head for head in found if head), None)


def head_at(folded: str, lines: list[Span]) -> Table | None:
    """The head of a table that begins with the first of these lines, one name a line, or None: 序号, then names of columns,
    one of them known to be the task's or a fact's; or names that are all known, above a row with a number."""
    if head := _unnumbered_head(folded, lines):
        return head
    names: list[str] = []
    for start, end in lines[: MOST_CELLS + 1]:
        name = "".join(folded[start:end].split())
        if (_kind(name) == "number") != (not names) or not _may_name_a_column(name):
            break
        names.append(name)
    known = [_kind(name) for name in names]
    if len(names) < _FEWEST_LINES or not {"words", "fact"} & {*known}:
        return None
    return Table(lines[: len(names)], [kind or _loose_kind(name) for kind, name in zip(known, names, strict=True)])


def known_columns(folded: str, lines: list[Span]) -> list[Column]:
    """What the first of these lines hold, all of them names of columns and one of a fact; empty where they are too few."""
    kinds: list[Column] = []
    for start, end in lines:
        kind = _kind("".join(folded[start:end].split()))
        if kind is None or kind == "number":
            break
        kinds.append(kind)
    return kinds if len(kinds) >= _FEWEST_LINES and "fact" in kinds else []


def _unnumbered_head(folded: str, lines: list[Span]) -> Table | None:
    """The same where no column is called 序号: the number 1 stands first in the row, or behind the cell that it shares with
    others (工作任务 · 具体要求 · 责任科室 above 公开 · 1 · 清理文件 · 办公室)."""
    kinds = known_columns(folded, lines)
    after = [folded[slice(*line)] for line in lines[len(kinds) : len(kinds) + 2]]
    if not kinds or "1" not in after:
        return None
    if after[0] == "1":
        return Table([lines[0], *lines[: len(kinds)]], ["number", *kinds])
    return Table(lines[: len(kinds)], ["number", *kinds[1:]], shared=True) if "words" in kinds[1:] else None


_LONGEST_NAME = 10
_FEWEST_LINES = 3
_FACT_ENDS = re.compile(r"(?:单位|部门|处室|科室|时限)$")


def _may_name_a_column(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and not _ORDINAL.fullmatch(name) and name[-1] not in "。;:,"


def _loose_kind(name: str) -> Column:
    """What a column holds whose name is not in the table: 指导部门 states bodies, 推广范围 is words."""
    return "fact" if _FACT_ENDS.search(name) else "words"


def row_of_lines(folded: str, table: Table, lines: list[Span]) -> tuple[Row, int] | None:
    """The row that begins with the first of these lines, its cells one a line, and how many lines it takes; None where the
    first is no number, or nothing follows it. It ends before the next number; the last one has as many lines as there are columns.

    A row with a line for each column states what its columns say; of any other, with a cell that is empty or runs over
    lines, only the words are known.

    :param lines: some more than the table has columns, where there are so many
    """
    if table.kinds[0] != "number" or not _ORDINAL.fullmatch(folded, *lines[0]):
        return None
    number = int(folded[slice(*lines[0])].rstrip(".、"))
    most = min(len(lines), len(table.kinds))
    size = next((k for k, line in enumerate(lines[1:], 1) if _is_number(folded, line, number + 1)), most)
    size = min(size, most) if table.shared else size
    row = read_row(table, lines[:size]) or spread_row(folded, table.heads, table.kinds, lines[:size])
    if row is None and size > 1:
        row = Row(lines[1:size], [], lines[0])
    return None if row is None else (row, size)


def number_in(folded: str, cell: Span) -> str | None:
    """The 序号 in a cell without the point that may follow it; None where it is no number."""
    words = folded[slice(*cell)]
    return words.rstrip(".、") if _ORDINAL.fullmatch(words) else None


def _is_number(folded: str, line: Span, number: int) -> bool:
    return _ORDINAL.fullmatch(folded, *line) is not None and int(folded[slice(*line)].rstrip(".、")) == number
