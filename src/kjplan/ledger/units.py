"""A reported number in the unit of its target."""

from decimal import Decimal

from kjplan.errors import KjplanError
from kjplan.extraction.figures.units import split_unit
from kjplan.language import say
from kjplan.model import Target


def fitting(value: Decimal, unit: str | None, target: Target) -> Decimal:
    """A number in the unit of a target: 2100000万元 of a target in 亿元 is 210.

    :param unit: the unit it was reported in; None for the target's
    :raises KjplanError: the units do not measure the same
    """
    if unit is None or target.unit is None or unit == target.unit:
        return value
    factor, base = split_unit(unit)
    wanted_factor, wanted = split_unit(target.unit)
    if base != wanted:
        what = say(f"单位应为{target.unit}，不是{unit}", f"the unit is {target.unit}, not {unit}")
        raise KjplanError(what, f"{target.id} {target.indicator}")
    return value * factor / wanted_factor
