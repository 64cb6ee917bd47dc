import codecs
from collections.abc import Callable

import pytest

import kjplan
from kjplan.errors import SourceError
from kjplan.reading import decode, from_text, read
from kjplan.reading.decoding import MAX_BYTES, decode_bytes
from kjplan.reading.text import Passage, fold
from tests.growth import call_growth

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


TRADITIONAL = "某市2024年科技創新工作要點\r\n一、主要目標\r\n1.研發平臺達到30家，企業產值增長5%。\r\n"
SIMPLIFIED = "某市2024年科技创新工作要点\r\n一、主要目标\r\n1.研发平台达到30家，企业产值增长5%。\r\n"
RARE = "䶮鎏淼犇骉靐龘燚垚堃喆嚞赟翀頔劼喆昉昶曌" * 2 + "\n"


@pytest.mark.parametrize(
    ("text", "codec", "encoding", "note"),
    [
        (TRADITIONAL, "cp950", "big5", "Big5"),
        (TRADITIONAL, "gb18030", "gb18030", None),
        (SIMPLIFIED, "gb18030", "gb18030", None),
        (SIMPLIFIED, "gbk", "gb18030", None),
        # 嘅 and 喺 Windows has no Big5 for.
        (TRADITIONAL + "喺呢度做嘅工作\n", "big5hkscs", "big5-hkscs", "Big5-HKSCS"),
        (TRADITIONAL, "utf-8", "utf-8", None),
        (SIMPLIFIED, "utf-16-le", "utf-16-le", "UTF-16LE"),
        (TRADITIONAL, "utf-16-be", "utf-16-be", "UTF-16BE"),
        ("Tel 010-1234\n", "utf-16-le", "utf-16-le", "UTF-16LE"),
        # All its characters are rare ones, and none of their bytes make common ones in Big5.
        (RARE, "gb18030", "gb18030", None),
        # Too short to tell: as it was.
        ("甲乙丙㐂\n", "gb18030", "gb18030", None),
    ],
)
def test_an_encoding_that_nothing_names_is_told_by_common_characters(
    text: str, codec: str, encoding: str, note: str | None
) -> None:
    source = decode(text.encode(codec), "x.txt")
    assert (source.text, source.encoding) == (text, encoding)
    assert source.notes == ([("encoding-guessed", (note,))] if note else [])


def test_few_characters_of_big5_are_no_evidence() -> None:
    assert decode("工作要點".encode("cp950"), "x.txt").encoding == "gb18030"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (TRADITIONAL.encode("cp950") + b"\xa4\n", r"cannot be decoded as big5 \(line 4, byte 80\)"),
        (TRADITIONAL.encode("cp950") + b"\xa4", "cut in the middle of a character"),
        (SIMPLIFIED.encode("gb18030") + b"\xff\n", "cannot be decoded as gb18030"),
    ],
)
def test_big5_that_is_damaged_is_no_gb18030(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        decode(data, "x.txt")


@pytest.mark.parametrize("name", ["x.html", "x.csv", "x.md"])
def test_a_guess_is_noted_whatever_the_format(name: str) -> None:
    page = f"<p>{TRADITIONAL}</p><p>甲,乙</p>" if name == "x.html" else TRADITIONAL.replace("，", ",")
    source = decode(page.encode("cp950"), name)
    assert "創新工作要點" in source.text
    assert source.notes == [("encoding-guessed", ("Big5",))]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_that_is_cut_is_no_binary_file(codec: str) -> None:
    with pytest.raises(SourceError, match="cut in the middle of a character"):
        decode(SIMPLIFIED.encode(codec)[:-1], "x.txt")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x00\x01" * 500,
        b"\x7fELF\x02\x01\x01\x00" + bytes(120),
        b"\x00" * 99,
        b"P4\n\x00\x00\xff",
    ],
)
def test_zeros_alone_make_no_utf_16(data: bytes) -> None:
    with pytest.raises(SourceError, match="binary"):
        decode(data, "x.txt")


def test_what_is_guessed_is_said_among_the_findings() -> None:
    (found,) = [d for d in kjplan.parse(TRADITIONAL.encode("cp950")).diagnostics if d.code == "encoding-guessed"]
    assert (found.severity, found.message) == (
        "info",
        "nothing in the file names its encoding: read as Big5, by the characters that this gives",
    )


def test_guessing_takes_time_in_step_with_the_text() -> None:
    """No more than a sample of the characters is looked at one by one."""

    def work(n: int) -> Callable[[], object]:
        data = (TRADITIONAL * n).encode("cp950")
        return lambda: decode_bytes(data, "x.txt")

    assert call_growth(work, 3000) < 2
