"""Columns of a table whose cells are figures of what is planned, the unit in the head (装机计划（MW）), in a column 计量单位 or in a line
above (单位：亩); and tables of quotas, whose rows are places: 街镇 | 2023年任务量（亩） | 一季度 | 二季度."""

import re
from collections.abc import Sequence

from kjplan.extraction.figures.labelled import WANTED, names_what_is_planned
from kjplan.extraction.figures.units import UNIT
from kjplan.extraction.times.time_words import SPELL
from kjplan.late import late
from kjplan.model import Span
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.tables.column_names import REMARK, Kind, kind_of, loose_kind, name_in
from kjplan.parsing.tables.columns import MOST_CELLS, Label, Table, trimmed
from kjplan.reading.text import SourceText

_BRACKET = late(rf"\(\s?(?:单位 ?: ?)?(?P<unit>{UNIT})\s?\)$")
_ABOVE = late(rf"(?<![一-鿿])单位 ?: ?(?P<unit>{UNIT})\s?\)?$")
_LONGEST_CAPTION = 160
_UNITS = re.compile("(?:计量|数量)单位")
_INDICATORS = re.compile("(?:主要|具体|核心|考核)?指标(?:名称)?")
"""A column whose names may say the unit: 企业开办时间（小时）."""
_PLACES = re.compile(
    r"(?:街镇|镇街|乡镇|镇乡|乡镇\(?街道\)?|镇\(街道\)|镇\(街\)|街道\(?乡?镇\)?|区县|县区|市县|县市区?|县\(?市、?区\)?|区\(?市、?县\)?|区\(县\)|市\(州\)|地区|区域|行政区域?|辖区|属地)"
    r"(?:名称)?"
)
"""What a column of places is called."""
_OFFICES = re.compile(
    "(?:责任|承担|承办|实施|任务|目标|所属|基层|各)?(?:单位|部门|科室|处室|院系|二级学院|学院)(?:名称)?"
)
"""What a column of bodies is called, where all others are of figures."""
_PERIOD = re.compile(rf"(?:20[0-9]{{2}}年度?)?{SPELL}?(?:累计|目标|计划|任务)?")
TOTAL = re.compile(r"(?:[合总小共]计|[总合满]分|汇总|全[市区县](?:[合总]计)?|.{0,4}[合小]计)")
"""What a row of sums is called."""


def with_figures(folded: str, table: Table, above: Sequence[Span], given: Span | None) -> Table:
    """A table with its columns of figures told: 任务量, with a unit from somewhere, and below it or beside it its quarters, where
    the rows are places.

    :param above: the cell above each column, in a head of two rows
    :param given: where a line above the table says the unit of all figures
    """
    heads, kinds = table.heads, table.kinds
    names = [name_in(folded, head) for head in heads]
    unit_column = next((k for k, name in enumerate(names) if _UNITS.fullmatch(name)), None)
    if unit_column is None and "单位" in names and any(map(_INDICATORS.fullmatch, names[: names.index("单位")])):
        unit_column = names.index("单位")
    words = [k for k, kind in enumerate(kinds) if kind == "words" and k != unit_column]
    first, office = next((k for k, kind in enumerate(kinds) if kind != "number"), 0), None
    if kinds[first] == "fact" and _OFFICES.fullmatch(names[first]) and all(_counts(folded, heads[k]) for k in words):
        kinds[first], office = "words", first
        words.insert(0, first)
    places = bool(words) and _names_rows(names[words[0]])
    labels: dict[int, Label] = {}
    for k in words[1:]:
        stem, unit = _stem(folded, heads[k])
        task = unit is None and not places and kind_of(names[k]) is not None
        if not task and names_what_is_planned(name_in(folded, stem)) and not REMARK.fullmatch(names[k]):
            labels[k] = Label([stem], unit or given)
    if places:
        _add_periods(folded, table, above, given, labels)
    named = bool(words) and _INDICATORS.fullmatch(names[words[0]]) is not None
    labels = {k: label for k, label in labels.items() if label.unit or unit_column is not None or named}
    if labels and any(k not in labels for k in words):
        table.figures, table.places, table.unit, table.office = labels, places, unit_column, office
        for k in labels:
            kinds[k] = "words"
        table.given = given
    return table


def _add_periods(
    folded: str, table: Table, above: Sequence[Span], given: Span | None, labels: dict[int, Label]
) -> None:
    """The columns that only say when: what is counted stands above them, or names the column of the whole."""
    whole = next(iter(labels.values()), None)
    for k, head in enumerate(table.heads):
        stem, unit = _stem(folded, head)
        if k in labels or table.kinds[k] == "number" or not _PERIOD.fullmatch(name_in(folded, stem)):
            continue
        over, over_unit = _stem(folded, above[k]) if k < len(above) else ((0, 0), None)
        if over[0] < over[1] and over != stem and names_what_is_planned(name_in(folded, over)):
            labels[k] = Label([stem, over], unit or over_unit or given)
        elif whole is not None:
            noun = whole.pieces[-1]
            m = WANTED.search(folded, *noun)
            labels[k] = Label([stem, (m.start("noun"), noun[1]) if m else noun], unit or whole.unit)


def _names_rows(name: str) -> bool:
    """Whether a column is called as those are whose rows are places or bodies that get a quota."""
    return _PLACES.fullmatch(name) is not None or _OFFICES.fullmatch(name) is not None


def _counts(folded: str, head: Span) -> bool:
    """Whether a column is surely one of figures of what is planned, and none of tasks: 任务量."""
    return kind_of(name_in(folded, head)) is None and names_what_is_planned(name_in(folded, _stem(folded, head)[0]))


def _stem(folded: str, head: Span) -> tuple[Span, Span | None]:
    """The name of a column without the unit in brackets behind it, and where that unit stands."""
    m = _BRACKET.search(folded, *head)
    return (head, None) if m is None else (trimmed(folded, (head[0], m.start())), m.span("unit"))


def read_quotas(folded: str, upper: Sequence[Span], lower: Sequence[Span], given: Span | None) -> Table | None:
    """The table of quotas that a row or two open, column by column: a column of places, and others of figures. None for any other.

    :param lower: the cell of a second row of the head in each column, nothing where there is none
    """
    heads = [under if under[0] < under[1] else over for over, under in zip(upper, lower, strict=True)]
    names = [name_in(folded, head) for head in heads]
    if not 2 <= len(heads) <= MOST_CELLS or not all(names) or not any(map(_names_rows, names)):
        return None
    kinds: list[Kind] = [kind_of(name) or loose_kind(name) for name in names]
    first = next(k for k, kind in enumerate(kinds) if kind != "number") if {*kinds} != {"number"} else 0
    if not _names_rows(names[first]):
        return None
    if kinds[first] != "fact":
        kinds[first] = "words"
    over = [a if b[0] < b[1] else (0, 0) for a, b in zip(upper, lower, strict=True)]
    table = with_figures(folded, Table(heads, kinds), over, given)
    return table if table.figures else None


def unit_in(folded: str, cell: Span) -> Span:
    """Where the name of an indicator says its unit, 企业开办时间（小时）; nothing where it does not."""
    m = _BRACKET.search(folded, *cell)
    return m.span("unit") if m else (0, 0)


_CAPTION = re.compile(
    r"表 ?[0-9一二三四五六七八九十](?:[-.—–][0-9]{1,2})?[0-9一二三四五六七八九十]?[ :、.]?[^。;!?]{0,40}"
)
"""The caption of a table in the text: 表1 重点工程责任分工表, 表2-1."""


def keep_caption(folded: str, table: Table | None, units: Sequence[Unit]) -> None:
    """Let the caption of a table and the line that says the unit of its figures be words, and no task."""
    for unit in units[-2:] if table is not None else ():
        unit.tabled = unit.tabled or _CAPTION.fullmatch(folded, *unit.span) is not None
    if table is not None and table.given is not None:
        for unit in units[-2:]:
            unit.tabled = unit.tabled or unit.start <= table.given[0] < unit.end


def unit_above(source: SourceText, units: Sequence[Unit]) -> Span | None:
    """Where the last lines above a table say the unit of its figures: 单位：亩."""
    for unit in units[-2:]:
        m = _ABOVE.search(source.folded, max(unit.start, unit.end - _LONGEST_CAPTION), unit.end)
        if m is not None:
            return m.span("unit")
    return None
