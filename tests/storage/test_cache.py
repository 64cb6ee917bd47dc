import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kjplan._version import __version__
from kjplan.errors import PlanFileError
from kjplan.model import Plan
from kjplan.storage import cache, codec, files

TEXT = """\
# yaml-language-server: $schema=workplan.schema.json
schema_version: 1
title: 2022年工作要点 𠮷
year: 2022
parts:
- kind: goal
  id: G1
  targets:
  - id: G1.1
    value: 7.50
    span: [1, 5]
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "workplan_2022.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def folder(cache_home: Path) -> Path:
    return cache_home / "kjplan"


def kept(folder: Path) -> Path:
    """The one file in the cache."""
    (file,) = folder.iterdir()
    return file


def forbid_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> Plan:
        raise AssertionError("the plan was parsed again")

    monkeypatch.setattr("kjplan.storage.yaml_read.load_plan_text", fail)


def test_the_second_reading_comes_from_the_cache(
    plan_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = cache.load_plan(plan_file)
    forbid_parsing(monkeypatch)
    second = cache.load_plan(plan_file)
    assert second == first
    assert str(second.targets[0].value) == "7.50"
    assert second.targets[0].span == (1, 5)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_cache_goes_by_content_and_not_by_name_or_time(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cache.load_plan(plan_file)
    info = plan_file.stat()
    plan_file.write_text(TEXT.replace("7.50", "8.50"), encoding="utf-8")
    os.utime(plan_file, ns=(info.st_atime_ns, info.st_mtime_ns))
    assert str(cache.load_plan(plan_file).targets[0].value) == "8.50"
    (tmp_path / "copy.yaml").write_text(TEXT, encoding="utf-8")
    forbid_parsing(monkeypatch)
    assert str(cache.load_plan(tmp_path / "copy.yaml").targets[0].value) == "7.50"


def test_contents_with_the_same_checksum_are_told_apart(plan_file: Path, folder: Path) -> None:
    cache.load_plan(plan_file)
    data = kept(folder).read_bytes()
    other = cache._Kept(TEXT.replace("7.50", "8.50").encode(), "yaml")
    other.name = kept(folder).name
    other.head = data.partition(b"\n")[0].rpartition(b" ")[0]
    assert other.get() is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b" ",
        lambda data: data.replace(b"8.50", b"9.50").replace(b"7.50", b"9.50"),
        lambda data: b"{}",
        lambda data: b"kjplan\n" + data,
        lambda data: os.urandom(len(data)),
        lambda data: data.replace(__version__.encode(), b"0.0.0", 1),
    ],
)
def test_a_damaged_or_foreign_cache_file_is_written_anew(
    plan_file: Path, folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    plan = cache.load_plan(plan_file)
    file = kept(folder)
    sound = file.read_bytes()
    file.write_bytes(damage(sound))
    assert cache.load_plan(plan_file) == plan
    assert kept(folder).read_bytes() == sound


def test_a_change_of_the_model_makes_cache_files_stale(
    plan_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.load_plan(plan_file)
    before = kept(folder).read_bytes()
    monkeypatch.setattr(cache, "CLASSES", codec.CLASSES[:-1])
    cache.load_plan(plan_file)
    assert kept(folder).read_bytes() != before


def test_a_directory_in_the_place_of_a_cache_file(plan_file: Path, folder: Path) -> None:
    plan = cache.load_plan(plan_file)
    name = kept(folder)
    name.unlink()
    name.mkdir()
    assert cache.load_plan(plan_file) == plan


def test_a_broken_plan_is_never_kept(plan_file: Path, folder: Path) -> None:
    plan_file.write_text("schema_version: 1\ntitel: x\n")
    for _ in range(2):
        with pytest.raises(PlanFileError):
            cache.load_plan(plan_file)
    assert not folder.exists()


def test_only_the_newest_files_are_kept(plan_file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o700)
    for n in range(80):
        (folder / f"old{n}").touch()
        os.utime(folder / f"old{n}", (n, n))
    cache.load_plan(plan_file)
    names = {p.name for p in folder.iterdir()}
    assert len(names) == cache._KEPT
    assert {f"old{n}" for n in range(80 - cache._KEPT + 1, 80)} < names


@pytest.mark.parametrize("kind", ["link", "file", "group-writable", "world-writable", "another user's"])
def test_an_unsafe_folder_is_not_used(
    plan_file: Path, folder: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.parent.mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if kind == "link":
        folder.symlink_to(elsewhere)
    elif kind == "file":
        folder.touch()
    else:
        folder.mkdir()
        folder.chmod({"group-writable": 0o770, "world-writable": 0o777}.get(kind, 0o700))
    if kind == "another user's":
        monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert cache.load_plan(plan_file).year == 2022
    assert list(elsewhere.iterdir()) == []
    assert folder.is_file() or list(folder.iterdir()) == []


def test_no_folder_is_made_in_the_home_of_another_user(
    plan_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As under sudo with HOME kept: the folder would be root's, and no use to the user ever after."""
    folder.parent.mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert cache.load_plan(plan_file).year == 2022
    assert not folder.exists()


def test_a_place_that_cannot_be_written_to_means_no_cache(
    plan_file: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache_home.write_text("a file where a folder should be")
    assert cache.load_plan(plan_file).year == 2022


def test_a_full_disk_means_no_cache(plan_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(temporary: Path, path: Path, data: bytes, sync: bool) -> None:
        temporary.write_bytes(data[:5])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_stage", full)
    assert cache.load_plan(plan_file).year == 2022
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/kjplan"),
        ("linux", {"HOME": "/h"}, "/h/.cache/kjplan"),
        ("linux", {"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/kjplan"),
        ("linux", {}, None),
        ("linux", {"HOME": "relative"}, None),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/kjplan"),
        ("win32", {"LOCALAPPDATA": "/l", "HOME": "/h"}, "/l/kjplan"),
        ("win32", {"HOME": "/h"}, None),
    ],
)
def test_where_the_cache_is(
    platform: str, environment: dict[str, str], expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.cache_folder() == (Path(expected) if expected else None)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "no such file"),
        (b"\xff\xfe", "no UTF-8 text"),
        (b"schema_version: 1\ntitle: \xe5\xb7\n", "no UTF-8 text (byte 25)"),
        (b"", "empty"),
        (b"\x00\x01\x02", "no valid YAML"),
    ],
)
def test_files_that_are_no_plan(tmp_path: Path, content: bytes | None, what: str) -> None:
    path = tmp_path / "plan.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PlanFileError) as caught:
        cache.load_plan(path)
    assert what in caught.value.what
    assert str(caught.value.where).startswith(str(path))


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(PlanFileError, match="a folder"):
        cache.load_plan(tmp_path)


def test_a_byte_order_mark_is_no_part_of_the_plan(plan_file: Path) -> None:
    plan = cache.load_plan(plan_file)
    plan_file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert cache.load_plan(plan_file) == plan


def test_a_cached_plan_costs_no_heavy_import(plan_file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kjplan.storage.loading import load; load(Path(sys.argv[1]));"
        "print(*{m.partition('.')[0] for m in sys.modules} & {'pydantic', 'yaml', 'rich', 'jieba', 'hashlib', 'tempfile'})"
    )
    for expected in ("pydantic", ""):
        done = subprocess.run([sys.executable, "-c", code, str(plan_file)], capture_output=True, text=True, check=True)
        assert (expected in done.stdout) and (bool(expected) or not done.stdout.strip())
