"""The task table as a Word document in the style of GB/T 9704-2012, written part by part: no library, the same bytes.

The table lies across an A4 page turned by a quarter, as the standard has tables that are too wide (its 10.1): binding
edge on top. Type of the title 方正小标宋, of the words 仿宋; where a computer has no such font, the font table says which
kind to take instead. The row of headings is repeated on every page, page numbers stand between dashes (7.5).
"""

import io
import zipfile
from collections.abc import Iterator, Mapping

from kjplan.checklists.sheet import IN_PLAN, Cell, Origin, Sheet
from kjplan.language import current, say
from kjplan.output.docx_parts import CONTENT_TYPES, FONT_TABLE, FOOTER, PACKAGE_RELATIONS, RELATIONS, STYLES, core
from kjplan.output.escape import visible_lines
from kjplan.output.width import width as width_of

_WIDTH = 12_757
"""Width of the table in twentieths of a point: 225 mm, the height of the standard's type area."""
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="907" w:gutter="0"/>'
    "</w:sectPr>"
)
"""A4 landscape; margins 28, 37, 26 and 35 mm: those of the standard, turned with the page."""
_LETTER, _PADDING = 210, 120
"""A Chinese character of 10.5 points, and what a cell keeps free on both sides, in twentieths of a point."""
_SHORT = 15
"""Lines of a row that stays on one page: half of what a page holds. Some programs cut off what is higher than a page."""
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_STYLES: dict[Origin, str] = {"stated": "Cell", "assigned": "Assigned", "absent": "Absent", "open": "Cell"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every part of the package: the earliest that a zip file can say."""
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def to_docx(sheet: Sheet) -> bytes:
    """The document's bytes; the same for the same table."""
    language = "zh-CN" if current() == "zh" else "en-GB"
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "docProps/core.xml": core(escaped(sheet.title), sheet.date, language),
        "word/_rels/document.xml.rels": RELATIONS,
        "word/document.xml": "".join(_document(sheet)),
        "word/fontTable.xml": FONT_TABLE,
        "word/footer1.xml": FOOTER,
        "word/styles.xml": STYLES.replace("LANGUAGE", language),
    }
    return packed(parts)


def packed(parts: Mapping[str, str]) -> bytes:
    """The package of a document's parts, which are given by name; the same bytes for the same parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode("utf-8"))
    return file.getvalue()


def _document(sheet: Sheet) -> Iterator[str]:
    widths = _widths(sheet)
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACES}><w:body>'
    yield paragraphs(sheet.title, "Title")
    yield paragraphs(sheet.source, "Source")
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="Table"/>'
    yield f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield f"<w:tblGrid>{grid}</w:tblGrid>"
    head = "".join(_cell(column.heading, "Head", width) for column, width in zip(sheet.columns, widths, strict=True))
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    for block in sheet.blocks:
        if block.title is not None:
            yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(block.title, 'Group', sum(widths), len(widths))}</w:tr>"
        for line in block.lines:
            whole = "<w:trPr><w:cantSplit/></w:trPr>" if _lines(line.cells, widths) <= _SHORT else ""
            yield f"<w:tr>{whole}{_cells(line.cells, sheet, widths)}</w:tr>"
    yield f"</w:tbl>{paragraphs('', 'Source')}{_SECTION}</w:body></w:document>"


def _widths(sheet: Sheet) -> list[int]:
    """The columns' shares of the table, in twentieths of a point."""
    wanted = [column.width for column in sheet.columns]
    return [_WIDTH * width // sum(wanted) for width in wanted]


def _lines(cells: list[Cell], widths: list[int]) -> int:
    """Lines of the highest cell of a row, about."""
    rooms = [max(1, (width - _PADDING) // _LETTER) for width in widths]
    return max(
        sum(max(1, -(-width_of(part) // (2 * room))) for part in (cell.text + _stated(cell.stated)).split("\n"))
        for cell, room in zip(cells, rooms, strict=True)
    )


def _cells(cells: list[Cell], sheet: Sheet, widths: list[int]) -> str:
    return "".join(
        _cell(text + _stated(stated), "Number" if column.fact == "no" else _STYLES[origin], width)
        for (text, origin, stated), column, width in zip(cells, sheet.columns, widths, strict=True)
    )


def _stated(words: str | None) -> str:
    """What the plan states, after words of the ledger that take its place."""
    return "" if words is None else say(*IN_PLAN).format(words)


def _cell(text: str, style: str, width: int, span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraphs(text, style)}</w:tc>"
    )


def paragraphs(text: str, style: str) -> str:
    """Each line of a text as a paragraph."""
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        + (f'<w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r>' if line else "")
        + "</w:p>"
        for line in text.split("\n")
    )


def escaped(text: str) -> str:
    """Text for XML: mark-up as entities, what XML cannot hold (control characters, half pairs) shown as what it is."""
    return visible_lines(text).translate(_ESCAPES)
