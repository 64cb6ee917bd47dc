"""Which language kjplan speaks: Chinese or English, chosen once per process.

Every message is written in both languages where it is used: ``say("没有找到", "not found")``.
"""

import os
from typing import Literal

Language = Literal["zh", "en"]

_chosen: Language | None = None


def choose(language: Language | None) -> None:
    """Set the language; None goes back to the locale."""
    global _chosen
    _chosen = language


def current() -> Language:
    """The language in force: what was chosen, else what LC_ALL, LC_MESSAGES or LANG says, else English."""
    if _chosen is not None:
        return _chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(zh: str, en: str) -> str:
    """One of two wordings of the same message, in the language in force."""
    return zh if current() == "zh" else en
