"""Content first, name second; and what cannot be read says what to do."""

import gzip
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from fuzz.word97 import compound
from kjplan.errors import SourceError
from kjplan.reading import decode, read
from tests.reading.builders import docx_of, html_page, pdf_of

LINES = ["2023年科技工作要点", "一、重点任务", "1.建设平台。新建平台。"]
TEXT = "\n".join(LINES)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def zip_of(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return file.getvalue()


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.pdf", "a.md", "a", None])
def test_the_content_decides(name: str | None) -> None:
    assert decode(html_page(LINES).encode(), name).media_type == "text/html"
    assert decode(docx_of(LINES), name).media_type == DOCX
    assert decode(pdf_of(LINES), name).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.txt", "text/plain"), ("a.docx", "text/plain"), ("a.pdf", "text/plain"), ("a.md", "text/markdown"), ("a", "text/plain"), ("a.htm", "text/html")],
)  # fmt: skip
def test_plain_words_are_read_under_any_name(name: str, media_type: str) -> None:
    source = decode(TEXT.encode(), name)
    assert source.media_type == media_type
    assert "一、重点任务" in source.text


@pytest.mark.parametrize("words", ["<正文开始>\n甲", "<<关于印发>>的通知", "a < b", "%PDF 是一种格式", "PK 赛"])
def test_words_that_look_like_a_signature_are_words(words: str) -> None:
    assert decode(words.encode(), "a.txt").text == words


@pytest.mark.parametrize(
    ("data", "what", "tip"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged .doc ", "repair"),
        (compound({"EncryptedPackage": b"x"}), "password", "without the password"),
        (compound({"Workbook": b"x"}), ".xls spreadsheet", ".xlsx"),
        (compound({"PowerPoint Document": b"x"}), ".ppt", ".docx"),
        (compound({"CONTENTS": b"x"}), "another program", ".docx"),
        (b"{\\rtf1 x}", "RTF", "libreoffice"),
        (zip_of("xl/workbook.xml"), ".xlsx file without text", "right file"),
        (zip_of("ppt/presentation.xml"), ".pptx", ".docx"),
        (zip_of("content.xml", "mimetype"), "OpenDocument", "libreoffice"),
        (zip_of("OFD.xml"), "OFD", ".pdf"),
        (zip_of("a.txt"), ".zip", "unpack"),
        (zip_of(), ".zip", "unpack"),
        (b"PK\x03\x04" + bytes(50), "damaged .docx", "repair"),
        (b"%PDF-1.7\n" + bytes(50), "damaged PDF", "fetch it again"),
        (gzip.compress(b"x", mtime=0), "gzip", "gunzip"),
        (b"\x89PNG\r\n\x1a\n", "PNG", "OCR"),
        (b"Rar!\x1a\x07\x00", "RAR", "unrar"),
        (b"", "nothing but blanks", "right file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",  # The bytes of archives hold the time.
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, what: str, tip: str) -> None:
    with pytest.raises(SourceError, match=what) as error:
        decode(data, "notice.docx")
    assert tip in (error.value.tip or "")
    assert "notice.docx" in str(error.value)


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    from hashlib import sha256

    for name, data in (("a.html", html_page(LINES).encode()), ("a.docx", docx_of(LINES)), ("a.pdf", pdf_of(LINES))):
        (tmp_path / name).write_bytes(data)
        source = read(tmp_path / name)
        assert (source.sha256, source.name, source.path) == (sha256(data).hexdigest(), name, str(tmp_path / name))


def test_a_damaged_file_is_called_by_its_kind() -> None:
    with pytest.raises(SourceError, match=r"damaged \.xlsx"):
        decode(b"PK\x03\x04" + bytes(50), "tasks.xlsx")
