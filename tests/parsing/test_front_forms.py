"""Titles, numbers, dates and signatures where sources put them, each with the nearest text that must be read otherwise."""

import pytest

import kjplan
from kjplan.parsing.front.genres import names_another_kind
from kjplan.parsing.headings.glued import split_glued
from kjplan.reading import from_text

BODY = "\n各市科技局：\n现将有关事项通知如下：\n一、加强管理\n（一）完善制度。建立台账。\n（二）开展培训。组织学习。\n"


def test_a_number_behind_the_title() -> None:
    plan = kjplan.parse("甲省关于加强水库管理的意见 甲政发 〔2019〕 35 号\n" + BODY)
    assert plan.title == "甲省关于加强水库管理的意见"
    assert plan.document.document_number == "甲政发〔2019〕35号"
    assert len(plan.measures) == 2


def test_a_number_within_the_title_is_none_of_the_document() -> None:
    plan = kjplan.parse("甲省关于落实甲政发〔2019〕35号文件的意见\n" + BODY)
    assert plan.title == "甲省关于落实甲政发〔2019〕35号文件的意见"
    assert plan.document.document_number is None


def test_a_number_behind_the_title_on_one_line_with_all() -> None:
    text = "甲省政府关于乙市水源保护目标的批复 甲政函〔2019〕134号 乙市人民政府、省水利厅：你们报送的请示收悉。现批复如下："
    plan = kjplan.parse(
        text + "一、原则同意该目标。二、乙市要积极筹集资金，认真组织实施。" * 2 + "　　甲省政府　　二〇一九年十月三日"
    )
    assert plan.title == "甲省政府关于乙市水源保护目标的批复"
    assert plan.document.document_number == "甲政函〔2019〕134号"
    assert plan.document.addressees == ["乙市人民政府、省水利厅"]
    assert plan.measures == []


@pytest.mark.parametrize(
    ("listed", "signatures", "date"),
    [
        (
            "附件：\n\n调查信息表\n\n甲市粮食局\n\n乙市消防总队\n\n2022年1月11日\n",
            ["甲市粮食局", "乙市消防总队"],
            "2022-01-11",
        ),
        # an attachment that is itself dated, and one that is no list
        ("附件：\n\n调查信息表\n\n甲市粮食局\n\n2022年1月11日\n\n一、调查范围\n全市粮库。\n", [], None),
        ("附件：\n\n调查信息表\n\n序号\n\n2022年1月11日\n", [], None),
    ],
)
def test_a_signature_below_names_of_attachments(listed: str, signatures: list[str], date: str | None) -> None:
    plan = kjplan.parse("关于建立联动机制的通知\n" + BODY + listed)
    assert plan.document.signatures == signatures
    assert plan.document.written_date == date


@pytest.mark.parametrize(
    ("title", "signed", "signatures", "issuer"),
    [
        (
            "东山区人民政府关于印发《粮库方案》的通知",
            "特此通知\n甲市东山区人民政府",
            ["甲市东山区人民政府"],
            "甲市东山区人民政府",
        ),
        ("关于印发《粮库方案》的通知", "特此通知。\n东山区粮食局", ["东山区粮食局"], "东山区粮食局"),
        ("东山区粮食局关于印发《粮库方案》的通知", "甲集团东山区粮食局", ["甲集团东山区粮食局"], "东山区粮食局"),
        (
            "东山区粮食局关于印发《粮库方案》的通知",
            "甲市东山区粮食局\n甲市东山区财政局",
            ["甲市东山区粮食局", "甲市东山区财政局"],
            "东山区粮食局",
        ),
    ],
)
def test_who_signs_is_no_closing_phrase_and_says_the_name_in_full(
    title: str, signed: str, signatures: list[str], issuer: str
) -> None:
    plan = kjplan.parse(
        f"{title}\n各街道：\n现印发给你们。\n{signed}\n2022年5月6日\n粮库方案\n一、主要任务\n（一）排查隐患。全面检查。\n"
    )
    assert (plan.document.signatures, plan.issuer) == (signatures, issuer)


def test_a_date_broken_behind_each_figure() -> None:
    plan = kjplan.parse(
        "关于加强库区管理的通知\n" + BODY + "（三）落实甲建交[2014]55\n号文件要求。\n甲区粮食局\n2014\n年6\n月28\n日\n"
    )
    assert plan.document.written_date == "2014-06-28"
    assert "甲建交[2014]55" in f"{plan.measures[2].title}{plan.measures[2].text}"
    assert plan.document.signatures == ["甲区粮食局"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("投资额\n2014\n年度计划\n5\n月球车\n", ["投资额", "2014", "年度计划", "5", "月球车"]),
        ("于2014\n年9月5日\n前报送\n", ["于2014\n年9月5日\n前报送"]),
        ("2014年9月5日\n前言\n", ["2014年9月5日", "前言"]),
        ("2014年9月5日\n\n前报送\n", ["2014年9月5日", "前报送"]),
        ("汛期\n前期工作\n5日\n前往\n", ["汛期", "前期工作", "5日", "前往"]),
    ],
)
def test_what_lines_that_begin_with_such_a_character_are_joined(text: str, lines: list[str]) -> None:
    source = from_text(text)
    from kjplan.parsing.lines.units import split_units

    assert [source.text[slice(*u.span)] for u in split_units(source)] == lines


@pytest.mark.parametrize("kind", ["公告", "函", "通告"])
def test_other_kinds_send_documents_out(kind: str) -> None:
    plan = kjplan.parse(
        f"关于发布《粮库防火工作方案》的{kind}\n现予发布。\n甲省粮食局\n2020年5月6日\n粮库防火工作方案\n一、主要任务\n（一）排查隐患。全面检查。\n（二）开展演练。每库一次。\n"
    )
    assert (plan.title, plan.document.written_date) == ("粮库防火工作方案", "2020-05-06")
    assert len(plan.measures) == 2


def test_the_promulgation_of_a_rule() -> None:
    rule = "举报奖励办法\n{}\n第一章 总则\n第一条 为了鼓励举报，制定本办法。\n第二条 本办法适用于全省。\n"
    dated = kjplan.parse(rule.format("2022年6月6日 甲省粮食局令第2号公布 自公布之日起施行"))
    assert dated.document.written_date == "2022-06-06"
    told = kjplan.parse(rule.format("2022年6月6日甲省粮食局办公会议讨论"))
    assert told.document.written_date is None


def test_a_notice_without_title_on_one_line() -> None:
    text = (
        "各县水务局，市直各单位：现将《甲市渡口看护办法》印发给你们，望照此办理。甲市水务局2021年4月6日（此件公开）"
        "甲市渡口看护办法第一章 总则第一条 为看护好渡口，制定本办法。第二条 本办法所称渡口，是指县级渡口。第三条 市水务局负责监督渡口的看护，每季度查看一次渡船和缆绳，并把查看的结果告知乡镇。"
    )
    plan = kjplan.parse(text)
    assert plan.document.signatures == ["甲市水务局"]
    assert plan.document.written_date == "2021-04-06"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("甲省乙粮站虚报、瞒报库存案2016年3月9日，省粮食局抽查时发现。", "甲省乙粮站虚报、瞒报库存案"),
        ("关于进一步加强社团党建工作民政厅认真履行登记职责，先后印发通知。", "关于进一步加强社团党建工作"),
        ("关于加强社团工作的民政厅文件已经印发，请遵照执行并反馈。", ""),
        ("检查目的检查甲公司经验反馈体系的建立情况，核查落实情况。", "检查目的"),
        ("检查目的是查明情况，核查落实情况并提出整改要求。", ""),
    ],
)
def test_where_a_title_ends(words: str, title: str) -> None:
    assert words[: split_glued(words)] == title


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("某核电厂专项检查报告", True),
        ("某机组运行许可证", True),
        ("甲市政府工作报告", False),
        ("甲市关于开展检查工作的报告", False),
    ],
)
def test_kinds_that_plan_nothing(title: str, other: bool) -> None:
    assert names_another_kind(title) is other


def test_goals_of_a_plan_whose_headings_were_not_copied() -> None:
    title = "关于印发《甲县水库管理实施方案》的通知\n2017-09-01\n"
    told = kjplan.parse(
        title + "到2020年，全县水库水质达标率提高到82.5%，安全监测覆盖率达到100%。\n到2030年，水质达标率达到95%以上。\n"
    )
    assert [g.targets[0].indicator for g in told.goals] == ["水库水质达标率", "安全监测覆盖率", "水质达标率"]
    assert told.extent != "notice"
    missing = kjplan.parse(title + "扫一扫在手机打开当前页\n")
    assert (missing.extent, missing.goals) == ("notice", [])
