"""Patterns that are compiled when they are first used: the large ones that few texts need take most of the time of a start."""

import re
from functools import partial
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


class Late:
    """A pattern that is compiled when it is first used."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        for method in _METHODS:
            setattr(self, method, partial(self._first, method))

    def _first(self, method: str, *arguments: Any) -> Any:
        """What a method of the compiled pattern gives; all of them are kept, so that this is asked once."""
        compiled = re.compile(self.pattern)
        for name in _METHODS:
            setattr(self, name, getattr(compiled, name))
        return getattr(compiled, method)(*arguments)


def late(pattern: str) -> re.Pattern[str]:
    """As ``re.compile``, for a large pattern that few texts need: the largest take as long to compile as all the rest of a start."""
    return cast("re.Pattern[str]", Late(pattern))
