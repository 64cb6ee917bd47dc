"""A trend as tables and records: a row a line for people, a row a figure for spreadsheets."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from kjplan.diffing.trend import IndicatorTrend, MeasureTrend, Point, Trend
from kjplan.language import say
from kjplan.matching.values import EXACT, PERCENTAGES
from kjplan.output.diff_words import change_words, note_words, notes_words, value_words
from kjplan.output.sparkline import sparkline
from kjplan.querying.table import Column, Table
from kjplan.querying.wording import number

PARTS: dict[str, tuple[str, str]] = {
    "goals": ("目标中的指标", "Indicators of goals"),
    "targets": ("举措中的指标", "Indicators of measures"),
    "measures": ("举措", "Measures"),
}
"""What may be asked for, with the headings."""

_LONGEST = 40
"""Characters of a measure's title that a table for people shows."""


Parts = list[tuple[str, Table]]


def parts(trend: Trend, wanted: tuple[str, ...] = tuple(PARTS)) -> Parts:
    """Headings and tables of the parts asked for; those without rows are left out."""
    tables = {
        "goals": indicators(trend, "goals"),
        "targets": indicators(trend, "measures"),
        "measures": measures(trend),
    }
    return [(say(*PARTS[part]), table) for part, table in tables.items() if part in wanted and table.rows]


def narrowed(trend: Trend, wanted: tuple[str, ...]) -> Trend:
    """The trend without the parts that are not asked for."""
    names = {"goals": "goals", "measures": "targets"}
    kept = [line for line in trend.indicators if names[line.part] in wanted]
    return replace(trend, indicators=kept, measures=trend.measures if "measures" in wanted else [])


def lines_of(trend: Trend, part: str) -> list[IndicatorTrend]:
    """The lines of one part: those of the goals all, those of measures only where two plans have the indicator."""
    return [line for line in trend.indicators if line.part == part and (part == "goals" or len(line.points) > 1)]


def indicators(trend: Trend, part: str) -> Table:
    """One line an indicator: names, sparkline, the figure in the words of each year, the whole change."""
    columns = [Column("indicator", "指标", "indicator"), Column("trend", "走势", "trend")]
    columns += [Column(place, place, place) for place in trend.axis]
    columns += [Column("change", "首尾之差", "first to last", align="right"), Column("notes", "说明", "notes")]
    rows = []
    for line in lines_of(trend, part):
        by_place = {point.at: value_words(point.target) for point in line.points}
        figures = [by_place.get(at, "–") for at in range(len(trend.axis))]
        rows.append([" → ".join(line.names), spark(trend, line), *figures, _whole(line), _line_notes(line)])
    return Table(columns, rows)


def spark(trend: Trend, line: IndicatorTrend) -> str:
    """The sparkline of a line, in base units."""
    by_place = {point.at: point.value for point in line.points}
    return sparkline([by_place.get(at) for at in range(len(trend.axis))])


def _whole(line: IndicatorTrend) -> str:
    """The last value less the first one: ``+234亿元``; nothing for a single point, or where one of the two is a range."""
    first, last = line.points[0], line.points[-1]
    if len(line.points) < 2 or first.value is None or last.value is None:
        return ""
    if first.target.value_max is not None or last.target.value_max is not None:
        return ""
    return signed(EXACT.subtract(last.value, first.value), last.unit)


def signed(value: Decimal, unit: str | None) -> str:
    """A difference in base units as people write it: 880000000元 is ``+8.8亿元``."""
    if not value:
        return say("持平", "the same")
    for digits, word in ((8, "亿"), (4, "万")):
        if unit and unit not in PERCENTAGES and abs(value) >= 10**digits:
            value, unit = value.scaleb(-digits, EXACT).normalize(EXACT), word + unit
            break
    if unit == "%":
        unit = say("个百分点", " points")
    return f"{'+' if value > 0 else ''}{number(value)}{unit or ''}"


def _line_notes(line: IndicatorTrend) -> str:
    notes = []
    if line.follows is not None:
        notes.append(say(f"接替“{line.follows}”", f"in place of {line.follows}"))
        notes.append(note_words(line.began or ""))
    notes += [notes_words(point.notes) for point in line.points if point.notes]
    return say("；", "; ").join(dict.fromkeys(notes))


def measures(trend: Trend) -> Table:
    """One line a measure: its number in each plan, and what changed on the way."""
    columns = [Column("measure", "举措", "measure")]
    columns += [Column(place, place, place) for place in trend.axis]
    columns.append(Column("changes", "变化", "changes"))
    rows = []
    for line in trend.measures:
        by_place = {step.at: step.measure.number or "●" for step in line.steps}
        numbers = [by_place.get(at, "–") for at in range(len(trend.axis))]
        rows.append([_title(line), *numbers, _measure_notes(trend, line)])
    return Table(columns, rows)


def _title(line: MeasureTrend) -> str:
    last = line.steps[-1].measure
    name = last.title or last.number or last.id
    return name if len(name) <= _LONGEST else name[:_LONGEST] + "…"


def _measure_notes(trend: Trend, line: MeasureTrend) -> str:
    notes = []
    if line.split_from is not None:
        origin = line.split_from.title or line.split_from.id
        notes.append(say(f"由“{origin}”拆出", f"split off from {origin}"))
    for step in line.steps[1:]:
        if step.changes != ["same"]:
            notes.append(f"{trend.axis[step.at]}{say('：', ': ')}{change_words(list(step.changes))}")
    if line.merged_into is not None:
        heir = line.merged_into.title or line.merged_into.id
        notes.append(say(f"并入“{heir}”", f"merged into {heir}"))
    return say("；", "; ").join(notes)


def everything(trend: Trend) -> Table:
    """Every figure and every measure of every plan, a row each, for csv and tsv; values in base units."""
    keys = ("part", "line", "name", "year", "id", "value", "unit", "delta", "direction", "quote", "notes")
    rows: list[list[str]] = []
    for n, line in enumerate(trend.indicators, 1):
        part = "goal_indicator" if line.part == "goals" else "measure_indicator"
        rows += [[part, str(n), p.target.indicator, trend.axis[p.at], p.target.id, *_cells(p)] for p in line.points]
    for n, measure in enumerate(trend.measures, len(trend.indicators) + 1):
        for step in measure.steps:
            name = step.measure.title or step.measure.id
            changes = " ".join(step.changes)
            rows.append(["measure", str(n), name, trend.axis[step.at], step.measure.id, "", "", "", "", "", changes])
    return Table([Column(key, key, key) for key in keys], rows)


def _cells(point: Point) -> list[str]:
    value, delta = ("" if n is None else number(n) for n in (point.value, point.delta))
    return [value, point.unit or "", delta, point.direction or "", point.target.quote or "", " ".join(point.notes)]


def to_record(trend: Trend) -> dict[str, Any]:
    """The trend for programs; values are in base units, ``written`` is the figure as the plan has it."""
    return {
        "plans": [
            {"title": p.title, "year": p.year, "at": at} for p, at in zip(trend.plans, trend.places, strict=True)
        ],
        "axis": trend.axis,
        "indicators": [_indicator_record(line) for line in trend.indicators],
        "measures": [_measure_record(line) for line in trend.measures],
    }


def _indicator_record(line: IndicatorTrend) -> dict[str, Any]:
    points = [
        {
            "at": p.at,
            "id": p.target.id,
            "indicator": p.target.indicator,
            "value": p.value,
            "unit": p.unit,
            "delta": p.delta,
            "direction": p.direction,
            "notes": p.notes,
            "written": {"value": p.target.value, "value_max": p.target.value_max, "unit": p.target.unit},
            "quote": p.target.quote,
        }
        for p in line.points
    ]
    head = {"part": line.part, "indicator": line.indicator, "names": line.names}
    return {**head, "follows": line.follows, "began": line.began, "points": points}


def _measure_record(line: MeasureTrend) -> dict[str, Any]:
    steps = [
        {"at": s.at, "id": s.measure.id, "number": s.measure.number, "title": s.measure.title, "changes": s.changes}
        for s in line.steps
    ]
    origin, heir = (None if r is None else {"id": r.id, "title": r.title} for r in (line.split_from, line.merged_into))
    return {"title": line.steps[-1].measure.title, "split_from": origin, "merged_into": heir, "steps": steps}
