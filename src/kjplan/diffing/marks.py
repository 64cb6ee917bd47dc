"""A text diff for reading: its marks begin and end where words do. ``推[-动-]{+进+}`` becomes ``[-推动-]{+推进+}``."""

from dataclasses import dataclass

from kjplan.diffing.result import TextDiff
from kjplan.diffing.textdiff import without_spelling
from kjplan.diffing.word_edges import edges

_FARTHEST = 5
"""By how many characters an edge is moved at most to meet a word edge of both texts; if none is so near it stays."""


def by_words(diff: TextDiff) -> TextDiff:
    """The same two texts with marks that break at words; differences of width, blanks and quotes are not marked.

    The pieces equal and insert joined are the new text; equal and delete the old one, but in the new one's spelling.
    """
    diff = without_spelling(diff)
    if len(diff) < 2:
        return diff
    old = "".join(text for op, text in diff if op != "insert")
    new = "".join(text for op, text in diff if op != "delete")
    changes = _changes(diff)
    _widen(changes, edges(old), edges(new))
    return _pieces(changes, old, new)


@dataclass(slots=True)
class _Change:
    """What stands in the two texts in each other's place."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def _changes(diff: TextDiff) -> list[_Change]:
    """The changes of a diff; those with nothing equal between them are one."""
    found: list[_Change] = []
    old = new = 0
    for op, text in diff:
        before = old, new
        old += len(text) * (op != "insert")
        new += len(text) * (op != "delete")
        if op == "equal":
            continue
        if found and (found[-1].old_end, found[-1].new_end) == before:
            found[-1].old_end, found[-1].new_end = old, new
        else:
            found.append(_Change(before[0], old, before[1], new))
    return found


def _widen(changes: list[_Change], old_edges: set[int], new_edges: set[int]) -> None:
    """Move every edge outward to where a word of both texts ends, inside the equal text next to it."""

    def distance(old: int, new: int, step: int, room: int) -> int:
        ways = range(min(room, _FARTHEST) + 1)
        return next((n for n in ways if old + step * n in old_edges and new + step * n in new_edges), 0)

    last = max(old_edges)
    for n, change in enumerate(changes):
        before = changes[n - 1].old_end if n else 0
        after = changes[n + 1].old_start if n + 1 < len(changes) else last
        left = distance(change.old_start, change.new_start, -1, change.old_start - before)
        right = distance(change.old_end, change.new_end, 1, after - change.old_end)
        change.old_start, change.new_start = change.old_start - left, change.new_start - left
        change.old_end, change.new_end = change.old_end + right, change.new_end + right


def _pieces(changes: list[_Change], old: str, new: str) -> TextDiff:
    diff: TextDiff = []
    at = 0
    for change in changes:
        diff += [("equal", new[at : change.new_start])]
        diff += [
            ("delete", old[change.old_start : change.old_end]),
            ("insert", new[change.new_start : change.new_end]),
        ]
        at = change.new_end
    diff.append(("equal", new[at:]))
    return _joined([piece for piece in diff if piece[1]])


def _joined(diff: TextDiff) -> TextDiff:
    """Changes that have come to touch, as one: what went before what came."""
    joined: TextDiff = []
    went = came = ""
    for op, text in [*diff, ("equal", "")]:
        if op == "delete":
            went += text
        elif op == "insert":
            came += text
        else:
            joined += [("delete", went)] * bool(went)
            joined += [("insert", came)] * bool(came)
            joined += [("equal", text)] * bool(text)
            went = came = ""
    return joined
