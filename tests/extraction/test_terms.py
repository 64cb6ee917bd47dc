"""Terms in quotation marks."""

import pytest

from kjplan.extraction.titles.terms import find_terms
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("健全“微成长,小升规,高变强”机制", ["微成长,小升规,高变强"]),
        ("“藏粮于技”“粮头食尾”", ["藏粮于技", "粮头食尾"]),
        ("制定《甲市“十四五”规划》", ["十四五"]),
        ("“甲‘乙’丙”", ["甲‘乙’丙"]),
        ("‘乙’", ["乙"]),
        ('推进"郑科贷"和＂郑创汇＂', ["郑科贷", "郑创汇"]),
        ('“"甲"”和"乙"', ['"甲"', "乙"]),
        ("“甲“乙”", ["乙"]),
        ("甲”乙“丙", []),
        ("“”“ ”", []),
        ("“" + "长" * 300 + "”", []),
        ("没有引号", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    found = find_terms(passage(text))
    assert [t.text for t in found] == terms
    for term in found:
        assert term.span is not None
        assert text[term.span[0] + 1 : term.span[1] - 1] == term.text
