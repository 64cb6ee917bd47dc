"""What a page put around a document that was copied on one line: its path, the title, the day, its sharing buttons before the
words, and its source and files behind them."""

import re
from dataclasses import dataclass, field

from kjplan.extraction.names.body_ends import ANY
from kjplan.late import late
from kjplan.parsing.dates import DATE

_PATH = re.compile(
    r"[您你]?(?:现在|当前)?(?:所在)?的?位置\s?:\s{0,4}(?:(?:[^\s>。;]{2,24} ?> ?){1,8}|首页[^\s。;:]{0,60}\s)\s{0,4}"
)
"""当前位置：首页 > 政务公开 > 通知 >, or with nothing between but a blank behind."""
_TITLE_AND_DAY = late(
    rf"(?P<title>[^。;\n]{{6,160}}?)\s{{1,4}}(?P<day>(?:发布|更新|公布|发文)?(?:时间|日期)\s?:\s?(?:{DATE.pattern})(?:[ T]{{1,2}}[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?)"
)
_BUTTON = "(?:微信|微博|QQ空间|QQ好友|朋友圈|新浪微博|腾讯微博|人人网|分享到?:?|打印|收藏)"
_SHARES = re.compile(rf"\s{{0,4}}(?P<shares>{_BUTTON}(?:[ 、|]{{1,3}}{_BUTTON}){{0,8}})(?=\s)")
_NUMBER = re.compile(
    r"[^\s。,;:《》〔\[(【<〈]{1,12}\s?[〔\[(【<〈]\s?(?:19|20)[0-9]{2,3}\s?[〕\])】>〉]\s?第?[0-9]{1,5}\s?号(?=\s)"
)
_ADDRESSED = re.compile(rf"[^。:;《》]{{2,300}}{ANY}\s?:(?=\s?(?:现将|经|为|根据|按照|你|近|《))")
"""Who is addressed, and how the words below go on."""
_LOOK = 400
_SOURCE = late(
    r"(?<=[。)\]】”\s])(?P<source>(?:信息|文章|稿件)?来源\s?:\s?[^\s。,;:]{2,40})(?P<files>\s{1,4}附件(?:下载)?[^。;]{0,200})?\s{0,4}$"
)
_LONGEST_TAIL = 280


@dataclass(slots=True)
class PageLine:
    """The seams of a page on one line."""

    cuts: list[int] = field(default_factory=list)
    """Where something begins behind the path, and where the words do."""
    title: str = ""
    """The title that the page gives the document, folded."""


def page_head(folded: str, start: int, end: int) -> PageLine | None:
    """The seams at the head of a line that begins with the path of a page; None where it does not, or no title and day follow."""
    path = _PATH.match(folded, start, min(end, start + _LOOK))
    found = _TITLE_AND_DAY.match(folded, path.end(), min(end, path.end() + _LOOK)) if path else None
    if found is None:
        return None
    at = found.end()
    page = PageLine([found.start("title"), found.start("day"), at], found["title"])
    if shares := _SHARES.match(folded, at, end):
        at = shares.end()
        page.cuts += [shares.start("shares"), at]
    while at < end and folded[at].isspace():
        at += 1
    for pattern in (_NUMBER, _ADDRESSED):
        if m := pattern.match(folded, at, end):
            at = m.end()
            page.cuts.append(at)
            while at < end and folded[at].isspace():
                at += 1
    return page


def page_tail(folded: str, start: int, end: int) -> list[int]:
    """Where the source and the files begin that a page put behind the words: 来源：某局 附件下载 某方案.pdf."""
    first = max(start, end - _LONGEST_TAIL)
    if folded.find("来源", first, end) < 0 or (tail := _SOURCE.search(folded, first, end)) is None:
        return []
    files = tail.start("files")
    return [tail.start("source"), *([files] if files > 0 else [])]
