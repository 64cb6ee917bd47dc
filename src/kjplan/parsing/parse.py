"""Notice to plan: the order in which the rules are asked."""

from dataclasses import dataclass, field, replace
from typing import cast

from kjplan.extraction.annotate import annotate
from kjplan.model import Diagnostic, Furniture, FurnitureKind, Plan
from kjplan.parsing.about import document_of, finish, title_of
from kjplan.parsing.attachments import attachment_of, notice_length, take_attached_plan
from kjplan.parsing.filling import fill_plan, settle_news
from kjplan.parsing.front.back import Back, read_back, split_attachments, take_signature_behind_tables
from kjplan.parsing.front.front import read_front
from kjplan.parsing.front.front_matter import Front
from kjplan.parsing.front.header import read_header
from kjplan.parsing.front.kinds import regulates
from kjplan.parsing.front.listed import read_listed
from kjplan.parsing.front.page_fields import Header
from kjplan.parsing.front.stacked import read_stacked
from kjplan.parsing.front.trailing import take_trailing_notice
from kjplan.parsing.headings.items import first_markers
from kjplan.parsing.headings.outline import Outline, build_outline
from kjplan.parsing.headings.repeats import drop_repeats
from kjplan.parsing.ids import assign_ids
from kjplan.parsing.leaves import Leaf, keep_glyphs, leaves_of
from kjplan.parsing.lines.furniture import running_kind
from kjplan.parsing.lines.units import Unit, own_units, split_units
from kjplan.parsing.messages import MESSAGES, Finding, message_of
from kjplan.parsing.replacing import put_back
from kjplan.parsing.tables.laying import lay_tables
from kjplan.reading.spaced_indicators import indicator_grid
from kjplan.reading.text import UNNAMED_GLYPH, SourceText


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
    if not source.tables and (grid := indicator_grid(source.folded)):
        source = replace(source, tables=[grid])
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
    plan = Plan(document=document_of(source, header, front))
    plan.title, plan.title_span = title_of(source, front, header)
    back = _read_back(source, main, front)
    if len(stretches) > 1 and not front.signed_date:
        stretches[-1] = take_signature_behind_tables(source, stretches[-1], back)
    counted = first_markers(source.folded)
    words = fill_plan(source, plan, main, front, back, findings, counted)
    plan.attachments = [attachment_of(source, s, k, findings, words, counted) for k, s in enumerate(stretches[1:], 1)]
    _claim_rest(source, units, own[: header.count], header, plan)
    if UNNAMED_GLYPH in source.text:
        keep_glyphs(source, units)
    finish(source, plan, header, front, back, findings)
    by_others = front.news_of is not None
    annotate(
        plan, source, words, assign_ids, regulates=not by_others and regulates(source, plan.title), by_others=by_others
    )
    settle_news(source, plan, front, findings)
    plan.diagnostics = [_diagnostic(source, f) for f in sorted(findings, key=lambda f: f.span or (0, 0))]
    return Parsed(plan, source, units, findings, main)


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


def _diagnostic(source: SourceText, finding: Finding) -> Diagnostic:
    line, column = source.position(finding.span[0]) if finding.span else (None, None)
    severity = MESSAGES[finding.code][0]
    return Diagnostic(
        code=finding.code, severity=severity, message=message_of(finding), line=line, column=column, span=finding.span
    )
