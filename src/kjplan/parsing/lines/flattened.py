"""Where paragraphs began in a line that has lost its line breaks.

Some sources hold a whole document on one line, with or without the blanks that indented its paragraphs. What can still be
seen is cut here: indents inside the line, the seams of a document (``seams.py``), and markers that count on. Nothing is
cut in lines of ordinary length.
"""

import re
from collections.abc import Iterator

from kjplan.model import Span
from kjplan.parsing.lines.seams import closing_seams, head_seams
from kjplan.parsing.markers import Marker, ordinal_of, read_marker

FLAT = 400
"""A line longer than this, in characters, may be several paragraphs."""
FLAT_ALONE = 120
"""The same for a text of hardly more than one line."""

_CONTACT = re.compile(r"(?<=[。)])\(?联系(?:人|方式|电话) ?:")
_INDENT = re.compile(r"(?<=\S)(?:[ \t]*[\u3000\xa0]{2,}[ \t]*|\t+)(?=\S)")
_SENTENCE_END = "。;!?:”)】〕]"


def cut_points(text: str, folded: str, start: int, end: int) -> list[int]:
    """Offsets at which the paragraphs of a flattened line begin, its own start first, ascending."""
    cuts = {start}
    cuts.update(m.end() for m in _INDENT.finditer(text, start, end))
    cuts.update(_blank_seams(folded, start, end))
    cuts.update(m.start() for m in _CONTACT.finditer(folded, start, end))
    head, title = head_seams(folded, start, end)
    cuts.update(head)
    quiet: list[Span] = []
    opened = [at for at in head[-1:] if _INLINE.match(folded, at, end)]
    for cut, stretch in closing_seams(folded, head[-1] if head else start, end, title):
        cuts.add(cut)
        opened.append(cut)
        if stretch is not None:
            quiet.append(stretch)
    cuts.update(_inline_markers(folded, start, end, quiet, opened))
    return sorted(c for c in cuts if start <= c < end)


_SPOKEN = re.compile(
    r"(?:(?<![了过])(?:以下|如下|下列)[^。;:]{0,10}(?:工作|任务|举措|措施|事项|要求)[^。;:]{0,4}|(?:办好|实施)(?!了)[^。;:]{0,12}实事[^。;:]{0,4})"
    r"[。:]\s{0,4}(?=一是)|(?:^|(?<=[。)、]))[一二三四五六七八九十]{0,3}、?[^。;:,]{4,40}(?=一是)"
)
_POINT = re.compile("(?<=[。;])\\s{0,4}(?P<n>[一二三四五六七八九十]{1,3})是")
_FEWEST_POINTS = 3


def spoken_points(folded: str, start: int, end: int) -> list[int]:
    """Where the points begin that a line announces as work and then counts, each a sentence: 做好以下工作:一是…。二是…。三是….

    Points that nothing announces, or of which one is missing, stay the words of their paragraph.
    """
    lead = _SPOKEN.search(folded, start, end)
    if lead is None:
        return []
    found = [lead.end()]
    for m in _POINT.finditer(folded, lead.end(), end):
        if ordinal_of(m["n"]) == len(found) + 1:
            found.append(m.start("n"))
    return found if len(found) >= _FEWEST_POINTS else []


_SEAM = re.compile(r"(?<=[^ ]) {2,8}(?=[^ ])")
_BARE = re.compile(r"[0-9]{1,2} (?=[一-鿿])")
_MAX_LINE = 60
_CLAUSE_END = re.compile("[。;,!?]")


def _blank_seams(folded: str, start: int, end: int) -> Iterator[int]:
    """Offsets behind two blanks or more that stand for a line break: after the end of a sentence, after a stretch as short
    as a title or addressee, or before a marker. Elsewhere they are only where a page was broken (资  源)."""
    before = start
    for m in _SEAM.finditer(folded, start, end):
        short = m.start() - before <= _MAX_LINE and not _CLAUSE_END.search(folded, before, m.start())
        if short or folded[m.start() - 1] in _SENTENCE_END or _counts(folded, m.end(), end):
            before = m.end()
            yield before


def _counts(folded: str, at: int, end: int) -> bool:
    """Whether a marker begins here, or a number that only a blank parts from its words (4 探索…)."""
    return read_marker(folded, at, end) is not None or _BARE.match(folded, at, end) is not None


_INLINE = re.compile(
    r"(?<![第0-9统唯单逐专])(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[.、](?![0-9])"
    r"|第[一二三四五六七八九十]{1,3}[章节条])"
)
_OPENS_LIST = re.compile(r"[一-鿿]{2,12}(?=1[.、](?![0-9])|\(一\))")
"""A short title and at once the first number of a list below it: 指标解释1.…, behind the cells of a table too."""
_DUTY = re.compile(r"(?:责任|牵头|配合|主办|协办|实施)(?:单位|部门|科室):[^。;:]{2,80}$")
_LONGEST_DUTY = 90
"""Who does it, at the end of a paragraph that no mark closes: 责任单位:县住建局(二)…."""
_MAX_TITLE_GAP = 45
_SENTENCE_BREAK = re.compile(r"[。;!?:]")
_CLAUSE_BREAK = re.compile(r"[,、]")


def _inline_markers(folded: str, start: int, end: int, quiet: list[Span], opened: list[int]) -> list[int]:
    """Offsets of markers inside a line that may open a paragraph: after the end of a sentence, or straight after the title
    of the heading before. Whether they are headings is for the sequence of all numbers to say.

    ``…有关要求。二、主要任务(一)加强…`` holds two; ``第(一)项`` and ``实施一、二期工程`` none.

    :param quiet: stretches in which no marker opens a heading
    :param opened: where something other than a heading begins; the title of an attachment may stand there
    """
    found: list[int] = []
    before: Marker | None = None
    last: dict[str, int] = {}
    ahead = [*sorted(opened), end]
    title_from, k = end, 0
    for m in _INLINE.finditer(folded, start, end):
        at = m.start()
        while ahead[k] <= at and k < len(ahead) - 1:
            before, title_from, last = None, ahead[k], {}
            k += 1
        if any(a <= at < b for a, b in quiet):
            continue
        marker = read_marker(folded, at, end)
        if marker is None:
            continue
        after_title = 0 <= at - title_from <= _MAX_TITLE_GAP and _ends_title(folded, title_from, marker, before, last)
        goes_on = last.get(marker.style) == marker.ordinal - 1 and (
            _OPENS_LIST.match(folded, marker.end, end) or _DUTY.search(folded, max(start, at - _LONGEST_DUTY), at)
        )
        if at != start and folded[at - 1] not in _SENTENCE_END and not (after_title or goes_on):
            continue
        found.append(at)
        before, title_from = marker, marker.end
        last[marker.style] = marker.ordinal
    return found


def _ends_title(folded: str, title_from: int, marker: Marker, before: Marker | None, last: dict[str, int]) -> bool:
    """Whether a marker follows the title of the heading before it at once, with no words between: a title of one clause,
    or of several where the marker begins or goes on a list one level down (二、完善体系,加强管理(四)严格…)."""
    if _SENTENCE_BREAK.search(folded, title_from, marker.start):
        return False
    if not _CLAUSE_BREAK.search(folded, title_from, marker.start):
        return True
    nested = before is None or marker.rank > before.rank
    return nested and marker.ordinal in (1, last.get(marker.style, 0) + 1)
