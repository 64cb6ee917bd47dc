"""Where paragraphs began in a line that has lost its line breaks.

Some sources hold a whole document on one line, with or without the blanks that indented its paragraphs. What can still be
seen is cut here: indents inside the line, the seams of a document (``seams.py``), and markers that count on. Nothing is
cut in lines of ordinary length.
"""

import re
from collections.abc import Iterator

from kjplan.extraction.duties.bare_lists import read_tail
from kjplan.extraction.duties.duty_labels import OF_TASKS, UNITS
from kjplan.extraction.tables import one_of
from kjplan.model import Span
from kjplan.parsing.lines.joined import decimal_parts
from kjplan.parsing.lines.page_line import page_head, page_tail
from kjplan.parsing.lines.part_names import ROLE_WORDS
from kjplan.parsing.lines.seams import closing_seams, head_seams, header_seams
from kjplan.parsing.markers import Marker, ordinal_of, read_marker

FLAT = 400
"""A line longer than this, in characters, may be several paragraphs."""
FLAT_ALONE = 120
"""The same for a text of hardly more than one line."""
_INSIDE = (
    re.compile(r"、(?<=[。;!)][一二三四五六七八九]、)(?=[一-鿿“])"),
    re.compile(r"\n[ \t]*[一二三四五六七八九]、[^。;:\n]{2,30}\(一\)"),
    re.compile(r"\((?<=[。;!]\()[一二三四五六七八九]\)"),
    re.compile(r"\(一\)(?<=[一-鿿]\(一\))(?<!第\(一\))(?=[一-鿿])"),
)
"""Markers that open a line and stand in one: behind the end of a sentence, and （一） behind the title that it stands below."""
_SURE = 2
"""The first of them are none of a list inside a paragraph."""
_FEWEST_INSIDE = 2
_MARKED = re.compile(r"\n[ \t]*(?:[一二三四五六七八九]、|\([一二三四五六七八九]\))")

_CONTACT = re.compile(
    r"(?<=[。)])(?:\(?联系(?:人|方式|电话) ?:|(?:主办|承办)单位 ?:[^。;:]{2,40}(?:地址|邮编|电话|备案|网站标识码|版权))"
)
"""Whom to ask, and the foot of a page: 主办单位：某市人民政府办公厅 地址：…."""
_INDENT = re.compile(r"(?<=\S)(?:[ \t]*[\u3000\xa0]{2,}[ \t]*|\t+)(?=\S)")
_SENTENCE_END = "。;!?:”)】〕]\n"


def are_glued(folded: str) -> bool:
    """Whether lines of a text were joined, though each is no longer than a paragraph: …。二、主要任务（一）…."""
    found = 0
    for k, pattern in enumerate(_INSIDE):
        found += len(pattern.findall(folded))
        if found >= _FEWEST_INSIDE:
            return k < _SURE or _MARKED.search(folded) is not None
    return False


def cut_points(text: str, folded: str, start: int, end: int) -> list[int]:
    """Offsets at which the paragraphs of a flattened line begin, its own start first, ascending."""
    page = page_head(folded, start, end)
    header = page.cuts if page else header_seams(folded, start, end)
    cuts = {start, *header}
    start = max(cuts)
    last = page_tail(folded, start, end)
    cuts.update(last)
    end, stop = min(last, default=end), end
    cuts.update(m.end() for m in _INDENT.finditer(text, start, end))
    cuts.update(_blank_seams(folded, start, end))
    cuts.update(decimal_parts(folded, start, end))
    cuts.update(m.start() for m in _CONTACT.finditer(folded, start, end))
    head, title = ([], page.title) if page else head_seams(folded, start, end)
    cuts.update(head)
    quiet: list[Span] = []
    opened = [at for at in head[-1:] if _INLINE.match(folded, at, end)]
    for cut, stretch in closing_seams(folded, head[-1] if head else start, end, title):
        cuts.add(cut)
        opened.append(cut)
        if stretch is not None:
            quiet.append(stretch)
    named = [m.start() for m in _NAMED_PART.finditer(folded, start, end)]
    cuts.update(named)
    cuts.update(_inline_markers(folded, start, end, quiet, [*opened, *named]))
    return sorted(c for c in cuts if c < stop)


_NAMED_PART = re.compile(
    rf"(?<=[。;!)])(?:{one_of(w for role in ROLE_WORDS.values() for w in role.split('|'))})(?=\(一\)|一是|[一1][、.](?![0-9]))"
)
"""The name of a part without a number, between the end of a sentence and the first number below it: …。主要任务（一）…."""
_SPOKEN = re.compile(
    r"(?:(?<![了过])(?:以下|如下|下列)[^。;:]{0,10}(?:工作|任务|举措|措施|事项|要求)[^。;:]{0,4}|(?:办好|实施)(?!了)[^。;:]{0,12}实事[^。;:]{0,4})"
    r"[。:]\s{0,4}(?=一是)|(?:^|(?<=[。)、]))[一二三四五六七八九十]{0,3}、?[^。;:,]{4,40}(?=一是)"
)
_POINT = re.compile("(?<=[。;])\\s{0,4}(?P<n>[一二三四五六七八九十]{1,3})是")
_FEWEST_POINTS = 3


def spoken_points(folded: str, start: int, end: int) -> list[int]:
    """Where the points begin that a line announces as work and then counts, each a sentence: 做好以下工作:一是…。二是…。三是….

    Points that nothing announces, or of which one is missing, stay the words of their paragraph, but for those that say one by
    one who answers for them: 一是…（甲负责）二是…（乙负责）.
    """
    if _SHARED.search(folded, start, end) and (shared := _shared_points(folded, start, end)):
        return shared
    lead = _SPOKEN.search(folded, start, end)
    if lead is None:
        return []
    found = [lead.end()]
    for m in _POINT.finditer(folded, lead.end(), end):
        if ordinal_of(m["n"]) == len(found) + 1:
            found.append(m.start("n"))
    return found if len(found) >= _FEWEST_POINTS else []


_SHARED = re.compile(r"(?:负责|牵头|配合|落实|参与)\)[。;]?\s{0,4}二是")
"""Where a point ends that says who answers for it and the next begins."""
_TURN = re.compile(
    r"(?P<duty>(?:负责|牵头|配合|落实|参与)\))?(?P<ended>[。;:,)]?)\s{0,4}(?P<n>[一二三四五六七八九十]{1,2})是"
)


def _shared_points(folded: str, start: int, end: int) -> list[int]:
    """Where the points of a line begin, in rows of two and more most of which say at their end who answers for them."""
    found: list[int] = []
    row: list[int] = []
    duties = 0
    for m in _TURN.finditer(folded, start, end):
        n = ordinal_of(m["n"])
        if n == 1:
            found += _row_of(row, duties)
            row, duties = [m.start("n")], 0
        elif row and n == len(row) + 1 and (m["duty"] or m["ended"]):
            row.append(m.start("n"))
            duties += m["duty"] is not None
    return found + _row_of(row, duties)


def _row_of(row: list[int], duties: int) -> list[int]:
    """A row of points, where most of those that another one follows say who answers for them."""
    return row if duties and 2 * duties >= len(row) - 1 else []


_SEAM = re.compile(r"(?<=[^ ]) {2,8}(?=[^ ])")
_BLANK = re.compile(
    r"(?<=[^ A-Za-z0-9(,.+/•∙-]) (?=[^ -~]|[0-9]{1,3}[.、]|(?:19|20)[0-9]{2}年|\((?:[0-9]|[一二三四五六七八九十]))"
    r"|(?<=[0-9]) (?=[•∙])|(?<=-[0-9]{2}) (?=[^ -~])"
)
"""One blank that parts neither Latin words nor a figure from its unit."""
_FEWEST_BLANKS = 4
_LEAST_LINE = 4
_BARE = re.compile(r"[0-9]{1,2} (?=[一-鿿])")
_MAX_LINE = 60
_CLAUSE_END = re.compile("[。;,!?]")


def _blank_seams(folded: str, start: int, end: int) -> Iterator[int]:
    """Offsets behind blanks that stand for a line break: after the end of a sentence, after a stretch as short as a title or
    addressee, or before a marker. Two blanks or more may; one where most of such blanks are behind the end of a sentence or
    before a marker. Elsewhere they are only where a page was broken (资  源)."""
    before = start
    seam = _BLANK if _are_breaks(folded, start, end) else _SEAM
    for m in seam.finditer(folded, start, end):
        short = m.start() - before <= _MAX_LINE and not _CLAUSE_END.search(folded, before, m.start())
        if short or folded[m.start() - 1] in _SENTENCE_END or _counts(folded, m.end(), end):
            before = m.end()
            yield before


def _are_breaks(folded: str, start: int, end: int) -> bool:
    """Whether single blanks stand for the line breaks of a text: … 一、总体要求 …的意见。 二、主要任务 …. Most of them stand behind
    the end of a sentence, before a marker, or between whole titles."""
    if folded.count(" ", start, end) < _FEWEST_BLANKS:
        return False
    ended = titled = every = 0
    before = start
    for m in _BLANK.finditer(folded, start, end):
        every += 1
        if folded[m.start() - 1] in _SENTENCE_END or _counts(folded, m.end(), end):
            ended += 1
        elif _LEAST_LINE <= m.start() - before <= _MAX_LINE and not _CLAUSE_END.search(folded, before, m.start()):
            titled += 1
        before = m.end()
    return ended >= _FEWEST_BLANKS and ended > titled // 2 and 3 * (ended + titled) > 2 * every


def _counts(folded: str, at: int, end: int) -> bool:
    """Whether a marker begins here, or a number that only a blank parts from its words (4 探索…)."""
    return read_marker(folded, at, end) is not None or _BARE.match(folded, at, end) is not None


_INLINE = re.compile(
    r"(?:(?<![第0-9统唯逐专])|(?<=[0-9])(?=\([一二三四五六七八九十]{1,3}\)))(?<![^清名账]单)(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[.、](?:(?![0-9])|(?=20[0-9]{2}年))"
    r"|第[一二三四五六七八九十]{1,3}[章节条])"
)
_DUTY = re.compile(
    rf"(?:(?:{OF_TASKS}|(?:主办|承办|协办|实施){UNITS}):[^。;:]{{2,80}}|(?:完成|整改|办结)(?:时限|时间|期限):[^。;:]{{2,30}})$"
)
_LONGEST_DUTY = 90
"""Who does it, at the end of a paragraph that no mark closes: 责任单位:县住建局(二)…, or by when:
完成时限:2024年6月2.…."""
_MAX_TITLE_GAP = 45
_NESTS = re.compile(r"[^。;:!?,、()]{2,30}(?=\(一\)|1[.、](?![0-9]))")
"""A title and the first number below it at once."""
_RUNS_ON = re.compile(r"[^。;:!?,、()0-9]{2,30}(?P<n>[0-9]{1,3})[.、](?![0-9])")
"""The same with numbers that run on from the part before: 三、公开程序16.公开…."""
_LONGEST_TAIL = 220
"""Bodies behind the last sentence, in a cell whose bars were lost, are no longer: …提高效率。市科技局，各县区2.…."""
_PAREN_NEXT = re.compile(
    r"(?<![第本条项款照和及至按见、,(的])\([一二三四五六七八九十]{1,3}\)(?=[一-鿿](?:(?<!\([一二]\).)[^。;:()]{4,80}[。;]|[^。;:,()]{2,30}一是))"
)
"""A number in brackets that goes on a row of two at least though the mark before it was forgotten: …杜绝安全事故(六)做好其他工作。
Where another part is referred to, a word that joins stands before it (和(六), 按照(六))."""
_NAMED_NEXT = re.compile(
    rf"\s{{0,2}}(?:{one_of(w for role in ROLE_WORDS.values() for w in role.split('|'))}"
    "|(?:活动|会议|培训|考试|比赛|竞赛|大赛|参会|参赛|参训|申报|报名|评选|奖项|日程)(?:时间|地点|主题|对象|内容|人员|方式|要求|条件|程序|安排|设置)"
    "|(?:主办|承办|协办|支持|组织)单位|组织机构|重点活动|联系(?:人|方式))"
)
"""A part by its name, which goes on a row where the words before it end in no mark: …5月20日至27日三、主办单位…."""
_SENTENCE_BREAK = re.compile(r"[。;!?:\n]")
_CLAUSE_BREAK = re.compile(r"[,、]")


def _inline_markers(folded: str, start: int, end: int, quiet: list[Span], opened: list[int]) -> list[int]:
    """Offsets of markers inside a line that may open a paragraph: after the end of a sentence, straight after the title of
    the heading before, or behind cells of a table if it counts on and (一) stands below its title. Whether they are headings is for the sequence of all numbers to say.

    ``…有关要求。二、主要任务(一)加强…`` holds two; ``第(一)项`` and ``实施一、二期工程`` none.

    :param quiet: stretches in which no marker opens a heading
    :param opened: where something other than a heading begins; the title of an attachment may stand there
    """
    found: list[int] = []
    before: Marker | None = None
    last: dict[str, int] = {}
    ahead = [*sorted(opened), end]
    silent = sorted(quiet, reverse=True)
    title_from, k = end, 0
    for m in _INLINE.finditer(folded, start, end):
        at = m.start()
        while ahead[k] <= at and k < len(ahead) - 1:
            before, title_from, last = None, ahead[k], {}
            k += 1
        while silent and silent[-1][1] <= at:
            silent.pop()
        if silent and silent[-1][0] <= at:
            continue
        marker = read_marker(folded, at, end)
        if marker is None:
            continue
        after_title = 0 <= at - title_from <= _MAX_TITLE_GAP and _ends_title(folded, title_from, marker, before, last)
        goes_on = last.get(marker.style) == marker.ordinal - 1 and (
            _NESTS.match(folded, marker.end, end)
            or _nests_on(folded, marker.end, end, last)
            or (marker.style == "cn-dot" and _NAMED_NEXT.match(folded, marker.end, end))
            or _DUTY.search(folded, max(start, at - _LONGEST_DUTY), at)
            or (marker.style == "cn-paren" and _PAREN_NEXT.match(folded, at, end))
            or (marker.style != "cn-paren" and read_tail(folded[max(start, at - _LONGEST_TAIL) : at]) is not None)
        )
        if at != start and _before(folded, start, at) not in _SENTENCE_END and not (after_title or goes_on):
            continue
        found.append(at)
        before, title_from = marker, marker.end
        last[marker.style] = marker.ordinal
    return found


def _nests_on(folded: str, at: int, end: int, last: dict[str, int]) -> bool:
    """Whether a title begins here and the next number of the running list stands below it at once."""
    m = _RUNS_ON.match(folded, at, end)
    return m is not None and int(m["n"]) == last.get("ar-dot", 0) + 1


_LEAST_BLANK = 4
"""So many characters of a line stand before a blank and a marker."""


def _before(folded: str, start: int, at: int) -> str:
    """What stands before a marker, one blank between or not: ….)二、, ….) 二、."""
    return folded[at - 2] if folded[at - 1] == " " and at - start >= _LEAST_BLANK else folded[at - 1]


def _ends_title(folded: str, title_from: int, marker: Marker, before: Marker | None, last: dict[str, int]) -> bool:
    """Whether a marker follows the title of the heading before it at once, with no words between: a title of one clause,
    or of several where the marker begins or goes on a list one level down (二、完善体系,加强管理(四)严格…)."""
    if _SENTENCE_BREAK.search(folded, title_from, marker.start):
        return False
    if not _CLAUSE_BREAK.search(folded, title_from, marker.start):
        return True
    nested = before is None or marker.rank > before.rank
    return nested and marker.ordinal in (1, last.get(marker.style, 0) + 1)
