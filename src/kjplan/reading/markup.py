"""HTML cut into start tags, end tags and words, as the HTML standard's tokenizer cuts it; no tree is built.

A tree is what hostile pages blow up: measured with selectolax (lexbor), 80,000 nested ``<div>`` take 9.6 s and grow with
the square, and 55 KB of unclosed ``<p><b id=…>`` make eight million nodes. Words and line breaks need tokens only, and each
character is looked at a fixed number of times here.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Token(NamedTuple):
    """A start tag (``name``), an end tag (``/name``) or words (empty ``name``).

    ``text`` holds the attributes of a tag as written, or the words with their character references decoded once.
    """

    name: str
    text: str


_TAG = re.compile(r"</?[a-zA-Z][^\s/>]*+(?P<attributes>(?:[^=>]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>")
_NAME = re.compile(r"/?[a-zA-Z][^\s/>]*+")
_COMMENT_END = re.compile(r"--!?>")
_DECLARED = ("<!", "<?", "</")
_HUGE_REFERENCE = re.compile(r"&#(?:0*+[0-9]{8,}+|[xX]0*+[0-9a-fA-F]{8,}+);?")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++)))?+")

_DROPPED = ("script", "style", "noscript", "iframe", "noembed", "noframes", "title")
_SHOWN = ("textarea", "xmp")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _DROPPED + _SHOWN}
"""Elements whose content is no mark-up: it ends at the end tag of the same name, whatever stands before."""
_NEVER_SHOWN = ("script", "style")


def decode_references(words: str) -> str:
    """Words with ``&nbsp;``, ``&#20013;`` … decoded once: ``&amp;lt;`` is ``&lt;``, and never mark-up."""
    if "&" not in words:
        return words
    if "&#" in words:
        words = _HUGE_REFERENCE.sub("\ufffd", words)
    return html.unescape(words)


def attributes_of(raw: str) -> dict[str, str]:
    """Attributes by name in lower case; the first of a name counts, and one without a value has the empty string."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), decode_references(double or single or bare))
    return found


def tokens(markup: str) -> Iterator[Token]:
    """The tokens of a page in order; comments, declarations, scripts, styles and titles are left out."""
    cutter = _Cutter(markup)
    at = words_from = 0
    while (at := markup.find("<", at)) >= 0:
        name, attributes, end = cutter.cut(at)
        if end == at:
            at += 1
            continue
        if at > words_from:
            yield Token("", decode_references(markup[words_from:at]))
        if name:
            yield Token(name, attributes)
        at = words_from = end
        if name in _RAW_END:
            at = words_from = cutter.raw_end(name, end)
            if name in _SHOWN and at > end:
                yield Token("", decode_references(markup[end:at]))
    if words_from < len(markup):
        yield Token("", decode_references(markup[words_from:]))


@dataclass(slots=True)
class _Cutter:
    """Finds where the mark-up at a ``<`` ends, and never looks twice for what is not there: so all of it is linear."""

    markup: str
    lenient: bool = False
    """Set once no ``>`` outside quotes closes a tag: from then on a tag ends at its first ``>``."""
    unclosed: set[str] = field(default_factory=set)
    """Raw elements without a further end tag."""

    def cut(self, at: int) -> tuple[str, str, int]:
        """Name, attributes and end of the tag at ``at``; no name for what is left out; ``at`` itself for a mere ``<``."""
        markup = self.markup
        if m := _NAME.match(markup, at + 1):
            tag = None if self.lenient else _TAG.match(markup, at)
            if tag:
                return m[0].lower(), tag["attributes"], tag.end()
            self.lenient = True
            return m[0].lower(), "", (markup.find(">", at) + 1 or at)
        if markup.startswith("<!--", at):
            end = _COMMENT_END.search(markup, at + 2)
            return "", "", end.end() if end else len(markup)
        if markup.startswith(_DECLARED, at):
            return "", "", markup.find(">", at) + 1 or len(markup)
        return "", "", at

    def raw_end(self, name: str, at: int) -> int:
        """Where the content of a raw element ends. Unclosed, a script swallows the rest of the page as in every browser;
        of any other, the rest is kept as mark-up and words."""
        stop = None if name in self.unclosed else _RAW_END[name].search(self.markup, at)
        if stop:
            return stop.start()
        self.unclosed.add(name)
        return len(self.markup) if name in _NEVER_SHOWN else at
