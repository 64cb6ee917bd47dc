"""Where a project says how its plans are checked: ``kjplan.toml``, or ``[tool.kjplan]`` in ``pyproject.toml``."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kjplan.errors import KjplanError
from kjplan.language import say

NAMES = ("kjplan.toml", "pyproject.toml")
"""Files looked for in each folder, the first that says something about kjplan counts."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The table about kjplan in a configuration file."""

    path: Path
    table: dict[str, Any] = field(default_factory=dict)

    def error(self, what: str, key: str | None = None, tip: str | None = None) -> KjplanError:
        """The error to raise for what this file says, naming the file and the key."""
        return KjplanError(what, str(self.path) if key is None else f"{self.path}, {key}", tip)


def find_configuration(folder: Path) -> Configuration | None:
    """The configuration that holds for files of a folder: that of the nearest folder upward which has one.

    A ``pyproject.toml`` without ``[tool.kjplan]`` is passed by.

    :raises KjplanError: a file that cannot be read or is no TOML
    """
    here = folder.absolute()
    for place in (here, *here.parents):
        for name in NAMES:
            path = place / name
            if path.is_file() and (found := _read(path)) is not None:
                return found
    return None


def read_configuration(path: Path) -> Configuration:
    """The configuration in a file that was named; an empty one where a ``pyproject.toml`` has no ``[tool.kjplan]``.

    :raises KjplanError: the file is not there, cannot be read or is no TOML
    """
    return _read(path) or Configuration(path)


def _read(path: Path) -> Configuration | None:
    import tomllib

    try:
        data = path.read_bytes()
    except OSError as error:
        raise KjplanError(
            say("配置文件读不了", "the configuration cannot be read"), str(path), error.strerror
        ) from None
    if path.name == "pyproject.toml" and b"kjplan" not in data:
        return None
    try:
        table: Any = tomllib.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        what = say("配置文件不是有效的 TOML", "the configuration is no valid TOML") + f" ({error})"
        raise KjplanError(what, str(path)) from None
    if path.name == "pyproject.toml":
        table = table.get("tool", {})
        table = table.get("kjplan") if isinstance(table, dict) else None
        if table is None:
            return None
    if not isinstance(table, dict):
        raise KjplanError(say("[tool.kjplan] 应为表", "[tool.kjplan] must be a table"), str(path))
    return Configuration(path, table)
