"""Word 97–2003 files (.doc, and .wps of WPS Writer): the text as Word shows it, automatic numbers included.

What the file holds is put into the elements of a .docx, from which the one reader of both takes numbers and tables.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from struct import error, unpack_from
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.reading.assembled import Line, source_of
from kjplan.reading.compound import damaged, streams
from kjplan.reading.doc_file import Paragraph, WordFile
from kjplan.reading.doc_lists import numbering_of, paragraph_properties, styles_of
from kjplan.reading.docx import Document, contents_styles, furniture_of
from kjplan.reading.numbering import Numbering
from kjplan.reading.text import SourceText

MEDIA_TYPE = "application/msword"

_OTHER_KINDS = (
    ("EncryptedPackage", "文件设有密码", "the file is protected by a password",
     "用 Word 或 WPS 打开，去掉密码后另存", "open it in Word or LibreOffice and save it without the password"),
    ("Workbook", "这是 .xls/.et 表格，不是文档", "this is an .xls spreadsheet, no document",
     "用 Excel 或 WPS 另存为 .xlsx", "save it as .xlsx with Excel or LibreOffice"),
    ("Book", "这是 .xls 表格，不是文档", "this is an .xls spreadsheet, no document",
     "用 Excel 或 WPS 另存为 .xlsx", "save it as .xlsx with Excel or LibreOffice"),
    ("PowerPoint Document", "这是 .ppt 演示文稿，不是文档", "this is a .ppt presentation, no document",
     "另存为 .docx 或纯文本", "save the text as .docx or plain text"),
)  # fmt: skip
"""A stream that tells another kind of file, what is said of it, and what to do with it."""

_IN_TABLE, _ROW_END, _ROW = 0x2416, 0x2417, 0xD608
"""Codes of a paragraph in a table, of the mark that ends a row, and of the row's cells."""
_NEAR = 60
"""Twentieths of a point: edges of cells so near to each other are one column's."""
_MOST_CELLS = 63
_SHOWN = {"\v": "\n", "\f": "\n", "\x0e": "\n", "\x1e": "-"}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f]")
"""Line and page breaks and hyphens; every other one stands for a picture, a note's mark or a field."""
_FIELD = re.compile("[\x13-\x15]")


def read_doc(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a Word 97–2003 file: as ``read_docx`` gives it, but that footnotes and text boxes stand at the end.

    :raises SourceError: damaged, under a password, older, another kind of file, or without text
    """
    held = streams(data, where)
    for stream, zh, en, tip_zh, tip_en in _OTHER_KINDS:
        if stream in held:
            raise SourceError(say(zh, en), where, say(tip_zh, tip_en))
    if "WordDocument" not in held:
        raise SourceError(
            say("这是别的程序的文件，不是 .doc", "a file of another program, no .doc"),
            where,
            say("用那个程序另存为 .docx 或纯文本", "save it as .docx or plain text with that program"),
        )
    try:
        file = WordFile.of(held, where)
        styles = styles_of(file)
        document = Document(Numbering.of(numbering_of(file), styles), contents_styles(styles))
        lines = _lines(file, document)
    except (error, ValueError, IndexError, OverflowError) as e:
        raise damaged(where, str(e)) from None
    if not any(line.words.strip() for line in lines if line.kind is None):
        raise SourceError(
            say(".doc 文件没有文字", "a .doc file without text: nothing but blanks"),
            where,
            say("如果文中只有图片，先做文字识别（OCR）", "if it holds pictures only, run OCR on them first"),
        )
    return source_of(lines, data, name, MEDIA_TYPE, document.unread)


def _lines(file: WordFile, document: Document) -> list[Line]:
    letters, parts = _without_codes(file.shown()), file.parts()
    found: list[Line] = []
    for part in (parts.body, parts.footnotes, parts.endnotes, parts.boxes):
        lines = [*document.blocks(_tree(file.paragraphs(part, letters)))]
        found += lines if part is parts.body else [line for line in lines if line.words.strip()]
    while found and not found[-1].words.strip():
        found.pop()
    return [*found, *furniture_of(document.blocks(_tree(file.paragraphs(parts.headers, letters))), "other", set())]


def _without_codes(letters: str) -> str:
    """The characters with the codes of fields as NUL; what a field shows stays. A field that never ends is none."""
    kept, open_fields = list(letters), list[list[int]]()
    for found in _FIELD.finditer(letters):
        if found[0] == "\x13":
            open_fields.append([found.start()])
        elif found[0] == "\x14" and open_fields:
            open_fields[-1].append(found.start())
        elif open_fields:
            start, *result = open_fields.pop()
            end = (result or [found.start()])[0]
            kept[start:end] = "\0" * (end - start)
    return "".join(kept)


class _Edges(NamedTuple):
    """Where the cells of a row begin and end across the page, and two bytes on how each is merged."""

    places: tuple[int, ...]
    merged: tuple[int, ...]


@dataclass(slots=True)
class _Table:
    """The rows of a table as they come."""

    rows: list[tuple[list[list[Element]], _Edges | None]] = field(default_factory=list)
    cells: list[list[Element]] = field(default_factory=list)
    cell: list[Element] = field(default_factory=list)

    def take(self, paragraph: Paragraph) -> None:
        """One more paragraph, which may end a cell or a row."""
        if paragraph.mark == "\a" and paragraph.properties.get(_ROW_END) == b"\x01":
            self.rows.append((self.cells, _edges(paragraph.properties.get(_ROW, b""))))
            self.cells = []
            return
        self.cell.append(_element(paragraph))
        if paragraph.mark == "\a":
            self.cells.append(self.cell)
            self.cell = []

    def element(self) -> Element:
        """``<w:tbl>``; a last row that was never ended is one all the same."""
        if self.cell:
            self.cells.append(self.cell)
        if self.cells:
            self.rows.append((self.cells, None))
        made = Element("tbl")
        columns = _columns(edges for _, edges in self.rows if edges is not None)
        for cells, edges in self.rows:
            row = SubElement(made, "tr")
            fits = edges is not None and len(edges.places) == len(cells) + 1
            for k, blocks in enumerate(cells):
                cell = SubElement(row, "tc")
                if fits and edges is not None:
                    cell.append(_cell_properties(edges, k, columns))
                cell.extend(blocks)
        return made


def _edges(stored: bytes) -> _Edges | None:
    count = stored[0] if stored else 0
    if not 0 < count <= _MOST_CELLS or len(stored) < 3 + 2 * count:
        return None
    places = unpack_from(f"<{count + 1}h", stored, 1)
    at = 3 + 2 * count
    # A row may tell of its first cells only.
    told = [unpack_from("<H", stored, at + 20 * k)[0] for k in range(count) if at + 20 * k + 2 <= len(stored)]
    return _Edges(places, (*told, *[0] * (count - len(told))))


def _columns(rows: Iterable[_Edges]) -> list[int]:
    """The edges of a table's columns: those of all rows, near ones taken for one."""
    edges = sorted({place for row in rows for place in row.places})
    return edges[:1] + [right for left, right in pairwise(edges) if right - left > _NEAR]


def _cell_properties(edges: _Edges, k: int, columns: list[int]) -> Element:
    made = Element("tcPr")
    left, right = edges.places[k], edges.places[k + 1]
    spanned = sum(1 for place in columns if left + _NEAR < place <= right)
    SubElement(made, "gridSpan", {"val": str(max(spanned, 1))})
    merged = edges.merged[k]
    if merged & 0x40:
        SubElement(made, "vMerge", {"val": "restart"})
    elif merged & 0x20:
        SubElement(made, "vMerge")
    return made


def _tree(paragraphs: Iterable[Paragraph]) -> Element:
    """``<w:body>`` of some paragraphs and tables."""
    body = Element("body")
    body.extend(_blocks(paragraphs))
    return body


def _blocks(paragraphs: Iterable[Paragraph]) -> Iterator[Element]:
    table: _Table | None = None
    for paragraph in paragraphs:
        if paragraph.properties.get(_IN_TABLE) == b"\x01" or paragraph.mark == "\a":
            table = table or _Table()
            table.take(paragraph)
            continue
        if table is not None:
            yield table.element()
            table = None
        yield _element(paragraph)
    if table is not None:
        yield table.element()


def _element(paragraph: Paragraph) -> Element:
    made = Element("p")
    made.append(paragraph_properties(paragraph.style, paragraph.properties))
    words = _CONTROLS.sub(lambda found: _SHOWN.get(found[0], ""), paragraph.words)
    SubElement(SubElement(made, "r"), "t").text = words
    return made
