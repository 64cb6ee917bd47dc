"""How the rule tables are written: words with blanks between them, and the pattern that matches one of them."""

import re
from collections.abc import Iterable
from itertools import product


def words(row: str) -> tuple[str, ...]:
    """The words of a row of a table."""
    return tuple(row.split())


def one_of(choices: Iterable[str]) -> str:
    """A pattern, without groups, that matches the longest of the choices that fits."""
    return "|".join(map(re.escape, sorted(choices, key=len, reverse=True)))


def by_first(patterns: Iterable[str]) -> str:
    """A pattern that matches the first of the patterns that fits, each of which begins with a plain character.

    Kept together by that character: the regex engine then looks for any of the characters at once, and tries only what
    may follow the one it found. The same as an alternation, two to four times as quick.
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(re.escape(first) + (f"(?:{'|'.join(rest)})" if any(rest) else "") for first, rest in rests.items())


def joined(firsts: Iterable[str], seconds: Iterable[str]) -> list[str]:
    """Each of the first words before each of the second."""
    return [first + second for first, second in product(firsts, seconds)]
