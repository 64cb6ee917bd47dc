"""What targets are looked for in, and where they were found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kjplan.model import Span, Target
from kjplan.reading.text import Passage


@dataclass(slots=True)
class Located:
    """A target with the offsets of its quote in the passage."""

    start: int
    end: int
    carried: bool
    """Whether its indicator is that of the target before it."""
    target: Target


class Words(NamedTuple):
    """A passage with what its figures are judged by, as for ``find_targets``."""

    passage: Passage
    committed: bool
    title: str | None
    regulates: bool = False
    """Whether its document orders and regulates but is no work plan, so that a figure which only binds is a norm."""
    hints: Sequence[Span] | None = None
    """Where ``quantities.HINT`` is found in its masked words, where that is known."""
