"""Where the ledger of a plan is."""

from pathlib import Path

_LIBRARY = "workplan_"


def ledger_path(plan: Path) -> Path:
    """The ledger that belongs to a plan's or notice's file, whether there is one or not.

    ``ledger_2022.yaml`` beside ``workplan_2022.yaml``; ``plan.ledger.yaml`` beside ``plan.yaml`` or ``plan.txt``.
    """
    if plan.name.startswith(_LIBRARY) and plan.suffix == ".yaml":
        return plan.with_name("ledger_" + plan.name.removeprefix(_LIBRARY))
    return plan.with_name(plan.stem + ".ledger.yaml")
