"""What stands between a title and the text: its number, how a rule was issued, fields of the page, a date, who is addressed."""

import re

from kjplan.extraction.names.body_ends import STRONG
from kjplan.late import late
from kjplan.parsing.dates import DATE, date_of, iso_date
from kjplan.parsing.front.page_fields import day_of
from kjplan.parsing.lines.furniture import DOCUMENT_NUMBER
from kjplan.parsing.lines.header_labels import PAGE_NAMES
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, solid

_BODY = r"[一-鿿]{2,30}?"
_SERIAL = r"\(?\s?(?:(?:19|20)[0-9]{2}年\s?)?第?\s?(?:[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,7})\s?号\)?"
_ISSUED = re.compile(
    rf"\(?(?:{DATE.pattern})\s{{0,3}}(?:(?P<body>{_BODY})(?P<kind>令|公告|通告)\s?(?P<serial>{_SERIAL})(?:令)?|(?P<number>{DOCUMENT_NUMBER.pattern}))"
    r"\s?(?:公布|发布|公告|颁布|印发|通过|实施|施行|$)[^。]{0,120}\)?$"
)
"""题注 of a rule below its title: 2022年6月6日某部令第2号公布, 自…起施行."""
_NUMBER_FIRST = re.compile(
    rf"\(?(?P<number>{DOCUMENT_NUMBER.pattern})\s{{0,40}}(?:{DATE.pattern})(?:印发|发布|公布)?\)?$"
)
_STEPS = re.compile(
    rf"\(?(?:{DATE.pattern})\s?起?(?:经[一-鿿]{{2,30}}(?:批准|审议通过|讨论通过)|施行|实施|生效|修订|修正)\)?$"
)
"""Other steps of it on lines of their own: 1997年5月20日 经省政府批准, 2000年1月1日 施行."""
_PASSED = re.compile(
    rf"\((?:{DATE.pattern})\s?(?P<body>[一-鿿]{{2,20}}?(?:人民代表大会|常务委员会)[一-鿿]{{0,20}}?)(?:第[一二三四五六七八九十百]{{1,5}}次会议)?(?:通过|批准)[^。]{{0,120}}\)$"
)
"""How a congress passed a rule: (2015年3月1日某省第十二届人民代表大会常务委员会第四次会议通过)."""
_SESSION = re.compile("第[一二三四五六七八九十百]{1,5}[届次](?:会议)?")
_ORDER = re.compile(rf"\(?(?P<body>{_BODY})(?P<kind>令|公告|通告)\s?(?P<serial>{_SERIAL})\)?$")
"""Number of an order alone on its line: 某省人民政府令第12号."""
_LONGEST = 220


def issued(line: str) -> dict[str, str] | None:
    """What a line below a title says of how the document was issued: number, issuer and day; None for any other line."""
    if len(line) > _LONGEST:
        return None
    if m := _ISSUED.match(line):
        return _named(m) | {"written_date": date_of(m) or ""}
    if m := _NUMBER_FIRST.match(line):
        return {"document_number": solid(m["number"]), "written_date": date_of(m) or ""}
    if m := _PASSED.match(line):
        return {"issuer": _SESSION.sub("", m["body"]), "written_date": date_of(m) or ""}
    if m := _ORDER.match(line):
        return _named(m)
    return {} if _STEPS.match(line) else None


def _named(m: re.Match[str]) -> dict[str, str]:
    """Number and issuer in a match of ``_ISSUED`` or ``_ORDER``; an issuer whose name is that of a place's own is one."""
    if not m["body"]:
        return {"document_number": solid(m["number"])}
    return {"issuer": m["body"], "document_number": order_number(m["body"] + m["kind"], m["serial"])}


def order_number(order: str, serial: str) -> str:
    """The number of an order whose name and number stand apart: 某省人民政府令, (第218号)."""
    return solid(order) + solid(serial).strip("()")


_HEAD = re.compile(r"(?P<body>[^。;:,《》关]{2,60}?)(?P<kind>令|公告|通告|公报)")
_ISSUE = re.compile(rf"{_SERIAL}|(?:19|20)[0-9]{{2}}年?第?[0-9]{{1,3}}期(?:\(总第[0-9]{{1,5}}期\))?")


def order_head(folded: str, first: tuple[int, int], second: tuple[int, int]) -> dict[str, str]:
    """Number and issuer in the two lines that head an order or announcement, 某省人民政府令 and 第218号; no number in those
    of a gazette. Empty for other lines."""
    head = _HEAD.fullmatch(folded, *first)
    if head is None or _ISSUE.fullmatch(folded, *second) is None:
        return {}
    body = solid(head["body"])
    if head["kind"] == "公报":
        return {"publisher": body}
    return {"issuer": body, "document_number": order_number(head[0], folded[slice(*second)])}


_DATED = r"(?:发[布表文稿]时间|发[布表稿]日期|更新(?:时间|日期)|录入(?:时间|日期)|公布(?:时间|日期)|时间|日期)"
_PAGE = re.compile(rf"(?:{PAGE_NAMES}\s?:|[【\[]?(?:{_DATED})[】\]]?\s?:)")
_DAY = late(
    rf"(?P<label>{_DATED})[】\]]?\s?:?\s{{0,3}}\[?(?P<day>(?:{DATE.pattern}))(?:[ T]{{1,4}}[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?(?![0-9至—-])"
)
_BARE = re.compile(
    rf"[\[【]?(?P<day>(?:{DATE.pattern}))(?:[ T]{{1,4}}[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?[\]】]?(?=\s|$)"
)
_BY = re.compile(rf"[ \t]{{1,4}}[^\s。,;:]{{2,20}}{STRONG}")
"""Who published, behind the time of day: 2023-01-05 10:00 某区人民政府办公室."""
_SOURCED = re.compile(rf"{PAGE_NAMES}\s?:")
_SHARES = re.compile("^(?:微信|微博|QQ空间|分享到)(?:[ 、|:]|$)", re.M)
"""The buttons that a page puts beside its day."""
_SITE = re.compile(
    rf"[^\s。;:,]{{2,16}}网站?[ \t]{{1,4}}(?:www|http)[0-9A-Za-z./:-]{{3,40}}[ \t]{{1,4}}(?P<day>(?:{DATE.pattern}))[ \t]{{1,4}}[0-9]{{1,2}}:[0-9]{{2}}"
)
"""The site, its address and when it published: 某市政府网站 www.example.gov.cn 2023-04-11 15:32 来源：某局."""
_AT_END = re.compile(rf"(?<=\s)(?P<day>(?:{DATE.pattern}))(?:[ T]{{1,4}}[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?$")
"""A day without a label behind the source: 来源：某部   2025-02-03 09:12."""
_LONGEST_LINE = 160


def page_day(line: str, near: str = "") -> str | None:
    """The day of publication that a line of the page says (发布时间：2010年06月17日 点击数：3), "" for a line of the page without
    one, None for any other.

    :param near: the lines beside it; 时间：2021-02-01 is a field of the page only next to another, 来源：某报, or to buttons
    """
    if len(line) > _LONGEST_LINE or "。" in line:
        return None
    line = line.strip("| ") if line[:1] == "|" else line
    bare = _BARE.match(line)
    if bare is not None and (bare.end() == len(line) or _SOURCED.match(line[bare.end() :].lstrip(" []【】|丨"))):
        return day_of(bare["day"])
    if bare is not None and ":" in bare[0] and _BY.fullmatch(line, bare.end()):
        return day_of(bare["day"])
    if site := _SITE.match(line):
        return day_of(site["day"])
    if not _PAGE.match(line):
        return None
    m = _DAY.search(line)
    if m is None:
        last = _AT_END.search(line)
        return (day_of(last["day"]) if last else None) or ("" if _SOURCED.match(line) else None)
    told = m["label"] not in ("时间", "日期") or any(map(_SOURCED.search, (line, near))) or _SHARES.search(near)
    return day_of(m["day"]) if told else None


def bracketed_day(line: str) -> str | None:
    """The day in brackets below a title: （2022年1月6日）."""
    return iso_date(line[1:-1]) if line[:1] == "(" and line[-1:] == ")" else None


_TOLD_BY = re.compile(rf"\((?P<body>[一-鿿、]{{2,40}}{STRONG})[,、;\s]{{1,4}}(?P<day>{DATE.pattern})\)")
"""Who made it and when, in brackets below a title: （县水利局，2022年1月6日）."""
_ISSUE_LINE = re.compile(
    r"\(?(?:(?:19|20)[0-9]{2}年?)?第\s?[0-9]{1,4}\s?[期号]\)?(?:\(总第?[0-9]{1,5}期?\))?"
    r"|(?P<number>[〔﹝\[(](?:19|20)[0-9]{2}[〕﹝\])]第?[0-9]{1,4}号)"
)
"""Which of a row of papers it is, as minutes and briefs say below their name: 第3期, 〔2022〕14号."""


def body_and_day(line: str) -> dict[str, str]:
    """Issuer and day that a bracket below a title says; empty for any other line."""
    m = _TOLD_BY.fullmatch(line)
    return {"issuer": m["body"], "written_date": iso_date(m["day"]) or ""} if m else {}


def issue_number(line: str) -> str | None:
    """The number in a line that only says which of a row of papers a document is, "" for 第3期; None for any other line."""
    m = _ISSUE_LINE.fullmatch(line)
    return None if m is None else solid(m["number"] or "")


def alone_day(line: str) -> str | None:
    """The day that a line below a name says, in brackets or not."""
    return iso_date(line) or bracketed_day(line)


def beside(source: SourceText, units: list[Unit], k: int) -> str:
    """The lines right before and after a unit."""
    return "\n".join(source.folded[slice(*u.span)] for u in (*units[max(0, k - 1) : k], *units[k + 1 : k + 2]))


def split_addressees(line: str) -> list[str]:
    """Groups of addressees between commas; a group keeps its own 、: 各开发区、区县(市)科技管理部门."""
    return [part for part in (p.strip() for p in re.split("[,，;；]", line)) if part]


_TITLED = re.compile(r"[^。:;!?|]{8,60}")


def titled_by_fields(source: SourceText, units: list[Unit]) -> tuple[int, int] | None:
    """Where the title of a page stands that ends in no kind of document: alone above the line that says when it was published,
    2022年5月粮站监测情况 above 作者： 发布时间：2022-06-09; as (index, number of lines)."""
    if len(units) < 2 or units[0].tabled or not _TITLED.fullmatch(source.folded, *units[0].span):
        return None
    line = source.folded[slice(*units[1].span)]
    return (0, 1) if _PAGE.match(line) and page_day(line) else None
