"""Seams that a document on one line still shows: its letterhead, title and addressees, its list of attachments, signature
and date, what follows them, and where an attachment begins."""

import re
from collections.abc import Iterator

from kjplan.extraction.names.names import DEPARTMENT
from kjplan.extraction.tables import late
from kjplan.model import Span

_SPACED = r"[ \t\u3000]{0,2}"
_GENRE = (
    r"的X(?:通X知|通X报|决X定|公X告|复?X函|批X复|(?:审查|审核|验收|核查|评估)?意X见|办X法|方X案)|(?:若干|指导|实施|处理)意X见(?:X的X通X知)?"
).replace("X", _SPACED)
_NUMBERED = r"[^\s。,;:《》〔\[(【]{1,12}\s{0,2}[〔\[(【]\s?(?:19|20)[0-9]{2}\s?[〕\])】]\s{0,2}第?[0-9]{1,5}\s?号"
_TITLE = re.compile(
    rf"[^。;:,]{{0,40}}关于[^。;:]{{4,120}}?(?:{_GENRE})(?=[^》〉的,。;:()\s]|\s{{1,3}}{_NUMBERED})"
    r"|对[^。;:]{4,80}?(?:建议|提案|意见建议|议案)的(?:复函|答复(?:的函|意见)?)(?=[^》〉的,。;:()\s])"
)
"""国务院办公厅关于…的通知, 关于…的若干意见, 关于…实施意见 的 通 知; not 关于…意见的 nor 关于…意见》."""
_LETTERHEAD = re.compile(r"[^。;:,《》()]{4,300}?文件(?=[^\s。,;:《》]{1,12}[〔\[(【](?:19|20)[0-9]{2})")
_NUMBER = re.compile(rf"\s{{0,3}}{_NUMBERED}")
_SENT = re.compile(r"[^。:]{2,400}:(?=现将《(?P<name>[^》]{2,80})》)")
"""The addressees of a notice whose title was not copied with it."""
_ADDRESSED = re.compile(r"[^。:]{2,400}:")
_DATE = (
    r"(?:20|19)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"
    r"|(?:二[〇○零][一二三四五六七八九〇○零]{2}|一九[一二三四五六七八九〇○零]{2})年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_NO_DEADLINE = r"(?=[^前起以至、,。底内召的后]|$)"
_SIGNED = re.compile(
    rf"(?:(?<=[。)])|(?<=[0-9]{{7}}))(?P<sign>[^。,;:()《》0-9]{{2,200}}?)(?P<date>{_DATE}){_NO_DEADLINE}"
)
_ATTACHED = re.compile(r"(?<![见(《])附 ?件 ?[0-9]{0,2} ?:")
_ATTACHED_UNTIL = re.compile(rf"(?P<date>{_DATE})(?=[^前起以至、,。底内召的后]|$)")
_LONGEST_LIST = 800
_UNSIGNED_UNTIL = re.compile(r"抄送:|\(此件|字号$|$")
"""Where a list of attachments ends that neither signature nor date follows."""
_SIGNERS = late(
    rf"(?:(?:国务院(?:办公厅)?|{DEPARTMENT}|[一-鿿]{{2,6}}人民政府)(?:办公[厅室]|[一-鿿]{{2,8}}[司处])?\s{{0,2}})+$"
)
_PLACE = re.compile(r"[一-鿿]{2,4}(?=[省市县区州])")
_LONGEST_SIGNERS = 80
_AFTERWARDS = re.compile(
    rf"\s*(?:\(此件[^()]{{2,14}}\)|(?:部内|内部)?抄[送报]:[^。]{{2,600}}。|[^。,;:()《》0-9]{{2,24}}(?:{_DATE})印发|印发)"
)
_READING = re.compile(r"(?:相关)?解读:|相关链接:|字号$")
_QUOTED = re.compile(r"[《〈](?P<name>[^》]{1,120})[》〉]的通知")
_ENTRY = re.compile(r"[0-9]{1,2} ?[.、]")
_ATTACHMENT = re.compile(r"附 ?件 ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})?(?=[^\s:0-9、,。;)》])")


def head_seams(folded: str, start: int, end: int) -> tuple[list[int], str]:
    """Seams at the head of a line, after letterhead, title, number and addressees; and the title.

    ``关于印发《X》的通知各市…局:…`` has two, ``甲部乙部文件甲发〔2022〕5号关于…的意见各市:…`` four.
    """
    at, cuts = start, []
    if letterhead := _LETTERHEAD.match(folded, start, min(end, start + 320)):
        at = letterhead.end()
        cuts.append(at)
        if number := _NUMBER.match(folded, at, end):
            at = number.end()
            cuts.append(at)
    title = _TITLE.match(folded, at, min(end, at + 200))
    if title is None:
        sent = None if cuts else _SENT.match(folded, start, end)
        return ([sent.end()], f"《{sent['name']}》的通知") if sent else ([], "")
    at = title.end()
    cuts.append(at)
    for pattern in (_NUMBER, _ADDRESSED):
        if m := pattern.match(folded, at, end):
            at = m.end()
            cuts.append(at)
    return cuts, title[0]


def closing_seams(folded: str, start: int, end: int, title: str) -> Iterator[tuple[int, Span | None]]:
    """Seams around lists of attachments, signatures with their date, and what follows them, as (offset, None); and the
    stretches in which a marker opens no heading, as (its start, the stretch).

    ``…执行。甲部2022年3月28日(此件社会公开)甲部办公厅2022年3月29日印发X为贯彻…`` has four, and one more after X where
    ``title`` says 关于印发《X》的通知.

    :param title: the document's title, folded
    """
    at = start
    quoted = _QUOTED.search(title)
    names = [quoted["name"]] if quoted else []
    while found := _closing(folded, at, end):
        listed, sign, date = found
        if listed is not None:
            yield listed, (listed, date[0])
            names += _listed_names(folded[listed : date[0] if sign is None else sign])
        if sign is not None:
            yield sign, None
        yield date[0], None
        at = date[1]
        yield at, None
        while m := _AFTERWARDS.match(folded, at, end):
            at = m.end()
            yield at, None
        if m := _ATTACHMENT.match(folded, at, end):
            at = m.end()
            yield from ((m.start(), None), (at, None))
        if name := next((n for n in names if folded.startswith(n, at)), None):
            at += len(name)
            yield at, None
    if (last := _listed_last(folded, at, end)) is not None:
        yield last[0], last
        yield last[1], None
    if m := _READING.search(folded, at, end):
        yield m.start(), (m.start(), end)


def _listed_last(folded: str, start: int, end: int) -> Span | None:
    """The list of attachments that ends a text without signature and date."""
    listed = _ATTACHED.search(folded, max(start, end - _LONGEST_LIST), end)
    if listed is None or not folded.startswith("1", listed.end()):
        return None
    until = _UNSIGNED_UNTIL.search(folded, listed.end(), end)
    stop = until.start() if until else end
    return None if "。" in folded[listed.start() : stop] else (listed.start(), stop)


def _listed_names(folded: str) -> list[str]:
    """The names in a list of attachments: 附件:1.任务分工表2.指标表."""
    entries = _ENTRY.split(folded.partition(":")[2])
    return sorted((e.strip() for e in entries if len(e.strip()) >= 4), key=len, reverse=True)


def _closing(folded: str, start: int, end: int) -> tuple[int | None, int | None, Span] | None:
    """The next list of attachments, signature and date: where each begins, and the date; None where no date follows."""
    signed = _SIGNED.search(folded, start, end)
    listed = _ATTACHED.search(folded, start, signed.start() if signed else end)
    if listed is not None:
        date = _ATTACHED_UNTIL.search(folded, listed.end(), min(end, listed.end() + _LONGEST_LIST))
        if date is not None:
            return listed.start(), _signed_from(folded, listed.end(), date.start()), date.span("date")
    return None if signed is None else (None, signed.start("sign"), signed.span("date"))


def _signed_from(folded: str, start: int, end: int) -> int | None:
    """Where the names of the signers begin that stand between a list of attachments and the date at ``end``."""
    signers = _SIGNERS.search(folded[max(start, end - _LONGEST_SIGNERS) : end])
    if signers is None:
        return None
    at = end - len(signers[0])
    # The characters before 市 may be the end of the last attachment's name: a place is named elsewhere too.
    place = _PLACE.match(folded, at, end)
    if place is not None and folded.count(place[0] + folded[place.end()]) == 1:
        return place.end()
    return at
