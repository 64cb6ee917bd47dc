"""Targets that lost their figure, and goals that got one: the name of the indicator stands in the goal that has none.

研发投入强度突破2.6% → 研发投入强度持续提高. The names are looked up in the words: no goal is compared with every other.
"""

from collections.abc import Iterator, Sequence

from kjplan.matching.indicators import named
from kjplan.model import Target

_SHORTEST = 4
"""An indicator so short is no evidence that a goal in words is about it: 企业 stands in most of them."""
_LONGEST = 60
"""A paragraph longer than this is a programme, and not the promise of any one indicator that it names."""

Pair = tuple[Target, Target]


def figures_dropped(counted: Sequence[Target], worded: Sequence[Target]) -> Iterator[Pair]:
    """Old targets and the new goals in words that name their indicators; each is in one pair at most.

    The longest name goes first, for 研发投入强度 says more than 研发投入; then the old plan's order decides, then the new one's.
    """
    names = _Names(counted)
    holders: dict[str, list[Target]] = {}
    for goal in reversed(worded):
        for name in names.within(goal):
            holders.setdefault(name, []).append(goal)
    taken: set[int] = set()
    for target, name in sorted(names.of, key=lambda one: -len(one[1])):
        waiting = holders.get(name, [])
        while waiting and id(waiting[-1]) in taken:
            waiting.pop()
        if waiting:
            taken.add(id(waiting[-1]))
            yield target, waiting.pop()


def figures_added(worded: Sequence[Target], counted: Sequence[Target]) -> Iterator[Pair]:
    """Old goals in words and the new targets whose indicators they name, in the same way."""
    names = _Names(counted)
    waiting: dict[str, list[tuple[int, Target]]] = {}
    for at, (target, name) in reversed(list(enumerate(names.of))):
        waiting.setdefault(name, []).append((at, target))
    looked: dict[tuple[int, int], list[str]] = {}
    for n, goal in enumerate(worded):
        for name in names.within(goal):
            looked.setdefault((-len(name), n), []).append(name)
    taken: set[int] = set()
    for (_, n), found in sorted(looked.items()):
        left = [waiting[name] for name in found if waiting[name]]
        if left and n not in taken:
            taken.add(n)
            yield worded[n], min(left, key=lambda targets: targets[-1][0]).pop()[1]


class _Names:
    """The concepts of targets with a figure, to be looked up in words."""

    def __init__(self, counted: Sequence[Target]) -> None:
        concepts = ((target, named(target.indicator).concept) for target in counted)
        self.of = [(target, name) for target, name in concepts if len(name) >= _SHORTEST]
        self._names = {name for _, name in self.of}
        self._lengths: dict[str, set[int]] = {}
        for name in self._names:
            self._lengths.setdefault(name[:_SHORTEST], set()).add(len(name))

    def within(self, goal: Target) -> dict[str, None]:
        """The names that stand in a goal's words, each once."""
        words = named(goal.indicator).concept if self._names else ""
        if len(words) > _LONGEST:
            return {}
        starts = ((at, self._lengths.get(words[at : at + _SHORTEST], ())) for at in range(len(words)))
        found = (words[at : at + length] for at, lengths in starts for length in sorted(lengths))
        return dict.fromkeys(name for name in found if name in self._names)
