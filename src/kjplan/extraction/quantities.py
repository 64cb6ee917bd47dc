"""Numbers with a unit, as they stand in a passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kjplan.extraction.units import UNIT, UnitKind, unit_kind
from kjplan.model import Comparator

# 15 digits hold every quantity of a plan; a bound keeps hostile input linear.
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9,])(?:\.[0-9]{1,6}+)?|[0-9]{1,15}+(?:\.[0-9]{1,6}+)?"
_QUANTITY = re.compile(
    # not 1∶5万 (a map's scale), 2×35万千瓦, 1+10+3, PM2.5, 2019-2021; 第 and 前 only before a place: 第3位, 前40位
    r"(?=[第前0-9])(?:(?P<rank>[第前])|(?<![0-9A-Za-z.∶×+/\-第前每])(?<![0-9]:))"
    rf"(?P<low>{_NUMBER})"
    rf"(?:(?P<low_unit>{UNIT})?(?:[-~—–―]{{1,2}}|至|到)(?P<high>{_NUMBER}))?[ ]?"
    rf"(?P<unit>{UNIT})"
    r"(?P<suffix>及以上|以上(?!年|级|述)|以内|之内|以下|左右|上下)?"
)

SUFFIXES: dict[str, Comparator] = {
    "及以上": "ge", "以上": "ge", "以内": "le", "之内": "le", "以下": "le", "左右": "approx", "上下": "approx",
}  # fmt: skip
"""How the words after a unit bind the value; they outrank the verb: 达到50%左右 is approx."""

_PLACES = frozenset(("位", "名", "强"))


@dataclass(slots=True)
class Quantity:
    """A number with its unit, at ``[start, end)`` of a passage; ``end`` takes in 以上, 左右 and the like."""

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    kind: UnitKind
    suffix: str | None
    rank: str | None


def find_quantities(masked: str) -> Iterator[Quantity]:
    """Quantities of a masked passage, in order; ordinals (第3批) and places without their mark (40强) are none."""
    for m in _QUANTITY.finditer(masked):
        unit, rank = m["unit"], m["rank"]
        if (unit not in _PLACES) if rank else unit == "强":
            continue
        low_unit, high = m["low_unit"], m["high"]
        if low_unit and low_unit != unit:
            continue
        yield Quantity(
            start=m.start(),
            end=m.end(),
            value=_decimal(m["low"]),
            value_max=_decimal(high) if high else None,
            unit=unit,
            kind=unit_kind(unit),
            suffix=m["suffix"],
            rank=rank,
        )


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
