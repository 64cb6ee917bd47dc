"""What comments in a plan's file say to leave out, and what is wrong with these comments."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kjplan.checking.rules import matching
from kjplan.model import Span

if TYPE_CHECKING:
    from kjplan.storage.comments import Comment

UNKNOWN, UNUSED = "ignore-unknown", "ignore-unused"
"""Codes of what is reported about comments."""


class Ignoring:
    """Asked about each finding, it remembers which comments were of use.

    :param comments: those of the plan's file
    """

    def __init__(self, comments: "Sequence[Comment]" = ()) -> None:
        self._comments = [(comment, word, frozenset(matching(word))) for comment in comments for word in comment.codes]
        self._empty = [comment for comment in comments if not comment.codes]
        self._used: set[int] = set()

    def covers(self, code: str, span: Span | None) -> bool:
        """Whether a comment silences a finding of this code at this place."""
        covered = False
        for number, (comment, _, codes) in enumerate(self._comments):
            if code in codes and comment.concerns(span):
                self._used.add(number)
                covered = True
        return covered

    def faults(self, ran: set[str]) -> "Iterator[tuple[str, Comment, str]]":
        """Code, comment and the word concerned of what is wrong with a comment, in the order of the file.

        :param ran: codes of the rules that ran; a comment about one that did not is not called useless
        """
        for comment in self._empty:
            yield UNKNOWN, comment, "[]"
        for number, (comment, word, codes) in enumerate(self._comments):
            if not codes:
                yield UNKNOWN, comment, word
            elif number not in self._used and codes <= ran:
                yield UNUSED, comment, word
