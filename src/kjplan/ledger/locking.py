"""One writer at a time, across processes and for as long as it takes, but never for ever.

The lock is one of the system's on a small file beside the ledger. The system takes it back when its holder ends, however
that ends: a lock file that was left behind by a crash locks nothing and is taken over. The holder removes the file
before it lets go; who finds that what it locked is no longer the file of that name begins again.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kjplan.errors import OutputError
from kjplan.language import say
from kjplan.storage.files import output_error

WAIT = 15.0
"""Seconds to wait for others: a change takes some hundredths of one, most of it flushing the file to the disk."""
_PAUSE = 0.01

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_path(path: Path) -> Path:
    """The lock file of a file that is to be changed."""
    return path.with_name(f".{path.name}.lock")


@contextmanager
def locked(path: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of a file.

    :param path: the file that is to be changed; a link and its target have one lock
    :param wait: seconds after which to give up
    :raises OutputError: somebody else holds it for longer than that, or no lock file can be made there
    """
    lock = lock_path(path.resolve())
    until = time.monotonic() + wait
    while (handle := _attempt(lock, path)) is None:
        if time.monotonic() >= until:
            what = say("另有程序正在写入", "another program is writing to it")
            raise OutputError(what, str(path), say("请稍后再试", "try again later"))
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows does not remove a file that is open: it stays, and locks nothing
            lock.unlink()
        os.close(handle)


def _attempt(lock: Path, path: Path) -> int | None:
    """An open file whose lock is ours; None where somebody else holds it, or has just removed it."""
    try:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError as error:
        if sys.platform == "win32":  # somebody is just removing it
            return None
        raise output_error(error, path) from error
    except OSError as error:
        raise output_error(error, path) from error
    try:
        _take(handle)
        if os.path.samestat(os.fstat(handle), lock.stat()):
            return handle
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass  # held by somebody else, or removed by who held it
    except BaseException as error:
        os.close(handle)
        if isinstance(error, OSError):
            raise output_error(error, path) from error
        raise
    os.close(handle)
    return None
