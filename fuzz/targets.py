"""What is tried on each input: a reader, the parser behind it, and what must hold of the plan whatever the bytes were.

A target takes bytes and either returns, or raises: a KjplanError is a fine answer and is caught here; anything else, and
any broken promise, is a finding. The targets need no fuzzer: the test suite runs them on their seeds.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from kjplan.checking import check
from kjplan.checklists import build
from kjplan.errors import KjplanError
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.querying.attached import with_attachments
from kjplan.reading import decode, from_text
from kjplan.reading.doc import read_doc
from kjplan.reading.docx import read_docx
from kjplan.reading.html import read_html
from kjplan.reading.markdown import read_markdown
from kjplan.reading.pdf_layout import paragraphs
from kjplan.reading.pdf_lines import Page
from kjplan.reading.pdf_words import Line
from kjplan.reading.plain import read_plain
from kjplan.reading.separated import read_separated
from kjplan.reading.text import SourceText
from kjplan.reading.xlsx import read_xlsx
from kjplan.storage.yaml_read import load_plan_text
from kjplan.storage.yaml_write import dump_plan

Target = Callable[[bytes], None]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml", "word/header1.xml")
PARTED = b"\x00\x00"
"""Between the parts of a file in an input of the targets ``docx`` and ``xlsx``."""
_RELATIONS = (
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    + "".join(
        f"<Relationship Id='r{n}' Target='{part.removeprefix('word/')}' Type='http://schemas.openxmlformats.org/"
        f"officeDocument/2006/relationships/{part.removeprefix('word/').removesuffix('.xml').rstrip('1')}'/>"
        for n, part in enumerate(_PARTS[1:])
    )
    + "</Relationships>"
)
_RARE = 32
"""One input in so many, chosen by its own bytes, also goes through YAML and back, which takes longer than all the rest."""


def examine(source: SourceText, data: bytes) -> None:
    """Parse a text, and see that nothing of it is lost, that spans nest, and that the plan survives its file."""
    parsed = parse_source(source)
    text = source.text
    assert partition_faults(text, parsed.leaves) == [], "a character has no leaf, or two"
    ids = set()
    for node, holder in parsed.plan.nodes():
        assert node.span is not None
        start, end = node.span
        assert 0 <= start < end <= len(text), "a span outside the text"
        assert node.id and node.id not in ids, "an id that is missing or used twice"
        ids.add(node.id)
        if holder is not None:
            assert holder.span is not None
            assert holder.span[0] <= start and end <= holder.span[1], "a node outside its section"
    for target in parsed.plan.targets:
        assert target.span is not None
        assert source.words(*target.span) == target.quote, "a quote that is not what its span holds"
    if zlib.crc32(data) % _RARE == 0:
        assert load_plan_text(dump_plan(parsed.plan), "plan.yaml") == parsed.plan, "a plan changed by its own file"


def _of(read: Callable[[bytes], SourceText]) -> Target:
    def run(data: bytes) -> None:
        try:
            source = read(data)
        except KjplanError:
            return
        examine(source, data)

    return run


def word_file(data: bytes) -> bytes:
    """A Word file whose parts are the pieces of an input; pieces without a root element are put into one."""
    pieces = data.split(PARTED)[: len(_PARTS)]
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as package:
        for part, xml in zip(_PARTS, pieces, strict=False):
            root = b"w:document" if part == _PARTS[0] else b"w:root"
            if not xml.lstrip().startswith((b"<?xml", b"<!")):
                body = b"<w:body>%s</w:body>" % xml if part == _PARTS[0] else xml
                xml = b"<%s xmlns:w='%s'>%s</%s>" % (root, W.encode(), body, root)
            package.writestr(part, xml)
        package.writestr("word/_rels/document.xml.rels", _RELATIONS)
    return file.getvalue()


_SHEET_PARTS = ("worksheets/sheet1.xml", "sharedStrings.xml", "styles.xml")
_SHEET_RELATIONS = "".join(
    f"<Relationship Id='r{n}' Target='{part}' Type='x/{part.rpartition('/')[2].removesuffix('.xml')}'/>"
    for n, part in enumerate(_SHEET_PARTS)
)
_BOOK = "<workbook><sheets><sheet name='任务' id='r0'/></sheets></workbook>"


def excel_file(data: bytes) -> bytes:
    """An Excel file whose parts are the pieces of an input: the sheet, its strings, its styles."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as package:
        package.writestr("xl/workbook.xml", _BOOK)
        package.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{_SHEET_RELATIONS}</Relationships>")
        for part, xml in zip(_SHEET_PARTS, data.split(PARTED), strict=False):
            package.writestr(f"xl/{part}", b"<root>%s</root>" % xml)
    return file.getvalue()


def _pages(data: bytes) -> Iterator[Page]:
    """Pages of lines at places drawn from the input: what PDFium could answer, without PDFium."""
    for chunk in data.split(b"\x0c")[:20]:
        page = Page(pictures=len(chunk) % 2 == 1, width=595, height=842)
        for row in chunk.split(b"\n")[:200]:
            if len(row) > 8:
                left, drop, size, head = struct.unpack("<4H", row[:8])
                words = row[8:].decode("utf-8", "replace").replace("\n", "")
                em = 4 + size % 40
                left, bottom = left % 700, 842 - drop % 900
                right = left + em * len(words)
                page.lines.append(Line(words, left, right, bottom, bottom + em, em, head % 300, drop % 3 * em))
        yield page


def _from_pages(data: bytes) -> SourceText:
    found = list(paragraphs(list(_pages(data))))
    source = from_text("\n".join(words for words, _ in found) + "\n")
    at = 0
    for words, kind in found:
        if kind is not None:
            source.furniture.append((kind, (at, at + len(words))))
        at += len(words) + 1
    return source


def _questions(data: bytes) -> None:
    """Every rule of check on a text, and the checklist of all that it holds: places in the text, nothing said twice."""
    try:
        source = from_text(data.decode("utf-8", "replace"), "x.txt")
    except KjplanError:
        return
    parsed = parse_source(source)
    found = check(parsed, folder=Path("/nowhere"))
    for finding in found.findings:
        assert "{" in source.text or "{" not in finding.message, "a message with a hole"
        if finding.span is not None:
            assert 0 <= finding.span[0] < finding.span[1] <= len(source.text), "a finding outside the text"
    told = [(f.code, f.span, f.message) for f in found.findings if f.span is not None]
    assert len(told) == len(set(told)), "a finding told twice"
    keys = [row.id for row in build(with_attachments(parsed.plan), with_goals=True)]
    assert len(keys) == len(set(keys)), "two rows of one id"


TARGETS: dict[str, Target] = {
    "any": _of(lambda data: decode(data, None)),
    "plain": _of(lambda data: read_plain(data, "x.txt", "x.txt")),
    "html": _of(lambda data: read_html(data, "x.html", "x.html")),
    "markdown": _of(lambda data: read_markdown(data, "x.md", "x.md")),
    "docx": _of(lambda data: read_docx(word_file(data), "x.docx", "x.docx")),
    "docx-zip": _of(lambda data: read_docx(data, "x.docx", "x.docx")),
    "xlsx": _of(lambda data: read_xlsx(excel_file(data), "x.xlsx", "x.xlsx")),
    "csv": _of(lambda data: read_separated(data, "x.csv", "x.csv")),
    "doc": _of(lambda data: read_doc(data, "x.doc", "x.doc")),
    "pdf-layout": _of(_from_pages),
    "check": _questions,
}
"""Every target by name. ``any`` is standard input, its reader told by the first bytes. PDFium itself is not fuzzed: it runs
in a process of its own, and ``pdf-layout`` gets what that could answer."""
