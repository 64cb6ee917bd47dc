"""A document that has lost its line breaks says what it said before, whatever stands for them."""

from cProfile import Profile
from pathlib import Path

import pytest

import kjplan
from kjplan.model import Plan, Section
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.parsing.lines.flattened import cut_points
from kjplan.reading import from_text

NOTICE = Path(__file__).parents[2] / "data/notices/workplan_2022.txt"

SCHEME = """甲市粮食局关于印发《粮库安全行动方案》的通知
各区粮食局，局属各单位：
现将《粮库安全行动方案》印发给你们，请认真贯彻执行。
甲市粮食局
2023年5月8日
粮库安全行动方案
为了保障粮库安全，结合本市实际，制定本方案。
一、工作目标
到2025年，粮库隐患整改率达到95%。
二、主要任务
（一）排查隐患。对全市120座粮库逐一排查，2023年9月底前完成。（责任单位：市应急局、各区粮食局）
（二）培训人员。培训保管员300名。（责任单位：市人社局）
三、保障措施
（一）加强领导。各区粮食局要成立专班。
（二）落实经费。市财政局做好保障。
"""


def figures(plan: Plan) -> list[str | None]:
    return [t.quote for goal in plan.goals for t in goal.targets] + [t.quote for m in plan.measures for t in m.targets]


def titles(plan: Plan) -> list[str | None]:
    return [node.title for node in plan.parts if isinstance(node, Section)]


def said(plan: Plan) -> dict[str, object]:
    """What a plan says, whatever its places in the text."""
    return {
        "title": plan.title,
        "roles": [(s.number, s.role) for s in plan.walk(Section)],
        "goals": [g.text for g in plan.goals],
        "tasks": [
            (m.number, m.title, [b.name for b in m.responsibility.bodies], [d.text for d in m.due])
            for m in plan.measures
        ],
        "figures": figures(plan),
    }


def joined(text: str, mark: str) -> Plan:
    flat = mark.join(line.strip() for line in text.splitlines() if line.strip())
    parsed = parse_source(from_text(flat))
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    return parsed.plan


@pytest.mark.parametrize("mark", ["", " ", "  ", "\u3000\u3000", "\t"])
@pytest.mark.parametrize("text", [SCHEME, NOTICE.read_text(encoding="utf-8")], ids=["scheme", "notice"])
def test_lines_may_be_joined_by_anything(text: str, mark: str) -> None:
    assert said(joined(text, mark)) == said(kjplan.parse(text))


def test_the_issuer_and_date_are_found_behind_a_header_on_one_line() -> None:
    plan = joined(NOTICE.read_text(encoding="utf-8"), "")
    assert (plan.issuer, plan.document.written_date) == ("郑州市科学技术局", "2022-03-25")


LABELLED = (
    "索 引 号：000123456/2021-00012主题分类：粮食、物资\\储备发文机关：甲省粮食局成文日期：2021年12月21日标　　题：甲省粮食局关于加强"
    "粮库管理的意见发文字号：甲粮发〔2021〕42号发布日期：2021年12月29日主 题 词：{}甲省粮食局关于加强粮库管理的意见甲粮发〔2021〕42号各市"
    "粮食局：粮库事关全局。现提出以下意见：一、压实责任（一）明确分工。各市粮食局要把任务分解到库。（二）加强值守。汛期每日巡查。二、强化"
    "保障（一）保障经费。各市要落实经费。（二）严格考核。每年考核一次。"
)


def test_fields_of_a_header_on_one_line() -> None:
    plan = kjplan.parse(LABELLED.format(""))
    document = plan.document
    assert (document.document_number, document.written_date, document.published_date, document.issuer) == (
        "甲粮发〔2021〕42号",
        "2021-12-21",
        "2021-12-29",
        "甲省粮食局",
    )
    assert [m.title for m in plan.measures] == ["明确分工", "加强值守", "保障经费", "严格考核"]


@pytest.mark.parametrize("closing", ["特此通知。", "特此通知", "", "特此函复"])
def test_closing_words_are_no_part_of_a_signature_on_one_line(closing: str) -> None:
    text = f"{SCHEME.split(chr(10))[0]}各区粮食局：现印发给你们，请认真执行。{closing}甲市粮食局2023年5月8日{''.join(SCHEME.splitlines()[5:])}"
    document = kjplan.parse(text).document
    assert (document.signatures, document.signed_date) == (["甲市粮食局"], "2023-05-08")


def test_two_labels_are_no_header() -> None:
    words = "名称：粮库。类型：国有。" + "粮库的保管员应当每日巡查仓房，并把结果记在簿上。" * 20
    source = from_text(words)
    assert cut_points(source.text, source.folded, 0, len(words)) == [0]


LONG = "粮库的保管员应当每日巡查仓房，并把结果记在簿上。" * 6


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("甲区地下粮库管理规定第一条（目的）为了规范地下粮库的管理，制定本规定。", "甲区地下粮库管理规定"),
        (
            "2026年甲区粮库专项资金申报指南（第一批）为助力本地粮库发展，现开展申报。",
            "2026年甲区粮库专项资金申报指南（第一批）",
        ),
        ("甲区粮库工作方案根据《甲省粮食条例》，制定本方案。", "甲区粮库工作方案"),
        # a sentence that only speaks of such a document
        ("甲区粮库工作方案已经区政府同意，现予印发。", None),
        ("根据甲区粮库工作方案为各粮库配备人员。", None),
    ],
)
def test_a_title_without_关于_and_its_words_on_one_line(opening: str, title: str | None) -> None:
    plan = kjplan.parse(f"{opening}一、范围（一）国有粮库。{LONG}（二）民营粮库。{LONG}")
    assert plan.title == title


RULES = "{}一、第一款的要求。本市各粮库，适用这些条款。二、库区值班人员，每日巡查两次。三、巡查的结果记在簿上。" + LONG


def test_rules_without_a_title_plan_nothing() -> None:
    chapters = f"第一章总则第一条为了规范粮库的管理，制定本规定。第二条加强粮库的值守，完善制度。{LONG}第二章附则第三条推进本规定的实施。第四条加强本规定的宣传。"
    assert kjplan.parse(chapters).measures == []
    plan = chapters.replace("总则", "总体要求").replace("附则", "重点任务").replace("本规定", "本方案")
    for n in "一二三四":
        plan = plan.replace(f"第{n}条", f"（{n}）")
    assert kjplan.parse(plan).measures != []


def test_a_call_without_a_title_plans_nothing() -> None:
    call = "一、申报对象\n在本区设立的粮库。\n二、支持内容\n1.支持仓房改造。按投入的10%支持。\n2.支持人才引进。每人支持2万元。\n三、{}\n提交书面材料。\n"
    assert kjplan.parse(call.format("申报材料")).measures == []
    assert kjplan.parse(call.replace("申报对象", "工作重点").format("工作要求")).measures != []


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("2025年和“十四五”时期工作回顾", "刚刚过去的2025年，新增粮库12座，粮食总产量增长5%。"),
        ("“十四五”时期和2025年工作回顾", "新时代以来，全省新增粮库12座，粮食总产量增长5%。"),
        ("过去五年工作回顾", "五年来，全省新增粮库12座，粮食总产量增长5%。"),
    ],
)
def test_a_part_that_looks_back_and_its_words_on_one_line(title: str, words: str) -> None:
    report = f"一、{title}{words}二、2026年重点工作（一）建设粮库。新增粮库20座。（二）修缮粮库。修缮粮库30座。{LONG}"
    plan = kjplan.parse(report)
    assert [(s.title, s.role) for s in plan.parts if isinstance(s, Section)] == [
        (title, "review"),
        ("2026年重点工作", "measures"),
    ]
    assert figures(plan) == ["20座", "30座"]


def test_the_name_of_a_part_without_a_number() -> None:
    text = f"一、总体要求以保障粮食安全为目标，全面加强粮库管理，落实各方责任，完善各项制度，推动粮食事业发展。主要任务（一）排查隐患。{LONG}（二）培训人员。{LONG}"
    assert [(s.title, s.role) for s in kjplan.parse(text).parts if isinstance(s, Section)] == [
        ("总体要求", "principles"),
        ("主要任务", "measures"),
    ]
    within = text.replace("发展。主要任务", "发展，明确主要任务")
    assert all(s.title != "主要任务" for s in kjplan.parse(within).walk(Section))


def test_a_heading_behind_the_cells_of_a_table() -> None:
    text = f"一、改革目标到2025年，合格率达到95%。指标类型定量{{}}改革任务（一）编制方案。{LONG}（二）分批移交。{LONG}"
    assert titles(kjplan.parse(text.format("二、"))) == ["改革目标", "改革任务"]
    assert titles(kjplan.parse(text.format("四、"))) == ["改革目标"]


def test_blanks_inside_words_are_no_line_breaks() -> None:
    broken = (
        "为深 刻汲取教训，切实加强粮 库的消防安全管 理工作，有效预防粮库火灾 事故的发生，现将有关工 作要求通知如下。"
        * 6
    )
    source = from_text(broken)
    assert cut_points(source.text, source.folded, 0, len(broken)) == [0]


def test_many_lists_of_attachments_take_linear_time() -> None:
    def calls(text: str) -> int:
        """Function calls of a parse, which time grows with and a busy machine does not change."""
        profile = Profile()
        profile.runcall(parse_source, from_text(text))
        return sum(entry.callcount for entry in profile.getstats())

    listed = "。甲局2022年3月5日附件：1.甲"
    assert calls(listed * 1600) < 3 * calls(listed * 800)
