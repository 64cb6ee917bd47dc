"""A plan is filled: its tree, its notice, its preamble, its closing words; and how much of it is known."""

from collections.abc import Sequence

from kjplan.model import Extent, Goal, Measure, Notice, Plan, Section
from kjplan.parsing.attachments import paragraph_of
from kjplan.parsing.build import Builder
from kjplan.parsing.dates import years_of
from kjplan.parsing.front.back import Back
from kjplan.parsing.front.covering import join_title
from kjplan.parsing.front.front_matter import Front
from kjplan.parsing.front.genres import names_a_plan
from kjplan.parsing.front.kinds import demands_too, is_plan, leads_in_work, orders_work, shows_duties
from kjplan.parsing.front.telling import explained_plan, told_meeting, told_plan
from kjplan.parsing.front.untitled import gives_notice
from kjplan.parsing.headings.outline import Outline
from kjplan.parsing.judging import Judge
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.messages import Finding
from kjplan.parsing.tasks import Words
from kjplan.reading.text import SourceText, fold

_LEAD_END = 20
"""So much of the words above the first heading tells what the points below are."""


def fill_plan(
    source: SourceText,
    plan: Plan,
    main: Outline,
    front: Front,
    back: Back,
    findings: list[Finding],
    counted: Sequence[int],
) -> Words:
    """Tree, notice, preamble, closing and extent of the plan; where the words of each node stand, by ``id(node)``."""
    missing = front.covering and front.plan_title is None and not main.headings and not _tells(source, front.preamble)
    lead = source.folded[slice(*main.before[-1].span)] if main.before else ""
    plans = not missing and is_plan(source, plan.title, main.headings)
    told = (
        source.folded[slice(*front.notice_text[-1].span)] if front.notice_text else ""
    )  # a rendered plan has it there
    plans = plans or (bool(main.headings) and (leads_in_work(plan.title, lead) or demands_too(told)))
    plans = plans or gives_notice(source, plan.title, lead, main.headings)
    if not (plans or missing):
        front.news_of = told_plan(source, plan.title)
        plans = bool(main.headings) and front.news_of is not None
        front.news_of = front.news_of or explained_plan(source, plan.title) or told_meeting(source, plan.title)
    builder = Builder(source, Judge(source, plans, lead[-_LEAD_END:], plan.title), counted)
    plan.parts = builder.build(main.headings)
    if plans and any(isinstance(unit.row, Row) for unit in front.preamble):
        rows, front.preamble = builder.rows(front.preamble)
        plan.parts[:0] = rows
    elif not main.headings and (
        names_a_plan(fold(plan.title or "")) or shows_duties(source, plan.title, front.preamble)
    ):
        rows, front.preamble = builder.rows(front.preamble)
        plan.parts.extend(rows)
        plans = plans or bool(rows) or (front.covering and not missing)
    if not (missing or main.headings or plan.parts) and orders_work(plan.title):
        tasks, front.preamble = builder.orders(front.preamble)
        plan.parts.extend(tasks)
        plans = plans or bool(tasks)
    plans = plans or any(n.role == "measures" for n in plan.walk(Section))
    if front.covering:
        plan.notice = _notice(source, front)
    plan.preamble = [paragraph_of(source, u, "preamble") for u in front.preamble]
    plan.closing = [
        paragraph_of(source, u, "closing") for u in front.attachment_list + front.after_notice + back.closing
    ]
    plan.extent = _extent(plan, missing, plans)
    if missing:
        findings.append(Finding("plan-missing", plan.title_span, (plan.title or "",)))
    elif front.news_of is not None:
        plan.extent = plan.extent if plans else "goals"
        plan.year, plan.year_end = years_of(source.folded[slice(*front.news_of)]) or (None, None)
    elif not plans:
        findings.append(Finding("not-a-plan", None))
    return builder.words


def settle_news(source: SourceText, plan: Plan, front: Front, findings: list[Finding]) -> None:
    """Tell that a text is only news of a plan, once its goals were looked for; news that names none is no plan."""
    if front.news_of is None:
        return
    if plan.extent == "goals" and next(plan.walk(Goal), None) is None:
        plan.extent = "none"
        findings.append(Finding("not-a-plan", None))
    else:
        findings.append(Finding("news-of-a-plan", front.news_of, (source.text[slice(*front.news_of)],)))


_LEAST_TOLD = 20
"""A sentence of a plan is longer than this, in characters."""


def _tells(source: SourceText, units: list[Unit]) -> bool:
    """Whether words of the plan follow its notice, though neither its title nor its headings were copied."""
    return any(source.folded.find("。", unit.start + _LEAST_TOLD, unit.end) >= 0 for unit in units)


def _notice(source: SourceText, front: Front) -> Notice:
    """The covering notice, from its title, or its first words where it has none, to its date."""
    text = "\n".join(source.words(u.start, u.end) for u in front.notice_text)
    start = front.title[0] if front.title else front.notice_text[0].start if front.notice_text else front.notice_end
    end = max(front.title[1] if front.title else start, front.notice_end)
    return Notice(title=join_title(source, front.title) if front.title else "", text=text, span=(start, end))


def _extent(plan: Plan, missing: bool, plans: bool) -> Extent:
    if missing:
        return "notice"
    if not plans:
        return "none"
    measured = next(plan.walk(Measure), None) is not None
    return "full" if measured or next(plan.walk(Goal), None) is None else "goals"
