"""Which node of the old plan became which of the new one: by its words, never by its number.

First the nodes whose words are the same, then the optimal assignment of the rest, then splits (one into several) and
merges (several into one), last the faint likenesses that nothing else claims. Position only decides between candidates
that are equally alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Literal, NamedTuple

from kjplan.diffing.assignment import assign
from kjplan.diffing.containment import find_merges, find_splits, transposed
from kjplan.diffing.similarity import Similarity
from kjplan.matching.wording import Words

Reason = Literal["exact", "title", "text", "similar", "faint", "contained"]

STRONG = 0.3
"""From this similarity on two nodes may be a pair.

Measured on consecutive reports of one government and on documents of unlike bodies: rewritten tasks reach 0.3 to 0.7, tasks
about other things 0.05 to 0.15; between 0.15 and 0.3 stand loose rewritings as well as two tasks on one subject."""
FAINT = 0.19
"""From this similarity on two nodes are a pair if neither is as like to any other, and the plans are akin."""
AKIN = 0.2
"""Plans are akin when this share of the shorter one's nodes has found its pair by strong likeness."""
CROWDED = 2500
"""From so many pairs of nodes in the same words on their places are not weighed: that would take cubic time."""

_UNIT = 1 << 30
"""Weight of a similarity of 0.000001, so that all tie-breakers of an assignment together stay below it."""
_TIE = 1 << 12


class Place(NamedTuple):
    """Where a node stands: decides between equal candidates and nothing else."""

    holder: str
    """Canonical title of the section that holds it."""
    at: float
    """Its place in the plan, from 0 (first) to 1 (last)."""


class Link(NamedTuple):
    """An old node and a new one that belong together; a node of a split or merge is in several links."""

    old: int
    new: int
    similarity: float
    """From 0 to 1; of a part and its whole the share of the part's words that the whole has."""
    reason: Reason
    """exact, title (the same title), text (the same text under another title), similar, faint or contained."""


@dataclass(slots=True)
class Alignment:
    """The links between two lists of nodes, by index, and what was considered for them."""

    links: list[Link] = field(default_factory=list)
    rows: list[dict[int, float]] = field(default_factory=list)
    """Similarities of each old node with the new ones that are at all like it."""

    def flipped(self, columns: int) -> "Alignment":
        """The same alignment seen from the other side.

        :param columns: how many new nodes there are
        """
        links = [Link(link.new, link.old, link.similarity, link.reason) for link in self.links]
        return Alignment(sorted(links, key=lambda link: (link.old, link.new)), transposed(self.rows, columns))


def places(holders: Sequence[str]) -> list[Place]:
    """Places of nodes in document order, given the canonical title of each one's section."""
    last = max(len(holders) - 1, 1)
    return [Place(holder, i / last) for i, holder in enumerate(holders)]


def align(old: Sequence[Words], new: Sequence[Words], old_at: Sequence[Place], new_at: Sequence[Place]) -> Alignment:
    """Links between two plans' nodes; ``align(b, a)`` is the mirror image of ``align(a, b)``.

    :param old: words of the old nodes, in document order, with their places ``old_at``
    :param new: words of the new nodes, with ``new_at``
    """
    # Where two solutions are equally good, which is found depends on the direction: so there is only one direction.
    if _order(new, new_at) < _order(old, old_at):
        return _Aligner(new, old, new_at, old_at).run().flipped(len(old))
    return _Aligner(old, new, old_at, new_at).run()


def _order(words: Sequence[Words], at: Sequence[Place]) -> tuple[int, list[tuple[str, str, str]]]:
    return len(words), [(w.title, w.body, p.holder) for w, p in zip(words, at, strict=True)]


class _Aligner:
    def __init__(
        self, old: Sequence[Words], new: Sequence[Words], old_at: Sequence[Place], new_at: Sequence[Place]
    ) -> None:
        self.old, self.new, self.old_at, self.new_at = old, new, old_at, new_at
        self.links: list[Link] = []
        self.free_old, self.free_new = set(range(len(old))), set(range(len(new)))

    def run(self) -> Alignment:
        self._exact()
        if not (self.free_old or self.free_new):
            return self._result([{j.new: 1.0} for j in sorted(self.links, key=lambda link: link.old)])
        done = {link.old for link in self.links}, {link.new for link in self.links}
        similarity = Similarity(self.old, self.new, done)
        rows = similarity.rows()
        self._assigned(rows)
        self._parts(similarity, rows)
        if self._akin():
            self._faint(rows)
        return self._result(rows)

    def _result(self, rows: list[dict[int, float]]) -> Alignment:
        return Alignment(sorted(self.links, key=lambda link: (link.old, link.new)), rows)

    def _link(self, i: int, j: int, similarity: float, reason: Reason) -> None:
        self.links.append(Link(i, j, similarity, reason))
        self.free_old.discard(i)
        self.free_new.discard(j)

    def _exact(self) -> None:
        """Pair what is said in the same words; where several nodes say the same, by place, and a crowd in its order."""
        same: dict[Words, tuple[list[int], list[int]]] = {}
        for side, nodes in enumerate((self.old, self.new)):
            for at, words in enumerate(nodes):
                same.setdefault(words, ([], []))[side].append(at)
        rows: list[dict[int, int]] = [{} for _ in self.old]
        for olds, news in same.values():
            crowd = len(olds) * len(news) > CROWDED
            for i, j in zip(olds, news, strict=False) if crowd else product(olds, news):
                rows[i][j] = _TIE + self._tie(i, j)
        for i, j in assign(rows):
            self._link(i, j, 1.0, "exact")

    def _assigned(self, rows: Sequence[dict[int, float]]) -> None:
        """Pair the rest so that the similarities add up to the most."""
        candidates = [
            {j: self._worth(i, j, s) for j, s in row.items() if j in self.free_new and s >= STRONG}
            if i in self.free_old
            else {}
            for i, row in enumerate(rows)
        ]
        for i, j in assign(candidates):
            self._link(i, j, rows[i][j], self._reason(i, j))

    def _worth(self, i: int, j: int, similarity: float) -> int:
        return (round((similarity - STRONG) * 1e6) + 1) * _UNIT + self._tie(i, j)

    def _tie(self, i: int, j: int) -> int:
        """What the places say for a pair, below ``_TIE``: the same section first, then how near they stand."""
        old, new = self.old_at[i], self.new_at[j]
        return (_TIE // 2 if old.holder == new.holder else 0) + round((1 - (old.at - new.at) ** 2) * (_TIE // 2 - 1))

    def _reason(self, i: int, j: int) -> Reason:
        old, new = self.old[i], self.new[j]
        if old.title and old.title == new.title:
            return "title"
        return "text" if old.body and old.body == new.body else "similar"

    def _parts(self, similarity: Similarity, rows: Sequence[dict[int, float]]) -> None:
        """Add what was split off a node, or merged into one."""
        pairs = [(link.old, link.new) for link in self.links if link.reason != "exact"]
        free = (self.free_old, self.free_new)
        splits = find_splits(similarity, rows, pairs, free)
        merges = find_merges(similarity, rows, pairs, free)
        for i, j, share in splits + merges:
            self._link(i, j, share, "contained")

    def _akin(self) -> bool:
        """Whether the plans have so much in common that a faint likeness is no accident."""
        paired = {link.old for link in self.links if link.similarity >= STRONG}
        return len(paired) >= AKIN * max(min(len(self.old), len(self.new)), 1)

    def _faint(self, rows: Sequence[dict[int, float]]) -> None:
        """Pair what is like each other, if only a little, and like nothing else as much."""
        best_old: dict[int, float] = {}
        for row in rows:
            for j, s in row.items():
                best_old[j] = max(s, best_old.get(j, 0.0))
        for i in sorted(self.free_old):
            if not rows[i]:
                continue
            most = max(rows[i].values())
            nearest = [j for j, s in rows[i].items() if s == most]
            if most >= FAINT and len(nearest) == 1 and nearest[0] in self.free_new and best_old[nearest[0]] <= most:
                self._link(i, nearest[0], most, "faint")
