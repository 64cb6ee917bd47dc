"""Defects of what stands around a plan, and of its single facts."""

import re
from collections.abc import Iterator
from random import Random

from benchmarks.planting.plant import Document, Plant, Planter, cut, put
from kjplan.model import Measure, Section
from kjplan.parsing.dates import DATE, date_of

_FOOTERS = (
    "\n主办单位：甲市人民政府办公室 地址：人民路1号 邮编：450000\n",
    "\n版权所有：乙县人民政府 备案号：豫ICP备05000001号\n",
    "\n网站地图 | 联系我们 | 关于我们\n主办：丙省科学技术厅\n",
)
_A_PLAN = re.compile("要点|计划|方案|规划|纲要|行动|安排|报告")
"""Titles of what is expected to have goals."""
_DAY = re.compile("(?<![0-9])([0-9]{1,2})月([0-9]{1,2})日")


def _all(text: str, words: str | None) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(re.escape(words), text)] if words else []


def _dates(document: Document, date: str | None) -> list[re.Match[str]]:
    """Where a date of the document stands outside its body; 2022年3月25日印发 is not when it was signed."""
    start, end = document.body
    found = DATE.finditer(document.parsed.source.folded)
    own = [m for m in found if date_of(m) == date and date and not start <= m.start() < end]
    return [m for m in own if not document.text.startswith("印发", m.end())]


def _no_number(document: Document, draw: Random) -> Iterator[Plant]:
    spans = _all(document.text, document.plan.document.document_number)
    if spans:
        yield Plant(tuple(cut(*span) for span in spans), None)


def _no_signature(document: Document, draw: Random) -> Iterator[Plant]:
    folded, signed = document.parsed.source.folded, document.plan.document.signed_date
    spans = []
    for name in document.plan.document.signatures:
        for start, end in _all(document.text, name):
            m = DATE.search(folded, end, end + 60)
            apart = "" if m is None else folded[end : m.start()]
            imprint = m is not None and folded.startswith("印发", m.end())
            if m and date_of(m) == signed and not imprint and not re.search("[。:]", apart):
                spans.append((start, end))
                break
    spans.sort()
    if len(spans) == len(document.plan.document.signatures) > 0:
        yield Plant(tuple(cut(*span) for span in spans), None)


def _no_date(document: Document, draw: Random) -> Iterator[Plant]:
    facts = document.plan.document
    stated = [facts.written_date, facts.signed_date, facts.published_date]
    spans = sorted({m.span() for date in stated for m in _dates(document, date)})
    others = {m.span() for m in DATE.finditer(document.parsed.source.folded)} - set(spans)
    start, end = document.body
    if spans and all(start <= at < end for at, _ in others):
        yield Plant(tuple(cut(*span) for span in spans), None)


def _no_genre(document: Document, draw: Random) -> Iterator[Plant]:
    """The genre's value is lost from a portal header, with its line."""
    genre = document.plan.document.genre
    for furniture in document.plan.furniture:
        if (
            furniture.kind == "portal_header"
            and furniture.span
            and genre
            and "genre" not in document.plan.document.inferred
        ):
            at = document.text.find(genre, *furniture.span)
            if at >= 0:
                start = document.text.rfind("\n", 0, at) + 1
                yield Plant((cut(start, document.text.find("\n", at) + 1),), None)


def _no_labels(document: Document, draw: Random) -> Iterator[Plant]:
    """The labels of a portal header are lost."""
    for furniture in document.plan.furniture:
        if furniture.kind == "portal_header" and furniture.span:
            labels = list(re.finditer("[一-鿿][一-鿿 \t]{1,8}[：:]", document.text[slice(*furniture.span)]))
            at = furniture.span[0]
            if len(labels) > 3:
                yield Plant(tuple(cut(at + m.start(), at + m.end()) for m in labels), None)


def _no_marker(document: Document, draw: Random) -> Iterator[Plant]:
    """The line 附件 between notice and plan is lost."""
    plan = document.plan
    if plan.notice and plan.notice.span and plan.title_span:
        m = re.compile("^[ \t\u3000]*附件[0-9]?[：:]?[ \t]*\n", re.M).search(
            document.text, plan.notice.span[0], plan.title_span[0] + 1
        )
        if m and "附件" not in document.text[plan.notice.span[0] : m.start()]:
            yield Plant((cut(*m.span()),), None)


def _beyond_list(document: Document, draw: Random) -> Iterator[Plant]:
    """见附件1 becomes 附件9."""
    listed = re.search("附件[：:]\\s*1\\s*[.．、]", document.text)
    for m in re.finditer("(?<![》)）的])附件[ \t]?([1-9])(?![0-9年月.\\s])", document.text) if listed else ():
        yield Plant(((*m.span(1), "9"),), m.span())


def _footer(document: Document, draw: Random) -> Iterator[Plant]:
    end = len(document.text)
    yield Plant((put(end, draw.choice(_FOOTERS)),), (end, end))


def _check_character(document: Document, draw: Random) -> Iterator[Plant]:
    """One digit of the organisation's code is miscopied."""
    for start, _ in _all(document.text, document.plan.document.index_number)[:1]:
        m = re.compile("[0-9A-Z]{8}-?[0-9X](?=/)").match(document.text, start)
        if m:
            at = start + draw.randrange(8)
            digit = str((int(document.text[at]) + draw.randrange(1, 9)) % 10) if document.text[at].isdigit() else "7"
            yield Plant(((at, at + 1, digit),), m.span())


def _index_year(document: Document, draw: Random) -> Iterator[Plant]:
    number = document.plan.document.index_number
    m = re.search("/((?:19|20)[0-9]{2})-", number or "")
    for start, end in _all(document.text, number)[:1] if m else ():
        assert m is not None
        published = int((document.plan.document.published_date or "0000")[:4])
        written = int((document.plan.document.written_date or document.plan.document.signed_date or "0000")[:4])
        year = written - 1 if draw.random() < 0.5 or not published else max(published, written) + 1
        yield Plant(((start + m.start(1), start + m.end(1), str(year)),), (start, end))


def _published_before(document: Document, draw: Random) -> Iterator[Plant]:
    facts = document.plan.document
    written = facts.written_date or facts.signed_date
    if facts.published_date and written and facts.published_date != written:
        for m in _dates(document, facts.published_date)[:1]:
            if document.text[m.start() : m.start() + 4] == facts.published_date[:4]:
                yield Plant(((m.start(), m.start() + 4, str(int(written[:4]) - 1)),), None)


def _two_dates(document: Document, draw: Random) -> Iterator[Plant]:
    facts = document.plan.document
    places = _dates(document, facts.signed_date)
    if facts.written_date and facts.written_date == facts.signed_date and len(places) > 1:
        m = _DAY.search(document.text, places[-1].start(), places[-1].end())
        if m:
            yield Plant(((*m.span(2), "1" if m[2] != "1" else "2"),), None)


def _impossible(document: Document, draw: Random) -> Iterator[Plant]:
    for m in _DAY.finditer(document.text):
        yield Plant(
            (
                (*m.span(2), "32" if draw.random() < 0.5 else "31")
                if m[1] in ("2", "4", "6", "9", "11")
                else (*m.span(2), "32"),
            ),
            m.span(),
        )


def _no_goals(document: Document, draw: Random) -> Iterator[Plant]:
    if not _A_PLAN.search(document.plan.title or ""):
        return
    parts = [s for s in document.plan.walk(Section) if s.role == "goals" and s.span]
    spans = [
        s.span for k, s in enumerate(parts) if s.span and not any(o.span and o.span[1] >= s.span[1] for o in parts[:k])
    ]
    if spans:
        yield Plant(tuple(cut(*span) for span in spans if span), None)


def _no_measures(document: Document, draw: Random) -> Iterator[Plant]:
    """Parts that hold measures are lost, heading and all."""
    spans = []
    for part in document.plan.parts:
        held = isinstance(part, Measure) or (isinstance(part, Section) and part.role in ("measures", "safeguards"))
        if held and part.span:
            spans.append(part.span)
    if spans and document.plan.goals:
        yield Plant(tuple(cut(*span) for span in spans), None)


def _no_title(document: Document, draw: Random) -> Iterator[Plant]:
    plan = document.plan
    if plan.notice is None and plan.title_span and document.text.count(document.text[slice(*plan.title_span)]) == 1:
        yield Plant((cut(*plan.title_span),), None)


def _no_plan(document: Document, draw: Random) -> Iterator[Plant]:
    """The attachment of a covering notice is lost."""
    plan = document.plan
    if plan.notice and plan.notice.span and plan.title_span and plan.title_span[0] >= plan.notice.span[1]:
        yield Plant((cut(plan.title_span[0], len(document.text)),), None)


def _no_headings(document: Document, draw: Random) -> Iterator[Plant]:
    nodes = [node for node, _ in document.plan.nodes()]
    points = [item for node in nodes if isinstance(node, Measure) for item in node.items]
    spans = sorted(
        (node.span[0], node.span[0] + len(node.marker))
        for node in (*nodes, *points)
        if node.marker and node.span and document.text.startswith(node.marker, node.span[0])
    )
    if len(spans) > 2:
        yield Plant(tuple(cut(*span) for span in spans), None)


def _body_twice(document: Document, draw: Random) -> Iterator[Plant]:
    start, end = document.body
    if end - start > 400:
        yield Plant((put(len(document.text), "\n" + document.text[start:end] + "\n"),), None)


FACTS = (
    Planter("plan-missing", "the plan behind its notice lost", _no_plan, once=True),
    Planter("no-title", "the title lost", _no_title, once=True),
    Planter("no-headings", "all markers lost", _no_headings, once=True),
    Planter("repeated-body", "the body twice", _body_twice, once=True),
    Planter("missing-document-number", "the number lost", _no_number, once=True),
    Planter("missing-signature", "the signature lost", _no_signature, once=True),
    Planter("missing-date", "all its dates lost", _no_date, once=True),
    Planter("missing-genre", "the genre lost from the header", _no_genre, once=True),
    Planter("unlabelled-header", "the labels of the header lost", _no_labels, once=True),
    Planter("missing-attachment-marker", "附件 before the plan lost", _no_marker, once=True),
    Planter("attachment-not-listed", "a reference to attachment 9", _beyond_list),
    Planter("portal-footer", "a footer behind the text", _footer, once=True),
    Planter("index-number-check", "a digit of the organisation's code", _check_character),
    Planter("index-number-year", "the year of the index number", _index_year),
    Planter("date-order", "published a year before", _published_before),
    Planter("date-conflict", "another day under the notice", _two_dates),
    Planter("impossible-date", "31 or 32 for the day", _impossible),
    Planter("no-goals", "the part with the goals of a plan lost", _no_goals, once=True),
    Planter("no-measures", "the parts with the measures lost", _no_measures, once=True),
)
"""Planters of this file."""
