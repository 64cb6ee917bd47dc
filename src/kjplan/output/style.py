"""Colours, by what they mean; where there is no terminal there are none."""

import os
from enum import Enum
from typing import Literal, TextIO

ColorChoice = Literal["auto", "always", "never"]


class Style(Enum):
    """What is painted, and its SGR parameters (ECMA-48)."""

    HEAD = "1"
    ERROR = "1;31"
    WARNING = "1;33"
    INFO = "1;36"
    ADDED = "32"
    REMOVED = "31"
    MATCH = "1;32"
    FAINT = "2"


def paint(text: str, style: Style, color: bool) -> str:
    """The text in a style, or as it is."""
    return f"\x1b[{style.value}m{text}\x1b[0m" if color and text else text


def wants_color(stream: TextIO | None, choice: ColorChoice = "auto") -> bool:
    """Whether to paint what goes to a stream: as chosen, else on a terminal, unless NO_COLOR is set or TERM is dumb."""
    if choice != "auto" or stream is None:
        return choice == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
