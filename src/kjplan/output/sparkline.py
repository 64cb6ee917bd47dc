"""Values as a row of bars: ``▁▃·█``."""

from collections.abc import Sequence
from decimal import Decimal

_BARS = "▁▂▃▄▅▆▇█"
_MIDDLE = "▄"
_GAP = "·"


def sparkline(values: Sequence[Decimal | None]) -> str:
    """One sign a value, the least lowest and the greatest highest; equal values in the middle, ``·`` where there is none."""
    known = [value for value in values if value is not None]
    if not known:
        return _GAP * len(values)
    low, span = min(known), max(known) - min(known)
    return "".join(_GAP if value is None else _bar(value - low, span) for value in values)


def _bar(height: Decimal, span: Decimal) -> str:
    return _MIDDLE if not span else _BARS[int(height * (len(_BARS) - 1) / span + Decimal("0.5"))]
