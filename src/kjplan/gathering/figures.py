"""A report as people write it into a cell: 高新技术企业500家，已完成两批（2022-07-31）."""

import re
from collections.abc import Sequence
from datetime import date as Day
from decimal import Decimal

from kjplan.errors import KjplanError
from kjplan.ledger.judging import STATUS_WORDS
from kjplan.ledger.units import fitting
from kjplan.ledger.writing import Data, number
from kjplan.model import Target

_DAY = re.compile(r"[（(]([0-9]{4})[-.年/]([0-9]{1,2})[-.月/]([0-9]{1,2})日?[）)]\s*$")
_FIGURE = re.compile(
    r"\s*+(?:累计|已|完成|达到|达|实现|新增|新建|认定|建成|：|:)*+\s*+"
    r"([0-9]++(?:\.[0-9]++)?+)\s*+([^\s，,。；;0-9]*+)(?:[，,。]\s*+(.*))?",
    re.S,
)
"""A number, its unit, and perhaps words after a comma; what is in another order stays words."""

DONE = (*STATUS_WORDS["done"], *STATUS_WORDS["done_early"], "完成")
"""What people choose or write in a cell for all of it."""


def apart(words: str, targets: Sequence[Target]) -> list[str]:
    """The reports of a cell that begins with a target's name and goes on with another's: 雨量站20处，水位站8处（2022-06-30）.

    :param targets: those of the task
    :returns: a report each, all with the day that stands at the end; the words as they are where they name no second target
    """
    names = "|".join(re.escape(t.indicator) for t in sorted(targets, key=lambda t: -len(t.indicator)) if t.indicator)
    if len(targets) < 2 or not re.match(f"(?:{names})", words):
        return [words]
    day = _DAY.search(words)
    told = words if day is None else words[: day.start()]
    pieces = [piece.strip() for piece in re.split(f"[，,、。；;](?=(?:{names}))", told)]
    return [piece + ("" if day is None else day.group()) for piece in pieces if piece]


def report_of(words: str, targets: Sequence[Target]) -> tuple[Target | None, Data]:
    """The target that a report is about, and its keys: date, value or percent, words, as far as it has them.

    A number counts only with a unit that fits, and for one target: the one whose name stands before it, or the only one, or
    the only one that is counted in the unit written with it.

    :param targets: those of the task
    """
    entry: Data = {}
    if (found := _DAY.search(words)) and (day := _day(found)):
        entry["date"] = day
        words = words[: found.start()]
    words = words.strip()
    if words in DONE:
        return targets[0] if len(targets) == 1 else None, entry | {"percent": 100, "words": words}
    named = max((t for t in targets if words.startswith(t.indicator)), key=lambda t: len(t.indicator), default=None)
    target = named if named is not None else targets[0] if len(targets) == 1 else None
    figure = _FIGURE.fullmatch(words[len(named.indicator) :] if named is not None else words)
    if figure is None:
        return None, entry | {"words": words}

    value, unit, rest = Decimal(figure[1]), figure[2].replace("％", "%"), (figure[3] or "").strip()
    told: Data = {"words": rest} if rest else {}
    if unit == "%" and (target is None or target.unit != "%"):
        return target, entry | {"percent": number(value)} | told
    if target is None and len(counted := [t for t in targets if unit and t.unit and _fits(value, unit, t)]) == 1:
        target = counted[0]
    if target is None or not _fits(value, unit, target):
        return None, entry | {"words": words}
    other = {"unit": unit} if unit and unit != target.unit else {}
    return target, entry | {"value": number(value)} | other | told


def _fits(value: Decimal, unit: str, target: Target) -> bool:
    try:
        fitting(value, unit or None, target)
    except KjplanError:
        return False
    return True


def _day(found: re.Match[str]) -> str | None:
    try:
        return Day(*(int(group) for group in found.groups())).isoformat()
    except ValueError:
        return None
