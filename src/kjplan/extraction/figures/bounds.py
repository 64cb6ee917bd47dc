"""Where the clause of a quantity begins and ends, and where the words stand that it shares with the figures behind it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kjplan.extraction.figures.quantities import Quantity
from kjplan.extraction.figures.stretches import (
    HARD,
    WINDOW,
    behind_bar,
    clause_start,
    is_called_a_task,
    is_joined,
    is_second_verb,
    own_clause,
    sorts,
    split_gap,
    stands_behind,
)
from kjplan.late import late

_NUMBERED = re.compile(r"\s{0,3}(?:\([0-9]{1,2}\)|[①-⑳]|[0-9]{1,2}[.、)](?![0-9]))\s{0,3}")
"""The number of a point inside a paragraph: （2）整治路口45处."""
_SAID = late(
    r"\s{0,3}(?<![^。;!])\([^()]{0,60}(?:牵头|负责|配合|落实|单位|部门|处室|科室)[^()]{0,90}\)\s{0,3}(?=[^\s,。;:、])"
)
"""Who answers, in a bracket behind the title that the clause follows: （市科技局牵头）组织实施项目20个."""
_ENDS = re.compile(r"\s{0,3}(?:[,;:。、!?()\ue000\n]|$)")


class Bounds(NamedTuple):
    """The stretch ``[left, right)`` that is a quantity's own."""

    left: int
    right: int
    ends: bool
    """Whether the clause ends with the quantity, but for words that only say that it is asked for."""
    behind: bool
    """Whether nothing but 共计 or 至 stands between it and the quantity before."""


def bounds_of(text: str, masked: str, quantities: Sequence[Quantity], i: int, begin: int) -> Bounds:
    """The clause of a quantity, shared words between two quantities of one clause given to one of them.

    :param begin: where the words begin that no other mark parts from the quantity
    """
    q = quantities[i]
    previous = quantities[i - 1] if i else None
    following = quantities[i + 1] if i + 1 < len(quantities) else None
    behind = previous is not None and stands_behind(masked, previous, q)
    left = _left(text, masked, q, previous, begin, behind)
    stop = min(len(masked), q.end + WINDOW, following.start if following else len(masked))
    hard = HARD.search(masked, q.end, stop)
    if hard:
        stop = hard.start()
    elif following and stands_behind(masked, q, following):
        stop = q.end
    elif following and stop == following.start and not sorts(q, text):
        gap = masked[q.end : stop]
        stop = q.end + (split_gap(gap) or (0 if is_joined(gap) else len(gap)))
    ends = _ENDS.match(masked, q.end) is not None
    if not ends and is_called_a_task(text, left, q.end, stop):
        stop, ends = q.end, True
    return Bounds(left, stop, ends, behind)


def _left(text: str, masked: str, q: Quantity, previous: Quantity | None, begin: int, behind: bool) -> int:
    begin = behind_bar(text, begin, q.start)
    if m := _NUMBERED.match(text, begin, q.start):
        begin = m.end()
    if text.startswith("(", begin) and (m := _SAID.match(text, begin, q.start)):
        begin = m.end()
    if previous is None:
        return begin
    if behind:
        return previous.end
    if begin != previous.end:
        return begin
    if sorts(previous, text):
        return max(own_clause(masked, clause_start(masked, previous.start), previous.start), 0)
    return begin + split_gap(masked[begin : q.start])


def tail_of(masked: str, quantities: Sequence[Quantity], i: int, shared: tuple[int, int]) -> tuple[int, int] | None:
    """Where the words stand behind the last figure of a row of them; None where the quantity is the last itself.

    :param shared: its place among the quantities that share a predicate, and how many they are
    """
    last = i + shared[1] - 1 - shared[0]
    if last == i and i + 1 < len(quantities):
        last += _goes_on(masked, quantities[i], quantities[i + 1])
    if last == i:
        return None
    end = quantities[last].end
    stop = HARD.search(masked, end, min(len(masked), end + WINDOW))
    return end, stop.start() if stop else min(len(masked), end + WINDOW)


def _goes_on(masked: str, q: Quantity, following: Quantity) -> bool:
    """Whether the next figure shares its noun: 新建8万亩、改造6万亩梯田; 100户420人脱贫."""
    if stands_behind(masked, q, following):
        return True
    return following.unit == q.unit and is_second_verb(masked[q.end : min(following.start, q.end + WINDOW)])
