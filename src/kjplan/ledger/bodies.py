"""Names of units in the words that people write into a cell."""

import re

_BETWEEN = re.compile(r"[、，,；;/\n]+")


def names_in(words: str) -> list[str]:
    """The units that a cell names, each once: ``市科技局、市财政局``."""
    return list(dict.fromkeys(name.strip() for name in _BETWEEN.split(words) if name.strip()))
