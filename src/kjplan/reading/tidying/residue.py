"""What copying leaves in a text: characters without width, entities of HTML, marks of Markdown, characters misread."""

import re
from collections.abc import Callable, Iterator

from kjplan.late import late
from kjplan.reading.tidying.draft import Draft, Edit

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphens, characters without width, marks of direction."""
_ENTITIES = {
    "nbsp": " ",
    "ensp": " ",
    "emsp": "\u3000",
    "amp": "&",
    "quot": '"',
    "ldquo": "“",
    "rdquo": "”",
    "middot": "·",
    "mdash": "—",
    "hellip": "…",
    "lt": "<",
    "gt": ">",
}
_ENTITY = late("&(" + "|".join(_ENTITIES) + ");")
_BOLD = late(r"(?P<first>(?<![^\n \u3000\xa0]))?\*\*(?=[^*\s])(?P<words>[^*\n]{1,200})(?(first)|(?<=\S))\*\*")
"""Where it opens a line, a blank may stand before its end: **第一条 **为规范…."""
_MASKED = late(r"[一-鿿]\*\*(?:有限(?:责任)?|股份有限)公司")
"""A name of which two characters were hidden, and nothing in bold type: 甲县**有限公司."""
_LINK = late(
    r"!?\[(?P<words>[^\[\]\n]{0,120})\]\((?:https?://|/|\./|\.\./|mailto:|javascript:)[^()\s]{0,400}(?:[ ]\"[^\"\n]{0,200}\")?\)"
)
_SLANTED = late(r"(?<![\w_])_(?=[^_\s])(?P<words>[^_\n]{2,200})(?<=\S)_(?![\w_])")
_ESCAPED = late(r"\\(?=[\[\]()*_#`~|.+!-])")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.M)
_TYPED_BREAK = re.compile(r"\\[ \t]*$", re.M)
_NUMBER_BEFORE = late(r"(?:^|[\r\n])[ \t\u3000]{0,12}(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[ \t]?$")
_BEFORE_DOT = frozenset("0123456789一二三四五六七八九十 \t")
"""What such a number ends with."""
_POINTED = late(r"[ \t]?(?=(?![一二三四五六七八九十])[一-鿿“《]|(?:19|20)[0-9]{2}年)")
_LISTED = late(r"\n[ \t\u3000]{0,12}[二三四五]、")
_LINE_START = 18
_DOTS = "·•・∙"
_BULLETS = "●•■◆▪➢►○◇▶\uf06c\uf0d8"
_BULLETED = late(
    rf"[ \t\u3000]{{0,8}}(?=[^\s【{_BULLETS}](?:[^\n{_BULLETS}]{{30}}|[^\n。{_BULLETS}]{{3,29}}。)|[（(]?[一二三四五六七八九十0-9]{{1,3}}[)）、.．][^0-9])"
)
"""Words behind a bullet, many or a sentence; the short lines of a page's header keep theirs, which tell its fields."""
_ZERO = re.compile(r"年(?<=[12][0OoＯ][0-9OoＯ][0-9OoＯ]年)(?<![A-Za-z0-9][12]...年)")
_DIGIT_ZERO = str.maketrans("OoＯ", "000")


def take_out_residue(draft: Draft) -> None:
    """Put the words of the draft as a reader of them sees them."""
    if draft.text[:_FIRST].lstrip()[:1].isdecimal():
        draft.apply(_entries(draft.text))
    for wanted, edits in _RULES:
        if any(map(draft.text.__contains__, wanted)):
            draft.apply(edits(draft.text))


def _unseen(text: str) -> Iterator[Edit]:
    for m in re.finditer(f"[{_UNSEEN}]+", text):
        yield m.start(), m.end(), ""


def _entities(text: str) -> Iterator[Edit]:
    for m in _ENTITY.finditer(text):
        yield m.start(), m.end(), _ENTITIES[m[1]]


def _bold(text: str) -> Iterator[Edit]:
    masked = _MASKED.search(text) is not None
    for m in _BOLD.finditer(text):
        if masked and m["first"] is None:
            continue
        yield m.start(), m.start("words"), ""
        yield m.end("words"), m.end(), ""


def _slanted(text: str) -> Iterator[Edit]:
    for m in _SLANTED.finditer(text):
        yield m.start(), m.start("words"), ""
        yield m.end("words"), m.end(), ""


def _links(text: str) -> Iterator[Edit]:
    """[首页](https://…): the words of a link; of a picture nothing, as a reader of the words sees none."""
    for m in _LINK.finditer(text):
        if text[m.start()] == "!":
            yield m.start(), m.end(), ""
        else:
            yield m.start(), m.start("words"), ""
            yield m.end("words"), m.end(), ""


def _escaped(text: str) -> Iterator[Edit]:
    for m in _ESCAPED.finditer(text):
        yield m.start(), m.end(), ""


def _headings(text: str) -> Iterator[Edit]:
    for m in _HEADING.finditer(text):
        yield m.start(), m.end(), ""


def _typed_breaks(text: str) -> Iterator[Edit]:
    for m in _TYPED_BREAK.finditer(text):
        yield m.start(), m.end(), ""


_STOPPED = late(r"(?:^|(?<=\n))(?P<before>[ \t\u3000]{0,12}[0-9]{1,2})。[ \t]?(?=[一-鿿“《])")

_FIRST_STOPPED = re.compile("1。")
"""Without it there is no such row; two characters are found by a pattern three times as quickly as by ``in``."""


def _stopped(text: str) -> Iterator[Edit]:
    """1。加强…: the full stop typed for the dot of a number."""
    if _FIRST_STOPPED.search(text) is None:
        return
    found = list(_STOPPED.finditer(text))
    if len(found) >= _FEWEST_POINTS:
        yield from ((m.end("before"), m.end(), ".") for m in found)


_FEWEST_POINTS = 2


def _places(text: str, characters: str) -> list[int]:
    """Where any of these characters stands; found one by one, they cost next to nothing where there is none."""
    found: list[int] = []
    for ch in characters:
        at = text.find(ch)
        while at >= 0:
            found.append(at)
            at = text.find(ch, at + 1)
    found.sort()
    return found


def _points(text: str) -> Iterator[Edit]:
    """一·总体要求, 1·推进…: recognised for 一、 and 1.; one alone may be a name, as 九·一八 is."""
    found: list[Edit] = []
    for at in _places(text, _DOTS):
        if text[at - 1 : at] not in _BEFORE_DOT:
            continue
        first = max(0, at - _LINE_START)
        number = _NUMBER_BEFORE.search(text[first:at])
        behind = _POINTED.match(text, at + 1)
        if number is not None and behind is not None and (first == 0 or number.start() or text[first] in "\r\n"):
            found.append((first + number.end("number"), behind.end(), "." if number["number"].isdecimal() else "、"))
    yield from found if len(found) >= _FEWEST_POINTS or (found and _LISTED.search(text)) else ()


def _bullets(text: str) -> Iterator[Edit]:
    for at in _places(text, _BULLETS):
        line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        behind = _BULLETED.match(text, at + 1)
        if behind is not None and (line == at or text[line:at].isspace()):
            yield line, behind.end(), ""


def _zeros(text: str) -> Iterator[Edit]:
    """2O22年: a letter recognised for a zero."""
    for m in _ZERO.finditer(text):
        wrong = text[m.start() - 3 : m.start()]
        if not wrong.isdecimal():
            yield m.start() - 3, m.start(), wrong.translate(_DIGIT_ZERO)


_FEWEST_CELLS = 6
_CELL = re.compile(r"[ \t]*(?P<open>[|｜]?)[ \t]*(?P<words>[^|｜\r\n]*?)[ \t]*(?P<close>[|｜]?)[ \t]*")


def _lone_cells(text: str) -> Iterator[Edit]:
    """A table whose rows were broken at every bar, a cell and its bar a line: | 建设平台 | or 建设平台 |."""
    run: list[Edit] = []
    cells = at = 0
    for line in (*text.splitlines(keepends=True), "end"):
        m = _CELL.fullmatch(line.rstrip("\r\n"))
        if m is not None and (m["open"] or m["close"]):
            cells += 1
            run += [(at + m.start("open"), at + m.start("words"), ""), (at + m.end("words"), at + m.end("close"), "")]
        elif line.strip():
            yield from run if cells >= _FEWEST_CELLS else ()
            run, cells = [], 0
        at += len(line)


_OPENED = re.compile(r"《[ \t\u3000]*\r?\n[ \t\u3000]*(?=[^\n《》]{2,60}》)")
_LONGEST_RULE = 120
_STARS = re.compile("[★☆]{1,20}")


def _opened(text: str) -> Iterator[Edit]:
    """A mark that a link's line break parted from the title it opens."""
    for m in _OPENED.finditer(text):
        yield m.start() + 1, m.end(), ""


def _stars(text: str) -> Iterator[Edit]:
    """The star in the red line of a letterhead, where nothing else is on its line."""
    for m in _STARS.finditer(text):
        start, end = text.rfind("\n", 0, m.start()) + 1, text.find("\n", m.end())
        end = len(text) if end < 0 else end
        if end - start <= _LONGEST_RULE and not text[start:end].strip(" \t\r\u3000─—-★☆"):
            yield start, end, ""


_READING = late(r"(?<=[㐀-鿿])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6} ?[)）]")
_TONES = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
_FEWEST_READINGS = 5


def _readings(text: str) -> Iterator[Edit]:
    """How a character is read, left behind it where a page was put into other characters: 公開(kāi)發(fā)布. A few may be the author's."""
    found = list(_READING.finditer(text))
    if sum(not _TONES.isdisjoint(m[0]) for m in found) >= _FEWEST_READINGS:
        yield from ((m.start(), m.end(), "") for m in found)


_ENTRY = late(
    r"[\s\ufeff]{0,12}(?P<number>[0-9]{1,4}[.．、][ \t]{0,2})(?=[^\n。；;]{2,80}关于[^。；;]{4,200}?(?:通知|意见|方案|决定|办法|措施|要点)[（(][^（）()\n]{4,20}[)）]\s)"
)


_FIRST = 12
"""Before so many characters the number of an entry begins."""


def _entries(text: str) -> Iterator[Edit]:
    """The number that a collection gives a document, before its title: 1. 某省人民政府办公厅关于…的通知（2023年5月10日）."""
    if entry := _ENTRY.match(text):
        yield *entry.span("number"), ""


_TAG = late(
    r"(?i)</?(?P<name>p|br|div|span|strong|b|em|i|u|font|center|section|article|a|h[1-6]|ul|ol|li)(?:[ \t][^<>\n]{0,400})?[ \t]?/?>"
)
_BLOCKS = frozenset(
    ["p", "br", "div", "section", "article", "ul", "ol", "li", "center", *(f"h{n}" for n in range(1, 7))]
)
_FEWEST_BLOCKS = 3


def _tags(text: str) -> Iterator[Edit]:
    """Tags of HTML in a text that is no page, as Markdown holds them: a paragraph's is a line break."""
    found = list(_TAG.finditer(text))
    blocks = [m["name"].lower() in _BLOCKS for m in found]
    if sum(blocks) >= _FEWEST_BLOCKS:
        yield from ((m.start(), m.end(), "\n" if block else "") for m, block in zip(found, blocks, strict=True))


_RULES: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[Edit]]], ...] = (
    (tuple(_UNSEEN), _unseen),
    (("<",), _tags),
    (("&",), _entities),
    (("]",), _links),
    (("*",), _bold),
    (("_",), _slanted),
    (("\\",), _typed_breaks),
    (("\\",), _escaped),
    (("#",), _headings),
    (("|", "｜"), _lone_cells),
    (("《",), _opened),
    (("★", "☆"), _stars),
    (tuple(_DOTS), _points),
    (("。",), _stopped),
    (tuple(_BULLETS), _bullets),
    (("O", "o", "Ｏ"), _zeros),
    (("ì", "à"), _readings),
)
"""Without one of these in the text, the rule behind them is not asked."""
