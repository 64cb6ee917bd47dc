"""Plans that were validated before, so that a query on an unchanged file need not do it again.

A cached plan is looked up by the content of its file: the name is a checksum, and the whole content is kept and
compared, so that two files are never mixed up. That costs a read of 60 KB; hashlib would cost ten times as much to
import. Whatever is wrong with a cache file, the plan is read from its own file and the cache file is written anew.
"""

import json
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from itertools import islice
from pathlib import Path
from zlib import crc32

from kjplan._version import __version__
from kjplan.errors import OutputError, PlanFileError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.storage.codec import CLASSES, from_dict, to_dict

_FORMAT = 1
"""To be raised when the layout of a cache file changes, or what validation lets pass."""

LASTING = "dictionary-"
"""How the names of files begin that do not give way to newer ones."""

_KEPT = 64
"""Cache files kept, the newest; of 100 KB each."""


def load_plan(path: str | Path) -> Plan:
    """The validated plan in a YAML or JSON file, from the cache where its content is known.

    :raises PlanFileError: missing or unreadable, no text, no YAML, no plan
    """
    path = Path(path)
    data = _read(path)

    def read() -> Plan:
        from kjplan.storage.yaml_read import load_plan_text

        return load_plan_text(_text(data, path), str(path))

    return remembered(data, "json" if path.suffix.lower() == ".json" else "yaml", read)


def remembered(content: bytes, kind: str, make: Callable[[], Plan]) -> Plan:
    """The plan that some content was made into before, else what is made of it now, kept for the next time.

    :param kind: what else the result depends on
    :param make: gives the validated plan
    """
    kept = _Kept(content, kind)
    if (plan := kept.get()) is None:
        plan = make()
        kept.put(plan)
    return plan


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise PlanFileError(say("没有这个文件", "no such file"), str(path)) from None
    except IsADirectoryError:
        raise PlanFileError(say("这是文件夹，不是文件", "this is a folder, not a file"), str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PlanFileError(say(f"读不了（{reason}）", f"cannot be read ({reason})"), str(path)) from None


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = say(f"不是 UTF-8 文本（第 {error.start} 字节）", f"no UTF-8 text (byte {error.start})")
        raise PlanFileError(what, str(path)) from None


class _Kept:
    """The cache file for some content: a line saying what it is, the content itself, the plan as JSON."""

    def __init__(self, content: bytes, kind: str) -> None:
        self.content = content
        self.name = f"{crc32(content):08x}-{len(content):x}-{kind}"
        self.head = f"kjplan {__version__} {_FORMAT} {_fingerprint():08x} {self.name}".encode()

    def get(self) -> Plan | None:
        """The plan, if a sound cache file for this very content is there."""
        kept = read_kept(self.name)
        if kept is None:
            return None
        head, _, body = kept.partition(b"\n")
        if head != self.head + f" {crc32(body):08x}".encode() or not body.startswith(self.content):
            return None
        return from_dict(Plan, json.loads(body[len(self.content) :]))

    def put(self, plan: Plan) -> None:
        """Keep the plan, as far as there is a place for it."""
        body = self.content + plan_json(plan)
        keep(self.name, self.head + f" {crc32(body):08x}\n".encode() + body)


def read_kept(name: str) -> bytes | None:
    """A file of the cache; None where it is not there, or where somebody else could have written it."""
    folder = cache_folder()
    if folder is None or not is_safe(folder):
        return None
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None


def keep(name: str, content: bytes) -> None:
    """Put a file into the cache, as far as there is a place for it, and let the oldest ones go."""
    from kjplan.storage.files import write_all

    folder = cache_folder()
    if folder is None or not _make(folder):
        return
    with suppress(OutputError):
        write_all([(folder / name, content)], force=True, sync=False)
    _prune(folder)


def cache_folder() -> Path | None:
    """The user's cache folder for kjplan, which need not exist; None where the environment names no home."""
    base, home = os.environ.get("XDG_CACHE_HOME", ""), os.environ.get("HOME", "")
    if not Path(base).is_absolute():
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA", "")
        else:
            base = home and f"{home}/{'Library/Caches' if sys.platform == 'darwin' else '.cache'}"
    return Path(base) / "kjplan" if Path(base).is_absolute() else None


def is_safe(folder: Path) -> bool:
    """Whether this is a folder of ours, no link, that nobody else can write to."""
    try:
        info = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(info.st_mode) and (
        sys.platform == "win32" or (info.st_uid == os.geteuid() and not info.st_mode & 0o022)
    )


def _make(folder: Path) -> bool:
    """Make the folder for the user alone; False where that cannot be, or where the home is another user's (sudo)."""
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not folder.exists() and (sys.platform == "win32" or folder.parent.stat().st_uid == os.geteuid()):
            folder.mkdir(mode=0o700, exist_ok=True)
        if is_safe(folder):
            folder.chmod(0o700)
            return True
    except OSError:
        pass
    return False


def _prune(folder: Path) -> None:
    """Remove all but the newest cache files; a dictionary, which is written once and read ever after, stays."""
    with suppress(OSError):
        files = (path for path in folder.iterdir() if not path.name.startswith(LASTING))
        newest_first = sorted(files, key=lambda p: p.lstat().st_mtime_ns, reverse=True)
        for old in islice(newest_first, _KEPT, None):
            old.unlink()


def _fingerprint() -> int:
    """A number that changes with the fields of the model, for whoever works on it between two versions."""
    return crc32(repr([[cls.__name__, *((f.name, f.type) for f in fields(cls))] for cls in CLASSES]).encode())


def plan_json(plan: Plan) -> bytes:
    """The plan as JSON, its numbers as their words, so that they stay exact."""
    data = to_dict(plan, keep_empty=False)
    return json.dumps(data, default=str, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
