"""The task table as files: a whole process against an empty Python, and 5,000 tasks against the clock's ratio to one.

Run: ``python -m benchmarks.office`` from the checkout, with kjplan installed in this environment (not editable: an
editable install adds an import hook to every start).
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.timing import EMPTY_PYTHON, interleaved, process, table
from kjplan.checklists import build, sheet
from kjplan.model import Plan, Section
from kjplan.output.exports import SheetFormat, to_bytes
from kjplan.storage.loading import load

ROUNDS = 11
TASKS = 5_000
DATA = Path(__file__).parent.parent / "data"
KJPLAN = str(Path(sys.executable).parent / "kjplan")
FILES: tuple[SheetFormat, ...] = ("xlsx", "docx", "ics")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "XDG_CACHE_HOME": folder, "KJPLAN_DATA": str(DATA)}
        print(
            table(f"Whole processes ÷ `python -c pass` (medians of {ROUNDS} interleaved runs)", _processes(env, folder))
        )
    print(table(f"{TASKS} tasks, in this process", _large()))


def _processes(env: dict[str, str], folder: str) -> list[tuple[str, str, str]]:
    names = [f"checklist -o x.{form}" for form in (*FILES, "csv", "html")] + ["report -o x.html"]
    commands = [[KJPLAN, *name.replace("x.", f"{folder}/x.").split(), "--force"] for name in names]
    times = interleaved([process(EMPTY_PYTHON, env), *(process(command, env) for command in commands)], ROUNDS)
    wanted = {"checklist -o x.xlsx": "≤ 40"}
    return [(f"kjplan {n}", f"{t / times[0]:.1f}", wanted.get(n, "")) for n, t in zip(names, times[1:], strict=True)]


def _large() -> list[tuple[str, str, str]]:
    plan = _many(load(DATA / "workplan_2022.yaml"), TASKS)
    rows = []
    for form in FILES:
        seconds, size = _timed(partial(_written, plan, form))
        rows.append((f"{form}, {size / 1e6:.1f} MB", f"{seconds:.1f} s", "≤ 3 s" if form == "xlsx" else ""))
    return rows


def _written(plan: Plan, form: SheetFormat) -> int:
    """Bytes of the table of a plan."""
    return len(to_bytes(sheet(plan, build(plan)), form))


def _many(plan: Plan, tasks: int) -> Plan:
    """A plan with so many tasks, the measures of another over and over."""
    found = plan.measures
    section = Section(title="大要点")
    section.children.extend(replace(found[n % len(found)], id=f"M{n}", number=str(n)) for n in range(tasks))
    return Plan(title="大要点", year=2022, parts=[section])


def _timed(run: Callable[[], int]) -> tuple[float, int]:
    start = time.perf_counter()
    size = run()
    return time.perf_counter() - start, size


if __name__ == "__main__":
    main()
