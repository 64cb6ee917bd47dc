"""Fonts for the PDFs of the tests: one of their own to embed, so that no machine's fonts change what is read, one without outlines,
as layers of recognised text have it, and one that is not embedded."""

from functools import cache
from io import BytesIO

import pytest

OWN, BARE, UNEMBEDDED = "Kjplan-Squares", "Kjplan-Bare", "STSong-Light"
"""Names of the fonts: squares for glyphs, no outlines but that of an unknown character, and not embedded (a machine may have it or not)."""

_LATIN = range(0x20, 0x7F)
_CHINESE = (
    *range(0x2010, 0x2028), *range(0x2030, 0x2060), *range(0x2100, 0x2800), *range(0x3000, 0x3400), *range(0x4E00, 0xA000),
    *range(0xFE30, 0xFE50), *range(0xFF01, 0xFF61), *range(0xFFE0, 0xFFE7), *range(0xA0, 0x180),
)  # fmt: skip
_BLANKS = {0x20: "latin20", 0xA0: "blank", 0x3000: "blank"}
_BOTTOM, _TOP = -254, 752


def pdf_font(name: str = OWN) -> str:
    """The name of one of the fonts above, made known to reportlab."""
    pytest.importorskip("reportlab", reason="reportlab, which makes the PDFs, is not installed")
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont

    for some in (UNEMBEDDED, name):
        if some not in pdfmetrics.getRegisteredFontNames():
            made = UnicodeCIDFont(some) if some == UNEMBEDDED else TTFont(some, BytesIO(font_file(some)))
            pdfmetrics.registerFont(made)
    return name


@cache
def font_file(name: str) -> bytes:
    """A TrueType font whose characters are as wide as those of the one that is not embedded, which reportlab knows without having
    it: a square for all Chinese ones, narrower ones for Latin letters, figures and marks."""
    pytest.importorskip("fontTools", reason="fontTools, which makes the font of the PDFs, is not installed")
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from reportlab.pdfbase.pdfmetrics import stringWidth

    widths = {".notdef": 1000, "square": 1000, "blank": 1000}
    widths |= {f"latin{code:x}": int(stringWidth(chr(code), UNEMBEDDED, 1000)) for code in _LATIN}
    glyphs = {}
    for glyph, width in widths.items():
        pen = TTGlyphPen(None)
        if glyph == ".notdef" or (name != BARE and glyph not in _BLANKS.values()):
            pen.moveTo((0, _BOTTOM))
            for corner in ((0, _TOP), (width, _TOP), (width, _BOTTOM)):
                pen.lineTo(corner)
            pen.closePath()
        glyphs[glyph] = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([*widths])
    font.setupCharacterMap(dict.fromkeys(_CHINESE, "square") | {code: f"latin{code:x}" for code in _LATIN} | _BLANKS)
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics({glyph: (width, 0) for glyph, width in widths.items()})
    font.setupHorizontalHeader(ascent=_TOP, descent=_BOTTOM)
    font.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    font.setupOS2(sTypoAscender=_TOP, sTypoDescender=_BOTTOM, usWinAscent=_TOP, usWinDescent=-_BOTTOM)
    font.setupPost()
    file = BytesIO()
    font.save(file)
    return file.getvalue()
