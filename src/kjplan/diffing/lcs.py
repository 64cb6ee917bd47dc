"""Longest common subsequence of two lists of tokens, by the bit-parallel algorithm of Hyyrö (2004)."""

from collections.abc import Sequence
from dataclasses import dataclass

from kjplan.matching.indicators import shared_ends

LARGEST = 200_000_000
"""Most tokens of one list times those of the other that are compared (one bit each: 25 MB)."""


@dataclass(slots=True)
class Run:
    """Tokens of two texts that stand against each other."""

    old: list[str]
    new: list[str]
    equal: bool
    """Whether the two lists match, token by token."""


def runs(old: Sequence[str], new: Sequence[str], old_keys: Sequence[str], new_keys: Sequence[str]) -> list[Run]:
    """The runs that make up both lists, equal ones and changed ones in turn; the keys tell which tokens match.

    Lists too long to compare give one changed run between what they share at both ends.
    """
    head, tail = shared_ends(old_keys, new_keys)
    one, other = old_keys[head : len(old) - tail], new_keys[head : len(new) - tail]
    matches = [(i + head, j + head) for i, j in _matches(one, other)] if len(one) * len(other) <= LARGEST else []
    ends = [(len(old) - n, len(new) - n) for n in range(tail, 0, -1)]
    return _grouped(old, new, [(n, n) for n in range(head)] + matches + ends)


def _matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of indices of a longest common subsequence.

    After row i, bit j of ``rows[i]`` is 0 where the subsequence grows by one with token j of the new list.
    """
    if not (old and new):
        return []
    places: dict[str, int] = {}
    for j, key in enumerate(new):
        places[key] = places.get(key, 0) | 1 << j
    mask = (1 << len(new)) - 1
    state, rows = mask, []
    for key in old:
        hits = state & places.get(key, 0)
        state = ((state + hits) | (state - hits)) & mask
        rows.append(state)
    found: list[tuple[int, int]] = []
    i, j = len(old), len(new)
    while i and j:
        if rows[i - 1] >> (j - 1) & 1:
            j -= 1
            continue
        i -= 1
        if i and not rows[i - 1] >> (j - 1) & 1:
            continue
        j -= 1
        found.append((i, j))
    found.reverse()
    return found


def _grouped(old: Sequence[str], new: Sequence[str], matches: Sequence[tuple[int, int]]) -> list[Run]:
    grouped: list[Run] = []
    i = j = 0
    for one, other in [*matches, (len(old), len(new))]:
        if one > i or other > j:
            grouped.append(Run(list(old[i:one]), list(new[j:other]), False))
        if one < len(old) and other < len(new):
            if not (grouped and grouped[-1].equal):
                grouped.append(Run([], [], True))
            grouped[-1].old.append(old[one])
            grouped[-1].new.append(new[other])
        i, j = one + 1, other + 1
    return grouped
