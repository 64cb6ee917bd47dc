"""Ratios of interleaved runs: the machine's speed cancels out, absolute times are never compared."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

Run = Callable[[], object]


def interleaved(runs: Sequence[Run], rounds: int, clock: Callable[[], float] = time.perf_counter) -> list[float]:
    """Median seconds of each run, the runs taken in turn ``rounds`` times after one warm-up each.

    :param clock: ``time.process_time`` for runs in this process: where other work goes on, a long run is broken off more
        often than a short one, and their ratio by the clock on the wall says more of that work than of them
    """
    for run in runs:
        run()
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for run, kept in zip(runs, times, strict=True):
            start = clock()
            run()
            kept.append(clock() - start)
    return [statistics.median(kept) for kept in times]


def process(command: Sequence[str], env: dict[str, str] | None = None) -> Run:
    """A run of a whole process, its output thrown away; a failing command stops the benchmark."""

    def run() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)

    return run


EMPTY_PYTHON = (sys.executable, "-c", "pass")
"""What start-up ratios are measured against."""


def table(title: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """A markdown table of (what, measured, wanted)."""
    lines = [f"### {title}", "", "| what | measured | wanted |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {a} | {b} | {c} |" for a, b, c in rows), ""])
