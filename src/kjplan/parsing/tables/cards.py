"""Tables of tasks that came out a card a task: 任务名称：新建公厕 above 任务内容：…, 责任单位：… and 完成时限：…, and the same labels again."""

import re
from itertools import pairwise

from kjplan.model import Span
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.tables.column_names import kind_of, name_in
from kjplan.parsing.tables.columns import trimmed
from kjplan.reading.text import SourceText

_NAMED = re.compile(r"(?:任务|项目|工程|事项|工作|实事|问题)名称 ?:(?=.)")
"""The label that opens a card; under a number the fields of a task are read by its heading."""
_LABELLED = re.compile(r"(?P<label>[一-鿿]{2,10}(?:\([^()]{1,10}\))?) ?:(?=.)")
_FEWEST = 2
_MOST_LINES = 16


def lay_cards(source: SourceText, units: list[Unit]) -> list[Unit]:
    """The units of a text, those of each of at least two cards that follow each other as one that knows its cells."""
    folded = source.folded
    opens = [k for k, unit in enumerate(units) if not unit.tabled and _NAMED.match(folded, *unit.span)]
    if len(opens) < _FEWEST:
        return units
    ends = {k: _end_of(folded, units, k) for k in opens}
    beside = {k for a, b in pairwise(opens) if ends[a] == b for k in (a, b)}
    cards = {k: row for k in opens if k in beside and (row := _row(folded, units[k : ends[k]]))}
    if len(cards) < _FEWEST:
        return units
    made, at = list[Unit](), 0
    while at < len(units):
        row = cards.get(at)
        if row is None:
            made.append(units[at])
            at += 1
            continue
        some = units[at : ends[at]]
        made.append(Unit(some[0].start, some[-1].end, row=row, tabled=True, cells=[unit.span for unit in some]))
        at = ends[at]
    return made


def _end_of(folded: str, units: list[Unit], at: int) -> int:
    """The first unit behind a card: the next one's first, or one without a label."""
    end = at + 1
    while end < len(units) and end - at < _MOST_LINES and not units[end].tabled:
        span = units[end].span
        if _LABELLED.match(folded, *span) is None or _NAMED.match(folded, *span):
            break
        end += 1
    return end


def _row(folded: str, lines: list[Unit]) -> Row | None:
    """The row that the lines of a card make; None where none of them says who or by when."""
    words: list[Span] = []
    facts: list[tuple[Span, Span]] = []
    for unit in lines:
        m = _LABELLED.match(folded, *unit.span)
        if m is None:
            return None
        label, value = m.span("label"), trimmed(folded, (m.end(), unit.end))
        if kind_of(name_in(folded, label)) == "fact":
            facts.append((label, value))
        else:
            words.append(value)
    return Row(words, facts) if facts and words else None
