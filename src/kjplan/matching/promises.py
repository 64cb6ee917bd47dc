"""What differs between two promises of one figure besides its value, as short codes in a fixed order."""

from kjplan.matching.wording import canonical
from kjplan.model import Target

_BOUNDS = frozenset({"gt", "ge", "lt", "le"})


def notes_of(old: Target, new: Target) -> list[str]:
    """Codes for how the promise itself changed: hedge, bound, scope.

    力争突破2.1% → 突破2.6%: hedge_dropped. 1000家 → 1000家以上: bound_added. 突破 → 达到: comparator_changed.
    """
    notes = gained("hedge", bool(old.hedge), bool(new.hedge))
    if old.comparator != new.comparator:
        if old.comparator == "bare" and new.comparator in _BOUNDS:
            notes.append("bound_added")
        elif new.comparator == "bare" and old.comparator in _BOUNDS:
            notes.append("bound_dropped")
        else:
            notes.append("comparator_changed")
    if old.scope and new.scope and canonical(old.scope) != canonical(new.scope):
        notes.append("scope_changed")
    return notes


def gained(what: str, before: bool, after: bool) -> list[str]:
    """``what_added`` or ``what_dropped`` where only one side has it, else nothing."""
    if before == after:
        return []
    return [f"{what}_added" if after else f"{what}_dropped"]
