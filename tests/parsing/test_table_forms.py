"""Forms that tables of tasks and of indicators come in: heads of two rows, merged cells, lines between rows; and their nearest
neighbours."""

import pytest

from kjplan.model import Plan, Section
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.parsing.tables.columns import read_head
from kjplan.parsing.tables.high_heads import below_another, two_lines
from kjplan.parsing.tables.line_cells import cells_of
from kjplan.parsing.tables.line_tables import fitted
from kjplan.reading import decode, from_text

Fact = tuple[str | None, str | None, list[str], list[str | None]]
"""Number, title, bodies, dates."""


def plan_of(data: str, name: str = "a.txt") -> Plan:
    parsed = parse_source(decode(data.encode(), name))
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    return parsed.plan


def text_plan(*rows: str) -> Plan:
    return plan_of("\n".join(["2023年工作要点", "一、重点任务", *rows, "二、保障措施", "（一）加强领导。健全机制。"]))


def page_plan(table: str) -> Plan:
    return plan_of(
        f"<html><p>2023年工作要点</p><p>一、重点任务</p><table>{table}</table><p>二、保障措施</p><p>不变。</p>",
        "a.html",
    )


def facts(plan: Plan) -> list[Fact]:
    return [
        (m.number, m.title, [b.name for b in m.responsibility.bodies], [d.date for d in m.due])
        for m in plan.measures
        if m.title and m.title not in ("加强领导", "不变")
    ]


def sections(plan: Plan) -> list[tuple[str | None, str | None, int]]:
    return [(s.marker, s.title, len(s.children)) for s in plan.sections if s.title not in ("重点任务", "保障措施")]


# heads


@pytest.mark.parametrize(
    ("upper", "lower", "names"),
    [
        ("序号|工作任务|责任分工||完成时限", "||牵头单位|配合单位|", ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]),
        ("序号|工作任务|责任分工|责任分工|时限", "序号|工作任务|牵头|配合|时限", ["序号", "工作任务", "牵头", "配合", "时限"]),
        ("序号|工作任务|责任分工|完成时限", "牵头单位|配合单位", ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]),
        ("任务|责任分工|进度安排", "牵头单位|责任人|一季度|二季度", ["任务", "牵头单位", "责任人", "一季度", "二季度"]),
        ("序号|工作任务|责任分工||完成时限", "1|建设平台|市科技局|市财政局|6月", None),
        ("序号|工作任务|责任单位|完成时限", "||牵头单位|配合单位", None),
        ("序号|工作任务|责任分工|完成时限", "甲|乙", None),
        ("名称|数量|责任分工", "牵头|配合", ["名称", "数量", "牵头", "配合"]),
    ],
)  # fmt: skip
def test_a_head_of_two_lines(upper: str, lower: str, names: list[str] | None) -> None:
    folded = f"{upper}\n{lower}"
    at = len(upper) + 1
    table = two_lines(folded, cells_of(folded, 0, len(upper)), cells_of(folded, at, len(folded), upper.count("|") + 1))
    assert (None if table is None else [folded[slice(*head)] for head in table.heads]) == names


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        ("序号 任务 责任分工 时限 牵头单位 配合单位", ["序号", "任务", "牵头单位", "配合单位", "时限"]),
        ("序号 任务 进度安排 一季度 二季度 三季度", ["序号", "任务", "一季度", "二季度", "三季度"]),
        ("序号 任务 牵头单位 配合单位 时限", None),
        ("序号 任务 责任分工 时限 备注", None),
    ],
)
def test_names_of_a_head_of_two_rows_one_a_line(names: str, columns: list[str] | None) -> None:
    spans, at = [], 0
    for name in names.split():
        spans.append((at, at + len(name)))
        at += len(name) + 1
    placed = below_another(names, spans)
    named = placed and [names[slice(*(b if b[0] < b[1] else a))] for a, b in zip(*placed, strict=True)]
    assert named == columns


def test_a_column_called_as_a_part_is_none_of_its_own() -> None:
    text = (
        "粮库方案\n\n一、改革目标\n\n{}\n\n预期目标\n\n指标类型\n\n抽查合格率\n\n95%（含）以上\n\n定量\n\n"
        "二、改革任务\n\n（一）查清底数。编制清单。\n\n（二）分批移交。签订协议。\n"
    )
    table = plan_of(text.format("指标名称"))
    assert [node.title for node in table.parts if isinstance(node, Section)] == ["改革目标", "改革任务"]
    assert [measure.title for measure in table.measures] == ["查清底数", "分批移交"]
    parts = plan_of(text.format("各项指标均要完成。"))
    assert [node.title for node in parts.parts if isinstance(node, Section)][:2] == ["改革目标", "预期目标"]


def test_columns_of_quarters_say_what_is_done_in_each() -> None:
    plan = text_plan("任务 | 责任单位 | 一季度 | 二季度", "建设平台 | 市科技局 | 完成设计 | 开工")
    assert plan.measures[0].text == "（责任单位：市科技局；一季度：完成设计；二季度：开工）"


# merged cells of a web page

HEAD = "<tr><th>序号<th>类别<th>工作任务<th>牵头单位<th>完成时限"


@pytest.mark.parametrize(
    ("rows", "expected", "groups"),
    [
        # body and time hold for the rows that they stand beside, and for no other
        ("<tr><td>1<td>平台<td>建库<td rowspan=2>甲局<td>6月底前<tr><td>2<td>人才<td>引才<td rowspan=2>9月"
         "<tr><td>3<td>机制<td>改革<td>乙局", [("1", "平台", ["甲局"], ["2023-06-30"]), ("2", "人才", ["甲局"], ["2023-09-30"]),
         ("3", "机制", ["乙局"], ["2023-09-30"])], []),
        ("<tr><td>1<td>平台<td>建库<td>甲局<td>6月底前<tr><td>2<td>人才<td>引才<td>&nbsp;<td>",
         [("1", "平台", ["甲局"], ["2023-06-30"]), ("2", "人才", [], [])], []),
        # a group beside several tasks, with its number
        ("<tr><td rowspan=2>1<td rowspan=2>平台<td>建库<td>甲局<td><tr><td>建网<td>乙局<td>",
         [("1", "建库", ["甲局"], []), ("1", "建网", ["乙局"], [])], [(None, "平台", 2)]),
        ("<tr><td>1<td rowspan=2>一、平台<td>建库<td>甲局<td><tr><td>2<td>建网<td>乙局<td>",
         [("1", "建库", ["甲局"], []), ("2", "建网", ["乙局"], [])], [("一、", "平台", 2)]),
        # one task beside several bodies
        ("<tr><td rowspan=2>1<td rowspan=2>平台<td rowspan=2>建库<td>甲局<td>6月<tr><td>乙局<td>9月",
         [("1", "平台", ["甲局", "乙局"], ["2023-06-30", "2023-09-30"])], []),
        # a line over all columns
        ("<tr><td colspan=5>平台类<tr><td>1<td>平台<td>建库<td>甲局<td>", [("1", "平台", ["甲局"], [])], [(None, "平台类", 1)]),
        ("<tr><td colspan=5>注：略<tr><td>1<td>平台<td>建库<td>甲局<td>", [("1", "平台", ["甲局"], [])], []),
        # the head again, as on the next page
        ("<tr><td>1<td>平台<td>建库<td>甲局<td>" + HEAD + "<tr><td>2<td>人才<td>引才<td>乙局<td>",
         [("1", "平台", ["甲局"], []), ("2", "人才", ["乙局"], [])], []),
        # lines in a cell
        ("<tr><td>1<td>平台<td>建库<td>甲局<br>乙局<td><p>6月</p><p>底前</p>", [("1", "平台", ["甲局", "乙局"], ["2023-06-30"])], []),
        # a list of points is words of its cell
        ("<tr><td>1<td>平台<td>建库。<p>1.建成</p><p>2.用好</p><td>甲局<td>", [("1", "平台", ["甲局"], [])], []),
    ],
)  # fmt: skip
def test_rows_of_a_page(rows: str, expected: list[Fact], groups: list[tuple[str | None, str, int]]) -> None:
    plan = page_plan(HEAD + rows)
    assert facts(plan) == expected
    assert sections(plan) == groups


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>栏目<td>内容<td>时间<tr><td>新闻<td>一条消息<td>6月",
        "<tr><td>姓名<td>单位<td>电话<tr><td>张三<td>甲局<td>123",
        "<tr><td>工作任务<td>牵头单位",
        "<tr><td><table><tr><td>索引号<td>1/2<tr><td>日期<td>今日</table><td>工作任务",
    ],
)
def test_other_tables_of_a_page_are_read_as_their_text(table: str) -> None:
    plan = page_plan(table)
    lines = [x.replace("\xa0", "") for x in decode(f"<table>{table}</table>".encode(), "a.html").text.splitlines() if x]
    again = plan_of("\n".join(["2023年工作要点", "一、重点任务", *lines, "二、保障措施", "不变。"]))
    assert [(m.title, m.text) for m in plan.measures] == [(m.title, m.text) for m in again.measures]


def test_a_table_in_a_table_of_the_layout() -> None:
    inner = "<table><tr><td>任务<td>责任单位<tr><td>建库<td>甲局</table>"
    assert facts(page_plan(f"<tr><td>{inner}<td>右栏"))[0] == (None, "建库", ["甲局"], [])


def test_a_table_that_goes_on_in_another() -> None:
    table = "<tr><td>任务<td>责任单位<tr><td>完善机制<td>甲局</table>{}<table><tr><td>推进改革<td>乙局"
    both: list[tuple[str | None, str, list[str], list[str]]] = [
        (None, "完善机制", ["甲局"], []),
        (None, "推进改革", ["乙局"], []),
    ]
    assert facts(page_plan(table.format("<p>（续）</p>"))) == both
    assert facts(page_plan(table.format("<p>一</p><p>二</p><p>三</p>")))[:1] == both[:1]
    assert ("推进改革", ["乙局"]) not in [(t, b) for _, t, b, _ in facts(page_plan(table.format("<p>话。</p>" * 3)))]


# what plain text leaves empty

ROWS = ["序号 | 类别 | 工作任务 | 牵头单位 | 完成时限", "1 | 平台 | 建库 | 甲局 | 6月底前"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # number and group carry down, who and by when do not
        ([*ROWS, "|  |  | 建网 |  | 9月 |"], [("1", "建库", ["甲局"], ["2023-06-30"]), ("1", "建网", [], ["2023-09-30"])]),
        # a number without a task goes on nothing
        ([*ROWS, "2 |  |  | 乙局 | 9月"], [("1", "平台", ["甲局"], ["2023-06-30"])]),
        # no task and no number: the task above
        ([*ROWS, "|  |  |  | 乙局 | 9月 |"], [("1", "平台", ["甲局", "乙局"], ["2023-06-30", "2023-09-30"])]),
        # once a group, in the first row of each and nowhere else: the blank name shows the merge
        ([*ROWS, "2 |  | 建网 |  | 9月", "3 | 人才 | 引才 | 乙局 | 9月", "4 |  | 育才 |  | 9月"],
         [("1", "建库", ["甲局"], ["2023-06-30"]), ("2", "建网", ["甲局"], ["2023-09-30"]),
          ("3", "引才", ["乙局"], ["2023-09-30"]), ("4", "育才", ["乙局"], ["2023-09-30"])]),
        # times go with those who answer
        ([*ROWS, "2 |  | 建网 |  | ", "3 | 人才 | 引才 | 乙局 | 9月", "4 |  | 育才 |  | "],
         [("1", "建库", ["甲局"], ["2023-06-30"]), ("2", "建网", ["甲局"], ["2023-06-30"]),
          ("3", "引才", ["乙局"], ["2023-09-30"]), ("4", "育才", ["乙局"], ["2023-09-30"])]),
        # where each row says who answers, a task may have no time
        ([*ROWS, "2 |  | 建网 | 丙局 | ", "3 | 人才 | 引才 | 乙局 | 9月", "4 |  | 育才 | 丁局 | "],
         [("1", "建库", ["甲局"], ["2023-06-30"]), ("2", "建网", ["丙局"], []),
          ("3", "引才", ["乙局"], ["2023-09-30"]), ("4", "育才", ["丁局"], [])]),
        # and no helpers
        (["序号 | 类别 | 任务 | 牵头单位 | 配合单位", "1 | 平台 | 建库 | 甲局 | 丙局", "2 |  | 建网 | 甲局 | ",
          "3 | 人才 | 引才 | 乙局 | 甲局", "4 |  | 育才 | 甲局 | "],
         [("1", "建库", ["甲局", "丙局"], []), ("2", "建网", ["甲局"], []), ("3", "引才", ["乙局", "甲局"], []),
          ("4", "育才", ["甲局"], [])]),
        # one group shows nothing
        ([*ROWS, "2 |  | 建网 |  | 9月", "3 | 人才 | 引才 | 乙局 | 9月"],
         [("1", "建库", ["甲局"], ["2023-06-30"]), ("2", "建网", [], ["2023-09-30"]), ("3", "引才", ["乙局"], ["2023-09-30"])]),
        # nor do groups with another gap
        ([*ROWS, "2 |  | 建网 |  | 9月", "3 | 人才 | 引才 |  | 9月", "4 |  | 育才 | 乙局 | 9月"],
         [("1", "建库", ["甲局"], ["2023-06-30"]), ("2", "建网", [], ["2023-09-30"]), ("3", "引才", [], ["2023-09-30"]),
          ("4", "育才", ["乙局"], ["2023-09-30"])]),
        # without a group an empty cell says nothing
        (["任务 | 牵头单位", "建库 | 甲局", "建网 |  |"], [(None, "建库", ["甲局"], []), (None, "建网", [], [])]),
        # nor does one behind a line that is no row
        ([*ROWS, "话。", "|  |  | 建网 | 乙局 | 9月 |"], [("1", "平台", ["甲局"], ["2023-06-30"]), (None, "建网", ["乙局"], ["2023-09-30"])]),
        # tabs at the edges of a line are cells
        (["序号\t任务\t责任单位", "1\t建库\t甲局", "\t建网\t乙局"], [("1", "建库", ["甲局"], []), ("1", "建网", ["乙局"], [])]),
    ],
)  # fmt: skip
def test_rows_of_text(rows: list[str], expected: list[Fact]) -> None:
    assert [fact for fact in facts(text_plan(*rows)) if fact[1] != "话"] == expected


@pytest.mark.parametrize(
    ("head", "row", "moved"),
    [
        ("项目|任务|时间安排|牵头单位", "亮化路灯;|2023.12|城投集团|", ["", "亮化路灯;", "2023.12", "城投集团"]),
        ("项目|任务|时间安排|牵头单位", "2023.8|城投集团||", ["", "", "2023.8", "城投集团"]),
        ("任务|要求|责任部门", "及时更新|办公室|", ["", "及时更新", "办公室"]),
        ("序号|任务|责任单位", "建网|市科技局", ["", "建网", "市科技局"]),
        # as it stands: what is moved would be no body, no time, or a number where there is one
        ("任务|要求|责任部门", "及时更新|做到最好|", ["及时更新", "做到最好", ""]),
        ("序号|任务|责任单位", "2|市科技局|", ["2", "市科技局", ""]),
        ("任务|责任单位|完成时限", "建网|市科技局|", ["建网", "市科技局", ""]),
        ("序号|任务|责任单位", "注|以上为重点", []),
    ],
)
def test_rows_that_lost_the_cells_merged_above_them(head: str, row: str, moved: list[str]) -> None:
    folded = f"{head}\n{row}"
    table = read_head(folded, cells_of(folded, 0, len(head)))
    assert table is not None
    cells = cells_of(folded, len(head) + 1, len(folded), head.count("|") + 1)
    assert [folded[slice(*cell)] for cell in fitted(folded, table, cells)] == moved


# a table without the head of its document

DUTIES = "工作任务 | 具体要求 | 责任部门\n建库 | 建成数据库 | 甲科\n建网 | 建成网络 | 乙科\n"


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        (DUTIES, 2),
        (f"2023年十件实事进展表\n{DUTIES}", 2),
        (f"关于某项目的批复\n{DUTIES}", 0),
        (DUTIES.replace("责任部门", "承担单位"), 0),
        ("工作任务\n具体要求\n责任部门\n1\n建库\n建成数据库\n甲科\n2\n建网\n建成网络\n乙科\n", 2),
    ],
)
def test_duties_show_work_where_no_title_does(text: str, tasks: int) -> None:
    assert len(parse_source(from_text(text)).plan.measures) == tasks


# indicators

INDICATORS = (
    "<tr><td rowspan=2>类别<td rowspan=2>指标<td rowspan=2>单位<td colspan=2>{}<td rowspan=2>属性<tr><td>{}<td>{}"
)
FIGURES = "<tr><td rowspan=2>创新<td>研发投入强度<td>%<td>2.1<td>≥2.6<td>预期性<tr><td>成交额<td>亿元<td>1<td>2<td><tr><td>绿色<td>森林覆盖率（%）<td><td>30<td>35<td>"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (("数值", "2020年现状", "2025年目标"), [("研发投入强度", "2.6", "2025年"), ("成交额", "2", "2025年"), ("森林覆盖率", "35", "2025年")]),
        (("目标值", "2023年", "2025年"), [("研发投入强度", "2.1", "2023年"), ("研发投入强度", "2.6", "2025年"), ("成交额", "1", "2023年"),
         ("成交额", "2", "2025年"), ("森林覆盖率", "30", "2023年"), ("森林覆盖率", "35", "2025年")]),
        (("现状", "2020年", "2021年"), []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("part", ["发展目标", "重点任务"])
def test_indicators_of_a_page(part: str, head: tuple[str, str, str], expected: list[tuple[str, str, str]]) -> None:
    markup = f"<p>2023年发展规划</p><p>一、{part}</p><table>{INDICATORS.format(*head)}{FIGURES}</table><p>二、重点任务</p><p>（一）建库。建成。</p>"
    plan = plan_of(f"<html>{markup}", "a.html")
    found = [(t.indicator, str(t.value), t.period) for g in plan.goals for t in g.targets]
    assert found == expected
    assert [t.base_value for t in plan.targets if t.quote == "2"] == ([200_000_000] if expected else [])
