"""How alike the words of two plans' nodes are: cosine over character bigrams, each weighted by how few nodes have it.

Chinese is written without spaces, and a bigram is the nearest thing to a word that needs no dictionary. Figures count as
one sign whatever their value: 培育1200家 and 培育1500家 are the same task with another target.
"""

import re
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from math import log, sqrt

from kjplan.matching.wording import Words

TITLE_SHARE = 0.3
"""Part of the similarity that the titles decide, where both nodes have one; the whole wording decides the rest."""
FLOOR = 0.08
"""Similarities below this are not kept: two tasks of one office that have nothing in common reach about as much."""
CROWD = 60
"""From this many nodes on, bigrams that stand in more than ``CROWD_SHARE`` of them are left out: they tell nothing."""
CROWD_SHARE = 0.25
CROWD_MOST = 200
"""And in any plan those that stand in more nodes than this: it bounds the work on a hostile plan."""

_FIGURES = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MARKS = re.compile(r"[\W_]+")

# What every plan says of everything. In a plan of three measures no count can show that these
# are empty, so they are told here: 推进充电桩建设 and 推进廉政建设 share nothing but these.
_EMPTY_WORDS = (
    "推进 推动 加快 加强 加大 促进 支持 引导 鼓励 开展 实施 组织 做好 抓好 落实 贯彻 强化 深化 优化 完善 健全 提升 提高 增强 扩大 "
    "建设 建立 构建 打造 培育 发展 创新 工作 管理 服务 体系 机制 制度 能力 水平 质量 重点 全面 积极 大力 持续 切实 进一 一步 有效 "
    "0年 年0 0月 月0 0日 相关 有关 项目 我市 我省 我县 我区 全市 全省 全县 全区 力度 作用 发挥 围绕 坚持 继续 不断 充分 深入 着力 努力 确保 实现 以上 "
    # What every part on discipline and every closing says: 以习近平新时代中国特色社会主义思想为指导,做到“两个维护”…
    "以习 习近 近平 平新 新时 时代 代中 中国 国特 特色 色社 社会 会主 主义 义思 思想 想为 为指 指导 党中 中央 四个 意识 自信 两个 维护"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
EMPTY_WEIGHT = 0.3
"""What is left of the weight of such a bigram."""

Vector = dict[str, float]
Postings = dict[str, tuple[list[int], list[float]]]
"""For each bigram the nodes that have it, and its weight in each."""


def bigrams(text: str) -> list[str]:
    """The pairs of neighbouring characters of a canonical text, not across punctuation; a lone character is one too."""
    found: list[str] = []
    for run in _MARKS.split(_FIGURES.sub("0", text.lower())):
        if len(run) > 1:
            found += [a + b for a, b in pairwise(run)]
        elif run:
            found.append(run)
    return found


class Similarity:
    """Similarities between the nodes of two plans, each given as its words."""

    def __init__(
        self, old: Sequence[Words], new: Sequence[Words], done: tuple[Set[int], Set[int]] = (frozenset(), frozenset())
    ) -> None:
        """Weigh the bigrams of both plans.

        :param done: old and new nodes whose partner is known, which need not be compared with each other
        """
        self.old, self.new, self.done = old, new, done
        counts = [[_count(bigrams(w.whole)) for w in side] for side in (old, new)]
        self.weight = _weights(counts[0] + counts[1])
        self.old_whole, self.new_whole = ([self._vector(c) for c in side] for side in counts)
        self.old_title, self.new_title = ([self._vector(_count(bigrams(w.title))) for w in side] for side in (old, new))

    def rows(self) -> list[dict[int, float]]:
        """For each old node the new nodes that are at all like it, with the similarity (0 to 1)."""
        every, undone = self._postings(frozenset()), self._postings(self.done[1]) if self.done[0] else None
        titled = [bool(words.title) for words in self.new]
        sums = [0.0] * len(self.new)
        return [
            self._row(i, undone if undone and i in self.done[0] else every, sums, titled) for i in range(len(self.old))
        ]

    def _postings(self, done: Set[int]) -> tuple[Postings, Postings]:
        """For each bigram the new nodes not yet done that have it: in their whole wording, and in their title."""
        return _postings(self.new_whole, done), _postings(self.new_title, done)

    def _row(
        self, i: int, postings: tuple[Postings, Postings], sums: list[float], titled: Sequence[bool]
    ) -> dict[int, float]:
        """The new nodes like the old node ``i``; ``sums`` is all zeros, and is so again afterwards."""
        has_title = bool(self.old[i].title)
        share = 1 - TITLE_SHARE if has_title else 1.0
        touched: set[int] = set()
        _add(self.old_whole[i], postings[0], share, sums, touched)
        if has_title:
            _add(self.old_title[i], postings[1], TITLE_SHARE, sums, touched)
        found: dict[int, float] = {}
        for j in sorted(touched):
            # Without a title on both sides the whole wording decides alone.
            total = sums[j] if titled[j] else sums[j] / share
            sums[j] = 0.0
            if total >= FLOOR:
                found[j] = min(total, 1.0)
        return found

    def _vector(self, counts: dict[str, int]) -> Vector:
        """Weights of a text's bigrams, of length 1; repeats count less and less."""
        weight = self.weight
        vector = {g: weight[g] * (1 + log(n)) if n > 1 else weight[g] for g, n in counts.items() if g in weight}
        norm = sqrt(sum(w * w for w in vector.values()))
        return {g: w / norm for g, w in vector.items()} if norm else {}


def _count(found: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for bigram in found:
        counts[bigram] = counts.get(bigram, 0) + 1
    return counts


def _weights(counts: Sequence[dict[str, int]]) -> Vector:
    """Inverse document frequency of every bigram of both plans; those of a crowd are left out."""
    nodes = len(counts)
    holders: dict[str, int] = {}
    for one in counts:
        for bigram in one:
            holders[bigram] = holders.get(bigram, 0) + 1
    most = min(nodes * CROWD_SHARE, CROWD_MOST) if nodes >= CROWD else nodes
    logs = [1.0, *(1 + log((nodes + 1) / (n + 1)) for n in range(1, nodes + 1))]
    return {g: logs[n] * (EMPTY_WEIGHT if g in _EMPTY else 1.0) for g, n in holders.items() if n <= most}


def _add(vector: Vector, postings: Postings, share: float, sums: list[float], touched: set[int]) -> None:
    """Add to the sums a share of the vector's scalar products, and note which sums it touched."""
    # In the order of the text, not of a set: sums of floats, and so the output, must come out the same every time.
    for bigram, weight in vector.items():
        if bigram in postings:
            nodes, weights = postings[bigram]
            touched.update(nodes)
            weight *= share
            for j, other in zip(nodes, weights, strict=True):
                sums[j] += weight * other


def _postings(vectors: Sequence[Vector], done: Set[int]) -> Postings:
    postings: Postings = {}
    for j, vector in enumerate(vectors):
        if j in done:
            continue
        for bigram, weight in vector.items():
            if bigram in postings:
                nodes, weights = postings[bigram]
                nodes.append(j)
                weights.append(weight)
            else:
                postings[bigram] = [j], [weight]
    return postings
