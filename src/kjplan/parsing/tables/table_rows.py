"""Tables of tasks found before the outline of a text: their rows become units that know their cells. A cell that stands beside
several rows holds for each of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kjplan.extraction.figures.indicator_columns import VALUE
from kjplan.model import Span
from kjplan.parsing.lines.rows import Figure, Group, Row
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import read_marker
from kjplan.parsing.tables.cell_numbers import RANKS, style_of
from kjplan.parsing.tables.cell_words import BLANK
from kjplan.parsing.tables.column_names import DONE, name_in
from kjplan.parsing.tables.columns import trimmed
from kjplan.parsing.tables.quotas import TOTAL, unit_in
from kjplan.parsing.tables.row_values import Columns, Line, Value, by_role, say_again
from kjplan.reading.text import SourceText

_SCORE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,2})?[分%]?")
_NO_GROUP = re.compile(r"(?:备?注|附注|说明|填表|合计|总计|小计|单位) ?:?|.*[。;!?].")
_LONGEST_GROUP = 40
_UNMARKED = 99
INNER = 100
"""The rank of a number and a name beside several rows: inside all groups."""


@dataclass(slots=True)
class Rower:
    """Makes rows of the lines of a table."""

    folded: str
    columns: Columns
    made: list[Unit] = field(default_factory=list)
    """The units that the lines become."""
    below: int = -1
    """Rank of the heading that the table stands under at once: numbers of its style in the table count for themselves."""
    _beside: list[int] = field(default_factory=list)
    """The columns in which a cell names several tasks."""
    over: list[tuple[int, Group]] = field(default_factory=list)
    """Rank and name of the lines between rows that name those below."""
    _open: dict[int, Group] = field(default_factory=dict)
    _last: Row | None = None
    above: list[Value] = field(default_factory=list)
    """The row above, whose cells 同上 stands for."""

    def take(self, lines: Sequence[Line]) -> None:
        """Add the units of some lines that follow each other."""
        words = self.columns.words
        self.above = say_again(self.folded, self.columns, lines, self.above)
        rows = [line.values for line in lines if line.values]
        self._beside = [
            k
            for k in words
            if k == self.columns.table.sorted_by
            or any(values[k].above and any(values[j].own for j in words if j > k) for values in rows)
        ]
        self._last = None
        self._open.clear()
        for line, below in pairwise(lines):
            for k in self.columns.figures if line.values and below.values else ():
                if below.values[k].above:  # a figure of several rows is that of none
                    line.values[k] = line.values[k]._replace(above=True)
        for line in lines:
            line.unit.tabled = True
            if line.values:
                self._row(line)
            else:
                self._between(line)

    def _between(self, line: Line) -> None:
        """A line over the whole width of the table: it names the rows below, and stands in the lines above it whose numbers are of
        an outer style (一、 above （一）)."""
        self._last = None
        self._open.clear()
        self.made.append(line.unit)
        if line.number is not None:
            rank = INNER if line.inner else RANKS.get(style_of(self.folded, line.number), _UNMARKED)
            self.leave(rank)
            self._open_below(line, rank)
            return
        marker = read_marker(self.folded, *line.title)
        rank = marker.rank if marker else _UNMARKED
        if marker and rank > self.below:
            self.over.clear()
            line.unit.tabled = False  # a heading of the outline
            return
        if line.title[1] - line.title[0] > _LONGEST_GROUP or (not marker and _NO_GROUP.match(self.folded, *line.title)):
            self.over.clear()
            return
        self.leave(rank)
        self._open_below(line, rank)

    def _open_below(self, line: Line, rank: int) -> None:
        line.unit.row = Group(line.title, self.groups_over(), line.number)
        self.over.append((rank, line.unit.row))

    def leave(self, rank: int) -> None:
        """End the groups whose numbers are not of an outer style."""
        while self.over and self.over[-1][0] >= rank:
            self.over.pop()

    def groups_over(self) -> list[Group]:
        """The groups that the next row stands in, from the outermost in."""
        return [group for _, group in self.over]

    def _row(self, line: Line) -> None:
        table, values, unit = self.columns.table, line.values, line.unit
        tasks = [k for k in self.columns.words if k not in self._beside]
        facts = [(k, values[k]) for k in self.columns.facts if not BLANK.fullmatch(self.folded, *values[k].span)]
        if self._is_sum(values):
            self.made.append(unit)
            return
        if any(values[k].own for k in tasks):
            begun = self._groups(values)
            figures = self._figures(values)
            plain = (k for k in self.columns.figures if k not in figures)
            spoken = [k for k in sorted([*tasks, *self.columns.remarks, *plain]) if values[k].own]
            done = [k for k in spoken[1:] if DONE.fullmatch(name_in(self.folded, table.heads[k]))]
            own = [values[k] for k in spoken if k not in done]
            facts += [(k, values[k]) for k in done]
            number = Value() if self.columns.number is None else values[self.columns.number]
            self._last = unit.row = Row(
                [piece for value in own for piece in value.pieces or _pieces(self.folded, value.span)],
                [part for k, v in facts if v.filled for part in by_role(self.folded, table.heads[k], v.span)],
                number.span if number.filled else None,
                [*self.groups_over(), *(self._open[k] for k in sorted(self._open))],
                [*figures.values()],
            )
            made = _split(self.folded, unit, begun, self._last.words[0][0])
            self.made += made[:-1]
            self.made += self._points(made[-1], self._last) if len(own) == 1 and not number.filled else made[-1:]
            return
        self.made.append(unit)
        stated = [(table.heads[k], value.span) for k, value in facts if value.own]
        if self._last is not None and stated and any(values[k].above for k in tasks):
            self._last.facts += stated
            unit.row = self._last

    def _is_sum(self, values: Sequence[Value]) -> bool:
        """Whether a row only sums up the others: no quota of a place, and of tasks none that has a number or who answers."""
        says = [
            values[k] for k in [*self.columns.facts, *([] if self.columns.number is None else [self.columns.number])]
        ]
        if not self.columns.table.places and any(value.filled for value in says):
            return False
        return any(TOTAL.fullmatch(name_in(self.folded, values[k].span)) for k in self.columns.words)

    def _points(self, unit: Unit, row: Row) -> list[Unit]:
        """A row of nothing but points that are counted, 1.印制试卷 above 2.布置考场, is as many tasks, each with what the row says."""
        markers = [read_marker(self.folded, *words) for words in row.words]
        counted = [(marker.style, marker.ordinal) for marker in markers if marker]
        steps = [(style, n + 1) for n in range(len(row.words)) for style, _ in counted[:1]]
        if len(row.words) < 2 or not counted or counted != steps:
            return [unit]
        starts = [unit.start, *(start for start, _ in row.words[1:])]
        ends = [*(end for _, end in row.words[:-1]), unit.end]
        made = []
        for words, start, end in zip(row.words, starts, ends, strict=True):
            self._last = replace(row, words=[words], figures=[])
            made.append(Unit(start, end, row=self._last, tabled=True))
        return made

    def _figures(self, values: Sequence[Value]) -> dict[int, Figure]:
        """The figures of a row, by their columns: cells that are nothing but one, and have a unit."""
        table, found = self.columns.table, dict[int, Figure]()
        given = trimmed(self.folded, values[table.unit].span) if table.unit is not None else (0, 0)
        if table.unit is None and self.columns.words and self.columns.figures:
            given = unit_in(self.folded, trimmed(self.folded, values[self.columns.words[0]].span))
        for k in self.columns.figures:
            label, cell = table.figures[k], trimmed(self.folded, values[k].span)
            unit = label.unit or given
            if values[k].own and unit[0] < unit[1] and VALUE.fullmatch(self.folded, *cell):
                found[k] = Figure(label.pieces, unit, cell)
        return found

    def _groups(self, values: Sequence[Value]) -> list[Group]:
        """The groups that begin with a row; those that it stands in are open."""
        begun: list[Group] = []
        for k in self._beside:
            value, group = values[k], self._open.get(k)
            if value.above and group is not None and not begun:
                continue
            said = self.folded[slice(*value.span)]
            if group is not None and not begun and said == self.folded[slice(*group.title)]:
                continue
            self._open.pop(k, None)
            if value.own:
                outer = (self._open[left] for left in sorted(self._open) if left < k)
                begun.append(Group(value.span, [*self.groups_over(), *outer]))
                self._open[k] = begun[-1]
        return begun


def group_lines(folded: str, columns: Columns, lines: list[Line]) -> None:
    """Let a row that holds nothing but a number and a name be the name of those below, where their numbers are of an inner style: 一,
    产业发展 above 1, 建设厂房, 市工信局; what they count for (31, 10分) may stand beside it."""
    if columns.number is None:
        return
    ranks = [_rank_in(folded, columns, line.values) for line in lines]
    inmost = max(ranks, default=-1)
    for line, rank in zip(lines, ranks, strict=True):
        filled = [
            k
            for k, value in enumerate(line.values)
            if value.filled and k != columns.number and not _SCORE.fullmatch(folded, *trimmed(folded, value.span))
        ]
        if 0 <= rank < inmost and len(filled) == 1 and filled[0] in columns.words:
            line.number, line.title = line.values[columns.number].span, line.values[filled[0]].span
            line.values = []


def _rank_in(folded: str, columns: Columns, values: Sequence[Value]) -> int:
    """The rank of the number of a row; -1 where it has none of its own."""
    number = values[columns.number] if values and columns.number is not None else Value()
    return RANKS.get(style_of(folded, number.span), -1) if number.own else -1


def _split(folded: str, unit: Unit, begun: Iterable[Group], words: int) -> list[Unit]:
    """A row's unit, the names of groups that begin with it as units of their own before it."""
    made, at, row = [], unit.start, unit.row
    for group in begun:
        start, end = group.title
        if at <= start and end <= words:
            made.append(Unit(at, end, row=group, tabled=True))
            at = end
            while folded[at].isspace():
                at += 1
    made.append(Unit(at, unit.end, row=row, tabled=True, cells=[cell for cell in unit.cells if cell[0] >= at]))
    return made


_PIECE = re.compile(r"[^\s][^\r\n]*")
_BREAK = re.compile("<br ?/?>")


def _pieces(folded: str, span: Span) -> list[Span]:
    """The lines of a cell; <br> breaks one where a table of Markdown stands in a text."""
    lines = _lines(folded, span)
    if folded.find("<br", *span) < 0:
        return lines
    made: list[Span] = []
    for start, end in lines:
        for m in [*_BREAK.finditer(folded, start, end), None]:
            piece = trimmed(folded, (start, m.start() if m else end))
            made += [piece] if piece[0] < piece[1] else []
            start = m.end() if m else end
    return made


def _lines(folded: str, span: Span) -> list[Span]:
    """The lines of a cell; those that a narrow column broke inside a name are one: 推进 / 建设."""
    pieces: list[Span] = []
    for m in _PIECE.finditer(folded, *span):
        line = (m.start(), m.start() + len(m[0].rstrip()))
        cut = bool(pieces) and _VERB.fullmatch(folded, *pieces[-1]) is not None
        if cut or (pieces and _PLAIN.fullmatch(folded, *pieces[-1]) and _REST.match(folded, *line)):
            pieces[-1] = (pieces[-1][0], line[1])
        else:
            pieces.append(line)
    return pieces


_VERB = re.compile(
    "推进|推动|加快|加强|开展|完善|实施|落实|促进|深化|提升|优化|健全|强化|做好|抓好|组织|建立|打造|培育|引进|加大|制定|出台"
)
"""A verb alone, whose object stands on the next line; but 修桥 / 修路 are two tasks."""
_PLAIN = re.compile(r"[一-鿿]{4,12}")
_REST = re.compile(r"[一-鿿]{1,3}[。:]")
"""The rest of a name, which says nothing by itself."""


_CONTINUED = re.compile(r"\(?(?:续表?|[续接]上[表页])\)?(?:[0-9]{1,2})?")


def says_on(folded: str, unit: Unit) -> bool:
    """Whether a line says no more than that a table goes on: （续）."""
    return _CONTINUED.fullmatch(folded, *unit.span) is not None


_NEAR = 3
"""A caption and a note may stand between a heading and its table."""


def rank_above(source: SourceText, units: Sequence[Unit]) -> int:
    """Rank of the number of the heading right above a table; -1 where there is none."""
    for unit in reversed(units[-_NEAR:]):
        if source.folded.startswith("附", unit.start):
            break
        if marker := read_marker(source.folded, *unit.span):
            return marker.rank
    return -1
