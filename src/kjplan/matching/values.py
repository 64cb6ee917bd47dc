"""Values of two targets side by side: whether they compare, by how much they differ, and which way it went."""

from decimal import Context, Decimal
from typing import Literal, NamedTuple

from kjplan.matching.indicators import is_growth
from kjplan.model import Target

# Wide enough for any figure that fits on a page: differences are exact, never rounded.
EXACT = Context(prec=400)
"""Arithmetic without rounding, for figures of any length that a plan holds."""

_HUNDREDTH = Decimal("0.01")
PERCENTAGES = frozenset({"%", "％", "个百分点", "百分点"})
"""Units of shares: a share of one would confuse."""
_POINTS = "个百分点"

# Classifiers that count one by one: 新建平台10家 and 新建平台10个 say the same. 万元 and 亿元 compare by their base unit;
# % and 个百分点 do not compare.
_CLASSIFIERS = frozenset("家个项件名人位户所座处支款种类场次篇部套台辆条")

Direction = Literal["up", "down", "same"]
"""Which way a figure went."""
Kind = Literal["stock", "increment", "growth", "rank", "scope", "selection"]

_KIND_OF_BASIS: dict[str, Kind] = {
    "level": "stock",
    "share": "stock",
    "flow": "stock",
    "increment": "increment",
    "growth": "growth",
    "rank": "rank",
    "scope": "scope",
    "selection": "selection",
}


class Difference(NamedTuple):
    """How a new value differs from an old one."""

    delta: Decimal | None
    """New less old; for two ranges that of both ends where these agree, else None."""
    direction: Direction | None
    """None where one end of a range went up and the other down, or where a range meets a single value inside it."""
    unit: str | None = None
    """The unit of the delta."""
    percent: Decimal | None = None
    """The delta in percent of the old value, to two decimals; None for ranges, ranks, and an old value of 0."""


def kind_of(target: Target) -> Kind | None:
    """What kind of figure it is: stock (what there is, or flows in a year), increment, growth ...; None if not known.

    A name may say what the words around the figure do not: 居民消费价格涨幅3% is growth, as 居民消费价格上涨3% is.
    """
    if is_growth(target.indicator):
        return "growth"
    return _KIND_OF_BASIS[target.basis] if target.basis else None


def same_kind(old: Target, new: Target) -> bool:
    """Whether both are a stock, both an increment ...: 新增100家 and 总量达到1300家 never compare."""
    one, other = kind_of(old), kind_of(new)
    return one is None or other is None or one == other


def same_measure(old: Target, new: Target) -> bool:
    """Whether the units compare: the same unit, the same base unit, or two classifiers that count."""
    if old.unit == new.unit:
        return True
    if old.base_unit is not None and old.base_unit == new.base_unit:
        return old.base_value is not None and new.base_value is not None
    return old.unit in _CLASSIFIERS and new.unit in _CLASSIFIERS


def yardsticks(target: Target) -> dict[str, str]:
    """What a figure is measured in, by each way in which units compare: two figures compare if they agree in one of these ways.

    The sorting of figures by what ``same_measure`` asks of two of them.
    """
    found = {} if target.unit is None else {"unit": target.unit}
    if target.base_unit is not None and target.base_value is not None:
        found["base"] = target.base_unit
    return found | ({"count": ""} if target.unit in _CLASSIFIERS else {})


def difference(old: Target, new: Target) -> Difference:
    """How the value of ``new`` differs from that of ``old``: in their unit, or in the base unit where the units differ.

    Both are targets of one indicator with units that compare (``same_measure``).
    """
    ends = _ends(old, new)
    if ends is None:
        return Difference(None, None)
    (old_low, old_high), (new_low, new_high) = ends
    low, high = EXACT.subtract(new_low, old_low), EXACT.subtract(new_high, old_high)
    if low != high:
        return Difference(None, _direction(low, high))
    unit = new.unit if old.unit == new.unit or not new.base_unit else new.base_unit
    single = old_low == old_high and "rank" not in (kind_of(old), kind_of(new))
    percent = _percent(low, old_low) if single else None
    return Difference(low, _direction(low, high), _POINTS if unit in PERCENTAGES else unit, percent)


def _percent(delta: Decimal, old: Decimal) -> Decimal | None:
    """The delta in percent of the old value; of a debt or loss, a fall is still a minus."""
    if not old:
        return None
    share = EXACT.divide(EXACT.multiply(delta, Decimal(100)), abs(old))
    # Adding 0 turns the 1E+2 of a normalized hundred into 100.
    return EXACT.add(EXACT.quantize(share, _HUNDREDTH).normalize(EXACT), Decimal(0))


def _direction(low: Decimal, high: Decimal) -> Direction | None:
    if low == high == 0:
        return "same"
    if low >= 0 and high >= 0:
        return "up"
    return "down" if low <= 0 and high <= 0 else None


def _ends(old: Target, new: Target) -> tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]] | None:
    """Lower and upper end of both values, in one unit; None where a value is missing."""
    if old.value is None or new.value is None:
        return None
    rebased = old.unit != new.unit and old.base_unit is not None and old.base_unit == new.base_unit
    one, other = _range(old, rebased), _range(new, rebased)
    return (one, other) if one and other else None


def _range(target: Target, rebased: bool) -> tuple[Decimal, Decimal] | None:
    low = target.base_value if rebased else target.value
    if low is None or target.value is None:
        return None
    if target.value_max is None:
        return low, low
    if not rebased:
        return low, target.value_max
    # base_value goes with the lower end; the upper end stands to it as written.
    if target.value == 0:
        return None
    return low, EXACT.divide(EXACT.multiply(low, target.value_max), target.value)
