"""Which reader a file gets: by its first bytes, then by its name. A new format is one more file and one more row here."""

import re
from collections.abc import Callable
from importlib import import_module
from typing import cast

from kjplan.reading.plain import read_plain
from kjplan.reading.text import SourceText

Reader = Callable[[bytes, str | None, str], SourceText]
"""Bytes, file name and the name for errors in; the text out."""

_HEAD = 1024
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\s)*<(?:!--|!doctype\s+html|\?xml[^>]*>\s*<(?:!doctype\s+)?html"
    rb"|(?:html|head|meta|title|link|style|script|body|main|article|section|header|nav|div|table|center|p|h[1-6]|span|font|ul)"
    rb"[\s>/])",
    re.IGNORECASE,
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def _is_pdf(head: bytes) -> bool:
    """``%PDF-`` at the start; some programs put a few bytes before it, but no line of words."""
    at = head.find(b"%PDF-")
    return 0 <= at < 64 and b"\n\n" not in head[:at] and not head[:at].strip(b"\x00\t\r\n \xef\xbb\xbf")


def _is_html(head: bytes) -> bool:
    """Whether the first thing is a tag that opens a page or a piece of one."""
    plain = head.replace(b"\x00", b"")[2:] if head.startswith(_UTF16) else head
    return _HTML.match(plain) is not None


SIGNATURES: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (_is_pdf, "pdf"),
    (lambda head: head.startswith((b"PK\x03\x04", b"PK\x05\x06")), "office"),
    (lambda head: head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "doc"),
    (_is_html, "html"),
)
"""What the first bytes are asked, and the reader of the format they tell."""

SUFFIXES: dict[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".md": "markdown",
    ".csv": "separated",
    ".tsv": "separated",
    ".tab": "separated",
}
"""Reader by suffix, asked where the first bytes tell nothing; every other file is plain text."""

SEPARATED = frozenset((".csv", ".tsv", ".tab"))
"""Suffixes of tables that are read where they are named: in a folder they are lists that kjplan wrote itself more often than notices."""

READABLE = frozenset({*SUFFIXES, ".txt", ".text", ".doc", ".wps", ".docx", ".xlsx", ".pdf"}) - SEPARATED
"""Suffixes of the files that are taken out of a folder."""


def reader_for(data: bytes, name: str | None) -> Reader:
    """The reader for a file with these bytes and this name: a PDF is a PDF whatever it is called."""
    head = data[:_HEAD]
    kind = next((kind for tells, kind in SIGNATURES if tells(head)), None)
    if kind is None:
        suffix = "" if name is None or "." not in name else name[name.rindex(".") :].lower()
        kind = SUFFIXES.get(suffix)
    if kind is None:
        return read_plain
    return cast(Reader, getattr(import_module(f"kjplan.reading.{kind}"), f"read_{kind}"))
