"""Which opening mark belongs to which closing mark."""

import re
from functools import cache

Pair = tuple[int, int]
"""Offsets of an opening mark and one past its closing mark."""


def outer_pairs(text: str, marks: tuple[tuple[str, str], ...], longest: int) -> list[Pair]:
    """Pairs of marks that stand in no other such pair, in order.

    A mark without its partner is passed over, so that one that is missing spoils nothing behind it: of 《甲《乙》 only
    《乙》 is a pair. Takes time linear in the text.

    :param text: one paragraph
    :param marks: opening and closing marks, of two different characters each
    :param longest: pairs with more characters than this between their marks are none
    """
    found: list[Pair] = []
    for m in flat(marks).finditer(text):
        start, end = m.span()
        if end - start == 1:
            return _nested(text, marks, longest)
        if end - start - 2 <= longest:
            found.append((start, end))
    return found


def _nested(text: str, marks: tuple[tuple[str, str], ...], longest: int) -> list[Pair]:
    """Where some pair stands in another, or a mark has no partner."""
    partner = {close: opening for opening, close in marks}
    openings = dict.fromkeys(partner.values(), 0)  # how many of each kind wait for their partner
    found: list[Pair] = []
    waiting: list[tuple[str, int]] = []
    for m in _any_of("".join(partner) + "".join(openings)).finditer(text):
        mark = m.group()
        if mark in openings:
            openings[mark] += 1
            waiting.append((mark, m.start()))
        elif openings[partner[mark]]:
            start = _unwind(waiting, openings, partner[mark])
            if m.start() - start - 1 <= longest:
                while found and found[-1][0] > start:
                    found.pop()
                found.append((start, m.end()))
    return found


@cache
def flat(marks: tuple[tuple[str, str], ...], beyond: str = "") -> re.Pattern[str]:
    """Pairs with no mark between, nor any of the characters ``beyond``, and any mark that is in none of these."""
    every = "".join(map("".join, marks)) + beyond
    pairs = [f"{opening}(?:[^{every}]*+{close})?" for opening, close in marks]
    # Each begins with a plain character: the regex engine then looks for these characters at once.
    return re.compile("|".join([*pairs, *(close for _, close in marks)]))


@cache
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{marks}]")


def _unwind(waiting: list[tuple[str, int]], openings: dict[str, int], wanted: str) -> int:
    """Take marks off the stack down to the wanted one, of which there is one, and return its offset."""
    while True:
        mark, at = waiting.pop()
        openings[mark] -= 1
        if mark == wanted:
            return at
