"""Notices whose own title was not copied, or only its first line: what they send out is told by their words and stands again below."""

import pytest

import kjplan
from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text

NAME = "青岚市码头建设三年行动计划（2023—2025年）"
NUMBER = "青府办发〔2023〕19号"
TO = "各区、县人民政府，市政府各委、办、局："
SIGNED = ["青岚市人民政府办公厅", "二○二三年五月十八日"]
TEXT = [
    "码头是青岚的门户，特制订本计划。",
    "一、发展目标",
    "1．新建码头5座。",
    "二、主要措施",
    "（一）加强领导",
    "各区县要加强领导。",
]
MADE = f"市交通委、市财政局制订的《{NAME}》已经市政府同意，现转发给你们，请认真按照执行。"
CUT = "青岚市人民政府办公厅关于转发市交通委等部门制订的"


def read(*lines: str, joined: str = "\n") -> Plan:
    text = joined.join(lines)
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    return parsed.plan


@pytest.mark.parametrize(
    "said",
    [
        MADE,
        f"市交通委拟定的《{NAME}》已由市政府常务会议通过，现予印发。",
        f"经市政府同意，《{NAME}》现印发给你们。",
        f"《{NAME}》已经市政府同意，现转发给你们，请认真执行。",
    ],
)
@pytest.mark.parametrize("head", [[NUMBER, TO], [TO], [NUMBER]])
def test_what_is_sent_out_has_the_name_that_stands_again(said: str, head: list[str]) -> None:
    plan = read(*head, said, *SIGNED, NAME, *TEXT)
    assert (plan.title, plan.year, plan.year_end) == (NAME, 2023, 2025)
    assert (plan.issuer, plan.document.signed_date) == ("青岚市人民政府办公厅", "2023-05-18")
    assert plan.document.document_number == (NUMBER if NUMBER in head else None)
    assert [g.text for g in plan.goals] == ["新建码头5座"]


@pytest.mark.parametrize(
    "said",
    [
        f"根据《{NAME}》印发的任务，各区要抓紧建设。",  # what the notice rests on
        f"市交通委制订了《{NAME}》，请认真按照执行。",  # nothing is sent out
        MADE.replace("三年", "五年"),  # another name
    ],
)
def test_a_name_that_is_only_spoken_of_is_no_title(said: str) -> None:
    assert read(TO, said, "一、加强领导", "各区县要加强领导。", "二、加大投入", "完善机制。", NAME).title != NAME


def test_the_first_line_of_a_title_is_the_notice_s() -> None:
    plan = read(CUT, NUMBER, TO, MADE, *SIGNED, NAME, *TEXT)
    assert plan.notice is not None
    assert (plan.title, plan.notice.title, plan.document.document_number) == (NAME, CUT, NUMBER)
    assert plan.document.addressees == ["各区、县人民政府", "市政府各委、办、局"]


def test_a_sentence_above_is_no_title_that_was_cut() -> None:
    plan = read("青岚市召开会议，研究关于转发码头计划的事项。", NUMBER, TO, MADE, *SIGNED, NAME, *TEXT)
    assert (plan.title, plan.notice) == (NAME, None)


def test_a_number_below_the_signature_is_the_notice_s() -> None:
    plan = read(TO, MADE, *SIGNED, NUMBER, NAME, *TEXT)
    assert (plan.document.document_number, plan.title) == (NUMBER, NAME)
    plan = read(TO, MADE, *SIGNED, "第19号文附后", NAME, *TEXT)
    assert plan.document.document_number is None


def test_on_one_line_who_is_addressed_and_the_title_are_told_too() -> None:
    said = "《关于支持码头建设的若干政策》已经市政府第12次常务会议审议通过，现印发给你们，请认真贯彻落实。"
    name = "关于支持码头建设的若干政策"
    tasks = ["一、建设码头", "1.新建码头5座。", "2.改造泵站。", "二、开辟航线", "3.新开航线3条。"]
    plan = read(TO, said, "青岚市人民政府2023年9月1日", name, "为加快码头建设，制定如下政策。", *tasks, joined="")
    assert (plan.title, plan.issuer, plan.document.signed_date) == (name, "青岚市人民政府", "2023-09-01")
    assert plan.document.addressees == ["各区、县人民政府", "市政府各委、办、局"]
    assert len(plan.measures) == 3
    plan = read(TO, "《关于支持码头建设的若干政策》已经废止。", *tasks, joined="")
    assert plan.title is None


@pytest.mark.parametrize("name", ["发展指标", "总目标", "约束性指标", "2025年建设目标", "近期目标"])
def test_goals_below_a_part_of_goals_and_tasks(name: str) -> None:
    plan = kjplan.parse(
        f"{NAME}\n一、发展目标与任务\n（一）{name}\n1.新建码头5座。\n（二）主要任务\n1.改造泵站。\n二、保障措施\n1.加强领导。\n"
    )
    assert [g.text for g in plan.goals] == ["新建码头5座"]


@pytest.mark.parametrize("name", ["明确目标", "考核指标", "围绕建设目标", "对标先进指标"])
def test_work_on_goals_is_work(name: str) -> None:
    plan = kjplan.parse(
        f"{NAME}\n一、发展目标与任务\n（一）{name}\n1.新建码头5座。\n（二）主要任务\n1.改造泵站。\n二、保障措施\n1.加强领导。\n"
    )
    assert plan.goals == []


@pytest.mark.parametrize(
    ("name", "tasks"), [("招募对象和条件", 0), ("招聘条件", 0), ("招募工作", 2), ("加强选拔范围管理", 2)]
)
def test_whom_a_scheme_looks_for_is_no_task(name: str, tasks: int) -> None:
    plan = kjplan.parse(
        f"青岚市2024年毕业生服务计划实施方案\n一、{name}\n（一）政治素质好；\n（二）身体健康；\n二、主要任务\n（一）开展宣传。\n"
    )
    assert len(plan.measures) == tasks + 1


def test_a_sentence_of_its_own_may_send_it_out() -> None:
    plan = read(TO, f"我厅制定了《{NAME}》。现印发给你们，请认真执行。", *SIGNED, NAME, *TEXT)
    assert (plan.title, plan.issuer, plan.document.written_date) == (NAME, "青岚市人民政府办公厅", "2023-05-18")
    plan = read(TO, f"我厅制定了《{NAME}》。各区要印发宣传材料。", *SIGNED, NAME, *TEXT)
    assert plan.title is None


GOALS = [
    "到2025年，全市码头岸电覆盖率提高到60%，新建码头5座，码头的运营、养护和管理体制基本建立，各级责任全面落实。",
    "到2030年，全市码头岸电覆盖率提高到90%，每个沿江的县都有自己的码头，老旧码头全部改造完毕，过往船舶随到随停，航道一年四季保持畅通，水运成为青岚市最便宜、最干净的运输方式，沿江群众的生产和出行更加方便。",
    "2024年底前，各县公布码头名单，明确每一座码头由谁管理、由谁养护、由谁出资，哪些码头保留，哪些码头归并，哪些码头退出。",
]


def test_words_right_below_the_title_of_an_undated_notice_are_the_plan_s() -> None:
    plan = read(f"青岚市人民政府办公厅关于印发《{NAME}》的通知", *GOALS)
    assert (plan.title, plan.extent) == (NAME, "full")
    assert [str(t.value) for g in plan.goals for t in g.targets] == ["60", "5", "90"]


@pytest.mark.parametrize("said", ["现将该计划印发给你们，请认真执行。", "请结合实际贯彻执行。"])
def test_words_that_send_it_out_are_the_notice_s(said: str) -> None:
    plan = read(f"青岚市人民政府办公厅关于印发《{NAME}》的通知", GOALS[0] + said, *GOALS[1:])
    assert (plan.extent, plan.goals) == ("notice", [])


def test_few_words_below_the_title_are_the_notice_s() -> None:
    assert read(f"青岚市人民政府办公厅关于印发《{NAME}》的通知", GOALS[2]).extent == "notice"


@pytest.mark.parametrize("gap", [" ", " " * 20, "　　"])
def test_number_and_day_on_one_line(gap: str) -> None:
    title = f"青岚市人民政府办公厅关于印发{NAME}的通知"
    plan = read(title, f"{NUMBER}{gap}2023.5.18", TO, "现印发给你们，请认真执行。", "青岚市人民政府办公厅", NAME, *TEXT)
    assert (plan.document.document_number, plan.document.written_date) == (NUMBER, "2023-05-18")
