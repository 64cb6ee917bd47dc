"""Word 97–2003 files: the same text and plan as the .docx of the same document."""

import random
from pathlib import Path
from struct import pack
from typing import Any

import pytest

from fuzz.word97 import Formatted, compound, word_97
from kjplan.errors import SourceError
from kjplan.reading import SourceText, decode
from tests.reading.builders import (
    GB_LEVELS,
    TEXTS,
    docx_bytes,
    lines_of,
    new_docx,
    numbering_xml,
    outline,
    package,
    paragraph_xml,
    plan_of,
    plan_of_lines,
    soffice,
)

IN_TABLE = pack("<HB", 0x2416, 1)
ROW_END = IN_TABLE + pack("<HB", 0x2417, 1)


def text_of(*paragraphs: str | Formatted, **how: Any) -> str:
    made = [(p, b"") if isinstance(p, str) else p for p in paragraphs]
    return decode(word_97(made, **how), "a.doc").text


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_a_word_file_gives_the_plan_of_the_text(path: Path) -> None:
    words = lines_of(path)
    data = word_97([(f"{line}\r", b"") for line in words])
    assert outline(plan_of(data, "a.wps")) == outline(plan_of_lines(words))


def test_it_says_what_it_is_and_the_name_does_not_matter() -> None:
    data = word_97([("一、任务\r", b"")])
    assert {decode(data, name).media_type for name in ("a.doc", "a.wps", "a.txt", None)} == {"application/msword"}


def test_breaks_hyphens_and_marks_of_pictures() -> None:
    assert text_of("甲\v乙\x1e丙\x1f丁\x01\x08戊\x02\r") == "甲\n乙-丙丁戊\n"


def test_characters_of_two_units_are_one_and_cut_nothing() -> None:
    assert text_of("𠮷祥村\r", "😀完\r") == "𠮷祥村\n😀完\n"


def test_of_a_field_what_it_shows_is_kept() -> None:
    assert text_of("见\x13HYPERLINK \x13x\x14y\x15\x14附件1\x15。\r") == "见附件1。\n"


def test_a_field_that_never_ends_takes_nothing_with_it() -> None:
    assert text_of("见\x13附件1。\r", "二、任务\r") == "见附件1。\n二、任务\n"


def test_hidden_and_deleted_words_are_no_text() -> None:
    for code in (0x083C, 0x0800):
        assert text_of("甲\r", "乙\r", runs=pack("<HB", code, 1)) == "甲\n"
    assert text_of("甲\r", "乙\r", runs=pack("<HB", 0x083C, 0)) == "甲\n乙\n"


def level(form: int, text: str) -> bytes:
    """A level of a list: from 1, nothing between number and words."""
    head = pack("<IBB", 1, form, 0) + bytes(9) + pack("<B", 2) + bytes(12)
    return head + pack("<H", len(text)) + text.encode("utf-16-le")


FORMS = [(39, "\0、"), (37, "（\1）"), (0, "\2.")] + [(255, "")] * 6
LISTS = pack("<HI", 1, 77) + bytes(4) + pack("<9H", *[0xFFF] * 9) + bytes(2) + b"".join(level(*f) for f in FORMS)
USES = pack("<II", 1, 77) + bytes(12) + b"\xff" * 4


def item(words: str, at: int, used: int = 1) -> Formatted:
    return f"{words}\r", pack("<HBHH", 0x260A, at, 0x460B, used)


def test_automatic_numbers_are_words() -> None:
    paragraphs = [
        item("甲", 0),
        item("乙", 1),
        item("丙", 2),
        item("丁", 2),
        item("戊", 1),
        item("己", 0),
        item("庚", 0, 0),
    ]
    made = text_of(*paragraphs, lists=LISTS, uses=USES)
    assert made.splitlines() == ["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "二、己", "庚"]


def test_a_page_break_inside_a_paragraph_is_not_numbered_again() -> None:
    made = text_of(item("甲", 0), item("\f乙", 0), lists=LISTS, uses=USES)
    assert made.split() == ["一、甲", "二、", "乙"]


def row(cells: list[str], widths: list[int], merged: list[int]) -> list[Formatted]:
    edges = [sum(widths[:k]) for k in range(len(widths) + 1)]
    stored = pack(f"<B{len(edges)}h", len(cells), *edges) + b"".join(pack("<H18x", m) for m in merged)
    end = ROW_END + pack("<HH", 0xD608, len(stored) + 1) + stored
    return [*((f"{cell}\a", IN_TABLE) for cell in cells), ("\a", end)]


def test_a_table_keeps_its_cells_and_what_rows_share() -> None:
    rows = [
        *row(["序号", "任务", "责任单位"], [500, 3000, 1000], [0, 0, 0]),
        *row(["1", "建成平台10个", "市科技局"], [500, 3000, 1000], [0, 0, 0x60]),
        *row(["2", "引进人才50名", ""], [500, 3010, 990], [0, 0, 0x20]),
    ]
    source = decode(word_97([("任务表\r", b""), *rows, ("末段\r", b"")]), "a.doc")
    assert source.text.splitlines() == [
        "任务表", "序号 | 任务 | 责任单位", "1 | 建成平台10个 | 市科技局", "2 | 引进人才50名 | 市科技局", "末段",
    ]  # fmt: skip
    assert [len(r.cells) for r in source.tables[0]] == [3, 3, 3]


def test_a_cell_over_several_columns_spans_them() -> None:
    rows = row(["平台类", "市科技局"], [3500, 1000], [0, 0]) + row(
        ["1", "建成", "市科技局"], [500, 3000, 1000], [0, 0, 0]
    )
    grid = decode(word_97([*rows, ("末段\r", b"")]), "a.doc").tables[0]
    assert [[cell.columns for cell in r.cells] for r in grid] == [[2, 1], [1, 1, 1]]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (word_97([("甲\r", b"")], flags=0x0100), "password"),
        (compound({"WordDocument": pack("<2H", 0xA5EC, 0x68) + bytes(900), "0Table": b""}), "Word 95"),
        (compound({"WordDocument": pack("<2H", 0xA5EC, 0xC1) + bytes(900)}), "damaged"),
        (word_97([("\r", b"")]), "without text"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what) as error:
        decode(data, "a.doc")
    assert error.value.tip and "a.doc" in str(error.value)


def test_damaged_files_give_text_or_a_clear_error() -> None:
    """Cut at many places, and with bytes changed at random: never anything but a text or an error of ours."""
    whole = word_97([item("甲", 0), *row(["1", "建成"], [500, 900], [0, 0]), ("乙\r", b"")], lists=LISTS, uses=USES)
    chance = random.Random(7)
    damaged = [whole[:cut] for cut in range(0, len(whole), 97)]
    for _ in range(1500):
        changed = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            changed[chance.randrange(len(whole))] = chance.choice((0, 1, 127, 255, chance.randrange(256)))
        damaged.append(bytes(changed))
    refused = 0
    for data in damaged:
        try:
            assert isinstance(decode(data, "a.doc"), SourceText)
        except SourceError:
            refused += 1
    assert 0 < refused < len(damaged)


def test_properties_that_stand_in_the_data_stream() -> None:
    """Where Word keeps the row of a wide table."""
    wide, narrow = (
        row(["平台类", "市科技局"], [3500, 1000], [0, 0]),
        row(["1", "建成", "市科技局"], [500, 3000, 1000], [0] * 3),
    )
    stored = wide[-1][1][len(ROW_END) :]
    made = [*wide[:-1], ("\a", ROW_END + pack("<HI", 0x6646, 4)), *narrow, ("末段\r", b"")]
    there = decode(word_97(made, data=bytes(4) + pack("<H", len(stored)) + stored), "a.doc")
    assert [cell.columns for cell in there.tables[0][0].cells] == [2, 1]
    without = decode(word_97(made), "a.doc")
    assert [cell.columns for cell in without.tables[0][0].cells] == [1, 1]


def test_a_file_that_formats_the_same_words_again_and_again_is_damaged() -> None:
    runs = pack("<HB", 0x083C, 1)
    whole = word_97([("甲" * 2000 + "\r", b"")], runs=runs, again=40)
    with pytest.raises(SourceError, match="damaged"):
        decode(whole, "a.doc")


def test_what_libreoffice_saves_as_doc_reads_as_the_docx(tmp_path: Path) -> None:
    document = new_docx()
    document.add_paragraph("某局2024年工作要点")
    table = document.add_table(3, 3)
    cells = [["序号", "任务", "责任单位"], ["1", "建成平台10个", "市科技局"], ["2", "引进人才50名", ""]]
    for i, words in enumerate(cells):
        for j, word in enumerate(words):
            table.cell(i, j).text = word
    table.cell(1, 2).merge(table.cell(2, 2))
    document.sections[0].header.paragraphs[0].text = "某局文件"
    last = document.add_paragraph("末段")
    last.add_run("隐藏").font.hidden = True
    last.add_run("——完。😀")
    data = docx_bytes(document)
    before, after = decode(data, "a.docx"), decode(soffice(data, "a.docx", "doc", tmp_path), "a.doc")
    assert (after.text, after.furniture, after.tables) == (before.text, before.furniture, before.tables)
    assert after.furniture


def test_automatic_numbers_saved_by_libreoffice(tmp_path: Path) -> None:
    body = "".join(paragraph_xml("甲", number=1, level=i) for i in (0, 1, 2, 2, 1, 2, 0, 1))
    data = package(body, numbering=numbering_xml(GB_LEVELS))
    assert decode(soffice(data, "a.docx", "doc", tmp_path), "a.doc").text == decode(data, "a.docx").text
