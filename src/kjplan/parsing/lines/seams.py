"""Seams that a document on one line still shows: at its letterhead, title, addressees, list of attachments, signature and date, and attachments."""

import re
from collections.abc import Iterator

from kjplan.extraction.names.body_ends import ANY, PLACES_LAST, STRONG
from kjplan.extraction.names.names import DEPARTMENT
from kjplan.late import late
from kjplan.model import Span
from kjplan.parsing.lines.furniture import LETTERHEAD_END
from kjplan.parsing.lines.header_labels import FIELD_OF, NAMES
from kjplan.parsing.lines.lone_names import NAME_ABOVE, undated_signature
from kjplan.reading.text import solid

_SPACED = r"[ \t\u3000]{0,2}"
_GENRE = (
    r"的X(?:答X复(?:意X见|的X函)?|(?:紧X急|补X充)?X通X知|通X报|决X定|公X告|(?:复|督X办|提X示|建X议)?X函|批X复|(?:审查|审核|验收|核查|评估)?意X见|办X法|方X案)"
    r"|(?:若干|指导|实施|处理)意X见(?:X的X通X知)?|(?:若干|政策)措X施|(?<=》)通知"
).replace("X", _SPACED)
_NUMBERED = (
    r"[^\s。,;:《》〔\[(【<〈]{1,12}\s{0,2}[〔\[(【<〈]\s?(?:19|20)[0-9]{2}\s?[〕\])】>〉]\s{0,2}第?[0-9]{1,5}\s?号"
)
_ADDRESSED_BEHIND = rf"\s{{1,3}}(?=[^。;:《》\s]{{2,200}}{ANY}:(?:现将|为|你|经|根据|按照|《))"
"""A blank behind a title, and who is addressed."""
_TITLE = re.compile(
    rf"[^。;:,]{{0,40}}关于[^。;:]{{4,120}}?(?:{_GENRE})(?=[^》〉的,。;:()\s]|\s{{0,3}}\(?{_NUMBERED}|{_ADDRESSED_BEHIND})"
    r"|[^。;:,]{6,100}?(?:方案|计划|规划|要点|办法|规范|指南|导则|标准|名单|目录|规定|清单)》?(?:\([^()]{2,12}\))?》?的通知(?=各(?:[省市有]|直属)|有关|国务院各)|[^。;:,]{6,80}?(?:情况|问题|结果)的?通报(?=各(?:[省市有]|直属)|有关|国务院各)"
    r"|(?:[一-鿿]{2,24}[厅局委部院会府])?对[^。;:]{4,80}?(?:建议|提案|意见建议|议案)的(?:复函|答复(?:的函|意见)?)(?=[^》〉的,。;:()\s])"
)
"""国务院办公厅关于…的通知, 关于…的若干意见, 关于…实施意见 的 通 知; not 关于…意见的 nor 关于…意见》."""
_VERSION = r"(?:\([^()]{2,16}\))?"
_PLAIN_KIND = (
    "方案|计划|要点|办法|条例|规定|规则|细则|指南|指引|规范|标准|规划|纲要|清单|章程|守则|准则|制度|预案|通告|公告|公报|意见|措施|导则"
    "|宣言|声明|指标|原则|体系|大纲|要求|方法学|技术政策|发布会|纪要|解读|(?:编制|起草|修订)说明|总结"
)
_BEGINS = (
    r"第一[章条部]|一、|[一1][、.](?![0-9])|\(一\)|为(?:了|贯|深|进|认|全|落|加|切|规|促|推|积|充|有|更|确|保|做|打|提|统|建|助|支|实|构|完|扎|巩|发|履|指)"
    "|为[^,。;:]{4,40},(?:制定|特?制订|依据|根据|按照)|依据《|根据(?:《|国家|中央|党|国务院|有关|上级|[一-鿿]{2,8}(?:部署|要求|规定|精神|通知))"
    "|按照(?:《|国家|中央|党|国务院|有关|上级)|20[0-9]{2}年|“十|(?<=[业行稿版]\\))[一-鿿]"
)
_PLAIN_TITLE = re.compile(
    rf"(?!为|根据|按照|依据|现|各|近年|第[一二三四五六七八九十]{{1,3}}[章节条款项部]|附|\(|[一二三四五六七八九十]{{1,3}}、|[0-9]{{1,2}}[.、])"
    rf"(?:[^。;:,《\n]{{3,60}}?(?:{_PLAIN_KIND}){_VERSION}|《[^》]{{2,60}}》{_VERSION}[^。;:,《\n]{{0,8}}?(?:解读|说明|修改单))(?= ?(?:{_BEGINS}))"
    r"|(?!各|附|第[一二三四五六七八九十]{1,3}[章节条款项部])[^。;:,《\n、]{5,60}?(?:报告|[简专快]报|通报|总结|安排|思路|打算|部署|任务|分工|行动|讲话|公报|表)(?=一、[一-鿿0-9“])"
)
"""A title without 关于 and what a document of its kind begins with: 某区地下空间规定第一条…, 某市申报指南（第一批）为助力…."""
_UNKNOWN_TITLE = re.compile("[^。;:,!?\n]{6,80}?(?<![第统唯逐专])(?=一、(?![二三四五六七八九十]))")
_SECOND = re.compile("[。;!?)] {0,2}二、")
"""What opens a line may be a title of any kind where 一、 follows, and further on 。二、."""
_LETTERHEAD = re.compile(
    rf"[^。;:,《》()]{{4,300}}?{LETTERHEAD_END}(?=[^\s。,;:《》]{{1,12}}[〔\[(【](?:19|20)[0-9]{{2}})"
)
_NUMBER = re.compile(rf"\s{{0,3}}(?:\({_NUMBERED}\)|{_NUMBERED})")
_NUMBER_FIRST = re.compile(rf"(?P<number>\({_NUMBERED}\)|{_NUMBERED})(?:各|有关)[^。:]{{2,300}}:")
"""Number and addressees of a notice whose title stands on a line of its own above: 甲办发〔2024〕21号各市、县人民政府：…."""
_BULLET = re.compile("[•∙]")
_BULLETS = re.compile(r"(?:[•∙] ?[^•∙。;:,]{1,40}){2,9}?(?<=[0-9]{4}-[0-9]{2}-[0-9]{2}) ?(?=[^•∙0-9 -])")
"""The fields of a portal's header in their order, a date last: • 某市科技局• 重点工作• 2022-03-30."""
_LABELLED = late(rf"(?P<label>{NAMES})[ \t]*:")
_FEWEST_LABELS = 3
_DAY = re.compile(r"[ \t]*(?:19|20)[0-9]{2}[年/.-][0-9]{1,2}[月/.-][0-9]{1,2}日?")
_LONGEST_HEADER = 800
_SENT = re.compile(
    r"[^。:]{2,400}:(?=现将《(?P<name>[^》]{2,80})》|《(?P<approved>[^》]{2,80})》[已业经于][^。]{0,60}现(?:予以?|将其)?(?:印发|转发|下发|发布|公布))"
)
"""The addressees of a notice whose title was not copied with it: …：现将《Y》印发给你们, …：《Y》已经…同意，现印发给你们."""
_ADDRESSED = re.compile(r"[^。:]{2,400}:")
_DATE = (
    r"(?:20|19)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"
    r"|(?:二[〇○零][一二三四五六七八九〇○零]{2}|一九[一二三四五六七八九〇○零]{2})年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_NO_DEADLINE = r"(?=[^前起以至、,。底内召的后]|$)"
_SIGNED = re.compile(
    rf"(?:(?<=[。)])|(?<=[0-9]{{7}}))(?P<sign>[^。,;:()《》0-9]{{2,200}}?)(?P<date>{_DATE}){_NO_DEADLINE}"
)
_LEAVE = re.compile("[特专]此(?:通知|函复|批复|函告|公告|通报|报告)|此[复函致令]")
"""What a notice closes with, and no signer's name: 特此通知甲市粮食局2023年5月8日."""
_ATTACHED = re.compile(r"(?<![见(《])附 ?件 ?[0-9]{0,2} ?:")
_ATTACHED_UNTIL = late(rf"(?P<date>{_DATE})(?=[^前起以至、,。底内召的后]|$)")
_LONGEST_LIST = 800
_MOST_NAMES = 60
"""So many attachments are known by their names."""
_UNSIGNED_UNTIL = re.compile(r"抄送:|\(此件|字号$|$")
"""Where a list of attachments ends that neither signature nor date follows."""
_SIGNERS = late(
    rf"(?:(?:国务院(?:办公厅)?|{DEPARTMENT}|[一-鿿]{{2,6}}人民政府)(?:办公[厅室]|[一-鿿]{{2,8}}[司处])?\s{{0,2}})+$"
)
_SIGNER_BEHIND_BLANK = late(rf"(?<=\s)[一-鿿]{{2,30}}{STRONG}\s{{0,2}}$")
"""A name of any other form that a blank parts from the last attachment's."""
_PLACE = late(r"[一-鿿]{2,4}(?=[省市县区州])")
_JOINS = "与和及"
"""What stands before the rest of a name that names two fields."""
_LONGEST_SIGNERS = 80
_AFTERWARDS = re.compile(
    rf"\s*(?:\(此件[^()]{{2,14}}\)|(?:部内|内部)?抄[送报]:[^。]{{2,600}}。|[^。,;:()《》0-9]{{2,24}}(?:{_DATE})印发|印发)"
)
_READING = re.compile(r"(?:相关)?解读:|相关链接:|字号$")
_QUOTED = re.compile(r"[《〈](?P<name>[^》]{1,120})[》〉]的?通知")
_ENTRY = re.compile(r"[0-9]{1,2} ?[.、]")
_ATTACHMENT = re.compile(r"附 ?件 ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})?(?=[^\s:0-9、,。;)》])")


def header_seams(folded: str, start: int, end: int) -> list[int]:
    """Where the fields of a portal's header begin behind the first, and where the text begins: fields in their order behind
    bullets, or under labels. Only a date and 主题词 without words show where the last one ends; another is left to the text."""
    end = min(end, start + _LONGEST_HEADER)
    if header := _BULLETS.match(folded, start, end):
        return [*(m.start() for m in _BULLET.finditer(folded, start + 1, header.end())), header.end()]
    if not _LABELLED.match(folded, start, end):
        return []
    labels = [*_LABELLED.finditer(folded, start, end)]
    if len(labels) < _FEWEST_LABELS:
        return []
    last = labels[-1]
    seams = [m.start() for m in labels[1:]]
    if day := _DAY.match(folded, last.end(), end):
        return [*seams, day.end()]
    return [*seams, last.end()] if FIELD_OF[solid(last["label"])].name == "keywords" else seams


def head_seams(folded: str, start: int, end: int) -> tuple[list[int], str]:
    """Seams at the head of a line, after letterhead, title, number and addressees; and the title.

    ``关于印发《X》的通知各市…局:…`` has two, ``甲部乙部文件甲发〔2022〕5号关于…的意见各市:…`` four.
    """
    at, cuts = start, []
    if letterhead := _LETTERHEAD.match(folded, start, min(end, start + 320)) or NAME_ABOVE.match(folded, start, end):
        at = letterhead.end()
        cuts.append(at)
        if number := _NUMBER.match(folded, at, end):
            at = number.end()
            cuts.append(at)
    title = _TITLE.match(folded, at, min(end, at + 200))
    if title is None and not cuts and (numbered := _NUMBER_FIRST.match(folded, start, min(end, start + 400))):
        return [numbered.end("number"), numbered.end()], ""
    if title is None:
        if cuts:
            return [], ""
        if plain := _PLAIN_TITLE.match(folded, start, min(end, start + 160)):
            return [plain.end()], plain[0]
        sent = _SENT.match(folded, start, end)
        if sent:
            return [sent.end()], f"《{sent['name'] or sent['approved']}》的通知"
        unknown = _UNKNOWN_TITLE.match(folded, start, end)
        return ([unknown.end()], "") if unknown and _SECOND.search(folded, unknown.end(), end) else ([], "")
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
    sent = quoted or _SENT_ON.search(folded, start, min(end, start + _LONGEST_NOTICE))
    names, author = ([sent["name"]], sent.groupdict().get("by", "")) if sent else ([], "")
    if quoted and (dated := re.compile(f"(?<=。)({_DATE}){re.escape(quoted['name'])}").search(folded, at, end)):
        # a notice without a signature: its date, and then the document
        yield from ((dated.start(), None), (dated.end(1), None), (dated.end(), None))
        at = dated.end()
    while found := _closing(folded, at, end):
        listed, sign, date = found
        if listed is not None:
            yield listed, (listed, date[0])
            listing = _listed_names(folded[listed : date[0] if sign is None else sign])
            names = list(dict.fromkeys([*names, *listing]))[:_MOST_NAMES]
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
        titled = _title_ends(folded, at, end, names, author)
        yield from ((stop, None) for stop in titled)
        at = titled[-1] if titled else at
    if (last := _listed_last(folded, at, end)) is not None:
        yield last[0], last
        yield last[1], None
    if m := _READING.search(folded, at, end):
        yield m.start(), (m.start(), end)
    if (signed := undated_signature(folded, at, end)) is not None:
        yield signed, None


_SIGNED_LINE = re.compile(
    rf"(?:(?<=[。)!])|(?<![^\n]))(?P<sign>(?![于在自至到从报])(?:(?![请送于])[一-鿿()]){{2,40}}{STRONG})"
    rf"[ \t]{{0,40}}(?P<date>{_DATE})$"
)
_DATED_LAST = re.compile(f"(?:{_DATE})$")
_LONGEST_SIGNED = 100
_ATTACHED_BEHIND = re.compile(r"\S\s附 ?件 ?[0-9]{0,2} ?:[^附]*$")
"""A list of attachments behind words that end in no mark: 检查人员：张三 附件：…."""
_SENT_ON = re.compile(
    r"(?<=[:。])(?P<by>[^。;:《》、,]{2,40})《(?P<name>关于[^《》]{4,80})》(?:已?经|业经)?[^。《》;]{0,40}(?:同意|批准|审议通过)[^。《》;]{0,20}现(?:予以?)?(?:转发|印发)"
)
"""A notice that sends on what another body wrote: 某工作小组《关于…的实施意见》已经国务院同意,现转发给你们; both stand again where it begins."""
_LONGEST_NOTICE = 600


_REMARKED = re.compile(r"[ \t\u3000]{0,20}(?P<remark>\(此件[^()]{2,14}\))$")


def signature_seams(folded: str, start: int, end: int) -> list[int]:
    """Where signature and date begin that share a line, with or without blanks between, or follow the last words at once, and
    the remark behind them: 市科技局 2022年3月1日 · …。市科技局2022年3月1日（此件公开发布）; and those behind a list of attachments."""
    remark = _REMARKED.search(folded, max(start, end - 40), end) if folded[end - 1] == ")" else None
    seams = [] if remark is None else [remark.start("remark")]
    end = end if remark is None else remark.start()
    at = max(start, folded.rfind("。", start, end) + 1)
    if end <= start or folded[end - 1] != "日":
        return []
    if (
        folded.startswith("附", start)
        and (listed := _ATTACHED.match(folded, start, end))
        and end - start <= _LONGEST_LIST
    ):
        dated = _DATED_LAST.search(folded, max(start, end - 12), end)
        stop = listed.end() + len(folded[listed.end() : dated.start()].rstrip()) if dated else 0
        signers = _signed_from(folded, listed.end(), stop) if dated else None
        return [signers, dated.start(), *seams] if dated and signers is not None else []
    if end - at > _LONGEST_SIGNED:
        return []
    if _ATTACHED_BEHIND.search(folded, at, end):
        at = folded.rindex("附", at, end)
        return [at, *signature_seams(folded, at, end), *seams]
    while folded[at].isspace():
        at += 1
    signed = _SIGNED_LINE.match(folded, at, end)
    return [] if signed is None else [signed.start(), signed.start("date"), *seams]


def _title_ends(folded: str, at: int, end: int, names: list[str], author: str) -> list[int]:
    """Where the title ends that stands behind a date, one named before or any that its words follow; and its author whom the notice named."""
    if name := next((n for n in names if folded.startswith(n, at)), None):
        stop = at + len(name)
        return [stop, stop + len(author)] if author and folded.startswith(author, stop) else [stop]
    plain = _PLAIN_TITLE.match(folded, at, end)
    return [plain.end()] if plain else []


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
    if signed is None:
        return None
    leave = _LEAVE.match(folded, signed.start("sign"), signed.end("sign") - 1)
    return None, leave.end() if leave else signed.start("sign"), signed.span("date")


def _signed_from(folded: str, start: int, end: int) -> int | None:
    """Where the names of the signers begin that stand between a list of attachments and the date at ``end``."""
    first = max(start, end - _LONGEST_SIGNERS)
    signers = _SIGNERS.search(folded[first:end])
    parted = _SIGNER_BEHIND_BLANK.search(folded, first, end)
    if signers is None:
        return parted.start() if parted else None
    at = end - len(signers[0])
    whole = parted.start() if parted and parted.start() <= at else None
    # The characters before 市 may be the end of the last attachment's name: a place is named elsewhere too, or a blank parts it.
    place = _PLACE.match(folded, at, end)
    if place is not None and folded.count(place[0] + folded[place.end()]) == 1:
        return place.end() if whole is None else whole
    return whole if whole is not None and (signers[0][0] in PLACES_LAST or folded[at - 1] in _JOINS) else at
