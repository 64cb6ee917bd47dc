"""What is asked of a line before the patterns of page furniture never hides what one of them would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.parsing.lines import furniture

FRONT = [pattern for _, pattern in furniture._FRONT]
BACK = [pattern for _, pattern in furniture._BACK]


@pytest.mark.parametrize("pattern", FRONT)
@given(data=st.data())
def test_lines_before_a_title(pattern: re.Pattern[str], data: st.DataObject) -> None:
    line = data.draw(st.from_regex(rf"\A(?:{pattern.pattern})")).split("\n")[0]
    if line and pattern.match(line):
        assert line[0] in furniture._FRONT_HINT or ">" in line


@pytest.mark.parametrize("pattern", BACK)
@given(data=st.data())
def test_lines_behind_a_document(pattern: re.Pattern[str], data: st.DataObject) -> None:
    line = data.draw(st.from_regex(rf"\A(?:{pattern.pattern})")).split("\n")[0]
    if line and pattern.match(line):
        assert line[0] in furniture._BACK_HINT or "ICP备" in line


@given(
    st.sampled_from(["1", "12", "甲", "目录", "目 次", "第 1 页", "-", "|", "—3—", "*****", "<!--", "1/2", ": ---"]),
    st.lists(
        st.sampled_from(["甲", "/", "....", ".....", "……", "···", "····", "---", "|", " ", "1", "12", "页"]), max_size=5
    ),
)
def test_lines_wherever_they_stand(first: str, rest: list[str]) -> None:
    line = (first + "".join(rest)).rstrip()
    found = furniture.running_kind(line, 0, len(line))
    assert found == furniture._first(furniture._RUNNING, line, 0, len(line))
