"""A report as a Word document in the style of GB/T 9704-2012, on upright A4: title in 小标宋, chapters 黑体, sections 楷体,
words 仿宋 of size 三号 with lines 28 points apart and two characters of indent, page numbers between dashes."""

from collections.abc import Iterable, Iterator

from kjplan.language import current
from kjplan.output.docx import NAMESPACES, escaped, packed, paragraphs
from kjplan.output.docx_parts import (
    CENTRE,
    CONTENT_TYPES,
    FONT_TABLE,
    FOOTER,
    PACKAGE_RELATIONS,
    RELATIONS,
    STYLES,
    core,
    style,
)
from kjplan.querying.table import Table
from kjplan.reporting.summary import Block

_LINE = '<w:spacing w:line="560" w:lineRule="exact"/>'
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_OWN_STYLES = (
    style("Chapter", "黑体", 32, f'<w:keepNext/>{_LINE}{_INDENT}<w:outlineLvl w:val="1"/>')
    + style("Section", "楷体_GB2312", 32, f'<w:keepNext/>{_LINE}{_INDENT}<w:outlineLvl w:val="2"/>')
    + style("Words", "仿宋_GB2312", 32, f'{_LINE}{_INDENT}<w:jc w:val="both"/>')
    + style("Figure", "仿宋_GB2312", 21, '<w:jc w:val="right"/>')
    + style("Gap", "仿宋_GB2312", 21, CENTRE)
)
_STYLE = {"title": "Title", "heading": "Chapter", "subheading": "Section", "paragraph": "Words"}
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1418" w:gutter="0"/>'
    "</w:sectPr>"
)
"""A4; margins 37, 26, 35 and 28 mm, as the standard has them (its 5.2.1)."""
_WIDTH = 8844
"""Width of the type area in twentieths of a point: 156 mm."""
_SHARES = {"task": 5, "target": 4, "note": 4}
"""How wide a column is beside others, which have 2."""


def to_docx(blocks: Iterable[Block], date: str) -> bytes:
    """The document's bytes; the same for the same report.

    :param date: the day it is about, in ISO form: the document's own date
    """
    blocks = list(blocks)
    language = "zh-CN" if current() == "zh" else "en-GB"
    title = next((block.words for block in blocks if block.kind == "title"), "")
    return packed(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE_RELATIONS,
            "docProps/core.xml": core(escaped(title), date, language),
            "word/_rels/document.xml.rels": RELATIONS,
            "word/document.xml": "".join(_document(blocks)),
            "word/fontTable.xml": FONT_TABLE,
            "word/footer1.xml": FOOTER,
            "word/styles.xml": STYLES.replace("LANGUAGE", language).replace("</w:styles>", _OWN_STYLES + "</w:styles>"),
        }
    )


def _document(blocks: Iterable[Block]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACES}><w:body>'
    for block in blocks:
        if block.table is None:
            yield paragraphs(block.words, _STYLE[block.kind])
        else:
            yield from _table(block.table)
            yield paragraphs("", "Gap")
    yield f"{_SECTION}</w:body></w:document>"


def _table(table: Table) -> Iterator[str]:
    shares = [_SHARES.get(column.key, 2) for column in table.columns]
    widths = [_WIDTH * share // sum(shares) for share in shares]
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="Table"/>'
    yield f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    yield "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
    head = [_cell(column.heading, "Head", width) for column, width in zip(table.columns, widths, strict=True)]
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(head)}</w:tr>"
    looks = ["Figure" if column.align == "right" else "Cell" for column in table.columns]
    for row in table.rows:
        cells = [_cell(text, look, width) for text, look, width in zip(row, looks, widths, strict=True)]
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    yield "</w:tbl>"


def _cell(text: str, look: str, width: int) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraphs(text, look)}</w:tc>"
    )
