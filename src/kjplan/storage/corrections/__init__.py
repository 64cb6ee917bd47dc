"""What people correct in a plan, kept in a small file beside it and laid over it whenever it is read.

``workplan_2022.fixes.yaml`` belongs to ``workplan_2022.yaml``, ``notice.fixes.yaml`` to ``notice.txt``. The plan file
itself is never edited: ``parse`` writes and ``verify`` compares what the parser made, everything else sees the
corrected plan, with a diagnostic for each correction. See docs/corrections.md.

A query pays one attempt to open the file. Where there is one, the corrected plan is kept in the cache like a plan that
was validated, so that pydantic and yaml are imported only after a change.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kjplan.errors import KjplanError
from kjplan.model import Plan
from kjplan.storage.beside import fixes_path, read_if_there
from kjplan.storage.library import find_notice

if TYPE_CHECKING:
    from kjplan.parsing import Parsed
    from kjplan.reading import SourceText
    from kjplan.storage.corrections.laying import Overlay


def fixes_text(path: Path) -> str | None:
    """The corrections of a plan or notice as they stand in their file; None where there is none.

    :param path: the plan or notice; ``-`` has no file beside it
    :raises PlanFileError: the file cannot be read, or is no UTF-8 text
    """
    if not path.name or str(path) == "-":
        return None
    return read_if_there(fixes_path(path))


def corrected(opened: "Plan | Parsed", path: Path) -> "Plan | Parsed":
    """What a file holds, with the corrections beside it laid over the plan.

    :param opened: a plan, or a notice with the plan that was parsed from it, whose plan is replaced
    :param path: the file it came from
    :raises PlanFileError: the corrections cannot be read, are none, or would make it no plan
    """
    text = fixes_text(path)
    if text is None:
        return opened
    if isinstance(opened, Plan):
        return _corrected_plan(opened, path, text)
    plan, source = opened.plan, opened.source
    opened.plan = _remembered(plan, text, "text", lambda: overlay(path, plan, text, source).plan)
    return opened


def overlay(path: Path, plan: Plan, text: str, source: "SourceText | None" = None) -> "Overlay":
    """The plan with its corrections, and what became of each.

    :param path: the plan or notice
    :param plan: as it was parsed; it stays as it is
    :param text: the corrections
    :param source: the notice that its spans count in, where that is at hand; else it is looked for beside the plan
    :raises PlanFileError: the corrections are none, or would make it no plan
    """
    from kjplan.storage.corrections.laying import lay_over
    from kjplan.storage.corrections.reading import read_fixes

    where = str(fixes_path(path))
    return lay_over(plan, read_fixes(text, where), where, source or _notice_beside(path, plan))


def _corrected_plan(plan: Plan, path: Path, text: str) -> Plan:
    places = "plan" if find_notice(path, plan) is None else "notice"
    return _remembered(plan, text, places, lambda: overlay(path, plan, text).plan)


def _remembered(plan: Plan, text: str, places: str, make: Callable[[], Plan]) -> Plan:
    """The corrected plan, from the cache where this plan was corrected so before.

    :param places: where lines and columns come from, as they are part of the answer
    """
    from kjplan.storage.cache import plan_json, remembered

    pure = plan_json(plan)
    head = f"{places} {len(pure)}\n".encode()
    return remembered(head + pure + text.encode("utf-8", "surrogatepass"), "fixes", make)


def _notice_beside(path: Path, plan: Plan) -> "SourceText | None":
    """The very notice that a plan was made from, where it is beside it and can be read."""
    notice, made_from = find_notice(path, plan), plan.document.source.sha256
    if notice is None or made_from is None:
        return None
    from kjplan.reading import read

    try:
        source = read(notice)
    except KjplanError:
        return None  # the plan is at hand, and lines and columns are all that is lost; ``check`` says why
    return source if source.sha256 == made_from else None
