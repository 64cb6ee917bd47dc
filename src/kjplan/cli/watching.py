"""Work that takes long enough to be watched: a count on standard error, which is gone when the work is done."""

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

from kjplan.cli.settings import settings
from kjplan.language import say

T = TypeVar("T")

_PATIENCE = 1.0
"""Seconds without a word before a count appears; nobody wonders about less."""
_PACE = 0.1
"""Seconds between two counts."""


def watched(items: Sequence[T]) -> Iterator[T]:
    """The items one by one; where somebody watches and waits, with a count of those that are done.

    The cursor stays at the beginning of the line, so that a message in between stands where it should.
    """
    stream = sys.stderr
    if settings.quiet or len(items) < 2 or stream is None or not stream.isatty():
        yield from items
        return
    told = monotonic() + _PATIENCE - _PACE
    shown = False
    for n, item in enumerate(items):
        if (now := monotonic()) - told > _PACE:
            told, shown = now, True
            stream.write(f"\x1b[K{say('已读', 'read')} {n}/{len(items)}\r")
            stream.flush()
        yield item
    if shown:
        stream.write("\x1b[K")
        stream.flush()
