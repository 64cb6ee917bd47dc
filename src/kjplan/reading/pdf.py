"""PDF files: the text of their pages, paragraph by paragraph.

PDFium runs in a process of its own, with bounded time and memory: measured with pypdfium2 5.15, a file of 970 KB took 8 GB
and 28 s, one of 700 bytes (a form that draws itself twice) never ended, and a crash in native code cannot be caught.
"""

import json
import subprocess
import sys
from itertools import accumulate, groupby
from typing import Any

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.reading.docx_tables import grids_of
from kjplan.reading.pdf_cut_rows import join_cut_rows
from kjplan.reading.pdf_layout import blocks
from kjplan.reading.pdf_lines import Page
from kjplan.reading.pdf_tables import TableCell, TableText
from kjplan.reading.pdf_words import Line
from kjplan.reading.text import SourceText

MEDIA_TYPE = "application/pdf"
MAX_SECONDS = 60
"""How long the reading of one file may take; a thousand pages take about twenty seconds."""

_FAULTS = {
    "reader": (
        "读 PDF 需要 pypdfium2", "reading PDF needs pypdfium2",
        "pip install pypdfium2，或先转换成文本", "pip install pypdfium2, or convert it to text first",
    ),
    "password": (
        "文件设有密码", "the PDF is protected by a password",
        "去掉密码再读：qpdf --decrypt --password=密码 FILE OUT", "remove it first: qpdf --decrypt --password=… FILE OUT",
    ),
    "damaged": (
        "PDF 文件已损坏", "a damaged PDF file",
        "重新下载，或用阅读器打开后另存", "fetch it again, or open it in a viewer and save it",
    ),
    "large": (
        "PDF 页数或文字过多", "a PDF with too many pages or too much text",
        "拆成几个文件：qpdf --split-pages=500 FILE OUT", "split it: qpdf --split-pages=500 FILE OUT",
    ),
    "costly": (
        "读这个 PDF 所需的时间或内存过多", "the PDF takes too much time or memory to read",
        "用阅读器打开，另存为文本", "open it in a viewer and save it as text",
    ),
    "blank": (
        "PDF 的各页都没有文字：是空白的，或是扫描件", "no page of the PDF has text: blank, or scanned",
        "先做文字识别（OCR）：ocrmypdf -l chi_sim FILE OUT", "run OCR on it first: ocrmypdf -l chi_sim FILE OUT",
    ),
    "unread": (
        "PDF 的字体没有嵌入，文件也没有说明画的是哪些字，一个字都读不出",
        "the fonts of the PDF are not embedded and it does not say which characters it draws: none can be read",
        "另存为嵌入字体的 PDF，或做文字识别（OCR）：ocrmypdf --force-ocr -l chi_sim FILE OUT",
        "save it with its fonts embedded, or run OCR on it: ocrmypdf --force-ocr -l chi_sim FILE OUT",
    ),
}  # fmt: skip
"""What went wrong, in Chinese and English, and what to do."""


def read_pdf(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a PDF, a paragraph a line; page numbers and running heads stand after the paragraph that they
    interrupt, as ``furniture``. ``notes`` names the pages that hold a picture and no text, and those with
    characters that no one can name.

    :raises SourceError: damaged, protected, too large, too costly, or without text on any page
    """
    from hashlib import sha256
    from importlib.util import find_spec

    if find_spec("pypdfium2") is None:
        raise _fault("reader", where)
    pages = _pages(data, where)
    found = list(blocks(pages))
    if not any(block.words.strip() for block in found if block.kind is None):
        raise _fault("unread" if any(page.unread for page in pages) else "blank", where)
    source = SourceText(
        "\n".join(block.words for block in found) + "\n",
        name=name,
        sha256=sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
    )
    starts = accumulate((len(block.words) + 1 for block in found), initial=0)
    placed = [(at, at + len(block.words), block) for at, block in zip(starts, found, strict=False)]
    source.furniture = [(block.kind, (at, end)) for at, end, block in placed if block.kind]
    source.tables = grids_of([(at, end, block.row) for at, end, block in placed if block.row])
    source.unmarked = {at for at, _, block in placed if block.row and not block.row.marked}
    for number, page in enumerate(pages, 1):
        if page.unread:
            source.notes.append(("glyphs-not-read", (str(number), str(page.unread))))
        elif page.pictures and not page.lines and not page.tables:
            source.notes.append(("page-without-text", (str(number),)))
    unsure = [(at, end, block.unsure) for at, end, block in placed if block.unsure]
    for number, group in groupby(unsure, lambda row: row[2]):
        rows = [*group]
        source.unsure.append(((rows[0][0], rows[-1][1]), len(rows), number))
    return source


def _pages(data: bytes, where: str) -> list[Page]:
    """The pages as the other process gives them."""
    command = [sys.executable, "-m", "kjplan.reading.pdf_lines"]
    try:
        run = subprocess.run(command, input=data, capture_output=True, timeout=MAX_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise _fault("costly", where) from None
    try:
        answer: dict[str, Any] = json.loads(run.stdout) if run.returncode == 0 else {}
    except ValueError:
        answer = {}
    if "pages" not in answer:
        raise _fault(answer.get("fault", "costly"), where)
    return join_cut_rows([_page(*page) for page in answer["pages"]])


def _page(pictures: bool, width: float, height: float, lines: list[Any], tables: list[Any], unread: int) -> Page:
    texts = [TableText(top, [[TableCell(*cell) for cell in row] for row in rows], *rest) for top, rows, *rest in tables]
    return Page(pictures, width, height, [Line(*line) for line in lines], texts, unread)


def _fault(kind: str, where: str) -> SourceError:
    zh, en, tip_zh, tip_en = _FAULTS[kind]
    return SourceError(say(zh, en), where, say(tip_zh, tip_en))
