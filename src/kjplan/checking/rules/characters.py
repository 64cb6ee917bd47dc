"""Rules on single characters: what cannot be seen, and what stands where a character was lost."""

import re
from collections.abc import Iterator

from kjplan.checking.rules.rule import Hit, Rule, Subject, Words
from kjplan.model import Span

_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffd"
    "\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters but tab and line ends, marks without width, direction marks, U+FFFD, private use, tags."""
_LOST = re.compile(r"[?？]{3,}|(?<=[\u4e00-\u9fff])\?{2}(?=[\u4e00-\u9fff])")
"""What a program writes that cannot write a character; ？！ and ？？ end a sentence."""
PINYIN = re.compile("(?<=[一-鿿])[(（][a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}[)）]")
"""The reading of a character behind it: a page that was turned into the other script leaves it; one or two are a gloss (亳（bó）州)."""
_MOST_GLOSSES = 2
ENTITY = re.compile("&(?:amp;)?(?:[a-z]{2,8}|#[0-9]{2,5});")
"""HTML's names of characters, that a page should have turned into these: &nbsp;."""
_PAIRED = re.compile("•[^•‣\r\n]{2,60}‣|†[^†‡\r\n]{2,60}‡|„[^„‟\r\n]{2,60}‟")
"""What a PDF's font without a table of characters makes of 《》, 〈〉 and 〔〕."""


def _odd(subject: Subject) -> Iterator[Hit]:
    """Once for each kind of character, at its first place: a page has the same one in every line."""
    places: dict[str, list[Span]] = {}
    for pattern in (_ODD, _LOST):
        for m in pattern.finditer(subject.text):
            if not subject.in_furniture(m.start()):
                name = m[0][:2] if pattern is _LOST else f"U+{ord(m[0]):04X}"
                places.setdefault(name, []).append(m.span())
    for pattern in (PINYIN, ENTITY, _PAIRED):
        found = [m for m in pattern.finditer(subject.text) if not subject.in_furniture(m.start())]
        if len(found) > (_MOST_GLOSSES if pattern is PINYIN else 0):
            first = found[0][0] if pattern is not _PAIRED else f"{found[0][0][0]}…{found[0][0][-1]}"
            places[first] = [m.span() for m in found]
    for name, spans in places.items():
        yield Hit(spans[0], (name, str(len(spans))))


RULES = (
    Rule(
        code="odd-character",
        severity="warning",
        message=Words("{0} 有 {1} 处，首处在此", "{0} stands {1}×; the first is here"),
        what=Words(
            "看不见的字符（零宽、方向、控制字符），丢字后的替代符（U+FFFD、私用区、???、PDF 把《》变成的 •‣），网页残留的"
            " &nbsp; 和字后的拼音：务(wù)",
            "characters that cannot be seen (without width, of direction or control), what stands for a lost one (U+FFFD,"
            " private use, ???, •‣ where a PDF had 《》), and what pages leave behind: &nbsp;, and readings as in 务(wù)",
        ),
        why=Words(
            "看不见的字符使检索、比较、编号识别失败，也能改变显示的次序；替代符说明原字已丢。",
            "Unseen, they make searches, comparisons and numbering fail, and can show words in another order; what stands for"
            " a lost character says that it is lost.",
        ),
        fix=Words("删去，或从原件补回原字。", "Delete them, or take the character from the original."),
        trips="2022年工作要点\n一、重点任务\n1.建设\u200b平台。建成三家。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设\t平台。做什么？怎么做？？建成三家。\n",
        run=_odd,
        needs_text=True,
    ),
)
"""Rules of this file, in the order of the registry."""
