"""Goals and measures of some plans by the words in them, the best first.

A word is found wherever its characters stand, also inside a longer one: 港区 in 航空港区, and names that no dictionary
has. What has more of the words comes first, then what has them in its title, one after another, then what has more of
them for its length (BM25 over characters, a word in the title counting as three).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

from kjplan.model import Goal, Measure, Plan, Section
from kjplan.querying.wording import full_text
from kjplan.reading.text import fold
from kjplan.searching.terms import Cut, Term, asked_words, terms_for

_K1, _B = 1.2, 0.5
"""BM25's parameters: how soon repeats stop counting, and how much length does. A title of ten characters and a text of a
thousand are both whole nodes, so length counts less than for pages (0.75)."""
_TITLE = 3
"""What a word in a title counts, against one in the text."""


@dataclass(slots=True, kw_only=True)
class Hit:
    """A goal or measure that has some of the words."""

    plan: str
    """Name of its plan."""
    node: Goal | Measure
    """The goal or measure."""
    section: Section | None
    """The section that holds it."""
    score: float
    """How well it fits, comparable within one search only."""
    counts: dict[str, int]
    """How often each word, or piece of one, stands in it; those that do not are left out."""
    terms: list[Term]
    """What was looked for."""


@dataclass(slots=True, kw_only=True)
class Found:
    """The answer to a search."""

    hits: list[Hit] = field(default_factory=list)
    """The best first."""
    pieces: dict[str, list[str]] = field(default_factory=dict)
    """Words that stand nowhere as they are, with the pieces looked for in their place: [] where these do not either."""


class _Node(NamedTuple):
    """A goal or measure, its words folded."""

    plan: str
    node: Goal | Measure
    section: Section | None
    title: str
    text: str


def search(plans: Sequence[tuple[str, Plan]], words: str | Iterable[str]) -> Found:
    """Goals and measures that have one or more of the words.

    :param plans: names and plans; of equally good hits those of the first plan come first
    :param words: at most 20, of at most 100 characters; blanks part words
    :raises KjplanError: no word, too many, or too long a one
    """
    asked = asked_words(words)
    nodes = [node for name, plan in plans for node in _nodes(name, plan)]
    terms = terms_for(asked, [f"{n.title}\n{n.text}" for n in nodes], lambda: _cutter(plans))
    scored = _scored(nodes, terms, "".join(asked))
    hits = [
        Hit(plan=n.plan, node=n.node, section=n.section, score=round(score, 3), counts=counts, terms=terms)
        for _, score, n, counts in scored
    ]
    whole = {one.word for one in terms if one.word == one.asked}
    return Found(
        hits=hits, pieces={word: [t.word for t in terms if t.asked == word] for word in asked if word not in whole}
    )


def _nodes(name: str, plan: Plan) -> list[_Node]:
    return [
        _Node(name, node, holder, "", fold(node.text))
        if isinstance(node, Goal)
        else _Node(name, node, holder, fold(node.title or ""), fold(full_text(node)))
        for node, holder in plan.nodes()
        if not isinstance(node, Section)
    ]


def _scored(
    nodes: Sequence[_Node], terms: Sequence[Term], phrase: str
) -> list[tuple[tuple[float, bool], float, _Node, dict[str, int]]]:
    """The nodes that have a word, with their rank, score and counts, the best first."""
    counted = [[_counts(term, node) for term in terms] for node in nodes]
    holders = [sum(any(counts[i]) for counts in counted) for i in range(len(terms))]
    rarity = [log(1 + (len(nodes) - n + 0.5) / (n + 0.5)) for n in holders]
    average = sum(len(node.title) + len(node.text) for node in nodes) / (len(nodes) or 1)
    found = []
    for node, counts in zip(nodes, counted, strict=True):
        if not any(map(any, counts)):
            continue
        damp = _K1 * (1 - _B + _B * (len(node.title) + len(node.text)) / average)
        weights = [_TITLE * title + text for title, text in counts]
        score = sum(
            term.share * rare * (_K1 + 1) * weight / (weight + damp)
            for term, rare, weight in zip(terms, rarity, weights, strict=True)
        )
        covered = round(sum(term.share for term, weight in zip(terms, weights, strict=True) if weight), 6)
        rank = covered, phrase.lower() in node.title.lower()
        found.append((rank, score, node, {t.word: sum(c) for t, c in zip(terms, counts, strict=True) if any(c)}))
    return sorted(found, key=lambda one: (one[0], round(one[1], 9)), reverse=True)


def _counts(term: Term, node: _Node) -> tuple[int, int]:
    """How often a term stands in title and text; a goal has no title."""
    return len(term.pattern.findall(node.title)), len(term.pattern.findall(node.text))


def _cutter(plans: Sequence[tuple[str, Plan]]) -> Cut:
    """What cuts a word that stands nowhere, with the names of all the plans; loaded for such a word only."""
    from kjplan.searching.cutting import Cutter
    from kjplan.searching.own_words import own_words

    return Cutter(word for _, plan in plans for word in own_words(plan)).words
