"""Which lines are the title of a document: those that the page's header says, or lines that end in a genre."""

import re

from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.covering import COVERING, is_of_the_page, issues
from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.front.opening_lines import opens_title
from kjplan.parsing.front.page_fields import BULLET, INDEX_NUMBER, fields_behind
from kjplan.parsing.lines.furniture import (
    ATTACHMENT_LIST,
    DOCUMENT_NUMBER,
    LETTERHEAD_END,
    LIST_ENTRY,
    NUMBER_BEHIND,
    front_kind,
)
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.tables.cell_heads import known_columns
from kjplan.parsing.tables.column_names import LONGEST_NAME
from kjplan.parsing.tables.columns import MOST_CELLS
from kjplan.reading.text import SourceText, fold, solid

MAX_TITLE_LINES = 4
LOOK_AHEAD = 14
"""So many lines from the top may hold the title."""
LETTERHEAD = re.compile(rf"[^。;:,《》]{{3,300}}{LETTERHEAD_END}")
"""版头 of GB/T 9704-2012, 7.2.4: 某市科学技术局文件 above number and title."""
_MAX_TITLE = 100
_BESIDE_TITLE = 40
"""So many characters a page may put beside a title that it says again: the issuer, its own name."""
_NO_TITLE = re.compile(r"[。;!?]|:$")
_REPORT = re.compile(r"(?:[^。,;:]{2,12})?(?:(?:19|20)[0-9]{2}年)?政府工作报告")
_CONTINUES = ("的", "和", "与", "及", "暨")
_BRINGS = re.compile(r"(?:全文|通知|意见|方案|公告|内容)(?:全文)?如下[:。]?$")
"""How a news item ends that brings a document: …今日印发通知。通知全文如下：."""
_NAMED = re.compile("《[^》]{2,80}》")
_LONGEST_KIND = 5
"""A line that is nothing but a kind of document (通 知) is the last name in the path of a page where a title follows."""
_KEYWORDS = re.compile("(?:[^,。;:]{1,8},){4,20}[^,。;:]{1,8}")
"""Keywords of the page on a line: 粮食,仓储,改造,管理,服务."""
_NOTICE_END = re.compile("的(?:通知|意见|函|公告|通告|决定|批复|通报|报告|方案|办法|细则|规定)$")
"""How the last line of a title ends that began with 关于."""
_VERBS = ("规范", "决定", "安排", "计划", "部署", "行动", "规定", "通报", "解释", "分解", "解读", "指导", "通知")
"""Words that are the kind of a document or what it does: 关于进一步规范 / …管理有关事项的通知."""
_VERSION = re.compile(r"\((?:试行|暂行|[0-9]{4}(?![^)]{0,8}日\)).{0,8})\)")


def find_title(source: SourceText, units: list[Unit], header_title: str | None) -> tuple[int, int] | None:
    """(index, number of lines) of the first title among the units: the header's, or lines that end in a genre."""
    wanted = solid(fold(header_title)) if header_title else None
    kind_alone = None
    for i in range(min(len(units), LOOK_AHEAD)):
        count = _title_lines(source, units, i, wanted)
        if (
            count > 1
            and is_of_the_page(source.folded, units[i], units[i + 1])
            and _title_lines(source, units, i + 1, wanted)
        ):
            continue
        if count == 1 and units[i].end - units[i].start <= _LONGEST_KIND:
            kind_alone = kind_alone or (i, count)
            continue
        if count:
            return i, count
        line = source.folded[units[i].start : units[i].end]
        if _BRINGS.search(line):
            continue
        if (len(line) > _MAX_TITLE or "。" in line) and not LETTERHEAD.fullmatch(line):
            return _said_again(source, units, i + 1, wanted) or _report_title(source, units, i + 1) or kind_alone
    return kind_alone


def _said_again(source: SourceText, units: list[Unit], start: int, wanted: str | None) -> tuple[int, int] | None:
    """The line that says the title of the page's header, below words of the page."""
    for i, unit in enumerate(units[start:LOOK_AHEAD], start):
        if wanted and solid(source.folded[unit.start : unit.end]).lstrip("#") == wanted:
            return i, 1
    return None


def _report_title(source: SourceText, units: list[Unit], start: int) -> tuple[int, int] | None:
    """The line 政府工作报告 below the words of the news item that brings it."""
    for i, unit in enumerate(units[start:LOOK_AHEAD], start):
        if _REPORT.fullmatch(solid(source.folded[unit.start : unit.end])):
            return i, 1
    return None


def _title_lines(source: SourceText, units: list[Unit], i: int, wanted: str | None) -> int:
    """How many lines from unit ``i`` make a title; 0 where they make none."""
    joined = ""
    if units[i].tabled or (units[i].end - units[i].start <= LONGEST_NAME and _names_columns(source.folded, units, i)):
        return 0
    for count, unit in enumerate(units[i : i + MAX_TITLE_LINES], 1):
        line = without_number(source.folded[unit.start : unit.end])
        if (
            not line
            or _KEYWORDS.fullmatch(line)
            or len(line) > _MAX_TITLE
            or _NO_TITLE.search(line)
            or _is_field(line)
            or front_kind(source.folded, *unit.span)
        ):
            return 0
        if "关于" not in line and "关于" not in joined and LETTERHEAD.fullmatch(line):
            return 0
        if count == 1 and line[0] == "(" and line[-1] == ")":
            return 0  # （本文有删减）
        if joined and line.startswith("关于") and not issues(joined):
            return 0  # 互动回应 / 专题专栏 / 关于…的通知: names of the page's own
        joined += solid(line.lstrip("#") if count == 1 else line)
        if wanted is not None and joined == wanted:
            return count
        whole = count == 1 or "关于" in _NAMED.sub("", joined) or line.startswith(_CONTINUES)
        whole = whole or (count > 1 and opens_title(source, units[i : i + count]))
        if whole and genre_of(joined) and len(joined) <= _MAX_TITLE and not _goes_on(source, units, i + count, joined):
            return count
    return 0


def without_number(line: str) -> str:
    """A title without what follows it on its line: its document number (某市关于…的意见 某政发〔2022〕3号), or fields of the page."""
    if ":" in line and (fields := fields_behind(line, 0, len(line))):
        line = line[: fields.start()]
    return NUMBER_BEHIND.sub("", line) if line.endswith("号") else line


def says_title(line: str, title: str) -> bool:
    """Whether a line above a title is the title again, alone or with what a page puts beside it.

    :param title: the folded words of the title, without blanks
    """
    words = solid(line).lstrip("#")
    near = "。" not in words and abs(len(words) - len(title)) <= _BESIDE_TITLE and min(len(words), len(title)) >= 10
    return near and (words in title or title in words)


def _names_columns(folded: str, units: list[Unit], i: int) -> bool:
    """Whether the head of a table begins with a unit, one name a line: 工作任务 above 责任单位 and 完成时限 is no title."""
    return bool(known_columns(folded, [u.span for u in units[i : i + 2 * MOST_CELLS] if folded[u.start] != "|"]))


def starts_covering_notice(source: SourceText, units: list[Unit], i: int) -> bool:
    """Whether unit ``i`` begins the title of a covering notice, with addressees or its first words (现将…) after it."""
    folded = source.folded
    follows = [folded[u.start] == "现" or folded[u.end - 1] == ":" for u in units[i + 1 : i + 1 + MAX_TITLE_LINES]]
    if not any(follows):
        return False
    count = _title_lines(source, units, i, None)
    if not count or count > len(follows) or not follows[count - 1]:
        return False
    return COVERING.search(solid(folded[units[i].start : units[i + count - 1].end])) is not None


def _is_field(line: str) -> bool:
    """Whether a line is a field of a header or list, and so no part of a title: a date, an index number, • 重点工作,
    2.任务分工表 in a list of attachments."""
    if ATTACHMENT_LIST.match(line) or BULLET.match(line) or INDEX_NUMBER.fullmatch(line) or LIST_ENTRY.match(line):
        return True
    return iso_date(line) is not None or DOCUMENT_NUMBER.fullmatch(line) is not None or "签发人:" in line


def _goes_on(source: SourceText, units: list[Unit], i: int, title: str) -> bool:
    """Whether the next line can only be the rest of a title: 的通知, 和…远景目标纲要, （试行）, and what a verb of it concerns."""
    if i >= len(units):
        return False
    line = source.folded[units[i].start : units[i].end]
    if title.endswith(_VERBS) and "关于" in title and "的" not in title[-6:-2] and "关于" not in line:
        return len(line) <= _MAX_TITLE and _NO_TITLE.search(line) is None and _NOTICE_END.search(line) is not None
    return len(line) <= 40 and (
        (line.startswith(_CONTINUES) and genre_of(line) is not None) or _VERSION.fullmatch(line) is not None
    )
