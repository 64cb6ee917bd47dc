"""Pages that were copied on one line, names that nothing parts, and signatures behind a list of attachments; each with its nearest
neighbour."""

import pytest

import kjplan
from kjplan.model import Document

from .flat_text import REST, flat_plan

PATH = "当前位置： 首页信息公开文件汇编局办公室文件 "
TITLE = "临山新区管理局办公室关于印发《2023年湿地保护工作方案》的通知 "
SHARED = "时间：2023-05-06 09:30 微信 微博 QQ空间 "
NOTICE = (
    "各街道办、区直各单位：现将《2023年湿地保护工作方案》印发给你们，请认真执行。 临山新区管理局办公室 2023年4月28日 "
)
PLAN = "2023年湿地保护工作方案 为加强湿地保护，制定本方案。一、总体要求坚持保护优先。二、主要任务（一）修复湿地。修复湿地30公顷。（二）加强巡护。加强巡护。"


def test_the_page_around_a_document_on_one_line() -> None:
    plan = kjplan.parse(
        PATH
        + TITLE
        + SHARED
        + "临管办〔2023〕7号 "
        + NOTICE
        + PLAN
        + REST
        + " 来源：临山新区湿地中心 附件下载 方案.pdf"
    )
    document = plan.document
    assert plan.title == "2023年湿地保护工作方案"
    assert plan.issuer == "临山新区管理局办公室"
    assert (document.published_date, document.signed_date) == ("2023-05-06", "2023-04-28")
    assert document.document_number == "临管办〔2023〕7号"
    assert document.addressees == ["各街道办、区直各单位"]
    assert [f.text for f in plan.furniture][-2:] == ["来源：临山新区湿地中心", "附件下载 方案.pdf"]
    assert not any("来源" in (m.text or "") for m in plan.measures)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (PATH + TITLE + SHARED + NOTICE + PLAN, "2023-05-06"),
        (PATH + TITLE + "发布时间：2023-05-06 " + NOTICE + PLAN, "2023-05-06"),
        ("您的位置：首页 > 通知公告 > 文件 > " + TITLE + SHARED + NOTICE + PLAN, "2023-05-06"),
        (PATH + TITLE + NOTICE + PLAN, None),
        (TITLE + NOTICE + PLAN + "培训时间：2023-05-06 09:30 地点另行通知。", None),
    ],
)
def test_the_day_of_the_page(text: str, day: str | None) -> None:
    assert flat_plan(text).document.published_date == day


@pytest.mark.parametrize(
    ("number", "told"),
    [("临管办〔20230〕7号", "临管办〔20230〕7号"), ("临管办〔202〕7号", None), ("见临管办〔20230〕7号文件", None)],
)
def test_a_number_with_a_digit_too_many(number: str, told: str | None) -> None:
    """The number is what the document says; a check may find fault with it."""
    assert (
        kjplan.parse(
            f"临山市林业局关于做好巡护工作的通知\n{number}\n各县：\n一、加强巡护\n做好巡护。\n"
        ).document.document_number
        == told
    )


@pytest.mark.parametrize(
    ("title", "signed", "issuer"),
    [
        ("临山市教育局临山市财政局关于做好资助工作的通知", "", "临山市教育局、临山市财政局"),
        ("临山区教育局 临山区财政局临山区民政局关于做好资助工作的通知", "", "临山区教育局、临山区财政局、临山区民政局"),
        ("临山市教育局机关党委关于做好资助工作的通知", "", "临山市教育局机关党委"),
        ("中共临山市委组织部关于做好资助工作的通知", "", "中共临山市委组织部"),
        ("区教育局关于做好资助工作的通知", "海东新区教育局", "海东新区教育局"),
        ("民政局关于做好资助工作的通知", "海东新区教育局", "民政局"),
    ],
)
def test_names_in_a_title(title: str, signed: str, issuer: str) -> None:
    assert kjplan.parse(f"{title}\n各校：\n一、落实资助\n落实资助。\n{signed}\n2023年3月4日\n").issuer == issuer


def signed_by(text: str) -> Document:
    return kjplan.parse("2023年3月1日，检查组检查了5家企业。检查人员：张三、李四 " + text).document


def test_a_signature_behind_a_list_of_attachments_on_the_line() -> None:
    document = signed_by("附件：第一季度抽查情况表 海东新区公安局2023年3月31日")
    assert (document.signatures, document.signed_date) == (["海东新区公安局"], "2023-03-31")
    assert signed_by("附件：第一季度抽查情况表，报海东新区公安局备案").signatures == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "临山市管委会关于南桥镇仓库事故调查报告的批复 市应急局：你局《请示》收悉，同意。一、事故性质认定为责任事故。二、处理意见同意处理意见。",
            "临山市管委会关于南桥镇仓库事故调查报告的批复",
        ),
        ("临山市管委会关于南桥镇仓库事故调查报告的批复 已经印发：详情见网站，请查阅。有关意见另行通知。", None),
    ],
)
def test_a_blank_between_title_and_addressees(text: str, title: str | None) -> None:
    assert flat_plan(text).title == title


@pytest.mark.parametrize(
    ("count", "names", "issuer"),
    [
        (
            "4",
            "海东省水利厅 海东省农业农村厅海东省财政厅\n人民银行海东分行",
            "海东省水利厅、海东省农业农村厅、海东省财政厅、人民银行海东分行",
        ),
        ("三", "海东省水利厅、海东省农业农村厅、海东省财政厅", "海东省水利厅、海东省农业农村厅、海东省财政厅"),
        ("5", "海东省水利厅、海东省农业农村厅、海东省财政厅", None),
        ("2", "海东省水利厅、各地", None),
    ],
)
def test_as_many_names_above_a_document_as_its_title_counts(count: str, names: str, issuer: str | None) -> None:
    text = f"{count}部门印发《节水行动方案》的通知\n近日\n{names}联合印发了\n《节水行动方案》的通知\n节水行动方案\n一、主要任务\n（一）节约用水。节约用水。\n（二）加强宣传。加强宣传。\n"
    assert kjplan.parse(text).issuer == issuer
