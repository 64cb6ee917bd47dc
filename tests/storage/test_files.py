import errno
import os
import stat
from pathlib import Path

import pytest

from kjplan.errors import OutputError
from kjplan.storage import files


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_text_is_written_as_utf8_with_its_line_ends(tmp_path: Path) -> None:
    files.write_text(tmp_path / "a.txt", "工作要点\r\n𠮷\n")
    assert (tmp_path / "a.txt").read_bytes() == "工作要点\r\n𠮷\n".encode()
    assert names(tmp_path) == ["a.txt"]


def test_permissions_are_those_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        files.write_bytes(tmp_path / "a", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_without_force_an_existing_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(OutputError) as caught:
        files.write_text(tmp_path / "a", "new")
    assert "exists already" in caught.value.what
    assert caught.value.where == str(tmp_path / "a")
    assert "--force" in str(caught.value.tip)
    assert (tmp_path / "a").read_text() == "old"
    assert names(tmp_path) == ["a"]


def test_force_replaces_and_keeps_permissions(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o600)
    files.write_text(tmp_path / "a", "new", force=True)
    assert (tmp_path / "a").read_text() == "new"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_force_writes_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to("a")
    files.write_text(tmp_path / "link", "new", force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_text() == "new"


@pytest.mark.parametrize("links", [True, False], ids=["hard links", "no hard links"])
def test_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    stage = files._stage

    def stage_slowly(temporary: Path, path: Path, data: bytes, sync: bool) -> None:
        stage(temporary, path, data, sync)
        path.write_text("theirs")

    def no_link(src: Path, dst: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(files, "_stage", stage_slowly)
    if not links:
        monkeypatch.setattr(os, "link", no_link)
    with pytest.raises(OutputError, match="exists already"):
        files.write_text(tmp_path / "a", "ours")
    assert (tmp_path / "a").read_text() == "theirs"
    assert names(tmp_path) == ["a"]


def test_without_hard_links_it_is_written_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(src: Path, dst: Path) -> None:
        raise OSError(errno.ENOTSUP, "no links here")

    monkeypatch.setattr(os, "link", no_link)
    files.write_text(tmp_path / "a", "x")
    assert (tmp_path / "a").read_text() == "x"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("missing/a", "folder does not exist"),
        ("file/a", "not a folder"),
        ("folder", "is a folder"),
        ("n" * 300, "too long"),
    ],
)
def test_places_where_nothing_can_be_written(tmp_path: Path, where: str, what: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for force in (False, True):
        with pytest.raises(OutputError) as caught:
            files.write_text(tmp_path / where, "x", force=force)
        assert what in caught.value.what
        assert caught.value.tip
        assert caught.value.where == str(tmp_path / where)
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.parametrize(
    ("number", "what"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "no permission"),
        (errno.EIO, "Input/output error"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_system_errors_leave_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, what: str, force: bool
) -> None:
    """Simulated: as root, as in many containers, no folder is read-only."""

    def fail(fd: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match=what):
        files.write_text(tmp_path / "a", "x", force=force)
    assert names(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write to read-only folders")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="no permission"):
            files.write_text(tmp_path / "a", "x")
    finally:
        tmp_path.chmod(0o700)


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(fd: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write_text(tmp_path / "a", "new", force=True)
    assert (tmp_path / "a").read_text() == "old"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("force", [False, True])
def test_of_several_files_all_are_written_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool) -> None:
    put = files._put
    if force:
        (tmp_path / "a").write_text("old")

    def put_but_b(temporary: Path, path: Path, force: bool) -> None:
        if path.name == "b":
            raise OSError(errno.ENOSPC, "full")
        put(temporary, path, force)

    monkeypatch.setattr(files, "_put", put_but_b)
    with pytest.raises(OutputError, match="disk is full"):
        files.write_all([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")], force=force)
    assert names(tmp_path) == (["a"] if force else [])
    assert not force or (tmp_path / "a").read_text() == "old"


def test_a_character_without_utf8_form_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="U\\+D800"):
        files.write_text(tmp_path / "a", "x\ud800")
    assert names(tmp_path) == []


def test_a_device_is_written_to_and_not_replaced() -> None:
    files.write_text("/dev/null", "x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
