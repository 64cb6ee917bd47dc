"""Signatures, the date under them, and the remarks that GB/T 9704-2012 puts below (7.3.5, 7.3.7, 7.4)."""

import re

from kjplan.extraction.duties.duty_labels import LABEL_ALONE
from kjplan.extraction.names.body_ends import STRONG
from kjplan.parsing.dates import DATE, date_of, iso_date
from kjplan.parsing.front.glued_names import side_by_side
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText

REMARK = re.compile(r"\(此件.{2,14}\)$|.{2,24}(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日印发?$|抄送:")
"""附注 and 印发 lines of GB/T 9704: （此件公开发布）, 某部办公厅2022年3月29日印发."""
_SIGN_STOP = re.compile(
    r"[。;:,!?《》、“”]|^\([^()]{2,28}(?:牵头|负责|配合|落实)\)|^[0-9]{1,2} ?[.．]|^[特专]此[一-鿿]{2,4}$|^此[复函致令]$|^【|\.[a-z]{3,4}$|[0-9]{7}"
)
"""What no name has, nor who answers for the last task （市科技局牵头）, nor 特此通知 without its full stop, a file (名单.doc) or who has a telephone is one."""
_LIST_ABOVE = re.compile("附 ?件 ?:")
SIGNER = re.compile(f"{STRONG}$")
"""How a body ends that signs."""
_FEW_NAMES, _MOST_NAMES = 4, 24
"""So many lines above a date may be names of any form; more where each ends as a body does."""
_SEAL = re.compile(r"[（(](?:盖?章|公章|印章?|签章|代章|加盖公章)[）)]")
_PARTED = re.compile(r"[\u3000\t]+|\s{2,}")
_DATED = re.compile(
    rf"(?:(?P<name>[^。;:,\n]{{3,60}}?)(?P<gap>\s{{1,40}}))?(?:{DATE.pattern})(?P<more>印发?|\s{{1,40}}年\s{{1,8}}月\s{{1,8}}日)?"
)
"""A day with the name before it, an empty form behind it (2010年5月4日   年  月  日), or 印发; a line of GB/T 9704's imprint has
both."""
_LONGEST_DATED = 120
_LONGEST = 300
_BODY = re.compile(STRONG)


def sign_together(line: str) -> bool:
    """Whether a long line is the names of several bodies that sign together: 甲部办公厅 乙局办公室 丙委员会."""
    ends = [m.end() for m in _BODY.finditer(line)] if len(line) <= _LONGEST else []
    return len(ends) > 1 and ends[-1] == len(line)


def signatures_from(source: SourceText, units: list[Unit], date_at: int) -> int:
    """Index of the first of the short lines without punctuation right above the date: the signatures."""
    i = date_at
    while i > 0 and date_at - i < _MOST_NAMES:
        line = source.folded[units[i - 1].start : units[i - 1].end]
        if date_at - i >= _FEW_NAMES and not SIGNER.search(line):
            break
        together = i == date_at and sign_together(line)
        if (len(line) > 30 and not together) or _SIGN_STOP.search(line):
            break
        if i > 1 and LABEL_ALONE.fullmatch(source.folded, *units[i - 2].span):
            break  # 责任单位： above, and the body on this line
        if units[i - 1].tabled or units[i - 1].rule.startswith(("heading", "title")):
            break
        i -= 1
    if i and _LIST_ABOVE.fullmatch(source.folded, *units[i - 1].span):
        while i < date_at - 1 and not SIGNER.search(source.folded, *units[i].span):
            i += 1  # names of attachments below 附件：
    return i


def date_line(folded: str, units: list[Unit]) -> int | None:
    """Index of the line with the day under the signatures: one that is nothing else, or one with the name before it, an empty
    form or 印发 behind it, where no other is."""
    plain = next((i for i, u in enumerate(units) if iso_date(folded[u.start : u.end])), None)
    if plain is not None:
        return plain
    others = [i for i, u in enumerate(units) if not u.tabled and _with_date(folded, u)]
    return others[0] if len(others) == 1 else None


def signed_day(folded: str, unit: Unit) -> str | None:
    """The day that such a line says."""
    m = _with_date(folded, unit)
    return iso_date(folded[unit.start : unit.end]) or (date_of(m) if m else None)


def _with_date(folded: str, unit: Unit) -> re.Match[str] | None:
    if unit.end - unit.start > _LONGEST_DATED or folded[unit.end - 1] not in "日发印0123456789":
        return None
    m = _DATED.fullmatch(folded, *unit.span)
    if m and m["name"] and m["more"]:
        return None
    return m if m and (not m["name"] or SIGNER.search(_SEAL.sub("", m["name"].strip()))) else None


def claim_signatures(source: SourceText, signed: list[Unit], date: Unit) -> list[str]:
    """Claim signature lines and the date under them; the names, several on a line told apart by wide blanks."""
    names = [name for unit in signed for name in claim_names(source, unit)]
    date.rule, date.owner, date.leaves = "signed-date", "document", (("signed_date", date.start, date.end),)
    if (m := _with_date(source.folded, date)) and m["name"]:
        names += names_in(source.text[slice(*m.span("name"))])
        date.leaves = ("signature", *m.span("name")), ("signed_date", m.end("name") + len(m["gap"]), date.end)
    return names


def claim_names(source: SourceText, unit: Unit) -> list[str]:
    """Claim a line of signatures; the names on it."""
    unit.rule, unit.owner, unit.leaves = "signature", "document", (("signature", unit.start, unit.end),)
    return names_in(source.text[unit.start : unit.end])


def names_in(line: str) -> list[str]:
    """The names on a line of signatures without their seals, told apart by wide blanks, or by one where each piece is a body;
    characters that are spaced out (水　利　部) make one name. National bodies are told apart with nothing between, and so are
    those of a place (市教育局市财政局)."""
    if all(len(piece) == 1 for piece in line.split()):
        return ["".join(line.split())]
    names = [name for name in _PARTED.split(_SEAL.sub("", line).strip()) if name]
    pieces = line.split()
    if len(names) == 1 and len(pieces) > 1 and all(len(p) > 3 and SIGNER.search(p) for p in pieces):
        names = pieces
    return [one for name in names for one in side_by_side(name)]


def signs_alone(folded: str, unit: Unit) -> bool:
    """Whether a line is the name of one body, as it stands above or below a day."""
    line = folded[unit.start : unit.end]
    return len(line) <= 30 and SIGNER.search(line) is not None and not _SIGN_STOP.search(line)
