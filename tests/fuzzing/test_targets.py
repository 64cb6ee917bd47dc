"""The targets of fuzzing on their seeds, and what fuzzing found, in small texts of our own."""

import pytest

from fuzz import targets
from fuzz.seeds import dictionary, seeds
from fuzz.targets import TARGETS, word_file
from kjplan.parsing import parse_source
from kjplan.reading import from_text
from kjplan.reading.docx import read_docx


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_passes_on_its_seeds(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "_RARE", 8)
    tried = [TARGETS[name](seed) for seed in seeds(name)]
    assert len(tried) > 30


def test_the_seeds_of_word_files_reach_the_parser() -> None:
    """A target whose inputs were all refused would pass for nothing."""
    notice = next(iter(seeds("plain"))).decode("gb18030").splitlines()
    text = read_docx(word_file(next(iter(seeds("docx")))), None, "x").text
    assert [line.strip() for line in text.splitlines()][:6] == [line.strip() for line in notice[:6]]


def test_a_target_sees_what_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kjplan.parsing.Parsed.leaves", property(lambda parsed: []))
    with pytest.raises(AssertionError, match="no leaf"):
        TARGETS["plain"]("2023年工作要点\n".encode())


def test_the_dictionary_is_what_libfuzzer_reads() -> None:
    lines = dictionary().splitlines()
    assert len(lines) > 60
    assert all(line.startswith('"\\x') and line.endswith('"') for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "索引号：K01\n主题分类：科技\n成文日期：3、年2月3日\n标题：某市局2023年工作要点\n一、任务\n1.做好普查。\n",
        "2023年工作要点\n一、任务\n1.建设平台。新建平台5家。\n①培育企业。\n1.1 新增企业。新增企业3家。\n",
        "2023年工作要点\n号|别|务|工|\x10|完成时限\n||-||-|\n|才||局||\n|||局||\n二、保障措施\n（一）加强领导。\n",
        "2023年工作要点\n一、重点任务\n序号 | 工作任务 | 责任单位 | 进度安排 |\n一、平台类 | | | |\n（一）人才类 | \n\n\n一、\n其他项目\n\n\n"
        "平台\n\n\n| | |\n2 | 引进人才 | 甲局 | 出台办法 |\n",
        "2023年工作要点\n一）||\n务|责任单位|\n|一、||\n一）|",
        "2023年工作要点\n一、任务\n1.\ufeff建设平台。\ufeff认真组织。\n2.\ufeff术新。\n",
    ],
    ids=[
        "a date that is none",
        "a measure numbered like a target",
        "a group of rows inside one further right",
        "a heading inside a group of rows",
        "a group of rows without a row",
        "a byte order mark after a marker",
    ],
)
def test_what_fuzzing_found(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "_RARE", 1)
    targets.examine(from_text(text), text.encode())
    assert parse_source(from_text(text)).plan.parts
