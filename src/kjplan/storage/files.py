"""Files written whole or not at all.

Each file is staged beside its place, flushed to the disk, and then put there in one step. Without ``force`` that step
fails where a file already stands, also when it came into being a moment ago.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kjplan.errors import OutputError
from kjplan.language import say

_REASONS: dict[int, tuple[str, str, str, str]] = {
    errno.EEXIST: ("文件已存在", "the file exists already", "加 --force 可覆盖", "use --force to overwrite it"),
    errno.ENOENT: ("文件夹不存在", "its folder does not exist", "请先建立该文件夹", "make the folder first"),
    errno.ENOTDIR: ("上级不是文件夹", "its parent is not a folder", "请换一个位置", "choose another place"),
    errno.EISDIR: ("这是一个文件夹", "it is a folder", "请写出文件名", "name a file in it"),
    errno.EACCES: ("没有写入权限", "no permission to write there", "请换一个位置", "choose another place"),
    errno.EPERM: ("没有写入权限", "no permission to write there", "请换一个位置", "choose another place"),
    errno.EROFS: ("文件系统只读", "the file system is read-only", "请换一个位置", "choose another place"),
    errno.ENOSPC: ("磁盘已满", "the disk is full", "请腾出空间", "make room on it"),
    errno.EDQUOT: ("超出磁盘配额", "the disk quota is used up", "请腾出空间", "make room on it"),
    errno.ENAMETOOLONG: ("文件名过长", "the file name is too long", "请用短一些的名字", "use a shorter one"),
}
"""What the system calls report, in the words of a user, with what to do about it (zh, en, zh, en)."""

_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EINVAL}
"""What ``link`` answers on file systems without hard links (FAT, some network shares)."""


def write_text(path: str | Path, text: str | Iterable[str], *, force: bool = False) -> None:
    """Write a text as UTF-8, line ends as they are, whole or as it comes; see :func:`write_all` for ``force`` and errors."""
    write_bytes(path, _encoded((text,) if isinstance(text, str) else text, path), force=force)


def _encoded(text: Iterable[str], path: str | Path) -> Iterator[bytes]:
    for chunk in text:
        try:
            yield chunk.encode("utf-8")
        except UnicodeEncodeError as error:
            what = say("文本含有无法写成 UTF-8 的字符", "the text has a character that UTF-8 cannot hold")
            raise OutputError(f"{what} (U+{ord(chunk[error.start]):04X})", str(path)) from error


def write_bytes(path: str | Path, data: bytes | Iterable[bytes], *, force: bool = False) -> None:
    """Write one file; see :func:`write_all`. A device or pipe (/dev/stdout) is simply written to."""
    path = Path(path)
    try:
        stream = not stat.S_ISREG(mode := path.stat().st_mode) and not stat.S_ISDIR(mode) and not stat.S_ISBLK(mode)
    except OSError:
        stream = False
    if not stream:
        write_all([(path, data)], force=force)
        return
    try:
        with path.open("wb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
    except OSError as error:
        raise output_error(error, path) from error


def write_all(
    files: Sequence[tuple[str | Path, bytes | Iterable[bytes]]], *, force: bool = False, sync: bool = True
) -> None:
    """Write several files: all of them, or none.

    :param files: path and content of each, whole or as it comes; the folders must exist
    :param force: replace files that exist, keeping their permissions; a link is followed
    :param sync: have the system flush each file to the disk before it is put in its place
    :raises OutputError: a file exists (without ``force``), its folder is missing or read-only, the disk is full …
    """
    staged: list[tuple[Path, Path]] = []
    done: list[tuple[Path, bytes | None]] = []
    path = Path()
    try:
        for name, data in files:
            path = Path(name)
            path = _target(path, force)
            temporary = path.with_name(f".kjplan-{os.urandom(8).hex()}.tmp")
            staged.append((temporary, path))
            _stage(temporary, path, data, sync)
        for temporary, path in staged:
            former = path.read_bytes() if force and len(staged) > 1 and path.exists() else None
            _put(temporary, path, force)
            done.append((path, former))
    except BaseException as error:
        _undo(done if len(done) < len(files) else [])
        if isinstance(error, OSError):
            raise output_error(error, path) from error
        raise
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink()


def _target(path: Path, force: bool) -> Path:
    """The file to put in place, checked early so that nothing is staged in vain."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if not force and path.is_symlink():
            raise FileExistsError(errno.EEXIST, "a link that leads nowhere") from None
        return path.resolve() if path.is_symlink() else path
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "a folder")
    if not force:
        raise FileExistsError(errno.EEXIST, "a file")
    if not stat.S_ISREG(mode):
        raise PermissionError(errno.EACCES, "no regular file")
    return path.resolve()


def _stage(temporary: Path, path: Path, data: bytes | Iterable[bytes], sync: bool) -> None:
    """Write the content beside its place, with the permissions of the file it replaces, else those of the umask."""
    with temporary.open("xb") as file:
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        file.writelines((data,) if isinstance(data, bytes) else data)
        file.flush()
        if sync:
            os.fsync(file.fileno())


def _put(temporary: Path, path: Path, force: bool) -> None:
    """Put a staged file in its place in one step; without ``force``, FileExistsError if one is there by now."""
    if not force:
        try:
            os.link(temporary, path)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            path.touch(exist_ok=False)
        else:
            return
    try:
        temporary.replace(path)
    except BaseException:
        if not force:
            path.unlink()
        raise


def _undo(done: Sequence[tuple[Path, bytes | None]]) -> None:
    """Take files back out of their places, or put back what stood there."""
    for path, former in reversed(done):
        if former is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(former)


def output_error(error: OSError, path: str | Path) -> OutputError:
    """The error to show for a failed system call on an output: what, where and a tip, in the user's words."""
    reason = _REASONS.get(error.errno or 0)
    if reason is None:
        return OutputError(say("无法写入", "cannot be written") + f" ({error.strerror or error})", str(path))
    zh, en, tip_zh, tip_en = reason
    return OutputError(say(f"无法写入，{zh}", f"cannot be written, {en}"), str(path), say(tip_zh, tip_en))
