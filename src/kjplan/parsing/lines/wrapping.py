"""Lines that are only pieces of a paragraph: text pasted or exported with its line breaks at a fixed width."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from kjplan.extraction.duties.duty_labels import FIELD_LINE
from kjplan.extraction.names.body_ends import STRONG
from kjplan.late import late
from kjplan.model import Span
from kjplan.parsing.lines.furniture import DOCUMENT_NUMBER, back_kind, is_running_furniture
from kjplan.parsing.lines.rows import OPENS, TOLD
from kjplan.parsing.markers import read_marker
from kjplan.reading.text import SourceText

_LONGEST = 120
"""No program wraps wider than this, in characters; a text with longer lines is not wrapped."""
_FEWEST = 5
"""So many full lines that end inside a sentence make a text a wrapped one."""
_NARROWEST = 24
"""Narrower lines, in columns, are a list and not wrapped words."""
_FEWEST_CHARACTERS = 20
"""The same in characters."""
_CANDIDATES = 8
"""So many of the most frequent widths are tried as the margin."""
_RAGGED = 4
"""A full line may miss the commonest width by two Chinese characters: punctuation must not open a line, and proportional
digits are not as wide as half a character."""
_SHARE = 0.35
"""So many of the lines must reach the margin; titles and ends of paragraphs that do not fill half of it say nothing."""
_ENDS = "。;:!?…”)》"
_COMMAS = ",、"
_BREAKING = ",、;。:)”》"
"""Marks behind which some extractors break a line."""
_PIECED = 20
"""One line in so many ends with a comma short of the margin where they do."""
_NUMBER = re.compile(r"[0-9]{1,3}[.、]?")
_LONGEST_ROW = 32
"""So many lines may stand between two numbers of a table that has a cell a line."""


_WORD = re.compile(r"[A-Za-z0-9.]{2,12}%?[。;:!?,、)》”]{0,3}")
"""What is not broken at a margin."""
_DAY = re.compile(
    "(?:(?:19|20)[0-9]{2}|[一二][一二三四五六七八九〇○零]{3})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
)
_SIGNER = late(f"[一-鿿]{{2,16}}{STRONG}")
"""A date and who signs stand on lines of their own, though the words above them reach the margin."""
Measure = Callable[[str], int]

_CUT_NUMBER = re.compile(r"\n(?:[年月日号前]|[0-9]{1,2} ?[月日号]|[底末](?=前))")
_REST = re.compile("[年月](?=[0-9])|[日号](?![一-鿿])")
"""How a line goes on with the number above it: 2014 / 年6 / 月28 / 日, 55 / 号）."""
_LIMIT = re.compile("前(?![言期述景沿身款后面])")
_DAY_ENDS = re.compile("[0-9] ?月 ?[0-9]{1,2} ?[日号]$")
"""How a line ends whose 前 stands on the next one: …11月15日 / 前报送."""
_LONGEST_DAY, _LONGEST_DATE = 8, 12
_DAYS_REST = re.compile(
    "[0-9]{1,2} ?[日号](?:前|以|之|下|上|[0-9]|[一-鿿]{0,2}完成|报|召|举|起|[,，。;；至到])|[底末](?=前)|[上中下]旬"
)
_MONTHS_REST = re.compile("[0-9]{1,2} ?月(?:[底末份前]|[0-9]{1,2} ?[日号])")
_MONTH_ENDS = re.compile("(?:20[0-9]{2} ?年 ?)?[0-9]{1,2} ?月$")
_YEAR_ENDS = re.compile("(?<=[于在到至前,、。;])20[0-9]{2} ?年$")
"""How lines end and go on that a date was broken in: …于11月 / 15日前报送, 到2024年 / 6月底前."""


def join_numbers(source: SourceText, lines: list[Span]) -> list[Span]:
    """The lines, those that were broken behind each figure joined; the same list where none was."""
    if not _CUT_NUMBER.search(source.text):
        return lines
    folded, joined = source.folded, lines[:1]
    for start, end in lines[1:]:
        before = joined[-1]
        goes_on = (folded[before[1] - 1].isdecimal() and _REST.match(folded, start, end) is not None) or (
            folded[start] == "前"
            and _LIMIT.match(folded, start, end) is not None
            and _DAY_ENDS.search(folded, max(before[0], before[1] - _LONGEST_DAY), before[1]) is not None
        )
        if (goes_on or _dates_go_on(folded, before, (start, end))) and source.breaks(before[1], start) == 1:
            joined[-1] = (before[0], end)
        else:
            joined.append((start, end))
    return joined


def _dates_go_on(folded: str, before: Span, line: Span) -> bool:
    """Whether a line goes on with a date that the one before begins, other words before it: of a table with a cell a line none does."""
    last = folded[before[1] - 1]
    if last not in "月年":
        return False
    rest, ends = (_DAYS_REST, _MONTH_ENDS) if last == "月" else (_MONTHS_REST, _YEAR_ENDS)
    begun = ends.search(folded, max(before[0], before[1] - _LONGEST_DATE), before[1])
    return begun is not None and begun.start() > before[0] and rest.match(folded, *line) is not None


_MARKER_ALONE = re.compile(r"\)\n[ \t]{0,8}[^\n。:;]{2,40}。[^\n]{4}")
_BARE_MARKER = re.compile(r"\([一二三四五六七八九十]{1,3}\)")
_TITLED = re.compile(r"[^\n。:;()]{2,40}。[^\n]{4}")


def join_markers(source: SourceText, lines: list[Span]) -> list[Span]:
    """The lines, each marker that stands alone joined with its title below, where the title's words follow on that line: （六） / 优化审批。
    省水利厅指导…; the same list where none stands so."""
    if not _MARKER_ALONE.search(source.folded):
        return lines
    folded, joined = source.folded, lines[:1]
    for start, end in lines[1:]:
        before = joined[-1]
        if (
            _BARE_MARKER.fullmatch(folded, *before)
            and _TITLED.match(folded, start, end)
            and source.breaks(before[1], start) == 1
        ):
            joined[-1] = (before[0], end)
        else:
            joined.append((start, end))
    return joined


def join_wrapped(source: SourceText, lines: list[Span]) -> list[Span]:
    """The lines, each wrapped paragraph as one span over its line breaks; the same list where nothing is wrapped.

    :param lines: the non-blank lines of the text, trimmed of blanks, in order
    """
    if "|" in source.folded and TOLD.search(source.folded):
        return lines
    celled = _celled(source.folded, lines) if "序" in source.folded or "编" in source.folded else set()
    wrap = _wrap(source, [line for line in lines if line[0] not in celled] if celled else lines)
    if wrap is None:
        return lines
    cells = celled | {cell.span[0] for grid in source.tables for row in grid for cell in row.cells}
    last = {grid[-1].span[1] for grid in source.tables}
    indented = sum(_indent(source, start) >= 2 for start, _ in lines) > len(lines) // 10
    joined = [lines[0]]
    before, pieces = lines[0], _Pieces(source, wrap, lines)
    for line in lines[1:]:
        if (
            line[0] not in cells
            and before[1] not in last
            and (pieces.go_on(before, line) or _goes_on(source, before, line, wrap, indented))
        ):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
        before = line
    return joined


def _celled(folded: str, lines: list[Span]) -> set[int]:
    """Where the cells begin of tables that have a cell a line, from 序号 to the last of the numbers on lines of their own: cells as
    wide as each other are no wrapped words."""
    found: set[int] = set()
    last: int | None = None
    for k, (start, end) in enumerate(lines):
        if folded[start] in "序编" and OPENS.fullmatch(folded, start, end):
            last = k
        elif last is not None and folded[start].isdecimal() and _NUMBER.fullmatch(folded, start, end):
            row = k - last
            if row <= _LONGEST_ROW:
                found.update(begin for begin, _ in lines[last : k + row])
            last = k if row <= _LONGEST_ROW else None
    return found


@dataclass(slots=True)
class _Wrap:
    """How a text was wrapped: at which column, or at which character where ``measure`` counts these."""

    measure: Measure
    ragged: int
    margin: int = 0
    full: int = 0
    """How many lines reach the margin."""

    def edge(self, source: SourceText, line: Span) -> int:
        """Where a line ends, its indent counted; of lines that a rule has joined (a break behind 《) where the last one ends."""
        typed = source.typed(line[0] - _indent_length(source, line[0]), line[1])
        return self.measure(typed[typed.rfind("\n") + 1 :])

    def is_full(self, source: SourceText, line: Span, after: Span) -> bool:
        """Whether a line reaches the margin, or would with the figure or Latin word that opens the next one."""
        edge = self.edge(source, line)
        if edge >= self.margin - self.ragged:
            return True
        word = _WORD.match(source.folded, *after)
        return (
            word is not None and edge + self.measure(word[0]) > self.margin and not read_marker(source.folded, *after)
        )


class _Pieces:
    """The pieces of lines, where marks that are as wide as a character broke the lines of a text besides its margin (some extractors
    of PDF do): …审批事项， / 压减时 / 限，….

    Pieces that together reach the margin were one line, and what such a mark ends goes on.
    """

    def __init__(self, source: SourceText, wrap: _Wrap, lines: list[Span]) -> None:
        self._source, self._wrap = source, wrap
        self._width = wrap.edge(source, lines[0])
        """How wide the pieces of the line are that were read last."""
        short = [line for line in lines if source.folded[line[1] - 1] in _COMMAS and self._is_short(line)]
        self._any = len(short) >= max(_FEWEST, len(lines) // _PIECED)

    def _is_short(self, line: Span) -> bool:
        return self._wrap.edge(self._source, line) < self._wrap.margin - 2 * self._wrap.ragged

    def go_on(self, before: Span, line: Span) -> bool:
        """Whether a line is the rest of the one before, or of the line that this was a piece of."""
        if not self._any:
            return False
        folded, wrap = self._source.folded, self._wrap
        last, edge = folded[before[1] - 1], wrap.edge(self._source, line)
        whole = self._width + edge
        full, same = self._width >= wrap.margin - wrap.ragged, last in _BREAKING and whole <= wrap.margin + wrap.ragged
        self._width = whole if same else edge
        if self._source.breaks(before[1], line[0]) > 1 or is_running_furniture(folded, *before):
            self._width = edge
            return False
        opens = read_marker(folded, *line) is not None or back_kind(folded, *line) is not None
        if opens or _DAY.fullmatch(folded, *line) or DOCUMENT_NUMBER.fullmatch(folded, *line):
            self._width = edge
            return False
        fits = same and whole >= wrap.margin - wrap.ragged and last not in ":。"
        return last in _COMMAS or fits or (full and last not in _ENDS)


def _wrap(source: SourceText, lines: list[Span]) -> _Wrap | None:
    """How the text was wrapped; None where it was not."""
    if len(lines) < 2 * _FEWEST or len([1 for start, end in lines if end - start > _LONGEST]) > len(lines) // 20:
        return None
    if "|" in source.folded:
        lines = [line for line in lines if "|" not in source.folded[slice(*line)]]
    found = [wrap for measure in (_columns, len) if (wrap := _wrapped_by(source, lines, measure)) is not None]
    return max(found, key=lambda wrap: wrap.full, default=None)


def _wrapped_by(source: SourceText, lines: list[Span], measure: Measure) -> _Wrap | None:
    ragged, narrowest = (_RAGGED, _NARROWEST) if measure is _columns else (_RAGGED // 2, _FEWEST_CHARACTERS)
    wrap = _Wrap(measure, ragged)
    edges = [(wrap.edge(source, line), line) for line in lines if line[1] - line[0] <= _LONGEST]
    common = Counter(edge for edge, _ in edges).most_common(_CANDIDATES)
    for margin, _ in common:
        full = [line for edge, line in edges if margin - ragged <= edge <= margin + ragged]
        wider = sum(edge > margin + ragged for edge, _ in edges)
        broken = sum(
            source.folded[end - 1] not in _ENDS and not _states(source.folded, start, end) for start, end in full
        )
        fits = margin >= narrowest and broken >= _FEWEST and wider <= len(lines) // 10
        telling = sum(2 * edge >= margin for edge, _ in edges)
        if fits and len(full) >= _SHARE * telling:
            wrap.margin, wrap.full = margin, len(full)
            return wrap
    return None


def _states(folded: str, start: int, end: int) -> bool:
    """Whether a line says who answers or by when: 责任单位：市教育局 below each task is as wide each time, and is not broken."""
    return folded.find(":", start, end) >= 0 and FIELD_LINE.match(folded, start, end) is not None


def _goes_on(source: SourceText, before: Span, line: Span, wrap: _Wrap, indented: bool) -> bool:
    """Whether a line is the rest of the one before, which reaches the margin: no blank line, indent or marker between."""
    start, end = line
    folded = source.folded
    if folded[before[1] - 1] == "|" or " | " in folded[start:end]:
        return False
    if source.breaks(before[1], start) > 1 or not wrap.is_full(source, before, line):
        return False
    if indented and _indent(source, start) >= 2:
        return False
    opens = read_marker(folded, start, end) is not None or back_kind(folded, start, end) is not None
    last = folded[before[1] - 1]
    if last == ":" and not folded[start:end].isdecimal():  # 邮编: at the margin, and its number
        return False
    if DOCUMENT_NUMBER.fullmatch(folded, start, end) or (opens and last in _ENDS):
        return False
    if _DAY.fullmatch(folded, start, end) or (last == "。" and _SIGNER.fullmatch(folded, start, end)):
        return False
    return not (is_running_furniture(folded, *before) or is_running_furniture(folded, start, end))


def _indent(source: SourceText, start: int) -> int:
    """Columns of blanks before a line's first character."""
    return _columns(source.text[start - _indent_length(source, start) : start])


def _indent_length(source: SourceText, start: int) -> int:
    at, text = start, source.text
    while at and text[at - 1] not in "\r\n":
        at -= 1
    return start - at


def _columns(text: str) -> int:
    """Width on a terminal: two columns for what takes three bytes in UTF-8, else one."""
    return len(text) + (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2
