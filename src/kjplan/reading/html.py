"""HTML: a saved web page to the lines that a reader sees.

Every block element is a line, and so is every table cell, in data tables too: pages lay text out in tables, and a
metadata table has its label in one cell and the value in the next. Which cells make a row is told beside the text. Mark-up
is not text: scripts, styles, comments, ``<template>`` and hidden elements are left out; every visible word is kept.
"""

import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.model import FurnitureKind, Span
from kjplan.reading.decoding import decode_bytes, notes_of
from kjplan.reading.html_tables import TABLE_TAGS, Tables
from kjplan.reading.markup import attributes_of, tokens
from kjplan.reading.numerals import format_number
from kjplan.reading.text import SourceText

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p",
    "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "tr", "ul", "xmp",
))  # fmt: skip
_SEPARATES = frozenset(["table", "hr", "ul", "ol", "dl"])
"""A blank line stands around these: the value of an empty cell is not the first line after the table."""
_PREFORMATTED = frozenset(["pre", "listing", "xmp", "plaintext", "textarea"])
_FURNITURE: dict[str, FurnitureKind] = {"nav": "navigation", "footer": "footer", "select": "navigation"}
_FURNITURE_CLASS = re.compile(r"(?:^|\s)(?:breadcrumbs?|crumbs?|bdsharebuttonbox|bdshare|share|social-share)(?:\s|$)")
_TELLING = re.compile(r"hidden|display|visibility|class", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ASCII_BLANKS = " \t\r\n\f"
_WIDE = "\u2e80"
"""From here on characters are as wide as high: a line break of the page's source between two of them is no blank."""

_META = re.compile(
    rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.I
)
_META_WITHIN = 8192
_ENCODINGS = {
    **dict.fromkeys(["gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "csgb2312", "cp936", "ms936"], "gb18030"),
    **dict.fromkeys(["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"], "utf-8"),
    **dict.fromkeys(["big5", "big5-hkscs", "x-x-big5", "cn-big5"], "big5hkscs"),
}
"""Declared encodings and what they mean; every other (iso-8859-1 from a template) says nothing about a Chinese page."""
_SURE = 4
"""A page whose bytes are valid UTF-8 with so many characters beyond ASCII is UTF-8, whatever it declares."""


def read_html(data: bytes, name: str | None, where: str) -> SourceText:
    """The visible text of a web page, block by block.

    Encoding: by BOM, else UTF-8 where the bytes are plainly that, else as declared (gb2312 and gbk mean GB18030), else
    UTF-8 or GB18030 by trial. ``furniture`` holds navigation, footers and share buttons that the mark-up names.

    :raises SourceError: undecodable, or no visible text
    """
    from hashlib import sha256

    markup, encoding = _decode(data, where)
    page = _Page()
    for token in tokens(markup):
        page.take(*token)
    page.end_line()
    text = "\n".join(page.lines) + "\n"
    if not text.strip():
        raise SourceError(
            say("网页没有可见的文字", "the web page shows no text"),
            where,
            say("保存正文所在的页面；若是脚本生成的页面，另存为完整网页", "save the page that holds the text"),
        )
    source = SourceText(text, name=name, encoding=encoding, sha256=sha256(data).hexdigest(), media_type="text/html")
    starts = list(accumulate((len(line) + 1 for line in page.lines), initial=0))
    source.notes = notes_of(encoding)
    source.furniture = _spans(page, starts)
    source.tables = page.tables.grids(page.lines, starts)
    return source


def _spans(page: "_Page", starts: list[int]) -> list[tuple[FurnitureKind, Span]]:
    """Offsets of the furniture's lines in the text."""
    return [(kind, (starts[first], starts[end] - 1)) for kind, first, end in page.furniture]


def _decode(data: bytes, where: str) -> tuple[str, str]:
    m = _META.search(data, 0, _META_WITHIN)
    declared = (m[1] or m[2]).decode("ascii", "replace").lower() if m else ""
    encoding = _ENCODINGS.get(declared, "utf-8")
    if encoding == "utf-8" or b"\x00" in data or _is_utf8(data):
        return decode_bytes(data, where)
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return decode_bytes(data, where)


def _is_utf8(data: bytes) -> bool:
    try:
        return len(data) - len(data.decode("utf-8")) >= 2 * _SURE
    except UnicodeDecodeError:
        return False


@dataclass(slots=True)
class _Open:
    """An element that is hidden or furniture, open since ``line``: its end tag, not its start, decides what becomes of it,
    so that an element that is never closed loses no words."""

    what: Literal["hidden"] | FurnitureKind
    name: str
    line: int
    blocks: int
    """How many blocks were open around it: when fewer are, its end tag has been forgotten."""
    depth: int = 1


@dataclass(slots=True)
class _Page:
    """Lines of the page so far, and the line that is being written."""

    lines: list[str] = field(default_factory=list)
    furniture: list[tuple[FurnitureKind, int, int]] = field(default_factory=list)
    tables: Tables = field(default_factory=Tables)
    _words: list[str] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _lists: list[tuple[int, int, str] | None] = field(default_factory=list)
    """(next number, step, format) of the open lists; None for one without numbers."""
    _verbatim: int = 0
    _blocks: int = 0
    _cell: int = 0
    """First line of the table cell that was opened last."""

    def take(self, name: str, text: str) -> None:
        """Take in one token."""
        if not name:
            self._write(text)
        elif name[0] == "/":
            self._end(name[1:])
        else:
            self._start(name, text)

    def _write(self, text: str) -> None:
        if not self._verbatim or "\n" not in text:
            self._words.append(text)
            return
        first, *rest = text.replace("\r\n", "\n").split("\n")
        self._words.append(first)
        for line in rest:
            self.break_line()
            self._words.append(line)

    def _start(self, name: str, raw: str) -> None:
        if name == "br":
            self.break_line()
            return
        what = self._telling(name, raw)
        if name in _BLOCKS or what:
            self.end_line()
            if self._open and self._open[-1].name == "p":
                self._shut()
        self._blocks += name in _BLOCKS
        if name in _SEPARATES:
            self._blank_line()
        if name in ("td", "th"):
            self._cell = len(self.lines)
        if what and (not self._open or (what == "hidden" and self._in_furniture())):
            self._open.append(_Open(what, name, len(self.lines), self._blocks))
        elif self._open and self._open[-1].name == name:
            self._open[-1].depth += 1
        if name in TABLE_TAGS:
            self.tables.start(name, raw, len(self.lines), shown=not self._open)
        self._verbatim += name in _PREFORMATTED
        self._number(name, raw)

    def _telling(self, name: str, raw: str) -> Literal["hidden"] | FurnitureKind | None:
        """Whether an element is hidden, or furniture by its name or class."""
        if name == "template":
            return "hidden"
        attributes = attributes_of(raw) if _TELLING.search(raw) else {}
        if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style", "")):
            return "hidden"
        if _FURNITURE_CLASS.search(attributes.get("class", "")):
            return "navigation"
        return _FURNITURE.get(name)

    def _number(self, name: str, raw: str) -> None:
        """Write the number that a browser shows before an item of ``<ol>``."""
        if name == "ul":
            self._lists.append(None)
        elif name == "ol":
            attributes = attributes_of(raw)
            kept = not self._in_furniture() and not _without_numbers(attributes.get("style", ""))
            form = _LIST_FORMATS.get(attributes.get("type", ""), "decimal")
            self._lists.append((_integer(attributes.get("start", "")) or 1, 1, form) if kept else None)
        elif name == "li" and self._lists and (numbered := self._lists[-1]):
            number, step, form = numbered
            number = _integer(attributes_of(raw).get("value", "")) or number
            self._words.append(format_number(number, form) + ".")
            self._lists[-1] = number + step, step, form

    def _in_furniture(self) -> bool:
        return bool(self._open) and self._open[-1].what != "hidden"

    def _end(self, name: str) -> None:
        if name == "br":
            self.break_line()
            return
        if name in _BLOCKS:
            self.end_line()
            self._blocks -= 1
            if name in ("td", "th") and len(self.lines) == self._cell:
                self._blank_line()
            if name in TABLE_TAGS:
                self.tables.end(name, len(self.lines))
        if name in _SEPARATES:
            self._blank_line()
        if name in _PREFORMATTED and self._verbatim:
            self._verbatim -= 1
        if name in ("ol", "ul") and self._lists:
            self._lists.pop()
        self._close(name)

    def _close(self, name: str) -> None:
        """An end tag may close the hidden element or the furniture that is open: by its name, or by being its parent's."""
        if not self._open:
            return
        element = self._open[-1]
        element.depth -= element.name == name
        if element.depth == 0 or self._blocks < element.blocks - (element.name in _BLOCKS):
            self.end_line()
            self._shut()

    def _shut(self) -> None:
        """Drop the lines of the hidden element that is open, or keep those of the furniture as such."""
        element = self._open.pop()
        if element.what == "hidden":
            del self.lines[element.line :]
            self.tables.cut(element.line)
        elif len(self.lines) > element.line:
            self.furniture.append((element.what, element.line, len(self.lines)))

    def end_line(self) -> None:
        """End the line that is being written, if anything but blanks stands on it."""
        if not self._words:
            return
        words = "".join(self._words)
        self._words.clear()
        if not self._verbatim:
            words = _BLANKS.sub(_one_blank, words).strip(_ASCII_BLANKS)
        if words.strip():
            self.lines.append(words)

    def break_line(self) -> None:
        """End the line, blank or not."""
        before = len(self.lines)
        self.end_line()
        if len(self.lines) == before:
            self._blank_line()

    def _blank_line(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")


def _without_numbers(style: str) -> bool:
    """Whether a style says ``list-style: none``."""
    return any("list-style" in part and "none" in part for part in style.lower().split(";"))


def _integer(value: str) -> int | None:
    """A number of at most nine digits, else None."""
    value = value.strip()
    return int(value) if len(value) <= 9 and value.isascii() and value.isdigit() else None


def _one_blank(m: re.Match[str]) -> str:
    """What a run of blanks in the page's source is on the page."""
    around = m.string[m.start() - 1 : m.start()], m.string[m.end() : m.end() + 1]
    return "" if "\n" in m[0] and all(ch >= _WIDE for ch in around) else " "
