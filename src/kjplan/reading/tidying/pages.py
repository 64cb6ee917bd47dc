"""Page numbers and running heads that stand in the words of a text, and line breaks that all are doubled."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kjplan.late import late
from kjplan.model import FurnitureKind, Span
from kjplan.reading.tidying.draft import Draft, Edit, PageLine

_LINE = re.compile(r"[^\r\n]+")
_NUMBERED = re.compile(
    r"\n[ \t\u3000\xa0]*(?=[-—–－─第#P0-9])(?:[-—–－─]{1,2}[ ]?(?P<dashed>[0-9]{1,4})[ ]?[-—–－─]{1,2}"
    r"|第[ ]?(?P<worded>[0-9]{1,4})[ ]?页(?:[ ,，/]{0,3}共[ ]?[0-9]{1,4}[ ]?页)?|(?P<of>[0-9]{1,4})[ ]?/[ ]?[0-9]{1,4}"
    r"|#{0,3}[ ]?Page[ ]?[0-9]{1,5}(?:[ ]?(?:of|/)[ ]?[0-9]{1,5})?[ ]?:?"
    r"|(?P<bare>[0-9]{1,3}))[ \t\u3000\xa0]*(?=[\r\n])"
)
_GLUED = tuple(
    re.compile(rf"{mark}(?<=[一-鿿，、；。]{mark})[ ]?(?P<n>[0-9]{{1,3}})[ ]?{mark}(?=[一-鿿])") for mark in "—–-"
)
_FEWEST = 2
_FEWEST_BARE = 2
_SHORTEST_PAGE = 12
"""So many lines a page has at least."""
_UNEVEN = 1.5
"""The longest page has at most so many times the lines of the shortest."""
_LONGEST_HEAD = 40
_HEADS = 2
_ENDS = "。；：！？;:!?”」』》）)…|"
_LONG = 80
_SHORTEST_CUT = 18
_OPENS = late(
    r"[ \t\u3000\xa0]{2,}|[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|第[一二三四五六七八九十0-9]{1,3}[章节条]|附件|责任|牵头|\|"
)
_NARROW = 60
_DOUBLED = 0.85
_LEAST_WIDTH = 18
"""Shorter lines are the cells of a table and not wrapped words."""


@dataclass(slots=True)
class _Lines:
    """The lines of a text that are not blank."""

    text: str
    spans: list[Span]

    def words(self, k: int) -> str:
        return self.text[slice(*self.spans[k])].strip()


def take_out_pages(draft: Draft) -> list[PageLine]:
    """Leave out lines that count pages or repeat the document's title on each page, and join the words that they part.

    The lines left out, by their places in the source.
    """
    text = draft.text
    taken: list[PageLine] = []
    if "\n" in text and (marks := _page_marks(text)):
        lines = _Lines(text, [m.span() for m in _LINE.finditer(text) if not m[0].isspace()])
        taken = _take(draft, lines, marks)
    elif glued := _counted_on([m for mark in _GLUED for m in mark.finditer(text)]):
        taken = [PageLine("page_number", draft.back(m.span())) for m in glued]
        draft.apply([(m.start(), m.end(), "") for m in glued])
    return taken


def close_doubled_breaks(draft: Draft) -> None:
    """Single line breaks where every line of a wrapped text is followed by an empty one."""
    text = draft.text
    if len(text) > _NARROW / 2 * text.count("\n"):  # which is quicker to count than two
        return
    double = text.count("\n\n")
    if double < _SHORTEST_PAGE or len(text) > _NARROW * double or 2 * double < _DOUBLED * text.count("\n"):
        return
    if _typical_width(text) < _LEAST_WIDTH:
        return
    draft.apply((m.start(), m.end(), "\n") for m in re.finditer("\n\n", text))


def _counted_on(found: "list[re.Match[str]]") -> "list[re.Match[str]]":
    """The marks glued into words, where they count on from page to page; else none."""
    numbers = [int(m["n"]) for m in found]
    runs = all(b == a + 1 for a, b in pairwise(numbers))
    return found if len(found) >= _FEWEST and runs else []


def _page_marks(text: str) -> list[Span]:
    """The lines that count pages, without their line breaks."""
    marks, bare = list[Span](), list[tuple[int, Span]]()
    for m in _NUMBERED.finditer(text):
        span = (m.start() + 1, m.end())
        if m["bare"] is None:
            marks.append(span)
        else:
            bare.append((int(m["bare"]), span))
    return marks or _bare_pages(text, bare)


def _bare_pages(text: str, bare: list[tuple[int, Span]]) -> list[Span]:
    """Figures on lines of their own that count on, about as many lines apart; in tables they number rows."""
    if len(bare) < _FEWEST_BARE or "序号" in text:
        return []
    pages = [text.count("\n", a[1][1], b[1][0]) for a, b in pairwise(bare)]
    counted = all(b[0] == a[0] + 1 for a, b in pairwise(bare))
    even = min(pages) >= _SHORTEST_PAGE and max(pages) <= _UNEVEN * min(pages)
    return [span for _, span in bare] if counted and even else []


def _take(draft: Draft, lines: _Lines, marks: list[Span]) -> list[PageLine]:
    places = {start: k for k, (start, _) in enumerate(lines.spans)}
    numbers = {places[start] for start, _ in marks if start in places}
    kinds: dict[int, FurnitureKind] = dict.fromkeys(numbers, "page_number")
    kinds |= dict.fromkeys(_running_heads(lines, numbers), "other")
    taken = [PageLine(kinds[k], draft.back(_trimmed(lines, k))) for k in sorted(kinds)]
    draft.apply(_cuts(lines, sorted(kinds)))
    return taken


def _trimmed(lines: _Lines, k: int) -> Span:
    start, end = lines.spans[k]
    raw = lines.text[start:end]
    return start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip())


def _running_heads(lines: _Lines, numbers: set[int]) -> set[int]:
    """The lines beside page numbers that say the same on every page."""
    heads = set[int]()
    for step in (-1, 1):
        beside = {n + step for n in numbers if 0 < n + step < len(lines.spans) and n + step not in numbers}
        words = {k: lines.words(k) for k in beside if not _is_counted(lines, numbers, k)}
        often = Counter(words.values())
        heads.update(k for k, said in words.items() if often[said] >= max(_HEADS, len(numbers) // 2) and _is_head(said))
    return heads


_NUMBER = re.compile("[(（][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十0-9]{1,3}[、.．]|[①-⑳]")
"""A number alone on a line, whose title stands below it."""


def _is_counted(lines: _Lines, numbers: set[int], k: int) -> bool:
    """Whether a number alone on a line stands above a line, with nothing but page numbers between."""
    k -= 1
    while k in numbers:
        k -= 1
    return k >= 0 and _NUMBER.fullmatch(lines.words(k)) is not None


def _is_head(said: str) -> bool:
    return (
        len(said) <= _LONGEST_HEAD
        and said[-1] not in _ENDS
        and not _OPENS.match(said)
        and _NUMBER.fullmatch(said) is None
    )


def _cuts(lines: _Lines, gone: list[int]) -> Iterator[Edit]:
    """The lines that go, each with the line break before it; and the one after it where a paragraph goes on."""
    wide = sum(end - start > _LONG for start, end in lines.spans) > len(lines.spans) // 10
    k = 0
    while k < len(gone):
        first = last = gone[k]
        while k + 1 < len(gone) and gone[k + 1] == last + 1:
            k += 1
            last = gone[k]
        k += 1
        begin = lines.spans[first - 1][1] if first else 0
        if last + 1 < len(lines.spans):
            end = lines.spans[last + 1][0]
            goes_on = wide and first > 0 and _goes_on(lines, first - 1, last + 1)
            yield begin, end, "" if goes_on else "\n" if first else ""
        else:
            yield begin, lines.spans[last][1], ""


def _goes_on(lines: _Lines, before: int, after: int) -> bool:
    """Whether a line is the rest of the paragraph before the page's end, in a text with a paragraph a line."""
    words = lines.words(before)
    raw = lines.text[slice(*lines.spans[after])]
    return len(words) >= _SHORTEST_CUT and words[-1] not in _ENDS and not _OPENS.match(raw)


def _typical_width(text: str) -> float:
    """The usual length of a line."""
    return median(len(line) for line in text.splitlines() if line)
