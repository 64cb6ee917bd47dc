"""Goals and measures whose facts are read together: one search for the hints of a kind goes over the words of all of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kjplan.extraction.masking import mask_lines
from kjplan.model import Goal, Measure, Span, Target
from kjplan.reading.text import Passage


@dataclass(slots=True)
class Leaf:
    """A goal or measure with its words."""

    node: Goal | Measure
    own: Sequence[Passage]
    targets: list[Target] | None
    """Its targets where they are known already."""
    review: bool
    """Whether it belongs to a review part."""

    @property
    def plans(self) -> bool:
        """Whether it promises anything: what a review part tells of measures is past."""
        return not self.review or isinstance(self.node, Goal)


class Batch:
    """Some goals and measures with their words, a line for each passage."""

    __slots__ = ("_begins", "_passages", "_starts", "folded", "leaves", "lines", "masked")

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.leaves = leaves
        self._passages = [(leaf, passage) for leaf in leaves for passage in leaf.own]
        self.folded = "\n".join([passage.folded for _, passage in self._passages])
        self.masked = mask_lines(self.folded)
        self.lines = self.folded.count("\n") == len(self._passages) - 1
        """Whether each passage is one line."""
        self._starts: list[int] = []
        self._begins: list[int] = []
        at = 0
        for leaf in leaves:
            self._starts.append(at)
            for passage in leaf.own:
                self._begins.append(at)
                end = at + len(passage.folded)
                if self.lines:
                    passage.masked = self.masked[at:end]
                at = end + 1

    def holding(self, hint: re.Pattern[str], *, masked: bool = False) -> Iterator[Leaf]:
        """The leaves in whose words a pattern is found.

        :param hint: a pattern that a line feed ends as the end of a text does
        :param masked: whether what stands in quotation marks and brackets does not count
        """
        text, starts, leaves, at = self.masked if masked else self.folded, self._starts, self.leaves, 0
        while m := hint.search(text, at):
            following = bisect_right(starts, m.start())
            yield leaves[following - 1]
            if following == len(starts):
                break
            at = starts[following]

    def places(self, pattern: re.Pattern[str], *, masked: bool = False) -> Iterator[tuple[Leaf, Passage, list[Span]]]:
        """The passages in which a pattern is found, and where in each.

        :param pattern: as for ``holding``; it takes in no line feed
        """
        text, begins = self.masked if masked else self.folded, self._begins
        spans: list[Span] = []
        here, begin, end = 0, 0, -1
        for m in pattern.finditer(text):
            start, stop = m.span()
            if start >= end:
                if spans:
                    yield *self._passages[here], spans
                    spans = []
                here = bisect_right(begins, start) - 1
                begin = begins[here]
                end = begins[here + 1] if here + 1 < len(begins) else len(text)
            spans.append((start - begin, stop - begin))
        if spans:
            yield *self._passages[here], spans

    def measures_holding(self, hint: re.Pattern[str]) -> Iterator[tuple[Measure, Sequence[Passage]]]:
        """The measures among them, with their words."""
        for leaf in self.holding(hint):
            if isinstance(leaf.node, Measure):
                yield leaf.node, leaf.own
