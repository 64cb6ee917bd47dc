"""What a search looks for: its words, and the pieces of those that stand nowhere as they are."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.reading.text import fold
from kjplan.searching.stop_words import STOP_WORDS

MOST_WORDS = 20
LONGEST = 100
"""Bounds of a question, so that no question takes long."""

Cut = Callable[[str], Iterable[str]]

_UNIT = re.compile(r"[0-9]+(?:\.[0-9]+)*|.")
"""A number, or one other character."""


@dataclass(frozen=True, slots=True)
class Term:
    """Something to look for in a folded text."""

    word: str
    """As it is looked for, folded."""
    asked: str
    """The word of the question that it stands for."""
    share: float
    """Which part of that word it is: 1 for the word itself."""
    pattern: re.Pattern[str]
    """Matches it whatever the case of its letters."""


def asked_words(words: str | Iterable[str]) -> list[str]:
    """The words of a question, folded, each once; blanks part words.

    :raises KjplanError: no word, too many, or too long a one
    """
    given = [words] if isinstance(words, str) else list(words)
    found = list(dict.fromkeys(part for word in given for part in fold(word).split()))
    if not found:
        raise KjplanError(
            say("没有要查的词", "no word to search for"), tip=say("例如：", "such as: ") + "kjplan search 人才"
        )
    if len(found) > MOST_WORDS:
        what = say(f"一次最多查 {MOST_WORDS} 个词", f"at most {MOST_WORDS} words can be searched for at once")
        raise KjplanError(what, str(len(found)))
    for word in found:
        if len(word) > LONGEST:
            what = say(f"词太长，最多 {LONGEST} 个字", f"the word is longer than {LONGEST} characters")
            raise KjplanError(what, f"{word[:20]}…")
    return found


def term(word: str, asked: str | None = None, share: float = 1.0) -> Term:
    """A word as something to look for. A figure at its start or end is a whole one: 100 is not in 1000家, 6% not in 2.6%."""
    before = r"(?<![0-9])(?<![0-9]\.)" if "0" <= word[0] <= "9" else ""
    after = r"(?![0-9])(?!\.[0-9])" if "0" <= word[-1] <= "9" else ""
    return Term(word, asked or word, share, re.compile(before + re.escape(word) + after, re.IGNORECASE))


def terms_for(words: Sequence[str], texts: Sequence[str], cutter: Callable[[], Cut]) -> list[Term]:
    """What to look for in some folded texts: each word, or its pieces where no text has it.

    高新企业 stands nowhere, 高新 and 企业 do. A word is cut by ``cutter``; where that gives nothing that stands somewhere,
    its numbers are, each whole, or else every pair of neighbouring characters is a piece.

    :param cutter: gives what cuts a word; called only where one must be cut
    """
    found: list[Term] = []
    for word in words:
        whole = term(word)
        if any(whole.pattern.search(text) for text in texts):
            found.append(whole)
        elif len(word) > 2:
            found += _pieces(word, texts, cutter)
    return found


def _pieces(word: str, texts: Sequence[str], cutter: Callable[[], Cut]) -> list[Term]:
    cuts = [piece for piece in cutter()(word) if len(piece) > 1 and piece not in STOP_WORDS and piece != word]
    for pieces in (cuts, _pairs(word)):
        share = 1 / max(len(set(pieces)), 1)
        likely = [term(piece, word, share) for piece in dict.fromkeys(pieces)]
        standing = [one for one in likely if any(one.pattern.search(text) for text in texts)]
        if standing:
            return standing
    return []


def _pairs(word: str) -> list[str]:
    """The numbers in a word, each whole; the pairs of neighbouring characters of one that has none."""
    units = _UNIT.findall(word)
    numbers = [unit for unit in units if len(unit) > 1 and unit != word]
    return numbers or [a + b for a, b in pairwise(units) if len(a) == len(b) == 1]
