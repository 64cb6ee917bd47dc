"""Lists of bodies as nobody writes them: a hundred thousand characters in a bracket, under a label, before 负责."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility, rules_first_leads
from tests.extraction.helpers import passage

PIECES = [
    " ",
    "市、",
    "各市、",
    "分工",
    "由",
    "第一",
    "责任",
    "（",
    "市科技局和",
    "市科技局（牵头）、",
    "责任人：",
    "授权",
    "负责，",
    "要加强管理，会同",
    "配合",
    "由市科技局承担",
    "对工作负总责",
    "责任单位 ",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(
    "frame", ["（责任单位：{}）", "（{}负责）", "责任单位：{}", "{}牵头负责。", "市科技局牵头，{}", "市科技局要{}"]
)
def test_long_lists_end_and_names_keep_their_places(piece: str, frame: str) -> None:
    """A rule that is not linear would take minutes here."""
    source = passage(frame.format(piece * (100_000 // len(piece))))
    found = find_responsibility([source])
    assert found.stated is bool(found.bodies)
    for body in found.bodies:
        assert body.span is not None
        assert source.text[slice(*body.span)] == body.name


def test_a_rule_for_the_whole_document_is_looked_for_in_linear_time() -> None:
    assert not rules_first_leads("首位" * 50_000)
    assert rules_first_leads("第一" * 50_000 + "列第\n一位的为牵头单位")
