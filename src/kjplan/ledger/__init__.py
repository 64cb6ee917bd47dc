"""The ledger (台账): what people add to a plan over its year, kept in a file beside it.

Who answers for what by when, and how far it has come; see docs/ledger.md. The plan file is what was published and is
never edited: every entry follows its task by content, and what can no longer be placed is reported.

The names below are imported when they are first used, as a query pays for everything that is.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kjplan.ledger.book import Book, Lost, Standing
    from kjplan.ledger.entries import Alias, Assignment, Ledger, Progress, Task
    from kjplan.ledger.files import load, read
    from kjplan.ledger.paths import ledger_path

__all__ = [
    "Alias",
    "Assignment",
    "Book",
    "Ledger",
    "Lost",
    "Progress",
    "Standing",
    "Task",
    "ledger_path",
    "load",
    "read",
]

_HOMES = {
    "book": ("Book", "Lost", "Standing"),
    "entries": ("Alias", "Assignment", "Ledger", "Progress", "Task"),
    "files": ("load", "read"),
    "paths": ("ledger_path",),
}


def __getattr__(name: str) -> Any:
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(name)
    return getattr(import_module(f"kjplan.ledger.{home}"), name)
