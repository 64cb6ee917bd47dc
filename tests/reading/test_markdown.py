"""Markdown: words without mark-up, and nothing of them lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.parsing import parse_source
from kjplan.reading import decode, from_text
from tests.conftest import NOTICE
from tests.reading.builders import outline


def text(words: str) -> str:
    return decode(words.encode(), "a.md").text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("# 2023年**工作**要点\n\n## 一、重点任务\n", "2023年工作要点\n一、重点任务\n"),
        ("一、重点\n1.建设平台。\n2.培育企业。\n", "一、重点\n1.建设平台。\n2.培育企业。\n"),
        ("1. 甲\n2. 乙\n4. 丁\n", "1.甲\n2.乙\n4.丁\n"),
        ("1. 甲\n1. 乙\n1. 丙\n", "1.甲\n2.乙\n3.丙\n"),
        ("1. 甲\n\n## 二\n\n1. 乙\n", "1.甲\n二\n1.乙\n"),
        ("- 推进\n  - 落实\n", "推进\n落实\n"),
        ("    四格开头的段落。\n", "四格开头的段落。\n"),
        ("| 序号 | 任务 |\n|---|:-:|\n| 1 | 建\\|设 |\n", "序号 | 任务\n1 | 建|设\n"),
        ("见[附件](a.docx)&amp;表&nbsp;1\n", "见附件&表\u00a01\n"),
        ("[1]: 说明\n", "[1]: 说明\n"),
        ("> 引用\n", "引用\n"),
        ("<b>甲</b>\n", "<b>甲</b>\n"),
        ("```\n1.甲\n```\n", "1.甲\n"),
    ],
)
def test_what_a_reader_of_the_page_sees(typed: str, read: str) -> None:
    assert text(typed) == read


@pytest.mark.parametrize("typed", ["> " * 30 + "字\n", "# \n", "[" * 20_000 + "甲\n"])
def test_what_the_parser_would_lose_is_read_as_typed(typed: str) -> None:
    assert text(typed) == typed


@given(st.text(alphabet="甲乙ab1.-*_#>|`[]()!&;: \n\\", max_size=80).filter(lambda s: any(c.isalpha() for c in s)))
def test_no_letter_is_lost(typed: str) -> None:
    read = text(typed)
    for letter in "甲乙":
        assert read.count(letter) >= typed.count(letter) or "](" in typed


def test_the_notice_in_markdown_gives_the_plan_of_the_text() -> None:
    lines = [line.strip() for line in NOTICE.read_text(encoding="utf-8").splitlines() if line.strip()]
    typed = "\n\n".join(lines) + "\n"
    plain = parse_source(from_text("\n".join(lines) + "\n")).plan
    assert outline(parse_source(decode(typed.encode(), "a.md")).plan) == outline(plain)
