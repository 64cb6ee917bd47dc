"""What stands after the last words of the plan: list of attachments, signatures, date, remarks, page furniture."""

import re
from dataclasses import dataclass, field

from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.signing import (
    REMARK,
    SIGNER,
    claim_names,
    claim_signatures,
    date_line,
    signatures_from,
    signed_day,
    signs_alone,
)
from kjplan.parsing.lines.furniture import ATTACHMENT_LIST, LIST_ENTRY, back_kind
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText

ATTACHMENT_LINE = re.compile(r"附 ?[件录表] ?[0-9一二三四五六七八九十]{0,3} ?:?$")
"""附件 or 附件2 alone on a line: an attachment begins."""

_KEYWORDS = re.compile("主题词 ?: ?")
_MOST_CLOSING = 12
_ENTRY = re.compile(rf"{LIST_ENTRY.pattern}[^。]+$")
_LONGEST_ENTRY = 80
_NO_NAME = re.compile("[。;:,!?]")
_SIGNATURES = 6
"""So many lines after a list of attachments may be signatures and their date."""
_CLOSING = (("attachment-list", ATTACHMENT_LIST), ("contact", re.compile(r"\(?联系(?:人|方式|电话) ?:")))
_FORMULA = re.compile(
    "(?:特此(?:通知|通告|公告|通报|函告|函复|批复|报告)|请(?:各[^。;,]{1,12})?(?:认真|遵照|切实|结合实际)[^。;]{0,12}(?:执行|落实|实施))[。!]?"
)
"""What a notice closes with on a line of its own, which says nothing of the task above it: 特此通知。"""


@dataclass(slots=True)
class Back:
    """The units after the last words, sorted; ``content`` is what still belongs to the text before."""

    content: list[Unit] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    signed_date: str | None = None
    keywords: list[str] = field(default_factory=list)
    closing: list[Unit] = field(default_factory=list)
    furniture: list[Unit] = field(default_factory=list)


def read_back(source: SourceText, units: list[Unit]) -> Back:
    """Sort the units that follow the last heading, and mark each with the rule that claimed it."""
    back = Back()
    folded = source.folded
    date_at = date_line(folded, units)
    if date_at is None:
        date_at = _month_at_end(folded, units)
    if date_at is None:
        end = len(units)
        while end and (REMARK.match(folded, *units[end - 1].span) or back_kind(folded, *units[end - 1].span)):
            end -= 1
        content, tail = units[:end], units[end:]
    else:
        sign_from = signatures_from(source, units, date_at)
        content, tail = units[:sign_from], units[date_at + 1 :]
        back.signatures = claim_signatures(source, units[sign_from:date_at], units[date_at])
        back.signed_date = signed_day(folded, units[date_at])
        if not back.signatures and tail and signs_alone(folded, tail[0]):
            back.signatures = claim_names(source, tail.pop(0))
    back.content = _take_formula(folded, _take_attachment_list(folded, content, back), back)
    for unit in tail:
        if keywords := _KEYWORDS.match(folded, *unit.span):
            back.keywords = source.text[keywords.end() : unit.end].split()
            unit.rule, unit.owner = "keywords", "document"
            continue
        kind = back_kind(folded, unit.start, unit.end)
        if kind is None or REMARK.match(folded, unit.start, unit.end):
            unit.rule = "closing"
            back.closing.append(unit)
        else:
            unit.rule, unit.owner = "page-furniture:back", kind
            back.furniture.append(unit)
    return back


_MONTH = re.compile(
    r"(?:(?:19|20)[0-9]{2}|[一二〇○零O0三四五六七八九]{4}) ?年 ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)?"
)


def _month_at_end(folded: str, units: list[Unit]) -> int | None:
    """Index of the last line where it is nothing but a month, as a plan may be dated: 2009年9月."""
    last = units[-1] if units and folded[units[-1].end - 1] in "月份" else None
    return len(units) - 1 if last and not last.tabled and _MONTH.fullmatch(folded, *last.span) else None


def take_signature_behind_tables(source: SourceText, units: list[Unit], back: Back) -> list[Unit]:
    """The units of an attachment without the signature and date of the document, which stand behind its tables (附表, then
    某市发展和改革委员会 and 2012年6月15日)."""
    folded = source.folded
    signed = len(units) > 2 and signs_alone(folded, units[-2]) and iso_date(folded[slice(*units[-1].span)])
    if back.signed_date or not signed or not folded.startswith("附表", units[0].start):
        return units
    back.signatures, back.signed_date = claim_signatures(source, [units[-2]], units[-1]), signed
    return units[:-2]


def _take_attachment_list(folded: str, content: list[Unit], back: Back) -> list[Unit]:
    """Move a closing list of attachments (附件：1.… 2.…) and whom to ask (联系人：…) out of the words before them."""
    for i in range(max(0, len(content) - _MOST_CLOSING), len(content)):
        rule = next((r for r, pattern in _CLOSING if pattern.match(folded, content[i].start, content[i].end)), None)
        if rule is not None:
            for unit in content[i:]:
                unit.rule = rule
                back.closing.append(unit)
            return content[:i]
    return content


def _take_formula(folded: str, content: list[Unit], back: Back) -> list[Unit]:
    """Move the words that close a notice (特此通知) off the end of the words before them."""
    last = content[-1] if content else None
    if last is None or last.tabled or not _FORMULA.fullmatch(folded, *last.span):
        return content
    last.rule = "closing"
    back.closing.insert(0, last)
    return content[:-1]


_NAMES_ONE = re.compile(
    r"(?:[表单图书函]|方案|计划|要求|要点|说明|办法|细则|目录|指南|材料|模板|样式|规程|规范|意见|报告|通知|标准|分工)(?:\([^()]{1,20}\))?$"
)
"""How the name of an attachment ends."""
_NEAR = 5
"""So many lines from its number on a table begins."""


def split_attachments(source: SourceText, units: list[Unit]) -> list[list[Unit]]:
    """The document's own units, then those of each attachment, which begins with 附件 alone on its line; a document that
    itself begins with that word is one that was cut out of its notice. Where it begins with 附表 and a table of tasks, the tables
    behind are its own."""
    stretches: list[list[Unit]] = [[]]
    folded = source.folded
    tables = units[:1] and folded.startswith("附表", units[0].start) and any(u.tabled for u in units)
    for i, unit in enumerate(units):
        if tables and folded.startswith("附表", unit.start) and any(u.tabled for u in units[i : i + _NEAR]):
            stretches[-1].append(unit)
            continue
        if (
            folded[unit.start] == "附"
            and stretches[-1]
            and _is_attachment_line(folded, unit)
            and not _opens_list(folded, units, i)
        ):
            stretches.append([])
        stretches[-1].append(unit)
    return stretches


def _is_attachment_line(folded: str, unit: Unit) -> bool:
    return unit.end - unit.start <= 10 and ATTACHMENT_LINE.match(folded, unit.start, unit.end) is not None


def _opens_list(folded: str, units: list[Unit], at: int) -> bool:
    """Whether 附件： stands above the names of attachments, each on a numbered line of its own, and not above an attachment:
    after the names come a signature and date, or an attachment."""
    if folded[units[at].end - 1] != ":":
        return False
    i = at + 1
    while i < len(units) and _is_entry(folded, units[i], i - at):
        i += 1
    after = units[i : i + _SIGNATURES]
    if not after and all(_NAMES_ONE.search(folded, *u.span) for u in units[at + 1 :]):
        return i > at + 1
    if i == at + 1:
        return _signs_below(folded, after) and _ends(folded, units, at + 1)
    return any(_is_attachment_line(folded, u) or iso_date(folded[u.start : u.end]) for u in after)


def _signs_below(folded: str, units: list[Unit]) -> bool:
    """Whether units are names without numbers, or none where links to them were lost, a signature and its date."""
    for k, unit in enumerate(units):
        if iso_date(folded[unit.start : unit.end]):
            return k > 0 and SIGNER.search(folded, *units[k - 1].span) is not None
        if unit.end - unit.start > _LONGEST_ENTRY or _NO_NAME.search(folded, *unit.span):
            return False
    return False


def _ends(folded: str, units: list[Unit], at: int) -> bool:
    """Whether nothing but remarks, what the page leaves, or an attachment follows the first date from ``at`` on."""
    dated = next(i for i in range(at, len(units)) if iso_date(folded[slice(*units[i].span)]))
    below = units[dated + 1 : dated + 2]
    return all(
        _is_attachment_line(folded, u) or REMARK.match(folded, *u.span) or back_kind(folded, *u.span) for u in below
    )


def _is_entry(folded: str, unit: Unit, number: int) -> bool:
    m = _ENTRY.match(folded, *unit.span)
    return m is not None and int(m["n"]) == number and unit.end - unit.start <= _LONGEST_ENTRY
