"""Numbers of spreadsheets as they are shown: 0.85 as 85%, 46022 as 2025/12/31, 12.0 as 12."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal, InvalidOperation

_LITERAL = re.compile(r'"([^"]*)"')
_ASIDE = re.compile(r"\[[^\]]*\]|\\.|_.|\*.")
"""Colours, conditions and spacing in a format."""
_DECIMALS = re.compile(r"[0#?]\.(?P<places>[0#?]+)")
_PLACEHOLDER = re.compile("[0#?]")
_MOST_DIGITS = 15
"""A spreadsheet keeps so many digits."""
_LONGEST = 40


@dataclass(slots=True)
class Formats:
    """The formats of a workbook's cells (ECMA-376 part 1, 18.8.30)."""

    used: Sequence[str]
    """The number of the format of each style."""
    codes: Mapping[str, str]
    """The formats that the workbook itself defines."""
    from_1904: bool = False
    """Whether days are counted from 1904."""

    def shown(self, raw: str, style: int) -> str:
        """A number as it is shown.

        :param raw: as the file holds it: 0.85, 46022, 1.2E4
        :param style: the cell's style; an unknown one shows the number itself
        """
        from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

        number = number_of(raw)
        if number is None:
            return raw
        at = self.used[style] if style < len(self.used) else "0"
        code = self.codes.get(at) or (BUILTIN_FORMATS.get(int(at), "") if at.isdecimal() and len(at) < 6 else "")
        if code and is_date_format(code):
            return _day(number, code, self.from_1904) or as_shown(number, "")
        return as_shown(number, code)


def number_of(raw: str) -> Decimal | None:
    """A number as a file holds it; None of what is none, endless or out of all measure."""
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < _LONGEST else None


def _day(number: Decimal, code: str, from_1904: bool) -> str | None:
    """The day or the time that a number is; None for one out of the calendar."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    try:
        at = from_excel(float(number), CALENDAR_MAC_1904 if from_1904 else CALENDAR_WINDOWS_1900)
    except (ValueError, OverflowError, TypeError):
        return None
    if isinstance(at, time):
        return at.strftime("%H:%M")
    if not isinstance(at, datetime):
        return None
    asks = _ASIDE.sub("", _LITERAL.sub("", code)).lower()
    years, days = "y" in asks or "e" in asks, "d" in asks
    if "年" in code or "月" in code:
        return (f"{at.year}年" if years else "") + f"{at.month}月" + (f"{at.day}日" if days else "")
    parts = [f"{at.year}"] * years + [f"{at.month}"] + [f"{at.day}"] * days
    return ("-" if "-" in asks and "/" not in asks and "yyyy" in asks else "/").join(parts)


def as_shown(number: Decimal, code: str) -> str:
    """A number that is no day, with the decimals, the % and the words that its format gives it: 0.0"万吨", 0%."""
    code = code.partition(";")[0]
    bare = _ASIDE.sub("", _LITERAL.sub("", code))
    if "%" in bare:
        number *= 100
    decimals = _DECIMALS.search(bare)
    if decimals:
        shown = f"{number:.{len(decimals['places'])}f}"
    elif "%" in bare or _PLACEHOLDER.search(bare):
        shown = f"{number:.0f}"
    else:
        shown = _general(number)
    shown += "%" if "%" in bare else ""
    first = _PLACEHOLDER.search(code)
    at = first.start() if first else 0
    before = "".join(_LITERAL.findall(code[:at]))
    return before + shown + "".join(_LITERAL.findall(code[at:]))


def _general(number: Decimal) -> str:
    """Without an exponent, and without the noise of the last binary digit: 0.1 + 0.2 is 0.3."""
    rounded = round(number, max(0, _MOST_DIGITS - 1 - number.adjusted())) if number else Decimal(0)
    shown = f"{rounded:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
