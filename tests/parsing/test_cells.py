"""Tables whose cells came out a line or a paragraph each: which row and column each belongs to, and what is no such table."""

import pytest

import kjplan
from kjplan.model import Measure, Section
from tests.parsing.cells_text import facts, lines, paragraphs, plan_of

LEAD = ("序号", "工作事项", "主要内容", "牵头部门", "配合部门", "进度计划")


def test_lists_of_bodies_one_a_paragraph_and_two_stages() -> None:
    text = paragraphs(
        *LEAD,
        *("1", "数据共享", "打通三个系统；", "实现一次录入。", "市大数据局", "市公安局", "中江数科", "试点园区"),
        *("三季度：完成接口", "四季度：上线运行"),
        *("2", "提高一次", "办成比例", "梳理高频事项，编制清单并向社会公布。", "市政务办", "市教育局", "年底前完成"),
        *("3", "标准制定", "制定两项标准。", "市市场监管局", "市大数据局", "四季度完成"),
    )
    assert facts(text) == [
        (
            "1",
            "数据共享",
            [("市大数据局", "lead"), ("市公安局", "support"), ("中江数科", "support"), ("试点园区", "support")],
            ["三季度", "四季度"],
        ),
        ("2", "提高一次办成比例", [("市政务办", "lead"), ("市教育局", "support")], ["年底前"]),
        ("3", "标准制定", [("市市场监管局", "lead"), ("市大数据局", "support")], ["四季度"]),
    ]


def test_lines_of_a_cell_are_one_paragraph_where_blank_lines_part_the_cells() -> None:
    text = paragraphs(
        *("序号", "任务类型", "重点内容", "责任单位", "参考文件"),
        *(
            "1",
            "再生水\n利用管理",
            "建立再生水利用\n台账。",
            "市水务局、市城市管\n理局、\n各街镇",
            "《再生水利用\n办法》",
        ),
        *("2", "管网普查", "完成普查120公里。", "市水务局", "《排水规划》"),
        *("序号", "任务类型", "重点内容", "责任单位", "参考文件"),
        *("3", "泵站改造", "改造泵站6座。", "市水务局，\n市财政局", "《排水规划》"),
    )
    assert facts(text) == [
        ("1", "再生水利用管理", [("市水务局", "joint"), ("市城市管理局", "joint"), ("各街镇", "joint")], []),
        ("2", "管网普查", [("市水务局", "lead")], []),
        ("3", "泵站改造", [("市水务局", "joint"), ("市财政局", "joint")], []),
    ]
    assert [t.quote for t in plan_of(text).targets] == ["120公里", "6座"]


MERGED = (
    *("序号", "事项", "工作措施", "责任单位", "推进“绿电+”示范工程"),
    *("1", "“绿电+车站”", "充分利用车站屋顶和站前空地建设光伏设施，推进余电上网和就地消纳", "市地铁集团"),
    *("2", "新建车站一律按照不低于百分之五十的屋顶面积同步建设光伏设施并网运行"),
    *("3", "“绿电+港口”", "利用港口仓库屋顶和堆场建设光伏设施，推广岸电使用和绿色装卸设备", "市港务集团、各区政府"),
    *("4", "完成三座码头仓库屋顶光伏设施建设，并将运行数据接入统一的监测平台", "市港务集团", "健全推进机制"),
    *("5", "完善标准", "制定车站、港口光伏设施建设标准和验收规范，明确运行维护的要求", "市住建局"),
    *("6", "研究制订电价规则", "市发改委"),
)


def test_merged_cells_are_said_where_they_stand_and_name_the_rows_below() -> None:
    assert [(number, bodies) for number, _, bodies, _ in facts(paragraphs(*MERGED))] == [
        ("1", [("市地铁集团", "lead")]),
        ("2", []),
        ("3", [("市港务集团", "joint"), ("各区政府", "joint")]),
        ("4", [("市港务集团", "lead")]),
        ("5", [("市住建局", "lead")]),
        ("6", [("市发改委", "lead")]),
    ]
    sections = [s.title for s in plan_of(paragraphs(*MERGED)).walk(Section)]
    assert sections[1:5] == ["推进“绿电+”示范工程", "“绿电+车站”", "“绿电+港口”", "健全推进机制"]


@pytest.mark.parametrize("number", ["{}", "{}.", "{}、"])
@pytest.mark.parametrize("part", ["\n", "\n\n"])
def test_numbers_in_any_form_and_rows_parted_by_blank_lines(number: str, part: str) -> None:
    head = "序 号\n重点任务\n责任单位\n完成时限"
    rows = (
        f"{number.format(k)}\n{task}\n市科技局、市财政局\n6月底前" for k, task in enumerate(("建设平台", "引进人才"), 1)
    )
    text = (
        "2023年工作方案\n一、重点任务\n" + part.join((head, *rows)) + "\n\n二、保障措施\n（一）加强领导。健全机制。\n"
    )
    duties = [("市科技局", "joint"), ("市财政局", "joint")]
    assert facts(text) == [
        ("1", "建设平台", duties, ["6月底前"]),
        ("2", "引进人才", duties, ["6月底前"]),
        ("一", "加强领导", [], []),
    ]


def test_a_table_behind_the_text_is_a_part_by_its_caption() -> None:
    text = (
        "2023年工作方案\n\n一、重点任务\n\n（一）建设平台。新建平台。\n\n二、保障措施\n\n（一）加强领导。健全机制。\n\n"
        + "\n\n".join(
            (
                *("附件：平台建设重点任务分解表", "（2023年）", "单位：个", "序号", "重点任务", "责任单位"),
                *(
                    "1",
                    "建设省级平台",
                    "市科技局",
                    "2",
                    "建设市级平台",
                    "市工信局",
                    "合计",
                    "12",
                    "注：数量以批复为准。",
                ),
            )
        )
        + "\n"
    )
    plan = plan_of(text)
    (_, _, table) = plan.parts
    assert isinstance(table, Section)
    assert (table.title, table.role) == ("平台建设重点任务分解表（2023年）", "measures")
    assert [(m.number, m.title) for m in table.children if isinstance(m, Measure)] == [
        ("1", "建设省级平台"),
        ("2", "建设市级平台"),
    ]


def test_a_caption_in_the_middle_of_the_text_opens_no_part() -> None:
    cells = ("任务分工表", "序号", "重点任务", "责任单位", "1", "建设平台", "市科技局", "2", "引进人才", "市人社局")
    plan = plan_of(paragraphs(*cells) + "\n二、保障措施\n\n（一）加强领导。健全机制。\n")
    assert [p.title for p in plan.parts if not isinstance(p, Measure) and isinstance(p, Section)] == [
        "重点任务",
        "保障措施",
    ]


def test_groups_with_numbers_of_their_own_restart_the_rows() -> None:
    text = paragraphs(
        *("序号", "重点任务", "责任单位", "一、科技创新", "1", "建设平台", "市科技局", "2", "引进人才", "市人社局"),
        *("二、营商环境", "1", "优化服务", "市政务办"),
    )
    assert [(n, t, b) for n, t, b, _ in facts(text)] == [
        ("1", "建设平台", [("市科技局", "lead")]),
        ("2", "引进人才", [("市人社局", "lead")]),
        ("1", "优化服务", [("市政务办", "lead")]),
    ]


def test_a_row_that_cannot_be_dealt_keeps_its_words_and_states_nothing() -> None:
    text = paragraphs(
        *("序号", "重点任务", "责任单位", "完成时限", "1", "建设平台", "市科技局", "6月底前"),
        *("2", "开展科普", "市科协", "9月", "举办展览。", "10月", "3", "引进人才", "市人社局", "全年"),
    )
    plan = plan_of(text)
    assert [(m.title, m.responsibility.stated) for m in plan.measures] == [
        ("建设平台", True),
        ("开展科普", False),
        ("引进人才", True),
    ]
    assert plan.measures[1].text == "市科协，9月，举办展览。10月"


def test_cells_left_empty_and_a_date_below_the_table() -> None:
    cells = (
        "1",
        "建设平台",
        "市科技局",
        "6月底前",
        "2",
        "引进人才",
        "市人社局",
        "全年",
        "省级任务",
        "3",
        "开展科普",
        "市科协",
        "9月",
    )
    text = paragraphs("序号", "重点任务", "责任单位", "完成时限", "备注", *cells, "2023年1月5日")
    assert [(t, b, d) for _, t, b, d in facts(text)] == [
        ("建设平台", [("市科技局", "lead")], ["6月底前"]),
        ("引进人才", [("市人社局", "lead")], ["全年"]),
        ("开展科普", [("市科协", "lead")], ["9月"]),
    ]


def test_the_last_row_ends_where_all_others_do() -> None:
    cells = ("1", "建设平台", "市科技局", "6月底前", "2", "引进人才", "市人社局", "全年", "有关事项另行通知。")
    text = paragraphs("序号", "重点任务", "责任单位", "完成时限", *cells)
    assert facts(text)[1] == ("2", "引进人才", [("市人社局", "lead")], ["全年"])


def test_a_table_of_indicators_holds_goals() -> None:
    cells = (
        *("序号", "指标名称", "单位", "属性", "“十五五”目标", "1", "生产总值年均增速", "%", "预期性", "与全市\n同步"),
        *("2", "企业研发机构数", "家", "预期性", "900左右", "3", "税收占比", "%", "预期性", "≥58"),
        *("4", "新兴产业税收增速", "%", "预期性", "高于全区平均水平3个百分点以上", "5", "绿地率", "%", "约束性", "40"),
    )
    plan = plan_of("2026年规划\n\n一、发展目标和主要指标\n\n" + "\n\n".join(cells) + "\n")
    assert [s.role for s in plan.walk(Section)] == ["goals"]
    assert [(t.indicator, t.comparator, str(t.value), t.unit) for t in plan.targets] == [
        ("企业研发机构数", "approx", "900", "家"),
        ("税收占比", "ge", "58", "%"),
        ("新兴产业税收增速", "ge", "3", "个百分点"),
        ("绿地率", "bare", "40", "%"),
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ("序号", "姓名", "单位", "职务", "1", "张三", "市科技局", "科长", "2", "李四", "市财政局", "主任"),
        ("序号", "单位", "联系人", "电话", "1", "市科技局", "张三", "8866", "2", "市财政局", "李四", "8877"),
        ("序号", "考核内容", "分值", "1", "建立台账", "10", "2", "按时报送", "5"),
        ("序号", "名称", "数量", "1", "平台", "3", "2", "基地", "4"),
        ("1", "建设平台", "市科技局", "2", "引进人才", "市人社局"),
        ("建设平台", "市科技局", "引进人才", "市人社局"),
    ],
    ids=["persons", "contacts", "marks", "counts", "no head", "no numbers"],
)
def test_what_is_no_table_of_tasks_states_no_duties(cells: tuple[str, ...]) -> None:
    assert [bodies for _, _, bodies, _ in facts(paragraphs(*cells)) if bodies] == []


def test_numbered_paragraphs_below_the_words_of_a_head_stay_headings() -> None:
    text = lines("序号\n重点任务\n责任单位", "1.建设平台。由市科技局负责。", "2.引进人才。做好服务。")
    assert [(m.marker, m.title) for m in plan_of(text).walk(Measure)] == [("1.", "建设平台"), ("2.", "引进人才")]


@pytest.mark.parametrize(("before", "behind"), [("| ", " |"), ("", " |"), ("| ", ""), ("|", "|"), ("｜ ", " ｜")])
def test_a_cell_and_its_bar_a_line(before: str, behind: str) -> None:
    cells = "工作任务 责任单位 完成时限 建设一体化平台 市大数据局 6月底前 改造小区20个 市住建局、市财政局 10月底前"
    text = "甲市2022年任务分工\n" + "".join(f"{before}{cell}{behind}\n" for cell in cells.split())
    plan = kjplan.parse(text)
    assert [m.title for m in plan.measures] == ["建设一体化平台", "改造小区20个"]
    assert [[b.name for b in m.responsibility.bodies] for m in plan.measures] == [
        ["市大数据局"],
        ["市住建局", "市财政局"],
    ]
    assert [d.text for m in plan.measures for d in m.due] == ["6月底前", "10月底前"]
    for measure in plan.measures:
        assert measure.span is not None and text[slice(*measure.span)].startswith(str(measure.title))


def test_few_names_between_bars_stay_headings() -> None:
    plan = kjplan.parse(
        "甲市2022年工作要点\n| 平台建设 |\n1.建设平台。加强管理。\n| 人才培育 |\n2.培育人才。改善服务。\n"
    )
    assert [node.title for node in plan.parts if isinstance(node, Section)] == ["平台建设", "人才培育"]
