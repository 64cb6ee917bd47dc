"""Which language kjplan speaks: Chinese or English, chosen once per process.

Every message is written in both languages where it is used: ``say("没有找到", "not found")``.
"""

import os
import sys
from functools import cache
from typing import Literal

Language = Literal["zh", "en"]

_chosen: Language | None = None


def choose(language: Language | None) -> None:
    """Set the language; None goes back to the locale."""
    global _chosen
    _chosen = language


def current() -> Language:
    """The language in force: what was chosen, else what LC_ALL, LC_MESSAGES or LANG says, else that of Windows, else English."""
    if _chosen is not None:
        return _chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return _of_windows() if sys.platform == "win32" else "en"


_CHINESE = 0x04
"""LANG_CHINESE, the lower ten bits of a language identifier (MS-LCID): of zh-CN as of zh-TW."""


@cache
def _of_windows() -> Language:
    """What the windows of Windows speak: it sets none of these variables."""
    from importlib import import_module

    speaks: int = import_module("ctypes").windll.kernel32.GetUserDefaultUILanguage()
    return "zh" if speaks & 0x3FF == _CHINESE else "en"


def say(zh: str, en: str) -> str:
    """One of two wordings of the same message, in the language in force."""
    return zh if current() == "zh" else en
