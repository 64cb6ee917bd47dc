"""A large notice is not held several times over: its YAML is written bit by bit."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import program

_PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
NOTICE = Path(__file__).parents[2] / "data" / "notices" / "workplan_2022.txt"


def peak(source: Path, plan: Path) -> int:
    """Peak resident memory of a parse, in bytes."""
    command = [*program(), "parse", "--quiet", str(source), "-o", str(plan)]
    done = subprocess.run([sys.executable, "-c", _PEAK, *command], check=True, capture_output=True, text=True)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)


def test_memory_stays_within_twelve_times_the_text(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="this system does not tell a process's peak memory")
    text = NOTICE.read_text(encoding="utf-8")
    at = text.index("（一）") if "（一）" in text else text.index("(一)")
    measures = text[at : text.index("主办单位")]
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_text(text[:600], encoding="utf-8")
    large.write_text(text[:at] + measures * 180, encoding="utf-8")
    size = large.stat().st_size
    assert size > 2_000_000
    start = peak(small, tmp_path / "small.yaml")
    grown = peak(large, tmp_path / "large.yaml") - start
    assert (tmp_path / "large.yaml").stat().st_size > size
    assert grown < 12 * size, f"{grown / size:.1f} times a text of {size:,} bytes"
