"""Text without line breaks: letterheads and signatures of a name alone, parts of approvals and replies glued to their words, orders beside a list of names."""

import pytest

import kjplan
from kjplan.parsing.headings.glued import split_glued


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("环境保护施工期弃土应运至指定场地，不得排入河道。", "环境保护"),
        ("环境保护部门要加强监督，及时报告进展情况。", ""),
        ("施工工期总工期自开工之日起三十个月，不得延误。", "施工工期"),
        ("林草覆盖状况1至4月，全县完成造林任务的一半以上。", "林草覆盖状况"),
        ("林草覆盖状况要及时上报，不得迟报漏报瞒报。", ""),
        ("护林执法更加有力全年出动护林员一千人次，立案九起。", "护林执法更加有力"),
        ("让护林执法更加有力的措施由县局制定，报省厅备案。", ""),
        ("关于加强护林队伍建设按照《护林员管理办法》，护林员由乡镇聘用。", "关于加强护林队伍建设"),
        ("关于护林队伍由乡镇聘用的规定，执行中有问题请反馈。", ""),
    ],
)
def test_titles_glued_to_their_words(words: str, title: str) -> None:
    assert words[: split_glued(words.replace("，", ","), part=True)] == title


def test_a_letterhead_of_a_name_alone() -> None:
    text = (
        "丹江省林业厅丹林提字〔2031〕7号关于省政协三届一次会议第0042号提案的答复赵某某委员：您提出的《关于保护古树的提案》收悉。现答复如下："
        "截至2030年底，全省登记古树3万株。一、关于资金投入近年来投入资金2亿元。二、关于管护队伍近年来招聘护林员600名。感谢您的关心。丹江省林业厅2031年5月6日"
    )
    plan = kjplan.parse(text)
    assert plan.title == "关于省政协三届一次会议第0042号提案的答复"
    assert (plan.issuer, plan.document.document_number) == ("丹江省林业厅", "丹林提字〔2031〕7号")


def test_a_reply_whose_title_begins_with_a_body() -> None:
    text = (
        "丹江省林业厅对省人大三届一次会议第0042号建议的答复丹林函〔2031〕9号赵某某代表：您提出的关于保护古树的建议收悉。现答复如下："
        "一、工作开展情况。近年来投入资金2亿元，登记古树3万株。二、下一步工作。我厅将认真研究您的建议。感谢您的关心。丹江省林业厅2031年5月6日"
    )
    plan = kjplan.parse(text)
    assert (plan.title, plan.issuer) == ("丹江省林业厅对省人大三届一次会议第0042号建议的答复", "丹江省林业厅")
    assert plan.document.document_number == "丹林函〔2031〕9号"


@pytest.mark.parametrize(("said", "count"), [("预计全省客运量约700万人次", 0), ("力争全省植树约700万株", 1)])
def test_a_forecast_of_traffic_is_no_goal(said: str, count: int) -> None:
    text = (
        f"关于做好2031年春运工作的通知\n各市交通局：\n{said}。现通知如下：\n"
        "一、加强组织。科学安排运力。\n二、加强检查。完成春运前检查。\n"
    )
    assert len([goal for goal in kjplan.parse(text).goals if goal.targets]) == count


@pytest.mark.parametrize(("middle", "bodies"), [("", []), ("丹江省财政厅", ["丹江省林业厅"])])
def test_a_signature_without_a_date(middle: str, bodies: list[str]) -> None:
    text = (
        "关于保护古树名木的指导意见各市林业局：为保护古树名木，现提出以下意见。一、总体要求坚持保护优先，全面普查。二、主要任务"
        f"（一）开展普查。全面登记古树名木，建立档案，定期复核更新，及时公布名录。{middle}"
        "（二）落实管护。明确管护责任人，签订责任书，落实补助资金，定期检查通报。丹江省林业厅"
    )
    assert [b.name for m in kjplan.parse(text).measures for b in m.responsibility.bodies] == bodies


@pytest.mark.parametrize(("sent", "count"), [("示范林场名单", 2), ("示范林场建设方案", 0)])
def test_orders_beside_a_list_of_names(sent: str, count: int) -> None:
    text = (
        f"丹江省林业厅关于公布{sent}的通知\n各市林业局：\n现将{sent}予以公布，并就有关事项通知如下：\n一、各林场要明确任务，落实资金。\n"
        f"二、各市林业局要加强指导，及时报告。\n附件：{sent}\n丹江省林业厅\n2031年5月6日\n附件\n{sent}\n东山市：青石岭林场、白桦林场\n"
    )
    assert len(kjplan.parse(text).parts) == count
