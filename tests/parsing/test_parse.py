"""Properties of parsing: nothing lost, nothing thrown, linear in length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjplan.errors import KjplanError
from kjplan.model import Measure, Section
from kjplan.parsing import parse_source
from kjplan.parsing.explain import explain
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text, read
from tests.conftest import NOTICE

PIECES = st.sampled_from(
    [
        "一、",
        "二、",
        "（一）",
        "(二)",
        "1.",
        "2．",
        "3、",
        "（1）",
        "①",
        "第一章",
        "第二条",
        "一是",
        "1.1",
        "2.6%",
        "2022年",
        "。",
        "；",
        "：",
        "，",
        "\n",
        "\r\n",
        "\n\n",
        "　　",
        "\t",
        "\xa0",
        "主要目标",
        "重点任务",
        "达到65%",
        "新增1000家",
        "《关于X的通知》",
        "“十四五”",
        "（市科技局负责）",
        "6月底前",
        "附件",
        "附件：",
        "某市局",
        "2022年3月25日",
        "索引号：",
        "• ",
        "[red]",
        "\x1b[31m",
        "（",
        "）",
        "《",
        "”",
        "-->",
        "关于印发《X要点》的通知",
        "工作要点",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), min_size=1, max_size=60).map("".join).filter(str.strip)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_parses_and_its_leaves_partition_it(text: str) -> None:
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    for node, holder in parsed.plan.nodes():
        assert node.span is not None
        start, end = node.span
        assert 0 <= start < end <= len(text)
        if holder is not None and holder.span is not None:
            assert holder.span[0] <= start
            assert end <= holder.span[1]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_ids_are_unique(text: str) -> None:
    plan = parse_source(from_text(text)).plan
    ids = [n.id for n, _ in plan.nodes()]
    assert len(ids) == len(set(ids))
    assert all(ids)


@pytest.mark.parametrize(
    "line",
    [
        "（" * 200_000,
        "1." * 100_000,
        "一、" * 100_000,
        "《" * 200_000,
        "“" * 200_000,
        "9" * 200_000,
        "是要" * 100_000,
        " \t" * 100_000 + "x",
    ],
)
def test_a_hostile_line_is_one_honest_text(line: str) -> None:
    parsed = parse_source(from_text(line))
    assert partition_faults(line, parsed.leaves) == []


def test_the_notice_is_one_partition_in_order() -> None:
    parsed = parse_source(read(NOTICE))
    text, leaves = parsed.source.text, parsed.leaves
    assert partition_faults(text, leaves) == []
    joined, at = "", 0
    for leaf in leaves:
        joined += text[at : leaf.span[0]] + text[slice(*leaf.span)]
        at = leaf.span[1]
    assert joined + text[at:] == text


@pytest.mark.parametrize(
    ("line", "rule", "owner", "alternative"),
    [
        (1, "portal-header:position:index_number", "document", None),
        (14, "signed-date", "document", "heading"),
        (16, "title:plan", "plan", "heading"),
        (23, "heading:cn-dot", "S2", "paragraph"),
        (47, "heading:ar-dot", "M4", "task without a number"),
        (101, "page-furniture:back", "furniture", "heading"),
    ],
)
def test_explain_names_the_rule_and_what_else_it_might_have_been(
    line: int, rule: str, owner: str, alternative: str | None
) -> None:
    claim = explain(parse_source(read(NOTICE)), line).claims[0]
    assert (claim.rule, claim.leaves[-1].owner) == (rule, owner)
    if alternative is not None:
        assert alternative in [a.reading for a in claim.alternatives]


def test_explain_says_why_a_number_is_no_heading() -> None:
    parsed = parse_source(from_text("2023年工作要点\n一、任务\n1.降低能耗。能耗下降\n2.6%以上。\n88.正文"))
    assert [a.why_not for a in explain(parsed, 4).claims[0].alternatives] == [
        "2.6 at its start is a number or date, not a marker"
    ]
    assert "number 88 is out of sequence, 2 was expected" in [
        a.why_not for a in explain(parsed, 5).claims[0].alternatives
    ]


def test_explain_of_a_line_that_is_not_there() -> None:
    parsed = parse_source(from_text("工作要点"))
    assert explain(parsed, 1).claims
    with pytest.raises(KjplanError, match="there is no line 2"):
        explain(parsed, 2)


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("甲市科技局关于印发《2023年科技工作要点》的通知", "甲市科技局"),
        ("甲市政府办公室转发市统计局关于做好统计工作意见的通知", "甲市政府办公室"),
        ("关于做好统计工作的意见", None),
    ],
)
def test_the_issuer_is_who_the_title_begins_with(title: str, issuer: str | None) -> None:
    assert parse_source(from_text(f"{title}\n一、任务\n1.做好普查。认真组织。\n")).plan.issuer == issuer


def test_no_target_has_the_id_of_a_measure() -> None:
    text = (
        "2023年工作要点\n一、任务\n1.建设平台。新建平台5家。\n（1）培育企业。认真组织。\n1.1 新增企业。新增企业3家。\n"
    )
    plan = parse_source(from_text(text)).plan
    ids = [node.id for node, _ in plan.nodes()] + [target.id for target in plan.targets]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("blank", ["\ufeff", "\u200b", "\u3000", "\u00a0"])
def test_blanks_without_width_are_blanks(blank: str) -> None:
    text = "2023年工作要点\n一、任务\n1.*建设平台。*认真组织。*\n*2.培育企业。认真组织。\n*\n".replace("*", blank)
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    assert [m.title for m in parsed.plan.measures] == ["建设平台", "培育企业"]


def test_a_plan_in_an_attachment_has_its_facts() -> None:
    text = (
        "某区农委关于印发《耕地保护方案》等两个方案的通知\n各街镇：\n现将两个方案印发给你们。\n某区农委\n2020年10月19日\n"
        "附件1\n耕地保护方案\n一、主要任务\n（一）建立清单。年底前建立耕地清单。（区农委牵头）\n"
        "附件2\n水源保护方案\n一、主要任务\n（一）编制指南。6月底前编制指南，新建监测点30个。（区环保局牵头）\n"
    )
    [attachment] = parse_source(from_text(text)).plan.attachments
    [section] = attachment.parts
    assert isinstance(section, Section)
    [measure] = section.children
    assert isinstance(measure, Measure)
    assert [b.name for b in measure.responsibility.bodies] == ["区环保局"]
    assert [d.text for d in measure.due] == ["6月底前"]
    assert [t.quote for t in measure.targets] == ["30个"]
