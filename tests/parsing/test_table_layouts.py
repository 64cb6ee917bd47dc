"""Layouts of tables of tasks: rows over several lines, rows without numbers, words that stand for the cell above, names cut by a line end,
quotas of bodies; and their nearest neighbours, which state nothing."""

import pytest

import kjplan
from kjplan.model import Measure, Section
from kjplan.output.notice_text import render
from kjplan.parsing import parse_source
from kjplan.reading import from_text
from tests.parsing.cells_text import plan_of

Told = list[tuple[str | None, str, str]]
"""Title of the task; its bodies, who leads with ! and who supports with ?; its deadlines."""
TITLE = "平山县2024年重点任务分解表"
MARKS = {"lead": "!", "support": "?", "joint": ""}


def told(*lines: str) -> Told:
    plan = plan_of("\n".join(lines) + "\n")
    return [
        (
            m.title,
            " ".join("".join(b.name.split()) + MARKS[b.role] for b in m.responsibility.bodies),
            " ".join("".join(d.text.split()) for d in m.due),
        )
        for m in plan.walk(Measure)
    ]


WEEK = ("第六周工作安排", "日期（星期）\t工作内容\t负责部门")
TASKS = (TITLE, "序号\t工作任务\t责任单位\t完成时限")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (*WEEK, "4.8（周一）\t盘点教具\t办公室", "清洗水箱", "更换阀门\t后勤处", "1.  试卷印制", "2.  考场布置\t教务处"),
            [("盘点教具", "办公室!", ""), ("清洗水箱", "后勤处!", ""), ("试卷印制", "教务处!", ""), ("考场布置", "教务处!", "")],
        ),
        (
            (*WEEK, "4.9（周二）\t修订花名册", "核对学籍\t教务处"),
            [("修订花名册", "教务处!", "")],
        ),
        # a line that closes no row stays words, and takes no other row with it
        ((*WEEK, "4.8（周一）\t盘点教具\t办公室", "清洗水箱"), [("盘点教具", "办公室!", "")]),
        # what may name the rows below is no first line of a row
        ((*WEEK, "4.8（周一）\t盘点教具\t办公室", "一、后勤保障\t", "4.9（周二）\t更换阀门\t后勤处"),
         [("盘点教具", "办公室!", ""), ("更换阀门", "后勤处!", "")]),
        (
            (*TASKS, "1\t改造管网", "修复井盖\t县水务局", "县住建局\t6月底前", "2\t更换水表\t县供水公司\t9月底前"),
            [("改造管网", "县水务局 县住建局", "6月底前"), ("更换水表", "县供水公司!", "9月底前")],
        ),
        # one cell too few: what stands above its row says nothing
        ((*TASKS, "1\t改造管网", "修复井盖\t县水务局", "2\t更换水表\t县供水公司\t9月底前"),
         [("修复井盖", "县水务局!", ""), ("更换水表", "县供水公司!", "9月底前")]),
    ],
)  # fmt: skip
def test_a_row_whose_cells_have_line_breaks(lines: tuple[str, ...], expected: Told) -> None:
    assert [row for row in told(*lines) if row[1]] == expected


def test_points_of_a_cell_are_tasks_where_they_are_all_of_the_row() -> None:
    head, row = "工作任务\t责任单位", '"1.印制试卷\n{}布置考场"\t县教育局'
    split = [("印制试卷", "县教育局!", ""), ("布置考场", "县教育局!", "")]
    assert told(TITLE, head, "盘点教具\t县招考办", row.format("2."))[1:] == split
    assert told(TITLE, head, "盘点教具\t县招考办", row.format("3."))[1:] == split[:1]
    numbered = told(TITLE, "序号\t工作任务\t责任单位", "1\t" + row.format("2."))
    assert len(numbered) == 1


def test_a_week_copied_without_its_title_says_who_does_what_beside_days() -> None:
    rows = "{}\t盘点教具\t办公室", "{}\t更换阀门\t后勤处"
    head = "日期\t工作内容\t负责部门"
    assert told(head, rows[0].format("4月8日"), rows[1].format("周二")) == [
        ("盘点教具", "办公室!", ""),
        ("更换阀门", "后勤处!", ""),
    ]
    assert told("窗口\t工作内容\t负责部门", rows[0].format("甲"), rows[1].format("乙")) == []


PLAIN = (TITLE, "工作任务", "责任单位", "完成时限")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((*PLAIN, "修缮礼堂", "县文旅局", "8月底前", "采购图书", "县图书馆、县教育局", "长期"),
         [("修缮礼堂", "县文旅局!", "8月底前"), ("采购图书", "县图书馆 县教育局", "长期")]),
        ((*PLAIN, "修缮礼堂", "县文旅局", "8月底前", "采购图书", "—", "9月底前"),
         [("修缮礼堂", "县文旅局!", "8月底前"), ("采购图书", "", "9月底前")]),
        # a row that lacks a cell ends the table; one row alone is none
        ((*PLAIN, "修缮礼堂", "县文旅局", "8月底前", "采购图书", "9月底前", "铺设管道", "县水利局", "9月底前"), []),
        ((*PLAIN, "修缮礼堂", "县文旅局", "8月底前"), []),
        # a task that may as well be a body
        ((*PLAIN, "修缮礼堂", "县文旅局", "8月底前", "县图书馆", "县教育局", "9月底前"), []),
    ],
)  # fmt: skip
def test_cells_a_line_without_numbers(lines: tuple[str, ...], expected: Told) -> None:
    assert [row for row in told(*lines) if row[1] or row[2]] == expected


def test_a_row_too_few_without_numbers_is_told_of() -> None:
    rows = ("修缮礼堂", "县文旅局", "8月底前", "采购图书", "县图书馆", "9月底前", "铺设管道", "10月底前", "后记")
    parsed = parse_source(from_text("\n".join([*PLAIN, *rows])))
    assert "table-not-sure" in [finding.code for finding in parsed.findings]
    parsed = parse_source(from_text("\n".join([*PLAIN, *rows[:6], "以上任务按月调度。"])))
    assert "table-not-sure" not in [finding.code for finding in parsed.findings]


SCORED = ("平山县2024年环境整治考核细则", "序号", "考核内容", "分值", "评分标准", "责任单位")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((*SCORED, "1", "清理河道", "10", "有一处垃圾扣2分。", "县水务局", "2", "整治广告", "5", "一处扣1分。", "县城管局"),
         [("清理河道", "县水务局!", ""), ("整治广告", "县城管局!", "")]),
        (("平山县2024年环境整治考核细则", *SCORED[2:], "清理河道", "10", "有一处垃圾扣2分。", "县水务局", "整治广告", "5", "一处扣1分。", "县城管局"),
         [("清理河道", "县水务局!", ""), ("整治广告", "县城管局!", "")]),
        ((*SCORED[:5], "1", "清理河道", "10", "有一处垃圾扣2分。", "2", "整治广告", "5", "一处扣1分。"), []),
        (("平山县河道管理办法", *SCORED[1:], "1", "清理河道", "10", "有一处垃圾扣2分。", "县水务局", "2", "整治广告", "5", "一处扣1分。", "县城管局"), []),
    ],
)  # fmt: skip
def test_how_work_is_judged_and_who_does_it(lines: tuple[str, ...], expected: Told) -> None:
    assert told(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((*TASKS, "1\t改造管网\t县水务局\t6月底前", "2\t更换水表\t同上\t9月底前", "3\t修复井盖\t〃\t〃"),
         [("改造管网", "县水务局!", "6月底前"), ("更换水表", "县水务局!", "9月底前"), ("修复井盖", "县水务局!", "9月底前")]),
        # nothing stands above
        ((*TASKS, "1\t改造管网\t同上\t6月底前", "2\t更换水表\t—\t9月底前", "3\t修复井盖\t同上\t9月底前"),
         [("改造管网", "", "6月底前"), ("更换水表", "", "9月底前"), ("修复井盖", "", "9月底前")]),
        ((TITLE, "序号", "工作任务", "责任单位", "完成时限", "1", "修订考勤制度", "人事科", "3月底", "2", "更新门禁系统", "保卫科", "同上"),
         [("修订考勤制度", "人事科!", "3月底"), ("更新门禁系统", "保卫科!", "3月底")]),
    ],
)  # fmt: skip
def test_a_cell_that_says_the_same_as_the_one_above(lines: tuple[str, ...], expected: Told) -> None:
    assert told(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # bodies left of the tasks are what these are sorted by; those right of them may be missing
        ((TITLE, "责任单位\t工作任务", "县教育局\t新建小学两所", "\t改造操场六片", "县民政局\t升级救助站"),
         [("新建小学两所", "县教育局!", ""), ("改造操场六片", "县教育局!", ""), ("升级救助站", "县民政局!", "")]),
        ((TITLE, "工作任务\t责任单位", "新建小学两所\t县教育局", "改造操场六片\t", "升级救助站\t县民政局"),
         [("新建小学两所", "县教育局!", ""), ("改造操场六片", "", ""), ("升级救助站", "县民政局!", "")]),
        ((TITLE, "部门\t工作职责", "县教育局\t检查校园食堂", "\t组织急救培训", "县民政局\t检查养老机构"),
         [("检查校园食堂", "县教育局!", ""), ("组织急救培训", "县教育局!", ""), ("检查养老机构", "县民政局!", "")]),
        # 单位 of things that are counted
        ((TITLE, "序号\t工作任务\t单位\t数量", "1\t购置雨靴\t双\t50", "2\t购置铁锹\t把\t80"), []),
    ],
)  # fmt: skip
def test_tasks_sorted_by_who_does_them(lines: tuple[str, ...], expected: Told) -> None:
    assert told(*lines) == expected


def test_a_body_without_a_column_of_its_own_kind_makes_a_section() -> None:
    plan = plan_of(
        "\n".join(
            [TITLE, "单位\t重点任务\t完成时限", "县教育局\t新建幼儿园两所\t8月底", "县民政局\t改造敬老院\t10月底"]
        )
    )
    assert [(s.title, [m.title for m in s.children if isinstance(m, Measure)]) for s in plan.walk(Section)] == [
        ("县教育局", ["新建幼儿园两所"]),
        ("县民政局", ["改造敬老院"]),
    ]


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("牵头：县发改局 配合：县财政局、县公安局", "县发改局! 县财政局? 县公安局?"),
        ("牵头单位：县发改局<br>配合单位：县财政局", "县发改局! 县财政局?"),
        ("牵头：县发改局配合：县财政局", "县发改局! 县财政局?"),
        ("牵头单位：县发改局 责任人：周平", "县发改局!"),
        ("县教育局县财政局", "县教育局 县财政局"),
        ("县委组织部县人社局各乡镇", "县委组织部 县人社局 各乡镇"),
        ("市委办市政府办", "市委办 市政府办"),
        ("市公安局市北分局", "市公安局市北分局!"),
        ("县住建局县城科", "县住建局县城科!"),
        ("市委市政府督查室", "市委市政府督查室!"),
    ],
)
def test_bodies_in_one_cell(cell: str, bodies: str) -> None:
    assert told(
        TITLE, "| 序号 | 工作任务 | 责任单位 |", f"| 1 | 建立档案 | {cell} |", "| 2 | 公示结果 | 县审计局 |"
    ) == [
        ("建立档案", bodies, ""),
        ("公示结果", "县审计局!", ""),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("序号", "工作任务", "牵头单位", "配合单位", "完成时限", "1", "建设综合窗口，编制指南并公布。", "县政务局", "县直各有关部", "门", "2024年6月", "底前",
          "2", "开展评估，形成报告。", "县政务局", "各县（市、区）", "人民政府", "年底前"),
         [("建设综合窗口，编制指南并公布", "县政务局! 县直各有关部门?", "2024年6月底前"), ("开展评估，形成报告", "县政务局! 各县（市、区）人民政府?", "年底前")]),
        (("序号", "工作任务", "责任", "单位", "完成", "时限", "1", "建成绿道", "县园林局", "5月底", "2", "疏浚河道", "县水务局", "9月底"),
         [("建成绿道", "县园林局!", "5月底"), ("疏浚河道", "县水务局!", "9月底")]),
        (('序号\t工作任务\t"责任', '单位"\t"完成', '时限"', "1\t建成绿道\t县园林局\t5月底"), [("建成绿道", "县园林局!", "5月底")]),
    ],
)  # fmt: skip
def test_names_and_times_that_a_line_end_cuts(lines: tuple[str, ...], expected: Told) -> None:
    assert told(TITLE, *lines) == expected


def test_columns_that_runs_of_blanks_part() -> None:
    head = "工作任务            责任单位      完成时限"
    rows = ("整治油烟            县城管局      6月底", "新建口袋公园5个     县园林局      10月底")
    assert told(TITLE, head, *rows) == [("整治油烟", "县城管局!", "6月底"), ("新建口袋公园5个", "县园林局!", "10月底")]
    assert told(TITLE, head.replace("      ", " "), *rows) == []
    assert told(TITLE, head.replace("工作任务", "其他情况"), *rows) == []


QUOTAS = ("序号\t单位\t任务量（个）", "1\t县商务局\t6", "2\t县文旅局\t4")


@pytest.mark.parametrize(
    ("lines", "bodies", "figures"),
    [
        (QUOTAS, ["县商务局", "县文旅局"], [("县商务局", "任务量", "6", "个"), ("县文旅局", "任务量", "4", "个")]),
        (("责任单位\t造林任务（亩）", "东河镇\t1200", "县属林场\t400", "合计\t1600"), ["东河镇", "县属林场"],
         [("东河镇", "造林任务", "1200", "亩"), ("县属林场", "造林任务", "400", "亩")]),
        (("单位\t签约数（个）\t开工数（个）", "县商务局\t6\t3", "县文旅局\t4\t2"), [], []),
        (("序号\t指标名称\t单位\t目标值\t责任单位", "1\t投资增速\t%\t7\t县发改局"), ["县发改局"], [(None, "投资增速", "7", "%")]),
    ],
)  # fmt: skip
def test_quotas_of_bodies(
    lines: tuple[str, ...], bodies: list[str], figures: list[tuple[str | None, str, str, str]]
) -> None:
    plan = plan_of("\n".join(["平山县2024年任务分解表", "一、重点任务", *lines]) + "\n")
    assert [b.name for m in plan.walk(Measure) for b in m.responsibility.bodies] == bodies
    assert [(t.scope, t.indicator, str(t.value), t.unit) for t in plan.targets] == figures
    again = kjplan.parse(render(plan))
    assert [(t.scope, t.indicator, str(t.value), t.unit) for t in again.targets] == figures


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # what is judged stands in sentences though a column of aims is behind; a bracket under its name is a part of it
        (("序号", "项目名称", "建设内容", "总投资", "（万元）", "年度目标", "责任单位", "责任人", "1", "迁建文化馆", "建筑面积3800平方米，设展厅两间。", "4500", "主体完工",
          "县文旅局", "丁立", "2", "扩建医院", "新增门诊楼一座。", "21000", "投入使用", "县卫健局", "周平"),
         [("迁建文化馆", "县文旅局!", ""), ("扩建医院", "县卫健局!", "")]),
        (("星期", "工作内容", "责任部门", "星期一", "召开教师大会", "办公室", "星期二", "检修消防器材", "总务处"),
         [("召开教师大会", "办公室!", ""), ("检修消防器材", "总务处!", "")]),
        (("序号", "任务", "责任单位", "整改时限", "1", "截断排污口", "县水务局", "2024年底前", "2", "覆盖裸土", "县住建局", "立行立改、长期坚持"),
         [("截断排污口", "县水务局!", "2024年底前"), ("覆盖裸土", "县住建局!", "立行立改、长期坚持")]),
        (("任务\t责任单位\t\t时限", "\t牵头\t配合\t", "安装灯带\t县城管局\t县供电公司\t9月"), [("安装灯带", "县城管局! 县供电公司?", "9月")]),
        # no name of two columns: nothing stands blank beside it
        (("任务\t责任单位\t备注\t时限", "\t牵头\t配合\t", "安装灯带\t县城管局\t县供电公司\t9月"), [("安装灯带", "县城管局!", "9月")]),
        (("序号\t任务\t责任单位", "1\t①建立清单；②逐项销号\t①县督查室；②各责任单位"), [("①建立清单；②逐项销号", "县督查室 各责任单位", "")]),
        (("任务\t责任单位\t完成年限", "复绿矿山\t县自然资源局\t2025年"), [("复绿矿山", "县自然资源局!", "2025年")]),
        (("任务\t牵头部门/配合部门", "制定方案\t县教育局/各学校", "组织检查\t县卫健局"), [("制定方案", "县教育局! 各学校?", ""), ("组织检查", "", "")]),
        (("任务\t责任单位/责任人", "制定方案\t县教育局/周平"), [("制定方案", "县教育局!", "")]),
        (("任务\t责任单位\t建设年限", "复绿矿山\t县自然资源局\t2023-2025"), [("复绿矿山", "县自然资源局!", "")]),
    ],
)  # fmt: skip
def test_columns_that_are_told_by_more_than_their_name(lines: tuple[str, ...], expected: Told) -> None:
    assert told(TITLE, *lines) == expected


def test_the_caption_of_a_table_in_the_text_is_no_task() -> None:
    rows = ("任务\t责任单位", "复绿矿山\t县自然资源局", "二、保障措施", "（一）加强领导。健全机制。")
    above = ("平山县2024年工作要点", "一、重点工程", "全面修复受损矿山。")
    assert [row[0] for row in told(*above, "表1 重点工程责任分工", *rows)][:2] == ["全面修复受损矿山", "复绿矿山"]
    assert [row[0] for row in told(*above, "表彰重点工程建设单位。", *rows)][1] == "表彰重点工程建设单位"


@pytest.mark.parametrize(
    ("below", "bodies"),
    [
        ("各乡镇人民政府。", "县工信局 县发改局 各乡镇人民政府"),
        ("做好统计报送。", "县工信局 县发改局"),
    ],
)
def test_a_list_of_bodies_that_goes_on_behind_a_semicolon(below: str, bodies: str) -> None:
    lines = (
        "平山县2024年工作要点",
        "一、重点任务",
        "（一）整治小散企业。建立台账。",
        "责任部门：县工信局；县发改局；",
        below,
    )
    assert [row[1] for row in told(*lines) if row[1]] == [bodies]
