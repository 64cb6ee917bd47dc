"""Numbers as documents spell them."""

_DIGITS = "零一二三四五六七八九"
_NUMERALS: list[str] = ["", *"一二三四五六七八九十"]


def chinese(number: int) -> str:
    """A number below a hundred in characters."""
    tens, ones = divmod(number, 10)
    if number <= 10:
        return _NUMERALS[number]
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + _NUMERALS[ones]


def spelt(number: str) -> str | None:
    """A round number in characters: 1000 as 一千, 1500 as 一千五百."""
    if "." in number or not 0 < int(number) < 10_000 or int(number) < 10:
        return None
    out, gap = "", False
    for place, digit in zip(("千", "百", "十", ""), number.rjust(4, "0"), strict=True):
        if digit == "0":
            gap = bool(out)
            continue
        out += ("零" if gap else "") + _DIGITS[int(digit)] + place
        gap = False
    return out.removeprefix("一") if out.startswith("一十") else out


def commas(number: str) -> str | None:
    """A number with commas between its thousands."""
    return None if "." in number or len(number) < 4 else f"{int(number):,}"
