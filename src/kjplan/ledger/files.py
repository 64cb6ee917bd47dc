"""Where a ledger is, and changing it so that two people who write at once lose nothing.

A change is made under a lock: read the file, put the new entries in, write the whole beside it, and let that take its
place in one step. Whoever is killed on the way, or finds the disk full, leaves the old ledger or the new one.
"""

from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path

from kjplan.errors import OutputError, PlanFileError
from kjplan.language import say
from kjplan.ledger.entries import Ledger
from kjplan.ledger.locking import locked
from kjplan.ledger.paths import ledger_path
from kjplan.ledger.reading import read_ledger
from kjplan.storage.beside import read_if_there


def read(path: Path) -> Ledger:
    """The ledger in a file.

    :raises PlanFileError: there is none, or it is no ledger
    """
    text = read_if_there(path)
    if text is None:
        tip = say("kjplan ledger init 建立台账", "kjplan ledger init makes one")
        raise PlanFileError(say("没有台账", "there is no ledger"), str(path), tip)
    return read_ledger(text, str(path))


def load(plan: Path) -> Ledger | None:
    """The ledger beside a plan; None where there is none.

    :param plan: the file of the plan or notice; ``-`` has no file beside it
    :raises PlanFileError: it is no ledger
    """
    if not plan.name or str(plan) == "-":
        return None
    path = ledger_path(plan)
    text = read_if_there(path)
    return None if text is None else read_ledger(text, str(path))


def change(path: Path, edit: Callable[[str], str]) -> bool:
    """Change a ledger while nobody else does.

    :param edit: from the text as it is now to the text as it is to be; what it raises leaves the file as it was
    :returns: whether there was anything to write
    :raises PlanFileError: there is no ledger
    :raises OutputError: somebody else keeps it locked, or it cannot be written
    """
    from kjplan.storage.files import write_bytes

    with locked(path):
        before = read_if_there(path)
        if before is None:
            read(path)
            raise AssertionError("read() says what is missing")
        after = edit(before)
        if after == before:
            return False
        mark = BOM_UTF8 if path.read_bytes().startswith(BOM_UTF8) else b""
        write_bytes(path, mark + after.encode("utf-8"), force=True)
        return True


def create(path: Path, text: str) -> None:
    """Put a new ledger in its place.

    :raises OutputError: there is one already, or it cannot be written
    """
    from kjplan.storage.files import write_text

    with locked(path):
        if path.exists():
            raise OutputError(
                say("无法写入，文件已存在", "cannot be written, the file exists already"),
                str(path),
                say(
                    "用 kjplan ledger set、log 往里登记；要重来，先移走它",
                    "enter into it with kjplan ledger set and log; to begin anew, move it away first",
                ),
            )
        write_text(path, text)
