"""Tables whose rows came out one a line with bars or tabs between the cells, 序号 | 工作任务 | 责任单位 | 完成时限, or whose cells
came out one a line.

The head of a table tells what each column holds; every row below it that has as many cells is a task.
"""

import re
from dataclasses import dataclass
from typing import Literal

from kjplan.extraction.duty_labels import NOUN
from kjplan.model import Span
from kjplan.reading.text import Passage, SourceText

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


@dataclass(slots=True)
class Table:
    """The head of a table: where each column's name stands, and what the column holds."""

    heads: list[Span]
    kinds: list[Column]


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
    """The table that a line opens, or None: every cell names a column, and one of them the task."""
    if not 2 <= len(cells) <= MOST_CELLS:
        return None
    kinds = [_kind("".join(folded[start:end].split())) for start, end in cells]
    if None in kinds or "words" not in kinds:
        return None
    return Table(cells, [kind for kind in kinds if kind])


def _kind(name: str) -> Column | None:
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(name)), None)


@dataclass(slots=True)
class Row:
    """A task as a table gives it: the cells of its words, and the columns that state a fact."""

    words: list[Span]
    facts: list[tuple[Span, Span]]
    """Head and cell: 责任单位, 市科技局."""

    def stated(self, source: SourceText) -> str:
        """The facts as a plan without a table would state them: （责任单位：市科技局；完成时限：6月底前）."""
        facts = "；".join(f"{source.words(*head)}：{source.words(*cell)}" for head, cell in self.facts)
        return f"（{facts}）" if facts else ""

    def passages(self, source: SourceText) -> list[Passage]:
        """Each fact as running words, 责任单位：市科技局, that know their way back to both cells."""
        found = []
        for head, cell in self.facts:
            text = f"{source.text[slice(*head)]}：{source.text[slice(*cell)]}"
            size = head[1] - head[0]
            # The colon stands for the bar after the head.
            pieces = [(0, head[0]), (size, head[1]), (size + 1, cell[0])]
            found.append(Passage(text, f"{source.folded[slice(*head)]}:{source.folded[slice(*cell)]}", pieces))
        return found


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
    return Row(words, [(head, cell) for kind, head, cell in columns if kind == "fact"]) if words else None


def head_of_lines(folded: str, lines: list[Span]) -> Table | None:
    """The head of a table whose cells stand one a line, in some lines of which it may be only a few; None where there is none.

    :param lines: the lines before the first heading
    """
    found = (head_at(folded, lines[k : k + MOST_CELLS + 1]) for k in range(len(lines)))
    return next((head for head in found if head), None)


def head_at(folded: str, lines: list[Span]) -> Table | None:
    """The head of a table that begins with the first of these lines, one name a line, or None: 序号, then names of columns,
    one of them known to be the task's."""
    names: list[str] = []
    for start, end in lines[: MOST_CELLS + 1]:
        name = "".join(folded[start:end].split())
        if (_kind(name) == "number") != (not names) or not _may_name_a_column(name):
            break
        names.append(name)
    known = [_kind(name) for name in names]
    if len(names) < _FEWEST_LINES or "words" not in known:
        return None
    return Table(lines[: len(names)], [kind or _loose_kind(name) for kind, name in zip(known, names, strict=True)])


_ORDINAL = re.compile(r"[0-9]{1,3}[.、]?")
_LONGEST_NAME = 8
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
    row = read_row(table, lines[:size])
    if row is None and size > 1:
        row = Row(lines[1:size], [])
    return None if row is None else (row, size)


def _is_number(folded: str, line: Span, number: int) -> bool:
    return _ORDINAL.fullmatch(folded, *line) is not None and int(folded[slice(*line)].rstrip(".、")) == number
