import zlib
from pathlib import Path

import pytest

from kjplan.errors import SourceError
from kjplan.reading import decode
from kjplan.reading import pdf as reader
from kjplan.reading.pdf_layout import joined, paragraphs
from kjplan.reading.pdf_lines import Page
from kjplan.reading.pdf_order import in_order
from kjplan.reading.pdf_tables import TableCell, TableText
from kjplan.reading.pdf_words import MARKER, Line
from tests.conftest import NOTICE
from tests.reading.builders import (
    TEXTS,
    docx_of,
    lines_of,
    outline,
    pdf_of,
    plan_of,
    plan_of_lines,
    shown_lines_of,
    soffice,
)
from tests.reading.raw_pdf import CATALOGUE, FONT, IMAGE, PAGE, PAGES, pdf_file, stream

# Where only two blanks part the paragraphs of a line, a PDF, which shows them as one, has other paragraphs.
SET = [p for p in TEXTS if outline(plan_of_lines(shown_lines_of(p))) == outline(plan_of_lines(lines_of(p)))]


@pytest.mark.parametrize("path", SET, ids=lambda p: p.stem)
def test_a_pdf_gives_the_plan_of_the_text_it_was_set_from(path: Path) -> None:
    words = shown_lines_of(path)
    assert outline(plan_of(pdf_of(words), "a.pdf")) == outline(plan_of_lines(words))


@pytest.mark.parametrize("size", [12, 22])
@pytest.mark.parametrize(("indent", "space_after"), [(2, 0), (0, 0), (0, 8)])
def test_any_size_with_and_without_indents(size: float, indent: float, space_after: float) -> None:
    words = lines_of(NOTICE)
    data = pdf_of(words, size=size, indent=indent, space_after=space_after)
    assert outline(plan_of(data, "a.pdf")) == outline(plan_of_lines(words))


def test_page_numbers_and_running_heads_stand_after_the_paragraph_they_interrupt() -> None:
    words = lines_of(NOTICE)
    source = decode(pdf_of(words, head="郑州市人民政府公报 2022年第3期"), "a.pdf")
    found = [(kind, source.text[slice(*span)]) for kind, span in source.furniture]
    pages = sum(kind == "page_number" for kind, _ in found)
    assert found.count(("other", "郑州市人民政府公报 2022年第3期")) == pages > 5
    assert ("page_number", "— 2 —") in found
    assert all(line in words for line in source.text.splitlines() if not line.startswith(("— ", "郑州市人民政府公报")))


def test_a_pdf_made_by_libreoffice_gives_the_same_plan(tmp_path: Path) -> None:
    words = lines_of(NOTICE)
    data = soffice(docx_of(words), "notice.docx", "pdf", tmp_path)
    assert outline(plan_of(data, "a.pdf")) == outline(plan_of_lines(words))


EM, LEFT, RIGHT = 10.0, 100.0, 500.0


def line(text: str, at: int, *, left: float = LEFT, width: float | None = None, hang: float = 0) -> Line:
    """A line of 10-point characters, ``at`` lines from the top of the page."""
    bottom = 700.0 - 18 * at
    return Line(text, left, left + (EM * len(text) if width is None else width), bottom, bottom + EM, EM, EM, hang)


FULL = RIGHT - LEFT


def read_lines(*lines: Line) -> list[str]:
    """Paragraphs of a page that begins with a wrapped one, so that the margins are known."""
    known = [line("首段缩进" + "字" * 34, -2, left=LEFT + 20, width=FULL - 20), line("尾行。", -1)]
    found = [words for words, _ in paragraphs([Page(False, 600, 840, [*known, *lines])])]
    assert found[0].endswith("尾行。")
    return found[1:]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line("满行", 0, left=120, width=380), line("续行。", 1)], ["满行续行。"]),
        ([line("短行", 0, left=120), line("另段。", 1)], ["短行", "另段。"]),
        ([line("满行", 0, left=120, width=380), line("缩进另段", 1, left=120)], ["满行", "缩进另段"]),
        ([line("增长", 0, left=120, width=380), line("2.6%以上", 1)], ["增长2.6%以上"]),
        ([line("依据第", 0, left=120, width=380), line("（二）项", 1)], ["依据第（二）项"]),
        ([line("顶格满行", 0, width=FULL), line("二、标题", 1)], ["顶格满行", "二、标题"]),
        ([line("1. 悬挂", 0, width=FULL, hang=120), line("续行", 1, left=120)], ["1. 悬挂续行"]),
        ([line("1. 没有悬挂", 0, width=FULL), line("另段", 1, left=120)], ["1. 没有悬挂", "另段"]),
        ([line("段末满行", 0, left=120, width=380), line("隔行另段", 3)], ["段末满行", "隔行另段"]),
        ([line("各单位：", 0, width=FULL), line("另段。", 1)], ["各单位：", "另段。"]),
    ],
)
def test_which_lines_are_one_paragraph(lines: list[Line], expected: list[str]) -> None:
    assert read_lines(*lines) == expected


def test_a_short_page_is_not_taken_for_one_of_full_lines() -> None:
    page = Page(False, 600, 840, [line("标题行", 0), line("某市局", 1), line("附件", 2)])
    assert [words for words, _ in paragraphs([page])] == ["标题行", "某市局", "附件"]


def test_lines_drawn_out_of_order_are_read_from_top_to_bottom_and_columns_one_by_one() -> None:
    drawn = [line("第三", 2), line("第一", 0), line("第二", 1)]
    assert [w for w, _ in paragraphs([Page(False, 600, 840, drawn)])] == ["第一", "第二", "第三"]
    columns = [line("左上", 0), line("左下", 1), line("右上", 0, left=320), line("右下", 1, left=320)]
    assert [w for w, _ in paragraphs([Page(False, 600, 840, columns)])] == ["左上", "左下", "右上", "右下"]


def test_joining_puts_a_blank_between_latin_words_only() -> None:
    assert (
        joined(["建设", "平台10", "00家", "R&D", "centre of", "Excellence中"])
        == "建设平台1000家R&D centre of Excellence中"
    )


@pytest.mark.parametrize("text", ["一、", "（一）", "(3)", "1.", "1．", "12、", "①", "第三章", "1.1 甲"])
def test_markers(text: str) -> None:
    assert MARKER.match(text + "甲")


@pytest.mark.parametrize("text", ["2.6%以上", "2022年", "1.5亿元", "一流创新", "10家"])
def test_no_markers(text: str) -> None:
    assert MARKER.match(text) is None


SELF = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
SCAN = pdf_file(CATALOGUE, PAGES, PAGE, stream(b"500 0 0 500 0 0 cm /X Do"), FONT, IMAGE)
BOMB = zlib.compress(b"BT /F 12 Tf (hi) Tj ET " * 16_000_000, 9)


def test_a_scan_says_to_run_ocr() -> None:
    with pytest.raises(SourceError, match="scanned") as error:
        decode(SCAN, "scan.pdf")
    assert "ocrmypdf" in (error.value.tip or "")


def test_a_scanned_page_among_others_is_noted() -> None:
    words = stream(b"BT /F 12 Tf 50 250 Td (Plan of 2023) Tj ET")
    kids = b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>"
    second = PAGE.replace(b"4 0 R/Res", b"8 0 R/Res")
    scan = stream(b"500 0 0 500 0 0 cm /X Do")
    source = decode(pdf_file(CATALOGUE, kids, PAGE, words, FONT, IMAGE, second, scan), "a.pdf")
    assert (source.text, source.notes) == ("Plan of 2023\n", [("page-without-text", ("2",))])


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_looked_at(turned: int) -> None:
    matrix = {90: b"0 1 -1 0 400 50", 180: b"-1 0 0 -1 450 400", 270: b"0 -1 1 0 100 450"}[turned]
    words = stream(b"BT /F 12 Tf " + matrix + b" Tm 20 TL (First line) Tj T* (Second) Tj ET")
    page = PAGE.replace(b"/Contents", b"/Rotate %d/Contents" % turned)
    assert decode(pdf_file(CATALOGUE, PAGES, page, words, FONT, IMAGE), "a.pdf").text == "First line\nSecond\n"


def test_a_protected_file_says_so() -> None:
    pytest.importorskip("reportlab", reason="reportlab, which makes the PDFs, is not installed")
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, encrypt="secret")
    canvas.drawString(100, 100, "x")
    canvas.save()
    with pytest.raises(SourceError, match="password") as error:
        decode(file.getvalue(), "a.pdf")
    assert "qpdf" in (error.value.tip or "")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf_file(CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000/Parent 2 0 R>>"), "PDF"),
        (pdf_file(CATALOGUE, PAGES, PAGE, stream(b"/X Do"), FONT, SELF), "too much time or memory"),
        (pdf_file(CATALOGUE, PAGES, PAGE, stream(BOMB, b"/Filter/FlateDecode"), FONT, SELF), "too much time or memory"),
        (pdf_file(CATALOGUE, b"<</Type/Pages/Kids[%s]/Count 4000>>" % (b"3 0 R " * 4000), PAGE), "too many pages"),
        (SCAN[:200], "damaged"),
        (b"%PDF-1.7", "damaged"),
    ],
    ids=["page loop", "form loop", "text bomb", "many pages", "cut", "empty"],
)
def test_hostile_and_damaged_files_get_a_clear_error(data: bytes, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_SECONDS", 4)
    with pytest.raises(SourceError, match=words):
        decode(data, "a.pdf")


def drawn(text: str, left: float, bottom: float) -> Line:
    return Line(text, left, left + 16 * len(text), bottom, bottom + 16, 16, 16, 0)


@pytest.mark.parametrize(
    ("title", "first"),
    [
        (200.0, "关于开展工作的通知"),  # drawn last, above the table
        (320.0, "一、请抓好"),  # a right column
    ],
)
def test_what_stands_above_a_table_is_read_before_what_stands_below_it(title: float, first: str) -> None:
    table = TableText(600, [[TableCell(1, False, False, "序号"), TableCell(1, False, False, "任务")]], 560)
    page = Page(False, 600, 840, [drawn("一、请抓好", 80, 500), drawn("关于开展工作的通知", title, 700)], [table])
    assert in_order(page.lines, page)[0].text == first
    bare = Page(False, 600, 840, page.lines, [])  # the words of two columns, as the file draws them
    assert in_order(bare.lines, bare)[0].text == "一、请抓好"
