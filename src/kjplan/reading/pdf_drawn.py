"""What a page of PDFium draws: its paths, and its words whose glyphs have no box, which PDFium would leave out of its text.

``CPDF_TextPage::ProcessTextObject`` passes over a text object that is no wider than ``kSizeEpsilon``. A glyph has no box where its
font is not embedded and the machine has none with it, where the font is without outlines, as that of a layer of recognised text
may be, and where it is a blank. An object with one such glyph has no width, nor has a whole line of them that is turned or set
downwards, and its words were lost. A stroke widens an object by the width of its line (``CPDF_TextObject::CalcPositionData``); so
these are given one before the text is taken, and are read on any machine.
"""

from collections.abc import Callable
from ctypes import byref, c_float, c_void_p, cast
from dataclasses import dataclass, field
from typing import Any
from unicodedata import category

MOST_PATHS = 20_000
_NO_WIDTH = 0.01
_STROKE = 0.1
_UNSEEN = {"Cc", "Cf", "Mn", "Me", "Zl", "Zp"}
"""Unicode's categories of what neither draws anything of its own nor parts words: a glyph of these has no box in any font."""


@dataclass(slots=True)
class Drawn:
    """The first paths of a page, those in forms left out, the objects that were widened, and how many characters of these no one
    can name: their font is not embedded, and the file has no Unicode for them."""

    paths: list[Any] = field(default_factory=list)
    widened: set[int] = field(default_factory=set)
    unread: int = 0

    def passes(self, words: Any, i: int, code: int) -> bool:
        """Whether a character of the text stands there only because its object was widened, and is none to read: unknown, or nothing
        that is seen. A blank is read, as it is beside other words of its object.

        :param words: the text of the page, by PDFium's handle
        :param code: the character's code
        """
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

        unknown = pdfium.FPDFText_HasUnicodeMapError(words, i) == 1
        if not unknown and (code >= 0x110000 or category(chr(code)) not in _UNSEEN):
            return False
        drawn = pdfium.FPDFText_GetTextObject(words, i)
        if not drawn or _address(drawn) not in self.widened:
            return False
        if unknown and pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(drawn)) == 0:
            self.unread += 1
        return True


def drawn_on(page: Any) -> Drawn:
    """What a page of PDFium draws, words of no width widened: to be called before its text is taken."""
    import pypdfium2.raw as pdfium

    found = Drawn()
    left, bottom, right, top = (c_float() for _ in range(4))
    sides = [byref(side) for side in (left, bottom, right, top)]
    kind_of, bounds = pdfium.FPDFPageObj_GetType, pdfium.FPDFPageObj_GetBounds
    text, path, form = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM

    def walk(holder: Any, count: int, item: Callable[[Any, int], Any], paths: list[Any] | None) -> None:
        for k in range(count):
            drawn = item(holder, k)
            kind = kind_of(drawn)
            if kind == text:
                if bounds(drawn, *sides) and abs(right.value - left.value) < _NO_WIDTH:
                    _widen(drawn)
                    found.widened.add(_address(drawn))
            elif kind == path:
                if paths is not None and len(paths) < MOST_PATHS:
                    paths.append(drawn)
            elif kind == form:
                walk(drawn, pdfium.FPDFFormObj_CountObjects(drawn), pdfium.FPDFFormObj_GetObject, None)

    walk(page.raw, pdfium.FPDFPage_CountObjects(page.raw), pdfium.FPDFPage_GetObject, found.paths)
    return found


def _widen(drawn: Any) -> None:
    """Give a text object a stroke, and have PDFium measure it again."""
    import pypdfium2.raw as pdfium

    pdfium.FPDFTextObj_SetTextRenderMode(drawn, pdfium.FPDF_TEXTRENDERMODE_STROKE)
    pdfium.FPDFPageObj_SetStrokeWidth(drawn, _STROKE)
    pdfium.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, 0, 0)


def _address(drawn: Any) -> int:
    return cast(drawn, c_void_p).value or 0
