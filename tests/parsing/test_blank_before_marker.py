"""A line that has lost its line breaks, where a blank is left before some markers and behind some titles. All texts are invented."""

import pytest

import kjplan
from kjplan.model import Section
from kjplan.parsing.headings.glued import blank_behind_title

_DONE = "甲县粮库、乙县粮库、丙县粮库等单位已按要求完成了对相关问题的整改工作，市粮食局依法对其颁发了许可证并存档，整改材料齐全"
_TEXT = f"为了加强粮库监管的有关精神，市粮食局对存在问题的单位开展了跟踪监管，现将有关情况通报如下： 一、已完成整改单位情况 {_DONE}。 二、未完成整改单位及处理情况 {_DONE}。"


def _titles(text: str) -> list[str | None]:
    return [node.title for node in kjplan.parse(text).walk(Section)]


def test_a_marker_behind_a_sentence_end_and_a_blank_opens_a_part() -> None:
    assert _titles("关于粮库整改情况的通报\n" + _TEXT) == ["已完成整改单位情况", "未完成整改单位及处理情况"]


def test_a_number_in_a_sentence_opens_none_behind_a_blank() -> None:
    text = f"关于粮库整改情况的通报\n{_DONE}，实施 一、二期工程，{_DONE}，建设 三、四期工程，{_DONE}。"
    assert _titles(text) == []


@pytest.mark.parametrize(
    ("line", "size"),
    [
        ("纳入管理的机组类别 本方案中的机组包括纯凝发电机组和热电联产机组等等，自备电厂参照执行。", 9),
        ("各县要加强检查，对不合要求的 企业要督促其限期整改，并按照有关规定处理后向社会公布。", 0),
        ("到2025年建成粮库 三十座，新增仓容二十万吨，粮食收购能力和应急保障能力明显提升。", 0),
        ("纳入管理的机组类别 见附表。", 0),
    ],
)
def test_a_blank_parts_a_title_from_its_words(line: str, size: int) -> None:
    assert blank_behind_title(line.replace("，", ","), 0, len(line)) == size
