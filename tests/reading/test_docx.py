import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from kjplan.errors import SourceError
from kjplan.reading import decode
from kjplan.reading.numerals import format_number
from tests.conftest import NOTICE
from tests.reading.builders import (
    GB_LEVELS,
    TEXTS,
    W,
    automatically_numbered,
    docx_bytes,
    docx_of,
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


def text_of(data: bytes) -> str:
    return decode(data, "a.docx").text


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_typed_numbers_give_the_plan_of_the_text(path: Path) -> None:
    words = lines_of(path)
    assert outline(plan_of(docx_of(words), "a.docx")) == outline(plan_of_lines(words))


def test_automatic_numbers_give_the_plan_of_the_notice() -> None:
    """The 2022 notice as offices type it: 一、, （一） and 1. are Word's; the goals and the measures count from 1 each, the
    measures on over （一）…（八）."""
    words = [line.replace("(", "（").replace(")", "）") for line in lines_of(NOTICE)]
    body, numbering = automatically_numbered(words, parted_levels=True)
    data = package(body, numbering=numbering.replace('<w:lvlRestart w:val="0"/>', '<w:lvlRestart w:val="1"/>'))
    assert text_of(data).splitlines() == words
    assert outline(plan_of(data, "a.docx")) == outline(plan_of_lines(words))


def numbered(*levels: int, xml: str) -> list[str]:
    return text_of(package("".join(paragraph_xml("甲", number=1, level=i) for i in levels), numbering=xml)).splitlines()


def test_levels_restart_under_each_higher_number() -> None:
    assert numbered(0, 1, 2, 2, 1, 2, 0, 1, xml=numbering_xml(GB_LEVELS)) == [
        "一、甲", "（一）甲", "1.甲", "2.甲", "（二）甲", "1.甲", "二、甲", "（一）甲",
    ]  # fmt: skip


def test_a_level_may_run_on_or_restart_only_under_a_far_one() -> None:
    never = numbering_xml(GB_LEVELS, level_extra='<w:lvlRestart w:val="0"/>')
    assert numbered(0, 1, 2, 1, 2, 0, 1, 2, xml=never)[2:] == ["1.甲", "（二）甲", "2.甲", "二、甲", "（三）甲", "3.甲"]
    under_first = numbering_xml(GB_LEVELS, level_extra='<w:lvlRestart w:val="1"/>')
    assert numbered(0, 1, 2, 1, 2, 0, 2, xml=under_first)[2:] == ["1.甲", "（二）甲", "2.甲", "二、甲", "1.甲"]


@pytest.mark.parametrize(
    ("levels", "extra", "expected"),
    [
        ((("chineseCounting", "%1、"), ("decimal", "%1.%2")), "", ["一、甲", "一.1 甲"]),
        ((("chineseCounting", "%1、"), ("decimal", "%1.%2")), "<w:isLgl/>", ["1、甲", "1.1 甲"]),
        ((("chineseCounting", "第%1章"), ("decimalEnclosedCircle", "%2")), "", ["第一章 甲", "①甲"]),
        ((("none", ""), ("lowerLetter", "%2)")), "", ["甲", "a)甲"]),
        ((("bullet", "\uf06c"), ("bullet", "●")), "", ["• 甲", "● 甲"]),
    ],
)
def test_texts_of_levels(levels: tuple[tuple[str, str], ...], extra: str, expected: list[str]) -> None:
    xml = numbering_xml(levels, level_extra=extra).replace('<w:suff w:val="nothing"/>', "")
    assert numbered(0, 1, xml=xml) == expected


def test_a_level_used_before_the_one_above_shows_its_start() -> None:
    assert numbered(1, xml=numbering_xml((("decimal", "%1."), ("decimal", "%1.%2")))) == ["1.1甲"]


def test_lists_of_one_definition_count_on_unless_they_say_otherwise() -> None:
    extra = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(paragraph_xml("甲", number=n) for n in (1, 2, 3, 3, 0, 9))
    words = text_of(package(body, numbering=numbering_xml((("decimal", "%1."),), extra=extra))).splitlines()
    assert words == ["1.甲", "2.甲", "5.甲", "6.甲", "甲", "甲"]


def test_numbers_that_a_style_gives() -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="D"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="D"><w:basedOn w:val="C"/></w:style></w:styles>'
    )
    body = "".join(paragraph_xml("甲", style=s) for s in "ABBAC") + paragraph_xml("乙", style="A", number=0)
    words = text_of(package(body, numbering=numbering_xml(GB_LEVELS), styles=styles)).splitlines()
    assert words == ["一、甲", "（一）甲", "（二）甲", "二、甲", "甲", "乙"]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"), ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 105, "一百零五"), ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseLegalSimplified", 12, "壹拾贰"), ("ideographTraditional", 3, "丙"), ("ideographTraditional", 11, "11"),
        ("decimalEnclosedCircleChinese", 20, "⑳"), ("decimalEnclosedCircle", 21, "21"), ("decimalZero", 7, "07"),
        ("upperRoman", 1994, "MCMXCIV"), ("lowerLetter", 27, "aa"), ("decimalFullWidth", 12, "１２"),
        ("ideographDigital", 20, "二〇"), ("no such format", 3, "3"), ("upperRoman", 10**8, "100000000"),
    ],
)  # fmt: skip
def test_number_formats(form: str, number: int, expected: str) -> None:
    assert format_number(number, form) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"<w:del>{run('删')}</w:del><w:ins>{run('增')}</w:ins>", "增"),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新"),
        (f"<w:hyperlink>{run('链接')}</w:hyperlink><w:smartTag>{run('标记')}</w:smartTag>", "链接标记"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>", "甲\n乙\t丙"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r>", "1"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>显</w:t></w:r>", "显"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:sym w:char='2460'/><w:sym w:char='zz'/></w:r>", "A-①\ufffd"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击输入')}</w:sdtContent></w:sdt>{run('甲')}", "甲"),
        (f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
    ],
)  # fmt: skip
def test_what_of_a_paragraph_is_text(inner: str, expected: str) -> None:
    assert text_of(package(f"<w:p>{inner}</w:p>{paragraph_xml('末')}")) == f"{expected}\n末\n"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    cut = f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>{run('甲')}</w:p>"
    after = paragraph_xml("乙", number=1)
    assert text_of(package(cut + after, numbering=numbering_xml(GB_LEVELS))) == "一、甲乙\n"
    assert text_of(package(paragraph_xml("乙") + cut)) == "乙\n甲\n"


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph_xml('框')}</w:txbxContent>"
    inner = (
        f"{run('甲')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('乙')}"
    )
    assert text_of(package(f"<w:p>{inner}</w:p>")) == "甲乙\n框\n"
    assert text_of(package(f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>")) == "\n框\n"


def test_tables_headers_footers_and_notes() -> None:
    document = new_docx()
    document.add_paragraph("一、任务")
    table = document.add_table(rows=2, cols=3)
    for row, words in zip(table.rows, (("序号", "任务", "单位"), ("1", "建平台", "")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    section = document.sections[0]
    section.header.paragraphs[0].text = "某市文件"
    section.footer.paragraphs[0].text = "— 1 —"
    source = decode(docx_bytes(document), "a.docx")
    assert source.text == "一、任务\n序号 | 任务 | 单位\n| 1 | 建平台 |  |\n某市文件\n— 1 —\n"
    assert [(k, source.text[slice(*s)]) for k, s in source.furniture] == [
        ("other", "某市文件"),
        ("page_number", "— 1 —"),
    ]


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph_xml(c)}</w:tc>" for c in cells) + "</w:tr>"


def test_rows_of_labels_of_one_cell_and_deleted_ones() -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    body = f"<w:tbl>{row('索引号：', '1/2', '主题分类：', '科技')}{row('只有一格')}{row('', '')}{gone}</w:tbl>"
    assert text_of(package(body)) == "索引号：1/2  主题分类：科技\n只有一格\n"


def test_a_footnote_follows_its_paragraph_once_even_if_it_cites_itself() -> None:
    cite = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0">{paragraph_xml("线")}</w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run("注")}{cite}</w:p></w:footnote></w:footnotes>'
    )
    assert (
        text_of(package(f"<w:p>{run('甲')}{cite}{cite}</w:p>{paragraph_xml('乙')}", footnotes=notes)) == "甲\n注\n乙\n"
    )


def test_a_table_of_contents_is_furniture_where_it_stands() -> None:
    styles = f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style></w:styles>'
    source = decode(package(paragraph_xml("一、任务\t1", style="11") + paragraph_xml("一、任务"), styles=styles))
    assert source.furniture == [("table_of_contents", (0, 6))]


def test_a_part_that_is_not_read_is_noted() -> None:
    assert decode(package(f'{paragraph_xml("甲")}<w:altChunk r:id="r9"/>')).notes == [("part-not-read", ("r9",))]


def test_the_strict_form_of_the_standard() -> None:
    data = package(paragraph_xml("一、任务"))
    strict = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    assert text_of(strict.getvalue()) == "一、任务\n"


def replaced(body: bytes) -> bytes:
    """A Word file whose main part is these bytes."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return file.getvalue()


ENTITIES = (
    b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d><body><p><r><t>&b;</t></r></p></body></d>'
)
EXTERNAL = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d><body><p><r><t>&x;</t></r></p></body></d>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (replaced(ENTITIES), "DOCTYPE"),
        (replaced(EXTERNAL.decode().encode("utf-16")), "DOCTYPE"),
        (replaced(b" " * (65 << 20)), "too large"),
        (replaced(b"<d>" + b"<p/>" * 2_000_001 + b"</d>"), "too large"),
        (replaced(b"<d>" * 100_000), "too deeply nested"),
        (replaced(b"<d><body><p>"), "damaged"),
        (replaced(b""), "damaged"),
        (replaced(b"<d/>"), "nothing but blanks"),
        (docx_of(["甲" * 5000])[:-400], "damaged"),
    ],
    ids=[
        "entities",
        "external entity",
        "zip bomb",
        "many elements",
        "nesting",
        "cut xml",
        "empty",
        "no body",
        "cut zip",
    ],
)
def test_hostile_and_damaged_files_get_a_clear_error(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        decode(data, "a.docx")


def test_a_file_of_pictures_says_to_run_ocr() -> None:
    file = BytesIO(package("<w:p/>"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/media/image1.png", b"x")
    with pytest.raises(SourceError, match="without text") as error:
        decode(file.getvalue(), "a.docx")
    assert "OCR" in (error.value.tip or "")


def test_a_file_saved_by_libreoffice_gives_the_same_plan(tmp_path: Path) -> None:
    words = lines_of(NOTICE)
    data = soffice("\n".join(words).encode(), "notice.txt", "docx:MS Word 2007 XML", tmp_path)
    assert outline(plan_of(data, "a.docx")) == outline(plan_of_lines(words))


def test_automatic_numbers_that_libreoffice_saved(tmp_path: Path) -> None:
    body, numbering = automatically_numbered(["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "1.己", "二、庚"])
    data = soffice(package(body, numbering=numbering), "numbers.docx", "docx:MS Word 2007 XML", tmp_path)
    assert text_of(data).splitlines() == ["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "1.己", "二、庚"]
