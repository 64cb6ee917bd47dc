"""Where paragraphs began in a line that has lost its line breaks.

Some sources hold a whole document on one line, with or without the blanks that indented its paragraphs. What can still be
seen is cut here: indents inside the line, the seams of a covering notice, and markers that count on. Nothing is cut in
lines of ordinary length.
"""

import re

from kjplan.parsing.markers import read_marker

FLAT = 400
"""A line longer than this, in characters, may be several paragraphs."""
FLAT_ALONE = 120
"""The same for a text of hardly more than one line."""

_INDENT = re.compile(r"(?<=\S)(?:[ \t]*[\u3000\xa0]{2,}[ \t]*|\t+)(?=\S)")
_SENTENCE_END = "。;!?:”)"
_DATE = (
    r"(?:20|19)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"
    r"|二[〇○零][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)


def cut_points(text: str, folded: str, start: int, end: int) -> list[int]:
    """Offsets at which the paragraphs of a flattened line begin, its own start first, ascending."""
    cuts = {start}
    cuts.update(m.end() for m in _INDENT.finditer(text, start, end))
    cuts.update(_notice_seams(folded, start, end))
    cuts.update(_inline_markers(folded, start, end))
    return sorted(c for c in cuts if start <= c < end)


_TITLE = re.compile(r"(?:[^。;:,]{0,40}关于[^。;:]{4,100}?的(?:通知|意见|通报|决定|公告|函|批复))(?=[^》〉的,。;:()])")
_NUMBER = re.compile(r"\s*[^\s。,;:《》]{1,12}[〔\[(【](?:19|20)[0-9]{2}[〕\])】]第?[0-9]{1,5}号")
_ADDRESSED = re.compile(r"[^。:]{2,200}:")
_SIGNED = re.compile(rf"(?<=[。)])(?P<sign>[^。,;:()《》0-9]{{2,60}}?)(?P<date>{_DATE})(?=[^前起以至、,。底内召的]|$)")
_PRINTED = re.compile(rf"\s*\(此件[^()]{{2,14}}\)|[^。,;:()《》0-9]{{2,24}}(?:{_DATE})印发")
_QUOTED = re.compile(r"[《〈](?P<name>[^》]+)[》〉]的通知")


def _notice_seams(folded: str, start: int, end: int) -> list[int]:
    """Seams of a covering notice at the head of a line: after its title, number and addressees, around signature and date,
    and around the title of the plan that the notice names.

    ``关于印发《X》的通知各市…局:…执行。甲部2022年3月28日(此件社会公开)甲部办公厅2022年3月29日印发X为贯彻…`` has seven.
    """
    title = _TITLE.match(folded, start, min(end, start + 200))
    if title is None:
        return []
    cuts = [title.end()]
    at = title.end()
    for pattern in (_NUMBER, _ADDRESSED):
        if m := pattern.match(folded, at, end):
            at = m.end()
            cuts.append(at)
    signed = _SIGNED.search(folded, at, end)
    if signed is None:
        return cuts
    cuts += [signed.start("sign"), signed.start("date"), signed.end("date")]
    at = signed.end()
    while m := _PRINTED.match(folded, at, end):
        at = m.end()
        cuts.append(at)
    quoted = _QUOTED.search(folded, title.start(), title.end())
    if quoted and folded.startswith(quoted["name"], at):
        cuts.append(at + len(quoted["name"]))
    return cuts


_INLINE = re.compile(
    r"(?<![第0-9])(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[.、](?![0-9])"
    r"|第[一二三四五六七八九十]{1,3}[章节条])"
)
_MAX_TITLE_GAP = 45
_TITLE_BREAK = re.compile(r"[。;!?:,、]")


def _inline_markers(folded: str, start: int, end: int) -> list[int]:
    """Offsets of markers inside a line that may open a paragraph: after the end of a sentence, or straight after the title
    of the heading before. Whether they are headings is for the sequence of all numbers to say.

    ``…有关要求。二、主要任务(一)加强…`` holds two; ``第(一)项`` and ``实施一、二期工程`` none.
    """
    found: list[int] = []
    title_from = end
    for m in _INLINE.finditer(folded, start, end):
        at = m.start()
        after_title = 0 <= at - title_from <= _MAX_TITLE_GAP and not _TITLE_BREAK.search(folded, title_from, at)
        if at != start and folded[at - 1] not in _SENTENCE_END and not after_title:
            continue
        if marker := read_marker(folded, at, end):
            found.append(at)
            title_from = marker.end
    return found
