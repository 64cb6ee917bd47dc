"""Numbers as word processors and browsers write them before a paragraph."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"""1 to 20."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 9999
"""The largest number written in words or letters; beyond it digits, as nobody numbers so far."""


def format_number(number: int, form: str) -> str:
    """A number in a format of WordprocessingML (ECMA-376 17.18.59); plain digits for a format or size that is not known.

    >>> [format_number(23, f) for f in ("chineseCounting", "decimalZero", "lowerRoman", "upperLetter")]
    ['二十三', '23', 'xxiii', 'WW']
    """
    write = _FORMATS.get(form)
    return str(number) if write is None or not 0 < number <= _MOST else write(number)


def _chinese(number: int) -> str:
    """Chinese counting with 十, 百, 千: 10 → 十, 12 → 十二, 105 → 一百零五."""
    words, zero = "", False
    for scale, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            words += ("零" if zero and words else "") + _DIGITS[digit] + unit
        zero = digit == 0
    return words[1:] if words.startswith("一十") else words


def _digit_by_digit(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(d)] for d in str(number))


def _counting(number: int) -> str:
    """chineseCounting: with 十 below 100, digit by digit from there on."""
    return _chinese(number) if number < 100 else _digit_by_digit(number)


def _legal(number: int) -> str:
    words = _chinese(number)
    words = "一" + words if words.startswith("十") else words
    return words.translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"))


def _letters(number: int) -> str:
    """a … z, aa, bb …, as Word goes on after z."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        words += letters * times
    return words


def _series(characters: str) -> Callable[[int], str]:
    """One character a number; digits after the last."""
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda n: str(n).translate({ord("0") + d: ord("０") + d for d in range(10)}),
    "numberInDash": "- {} -".format,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _counting,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "koreanCounting": _chinese,
    "ideographDigital": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _series("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _series("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _series("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _series(CIRCLED),
    "decimalEnclosedCircleChinese": _series(CIRCLED),
    "decimalEnclosedFullstop": _series("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _series("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
}
"""Format name and how it writes a number from 1 to 9999."""
