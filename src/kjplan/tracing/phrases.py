"""Goals that share telling words with one sentence of a measure, however both are put.

油茶采收机械化率达到30% has its words in 发展油茶生产全程机械化，突破采收环节瓶颈, though the one does not hold the other. A word tells the
more, the fewer measures have it; words of every plan (推进, 体系, 经济) tell nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import fsum, log
from typing import NamedTuple

from kjplan.extraction.tables import one_of, words
from kjplan.matching.indicators import unified
from kjplan.matching.wording import measure_body
from kjplan.model import Goal, Measure
from kjplan.tracing.result import Ground
from kjplan.tracing.topics import EXPECTED, RESOLVE

_COVERED = 0.4
"""Share of a clause's telling characters that the measure must have."""
_TELLING = 1.6
"""What its words must weigh: a pair of characters that one measure alone has weighs 1, twice that in its title. All three numbers
are the best on 28 documents (docs/tracing.md)."""
_NEARLY_BEST = 0.7
"""Measures that weigh so much of the best one are named beside it."""
_MOST_OF_A_CLAUSE = 3
_MOST_OF_A_GOAL = 5
_MOST_CLAUSES = 12
_MOST_SENTENCES = 300
"""Sentences that have a pair of characters; beyond, it tells nothing. The bounds keep hostile input linear."""

_SENTENCE = re.compile("[;；。!！?？\n]+")
_CLAUSE = re.compile("[,，;；。]")
_SHORTEST_CLAUSE = 4
_GENERAL = (
    *RESOLVE,
    *words(
        "形成 实现 完成 基本 初步 达到 明显 显著 得到 具有 主要 重要 重点 各类 各级 各地 地方 全国 全市 全省 全县 全区 全社会 我市 我省 目标 工作 "
        "能力 水平 质量 体系 机制 制度 管理 服务 单位 项目 问题 情况 方面 有关 相关 部门 人民政府 政府 国家 省级 市级 县级 左右 以上 以下 以内 逐步 "
        "年底前 年底 时间 新增 新建 累计 总量 总数 数量 规模 比例 比重 力量 格局 领域 环境 条件 经济 社会 企业 产业 市场 技术 科技 合理 普遍 较好 "
        "解决 通过 进行 结合 按照 要求 努力 争取 确保 部分 其他 其中 一批 更加 以及 包括 工程 活动 任务 资源"
    ),
)
"""Words of every plan."""
_BREAK = re.compile(rf"[^一-鿿a-z]+|[的和与及或在对以为由年月日]|{one_of(_GENERAL)}")

_Index = dict[str, dict[tuple[int, int], None]]
"""Where a pair of characters stands: number of the measure and of its sentence; -1 is its title."""


class _Shared(NamedTuple):
    """The sentence of a measure that shares most with a clause of a goal."""

    weight: float
    measure: int
    sentence: int
    words: str


class Phrases:
    """The sentences of a plan's measures, by the pairs of characters that its goals have.

    :param measures: those that do something; what safeguards ask of everybody carries no single goal
    """

    def __init__(self, goals: Iterable[Goal], measures: Sequence[Measure]) -> None:
        wanted = {pair for goal in goals for clause in _clauses(goal) for run in clause for pair in _pairs(run)}
        self._measures = measures if wanted else []
        self._sentences = [[s for s in _SENTENCE.split(measure_body(m)) if s.strip()] for m in self._measures]
        self._index: _Index = defaultdict(dict)
        for number, measure in enumerate(self._measures):
            for at, text in enumerate([measure.title or "", *self._sentences[number]], -1):
                for pair in wanted.intersection(_pairs(unified(text))):
                    self._index[pair][number, at] = None
        most = log(len(self._measures) + 1) if self._measures else 1
        self._weights = {pair: 1 - log(len({n for n, _ in places})) / most for pair, places in self._index.items()}

    def found(self, goal: Goal) -> list[tuple[Measure, Ground]]:
        """The measures that share telling words with a goal, those that share most first."""
        best: dict[int, _Shared] = {}
        for runs in _clauses(goal):
            head = runs[0][:2] if goal.targets else ""
            for shared in self._of_clause(runs, head):
                if shared.measure not in best or best[shared.measure].weight < shared.weight:
                    best[shared.measure] = shared
        ranked = sorted(best.values(), key=lambda shared: -shared.weight)[:_MOST_OF_A_GOAL]
        return [(self._measures[shared.measure], self._ground(shared)) for shared in ranked]

    def _of_clause(self, runs: list[str], head: str) -> list[_Shared]:
        """The measures that share most with a clause.

        :param head: what they must have in any case: a measure on 蔬菜收获机械化 is none for 油茶采收机械化率
        """
        pairs = {pair for run in runs for pair in _pairs(run) if len(self._index.get(pair, ())) <= _MOST_SENTENCES}
        sharing: dict[tuple[int, int], set[str]] = defaultdict(set)
        for pair in sorted(pairs):
            for place in self._index.get(pair, ()):
                sharing[place].add(pair)
        best: dict[int, _Shared] = {}
        for (number, at), own in sharing.items():
            titled = sharing.get((number, -1), set())
            shared = own | titled
            weight = fsum(self._weights[pair] * (1 + (pair in titled)) for pair in shared)
            if weight < _TELLING or (number in best and weight <= best[number].weight) or (head and head not in shared):
                continue
            covered = [piece for run in runs for piece in _covered(run, shared)]
            if sum(map(len, covered)) >= _COVERED * sum(map(len, runs)):
                best[number] = _Shared(weight, number, at, "、".join(dict.fromkeys(covered)))
        ranked = sorted(best.values(), key=lambda one: (-one.weight, one.measure))[:_MOST_OF_A_CLAUSE]
        return [one for one in ranked if one.weight >= _NEARLY_BEST * ranked[0].weight]

    def _ground(self, shared: _Shared) -> Ground:
        title = self._measures[shared.measure].title
        quote = title if shared.sentence < 0 else self._sentences[shared.measure][shared.sentence].strip()
        return Ground(reason="shared_words", certainty="low", shared=shared.words, quote=quote)


def _clauses(goal: Goal) -> list[list[str]]:
    """What a goal is about, a clause a list of stretches that say something: its indicators, or else the clauses of its text.

    What comes of the whole economy is left out: no sentence of a measure carries it.
    """
    texts = [target.indicator for target in goal.targets] or _CLAUSE.split(goal.text)
    told = [unified(text) for text in texts if len(text) >= _SHORTEST_CLAUSE and not EXPECTED.search(text)]
    split = [[run for run in _BREAK.split(text) if run and len(run) > 1] for text in told[:_MOST_CLAUSES]]
    return [runs for runs in split if runs]


def _covered(run: str, pairs: set[str]) -> Iterator[str]:
    """The pieces of a stretch whose characters stand in one of the pairs."""
    hit = [run[k : k + 2] in pairs for k in range(len(run) - 1)]
    held = [any(hit[max(0, k - 1) : k + 1]) for k in range(len(run))]
    piece = ""
    for character, held_here in zip(run, held, strict=True):
        if held_here:
            piece += character
        elif piece:
            yield piece
            piece = ""
    if piece:
        yield piece


def _pairs(text: str) -> set[str]:
    return {text[k : k + 2] for k in range(len(text) - 1)}
