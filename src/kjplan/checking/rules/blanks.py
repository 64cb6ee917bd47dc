"""Rules on blanks and line ends: what a copy from a web page or a word processor leaves behind."""

import re
from collections.abc import Iterator

from kjplan.checking.rules.rule import PLANS, Hit, Rule, Subject, Words
from kjplan.model import Measure, Section, Span

BLANK = "[ \\t\u00a0\u2002\u2003\u2009\u202f\u3000]"
HAN = "\u3400-\u4dbf\u4e00-\u9fff"

_TRAILING = re.compile(rf"(?<=\S){BLANK}+(?=[\r\n]|\Z)")
_BESIDE_MARK = re.compile(
    rf"(?<=[。；，！？”》]){BLANK}+(?=[{HAN}“《（])|(?<=[{HAN}]){BLANK}+(?=[“《])|(?<=[{HAN}”》）]){BLANK}+(?=[，。；：、！？])"
)
_BETWEEN_WORDS = re.compile(rf"(?<=[{HAN}、，]{{8}}){BLANK}(?=[{HAN}、，]{{8}})")
"""Eight characters of a sentence on both sides: signatures, names and addresses are laid out with blanks."""
_TITLE = re.compile(r"《[^《》\r\n]{1,200}》")
_IN_TITLE = re.compile(rf"(?<=[{HAN}“”、，〈〉]){BLANK}+(?=[{HAN}“”〈〉])")
"""After 关于 only: 中共中央 国务院关于… and …技术规范 总则 are written with a blank."""


_EACH = 20
"""So many blanks of a kind are told one by one; where there are more, a text was scanned or copied, and that is one fault."""


def _trailing(subject: Subject) -> Iterator[Hit]:
    found = _TRAILING.finditer(subject.text)
    yield from _each_or_first({m.span(): _names(m[0]) for m in found if not subject.in_furniture(m.start() - 1)})


def _names(blanks: str) -> str:
    """The code points of a run of blanks, each once: U+00A0 U+0020."""
    return " ".join(dict.fromkeys(f"U+{ord(ch):04X}" for ch in blanks))


def _stray(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    titles = {m.start() for t in _TITLE.finditer(text) for m in _stray_blanks(text, *t.span())}
    skipped = titles | _marker_ends(subject)
    found = {
        m.span(): text[max(start, m.start() - 4) : m.start()]
        for start, end in _prose(subject)
        for m in _stray_blanks(text, start, end)
        if m.start() not in skipped
    }
    yield from _each_or_first(found)


def _each_or_first(found: dict[Span, str]) -> Iterator[Hit]:
    """Each place with its words; of very many only the first, and how many there are."""
    more = Words(f"，全文共 {len(found)} 处", f"; {len(found)} in all").say() if len(found) > _EACH else ""
    for span, words in list(found.items())[: 1 if more else None]:
        yield Hit(span, (words, more))


def _stray_blanks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Two ideographic spaces are the indent of a paragraph that has lost its line break."""
    yield from (m for m in _BESIDE_MARK.finditer(text, start, end) if "\u3000\u3000" not in m[0])
    yield from _BETWEEN_WORDS.finditer(text, start, end)


def _prose(subject: Subject) -> Iterator[tuple[int, int]]:
    """Running words of the plan; not notice, preamble and closing words, where blanks lay out names and signatures."""
    for node, _ in subject.plan.nodes():
        if isinstance(node, Section):
            yield from (p.span for p in node.text if p.span)
        elif node.span is not None and (isinstance(node, Measure) or node.marker):
            yield node.span


def _marker_ends(subject: Subject) -> set[int]:
    """Where markers end: the blank in 第一条 总则 and 一是 加强 is layout."""
    ends = set()
    for node, _ in subject.plan.nodes():
        items = node.items if isinstance(node, Measure) else []
        for numbered in (node, *items):
            if numbered.span and numbered.marker:
                ends.add(numbered.span[0] + len(numbered.marker))
    return ends


def _in_title(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for title in _TITLE.finditer(text):
        about = text.find("关于", *title.span())
        m = _IN_TITLE.search(text, about, title.end()) if about >= 0 else None
        if m is not None and not subject.in_furniture(title.start()):
            yield Hit(m.span(), (title[0],))


def _no_final_newline(subject: Subject) -> Iterator[Hit]:
    assert subject.source is not None
    if subject.source.media_type == "text/plain" and not subject.text.endswith(("\n", "\r")):
        yield Hit((len(subject.text) - 1, len(subject.text)))


RULES = (
    Rule(
        code="trailing-space",
        severity="info",
        message=Words("行尾有空白（{0}）{1}", "blanks at the end of the line ({0}){1}"),
        what=Words("行尾的空白", "blanks at the end of a line"),
        why=Words(
            "看不见，却使标题比对、检索和逐行比较出现无意义的差别；多由网页复制带入。",
            "Unseen, they make titles, searches and line diffs differ for nothing; mostly copied from a page.",
        ),
        fix=Words("删去行尾空白。", "Remove them."),
        trips="2022年工作要点\n一、主要目标\u00a0 \n1.新建平台100家。\n",
        clean="2022年工作要点\n一、主要目标\n\u3000\u30001.新建平台100家。\n",
        run=_trailing,
        needs_text=True,
    ),
    Rule(
        code="stray-space",
        severity="info",
        message=Words("“{0}”之后有多余空白{1}", "a blank between Chinese words, after {0}{1}"),
        what=Words(
            "正文中句读、引号旁或句子中间的空白",
            "a blank beside a full stop, comma or quotation mark, or inside a sentence",
        ),
        why=Words(
            "中文行文不用空格；空白往往是断行或删改的残留，会把一个词切成两个。",
            "Chinese is written without blanks; one is left over from a line break or an edit and splits a word.",
        ),
        fix=Words(
            "删去空白。编号之后、书名号之内和西文两旁的空白不在此列。",
            "Remove it. Blanks after a marker, inside 《》 or beside Latin letters are not meant.",
        ),
        trips="2022年工作要点\n一、重点任务\n1.推进试验区建设。 制定实施方案。\n2.建设平台。建成三家。\n",
        clean="2022年工作要点\n一、重点任务\n1. 推进试验区建设。制定 AI 实施方案。\n2.建设平台。建成三家。\n",
        run=_stray,
        needs_text=True,
        extents=PLANS,
    ),
    Rule(
        code="space-in-title",
        severity="info",
        message=Words("文件名中有空白：{0}", "a blank inside a document's title: {0}"),
        what=Words("书名号内“关于”之后的空白", "a blank inside 《》 after 关于"),
        why=Words(
            "多是原标题换行的痕迹；按标题检索该文件会找不到。",
            "Mostly the line break of the original title; a search for the document by its title fails.",
        ),
        fix=Words("核对原文件标题，删去空白。", "Compare with the document and remove the blank."),
        trips="2022年工作要点\n一、重点任务\n1.建设高地。制定《关于构建一流生态 建设创新高地的意见》。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设高地。落实《中共中央 国务院关于建设 5G 高地的意见》。\n",
        run=_in_title,
        needs_text=True,
    ),
    Rule(
        code="no-final-newline",
        severity="info",
        message=Words("文件末尾没有换行", "the file does not end with a newline"),
        what=Words("纯文本文件最后一行没有换行符", "a plain text file whose last line has no newline"),
        why=Words(
            "文本文件的一行以换行结束（POSIX）；缺它时，拼接和逐行比较会出错，也可能说明文件被截断。",
            "A line of a text file ends with a newline (POSIX); without it, joining files and line diffs go wrong,"
            " and the file may have been cut off.",
        ),
        fix=Words("确认文末完整，补上换行。", "See that the end is complete, and add the newline."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。建成三家。",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n",
        run=_no_final_newline,
        needs_text=True,
    ),
)
"""Rules of this file, in the order of the registry."""
