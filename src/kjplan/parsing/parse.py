"""Notice to plan: the order in which the rules are asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from kjplan.extraction.annotate import annotate
from kjplan.model import (
    Diagnostic,
    Document,
    Extent,
    Furniture,
    FurnitureKind,
    Goal,
    Measure,
    Notice,
    Plan,
    Section,
    Source,
    Span,
)
from kjplan.parsing.attachments import attachment_of, notice_length, paragraph_of, take_attached_plan
from kjplan.parsing.build import Builder
from kjplan.parsing.dates import years_of
from kjplan.parsing.front.back import Back, read_back, split_attachments, take_signature_behind_tables
from kjplan.parsing.front.covering import join_title, named_plan
from kjplan.parsing.front.front import read_front
from kjplan.parsing.front.front_matter import Front
from kjplan.parsing.front.genres import genre_of, names_a_plan
from kjplan.parsing.front.header import Header, read_header
from kjplan.parsing.front.issuer import issuer_in_letterhead, issuer_of
from kjplan.parsing.front.kinds import demands_too, is_plan, leads_in_work, orders_work, regulates, shows_duties
from kjplan.parsing.front.listed import read_listed
from kjplan.parsing.front.stacked import read_stacked
from kjplan.parsing.front.trailing import take_trailing_notice
from kjplan.parsing.front.untitled import gives_notice
from kjplan.parsing.headings.items import first_markers
from kjplan.parsing.headings.outline import Outline, build_outline
from kjplan.parsing.headings.repeats import drop_repeats
from kjplan.parsing.ids import assign_ids
from kjplan.parsing.leaves import Leaf, keep_glyphs, leaves_of
from kjplan.parsing.lines.furniture import running_kind
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit, own_units, split_units
from kjplan.parsing.messages import MESSAGES, Finding, message_of
from kjplan.parsing.replacing import put_back
from kjplan.parsing.tables.laying import lay_tables
from kjplan.parsing.tasks import Words
from kjplan.reading.text import UNNAMED_GLYPH, SourceText, fold


@dataclass(slots=True)
class Parsed:
    """What came of a notice: the plan, and how each stretch of the text was claimed."""

    plan: Plan
    source: SourceText
    units: list[Unit]
    findings: list[Finding]
    outline: Outline = field(default_factory=Outline)

    @property
    def leaves(self) -> list[Leaf]:
        """The partition of the text, in order."""
        leaves = leaves_of(self.units)
        return leaves if self.source.tidied is None else sorted(leaves, key=lambda leaf: leaf.span)


def parse_source(source: SourceText) -> Parsed:
    """The plan in a text, with located diagnostics; never raises on content. Linear in the length of the text.

    :param source: a decoded notice, plan or any other text
    """
    tidied = source.tidied
    if tidied is None:
        return _parse(source)
    # What typesetting, recognition or pasting did to the text is undone before it is read, and its places are put back.
    parsed = _parse(tidied.source)
    for finding in parsed.findings:
        finding.span = finding.span and tidied.back(finding.span)
    return Parsed(parsed.plan, source, put_back(source, tidied, parsed.plan, parsed.units), parsed.findings)


def _parse(source: SourceText) -> Parsed:
    findings = [Finding(code, None, words) for code, words in source.notes]
    findings += [Finding("table-not-sure", span, (str(rows),), page) for span, rows, page in source.unsure]
    units = lay_tables(source, split_units(source), findings)
    own = own_units(source, units) if source.furniture else units
    if not (header := read_header(source, own)).count:
        header = read_stacked(source, own) or read_listed(source, own) or header
    stretches = split_attachments(source, drop_repeats(source, own[header.count :], findings))
    covering = notice_length(source, stretches[0], header.title)
    main = build_outline(source, stretches[0][covering:], findings)
    main.before[:0] = (u for u in stretches[0][:covering] if running_kind(source.folded, *u.span) is None)
    front = read_front(source, main.before, header.title)
    main, front = take_attached_plan(source, stretches, main, front, findings)
    front = take_trailing_notice(source, main, front)
    plan = Plan(document=_document(source, header, front))
    plan.title, plan.title_span = _plan_title(source, front, header)
    back = _read_back(source, main, front)
    if len(stretches) > 1 and not front.signed_date:
        stretches[-1] = take_signature_behind_tables(source, stretches[-1], back)
    counted = first_markers(source.folded)
    words = _fill(source, plan, main, front, back, findings, counted)
    plan.attachments = [attachment_of(source, s, k, findings, words, counted) for k, s in enumerate(stretches[1:], 1)]
    _claim_rest(source, units, own[: header.count], header, plan)
    if UNNAMED_GLYPH in source.text:
        keep_glyphs(source, units)
    _finish(source, plan, front, back, header.weak, findings)
    annotate(plan, source, words, assign_ids, regulates=regulates(source, plan.title))
    plan.diagnostics = [_diagnostic(source, f) for f in sorted(findings, key=lambda f: f.span or (0, 0))]
    return Parsed(plan, source, units, findings, main)


def _document(source: SourceText, header: Header, front: Front) -> Document:
    """The fields of the portal header, and what stands between title and text."""
    document = Document(addressees=front.addressees, signatures=front.signatures, signed_date=front.signed_date)
    for name, value in (front.fields | header.fields).items():
        if name == "keywords":
            document.keywords = re.split(r"[\s,，、;；]+", value)
        else:
            setattr(document, name, value)
    document.document_number = document.document_number or front.document_number
    document.source = Source(
        name=source.name, sha256=source.sha256, media_type=source.media_type, encoding=source.encoding
    )
    return document


def _plan_title(source: SourceText, front: Front, header: Header) -> tuple[str | None, Span | None]:
    """The plan's own title: its title lines, else the name in the title of its notice, else what the page's header says."""
    span = front.plan_title
    if span is None and front.title is not None:
        span = (named_plan(source, front.title) or front.title) if front.covering else front.title
    return (header.title, None) if span is None else (join_title(source, span), span)


def _read_back(source: SourceText, main: Outline, front: Front) -> Back:
    """What follows the last words of the main text; taken off its last heading, or off the preamble."""
    if main.headings:
        last = main.headings[-1]
        while last.children:
            last = last.children[-1]
        back = read_back(source, last.units)
        last.units = back.content
    else:
        back = read_back(source, front.preamble)
        front.preamble = back.content
    return back


_LEAD_END = 20
"""So much of the words above the first heading tells what the points below are."""


def _fill(
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
    builder = Builder(source, plans, lead[-_LEAD_END:], plan.title, counted=counted)
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
    elif not plans:
        findings.append(Finding("not-a-plan", None))
    return builder.words


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


def _claim_rest(source: SourceText, units: list[Unit], head: list[Unit], header: Header, plan: Plan) -> None:
    """Give every unit its leaves: header fields, page furniture, and whatever no rule has claimed."""
    for unit in head[header.first :]:
        unit.rule, unit.owner = unit.rule or "portal-header:stray", "document"
    for unit in units:
        if not unit.rule:
            unit.rule, unit.owner = "page-furniture:running", running_kind(source.folded, *unit.span) or "other"
        if not unit.leaves:
            kind = "header_field" if unit.owner == "document" else "text" if unit.owner == "notice" else "furniture"
            unit.leaves = ((kind, unit.start, unit.end),)
    if header.count:
        span = (head[header.first].start, head[-1].end)
        plan.furniture.append(Furniture(kind="portal_header", text=source.text[slice(*span)], span=span))
    for unit in units:
        if unit.leaves[0][0] == "furniture" and isinstance(unit.owner, str):
            kind = cast(FurnitureKind, unit.owner)
            unit.owner = "furniture"
            plan.furniture.append(Furniture(kind=kind, text=source.text[unit.start : unit.end], span=unit.span))


def _finish(
    source: SourceText, plan: Plan, front: Front, back: Back, weak: dict[str, str], findings: list[Finding]
) -> None:
    """Years, issuer, genre, signatures of a plan without notice; what was inferred is listed."""
    document = plan.document
    document.signatures = document.signatures or back.signatures
    document.signed_date = document.signed_date or back.signed_date
    document.keywords = document.keywords or back.keywords
    # GB/T 9704-2012, 7.3.5.4: the date under the signature is the 成文日期; a portal header only repeats it.
    document.written_date = document.written_date or document.signed_date or weak.get("written_date")
    title = join_title(source, front.title) if front.title else plan.title or ""
    if document.genre is None and title and (genre := genre_of(fold(title))):
        document.genre = genre
        document.inferred.append("genre")
    _date_plan(plan, title)
    document.issuer = document.issuer or issuer_in_letterhead(front.letterhead, title)
    plan.issuer = issuer_of(source, document, title) or weak.get("issuer")
    if plan.title is None:
        findings.append(Finding("no-title", None))
    if not plan.parts and plan.extent != "notice":
        findings.append(Finding("no-headings", None))


def _date_plan(plan: Plan, title: str) -> None:
    """The years planned for: from the title, or a part's title (2014年工作安排), else inferred from a date."""
    years = years_of(fold(plan.title or "")) or years_of(fold(title))
    parts = (fold(n.title or "") for n in plan.parts if isinstance(n, Section) and n.role == "measures")
    years = years or next((found for t in parts if (found := years_of(t))), None)
    if years is not None:
        plan.year, plan.year_end = years
        return
    date = plan.document.signed_date or plan.document.written_date
    dated = next(
        (
            found
            for p in plan.preamble[:3]
            if len(p.text) < 60 and "施行" not in p.text and (found := years_of(fold(p.text)))
        ),
        None,
    )
    if date or dated:
        plan.year = int(date[:4]) if date else dated[0] if dated else None
        plan.document.inferred.append("year")


def _diagnostic(source: SourceText, finding: Finding) -> Diagnostic:
    line, column = source.position(finding.span[0]) if finding.span else (None, None)
    severity = MESSAGES[finding.code][0]
    return Diagnostic(
        code=finding.code, severity=severity, message=message_of(finding), line=line, column=column, span=finding.span
    )
