"""Crowds of figures of one indicator, paired in step with their number: 地区生产总值达到N亿元 two thousand times.

Weighing each against each takes the square of their number, and an optimal assignment its cube. In a crowd the most alike
go together first, in the order of the plans; nobody can tell more of figures that differ in nothing else.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kjplan.matching.indicators import Name
from kjplan.matching.values import kind_of, yardsticks
from kjplan.model import Target

UNIT, VALUE, KIND, VERB = 8, 4, 2, 1
"""What counts for two figures of one indicator: the same unit more than all that follows, then the value, the kind, the verb."""

Key = Name | str
"""What the figures that may be paired have in common: the whole name of their indicator, or its concept."""
Link = tuple[Key, Key]
"""Keys of old and of new figures that may be paired."""
Groups = Sequence[Mapping[Key, Sequence[int]]]
"""The old figures and the new ones, each side by key, by their places and in that order."""
_Waiting = dict[Key, dict[Hashable, list[int]]]
"""Figures by key and by what they must have in common beside it, the last first."""


def blocks(links: Iterable[Link]) -> Iterable[list[Link]]:
    """The links, those that share a key, over others too, together; each in the order in which they came."""
    links = list(links)
    of_new: dict[Key, Key] = {}
    leader: dict[Key, Key] = {}

    def first(key: Key) -> Key:
        while leader.setdefault(key, key) != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for old, new in links:
        leader[first(old)] = first(of_new.setdefault(new, old))
    found: dict[Key, list[Link]] = {}
    for link in links:
        found.setdefault(first(link[0]), []).append(link)
    return found.values()


class _Pass(NamedTuple):
    """One pass over what is left: what two figures must have in common to be a pair."""

    alike: int
    """Sum of what must be the same."""
    yardstick: str | None
    """By what their units compare, where they need not be the same; None where they need not compare either."""
    unknown: int | None
    """The side (0 old, 1 new) whose kind must not be known, where the kinds must agree and need not be the same."""

    def common(self, target: Target, side: int) -> Hashable:
        """What a figure and its pair must both have; None where this pass is not for the figure."""
        kind = kind_of(target)
        if self.unknown == side and kind is not None:
            return None
        unit: Hashable = target.unit
        if not self.alike & UNIT:
            unit = yardsticks(target).get(self.yardstick, None) if self.yardstick else ""
            if unit is None:
                return None
        return (
            unit,
            target.value if self.alike & VALUE else "",
            kind if self.alike & KIND else "",
            target.verb if self.alike & VERB else "",
        )


def _passes(*, comparable: bool) -> Iterator[_Pass]:
    """All passes, what makes figures most alike first.

    :param comparable: whether only figures of one kind are paired, in units that compare
    """
    for alike in range(UNIT + VALUE + KIND + VERB, -1, -1):
        for yardstick in ("base", "count") if comparable and not alike & UNIT else (None,):
            for unknown in (0, 1) if comparable and not alike & KIND else (None,):
                yield _Pass(alike, yardstick, unknown)


def pair_crowd(
    targets: Sequence[Sequence[Target]], groups: Groups, links: Sequence[Link], *, comparable: bool
) -> list[tuple[int, int]]:
    """Pairs of a crowd: no figure in two, and no two left that might be a pair.

    :param targets: those of the old plan, and those of the new one
    :param groups: which of them are free, by key
    :param links: keys that may be paired, in the order that decides
    :param comparable: as for ``_passes``
    """
    left = [
        {key: list(group[key]) for key in dict.fromkeys(keys)}
        for group, keys in zip(groups, zip(*links, strict=True), strict=True)
    ]
    found: list[tuple[int, int]] = []
    for one_pass in _passes(comparable=comparable):
        waiting = [_waiting(one_pass, side, targets[side], left[side]) for side in (0, 1)]
        paired = [pair for one, other in links for pair in _zipped(waiting[0].get(one, {}), waiting[1].get(other, {}))]
        if paired:
            found += paired
            for side, gone in enumerate(zip(*paired, strict=True)):
                taken = set(gone)
                left[side] = {
                    key: kept for key, group in left[side].items() if (kept := [at for at in group if at not in taken])
                }
        if not all(left):
            break
    return found


def _waiting(one_pass: _Pass, side: int, targets: Sequence[Target], left: Mapping[Key, Sequence[int]]) -> _Waiting:
    found: _Waiting = {}
    for key, group in left.items():
        waiting = found[key] = {}
        for at in reversed(group):
            common = one_pass.common(targets[at], side)
            if common is not None:
                waiting.setdefault(common, []).append(at)
    return found


def _zipped(olds: dict[Hashable, list[int]], news: dict[Hashable, list[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of what has the same in common, in their order, taken out of both."""
    for common in list(olds if len(olds) < len(news) else news):
        one, other = olds.get(common), news.get(common)
        while one and other:
            yield one.pop(), other.pop()
        for side, waiting in ((olds, one), (news, other)):
            if not waiting:
                side.pop(common, None)
