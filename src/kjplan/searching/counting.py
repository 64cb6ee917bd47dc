"""The words of a plan or of some of its sections, counted and weighed."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

from kjplan.model import Goal, Measure, Plan, Section, Span
from kjplan.querying.select import section_test
from kjplan.querying.wording import full_text
from kjplan.searching.cutting import Cutter
from kjplan.searching.own_words import own_words
from kjplan.searching.stop_words import says_something


@dataclass(slots=True, kw_only=True)
class WordCount:
    """A word of a plan."""

    word: str
    """The word; names of the plan are words."""
    count: int
    """How often it stands in what was asked for: the plan, or some of its sections."""
    weight: float
    """Its tf-idf: the count times how few of the plan's sections have the word; 0 for one that all of them have."""
    sections: list[str] = field(default_factory=list)
    """Ids of all sections of the plan that have it in title, paragraphs, goals or measures of their own, in document
    order; a section that only holds others is none."""


class Piece(NamedTuple):
    """Some words of a plan, and the section that they belong to."""

    section: Section | None
    text: str


def count_words(plan: Plan, *, sections: Sequence[str] = (), cutter: Cutter | None = None) -> list[WordCount]:
    """The words of a plan, the weightiest first; equal ones by count, then in the order of the text.

    Function words (的, 以及), single characters, figures with their units (400亿元) and marks are left out. A section is one that holds goals,
    measures or paragraphs of its own; its title belongs to it.

    :param sections: count only in sections of these names, numbers or ids, and in those inside them
    :param cutter: what cuts the text; one with the plan's own names where None
    """
    cutter = cutter or Cutter(own_words(plan))
    holders = {id(node): holder for node, holder in plan.nodes()}
    wanted = section_test(plan, sections, holders)
    counted: Counter[str] = Counter()
    spread: dict[str, dict[str, None]] = defaultdict(dict)
    owners = {id(s) for s in plan.walk(Section) if s.text or not all(isinstance(c, Section) for c in s.children)}
    for piece in pieces(plan):
        words = list(filter(says_something, cutter.words(piece.text)))
        if wanted(piece.section):
            counted.update(words)
        if piece.section is None or id(piece.section) in owners:
            for word in words:
                spread[word][piece.section.id if piece.section else ""] = None
    rarity = _rarity(spread)
    found = [
        WordCount(
            word=word, count=n, weight=round(n * rarity.get(word, 0.0), 3), sections=list(filter(None, spread[word]))
        )
        for word, n in counted.items()
    ]
    return sorted(found, key=lambda one: (-one.weight, -one.count))


def count_among(plans: Sequence[tuple[str, Plan]], *, sections: Sequence[str] = ()) -> list[WordCount]:
    """The words of several plans: counts added up, weighed by how few of the plans have each; the weightiest first.

    All are cut with the names of all, the first 5,000 of them: making a dictionary takes longer than counting a plan.

    :param plans: each with its name
    :param sections: count only these of each plan, as in ``count_words``
    :returns: words whose ``sections`` are the names of the plans that have them
    """
    counts: Counter[str] = Counter()
    spread: dict[str, list[str]] = defaultdict(list)
    cutter = Cutter(dict.fromkeys(word for _, plan in plans for word in own_words(plan)))
    for name, plan in plans:
        for one in count_words(plan, sections=sections, cutter=cutter):
            counts[one.word] += one.count
            spread[one.word].append(name)
    found = [
        WordCount(word=word, count=n, weight=round(n * log(len(plans) / len(spread[word])), 3), sections=spread[word])
        for word, n in counts.items()
    ]
    return sorted(found, key=lambda one: (-one.weight, -one.count))


def _rarity(spread: dict[str, dict[str, None]]) -> dict[str, float]:
    """Inverse document frequency, the sections being the documents; 1 for all where the plan has no two of them."""
    every = len({name for names in spread.values() for name in names})
    logs = [0.0, *(log(every / n) for n in range(1, every + 1))] if every > 1 else [1.0] * (every + 1)
    return {word: logs[len(names)] for word, names in spread.items()}


def pieces(plan: Plan) -> Iterator[Piece]:
    """All words of a plan with the sections they belong to, each once: a goal that is a clause of a paragraph is in it."""
    yield from (Piece(None, paragraph.text) for paragraph in (*plan.preamble, *plan.closing))
    spans = _covering(plan)
    for node, holder in plan.nodes():
        if isinstance(node, Section):
            yield Piece(node, "\n".join([node.title or "", *(paragraph.text for paragraph in node.text)]))
        elif isinstance(node, Measure):
            yield Piece(holder, f"{node.title or ''}\n{full_text(node)}")
        elif not _is_clause(node, spans):
            yield Piece(holder, node.text)


def _covering(plan: Plan) -> list[Span]:
    """Where paragraphs and measures stand, in order: what lies inside them has been said with them."""
    paragraphs = [*plan.preamble, *plan.closing, *(p for s in plan.walk(Section) for p in s.text)]
    spans = [*(paragraph.span for paragraph in paragraphs), *(measure.span for measure in plan.measures)]
    return sorted(span for span in spans if span)


def _is_clause(goal: Goal, spans: Sequence[Span]) -> bool:
    if goal.span is None:
        return False
    at = bisect_right(spans, goal.span[0], key=lambda span: span[0]) - 1
    return at >= 0 and goal.span[1] <= spans[at][1]
