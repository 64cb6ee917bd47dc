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
    flat, every = _patterns(marks)
    simple = [m.span() for m in flat.finditer(text)]
    if sum(map(text.count, every)) == 2 * len(simple):
        return [pair for pair in simple if pair[1] - pair[0] - 2 <= longest]
    return _nested(text, marks, longest)


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
def _patterns(marks: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], str]:
    """A pattern for pairs with no mark between, and all the marks."""
    every = "".join(map("".join, marks))
    return re.compile("|".join(f"{opening}[^{every}]*+{close}" for opening, close in marks)), every


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
