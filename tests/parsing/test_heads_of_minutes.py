"""What minutes, slips of inspections and pages say above their text, and tasks that are a card each."""

import pytest

from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.reading import decode


def plan_of(text: str) -> Plan:
    return parse_source(decode(text.encode())).plan


BELOW = "\n3月5日，县政府召开会议。议定事项如下：\n\n一、码头问题。由县体育局负责，5月底前完成。\n"


@pytest.mark.parametrize(
    ("head", "number"),
    [("〔2023〕9号", "〔2023〕9号"), ("（2023）9号", "（2023）9号"), ("第9期", None), ("（第9期）", None)],
)
def test_the_head_of_minutes(head: str, number: str | None) -> None:
    plan = plan_of(f"溪口县人民政府专题会议纪要\n{head}\n溪口县人民政府办公室　　　　2023年3月8日\n{BELOW}")
    assert plan.document.document_number == number
    assert (plan.issuer, plan.document.written_date) == ("溪口县人民政府办公室", "2023-03-08")


def test_who_and_when_in_brackets_below_a_title() -> None:
    told = plan_of(f"溪口县2023年重点任务\n（溪口县体育局，2023年3月8日）\n{BELOW}")
    assert (told.issuer, told.document.written_date) == ("溪口县体育局", "2023-03-08")
    other = plan_of(f"溪口县2023年重点任务\n（码头建设，另行通知）\n{BELOW}")
    assert (other.issuer, other.document.written_date) == (None, None)


def test_a_slip_orders_work() -> None:
    slip = plan_of(
        "溪口县人民政府督查室\n交 办 通 知 单\n\n办理要求：\n1.请县体育局牵头，5月20日前提出方案。\n2.6月底前完成改造。\n"
    )
    assert [(m.due[0].text, [b.name for b in m.responsibility.bodies]) for m in slip.measures] == [
        ("5月20日前", ["县体育局"]),
        ("6月底前", []),
    ]


def test_a_number_before_an_empty_label() -> None:
    plan = plan_of(f"溪口县体育局2023年工作要点\n发布机构：溪口县体育局 文 号：溪体〔2023〕9号 主 题 词：\n{BELOW}")
    assert plan.document.document_number == "溪体〔2023〕9号"


def test_the_address_of_a_site() -> None:
    page = "溪口县体育局关于印发2023年工作要点的通知\n溪口县政府网 www.example.gov.cn 2023-04-11 15:32 来源：县体育局\n"
    assert plan_of(page + BELOW).document.published_date == "2023-04-11"


CARDS = (
    "序号：1\n工作任务：新建码头\n具体举措：新建泊位3个。\n牵头科室：规划科\n完成时限：6月底\n\n"
    "序号：2\n工作任务：改善服务\n具体举措：优化流程。\n牵头科室：综合科\n完成时限：年底\n"
)


def test_cards_that_count() -> None:
    cards = plan_of(f"溪口县体育局2023年任务清单\n\n{CARDS}").measures
    assert [(m.number, m.title, [b.name for b in m.responsibility.bodies], m.due[0].text) for m in cards] == [
        ("1", "新建码头", ["规划科"], "6月底"),
        ("2", "改善服务", ["综合科"], "年底"),
    ]
    one = plan_of("溪口县体育局2023年任务清单\n\n工作任务：新建码头\n牵头科室：规划科\n\n完成情况良好。\n")
    assert [m.title for m in one.measures] != ["新建码头", "完成情况良好"]


def test_units_that_work_is_shared_out_to() -> None:
    shared = plan_of("溪口街道2023年工作方案\n\n一、包保分工\n（一）向阳社区。负责东路。\n（二）湖滨社区。负责西路。\n")
    assert [[b.name for b in m.responsibility.bodies] for m in shared.measures] == [["向阳社区"], ["湖滨社区"]]
    other = plan_of("溪口街道2023年工作方案\n\n一、重点任务\n（一）向阳社区。建设驿站。\n（二）湖滨社区。修缮道路。\n")
    assert not any(m.responsibility.stated for m in other.measures)


def test_the_last_row_where_blank_lines_part_cells() -> None:
    rows = "\n\n".join(
        ["1", "新建码头", "县体育局", "6月底", "2", "改善服务", "县民政局", "年底", "3", "修缮道路", "县交通局", "全年"]
    )
    table = plan_of(f"溪口县2023年任务分解表\n\n序号\n工作任务\n责任单位\n完成时限\n\n{rows}\n")
    assert [(m.title, [b.name for b in m.responsibility.bodies]) for m in table.measures] == [
        ("新建码头", ["县体育局"]),
        ("改善服务", ["县民政局"]),
        ("修缮道路", ["县交通局"]),
    ]
