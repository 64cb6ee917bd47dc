"""A diff as a page: the same parts in the same order as on a screen, and every rewording in full."""

from typing import TYPE_CHECKING

from kjplan.diffing import PlanDiff
from kjplan.output.diff_tables import parts
from kjplan.output.diff_text import heading, notes, reworded
from kjplan.output.page import fill, render_page

if TYPE_CHECKING:
    from markupsafe import Markup


def to_html(diff: PlanDiff, *, why: bool = False, wording: bool = True, brief: bool = False) -> str:
    """The page; parameters as of ``kjplan.output.diff_text.to_text``."""
    return render_page(heading(diff), body(diff, why=why, wording=wording, brief=brief))


def body(diff: PlanDiff, *, why: bool = False, wording: bool = True, brief: bool = False) -> "Markup":
    """What stands under the page's heading, also where it is part of another page."""
    return fill(
        "diff.html.j2",
        notes=notes(diff),
        sections=[] if brief else parts(diff, why=why),
        wording=reworded(diff) if wording and not brief else [],
    )
