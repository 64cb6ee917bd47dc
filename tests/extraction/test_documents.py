"""Documents in 《》 with the verb that governs them."""

import pytest

from kjplan.extraction.titles.documents import find_documents
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
        ("做好《甲》和《乙》编制工作", [("甲", "编制", "draft"), ("乙", "编制", "draft")]),
        ("制定《甲条例》配套政策", [("甲条例", None, "cite")]),
        ("根据《甲条例》有关要求", [("甲条例", None, "cite")]),
        ("严格组织实施、依据本《甲计划》检查", [("甲计划", None, "cite")]),
        ("贯彻落实在《甲宣言》发表纪念会上的讲话", [("甲宣言", None, "cite")]),
        ("严格执行八项规定及其实施细则、《甲办法》等规定", [("甲办法", "执行", "implement")]),
        ("加快《甲条例》、《乙条例》等法规的修订", [("甲条例", "修订", "revise"), ("乙条例", "修订", "revise")]),
        ("制定和完善《甲标准》", [("甲标准", "制定和完善", "draft")]),
        ("在《甲日报》刊登《工作简报》", [("工作简报", None, "cite")]),
        ("完善机制，按照《甲条例》要求", [("甲条例", None, "cite")]),
        ("印发《甲市关于落实〈乙方案〉的意见》", [("甲市关于落实〈乙方案〉的意见", "印发", "issue")]),
        ("印发《关于转发《乙》的通知》", [("关于转发《乙》的通知", "印发", "issue")]),
        ("落实《甲条例》（以下简称《条例》）", [("甲条例", "落实", "implement")]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修订完善甲市重大专项管理办法，加强管理", [("甲市重大专项管理办法", "修订完善", "revise")]),
        ("编制甲市“十四五”发展规划", [("甲市“十四五”发展规划", "编制", "draft")]),
        (
            "制定科技成果转化实施细则、人才分类评价办法（试行）",
            [("科技成果转化实施细则", "制定", "draft"), ("人才分类评价办法（试行）", "制定", "draft")],
        ),
        ("出台中试基地建设行动方案并组织实施", [("中试基地建设行动方案", "出台", "issue")]),
        ("出台实施甲湾区发展规划纲要，推进合作", [("甲湾区发展规划纲要", "出台实施", "issue")]),
        ("制定和完善矿山开采标准", [("矿山开采标准", "制定和完善", "draft")]),
        ("修订并全面实施新版市场准入负面清单", [("新版市场准入负面清单", "修订并全面实施", "revise")]),
        ("修订形成并实施新版绿色产品清单", [("新版绿色产品清单", "修订形成并实施", "revise")]),
        ("制定中长期人才发展规划", [("中长期人才发展规划", "制定", "draft")]),
        ("适时修订本市基本农田保护规定", [("本市基本农田保护规定", "修订", "revise")]),
        ("编制好“十四五”规划", [("“十四五”规划", "编制", "draft")]),
        ("编制高端装备技术路线图", [("高端装备技术路线图", "编制", "draft")]),
        ("制定出资人监管权责清单", [("出资人监管权责清单", "制定", "draft")]),
        ("推动出台优化营商环境若干措施", [("优化营商环境若干措施", "出台", "issue")]),
        ("制定新一轮退耕还林方案", [("新一轮退耕还林方案", "制定", "draft")]),
        ("组织制订应对大面积停电的应急预案", [("应对大面积停电的应急预案", "组织制订", "draft")]),
        ("发布重点推广的低碳技术目录", [("重点推广的低碳技术目录", "发布", "issue")]),
        ("研究制定国有资本充实社保基金办法", [("国有资本充实社保基金办法", "研究制定", "draft")]),
    ],
)
def test_without_marks(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_documents(passage(text))
    assert [(d.title, d.verb, d.relation) for d in found] == expected
    for document in found:
        assert not document.quoted
        assert document.span is not None
        assert text[slice(*document.span)] == document.title


@pytest.mark.parametrize(
    "text",
    [
        "制定支持企业设立研发中心政策，修订优化奖补政策",
        "完善产权保护制度，落实安全管理办法",
        "编制相关规划，制定具体办法，出台一系列方案",
        "按照制定的专项管理办法执行",
        "方案制定单位",
        "在规则制定中严格落实公平审查管理规定",
        "提出规划方案的意见",
        "禁止和限制发展的行业、工艺和产业目录",
        "编制实施发展规划纲要，制定工作实施方案",
        "制定周密、完备的应急预案，制定新一轮方案",
        "制定最低工资标准，出台污水处理收费标准",
        "已制定企业安全管理办法，制定了企业安全管理办法",
        "修订电力安全方面法规的意见",
        "制定本地区安全生产规定，制定有关管理规定",
        "制定首批5项核心团体标准",
        "结合实际，制定如下行动计划",
        "制定出时间表、路线图",
    ],
)
def test_no_document_without_marks(text: str) -> None:
    assert find_documents(passage(text)) == []


def test_rules_derived_from_a_document() -> None:
    cited, drafted = find_documents(passage("制定《甲条例》实施细则"))
    assert (cited.title, cited.verb, cited.relation, cited.quoted) == ("甲条例", None, "cite", True)
    assert (drafted.title, drafted.verb, drafted.relation, drafted.quoted) == (
        "《甲条例》实施细则",
        "制定",
        "draft",
        False,
    )
