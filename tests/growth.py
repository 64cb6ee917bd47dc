"""How the time of some work grows with the size of what it is given."""

import sys
from collections.abc import Callable
from time import process_time
from types import FrameType


def growth(made: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times as long the work takes on four times the size: near 4 where it is linear, near 1 where it should not depend on
    the size, 16 where it is quadratic. The best of some tries each, so that what else the machine does counts for little.

    :param made: makes the work for a size, which is not timed
    """
    best = [min(_time(made(n)) for _ in range(4)) for n in (size, 4 * size)]
    return best[1] / best[0]


def _time(work: Callable[[], object]) -> float:
    before = process_time()
    work()
    return max(process_time() - before, 1e-6)


def call_growth(made: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times as many functions are called, Python's own ones too, on four times the size; the same on any machine.

    :param made: as for ``growth``
    """
    few, many = (_calls(made(n)) for n in (size, 4 * size))
    return many / few


def _calls(work: Callable[[], object]) -> int:
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
