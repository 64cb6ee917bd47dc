"""Rules on what stands around a plan: document number, signature, dates, attachments."""

import re
from collections.abc import Iterator

from kjplan.checking.rules.rule import (
    EXAMPLE_NOTICE,
    EXAMPLE_PLAN,
    FULL,
    NOTICES,
    Hit,
    Rule,
    Subject,
    Words,
)
from kjplan.model import Plan, Span
from kjplan.reading.text import fold

_NUMBER_LINE = re.compile(
    r"^[ \t]*[\u4e00-\u9fff]{1,10}[〔﹝\[(【][ \t]?(?:19|20)[0-9]{2}[ \t]?[〕﹞\])】][ \t]?第?[0-9]{1,4}号[ \t]*\r?$",
    re.MULTILINE,
)
_BEHIND_DATE = re.compile(
    r"\s|\Z|[(]此件|附件|抄送|[\u4e00-\u9fff\d()“”《》-]{4,40}(?:意见|方案|计划|纲要|要点|办法|规划)"
)
"""What follows a date that is no part of a sentence: the end, a note on publication, the title of what is issued."""
_TAIL = 600
"""Characters at the end of a text in which a signature and its date are looked for."""


_IS_TABLE = re.compile("(?:表|清单|目录|名单)(?:[(].{0,12}[)])?$")
"""Titles of what is sent out with a notice and has no number of its own."""


def _is_sent_out(plan: Plan) -> bool:
    """Whether the document is one that is registered and addressed; a work report read to a congress is not, nor a table that
    stands alone on a page."""
    if plan.notice is not None or plan.document.addressees:
        return True
    return bool(plan.document.index_number) and not _IS_TABLE.search(fold(plan.title or ""))


def _no_document_number(subject: Subject) -> Iterator[Hit]:
    """A number alone on a line is the document's own, read by the parser or not; others are cited."""
    if not _is_sent_out(subject.plan) or subject.plan.document.document_number is not None:
        return
    if subject.source is None or not _NUMBER_LINE.search(subject.folded):
        yield Hit(None)


def _no_signature(subject: Subject) -> Iterator[Hit]:
    """Nothing is said where a date stands in the text that the parser did not read: the signature may be there too; nor
    where the issuer stands alone on a line. What is read above a date that no body stands before is an imprint (…印发)."""
    document, bare = subject.plan.document, _bare_date(subject)
    if (document.signatures and not bare) or (subject.plan.notice is None and not document.addressees):
        return
    place = bare or (_signed_date(subject) if document.signed_date is not None else None)
    if (document.signed_date is not None or place or not _has_date(subject)) and not _issuer_alone(subject):
        yield Hit(place, (Words("成文日期之上", " above the date").say() if place else "",))


def _bare_date(subject: Subject) -> Span | None:
    """A date that closes a text or a notice straight behind its last sentence, in a page that has lost its line ends."""
    if subject.source is None:
        return None
    text = subject.folded
    for (start, end), _ in reversed(_dates(subject, 0, len(text))):
        if text.endswith("。", 0, start) and (_BEHIND_DATE.match(text, end) or subject.in_furniture(end)):
            return start, end
    return None


def _issuer_alone(subject: Subject) -> bool:
    """Whether the issuer stands alone on a line below the addressees; above them it may be part of the title."""
    issuer, addressees = fold(subject.plan.issuer or ""), subject.plan.document.addressees
    if subject.source is None or not issuer:
        return False
    start = max(0, subject.text.find(addressees[0])) if addressees else 0
    alone = re.compile(rf"^[ \t]*{re.escape(issuer)}[ \t]*\r?$", re.MULTILINE)
    return alone.search(subject.folded, start) is not None


def _signed_date(subject: Subject) -> Span | None:
    """Where the date stands that a signature should stand above."""
    document, notice = subject.plan.document, subject.plan.notice
    if subject.source is None or document.signed_date is None:
        return None
    stretch = notice.span if notice and notice.span else (0, len(subject.text))
    found = [span for span, date in _dates(subject, *stretch) if date == document.signed_date]
    return found[-1] if found else None


def _no_date(subject: Subject) -> Iterator[Hit]:
    document = subject.plan.document
    if document.written_date or document.signed_date or document.published_date or not _is_sent_out(subject.plan):
        return
    if not _has_date(subject):
        yield Hit(None)


def _has_date(subject: Subject) -> bool:
    """Whether a whole date stands before the first part or at the end of the text, read by the parser or not."""
    if subject.source is None:
        return False
    length = len(subject.text)
    first = next((part.span[0] for part in subject.plan.parts if part.span), length)
    return any(_dates(subject, *stretch) for stretch in ((0, first), (max(first, length - _TAIL), length)))


def _dates(subject: Subject, start: int, end: int) -> list[tuple[Span, str | None]]:
    """Places of whole dates in a stretch, with their ISO form; those of the page's header and footer left out."""
    from kjplan.parsing.dates import DATE, date_of

    found = DATE.finditer(subject.folded, start, end)
    return [(m.span(), date_of(m)) for m in found if not subject.in_furniture(m.start())]


def _no_attachment_marker(subject: Subject) -> Iterator[Hit]:
    plan = subject.plan
    if plan.notice is None or plan.notice.span is None or plan.title_span is None:
        return
    between = subject.text[plan.notice.span[0] : plan.title_span[0]]
    if plan.title_span[0] >= plan.notice.span[1] and "附件" not in between:
        yield Hit(plan.title_span)


_ATTACHED = re.compile(r"附件[:：]\s*1\s*[.．、](?P<list>[^\n]*(?:\n\s*[0-9]{1,2}\s*[.．、][^\n]*)*)")
_NUMBERED = re.compile(r"(?<![0-9.])([0-9]{1,2})\s*[.．、](?![0-9]\b)")
_REFERRED = re.compile(r"(?<![》)）的])附件[ \t]?(?P<n>[0-9]{1,2})(?![0-9年月.\s])")
"""Not one of another document (《某通知》附件3), and not the line 附件2 above an attachment."""


def _not_attached(subject: Subject) -> Iterator[Hit]:
    """见附件3 where the list of attachments ends with 2."""
    lists = [m for m in _ATTACHED.finditer(subject.text) if not subject.in_furniture(m.start())]
    if len(lists) != 1:
        return
    last = 1
    for m in _NUMBERED.finditer(lists[0]["list"]):
        if int(m[1]) != last + 1:
            break
        last += 1
    for m in _REFERRED.finditer(subject.text):
        if int(m["n"]) > last and not subject.in_furniture(m.start()):
            yield Hit(m.span(), (m["n"], str(last)))


RULES = (
    Rule(
        code="missing-document-number",
        severity="warning",
        message=Words("没有发文字号", "no document number (发文字号)"),
        what=Words(
            "印发的通知没有发文字号", "a notice that is sent out and has no document number, in its header or its text"
        ),
        why=Words(
            "发文字号（如 郑科〔2020〕1号）是引用和查找文件的依据。",
            "The number (郑科〔2020〕1号) is how a document is cited and found.",
        ),
        fix=Words("从原件补上。政府工作报告等不编号的文件不在此列。", "Take it from the original. Reports have none."),
        trips=EXAMPLE_NOTICE + EXAMPLE_PLAN,
        clean="关于印发《2022年工作要点》的通知\n甲科〔2022〕1号\n各区县：\n现印发给你们。\n" + EXAMPLE_PLAN,
        run=_no_document_number,
        extents=NOTICES,
    ),
    Rule(
        code="missing-signature",
        severity="warning",
        message=Words("{0}没有发文机关署名", "no signature of the issuing body{0}"),
        what=Words("通知没有发文机关署名", "a notice that no body has signed"),
        why=Words(
            "署名与成文日期构成落款（GB/T 9704-2012，7.3.5），缺它则不知谁发的文。",
            "Signature and date close a document (GB/T 9704-2012, 7.3.5); without it nobody knows who sent it.",
        ),
        fix=Words(
            "补上署名；网页常把署名丢在印章图片里。", "Add it; web pages often lose it with the image of the seal."
        ),
        trips=EXAMPLE_NOTICE + "2022年3月25日\n" + EXAMPLE_PLAN,
        clean=EXAMPLE_NOTICE + "甲市科学技术局\n2022年3月25日\n" + EXAMPLE_PLAN,
        run=_no_signature,
        extents=NOTICES,
    ),
    Rule(
        code="missing-date",
        severity="warning",
        message=Words("没有成文日期、落款日期或发布日期", "neither written nor signed nor published on any date"),
        what=Words("通知没有日期", "a notice without any date of its own"),
        why=Words(
            "“年底前”一类时限要以成文日期推算。", "Deadlines such as 年底前 count from the date of the document."
        ),
        fix=Words("从原件补上日期。", "Take the date from the original."),
        trips=EXAMPLE_NOTICE + EXAMPLE_PLAN,
        clean=EXAMPLE_NOTICE + "甲市科学技术局\n2022年3月25日\n" + EXAMPLE_PLAN,
        run=_no_date,
        needs_text=True,
        extents=NOTICES,
    ),
    Rule(
        code="missing-attachment-marker",
        severity="info",
        message=Words("正文之后的要点没有标“附件”", "the plan follows its notice and no 附件 says so"),
        what=Words("要点跟在通知之后而没有“附件”字样", "a plan that follows its notice without the word 附件"),
        why=Words(
            "印发类通知可以不标附件，所以只作提示；没有它，通知到哪里为止要由落款和标题推断。",
            "Notices that issue a document may leave it out, hence only info; where the notice ends must then be"
            " told from its date and the plan's title.",
        ),
        fix=Words("可在要点标题前加“附件”。", "Put 附件 before the plan's title, or leave it."),
        trips=EXAMPLE_NOTICE + "2022年3月25日\n" + EXAMPLE_PLAN,
        clean=EXAMPLE_NOTICE + "2022年3月25日\n附件\n" + EXAMPLE_PLAN,
        run=_no_attachment_marker,
        needs_text=True,
        extents=FULL,
    ),
    Rule(
        code="attachment-not-listed",
        severity="warning",
        message=Words("提到附件 {0}，而附件只列到 {1}", "attachment {0} is referred to, the list ends with {1}"),
        what=Words(
            "提到的附件不在“附件：1.…”之列", "a reference to an attachment beyond the end of their list (附件：1.…)"
        ),
        why=Words("收文的人找不到它。", "Who receives the document will not find it."),
        fix=Words("补上附件，或改正序号。", "Add the attachment, or correct the number."),
        trips="关于印发《2022年工作要点》的通知\n各区县：\n现印发给你们，请填写附件3。\n附件：1.工作要点\n2.报送表\n甲市科技局\n2022年3月1日\n"
        + EXAMPLE_PLAN,
        clean="关于印发《2022年工作要点》的通知\n各区县：\n现印发给你们，请填写附件2。\n附件：1.工作要点\n2.报送表\n甲市科技局\n2022年3月1日\n"
        + EXAMPLE_PLAN,
        run=_not_attached,
        needs_text=True,
    ),
)
"""Rules of this file, in the order of the registry."""
