"""Lines, markers, numbering, outline, roles, portal header: from a notice to its plan.

The parser itself is imported when it is first asked for: checking a plan needs its markers and messages alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kjplan.parsing.leaves import Leaf
    from kjplan.parsing.messages import Finding
    from kjplan.parsing.parse import Parsed, parse_source

__all__ = ["Finding", "Leaf", "Parsed", "parse_source"]

_PLACES = {"Finding": "outline", "Leaf": "leaves", "Parsed": "parse", "parse_source": "parse"}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
