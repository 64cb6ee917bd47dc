"""The lines above and below a title, claimed one by one: letterhead, number, fields, dates, addressees, furniture of the page."""

import re

from kjplan.extraction.names.body_ends import ASSOCIATIONS, STRONG
from kjplan.extraction.tables import one_of
from kjplan.model import Span
from kjplan.parsing.dates import DATE, iso_date
from kjplan.parsing.front.below import (
    alone_day,
    beside,
    body_and_day,
    bracketed_day,
    issue_number,
    issued,
    order_head,
    page_day,
    split_addressees,
)
from kjplan.parsing.front.covering import sent_out
from kjplan.parsing.front.front_matter import Front
from kjplan.parsing.front.listed import issuers_below
from kjplan.parsing.front.page_fields import fields_behind, fields_below_title, fields_in
from kjplan.parsing.front.signing import claim_signatures, date_line, signs_alone
from kjplan.parsing.front.title_lines import LETTERHEAD, find_title, says_title
from kjplan.parsing.lines.furniture import DOCUMENT_NUMBER, NUMBER_BEHIND, NUMBER_IN_BRACKETS, front_kind
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, solid

_SHORT = 40
"""Lines before the title that are no longer than this are the page's: its path, its sharing buttons."""

_ADDRESSEE = re.compile(
    r"(?!.{0,20}各位|(?:19|20)[0-9]{2}年|.*(?:以下|如下|下列|抓好|围绕|坚持))"
    rf".*?(?:各|政府|委|局|办|部|厅|单位|机构|处|公司|院|会|中心|(?:{STRONG}(?<!组)|{one_of(ASSOCIATIONS)}|[站所馆台]|(?:有关|相关|[属驻直])[一-鿿]{{0,6}}企业)\s?:$)"
)
"""Whom a notice is addressed to; 领导小组: below a title says who sits in it."""

_MISTYPED = r"[^\s\[\]〔〕()【】:;,。]{1,16}〔(?:19|20)[0-9]{3}〕[0-9]{1,5}号"
"""A number whose year has a digit too many, alone on its line: it is what the document says (某政办〔20231〕4号)."""

_BRACKETED_NUMBER = re.compile(
    rf"\(?(?P<number>{DOCUMENT_NUMBER.pattern}|{_MISTYPED})\)?(?:\s{{0,12}}签发人:[^。]{{0,20}})?"
)

_DAY_AT_END = re.compile(rf"\((?P<day>{DATE.pattern})\)$")
"""The day in brackets behind a title: …的通知（2023年5月10日）."""

_SUBTITLE = re.compile("[—-]{1,3}[^—-].{6,80}(?:上|作|日)$")
"""Where and when a report was given: ——2021年1月27日在某县第十四届人民代表大会第五次会议上."""

_LINES_BELOW = 8
"""So many lines between title and text may hold the document number and fields of the page."""


def claim_order_head(source: SourceText, units: list[Unit], front: Front, header_title: str | None) -> int:
    """Claim the head of an order, an announcement or a gazette (某省人民政府令, 第218号) where the title of what it issues
    follows; how many lines it takes."""
    if len(units) < 3 or not (head := order_head(source.folded, units[0].span, units[1].span)):
        return 0
    if find_title(source, units[2:], header_title) is None and sent_out(source, units[2:]) is None:
        return 0
    for unit in units[:2]:
        unit.rule, unit.owner, unit.leaves = "letterhead", "document", (("letterhead", unit.start, unit.end),)
    front.fields = head | front.fields
    return 2


def claim_furniture(source: SourceText, unit: Unit) -> bool:
    """Claim a line of page furniture that stands among the words before the first heading."""
    kind = front_kind(source.folded, unit.start, unit.end)
    if kind is not None:
        unit.rule, unit.owner = "page-furniture:front", kind
    return kind is not None


def before_title(source: SourceText, units: list[Unit], front: Front, title: str) -> list[Unit]:
    """Claim letterhead, document number and page furniture before the title, the title itself among it; what is none is
    returned as preamble."""
    words = []
    for k, unit in enumerate(units):
        kind = front_kind(source.folded, unit.start, unit.end)
        if claim_number_line(source, unit, front):
            continue
        if day := page_day(source.folded[unit.start : unit.end], beside(source, units, k)):
            front.fields.setdefault("published_date", day)
            unit.rule, unit.owner = "portal-header:label:published_date", "document"
        elif LETTERHEAD.fullmatch(source.folded, unit.start, unit.end):
            unit.rule, unit.owner, unit.leaves = "letterhead", "document", (("letterhead", unit.start, unit.end),)
            front.letterhead = source.words(unit.start, unit.end).strip().removesuffix("文件").removesuffix("函")
        elif (
            kind is not None
            or says_title(source.folded[slice(*unit.span)], title)
            or (unit.end - unit.start <= _SHORT and "。" not in source.folded[slice(*unit.span)])
        ):
            unit.rule, unit.owner = "page-furniture:front", kind or "navigation"
        else:
            words.append(unit)
    return words


def claim_number_line(source: SourceText, unit: Unit, front: Front) -> bool:
    """Claim a line that is a document number, if it is one."""
    number = _BRACKETED_NUMBER.fullmatch(source.folded, *unit.span)
    if number is not None:
        _claim_number(source, unit, front, number.span("number"))
    return number is not None


def _claim_serial(source: SourceText, unit: Unit, front: Front) -> bool:
    """Claim a line below a title that only says which of a row of papers it is: 第3期, or a number without the word before it."""
    serial = issue_number(source.folded[unit.start : unit.end])
    if serial is None:
        return False
    if serial:
        front.document_number = front.document_number or solid(source.text[slice(*unit.span)])
    unit.rule, unit.owner = "document-number", "document"
    unit.leaves = (("document_number", unit.start, unit.end),)
    return True


def _claim_number(source: SourceText, unit: Unit, front: Front, span: Span) -> None:
    """Claim the line of a 发文字号; the first one counts."""
    front.document_number = front.document_number or solid(source.text[slice(*span)])
    unit.rule, unit.owner = "document-number", "document"
    unit.leaves = (("document_number", unit.start, unit.end),)


def claim_number_behind(source: SourceText, last: Unit, front: Front) -> None:
    """Take what follows a title on its last line off the title: fields of the page, its day in brackets, or its document number."""
    if front.title is None:
        return
    folded = source.folded
    if m := fields_behind(folded, *last.span):
        front.fields, kind = fields_in(source, *m.span("fields")) | front.fields, "header_field"
    elif (m := _DAY_AT_END.search(folded, *last.span)) and (day := iso_date(m["day"])):
        kind = "header_field"
        front.fields.setdefault("written_date", day)
    elif m := NUMBER_BEHIND.search(folded, *last.span) or NUMBER_IN_BRACKETS.search(folded, *last.span):
        kind = "document_number"
        front.document_number = front.document_number or solid(source.text[slice(*m.span("number"))])
    else:
        return
    front.title = front.title[0], m.start()
    shown = last.end - len(m[0].lstrip())
    last.leaves = (*last.leaves[:-1], ("title", last.leaves[-1][1], m.start()), (kind, shown, last.end))


def claim_signed_above(source: SourceText, units: list[Unit], front: Front) -> list[Unit]:
    """Claim signature and date of a document whose points all stand in what it attaches (…的批复: 国务院, its day, 附件：…制度); the
    other units."""
    for k in range(1, len(units) - 1):
        day = iso_date(source.folded[slice(*units[k].span)])
        if day and signs_alone(source.folded, units[k - 1]) and source.folded.startswith("附件", units[k + 1].start):
            front.signatures, front.signed_date = claim_signatures(source, [units[k - 1]], units[k]), day
            return [*units[: k - 1], *units[k + 1 :]]
    return units


def after_title(source: SourceText, units: list[Unit], i: int, front: Front) -> int:
    """Document number, fields, dates and addressees, which follow the title; returns the index after them."""
    k, skipped = i, list[int]()
    for at in range(i, min(i + _LINES_BELOW, len(units))):
        if at < k:
            continue
        unit = units[at]
        line = source.folded[unit.start : unit.end]
        if claimed := _claim_below(source, units, at, front):
            k = at + claimed
        elif line.endswith(":") and len(line) <= 300 and "。" not in line and _ADDRESSEE.match(line):
            front.addressees = split_addressees(source.words(unit.start, unit.end - 1))
            unit.rule, unit.owner, unit.leaves = "addressees", "document", (("addressees", unit.start, unit.end),)
            k = at + 1
            break
        elif _SUBTITLE.match(line):
            skipped.append(at)
        else:
            break
    front.preamble += [units[at] for at in skipped if at < k]
    return k


def _claim_below(source: SourceText, units: list[Unit], k: int, front: Front) -> int:
    """Claim a line between title and text that tells of the document: its number, fields of the page, a day, or a name and a day;
    how many lines it takes."""
    unit = units[k]
    line = source.folded[unit.start : unit.end]
    if claim_number_line(source, unit, front) or _claim_serial(source, unit, front):
        return 1
    if fields := fields_below_title(source, unit):
        front.fields = fields | front.fields
    elif (told := body_and_day(line) or issued(line)) is not None:
        front.fields = told | front.fields
        unit.rule, unit.owner, unit.leaves = "promulgation", "document", (("promulgation", unit.start, unit.end),)
    elif (
        k + 1 < len(units)
        and signs_alone(source.folded, unit)
        and (day := alone_day(source.folded[slice(*units[k + 1].span)]))
    ):
        front.signatures, front.signed_date = claim_signatures(source, [unit], units[k + 1]), day
        return 2
    elif day := bracketed_day(line):
        front.fields.setdefault("written_date", day)
        unit.rule, unit.owner = "date-below-title", "document"
    elif front.covering and iso_date(line) and date_line(source.folded, units[k + 1 :]) is None:
        return 0  # the day of a notice of which nothing but the title was copied
    elif (day := page_day(line, beside(source, units, k))) is not None:
        unit.rule, unit.owner = (
            ("portal-header:label:published_date", "document") if day else ("page-furniture:front", "navigation")
        )
        if day:
            front.fields.setdefault("published_date", day)
    elif front.title is not None and (names := issuers_below(source.folded[slice(*front.title)], line)):
        before = front.fields.get("issuer")
        front.fields["issuer"] = "、".join([before, *names] if before else names)
        unit.rule, unit.owner, unit.leaves = "issuer-below-title", "document", (("issuer", unit.start, unit.end),)
    else:
        return int(claim_furniture(source, unit))
    return 1
