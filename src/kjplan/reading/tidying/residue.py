"""What copying leaves in a text: characters without width, entities of HTML, marks of Markdown, characters misread."""

import re
from collections.abc import Callable, Iterator

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
_ENTITY = re.compile("&(" + "|".join(_ENTITIES) + ");")
_BOLD = re.compile(r"\*\*(?=[^*\s])(?P<words>[^*\n]{1,200})(?<=\S)\*\*")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.M)
_TYPED_BREAK = re.compile(r"\\[ \t]*$", re.M)
_POINT = re.compile(
    r"^[ \t\u3000]*(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?P<dot>[ \t]?[·•・∙][ \t]?)(?=(?![一二三四五六七八九十])[一-鿿“《]|(?:19|20)[0-9]{2}年)",
    re.M,
)
_LISTED = re.compile(r"^[ \t\u3000]*[二三四五]、", re.M)
_BULLETS = "●•■◆▪➢►○◇▶\uf06c\uf0d8"
_BULLET = re.compile(
    rf"^[ \t\u3000]*[{_BULLETS}][ \t\u3000]*(?=[^\s【{_BULLETS}][^\n{_BULLETS}]{{30}}|[（(]?[一二三四五六七八九十0-9]{{1,3}}[)）、.．][^0-9])",
    re.M,
)
"""Before words; the short lines of a page's header keep theirs, which tell its fields."""
_ZERO = re.compile(r"(?<![A-Za-z0-9])[12](?P<wrong>[0OoＯ][0-9OoＯ][0-9OoＯ])(?=[ ]?年)")
_DIGIT_ZERO = str.maketrans("OoＯ", "000")


def take_out_residue(draft: Draft) -> None:
    """Put the words of the draft as a reader of them sees them."""
    for wanted, edits in _RULES:
        if any(hint in draft.text for hint in wanted):
            draft.apply(edits(draft.text))


def _unseen(text: str) -> Iterator[Edit]:
    for m in re.finditer(f"[{_UNSEEN}]+", text):
        yield m.start(), m.end(), ""


def _entities(text: str) -> Iterator[Edit]:
    for m in _ENTITY.finditer(text):
        yield m.start(), m.end(), _ENTITIES[m[1]]


def _bold(text: str) -> Iterator[Edit]:
    for m in _BOLD.finditer(text):
        yield m.start(), m.start("words"), ""
        yield m.end("words"), m.end(), ""


def _headings(text: str) -> Iterator[Edit]:
    for m in _HEADING.finditer(text):
        yield m.start(), m.end(), ""


def _typed_breaks(text: str) -> Iterator[Edit]:
    for m in _TYPED_BREAK.finditer(text):
        yield m.start(), m.end(), ""


_FEWEST_POINTS = 2


def _points(text: str) -> Iterator[Edit]:
    """一·总体要求, 1·推进…: recognised for 一、 and 1.; one alone may be a name, as 九·一八 is."""
    found = [*_POINT.finditer(text)]
    for m in found if len(found) >= _FEWEST_POINTS or _LISTED.search(text) else ():
        yield *m.span("dot"), "." if m["number"].isdecimal() else "、"


def _bullets(text: str) -> Iterator[Edit]:
    for m in _BULLET.finditer(text):
        yield m.start(), m.end(), ""


def _zeros(text: str) -> Iterator[Edit]:
    """2O22年: a letter recognised for a zero."""
    for m in _ZERO.finditer(text):
        right = m["wrong"].translate(_DIGIT_ZERO)
        if right != m["wrong"]:
            yield *m.span("wrong"), right


_RULES: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[Edit]]], ...] = (
    (tuple(_UNSEEN), _unseen),
    (tuple(f"&{name};" for name in _ENTITIES), _entities),
    (("**",), _bold),
    (("\\\n", "\\\r", "\\ \n"), _typed_breaks),
    (("# ",), _headings),
    (("·", "•", "・", "∙"), _points),
    (tuple(_BULLETS), _bullets),
    (("O", "o", "Ｏ"), _zeros),
)
"""Without one of these in the text, the rule behind them is not asked."""
