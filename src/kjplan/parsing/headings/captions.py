"""Captions of tables of tasks and of lists of duties that stand behind the text: each opens a part of the plan, as a heading would.

``附件：重点任务分解表`` and ``任务分工表`` above a table name what follows; a table in the middle of numbered text belongs to the heading
above it, whatever its caption.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kjplan.model import Span
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import STYLES, read_marker
from kjplan.parsing.shared_out import gives_duty, lists_duties

_LABEL = re.compile(r"附 ?[件录表] ?[0-9一二三四五六七八九十]{0,3} ?(?::|$|\s)\s{0,4}")
_CAPTION = re.compile(
    r"[^。;!?|]{2,60}(?:表|清单|台账|任务书|(?:任务|责任|职责)(?:分工|分解|安排)|分工方案)\s{0,2}(?:\([^()]{1,20}\))?"
)
_BESIDE = re.compile(r"\([^()]{1,30}\)|[^。;|]{0,40}(?:单位|日期|时间) ?:[^。;|]{0,60}|[^。;|]{1,20}")
"""What may stand between a caption and its table: （2023-2025年）, 单位：亩, 打*的为具体项目."""
_FIRST_LINE = re.compile(r"[^。;:!?,|]{4,50}")
_DUTIES = re.compile(r"(?:职责|职责分工|职责任务|责任分工)$")
_LONGEST_DUTIES = 44
_LOOK = 6
"""So many lines below tell a list of duties."""
_SHORT = 16
_BETWEEN = 2


@dataclass(slots=True)
class Caption:
    """A caption: its units, the label before its name (附件：), and the name."""

    units: list[Unit] = field(default_factory=list)
    label_end: int = 0
    title: Span = (0, 0)


def find_captions(folded: str, units: Sequence[Unit], begun: bool = False) -> dict[int, Caption]:
    """The captions among some units, by where the first unit of each begins.

    :param begun: whether the document has begun before these units; else the first table's caption may be its title
    """
    found = _above_duties(folded, units)
    if not any(unit.tabled for unit in units):
        return found
    last = _last_heading(folded, units)
    begun = begun or last >= 0
    for k in range(last + 1, len(units) - 1):
        if units[k].tabled or not units[k + 1].tabled:
            continue
        if begun and _holds_rows(units, k + 1) and (caption := _caption(folded, units, k, last)):
            found[caption.units[0].start] = caption
        begun = True
    return found


def _above_duties(folded: str, units: Sequence[Unit]) -> dict[int, Caption]:
    """The captions behind all numbered text of lists that say what each body sees to: 附件：相关单位及职责."""
    found: dict[int, Caption] = {}
    for k in range(len(units) - 2, 0, -1):
        (start, end), tabled = units[k].span, units[k].tabled
        marked = not tabled and read_marker(folded, start, end) is not None
        if (
            end - start <= _LONGEST_DUTIES
            and not (tabled or marked or start in found)
            and _DUTIES.search(folded, start, end)
        ):
            label = _LABEL.match(folded, start, end)
            name = label.end() if label else start
            if lists_duties(folded, [_behind_marker(folded, u) for u in units[k + 1 : k + 1 + _LOOK]]):
                made = Caption([units[k]], name, (name, end))
                if label is None and _names_same(folded, units[k - 1], folded[start:end]):
                    made.units.insert(0, units[k - 1])
                    made.label_end = units[k - 1].end
                found[made.units[0].start] = made
        if marked and not gives_duty(folded, _behind_marker(folded, units[k])):
            return found
    return {}


def _behind_marker(folded: str, unit: Unit) -> Span:
    """A line without the number that opens it."""
    marker = read_marker(folded, *unit.span)
    return (marker.end if marker and marker.end < unit.end else unit.start), unit.end


def _names_same(folded: str, unit: Unit, name: str) -> bool:
    """Whether the line above is the label of what a caption names, with the name or without: 附件：相关单位及职责, 附件."""
    label = _LABEL.match(folded, *unit.span)
    return label is not None and folded[label.end() : unit.end].strip() in ("", name)


def _last_heading(folded: str, units: Sequence[Unit]) -> int:
    """The last unit that is numbered as parts of a text are; -1 where none is."""
    for k in range(len(units) - 1, -1, -1):
        marker = None if units[k].tabled else read_marker(folded, *units[k].span)
        if marker is not None and marker.rank < STYLES["decimal"].rank:
            return k
    return -1


def _holds_rows(units: Sequence[Unit], at: int) -> bool:
    """Whether the table that begins with a unit has rows of tasks."""
    while at < len(units) and units[at].tabled:
        if isinstance(units[at].row, Row):
            return True
        at += 1
    return False


def _caption(folded: str, units: Sequence[Unit], at: int, last: int) -> Caption | None:
    """The caption whose last line, or a line beside it, is a unit."""
    for k in range(at, max(last, at - _BETWEEN - 1), -1):
        start, end = units[k].span
        label = _LABEL.match(folded, start, end)
        name = label.end() if label else start
        if name < end and _CAPTION.fullmatch(folded, name, end):
            made = _with_lines(folded, units, k, (name, end), last, label is not None)
            _take_beside(folded, units[k + 1 : at + 1], made)
            return made
        if units[k].tabled or not _BESIDE.fullmatch(folded, start, end):
            return None
    return None


def _take_beside(folded: str, units: Sequence[Unit], made: Caption) -> None:
    """A bracket below a caption is part of it; what else stands above the table is a line of the table."""
    for unit in units:
        if folded[unit.start] == "(" and made.units[-1].end == made.title[1]:
            made.units.append(unit)
            made.title = made.title[0], unit.end
        else:
            unit.tabled = True


def _with_lines(folded: str, units: Sequence[Unit], k: int, title: Span, last: int, labelled: bool) -> Caption:
    """A caption with the line before it that begins its name, and the label above."""
    made = Caption([units[k]], title[0], title)
    if labelled:
        return made
    before = units[k - 1] if k - 1 > last and not units[k - 1].tabled else None
    if before and title[1] - title[0] <= _SHORT and _opens_name(folded, before):
        made.units.insert(0, before)
        made.title, made.label_end = (before.start, title[1]), before.start
        before = units[k - 2] if k - 2 > last and not units[k - 2].tabled else None
    if before and _LABEL.fullmatch(folded, *before.span):
        made.units.insert(0, before)
        made.label_end = before.end
    return made


def _opens_name(folded: str, unit: Unit) -> bool:
    return _FIRST_LINE.fullmatch(folded, *unit.span) is not None and _LABEL.fullmatch(folded, *unit.span) is None
