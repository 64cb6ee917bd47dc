"""Heads of pages with anything put into them or taken out are read without a fault, and nothing of them is lost."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text
from tests.parsing.more_site_heads import MORE_HEADS
from tests.parsing.site_heads import HEADS

_TEXTS = [text for _, text, _ in HEADS + MORE_HEADS]
_PIECES = [
    "\n", "\t", "  ", "|", "（", "）", "《", "》", "“", ">", "---\n", "1.", "1。", "（一）", "附件：\n", "责任单位：", "\n归口科室：甲科\t乙\n",
    "\n主题分类：", "〔2020〕3号", "（此件公开发布）", "2023年5月10日", "# Page 3:\n", "<p>", "<br>", "(kāi)", "特此通知。", "title: 甲\n", "通知",
]  # fmt: skip
_EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(_PIECES), st.integers(1, 3)), min_size=1, max_size=6
)


@given(st.sampled_from(_TEXTS), _EDITS)
@settings(deadline=None, max_examples=600)
def test_whatever_is_put_into_a_head_or_taken_out(text: str, edits: list[tuple[float, int, str, int]]) -> None:
    for share, gone, piece, times in edits:
        at = round(share * len(text))
        text = text[:at] + piece * times + text[at + gone :]
    assume(text.strip())  # nothing but blanks is an error, which other tests hold
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
