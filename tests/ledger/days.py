"""Days as tests write them, and facts to compare them with."""

from datetime import date
from typing import Any


def day(words: str) -> date:
    """2022-06-30."""
    return date.fromisoformat(words)


def facts(of: Any, names: str) -> list[Any]:
    """Some attributes of an object, named with blanks between."""
    return [getattr(of, name) for name in names.split()]
