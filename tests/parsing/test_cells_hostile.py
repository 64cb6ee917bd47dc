"""Nothing is lost of tables a cell a line, whatever their cells are, and reading them takes no more than its time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjplan.model import Measure
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text

CELLS = (
    *(
        "序号",
        "工作任务",
        "责任单位",
        "完成时限",
        "指标名称",
        "单位",
        "2025年目标",
        "任务分工表",
        "附表1",
        "附件：1.分工表",
        "1",
        "2",
        "3",
        "4",
    ),
    *(
        "1.建设平台",
        "2 引进人才",
        "建设平台",
        "市科技局",
        "市财政局、",
        "6月底前",
        "《办法》",
        "一、科技创新",
        "（一）平台",
        "合计",
        "12",
        "注：说明",
    ),
    *(
        "- 3 -",
        "1..",
        "1.、",
        "索引号",
        "平台某类",
        "提高一次\n办成比例",
        "梳理事项，编制清单。",
        "健全推进机制",
        "（市口岸办）",
        "|",
        "2023年1月5日",
        "完成市下达目标",
    ),
)


HEADS: tuple[list[str], ...] = (
    [],
    ["工作任务", "具体要求", "责任单位", "公开", "1", "清理文件", "市科技局", "2", "编制目录", "市教育局", "服务", "3"],
    [
        "工作任务",
        "|",
        "具体要求",
        "|",
        "责任单位",
        "|",
        "1",
        "|",
        "公开",
        "|",
        "清理文件",
        "|",
        "市科技局",
        "|",
        "2",
        "|",
    ],
    ["序号", "工作任务", "责任单位", "完成时限", "1", "建设平台", "市科技局", "6月底前", "2"],
    ["序号", "责任单位", "完成时限", "平台建设", "1", "市科技局", "6月底前", "2", "市教育局", "7月底前"],
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(CELLS), max_size=40),
    st.sampled_from(["\n", "\n\n"]),
    st.sampled_from(HEADS),
    st.sampled_from(["", "\n"]),
)
def test_nothing_is_lost_of_any_cells(cells: list[str], part: str, head: list[str], end: str) -> None:
    assert _faults(part.join(["2023年工作方案", "一、重点任务", *head, *cells]) + end) == []


@pytest.mark.parametrize(
    "text",
    [
        "序号\n工作任务\n责任单位\n1..",
        "序号\n\n工作任务\n\n责任单位\n\n1.、",
        "序号\n索引号\n6月底前\n责任单位\n1..\n3\n二季度\n1.、任务|责任单位x\n",
        "序号\n责任单位\n完成时限\n平台建设\n1\n市科技局\n6月底前\n2\n市教育局\n7月底前\n",
    ],
)
def test_rows_of_a_bare_number_or_without_words(text: str) -> None:
    assert _faults(text) == []


def _faults(text: str) -> list[tuple[int, int]]:
    parsed = parse_source(from_text(text))
    return partition_faults(parsed.source.text, parsed.leaves)


def test_a_row_that_goes_on_over_many_lines_is_one_task() -> None:
    rows = "| |市教育局|9月底前|\n" * 200
    plan = parse_source(
        from_text(f"2024年任务分解方案\n序号|任务|责任单位|完成时限\n1|建设平台|市科技局|6月底前\n{rows}")
    ).plan
    assert [m.title for m in plan.walk(Measure)] == ["建设平台"]


def test_an_article_about_all_units_is_a_heading() -> None:
    text = (
        "某市节水办法\n第一条 为了规范管理，制定本办法。\n第二条所有单位应当遵守本办法。\n第三条 规定时限内完成整改。\n"
    )
    assert [n.number for n in parse_source(from_text(text)).plan.parts] == ["一", "二", "三"]
