"""Bytes to Plan with all facts, in MB of UTF-8 a second, up to 50 MB, beside arborparser and docutils; and peak memory
of the whole command, the YAML written.

Run: ``python -m benchmarks.throughput [MB]`` from the checkout, with kjplan and the extra ``bench`` installed. The rivals
get less to do: arborparser makes the outline only, docutils paragraphs; neither knows a fact.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docutils.core import publish_doctree

from benchmarks.outline import NOTICE, arbor_tree, repeated
from benchmarks.timing import table
from kjplan.parsing import parse_source
from kjplan.reading import decode

KJPLAN = str(Path(sys.executable).parent / "kjplan")
SIZES = (0.1, 1, 5, 20, 50)
"""MB of UTF-8."""
RIVALS_UP_TO = 1.0
"""MB; arborparser and docutils are not fed more."""
_PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def sample(megabytes: float) -> bytes:
    """The notice with its sections repeated to about a size, their numbering going on.

    Numbers count to 9,999; past that the whole is repeated, its numbering begins anew, and its paragraphs end in the
    number of the copy: a body that says the same word for word would be taken as the page's.
    """
    body = len(NOTICE.read_bytes())
    times = max(1, round(megabytes * 1e6 / body))
    once = min(times, 1000)
    counts = [once] * (times // once) + [times % once]
    return "".join(repeated(n).replace("。\n", f"（{k}）。\n") for k, n in enumerate(counts)).encode()


def speed(run: Callable[[], object], size: int) -> str:
    """The best of two runs in MB/s of processor time, so that other work on the machine does not count."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return f"{size / 1e6 / best:.2f}"


def peak(path: Path, output: Path) -> float:
    """Peak resident memory in MB of ``kjplan parse`` of a file, its YAML written."""
    command = [KJPLAN, "parse", str(path), "-o", str(output), "--force"]
    done = subprocess.run([sys.executable, "-c", _PEAK, *command], check=True, capture_output=True, text=True)
    return int(done.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def main() -> None:
    limit = float(sys.argv[1]) if len(sys.argv) > 1 else max(SIZES)
    speeds, memory = [], []
    with tempfile.TemporaryDirectory() as folder:
        path, output = Path(folder, "notice.txt"), Path(folder, "plan.yaml")
        path.write_bytes(NOTICE.read_bytes()[:600])
        start = peak(path, output)
        for megabytes in (s for s in SIZES if s <= limit):
            data = sample(megabytes)
            text, size = data.decode(), len(data)
            rate = speed(lambda data=data: parse_source(decode(data)), size)  # type: ignore[misc]
            speeds.append((f"kjplan, bytes → Plan with all facts, {size / 1e6:.1f} MB", f"{rate} MB/s", "≥ 1"))
            if megabytes <= RIVALS_UP_TO:
                arbor = speed(lambda text=text: arbor_tree(text), size)  # type: ignore[misc]
                speeds.append((f"arborparser, outline only, {size / 1e6:.1f} MB", f"{arbor} MB/s", ""))
                doc = speed(lambda text=text: _docutils(text), size)  # type: ignore[misc]
                speeds.append((f"docutils, paragraphs only, {size / 1e6:.1f} MB", f"{doc} MB/s", ""))
            path.write_bytes(data)
            top = peak(path, output)
            words = f"{size / 1e6:.1f} MB of text, {output.stat().st_size / 1e6:.1f} MB of YAML: {top:.0f} MB"
            memory.append((words, f"{top * 1.048576e6 / size:.1f}", f"{(top - start) * 1.048576e6 / size:.1f}"))
    print(table(f"Throughput (processor time of one core, {os.cpu_count()} cores)", speeds))
    print(f"### Peak memory of `kjplan parse FILE -o PLAN` (a notice of 200 characters: {start:.0f} MB)\n")
    print("| what | × the text | without that start, × the text |\n|---|---|---|")
    print("\n".join(f"| {a} | {b} | {c} |" for a, b, c in memory))


def _docutils(text: str) -> object:
    return publish_doctree(
        text, settings_overrides={"report_level": 5, "halt_level": 5, "file_insertion_enabled": False}
    )


if __name__ == "__main__":
    main()
