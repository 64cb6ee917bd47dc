"""Counted words for people and programs, with a bar for the eye."""

from collections.abc import Sequence
from typing import Any

from kjplan.language import say
from kjplan.querying.table import Column, Table
from kjplan.searching.counting import WordCount

_BAR = 20
"""Length of the longest bar."""


def table(words: Sequence[WordCount], *, by: str = "weight", bars: bool = True, among: bool = False) -> Table:
    """A row a word: word, count, weight, in how many sections.

    :param among: the words are those of several plans, and it is plans that have them
    :param bars: with a bar for what they are ordered by, in a last column
    """
    columns = [
        Column("word", "词", "word"),
        Column("count", "次数", "count", align="right"),
        Column("weight", "权重", "weight", align="right"),
        Column("plans", "要点数", "plans", align="right")
        if among
        else Column("sections", "部分数", "sections", align="right"),
    ]
    rows = [[one.word, str(one.count), f"{one.weight:.2f}", str(len(one.sections))] for one in words]
    if bars:
        most = max((_value(word, by) for word in words), default=0.0)
        columns.append(Column("bar", "", "", spare=True))
        rows = [[*row, _bar(_value(one, by), most)] for row, one in zip(rows, words, strict=True)]
    return Table(columns, rows)


def records(words: Sequence[WordCount], *, among: bool = False) -> list[dict[str, Any]]:
    """Records: word, count, weight and the ids of the sections that have it; of several plans the names of those."""
    where = "plans" if among else "sections"
    return [{"word": w.word, "count": w.count, "weight": w.weight, where: w.sections} for w in words]


def _value(word: WordCount, by: str) -> float:
    return float(word.count) if by == "count" else word.weight


def _bar(value: float, most: float) -> str:
    return "█" * max(1, round(_BAR * value / most)) if most > 0 and value > 0 else ""


def empty_words(sections: Sequence[str]) -> str:
    """What to say where nothing was counted."""
    if sections:
        return say("这些部分里没有词", "no words in such sections")
    return say("要点里没有词", "the plan has no words")
