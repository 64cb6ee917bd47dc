"""A query's whole process against an empty Python, with and without the cache, and its peak memory.

Run: ``python -m benchmarks.startup`` from the checkout, with kjplan installed in this environment (not editable: an
editable install adds an import hook to every start).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from benchmarks.timing import EMPTY_PYTHON, Run, interleaved, process, table

ROUNDS = 31
DATA = Path(__file__).parent.parent / "data"
KJPLAN = str(Path(sys.executable).parent / "kjplan")
WITHOUT_RUST = (
    "import sys; sys.modules['rjieba'] = None; from kjplan.cli.main import main; sys.exit(main(sys.argv[1:]))"
)
"""The program as it is where the extra ``fast`` is not installed."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "XDG_CACHE_HOME": folder, "KJPLAN_DATA": str(DATA)}
        rows = [*_startup(env, Path(folder)), ("peak memory of a query", f"{peak(env):.0f} MB", "≤ 60 MB")]
    print(table(f"A query's whole process ÷ `python -c pass` (medians of {ROUNDS} interleaved runs)", rows))


def _startup(env: dict[str, str], cache: Path) -> list[tuple[str, str, str]]:
    """Ratios of the commands that people wait for."""

    def changed(command: list[str]) -> Run:
        # A cache of its own: the other commands are to find theirs.
        apart = cache / "changed"
        run = process(command, env | {"XDG_CACHE_HOME": str(apart)})

        def cold() -> None:
            for kept in (apart / "kjplan").glob("*-yaml"):
                kept.unlink()
            run()

        return cold

    warm = [
        ["goals", "2022"],
        ["measures", "2022", "--section", "平台"],
        ["checklist", "2022"],
        ["diff", "2020", "2022"],
        ["trace", "2022"],
        ["search", "郑科贷"],
        ["trend", "2020", "2022"],
        ["lookback", "2020", "2022"],
    ]
    rivals = [["yq", ".parts[1]", str(DATA / "workplan_2022.yaml")]] if shutil.which("yq") else []
    names = [
        "python -c pass",
        *(f"kjplan {' '.join(c)}" for c in warm),
        "kjplan goals 2022, after a change",
        "kjplan --help",
    ]
    runs = [process(EMPTY_PYTHON, env), *(process([KJPLAN, *c], env) for c in warm)]
    runs += [changed([KJPLAN, "goals", "2022"]), process([KJPLAN, "--help"], env), *(process(r, env) for r in rivals)]
    names += ["yq, the same goals out of the YAML"] * len(rivals)
    jieba = process([sys.executable, "-c", WITHOUT_RUST, "words", "2022"], env)
    runs += [jieba, _first_use(jieba, cache)]
    names += ["kjplan words 2022, by jieba", "the same, first use on a machine"]
    if find_spec("rjieba"):
        runs.append(process([KJPLAN, "words", "2022"], env))
        names.append("kjplan words 2022, by rjieba (extra fast)")
    times = interleaved(runs, ROUNDS)
    wanted = {
        "kjplan goals 2022": "≤ 9",
        "kjplan measures 2022 --section 平台": "≤ 9",
        "kjplan goals 2022, after a change": "≤ 30",
        "kjplan diff 2020 2022": "≤ 12",
    }
    return [(name, f"{t / times[0]:.1f}", wanted.get(name, "")) for name, t in zip(names[1:], times[1:], strict=True)]


def _first_use(run: Run, cache: Path) -> Run:
    """The run after jieba's dictionary was thrown away."""

    def first() -> None:
        for kept in (cache / "kjplan").glob("dictionary-*"):
            kept.unlink()
        run()

    return first


def peak(env: dict[str, str]) -> float:
    """Peak resident memory of a cached query, in MB."""
    command = [KJPLAN, "goals", "2022"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    out = subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True, env=env)
    per_mb = 1024 if sys.platform != "darwin" else 1024 * 1024
    return int(out.stdout) / per_mb


if __name__ == "__main__":
    main()
