"""Values as they stand in a plan file, before they are a plan: with their places, for the messages."""

from dataclasses import dataclass, field
from typing import Any

from kjplan.errors import PlanFileError

Keys = tuple[str | int, ...]
"""The way to a value: ("parts", 0, "title")."""

Mark = tuple[int, int]
"""Line and column, both from 1."""

MAX_DEPTH = 128
"""Levels of lists and mappings that are read: some sixty headings inside one another; a plan has about four."""


@dataclass(slots=True)
class Draft:
    """What a file holds: dicts, lists, strings, ints, Decimals, booleans and None."""

    where: str
    """The file's name."""
    data: Any = None
    """The outermost value."""
    marks: dict[Keys, Mark] = field(default_factory=dict)
    """Where each value begins; empty for JSON."""

    def mark(self, keys: Keys) -> Mark | None:
        """Line and column of a value, or of the nearest one around it; None where they are not known."""
        while keys and keys not in self.marks:
            keys = keys[:-1]
        return self.marks.get(keys)

    def error(self, what: str, mark: Mark | None = None, tip: str | None = None) -> PlanFileError:
        """The error to raise, its place written as ``file:line:column``."""
        return PlanFileError(what, self.where if mark is None else f"{self.where}:{mark[0]}:{mark[1]}", tip)
