"""A line that has lost its line breaks, where a blank is left before some markers and behind some titles. All texts are invented."""

import pytest

import kjplan
from kjplan.model import Section
from kjplan.parsing.headings.glued import blank_behind_title

_DONE = "甲县粮库、乙县粮库、丙县粮库都换好了仓门和温度计，账本重新登记了一遍，市里派人看过两回，收粮时再没有出过差错"
_TEXT = f"市粮食局上个月又去看了几家粮库，现把看到的情形通报如下： 一、已经改好的粮库 {_DONE}。 二、还没有改好的粮库 {_DONE}。"


def _titles(text: str) -> list[str | None]:
    return [node.title for node in kjplan.parse(text).walk(Section)]


def test_a_marker_behind_a_sentence_end_and_a_blank_opens_a_part() -> None:
    assert _titles("关于粮库整改情况的通报\n" + _TEXT) == ["已经改好的粮库", "还没有改好的粮库"]


def test_a_number_in_a_sentence_opens_none_behind_a_blank() -> None:
    text = f"关于粮库整改情况的通报\n{_DONE}，实施 一、二期工程，{_DONE}，建设 三、四期工程，{_DONE}。"
    assert _titles(text) == []


@pytest.mark.parametrize(
    ("line", "size"),
    [
        ("列入名录的粮站类别 这里所说的粮站有镇级收购站和村级代购点两种，其他的参照办理即可。", 9),
        ("各县要加强检查，对不合要求的 企业要督促其限期整改，并按照有关规定处理后向社会公布。", 0),
        ("到2025年建成粮库 三十座，新增仓容二十万吨，粮食收购能力和应急保障能力明显提升。", 0),
        ("列入名录的粮站类别 见附表。", 0),
    ],
)
def test_a_blank_parts_a_title_from_its_words(line: str, size: int) -> None:
    assert blank_behind_title(line.replace("，", ","), 0, len(line)) == size
