"""Two plans in, everything that changed out."""

from kjplan.diffing.align import Alignment, align, places
from kjplan.diffing.goals import compare_goals
from kjplan.diffing.measures import MeasureComparison, Side
from kjplan.diffing.mentions import compare_bodies, compare_documents, compare_terms
from kjplan.diffing.result import PlanDiff, PlanReference, PrinciplesChange
from kjplan.diffing.section_changes import compare_sections
from kjplan.diffing.sections import Outline, link_sections, outline
from kjplan.matching.wording import canonical, section_body
from kjplan.model import Plan


def diff(old: Plan, new: Plan) -> PlanDiff:
    """What changed from one plan to another, aligned by content and never by number.

    ``diff(a, a)`` is identical; ``diff(b, a)`` is the mirror image of ``diff(a, b)``: added and removed, split and merged,
    up and down change places. What a plan's file does not hold is listed in ``not_recorded`` and not compared.
    """
    outlines = outline(old), outline(new)
    missing = [_missing(plan, parts) for plan, parts in zip((old, new), outlines, strict=True)]
    result = PlanDiff(
        old=PlanReference(title=old.title, year=old.year), new=PlanReference(title=new.title, year=new.year)
    )
    result.not_recorded = [
        f"{side}.{what}" for side, names in zip(("old", "new"), missing, strict=True) for what in names
    ]
    unknown = {*missing[0], *missing[1]}
    if "goals" not in unknown:
        result.goals = compare_goals(old, new)
    if "principles" not in unknown:
        result.principles = _principles(old, new)
    if "measures" not in unknown:
        result.documents = compare_documents(old, new)
        result.terms = compare_terms(old, new)
        result.bodies = compare_bodies(old, new)
    _measures_and_sections(result, old, new, outlines, unknown)
    result.identical = _identical(result, missing[0] == missing[1])
    return result


def _missing(plan: Plan, parts: Outline) -> list[str]:
    """What the plan's file does not hold because only a part of the plan is known, or none.

    A full plan without principles has none; one of which only the goals are known may have had some.
    """
    if plan.extent == "full":
        return []
    held = {
        "goals": plan.extent == "goals" or bool(plan.goals),
        "principles": bool(plan.principles),
        "sections": bool(parts.sections),
        "measures": bool(parts.holder),
        "documents": bool(parts.holder),
        "terms": bool(parts.holder),
    }
    return [what for what, so in held.items() if not so]


def _measures_and_sections(
    result: PlanDiff, old: Plan, new: Plan, outlines: tuple[Outline, Outline], unknown: set[str]
) -> None:
    """Fill in the rows of measures and sections, each decided with the help of the other."""
    one, other = Side.of(old, outlines[0]), Side.of(new, outlines[1])
    known = "measures" not in unknown
    alignment = align(one.words, other.words, places(_holders(one)), places(_holders(other))) if known else Alignment()
    pairs = link_sections(*outlines, alignment.links) if "sections" not in unknown else []
    if "sections" not in unknown:
        result.sections = compare_sections(*outlines, pairs)
    if known:
        result.measures = MeasureComparison(one, other, alignment, {(p.old, p.new) for p in pairs}).rows()


def _holders(side: Side) -> list[str]:
    """The canonical title of each measure's section."""
    words = side.outline.words
    return ["" if at is None else words[at].title for at in side.outline.holder]


def _principles(old: Plan, new: Plan) -> PrinciplesChange:
    one, other = ("\n".join(section_body(s) for s in plan.principles) for plan in (old, new))
    if canonical(one) == canonical(other):
        return PrinciplesChange()
    # Imported here: its patterns take a tenth of the time that comparing two unchanged plans does.
    from kjplan.diffing.principles import compare_principles

    return compare_principles(one, other)


def _identical(result: PlanDiff, same_recorded: bool) -> bool:
    rows = (
        [[g.change] for g in result.goals] + [s.changes for s in result.sections] + [m.changes for m in result.measures]
    )
    listed = (result.documents.added, result.documents.removed, result.terms.added, result.terms.removed)
    return (
        same_recorded
        and all(changes == ["same"] for changes in rows)
        and not result.principles.changed
        and not any(listed)
        and result.old.year == result.new.year
        and canonical(result.old.title) == canonical(result.new.title)
    )
