"""How the rule tables are written: words with blanks between them, and the pattern that matches one of them."""

import re
from collections.abc import Iterable


def words(row: str) -> tuple[str, ...]:
    """The words of a row of a table."""
    return tuple(row.split())


def one_of(choices: Iterable[str]) -> str:
    """A pattern, without groups, that matches the longest of the choices that fits."""
    return "|".join(map(re.escape, sorted(choices, key=len, reverse=True)))
