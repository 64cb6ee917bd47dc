"""Rows of tables of tasks: which cells are its words, and what the columns of facts say, as running words that know their place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kjplan.extraction.duties.duty_labels import LABEL, PERSON
from kjplan.extraction.names.body_ends import REST
from kjplan.extraction.names.unit_names import looks_like_body
from kjplan.late import late
from kjplan.model import Span
from kjplan.parsing.lines.cut_names import ends_a_name
from kjplan.reading.text import Passage, SourceText, fold

_TOKEN = re.compile(r"<br ?/?>|(?P<word>(?:(?!<br ?/?>)\S)+)")
_CUT_TIME = re.compile(
    r"(?<=[0-9年月日])\s*\n\s*+(?=(?:[年月日]?底?前|[年月]?底)(?:$|[、,;(\s]))|(?<=年)\s*\n\s*+(?=[0-9]{1,2}\s?月)"
)
"""Where a line end cuts a time: 6月/底前, 2024年/6月."""
TIME_HEAD = re.compile("时|期限|日期|进度|节点|季度|半年|全年|年底|年限|年份|完成年度|月")
"""What tells a column of times from one of bodies by its name."""
_MARKS = "。；，：！？;,:!?、"
OPENS = re.compile(r"[序编]\s{0,4}号")
"""The name of the column of numbers, with which the heads of most tables of tasks open."""

TOLD = re.compile(r"\|[ \t]*[一-鿿]{2,12}(?:\([^()|\n]{1,10}\))?:[^|\n]*\|[ \t]*$", re.MULTILINE)
"""A line of a table whose cells say what they are ends so: | 1 | 建设平台 | 责任单位：市科技局 |."""


@dataclass(slots=True)
class Group:
    """What stands beside or above several rows and names what they have in common: 平台建设."""

    title: Span
    groups: list["Group"] = field(default_factory=list)
    """The groups that it belongs to, from the outermost in."""
    number: Span | None = None
    """Its number, where that is a cell of its own."""


@dataclass(slots=True)
class Figure:
    """A figure of a row: the words that name it, its unit, and its cell."""

    name: list[Span]
    unit: Span
    cell: Span

    def said(self, source: SourceText) -> Passage:
        """The figure behind its label, 装机计划（MW）：35, in words that know their way back."""
        text = ""
        pieces: list[tuple[int, int]] = []
        marks = [("", span) for span in self.name] + [("（", self.unit), ("）：", self.cell)]
        for mark, span in marks:
            said = Passage.of(source, [span])
            pieces += [(len(text), max(span[0] - len(mark), 0))] if mark else []
            pieces += [(len(text) + len(mark) + at, place) for at, place in said.pieces]
            text += mark + said.text
        return Passage(text, fold(text), pieces, told=len(text) - len(said.text))


@dataclass(slots=True)
class Row:
    """A task as a table gives it: the cells of its words, and the columns that state a fact."""

    words: list[Span]
    facts: list[tuple[Span, Span]]
    """Head and cell: 责任单位, 市科技局."""
    number: Span | None = None
    """Where its 序号 stands."""
    groups: list[Group] = field(default_factory=list)
    """The groups that it belongs to, from the outermost in."""
    figures: list[Figure] = field(default_factory=list)
    """What its columns of figures say."""

    def stated(self, source: SourceText) -> str:
        """The facts as a plan without a table would state them: （责任单位：市科技局；完成时限：6月底前）."""
        facts = "；".join(passage.text for passage in self.passages(source))
        return f"（{facts}）" if facts else ""

    def passages(self, source: SourceText) -> list[Passage]:
        """Each fact as running words, 责任单位：市科技局、市财政局, that know their way back to both cells; 、 stands where only
        blanks or line breaks part the names in a cell; each figure as 装机计划（MW）：35."""
        facts = [_said(source, head, _pieces(source, head, cell)) for head, cell in self.facts]
        return [*facts, *(figure.said(source) for figure in self.figures)]


def between_bars(source: SourceText, columns: Sequence[Sequence[Span]]) -> Passage:
    """The cells of a row with bars between them, each of them one or two stretches of the text."""
    parts: list[tuple[str, Passage]] = []
    bars = ""
    for k, spans in enumerate(columns):
        bars += " | " if k else ""
        for span in spans:
            parts.append((bars, Passage.of(source, [span])))  # which knows its line breaks
            bars = ""
    return _strung(parts, bars)


def as_sentence(source: SourceText, row: Row) -> Passage:
    """A row as a plan without a table would say it: 新增诊所12家（责任单位：市卫健委；完成时限：6月底前）."""
    words = [("，" if k else "", Passage.of(source, [span])) for k, span in enumerate(row.words)]
    facts = [("；" if k else "（", fact) for k, fact in enumerate(row.passages(source))]
    return _strung([*words, *facts], "）" if facts else "")


def _strung(parts: Sequence[tuple[str, Passage]], end: str = "") -> Passage:
    """Passages one behind the other, each with what stands before it."""
    text = folded = ""
    pieces: list[tuple[int, int]] = []
    for before, part in parts:
        text, folded = text + before, folded + fold(before)
        pieces += [(len(text) + at, place) for at, place in part.pieces]
        text, folded = text + part.text, folded + part.folded
    if not pieces or pieces[0][0]:
        pieces = [(0, pieces[0][1] if pieces else 0), *pieces]
    return Passage(text + end, folded + fold(end), pieces)


def as_text(cells: Sequence[str]) -> str:
    """The words of several cells or lines as running text: a comma parts them where no mark does."""
    text = ""
    for words in cells:
        text += ("，" if text and text[-1] not in _MARKS else "") + words
    return text


def _pieces(source: SourceText, head: Span, cell: Span) -> list[Span]:
    """The names in a cell that nothing but blanks part, and the pieces of those that line ends cut; the cell as it is where it
    holds a time or running words."""
    tokens = [m.span("word") for m in _TOKEN.finditer(source.folded, *cell) if m["word"]]
    if TIME_HEAD.search(source.folded, *head):
        cuts = [m.span() for m in _CUT_TIME.finditer(source.folded, *cell)]
        return [*zip([cell[0], *(b for _, b in cuts)], [*(a for a, _ in cuts), cell[1]], strict=True)]
    spaced = (k for k, (start, end) in enumerate(tokens) if end - start == 1)
    if any(not k or "\n" not in source.folded[tokens[k - 1][1] : tokens[k][0]] for k in spaced):
        return [cell]
    return tokens or [cell]


_GOES_ON = re.compile(
    rf"[、,;，；)]|\(|(?:集团|公司|有限|分公司|委员会|管理委|办公室|管理局|分局|支队|中心|专班|(?:领导|工作)?小组|工作组|指挥部|联席会议)(?:$|[、,;(])|等|(?:{REST}|人民政府|政府|[年月日]?底?前|[年月]?底)(?:$|[、,;(])"
)
_MONTH = re.compile(r"[0-9]{1,2}\s?月")
_LISTS = re.compile("[、,;]")
_LAST_NAME = re.compile("[^、,;]*$")
_FIRST_NAME = re.compile("[^、,;]*")


_LABELLED = late(rf"(?:{LABEL}|{PERSON})\s?:")
"""A label inside a cell: 牵头：市科技局 above 配合：市财政局."""


def _is_parted(text: str, piece: str, lists: bool) -> bool:
    """Whether two pieces of a cell are different names: not where a mark parts them, or the second only goes on, as a bracket or
    集团 does, or where marks part the names of the cell and the line end cuts one."""
    if _GOES_ON.match(piece) or text[-1] in "、,;:(" or ends_a_name(text.rpartition(":")[2], piece):
        return False
    if text[-1] == "年" and _MONTH.match(piece):
        return False
    ends, begins = _LAST_NAME.search(text), _FIRST_NAME.match(piece)
    return not lists or (
        ends is not None and begins is not None and looks_like_body(ends[0]) and looks_like_body(begins[0])
    )


def _name_of(source: SourceText, head: Span) -> list[Span]:
    """The name of a column without the line end that may cut it: 责任/单位."""
    if "\n" not in source.folded[slice(*head)]:
        return [head]
    return [m.span("word") for m in _TOKEN.finditer(source.folded, *head) if m["word"]] or [head]


def _said(source: SourceText, head: Span, cells: list[Span]) -> Passage:
    name = Passage.of(source, _name_of(source, head))
    text, folded = f"{name.text}：", f"{name.folded}:"
    # The colon stands for what parts head and cell, each 、 for what parts two names.
    pieces = [*(name.pieces or [(0, head[0])]), (len(name.text), head[1])]
    told = len(text)
    lists = len(cells) > 1 and _LISTS.search(source.folded, cells[0][0], cells[-1][1]) is not None
    for k, (start, end) in enumerate(cells):
        labelled = k and folded[-1] not in ",;:" and _LABELLED.match(source.folded, start, end)
        if labelled or (k and _is_parted(folded, source.folded[start:end], lists)):
            mark = "；" if labelled else "、"
            pieces.append((len(text), cells[k - 1][1]))
            text, folded = text + mark, folded + fold(mark)
        pieces.append((len(text), start))
        text, folded = text + source.text[start:end], folded + source.folded[start:end]
    return Passage(text, folded, pieces, told=told)
