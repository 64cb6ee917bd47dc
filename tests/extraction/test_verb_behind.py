"""Documents named without 《》 before their verb, and what is past or only a time."""

import pytest

from kjplan.extraction.titles.documents import find_documents
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月底前完成丁湖流域治理规划编制工作", [("丁湖流域治理规划", "编制", "draft")]),
        ("适时启动乡镇污水设施专项规划修编。", [("乡镇污水设施专项规划", "修编", "revise")]),
        (
            "做好老城更新规划和停车设施建设方案的编制和实施工作",
            [("老城更新规划", "编制", "draft"), ("停车设施建设方案", "编制", "draft")],
        ),
        ("完成红线、底线、产业准入清单编制", [("产业准入清单", "编制", "draft")]),
        ("推动游船票务管理条例出台与实施", [("游船票务管理条例", "出台", "issue")]),
        ("对现行的公交补助管理办法进行修订", [("公交补助管理办法", "修订", "revise")]),
        ("及时发布符合要求的节能产品目录", [("节能产品目录", "发布", "issue")]),
        ("制定地方性法规和更严格的水污染物排放标准", [("水污染物排放标准", "制定", "draft")]),
        ("制定详细的抽检工作细则", [("抽检工作细则", "制定", "draft")]),
        (
            "制定印染行业规范条件，编制长江鱼类资源公报",
            [("印染行业规范条件", "制定", "draft"), ("长江鱼类资源公报", "编制", "draft")],
        ),
    ],
)
def test_before_its_verb(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_documents(passage(text))
    assert [(d.title, d.verb, d.relation) for d in found] == expected
    for document in found:
        assert not document.quoted
        assert document.span is not None
        assert text[slice(*document.span)] == document.title


@pytest.mark.parametrize(
    "text",
    [
        "健全湿地资源清单编制工作机制",
        "一并研究照明改造方案编制计划",
        "积极参与陶瓷行业国际标准制定",
        "推进规划编制，做好预案编制",
        "完成专项规划编制单位的招标",
        "对不合格的产品进行修改",
        "制定细化时间表、路线图",
        "制定具体的实施办法，制定符合实际的标准",
    ],
)
def test_nothing_is_drafted(text: str) -> None:
    assert find_documents(passage(text)) == []


@pytest.mark.parametrize(
    ("text", "verb", "relation"),
    [
        ("已印发《甲方案》，抓好落地", None, "cite"),
        ("制定了第二轮《乙方案》", None, "cite"),
        ("尽快印发《甲方案》", "印发", "issue"),
        ("《丙条例》修订发布后，组织宣讲", None, "cite"),
        ("加快《丙条例》修订发布", "修订发布", "issue"),
        ("做好《丁法》修订的相关工作", "修订", "revise"),
        ("《丁法》修订的内容", None, "cite"),
        ("对《戊办法》进行全面修订", "修订", "revise"),
    ],
)
def test_what_is_out_is_only_cited(text: str, verb: str | None, relation: str) -> None:
    (found,) = find_documents(passage(text))
    assert (found.verb, found.relation) == (verb, relation)
