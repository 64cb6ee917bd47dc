import codecs

import pytest

from kjplan.errors import SourceError
from kjplan.reading import decode, from_text, read
from kjplan.reading.decoding import MAX_BYTES
from kjplan.reading.text import Passage, fold

TEXT = "2022年全市科技创新工作要点\n一、指导思想\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str) -> None:
    source = decode(data, "x.txt")
    assert (source.text, source.encoding) == (TEXT, encoding)


def test_a_gb18030_text_with_rare_characters_is_not_taken_for_damaged_utf8() -> None:
    text = "䶮城区㐂阳镇𠮷祥村工作要点"
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nothing but blanks"),
        (" \n\t\u3000\xa0".encode(), "nothing but blanks"),
        (b"\x00\x01\x02binary\x00", "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", ".docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", ".doc"),
        ("工作要点".encode()[:-1], "cut in the middle of a character"),
        (codecs.BOM_UTF16_LE + "工作".encode("utf-16-le")[:-1], "cut in the middle of a character"),
        (
            "工作要点与计划\n".encode() + b"\xff\xfe" + "安排".encode(),
            r"cannot be decoded as utf-8 \(line 2, byte 22\)",
        ),
        (b"abc\xff\xff\xff\xff\xff", "cannot be decoded as gb18030"),
    ],
)
def test_what_is_no_text_gets_a_clear_error(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        decode(data, "x.txt")


def test_what_has_no_name_is_called_standard_input() -> None:
    with pytest.raises(SourceError, match="nothing but blanks: standard input") as told:
        decode(b" \n ")
    assert told.value.tip == "check that it is the right file"
    with pytest.raises(SourceError, match=r"nothing but blanks: x\.txt"):
        decode(b" \n ", "x.txt")


def test_escape_sequences_are_text_and_kept() -> None:
    assert decode("标题\x1b[31m红\x07".encode()).text == "标题\x1b[31m红\x07"


def test_a_missing_file_and_a_folder_are_named(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SourceError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="folder"):
        read(tmp_path)


def test_a_file_larger_than_the_limit_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="larger than 64 MiB"):
        read(big)


def test_positions_count_code_points_from_one() -> None:
    source = from_text("甲\r\n乙𠮷丙\n\n丁")
    assert [source.position(source.text.index(c)) for c in "甲乙丙丁"] == [(1, 1), (2, 1), (2, 3), (4, 1)]
    assert source.line_span(2) == (3, 6)


def test_folding_keeps_the_length() -> None:
    text = "（一）Ａ１．　\xa0：；𠮷《》、"
    assert len(fold(text)) == len(text)
    assert fold(text) == "(一)A1.  :;𠮷《》、"


def test_a_passage_over_two_lines_maps_back_to_the_source() -> None:
    source = from_text("新增企业\n1000家以上。")
    passage = Passage.of(source, [(0, 4), (5, 13)])
    assert passage.text == "新增企业1000家以上。"
    start = passage.text.index("1000家")
    assert source.text[slice(*passage.span(start, start + 5))] == "1000家"
    assert passage.span(3, 5) == (3, 6)
