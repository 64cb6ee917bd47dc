"""Titles that a page says twice, and lists of attachments at the very end: each with its nearest neighbour. All texts are invented."""

import pytest

import kjplan

PLAN = "一、重点任务\n（一）建设粮库。年内新建粮库5座。\n（二）修缮渡口。年底前完成。\n"
LONG = "甲江市人民政府办公室关于印发甲江市沿岸粮库渡口安全管理三年行动计划的通知"


@pytest.mark.parametrize("above", [LONG, f"{LONG}_甲江市门户网站", f"# {LONG}"])
def test_a_title_said_twice_is_of_the_page(above: str) -> None:
    plan = kjplan.parse(
        f"{above}\n\n{LONG}\n各县：\n现予印发。\n甲江市人民政府办公室\n2026年3月4日\n甲江市沿岸粮库渡口安全管理三年行动计划\n{PLAN}"
    )
    assert (plan.title, plan.document.addressees) == ("甲江市沿岸粮库渡口安全管理三年行动计划", ["各县"])
    assert plan.preamble == []


def test_words_that_name_the_title_are_no_title() -> None:
    lead = f"甲江市日前出台{LONG}，对沿岸粮库和渡口的安全管理作出全面部署。"
    plan = kjplan.parse(f"{lead}\n{LONG}\n各县：\n{PLAN}")
    assert [p.text for p in plan.preamble] + [plan.notice.text if plan.notice else ""] != [""]
    assert lead in "".join(p.text for p in plan.preamble)


def test_a_title_over_two_lines_names_its_plan() -> None:
    plan = kjplan.parse(
        f"甲江市粮食局关于印发《甲江市粮库\n建设工作方案》的通知\n各县：\n请执行。\n甲江市粮食局\n2026年3月4日\n甲江市粮库\n建设工作方案\n{PLAN}"
    )
    assert plan.title == "甲江市粮库建设工作方案"
    assert len(plan.measures) == 2


@pytest.mark.parametrize(
    ("tail", "attached"),
    [
        ("附件：\n1.粮库名单\n2.渡口分布图\n", 0),
        ("附件：\n任务分工\n一、粮库\n市粮食局负责粮库。\n", 1),
        ("附件：\n1.甲江粮库有限公司\n2.乙河渡口有限公司\n", 1),
    ],
)
def test_names_at_the_very_end_are_a_list_of_attachments(tail: str, attached: int) -> None:
    assert len(kjplan.parse(f"2026年甲江市粮库工作计划\n{PLAN}{tail}").attachments) == attached


def test_a_report_of_opinions_plans_as_opinions_do() -> None:
    assert kjplan.parse(f"甲江市人民政府批转市粮食局关于加强粮库建设意见的报告\n{PLAN}").extent == "full"
    assert (
        kjplan.parse(
            "甲江市粮食局关于粮库建设情况的报告\n一、基本情况\n新建了粮库。\n二、存在问题\n渡口破损。\n"
        ).extent
        == "none"
    )


def test_a_title_that_its_words_follow_at_once_is_read_as_one_with_a_stop() -> None:
    words = "{}2026年6月30日前，市粮食局组织各库制定2026年度库存质量控制方案，完成审核，并将结果报市政府备案。"
    text = "甲江市关于做好粮库工作的通知各县粮食局：为加强管理，现通知如下：一、制定库存质量控制方案" + words
    text += "二、完成数据报送2026年3月31日前，各库报送上年数据，逐项核对，不得漏报。甲江市粮食局2026年1月4日"
    glued, stopped = kjplan.parse(text.format("")), kjplan.parse(text.format("。"))
    assert [d.title for d in glued.measures[0].documents] == [d.title for d in stopped.measures[0].documents]
    assert len(glued.measures[0].documents) == 2
