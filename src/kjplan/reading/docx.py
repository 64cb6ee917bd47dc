"""Word files (.docx): the text as Word shows it, automatic numbers included.

Read from the zip part by part and not through python-docx, whose paragraphs hold neither automatic numbers nor text boxes
and footnotes: all of these are words that a reader of the file sees. Sizes are bounded before anything is unpacked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.model import FurnitureKind
from kjplan.reading.assembled import Line, lines_of_row, source_of
from kjplan.reading.docx_tables import Cell, Columns
from kjplan.reading.numbering import Numbering, is_on
from kjplan.reading.package import Package
from kjplan.reading.text import SourceText

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_OTHER_KINDS = (
    ("ppt/presentation.xml", ".pptx", "另存为 .docx 或纯文本", "save the text as .docx or plain text"),
    ("OFD.xml", "OFD", "用 OFD 阅读器另存为 .pdf 或文本", "save it as .pdf or text with an OFD reader"),
    ("content.xml", "OpenDocument", "libreoffice --headless --convert-to docx FILE",
     "libreoffice --headless --convert-to docx FILE"),
)  # fmt: skip
"""A part that tells another kind of zip file, what it is, and what to do with it."""

_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOT_TEXT = frozenset(
    ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid",
     "trPr", "tcPr", "sectPr", "rt", "annotationRef", "footnoteRef", "endnoteRef")
)  # fmt: skip
"""What holds no words of the document: properties, deleted words, field codes, readings above characters."""
_PAGE_NUMBER = re.compile(r"\W*+第?\W*+[0-9]{1,4}\W*+页?\W*+")


def read_docx(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a Word file: a paragraph a line, a table row a line with `` | `` between its cells; a body or a time that
    several rows share is said in each.

    Text boxes and footnotes follow the paragraph they are anchored in. Headers and footers stand once each at the end, as
    ``furniture``; so does, in its place, a table of contents. Deleted words and hidden text are no text.

    :raises SourceError: damaged, encrypted, too large, another kind of file, or without text
    """
    package = Package.open(data, where)
    _refuse_others(package, where)
    main = _main_part(package, where)
    root = package.tree(main)
    body = root.find("body")
    relations = package.relations(main)
    document = Document(
        Numbering.of(_tree(package, relations, "numbering"), styles := _tree(package, relations, "styles")),
        contents=contents_styles(styles),
        footnotes=_notes(_tree(package, relations, "footnotes")),
        endnotes=_notes(_tree(package, relations, "endnotes")),
    )
    lines = [] if body is None else [*document.blocks(body), *document.rest()]
    if not any(line.words.strip() for line in lines):
        raise _blank(package, where)
    lines += _running_heads(package, relations, document)
    return source_of(lines, data, name, MEDIA_TYPE, document.unread)


def _refuse_others(package: Package, where: str) -> None:
    """Nothing, where a package may be a Word file.

    :raises SourceError: it is one of another program
    """
    for part, kind, zh, en in _OTHER_KINDS:
        if part in package.names:
            raise SourceError(
                say(f"这是 {kind} 文件，不是 .docx", f"this is a {kind} file, no .docx"), where, say(zh, en)
            )


def _main_part(package: Package, where: str) -> str:
    main = next(iter(package.relations("").get("officeDocument", [])), "word/document.xml")
    if main not in package.names:
        raise SourceError(
            say("这是 .zip 压缩包，不是 .docx", "this is a .zip file, no .docx"),
            where,
            say("先解压，再读其中的文件", "unpack it and read the files in it"),
        )
    return main


def _blank(package: Package, where: str) -> SourceError:
    pictures = any("/media/" in part for part in package.names)
    tip = (
        say("文中只有图片：先做文字识别（OCR）", "it holds pictures only: run OCR on them first")
        if pictures
        else say("检查是否选对了文件", "check that it is the right file")
    )
    return SourceError(say(".docx 文件没有文字", "a .docx file without text: nothing but blanks"), where, tip)


def _tree(package: Package, relations: dict[str, list[str]], kind: str) -> Element | None:
    part = next(iter(relations.get(kind, [])), None)
    return None if part is None else package.tree(part)


def contents_styles(styles: Element | None) -> frozenset[str]:
    """Ids of the styles of a table of contents: those that Word names toc 1 to toc 9."""
    found = set()
    for style in [] if styles is None else styles.iter("style"):
        label = style.find("name")
        if label is not None and re.fullmatch(r"toc [1-9]", label.get("val", ""), re.IGNORECASE):
            found.add(style.get("styleId", ""))
    return frozenset(found)


def _notes(root: Element | None) -> dict[str, Element]:
    """Footnotes by id, the separators above them left out."""
    return {} if root is None else {e.get("id", ""): e for e in root if e.get("type") in (None, "normal")}


def _running_heads(package: Package, relations: dict[str, list[str]], document: "Document") -> Iterator[Line]:
    """The lines of all headers and footers, each once."""
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for part in relations.get(kind, []):
            lines = document.blocks(package.tree(part))
            yield from furniture_of(lines, "footer" if kind == "footer" else "other", seen)


def furniture_of(lines: Iterable[Line], kind: FurnitureKind, seen: set[str]) -> Iterator[Line]:
    """Lines of headers and footers that were not seen before; page numbers are told."""
    for words, _, _ in lines:
        if words.strip() and words not in seen:
            seen.add(words)
            yield Line(words, "page_number" if _PAGE_NUMBER.fullmatch(words) else kind)


@dataclass(slots=True)
class Document:
    """What paragraphs need to know of the whole document. Blocks must be taken in document order, as numbers count on."""

    numbering: Numbering
    contents: frozenset[str]
    footnotes: dict[str, Element] = field(default_factory=dict)
    endnotes: dict[str, Element] = field(default_factory=dict)
    unread: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    _tables: int = 0
    """How many tables have begun."""
    _carried: str = ""
    """Words of a paragraph whose end was deleted: they belong to the next one."""

    def blocks(self, parent: Element) -> Iterator[Line]:
        """The lines of the paragraphs and tables in an element."""
        for child in parent:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag == "tbl":
                yield from self._table(child)
            elif child.tag == "AlternateContent":
                yield from self.blocks(_alternative(child))
            elif child.tag == "sdt":
                yield from self._control(child)
            elif child.tag == "altChunk":
                self.unread.append(("part-not-read", (child.get("id", "altChunk"),)))
            elif child.tag not in _NOT_TEXT:
                yield from self.blocks(child)

    def rest(self) -> list[Line]:
        """The words of a last paragraph whose end was deleted."""
        carried, self._carried = self._carried, ""
        return [Line(carried)] if carried else []

    def _control(self, control: Element) -> Iterator[Line]:
        """A content control: Word builds tables of contents in one."""
        gallery = control.find("sdtPr/docPartObj/docPartGallery")
        contents = gallery is not None and gallery.get("val") == "Table of Contents"
        for line in [] if _is_placeholder(control) else self.blocks(control):
            yield line._replace(kind="table_of_contents") if contents else line

    def _paragraph(self, p: Element) -> Iterator[Line]:
        properties = p.find("pPr")
        words: list[str] = []
        boxes: list[Element] = []
        self._inline(p, words, boxes)
        text = self._carried + "".join(words)
        self._carried = ""
        if properties is not None and properties.find("rPr/del") is not None:
            self._carried = text
        else:
            style = None if properties is None else properties.find("pStyle")
            contents = style is not None and style.get("val") in self.contents
            for line in (self.numbering.label(properties) + text).split("\n"):
                yield Line(line, "table_of_contents" if contents else None)
        for box in boxes:
            yield from self.blocks(box)

    def _inline(self, parent: Element, words: list[str], boxes: list[Element]) -> None:
        """Collect the words of a paragraph, and the text boxes and notes anchored in it."""
        for child in parent:
            tag = child.tag
            if tag == "t":
                words.append(child.text or "")
            elif tag in _CHARACTERS:
                words.append(_CHARACTERS[tag])
            elif tag == "sym":
                words.append(_symbol(child))
            elif tag == "txbxContent":
                boxes.append(child)
            elif tag in ("footnoteReference", "endnoteReference"):
                notes = self.footnotes if tag == "footnoteReference" else self.endnotes
                note = notes.pop(child.get("id", ""), None)
                boxes += [] if note is None else [note]
            elif tag == "AlternateContent":
                self._inline(_alternative(child), words, boxes)
            elif tag not in _NOT_TEXT and not _is_hidden(child):
                self._inline(child, words, boxes)

    def _table(self, table: Element) -> Iterator[Line]:
        columns, self._tables = Columns(), self._tables + 1
        number = self._tables
        for row in _inside(table, "tr"):
            if row.find("trPr/del") is not None:
                continue
            cells = [
                Cell.of(tc, [line.words.strip() for line in self.blocks(tc) if line.words.strip()])
                for tc in _inside(row, "tc")
            ]
            yield from lines_of_row(number, columns, cells)


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls and marked insertions too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            yield from _inside(child, tag)


def _alternative(choice: Element) -> Element:
    """One of the forms that ``AlternateContent`` holds of the same thing: the first that has words, else the first."""
    forms = list(choice)
    return next((f for f in forms if any(t.text for t in f.iter("t"))), forms[0] if forms else choice)


def _is_hidden(e: Element) -> bool:
    """Whether a run is formatted as hidden text, or a content control shows its placeholder only."""
    return (e.tag == "r" and is_on(e.find("rPr/vanish"))) or (e.tag == "sdt" and _is_placeholder(e))


def _is_placeholder(control: Element) -> bool:
    return is_on(control.find("sdtPr/showingPlcHdr"))


def _symbol(e: Element) -> str:
    """The character of ``<w:sym>``; the private use area of symbol fonts is kept as it is stored."""
    try:
        return chr(int(e.get("char", ""), 16))
    except (ValueError, OverflowError):
        return "\ufffd"
