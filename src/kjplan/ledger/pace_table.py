"""``pace`` for people and for programs."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kjplan.language import say
from kjplan.ledger.judging import STATUS_WORDS
from kjplan.ledger.pacing import Pace
from kjplan.querying.table import Column, Table
from kjplan.querying.wording import number

COLUMNS = [
    Column("id", "编号", "id"),
    Column("task", "任务（指标）", "task (indicator)"),
    Column("target", "目标值", "target"),
    Column("baseline", "基数", "start", detail=True, align="right"),
    Column("expected", "应达", "expected", align="right"),
    Column("actual", "实达", "actual", align="right"),
    Column("rate", "完成率", "rate", align="right"),
    Column("bar", "进度", "progress", spare=True),
    Column("status", "状态", "status"),
    Column("lead", "牵头单位", "lead", detail=True),
    Column("due", "时限", "due"),
    Column("reported", "报送日期", "reported"),
    Column("note", "说明", "note"),
]
"""The columns; ``bar`` is left out of files for programs."""

BAR = 12
"""Characters of a bar: one a month."""


def bar(rate: Decimal | None, share: Decimal) -> str:
    """How much is done, with a mark where it should be: ``#####.....|..``; plain signs, as wide on every terminal."""
    if rate is None:
        return ""
    full = int(min(max(rate, Decimal(0)), Decimal(100)) * BAR / 100)
    cells = "#" * full + "." * (BAR - full)
    at = int(share * BAR / 100 + Decimal("0.5"))
    return f"{cells[:at]}|{cells[at:]}"


def table(rows: Iterable[Pace], *, bars: bool = True) -> Table:
    """The rows for people, in the language in force."""
    columns = [c for c in COLUMNS if bars or c.key != "bar"]
    return Table(columns, [[_cell(row, column.key) for column in columns] for row in rows])


def _cell(row: Pace, key: str) -> str:
    if key == "task":
        return row.indicator or row.task
    if key == "bar":
        return bar(row.rate, row.share)
    if key == "status":
        return say(*STATUS_WORDS[row.status])
    if key == "note":
        return say("；", "; ").join(notes(row))
    value = getattr(row, key)
    if value is None:
        return ""
    if key == "rate":
        return f"{number(value)}%"
    return number(value) if isinstance(value, Decimal) else str(value)


def notes(row: Pace) -> list[str]:
    """What else is to be said of a row, shortest first."""
    found = []
    if row.overdue:
        found.append(say("逾期", "overdue"))
    if row.due_soon:
        found.append(say("临近时限", "due soon"))
    if row.source is not None:
        found.append(say(f"据 {row.source}", f"from {row.source}"))
    if row.basis in ("level", "share") and row.baseline is None and row.status == "behind":
        found.append(say("无基数，与目标值比", "no start value: against the target itself"))
    if row.problem is not None:
        found.append(row.problem)
    return found


def records(rows: Iterable[Pace]) -> list[dict[str, Any]]:
    """The rows for programs: every field of ``Pace``, days in ISO form, percentages as numbers."""
    return [{name: _plain(getattr(row, name)) for name in Pace.__slots__} for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def summary(rows: Iterable[Pace]) -> str:
    """How many rows there are of each status, in one line: ``欠进度 2 · 达进度 5``."""
    rows = list(rows)
    counts = Counter(row.status for row in rows)
    found = [f"{say(*words)} {counts[status]}" for status, words in STATUS_WORDS.items() if counts[status]]
    extra = [
        (say("逾期", "overdue"), sum(row.overdue for row in rows)),
        (say("临近时限", "due soon"), sum(row.due_soon for row in rows)),
    ]
    return " · ".join(found + [f"{name} {count}" for name, count in extra if count])
