"""Tables of tasks that came out a card a task: 任务名称：新建公厕 above 任务内容：…, 责任单位：… and 完成时限：…, and the same labels again."""

import re

from kjplan.model import Span
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.tables.column_names import ORDINAL, kind_of, name_in
from kjplan.parsing.tables.columns import trimmed
from kjplan.reading.text import SourceText

_OPENS = re.compile(
    r"(?P<label>(?:任务|工作)?[序编]号) ?:\s?(?=[0-9]{1,3}\s*$)"
    r"|(?P<named>(?:任务|项目|工程|事项|工作|实事|问题)名称|(?:重点|主要|具体|督办|督查|交办|整改|议定)?(?:工作)?(?:任务|事项)) ?:(?=.)"
)
"""The label that opens a card: 任务名称, 工作任务, 序号：1; under a number the fields of a task are read by its heading."""
_LABELLED = re.compile(r"(?P<label>[一-鿿]{2,10}(?:\([^()]{1,10}\))?) ?:(?=.)")
_FEWEST = 2
_MOST_LINES = 16


def lay_cards(source: SourceText, units: list[Unit]) -> list[Unit]:
    """The units of a text, those of each of at least two cards that follow each other as one that knows its cells. All cards of a
    row of them open with the same label."""
    folded = source.folded
    opens = {k: m for k, u in enumerate(units) if not u.tabled and (m := _OPENS.match(folded, u.start, u.end))}
    if len(opens) < _FEWEST:
        return units
    made, at = list[Unit](), 0
    while at < len(units):
        run = _run(folded, units, at, opens) if at in opens else []
        made += run or [units[at]]
        at += sum(len(unit.cells) for unit in run) or 1
    return made


def _run(folded: str, units: list[Unit], at: int, opens: dict[int, re.Match[str]]) -> list[Unit]:
    """The cards that follow each other from a unit on; none where these are too few."""
    label = opens[at][0]
    cards = list[Unit]()
    while at in opens and opens[at][0] == label:
        end = _end_of(folded, units, at, label)
        row = _row(folded, units[at:end])
        if row is None:
            break
        some = units[at:end]
        cards.append(Unit(some[0].start, some[-1].end, row=row, tabled=True, cells=[unit.span for unit in some]))
        at = end
    return cards if len(cards) >= _FEWEST else []


def _end_of(folded: str, units: list[Unit], at: int, label: str) -> int:
    """The first unit behind a card: the next one's first, or one without a label."""
    end = at + 1
    while end < len(units) and end - at < _MOST_LINES and not units[end].tabled:
        span = units[end].span
        if _LABELLED.match(folded, *span) is None or folded.startswith(label, span[0]):
            break
        end += 1
    return end


def _row(folded: str, lines: list[Unit]) -> Row | None:
    """The row that the lines of a card make; None where none of them says who or by when."""
    words: list[Span] = []
    facts: list[tuple[Span, Span]] = []
    number: Span | None = None
    for unit in lines:
        m = _LABELLED.match(folded, *unit.span)
        if m is None:
            return None
        label, value = m.span("label"), trimmed(folded, (m.end(), unit.end))
        if kind_of(name_in(folded, label)) == "fact":
            facts.append((label, value))
        elif unit is lines[0] and ORDINAL.fullmatch(folded, *value):
            number = value
        else:
            words.append(value)
    return Row(words, facts, number) if facts and words else None
