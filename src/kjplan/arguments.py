"""What callers of the library may give in more than one form."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    Codes = str | Iterable[str]


def as_folder(path: str | Path | None) -> Path | None:
    """A folder that may be named by a string."""
    from pathlib import Path

    return None if path is None else Path(path)


def as_codes(codes: Codes) -> tuple[str, ...]:
    """Codes, or one string that names one or several with commas between: it is no list of its characters."""
    given = codes.split(",") if isinstance(codes, str) else codes
    return tuple(code.strip() for code in given if code.strip())
