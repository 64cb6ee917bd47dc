"""Words of PDF files whose glyphs have no box, for want of a font or of outlines: PDFium leaves them out, kjplan reads them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from kjplan import language
from kjplan.checking.rules.parser_codes import said
from kjplan.errors import SourceError
from kjplan.parsing import parse_source
from kjplan.reading import decode
from tests.conftest import NOTICE
from tests.reading.builders import LAYOUTS, outline, pdf_of, plan_of, plan_of_lines, shown_lines_of
from tests.reading.fonts import BARE, OWN, UNEMBEDDED, font_file, pdf_font
from tests.reading.raw_pdf import CATALOGUE, FONT, IMAGE, PAGE, PAGES, pdf_file, stream

FONTS = [OWN, BARE, UNEMBEDDED]
LINES = [
    NOTICE,
    *(LAYOUTS / f"{name}.txt" for name in ("letterhead", "hard-wrapped", "number-in-brackets-below-the-title")),
]
"""Texts with lines of one character or two."""


def canvas_of(draw: Callable[[Any], None], font: str) -> bytes:
    """A PDF on whose page ``draw`` draws in a font."""
    pdf_font(font)
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, pagesize=(500, 500))
    canvas.setFont(font, 16)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def text_of(data: bytes) -> str:
    return decode(data, "a.pdf").text


@pytest.mark.parametrize("font", [BARE, UNEMBEDDED])
@pytest.mark.parametrize("path", LINES, ids=lambda p: p.stem)
def test_the_plan_is_the_same_with_any_font(path: Path, font: str) -> None:
    words = shown_lines_of(path)
    assert outline(plan_of(pdf_of(words, font=font), "a.pdf")) == outline(plan_of_lines(words))


@pytest.mark.parametrize("font", FONTS)
def test_glyphs_that_are_drawn_one_by_one(font: str) -> None:
    def draw(canvas: Any) -> None:
        for k, word in enumerate("一、全年新建平台，9家"):
            canvas.drawString(50 + 16 * k, 400, word)
        canvas.drawString(50, 300, "附")

    assert text_of(canvas_of(draw, font)) == "一、全年新建平台，9家\n附\n"


@pytest.mark.parametrize("font", FONTS)
def test_a_blank_that_is_drawn_on_its_own_is_read_as_others_are(font: str) -> None:
    def draw(canvas: Any) -> None:
        for left, words in ((50, "甲局"), (82, " "), (86, "乙局"), (118, " ")):
            canvas.drawString(left, 400, words)
        canvas.drawString(50, 300, "甲局 乙局 ")

    assert text_of(canvas_of(draw, font)) == "甲局 乙局\n甲局 乙局\n"


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("turn", [90, 270])
def test_words_along_the_height_of_a_turned_page(font: str, turn: int) -> None:
    """No glyph of them has a height, so that the line has no width, however long."""

    def draw(canvas: Any) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(250, 250)
        canvas.rotate(turn)
        canvas.drawString(-150, 0, "一、重点任务")
        canvas.drawString(-150, -40, "建设平台")

    assert text_of(canvas_of(draw, font)) == "一、重点任务\n建设平台\n"


@pytest.mark.parametrize("font", FONTS)
def test_words_in_forms(font: str) -> None:
    def draw(canvas: Any) -> None:
        canvas.beginForm("inner")
        canvas.setFont(font, 16)
        canvas.drawString(50, 400, "附")
        canvas.endForm()
        canvas.beginForm("outer")
        canvas.doForm("inner")
        canvas.endForm()
        canvas.translate(20, 20)
        canvas.doForm("outer")

    assert text_of(canvas_of(draw, font)) == "附\n"


NAMELESS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Madeup/Encoding/Identity-H%s/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    b"/BaseFont/Madeup/CIDSystemInfo<</Registry(Madeup)/Ordering(Madeup)/Supplement 0>>/DW 1000>>]>>"
)
"""A font that is not embedded, of characters that no machine knows."""
TO_UNICODE = stream(
    b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    b"2 beginbfchar <F001> <9644> <F002> <200B> endbfchar endcmap end"
)


def drawn(*codes: bytes, words: bytes = b"", named: bool = False, image: bool = False, file: bytes = b"") -> bytes:
    """A PDF with a glyph a text object, of the font above and, where ``named``, with names for some of its glyphs.

    :param file: the font's file, where it is embedded
    """
    body = b"".join(b"BT /N 12 Tf %d 400 Td <%s> Tj ET " % (50 + 12 * k, code) for k, code in enumerate(codes))
    body += b"BT /F 12 Tf 50 250 Td (%s) Tj ET " % words if words else b""
    body += b"500 0 0 500 0 0 cm /X Do" if image else b""
    page = PAGE.replace(b"/F 5 0 R", b"/F 5 0 R/N 7 0 R")
    font = NAMELESS % (b"/ToUnicode 8 0 R" if named else b"")
    if file:
        descriptor = b"/FontDescriptor<</Type/FontDescriptor/FontName/Madeup/Flags 4/FontFile2 9 0 R>>"
        font = font.replace(b"/DW", descriptor + b"/DW")
    return pdf_file(CATALOGUE, PAGES, page, stream(body), FONT, IMAGE, font, TO_UNICODE, stream(file))


def test_a_character_that_the_file_names_is_read_without_its_font() -> None:
    source = decode(drawn(b"F001", b"F002", named=True), "a.pdf")
    assert (source.text, source.notes) == ("附\n", [])


def test_characters_that_no_one_can_name_are_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    source = decode(drawn(b"F003", b"F004", words=b"Plan of 2023"), "a.pdf")
    assert (source.text, source.notes) == ("Plan of 2023\n", [("glyphs-not-read", ("1", "2"))])
    (told,) = [d for d in parse_source(source).plan.diagnostics if d.code == "glyphs-not-read"]
    assert told.severity == "warning"
    assert told.message.startswith("2 characters of page 1 were not read")
    monkeypatch.setattr(language, "_chosen", "zh")
    assert said(told).startswith("第 1 页有 2 个字没有读出")


@pytest.mark.parametrize("image", [False, True])
def test_a_file_of_such_characters_is_not_called_blank(image: bool) -> None:
    with pytest.raises(SourceError, match="fonts of the PDF are not embedded") as error:
        decode(drawn(b"F003", image=image), "a.pdf")
    assert "fonts embedded" in (error.value.tip or "")


def test_a_glyph_without_a_name_in_an_embedded_font_that_draws_nothing_is_no_character() -> None:
    """A blank, mostly: programs leave it out of the names of a font's glyphs."""
    data = drawn(b"0003", b"0003", words=b"Plan of 2023", file=font_file(BARE))
    source = decode(data, "a.pdf")
    assert (source.text, source.notes) == ("Plan of 2023\n", [])


def test_a_scanned_page_with_a_blank_is_noted() -> None:
    kids = b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>"
    second = PAGE.replace(b"4 0 R/Res", b"8 0 R/Res")
    scan = stream(b"BT /F 12 Tf 50 250 Td ( ) Tj ET 500 0 0 500 0 0 cm /X Do")
    words = stream(b"BT /F 12 Tf 50 250 Td (Plan of 2023) Tj ET")
    source = decode(pdf_file(CATALOGUE, kids, PAGE, words, FONT, IMAGE, second, scan), "a.pdf")
    assert (source.text, source.notes) == ("Plan of 2023\n", [("page-without-text", ("2",))])
