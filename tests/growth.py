"""How the time of some work grows with the size of what it is given."""

from collections.abc import Callable
from time import process_time


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
