"""Times by which something is to be done."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kjplan.extraction.dates import year_in
from kjplan.extraction.masking import FILL
from kjplan.extraction.names.body_ends import AUTHORITIES, BEFORE_BRACKET
from kjplan.extraction.times.days import at_the_turn, day_of, is_past, is_phase
from kjplan.extraction.times.deadline_forms import (
    ASIDE,
    ASIDE_SIGNS,
    DUE,
    FIELD,
    FIELD_VALUE,
    FIELD_WORDS,
    FORMS,
    LINE_ALONE,
    MOVED,
    MOVED_FROM,
    MOVED_TERM,
    NO_TERM,
    PASSED,
    ROW,
    ROW_END,
    ROW_PART,
    SET,
    SORTED,
    SORTING,
    STAGE,
    TIME,
    YEAR_PART,
    YEAR_ROW,
)
from kjplan.model import Deadline
from kjplan.reading.text import Passage

_TITLE = re.compile(r"《[^《》]*+》")
_EXPIRY = re.compile(
    "(?:延长|延续|顺延|推迟|执行|实行|施行|有效期?|有效期限|截止|截至|保留)至?到?$|[较比]$|(?:合同|服务|聘用?|任|协议|质保|租赁?|试用|保修|授权|许可)期限?[至到]$"
)
"""延长到今年年底: how long something holds; 较“十三五”末: a base; 截至6月底: what is. None is a time by which to act."""
_TERM = re.compile(
    "(?:任务|活动|试点|行动|报名|申报|征集|申请|评选)截[至止]到?$"
    "|(?:完成|报送|提交|上报|整改|申报|清缴|履约|办理|填报|建设)(?:工作)?(?:时限|期限|时间|日期)[^,;。]{0,4}$"
)
"""将完成时限延长至9月底: that is the new time by which to act; so is 试点截至7月."""
_ASKED = re.compile("(?:前|日)?,[^,;。]{0,14}(?:必须|须|应|要|力争|确保)(?![求点])")
"""截至12月15日，支出进度须达到95%: what is to be so then, and is not told."""
_LABELLED = re.compile(r"(?:时限|期限|时间|节点)(?:要求)?:\s?$")
"""A day behind such a label is a limit, though it may have passed: 完成时限:2021年12月."""
_BECAME = (
    "(?:建成|投产|竣工|成立|注册|取得|参加|出生|入职|毕业|受理|签订|登记|核准|批准|购[买置]|认定|立项|发生|开工|许可)"
)
_HELD = re.compile(
    rf",?(?:已|到期|期满|{_BECAME}[^,;。的]{{0,12}}的(?:[^,;。]{{0,8}}(?:单位|企业|项目|人员|机构|车辆|合同|建筑|学生|工程)|[,;。])"
    rf"|(?:{_BECAME}|印发|发布|出台|下发|制定|实施|生效)(?:登记|投产|使用|并投入使用)?的)"
)
"""2019年12月31日前已取得许可证的单位: whom it concerns, not by when."""
_SEASONAL = re.compile(
    r"(?:[、和及与至到~—-]{1,2}[0-9一二三四五六七八九十]{1,3}月?[^,。;的、]{0,4}){0,4}的(?:[一-鿿]{0,4}(?:雨季|汛期|台风|暴雨|高温|旺季|淡季|高峰|低谷|农忙))"
)
"""5月下旬、6月中旬的雨季: when a season is."""
_IN_SEASON = re.compile(
    r"(?:汛期?|雨季|台风季节?|[防禁休][一-鿿]{1,2}期|供[暖热]期|采暖期|高峰期|枯水期|丰水期|生长期)\($"
)
"""汛期(4月1日至11月1日): the same in a bracket."""
_CHECKED = re.compile(
    "(?!完成|开展|组织|进行|全面)[一-鿿]{0,3}(?:大?排查|大?检查|调查|巡查|普查|准备)(?:[、,。;(和等及]|工作|情况|阶段)"
)
"""汛前排查、汛中巡查, 汛前准备(4月底前): what a check or a stage is called, and not by when it is made."""
_POSTPONED = re.compile("(?:延(?:长|期|迟|后)?|推迟|提[前早]|调整|顺延|改|变更)(?:至|到|为)")
_MOVED = re.compile(rf"(?:完成)?{_POSTPONED.pattern}")
_QUOTING = re.compile(r"》(?:\([^()]{0,40}\))?[^。;]{0,12}(?:要求|规定|明确|提出)|原(?:定|计划|要求|规定|为|来)")
_DURATION = re.compile(r"[^月年底末前]*\d个?工作日内?")
_DUTY = re.compile(f"负责|牵头|责任|配合|单位|[{BEFORE_BRACKET}]")
_STOP = re.compile("[,;。]")
_ALONE_BEHIND = frozenset("前底末月年日内" + AUTHORITIES)
"""Ends of times and of departments: 2025年底前,长期坚持 · 市水利局,长期推进 in a row of a table."""
_BRACKETS, _CLOSING = "()【】〔〕[]", ")】〕]"
_LONGEST_ASIDE, _SHORT, _SOON, _LONG = 120, 8, 20, 150
_TOLD = re.compile("已|了(?!解)")
_RECOUNTED = re.compile(rf"{_TOLD.pattern}|同比|累计|共[有计]|(?:增长|下降)[0-9]")
"""3月,全市已建成…: a sentence that begins with a time and tells what was; by the end of a year growth may be aimed at."""
_OWN_YEAR = re.compile("[12][0-9]{3} ?年|[今本明次翌当]")
"""What says a year: 今年8月底前."""


class _Found(NamedTuple):
    """Time words: where they stand, which rule found them, and the year of the words beside them."""

    start: int
    end: int
    rank: int
    """What they are, as in ``deadline_forms``."""
    year: int | None = None


def find_deadlines(
    passage: Passage, year: int | None, written: date | None = None, *, dated: bool = False, below: bool = False
) -> list[Deadline]:
    """Deadlines of a passage in order: the words, and the last day they mean.

    Periods (全年), past dates, dates of whom something concerns, and dates in a document's title are none.

    :param year: the plan's year, for words that name none; without it those have no date
    :param written: the day the document is dated; what it says of years before is past
    :param dated: whether the year is only that of this day, and none that the document plans for
    :param below: whether it stands below other words of the task: then 长期推进 alone is its time, and no title
    """
    text = passage.folded
    if "《" in text:
        text = _TITLE.sub(lambda m: FILL * len(m.group()), text)
    covered = led = 0  # led: where the last deadline ends
    found: list[tuple[int, int, date | None]] = []
    stated: tuple[int, int] | None = None
    for at in sorted(_candidates(text) + (_alone(text) if below else []), key=_order):
        if at.start < covered:
            continue
        covered = at.end
        at = _in_year_of(text, at, stated)
        if at.rank == PASSED or (found and _sorts(text, led, at)) or _is_none(text, passage.folded, at):
            continue
        words = text[at.start : at.end]
        day = day_of(words, at.year, year, written)
        if (
            day
            and not _LABELLED.search(text, max(0, at.start - 6), at.start)
            and not is_phase(text[at.start - 1 : at.start] == "(" and text[at.end : at.end + 1] == ")", day, year)
            and is_past(day, words, year, written, at.rank == STAGE)
        ):
            continue
        own = year_in(words) or (at.year if stated else None)
        stated = (own, at.end) if own and "月" in words and own >= (year or 0) else None
        led = at.end
        found.append((at.start, at.end, day))
    return [
        Deadline(
            text=passage.text[start:end],
            date=day.isoformat() if day else None,
            span=passage.span(start, end),
        )
        for (start, end, _), day in zip(found, at_the_turn(text, found, written, year, dated=dated), strict=True)
    ]


def _sorts(text: str, led: int, at: _Found) -> bool:
    """Whether 年末 only says which one is done by the deadline that ends at ``led``: 10月开展年末跟踪指导, 6月底前完成汛前检查."""
    return SORTING.fullmatch(text, at.start, at.end) is not None and SORTED.fullmatch(text, led, at.start) is not None


def _in_year_of(text: str, at: _Found, stated: tuple[int, int] | None) -> _Found:
    """Time words with the year that the deadline before them in their sentence states: 2026年4月底前完成30%，8月底前完成70%.

    :param stated: that year, and where its words end; None where there is none, or it lies before the plan's
    """
    words = text[at.start : at.end]
    if (
        stated is None
        or at.year
        or "月" not in words
        or _OWN_YEAR.search(words)
        or text.find("。", stated[1], at.start) >= 0
    ):
        return at
    return at._replace(year=stated[0])


def _order(found: _Found) -> tuple[int, bool, int, int, bool]:
    """Of those that begin at one place first the one to take: a form before a field, the longest, one that knows its year."""
    return found.start, found.rank == FIELD_WORDS, -found.end, found.rank, found.year is None


def _candidates(text: str) -> list[_Found]:
    """All that looks like a time, in no order."""
    found: list[_Found] = []
    if TIME.search(text):
        for form in FORMS:
            if any(hint in text for hint in form.hints):
                found += [_Found(*m.span(m.lastindex or 0), form.rank) for m in form.pattern.finditer(text)]
        if text.count("月") > 1:
            found += _rows(text)
        if text.count("20") > 1:
            found += [_Found(*part, DUE) for row in YEAR_ROW.finditer(text) for part in _years(row)]
        found += _moved(text)
    if ":" in text:
        found += _fields(text, [f for f in found if f.rank == DUE])
    if any(mark in text for mark in ASIDE_SIGNS):
        found += [_Found(*m.span(1), DUE) for m in ASIDE.finditer(text) if _stands_alone(text, m)]
    return found


def _alone(text: str) -> list[_Found]:
    """A line that is nothing but a time without a day."""
    m = LINE_ALONE.fullmatch(text) if len(text) <= _SHORT else None
    return [_Found(*m.span(1), DUE)] if m else []


def _rows(text: str) -> Iterator[_Found]:
    """Each day of a row that ends in a limit (4月15日、7月15日前), or is led by 分别于; a year holds for those after it."""
    for m in ROW.finditer(text):
        end = ROW_END.match(text, m.end())
        parts = list(ROW_PART.finditer(text, m.start(), m.end()))
        if not (end or m[0].startswith("分别")) or ("," in m[0] and not all(p[0][-1] in "日号" for p in parts)):
            continue
        year = None
        for part in parts:
            yield _Found(part.start(), end.end() if end and part is parts[-1] else part.end(), DUE, year)
            year = year_in(part[0]) or year


def _years(row: re.Match[str]) -> Iterator[tuple[int, int]]:
    return (part.span() for part in YEAR_PART.finditer(row.string, row.start(), row.end()))


def _moved(text: str) -> Iterator[_Found]:
    """The day to which a limit is moved, in the year of the day before it: 完成时限由2025年4月15日调整至7月20日."""
    for m in MOVED.finditer(text):
        begin = max(0, m.start() - _LONGEST_ASIDE)
        begin = max(text.rfind("。", begin, m.start()), text.rfind(";", begin, m.start())) + 1 or begin
        old = MOVED_FROM.search(text, begin, m.start())
        if (old or MOVED_TERM.search(text, begin, m.start())) and not NO_TERM.search(text, begin, m.start()):
            start, end = m.span("day")
            yield _Found(start, end, SET, year_in(old["old"]) if old else None)


def _fields(text: str, forms: list[_Found]) -> Iterator[_Found]:
    """Values of named fields, where no form finds the time in them."""
    starts = sorted(form.start for form in forms)
    for m in FIELD.finditer(text):
        start, end = m.span(1)
        if FIELD_VALUE.search(m[1]) and not _DURATION.fullmatch(m[1]):
            at = bisect_left(starts, start)
            if at == len(starts) or starts[at] >= end:
                days = list(ROW_PART.finditer(text, start, end)) if ROW.fullmatch(text, start, end) else []
                yield from (
                    (_Found(*day.span(), FIELD_WORDS) for day in days) if days else (_Found(start, end, FIELD_WORDS),)
                )


def _stands_alone(text: str, m: re.Match[str]) -> bool:
    """Whether words are the time of a task: in a bracket that says who does it, alone in one, or endless in a sentence of
    their own. A bracket that holds but a year belongs to a name: 行动方案(2022年)."""
    start, end = m.span(1)
    endless = not m[1][0].isdecimal()
    opened = next((at for at in range(start - 1, max(0, start - _LONGEST_ASIDE) - 1, -1) if text[at] in _BRACKETS), -1)
    if opened < 0 or text[opened] in _CLOSING:
        alone = text[m.start()] in "。;:" or text[start - 2] in _ALONE_BEHIND  # 2025年底前,长期坚持
        return endless and alone and (end == len(text) or text[end] in ("。;," if text[m.start()] == ":" else "。;"))
    if endless:
        return True
    closed = next((at for at in range(end, min(len(text), end + _LONGEST_ASIDE)) if text[at] in _CLOSING), len(text))
    if opened + 1 == start and closed == end:
        return "月" in m[1]
    return _DUTY.search(text, opened, closed) is not None


def _is_none(text: str, folded: str, at: _Found) -> bool:
    """Whether what stands around time words makes them no time by which to act."""
    start, end = at.start, at.end
    if at.rank == SET:
        return False
    if _EXPIRY.search(text, max(0, start - 6), start) and not _TERM.search(text, max(0, start - 16), start):
        return not (text.endswith(("截至", "截止", "截止到"), 0, start) and _ASKED.match(text, end))
    if _HELD.match(text, end) or _MOVED.match(text, end) or _SEASONAL.match(text, end):
        return True
    if text[start - 1 : start] == "(" and _IN_SEASON.search(text, max(0, start - _SHORT), start):
        return True
    if text.endswith(("已于", "已在"), 0, start):
        return True
    if text[start] == "汛" and _CHECKED.match(text, end):
        return True
    told = _TOLD if text[start] == "到" and year_in(text[start:end]) else _RECOUNTED
    if text[end - 1] in "月份日号底末" and told.search(text, end, _clause_end(text, end)):
        return True
    later = _POSTPONED.search(text, end, end + _LONG)
    begin = max(0, start - _LONG)
    begin = max(folded.rfind("。", begin, start), folded.rfind(";", begin, start), begin)
    return later is not None and _QUOTING.search(folded, begin, start) is not None


def _clause_end(text: str, start: int) -> int:
    """Where the clause ends that follows a time, or has been read far enough."""
    m = _STOP.search(text, start + 1, start + _SOON)
    return m.start() if m else start + _SOON
