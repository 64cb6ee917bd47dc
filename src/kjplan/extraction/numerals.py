"""Numbers written in Chinese characters."""

import re
from decimal import Decimal

_DIGITS = {
    "〇": 0,
    "○": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}

DIGIT = "[一二两三四五六七八九]"
"""Pattern of one digit that counts."""
NUMERAL = "[一二两三四五六七八九十][一二两三四五六七八九十百千零〇]{0,9}+"
"""Pattern of a whole number below ten thousand, and of one read digit by digit (二〇)."""
_YEAR = re.compile("[一二][〇○零一二三四五六七八九]{3}(?=年)")
_DATE_PART = re.compile(
    "(?<![一二三四五六七八九十])(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日])"
)


def chinese_number(numeral: str) -> Decimal:
    """The value of a numeral: 十二 is 12, 三千五百 3500, 二点五 2.5, 二〇 20.

    :param numeral: digits, 十, 百, 千 and 点 only
    """
    whole, _, fraction = numeral.partition("点")
    if fraction:
        return Decimal(f"{_whole(whole)}.{''.join(str(_DIGITS.get(c, 0)) for c in fraction)}")
    return Decimal(_whole(whole))


def _whole(numeral: str) -> int:
    if not any(char in _SMALL for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total, digit = 0, None
    for char in numeral:
        if char in _SMALL:
            total += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0)


def arabic_dates(words: str) -> str:
    """Time words with their Chinese numerals as digits: 二〇二五年六月底前 is 2025年6月底前; its length may differ."""
    words = _YEAR.sub(lambda m: "".join(str(_DIGITS[c]) for c in m[0]), words)
    return _DATE_PART.sub(lambda m: str(_whole(m[0])), words)
