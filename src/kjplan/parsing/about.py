"""What is told of the document as a whole: fields, title, years, issuer."""

import re

from kjplan.model import Document, Plan, Section, Source, Span
from kjplan.parsing.dates import years_of
from kjplan.parsing.front.back import Back
from kjplan.parsing.front.covering import join_title, named_plan
from kjplan.parsing.front.front_matter import Front
from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.front.issuer import issuer_in_letterhead, issuer_of
from kjplan.parsing.front.page_fields import Header
from kjplan.parsing.messages import Finding
from kjplan.reading.text import SourceText, fold


def document_of(source: SourceText, header: Header, front: Front) -> Document:
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


def title_of(source: SourceText, front: Front, header: Header) -> tuple[str | None, Span | None]:
    """The plan's own title: its title lines, else the name in the title of its notice, else what the page's header says."""
    span = front.plan_title
    if span is None and front.title is not None:
        span = (named_plan(source, front.title) or front.title) if front.covering else front.title
    return (header.title, None) if span is None else (join_title(source, span), span)


def finish(source: SourceText, plan: Plan, header: Header, front: Front, back: Back, findings: list[Finding]) -> None:
    """Years, issuer, genre, signatures of a plan without notice; what was inferred is listed."""
    document = plan.document
    document.signatures = document.signatures or back.signatures
    document.signed_date = document.signed_date or back.signed_date
    document.keywords = document.keywords or back.keywords
    # GB/T 9704-2012, 7.3.5.4: the date under the signature is the 成文日期; a portal header only repeats it.
    document.written_date = document.written_date or document.signed_date or header.catalogued.get("written_date")
    title = join_title(source, front.title) if front.title else plan.title or ""
    if document.genre is None and title and (genre := genre_of(fold(title))):
        document.genre = genre
        document.inferred.append("genre")
    _date_plan(plan, title)
    document.issuer = document.issuer or issuer_in_letterhead(front.letterhead, title, document.signatures)
    plan.issuer = issuer_of(source, document, title) or header.catalogued.get("issuer")
    if front.news_of is not None:
        return  # which has neither the title nor the headings of its plan
    if plan.title is None:
        findings.append(Finding("no-title", None))
    if not plan.parts and plan.extent != "notice":
        findings.append(Finding("no-headings", None))


def _date_plan(plan: Plan, title: str) -> None:
    """The years planned for: from the title, or a part's title (2014年工作安排), else inferred from a date; news has those of its plan."""
    if plan.year is not None:
        return
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
