"""Documents in 《》 with the verb that governs them."""

import pytest

from kjplan.extraction.documents import find_documents
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("出台《甲规则》《乙细则》，充分发挥作用", [("甲规则", "出台", "issue"), ("乙细则", "出台", "issue")]),
        (
            "制定《甲市“十四五”规划》《关于构建一流生态 建设高地的意见》《丙方案》以及相关配套文件",
            [
                ("甲市“十四五”规划", "制定", "draft"),
                ("关于构建一流生态 建设高地的意见", "制定", "draft"),
                ("丙方案", "制定", "draft"),
            ],
        ),
        ("印发《甲》和《乙》", [("甲", "印发", "issue"), ("乙", "印发", "issue")]),
        ("落实《甲办法》，出台《乙办法》", [("甲办法", "落实", "implement"), ("乙办法", "出台", "issue")]),
        ("深入贯彻落实省委《意见》精神", [("意见", "贯彻落实", "implement")]),
        ("研究制定《甲办法》", [("甲办法", "研究制定", "draft")]),
        ("制定出台《甲办法》", [("甲办法", "制定出台", "issue")]),
        ("修订完善《甲办法》", [("甲办法", "修订完善", "revise")]),
        ("落实省里印发的《甲方案》", [("甲方案", "落实", "implement")]),
        ("推动《甲条例》修订", [("甲条例", "修订", "revise")]),
        ("制定《甲条例》实施细则", [("甲条例", None, "cite")]),
        ("根据《甲条例》有关要求", [("甲条例", None, "cite")]),
        ("完善机制，按照《甲条例》要求", [("甲条例", None, "cite")]),
        ("印发《甲市关于落实〈乙方案〉的意见》", [("甲市关于落实〈乙方案〉的意见", "印发", "issue")]),
        ("印发《关于转发《乙》的通知》", [("关于转发《乙》的通知", "印发", "issue")]),
        ("落实《甲条例》（以下简称《条例》）", [("甲条例", "落实", "implement")]),
        ("修订完善甲市重大专项管理办法", []),
        ("《》", []),
    ],
)
def test_documents(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = find_documents(passage(text))
    assert [(d.title, d.verb, d.relation) for d in found] == expected
    for document in found:
        assert document.quoted
        assert document.span is not None
        assert text[slice(*document.span)] == f"《{document.title}》"


@pytest.mark.parametrize(
    ("text", "titles"), [("出台《甲，落实《乙》，丙", ["乙"]), ("《" + "甲" * 300 + "》", []), ("》《甲》《", ["甲"])]
)
def test_a_missing_mark_does_not_run_away(text: str, titles: list[str]) -> None:
    assert [d.title for d in find_documents(passage(text))] == titles
