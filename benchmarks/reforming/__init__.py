"""The same commitments in another form of words: what a plan says does not depend on how it is written."""

from collections.abc import Callable, Mapping

from benchmarks.reforming.duties import DUTIES, RENAMED
from benchmarks.reforming.figures import FIGURES
from benchmarks.reforming.frame import AROUND, NUMBERS, PARTS
from benchmarks.reforming.known import Draft, Known
from benchmarks.reforming.rows import ROWS
from benchmarks.reforming.times import TIMES

Way = Callable[[Known], Draft | None]

WAYS: Mapping[str, Mapping[str, tuple[Way, ...]]] = {
    "responsibility": DUTIES,
    "rows": ROWS,
    "names": RENAMED,
    "deadlines": TIMES,
    "figures": FIGURES,
    "numbers": NUMBERS,
    "parts": PARTS,
    "around": AROUND,
}
"""Of each kind of words: name of a form, and what puts a document's facts in it."""
