"""Plans made up together with their truth: what the properties of parsing are tried on by the hundred.

A plan is drawn as a tree, numbered in the styles of the genre, and written down as a notice would be; its outline is
known before the parser sees a character. Words come from a small vocabulary, so that no title can be taken for a
paragraph or a name for a number: what is tried here is layout, numbering and noise.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from hypothesis import strategies as st

from kjplan.model import Plan, Section
from kjplan.reading.text import fold

Kind = Literal["part", "section", "measure", "goal"]
Layout = Literal["inline", "own line", "next line", "untitled"]
"""Where a title stands: before its words, alone on its line, on the line after its marker, or nowhere."""
Row = tuple[int, str, str]
"""Depth, marker and title of a heading, folded."""

_VERBS = ("推进", "加强", "完善", "建设", "培育", "优化", "开展", "落实", "壮大", "提升")
_OBJECTS = ("创新平台", "技术市场", "人才队伍", "企业梯队", "服务体系", "成果转化", "科普活动", "监管机制", "园区发展")
_CN = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


def chinese(n: int) -> str:
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _CN[tens - 1] + "十") + ("" if ones == 0 else _CN[ones - 1])


STYLES: dict[str, Callable[[int], str]] = {
    "一、": lambda n: f"{chinese(n)}、",
    "第一章": lambda n: f"第{chinese(n)}章 ",
    "第一节": lambda n: f"第{chinese(n)}节 ",
    "第一条": lambda n: f"第{chinese(n)}条 ",
    "（一）": lambda n: f"（{chinese(n)}）",
    "(一)": lambda n: f"({chinese(n)})",
    "1.": lambda n: f"{n}.",
    "1、": lambda n: f"{n}、",
    "1．": lambda n: f"{n}．",
    "1. ": lambda n: f"{n}. ",
    "（1）": lambda n: f"（{n}）",
    "①": lambda n: chr(0x2460 + n - 1),
    "一是": lambda n: f"{chinese(n)}是",
    "1.1": lambda n: f"{n // 100}.{n % 100} ",
}
"""How the n-th heading of a style is marked; 203 is 2.3."""

LEVELS = (
    ("一、", "（一）", "1."),
    ("一、", "(一)", "1．"),
    ("一、", "（一）", "1、"),
    ("一、", "（一）", "1. "),
    ("一、", "（一）", "（1）"),
    ("一、", "1.", "（1）"),
    ("一、", "（一）", "①"),
    ("一、", "（一）", "一是"),
    ("一、", "1.", "1.1"),
    ("第一章", "第一节", "第一条"),
    ("第一章", "一、", "（一）"),
    ("一、", None, "1."),
    ("一、", None, "（一）"),
)
"""Styles of parts, sections and measures; None where that level is left out."""


@dataclass
class Heading:
    """One heading of a made-up plan, and what stands under it."""

    kind: Kind
    title: str
    words: str = ""
    layout: Layout = "inline"
    marker: str = ""
    children: list["Heading"] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The paragraphs of the heading and of all under it."""
        if self.layout == "untitled":
            yield f"{self.marker}{self.words}"
        elif self.kind == "goal" or self.layout == "inline":
            yield f"{self.marker}{self.title}" + (f"。{self.words}" if self.kind in ("goal", "measure") else "")
        else:
            yield from (self.marker, self.title) if self.layout == "next line" else (f"{self.marker}{self.title}",)
            yield self.words
        for child in self.children:
            yield from child.lines()

    def rows(self, depth: int = 0) -> Iterator[Row]:
        """The outline from here down."""
        yield depth, fold(self.marker).strip(), "" if self.layout == "untitled" else fold(self.title)
        for child in self.children:
            yield from child.rows(depth + 1)


@dataclass
class Made:
    """A made-up plan: its title, its parts, and its paragraphs."""

    parts: list[Heading]
    title: str = "2023年科技工作要点"

    @property
    def lines(self) -> list[str]:
        """Its paragraphs, the title first."""
        return [self.title, *(line for part in self.parts for line in part.lines())]

    @property
    def text(self) -> str:
        """One paragraph a line."""
        return "\n".join(self.lines) + "\n"

    @property
    def rows(self) -> list[Row]:
        """The outline that the parser is to find."""
        return [row for part in self.parts for row in part.rows()]


def outline(plan: Plan) -> list[Row]:
    """The numbered headings that the parser found."""
    rows = []
    depths: dict[int, int] = {}
    for node, holder in plan.nodes():
        depth = 0 if holder is None else depths[id(holder)] + 1
        depths[id(node)] = depth
        if node.marker is not None:
            title = node.title if isinstance(node, Section) or node.kind == "measure" else node.text
            rows.append((depth, fold(node.marker).strip(), fold(title or "")))
    return rows


_TITLE = st.builds(lambda v, o: v + o, st.sampled_from(_VERBS), st.sampled_from(_OBJECTS))
_SENTENCES = tuple(
    "，".join(_VERBS[(n + k) % len(_VERBS)] + _OBJECTS[(n * 2 + k * k) % len(_OBJECTS)] for k in range(5 + n % 4))
    for n in range(12)
)
"""Sentences too long to be taken for titles."""
_FACTS = (
    "",
    "，新增企业1000家以上",
    "，投入强度达到2.6％",
    "（市科技局牵头，市财政局配合）",
    "，出台《平台管理办法》",
    "，6月底前完成",
)
WORDS = st.sampled_from(
    [f"{s}{_FACTS[n % len(_FACTS)]}。" + (f"{_SENTENCES[n - 1]}。" if n % 3 else "") for n, s in enumerate(_SENTENCES)]
)
"""The words of a measure: a sentence or two, some with a fact."""
_GOAL = st.builds(
    lambda i, n, u: f"{i}达到{n}{u}",
    st.sampled_from(("技术合同成交额", "研发投入", "企业总数", "平台数量")),
    st.integers(2, 9999),
    st.sampled_from(("亿元", "家", "个", "％")),
)
_LAYOUT: st.SearchStrategy[Layout] = st.sampled_from(("inline", "inline", "own line", "next line", "untitled"))
_MEASURE = st.builds(Heading, st.just("measure"), _TITLE, WORDS, _LAYOUT)


@st.composite
def plans(draw: st.DrawFn, levels: tuple[str | None, ...] | None = None) -> Made:
    """A plan without faults in its numbering.

    :param levels: styles of parts, sections and measures; drawn from LEVELS where None
    """
    part_style, section_style, measure_style = levels or draw(st.sampled_from(LEVELS))
    if measure_style == "1.1":
        # A decimal alone on its line is a figure, the cell of a table.
        layouts = st.sampled_from(("inline", "own line", "untitled"))
        measures = st.builds(Heading, st.just("measure"), _TITLE, WORDS, layouts)
    else:
        measures = _MEASURE
    principles = Heading("part", draw(st.sampled_from(("指导思想", "总体要求"))), draw(WORDS), "own line")
    goals = Heading("part", draw(st.sampled_from(("主要目标", "工作目标"))))
    goals.children = [Heading("goal", words) for words in draw(st.lists(_GOAL, min_size=1, max_size=4))]
    tasks = Heading("part", draw(st.sampled_from(("重点任务", "工作举措", "主要任务"))))
    if section_style is None:
        tasks.children = draw(st.lists(measures, min_size=1, max_size=6))
    else:
        for title in draw(st.lists(_TITLE, min_size=1, max_size=4)):
            tasks.children.append(Heading("section", title, children=draw(st.lists(measures, min_size=1, max_size=4))))
    parts = [p for p in (principles, goals, tasks) if p is tasks or draw(st.booleans())]
    run_on = (
        section_style is not None and measure_style in ("1.", "1．", "1、", "1. ", "第一条") and draw(st.booleans())
    )
    _number(parts, str(part_style), section_style, str(measure_style), run_on)
    return Made(parts)


def _number(parts: list[Heading], part: str, section: str | None, measure: str, run_on: bool) -> None:
    """Give every heading its marker; measures count on over their sections, or begin anew in each."""
    at = 0
    for n, heading in enumerate(parts, 1):
        heading.marker = STYLES[part](n)
        for k, child in enumerate(heading.children, 1):
            outer = section if section and (child.kind == "section" or measure == "1.1") else measure
            child.marker = STYLES[outer](k)
            for j, leaf in enumerate(child.children, 1):
                at = at + 1 if run_on else 100 * k + j if measure == "1.1" else j
                leaf.marker = STYLES[measure](at)


_BLANKS = st.sampled_from(("", "", " ", "　　", "\u00a0", "\t", "  "))
_PAGE_NUMBERS = st.sampled_from(("", "", "", "- 3 -", "— 12 —", "第 4 页 共 9 页"))
_RESIDUE = st.sampled_from(("", "扫一扫在手机打开当前页", "【打印本页】"))


@st.composite
def noisy(draw: st.DrawFn, made: Made) -> str:
    """The same plan with blanks around its lines, blank lines, other line ends, page numbers between its
    paragraphs and what a web page leaves below them."""
    end = draw(st.sampled_from(("\n", "\r\n", "\r")))
    out = []
    for n, line in enumerate(made.lines):
        out.append(draw(_BLANKS) + line + draw(_BLANKS))
        out += [draw(_BLANKS)] * draw(st.integers(0, 2))
        if n and (number := draw(_PAGE_NUMBERS)):
            out.append(number)
    out.append(draw(_RESIDUE))
    return end.join(out) + draw(st.sampled_from(("", end)))


_FULL = {chr(c): chr(c + 0xFEE0) for c in (*range(0x30, 0x3A), *map(ord, "(),.:;%"))}
_HALF = {full: half for half, full in _FULL.items()}


@st.composite
def other_width(draw: st.DrawFn, text: str) -> str:
    """The text with full-width forms as half-width, the other way round, or as the wind blows."""
    how = draw(st.sampled_from(("full", "half", "both")))
    if how == "both":
        picks = iter(draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text))))
        return "".join(_FULL.get(c) or _HALF.get(c) or c if next(picks) else c for c in text)
    return "".join((_FULL if how == "full" else _HALF).get(c, c) for c in text)


def wrapped(lines: list[str], width: int) -> str:
    """Every paragraph broken after so many characters, its first line indented, as text out of a word processor is."""
    out = []
    for n, line in enumerate(lines):
        line = line if n == 0 else "　　" + line
        out += [line[i : i + width] for i in range(0, len(line), width)]
    return "\n".join(out) + "\n"
