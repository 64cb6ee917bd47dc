"""The small files that people write beside a plan: what they are called, and reading one where it is."""

from pathlib import Path

from kjplan.errors import PlanFileError
from kjplan.language import say

FIXES = ".fixes.yaml"
"""Takes the place of the plan's or notice's own suffix in the name of its corrections."""


def fixes_path(path: Path) -> Path:
    """The file of corrections that belongs to a plan or notice, whether there is one or not."""
    return path.with_name(path.stem + FIXES)


def read_if_there(file: Path) -> str | None:
    """The text of a file; None where there is none.

    :raises PlanFileError: it cannot be read, or is no UTF-8 text
    """
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError as error:
        what = say(f"不是 UTF-8 文本（第 {error.start} 字节）", f"no UTF-8 text (byte {error.start})")
        raise PlanFileError(what, str(file)) from None
    except OSError as error:
        raise PlanFileError(say("读不了", "cannot be read") + f" ({error.strerror})", str(file)) from None
