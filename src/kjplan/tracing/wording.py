"""The words of a plan's measures, made ready to look for a goal's topic in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kjplan.matching.indicators import unified
from kjplan.matching.wording import measure_body
from kjplan.model import Measure
from kjplan.tracing.topics import title_core

_MOST = 500
"""Measures that are looked at for one topic; the bound keeps hostile input linear."""

_CLAUSES = re.compile(r"[,，;；。!！?？\n]+")

# 培育科技型企业, 建设研发平台: the topic is what is done or furthered. In 研发活动需求匹配 it only qualifies another thing.
_OBJECT = re.compile(
    r"$|[、)]|等|的?(?:建设|发展|培育|工作|增长|提升|提高|引进|认定|保护|推广|普及|全覆盖|全面覆盖|质量|规模|数量|力度|创造|运用|应用|开发|利用|转化)"
)


class Clause(NamedTuple):
    """A piece of a measure's text between punctuation marks."""

    text: str
    """As written."""
    plain: str
    """In the spelling of ``unified``."""

    def furthers(self, topic: str) -> bool:
        """Whether it does something about a topic that it holds, rather than about what the topic qualifies."""
        return bool(_OBJECT.match(self.plain, self.plain.index(topic) + len(topic)))


@dataclass(slots=True, eq=False)
class Words:
    """A measure's words."""

    measure: Measure
    """The measure."""
    title: str
    """Its title in the spelling of ``unified``."""
    topic: str
    """What its title is about; "" where that is too general."""
    clauses: list[Clause]
    """The clauses of its text."""


class Places:
    """Measures by the words that topics end in, so that a topic is looked for only where it can be."""

    def __init__(self, measures: Sequence[Measure], topics: Iterable[str]) -> None:
        """Read the measures.

        :param topics: those that will be asked for
        """
        endings = {topic[-2:] for topic in topics}
        self._by_ending: dict[str, list[Words]] = defaultdict(list)
        self._by_title: dict[str, list[Words]] = defaultdict(list)
        for measure in measures:
            words = _words(measure)
            for ending in sorted(_pairs([words.title, *(c.plain for c in words.clauses)]) & endings):
                self._by_ending[ending].append(words)
            if words.topic:
                self._by_title[words.topic[:2]].append(words)

    def holding(self, topic: str) -> Sequence[Words]:
        """The measures that may hold a topic, in document order."""
        return self._by_ending.get(topic[-2:], ())[:_MOST]

    def titled_within(self, text: str) -> list[Words]:
        """The measures whose title's topic stands in a text of ``unified``."""
        beginnings = dict.fromkeys(a + b for a, b in pairwise(text))
        likely = [words for beginning in beginnings for words in self._by_title.get(beginning, ())]
        return [words for words in likely[:_MOST] if words.topic in text]


def _words(measure: Measure) -> Words:
    pieces = filter(None, _CLAUSES.split(measure_body(measure)))
    clauses = [Clause(piece.strip(), unified(piece)) for piece in pieces]
    return Words(measure, unified(measure.title or ""), title_core(measure.title), clauses)


def _pairs(texts: Iterable[str]) -> Set[str]:
    return {a + b for text in texts for a, b in pairwise(text)}
