"""Signatures, the date under them, and the remarks that GB/T 9704-2012 puts below (7.3.5, 7.3.7, 7.4)."""

import re

from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText

REMARK = re.compile(r"\(此件.{2,14}\)$|.{2,24}(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日印发$|抄送:")
"""附注 and 印发 lines of GB/T 9704: （此件公开发布）, 某部办公厅2022年3月29日印发."""
_SIGN_STOP = re.compile(r"[。;:,!?《》、“”]|^[0-9]{1,2} ?[.．]|^[特专]此[一-鿿]{2,4}$|^此[复函致令]$")
"""What no name has, nor 特此通知 without its full stop is one."""
_LIST_ABOVE = re.compile("附 ?件 ?:")
SIGNER = re.compile("(?:[局委部厅府办会院社署室队处]|中心|公司|大学|学院)$")
"""How a body ends that signs."""
_LONGEST = 300
_BODY = re.compile(r"委员会|办公[厅室]|秘书局|[部局厅署院]")


def sign_together(line: str) -> bool:
    """Whether a long line is the names of several bodies that sign together: 甲部办公厅 乙局办公室 丙委员会."""
    ends = [m.end() for m in _BODY.finditer(line)] if len(line) <= _LONGEST else []
    return len(ends) > 1 and ends[-1] == len(line)


def signatures_from(source: SourceText, units: list[Unit], date_at: int) -> int:
    """Index of the first of the short lines without punctuation right above the date: the signatures."""
    i = date_at
    while i > 0 and date_at - i < 4:
        line = source.folded[units[i - 1].start : units[i - 1].end]
        together = i == date_at and sign_together(line)
        if (len(line) > 30 and not together) or _SIGN_STOP.search(line):
            break
        if units[i - 1].tabled or units[i - 1].rule.startswith(("heading", "title")):
            break
        i -= 1
    if i and _LIST_ABOVE.fullmatch(source.folded, *units[i - 1].span):
        while i < date_at - 1 and not SIGNER.search(source.folded, *units[i].span):
            i += 1  # names of attachments below 附件：
    return i


def claim_signatures(source: SourceText, signed: list[Unit], date: Unit) -> list[str]:
    """Claim signature lines and the date under them; the names, several on a line told apart by wide blanks."""
    names = []
    for unit in signed:
        unit.rule, unit.owner, unit.leaves = "signature", "document", (("signature", unit.start, unit.end),)
        names += [n for n in re.split(r"[\u3000\t]+|\s{2,}", source.text[unit.start : unit.end]) if n]
    date.rule, date.owner, date.leaves = "signed-date", "document", (("signed_date", date.start, date.end),)
    return names
