"""Which markers are headings: decided from the sequence of their numbers, never from the line alone.

Numbers may run on across parents (measures 1–23 over (一)…(八)) or restart in each; both are followed per style.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from kjplan.parsing.markers import Marker

MAX_GAP = 6
"""So many numbers may be missing between two headings of one list; a wider jump is no heading (2022、…)."""

Fault = Literal["numbering-gap", "numbering-repeat", "numbering-disorder"]


@dataclass(slots=True)
class Verdict:
    """Whether a marker is a heading, and what is odd about its number.

    ``expected`` is the ordinal that the sequence led one to expect; it tells nothing of a marker without a fault.
    """

    accepted: bool
    fault: Fault | None = None
    expected: int = 1


_FITS = Verdict(True)
"""What the sequence says of the first of a list, and of the next."""


@dataclass(slots=True)
class Sequence:
    """The state of all numbering while headings come in, in document order."""

    open: list[Marker] = field(default_factory=list)
    """The open headings, outermost first."""
    last: dict[tuple[str, int], Marker] = field(default_factory=dict)
    """The latest heading of each style and rank anywhere, for numbers that run on."""
    cut: Callable[[Marker], bool] = lambda marker: False
    """Whether a high number that is the first of its style goes on from before the text begins."""

    def judge(self, marker: Marker) -> Verdict:
        """What the sequence says of a marker, without changing it."""
        if marker.path:
            return self._judge_decimal(marker)
        sibling = self._sibling(marker)
        before = sibling or self.last.get((marker.style, marker.rank))
        n = marker.ordinal
        if sibling is None and n == 1:
            return _FITS
        if before is None:
            accepted = 1 < n <= MAX_GAP or (n > MAX_GAP and self.cut(marker))
            return Verdict(accepted, "numbering-gap" if accepted else None, 1)
        step = n - before.ordinal
        if step == 1:
            return _FITS
        expected = before.ordinal + 1
        if 1 < step <= MAX_GAP:
            return Verdict(True, "numbering-gap", expected)
        if step == 0 and sibling is not None:
            return Verdict(True, "numbering-repeat", expected)
        if sibling is None and 1 < n <= MAX_GAP:
            return Verdict(True, "numbering-gap", 1)
        accepted = step <= 0
        return Verdict(accepted, "numbering-disorder" if accepted else None, expected)

    def accept(self, marker: Marker) -> int:
        """Take a heading in; returns its depth, 0 for the outermost."""
        open_, rank = self.open, marker.rank
        while open_ and open_[-1].rank >= rank:
            open_.pop()
        open_.append(marker)
        self.last[marker.style, rank] = marker
        return len(open_) - 1

    def _sibling(self, marker: Marker) -> Marker | None:
        """The open heading of the same style, whose list this marker would go on with."""
        rank = marker.rank
        for m in reversed(self.open):
            if m.rank <= rank:  # ranks rise inwards
                return m if m.rank == rank and m.style == marker.style else None
        return None

    def goes_on(self, marker: Marker) -> bool:
        """Whether a marker is exactly the next one of a list, or the first under the heading that its own digits name."""
        if marker.path:
            before = self.last.get((marker.style, marker.rank))
            next_one = (
                before is not None and before.path[:-1] == marker.path[:-1] and marker.ordinal == before.ordinal + 1
            )
            return next_one or (marker.ordinal == 1 and self._under(marker))
        known = self._sibling(marker) or self.last.get((marker.style, marker.rank))
        return known is not None and marker.ordinal == known.ordinal + 1

    def continues(self, marker: Marker) -> bool:
        """Whether a marker is the next one of a list that is open."""
        sibling = self._sibling(marker)
        return sibling is not None and marker.ordinal == sibling.ordinal + 1

    def _under(self, marker: Marker) -> bool:
        """Whether the headings before have led to what a decimal's first digits say: 14.2 after 14.1.6, or under 十四、."""
        outer = marker.path[:-1]
        if len(outer) == 1 and any(not m.path and m.ordinal == outer[0] for m in self.open):
            return True
        latest = (m.path for m in self.last.values() if m.path)
        return any(path[: len(outer)] == outer for path in latest)

    def _judge_decimal(self, marker: Marker) -> Verdict:
        """``1.2`` follows ``1.1``, ``2.1`` opens under anything, ``1.1.1`` follows ``1.1``, ``14.2`` goes on under 十四、 even
        where 14.1 cannot be seen: whatever else is a number."""
        before = self.last.get((marker.style, marker.rank))
        opens = marker.ordinal == 1 and all(marker.path)
        if (
            before is not None
            and before.path[:-1] == marker.path[:-1]
            and 1 <= marker.ordinal - before.ordinal <= MAX_GAP
        ):
            expected = before.ordinal + 1
            return Verdict(True, "numbering-gap" if marker.ordinal > expected else None, expected)
        if opens:
            return Verdict(True, None, 1 if before is None else before.ordinal + 1)
        late = 1 < marker.ordinal <= MAX_GAP and self._under(marker)
        return Verdict(late, "numbering-gap" if late else None, 1 if before is None or late else before.ordinal + 1)
