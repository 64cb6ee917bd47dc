"""Whole documents on one line as ministries' sites are copied: which plan something and which only tell, rule or answer, where
their titles end, and where their numbers stand. All are invented; each has its nearest neighbour."""

from itertools import pairwise

import pytest

from kjplan.model import Goal, Measure, Section
from kjplan.parsing import parse_source
from kjplan.parsing.front.kinds import regulates
from kjplan.parsing.headings.glued import split_glued, split_surely
from kjplan.parsing.headings.roles import opening_dated_title, role_of
from kjplan.parsing.lines.flattened import cut_points
from kjplan.parsing.lines.seams import head_seams
from kjplan.reading import from_text
from kjplan.reading.text import fold
from tests.parsing.flat_text import flat_plan


def _pieces(text: str) -> list[str]:
    folded = fold(text)
    edges = [*cut_points(text, folded, 0, len(text)), len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("某某项目运行管理办法第一章总则第一条为了规范管理。", "某某项目运行管理办法"),
        ("某省温室气体考核办法一、考核对象考核对象为各市。", "某省温室气体考核办法"),
        ("某某建设项目审批原则（试行）第一条本原则适用于审批。", "某某建设项目审批原则（试行）"),
        ("2024年度制冷剂配额分配方案为履行议定书，制定本方案。", "2024年度制冷剂配额分配方案"),
        ("全国某某市场建设方案（发电行业）建立市场是重大举措。", "全国某某市场建设方案（发电行业）"),
        ("2024年某某工作要点2024年工作的总体要求是抓好落实。", "2024年某某工作要点"),
        ("关于加强油气回收工作的通知（环办大气函〔2023〕12号）各市局：为做好", "关于加强油气回收工作的通知"),
        ("“十四五”某某监测网设置方案的通知各省、自治区生态环境厅：为满足", "“十四五”某某监测网设置方案的通知"),
        ("关于对某某地区进展滞后的督办函某省厅：按照", "关于对某某地区进展滞后的督办函"),
        ("关于金融支持绿色发展的若干措施为加大支持，提出如下措施。", "关于金融支持绿色发展的若干措施"),
        ("某某项目执行情况通报各有关单位：为提高质量，", "某某项目执行情况通报"),
        ("按照某某方案为基础，一、加强管理。", ""),
        ("某某方案的有关情况，一、加强管理。", ""),
        ("根据某某管理办法要求开展工作。一、加强管理。", ""),
        ("某某方案的通知精神要求各省抓好。", ""),
    ],
)
def test_where_a_title_ends(text: str, title: str) -> None:
    cuts, _ = head_seams(fold(text), 0, len(text))
    assert text[: cuts[0] if cuts else 0] == title


@pytest.mark.parametrize(
    ("title", "extent"),
    [
        ("甲乙两国关于加强气候行动的联合宣言", "none"),
        ("甲乙两国关于加强气候行动的联合行动计划", "full"),
        ("某某建设项目环境影响评价文件审批原则（试行）", "none"),
        ("某某机制改革工作方案（试行）", "full"),
        ("某某规划环境影响评价技术要点", "none"),
        ("2024年某某监测工作要点", "full"),
        ("某某排放控制技术政策", "none"),
        ("某某排放控制政策措施", "full"),
    ],
)
def test_kinds_by_their_titles(title: str, extent: str) -> None:
    assert flat_plan(f"{title}一、加强监管。新建监测站42个。二、完善制度。完成32家企业整治。").extent == extent


TOLD = (
    "二、减缓气候变化2011年以来，各项工作取得积极成效。（一）优化能源结构截至2012年底，全国并网风电达到6210万千瓦，同比增长9%。"
    "2012年清洁能源比重比2011年提高1.2个百分点。（二）加快产品推广2012年累计推广节能家电3310万台，已有210个城市参与。推广工作比2011年提前完成。"
)
ORDERED = (
    "二、减缓气候变化要围绕目标抓好各项工作。（一）优化能源结构到2015年，全国并网风电达到6210万千瓦，同比增长9%。"
    "清洁能源比重应比2011年提高1.2个百分点。（二）加快产品推广各地要累计推广节能家电3310万台，确保210个城市参与。推广工作要提前完成。"
)


def test_a_yearly_report_without_its_title_is_no_plan_though_its_parts_are_called_as_tasks_are() -> None:
    told, ordered = (parse_source(from_text(text)).plan for text in (TOLD, ORDERED))
    assert told.extent == "none" and not told.measures
    assert ordered.extent == "full" and [m.title for m in ordered.measures] == ["优化能源结构", "加快产品推广"]


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        (
            "关于做好数据核查工作的函各市局：现函告如下。一、组织开展自查。组织企业自查。二、加强指导。加强培训。",
            "full",
        ),
        (
            "关于数据核查有关情况的函各市局：现函告如下。一、组织开展自查。组织企业自查。二、加强指导。加强培训。",
            "none",
        ),
        (
            "关于某某法律适用问题的意见某省厅：你厅请示收悉。提出如下意见：一、清缴的认定。以系统为准。二、完善程序。应当告知。",
            "none",
        ),
        (
            "关于某某法律实施工作的意见某省厅：你厅进展良好。提出如下意见：一、清缴的认定。以系统为准。二、完善程序。应当告知。",
            "full",
        ),
        ("某部召开专题会议。会议议定以下事项：\n一、由气候处推进平台开发。\n二、抓紧出台条例。\n", "full"),
        ("某部召开专题会议。会议听取了以下事项：\n一、由气候处推进平台开发。\n二、抓紧出台条例。\n", "none"),
        (
            "关于印发《某某规划评价技术要点》的通知各市局：现印发给你们，请执行，并将有关要求通知如下。一、请加强指导。二、请抓紧报送。",
            "full",
        ),
    ],
)
def test_who_orders_and_who_answers(text: str, extent: str) -> None:
    assert flat_plan(text).extent == extent


@pytest.mark.parametrize(
    ("title", "binds"),
    [
        ("关于加强油气回收工作的通知", True),
        ("关于加强油气回收的指导意见", True),
        ("关于印发2024年油气回收工作要点的通知", False),
        ("油气回收三年行动计划（2024—2026年）", False),
        ("关于印发《油气回收行动方案》的通知", False),
        ("2024年度配额总量设定与分配方案", True),
        ("某某资源总体利用方案", False),
        ("关于2024年节能宣传周活动安排的通知", True),
        ("关于2024年节能重点工作安排的通知", False),
        ("重点地区挥发性有机物监测方案", True),
        ("重点地区挥发性有机物治理方案", False),
        ("政府工作报告", False),
        ("某县2024年重点工作任务表", False),
        ("某县2024年民生实事项目", False),
        ("某县2024年度目标责任书", False),
        ("某县民生实事项目管理办法", True),
    ],
)
def test_which_documents_regulate(title: str, binds: bool) -> None:
    assert regulates(from_text(title), title) is binds


def test_a_text_without_a_title_regulates_where_it_says_what_only_a_notice_says() -> None:
    assert regulates(from_text("各市局：现将有关事项通知如下。一、加强管理。"), None)
    assert not regulates(from_text("今年要突出抓好如下工作。一、加强管理。"), None)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("一、加强管理。（六）交易平台建立全国统一、互联互通的系统。", "（六）交易平台建立全国统一、互联互通的系统。"),
        ("第一章总则第一条为了规范管理。", "第一条为了规范管理。"),
        ("二、建设指标。1类别单位2气化率百分之九十3收入约束性指标三、指标解释1.气化率指比例。", "1.气化率指比例。"),
        ("二、建设指标。1类别单位2气化率百分之九十3收入约束性指标三、四产业的比例。", "二、建设指标。1类别单位2气化率百分之九十3收入约束性指标三、四产业的比例。"),
        ("（一）能源行动。新建电站。责任单位：县发改局、县能源中心（二）城乡行动。改造小区。", "（二）城乡行动。改造小区。"),
        ("（一）能源行动。新建电站。涉及单位、县发改局、县能源中心（二）城乡行动的内容。", "（一）能源行动。新建电站。涉及单位、县发改局、县能源中心（二）城乡行动的内容。"),
    ],
)  # fmt: skip
def test_where_numbers_open_a_paragraph(text: str, last: str) -> None:
    named = "某省某某管理办法" if text.startswith("第一章") else ""
    assert _pieces(named + text)[-1] == last


def test_points_behind_the_title_of_a_part_are_headings() -> None:
    points = "一是完善制度体系。出台条例。二是强化数据质量。加强审核。三是扩大覆盖范围。纳入行业。"
    spoken = flat_plan(f"2024年某某工作要点\n一、工作基础\n已完成。\n二、重点工作{points}")
    assert [m.number for m in spoken.measures][-3:] == ["一", "二", "三"]
    prose = flat_plan(f"2024年某某工作要点\n一、工作基础\n已完成。\n二、重点工作\n有关方面表示，将分三步走，{points}")
    assert len([*prose.walk(Measure)]) < len([*spoken.walk(Measure)])


@pytest.mark.parametrize(
    ("words", "part", "title"),
    [
        ("重要意义某某炉窑是利用燃料燃烧产生的热量加热物料的热工设备。", True, "重要意义"),
        ("重要意义某某炉窑是利用燃料燃烧产生的热量加热物料的热工设备。", False, ""),
        ("其他说明地方生态环境部门不得违规提高或者降低有关的基准值。", True, "其他说明"),
        ("帮扶范围涉及三个省份，每省选取十家左右的企业。", False, "帮扶范围"),
        ("帮扶范围逐步扩大到三个省份，每省选取十家左右的企业。", False, ""),
        ("目标任务坚持将市场作为政策工具的工作定位，防范各类风险。", False, "目标任务"),
        ("培训目标培训各类人员八千人次，重点单位的覆盖率达到百分之百。", True, "培训目标"),
        ("培训目标完成情况总体良好，重点单位的覆盖率达到百分之百。", True, ""),
        ("目标任务完成情况总体良好，各项指标都达到了进度要求。", False, ""),
    ],
)
def test_names_of_parts_are_told_from_the_words_glued_to_them(words: str, part: bool, title: str) -> None:
    size = split_surely(fold(words), part=part) or split_glued(fold(words), part=part)
    assert words[:size] == title


@pytest.mark.parametrize(
    ("words", "title", "role"),
    [
        ("落实成效2020年单位产值二氧化碳排放比2005年下降百分之四十八。", "落实成效", "review"),
        ("新目标到2030年，单位产值二氧化碳排放比2005年下降百分之六十五。", "新目标", "goals"),
        ("下一步工作安排各执行单位要加快进度，确保六月底前全部完成任务。", "下一步工作安排", "measures"),
        ("下一步工作的重点是各执行单位要加快进度，确保六月底前全部完成。", "", None),
        ("落实成效评估制度，每年对各项工作的完成情况进行全面的评价考核。", "", None),
    ],
)
def test_dated_names_of_parts(words: str, title: str, role: str | None) -> None:
    assert words[: opening_dated_title(fold(words))] == title
    assert role_of(title) == role


def test_the_first_heading_of_an_excerpt_is_told_from_its_words_too() -> None:
    plan = flat_plan("（一）加强组织领导各级政府要高度重视，抓好落实工作。（二）落实资金保障各级政府要安排资金。")
    assert [n.title for n in plan.parts if isinstance(n, Measure | Section | Goal) and not isinstance(n, Goal)] == [
        "加强组织领导",
        "落实资金保障",
    ]
