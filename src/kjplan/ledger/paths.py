"""Where the ledger of a plan is."""

from pathlib import Path

_LIBRARY = "workplan_"
"""How plans of a library begin; a ledger must not, or it would be taken for one."""


def ledger_path(plan: Path) -> Path:
    """The ledger that belongs to a plan's or notice's file, whether there is one or not.

    ``ledger_2022.yaml`` beside ``workplan_2022.yaml`` or ``workplan_2022.txt``; ``plan.ledger.yaml`` beside ``plan.yaml`` or ``plan.txt``.
    """
    if plan.name.startswith(_LIBRARY):
        return plan.with_name(f"ledger_{plan.stem.removeprefix(_LIBRARY)}.yaml")
    return plan.with_name(plan.stem + ".ledger.yaml")
