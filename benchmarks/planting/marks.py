"""Defects of marks, blanks and characters."""

import re
from collections.abc import Iterator
from random import Random

from benchmarks.planting.plant import Document, Plant, Planter, cut, put

_PAIR = re.compile(
    r"《[^《》\n]{2,80}》|“[^“”\n]{2,80}”|（[^（）\n]{4,80}）|\([^()\n]{4,80}\)|〔[^〔〕\n]{2,9}〕|【[^【】\n]{2,80}】"
)
_ROUND = re.compile(r"（[^（）()\n]{3,60}）|\([^（）()\n]{3,60}\)")
_OTHER = {"（": "(", "）": ")", "(": "（", ")": "）"}
_HALF = {"，": ",", "；": ";", "：": ":"}
_FULL = {half: full for full, half in _HALF.items()}
_BESIDE_HAN = "(?<=[一-鿿]){}(?=[一-鿿])"
_QUOTED = re.compile("“([^“”\n]{4,30})”")
_WORDS = re.compile("(?<=[一-鿿]{9})(?=[一-鿿]{9})")
_ABOUT = re.compile("《(?:[一-鿿]{0,20}关于)[^《》\\s\n]{8,60}》")
_UNSEEN = ("\u200b", "\ufeff", "\u00ad", "\u202a", "\ue5d1", "\ufffd", "\x0b", "???")


def _partnerless(document: Document, draw: Random) -> Iterator[Plant]:
    """One of a pair deleted."""
    for m in _PAIR.finditer(document.text, *document.body):
        at = draw.choice((m.start(), m.end() - 1))
        yield Plant((cut(at, at + 1),), m.span())


def _uneven(document: Document, draw: Random) -> Iterator[Plant]:
    for m in _ROUND.finditer(document.text, *document.body):
        at = draw.choice((m.start(), m.end() - 1))
        yield Plant(((at, at + 1, _OTHER[document.text[at]]),), m.span())


def _one_width(document: Document, draw: Random) -> Iterator[Plant]:
    """One mark in the other width, where all are of one."""
    for mark, other in (*_HALF.items(), *_FULL.items()):
        if other not in document.text:
            places = list(re.finditer(_BESIDE_HAN.format(re.escape(mark)), document.text))
            places = [m for m in places if document.body[0] <= m.start() < document.body[1]]
            if len(places) > 1:
                m = draw.choice(places)
                yield Plant(((*m.span(), other),), m.span())


def _all_half(document: Document, draw: Random) -> Iterator[Plant]:
    """One mark half-width throughout."""
    for mark, half in _HALF.items():
        places = [m.span() for m in re.finditer(mark, document.text)]
        inside = any(document.body[0] <= start < document.body[1] for start, _ in places)
        if inside and half not in document.text:
            yield Plant(tuple((*span, half) for span in places), None)


def _twice(document: Document, draw: Random) -> Iterator[Plant]:
    for m in re.finditer("[，。；、,;](?=[一-鿿])", document.text):
        if document.body[0] <= m.start() < document.body[1]:
            second = draw.choice((m[0], m[0], "，", "；", "。"))
            yield Plant((put(m.end(), second),), m.span())


def _bare(document: Document, draw: Random) -> Iterator[Plant]:
    """A name that is quoted elsewhere loses its quotation marks in the body."""
    names: dict[str, list[re.Match[str]]] = {}
    for m in _QUOTED.finditer(document.text):
        names.setdefault(m[1], []).append(m)
    for places in names.values():
        inside = [m for m in places if document.body[0] <= m.start() < document.body[1]]
        if len(places) > 1 and inside:
            m = draw.choice(inside)
            yield Plant((cut(m.start(), m.start() + 1), cut(m.end() - 1, m.end())), m.span())


def _line_ends(document: Document, draw: Random) -> Iterator[Plant]:
    for m in re.compile("(?<=\\S)\n").finditer(document.text, *document.body):
        yield Plant((put(m.start(), draw.choice((" ", "  ", "\u3000", "\u00a0"))),), m.span())


def _blanks_between(document: Document, draw: Random) -> Iterator[Plant]:
    for m in _WORDS.finditer(document.text, *document.body):
        quoted = document.text.rfind("《", 0, m.start()) > document.text.rfind("》", 0, m.start())
        if draw.random() < 0.02 and not quoted:
            yield Plant((put(m.start(), draw.choice((" ", "\u3000"))),), m.span())


def _blanks_at_marks(document: Document, draw: Random) -> Iterator[Plant]:
    for m in re.finditer("(?<=[。；，])(?=[一-鿿“《])|(?<=[一-鿿])(?=[“《，。])", document.text):
        if document.body[0] < m.start() < document.body[1]:
            yield Plant((put(m.start(), " "),), m.span())


def _blanks_in_titles(document: Document, draw: Random) -> Iterator[Plant]:
    for m in _ABOUT.finditer(document.text, 0, document.body[1]):
        at = document.text.index("关于", m.start()) + 2
        yield Plant((put(draw.randrange(at + 2, m.end() - 2), " "),), m.span())


def _cut_off(document: Document, draw: Random) -> Iterator[Plant]:
    length = len(document.text)
    if document.text.rstrip() + "\n" == document.text:
        yield Plant((cut(length - 1, length),), (length - 1, length))


def _unseen(document: Document, draw: Random) -> Iterator[Plant]:
    places = [m.start() for m in _WORDS.finditer(document.text, *document.body)]
    for character in _UNSEEN if places else ():
        if character not in document.text:
            at = draw.choice(places)
            yield Plant((put(at, character),), (at, at))


MARKS = (
    Planter("unbalanced-brackets", "one of a pair deleted", _partnerless),
    Planter("mixed-width-brackets", "one of a pair in the other width", _uneven),
    Planter("mixed-widths", "one mark in the other width", _one_width, once=True),
    Planter("half-width-punctuation", "a mark half-width throughout", _all_half, once=True),
    Planter("doubled-punctuation", "a second mark behind one", _twice),
    Planter("inconsistent-quoting", "a quoted name of 4 characters or more bare once", _bare),
    Planter("trailing-space", "blanks at the end of a line", _line_ends),
    Planter("stray-space", "a blank inside a sentence", _blanks_between),
    Planter("stray-space", "a blank beside a mark", _blanks_at_marks),
    Planter("space-in-title", "a blank inside 《…关于…》", _blanks_in_titles),
    Planter("no-final-newline", "the last newline cut off", _cut_off),
    Planter("odd-character", "an unseen or lost character", _unseen),
)
"""Planters of this file."""
