"""Whoever is killed, or finds the disk full, or is one of eight who write at once: the ledger is the old one or the new
one, whole, and no entry is lost."""

import errno
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

import kjplan
from kjplan.errors import KjplanError, OutputError, PlanFileError
from kjplan.ledger import ledger_path
from kjplan.ledger.editing import enter, progress
from kjplan.ledger.files import change, create, load, read
from kjplan.ledger.locking import lock_path, locked
from kjplan.model import Plan

WRITER = """
import sys
from datetime import date
from pathlib import Path
import kjplan
from kjplan.ledger.editing import enter, progress

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
plan = kjplan.load(path.with_name("workplan_2022.yaml"))
print("ready", flush=True)
sys.stdin.readline()
for n in range(count):
    entry = progress(None, None, f"{name}-{n}", None, date(2022, 6, 30), who=name)
    enter(path, plan, f"M{n % 5 + 1}", "progress", entry)
    print(f"{name}-{n}", flush=True)
"""

KILLED = """
import os, sys
from pathlib import Path
import kjplan.storage.files as files
import kjplan.ledger.locking as locking

at, seen = int(sys.argv[4]), 0

def step(*words):
    global seen
    seen += 1
    if seen == at:
        os.kill(os.getpid(), 9)

class Dying:
    '''A system call after, or before, which the process is gone.'''
    def __init__(self, real):
        self.real = real
    def __call__(self, *words, **named):
        step()
        result = self.real(*words, **named)
        step()
        return result

os.fsync = Dying(os.fsync)
Path.replace = lambda self, to, real=Path.replace: (step(), real(self, to), step())[1]
Path.unlink = lambda self, missing_ok=False, real=Path.unlink: (step(), real(self, missing_ok), step())[1]
locking._take = Dying(locking._take)

real_stage = files._stage
def half(temporary, path, data, sync):
    data = data if isinstance(data, bytes) else b"".join(data)
    def pieces():
        for n in range(0, len(data), 100):
            step()
            yield data[n:n + 100]
    real_stage(temporary, path, pieces(), sync)
files._stage = half
"""
"""Kills itself with SIGKILL at the nth step of a write; the steps are the system calls and each 100 bytes."""


def words(path: Path) -> list[str]:
    return [p.words or "" for task in read(path).tasks for p in task.progress]


def writer(path: Path, name: str, count: int, *before: str) -> "subprocess.Popen[str]":
    code = (before[0] if before else "") + WRITER
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path), name, str(count), *before[1:]],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def go(*processes: "subprocess.Popen[str]") -> None:
    for process in processes:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()


def test_a_ledger_stands_beside_its_plan(tmp_path: Path) -> None:
    assert ledger_path(tmp_path / "workplan_2022.yaml").name == "ledger_2022.yaml"
    assert ledger_path(tmp_path / "workplan_2021-2023.yaml").name == "ledger_2021-2023.yaml"
    assert ledger_path(tmp_path / "plan.yaml").name == "plan.ledger.yaml"
    assert ledger_path(tmp_path / "workplan_2022.txt").name == "ledger_2022.yaml"
    assert ledger_path(tmp_path / "notice.txt").name == "notice.ledger.yaml"
    assert load(tmp_path / "workplan_2022.yaml") is None and load(Path("-")) is None
    with pytest.raises(PlanFileError, match="没有台账"):
        read(tmp_path / "ledger_2022.yaml")


def test_a_ledger_is_never_made_over_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(OutputError):
        create(path, "ledger_version: 1\n")
    assert path.read_bytes() == before


def test_eight_writers_at_once_lose_nothing(path: Path) -> None:
    writers = [writer(path, f"局{n}", 6) for n in range(8)]
    go(*writers)
    assert [process.wait(timeout=120) for process in writers] == [0] * 8
    for process in writers:
        process.communicate()
    assert sorted(words(path)) == sorted(f"局{n}-{m}" for n in range(8) for m in range(6))
    assert sorted(p.name for p in path.parent.iterdir()) == ["ledger_2022.yaml", "workplan_2022.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_at_any_point_the_ledger_is_the_old_or_the_new_one(path: Path, plan: Plan) -> None:
    said: list[str] = []
    for at in range(1, 80):
        before = path.read_bytes()
        process = writer(path, f"第{at}次", 1, KILLED, str(at))
        go(process)
        told = process.communicate(timeout=60)[0].split()
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL
        now = words(path)
        assert now in (said, [*said, f"第{at}次-0"]) and path.read_bytes().startswith(before[:80])
        assert set(told) <= set(now)  # what was said to be written is there
        said = now
    else:
        pytest.fail("the process was killed each time: more steps than the test knows")
    assert at > 20  # the text is written in steps of 100 bytes
    assert any(entry.startswith("第") for entry in said)  # some were killed after the new one was in place
    entry = progress(None, None, "之后", None, date(2022, 6, 30))
    enter(path, plan, "M1", "progress", entry)  # a lock that was left behind locks nothing
    assert "之后" in words(path)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_on_a_full_disk_the_ledger_is_the_old_one(
    path: Path, plan: Plan, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = path.read_bytes()
    if call == "write":
        monkeypatch.setattr("kjplan.storage.files._stage", full)
    elif call == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="磁盘已满"):
        enter(path, plan, "M1", "progress", progress(None, None, "甲", None, date(2022, 6, 30)))
    assert path.read_bytes() == before
    monkeypatch.undo()
    assert sorted(p.name for p in path.parent.iterdir()) == ["ledger_2022.yaml", "workplan_2022.yaml"]


@pytest.mark.skipif(sys.platform != "linux", reason="a small file system is mounted as Linux does it")
def test_on_a_disk_that_is_really_full(tmp_path: Path, path: Path, plan: Plan) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    try:
        ledger = disk / "ledger_2022.yaml"
        ledger.write_bytes(path.read_bytes())
        entered = []
        with pytest.raises(KjplanError, match="磁盘已满"):
            for n in range(1000):
                entry = progress(None, None, f"{n}" + "字" * 400, None, date(2022, 6, 30))
                enter(ledger, plan, "M1", "progress", entry)
                entered.append(n)
        assert entered and len(words(ledger)) == len(entered)
        assert [p.name for p in disk.iterdir()] == ["ledger_2022.yaml"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_lock_is_waited_for_and_not_for_ever(path: Path) -> None:
    began = time.monotonic()
    with locked(path), pytest.raises(OutputError, match="另有程序正在写入"), locked(path, wait=0.2):
        pass
    assert time.monotonic() - began < 10
    assert not lock_path(path).exists()


def test_a_lock_that_was_left_behind_locks_nothing(path: Path) -> None:
    lock_path(path).write_text("12345", encoding="utf-8")
    assert change(path, lambda text: text + "# 备注\n")
    assert not lock_path(path).exists()


def test_what_an_edit_raises_leaves_all_as_it_was(path: Path) -> None:
    before = path.read_bytes()

    def fails(text: str) -> str:
        raise ValueError(text[:1])

    with pytest.raises(ValueError, match="#"):
        change(path, fails)
    assert path.read_bytes() == before and not lock_path(path).exists()


def test_nothing_new_writes_nothing(path: Path) -> None:
    before = path.stat().st_mtime_ns
    assert not change(path, lambda text: text)
    assert path.stat().st_mtime_ns == before


def test_a_link_to_a_ledger_has_its_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.yaml"
    link.symlink_to(path)
    with locked(path), pytest.raises(OutputError), locked(link, wait=0.05):
        pass


def test_it_can_be_loaded_by_name(path: Path) -> None:
    ledger = load(path.with_name("workplan_2022.yaml"))
    assert ledger is not None and ledger.plan == "workplan_2022.yaml"
    assert len(ledger.tasks) == len(kjplan.load(path.with_name("workplan_2022.yaml")).measures) + 2
